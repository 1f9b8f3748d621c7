"""Judgement: from coverage, polarity and rivals to the opinion on one sentence.

The rules stand in one table and the first that speaks decides; what contradicts is looked for before what
supports, and a cue that is not enough leaves the sentence undecided, with its reason.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from itertools import pairwise

from pytest_factcheck.judges.language.coverage import Coverage, Held, share
from pytest_factcheck.judges.language.facets import Facet, FacetKind, is_head_name
from pytest_factcheck.judges.language.holding import Holding, days_of
from pytest_factcheck.judges.language.opposing import opposed
from pytest_factcheck.judges.language.polarity import INFINITIVE, denials, denied, doubts, scope
from pytest_factcheck.judges.language.rivals import rival
from pytest_factcheck.judges.language.roles import Roles, compare
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.judges.reasons import reason
from pytest_factcheck.language.cues import CueKind
from pytest_factcheck.language.grammar import Kind
from pytest_factcheck.language.intervals import Relation
from pytest_factcheck.language.opposites import Opposition
from pytest_factcheck.language.transliteration import sounded
from pytest_factcheck.language.words import is_function_word
from pytest_factcheck.thresholds import LANGUAGE
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Reason, Span, Stance

NAME = "language"
_HALF = 0.49
_LEAST = 2  # parts of a claim that say something
_NO_OTHER = frozenset({Roles.SAME, Roles.UNKNOWN})
_DATA = tomllib.loads(files("pytest_factcheck.judges").joinpath("data/language.toml").read_text("utf-8"))
_LIMITS = frozenset(_DATA["limits"].split())
_BINDING = frozenset(_DATA["binding"].split())


@dataclass(frozen=True)
class Case:
    """A claim before one sentence of a passage, with everything that the rules look at."""

    question: Question
    claim: Reading
    passage: Passage
    sentence: Span
    own: Holding
    coverage: Coverage

    @cached_property
    def aligned(self) -> tuple[Held, ...]:
        """Return the deeds and words that the sentence holds."""
        return tuple(one for one in self.coverage.held if one.here and not one.facet.exact)

    @cached_property
    def deeds(self) -> tuple[Held, ...]:
        """Return what of the claim's core the sentence holds."""
        return tuple(one for one in self.aligned if one.facet.core)

    @cached_property
    def turned(self) -> tuple[Held, ...]:
        """Return the words that one side denies and the other does not."""
        return tuple(
            one
            for one in self.aligned
            if (one.bound or one.facet.core)
            and denied(self.claim, one.facet.item.start, self.own.reading)
            != denied(self.own.reading, one.at, self.claim)
        )

    @cached_property
    def doubts(self) -> tuple[str, ...]:
        """Return what makes the source less sure than the claim of what happened."""
        return self.doubts_of(self.deeds)

    def doubts_of(self, words: Sequence[Held]) -> tuple[str, ...]:
        """Return what makes the source less sure than the claim of some words that both hold."""
        found: dict[str, None] = {}
        for one in words:
            ours = doubts(self.claim, one.facet.item.start)
            planned = any(cue.startswith(INFINITIVE) for cue in ours)
            for cue in doubts(self.own.reading, one.at):
                if cue not in ours and not (planned and cue.startswith(INFINITIVE)):
                    found[cue] = None
        return tuple(found)

    @cached_property
    def says_more(self) -> tuple[str, ...]:
        """Return words of the claim such as "only" and "all" that the source does not say."""
        theirs = {token.lower for token in self.own.reading.tokens} | _limits(self.own.reading)
        ours = [token.lower for token in self.claim.tokens if token.lower in _BINDING]
        return tuple(word for word in (*ours, *sorted(_limits(self.claim))) if word not in theirs)

    @cached_property
    def roles(self) -> frozenset[Roles]:
        """Return how the names around the shared deeds lie to each other."""
        deeds = (one for one in self.deeds if one.facet.kind is FacetKind.DEED)
        return frozenset(compare(self.claim, one.facet.item.start, self.own.reading, one.at) for one in deeds)

    @cached_property
    def apart(self) -> tuple[Facet, ...]:
        """Return what must stand in one clause with the rest and does not."""
        return tuple(
            one.facet
            for one in self.coverage.held
            if one.here
            and not (one.bound if one.facet.setting else one.near)
            and (one.facet.core or one.facet.setting or one.facet.amount)
        )

    @property
    def asserted(self) -> tuple[Held, ...]:
        """Return the words that the claim denies and the source does not, whatever denies them."""
        return tuple(
            one
            for one in self.coverage.held
            if one.here and denied(self.claim, one.facet.item.start) and not denied(self.own.reading, one.at)
        )

    @cached_property
    def denied_share(self) -> float:
        """Return how much of what the one side denies the other side says, in one clause."""
        ours = scope(self.claim, self.own.reading)
        if ours:
            words = [
                one for one in self.coverage.held if one.facet.item.start in ours and not one.facet.light
            ]
            return share(words, [one.grade if one.bound and self._in_order(one) else 0.0 for one in words])
        theirs = scope(self.own.reading, self.claim)
        spoken = {one.at for one in self.coverage.held if one.here}
        content = [at for at in theirs if _is_content(self.own.reading, at)]
        words = [one for one in self.coverage.held if one.facet.kind is not FacetKind.NAME]
        said = share(words, [one.grade if one.near else 0.0 for one in words])
        return max(said, sum(at in spoken for at in content) / len(content) if content else 0.0)

    def _in_order(self, word: Held) -> bool:
        """Tell whether a word follows what it follows in the claim; a compound may turn them round."""
        first = next(iter(self.turned), word)
        follows = word.facet.item.start > first.facet.item.start
        between = self.own.reading.tokens[word.at : first.at]
        return not follows or all(token.kind is Kind.WORD for token in between)

    @property
    def denies_a_thing(self) -> bool:
        """Tell whether the claim denies something that is no deed of its core, as "no officials" does."""
        return not any(one.facet.kind is FacetKind.DEED or one.facet.lacked for one in self.deeds) and any(
            denied(self.claim, one.facet.item.start, self.own.reading) for one in self.turned
        )

    @cached_property
    def exact_missing(self) -> tuple[Facet, ...]:
        """Return names, amounts and days of the claim that nothing holds; an amount must stand right here."""
        return tuple(one.facet for one in self.coverage.held if one.facet.exact and one.missing)

    @cached_property
    def core_missing(self) -> tuple[Facet, ...]:
        """Return what the claim says of its subject and the sentence has no word for."""
        return tuple(one.facet for one in self.coverage.held if one.facet.core and one.missing)

    @property
    def core_is_there(self) -> bool:
        """Tell whether the sentence says what the claim says of its subject, but for a word that says little."""
        total = sum(one.facet.weight for one in self.coverage.held)
        missing = sum(facet.weight for facet in self.core_missing)
        return missing <= LANGUAGE.core_slack * total and (self.deeds != () or not self.core_missing)

    @property
    def named_otherwise(self) -> tuple[Facet, int] | None:
        """Return a name that only the surroundings hold, and a name of the clause that the claim does not have."""
        absent = next(
            (one.facet for one in self.coverage.held if one.facet.is_head_name and not one.here), None
        )
        here = self.deeds or tuple(one for one in self.coverage.held if one.here)
        if absent is None or not here:
            return None
        tokens = self.own.reading.tokens
        start, end = self.own.reading.clause_of(here[0].at)
        spoken = {token.key for token in self.claim.tokens} | {
            sounded(token.text) for token in self.claim.tokens
        }
        for at in range(start, end):
            if is_head_name(tokens, at) and not {tokens[at].key, sounded(tokens[at].text)} & spoken:
                return absent, at
        return None

    @property
    def modified_otherwise(self) -> tuple[Facet, int] | None:
        """Return a name before a noun of the claim, and the other name that stands before that noun here."""
        for name, noun in pairwise(self.coverage.held):
            if not (noun.here and name.facet.is_head_name and name.facet.item.end == noun.facet.item.start):
                continue
            token = self.own.reading.tokens[noun.at - 1] if noun.at else None
            if token is None or not is_head_name(self.own.reading.tokens, noun.at - 1):
                continue
            if token.key not in name.facet.covers and sounded(token.text) != sounded(name.facet.text):
                return name.facet, noun.at - 1
        return None

    @cached_property
    def negators_differ(self) -> str:
        """Return a plain "not" that stands on one side only, in the clauses that are compared."""
        ours = [cue for cue in denials(self.claim) if cue.kind is CueKind.NEGATION]
        compared = [one for one in self.deeds if one.bound] or [one for one in self.coverage.held if one.here]
        clauses = {self.own.reading.clause_of(one.at) for one in compared}
        if len(self.own.reading.tokens) <= LANGUAGE.near_verbatim * len(self.claim.tokens):
            clauses = {(0, len(self.own.reading.tokens))}
        theirs = [
            cue
            for cue in denials(self.own.reading)
            if cue.kind is CueKind.NEGATION and any(start <= cue.at < end for start, end in clauses)
        ]
        if bool(ours) == bool(theirs):
            return ""
        return self.claim.tokens[ours[0].at].text if ours else self.own.reading.tokens[theirs[0].at].text

    @property
    def words(self) -> float:
        """Return the share of the claim that the sentence and its neighbours hold, names left aside."""
        words = [one for one in self.coverage.held if one.facet.kind is not FacetKind.NAME]
        return share(words, [one.around for one in words]) if words else 1.0

    @property
    def score(self) -> float:
        """Return how much of the claim the sentence with its neighbours holds, from 0 to 0.98."""
        return round(0.98 * min(1.0, self.coverage.window), 4)

    def opinion(self, stance: Stance, score: float, *reasons: Reason) -> Opinion:
        """Return an opinion of this judge."""
        return Opinion(NAME, stance, round(score, 4), reasons)

    def place(self, at: int) -> Span:
        """Return where a token of the sentence stands in the source."""
        return self.own.reading.tokens[at].span.shifted(self.sentence.start)


def judged(case: Case) -> Opinion:
    """Return the opinion on one case: the first rule that speaks."""
    for rule in RULES:
        opinion = rule(case)
        if opinion is not None:
            return opinion
    return case.opinion(Stance.SILENT, _HALF * case.score, *_uncovered(case))


def _off_topic(case: Case) -> Opinion | None:
    if case.coverage.focus >= LANGUAGE.focus or (case.deeds and case.coverage.window >= LANGUAGE.supports):
        return None
    return case.opinion(Stance.SILENT, _HALF * case.score, *_uncovered(case))


def _too_short(case: Case) -> Opinion | None:
    """A claim of one word that says something is not told from its denial."""
    if sum(not one.facet.light for one in case.coverage.held) >= _LEAST:
        return None
    return case.opinion(Stance.UNDECIDED, 0.0, reason("claim-too-short", None, case.sentence))


def _asks(case: Case) -> Opinion | None:
    if not case.own.reading.asks or case.claim.asks:
        return None
    return case.opinion(Stance.UNDECIDED, _HALF * case.score, reason("question", None, case.sentence))


def _denied(case: Case) -> Opinion | None:
    if not case.turned:
        return None
    first = case.turned[0]
    why = reason("polarity-clash", _span(case, first.facet), case.place(first.at), cue=first.facet.text)
    weight = sum(one.facet.weight for one in case.aligned)
    most = 2 * sum(one.facet.weight for one in case.turned) >= weight
    doubtful = case.doubts or case.doubts_of(case.turned)
    plain = not (case.exact_missing or case.core_missing or doubtful or case.says_more)
    if (
        most
        and plain
        and not case.denies_a_thing
        and case.denied_share >= LANGUAGE.denied
        and case.roles <= _NO_OTHER
    ):
        return case.opinion(Stance.CONTRADICTS, -case.score, why)
    return case.opinion(Stance.UNDECIDED, -_HALF * case.score, why)


def _swapped(case: Case) -> Opinion | None:
    if Roles.SWAPPED not in case.roles and Roles.OTHER not in case.roles:
        return None
    why = reason("roles-differ", None, case.sentence)
    return case.opinion(Stance.UNDECIDED, -_HALF * case.score, why)


def _opposed(case: Case) -> Opinion | None:
    for one in case.coverage.held:
        if one.here or one.facet.exact:
            continue
        other = opposed(one.facet, case.own)
        if other is None:
            continue
        word = case.own.reading.tokens[other.at].text
        place = case.place(other.at)
        why = reason("opposite", _span(case, one.facet), place, claim=one.facet.text, source=word)
        rest = case.coverage.without(one.facet)
        turned = denied(case.claim, one.facet.item.start, case.own.reading) != denied(
            case.own.reading, other.at, case.claim
        )
        others = [facet for facet in case.core_missing if facet is not one.facet]
        plain = not (others or case.exact_missing or case.doubts or doubts(case.own.reading, other.at))
        sure = other.opposition is Opposition.INCOMPATIBLE and rest >= LANGUAGE.contradicts and plain
        if sure and not turned and case.roles <= _NO_OTHER:
            return case.opinion(Stance.CONTRADICTS, -case.score, why)
        return case.opinion(Stance.UNDECIDED, -_HALF * case.score, why)
    return None


def _rivalled(case: Case) -> Opinion | None:
    for one in case.coverage.held:
        if one.here or not one.facet.exact or (one.around >= LANGUAGE.held and not one.facet.setting):
            continue
        other = rival(one.facet, case.claim, case.own)
        if other is None:
            continue
        words = case.own.reading.tokens[other.start : other.end]
        source = Span(words[0].start, words[-1].end)
        why = reason(
            "rival-value",
            _span(case, one.facet),
            source.shifted(case.sentence.start),
            claim=one.facet.text,
            source=source.of(case.own.reading.text),
        )
        elsewhere = one.facet.kind is FacetKind.DAY and _dated_elsewhere(case, one.facet)
        if other.excludes and not elsewhere and _rest_is_there(case, one.facet, twice=other.twice):
            return case.opinion(Stance.CONTRADICTS, -case.score, why)
        return case.opinion(Stance.UNDECIDED, -_HALF * case.score, why)
    return None


def _dated_elsewhere(case: Case, facet: Facet) -> bool:
    """Tell whether another place of the text names the claim's day, so that two events may be meant."""
    ours = facet.item.day
    days = days_of(case.passage.text, case.passage.published)
    return ours is not None and any(day.relation(ours) is Relation.INSIDE for day in days)


def _rest_is_there(case: Case, facet: Facet, *, twice: bool) -> bool:
    """Tell whether all but one facet of the claim is plainly said; with equal words on both sides less will do."""
    others = [one for one in case.exact_missing if one is not facet]
    if others or case.turned or case.doubts or case.says_more or not case.roles <= _NO_OTHER:
        return False
    rest = case.coverage.without(facet)
    if twice and case.deeds:
        return rest >= LANGUAGE.framed
    return rest >= LANGUAGE.contradicts and not case.core_missing


def _covered(case: Case) -> Opinion | None:
    if case.coverage.window < LANGUAGE.supports or case.exact_missing or not case.core_is_there:
        return None
    if case.words < LANGUAGE.words:
        return None
    asserted = case.asserted
    if asserted:
        why = reason(
            "polarity-clash",
            _span(case, asserted[0].facet),
            case.place(asserted[0].at),
            cue=asserted[0].facet.text,
        )
        return case.opinion(Stance.UNDECIDED, -_HALF * case.score, why)
    if case.says_more:
        why = reason("quantifier-clash", None, case.sentence, cue=case.says_more[0])
        return case.opinion(Stance.UNDECIDED, _HALF * case.score, why)
    if case.negators_differ:
        why = reason("negation-clash", None, case.sentence, cue=case.negators_differ)
        return case.opinion(Stance.UNDECIDED, -_HALF * case.score, why)
    otherwise = case.named_otherwise or case.modified_otherwise
    if otherwise:
        facet, at = otherwise
        theirs = case.own.reading.tokens[at].text
        why = reason("other-name", _span(case, facet), case.place(at), claim=facet.text, source=theirs)
        return case.opinion(Stance.UNDECIDED, _HALF * case.score, why)
    if case.apart:
        why = reason("stands-apart", _span(case, case.apart[0]), case.sentence, words=case.apart[0].text)
        return case.opinion(Stance.UNDECIDED, _HALF * case.score, why)
    if case.doubts:
        why = reason("not-asserted", None, case.sentence, source="", cue=case.doubts[0])
        return case.opinion(Stance.UNDECIDED, _HALF * case.score, why)
    share = f"{round(100 * case.coverage.window)} %"
    return case.opinion(Stance.SUPPORTS, case.score, reason("paraphrased", None, case.sentence, share=share))


RULES: tuple[Callable[[Case], Opinion | None], ...] = (
    _off_topic,
    _too_short,
    _asks,
    _denied,
    _opposed,
    _rivalled,
    _swapped,
    _covered,
)


def _is_content(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    return token.kind in (Kind.WORD, Kind.NUMBER) and not is_function_word(token.text)


def _limits(reading: Reading) -> frozenset[str]:
    """Return the words of a sentence that limit a number and belong to no amount that was read."""
    read = {at for one in reading.quantities for at in range(*reading.covered(one.span))}
    pairs = (
        (at, f"{one.lower}_{other.lower}")
        for at, (one, other) in enumerate(pairwise(reading.tokens))
        if at not in read
    )
    return frozenset(pair for _, pair in pairs if pair in _LIMITS)


def _uncovered(case: Case) -> tuple[Reason, ...]:
    facets = case.coverage.uncovered
    if not facets:
        return ()
    return (reason("not-covered", _span(case, facets[0]), words=", ".join(facet.text for facet in facets)),)


def _span(case: Case, facet: Facet) -> Span:
    tokens = case.claim.tokens[facet.item.start : facet.item.end]
    return Span(tokens[0].start, tokens[-1].end)
