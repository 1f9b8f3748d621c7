"""Whether a sentence is one plain statement, how it opens, and whether another one keeps its facts.

What the operators on whole sentences share. It knows names only by how they are written and by closed lists:
where a capital at the start may be that of any word, it says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Sequence

from pytest_factcheck.language.counted import is_plural
from pytest_factcheck.language.cues import CueKind, read_cues
from pytest_factcheck.language.dates import date_spans, read_dates
from pytest_factcheck.language.grammar import Kind, Link, Token, tokens
from pytest_factcheck.language.idf import weight
from pytest_factcheck.language.phrases import is_verb
from pytest_factcheck.language.places import is_place
from pytest_factcheck.language.quotations import quotations
from pytest_factcheck.language.spelling import one_stem
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.language.words import is_function_word, stem
from pytest_factcheck.perturbations.readings import quantities
from pytest_factcheck.perturbations.tables import pool
from pytest_factcheck.vocabulary import Span

_SINGLE_QUOTE = re.compile(r"(?<!\w)['‘](?=\w)|‘")
_ANY_QUOTE = re.compile(r"[\"“”„«»‘]")
_ENDS = re.compile(r"[^.?!…:;]\.\s*\Z")
_OPENERS = frozenset({Kind.DETERMINER, Kind.PRONOUN, Kind.PREPOSITION, Kind.NUMBER})
_GIVEN_NAMES = frozenset(pool("names", "given"))
_TIMES = word_list("grammar", "times")
_RANKS = word_list("names", "ranks", "passing_ranks")
_PRESENT = word_list("clauses", "present")
_RARE = 8.5  # weight from which a word is hardly a common noun, in the scale of the idf table
_YEAR = 4  # digits
_FINITE = frozenset(["am", "is", "are", "was", "were", "has", "have", "had", "do", "does", "did"])


def quoted(sentence: str, span: Span) -> bool:
    """Tell whether a place is, or may be, between quotation marks."""
    within = any(quote.start < span.end and span.start < quote.end for quote in quotations(sentence))
    begun = sentence.count('"') % 2 or sentence.count("”") > sum(map(sentence.count, "“„"))
    return within or bool(begun) or _SINGLE_QUOTE.search(sentence, 0, span.end) is not None


def is_plain(sentence: str) -> bool:
    """Tell whether this is one statement in the writer's own words: one full stop, at the end."""
    if not _ENDS.search(sentence) or _ANY_QUOTE.search(sentence) or _SINGLE_QUOTE.search(sentence):
        return False
    own = tokens(sentence)
    return bool(own) and own[0].start == 0 and not any(token.link is Link.BREAK for token in own[1:])


def in_one_breath(own: Sequence[Token]) -> bool:
    """Tell whether no comma parts the words, save the one before the year of a date."""
    return all(
        token.link is not Link.COMMA or (token.text.isdigit() and len(token.text) == _YEAR) for token in own
    )


def finite_verbs(own: Sequence[Token]) -> tuple[int, ...]:
    """Return every place where a finite verb may stand, each group counted at its first word."""
    return tuple(at for at in range(len(own)) if _may_be_finite(own, at))


def _may_be_finite(own: Sequence[Token], at: int) -> bool:
    token, before = own[at], at - 1
    if token.named and at:
        return False
    while before >= 0 and own[before].kind in (Kind.ADVERB, Kind.NEGATOR):
        before -= 1
    helped = before >= 0 and own[before].kind in (Kind.AUXILIARY, Kind.MODAL)
    if token.kind in (Kind.AUXILIARY, Kind.MODAL):
        return (token.kind is Kind.MODAL or token.lower in _FINITE) and not helped
    past = "g" not in token.forms and is_verb(own, at)
    return (past or (at > 0 and token.lower in _PRESENT)) and not helped


def inside(sentence: str) -> str:
    """Return a sentence as it stands behind other words, or nothing where its first capital tells too little.

    A word that carries grammar only loses its capital, and a name keeps it.
    """
    own = tokens(sentence)
    first = own[0]
    closed = first.kind in _OPENERS and (first.kind is Kind.NUMBER or is_function_word(first.text))
    if first.text == "I":
        return sentence
    if closed and first.text not in _GIVEN_NAMES and not first.text[1:].isupper():
        return sentence[:1].lower() + sentence[1:]
    return sentence if is_name(own, 0) else ""


def is_name(own: Sequence[Token], at: int) -> bool:
    """Tell whether a capitalised word, be it the first of its sentence, is surely part of a name."""
    token = own[at]
    if token.kind is not Kind.WORD or not token.named or token.lower in _TIMES | _RANKS:
        return False
    if at or token.country or token.text in _GIVEN_NAMES or is_place(token.text):
        return True
    if any(letter.isupper() for letter in token.text[1:]):
        return True
    if is_plural(token.lower) or is_function_word(token.text):
        return False
    following = own[at + 1] if at + 1 < len(own) else None
    longer = following is not None and following.link is Link.OPEN and following.named
    named = longer and following is not None and following.lower not in _TIMES and not following.country
    return named or weight(one_stem(stem(token.text))) >= _RARE


def keeps_facts(sentence: str, other: str) -> bool:
    """Tell whether another sentence reads with the same amounts, dates, negations and names."""
    return _facts(sentence) == _facts(other) and _names(sentence, other) and _names(other, sentence)


def _facts(sentence: str) -> Counter[Hashable]:
    own = tokens(sentence)
    return Counter(
        [
            *((one.dimension, one.interval) for one in quantities(sentence)),
            *((one.start, one.end, one.bound) for one in read_dates(sentence)),
            *(span.of(sentence).lower() for span in date_spans(sentence)),
            *(cue.kind for cue in read_cues(own) if cue.kind is CueKind.NEGATION),
        ]
    )


def _names(sentence: str, other: str) -> bool:
    """Tell whether every capitalised word behind the first stands in the other, too."""
    there = Counter(token.text for token in tokens(other))
    return Counter(token.text for token in tokens(sentence)[1:] if token.named) <= there
