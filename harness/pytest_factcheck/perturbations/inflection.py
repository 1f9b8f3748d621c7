"""Forms of a verb that an operator has to write: the base of a past, the past or the present of a base.

Irregular verbs come from the table of the language layer. Of a regular past the ending tells the base, where
English spelling leaves no doubt; where it leaves one, there is no answer.
"""

from __future__ import annotations

from pytest_factcheck.language.tables import table
from pytest_factcheck.perturbations.tables import TABLE

_ROWS: dict[str, str] = {
    base: row for base, row in table("irregular")["verbs"].items() if base not in {"be", "have"}
}
_IRREGULAR = {base: row.split()[0] for base, row in _ROWS.items()}
_BASES: dict[str, str] = {}
for _base, _past in _IRREGULAR.items():
    _BASES.setdefault(_past, _base)
_UNCHANGED: frozenset[str] = frozenset(table("irregular")["pasts"]["unchanged"].split())
_ENDINGS: dict[str, str] = {
    ending: rule for rule, row in TABLE["past_endings"].items() for ending in row.split()
}
_LONGEST = max(map(len, _ENDINGS))
_VOWELS = frozenset("aeiou")
_HISSING = ("s", "x", "z", "ch", "sh", "o")
_CUT = {"bare": 2, "keeps_e": 1, "doubled": 3}


def base_of_past(past: str) -> str:
    """Return the base form of a verb in the past, in small letters, or nothing where it is not certain."""
    if past in _BASES:
        return _BASES[past]
    if past in _UNCHANGED:
        return past
    if not past.endswith("ed"):
        return ""
    rule = _rule(past)
    if rule == "y":
        return f"{past[:-3]}y" if len(past) > len("tied") else ""
    return past[: -_CUT[rule]] if rule in _CUT else ""


def _rule(past: str) -> str:
    """Return the rule of the longest ending that the table has for a past."""
    found = (_ENDINGS.get(past[-size:]) for size in range(min(_LONGEST, len(past)), 0, -1))
    return next((rule for rule in found if rule), "")


def past_of(base: str) -> str:
    """Return the past of a base form in small letters, or nothing where it is not certain."""
    if base in _IRREGULAR or base in _UNCHANGED:
        return _IRREGULAR.get(base, base)
    for past in (
        f"{base}d" if base.endswith("e") else f"{base}ed",
        f"{base[:-1]}ied",
        f"{base}{base[-1:]}ed",
    ):
        if base_of_past(past) == base:
            return past
    return ""


def participle_of(base: str) -> str:
    """Return the past participle of a base form in small letters, or nothing where it is not certain."""
    rest = _ROWS.get(base, "").split()[1:]
    return next((form for form in rest if not form.endswith(("ing", "es"))), past_of(base))


def third_person(base: str) -> str:
    """Return what "he" does for a base form: "go" gives "goes"."""
    if base == "have":
        return "has"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(_HISSING) else f"{base}s"


def base_of_present(present: str) -> str:
    """Return the base form of what "he" does: "goes" gives "go"."""
    if present.endswith("ies"):
        return f"{present[:-3]}y"
    short = present.removesuffix("s")
    return short.removesuffix("e") if third_person(short.removesuffix("e")) == present else short
