"""Verbs that can stand in the place of a verb, by the use that the words behind it tell.

"Purchased" is "bought" where it has an object or is passive, "fell" is "dropped" before "by 20 percent", and
"lasted" is "took" before a length of time. A past that may be a participle, as in "the talks held in Rome",
is given no past that could not be one, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pytest_factcheck.language.grammar import Kind, Link, Token
from pytest_factcheck.perturbations.readings import quantities
from pytest_factcheck.perturbations.statements import finite_verbs
from pytest_factcheck.perturbations.tables import TABLE, pairs
from pytest_factcheck.perturbations.verbplaces import Form, by_form, form_at, helper, written

_OBJECTS = frozenset({Kind.DETERMINER, Kind.PRONOUN, Kind.NUMBER})
_NOT_OBJECTS = frozenset({"that", "what", "which", "who", "whom", "whose"})
_PASSIVE = frozenset({"be", "get"})

_ROWS = {use: list(pairs(rows)) for use, rows in TABLE["synonyms"]["verbs"].items()}
_FORMS = {use: by_form(rows) for use, rows in _ROWS.items()}
_NO_PARTICIPLES = frozenset(  # "began", "chose"
    written(other, Form.PAST)
    for rows in _ROWS.values()
    for _, other in rows
    if written(other, Form.PAST) != written(other, Form.PARTICIPLE)
)


@dataclass(frozen=True, slots=True)
class _Place:
    """The place of a verb in its sentence, and the form that it has there."""

    sentence: str
    own: Sequence[Token]
    at: int
    form: Form

    @property
    def following(self) -> Token | None:
        """Return the next word, if no mark parts it from the verb."""
        token = self.own[self.at + 1] if self.at + 1 < len(self.own) else None
        return token if token is not None and token.link is Link.OPEN else None

    @property
    def passive(self) -> bool:
        """Tell whether the verb stands behind a form of "be"."""
        return self.form is Form.PARTICIPLE and self.own[helper(self.own, self.at)].stem in _PASSIVE

    @property
    def has_object(self) -> bool:
        """Tell whether a noun phrase follows."""
        following = self.following
        if following is None or following.lower in _NOT_OBJECTS or self.passive:
            return False
        named = following.kind is Kind.WORD and following.named
        return named or following.kind in _OBJECTS

    @property
    def maybe_participle(self) -> bool:
        """Tell whether the verb may only tell which thing is meant: "the bridge constructed in May"."""
        return self.form is Form.PAST and "n" in self.own[self.at].forms and not self.has_object

    def before(self, word: str) -> bool:
        """Tell whether this word follows."""
        return self.following is not None and self.following.lower == word


def verbs(sentence: str, own: Sequence[Token], at: int) -> Iterator[str]:
    """Yield what can stand in the place of a verb, nothing where the word at `at` is none."""
    form = form_at(own, at)
    if form is None:
        return
    place = _Place(sentence, own, at, form)
    for use, rows in _FORMS.items():
        others = rows[form].get(own[at].lower, ())
        if others and _USES[use](place):
            sure = not place.maybe_participle or (use != "object" and finite_verbs(own) == (at,))
            yield from (other for other in others if sure or other not in _NO_PARTICIPLES)


def _anything(_place: _Place) -> bool:
    return True


def _nothing(place: _Place) -> bool:
    following = place.following
    if place.passive or following is None:
        return not place.passive
    prepositional = following.kind is Kind.PREPOSITION and following.lower != "to"
    return prepositional or following.kind is Kind.ADVERB


def _object(place: _Place) -> bool:
    return place.passive or place.has_object or place.maybe_participle


def _object_only(place: _Place) -> bool:
    return place.has_object


def _to(place: _Place) -> bool:
    return place.before("to") and not place.passive


def _that(place: _Place) -> bool:
    return place.before("that") and not place.passive


def _duration(place: _Place) -> bool:
    """Tell whether a length of time follows directly."""
    following = place.following
    if following is None or place.passive:
        return False
    lengths = (one for one in quantities(place.sentence) if one.dimension == "duration")
    return any(one.span.start == following.start for one in lengths)


def _amount(place: _Place) -> bool:
    """Tell whether a number follows, or "by" and a number."""
    own, at = place.own, place.at + 2 if place.before("by") else place.at + 1
    number = at < len(own) and own[at].link is Link.OPEN and own[at].kind is Kind.NUMBER
    return number and not place.passive


_USES: Mapping[str, Callable[[_Place], bool]] = {
    "anything": _anything,
    "nothing": _nothing,
    "object": _object,
    "object_only": _object_only,
    "to": _to,
    "that": _that,
    "duration": _duration,
    "amount": _amount,
}
