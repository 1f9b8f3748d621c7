"""Data against the JSON Schemas of the project: every violation, located, in plain words.

Editors read the same schemas, so what they underline and what is reported here are one thing. The words
of the validator are never shown; `violations` finds better ones. The only module that imports jsonschema.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from pytest_factcheck.errors import Problem
from pytest_factcheck.schema.violations import ABOUT_KEYS, Violation, problems
from pytest_factcheck.yamlfile.document import Document

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator, ValidationError

NAMES = ("assertions", "comparison", "corpus", "coverage", "mutation", "report")

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PARTIAL_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_FIRST_DAY = "-01-01"  # completes a year, or its end a month


def schema_text(name: str) -> str:
    """Return the text of a schema: that of the installed package, or that of the checkout it runs from.

    Raises:
        LookupError: If there is no schema of this name.
    """
    if name not in NAMES:
        raise LookupError(f"no schema `{name}`; there are {', '.join(NAMES)}")
    file_name = f"{name}.schema.json"
    installed = files(__package__) / file_name
    checkout = Path(__file__).resolve().parents[3] / "schema" / file_name
    return (installed if installed.is_file() else checkout).read_text(encoding="utf-8")


def validate(document: Document, name: str) -> tuple[Problem, ...]:
    """Return every way in which a document breaks a schema, in the order of the file.

    Args:
        document: What was read; values that its reader already reported are passed over.
        name: The schema: one of `NAMES`.
    """
    found = map(_violation, _validator(name).iter_errors(document.data))
    told = {
        problem
        for violation in _first_of_each_value(found)
        if not document.spoiled(violation.pointer)
        for problem in problems(violation, document)
    }
    return tuple(sorted(told))


def _is_day(value: object) -> bool:
    if not isinstance(value, str):
        return True  # what is no text breaks the rule `type`, and is told once
    if not _DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_partial_date(value: object) -> bool:
    if not isinstance(value, str | int):
        return True
    written = str(value)
    return bool(_PARTIAL_DATE.fullmatch(written)) and _is_day(written + _FIRST_DAY[len(written) - 4 :])


_FORMATS: dict[str, Callable[[object], bool]] = {"date": _is_day, "partial-date": _is_partial_date}


@cache
def _validator(name: str) -> Draft202012Validator:
    # Imported here because it takes longer than reading a hundred files, and many commands read none.
    from jsonschema import Draft202012Validator, FormatChecker  # noqa: PLC0415

    formats = FormatChecker(())
    for name_of_format, fits in _FORMATS.items():
        formats.checks(name_of_format)(fits)
    return Draft202012Validator(_inlined(name), format_checker=formats)


def _inlined(name: str) -> dict[str, Any]:
    """Return a schema with its references replaced by what they refer to.

    The validator would look each reference up anew for every value, which takes a third of its time.
    """
    whole = json.loads(schema_text(name))

    def inline(part: Any) -> Any:  # noqa: ANN401 - a part of a schema is any JSON value
        if isinstance(part, list):
            return [inline(entry) for entry in part]
        if not isinstance(part, dict):
            return part
        own = {key: inline(value) for key, value in part.items() if key not in {"$ref", "$defs"}}
        target = part.get("$ref", "").removeprefix("#/$defs/")
        return {**inline(whole["$defs"][target]), **own} if target else own

    return cast("dict[str, Any]", inline(whole))


def _violation(error: ValidationError) -> Violation:
    schema = cast("Mapping[str, Any]", error.schema)
    pointer = tuple(error.absolute_path)
    return Violation(pointer, str(error.validator), error.validator_value, error.instance, schema)


def _first_of_each_value(found: Iterable[Violation]) -> Iterator[Violation]:
    # A value of the wrong type also breaks the rules for values; schemas name the type first.
    seen = set()
    for violation in found:
        if violation.keyword in ABOUT_KEYS:
            yield violation
        elif violation.pointer not in seen:
            seen.add(violation.pointer)
            yield violation
