"""The trace of a bare claim: how it is read, what each source says, what comes nearest, what is nowhere."""

from __future__ import annotations

from pytest_factcheck.corpus import from_files
from pytest_factcheck.examination import Examiner
from pytest_factcheck.reports.tables import columns
from pytest_factcheck.reports.tracing import tracing
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Reason, Span, Stance

CLAIM = "The talks lasted 100 minutes."
YES, NO, MAYBE = "The talks lasted 100 minutes.", "The talks lasted two hours.", "The talks lasted a while."
NEAR, RAIN = "The talks ended after some minutes.", "Rain fell on the bridge."
SAID = {YES: Stance.SUPPORTS, NO: Stance.CONTRADICTS, MAYBE: Stance.UNDECIDED}
SCORES = {YES: 1.0, NO: -1.0, NEAR: 0.25}


def clerk(_question: Question, passage: Passage) -> Opinion:
    """Return what the table says of the sentence in focus, with its first words on both sides."""
    words = passage.focus.of(passage.text)
    stance, score = SAID.get(words, Stance.SILENT), SCORES.get(words, 0.0)
    if stance is Stance.SILENT:
        return Opinion("clerk", stance, score)
    start = passage.focus.start
    return Opinion(
        "clerk", stance, score, (Reason("looked-up", "it is so", Span(4, 9), Span(start, start + 9)),)
    )


def mute(_question: Question, _passage: Passage) -> Opinion:
    return Opinion("mute", Stance.SILENT)


def examiner(**texts: str | None) -> Examiner:
    raw = {f"texts/{name}.txt": None if text is None else text.encode() for name, text in texts.items()}
    return Examiner(
        from_files([f"{name}.txt" for name in texts], "texts", lambda one: raw[one.path]), [clerk, mute]
    )


def test_a_trace_shows_how_a_claim_is_read_and_every_source_in_turn() -> None:
    asked = examiner(a=f"{YES}\n{RAIN}\n{NO}\n", b=f"{RAIN}\n{NEAR}\n", c=RAIN, d=f"{MAYBE}\n")
    head, *sources = tracing(asked, CLAIM).split("\n\n")
    assert head.startswith(
        "claim: The talks lasted 100 minutes.\ninferred slot: quantity 100 minutes; about talks,"
    )
    assert head.endswith("\nfound disputed: 2 silent, 1 undecided, 1 mixed")
    assert "\n\n".join(sources) == (
        """\
a: mixed (+0.00), by `clerk`
  texts/a.txt:3:1: contradicts, by `clerk`
    “The talks lasted two hours.”
    clerk: contradicts (-1.00)
      looked-up: it is so
        claim 4-9 “talks”; source 55-64 “The talks”
    mute: silent (+0.00)
    no word here for: 100 minutes
  texts/a.txt:1:1: supports, by `clerk`
    “The talks lasted 100 minutes.”
    clerk: supports (+1.00)
      looked-up: it is so
        claim 4-9 “talks”; source 0-9 “The talks”
    mute: silent (+0.00)

b: silent (+0.12)
  nowhere in this text: lasted, 100 minutes
  nearest miss: texts/b.txt:2:1 (+0.25)
    “The talks ended after some minutes.”
    clerk: silent (+0.25)
    no word here for: lasted, 100 minutes

c: silent (+0.00)
  nowhere in this text: talks, lasted, 100 minutes
  no sentence shares enough words with the claim

d: undecided (+0.24), by `clerk`
  texts/d.txt:1:1: undecided, by `clerk`
    “The talks lasted a while.”
    clerk: undecided (+0.00)
      looked-up: it is so
        claim 4-9 “talks”; source 0-9 “The talks”
    mute: silent (+0.00)
    no word here for: 100 minutes"""
    )


def test_words_that_no_source_holds_are_told_once_for_all() -> None:
    claim = "The talks in Xanadu lasted 100 minutes."
    head, *_ = tracing(examiner(a=YES, b=NEAR), claim).split("\n\n")
    assert head.endswith("\nwords that no source holds: Xanadu")
    assert "no source holds" not in tracing(examiner(a=YES, b=NEAR), CLAIM)


def test_only_the_sources_that_were_named_are_asked() -> None:
    trace = tracing(examiner(a=YES, b=NO, c=RAIN), "The talks in Xanadu lasted 100 minutes.", ["a", "c"])
    assert "\nfound supported here: 1 supports, 1 silent\n\na: supports" in trace
    assert "\nb: " not in trace
    assert "no source holds" not in trace


def test_the_statements_of_a_claim_are_shown_where_it_makes_several() -> None:
    claim = "Mayor Ana Holt opened the bridge. The talks lasted 100 minutes."
    assert (
        "\nstatement 1: “Mayor Ana Holt opened the bridge.”\nstatement 2: “The talks lasted 100 minutes.”\n"
    ) in tracing(examiner(a=YES), claim)
    assert "statement" not in tracing(examiner(a=YES), CLAIM)


def test_at_most_three_misses_are_shown_the_nearest_first() -> None:
    rows = [f"The talks of {place} lasted on." for place in ("Ankara", "Bern", "Cairo", "Delhi")]
    trace = tracing(examiner(a="\n".join([*rows, NEAR])), CLAIM)
    places = [line.split()[2] for line in trace.splitlines() if "nearest miss" in line]
    assert places == ["texts/a.txt:5:1", "texts/a.txt:1:1", "texts/a.txt:2:1"]


def test_a_text_that_nobody_has_read_is_not_called_silent() -> None:
    german = (
        "Die Gespräche dauerten nach Angaben der Regierung hundert Minuten und sie endeten in der Nacht. " * 4
    )
    trace = tracing(examiner(a=None, b=german, c=YES), CLAIM)
    assert "\n\na: its text is not on this machine\n\n" in trace
    assert "\n\nb: undecided, because no judge reads this text, which is not in English," in trace
    assert "\nfound supported: 1 supports, 2 undecided\n" in trace


def test_a_text_without_sentences_says_so() -> None:
    assert "a: silent (+0.00)\n  it holds no sentence that is judged" in tracing(examiner(a="\n"), CLAIM)


def test_a_claim_that_asks_nothing_says_so() -> None:
    assert "\nthe claim holds no word by which a source could be searched\n" in tracing(
        examiner(a=YES), "It is so."
    )


def test_the_same_question_has_the_same_answer_whatever_was_asked_before() -> None:
    asked = examiner(a=YES, b=NEAR)
    first = tracing(asked, CLAIM)
    tracing(asked, "Rain fell on the bridge.")
    assert tracing(asked, CLAIM) == first


def test_no_line_is_wider_than_eighty_columns_nor_moves_a_cursor() -> None:
    claim = f"The \x1b[31mtalks\u202e lasted {'x' * 300} minutes in 日本."
    text = f"{YES}\n{'日本語 talks lasted ' * 400}\n\nThe \x1b[31mtalks\u202e lasted {'x' * 300} 日本.\n"
    trace = tracing(examiner(a=text, b=RAIN), claim)
    assert max(map(columns, trace.splitlines())) <= 80
    assert "\x1b" not in trace
    assert "\u202e" not in trace
    assert len(trace.splitlines()) < 120
