"""A broken rule is told in plain words, at its place, with advice where there is some."""

from __future__ import annotations

from typing import Any

import pytest

from pytest_factcheck.schema.violations import Violation, problems
from pytest_factcheck.yamlfile.document import Document, Pointer

DOCUMENT = Document("a.yaml", {})
COLON = "(a colon followed by a space makes a key; text that holds one goes in quotes)"


Schema = dict[str, Any]


def told(
    keyword: str, wanted: object, given: object, schema: Schema | None = None, pointer: Pointer = ("tags",)
) -> list[str]:
    """Return what is said of a value that breaks a rule, without the place."""
    violation = Violation(pointer, keyword, wanted, given, {keyword: wanted, **(schema or {})})
    return [str(problem).removeprefix("a.yaml:1:1: ") for problem in problems(violation, DOCUMENT)]


@pytest.mark.parametrize(
    ("pointer", "name"),
    [
        ((), "the file"),
        (("note",), "`note`"),
        (("tags", 2), "entry 3 of `tags`"),
        (("span", 0, 1), "entry 2 of entry 1 of `span`"),
    ],
)
def test_a_thing_is_named_by_its_key_or_its_number(pointer: Pointer, name: str) -> None:
    assert told("minimum", 0, "x", pointer=pointer) == [f"bad-value: {name} must be 0 or more, not 'x'"]


@pytest.mark.parametrize(
    ("wanted", "given", "expected"),
    [
        ("array", "a, b", "wrong-type: `tags` must be a list, not 'a, b' (write it as a list: [a, b])"),
        (
            "integer",
            "2",
            "wrong-type: `tags` must be a whole number, not '2' (leave the quotation marks out)",
        ),
        ("integer", "two", "wrong-type: `tags` must be a whole number, not 'two'"),
        ("boolean", "yes", "wrong-type: `tags` must be true or false, not 'yes'"),
        (["string", "array"], {}, f"wrong-type: `tags` must be text or a list, not a group of keys {COLON}"),
        ("string", None, "wrong-type: `tags` has no value"),
    ],
)
def test_a_wrong_type_is_told_in_plain_words(wanted: object, given: object, expected: str) -> None:
    assert told("type", wanted, given) == [expected]


def test_a_key_that_cannot_stand_in_its_place_is_told_whatever_its_value_is() -> None:
    assert told("type", "null", ["x"]) == ["bad-value: `tags` cannot stand here"]


def test_a_near_word_is_offered_and_a_far_one_is_not() -> None:
    assert told("enum", ["any", "asserted"], "assrted") == [
        "bad-value: `tags` must be one of any and asserted, not 'assrted' (did you mean 'asserted'?)"
    ]
    assert told("enum", ["any", "asserted"], "x") == [
        "bad-value: `tags` must be one of any and asserted, not 'x'"
    ]


def test_each_missing_key_is_a_problem() -> None:
    assert told("required", ["id", "claim", "expect"], {"claim": ""}, {"title": "Assertion"}) == [
        "missing-key: `id` is missing from this assertion",
        "missing-key: `expect` is missing from this assertion",
    ]


def test_each_repetition_is_a_problem() -> None:
    assert told("uniqueItems", True, ["a", "b", "a", ["c"], "a"]) == ["bad-value: `tags` names 'a' twice"] * 2


def test_a_schema_may_bring_its_own_sentence_and_kind() -> None:
    own = {"errorMessage": "say something", "x-mistake": {"minItems": "nothing-to-check"}}
    assert told("minItems", 1, [], own) == ["nothing-to-check: say something"]


def test_a_kind_of_its_own_belongs_to_one_rule_only() -> None:
    assert told("minItems", 1, [], {"x-mistake": {"type": "bad-date"}}) == [
        "bad-value: `tags` is an empty list (write at least one entry)"
    ]


def test_a_rule_that_no_sentence_is_known_for_is_still_told() -> None:
    assert told("multipleOf", 5, "7") == ["bad-value: `tags` breaks the rule `multipleOf`: '7'"]


def test_a_long_or_hostile_value_makes_one_short_line() -> None:
    (line,) = told("type", "array", "x\n\x1b[2J" * 1000)
    assert line.isprintable()
    assert len(line) < 300
