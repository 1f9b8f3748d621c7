"""Claims from JSON lines: `{"id": …, "claim": …}`, one on each line; other keys are left alone.

Every line that cannot be used is a problem at its place, and all of them are told at once.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from pytest_factcheck.errors import InvalidInput, Problem
from pytest_factcheck.location import Location
from pytest_factcheck.textfile import decode

SHAPE = '{"id": …, "claim": …}'


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim and the id under which it is answered, a string or a number as it was given."""

    id: str | int
    claim: str


def read_claims(raw: bytes, path: str) -> list[Asked]:
    """Return the claims of a file.

    Args:
        raw: The bytes of the file.
        path: Its name as people see it.

    Raises:
        InvalidInput: With every line that cannot be used.
    """
    problems: list[Problem] = []
    claims: list[Asked] = []
    for number, line in enumerate(decode(raw, path).split("\n"), 1):
        if not line.strip():
            continue
        place = Location(path, number)
        try:
            claims.append(_claim(json.loads(line)))
        except json.JSONDecodeError as error:
            where = Location(path, number, error.colno)
            problems.append(
                Problem(where, "bad-json", error.msg[:1].lower() + error.msg[1:], f"a line is {SHAPE}")
            )
        except RecursionError:
            problems.append(Problem(place, "bad-json", "this is nested too deep", f"a line is {SHAPE}"))
        except ValueError as error:
            problems.append(Problem(place, "bad-value", str(error)))
    if not claims and not problems:
        problems.append(
            Problem(Location(path), "empty-file", "there is no claim in this file", f"a line is {SHAPE}")
        )
    if problems:
        raise InvalidInput(problems)
    return claims


def _claim(row: Any) -> Asked:  # noqa: ANN401 - a line is any JSON value
    if not isinstance(row, dict) or not {"id", "claim"} <= row.keys():
        raise ValueError(f"a line is {SHAPE}")
    name, claim = row["id"], row["claim"]
    if isinstance(name, bool) or not isinstance(name, str | int) or name == "":
        raise ValueError("`id` is a string that is not empty, or a whole number")
    if not isinstance(claim, str) or not claim.strip():
        raise ValueError("`claim` is a string that is not empty")
    if any("\ud800" <= letter <= "\udfff" for words in (claim, str(name)) for letter in words):
        raise ValueError("an escape `\\ud800` to `\\udfff` stands alone; two of them make one character")
    return Asked(name, claim)
