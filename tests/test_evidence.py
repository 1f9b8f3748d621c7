"""Evidence: where its quotes stand, what its stance rests on, and what each fault tells a reviewer."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from pytest_factcheck import assertions, evidence
from pytest_factcheck.assertions import fingerprint
from pytest_factcheck.corpus import Corpus, SourceText, from_files
from pytest_factcheck.evidence import Checked
from pytest_factcheck.examination import Examiner, Hearing
from pytest_factcheck.findings import Basis
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Reason, Span, Stance

CLAIM = "The talks lasted 100 minutes."
YES = "The talks lasted 100 minutes in the old palace by the river."
NO = "The talks lasted two hours, an aide of the mayor said."
PLAIN = "The talks went on in the old palace by the river."
RAIN = "Rain fell on the bridge."
SAID = {"lasted two hours": Stance.CONTRADICTS, "lasted 100 minutes": Stance.SUPPORTS}
RULING = {"by": "Ana Ruiz", "on": "2025-06-02", "reason": "Read in full."}


def clerk(_question: Question, passage: Passage) -> Opinion:
    """Return what the table says of the sentences in focus; both at once it cannot decide."""
    heard = " ".join(sentence.of(passage.text) for sentence in passage.judged)
    found = [stance for phrase, stance in SAID.items() if phrase in heard]
    stance = found[0] if len(found) == 1 else Stance.UNDECIDED if found else Stance.SILENT
    return Opinion("clerk", stance, 0.0, (Reason("looked-up", "the table says so"),))


def checked(
    text: str,
    quote: str | list[str],
    *,
    others: tuple[str, ...] = (),
    language: str = "en",
    claim: str = CLAIM,
    **given: object,
) -> Checked:
    """Check one quote in the source `a`, for a claim that is expected to be supported."""
    raw = {f"seeds/{name}.txt": words.encode() for name, words in zip("abc", (text, *others), strict=False)}
    bare = from_files([path.removeprefix("seeds/") for path in raw], "seeds", lambda source: raw[source.path])
    sources = [replace(source, language=language) for source in bare.sources.values()]
    corpus = Corpus("seeds", sources, lambda source: raw[source.path])
    support = {"source": "a", "quote": "The talks"}
    evidences = [{"source": "a", "quote": quote, **given}] + ([support] if "stance" in given else [])
    entry = {"id": "lasted", "claim": claim, "expect": "supported", "evidence": evidences}
    file = assertions.read(json.dumps({"assertions": [entry]}), "assertions/t.yaml")
    assert not file.problems
    (declared,) = file.assertions
    source = corpus.text("a")
    assert source is not None
    return evidence.check(Examiner(corpus, [clerk]), declared, declared.evidence[0], source)


def told(found: Checked) -> list[str]:
    """Return problems without their places."""
    return [str(problem).partition(": ")[2] for problem in found.problems]


def only(found: Checked) -> str:
    """Return the one problem without its place."""
    (line,) = told(found)
    return line


# What a stance rests on


@pytest.mark.parametrize(
    ("text", "rests_on", "votes"),
    [
        (YES, Basis.JUDGED, Stance.SUPPORTS),
        (PLAIN, Basis.WORD, Stance.SUPPORTS),
        (f"{NO[:-1]}, others that the talks lasted 100 minutes.", Basis.WORD, Stance.SUPPORTS),
        (NO, Basis.NOTHING, Stance.CONTRADICTS),
    ],
    ids=["confirmed", "silent", "undecided", "opposed"],
)
def test_a_stance_rests_on_the_judges_or_else_on_a_persons_word(
    text: str, rests_on: Basis, votes: Stance
) -> None:
    found = checked(text, "The talks")
    assert (found.finding.rests_on, found.finding.votes) == (rests_on, votes)


def test_a_ruling_stands_where_the_judges_say_otherwise_or_nothing() -> None:
    for text in (NO, PLAIN):
        found = checked(text, "The talks", attested=RULING | {"of": fingerprint(CLAIM, ("The talks",))})
        assert found.finding.rests_on is Basis.ATTESTED
        assert found.finding.votes is Stance.SUPPORTS
        assert not found.problems


def test_a_ruling_that_the_judges_confirm_is_no_longer_needed() -> None:
    found = checked(YES, "The talks", attested=RULING | {"of": fingerprint(CLAIM, ("The talks",))})
    assert found.finding.rests_on is Basis.JUDGED
    assert found.notes == ("the ruling on a is no longer needed: the judges say the same",)


def test_a_ruling_on_another_claim_or_quote_is_stale_and_counts_for_nothing() -> None:
    current = fingerprint(CLAIM, ("The talks",))
    for stale in (
        fingerprint(CLAIM, ("The talk",)),
        fingerprint("Talks lasted 100 minutes.", ("The talks",)),
    ):
        found = checked(PLAIN, "The talks", attested=RULING | {"of": stale})
        assert found.finding.rests_on is Basis.WORD
        assert only(found) == (
            "stale-attestation: the ruling of Ana Ruiz (2025-06-02) was given on another claim or quote "
            f"(read both again; if it still holds, write `of: {current}`)"
        )


def test_in_a_language_that_no_judge_reads_a_stance_is_a_persons_word() -> None:
    found = checked(YES, "The talks", language="de")
    assert (found.finding.rests_on, found.finding.hearing) == (Basis.WORD, None)


def test_a_persons_word_that_a_passage_is_silent_is_no_judgement_of_a_text_that_none_reads() -> None:
    ruling = RULING | {"of": fingerprint(CLAIM, ("another quote",))}
    found = checked(PLAIN, "old palace", language="de", stance="silent", attested=ruling)
    assert found.finding.rests_on is Basis.WORD


def test_a_quote_from_boilerplate_is_found_and_not_judged() -> None:
    found = checked(
        f"Subscribe to our talks that lasted 100 minutes\n\n{NO}", "talks that lasted 100 minutes"
    )
    assert (found.finding.rests_on, found.finding.hearing) == (Basis.WORD, None)
    assert not found.problems


# Several sentences


def test_of_several_sentences_one_that_opposes_is_enough() -> None:
    found = checked(f"{YES} {NO}", f"{YES} {NO}")
    assert found.finding.rests_on is Basis.NOTHING
    assert told(found)[0].startswith(
        "evidence-opposed: declared as supports, but `clerk` reads seeds/a.txt:1:62"
    )


def test_pieces_count_together() -> None:
    found = checked(f"{YES} {RAIN} {PLAIN}", ["lasted 100 minutes", "went on in the old palace"])
    assert found.finding.rests_on is Basis.JUDGED
    assert [span.of(f"{YES} {RAIN} {PLAIN}") for span in found.finding.spans] == [
        "lasted 100 minutes",
        "went on in the old palace",
    ]


def test_a_piece_that_stands_nowhere_takes_the_evidence_down() -> None:
    found = checked(YES, ["lasted 100 minutes", "on the moon"])
    assert found.finding.rests_on is Basis.NOTHING
    assert [problem.slug for problem in found.problems] == ["quote-not-found"]
    assert found.problems[0].location.column > found.finding.evidence.piece_locations[0].column


def test_a_sentence_that_stands_again_is_one_place_with_a_note() -> None:
    found = checked(f"{YES}\n\n{RAIN}\n\n{YES}", "lasted 100 minutes")
    assert found.notes == ("seeds/a.txt:1:11: the same sentence stands again at line 5",)
    assert found.finding.rests_on is Basis.JUDGED


# What a fault tells


def test_a_quote_that_stands_in_another_source_is_told_with_the_place() -> None:
    found = checked(PLAIN, "Rain fell", others=(RAIN,))
    assert told(found) == ['quote-not-found: "Rain fell" stands nowhere in a (b has it, at seeds/b.txt:1:1)']
    assert found.finding.location is None


def test_a_quote_that_stands_nowhere_is_told_with_the_nearest_words() -> None:
    line = only(checked(PLAIN, "The talks went on in the old mill by the canal"))
    assert line.startswith(
        'quote-not-found: "The talks went on in the old mill by the canal" stands nowhere in a'
    )
    assert "nearest is seeds/a.txt:1:" in line


def test_a_quote_without_anything_near_sends_the_reviewer_to_the_text() -> None:
    line = only(checked(PLAIN, "zzz"))
    assert line.endswith("(look it up with `factcheck source show a`)")


def test_a_quote_with_another_number_has_drifted_and_both_are_shown() -> None:
    line = only(checked(YES, "The talks lasted 900 minutes in the old palace by the river."))
    assert line.startswith(
        'quote-drifted: seeds/a.txt:1:1 reads "The talks lasted 100 minutes in the old palace'
    )
    assert "“900” → “100”" in line


def test_a_quote_that_stands_in_different_sentences_is_told_with_every_place() -> None:
    found = checked(f"{YES} {NO}", "The talks lasted")
    assert only(found) == (
        'quote-ambiguous: "The talks lasted" stands in different sentences: '
        "seeds/a.txt:1:1, seeds/a.txt:1:62 "
        "(quote more words, or add `prefix` or `suffix` from the text around it)"
    )


def test_typography_is_no_fault_and_is_noted() -> None:
    found = checked("The “talks” lasted 100 minutes.", 'The "talks"   lasted')
    assert not found.problems
    assert found.notes == ("seeds/a.txt:1:1: the quote differs in typography or white space only",)


def test_a_pin_that_no_longer_fits_is_noted() -> None:
    found = checked(f"{RAIN} {YES}", "lasted 100 minutes", span=[10, 28])
    assert found.notes == ("seeds/a.txt:1:36: the quote moved to 35-53 since it was pinned",)


def test_a_quote_that_shares_nothing_with_the_claim_is_off_topic() -> None:
    found = checked(RAIN, "Rain fell")
    assert only(found) == (
        "evidence-off-topic: the sentences around the quote at seeds/a.txt:1:1 "
        "share no word or number with the claim (quote the sentence that states it)"
    )
    assert found.finding.votes is Stance.SILENT


def test_a_quote_is_on_topic_by_its_neighbours() -> None:
    assert not checked(f"{PLAIN} {RAIN}", "Rain fell").problems


def test_what_no_judge_reads_needs_a_ruling_where_it_shares_nothing_with_the_claim() -> None:
    line = only(checked("Переговоры длились сто минут.", "длились сто минут", language="ru"))
    assert line.startswith("evidence-off-topic: ")
    assert line.endswith(
        "(no judge reads these words: quote others, or have a person rule on it with `attested`)"
    )


def test_an_opposed_quote_tells_who_reads_it_how_and_why() -> None:
    assert only(checked(NO, "lasted two hours")) == (
        "evidence-opposed: declared as supports, but `clerk` reads seeds/a.txt:1:1 as contradicts: "
        "the table says so (correct the stance or the quote, or have a person rule on it with `attested`)"
    )


def test_every_fault_stands_at_the_words_that_the_reviewer_wrote() -> None:
    (problem,) = checked(NO, "lasted two hours").problems
    assert (problem.location.path, problem.location.line) == ("assertions/t.yaml", 1)


@pytest.mark.parametrize(
    ("text", "quoted", "others", "related"),
    [
        (NO, "lasted two hours", (), [("seeds/a.txt:1:1", 55, NO)]),
        (PLAIN, "Rain fell", (RAIN,), [("seeds/b.txt:1:1", 10, "Rain fell")]),
        (PLAIN, "zzz", (), [("seeds/a.txt:1:1", 1, "")]),
        (YES, f"{YES[:17]}9{YES[18:]}", (), [("seeds/a.txt:1:1", 61, YES)]),
        (RAIN, "Rain fell", (), [("seeds/a.txt:1:1", 10, "Rain fell")]),
        (
            f"{YES} {NO}",
            "The talks lasted",
            (),
            [("seeds/a.txt:1:1", 17, "The talks lasted"), ("seeds/a.txt:1:62", 78, "The talks lasted")],
        ),
    ],
    ids=["opposed", "elsewhere", "nothing near", "drifted", "off-topic", "ambiguous"],
)
def test_a_fault_shows_the_words_of_the_source_that_it_is_about(
    text: str, quoted: str, others: tuple[str, ...], related: list[tuple[str, int, str]]
) -> None:
    (problem,) = checked(text, quoted, others=others).problems
    assert [(str(one.start), one.end_column, one.words) for one in problem.related] == related


def test_a_stale_ruling_shows_the_quote_that_it_was_given_on() -> None:
    problems = checked(PLAIN, "went on", attested=RULING | {"of": "sha256-000000000000"}).problems
    (stale,) = (problem for problem in problems if problem.slug == "stale-attestation")
    assert [(str(one.start), one.words) for one in stale.related] == [("seeds/a.txt:1:11", "went on")]


def test_the_nearest_words_are_shown_with_their_place() -> None:
    (problem,) = checked(PLAIN, "The talks went on in the old mill by the canal").problems
    (near,) = problem.related
    assert str(near.start) in problem.advice
    assert near.words in PLAIN


def test_long_words_are_cut_for_a_message() -> None:
    assert evidence.shown("word\n" * 100) == "word " * 17 + "word…"


# Words by which a passage can be quoted


def hearing(text: str, *, reason: str = "") -> tuple[Examiner, SourceText, Hearing]:
    """Return what is heard of the last sentence of a text, with a reason that points at some of its words."""
    corpus = Corpus(
        "seeds", from_files(["a.txt"], "seeds", lambda _: b"").sources.values(), lambda _: text.encode()
    )
    source = corpus.text("a")
    assert source is not None
    at = text.rindex(reason) if reason else 0
    pointed = Reason("looked-up", "the table says so", source=Span(at, at + len(reason)) if reason else None)
    examiner = Examiner(corpus, [clerk])
    passage = examiner.index(source).passage(len(source.sentences) - 1)
    return examiner, source, Hearing(passage, (Opinion("clerk", Stance.UNDECIDED, 0.0, (pointed,)),))


LONG = (
    "Late in the evening, when the square was empty and the rain had stopped, the talks went on for a while."
)


@pytest.mark.parametrize(
    ("text", "reason", "words"),
    [
        (PLAIN, "old palace", PLAIN),
        (LONG, "", "Late in the evening, when the square was empty and the rain"),
        (LONG, "square was", "square was empty and the rain had stopped, the talks went on"),
        (LONG, "a while", "Late in the evening, when the square was empty and the rain"),
        (
            f"{LONG.replace('talks', 'quarrels')} {LONG}",
            "square was",
            "square was empty and the rain had stopped, the talks went on",
        ),
        (
            f"{LONG.replace('while', 'night')} {LONG}",
            "square was",
            "square was empty and the rain had stopped, the talks went on for a while.",
        ),
    ],
    ids=[
        "short",
        "no reason",
        "from the reason on",
        "a reason near the end",
        "another begins so",
        "till the end",
    ],
)
def test_a_passage_is_quoted_by_as_few_words_as_tell_its_place(text: str, reason: str, words: str) -> None:
    assert evidence.shortest_quote(*hearing(text, reason=reason)) == words
