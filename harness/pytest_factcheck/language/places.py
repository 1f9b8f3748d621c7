"""Places under their names: in which country a city lies, and whether two places can be one.

Only what the table holds is told apart; a street, a district or a region may lie within any place, so nothing
is said of them. "Moscow" is read as the city: whether it stands for a government is for whoever asks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from unicodedata import category, normalize

from pytest_factcheck.language.countries import country, is_country_name, long_name
from pytest_factcheck.language.tables import table

_JOINT = "_"
_SAME = "="
_MARK = "@"
_EVEN = str.maketrans({"ø": "o", "ł": "l", ".": None, "-": " "})
_NO_COUNTRIES = frozenset({"@European_Union", "@United_Nations"})


def _folded(name: str) -> str:
    """Return a name in small letters, without accents, and without what only joins or shortens its words."""
    parts = normalize("NFKD", name).casefold()
    plain = "".join(letter for letter in parts if category(letter) != "Mn")
    return " ".join(plain.translate(_EVEN).split())


def _cities() -> Iterator[tuple[str, str, str]]:
    """Yield, for each name of a city, how it is folded, the city's first name, and the key of its country."""
    for land, row in table("places")["cities"].items():
        for names in row.split():
            written = [name.replace(_JOINT, " ") for name in names.split(_SAME)]
            for name in written:
                yield _folded(name), _folded(written[0]), _MARK + land


_CITY: dict[str, str] = {}
_LANDS: Mapping[str, set[str]] = defaultdict(set)
for _name, _city, _land in _cities():
    _CITY.setdefault(_name, _city)
    _LANDS[_CITY[_name]].add(_land)


def is_city(place: str) -> bool:
    """Tell whether `place` is a city of the table."""
    return _folded(place) in _CITY


def is_place(name: str) -> bool:
    """Tell whether `name` is a city of the table or a country."""
    return is_city(name) or bool(_country(name))


def country_of(place: str) -> str:
    """Return the key of the country that a place is or lies in, or an empty string if that cannot be told.

    Args:
        place: A name as it is written, without an article.
    """
    lands = _LANDS[_CITY[_folded(place)]] if is_city(place) else set()
    if lands:
        return next(iter(lands)) if len(lands) == 1 else ""
    return _country(place)


def apart(one: str, other: str) -> bool | None:
    """Tell whether two places are two: True if they are, False if they are one, None if it cannot be told.

    Two cities are apart, and so are a city and a country in which it does not lie. A city within a country is
    neither that country nor apart from it.
    """
    if is_city(one) and is_city(other):
        return _CITY[_folded(one)] != _CITY[_folded(other)]
    lands = [_lands(one), _lands(other)]
    if not all(lands):
        return None
    if not set.intersection(*lands):
        return True
    return False if not (is_city(one) or is_city(other)) else None


def within(inner: str, outer: str) -> bool:
    """Tell whether a city lies in a country, so that what happened in the one happened in the other."""
    return is_city(inner) and bool(_country(outer)) and country_of(inner) == _country(outer)


def _lands(place: str) -> set[str]:
    if is_city(place):
        return _LANDS[_CITY[_folded(place)]]
    land = _country(place)
    return {land} if land else set()


def _country(place: str) -> str:
    """Return the key of a country that `place` names; a union of countries is none."""
    words = place.split()
    size, long = long_name(words)
    key = long if size == len(words) else country(place) if len(words) == 1 else ""
    return "" if key in _NO_COUNTRIES or not is_country_name(place) else key
