"""Hypothesis strategies, so that a project can put laws to its own corpus.

They draw news-like sentences whose facts are known, sentences of a corpus, their perturbations, and small
corpora that are only in memory. This is the one module that imports Hypothesis; nothing else of the package
imports it. It knows the operators and no judge: what must follow from a change is for the tests that draw it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from operator import ne
from string import Formatter
from types import MappingProxyType

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from pytest_factcheck.corpus import Corpus, from_files
from pytest_factcheck.perturbations import CHANGES, REPHRASINGS, Mutant, mutants, rephrasings

__all__ = ["Statement", "corpora", "corpus_of", "perturbed", "rephrased", "sentences", "stated"]

_DATA = tomllib.loads(files(__package__).joinpath("data/statements.toml").read_text("utf-8"))
_WORDS = {
    slot: tuple(entry.replace("_", " ") for entry in row.split()) for slot, row in _DATA["words"].items()
}
_FOLDER = "memory"
_OTHER = "other_"
_SURE_DAY = 28  # every month has it


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence and its facts: what stands in each slot of its pattern, such as `city` or `number`."""

    text: str
    facts: Mapping[str, str]


def _number(low: int, high: int) -> SearchStrategy[str]:
    return st.integers(low, high).map("{:,}".format)


def _date() -> SearchStrategy[str]:
    day, month, year = st.integers(1, _SURE_DAY), st.sampled_from(_WORDS["month"]), st.integers(1950, 2024)
    return st.builds("{1} {0}, {2}".format, day, month, year)


_MAKERS: Mapping[str, Callable[[], SearchStrategy[str]]] = {
    "number": lambda: _number(12, 9000),
    "minutes": lambda: _number(61, 400),
    "small": lambda: _number(3, 60),
    "year": lambda: st.integers(1950, 2024).map(str),
    "date": _date,
}


def _filler(slot: str) -> SearchStrategy[str]:
    """Return the values of a slot."""
    kind = slot.removeprefix(_OTHER)
    return _MAKERS[kind]() if kind in _MAKERS else st.sampled_from(_WORDS[kind])


@st.composite
def sentences(draw: st.DrawFn) -> Statement:
    """Draw a news-like sentence with its facts; "{other_city}" never equals "{city}"."""
    pattern = draw(st.sampled_from(_DATA["patterns"]))
    slots = [slot for _, slot, _, _ in Formatter().parse(pattern) if slot]
    facts: dict[str, str] = {}
    for slot in slots:
        taken = facts.get(slot.removeprefix(_OTHER))
        facts[slot] = draw(_filler(slot).filter(partial(ne, taken)))
    return Statement(pattern.format(**facts), MappingProxyType(facts))


def stated(corpus: Corpus) -> SearchStrategy[str]:
    """Draw a sentence of a corpus that the judges read, its white space evened out.

    Raises:
        ValueError: If no source has one.
    """
    texts = [text for name in corpus.sources if (text := corpus.text(name)) and not text.foreign]
    found = [" ".join(span.of(text.text).split()) for text in texts for span in text.sentences]
    if not found:
        raise ValueError("no source of this corpus has a sentence that a judge reads")
    return st.sampled_from(tuple(dict.fromkeys(found)))


def perturbed(sentence: str | Statement, operators: Iterable[str] = tuple(CHANGES)) -> SearchStrategy[Mutant]:
    """Draw a change of a sentence that makes another statement of it.

    Args:
        sentence: A sentence, or a statement that was drawn.
        operators: Names in `perturbations.CHANGES`. Where none of them fits the sentence nothing can be
            drawn, and Hypothesis tries another example.
    """
    return _one_of(mutants(_text(sentence), operators))


def rephrased(
    sentence: str | Statement, operators: Iterable[str] = tuple(REPHRASINGS)
) -> SearchStrategy[Mutant]:
    """Draw another way to write a sentence that says the same; `operators` are names in `REPHRASINGS`."""
    return _one_of(rephrasings(_text(sentence), operators))


def corpora(statements: SearchStrategy[Statement] | None = None, *, most: int = 3) -> SearchStrategy[Corpus]:
    """Draw a small corpus in memory: one to `most` sources of one to four sentences each.

    Args:
        statements: What the sources say; without it, whatever `sentences()` draws.
        most: The most sources.
    """
    text = st.lists(statements or sentences(), min_size=1, max_size=4).map(_prose)
    return st.lists(text, min_size=1, max_size=most).map(lambda texts: corpus_of(*texts))


def corpus_of(*texts: str) -> Corpus:
    """Return a corpus in memory with the sources `source-1`, `source-2` and so on.

    Args:
        texts: The text of each source.
    """
    raw = {f"source-{number:0{len(str(len(texts)))}d}.txt": text for number, text in enumerate(texts, 1)}
    return from_files(raw, _FOLDER, lambda source: raw[source.below(_FOLDER)].encode("utf-8"))


def _prose(statements: Iterable[Statement]) -> str:
    return " ".join(statement.text for statement in statements)


def _text(sentence: str | Statement) -> str:
    return sentence.text if isinstance(sentence, Statement) else sentence


def _one_of(found: tuple[Mutant, ...]) -> SearchStrategy[Mutant]:
    return st.sampled_from(found) if found else st.nothing()
