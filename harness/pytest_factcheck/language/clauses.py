"""Clauses of a sentence: how far a subject, its verb and its value may belong together.

The cuts are conservative. A comma alone cuts nothing; a relative, a conjunction or a dash cuts where a new
finite verb is plausible, told by form and not by a tagger. A missing cut leaves two statements in one
clause, a wrong cut parts a value from its subject: both cost an answer, so readers abstain on either.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from pytest_factcheck.language.tables import word_list
from pytest_factcheck.language.verbs import is_finite
from pytest_factcheck.vocabulary import Span

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*+|--+|[^\w\s]")
_CLOSING = frozenset("\"”'’»")
_OPENING = frozenset("\"“'‘«")
_BREAKS = frozenset(",;:—–()")
_REACH = 8  # words between "and" and the verb of the subject that follows it

_RELATIVES = word_list("clauses", "relatives")
_SUBORDINATORS = word_list("clauses", "subordinators")
_EITHER = word_list("clauses", "subordinators_or_prepositions")
_CONCEDING = word_list("clauses", "conceding")
_COORDINATORS = word_list("clauses", "coordinators")
_ADVERSATIVES = word_list("clauses", "adversatives")
_NOT_AFTER = word_list("clauses", "no_cut_before_but")
_NOT_BEFORE = word_list("clauses", "no_cut_after_but")
_WITHOUT_MARK = _SUBORDINATORS | _EITHER | {"and", "but"}  # what opens a clause with no mark before it
_SPEECH = word_list("clauses", "speech_verbs")
_SUBJECTS = word_list("clauses", "subject_openers")
_JOINED_SUBJECTS = word_list("clauses", "joined_subjects")
_NEW_NAMES = word_list("clauses", "no_bare_subject")


def clauses(text: str, sentence: Span) -> tuple[Span, ...]:
    """Return the clauses of one sentence of `text`; each begins where the one before it ends."""
    tokens = list(_TOKEN.finditer(text, sentence.start, sentence.end))
    starts = [sentence.start, *(tokens[at].start() for at in _cuts(_read(tokens))), sentence.end]
    return tuple(Span(start, end) for start, end in pairwise(starts) if start < end)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The tokens of a sentence in small letters, and where its finite verbs and its breaks are."""

    words: list[str]
    named: list[bool]
    apart: list[bool]
    finite: list[int]
    breaks: list[int]

    def word(self, at: int) -> str:
        """Return the token at `at`, or an empty string beyond the sentence."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def finite_from(self, start: int) -> int:
        """Return the place of the first finite verb from `start` on, or the sentence's length."""
        at = bisect_left(self.finite, start)
        return self.finite[at] if at < len(self.finite) else len(self.words)

    def finite_before(self, start: int, end: int) -> int | None:
        """Return the place of the last finite verb from `start` to before `end`."""
        at = bisect_left(self.finite, end) - 1
        return self.finite[at] if at >= 0 and self.finite[at] >= start else None

    def first_break(self, start: int) -> int:
        """Return the place of the first comma, dash or the like from `start` on, or the sentence's length."""
        at = bisect_left(self.breaks, start)
        return self.breaks[at] if at < len(self.breaks) else len(self.words)

    def segment_is_finite(self, start: int) -> bool:
        """Tell whether a finite verb stands between `start` and the next break."""
        return self.finite_from(start) < self.first_break(start)


def _read(tokens: list[re.Match[str]]) -> _Sentence:
    words = [token[0].lower().replace("’", "'") for token in tokens]
    apart = [at == 0 or tokens[at - 1].end() < token.start() for at, token in enumerate(tokens)]
    return _Sentence(
        words=words,
        named=[token[0][0].isupper() for token in tokens],
        apart=apart,
        finite=[at for at in range(len(words)) if is_finite(words, at)],
        breaks=[at for at, word in enumerate(words) if word in _BREAKS],
    )


def _cuts(sentence: _Sentence) -> list[int]:
    """Return the places of the tokens that open a new clause."""
    found: list[int] = []
    start = 0
    relative = spoken = False
    for at, (before, word) in enumerate(pairwise(sentence.words), 1):
        if before[0].isalnum():
            spoken = True
            opens = word in _WITHOUT_MARK and _opens_after_word(sentence, start, at)
        else:
            opens = spoken and _opens_after_mark(sentence, start, at, relative=relative)
        if not opens:
            continue
        found.append(at)
        relative = _is_relative(sentence, at) and sentence.word(at - 1) == ","
        start, spoken = at, False
    return found


def _opens_after_mark(sentence: _Sentence, start: int, at: int, *, relative: bool) -> bool:
    """Tell whether the mark before `at` ends the clause that began at `start`."""
    before, word = sentence.word(at - 1), sentence.word(at)
    if before == ",":
        return _opens_after_comma(sentence, start, at, relative=relative)
    if word in _CLOSING and not sentence.apart[at]:
        return False
    if before in {";", "—"} or before.startswith("--"):
        return True
    if before == ":":
        return sentence.apart[at]
    if before in {"–", "-"}:
        return sentence.apart[at] and sentence.apart[at - 1]
    quoted = before in _CLOSING and not sentence.apart[at - 1] and sentence.apart[at]
    return quoted and sentence.word(at - 2) in {",", "?", "!", ".", "…"}


def _opens_after_comma(sentence: _Sentence, start: int, at: int, *, relative: bool) -> bool:
    """Tell whether the comma before `at` ends a clause."""
    word = sentence.word(at)
    if not word[0].isalnum():
        return word in _OPENING and sentence.apart[at]
    if word.isdigit():
        return False
    if _is_relative(sentence, at) or word in _SUBORDINATORS | _ADVERSATIVES or _concedes(sentence, at):
        return True
    if word in _EITHER:
        return word != "as" and sentence.segment_is_finite(at + 1)
    if word in _COORDINATORS:
        return sentence.finite_before(start, at) is not None and sentence.segment_is_finite(at + 1)
    return _dependent_clause_ends(sentence, start, at, relative=relative)


def _concedes(sentence: _Sentence, at: int) -> bool:
    """Tell whether "despite" stands at `at` with a form in -ing behind it."""
    behind = sentence.words[at + 1 : sentence.first_break(at)]
    return sentence.word(at) in _CONCEDING and any(one.endswith("ing") for one in behind)


def _is_relative(sentence: _Sentence, at: int) -> bool:
    """Tell whether a relative clause may open at `at`: "who", "which", "in which", "some of whom"."""
    if sentence.word(at) in _RELATIVES:
        return True
    return any(sentence.word(at + step) in {"which", "whom", "whose"} for step in (1, 2))


def _dependent_clause_ends(sentence: _Sentence, start: int, at: int, *, relative: bool) -> bool:
    """Tell whether the comma before `at` ends a relative clause, or a first one ("After it ended, …")."""
    if sentence.finite_before(start, at) is None:
        return False
    if relative:
        return sentence.finite_from(at) <= at + 1 or sentence.segment_is_finite(at)
    initial = sentence.word(start) in _SUBORDINATORS or sentence.word(start) in _EITHER
    return initial and sentence.first_break(start) == at - 1


def _opens_after_word(sentence: _Sentence, start: int, at: int) -> bool:
    """Tell whether a clause opens at `at` with no mark before it."""
    word, before = sentence.word(at), sentence.word(at - 1)
    if word == "but":
        return before not in _NOT_AFTER and sentence.word(at + 1) not in _NOT_BEFORE
    if word in _SUBORDINATORS:
        return before not in {"a", "the", "for", "even"} and sentence.segment_is_finite(at + 1)
    if word in _EITHER:
        left = word != "as" and before != "even" and sentence.finite_before(start, at) is not None
        return left and sentence.segment_is_finite(at + 1)
    return word == "and" and _new_subject_follows(sentence, start, at)


def _new_subject_follows(sentence: _Sentence, start: int, at: int) -> bool:
    """Tell whether the "and" at `at` joins two clauses, each with its own subject and verb."""
    verb = sentence.finite_before(start, at)
    following = sentence.finite_from(at + 1)
    if verb is None or sentence.word(verb) in _SPEECH or not at + 1 < following <= at + _REACH:
        return False
    if not _JOINED_SUBJECTS.isdisjoint(sentence.words[verb + 1 : at]):
        return False
    subject = sentence.word(at + 1) in _SUBJECTS or sentence.named[at + 1]
    if sentence.named[at - 1] and not _NEW_NAMES.isdisjoint(sentence.words[at + 1 : following]):
        return False
    return subject and following < sentence.first_break(at + 1)
