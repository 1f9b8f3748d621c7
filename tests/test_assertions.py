"""What reviewers write becomes checked values; bad input becomes problems and never an exception."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pytest_factcheck import assertions
from pytest_factcheck.assertions import Assertion, AssertionFile
from pytest_factcheck.schema.mistakes import mistakes
from pytest_factcheck.vocabulary import Verdict

PAGE = (Path(__file__).parents[1] / "docs" / "format.md").read_text(encoding="utf-8")

PLAIN = """\
assertions:
  - claim: The talks were held.
    id: talks-held
    expect: supported
    evidence: [{source: kyiv-independent, quote: talks}]
"""


def only(text: str) -> Assertion:
    """Return the one assertion of a file without problems."""
    file = assertions.read(text, "talks.yaml")
    assert file.problems == ()
    (assertion,) = file.assertions
    return assertion


def test_valid_assertions_of_a_file_with_mistakes_are_still_read() -> None:
    bad, good = "{id: Bad, claim: c, expect: absent}", "{id: good, claim: c, expect: absent}"
    text = f"{PLAIN}  - {bad}\n  - {good}\nx: 1\n"
    file = assertions.read(text, "talks.yaml")
    assert [assertion.id for assertion in file.assertions] == ["talks-held", "good"]
    assert [(problem.location.line, problem.slug) for problem in file.problems] == [
        (6, "bad-value"),
        (8, "unknown-key"),
    ]


@pytest.mark.parametrize("flaw", ["tgas: [a]", "silent: [kyiv-independent]"])
def test_an_assertion_with_any_mistake_is_left_out(flaw: str) -> None:
    file = assertions.read(f"{PLAIN}    {flaw}\n", "talks.yaml")
    assert file.assertions == ()
    assert len(file.problems) == 1


def test_mistakes_of_yaml_of_the_schema_and_of_sense_are_told_at_once() -> None:
    text = """\
assertions:
  - id: one
    id: two
    claim: c
    expect: absnt
  - id: three
    claim: c
    expect: supported
    note: &n a note
    tgas: [a]
    silent: [b]
    evidence: [{source: b, quote: c}]
"""
    found = assertions.read(text, "talks.yaml").problems
    assert [(problem.location.line, problem.slug) for problem in found] == [
        (3, "duplicate-key"),
        (5, "bad-value"),
        (9, "yaml-anchor"),
        (10, "unknown-key"),
    ]
    found = assertions.read(text.replace("&n ", ""), "talks.yaml").problems
    assert [(problem.location.line, problem.slug) for problem in found] == [
        (3, "duplicate-key"),
        (5, "bad-value"),
        (10, "unknown-key"),
        (11, "contradictory-declaration"),
    ]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("known_weakness: {}", "21: missing-key: `reason` is missing from this known weakness"),
        ("known_weakness:", "5: wrong-type: `known_weakness` has no value"),
        ("known_weakness: {reason: ''}", "30: bad-value: `reason` must hold some text"),
        ("known_weakness: {reason: ' '}", "30: bad-value: `reason` must hold some text"),
        ("known_weakness: {reason: }", "22: wrong-type: `reason` has no value"),
        (
            "known_weakness: {reason: 2}",
            "30: unquoted-scalar: `reason` must be text, and YAML reads 2 as the number 2",
        ),
        ("known_weakness: Irony.", "21: wrong-type: `known_weakness` must be a group of keys, not 'Irony.'"),
        ("known_weakness: true", "21: wrong-type: `known_weakness` must be a group of keys, not true"),
        ("known_weakness: {reason: a, by: me}", "33: unknown-key: there is no key `by` here"),
        ("known_weaknes: {reason: a}", "5: unknown-key: there is no key `known_weaknes` here"),
    ],
)
def test_a_known_weakness_has_a_reason_and_nothing_else(written: str, told: str) -> None:
    file = assertions.read(f"{PLAIN}    {written}\n", "talks.yaml")
    assert [str(problem).partition(" (")[0] for problem in file.problems] == [f"talks.yaml:6:{told}"]
    assert file.assertions == ()


def test_ids_are_unique_in_a_project() -> None:
    text = "assertions:\n  - {id: one, claim: c, expect: absent}\n  - {id: two, claim: c, expect: absent}\n"
    first, second = assertions.read(text, "a.yaml"), assertions.read(text.replace("one", "three"), "b.yaml")
    assert assertions.duplicates([first]) == ()
    assert [str(problem) for problem in assertions.duplicates([first, second])] == [
        "b.yaml:3:10: duplicate-id: the id 'two' is taken: it stands first at a.yaml:3:10 (choose another)"
    ]


def test_an_assertion_with_mistakes_still_has_its_id_and_its_sources_checked() -> None:
    text = (
        "assertions:\n"
        "  - {id: one, claim: X fell., expect: absent}\n"
        "  - id: one\n    claim: X fell.\n    expect: suported\n    silent: [b]\n"
        "    evidence:\n      - {source: a, quote: fell}\n      - {quote: fell}\n"
    )
    file = assertions.read(text, "a.yaml")
    assert [each.id for each in file.assertions] == ["one"]
    assert [problem.slug for problem in assertions.duplicates([file])] == ["duplicate-id"]
    assert [name for name, _ in file.loose] == ["a", "b"]
    (problem,) = assertions.unknown(file.loose, ["a"])
    assert str(problem.location) == "a.yaml:6:14"


def test_each_repetition_of_an_id_names_the_first_place() -> None:
    text = "assertions:\n" + "  - {id: one, claim: c, expect: absent}\n" * 3
    found = assertions.duplicates([assertions.read(text, "a.yaml")])
    assert [problem.location.line for problem in found] == [3, 4]
    assert all("a.yaml:2:10" in problem.message for problem in found)


@pytest.mark.parametrize(
    ("selector", "known"),
    [
        ("kyiv-independent", True),
        ("wire", True),
        ("kyiv-*", True),
        ("*", True),
        ("k?iv-[ij]*", True),
        ("[!m]*", True),
        ("kyiv", False),
        ("wir*", False),
        ("[k", False),
    ],
)
def test_a_scope_names_an_id_a_tag_or_a_pattern_over_ids(selector: str, known: bool) -> None:
    text = f"assertions:\n  - {{id: one, claim: c, expect: absent, sources: ['{selector}']}}\n"
    found = assertions.unknown_sources(only(text), ["kyiv-independent", "moscow-times"], ["wire"])
    assert [problem.slug for problem in found] == ([] if known else ["unknown-source"])


def test_a_tag_or_a_pattern_is_no_source_to_quote_or_to_be_silent() -> None:
    read = only(PLAIN.replace("kyiv-independent", "wire") + "    silent: [kyiv]\n")
    assert [
        str(problem.location) for problem in assertions.unknown_sources(read, ["kyiv-independent"], ["wire"])
    ] == [
        "talks.yaml:5:25",
        "talks.yaml:6:14",
    ]


def test_a_corpus_without_sources_knows_none() -> None:
    (problem,) = assertions.unknown_sources(only(PLAIN), [], [])
    assert problem.advice == "there are none"


WHOLE_FILES = [*re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL), PLAIN]
SCRAPS = st.sampled_from(
    [
        *"ab1-:?[]{}#&*!|>'\"%@`,\n\t ~=<",
        ": ",
        "- ",
        " #",
        "\n  ",
        "\n---\n",
        "null",
        "true",
        "1e999",
        "!!int ",
        "&a ",
        "*a",
    ]
)


@st.composite
def spoiled_files(draw: st.DrawFn) -> str:
    """Return a valid file with a few pieces cut out, moved or put in."""
    text: str = draw(st.sampled_from(WHOLE_FILES))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 12)))
        text = text[:start] + draw(SCRAPS | st.text(max_size=3)) + text[end:]
    return text


def checked(text: str) -> AssertionFile:
    """Read a file and check what holds of every result."""
    file = assertions.read(text, "a.yaml")
    assert file.problems or file.assertions
    assert list(file.problems) == sorted(set(file.problems))
    lines = text.split("\n")
    for problem in file.problems:
        assert problem.slug in mistakes()
        assert str(problem).isprintable()
        assert 1 <= problem.location.line <= len(lines)
        assert 1 <= problem.location.column <= len(lines[problem.location.line - 1]) + 1
    return file


@given(spoiled_files())
@example("assertions:\n  - {id: one, claim: c, expect: absent, as_of: }\n")
@example("assertions: [{id: one, claim: we are #1\n, expect: absent}]")
def test_a_spoiled_file_has_problems_with_places_or_is_still_sound(text: str) -> None:
    checked(text)


@given(st.text(max_size=80) | st.lists(SCRAPS, max_size=40).map("".join))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    checked(text)


VALUES = st.recursive(
    st.sampled_from(
        [
            "",
            "~",
            "no",
            "1",
            "-1",
            "1.5",
            ".inf",
            "1e999",
            "true",
            "x",
            "' '",
            '"a b"',
            "2025-05-16",
            "[]",
            "{}",
        ]
    ),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.lists(
            st.tuples(st.sampled_from(["source", "quote", "stance", "about", "by", "on"]), inner), max_size=3
        ).map(lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}")
    ),
    max_leaves=5,
)
KEYS = [
    "id",
    "claim",
    "expect",
    "evidence",
    "silent",
    "sources",
    "as_of",
    "min_origins",
    "attribution",
    "slots",
]


@given(
    key=st.sampled_from([*KEYS, "note", "tags", "known_issue", "known_weakness"]),
    value=VALUES,
    expect=st.sampled_from([*Verdict]),
)
def test_any_value_under_any_key_is_read_without_an_exception(key: str, value: str, expect: Verdict) -> None:
    entry = {
        "id": "one",
        "claim": "c",
        "expect": str(expect),
        "evidence": "[{source: a, quote: b}]",
        key: value,
    }
    checked(
        "assertions:\n  - " + "\n    ".join(f"{name}: {written}" for name, written in entry.items()) + "\n"
    )
