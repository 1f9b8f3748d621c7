"""Strategies: what is drawn, and that the laws in docs/strategies.md run as they stand there."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis.errors import Unsatisfiable

from pytest_factcheck.corpus import Corpus
from pytest_factcheck.language.countries import country
from pytest_factcheck.language.dates import read_dates
from pytest_factcheck.language.quantities import read_quantities
from pytest_factcheck.perturbations import CHANGES, PARAPHRASES, REPHRASINGS, mutants, rephrasings
from pytest_factcheck.strategies import (
    Statement,
    corpora,
    corpus_of,
    perturbed,
    rephrased,
    sentences,
    stated,
)

ROOT = Path(__file__).parents[1]
DOCUMENT = (ROOT / "docs" / "strategies.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"^```python (\S+)\n(.*?)^```$", DOCUMENT, re.MULTILINE | re.DOTALL))
LINE = "The meeting in Oslo lasted 100 minutes."


@given(sentences())
def test_a_statement_holds_its_facts(statement: Statement) -> None:
    assert statement.facts
    assert all(words in statement.text for words in statement.facts.values())
    assert statement.text.endswith(".")
    assert "{" not in statement.text


@given(sentences())
def test_two_facts_of_one_kind_differ(statement: Statement) -> None:
    for slot, words in statement.facts.items():
        assert statement.facts.get(f"other_{slot}") != words


@given(sentences())
def test_the_facts_are_what_the_language_layer_reads(statement: Statement) -> None:
    amounts = {int(one.nominal) for one in read_quantities(statement.text) if one.nominal is not None}
    bounds = {
        int(one.interval.low) for one in read_quantities(statement.text) if one.interval.low is not None
    }
    for slot in ("minutes", "number"):
        value = int(statement.facts.get(slot, "0").replace(",", ""))
        worth = value * 60 if slot == "minutes" else value
        assert not value or {worth, worth + 1} & (amounts | bounds)
    days = read_dates(statement.text)
    assert len(days) == bool({"date", "year"} & statement.facts.keys())
    assert country(statement.facts.get("country", "Chile"))


@given(sentences())
def test_every_statement_has_changes_and_rephrasings(statement: Statement) -> None:
    assert mutants(statement.text)
    assert rephrasings(statement.text)


@given(perturbed(LINE), rephrased(LINE))
def test_what_is_drawn_is_what_the_operators_make(change: Any, same: Any) -> None:  # noqa: ANN401 - mutants
    assert change in mutants(LINE)
    assert same in rephrasings(LINE)


@given(perturbed(Statement(LINE, {"city": "Oslo"}), ["place"]), rephrased(LINE, ["line-wrap"]))
def test_the_operators_can_be_chosen(change: Any, same: Any) -> None:  # noqa: ANN401 - mutants
    assert (change.operator, same.operator) == ("place", "line-wrap")


def test_where_no_operator_fits_nothing_is_drawn() -> None:
    @given(perturbed("Hello.", CHANGES))
    def draw(_mutant: object) -> None:
        raise AssertionError("something was drawn")

    with pytest.raises(Unsatisfiable):
        draw()


@given(corpora(most=2))
def test_a_corpus_has_one_to_four_statements_in_each_source(corpus: Corpus) -> None:
    assert 1 <= len(corpus.sources) <= 2
    for name in corpus.sources:
        text = corpus.text(name)
        assert text is not None
        assert 1 <= len(text.sentences) <= 4


def test_a_corpus_of_many_texts_keeps_their_order() -> None:
    texts = [f"Oslo has {number} bridges." for number in range(2, 14)]
    corpus = corpus_of(*texts)
    assert list(corpus.sources)[:2] == ["source-01", "source-02"]
    found = [corpus.text(name) for name in corpus.sources]
    assert [text.text for text in found if text] == texts


@given(stated(corpus_of("It rained. The\nbridge is open.", "It rained.")))
def test_a_sentence_of_a_corpus_stands_on_one_line(sentence: str) -> None:
    assert sentence in {"It rained.", "The bridge is open."}


def test_a_corpus_that_nobody_reads_has_no_sentence() -> None:
    with pytest.raises(ValueError, match="no source of this corpus has a sentence"):
        stated(corpus_of("Мост открыли в марте."))


@pytest.mark.parametrize("name", BLOCKS)
def test_the_laws_of_the_document_hold(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    space: dict[str, Any] = {"__name__": name}
    exec(compile(BLOCKS[name], name, "exec"), space)  # noqa: S102 - it is what the reader is told to run
    laws: list[Callable[[], None]] = [law for key, law in space.items() if key.startswith("test_")]
    assert laws
    for law in laws:
        law()


def test_the_document_lists_every_operator_and_every_strategy() -> None:
    rows = re.findall(r"^\| (`[^|]+) \|", DOCUMENT, re.MULTILINE)
    listed = [word for row in rows for word in re.findall(r"`([a-z_-]+)", row)]
    strategies = ["sentences", "stated", "perturbed", "rephrased", "corpora"]
    assert listed == [*strategies, *CHANGES, *REPHRASINGS, *PARAPHRASES]


def test_nothing_else_of_the_package_imports_hypothesis() -> None:
    script = (
        "import sys, pytest_factcheck.cli, pytest_factcheck.perturbations; print('hypothesis' in sys.modules)"
    )
    command = [sys.executable, "-c", script]
    ran = subprocess.run(command, cwd=ROOT / "harness", capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"
