"""Re-pinning: after a change, quotes, slots and rulings are those of somebody who believed it."""

from __future__ import annotations

from dataclasses import replace
from string import ascii_letters
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.assertions import Assertion, Evidence, fingerprint
from pytest_factcheck.corpus import Corpus, SourceText
from pytest_factcheck.evidence import located
from pytest_factcheck.examination import Examiner
from pytest_factcheck.mutation.repinning import Edit, claimed_again, edit, quoted_again, signed_again
from pytest_factcheck.perturbations import Mutant, mutants
from pytest_factcheck.perturbations.mutant import replaced
from pytest_factcheck.spans import Outcome
from pytest_factcheck.strategies import sentences
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Slot, Span, Stance

if TYPE_CHECKING:
    from mutation.conftest import Entry, Make

CLAIM = "The talks lasted 100 minutes."
TEXT = "Rain fell. The talks lasted 100 minutes. Snow fell in Oslo."


def mute(_question: Question, _passage: Passage) -> Opinion:
    """Say nothing: what a quote says has no part in where it stands."""
    return Opinion("mute", Stance.SILENT)


# Where words stand after an edit


LETTERS = ascii_letters[:20]
PLACES = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(sorted).map(lambda pair: Span(*pair))
NEW = st.sampled_from(["", "1", "1234567890"])


@pytest.mark.parametrize(
    ("words", "moved"),
    [
        ("The talks", "The talks"),  # before the edit
        ("minutes", "minutes"),  # behind it
        ("lasted 100 minutes", "lasted two hundred minutes"),  # around it
        ("100", "two hundred"),  # the edit itself
        ("lasted 10", "lasted two hundred"),  # cut in two: the new words belong to both halves
        ("00 minutes", "two hundred minutes"),
        ("0", "two hundred"),
        ("lasted ", "lasted "),  # up to the edit, and from its end on
        (" minutes", " minutes"),
    ],
)
def test_words_that_are_changed_stand_where_the_new_ones_do_and_others_where_they_stood(
    words: str, moved: str
) -> None:
    at, start = CLAIM.index("100"), CLAIM.index(words)
    made = Edit(Span(at, at + 3), "two hundred")
    assert made.moved(Span(start, start + len(words))).of(made.text(CLAIM)) == moved


def test_what_is_put_in_beside_words_is_no_part_of_them() -> None:
    start = CLAIM.index("lasted")
    made = Edit(Span(start, start), "never ")
    after = made.text(CLAIM)
    assert after == "The talks never lasted 100 minutes."
    assert made.moved(Span(start, start + 6)).of(after) == "lasted"
    assert made.moved(Span(0, start)).of(after) == "The talks "
    assert made.moved(Span(4, start + 6)).of(after) == "talks never lasted"


@given(PLACES, NEW, PLACES.filter(lambda span: span.start < span.end))
def test_of_a_span_every_letter_that_is_left_is_kept_and_no_other_letter_is_taken_in(
    cut: Span, new: str, span: Span
) -> None:
    made = Edit(cut, new)
    found = made.moved(span).of(made.text(LETTERS))
    left = [letter for at, letter in enumerate(LETTERS) if not cut.start <= at < cut.end]
    assert [letter for letter in found if letter in LETTERS] == [
        letter for letter in span.of(LETTERS) if letter in left
    ]
    within = cut.start < span.end and span.start < cut.end
    assert ("1" in found) == (within and bool(new))
    assert new in found or not within


@given(st.text("ab \n", max_size=12), PLACES, st.text("cd \n", max_size=6))
def test_an_edit_leaves_every_line_its_number_and_puts_all_words_in(text: str, span: Span, new: str) -> None:
    made = edit(text, Span(min(span.start, len(text)), min(span.end, len(text))), new)
    after = made.text(text)
    assert after.count("\n") == text.count("\n")
    assert made.after.split() == new.split()


def test_the_words_of_an_edit_are_wrapped_as_early_as_the_old_ones() -> None:
    text = "President Anna\nBerg left."
    assert edit(text, Span(10, 19), "Marcus Okoye").after == "Marcus\nOkoye"
    assert edit(text, Span(10, 19), "Okoye").after == "Okoye\n"
    assert edit(text, Span(0, 9), "Prime\nMinister").after == "Prime Minister"


# Quotes


def evidence_again(make: Make, text: str, sentence: str, change: Mutant, *given: Entry) -> list[Evidence]:
    """Return evidence in the source `a` after a change of a sentence, each quote found where it should be."""
    assertion = make.assertion(CLAIM, "supported", [{"source": "a", **one} for one in given])
    examiner = Examiner(make.corpus({"a": text}), [mute])
    made = Edit(change.span.shifted(text.index(sentence)), change.after)
    after = make.corpus({"a": made.text(text)})
    changed = quoted_again(assertion, "a", made, made.text(text), spans_of(examiner, assertion))
    for before, now in zip(assertion.evidence, changed.evidence, strict=True):
        expected = [made.moved(span) for span in spans_of(examiner, assertion)[before]]
        assert places(after, now) == expected
    return list(changed.evidence)


def text_of(corpus: Corpus, name: str) -> SourceText:
    text = corpus.text(name)
    assert text is not None
    return text


def spans_of(examiner: Examiner, assertion: Assertion) -> dict[Evidence, tuple[Span, ...]]:
    """Return where the pieces of each piece of evidence stand."""
    found = {}
    for item in assertion.evidence:
        anchors = located(examiner, item, text_of(examiner.corpus, item.source))
        found[item] = tuple(anchor.span for anchor in anchors if anchor.span)
        assert len(found[item]) == len(item.pieces)
    return found


def places(corpus: Corpus, item: Evidence) -> list[Span | None]:
    """Return where each piece of a quote is found, None where it is not, or not in one place alone."""
    anchors = located(Examiner(corpus, [mute]), item, text_of(corpus, item.source))
    return [anchor.span if anchor.outcome is Outcome.FOUND else None for anchor in anchors]


DOUBLED = replaced(CLAIM, "number", Span(17, 20), "200")


@pytest.mark.parametrize(
    ("quote", "again"),
    [
        ("The talks lasted 100 minutes", "The talks lasted 200 minutes"),
        ("100 minutes", "200 minutes"),
        ("The talks lasted", "The talks lasted"),
        ("Snow fell in Oslo", "Snow fell in Oslo"),
        ("Rain fell. The talks lasted 100 minutes. Snow", "Rain fell. The talks lasted 200 minutes. Snow"),
    ],
)
def test_a_quote_is_cut_anew_out_of_the_changed_text(make: Make, quote: str, again: str) -> None:
    (item,) = evidence_again(make, TEXT, CLAIM, DOUBLED, {"quote": quote})
    assert item.pieces == (again,)


def test_each_piece_of_a_quote_is_cut_anew(make: Make) -> None:
    pieces = ["Rain fell", "lasted 100", "Snow fell"]
    (item,) = evidence_again(make, TEXT, CLAIM, DOUBLED, {"quote": pieces})
    assert item.pieces == ("Rain fell", "lasted 200", "Snow fell")


def test_quotes_that_overlap_follow_one_change_together(make: Make) -> None:
    quotes = ["The talks lasted 100", "lasted 100 minutes", "100 minutes. Snow"]
    found = evidence_again(make, TEXT, CLAIM, DOUBLED, *({"quote": quote} for quote in quotes))
    assert [item.pieces for item in found] == [
        ("The talks lasted 200",),
        ("lasted 200 minutes",),
        ("200 minutes. Snow",),
    ]


def test_a_quote_that_was_written_otherwise_gets_the_words_of_the_text(make: Make) -> None:
    text = "Rain fell.\nThe “talks” lasted\n100 minutes."
    sentence = "The “talks” lasted\n100 minutes."
    change = replaced(sentence, "number", Span(19, 22), "200")
    (item,) = evidence_again(make, text, sentence, change, {"quote": 'The "talks" lasted 100 minutes'})
    assert item.pieces == ("The “talks” lasted\n200 minutes",)


def test_spans_count_code_points_and_not_units_of_an_encoding(make: Make) -> None:
    text = TEXT.replace("Rain", "🌧️𝔘 Rain")
    (item,) = evidence_again(make, text, CLAIM, DOUBLED, {"quote": "100 minutes. Snow", "span": [32, 49]})
    assert item.pieces == ("200 minutes. Snow",)
    assert item.position == Span(32, 49)


def test_a_pinned_quote_is_pinned_where_it_stands_now(make: Make) -> None:
    change = replaced(CLAIM, "number", Span(17, 20), "two hundred")
    pinned = {"quote": "Snow fell", "span": [41, 50]}
    (item, loose) = evidence_again(make, TEXT, CLAIM, change, pinned, {"quote": "Snow fell"})
    assert item.position == Span(49, 58)
    assert loose.position is None


def test_the_words_around_a_quote_are_those_of_the_changed_text(make: Make) -> None:
    text = "The talks lasted 100 minutes. Rain fell. Some say snow. Rain fell. So it was."
    around = {"quote": "Rain fell", "prefix": "lasted 100 minutes.", "suffix": "Some say"}
    (item,) = evidence_again(make, text, CLAIM, DOUBLED, around)
    assert item.prefix.strip() == "asted 200 minutes."
    assert item.suffix.strip(" .") == "Some s"


def test_a_quote_without_words_around_it_gets_none(make: Make) -> None:
    (item,) = evidence_again(make, TEXT, CLAIM, DOUBLED, {"quote": "lasted 100"})
    assert (item.prefix, item.suffix) == ("", "")


def test_evidence_in_another_source_stays_as_it_is(make: Make) -> None:
    quotes = [{"source": "a", "quote": "100 minutes"}, {"source": "b", "quote": "100 minutes"}]
    assertion = make.assertion(CLAIM, "supported", quotes)
    examiner = Examiner(make.corpus({"a": TEXT, "b": TEXT}), [mute])
    made = Edit(Span(28, 31), "200")
    changed = quoted_again(assertion, "a", made, made.text(TEXT), spans_of(examiner, assertion))
    assert [item.pieces for item in changed.evidence] == [("200 minutes",), ("100 minutes",)]
    assert changed.evidence[1] == assertion.evidence[1]


@given(st.lists(sentences().map(lambda one: one.text), min_size=1, max_size=4, unique=True), st.data())
def test_a_quote_of_a_changed_text_is_found_exactly_there_if_no_other_place_has_its_words(
    make: Make, written: list[str], data: st.DataObject
) -> None:
    text, sentence = " ".join(written), data.draw(st.sampled_from(written))
    change = data.draw(st.sampled_from(mutants(sentence)))
    words = text.split()
    first = data.draw(st.integers(0, len(words) - 1))
    quote = " ".join(words[first : data.draw(st.integers(first + 1, len(words)))])
    start = len(" ".join(words[:first]) + " ") if first else 0
    made = Edit(change.span.shifted(text.index(sentence)), change.after)
    assertion = make.assertion(CLAIM, "supported", [{"source": "a", "quote": quote}])
    span = Span(start, start + len(quote))
    spans = {assertion.evidence[0]: (span,)}
    (item,) = quoted_again(assertion, "a", made, made.text(text), spans).evidence
    (again,) = item.pieces
    assert again == made.moved(span).of(made.text(text))
    if made.text(text).count(again) == 1:
        assert places(make.corpus({"a": made.text(text)}), item) == [made.moved(span)]


# Claims and their slots


def slots_again(make: Make, claim: str, change: Mutant, *slots: Entry) -> list[str]:
    """Return the values of the slots of an assertion whose claim is changed."""
    assertion = make.assertion(claim, "supported", [{"source": "a", "quote": "x"}], slots=list(slots))
    changed = claimed_again(assertion, change)
    assert changed.claim == change.text
    return [" / ".join((slot.quantity or slot.date, *slot.entity)).strip(" /") for slot in changed.slots]


def change_to(claim: str, operator: str, after: str) -> Mutant:
    """Return the change that makes a claim read like `after`."""
    return next(one for one in mutants(claim, [operator]) if one.text == after)


LASTED: Entry = {"about": ["talks"], "relation": ["lasted"]}


@pytest.mark.parametrize(
    ("declared", "operator", "after", "again"),
    [
        ("about 100 minutes", "number", "The talks lasted about 200 minutes.", "about 200 minutes"),
        ("about 100 minutes", "unit", "The talks lasted about 100 hours.", "about 100 hours"),
        ("about 100 min", "number", "The talks lasted about 200 minutes.", "about 200 min"),
    ],
)
def test_a_slot_states_the_amount_of_the_changed_claim(
    make: Make, declared: str, operator: str, after: str, again: str
) -> None:
    claim = "The talks lasted about 100 minutes."
    slot = {**LASTED, "quantity": declared}
    assert slots_again(make, claim, change_to(claim, operator, after), slot) == [again]


def test_a_number_in_words_is_followed_where_the_claim_begins_with_it(make: Make) -> None:
    slot = {"about": ["men"], "relation": ["fled"], "quantity": "three men"}
    change = change_to("Three men fled.", "number", "Four men fled.")
    assert slots_again(make, "Three men fled.", change, slot) == ["four men"]


def test_a_slot_states_the_day_of_the_changed_claim_however_it_was_written(make: Make) -> None:
    claim = "The truce began on 16 May 2025."
    slot = {"about": ["truce"], "relation": ["began"], "date": "2025-05-16"}
    change = change_to(claim, "day", "The truce began on 17 May 2025.")
    assert slots_again(make, claim, change, slot) == ["17 May 2025"]


def test_a_slot_of_another_value_of_the_claim_stays_as_it_is(make: Make) -> None:
    claim = "The truce signed on 1 May 2025 began on 16 May 2025."
    slot = {"about": ["truce"], "relation": ["began"], "date": "2025-05-16"}
    change = change_to(claim, "day", "The truce signed on 2 May 2025 began on 16 May 2025.")
    assert slots_again(make, claim, change, slot) == ["2025-05-16"]
    change = change_to(claim, "day", "The truce signed on 1 May 2025 began on 17 May 2025.")
    assert slots_again(make, claim, change, slot) == ["17 May 2025"]
    claim = "3 talks lasted 33 minutes."
    change = change_to(claim, "number", "4 talks lasted 33 minutes.")
    assert slots_again(make, claim, change, {**LASTED, "quantity": "33 minutes"}) == ["33 minutes"]


def test_a_slot_stays_as_it_is_where_the_change_is_none_of_a_value(make: Make) -> None:
    claim = "The talks in Oslo lasted 100 minutes."
    slot = {**LASTED, "quantity": "100 minutes"}
    change = change_to(claim, "negate", "The talks in Oslo did not last 100 minutes.")
    assert slots_again(make, claim, change, slot) == ["100 minutes"]


HEAD: Entry = {"about": ["delegation"], "relation": ["_ led"]}


def test_a_slot_names_whom_the_changed_claim_names_and_nobody_by_another_name(make: Make) -> None:
    claim = "Defense Minister Rustem Umerov led the delegation."
    slot = {**HEAD, "entity": ["Rustem Umerov", "Ukrainian Defense Minister", "Minister Rustem Umerov"]}
    change = change_to(claim, "person", "Defense Minister Anna Lindqvist led the delegation.")
    assert slots_again(make, claim, change, slot) == ["Anna Lindqvist / Minister Anna Lindqvist"]


def test_a_slot_keeps_a_name_that_only_holds_the_changed_one(make: Make) -> None:
    claim = "Norway's team met the envoy of Norway."
    slot = {"about": ["envoy"], "relation": ["_ met"], "entity": ["Norway's team"]}
    change = change_to(claim, "country", "Norway's team met the envoy of Brazil.")
    assert slots_again(make, claim, change, slot) == ["Norway's team"]


def test_a_slot_keeps_its_names_where_the_change_is_none_of_a_name(make: Make) -> None:
    claim = "Rustem Umerov led the delegation."
    slot = {**HEAD, "entity": ["Rustem Umerov", "Umerov"]}
    change = change_to(claim, "negate", "Rustem Umerov did not lead the delegation.")
    assert slots_again(make, claim, change, slot) == ["Rustem Umerov / Umerov"]


def test_a_slot_whose_value_cannot_follow_is_left_out(make: Make) -> None:
    claim = "The talks lasted an hour."
    change = replaced(claim, "number", Span(17, 24), "three hours")
    kept = {"about": ["talks"], "relation": ["led by _"], "entity": ["talks"]}
    assert slots_again(make, claim, change, {**LASTED, "quantity": "60 minutes"}, kept) == ["talks"]


def test_a_slot_keeps_what_it_is_about(make: Make) -> None:
    assertion = make.assertion(
        CLAIM,
        "supported",
        [{"source": "a", "quote": "x"}],
        slots=[{"about": ["talks", "meeting"], "relation": ["lasted", "took"], "quantity": "100 minutes"}],
    )
    assert claimed_again(assertion, DOUBLED).slots == (
        Slot(("talks", "meeting"), ("lasted", "took"), "200 minutes"),
    )


# Rulings


def test_a_ruling_is_signed_again_for_the_changed_claim(make: Make) -> None:
    ruled = {"source": "a", "quote": "100 minutes", "attested": make.ruling(CLAIM, "100 minutes")}
    assertion = make.assertion(CLAIM, "supported", [ruled, {"source": "b", "quote": "100 minutes"}])
    signed, unsigned = claimed_again(assertion, DOUBLED).evidence
    assert signed.attested is not None
    assert signed.attested.of == fingerprint("The talks lasted 200 minutes.", ("100 minutes",))
    assert (signed.attested.by, signed.attested.reason) == ("Ana Ruiz", "Read.")
    assert unsigned.attested is None


def test_a_ruling_is_signed_again_for_the_changed_quote(make: Make) -> None:
    ruled = {"quote": ["lasted 100", "Snow"], "attested": make.ruling(CLAIM, "lasted 100", "Snow")}
    (item,) = evidence_again(make, TEXT, CLAIM, DOUBLED, ruled)
    assert item.attested is not None
    assert item.attested.of == fingerprint(CLAIM, ("lasted 200", "Snow"))


def test_a_ruling_that_was_out_of_date_is_one_on_what_the_assertion_says_now(make: Make) -> None:
    ruled = {"source": "a", "quote": "x", "stance": "supports", "attested": make.ruling("Other.", "x")}
    (item,) = signed_again(make.assertion(CLAIM, "supported", [ruled])).evidence
    assert item.attested == replace(item.attested, of=fingerprint(CLAIM, ("x",)))  # type: ignore[type-var]
    assert item.stance is Stance.SUPPORTS
