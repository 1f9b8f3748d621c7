"""A document knows where each value and key stands, and falls back on what is nearest."""

from __future__ import annotations

import pytest

from pytest_factcheck.yamlfile import load
from pytest_factcheck.yamlfile.document import Document, Pointer, shown

TEXT = """\
topic: Talks
assertions:
  - id: first
    tags: [one, "two"]
  - {id: second}
"""
DOCUMENT = load(TEXT, "a.yaml")


@pytest.mark.parametrize(
    ("pointer", "value", "key"),
    [
        ((), "1:1", "1:1"),
        (("topic",), "1:8", "1:1"),
        (("assertions",), "3:3", "2:1"),
        (("assertions", 0), "3:5", "3:5"),
        (("assertions", 0, "id"), "3:9", "3:5"),
        (("assertions", 0, "tags", 1), "4:17", "4:17"),
        (("assertions", 1), "5:5", "5:5"),
        (("assertions", 1, "id"), "5:10", "5:6"),
    ],
)
def test_values_and_keys_have_places(pointer: Pointer, value: str, key: str) -> None:
    assert str(DOCUMENT.at(pointer)) == f"a.yaml:{value}"
    assert str(DOCUMENT.key_at(pointer)) == f"a.yaml:{key}"


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        (("nothing",), "1:1"),
        (("assertions", 7), "3:3"),
        (("assertions", -1), "3:3"),
        (("assertions", "id"), "3:3"),
        (("assertions", 0, "claim"), "3:5"),
        (("topic", 0, "deeper"), "1:8"),
    ],
)
def test_what_is_missing_stands_where_its_nearest_ancestor_stands(pointer: Pointer, place: str) -> None:
    assert str(DOCUMENT.at(pointer)) == f"a.yaml:{place}"
    assert str(DOCUMENT.key_at(pointer)) == f"a.yaml:{place}"


def test_a_value_can_be_had_as_it_was_written() -> None:
    assert DOCUMENT.written(("assertions", 0, "tags", 1)) == '"two"'
    assert DOCUMENT.written(("assertions", 0, "tags")) == '[one, "two"]'


def test_a_value_has_an_end() -> None:
    assert str(DOCUMENT.end(("topic",))) == "a.yaml:1:13"


def test_data_without_a_text_stand_at_the_head_of_the_file() -> None:
    document = Document("report.json", {"rows": []})
    assert str(document.at(("rows",))) == "report.json:1:1"
    assert str(document.key_at(("rows",))) == "report.json:1:1"
    assert document.written(("rows",)) == ""


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("two\n  lines", "two lines"),
        ("x" * 61, "x" * 59 + "…"),
        ("a\x1b[31mb", "a\\u001b[31mb"),
        ("a\u202eb", "a\\u202eb"),
    ],
)
def test_shown_words_are_one_short_line_of_visible_characters(words: str, line: str) -> None:
    assert shown(words) == line
