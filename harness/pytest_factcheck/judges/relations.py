"""Relations with one right value, and nouns for one kind of thing: `data/relations.toml`, read once.

What a claim states by them is for `inference`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pytest_factcheck.judges.claims import Relation, relations
from pytest_factcheck.judges.tables import table
from pytest_factcheck.language.phrases import Tokens
from pytest_factcheck.language.words import stem

_DATA = dict(table("relations"))
_EVENTS: Mapping[str, str] = _DATA.pop("events")
_THINGS: Mapping[str, str] = _DATA.pop("things")
DEALINGS: Mapping[str, str] = _DATA.pop("dealings")
_NEVER = frozenset(_DATA.pop("never").split())
_ALL_EVENTS = "@events"


def _kinds(rows: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return, for each noun of a table, the nouns of its kind."""
    kinds: dict[str, tuple[str, ...]] = {}
    for row in rows.values():
        nouns = tuple(row.split())
        for noun in nouns:
            known = kinds.get(noun, ())
            kinds[noun] = (*known, *(other for other in nouns if other not in known))
    return kinds


KINDS = _kinds({**_THINGS, **_EVENTS})
HAPPENINGS = frozenset(_kinds(_EVENTS))
_EVENT_STEMS = frozenset(map(stem, HAPPENINGS))


@dataclass(frozen=True, slots=True)
class Row:
    """One relation of `data/relations.toml`."""

    name: str
    value: str
    forms: tuple[str, ...]
    aliases: tuple[str, ...]
    relations: tuple[Relation, ...]
    counts: frozenset[str]
    about: frozenset[str]
    barred: frozenset[str]
    person: bool
    named: bool

    def fits(self, subject: Tokens) -> bool:
        """Tell whether the relation has one value for what a noun phrase names."""
        head = subject[-1]
        stems = {token.stem for token in subject} if head.named else {head.stem}
        own = self.counts | {relation.head for relation in self.relations}
        if stems & self.barred or head.stem in own or head.lower in _NEVER:
            return False
        if head.named and not self.named and not stems & _EVENT_STEMS:
            return False
        return not self.about or bool(stems & self.about)


def _row(name: str, data: Mapping[str, Any]) -> Row:
    forms = tuple(data["forms"])
    about = frozenset(
        one
        for word in data.get("about", "").split()
        for one in (_EVENT_STEMS if word == _ALL_EVENTS else {stem(word)})
    )
    return Row(
        name=name,
        value=data["value"],
        forms=forms,
        aliases=(*forms, *data.get("source", ())),
        relations=tuple(dict.fromkeys(one for form in forms for one in relations(form))),
        counts=frozenset(map(stem, data.get("counts", "").split())),
        about=about,
        barred=frozenset(map(stem, data.get("not", "").split())),
        person=data.get("person", False),
        named=data.get("named", True),
    )


ROWS: tuple[Row, ...] = tuple(_row(name, data) for name, data in _DATA.items())
BY_HEAD: Mapping[str, tuple[Row, ...]] = {
    head: tuple(row for row in ROWS if any(one.head == head for one in row.relations))
    for head in sorted({one.head for row in ROWS for one in row.relations})
}
