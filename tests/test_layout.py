"""Layout: values as lines of YAML, as deep and as wide as their file."""

from __future__ import annotations

from pytest_factcheck.yamlfile.editing import add_item
from pytest_factcheck.yamlfile.layout import Layout, group_lines, item_lines


def test_words_that_are_too_long_for_a_line_are_folded() -> None:
    before = "x:\n  - a: 1\n"
    words = "the quick brown fox jumps over the lazy dog " * 3
    edited = add_item(before, "a.yaml", ("x",), {"k": words.strip()})
    assert edited == (
        "x:\n  - a: 1\n  - k: >-\n"
        "      the quick brown fox jumps over the lazy dog the quick brown fox jumps over\n"
        "      the lazy dog the quick brown fox jumps over the lazy dog\n"
    )


def test_a_list_that_is_too_long_for_a_line_is_written_one_item_below_the_other() -> None:
    before = "x:\n  - a: 1\n"
    pieces = ["the quick brown fox jumps over the lazy dog", "pack my box with five dozen liquor jugs"]
    edited = add_item(before, "a.yaml", ("x",), {"k": pieces})
    assert edited == f"{before}  - k:\n      - {pieces[0]}\n      - {pieces[1]}\n"


def test_a_comma_needs_no_quotes_but_in_braces() -> None:
    value = {"quote": "Ann Reed, the mayor", "tags": ["a, b"]}
    assert group_lines(value, 2, Layout()) == ["  quote: Ann Reed, the mayor", '  tags: ["a, b"]']


def test_an_item_stands_as_deep_as_it_is_told() -> None:
    assert item_lines({"a": {"b": "c"}}, 2, 4, Layout(group=3)) == ["  -   a:", "         b: c"]
    assert item_lines("words", 4, 2, Layout()) == ["    - words"]


def test_groups_stand_in_braces_where_those_of_the_neighbours_do() -> None:
    before = "x:\n  - a: 1\n    e:\n      - {b: c}\n"
    group = {"b": "d", "f": "g"}
    assert add_item(before, "a.yaml", ("x",), {"e": [group]}) == f"{before}\n  - e:\n      - {{b: d, f: g}}\n"
    long = {"b": "words " * 20 + "end"}
    edited = add_item(before, "a.yaml", ("x",), {"e": [long]})
    assert "      - b: >-\n" in edited
