"""Parts: the statements that a compound claim makes, each of which must be true.

A claim is cut between its sentences, and before "and", "but" or "while" where a clause with a subject and a
finite verb of its own follows. Where that is not plain, nothing is cut: a part without its subject, or
without the "said" or the "if" before it, would be another claim.
"""

from __future__ import annotations

from functools import lru_cache

from pytest_factcheck.language import sentences
from pytest_factcheck.language.clauses import clauses
from pytest_factcheck.language.grammar import Kind, Token, tokens
from pytest_factcheck.language.phrases import phrase_at
from pytest_factcheck.language.speech import is_saying
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.vocabulary import Span

_JOINING = ("and", "but", "while", "whereas")
_GOVERNING = word_list("cues", "conditions") | {"that"}
_LEAST = 3  # words that a statement has


@lru_cache(maxsize=1 << 12)
def parts(claim: str) -> tuple[Span, ...]:
    """Return the parts of a claim in order; white space at their edges belongs to none."""
    return tuple(
        part
        for sentence in sentences.split(claim)
        for part in _statements(claim, sentence)
        if part.start < part.end
    )


def _statements(claim: str, sentence: Span) -> tuple[Span, ...]:
    found = [sentence]
    for clause in clauses(claim, sentence)[1:]:
        before = tokens(claim[found[-1].start : clause.start])
        if len(before) >= _LEAST and not _governs(before) and _stands_alone(tokens(clause.of(claim))):
            found[-1] = Span(found[-1].start, clause.start)
            found.append(Span(clause.start, sentence.end))
    return tuple(_trimmed(claim, part) for part in found)


def _governs(words: tuple[Token, ...]) -> bool:
    """Tell whether what stands before may hold for what follows too: "said P and Q", "if P and Q"."""
    return any(word.lower in _GOVERNING or is_saying(words, at) for at, word in enumerate(words))


def _stands_alone(words: tuple[Token, ...]) -> bool:
    """Tell whether a clause begins with a conjunction, a named subject and a finite verb."""
    if len(words) <= _LEAST or words[0].lower not in _JOINING:
        return False
    subject = phrase_at(words, 1)
    if subject is None or subject.end >= len(words) or words[subject.start].kind is Kind.PRONOUN:
        return False
    verb = words[subject.end]
    return "p" in verb.forms or verb.kind in (Kind.AUXILIARY, Kind.MODAL)


def _trimmed(claim: str, part: Span) -> Span:
    words = part.of(claim)
    start = part.start + len(words) - len(words.lstrip())
    return Span(start, max(start, part.end - (len(words) - len(words.rstrip()))))
