"""The explanation of one verdict: every source, every passage that speaks, and the words on both sides."""

from __future__ import annotations

import json

from pytest_factcheck import assertions, audit
from pytest_factcheck.assertions import fingerprint
from pytest_factcheck.corpus import from_files
from pytest_factcheck.examination import Examiner
from pytest_factcheck.findings import Finding
from pytest_factcheck.reports.explanation import explanation
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


def found(texts: dict[str, str | None], *evidence: dict[str, object], **keys: object) -> Finding:
    """Audit a claim over texts."""
    raw = {f"seeds/{name}.txt": text.encode() if text else None for name, text in texts.items()}
    corpus = from_files([f"{name}.txt" for name in texts], "seeds", lambda source: raw[source.path])
    given = {"evidence": list(evidence)} if evidence else {}
    entry = {"id": "lasted", "claim": CLAIM, "expect": "supported", **given, **keys}
    file = assertions.read(json.dumps({"assertions": [entry]}), "assertions/t.yaml")
    assert not file.problems
    return audit.audit(Examiner(corpus, [clerk]), file.assertions[0])


def test_a_verdict_is_explained_source_by_source_with_the_words_on_both_sides() -> None:
    finding = found({"a": YES, "b": f"{RAIN}\n{MAYBE}", "c": RAIN}, {"source": "a", "quote": "100 minutes"})
    assert explanation(finding) == (
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

worth a look:
  b undecided by `clerk` at seeds/b.txt:2:1: "The talks lasted a while." (the
    table says so)"""
    )


def test_a_red_verdict_ends_with_its_problems() -> None:
    text = explanation(found({"a": YES, "b": NO}, {"source": "a", "quote": YES}))
    assert "expected supported, found disputed: nothing that stands" in text
    assert "\n\nproblems:\n  assertions/t.yaml:1:18: undeclared-opposition: b contradicts by `clerk`" in text


def test_a_ruling_is_shown_with_its_person_day_and_reason() -> None:
    ruling = {"by": "Ana Ruiz", "on": "2025-06-02", "reason": "Read.", "of": fingerprint(CLAIM, (NO,))}
    text = explanation(found({"a": NO}, {"source": "a", "quote": NO, "attested": ruling}))
    assert "  seeds/a.txt:1:1: supports, on a signed ruling\n" in text
    assert "    ruling of Ana Ruiz, 2025-06-02: Read.\n" in text


def test_a_persons_word_is_called_so() -> None:
    text = explanation(found({"a": MAYBE}, {"source": "a", "quote": MAYBE}))
    assert "found supported: on a person's word" in text
    assert "  seeds/a.txt:1:1: supports, on a person's word\n" in text


def test_evidence_that_does_not_stand_is_called_so() -> None:
    text = explanation(found({"a": RAIN}, {"source": "a", "quote": "on the moon"}))
    assert "  assertions/t.yaml:1:112: evidence that does not stand\n" in text


def test_a_text_that_is_not_here_is_called_so() -> None:
    text = explanation(found({"a": YES, "b": None}, {"source": "a", "quote": YES}))
    assert "\n\nb: its text is not on this machine\n\n" in text


def test_a_case_that_was_not_run_says_why() -> None:
    assert explanation(found({"a": None}, expect="absent")).endswith(
        "\nnot run: the text of a is not on this machine"
    )


def test_no_line_is_wider_than_eighty_columns_nor_moves_a_cursor() -> None:
    wide = f"{YES}\n{'日本語 ' * 40}\n\nThe \x1b[31mtalks\u202e lasted {'x' * 300} 日本.\n"
    finding = found({"a": wide}, {"source": "a", "quote": f"talks\u202e lasted {'x' * 300} 日本"})
    text = explanation(finding)
    assert max(map(columns, text.splitlines())) <= 80
    assert "\x1b" not in text
    assert "\u202e" not in text
