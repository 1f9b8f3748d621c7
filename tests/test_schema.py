"""The schemas are sound, explain themselves to editors, and agree with what is documented."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from pytest_factcheck import assertions, schema, yamlfile
from pytest_factcheck.schema import validation
from pytest_factcheck.yamlfile.document import Document

PAGE = (Path(__file__).parents[1] / "docs" / "format.md").read_text(encoding="utf-8")
WRITTEN = ("assertions", "corpus")
each = pytest.mark.parametrize("name", WRITTEN)

Schema = dict[str, Any]


def loaded(name: str) -> Schema:
    """Return a schema as data."""
    whole: Schema = json.loads(schema.schema_text(name))
    return whole


def parts(part: object, path: str = "") -> Iterator[tuple[str, Schema]]:
    """Return every object within a schema with the way to it, but not its examples and kinds."""
    if isinstance(part, dict):
        yield path, part
    steps = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for step, inner in steps:
        if step not in {"examples", "x-mistake"}:
            yield from parts(inner, f"{path}/{step}")


def described(name: str) -> Iterator[tuple[str, Schema]]:
    """Return every property that a person can write, with its name; conditions left out."""
    for path, part in parts(loaded(name)):
        if path.endswith("/properties") and not re.search(
            r"/(if|then|else|contains|dependentSchemas)/", path
        ):
            yield from part.items()


def documented() -> list[str]:
    """Return the YAML blocks of the documentation, indentation removed."""
    return [
        textwrap.dedent(block)
        for block in re.findall(r"^ *```yaml\n(.*?)^ *```$", PAGE, re.MULTILINE | re.DOTALL)
    ]


def keys(data: object) -> set[str]:
    """Return every key that stands anywhere in `data`."""
    if isinstance(data, dict):
        return set(data).union(*(keys(value) for value in data.values()))
    return set().union(*(keys(value) for value in data)) if isinstance(data, list) else set()


@each
def test_a_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(loaded(name))
    assert loaded(name)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert loaded(name)["$id"] == f"urn:pytest-factcheck:schema:{name}"


@each
def test_every_key_has_a_title_a_description_and_examples(name: str) -> None:
    for key, part in described(name):
        assert part["title"], key
        assert re.fullmatch(r"\S.*\.", part["description"]), key
        assert key in {"assertions", "sources"} or part["examples"], key


@each
def test_every_example_of_a_key_is_valid(name: str) -> None:
    definitions = loaded(name)["$defs"]
    for key, part in described(name):
        validator = Draft202012Validator({**part, "$defs": definitions})
        for example in part.get("examples", ()):
            assert validator.is_valid(example), f"{key}: {example}"


@each
def test_the_whole_example_is_valid(name: str) -> None:
    for example in loaded(name)["examples"]:
        assert schema.validate(Document("example", example), name) == ()


def test_the_whole_example_makes_assertions() -> None:
    for example in loaded("assertions")["examples"]:
        file = assertions.read(json.dumps(example, indent=2), "example.yaml")
        assert file.problems == ()
        assert len(file.assertions) == len(example["assertions"])


@each
def test_every_group_of_keys_is_closed(name: str) -> None:
    groups = [part for _, part in parts(loaded(name)) if part.get("type") == "object"]
    assert groups
    assert all(part["additionalProperties"] is False for part in groups)


@each
def test_no_schema_leaves_a_choice_that_cannot_be_told_about(name: str) -> None:
    assert not [
        path for path, part in parts(loaded(name)) if {"oneOf", "anyOf", "patternProperties"} & set(part)
    ]


@each
def test_every_kind_of_a_mistake_belongs_to_a_rule(name: str) -> None:
    for path, part in parts(loaded(name)):
        kinds = part.get("x-mistake", {})
        assert set(kinds) <= set(part), path


@each
def test_every_pattern_says_in_words_what_it_wants(name: str) -> None:
    for path, part in parts(loaded(name)):
        if isinstance(part.get("pattern"), str):
            assert part["patternErrorMessage"].startswith("must "), path


@each
def test_every_date_says_in_words_what_it_wants(name: str) -> None:
    """An editor has a sentence of its own for a day, which speaks of RFC 3339."""
    for path, part in parts(loaded(name)):
        if part.get("format") == "date":
            assert part["patternErrorMessage"].startswith("must be a day"), path


@each
def test_every_value_among_several_is_explained(name: str) -> None:
    for key, part in described(name):
        values = part.get("enum", ())
        explained = part.get("markdownEnumDescriptions", ())
        assert len(explained) == (len(values) if len(values) > 1 else 0), key
        assert all(re.fullmatch(r"\S.*\.", sentence) for sentence in explained), key


@each
def test_a_key_that_cannot_stand_somewhere_is_told_in_our_words_and_not_offered(name: str) -> None:
    for path, part in parts(loaded(name)):
        if part.get("type") == "null":
            assert part["errorMessage"], path
            assert part.get("doNotSuggest") is (True if "/properties/" in path else None), path


def test_only_our_schemas_are_to_be_had() -> None:
    with pytest.raises(LookupError, match=r"no schema `\.\./secret`"):
        schema.schema_text("../secret")


def test_the_schema_of_the_installed_package_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "corpus.schema.json").write_text("installed", encoding="utf-8")
    monkeypatch.setattr(validation, "files", lambda _package: tmp_path)
    assert schema.schema_text("corpus") == "installed"
    assert json.loads(schema.schema_text("assertions"))["title"] == "File of assertions"


@pytest.mark.parametrize("text", documented())
def test_every_documented_example_is_a_whole_valid_file(text: str) -> None:
    if "\nsources:" in text:
        assert schema.validate(yamlfile.load(text, "corpus.yaml"), "corpus") == ()
    else:
        file = assertions.read(text, "example.yaml")
        assert file.problems == ()
        assert file.assertions


def test_a_documented_ruling_is_of_its_claim_and_quote() -> None:
    files = [assertions.read(text, "example.yaml") for text in documented() if "attested:" in text]
    rulings = [
        (item.attested.of, assertions.fingerprint(assertion.claim, item.pieces))
        for file in files
        for assertion in file.assertions
        for item in assertion.evidence
        if item.attested
    ]
    assert rulings
    assert all(of == current for of, current in rulings)


@each
def test_every_key_is_documented_and_stands_in_an_example(name: str) -> None:
    shown = set().union(*(keys(yamlfile.load(text, "example.yaml").data) for text in documented()))
    for key, _ in described(name):
        assert f"`{key}`" in PAGE, key
        assert key in shown, key


def test_problems_are_in_the_order_of_the_file() -> None:
    text = "sources:\n  - {file: /a, id: A}\n  - {id: b, file: b.txt, url: x, tags: [C]}\nnothing: 1\n"
    found = schema.validate(yamlfile.load(text, "corpus.yaml"), "corpus")
    assert [(problem.location.line, problem.slug) for problem in found] == [
        (2, "unsafe-path"),
        (2, "bad-value"),
        (3, "bad-value"),
        (3, "bad-value"),
        (4, "unknown-key"),
    ]


def test_what_the_reader_reported_is_not_reported_again() -> None:
    document, problems = yamlfile.parse("title: *x\nsources:\n  - {id: a, file: !!int 5}\n", "corpus.yaml")
    assert document is not None
    assert [problem.slug for problem in problems] == ["yaml-alias", "yaml-tag"]
    assert schema.validate(document, "corpus") == ()


@pytest.mark.parametrize(
    ("path", "safe"),
    [
        ("a.txt", True),
        ("news/2025/a b.txt", True),
        ("news/..a.txt", True),
        ("...", True),
        ("Києв.txt", True),
        ("", False),
        (".", False),
        ("..", False),
        ("a/..", False),
        ("a/./b", False),
        ("a//b", False),
        ("/a", False),
        ("a/", False),
        ("\\\\server\\a", False),
        ("c:a", False),
        ("a\n../b", False),
        ("a.txt\n", False),
        ("a\x00.txt", False),
    ],
)
def test_only_paths_that_lead_downwards_are_safe(path: str, safe: bool) -> None:
    document = Document("corpus.yaml", {"sources": [{"id": "a", "file": path}]})
    assert [problem.slug for problem in schema.validate(document, "corpus")] == (
        [] if safe else ["unsafe-path"]
    )


@pytest.mark.parametrize(
    ("day", "valid"),
    [
        ("2025-05-16", True),
        ("2024-02-29", True),
        ("2025-02-29", False),
        ("2025-13-01", False),
        ("0000-01-01", False),
        ("20250516", False),
        ("2025-W20-5", False),
        ("2025-5-16", False),
        ("2025-05-16T00:00", False),
        ("٢٠٢٥-٠٥-١٦", False),
    ],
)
def test_a_day_is_one_of_the_calendar(day: str, valid: bool) -> None:
    document = Document("corpus.yaml", {"sources": [{"id": "a", "file": "a", "published": day}]})
    assert [problem.slug for problem in schema.validate(document, "corpus")] == (
        [] if valid else ["bad-date"]
    )
