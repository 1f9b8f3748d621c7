"""Another quantifier, one that cannot hold beside the old: "none" for "all", "few" for "most".

"Some" for "all" is no such change, because all are some.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pytest_factcheck.language.counted import is_plural
from pytest_factcheck.language.grammar import Kind, Link, Token, tokens
from pytest_factcheck.perturbations.mutant import Mutant, distinct, like_first, replaced
from pytest_factcheck.perturbations.tables import TABLE, pool
from pytest_factcheck.vocabulary import Span

_PRONOUNS: dict[str, str] = TABLE["quantifiers"]["pronouns"]
_DETERMINERS: dict[str, str] = TABLE["quantifiers"]["determiners"]
_WITH_OF: dict[str, str] = TABLE["quantifiers"]["with_of"]
_NOT_AFTER = frozenset(pool("quantifiers", "not_after"))
_NOT_BEFORE = frozenset(pool("quantifiers", "not_before"))
_NEGATIVE = frozenset({"no", "none", "nobody", "nothing", "no one"})


def quantifier(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with another quantifier in the place of each; none where something is denied."""
    own = tokens(sentence)
    negators = [token.lower for token in own if token.kind is Kind.NEGATOR]
    if len(negators) > 1 or not _NEGATIVE.issuperset(negators):
        return ()
    found = (
        mutant
        for at, token in enumerate(own)
        if not negators or token.kind is Kind.NEGATOR
        for mutant in _other(sentence, own, at)
    )
    return distinct(sentence, found)


def _other(sentence: str, own: Sequence[Token], at: int) -> Iterator[Mutant]:
    token = own[at]
    following = own[at + 1] if at + 1 < len(own) else None
    before = own[at - 1].lower if at and token.link is Link.OPEN else ""
    if before in _NOT_AFTER or following is None or following.link is not Link.OPEN:
        return
    pair = f"{token.lower} {following.lower}"
    if pair in _WITH_OF or pair in _PRONOUNS:
        after = _WITH_OF.get(pair) or _PRONOUNS[pair]
        yield _put(sentence, token, following.end, after)
    elif token.lower in _PRONOUNS:
        yield _put(sentence, token, token.end, _PRONOUNS[token.lower])
    elif token.lower in _DETERMINERS and _counts(own, at + 1):
        yield _put(sentence, token, token.end, _DETERMINERS[token.lower])


def _counts(own: Sequence[Token], at: int) -> bool:
    """Tell whether a plural noun follows directly or behind one adjective."""
    if own[at].lower in _NOT_BEFORE or own[at].kind is not Kind.WORD:
        return False
    if is_plural(own[at].lower):
        return True
    behind = own[at + 1] if at + 1 < len(own) else None
    plain = behind is not None and behind.kind is Kind.WORD and behind.link is Link.OPEN
    return plain and behind is not None and is_plural(behind.lower) and not own[at].forms


def _put(sentence: str, token: Token, end: int, after: str) -> Mutant:
    return replaced(sentence, "quantifier", Span(token.start, end), like_first(token.text, after))
