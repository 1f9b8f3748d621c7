"""Another name of the same kind: a country for a country, a person for a person.

What kind a name is of is told by closed lists and by the words around it: an office or a title before a
person, "in" before a place, a word for a body at the end of an institution. A name whose kind is not told so
stays as it is, and so do months and weekdays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pytest_factcheck.language.countries import is_country_name
from pytest_factcheck.language.grammar import Kind, Link, Token, tokens
from pytest_factcheck.language.headlines import plain_case
from pytest_factcheck.language.tables import table, word_list
from pytest_factcheck.perturbations.mutant import Mutant, distinct, replaced
from pytest_factcheck.perturbations.tables import TABLE, pool
from pytest_factcheck.vocabulary import Span

_VOWELS = frozenset("aeiouAEIOU")
_NAMES = table("names")
_TIMES = word_list("grammar", "times")
_BODIES = word_list("names", "bodies")
_BEFORE_PERSON = word_list("names", "titles", "offices", "posts", "roles")
_PORTFOLIOS = word_list("names", "portfolios", "ranks", "office_fillers")
_NO_NAME = _BEFORE_PERSON | _PORTFOLIOS | _BODIES | _TIMES | word_list("names", "company_ends")
_PARTICLES = word_list("names", "particles")
_ADJECTIVES = {
    name.replace("_", " "): row.split()[0].replace("_", " ")
    for name, row in _NAMES["countries"].items()
    if row
}
_COUNTRIES = pool("names", "countries")
_PEOPLE, _SURNAMES = pool("names", "people"), pool("names", "surnames")
_GIVEN_NAMES = frozenset(pool("names", "given"))
_PLACES = pool("names", "places")
_CITIES = frozenset(_PLACES) | frozenset(pool("names", "cities"))
_BEFORE_PLACE = frozenset(pool("names", "before_place"))
_NOT_BEFORE_PLACE = frozenset(pool("names", "not_before_place"))
_NOT_PLACES = frozenset(pool("names", "not_places"))
_SPEECH = frozenset(pool("names", "speech"))
_KINDS_OF_BODY: dict[str, str] = TABLE["bodies"]
_ACRONYMS = {
    "the": pool("names", "acronyms_with_article"),
    "": pool("names", "acronyms_without_article"),
}


def country(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with another country in the place of each, as a name or as its adjective."""
    own = tokens(plain_case(sentence))
    found = (
        replaced(sentence, "country", _with_article(own, at), other)
        for at, token in enumerate(own)
        if token.country
        for other in _other_country(own, at)
    )
    return distinct(sentence, found)


def _other_country(own: Sequence[Token], at: int) -> Iterator[str]:
    token = own[at]
    named = is_country_name(token.text)
    acronym = named and token.text.replace(".", "").isupper()
    as_name = named and not (acronym and _is_attribute(own, at))
    if not named and token.text not in _ADJECTIVES.values():
        return
    if named and token.key.removeprefix("@").replace("_", " ") not in _ADJECTIVES:
        return
    here = {one.key for one in own if one.country}
    for other in _COUNTRIES:
        written = other if as_name else _ADJECTIVES[other]
        if f"@{other.replace(' ', '_')}" not in here and _follows_article(own, at, written):
            yield written
            return


def _is_attribute(own: Sequence[Token], at: int) -> bool:
    """Tell whether a country stands for its adjective: "the U.S. envoy", "U.S. and Russian envoys"."""
    if at + 1 >= len(own) or own[at + 1].link is not Link.OPEN:
        return False
    if own[at + 1].kind is Kind.COORDINATOR and at + 2 < len(own):
        return own[at + 2].country and not is_country_name(own[at + 2].text)
    return own[at + 1].kind is Kind.WORD and "p" not in own[at + 1].forms


def _with_article(own: Sequence[Token], at: int) -> Span:
    """Return where a country stands, with the article that belongs to its name alone: "the Netherlands"."""
    token = own[at]
    article = at > 0 and own[at - 1].lower == "the" and token.link is Link.OPEN
    alone = is_country_name(token.text) and not _is_attribute(own, at) and not _joined(own, at)
    return Span(own[at - 1].start, token.end) if article and alone else token.span


def _joined(own: Sequence[Token], at: int) -> bool:
    return at + 1 < len(own) and own[at + 1].link is Link.JOINED


def _follows_article(own: Sequence[Token], at: int, written: str) -> bool:
    """Tell whether "a" or "an", where one stands before the place, suits what comes there."""
    if at == 0 or own[at - 1].lower not in {"a", "an"}:
        return True
    return (written[0] in _VOWELS) == (own[at - 1].lower == "an")


def person(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with another person in the place of each who is known to be one."""
    own = tokens(plain_case(sentence))
    words = {token.text for token in own}
    found: list[Mutant] = []
    for start, end in _runs(own):
        first = _person_from(own, start, end)
        if first is None:
            continue
        choice = _PEOPLE if end - first > 1 else _SURNAMES
        other = next((name for name in choice if words.isdisjoint(name.split())), "")
        if other:
            found.append(replaced(sentence, "person", Span(own[first].start, own[end - 1].end), other))
    return distinct(sentence, found)


def _person_from(own: Sequence[Token], start: int, end: int) -> int | None:
    """Return where the person's own name begins in a run of capitalised words, or None if there is none."""
    first = max((at + 1 for at in range(start, end) if _describes(own[at])), default=start)
    if first >= end or any(_no_part_of_name(own[at]) for at in range(first, end)):
        return None
    before = own[first - 1] if first else None
    titled = (
        before is not None
        and own[first].link is Link.OPEN
        and before.lower.rstrip(".") in _BEFORE_PERSON
        and (before.named or end - first > 1 or before.lower not in _AMBIGUOUS_ROLES)
    )
    given = own[first].text in _GIVEN_NAMES and end - first > 1
    return first if titled or given or _speaks(own, first, end) else None


_AMBIGUOUS_ROLES = frozenset(pool("names", "ambiguous_roles"))


def _describes(token: Token) -> bool:
    return token.country or token.lower.rstrip(".") in _BEFORE_PERSON | _PORTFOLIOS


def _no_part_of_name(token: Token) -> bool:
    return token.country or token.lower in _NO_NAME or (token.text.isupper() and len(token.text) > 2)


def _speaks(own: Sequence[Token], first: int, end: int) -> bool:
    """Tell whether a full name of two or three words says something, as hardly anything but a person does."""
    if end >= len(own) or own[end].link is not Link.OPEN or own[end].lower not in _SPEECH:
        return False
    return 2 <= end - first <= 3 and all(len(own[at].text) > 1 for at in range(first, end)) and first > 0


def _runs(own: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the runs of capitalised words that stand side by side, particles of names included."""
    at = 0
    while at < len(own):
        end = at
        while end < len(own) and (end == at or own[end].link is Link.OPEN) and _in_run(own, at, end):
            end += 1
        if end > at:
            yield at, end
        at = max(end, at + 1)


def _in_run(own: Sequence[Token], start: int, at: int) -> bool:
    token = own[at]
    if token.named:
        return token.kind is Kind.WORD
    following = own[at + 1] if at + 1 < len(own) else None
    particle = token.lower in _PARTICLES and following is not None and following.named
    return particle and at > start and following is not None and following.link is Link.OPEN


def place(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with another place for each that is a known city or stands behind "in"."""
    own = tokens(plain_case(sentence))
    words = {token.text for token in own}
    found: list[Mutant] = []
    for start, end in _runs(own):
        span = Span(own[start].start, own[end - 1].end)
        if _is_place(sentence, own, start, end):
            other = next(name for name in _PLACES if name not in words)
            found.append(replaced(sentence, "place", span, other))
    return distinct(sentence, found)


def _is_place(sentence: str, own: Sequence[Token], start: int, end: int) -> bool:
    text = sentence[own[start].start : own[end - 1].end]
    if _joined(own, end - 1) or own[start].link is Link.JOINED:
        return False
    if text in _CITIES:
        return start == 0 or own[start - 1].lower not in {"the", "a", "an"}
    if end - start > 1 or start == 0 or own[start].link is not Link.OPEN or _possesses(own, end):
        return False
    token, before = own[start], own[start - 1]
    excluded = token.country or token.lower in _NO_NAME or text in _NOT_PLACES or text.isupper()
    described = end < len(own) and own[end].link is Link.OPEN and own[end].kind is Kind.WORD
    drawn = start > 1 and own[start - 2].stem in _NOT_BEFORE_PLACE
    return before.lower in _BEFORE_PLACE and not (excluded or described or drawn)


def _possesses(own: Sequence[Token], end: int) -> bool:
    return end < len(own) and own[end].link is Link.POSSESSIVE


def organisation(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with another institution of the same kind in the place of each."""
    own = tokens(plain_case(sentence))
    found = [*_other_bodies(sentence, own), *_other_acronyms(sentence, own)]
    return distinct(sentence, found)


def _other_bodies(sentence: str, own: Sequence[Token]) -> Iterator[Mutant]:
    """Yield the sentence with "Transport Ministry" for "Health Ministry"."""
    for start, end in _runs(own):
        kind = _KINDS_OF_BODY.get(own[end - 1].lower)
        if end - start < 2 or kind is None or own[end - 2].country:
            continue
        before = own[end - 2]
        for other in pool("names", kind):
            if other != before.text and _follows_article(own, end - 2, other):
                yield replaced(sentence, "organisation", before.span, other)
                break


def _other_acronyms(sentence: str, own: Sequence[Token]) -> Iterator[Mutant]:
    for at, token in enumerate(own):
        article = "the" if at and own[at - 1].lower == "the" else ""
        choice = _ACRONYMS[article]
        if token.text in choice and not _joined(own, at):
            other = choice[(choice.index(token.text) + 1) % len(choice)]
            yield replaced(sentence, "organisation", token.span, other)
