"""A person's ruling written into the text of an assertion file, with its fingerprint.

Text in, text out: which evidence is meant, and whether the expectation allows the ruling, is decided here;
what the source says, and where the file lies, is not known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pytest_factcheck.assertions.declarations import Assertion, Evidence, fingerprint
from pytest_factcheck.errors import UsageError
from pytest_factcheck.textfile import decode
from pytest_factcheck.verdict import FORBIDDEN, SIDES
from pytest_factcheck.vocabulary import Stance
from pytest_factcheck.yamlfile import load
from pytest_factcheck.yamlfile.document import Pointer, shown
from pytest_factcheck.yamlfile.editing import add_item, add_key, replace_scalar
from pytest_factcheck.yamlfile.layout import Value


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person rules, who, when and why; `quote` is empty where the source is quoted once."""

    source: str
    stance: Stance
    by: str
    on: date
    reason: str
    quote: str = ""


def signed(
    text: str, path: str, assertion: Assertion, ruling: Ruling, *, replace: bool = False
) -> tuple[str, int]:
    """Return an assertion file with a ruling written into it, and the number of the evidence ruled on.

    Args:
        text: The file as it is on disk.
        path: Its name as people see it.
        assertion: The assertion, as it stands in the file.
        ruling: What is ruled.
        replace: Whether a ruling that is there already gives way.

    Raises:
        UsageError: If the ruling fits no evidence, or more than one, or not the expectation.
        InvalidInput: If the file cannot be edited without changing more.
    """
    check_allowed(assertion, ruling.stance)
    place = _place(text, path, assertion.id)
    evidence = chosen(assertion, ruling)
    if evidence is None:
        return _with_evidence(text, path, place, assertion, ruling), len(assertion.evidence)
    number = assertion.evidence.index(evidence)
    item = (*place, "evidence", number)
    mark = _mark(ruling, fingerprint(assertion.claim, evidence.pieces))
    if evidence.attested is None:
        return add_key(text, path, item, "attested", mark), number
    if not replace:
        earlier = evidence.attested
        said = f"{earlier.by} ruled on this quote on {earlier.on}: {shown(earlier.reason)}"
        raise UsageError(f"{assertion.id}: {said} (--replace puts the new ruling in its place)")
    for key, value in mark.items():
        text = replace_scalar(text, path, (*item, "attested", key), value)
    return text, number


def check_allowed(assertion: Assertion, stance: Stance) -> None:
    """Refuse a stance that the expectation leaves no room for.

    Raises:
        UsageError: Naming the stances that there is room for.
    """
    room = [side for side in (*SIDES, Stance.SILENT) if side not in FORBIDDEN[assertion.expect]]
    if stance not in room:
        advice = f"with it a quote can be ruled {' or '.join(room)}; or correct `expect`"
        raise UsageError(
            f"{assertion.id}: `expect: {assertion.expect}` and `{stance}` exclude each other ({advice})"
        )


def chosen(assertion: Assertion, ruling: Ruling) -> Evidence | None:
    """Return the evidence that a ruling is about, or None for silent words that are not quoted yet.

    Raises:
        UsageError: If there is no such evidence, or more than one, or it declares another stance.
    """
    there = [item for item in assertion.evidence if item.source == ruling.source]
    found = _quoting(there, ruling) if ruling.quote else [i for i in there if i.stance is ruling.stance]
    if not found and ruling.stance is Stance.SILENT:
        if ruling.quote:
            return None
        raise UsageError(f"{assertion.id}: give the words of {ruling.source} that say nothing, with --quote")
    if not found:
        raise UsageError(f"{assertion.id}: {_not_there(there, ruling)}")
    if len(found) > 1:
        advice = f"choose one with --quote: {_listed(found)}"
        raise UsageError(f"{assertion.id}: {len(found)} quotes of {ruling.source} could be meant; {advice}")
    if found[0].stance is not ruling.stance:
        declared = f"line {found[0].location.line} declares this quote as `{found[0].stance}`"
        advice = "a ruling signs what is declared: correct `stance` first"
        raise UsageError(f"{assertion.id}: {declared}, not `{ruling.stance}` ({advice})")
    return found[0]


def _quoting(there: Sequence[Evidence], ruling: Ruling) -> list[Evidence]:
    """Return the evidence with the given quote; for a side, a part of the quote is enough."""
    words = _folded(ruling.quote)
    whole = [item for item in there if _folded(" ".join(item.pieces)) == words]
    if whole or ruling.stance is Stance.SILENT:
        return whole
    return [item for item in there if any(words in _folded(piece) for piece in item.pieces)]


def _not_there(there: Sequence[Evidence], ruling: Ruling) -> str:
    if not there:
        return f"{ruling.source} is not quoted (quote it under `evidence` first, or rule it silent)"
    if ruling.quote:
        return f"no quote of {ruling.source} holds these words; there is {_listed(there)}"
    return f"no quote of {ruling.source} is declared as `{ruling.stance}`; there is {_listed(there)}"


def _listed(there: Sequence[Evidence]) -> str:
    quotes = (
        f'"{shown(" … ".join(item.pieces))}" ({item.stance}, line {item.location.line})' for item in there
    )
    return ", ".join(quotes)


def _folded(words: str) -> str:
    return " ".join(words.split())


def _with_evidence(text: str, path: str, place: Pointer, assertion: Assertion, ruling: Ruling) -> str:
    quote = _folded(ruling.quote)
    item: dict[str, Value] = {
        "source": ruling.source,
        "stance": str(Stance.SILENT),
        "quote": quote,
        "attested": _mark(ruling, fingerprint(assertion.claim, (quote,))),
    }
    if assertion.evidence:
        return add_item(text, path, (*place, "evidence"), item)
    return add_key(text, path, place, "evidence", [item])


def _mark(ruling: Ruling, of: str) -> dict[str, str]:
    return {"by": ruling.by, "on": ruling.on.isoformat(), "reason": ruling.reason, "of": of}


def _place(text: str, path: str, name: str) -> Pointer:
    data: Any = load(decode(text.encode("utf-8"), path), path).data
    numbers = [number for number, entry in enumerate(data["assertions"]) if entry["id"] == name]
    return ("assertions", numbers[0])
