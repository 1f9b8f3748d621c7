"""Who a noun phrase speaks of: a name, an office with its rank, and whether two phrases can be one person.

Only a differing name, or a differing office where no name is given, tells two apart. Whatever else differs
(a spelling, a part of a name, a role, a former office) leaves it open. It knows no person and no history.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from unicodedata import category, normalize

from pytest_factcheck.language.grammar import Kind, Link, Token, tokens
from pytest_factcheck.language.spelling import one_spelling
from pytest_factcheck.language.tables import table, word_list
from pytest_factcheck.language.words import stem

_SHORT: dict[str, str] = table("names")["short_offices"]
_OFFICES = word_list("names", "offices")
_HELD = _OFFICES | word_list("names", "posts")
_RANKS = word_list("names", "ranks")
_PASSING = word_list("names", "passing_ranks")
_FILLERS = word_list("names", "office_fillers", "office_graces", "titles")
_PORTFOLIOS = word_list("names", "portfolios")
_DESCRIBING = _HELD | _RANKS | _FILLERS | _PORTFOLIOS | word_list("names", "roles")
_SURNAMES = word_list("names", "surnames")
_BODIES = word_list("names", "bodies")
_COMPANY_ENDS = word_list("names", "company_ends")
_PARTICLES = word_list("names", "particles")
_ALIKE = 0.75  # ratio of equal letters from which two last names may be one name in two spellings
_BEGINNING = 3  # letters of two last names by which "Anna Berg" and "Anna Bergman" begin alike
_SHORT_NAME = 6  # letters of "UNESCO"


class Likeness(StrEnum):
    """Whether two phrases speak of one person or body."""

    SAME = "same"
    DIFFERENT = "different"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Holder:
    """What a noun phrase says of who it is.

    `name` is in small letters. `office` holds the words of an office or post, `ranks` those that make it
    another one, `countries` the keys of the countries that it names; `exclusive` says that hardly anyone
    holds two offices of its kind, `body` that the name is no person's but a country's or an institution's.
    """

    name: tuple[str, ...] = ()
    office: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    exclusive: bool = False
    body: bool = False


@lru_cache(maxsize=1 << 12)
def parse_holder(text: str) -> Holder:
    """Return what a phrase, as a reviewer writes it, says of who it is."""
    return read_holder(tokens(text))


def read_holder(phrase: Sequence[Token]) -> Holder:
    """Return what the tokens of a noun phrase, with its "of …" if it has one, say of who it is."""
    given = [token for token in phrase if token.kind not in (Kind.DETERMINER, Kind.PRONOUN)]
    start = max((at for at, token in enumerate(given) if token.link is Link.POSSESSIVE), default=0)
    own = given[start:]
    if own and all(token.country for token in own):
        return Holder(name=tuple(token.key for token in own), body=True)
    last = max((at for at in range(len(own)) if _describes(own, at)), default=-1)
    words = [word for token in own[: last + 1] for word in _spelled(token).split()]
    held = [word for word in words if word in _HELD]
    rest = frozenset(stem(word) for word in words if word not in _FILLERS | _RANKS and word.isalpha())
    countries = frozenset(token.key for token in given[: start + last + 1] if token.country)
    return Holder(
        name=_plain_name(own[last + 1 :]),
        office=rest - _country_stems(given) if held else frozenset(),
        ranks=frozenset(word for word in words if word in _RANKS),
        countries=countries,
        exclusive=any(word in _OFFICES for word in held),
        body=any(_is_body(token) for token in own[last + 1 :]),
    )


def merged(apposed: Sequence[Holder]) -> Holder:
    """Return what a name and its appositions say together: "X, the minister"."""
    named = next((holder for holder in apposed if holder.name), Holder())
    official = next((holder for holder in apposed if holder.office), named)
    return replace(official, name=named.name, body=named.body)


def likeness(found: Holder, ways: Sequence[Holder]) -> Likeness:
    """Tell whether the one who is found is the one whom each of `ways` speaks of."""
    named = [way for way in ways if way.name]
    official = [way for way in ways if way.office]
    if found.name and named:
        return _by_name(found, named)
    if not (found.office and official):
        return Likeness.UNCLEAR
    verdicts = {_same_office(found, way) for way in official}
    if Likeness.SAME in verdicts:
        settled = any(not way.name and _same_office(found, way) is Likeness.SAME for way in official)
        return Likeness.SAME if settled else Likeness.UNCLEAR
    return Likeness.DIFFERENT if verdicts == {Likeness.DIFFERENT} else Likeness.UNCLEAR


def _by_name(found: Holder, ways: Sequence[Holder]) -> Likeness:
    verdicts = {_same_named(found, way) for way in ways}
    if Likeness.SAME in verdicts:
        clash = any(
            found.office and way.office and _same_office(found, way) is not Likeness.SAME
            for way in ways
            if same_name(found.name, way.name) is Likeness.SAME
        )
        weak = len(found.name) == 1 or any(found.ranks != way.ranks for way in ways if way.office)
        return Likeness.UNCLEAR if clash and weak else Likeness.SAME
    return Likeness.DIFFERENT if verdicts == {Likeness.DIFFERENT} else Likeness.UNCLEAR


def _same_named(found: Holder, way: Holder) -> Likeness:
    """Compare two names; an institution may act through a person, so one never excludes the other."""
    verdict = same_name(found.name, way.name)
    country_only = found.name[0].startswith("@") != way.name[0].startswith("@")
    apart = found.body != way.body or country_only
    return Likeness.UNCLEAR if verdict is Likeness.DIFFERENT and apart else verdict


def same_name(found: tuple[str, ...], wanted: tuple[str, ...]) -> Likeness:
    """Tell whether two names can be one: the shorter may be the end of the longer.

    One last name in two spellings, one last name with two first names, and initials all stay unclear.
    """
    if _ends_with(found, wanted) or _ends_with(wanted, found):
        return Likeness.SAME
    if _short_for(found, wanted) or _short_for(wanted, found):
        return Likeness.UNCLEAR
    if SequenceMatcher(None, found[-1], wanted[-1], autojunk=False).ratio() >= _ALIKE:
        return Likeness.UNCLEAR
    shared = set(found) & set(wanted)
    begins_alike = found[-1][:_BEGINNING] == wanted[-1][:_BEGINNING]
    vague = shared and (begins_alike or min(len(found), len(wanted)) == 1)
    return Likeness.UNCLEAR if vague else Likeness.DIFFERENT


def _ends_with(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    return long[-len(short) :] == short


def _short_for(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether one name may be made of the other's first letters, or is too short to tell."""
    return len(short) == 1 and len(short[0]) <= _SHORT_NAME and len(long) > 1 and short[0][0] == long[0][0]


def _same_office(found: Holder, wanted: Holder) -> Likeness:
    if found.countries and wanted.countries and not found.countries & wanted.countries:
        return Likeness.DIFFERENT
    apart = found.ranks ^ wanted.ranks
    if found.office == wanted.office:
        if not apart:
            return Likeness.SAME
        return Likeness.UNCLEAR if apart & _PASSING else Likeness.DIFFERENT
    vague = found.office <= wanted.office or wanted.office <= found.office
    clear = found.exclusive and wanted.exclusive and not vague and not apart & _PASSING
    return Likeness.DIFFERENT if clear else Likeness.UNCLEAR


def _describes(own: Sequence[Token], at: int) -> bool:
    """Tell whether a word says what somebody is, and is no part of his name."""
    token = own[at]
    word = _spelled(token).split()[-1]
    if at == len(own) - 1 and at and word in _SURNAMES and token.named and not _describes(own, at - 1):
        return False
    if token.country or word in _DESCRIBING:
        return True
    return not token.named and word not in _PARTICLES


def _is_body(token: Token) -> bool:
    """Tell whether a word of a name makes it an institution's: "Parliament", "NATO"."""
    letters = token.text.replace(".", "")
    return token.lower in _BODIES or (len(letters) > 1 and letters.isupper() and "." not in token.text)


def _spelled(token: Token) -> str:
    lower = token.lower.replace(".", "")
    return _SHORT.get(lower) or one_spelling(lower)


def _plain_name(parts: Sequence[Token]) -> tuple[str, ...]:
    name = tuple(_letters(token.text) for token in parts if token.kind is Kind.WORD)
    while len(name) > 1 and name[-1] in _COMPANY_ENDS:
        name = name[:-1]
    return name


def _country_stems(given: Sequence[Token]) -> frozenset[str]:
    return frozenset(stem(word) for token in given if token.country for word in token.lower.split())


@lru_cache(maxsize=1 << 14)
def _letters(word: str) -> str:
    """Return a word in small letters without accents and full stops."""
    plain = normalize("NFKD", word.replace(".", ""))
    return "".join(letter for letter in plain if category(letter) != "Mn").casefold()
