"""Metonyms: the seat of a government that stands for its country, as "Paris agreed" means France did.

Only for who acts; as a place ("in Paris") a capital is a city, and that is for the reader to tell.
"""

from __future__ import annotations

from pytest_factcheck.language.tables import table
from pytest_factcheck.language.words import stem

_SEATS: dict[str, tuple[str, ...]] = {
    f"@{country}": tuple(map(stem, row.split())) for country, row in table("metonyms")["seats"].items()
}
_COUNTRIES: dict[str, tuple[str, ...]] = {}
for _country, _stems in _SEATS.items():
    for _one in _stems:
        _COUNTRIES[_one] = (*_COUNTRIES.get(_one, ()), _country)


def stands_for(key: str) -> tuple[str, ...]:
    """Return the keys that may stand for this one: a country's seats, or the country of a seat.

    Args:
        key: The key of a token, "@france" for a country and the stem for a city.
    """
    if key in _SEATS:
        return _SEATS[key]
    countries = _COUNTRIES.get(key, ())
    return tuple(
        dict.fromkeys([*countries, *(seat for one in countries for seat in _SEATS[one] if seat != key)])
    )
