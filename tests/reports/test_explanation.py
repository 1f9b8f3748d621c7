"""The explanation of one verdict: every source, every passage that speaks, and the words on both sides."""

from __future__ import annotations

import json
from collections.abc import Mapping

from pytest_factcheck import assertions, audit
from pytest_factcheck.assertions import fingerprint
from pytest_factcheck.corpus import from_files
from pytest_factcheck.examination import Examiner
from pytest_factcheck.reports import explanation as reports
from pytest_factcheck.reports.tables import columns
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Reason, Span, Stance

CLAIM = "The talks lasted 100 minutes."
YES, NO, MAYBE = "The talks lasted 100 minutes.", "The talks lasted two hours.", "The talks lasted a while."
RAIN = "Rain fell on the bridge."
SAID = {YES: Stance.SUPPORTS, NO: Stance.CONTRADICTS, MAYBE: Stance.UNDECIDED}
SCORES = {Stance.SUPPORTS: 1.0, Stance.CONTRADICTS: -1.0}


def clerk(question: Question, passage: Passage) -> Opinion:
    """Return what the table says of the sentence in focus, with its place on both sides."""
    stance = SAID.get(passage.focus.of(passage.text), Stance.SILENT)
    reason = Reason("looked-up", "the table says so", Span(4, len(question.claim)), passage.focus)
    return Opinion("clerk", stance, SCORES.get(stance, 0.0), (reason,))


def explained(
    texts: Mapping[str, str | None],
    *evidence: Mapping[str, object],
    only: tuple[str, ...] = (),
    **keys: object,
) -> str:
    """Audit a claim over texts, and explain what is found."""
    raw = {f"seeds/{name}.txt": text.encode() if text else None for name, text in texts.items()}
    corpus = from_files([f"{name}.txt" for name in texts], "seeds", lambda source: raw[source.path])
    given = {"evidence": list(evidence)} if evidence else {}
    entry = {"id": "lasted", "claim": CLAIM, "expect": "supported", **given, **keys}
    file = assertions.read(json.dumps({"assertions": [entry]}), "assertions/t.yaml")
    assert not file.problems
    examiner = Examiner(corpus, [clerk])
    return reports.explanation(audit.audit(examiner, file.assertions[0]), examiner, only)


def test_a_verdict_is_explained_source_by_source_with_the_words_on_both_sides() -> None:
    texts = {"a": YES, "b": f"{RAIN}\n{MAYBE}", "c": RAIN}
    assert explained(texts, {"source": "a", "quote": "100 minutes"}) == (
        """\
assertions/t.yaml:1:18: lasted
claim: The talks lasted 100 minutes.
expected supported, found supported: judged

a: supports
  seeds/a.txt:1:18: supports, as `clerk` confirms
    “100 minutes”
    clerk: supports (+1.00)
      looked-up: the table says so
        claim 4-29 “talks lasted 100 minutes.”; source 0-29 “The talks lasted
          100 minutes.”

b: undecided
  seeds/b.txt:2:1: undecided, by `clerk`
    “The talks lasted a while.”
    clerk: undecided (+0.00)
      looked-up: the table says so
        claim 4-29 “talks lasted 100 minutes.”; source 25-50 “The talks lasted a
          while.”

c: silent
  nowhere in this text: talks, lasted, 100 minutes
  no sentence shares enough words with the claim

worth a look:
  b undecided by `clerk` at seeds/b.txt:2:1: "The talks lasted a while." (the
    table says so)"""
    )


def test_a_red_verdict_ends_with_its_problems() -> None:
    text = explained({"a": YES, "b": NO}, {"source": "a", "quote": YES})
    assert "expected supported, found disputed: nothing that stands" in text
    assert "\n\nproblems:\n  assertions/t.yaml:1:18: undeclared-opposition: b contradicts by `clerk`" in text


def test_a_ruling_is_shown_with_its_person_day_and_reason() -> None:
    ruling = {"by": "Ana Ruiz", "on": "2025-06-02", "reason": "Read.", "of": fingerprint(CLAIM, (NO,))}
    text = explained({"a": NO}, {"source": "a", "quote": NO, "attested": ruling})
    assert "  seeds/a.txt:1:1: supports, on a signed ruling\n" in text
    assert "    ruling of Ana Ruiz, 2025-06-02: Read.\n" in text


def test_a_persons_word_is_called_so() -> None:
    text = explained({"a": MAYBE}, {"source": "a", "quote": MAYBE})
    assert "found supported: on a person's word" in text
    assert "  seeds/a.txt:1:1: supports, on a person's word\n" in text


def test_evidence_that_does_not_stand_is_called_so() -> None:
    text = explained({"a": RAIN}, {"source": "a", "quote": "on the moon"})
    assert "  assertions/t.yaml:1:112: evidence that does not stand\n" in text


def test_a_text_that_is_not_here_is_called_so() -> None:
    text = explained({"a": YES, "b": None}, {"source": "a", "quote": YES})
    assert "\n\nb: its text is not on this machine\n\n" in text


def test_a_case_that_was_not_run_says_why() -> None:
    assert explained({"a": None}, expect="absent").endswith("\nnot run: the text of a is not on this machine")


def test_no_line_is_wider_than_eighty_columns_nor_moves_a_cursor() -> None:
    wide = f"{YES}\n{'日本語 ' * 40}\n\nThe \x1b[31mtalks\u202e lasted {'x' * 300} 日本.\n"
    text = explained({"a": wide}, {"source": "a", "quote": f"talks\u202e lasted {'x' * 300} 日本"})
    assert max(map(columns, text.splitlines())) <= 80
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_silent_source_shows_what_comes_nearest_and_what_it_lacks() -> None:
    near = "The talks lasted into the night."
    assert explained({"a": YES, "b": near}, {"source": "a", "quote": YES}).endswith(
        """

b: silent
  nowhere in this text: 100 minutes
  nearest miss: seeds/b.txt:1:1 (+0.00)
    “The talks lasted into the night.”
    clerk: silent (+0.00)
      looked-up: the table says so
        claim 4-29 “talks lasted 100 minutes.”; source 0-32 “The talks lasted
          into the night.”"""
    )


def test_what_a_person_has_ruled_out_is_no_miss() -> None:
    ruling = {"by": "Ana Ruiz", "on": "2025-06-02", "reason": "Read.", "of": fingerprint(CLAIM, (NO,))}
    evidence = {"source": "a", "stance": "silent", "quote": NO, "attested": ruling}
    text = explained({"a": f"{NO}\n{RAIN}"}, evidence, expect="absent")
    assert "\n\na: silent\n  seeds/a.txt:1:1: silent, on a signed ruling\n" in text
    assert text.endswith(
        "\n  nowhere in this text: 100 minutes\n  no sentence shares enough words with the claim"
    )


def test_words_that_no_source_holds_are_told_once_for_all() -> None:
    assert (
        "\nexpected absent, found absent: searched and silent\n"
        "words that no source holds: talks, lasted, 100 minutes\n\na: silent\n"
    ) in explained({"a": RAIN, "b": RAIN}, expect="absent")


def test_only_the_sources_that_were_named_are_shown() -> None:
    text = explained({"a": YES, "b": RAIN, "c": RAIN}, {"source": "a", "quote": YES}, only=("b",))
    assert "\n\nb: silent\n" in text
    assert "\na: " not in text
    assert "\nc: " not in text
