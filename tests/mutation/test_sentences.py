"""Mutants of a source: a quoted sentence leaves its side, and its quote says what it says now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytest_factcheck.mutation.mutation import Place
from pytest_factcheck.mutation.sentences import agreeing_claims, quoted, sentence_mutations
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Reason, Span, Stance

if TYPE_CHECKING:
    from mutation.conftest import Case, Entry, Make

LASTED = "The talks lasted 100 minutes."
TEXT = f"Rain fell. {LASTED} Snow fell in Oslo."


def quote(source: str, words: str, stance: str = "supports") -> Entry:
    return {"source": source, "quote": words, "stance": stance}


# Which sentences are quoted


def found(case: Case, stance: Stance = Stance.SUPPORTS) -> list[tuple[str, str]]:
    """Return the sentences that are quoted on one side, with their sources."""
    return [(one.text.source.id, one.words) for one in quoted(case.finding, stance)]


def test_a_sentence_is_quoted_that_a_quote_has_any_words_of(make: Make) -> None:
    case = make.case({"a": TEXT}, make.assertion(LASTED, "supported", [quote("a", "100 minutes")]))
    assert found(case) == [("a", LASTED)]


def test_a_quote_over_two_sentences_quotes_both(make: Make) -> None:
    words = "100 minutes. Snow fell"
    case = make.case({"a": TEXT}, make.assertion(LASTED, "supported", [quote("a", words)]))
    assert found(case) == [("a", LASTED), ("a", "Snow fell in Oslo.")]


def test_a_sentence_that_two_pieces_of_evidence_quote_is_there_once(make: Make) -> None:
    quotes = [quote("b", "100"), quote("a", "The talks"), quote("a", "100 minutes")]
    case = make.case({"a": TEXT, "b": LASTED}, make.assertion(LASTED, "supported", quotes))
    assert found(case) == [("a", LASTED), ("b", LASTED)]


def test_each_side_of_a_dispute_has_the_sentences_that_are_quoted_for_it(make: Make) -> None:
    texts = {"a": TEXT, "b": "The talks lasted one hour. Snow fell."}
    ruled = {**quote("b", "Snow fell", "silent"), "attested": make.ruling(LASTED, "Snow fell")}
    quotes = [quote("a", LASTED), quote("b", "one hour", "contradicts"), ruled]
    case = make.case(texts, make.assertion(LASTED, "disputed", quotes))
    assert found(case, Stance.SUPPORTS) == [("a", LASTED)]
    assert found(case, Stance.CONTRADICTS) == [("b", "The talks lasted one hour.")]


def test_what_is_quoted_of_boilerplate_is_no_judged_sentence(make: Make) -> None:
    quotes = [quote("a", "Subscribe to learn how long the talks lasted"), quote("a", "lasted 100")]
    case = make.case(
        {"a": f"Subscribe to learn how long the talks lasted.\n{TEXT}"},
        make.assertion(LASTED, "supported", quotes),
        about={"a": {"boilerplate": [{"lines": "1"}]}},
    )
    assert found(case) == [("a", LASTED)]


def test_a_source_that_is_not_on_this_machine_quotes_nothing(make: Make) -> None:
    case = make.case({"a": TEXT, "b": None}, make.assertion(LASTED, "supported", [quote("a", "100")]))
    assert found(case) == [("a", LASTED)]


def test_reasons_of_the_judges_count_from_the_start_of_the_sentence(make: Make) -> None:
    start = TEXT.index(LASTED)

    def judge(_question: Question, _passage: Passage) -> Opinion:
        within, beyond = Reason("within", "", None, Span(start + 4, start + 9)), Reason("beyond", "")
        across = Reason("across", "", None, Span(start - 1, start + 2))
        return Opinion("one", Stance.SUPPORTS, 1, (within, beyond, across))

    quotes = [quote("a", "The talks lasted")]
    case = make.case({"a": TEXT}, make.assertion(LASTED, "supported", quotes), judges=[judge])
    (sentence,) = quoted(case.finding, Stance.SUPPORTS)
    assert sentence.reasons == (Reason("within", "", None, Span(4, 9)),)
    assert Span(4, 9).of(sentence.words) == "talks"


# What supports the claim


def test_a_sentence_that_supports_the_claim_is_changed_so_that_it_does_not(make: Make) -> None:
    text = "Rain fell. In March the talks lasted 100 minutes."
    case = make.case({"a": text}, make.assertion(LASTED, "supported", [quote("a", "lasted 100 minutes")]))
    assert [(one.operator, one.after) for one in sentence_mutations(case.finding)] == [
        ("number", "In March the talks lasted 200 minutes."),
        ("number", "In March the talks lasted 50 minutes."),
        ("unit", "In March the talks lasted 100 hours."),
    ]


def test_a_mutant_of_a_sentence_has_the_changed_text_and_the_quote_of_it(make: Make) -> None:
    texts = {"a": TEXT, "b": LASTED}
    quotes = [quote("a", "lasted 100 minutes"), quote("b", "lasted 100 minutes")]
    case = make.case(texts, make.assertion(LASTED, "supported", quotes))
    first = case.chosen(Place.SENTENCE)[0]
    assert (first.source, first.before, first.after) == ("a", LASTED, "The talks lasted 200 minutes.")
    assert first.texts == {"a": "Rain fell. The talks lasted 200 minutes. Snow fell in Oslo."}
    assert first.copied is None
    assert [item.pieces for item in first.assertion.evidence] == [
        ("lasted 200 minutes",),
        ("lasted 100 minutes",),
    ]
    assert first.assertion.claim == LASTED


def test_new_words_take_as_many_lines_as_the_old_so_that_boilerplate_keeps_its_number(make: Make) -> None:
    text = "The talks lasted at\nleast 100 minutes.\nSubscribe to our letter."
    case = make.case(
        {"a": text},
        make.assertion(
            "The talks lasted at least 100 minutes.", "supported", [quote("a", "The talks lasted")]
        ),
        about={"a": {"boilerplate": [{"lines": "3"}]}},
    )
    mutant = case.chosen(Place.SENTENCE, "number")[0]
    assert mutant.after == "The talks lasted 50 minutes."
    assert mutant.texts["a"] == "The talks lasted 50\n minutes.\nSubscribe to our letter."


# What contradicts it


def test_a_sentence_that_contradicts_the_claim_is_changed_so_that_it_agrees(make: Make) -> None:
    text = "The talks lasted 100 minutes, and 40 men left."
    declared = make.assertion(
        "The talks lasted one hour.", "contradicted", [quote("a", "100", "contradicts")]
    )
    case = make.case({"a": text}, declared)
    assert [(one.operator, one.after) for one in sentence_mutations(case.finding)] == [
        ("made-true", "The talks lasted one hour, and 40 men left.")
    ]


def test_the_name_that_a_judge_found_in_the_place_of_the_claims_is_exchanged_for_it(make: Make) -> None:
    text = "The Ukrainian delegation was led by Rustem Umerov."
    quotes = [quote("a", "was led by Rustem Umerov", "contradicts")]
    declared = make.assertion("Andriy Yermak led the Ukrainian delegation.", "contradicted", quotes)
    case = make.case({"a": text}, declared)
    assert case.made(Place.SENTENCE, "made-true") == ["The Ukrainian delegation was led by Andriy Yermak."]
    (mutant,) = case.chosen(Place.SENTENCE, "made-true")
    assert mutant.assertion.evidence[0].pieces == ("was led by Andriy Yermak",)


def test_a_denial_is_taken_out_of_what_contradicts_the_claim(make: Make) -> None:
    text = "Both sides did not agree on a ceasefire."
    declared = make.assertion(
        "Both sides agreed on a ceasefire.", "contradicted", [quote("a", text, "contradicts")]
    )
    case = make.case({"a": text}, declared)
    assert case.made(Place.SENTENCE) == ["Both sides agreed on a ceasefire."]


def test_what_agrees_with_the_claim_already_stays_as_it_is(make: Make) -> None:
    text = "40 men left on 16 May 2025."
    declared = make.assertion(
        "40 men left on 17 May 2025.", "contradicted", [quote("a", text, "contradicts")]
    )
    case = make.case({"a": text}, declared)
    assert case.made(Place.SENTENCE, "number", "made-true") == ["40 men left on 17 May 2025."]


def test_what_two_judges_find_is_exchanged_once(make: Make) -> None:
    claim, text = "Ross led the team.", "Berg led the team."

    def judge(_question: Question, _passage: Passage) -> Opinion:
        reason = Reason("holder-differs", "", Span(0, 4), Span(0, 4))
        return Opinion("one", Stance.CONTRADICTS, -1, (reason,))

    declared = make.assertion(claim, "contradicted", [quote("a", text, "contradicts")])
    case = make.case({"a": text}, declared, judges=[judge, judge])
    assert [one.after for one in sentence_mutations(case.finding)].count(claim) == 1


def test_a_mutant_of_a_dispute_is_made_of_either_side(make: Make) -> None:
    texts = {"a": LASTED, "b": "The talks lasted one hour."}
    quotes = [quote("a", "100 minutes"), quote("b", "one hour", "contradicts")]
    case = make.case(texts, make.assertion(LASTED, "disputed", quotes))
    assert [(one.source, one.after) for one in sentence_mutations(case.finding)] == [
        ("a", "The talks lasted 200 minutes."),
        ("a", "The talks lasted 50 minutes."),
        ("a", "The talks lasted 100 hours."),
        ("b", "The talks lasted 100 minutes."),
    ]


# The claim made true


def test_a_claim_that_is_contradicted_takes_the_values_of_its_sources_and_is_turned_round(make: Make) -> None:
    texts = {"a": "The truce began on 16 May 2025.", "b": "The truce began on May 18, 2025."}
    quotes = [quote(name, "truce began", "contradicts") for name in texts]
    case = make.case(texts, make.assertion("The truce began on 17 May 2025.", "contradicted", quotes))
    assert [(one.place, one.operator, one.after) for one in agreeing_claims(case.finding)] == [
        (Place.CLAIM, "made-true", "The truce began on 16 May 2025."),
        (Place.CLAIM, "made-true", "The truce began on May 18, 2025."),
        (Place.CLAIM, "negate", "The truce did not begin on 17 May 2025."),
        (Place.CLAIM, "opposite", "The truce ended on 17 May 2025."),
    ]


def test_a_claim_that_two_sources_correct_in_one_way_is_made_once(make: Make) -> None:
    texts = {"a": LASTED, "b": LASTED}
    quotes = [quote(name, "100 minutes", "contradicts") for name in texts]
    case = make.case(texts, make.assertion("The talks lasted one hour.", "contradicted", quotes))
    assert [one.after for one in agreeing_claims(case.finding)] == ["The talks lasted 100 minutes."]
