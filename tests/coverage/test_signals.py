"""Signals: the words of a sentence that could be wrong."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from pytest_factcheck.coverage.signals import Signal, SignalKind, holds, signals, states_fact
from pytest_factcheck.judges.reading import read
from pytest_factcheck.vocabulary import Span

FRIDAY = date(2025, 5, 16)


def found(sentence: str) -> list[tuple[str, str]]:
    return [(str(one.kind), one.span.of(sentence)) for one in signals(read(sentence), FRIDAY)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It lasted about 100 minutes.", [("verb", "lasted"), ("number", "about 100 minutes")]),
        ("It was her second win.", [("verb", "was"), ("number", "second")]),
        ("Trains stop at 5 p.m. here.", [("number", "5 p.m.")]),
        ("It began on 3 May 2024.", [("verb", "began"), ("date", "3 May 2024")]),
        ("It began on Friday.", [("verb", "began"), ("date", "Friday")]),
        ("The way to Little Brack.", [("name", "Little Brack")]),
        ("Istanbul hosted it.", [("name", "Istanbul"), ("verb", "hosted")]),
        ("Rain is likely, Anna Berg said.", [("verb", "is"), ("name", "Anna Berg"), ("said", "said")]),
        ("Rain is likely, according to the guard.", [("verb", "is"), ("said", "according to")]),
        ("Police: no trace of the car", [("said", "Police")]),
    ],
)
def test_each_kind_is_found_by_its_form(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert found(sentence) == expected


def test_the_first_word_is_a_name_only_where_its_capital_tells() -> None:
    assert found("Bridges fell.") == [("verb", "fell")]
    assert found("Tykhyi fell.") == [("name", "Tykhyi"), ("verb", "fell")]
    assert found("Bill Thripp fell.") == [("name", "Bill Thripp"), ("verb", "fell")]


def test_days_are_no_names() -> None:
    assert [kind for kind, _ in found("They met on Friday in May.")] == ["verb", "date", "date"]


def test_where_nothing_else_tells_every_word_with_content_is_a_signal() -> None:
    assert found("Talks end without deal") == [("word", word) for word in ("Talks", "end", "without", "deal")]
    assert found("At long last") == []


@pytest.mark.parametrize(
    ("sentence", "kind", "outright"),
    [
        ("Two men fell.", SignalKind.NUMBER, True),
        ("One man fell.", SignalKind.NUMBER, False),
        ("They met on Friday.", SignalKind.DATE, True),
        ("Friday’s talks failed.", SignalKind.DATE, False),
        ("He said it was late.", SignalKind.SAID, True),
        ("We said it was late.", SignalKind.SAID, False),
        ("They met in Oslo.", SignalKind.NAME, False),
    ],
)
def test_what_only_names_a_thing_states_nothing_outright(
    sentence: str, kind: SignalKind, outright: bool
) -> None:
    every = signals(read(sentence), FRIDAY)
    assert kind in {one.kind for one in every}
    assert holds(every, kind) is outright


def test_a_verb_alone_states_no_figure_and_no_speaker() -> None:
    assert not states_fact([Signal(Span(0, 1), SignalKind.VERB, outright=True)])
    assert states_fact([Signal(Span(0, 1), SignalKind.NUMBER, outright=True)])
    assert not states_fact([Signal(Span(0, 1), SignalKind.NUMBER, outright=False)])


def test_no_two_signals_overlap() -> None:
    spans = [one.span for one in signals(read("On Friday, 16 May 2025, about 100 of 1,000 men met."), FRIDAY)]
    assert all(first.end <= second.start for first, second in pairwise(spans))


def test_what_is_too_long_for_a_sentence_has_none() -> None:
    assert signals(read("Anna met 40 men. " * 400), FRIDAY) == ()
