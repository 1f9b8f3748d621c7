"""The bench of drafts: its claims are sound, and its table adds up."""

from __future__ import annotations

import json
import re

import pytest
from benchmarks import drafts

from pytest_factcheck.corpusfolder import open_corpus
from pytest_factcheck.language.folding import fold
from pytest_factcheck.verdict import corpus_verdict
from pytest_factcheck.vocabulary import Stance

ROWS = [json.loads(line) for line in drafts.GOLD.read_text(encoding="utf-8").splitlines()]
CORPUS = open_corpus(drafts.ROOT / "seeds", "seeds")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["claim"][:40])
def test_a_claim_names_every_source_and_quotes_what_stands_in_it(row: dict[str, object]) -> None:
    sources = row["sources"]
    assert isinstance(sources, dict)
    assert set(sources) == set(CORPUS.sources)
    for name, by_hand in sources.items():
        text = CORPUS.text(name)
        assert text is not None
        if by_hand["stance"] != "silent":
            assert fold(by_hand["quote"]).text.strip() in fold(" ".join(text.text.split())).text
    stances = (Stance(by_hand["stance"]) for by_hand in sources.values())
    assert corpus_verdict(stances) == row["expect"]


def test_the_table_is_that_of_the_document(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever changes what is drafted sees it here, and writes the new figures into docs/bench.md."""
    monkeypatch.setattr("sys.argv", ["drafts"])
    drafts.main()
    shown = (drafts.ROOT / "docs" / "bench.md").read_text(encoding="utf-8").partition("## Drafts")[2]
    table = re.search(r"^\| drafted as by hand.*?\n\n", shown, re.MULTILINE | re.DOTALL)
    assert table is not None
    assert capsys.readouterr().out.strip() == table[0].strip()
