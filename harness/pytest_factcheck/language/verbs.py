"""Finite verbs, told by their form: enough to see where a clause can begin, without a tagger."""

from __future__ import annotations

from collections.abc import Sequence

from pytest_factcheck.language.tables import table, word_list

_FINITE = word_list("clauses", "finite", "present")
_NOT_PAST = word_list("clauses", "not_past")
_BEFORE_ADJECTIVE = word_list("clauses", "before_adjective")
_UNCHANGED = frozenset(table("irregular")["pasts"]["unchanged"].split())
_IRREGULAR_PAST = frozenset(
    forms.split()[0] for base, forms in table("irregular")["verbs"].items() if forms.split()[0] != base
)


def is_past(word: str) -> bool:
    """Tell whether `word`, in small letters, has the form of a past tense; many participles have it too."""
    return word in _IRREGULAR_PAST or (len(word) > 3 and word.endswith("ed") and word not in _NOT_PAST)


def may_be_verb(word: str) -> bool:
    """Tell whether `word`, in small letters, may be a finite verb behind a noun: "said", "hit", "says"."""
    return is_past(word) or word in _UNCHANGED or word in _FINITE


def is_finite(words: Sequence[str], at: int) -> bool:
    """Tell whether the word at `at` looks like a finite verb among its neighbours, all in small letters."""
    word = words[at]
    before = words[at - 1] if at else ""
    if word in _FINITE:
        return before != "to"
    if before in _BEFORE_ADJECTIVE or before == "-" or not is_past(word):
        return False
    after = words[at + 1] if at + 1 < len(words) else ""
    return word in _IRREGULAR_PAST or after != "by"
