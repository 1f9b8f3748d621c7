"""The tables of the language layer are read from the package, and hold what their readers assume."""

from __future__ import annotations

from importlib.resources import files

import pytest

from pytest_factcheck.language.tables import table, word_list

NAMES = sorted(
    path.name.removesuffix(".toml")
    for path in files("pytest_factcheck.language").joinpath("data").iterdir()
    if path.name.endswith(".toml")
)


@pytest.mark.parametrize("name", NAMES)
def test_every_table_is_read_and_holds_something(name: str) -> None:
    assert table(name)


def test_a_row_is_a_list_of_words_whatever_its_line_breaks() -> None:
    assert word_list("stopwords", "articles") == {"a", "an", "the"}


def test_rows_are_joined() -> None:
    joined = word_list("stopwords", "articles", "negators")
    assert {"the", "never"} <= joined


def test_an_unknown_table_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        table("no-such-table")
