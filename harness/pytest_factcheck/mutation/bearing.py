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
from pytest_factcheck.language.cues import CueKind
from pytest_factcheck.language.grammar import Kind, Link, Token
from pytest_factcheck.language.intervals import Relation
from pytest_factcheck.language.quantities import relation
from pytest_factcheck.language.sayings import sayings
from pytest_factcheck.language.words import is_function_word
from pytest_factcheck.perturbations import Mutant
from pytest_factcheck.vocabulary import Span

AMOUNTS = frozenset({"number", "magnitude", "unit", "comparator"})
DAYS = frozenset({"day", "weekday", "month", "year"})
NAMES = frozenset({"country", "person", "place", "organisation"})
_DEPENDENT = (Kind.RELATIVE, Kind.SUBORDINATOR)
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
    if mutant.operator in NAMES and _only_beside(ours, theirs, clause, mutant, published):
        return False
    if mutant.operator in AMOUNTS | DAYS | NAMES:
        return len(clause) > len(meant) and _gone(ours, read(mutant.text), meant, mutant, published)
    if _turns_something_else(ours, theirs, changed, meant, published):
        return False
    every = _meant(ours, theirs, Span(0, len(sentence)), published)
    needed = _PARTIES if mutant.operator == "role" else 1
    return len(meant) >= needed and len(clause) * 2 >= len(every)


def _only_beside(
    ours: Reading, theirs: Reading, clause: Iterable[Item], mutant: Mutant, published: date | None
) -> bool:
    """Tell whether a name stands beside what the sentence says of the claim.

    So does one in a dependent clause that holds nothing of the claim but names ("when Norway met Chile"), one
    of which the claim has not the last word ("State" of "State Department"), and one that tells who the
    speaker is, where the claim speaks neither of that speaker nor of what somebody said.
    """
    first = theirs.tokens[theirs.covered(_clause(theirs, mutant.span))[0]]
    if first.kind in _DEPENDENT and all(item.exact for item in clause):
        return True
    name = _whole_name(theirs, mutant.span) if mutant.operator == "organisation" else mutant.span
    if not _meant(ours, theirs, _last_word(theirs, name), published):
        return True
    speakers = (one.speaker for one in sayings(theirs.text) if one.speaker)
    speaker = next((one for one in speakers if one.overlaps(mutant.span)), None)
    if speaker is None or any(cue.kind is CueKind.REPORT for cue in ours.cues):
        return False
    return not _meant(ours, theirs, _last_word(theirs, speaker), published)


def _last_word(reading: Reading, span: Span) -> Span:
    """Return where the last word under a span stands."""
    return reading.tokens[reading.covered(span)[1] - 1].span


def _whole_name(reading: Reading, span: Span) -> Span:
    """Return a span with the words of the same name behind it: "State Department" of "State"."""
    tokens, end = reading.tokens, reading.covered(span)[1]
    while end < len(tokens) and tokens[end].named and tokens[end].link is Link.OPEN:
        end += 1
    return Span(span.start, tokens[end - 1].end)


def _turns_something_else(
    ours: Reading, theirs: Reading, changed: Span, meant: Iterable[Item], published: date | None
) -> bool:
    """Tell whether what is turned round is not what the claim says.

    It is something else where what is reported behind a verb of saying holds nothing of the claim, where the
    claim has the word for no deed ("towards ending hostilities", "was open"), and where other clauses hold
    all that this one holds of the claim, and more.
    """
    verbs = range(*theirs.covered(changed))
    if any(_reports_another(ours, theirs, at, published) for at in verbs):
        return True
    deed = any(theirs.tokens[at].forms for at in verbs)
    if deed and meant and all(_is_no_deed(ours, item.start) for item in meant):
        return True
    clause = _clause(theirs, changed)
    here = set(_meant(ours, theirs, clause, published))
    parts = (Span(0, clause.start), Span(clause.end, len(theirs.text)))
    rest = {item for part in parts for item in _meant(ours, theirs, part, published)}
    return here < rest


def _reports_another(ours: Reading, theirs: Reading, verb: int, published: date | None) -> bool:
    """Tell whether a verb of saying with "that" behind it reports nothing of the claim."""
    tokens = theirs.tokens
    reports = any(cue.at == verb and cue.kind is CueKind.REPORT for cue in theirs.cues)
    if not reports or verb + 1 >= len(tokens) or tokens[verb + 1].lower != "that":
        return False
    said = Span(tokens[verb + 1].end, _clause(theirs, tokens[verb + 1].span).end)
    return not _meant(ours, theirs, said, published)


def _is_no_deed(reading: Reading, at: int) -> bool:
    """Tell whether a word is what something is, or a form in -ing behind a preposition."""
    tokens = reading.tokens
    before = tokens[at - 1] if at else None
    if before is None:
        return False
    behind = before.kind is Kind.PREPOSITION and tokens[at].forms == "g"
    return behind or (before.stem == "be" and not tokens[at].forms)


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
