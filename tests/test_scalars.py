"""Scalars keep their style: what is written in the place of another looks like it, and reads back."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pytest_factcheck import yamlfile
from pytest_factcheck.textfile import decode
from pytest_factcheck.yamlfile.editing import replace_scalar
from pytest_factcheck.yamlfile.scalars import wrapped


def replaced(old: str, value: str, around: tuple[str, str] = ("k: ", "\n# end\n")) -> str:
    """Return what stands in the place of a scalar; what stands around it must not change."""
    before, behind = around
    after = replace_scalar(f"{before}{old}{behind}", "a.yaml", ("k",), value)
    assert after.startswith(before)
    assert after.endswith(behind)
    return after[len(before) : len(after) - len(behind)]


# Styles


@pytest.mark.parametrize(
    ("old", "value", "new"),
    [
        ("plain", 'it\'s, "here" [now]', 'it\'s, "here" [now]'),
        ("'single'", "it's", "'it''s'"),
        ('"double"', 'a "b" \\ c', '"a \\"b\\" \\\\ c"'),
        ("|-\n  a\n  b", "c\nd", "|-\n  c\n  d"),
        ("|\n    a", "b\n", "|\n    b"),
        ("|2-\n   a", "  b", "|2-\n    b"),
        ("|-   # why\n  a", "b: c # d", "|-   # why\n  b: c # d"),
        (">-\n  a\n  b", "c", ">-\n  c"),
        (">\n  a", "b\n", ">\n  b"),
        (">-\n  a", "b\nc\n\nd", ">-\n  b\n\n  c\n\n\n  d"),
        ("'a\n\n  b'", "c\nd", "'c\n\n  d'"),
    ],
)
def test_a_scalar_keeps_its_style(old: str, value: str, new: str) -> None:
    assert replaced(old, value) == new


@pytest.mark.parametrize(
    ("old", "value", "new"),
    [
        ("plain", "a: b", '"a: b"'),
        ("plain", "a #b", '"a #b"'),
        ("plain", "- a", '"- a"'),
        ("plain", "no\nmore", '"no\\nmore"'),
        ("plain", "12", '"12"'),
        ("plain", "", '""'),
        ("'single'", "a\nb", '"a\\nb"'),
        ("|-\n  a", "", '""'),
        ("|-\n  a", " b", '" b"'),
        (">-\n  a", " b", '" b"'),
    ],
)
def test_what_its_style_cannot_hold_goes_in_double_quotes(old: str, value: str, new: str) -> None:
    assert replaced(old, value) == new


def test_in_braces_words_with_a_comma_go_in_double_quotes_and_others_stay_plain() -> None:
    around = ("{a: b, k: ", ", c: d}  # why\n")
    assert replaced("plain", "x, y", around) == '"x, y"'
    assert replaced("plain", "it's here", around) == "it's here"
    assert replaced("'x'", "x, y", around) == "'x, y'"


@pytest.mark.parametrize(
    ("header", "value", "new"),
    [("|-", "b\n", "|"), ("|", "b", "|-"), (">-", "b\n", ">"), ("|-  # why", "b\n", "|  # why")],
)
def test_the_head_of_a_block_changes_where_the_last_line_break_comes_or_goes(
    header: str, value: str, new: str
) -> None:
    assert replaced(f"{header}\n  a", value) == f"{new}\n  b"


# Lines


LONG = (
    "the delegations agreed to exchange\n"
    "    a thousand prisoners of war\n"
    "    from each side and to meet again"
)


@pytest.mark.parametrize(("opening", "closing"), [("", ""), ("'", "'"), ('"', '"'), (">-\n    ", "")])
def test_lines_that_did_not_change_stay_as_they_are(opening: str, closing: str) -> None:
    new = " ".join(LONG.split()).replace("prisoners of war", "captured soldiers")
    assert replaced(f"{opening}{LONG}{closing}", new) == (
        f"{opening}{LONG}{closing}".replace("prisoners of war", "captured soldiers")
    )


@pytest.mark.parametrize(("opening", "closing"), [("", ""), ("'", "'"), ('"', '"'), (">-\n    ", "")])
def test_a_line_is_no_longer_than_the_longest_of_the_old_ones(opening: str, closing: str) -> None:
    new = " ".join(LONG.split()).replace("a thousand prisoners of war", "x " * 40 + "z")
    old = f"{opening}{LONG}{closing}"
    written = f"k: {replaced(old, new)}".split("\n")
    assert max(map(len, written)) <= max(map(len, f"k: {old}".split("\n")))
    assert len(written) == len(f"k: {old}".split("\n")) + 2


def test_words_that_a_continued_line_cannot_begin_with_go_in_double_quotes() -> None:
    assert replaced("aaa bbb\n  ccc ddd", "aaa bbb # ddd") == '"aaa bbb # ddd"'


def test_lines_are_broken_at_single_spaces_only() -> None:
    assert wrapped("aa  bb cc", ["aa  b", "bb cc"]) == ["aa  bb", "cc"]
    assert wrapped("one two three", ["one", "two"]) == ["one", "two", "three"]
    assert wrapped("two", ["one", "two"]) == ["two"]
    assert wrapped("one", ["one", "two"]) == ["one"]
    assert wrapped("", ["one", "two"]) == [""]
    assert wrapped("aa bb cc", ["a", "bbbbb"], first=3) == ["aa", "bb cc"]


# The law

HOLES = (
    ("a: b\nk: ", "\n# end\n", "plain words"),
    ("a: b\nk: ", "   # why\n", "plain words\n  on two lines"),
    ("a: b\nk: ", "   # why\nc: d", "'single, it''s: #'"),
    ("k: ", "\nc: d\n", "'single\n\n  of several\n    lines'"),
    ("k:\n  ", "  # why\n\n", '"double \\" \\u00e9"'),
    ("k: ", "\n", '"double \\\n  of\n  lines"'),
    ("k: ", "\n\n# end\nc: d\n", "|\n   literal\n\n    # words\n   lines"),
    ("k: ", "\nc: d\n", "|-   # why\n literal"),
    ("k: ", "\n\n\nc: d\n", "|+\n  literal"),
    ("k: ", "\n# end", ">-\n    folded\n    lines\n\n    of words"),
    ("k: ", "\nc: d\n", ">1\n folded"),
    ("{k: ", ", c: d}  # why\n", "plain"),
    ("{k: ", "}", "'single'"),
    ("{c: [d], k: ", "\n }\n", '"double"'),
    ("? c\n: d\nk: ", "\n", "12"),
)
PRINTED = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufffe\uffff")
WORDS = st.text(PRINTED | st.sampled_from("  \n\t'\"\\#:-,[]{}&*!|>%@`?~"), max_size=60)


@given(
    hole=st.sampled_from(HOLES),
    words=WORDS,
    line_end=st.sampled_from(["\n", "\r\n"]),
    mark=st.sampled_from(["", "\ufeff"]),
)
@example(HOLES[1], "aaaa bbbb cccc dddd eeee ffff gggg # hhhh: iiii", "\r\n", "\ufeff")
@example(HOLES[6], "one\n\n\ntwo\n", "\n", "")
@example(HOLES[9], "one\n\n\ntwo\n  three", "\n", "")
def test_any_words_replace_any_scalar_and_every_byte_around_it_stays(
    hole: tuple[str, str, str], words: str, line_end: str, mark: str
) -> None:
    before, behind, old = (part.replace("\n", line_end) for part in hole)
    text = f"{mark}{before}{old}{behind}"
    after = replace_scalar(text, "a.yaml", ("k",), words)
    assert after.startswith(f"{mark}{before}")
    assert after.endswith(behind)
    assert len(after) >= len(mark + before + behind)
    assert line_end == "\n" or "\n" not in after.replace("\r\n", "")
    data = yamlfile.load(decode(text.encode("utf-8"), "a.yaml"), "a.yaml").data
    assert isinstance(data, dict)
    assert yamlfile.load(decode(after.encode("utf-8"), "a.yaml"), "a.yaml").data == {**data, "k": words}


SIMPLE = st.lists(st.from_regex(r"[a-z]{1,9}[.,']?", fullmatch=True), min_size=1, max_size=30).map(" ".join)
READ = frozenset({"null", "true", "false"})  # as something else than words


@given(hole=st.sampled_from(HOLES), words=SIMPLE.filter(lambda words: words not in READ))
def test_plain_words_never_change_the_style(hole: tuple[str, str, str], words: str) -> None:
    before, behind, old = hole
    ends = "\n" * (len(old) > 1 and old[0] in "|>" and "-" not in old.split("\n", 1)[0])
    keeps = "|+" in old
    value = words + ("\n\n\n" if keeps else ends)
    written = replace_scalar(f"{before}{old}{behind}", "a.yaml", ("k",), value)[len(before) :]
    if old[0] in "'\"|>":
        assert written.startswith(old.split("\n", 1)[0] if old[0] in "|>" else old[0])
    else:
        assert written[0] == (words[0] if before[0] != "{" or "," not in words else '"')
