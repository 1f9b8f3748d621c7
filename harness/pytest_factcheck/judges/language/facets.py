"""Facets: the parts of a claim that a passage must cover, each with what it weighs and what covers it.

A facet is an amount, a day, a name, a deed (a verb that says what happened) or another content word. Denials
and doubts are no facets; they are compared apart, in `polarity`. Nothing here looks at a source.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from pytest_factcheck.judges.alignment import Item, items
from pytest_factcheck.judges.reading import Reading, read
from pytest_factcheck.judges.tables import stems_of, words_of
from pytest_factcheck.language.countries import is_country_name
from pytest_factcheck.language.cues import CueKind
from pytest_factcheck.language.expressions import expressions
from pytest_factcheck.language.grammar import Kind, Link, Token
from pytest_factcheck.language.headlines import says_name
from pytest_factcheck.language.idf import weight
from pytest_factcheck.language.metonyms import stands_for
from pytest_factcheck.language.paraphrase import covering
from pytest_factcheck.thresholds import LANGUAGE

_PLACING = stems_of("language", "placing_verbs")
_GOING = stems_of("language", "going_verbs")
_LIGHT = stems_of("language", "light")
_CALENDAR = words_of("language", "calendar_names")
_ENDING = stems_of("language", "ending")
SETTING = words_of("language", "place_prepositions")
PEOPLE = stems_of("language", "people")
_SIGNS = frozenset({CueKind.NEGATION, CueKind.FAILURE, CueKind.DENIAL})
_TOWARDS = ("to", "for", "toward", "towards", "through", "into")
_LEAST = {"amount": 8.0, "day": 6.0, "name": 5.0}  # weights, in the scale of the idf table


class FacetKind(StrEnum):
    """What a part of a claim is."""

    AMOUNT = "amount"
    DAY = "day"
    NAME = "name"
    DEED = "deed"
    WORD = "word"


@dataclass(frozen=True, slots=True, eq=False)
class Facet:
    """One part of a claim: tokens `start` to `end`, its weight, and the keys that cover it with their grades.

    `core` tells that it is what the claim says of its subject: its deeds, or else what something is.
    `setting` tells that it is the place or time of what happened ("were held in Ankara"), and no part of a
    name or a topic ("the talks in Ankara").
    """

    kind: FacetKind
    item: Item
    text: str
    key: str
    weight: float
    covers: Mapping[str, float] = field(default_factory=dict)
    setting: bool = False
    core: bool = False
    lacked: bool = False
    is_head_name: bool = False

    @property
    def exact(self) -> bool:
        """Tell whether no other word can stand for it."""
        return self.kind in (FacetKind.AMOUNT, FacetKind.DAY, FacetKind.NAME)

    @property
    def amount(self) -> bool:
        """Tell whether it is a number or a day."""
        return self.kind in (FacetKind.AMOUNT, FacetKind.DAY)

    @property
    def calendar(self) -> bool:
        """Tell whether it is a weekday or a month without a date."""
        return self.kind is FacetKind.NAME and self.text.lower() in _CALENDAR

    @property
    def light(self) -> bool:
        """Tell whether it says little by itself, as "held" and "took" do."""
        return self.weight <= 1.0


@lru_cache(maxsize=1 << 13)
def facets(claim: str, published: date | None) -> tuple[Facet, ...]:
    """Return the facets of a claim in order, its days as they are read on the day of publication."""
    reading = read(claim)
    signs = _sign_places(reading)
    said = _expressed(reading)
    inside = {at for facet in said for at in range(facet.item.start, facet.item.end)} | signs
    single = (_facet(reading, item) for item in items(claim, published) if item.start not in inside)
    bare = tuple(sorted((*single, *said), key=lambda facet: facet.item.start))
    lacked = _lacked(reading, bare)
    core = (*lacked, *(facet for facet in _core(reading, bare) if not (lacked and facet.key in _ENDING)))
    return tuple(
        replace(facet, core=facet in core, lacked=facet in lacked, is_head_name=_heads(reading, facet))
        for facet in bare
    )


def _heads(reading: Reading, facet: Facet) -> bool:
    return facet.kind is FacetKind.NAME and is_head_name(reading.tokens, facet.item.start)


def is_head_name(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word is the last of a name: "Smith" in "Mayor Ann Smith", and no "Friday"."""
    token = tokens[at]
    if not token.named or token.kind is not Kind.WORD or token.lower in _CALENDAR:
        return False
    if at == 0 and not (says_name(token) or (len(tokens) > 1 and tokens[1].link is Link.POSSESSIVE)):
        return False
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return behind is None or not (behind.named and behind.link in (Link.OPEN, Link.JOINED))


def _core(reading: Reading, bare: tuple[Facet, ...]) -> tuple[Facet, ...]:
    """Return what the claim says of its subject: its deeds, or the words behind "is", or all its words."""
    deeds = tuple(
        facet
        for facet in bare
        if facet.kind is FacetKind.DEED and not (facet.light or _reports(reading, facet))
    )
    if deeds:
        return deeds
    words = tuple(facet for facet in bare if facet.kind is FacetKind.WORD and not facet.light)
    verb = next(
        (at for at, token in enumerate(reading.tokens) if token.kind is Kind.AUXILIARY), len(reading.tokens)
    )
    behind = tuple(facet for facet in words if facet.item.start > verb)
    setting = any(facet.setting for facet in bare)
    return behind or (words[:1] if setting else words)


def _expressed(reading: Reading) -> tuple[Facet, ...]:
    """Return the deeds that a claim says in several words: "took part in", "called off"."""
    found: dict[int, Facet] = {}
    for said in expressions(reading.tokens):
        deed = any(token.forms for token in reading.tokens[said.start : said.end])
        if said.denies or not deed or said.start in found:
            continue
        text = reading.text[reading.tokens[said.start].start : reading.tokens[said.end - 1].end]
        stems = [
            one.stem for one in expressions(reading.tokens) if one.start == said.start and not one.denies
        ]
        covers = {other: grade for stem_ in stems for other, grade in covering(stem_).items()}
        item = Item(said.start, said.end, said.stem)
        found[said.start] = Facet(FacetKind.DEED, item, text, said.stem, weight(said.stem), covers)
    return tuple(found.values())


def _lacked(reading: Reading, bare: tuple[Facet, ...]) -> tuple[Facet, ...]:
    """Return the first words behind "without": "ended without an agreement" says that there was none."""
    without = next((at for at, token in enumerate(reading.tokens) if token.lower == "without"), None)
    if without is None:
        return ()
    return tuple(facet for facet in bare if facet.item.start > without and not facet.exact)[:1]


def _reports(reading: Reading, facet: Facet) -> bool:
    """Tell whether a verb only says that somebody said the rest."""
    return any(cue.at == facet.item.start and cue.kind is CueKind.REPORT for cue in reading.cues)


def _sign_places(reading: Reading) -> frozenset[int]:
    """Return the verbs that only deny another: "failed to", "declined to", "denied that"."""
    return frozenset(_signs(reading))


def _signs(reading: Reading) -> Iterator[int]:
    tokens = reading.tokens
    for cue in reading.cues:
        # "rejected that." is a deed; only with a statement behind it does the verb do nothing but deny.
        following = tokens[cue.at + 1].lower if cue.at + 2 < len(tokens) else ""
        if cue.kind in _SIGNS and following in ("to", "that"):
            yield cue.at


def _facet(reading: Reading, item: Item) -> Facet:
    token = reading.tokens[item.end - 1]
    text = reading.text[reading.tokens[item.start].start : token.end]
    kind = _kind(reading, item)
    covers: dict[str, float] = {}
    if kind in (FacetKind.DEED, FacetKind.WORD):
        covers = dict(covering(token.stem))
    setting = kind in (FacetKind.NAME, FacetKind.DAY) and _is_setting(reading, item)
    if kind is FacetKind.NAME and not setting and not _behind_place(reading, item):
        covers = dict.fromkeys(stands_for(token.key), LANGUAGE.metonym)
    if kind not in (FacetKind.AMOUNT, FacetKind.DAY):
        covers[token.key] = 1.0
    return Facet(kind, item, text, token.key, _weight(kind, token.stem), covers, setting)


def _kind(reading: Reading, item: Item) -> FacetKind:
    if item.quantity:
        return FacetKind.AMOUNT
    if item.day:
        return FacetKind.DAY
    if item.named or _opens_with_name(reading, item):
        return FacetKind.NAME
    return FacetKind.DEED if is_deed(reading, item.start) else FacetKind.WORD


def _opens_with_name(reading: Reading, item: Item) -> bool:
    """Tell whether the first word, whose capital tells nothing, is a place or a word that no list knows."""
    token = reading.tokens[item.start]
    return item.start == 0 and says_name(token)


def is_deed(reading: Reading, at: int) -> bool:
    """Tell whether the word at `at` is a verb that says what happened."""
    token = reading.tokens[at]
    if not token.text.islower() or token.kind is not Kind.WORD:
        return False
    event = reading.event(at)
    if event is None:
        return False
    if token.forms:
        return "p" in token.forms or event.passive or event.group < at
    before = reading.tokens[at - 1] if at else None
    if before is None or token.link is not Link.OPEN:
        return False
    if before.lower == "to" or before.kind in (Kind.MODAL, Kind.AUXILIARY, Kind.NEGATOR):
        return True
    return token.lower.endswith("s") and _is_present(reading, at, before)


def _is_present(reading: Reading, at: int, before: Token) -> bool:
    """Tell whether a word in -s is a verb: behind a name or a noun, with an object and no verb after it."""
    behind = reading.tokens[at + 1] if at + 1 < len(reading.tokens) else None
    if behind is None or behind.forms or behind.kind in (Kind.AUXILIARY, Kind.MODAL, Kind.COORDINATOR):
        return False
    if before.country and not is_country_name(before.text):
        return False
    return before.kind is Kind.WORD and (before.named or behind.kind is Kind.DETERMINER)


def _weight(kind: FacetKind, stem_: str) -> float:
    if stem_ in _LIGHT:
        return 1.0
    if kind in (FacetKind.AMOUNT, FacetKind.DAY):
        return _LEAST[kind]
    return max(weight(stem_), _LEAST.get(kind, 0.0))


def _behind_place(reading: Reading, item: Item) -> bool:
    """Tell whether a preposition of place or a verb of going leads to the item: "in Oslo", "left Oslo"."""
    at = item.start - 1
    if at >= 0 and reading.tokens[at].lower in SETTING:
        return True
    at -= at > 0 and reading.tokens[at].lower in _TOWARDS
    return at >= 0 and reading.tokens[at].stem in _GOING


def _is_setting(reading: Reading, item: Item) -> bool:
    """Tell whether a preposition of place or time behind a verb leads to the item."""
    at = item.start - 1
    tokens = reading.tokens
    while at > 0 and tokens[at].kind in (Kind.DETERMINER, Kind.ADVERB):
        at -= 1
    if at < 1 or tokens[at].lower not in SETTING:
        return False
    if item.day or tokens[item.start].lower in _CALENDAR:
        return True
    before = tokens[at - 1]
    placed = bool(before.forms) or before.kind is not Kind.WORD or before.stem == "place" or before.named
    return placed or _is_placed(reading, at - 1)


def _is_placed(reading: Reading, noun: int) -> bool:
    """Tell whether a verb that places its object acts on a noun: "held talks in Oslo"."""
    placing = (at for at in range(noun) if reading.tokens[at].stem in _PLACING and reading.tokens[at].forms)
    objects = (event.object for at in placing if (event := reading.event(at)) and not event.passive)
    return any(one is not None and one.head == noun for one in objects)
