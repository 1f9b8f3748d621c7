"""The bench of checkable sentences: its labels are sound, and its table is that of the document."""

from __future__ import annotations

import re

import pytest
from benchmarks import checkable
from benchmarks.checkable import HELD, NO, TUNE, YES, labels, mistakes, text_of

ROWS = [line.split("\t") for line in checkable.LABELS.read_text(encoding="utf-8").splitlines()[1:]]
SOURCES = sorted({row[0] for row in ROWS})


@pytest.mark.parametrize("source", SOURCES)
def test_every_sentence_of_a_text_is_labelled_once_and_in_one_half(source: str) -> None:
    own = [row for row in ROWS if row[0] == source]
    assert [int(row[1]) for row in own] == [sentence.start for sentence in text_of(source).sentences]
    assert len({row[2] for row in own}) == 1


def test_each_label_says_what_it_is_and_why_not() -> None:
    assert {row[2] for row in ROWS} == {TUNE, HELD}
    assert {row[3] for row in ROWS} == {YES, NO, "unsure"}
    assert all(bool(row[4]) is (row[3] != YES) for row in ROWS)


def test_what_the_readers_differ_on_is_not_counted() -> None:
    assert len(labels()) == len(ROWS) - 3


def test_mistakes_of_the_held_half_are_never_shown() -> None:
    tuned = {source for source, _, half, *_ in ROWS if half == TUNE}
    told = [line.partition(":")[0] for line in mistakes(labels()) if not line.startswith("  ")]
    assert told
    assert set(told) <= tuned


def test_the_table_is_that_of_the_document(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever changes what is checkable sees it here, and writes the new figures into docs/bench.md."""
    monkeypatch.setattr("sys.argv", ["checkable"])
    checkable.main()
    shown = (checkable.ROOT / "docs" / "bench.md").read_text(encoding="utf-8")
    shown = shown.partition("## Checkable sentences")[2]
    table = re.search(r"^\| half .*?\n\n", shown, re.MULTILINE | re.DOTALL)
    assert table is not None
    assert capsys.readouterr().out.strip() == table[0].strip()
