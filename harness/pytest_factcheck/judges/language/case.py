"""Case: a claim before one sentence of a passage, with what every rule looks at.

What a sentence holds of the claim is worked out before; here it is only asked for in the words of the rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pytest_factcheck.judges.language.coverage import Coverage, Held, share
from pytest_factcheck.judges.language.facets import Facet, FacetKind
from pytest_factcheck.judges.language.holding import Holding, names_of
from pytest_factcheck.judges.language.polarity import INFINITIVE, doubts
from pytest_factcheck.judges.language.roles import Roles, compare
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.judges.tables import words_of
from pytest_factcheck.language.grammar import Kind, Link
from pytest_factcheck.language.transliteration import sounded
from pytest_factcheck.language.words import stem
from pytest_factcheck.thresholds import LANGUAGE
from pytest_factcheck.vocabulary import Passage, Question, Span

_TIMES = words_of("language", "times")
_ONE_PERSON = words_of("language", "one_person")
_MOST = 0.98  # the score of a sentence that holds all of a claim in other words
_NO_OTHER = frozenset({Roles.SAME, Roles.UNKNOWN})


@dataclass(frozen=True)
class Case:
    """A claim before one sentence of a passage."""

    question: Question
    claim: Reading
    passage: Passage
    sentence: Span
    own: Holding
    coverage: Coverage

    @cached_property
    def here(self) -> tuple[Held, ...]:
        """Return the facets that the sentence itself holds."""
        return tuple(one for one in self.coverage.held if one.here)

    @cached_property
    def aligned(self) -> tuple[Held, ...]:
        """Return the deeds and words that the sentence holds."""
        return tuple(one for one in self.here if not one.facet.exact)

    @cached_property
    def core(self) -> tuple[Held, ...]:
        """Return what of the claim's core the sentence holds."""
        return tuple(one for one in self.aligned if one.facet.core)

    @cached_property
    def doubts(self) -> tuple[str, ...]:
        """Return what makes the source less sure than the claim of what happened."""
        return self.doubts_of(self.core)

    def doubts_of(self, words: Sequence[Held]) -> tuple[str, ...]:
        """Return what makes the source less sure than the claim of some words that both hold."""
        shared = {token.stem for token in self.claim.tokens}
        found: dict[str, None] = {}
        for one in words:
            ours = doubts(self.claim, one.facet.item.start)
            planned = any(cue.startswith(INFINITIVE) for cue in ours)
            for cue in doubts(self.own.reading, one.at):
                if stem(cue) not in shared and not (planned and cue.startswith(INFINITIVE)):
                    found[cue] = None
        return tuple(found)

    @cached_property
    def roles(self) -> frozenset[Roles]:
        """Return how the names around the shared deeds lie to each other."""
        deeds = (one for one in self.core if one.facet.kind is FacetKind.DEED)
        return frozenset(compare(self.claim, one.facet.item.start, self.own.reading, one.at) for one in deeds)

    @property
    def names_agree(self) -> bool:
        """Tell whether no shared deed is done by or to somebody else."""
        return self.roles <= _NO_OTHER and self.owner_only is None

    @cached_property
    def owner_only(self) -> Held | None:
        """Return a person of the claim of whom the sentence has only something else: "Reed's invitation"."""
        spoken = {one.at for one in self.here}
        for one in self.here:
            tokens = self.claim.tokens
            alone = one.facet.is_head_name and not tokens[one.facet.item.start].country
            if alone and not owned(self.claim, one.facet.item.start):
                thing = owned(self.own.reading, one.at)
                if thing and not spoken & set(thing) and not self._again(one):
                    return one
        return None

    def _again(self, name: Held) -> bool:
        """Tell whether a name stands in the sentence once more."""
        key = self.own.reading.tokens[name.at].key
        return sum(token.key == key for token in self.own.reading.tokens) > 1

    @cached_property
    def exact_missing(self) -> tuple[Facet, ...]:
        """Return names, amounts and days of the claim that nothing holds."""
        return tuple(one.facet for one in self.coverage.held if one.facet.exact and one.missing)

    @cached_property
    def core_missing(self) -> tuple[Facet, ...]:
        """Return what the claim says of its subject and the sentence has no word for."""
        return tuple(one.facet for one in self.coverage.held if one.facet.core and one.missing)

    @property
    def time_missing(self) -> bool:
        """Tell whether a word for a time is missing that is no day of the calendar: "in the near future"."""
        return any(one.missing and one.facet.text.lower() in _TIMES for one in self.coverage.held)

    @property
    def core_is_there(self) -> bool:
        """Tell whether the sentence says what the claim says, but for a word that weighs little."""
        total = sum(one.facet.weight for one in self.coverage.held)
        if any(facet.kind is FacetKind.DEED for facet in self.core_missing):
            return False
        missing = sum(facet.weight for facet in self.core_missing)
        return missing <= LANGUAGE.core_slack * total and (self.core != () or not self.core_missing)

    @property
    def by_pronoun(self) -> bool:
        """Tell whether "he" or "they" stands for who does it."""
        events = (self.own.reading.event(one.at) for one in self.core)
        heads = (phrase.head for event in events if event for phrase in event.subject.phrases)
        return any(self.own.reading.tokens[head].kind is Kind.PRONOUN for head in heads)

    @property
    def subject_is_near(self) -> bool:
        """Tell whether the names before the claim's core stand here or beside, and not just anywhere."""
        first = min((one.facet.item.start for one in self.core), default=0)
        names = (one for one in self.coverage.held if one.facet.is_head_name and one.facet.item.start < first)
        return all(one.around > LANGUAGE.elsewhere for one in names)

    @property
    def pronoun_is_known(self) -> bool:
        """Tell whether "he" can stand for the names before the claim's core: they came before it."""
        if not any(token.lower in _ONE_PERSON for token in self.own.reading.tokens):
            return True
        first = min((one.facet.item.start for one in self.core), default=0)
        names = [one for one in self.coverage.held if one.facet.is_head_name and one.facet.item.start < first]
        before = [each for each in self.passage.sentences if each.end <= self.sentence.start][-1:]
        heard = frozenset[str]().union(*(names_of(each.of(self.passage.text)) for each in before))
        if any(self.claim.tokens[one.facet.item.start].country for one in names):
            return False  # no country is "he"
        return all(one.here or sounded(one.facet.text) in heard for one in names)

    @property
    def words(self) -> float:
        """Return the share of the claim that the sentence and its neighbours hold, names left aside."""
        words = [one for one in self.coverage.held if one.facet.kind is not FacetKind.NAME]
        return share(words, [one.around for one in words]) if words else 1.0

    @property
    def score(self) -> float:
        """Return how much of the claim the sentence with its neighbours holds, from 0 to 0.98."""
        return round(_MOST * min(1.0, self.coverage.window), 4)

    @property
    def spoken(self) -> range:
        """Return the tokens from the first to the last that hold the claim's core, or anything of it."""
        places = [one.at for one in self.core or self.here]
        return range(min(places, default=0), max(places, default=0) + 1)

    @property
    def before(self) -> str:
        """Return what stands before the sentence in its paragraph."""
        start = self.passage.text.rfind("\n", 0, self.sentence.start) + 1
        return self.passage.text[start : self.sentence.start]

    @property
    def after(self) -> str:
        """Return what stands behind the sentence in its paragraph."""
        end = self.passage.text.find("\n", self.sentence.end)
        return self.passage.text[self.sentence.end : end if end >= 0 else len(self.passage.text)]

    def place(self, at: int) -> Span:
        """Return where a token of the sentence stands in the source."""
        return self.own.reading.tokens[at].span.shifted(self.sentence.start)

    def span(self, facet: Facet) -> Span:
        """Return where a facet stands in the claim."""
        tokens = self.claim.tokens[facet.item.start : facet.item.end]
        return Span(tokens[0].start, tokens[-1].end)


def owned(reading: Reading, at: int) -> range:
    """Return the tokens of what the word at `at` is said to have, by an apostrophe."""
    tokens = reading.tokens
    if at + 1 >= len(tokens) or tokens[at + 1].link is not Link.POSSESSIVE:
        return range(0)
    end = at + 2
    while end < len(tokens) and tokens[end].link is Link.OPEN and tokens[end].kind is Kind.WORD:
        end += 1
    return range(at + 1, end)
