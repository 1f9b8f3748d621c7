"""From a broken rule of a schema to problems in plain words, each with a slug and a place.

One small function for each keyword of JSON Schema that our schemas use. A schema may bring its own
sentence (`errorMessage`, `patternErrorMessage`, which editors show as well) and, with `x-mistake`, its own
slug for a keyword. `type: null` marks a key that cannot stand in its place: `not` would say the same, but no
editor shows a sentence for it. No validator is known here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pytest_factcheck.errors import Problem, did_you_mean
from pytest_factcheck.location import Location
from pytest_factcheck.yamlfile.document import Document, Pointer, shown

ABOUT_KEYS = frozenset({"required", "additionalProperties", "minProperties", "maxProperties"})

_KINDS = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a group of keys",
    "null": "nothing",
}
_FORMATS = {
    "date": "a day of the calendar like 2025-05-16",
    "partial-date": "a day, a month or a year like 2025-05-16, 2025-05 or 2025",
}
_QUOTE = "write it in quotes"


@dataclass(frozen=True, slots=True)
class Violation:
    """One rule that one value breaks: `wanted` is the rule's own value, `given` the value in the file."""

    pointer: Pointer
    keyword: str
    wanted: Any
    given: Any
    schema: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Telling:
    """What is said of a violation: slug, message and advice, and where, if not at the value."""

    slug: str
    message: str
    advice: str = ""
    place: Location | None = None


def problems(violation: Violation, document: Document) -> tuple[Problem, ...]:
    """Return the problems that a violation makes: one, or one for each key concerned."""
    tell = _TELL.get(violation.keyword, _anything)
    place = document.at(violation.pointer)
    return tuple(_problem(violation, told, place) for told in tell(violation, document))


def _problem(violation: Violation, told: _Telling, place: Location) -> Problem:
    slug = violation.schema.get("x-mistake", {}).get(violation.keyword, told.slug)
    own_words = violation.schema.get("errorMessage")
    message, advice = (own_words, "") if own_words else (told.message, told.advice)
    return Problem(told.place or place, slug, message, advice)


def _type(violation: Violation, document: Document) -> list[_Telling]:
    if violation.wanted == "null":
        return _misplaced(violation, document)
    kinds = [violation.wanted] if isinstance(violation.wanted, str) else violation.wanted
    name, given, written = _name(violation.pointer), violation.given, _written(violation, document)
    if given is None and not written:
        return [_Telling("wrong-type", f"{name} has no value")]
    if "format" in violation.schema:
        return _format(violation, document)
    if "string" in kinds and not isinstance(given, str | list | dict):
        message = f"{name} must be text, and YAML reads {written} as {_kind(given)}"
        return [_Telling("unquoted-scalar", message, f'{_QUOTE}: "{written}"')]
    wanted = " or ".join(_KINDS[kind] for kind in kinds)
    advice = _type_advice(kinds, given) if violation.pointer else _how_to_begin(violation.schema)
    return [_Telling("wrong-type", f"{name} must be {wanted}, not {written}", advice)]


def _how_to_begin(schema: Mapping[str, Any]) -> str:
    keys = schema.get("required", ())
    return f"it has the key `{keys[0]}:` at the head" if keys else ""


def _type_advice(kinds: list[str], given: object) -> str:
    if "array" in kinds and isinstance(given, str):
        return f"write it as a list: [{shown(given)}]"
    if "string" in kinds and isinstance(given, dict):
        return "a colon followed by a space makes a key; text that holds one goes in quotes"
    if "string" in kinds and isinstance(given, list):
        return "text that begins with `[` or `- ` goes in quotes"
    if "integer" in kinds and isinstance(given, str) and given.strip().isdecimal():
        return "leave the quotation marks out"
    return ""


def _format(violation: Violation, document: Document) -> list[_Telling]:
    wanted = _FORMATS.get(violation.schema["format"], violation.schema["format"])
    message = f"{_name(violation.pointer)} must be {wanted}, not {_written(violation, document)}"
    return [_Telling("bad-date", message)]


def _enum(violation: Violation, document: Document) -> list[_Telling]:
    *most, last = (value if isinstance(value, str) else json.dumps(value) for value in violation.wanted)
    wanted = f"one of {', '.join(most)} and {last}" if most else last
    message = f"{_name(violation.pointer)} must be {wanted}, not {_written(violation, document)}"
    return [_Telling("bad-value", message, did_you_mean(str(violation.given), [*most, last]))]


def _pattern(violation: Violation, document: Document) -> list[_Telling]:
    rule = violation.schema.get("patternErrorMessage", "is not of the form that is wanted")
    given = "" if not violation.given.strip() else f", not {_written(violation, document)}"
    return [_Telling("bad-value", f"{_name(violation.pointer)} {rule}{given}")]


def _min_items(violation: Violation, _document: Document) -> list[_Telling]:
    if violation.given:
        return [_Telling("bad-value", f"{_name(violation.pointer)} needs {violation.wanted} entries")]
    return [_Telling("bad-value", f"{_name(violation.pointer)} is an empty list", "write at least one entry")]


def _max_items(violation: Violation, _document: Document) -> list[_Telling]:
    return [_Telling("bad-value", f"{_name(violation.pointer)} holds at most {violation.wanted} entries")]


def _minimum(violation: Violation, document: Document) -> list[_Telling]:
    name, given = _name(violation.pointer), _written(violation, document)
    return [_Telling("bad-value", f"{name} must be {violation.wanted} or more, not {given}")]


def _unique(violation: Violation, document: Document) -> list[_Telling]:
    seen, told = set(), []
    for number, entry in enumerate(violation.given):
        key = json.dumps(entry)
        if key in seen:
            message = f"{_name(violation.pointer)} names {_described(entry)} twice"
            told.append(_Telling("bad-value", message, "", document.at((*violation.pointer, number))))
        seen.add(key)
    return told


def _required(violation: Violation, _document: Document) -> list[_Telling]:
    whole = violation.schema.get("title", "group").lower()
    missing = [key for key in violation.wanted if key not in violation.given]
    return [_Telling("missing-key", f"`{key}` is missing from this {whole}") for key in missing]


def _unknown(violation: Violation, document: Document) -> list[_Telling]:
    known = list(violation.schema["properties"])
    return [_unknown_key(violation, document, key, known) for key in violation.given if key not in known]


def _unknown_key(violation: Violation, document: Document, key: str, known: list[str]) -> _Telling:
    place = document.key_at((*violation.pointer, key))
    if violation.given[key] is None and document.written(violation.pointer).startswith("{"):
        message = f"in `{{ }}` a comma ends a text, so YAML reads '{shown(key)}' as a key"
        return _Telling("unquoted-scalar", message, "write the text in quotes", place)
    advice = did_you_mean(key, known) or f"the keys are {', '.join(known)}"
    return _Telling("unknown-key", f"there is no key `{shown(key)}` here", advice, place)


def _misplaced(violation: Violation, document: Document) -> list[_Telling]:
    message = f"{_name(violation.pointer)} cannot stand here"
    return [_Telling("bad-value", message, "", document.key_at(violation.pointer))]


def _anything(violation: Violation, document: Document) -> list[_Telling]:
    message = f"{_name(violation.pointer)} breaks the rule `{violation.keyword}`"
    return [_Telling("bad-value", f"{message}: {_written(violation, document)}")]


_TELL: dict[str, Callable[[Violation, Document], list[_Telling]]] = {
    "type": _type,
    "format": _format,
    "enum": _enum,
    "pattern": _pattern,
    "minItems": _min_items,
    "maxItems": _max_items,
    "minimum": _minimum,
    "uniqueItems": _unique,
    "required": _required,
    "additionalProperties": _unknown,
}


def _name(pointer: Pointer) -> str:
    """Return how the thing at `pointer` is called: by its key, or by its number in a list."""
    if not pointer:
        return "the file"
    if isinstance(pointer[-1], str):
        return f"`{shown(pointer[-1])}`"
    return f"entry {pointer[-1] + 1} of {_name(pointer[:-1])}"


def _written(violation: Violation, document: Document) -> str:
    """Return the value as the file has it, if it is short enough to be told; else what it is."""
    if isinstance(violation.given, str | list | dict):
        return _described(violation.given)
    return shown(document.written(violation.pointer))


def _described(value: object) -> str:
    if isinstance(value, dict | list):
        return _kind(value)
    return f"'{shown(str(value))}'"


def _kind(value: object) -> str:
    """Return what kind of value YAML made of something."""
    if isinstance(value, bool):
        return f"the truth value {str(value).lower()}"
    if isinstance(value, int | float):
        return f"the number {shown(str(value))}"
    return "nothing" if value is None else _KINDS["array" if isinstance(value, list) else "object"]
