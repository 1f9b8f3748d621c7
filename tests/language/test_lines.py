"""Line ends that only wrap a sentence."""

from __future__ import annotations

import pytest

from pytest_factcheck.language.lines import carries_on, opens_item, wrapped_line_ends


@pytest.mark.parametrize("line", ["- one", "* one", "• one", "— Somebody", "1. One", "12) one", "a) one"])
def test_a_list_item_opens_with_a_mark(line: str) -> None:
    assert opens_item(line, 0)


@pytest.mark.parametrize("line", ["-one", "1.5 km", "One", "2022 was"])
def test_what_opens_no_item(line: str) -> None:
    assert not opens_item(line, 0)


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("It ended\nwithout", True),
        ("It ended,\nWithout", True),
        ("the talks of\nParis", True),
        ("met President\nSmith", True),
        ("A headline\nThe text", False),
        ("a list:\n- one", False),
        ("the end of,\n- one", False),
    ],
)
def test_what_carries_a_line_on(text: str, goes_on: bool) -> None:
    end = text.index("\n")
    assert carries_on(text, end, end + 1) is goes_on


WRAPPED = (
    "It was said that all the delegations had been waiting for\n"
    "Secretary Jane Smith, who came late and left after only a\n"
    "short while, and that nobody had known the reason for it.\n"
    "They met again.\n"
)


def test_a_block_of_fixed_width_wraps_at_every_line_end() -> None:
    feeds = [at for at, letter in enumerate(WRAPPED) if letter == "\n"]
    assert wrapped_line_ends(WRAPPED) == frozenset(feeds[:3])


def test_a_blank_line_parts_blocks() -> None:
    assert wrapped_line_ends("x\n\n" + WRAPPED) == {at + 3 for at in wrapped_line_ends(WRAPPED)}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "One line of some length that stands here all on its own.\n",
        WRAPPED.replace("\n", "\n\n"),
        "Short\nlines\nof a poem\n",
        ("A line that fits upon the page.\n" * 3),
        WRAPPED.replace("short while, and", "Short while, and"),
        WRAPPED.replace("Secretary Jane Smith, who came late", "Jane,"),
    ],
)
def test_other_lines_do_not_wrap(text: str) -> None:
    assert wrapped_line_ends(text) == frozenset()
