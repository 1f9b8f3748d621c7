"""Coverage: which facets of a claim a passage holds, where, and how much of the claim that is.

The sentence in focus counts in full, and what stands in another clause of it than the deed a little less. Its
neighbours and the rest of the text count only for what a reader carries over from there: who and what is
spoken of, never an amount.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pytest_factcheck.judges.language.facets import PEOPLE, Facet, FacetKind, is_deed
from pytest_factcheck.judges.language.holding import Holding, holding, names_of
from pytest_factcheck.judges.language.rivals import same_frame
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.language.intervals import Relation
from pytest_factcheck.language.paraphrase import DERIVED, covering
from pytest_factcheck.language.quantities import Quantity
from pytest_factcheck.language.transliteration import sounded
from pytest_factcheck.thresholds import LANGUAGE
from pytest_factcheck.vocabulary import Passage, Span

NOWHERE = -1
Site = tuple[float, int]  # how well a token covers a facet, and which token


Clause = tuple[int, int]  # its first token, and the one after its last


@dataclass(frozen=True, slots=True)
class _View:
    """A claim before a sentence with what stands around it: its neighbours, and the whole text."""

    claim: Reading
    own: Holding
    near: tuple[Holding, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Held:
    """How well one facet is covered: in the sentence, at which token of it, and with its surroundings.

    `bound` tells that the token stands in the clause that holds most of it, `near` in that one or the next.
    """

    facet: Facet
    grade: float
    at: int
    around: float
    bound: bool = True
    near: bool = True

    @property
    def here(self) -> bool:
        """Tell whether the sentence in focus holds it."""
        return self.at != NOWHERE

    @property
    def missing(self) -> bool:
        """Tell whether nothing that may count holds it."""
        return self.around < LANGUAGE.held


@dataclass(frozen=True, slots=True)
class Coverage:
    """The facets of a claim against one sentence: each as it is held, and the shares by weight."""

    held: tuple[Held, ...]
    focus: float
    window: float

    @property
    def uncovered(self) -> tuple[Facet, ...]:
        """Return the facets that nothing holds."""
        return tuple(one.facet for one in self.held if one.missing)

    def without(self, facet: Facet) -> float:
        """Return the share in focus of everything but one facet."""
        others = [one for one in self.held if one.facet is not facet]
        return share(others, [one.grade for one in others])


def cover(claim: Reading, facets: Sequence[Facet], passage: Passage, sentence: Span) -> Coverage:
    """Return how one sentence of a passage, with what stands around it, covers the facets of a claim."""
    own = holding(sentence.of(passage.text), passage.published)
    near = [holding(one.of(passage.text), passage.published) for one in passage.sentences if one != sentence]
    sites = [tuple(found(claim, facet, own)) for facet in facets]
    clauses = _clauses(claim, facets, sites, own)
    view = _View(claim, own, tuple(near), passage.text)
    held: dict[int, Held] = {}
    taken: set[tuple[str, int]] = set()
    exact: set[int] = set()
    # What is certain is placed first, so that a capital takes no country's place that is written out.
    for at in sorted(range(len(facets)), key=lambda at: (-_best(sites[at]), at)):
        facet, single = facets[at], _takes(facets[at])
        free = [site for site in sites[at] if (single, site[1]) not in taken and _is_free(site, exact)]
        held[at] = _held(view, facet, free, clauses[_clause_of(claim, facet)])
        taken.add((single, held[at].at))
        exact |= {held[at].at} if _best(sites[at]) == 1.0 else set()
    found_ = tuple(held[at] for at in range(len(facets)))
    grades, arounds = [one.grade for one in found_], [one.around for one in found_]
    return Coverage(found_, share(found_, grades), share(found_, arounds))


def _best(places: Sequence[Site]) -> float:
    return max((grade for grade, _ in places), default=0.0)


def _is_free(site: Site, exact: set[int]) -> bool:
    """Tell whether a token may stand for a word: a like word takes no token that is another's very word."""
    grade, at = site
    return grade == 1.0 or at not in exact


def _takes(facet: Facet) -> str:
    """Return what a facet must have a token of its own among: its like, for names and amounts all of them."""
    return facet.kind if facet.kind in (FacetKind.NAME, FacetKind.AMOUNT) else facet.key


def share(held: Sequence[Held], grades: Sequence[float]) -> float:
    """Return the part of the claim's weight that is covered, from 0 to 1."""
    total = sum(one.facet.weight for one in held)
    covered = sum(one.facet.weight * grade for one, grade in zip(held, grades, strict=True))
    return covered / total if total else 0.0


def _clause_of(claim: Reading, facet: Facet) -> Clause:
    return claim.clause_of(facet.item.start)


def _clauses(
    claim: Reading, facets: Sequence[Facet], sites: Sequence[tuple[Site, ...]], own: Holding
) -> dict[Clause, Clause]:
    """Return for each clause of the claim the clause of the sentence that holds most of it."""
    weights: dict[Clause, dict[Clause, float]] = {}
    for facet, places in zip(facets, sites, strict=True):
        best: dict[Clause, float] = {}
        for grade, at in places:
            clause = own.reading.clause_of(at)
            best[clause] = max(best.get(clause, 0.0), grade)
        of_claim = weights.setdefault(_clause_of(claim, facet), {})
        for clause, grade in best.items():
            of_claim[clause] = of_claim.get(clause, 0.0) + grade * facet.weight * (2 if facet.core else 1)
    whole = (0, len(own.reading.tokens))
    return {
        clause: max(found_, key=lambda one: (found_[one], -one[0]), default=whole)
        for clause, found_ in weights.items()
    }


def _held(view: _View, facet: Facet, places: Sequence[Site], clause: Clause) -> Held:
    start, end = clause
    grade, at = max(places, key=lambda site: _fitness(view.own, facet, site, clause), default=(0.0, NOWHERE))
    bound = start <= at < end
    if at != NOWHERE and not bound:
        grade *= LANGUAGE.other_clause
    carried = 0.0 if grade == 1.0 or _dated_otherwise(facet, view.own) else _carried(view, facet)
    return Held(facet, grade, at, max(grade, carried), bound, bound or _adjoins(view.own, at, clause))


def _fitness(own: Holding, facet: Facet, site: Site, clause: Clause) -> tuple[bool, float, bool, bool, int]:
    """Return what makes one token the better holder of a facet: the greater fits, of equals the first.

    A deed is rather a like verb among the rest of the claim than its very word in another clause, and rather
    a verb than the noun of one stem.
    """
    grade, at = site
    deed = facet.kind is FacetKind.DEED
    bound = clause[0] <= at < clause[1]
    verb = deed and is_deed(own.reading, at)
    return verb and bound and grade >= LANGUAGE.like_deed, grade, bound, verb, -at


def _dated_otherwise(facet: Facet, own: Holding) -> bool:
    """Tell whether a sentence has a day of its own where the claim has one: none is carried over then."""
    if facet.calendar:
        return True
    ours = facet.item.day
    days = [item.day for item in own.days if item.day]
    return ours is not None and any(theirs.relation(ours) is Relation.DISJOINT for theirs in days)


def _carried(view: _View, facet: Facet) -> float:
    """Return how well a reader carries a facet over from what stands around: no amount, day or deed."""
    if facet.core or facet.kind in (FacetKind.AMOUNT, FacetKind.DAY):
        return 0.0
    best = max((grade for one in view.near for grade, _ in found(view.claim, facet, one)), default=0.0)
    best *= LANGUAGE.neighbour
    if facet.kind is not FacetKind.NAME or facet.setting or best >= LANGUAGE.elsewhere:
        return best
    return LANGUAGE.elsewhere if sounded(facet.text) in names_of(view.text) else best


def _adjoins(own: Holding, at: int, clause: Clause) -> bool:
    """Tell whether the clause of a token is next to another clause."""
    if at == NOWHERE:
        return False
    start, end = own.reading.clause_of(at)
    return end == clause[0] or start == clause[1]


def found(claim: Reading, facet: Facet, own: Holding) -> Iterator[Site]:
    """Yield the tokens of a sentence that cover a facet, each with how well, from 0 to 1."""
    if facet.kind is FacetKind.AMOUNT:
        yield from _amounts(claim, facet, own)
    elif facet.kind is FacetKind.DAY:
        yield from _days(facet, own)
    else:
        if facet.kind is FacetKind.NAME:
            yield from ((1.0, at) for at in own.names.get(sounded(facet.text), ()))
        deed = facet.kind is FacetKind.DEED
        for key, grade in facet.covers.items():
            for at in own.keys.get(key, ()):
                if not deed or grade >= DERIVED or _is_verb(own.reading, at):
                    yield grade, at


def _is_verb(reading: Reading, at: int) -> bool:
    """Tell whether a word may say what happened; a synonym that is a noun may be an office: "the head of"."""
    return bool(reading.tokens[at].forms) or is_deed(reading, at)


def _amounts(claim: Reading, facet: Facet, own: Holding) -> Iterator[Site]:
    ours = facet.item.quantity
    for item in own.amounts:
        grade = _amount_grade(item.quantity, ours)
        if grade and ours and item.quantity and item.quantity.interval != ours.interval:
            grade = grade if same_frame(claim, facet.item, own.reading, item) else 0.0
        if grade:
            yield grade, item.start


def _amount_grade(theirs: Quantity | None, ours: Quantity | None) -> float:
    """Return how well one amount answers for another: by its value, and by what is counted."""
    if theirs is None or ours is None or theirs.dimension != ours.dimension:
        return 0.0
    if theirs.interval.relation(ours.interval) is not Relation.INSIDE:
        return 0.0
    if theirs.counted == ours.counted:
        return 1.0
    if not theirs.counted or not ours.counted or theirs.counted in covering(ours.counted):
        return LANGUAGE.counted_alike
    if theirs.counted in PEOPLE:
        return LANGUAGE.counted_alike
    return LANGUAGE.counted_other


def _days(facet: Facet, own: Holding) -> Iterator[Site]:
    ours = facet.item.day
    for item in own.days:
        theirs = item.day
        if ours and theirs and theirs.bound == ours.bound and theirs.relation(ours) is Relation.INSIDE:
            yield 1.0, item.start
