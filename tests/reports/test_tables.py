"""Tables and lines: whatever a cell holds, it stays one cell, on one line, and harmless."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.reports.tables import columns, cut, folded, markdown, markdown_table, plain, text_table

WICKED = st.text(alphabet="ab |\\`*#-\n\r\t\x1b\x00\u202e\u200b\u2028\u0085日😀\ufe0f\u0301é", max_size=40)
ANY = st.one_of(st.text(max_size=60), WICKED)


def cells_of(line: str) -> list[str]:
    """Return the cells of a line of a Markdown table, as GitHub splits it."""
    return re.findall(r"(?:\\.|[^|\\])+", line.strip().removeprefix("|").removesuffix("|"))


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("a\nb\tc  d", "a b c d"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x1b]8;;https://evil.example\x07here", "]8;;https://evil.examplehere"),
        ("user\u202egnp.exe", "usergnp.exe"),
        ("zero\u200bwidth", "zerowidth"),
        ("a \u200b b", "a b"),
        ("line\u2028and\u2029paragraph\u0085end\x1cfile", "line and paragraph end file"),
        ("lone \ud800 surrogate", "lone surrogate"),
        ("日本語 é 😀", "日本語 é 😀"),
        ("  ", ""),
        (3, "3"),
    ],
)
def test_a_cell_is_one_line_without_anything_that_a_terminal_acts_on(cell: object, shown: str) -> None:
    assert plain(cell) == shown


@given(ANY)
def test_plain_words_stay_plain_words(cell: str) -> None:
    shown = plain(cell)
    assert plain(shown) == shown
    assert len(shown.splitlines()) <= 1
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


@pytest.mark.parametrize(
    ("cell", "width", "shown"),
    [
        ("short", 5, "short"),
        ("shorter", 6, "short…"),
        ("a b c", 3, "a…"),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
        ("日本語", 6, "日本語"),
        ("", 1, ""),
    ],
)
def test_a_cell_is_cut_to_terminal_columns(cell: str, width: int, shown: str) -> None:
    assert cut(cell, width) == shown


@given(ANY, st.integers(1, 30))
def test_a_cut_cell_fits(cell: str, width: int) -> None:
    assert columns(cut(cell, width)) <= width


def test_columns_are_those_of_a_terminal() -> None:
    assert (columns(""), columns("abc"), columns("日本"), columns("e\u0301")) == (0, 3, 4, 1)


def test_lines_are_broken_between_words() -> None:
    assert folded("one two three four", 9) == ["one two", "three", "four"]
    assert folded("one two three four", 9, margin="  ") == ["one two", "  three", "  four"]


def test_a_word_that_is_too_long_is_broken_in_itself() -> None:
    assert folded("ab abcdefgh i", 4) == ["ab", "abcd", "efgh", "i"]
    assert folded("日本語", 5) == ["日本", "語"]


def test_hyphens_do_not_break_a_word_because_ids_have_them() -> None:
    assert folded("see prisoner-exchange-1000", 24) == ["see", "prisoner-exchange-1000"]


def test_lines_that_are_too_many_end_with_an_ellipsis() -> None:
    assert folded("one two three four", 9, most=2) == ["one two", "three …"]
    assert folded("one two three four", 5, most=2) == ["one", "two …"]
    assert folded("one three four", 5, most=2) == ["one", "thre…"]
    assert folded("one two", 9, most=1) == ["one two"]


def test_no_words_are_no_line() -> None:
    assert folded(" \n ", 9) == []


@given(ANY, st.integers(4, 30), st.integers(0, 3), st.sampled_from(["", "  "]))
def test_folded_lines_fit_and_are_not_too_many(cell: str, width: int, most: int, margin: str) -> None:
    lines = folded(cell, width, most=most, margin=margin)
    assert all(columns(line) <= width for line in lines)
    assert not most or len(lines) <= most
    if not most:
        assert "".join("".join(lines).split()) == "".join(plain(cell).split())


def test_a_text_table_lines_up_by_terminal_columns() -> None:
    table = text_table(("id", "quote"), [("a", "日本"), ("bb", "x|y")])
    assert table.splitlines() == ["id    quote", "----  -------", "a     日本", "bb    x|y"]


def test_numbers_stay_as_they_are_written() -> None:
    assert text_table(("a", "b"), [("1.50", "1e3"), ("-", "007")]).splitlines()[2:] == [
        "1.50  1e3",
        "-     007",
    ]


def test_the_last_column_gives_way_first() -> None:
    table = text_table(("id", "quote"), [("prisoner-exchange", "word " * 40)], 40)
    assert table.splitlines()[2] == "prisoner-exchange  word word word word…"


def test_the_last_column_gives_way_before_a_wider_one() -> None:
    table = text_table(("id", "quote"), [("prisoner-exchange-of-the-thousand", "word word word word")], 50)
    assert table.splitlines()[2] == "prisoner-exchange-of-the-thousand  word word word…"


def test_then_the_widest_column_gives_way() -> None:
    table = text_table(("id", "stance", "quote"), [("x" * 90, "supports", "word " * 40)], 40)
    assert max(map(columns, table.splitlines())) <= 40
    assert "supports" in table


def test_a_table_without_rows_has_its_head() -> None:
    assert text_table(("id", "quote"), [], 20) == "id    quote\n----  -------"


def test_a_cell_of_a_hundred_thousand_characters_is_one_line() -> None:
    huge = "x" * 100_000
    table = text_table(("id", "quote"), [("a", huge)], 60)
    assert [columns(line) for line in table.splitlines()] == [11, 60, 60]
    assert len(folded(huge, 80, most=3)) == 3
    assert len(markdown_table(("a",), [(huge,)]).splitlines()) == 3


@given(st.lists(st.tuples(ANY, ANY, ANY), max_size=4), st.sampled_from([0, 60]))
def test_a_cell_never_breaks_its_row(rows: list[tuple[str, str, str]], width: int) -> None:
    lines = text_table(("a", "b", "c"), rows, width).split("\n")
    assert len(lines) == 2 + len(rows)
    assert not width or max(map(columns, lines)) <= width
    for line in lines:
        assert len(line.splitlines()) <= 1


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("a|b", r"a\|b"),
        ("a\\|b", r"a\\\|b"),
        ("*bold* _it_ `code`", r"\*bold\* \_it\_ \`code\`"),
        ("<script>", r"\<script\>"),
        ("[x](y) ![z](w)", r"\[x\](y) \!\[z\](w)"),
        ("#1 & ~x~", r"\#1 \& \~x\~"),
        ("two\nlines", "two lines"),
    ],
)
def test_markdown_shows_words_as_they_are(cell: str, shown: str) -> None:
    assert markdown(cell) == shown


@given(st.lists(st.tuples(ANY, ANY), max_size=4))
def test_a_cell_never_breaks_its_row_in_markdown(rows: list[tuple[str, str]]) -> None:
    lines = markdown_table(("a", "b"), rows).split("\n")
    assert len(lines) == 2 + len(rows)
    for line, row in zip(lines[2:], rows, strict=True):
        shown = [re.sub(r"\\(.)", r"\1", cell).strip() for cell in cells_of(line)]
        assert shown == [plain(cell) for cell in row]
