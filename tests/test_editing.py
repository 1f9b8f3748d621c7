"""Edits in place: what was asked for is there afterwards, and every other character is where it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck import yamlfile
from pytest_factcheck.errors import InvalidInput
from pytest_factcheck.location import Location
from pytest_factcheck.textfile import decode
from pytest_factcheck.yamlfile.document import Pointer
from pytest_factcheck.yamlfile.editing import add_item, add_key, replace_scalar
from pytest_factcheck.yamlfile.layout import Value, flow
from pytest_factcheck.yamlfile.scalars import scalar

MARK: Value = {"by": "Ana Ruiz", "on": "2025-06-02", "reason": "Read: all #1", "of": "sha256-0123456789ab"}
BLOCK = """\
# head
list:
  - id: a   # first
    claim: "C, d"
    quote: |-
      two
      lines

  # between
  - {id: b, tags: [x, y]}   # flow
# end
"""


def data_of(text: str) -> Any:  # noqa: ANN401 - any YAML
    """Return the data of a file as it is on disk."""
    return yamlfile.load(decode(text.encode("utf-8"), "a.yaml"), "a.yaml").data


def refusal(edit: Callable[[], str]) -> str:
    """Return the one problem for which an edit is refused."""
    with pytest.raises(InvalidInput) as refused:
        edit()
    (problem,) = refused.value.problems
    return str(problem)


# Adding keys


def test_a_key_is_added_behind_the_last_one_and_before_what_follows() -> None:
    assert add_key(BLOCK, "a.yaml", ("list", 0), "attested", MARK) == BLOCK.replace(
        "      lines\n",
        "      lines\n"
        "    attested:\n"
        "      by: Ana Ruiz\n"
        "      on: 2025-06-02\n"
        '      reason: "Read: all #1"\n'
        "      of: sha256-0123456789ab\n",
    )


def test_in_braces_a_key_is_added_in_braces() -> None:
    assert add_key(BLOCK, "a.yaml", ("list", 1), "attested", {"by": "Ana, B.", "on": "x"}) == BLOCK.replace(
        "[x, y]}", '[x, y], attested: {by: "Ana, B.", on: x}}'
    )


def test_a_key_gets_a_list_of_groups_as_the_file_indents_its_lists() -> None:
    deep = "list:\n    - id: a\n"
    assert add_key(deep, "a.yaml", ("list", 0), "more", [{"b": "c"}]) == (
        "list:\n    - id: a\n      more:\n          - b: c\n"
    )
    flush = "list:\n- id: a\n"
    assert add_key(flush, "a.yaml", ("list", 0), "more", [{"b": {"c": "d"}}]) == (
        "list:\n- id: a\n  more:\n  - b:\n      c: d\n"
    )


def test_a_comment_behind_the_last_word_stays_with_it() -> None:
    assert add_key("a: b   # why\n# end\n", "a.yaml", (), "c", "d") == "a: b   # why\nc: d\n# end\n"


def test_a_file_that_ends_without_a_line_end_stays_so() -> None:
    assert add_key("a: b", "a.yaml", (), "c", "d") == "a: b\nc: d"


def test_an_empty_group_gets_its_first_key() -> None:
    assert add_key("a: {}\nb: c\n", "a.yaml", ("a",), "k", [1, True]) == "a: {k: [1, true]}\nb: c\n"


def test_braces_over_several_lines_keep_their_lines_and_their_last_comma() -> None:
    text = "a: {\n  b: c,  # one\n  d: e,  # two\n}\n"
    assert add_key(text, "a.yaml", ("a",), "f", "g") == "a: {\n  b: c,  # one\n  d: e, f: g,  # two\n}\n"


# Adding items


def test_an_item_is_added_with_the_dash_and_the_gap_of_its_neighbours() -> None:
    text = "x:\n - one: 1\n -   two: 2\ny: 3\n"
    assert add_item(text, "a.yaml", ("x",), {"k": "v", "l": "w"}) == (
        "x:\n - one: 1\n -   two: 2\n - k: v\n   l: w\ny: 3\n"
    )
    wide = "x:\n-   one: 1\n"
    assert add_item(wide, "a.yaml", ("x",), {"k": "v", "l": "w"}) == "x:\n-   one: 1\n-   k: v\n    l: w\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x:\n- one\n\n- two\n", "x:\n- one\n\n- two\n\n- new\n"),
        (
            "x:\n- one\n  \n# why\n- two  # so\n\ny: z\n",
            "x:\n- one\n  \n# why\n- two  # so\n\n- new\n\ny: z\n",
        ),
        ("x:\n- one\n\n- two\n- three\n", "x:\n- one\n\n- two\n- three\n- new\n"),
        ("x:\n- |\n  one\n\n  two\n- three\n", "x:\n- |\n  one\n\n  two\n- three\n- new\n"),
        ("x:\n\n- one\n", "x:\n\n- one\n- new\n"),
    ],
)
def test_an_empty_line_stands_before_an_item_if_one_stands_before_the_last(before: str, after: str) -> None:
    assert add_item(before, "a.yaml", ("x",), "new") == after


def test_an_item_in_brackets_is_added_in_brackets() -> None:
    assert add_item("a: [b, [c]]  # d\n", "a.yaml", ("a",), {"e": "f"}) == "a: [b, [c], {e: f}]  # d\n"
    assert add_item("a: []\n", "a.yaml", ("a",), "- b") == 'a: ["- b"]\n'


def test_a_word_is_added_to_a_list_of_words() -> None:
    assert add_item("- a\n- b\n", "a.yaml", (), "c: d") == '- a\n- b\n- "c: d"\n'


# Replacing


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("plain words", "new"),
        ("'quoted'", "'new'"),
        ('"in \\"two\\" # ways"', '"new"'),
        ("2025-06-02", "new"),
        ("12", "new"),
        ("|-\n    x\n    y", "|-\n    new"),
        (">\n      x\n      y", ">-\n      new"),
    ],
)
def test_a_scalar_is_replaced_in_its_own_style_and_its_neighbours_stay(old: str, new: str) -> None:
    text = f"a:\n  k: {old}\n  # note\n  l: m\n"
    assert replace_scalar(text, "a.yaml", ("a", "k"), "new") == f"a:\n  k: {new}\n  # note\n  l: m\n"


def test_a_comment_behind_a_replaced_scalar_stays() -> None:
    assert replace_scalar("k: old   # c\n", "a.yaml", ("k",), "true") == 'k: "true"   # c\n'


# Bytes that an edit must not touch


def test_a_byte_order_mark_and_line_ends_of_both_kinds_stay_each_where_it_is() -> None:
    text = "\ufeffa:\r\n  b: c\r\nd:\n  e: f\n"
    assert add_key(text, "a.yaml", ("a",), "g", {"h": "i"}) == (
        "\ufeffa:\r\n  b: c\r\n  g:\r\n    h: i\r\nd:\n  e: f\n"
    )
    assert add_key(text, "a.yaml", ("d",), "g", "h") == "\ufeffa:\r\n  b: c\r\nd:\n  e: f\n  g: h\n"


# Refusals


def test_a_file_with_mistakes_is_not_edited() -> None:
    assert refusal(lambda: add_key("a: b\na: c\n", "a.yaml", (), "d", "e")).startswith(
        "a.yaml:2:1: duplicate-key: "
    )


def test_merge_markers_that_yaml_takes_for_words_are_told() -> None:
    text = 'a: "b\n<<<<<<< HEAD\nc\n=======\nd\n>>>>>>> other"\ne: f\n'
    assert refusal(lambda: replace_scalar(text, "a.yaml", ("e",), "g")).startswith(
        "a.yaml:2:1: merge-conflict: "
    )


def test_a_value_that_is_merely_equal_is_not_what_was_written() -> None:
    assert replace_scalar("a: 1\nb: .nan\n", "a.yaml", ("a",), value=True) == "a: true\nb: .nan\n"


def test_a_key_that_is_there_is_not_added_again() -> None:
    assert refusal(lambda: add_key("a: b\n", "a.yaml", (), "a", "c")) == (
        "a.yaml:1:1: bad-layout: `a` is there already (replace its value)"
    )


@pytest.mark.parametrize(
    "edit",
    [
        lambda: add_key("a: [b]\n", "a.yaml", ("a",), "c", "d"),
        lambda: add_item("a: {b: c}\n", "a.yaml", ("a",), "d"),
        lambda: add_item("a:\n", "a.yaml", ("a",), "d"),
        lambda: replace_scalar("a: {b: c}\n", "a.yaml", ("a",), "d"),
        lambda: replace_scalar("a:\n", "a.yaml", ("a",), "d"),
        lambda: replace_scalar("a: b\n", "a.yaml", ("c",), "d"),
    ],
    ids=["key of a list", "item of a group", "item of nothing", "group", "nothing", "not there"],
)
def test_what_has_another_shape_is_not_edited(edit: Callable[[], str]) -> None:
    assert "bad-layout: this value has another shape than the one to be edited" in refusal(edit)


@pytest.mark.parametrize(
    ("text", "pointer"),
    [("a: |+\n  words\n\n\n", ()), ("? a\n: b\n", ()), ("a: [b: c]\n", ("a", 0)), ("{a}\n", ())],
    ids=["blank lines that count", "question mark", "pair without braces", "key without value"],
)
def test_an_edit_that_would_change_more_is_refused(text: str, pointer: Pointer) -> None:
    assert "this cannot be written here without changing more of the file (write it by hand)" in refusal(
        lambda: add_key(text, "a.yaml", pointer, "k", "v")
    )


@pytest.mark.parametrize("words", ["a\x00b", "a\x1b[31mb", "a\u2028b", "a\ud800b"])
def test_what_yaml_cannot_hold_is_refused(words: str) -> None:
    assert "bad-layout" in refusal(lambda: add_key("a: b\n", "a.yaml", (), "k", words))


# Values


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("plain words", "plain words"),
        ("Straße, 1", '"Straße, 1"'),
        ("true", '"true"'),
        ("12", '"12"'),
        ("0o17", '"0o17"'),
        ("", '""'),
        (" edge ", '" edge "'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("- a", '"- a"'),
        ("-", '"-"'),
        ("*a", '"*a"'),
        ("!a", '"!a"'),
        ("]", '"]"'),
        ("two\nlines", '"two\\nlines"'),
        ('say "x"', 'say "x"'),
        ('"x" said', '"\\"x\\" said"'),
        (True, "true"),
        (12, "12"),
    ],
)
def test_a_scalar_is_plain_only_where_it_reads_back_the_same(value: str | int, written: str) -> None:
    assert scalar(value) == written
    assert data_of(f"a: {written}\n") == {"a": value}


def test_a_value_on_one_line_holds_groups_and_lists() -> None:
    assert flow({"a": [1, {"b": "c, d"}], "e": {}}) == '{a: [1, {b: "c, d"}], e: {}}'


# Laws

WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufffe\uffff"), max_size=16
)
NASTY = st.sampled_from(
    [
        'x"\nevil: true',
        "'",
        "a: {b",
        "]}",
        "# c",
        "--- d",
        "&a",
        "%",
        "|",
        ">-",
        "null",
        "1e3",
        "\t",
        "\\",
        "é\n",
    ]
)
SCALARS = WORDS | NASTY | st.integers() | st.booleans()
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS.filter(bool), inner, max_size=3),
    max_leaves=6,
)
LAYOUTS = (
    "  - id: I\n    quote: q\n",
    "  - id: I   # c\n    quote: |\n      words\n      more\n\n",
    '  -   id: I\n      quote: "a # b"   # why\n',
    "  - {id: I, quote: 'q'}  # flow\n",
    "  - {id: I,\n     quote: [a,\n       b]}\n",
    "  # before\n  - id: I\n    quote:\n      - a\n      - b: >-\n          long\n          words\n\n\n",
    "  - quote: two\n      lines\n    id: I\n    more: {a: b}\n",
)


@st.composite
def files(draw: st.DrawFn) -> str:
    """Draw a file of a few entries in many layouts, with or without byte-order mark and last line end."""
    entries = draw(st.lists(st.sampled_from(LAYOUTS), min_size=1, max_size=4))
    ends = draw(st.lists(st.sampled_from(["\n", "\r\n"]), min_size=1, max_size=3))
    body = "".join(entry.replace("I", f"n{number}") for number, entry in enumerate(entries))
    lines = f"# Häfen\nlist:\n{body}# end".split("\n")
    text = "".join(line + ends[at % len(ends)] for at, line in enumerate(lines))
    return draw(st.sampled_from(["", "\ufeff"])) + (text if draw(st.booleans()) else text.rstrip("\r\n"))


def pointers(data: object, here: Pointer = ()) -> Iterator[tuple[Pointer, object]]:
    """Return every value of `data` with its pointer."""
    yield here, data
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        yield from pointers(value, (*here, step))


def span_on_disk(text: str, pointer: Pointer) -> tuple[int, int]:
    """Return where a value begins and ends in a file as it is on disk."""
    document = yamlfile.load(decode(text.encode("utf-8"), "a.yaml"), "a.yaml")
    lines = text.splitlines(keepends=True)
    mark = len(text) - len(text.removeprefix("\ufeff"))

    def offset(place: Location) -> int:
        before = sum(map(len, lines[: place.line - 1])) + place.column - 1
        return before + (mark if place.line == 1 else 0)

    return offset(document.at(pointer)), offset(document.end(pointer))


def changed(data: Any, pointer: Pointer, value: object) -> Any:  # noqa: ANN401 - any YAML
    """Return `data` with `value` at a pointer."""
    if not pointer:
        return value
    copy: Any = data.copy()
    copy[pointer[0]] = changed(data[pointer[0]], pointer[1:], value)
    return copy


def is_one_insertion(before: str, after: str) -> bool:
    """Tell whether `after` is `before` with words put in at one place."""
    added = len(after) - len(before)
    places = (at for at in range(len(before) + 1) if before[:at] == after[:at])
    return added > 0 and any(before[at:] == after[at + added :] for at in places)


@given(text=files(), value=VALUES, choice=st.integers(min_value=0, max_value=999))
def test_an_addition_is_one_insertion_and_the_data_are_the_old_ones_and_it(
    text: str, value: Value, choice: int
) -> None:
    data = data_of(text)
    places = [(at, inside) for at, inside in pointers(data) if isinstance(inside, dict | list)]
    pointer, inside = places[choice % len(places)]
    if isinstance(inside, dict):
        after = add_key(text, "a.yaml", pointer, "a new: key", value)
        assert data_of(after) == changed(data, pointer, {**inside, "a new: key": value})
    else:
        after = add_item(text, "a.yaml", pointer, value)
        assert data_of(after) == changed(data, pointer, [*inside, value])
    assert is_one_insertion(text, after)


@given(text=files(), value=SCALARS, choice=st.integers(min_value=0, max_value=999))
def test_a_replacement_changes_one_value_and_nothing_before_or_behind_it(
    text: str, value: str | int, choice: int
) -> None:
    data = data_of(text)
    places = [at for at, inside in pointers(data) if not isinstance(inside, dict | list)]
    pointer = places[choice % len(places)]
    after = replace_scalar(text, "a.yaml", pointer, value)
    assert data_of(after) == changed(data, pointer, value)
    start, end = span_on_disk(text, pointer)
    assert after[:start] == text[:start]
    assert after.endswith(text[end:])
    assert len(after) >= start + len(text) - end


def test_an_item_is_parted_from_the_last_as_that_is_from_the_one_before() -> None:
    apart = "x:\n  - a: 1\n    b: 2\n\n  - a: 3\n    b: 4\n"
    assert add_item(apart, "a.yaml", ("x",), {"a": "k"}) == f"{apart}\n  - a: k\n"
    together = "x:\n  - a: 1\n    b: 2\n  - a: 3\n    b: 4\n"
    assert add_item(together, "a.yaml", ("x",), {"a": "k"}) == f"{together}  - a: k\n"
    one = "x:\n  - a: 1\n    b: 2\n    c: 3\n"
    assert add_item(one, "a.yaml", ("x",), {"a": "k"}) == f"{one}\n  - a: k\n"
