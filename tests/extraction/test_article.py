"""The elements of an article become lines; what only formats words parts nothing."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

import pytest

from pytest_factcheck.extraction.article import lines


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        pytest.param("<p>One\n two.</p><p/><p>Three.</p>", ["One two.", "Three."], id="paragraphs"),
        pytest.param(
            "Bare <hi>words</hi>,<p>one</p> then.", ["Bare words,", "one", "then."], id="bare words"
        ),
        pytest.param("<p>It <hi>cost </hi><ref>2</ref>.</p>", ["It cost 2."], id="formatted words"),
        pytest.param("<p>One<lb/>two<lb/></p>", ["One", "two"], id="breaks"),
        pytest.param("<p>a <hi>b<lb/>c</hi> d</p>", ["a", "b", "c", "d"], id="a break in formatted words"),
        pytest.param(
            "<head>H</head><quote><p>Q</p>by X</quote>", ["H", "Q", "by X"], id="heading, quotation"
        ),
        pytest.param(
            "<list><item>a</item><item>b<list><item>c</item></list>d</item><item/></list>",
            ["- a", "- b", "- c", "d"],
            id="lists in lists",
        ),
        pytest.param("<list><item><p>a</p><p>b</p></item></list>", ["- a", "b"], id="paragraphs of an item"),
        pytest.param(
            "<table><row><cell>Year</cell><cell/><cell><p>Cars</p><p>a day</p></cell></row></table>",
            ["Year | Cars a day"],
            id="rows",
        ),
        pytest.param(
            "<p>It cost <del>two</del> <hi>3<del>4</del></hi>.</p>", ["It cost 3."], id="struck out"
        ),
        pytest.param("<code>a\n  b</code><p>run <code>c</code></p>", ["a", "b", "run c"], id="code"),
        pytest.param("<p>a <hi>b<lb/></hi> c</p>", ["a b c"], id="a break at the end of formatted words"),
        pytest.param("<p>a <hi><ref>b<lb/>c</ref></hi> d</p>", ["a", "b", "c", "d"], id="a break further in"),
        pytest.param("<p>a <code>b<del>c</del> d</code></p>", ["a b d"], id="struck out in code"),
        pytest.param(
            "<list><item><list><item>a</item></list>b</item></list>", ["- - a", "b"], id="a list at the head"
        ),
        pytest.param("<p>a<graphic src='x'/>b</p>", ["ab"], id="pictures"),
        pytest.param(" \n ", [], id="nothing"),
    ],
)
def test_an_article_becomes_lines(article: str, expected: list[str]) -> None:
    assert list(lines(ElementTree.fromstring(f"<body>{article}</body>"))) == expected  # noqa: S314 - ours


DEEP = 2_000


def nested(tag: str, innermost: str) -> ElementTree.Element:
    """Return elements of one kind, each in the one before, with a word before and behind the inner one."""
    parts = [ElementTree.Element(tag) for _ in range(DEEP)]
    for number, (above, part) in enumerate(pairwise(parts)):
        above.text, part.tail = f"<{number} ", f" {number}>"
        above.append(part)
    parts[-1].append(ElementTree.fromstring(f"<hi>{innermost}</hi>"))  # noqa: S314 - ours
    return parts[0]


def test_a_break_deep_in_formatted_words_parts_the_words_on_all_levels() -> None:
    ways = range(DEEP - 1)
    before, behind = [f"<{at}" for at in ways], [f"{at}>" for at in reversed(ways)]
    assert list(lines(nested("hi", "a<lb/>b"))) == [*before, "a", "b", *behind]


def test_words_deep_in_formatted_words_stay_on_their_line() -> None:
    ways = range(DEEP - 1)
    before, behind = [f"<{at}" for at in ways], [f"{at}>" for at in reversed(ways)]
    assert list(lines(nested("hi", "a"))) == [" ".join([*before, "a", *behind])]


@pytest.mark.parametrize(("tag", "count"), [("p", 2 * DEEP), ("item", 2 * DEEP), ("row", 1), ("code", 1)])
def test_no_depth_is_too_deep(tag: str, count: int) -> None:
    assert len(list(lines(nested(tag, "a<lb/>b")))) == count
