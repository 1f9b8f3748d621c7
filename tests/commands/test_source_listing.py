"""`factcheck source list`: what is in the corpus, and what lies beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pytest_factcheck import cli

Laid = Callable[[str], Path]
Capture = pytest.CaptureFixture[str]
EXPECTED = """\
id       day         words    used    digest      publisher
-------  ----------  -------  ------  ----------  -----------
herald   2024-06-12  41       3       not locked
courier  2024-06-13  21       3       not locked
gazette              13               not locked
"""


def printed(capsys: Capture) -> str:
    assert cli.main(["source", "list"]) == 0
    return capsys.readouterr().out


def test_every_source_is_listed_in_the_order_of_the_manifest(laid: Laid, capsys: Capture) -> None:
    laid("flood")
    assert printed(capsys) == EXPECTED


def test_the_state_of_each_digest_is_told(laid: Laid, capsys: Capture) -> None:
    folder = laid("match")
    cli.main(["source", "lock"])
    capsys.readouterr()
    states = {line.split()[0]: line for line in printed(capsys).splitlines()[2:]}
    assert "  locked" in states["radio"]
    assert "  not here" in states["press-agency"]
    (folder / "seeds" / "radio.txt").write_text("Another text.\n")
    assert "  changed" in printed(capsys)


def test_a_text_that_the_manifest_does_not_name_stands_below(laid: Laid, capsys: Capture) -> None:
    (laid("flood") / "seeds" / "letter.txt").write_text("A letter.\n")
    assert printed(capsys).endswith("\nnot in the manifest, so not read: seeds/letter.txt\n")


def test_a_table_of_long_names_fits_the_terminal(laid: Laid, capsys: Capture) -> None:
    path = laid("flood") / "seeds" / "corpus.yaml"
    long = path.read_text().replace(
        "language: en\n", f"language: en\n    publisher: {'The Herald of ' * 9}A\n"
    )
    path.write_text(long.replace("id: gazette", f"id: {'gazette-' * 12}x"))
    assert max(map(len, printed(capsys).splitlines())) <= 80


def test_assertions_with_mistakes_do_not_hide_the_list(laid: Laid, capsys: Capture) -> None:
    folder = laid("flood")
    (folder / "assertions" / "new.yaml").write_text("assertions:\n  - id: [\n")
    assert printed(capsys) == EXPECTED
