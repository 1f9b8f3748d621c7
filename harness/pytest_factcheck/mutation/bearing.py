"""Bearing: whether a change of a source's sentence changes what the sentence says of a claim.

A quoted sentence says more than the claim does. "On Friday the talks lasted 100 minutes" may name another day
and still state how long they lasted; such a change is none for this claim, and no mutant is made of it. What
stands for what is told by the looser comparison that is made for readers, not by the judges that are tried.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pytest_factcheck.correspondence import counterparts
from pytest_factcheck.judges.alignment import Item, items
from pytest_factcheck.judges.reading import Reading, read
from pytest_factcheck.language.grammar import Kind, Token
from pytest_factcheck.language.intervals import Relation
from pytest_factcheck.language.quantities import relation
from pytest_factcheck.language.words import is_function_word
from pytest_factcheck.perturbations import Mutant
from pytest_factcheck.vocabulary import Span

AMOUNTS = frozenset({"number", "magnitude", "unit", "comparator"})
DAYS = frozenset({"day", "weekday", "month", "year"})
NAMES = frozenset({"country", "person", "place", "organisation"})
_PARTIES = 2  # whoever does it, and whomever it is done to


def bears_on(claim: str, sentence: str, mutant: Mutant, published: date | None) -> bool:
    """Tell whether a change takes away what a sentence says of a claim.

    It does if the changed words stand for words of the claim, in a clause that says more of it: another thing
    of the claim beside a name, an amount or a day, and half of what the sentence holds of the claim beside a
    verb that is denied or turned round.

    Args:
        claim: The claim.
        sentence: A sentence that is quoted for it.
        mutant: A change of the sentence.
        published: The day from which "Friday" is counted in the sentence, if it is known.
    """
    ours, theirs = read(claim), read(sentence)
    changed = _changed(theirs, mutant)
    meant = _meant(ours, theirs, changed, published)
    clause = _meant(ours, theirs, _clause(theirs, changed), published)
    if mutant.operator in AMOUNTS | DAYS | NAMES:
        return len(clause) > len(meant) and _gone(ours, read(mutant.text), meant, mutant, published)
    every = _meant(ours, theirs, Span(0, len(sentence)), published)
    needed = _PARTIES if mutant.operator == "role" else 1
    return len(meant) >= needed and len(clause) * 2 >= len(every)


def _changed(sentence: Reading, mutant: Mutant) -> Span:
    """Return the words that a change is about: what it replaces, and of a negation what it denies."""
    if mutant.operator in AMOUNTS | DAYS | NAMES | {"role", "opposite"}:
        return mutant.span
    told = (token for token in sentence.tokens if token.end > mutant.span.start)
    within = next((token.span for token in told if _says_something(token)), mutant.span)
    return Span(mutant.span.start, max(mutant.span.end, within.end))


def _says_something(token: Token) -> bool:
    return token.kind is not Kind.NEGATOR and not is_function_word(token.text)


def _clause(sentence: Reading, place: Span) -> Span:
    """Return the clause in which some words stand."""
    return next((clause for clause in sentence.clauses if clause.overlaps(place)), place)


def _meant(ours: Reading, theirs: Reading, span: Span, published: date | None) -> list[Item]:
    """Return the items of the claim for which some of the words under a span stand."""
    return [
        item
        for item in items(ours.text, None)
        if any(span.overlaps(place) for place in counterparts(ours, item, theirs, published))
    ]


def _gone(
    ours: Reading, changed: Reading, meant: Iterable[Item], mutant: Mutant, published: date | None
) -> bool:
    """Tell whether one of these items of the claim is no longer said, whatever else the sentence says."""
    if mutant.operator in NAMES:
        return any(not counterparts(ours, item, changed, published) for item in meant)
    put_in = Span(mutant.span.start, mutant.span.start + len(mutant.after))
    return any(_apart(item, changed, put_in, published) for item in meant)


def _apart(item: Item, sentence: Reading, place: Span, published: date | None) -> bool:
    """Tell whether the amount or day that was put in can never be the one of the claim."""
    if item.quantity:
        new = (one for one in sentence.quantities if one.span.overlaps(place))
        return any(relation(one, item.quantity) is Relation.DISJOINT for one in new)
    if item.day:
        days = (one for one in sentence.dates(published) if one.span.overlaps(place))
        return any(one.relation(item.day) is Relation.DISJOINT for one in days)
    return True
