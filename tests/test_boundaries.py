"""A quote cuts no word, no number and no character in two."""

from __future__ import annotations

import pytest

from pytest_factcheck.spans.boundaries import whole
from pytest_factcheck.vocabulary import Span


def stands_whole(part: str, text: str) -> bool:
    at = text.index(part)
    return whole(text, Span(at, at + len(part)))


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("cat", "concatenate"),
        ("led", "it failed"),
        ("talk", "talks"),
        ("1,000", "11,000 people"),
        ("1", "1,000"),
        ("000", "1,000"),
        ("20", "20.5 percent"),
        ("5", "20.5"),
        ("16", "16:30"),
        ("9", "9/11"),
        ("2025", "2025-05-16"),
        ("20", "10–20 people"),
        ("000", "1\u00a0000 000"),
        ("1", "1\u202f000"),
        ("5", "5th"),
        ("5", "it is -5 outside"),
        ("5", "−5"),
        ("10", "10⁵"),
        ("can", "they can't"),
        ("don", "don’t"),
        ("Brien", "O'Brien"),
        ("we", "we'll see"),
        ("violent", "non-violent protest"),
        ("president", "The ex-president"),
        ("Cafe", "Cafe\u0301"),
        ("न", "नि"),
        ("co", "co\u00adoperate"),
        ("👩", "👩\u200d👧"),
        ("👧", "👩\u200d👧"),
        ("пов", "повестка"),
    ],
)
def test_a_part_of_a_word_or_number_is_not_whole(part: str, text: str) -> None:
    assert not stands_whole(part, text)


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("cat", "the cat sat"),
        ("cat", "cat"),
        ("20", "in 20."),
        ("20", "in 20. Then"),
        ("2022", "in 2022, 20 died"),
        ("1,000", "1,000-for-1,000"),
        ("19", "COVID-19"),
        ("Ukraine", "Ukraine's delegation"),
        ("Ukraine", "Ukraine’s delegation"),
        ("soldiers", "the soldiers' families"),
        ("minute", "a 100-minute meeting"),
        ("talks", "“talks”"),
        ("5", "(5)"),
        ("-5", "it is -5 outside"),
        (".5", "20.5"),
        ("caf\u0301e", "(caf\u0301e)"),
        ("❤", "❤\ufe0f now"),
        ("伊斯坦堡", "會談在伊斯坦堡舉行"),
        ("ไทย", "ประเทศไทยวันนี้"),
        ("word", "a \u200bword\u200b here"),
    ],
)
def test_whole_words_and_numbers_are_whole(part: str, text: str) -> None:
    assert stands_whole(part, text)
