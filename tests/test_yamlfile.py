"""YAML text becomes data with a place for every value; whatever YAML would hide is a problem."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck import yamlfile
from pytest_factcheck.errors import InvalidInput
from pytest_factcheck.location import Location
from pytest_factcheck.yamlfile.document import Document, Pointer

LOADERS = pytest.mark.parametrize("loader", [yamlfile.LOADER, yaml.SafeLoader])

WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufffe\uffff"), max_size=12
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | WORDS
KEYS = WORDS.filter(bool)


def nested(leaves: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Return lists and groups of `leaves`, at least one level deep."""
    return st.recursive(
        st.lists(leaves, max_size=3) | st.dictionaries(KEYS, leaves, max_size=3),
        lambda inner: (
            st.lists(inner | leaves, max_size=3) | st.dictionaries(KEYS, inner | leaves, max_size=3)
        ),
        max_leaves=12,
    )


def pointers(data: object, here: Pointer = ()) -> Iterator[tuple[Pointer, object]]:
    """Return every value of `data` with its pointer."""
    yield here, data
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        yield from pointers(value, (*here, step))


def offset(document: Document, place: Location) -> int:
    """Return the offset of a place in the text of a document."""
    return document.lines.offset(place.line, place.column)


@given(data=nested(SCALARS), indent=st.sampled_from([None, 0, 2]))
def test_json_is_read_as_json(data: object, indent: int | None) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    assert yamlfile.load(text, "a.yaml").data == json.loads(text)


@given(data=nested(SCALARS), indent=st.sampled_from([None, 2]))
def test_each_value_stands_where_its_place_says(data: object, indent: int | None) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    document = yamlfile.load(text, "a.yaml")
    for pointer, value in pointers(data):
        start = offset(document, document.at(pointer))
        found, end = json.JSONDecoder().raw_decode(text, start)
        assert found == value
        assert document.written(pointer) == text[start:end]
        assert offset(document, document.end(pointer)) == end


@given(data=nested(WORDS))
def test_loading_with_places_equals_plain_loading(data: object) -> None:
    text = yaml.safe_dump(data, default_style='"', default_flow_style=False, allow_unicode=True)
    assert yamlfile.load(text, "a.yaml").data == yaml.safe_load(text) == data


@given(data=nested(WORDS))
def test_each_key_stands_where_its_place_says(data: object) -> None:
    style: dict[str, Any] = {"default_style": '"', "allow_unicode": True, "width": 10_000}
    text = yaml.safe_dump(data, default_flow_style=False, **style)
    document = yamlfile.load(text, "a.yaml")
    for pointer, _ in pointers(data):
        if pointer and isinstance(pointer[-1], str):
            written = yaml.safe_dump(pointer[-1], **style).rstrip("\n")
            assert text.startswith(written, offset(document, document.key_at(pointer)))


@given(data=nested(SCALARS))
def test_both_parsers_give_the_same_data_and_places(data: object) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=1)
    fast, _ = yamlfile.parse(text, "a.yaml")
    plain, _ = yamlfile.parse(text, "a.yaml", yaml.SafeLoader)
    assert fast is not None
    assert plain is not None
    assert fast.data == plain.data
    assert all(fast.at(pointer) == plain.at(pointer) for pointer, _ in pointers(data))


def test_scalars_are_those_of_yaml_1_2() -> None:
    text = "[no, 12:30, 2025-05-16, 010, 1_000, 'true', \"1\", true, ~, 1.10]"
    assert yamlfile.load(text, "a.yaml").data == [
        *("no", "12:30", "2025-05-16", 10, "1_000", "true", "1", True, None, 1.1)
    ]


def test_keys_are_text_whatever_they_look_like() -> None:
    assert yamlfile.load("1: a\nyes: b\n~: c\n<<: d\n", "a.yaml").data == {
        "1": "a",
        "yes": "b",
        "~": "c",
        "<<": "d",
    }


def test_a_block_of_text_keeps_its_lines() -> None:
    text = 'quote: |-\n  "No": he said\n  twice # really\n'
    assert yamlfile.load(text, "a.yaml").data == {"quote": '"No": he said\ntwice # really'}


@pytest.mark.parametrize(
    "text", ["a: two words # a comment", "a: word #comment", "a: 'two words' #comment", "a: b#c d"]
)
def test_comments_are_left_alone(text: str) -> None:
    yamlfile.load(text, "a.yaml")


def test_a_value_that_is_not_there_stands_at_its_key() -> None:
    document = yamlfile.load("one: 1\ntwo:\nthree: 3\n", "a.yaml")
    assert str(document.at(("two",))) == "a.yaml:2:1"
    assert document.written(("two",)) == ""


def test_the_first_of_two_values_is_kept_and_every_repetition_told() -> None:
    document, problems = yamlfile.parse("{a: 1, b: {c: 1, c: 2}, a: [3], a: 4}", "a.yaml")
    assert document is not None
    assert document.data == {"a": 1, "b": {"c": 1}}
    assert [(problem.location.column, problem.slug) for problem in problems] == [
        (18, "duplicate-key"),
        (25, "duplicate-key"),
        (33, "duplicate-key"),
    ]


@LOADERS
def test_every_mistake_that_does_not_stop_the_reading_is_told(loader: yamlfile.Loader) -> None:
    text = "a: &x 1\nb: *x\nc: !!str 2\na: 3\n? [d]\n: 4\ne: one #two and three #four\n---\nf: 5\n"
    _, problems = yamlfile.parse(text, "a.yaml", loader)
    assert [(problem.location.line, problem.slug) for problem in problems] == [
        (1, "yaml-anchor"),
        (2, "yaml-alias"),
        (3, "yaml-tag"),
        (4, "duplicate-key"),
        (5, "bad-key"),
        (8, "several-documents"),
    ]


def test_only_the_first_document_is_read() -> None:
    document, _ = yamlfile.parse("a: 1\n---\na: 2\na: 3\n", "a.yaml")
    assert document is not None
    assert document.data == {"a": 1}


@pytest.mark.parametrize("text", ["a: #MeToo\n", "a: we are #1\n", "a:\n  - #1\n", "{a: we are #1\n}"])
def test_text_that_is_cut_off_by_a_hashtag_is_told(text: str) -> None:
    _, problems = yamlfile.parse(text, "a.yaml")
    assert [problem.slug for problem in problems] == ["unquoted-scalar"]
    assert text.split("\n")[problems[0].location.line - 1][problems[0].location.column - 1] == "#"


def test_load_refuses_a_file_with_any_problem() -> None:
    with pytest.raises(InvalidInput, match=r"a\.yaml:2:1: duplicate-key"):
        yamlfile.load("a: 1\na: 2\n", "a.yaml")


@LOADERS
@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 60, "- " * 60 + "a", "? " * 60])
def test_deep_nesting_is_told_and_costs_no_recursion(text: str, loader: yamlfile.Loader) -> None:
    document, problems = yamlfile.parse(text, "a.yaml", loader)
    assert document is None
    assert [problem.slug for problem in problems] == ["nested-too-deep"]


@LOADERS
def test_many_references_are_not_followed(loader: yamlfile.Loader) -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    document, problems = yamlfile.parse("\n".join(lines), "a.yaml", loader)
    assert document is not None
    assert len(problems) == 9 + 8 * 9
    assert {problem.slug for problem in problems} == {"yaml-anchor", "yaml-alias"}


@pytest.mark.parametrize("text", ["a: &{}", "a: *{}", "a: !{} b", "{{{}: 1, {}: 2}}"])
def test_however_long_a_name_is_its_problem_is_one_short_line(text: str) -> None:
    _, problems = yamlfile.parse(text.format("x" * 1000, "x" * 1000), "a.yaml")
    assert len(problems) == 1
    assert len(str(problems[0])) < 250


@LOADERS
@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "---\n...\n"])
def test_a_file_without_a_value_is_empty(text: str, loader: yamlfile.Loader) -> None:
    document, problems = yamlfile.parse(text, "a.yaml", loader)
    assert document is None
    assert [str(problem) for problem in problems] == ["a.yaml:1:1: empty-file: there is nothing in this file"]


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x0b", "\x7f", "\x85", "\x9b", "\ud800", "\u2028", "\uffff"]
)
def test_invisible_characters_are_located(character: str) -> None:
    _, problems = yamlfile.parse(f"a: one\nb: tw{character}o\n", "a.yaml")
    assert [(str(problem.location), problem.slug) for problem in problems] == [
        ("a.yaml:2:6", "control-character")
    ]


@LOADERS
@pytest.mark.parametrize("escape", ["\\0", "\\x1b", "\\r", "\\N", "\\L", "\\u009b"])
def test_invisible_characters_are_no_better_as_escapes(escape: str, loader: yamlfile.Loader) -> None:
    _, problems = yamlfile.parse(f'a: "tab\\t and line\\n are text"\nb: "tw{escape}o"\n', "a.yaml", loader)
    assert [(str(problem.location), problem.slug) for problem in problems] == [
        ("a.yaml:2:4", "control-character")
    ]


def test_no_half_of_a_character_gets_in_by_an_escape() -> None:
    for loader in (yamlfile.LOADER, yaml.SafeLoader):
        assert yamlfile.parse('a: "\\ud800"\n', "a.yaml", loader)[1]


def test_a_binary_file_is_told_about_in_a_few_lines() -> None:
    _, problems = yamlfile.parse("\x00" * 10_000, "a.yaml")
    assert len(problems) == 10


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(list("ab:-?[]{}#&*!|>'\"%@` \n\t,")), max_size=40).map("".join)
)
def test_any_text_is_a_document_or_has_problems(text: str) -> None:
    document, problems = yamlfile.parse(text, "a.yaml")
    assert document is not None or problems
