"""Repairs as lines: the counts, what is left, and the rulings that lapse."""

from __future__ import annotations

import json
from collections.abc import Mapping

from pytest_factcheck import assertions
from pytest_factcheck.corpus import Corpus, Source
from pytest_factcheck.examination import Examiner
from pytest_factcheck.location import Location
from pytest_factcheck.repairs import Survey, survey
from pytest_factcheck.reports.drift import counts, stale, story
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Stance

ONE = "They agreed to exchange a thousand prisoners of war from each side"
TWO = "The mayor of the old town promised to open twenty new schools"
TEXT = f"{ONE}. {TWO}."
MARK = {"by": "Ana Ruiz", "on": "2025-06-02", "reason": "Read.", "of": "sha256-0123456789ab"}


def silent(_question: Question, _passage: Passage) -> Opinion:
    """Say nothing."""
    return Opinion("mute", Stance.SILENT)


def surveyed(*items: Mapping[str, object], text: str = TEXT) -> Survey:
    corpus = Corpus(
        "seeds", [Source("a", "seeds/a.txt", location=Location("seeds/c.yaml"))], lambda _: text.encode()
    )
    evidence = [{"source": "a", **item} for item in items]
    entry = {"id": "agreed", "claim": "They agreed.", "expect": "supported", "evidence": evidence}
    file = assertions.read(json.dumps({"assertions": [entry]}), "assertions/t.yaml")
    assert file.problems == ()
    return survey(Examiner(corpus, [silent]), file)


def told(found: Survey, *accepted: str, written: bool = False, width: int = 80) -> list[str]:
    return list(story([found], accepted, width, written=written))


SWAP, FEWER = {"quote": ONE.replace("exchange", "swap")}, {"quote": TWO.replace("twenty", "thirty")}


def test_the_counts_say_what_was_found_and_what_becomes_of_it() -> None:
    found = surveyed(SWAP, FEWER, {"quote": "Grain left Odesa"}, {"quote": ONE, "span": [1, 67]})
    assert counts([found], (), written=False) == (
        "4 quotes in 1 file: 2 drifted, 1 moved, 1 not found; to write: 2, left: 2"
    )
    assert counts([found, surveyed({"quote": ONE})], ["agreed"], written=True) == (
        "5 quotes in 2 files: 2 drifted, 1 moved, 1 not found; written: 3, left: 1"
    )
    assert (
        counts([surveyed({"quote": ONE})], (), written=True) == "1 quote in 1 file: each stands in its source"
    )


def test_what_is_left_shows_the_words_of_the_source_because_the_diff_does_not() -> None:
    (_, *lines) = told(surveyed(FEWER))
    assert lines == [
        "  number: “thirty” → “twenty”",
        f"  the source: “{TWO}”",
        "  left: critical (number); if the claim still holds, add --accept agreed",
    ]
    assert told(surveyed(FEWER), "agreed")[1:] == [
        "  number: “thirty” → “twenty”",
        "  to be written with --write",
    ]


def test_words_of_a_source_never_reach_the_terminal_as_commands() -> None:
    text = TEXT.replace("new schools", "new \x1b[31m\u202eschools")
    assert not [line for line in told(surveyed(FEWER, text=text)) if not line.isprintable()]


def test_lines_are_folded_to_the_terminal() -> None:
    assert max(map(len, told(surveyed(SWAP, FEWER), width=40))) <= 40


def test_a_ruling_on_words_that_are_repaired_lapses_and_the_command_signs_it_again() -> None:
    silent_quote = {**SWAP, "stance": "silent", "attested": MARK}
    found = surveyed(silent_quote, {**FEWER, "attested": MARK}, {"quote": ONE})
    first, second = stale(found.repairs)
    assert first == (
        "agreed: stale-attestation: Ana Ruiz ruled on other words of a; read both again, then "
        "factcheck attest agreed a --stance silent --by … --reason … --replace"
    )
    assert f'--stance supports --quote "{TWO}" --by … --reason … --replace' in second


def test_a_pin_that_moves_leaves_a_ruling_in_force() -> None:
    found = surveyed({"quote": ONE, "span": [1, 67], "attested": MARK})
    assert len(found.repairs) == 1
    assert list(stale(found.repairs)) == []
