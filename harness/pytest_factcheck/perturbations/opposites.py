"""The opposite of a verb in the place of the verb: "rose" becomes "fell".

A pair is known to the language layer and stands in this package's own table too, because
not every opposite fits into the other's place: "told him" is not "withheld him". Only verbs in the past, as
participles or as infinitives are changed: elsewhere the form does not tell a verb from a noun.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pytest_factcheck.language.grammar import Kind, Link, Token, tokens
from pytest_factcheck.language.opposites import opposite as are_opposite
from pytest_factcheck.language.phrases import is_verb
from pytest_factcheck.language.spelling import one_stem
from pytest_factcheck.language.words import stem
from pytest_factcheck.perturbations.inflection import participle_of, past_of
from pytest_factcheck.perturbations.mutant import Mutant, distinct, replaced
from pytest_factcheck.perturbations.tables import TABLE, pool

_PARTICLES = frozenset(pool("particles"))


def _pairs() -> Iterator[tuple[str, str]]:
    """Yield the pairs of the table, those of one direction once."""
    for row in TABLE["opposites"]["both_ways"]:
        one, other = row.split()
        yield one, other
        yield other, one
    for row in TABLE["opposites"]["one_way"]:
        one, other = row.split()
        yield one, other


def _by_form(form: Callable[[str], str]) -> dict[str, str]:
    """Return one form of each verb and the same form of its opposite, where both are certain."""
    found: dict[str, str] = {}
    for one, other in _pairs():
        known = are_opposite(one_stem(stem(one)), one_stem(stem(other)))
        if known and form(one) and form(other):
            found.setdefault(form(one), form(other))
    return found


_PASTS, _PARTICIPLES = _by_form(past_of), _by_form(participle_of)
_VERBS = _by_form(lambda verb: verb if past_of(verb) else "")


def opposite(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with the opposite in the place of each verb that has one."""
    own = tokens(sentence)
    found = (
        replaced(sentence, "opposite", own[at].span, other)
        for at in range(1, len(own))
        for other in _other(own, at)
    )
    return distinct(sentence, found)


def _other(own: Sequence[Token], at: int) -> Iterator[str]:
    token = own[at]
    following = own[at + 1] if at + 1 < len(own) else None
    phrasal = following is not None and following.link is Link.OPEN and following.lower in _PARTICLES
    if token.kind is not Kind.WORD or not token.text.islower() or phrasal:
        return
    other = _forms_here(own, at).get(token.lower)
    if other:
        yield other


def _forms_here(own: Sequence[Token], at: int) -> dict[str, str]:
    """Return the forms of the table that a verb in this place can have."""
    before = at - 1
    while before > 0 and own[before].kind in (Kind.ADVERB, Kind.NEGATOR):
        before -= 1
    if own[before].kind is Kind.MODAL or own[before].stem == "do" or own[before].lower == "to":
        return _VERBS
    if own[before].kind is Kind.AUXILIARY:
        return _PARTICIPLES
    return _PASTS if "p" in own[at].forms and is_verb(own, at) and own[at].link is Link.OPEN else {}
