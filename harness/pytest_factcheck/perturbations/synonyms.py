"""Another word of the same meaning in the place of a word, in the same form: "started" for "began".

The pairs stand in the table of this package, each in the row of its uses. A word counts only
where its place tells the use; a word with a capital, one in a compound with a hyphen or between quotation
marks stays as it is. Which of two meanings a word has is never guessed: such a word is not in the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pytest_factcheck.language.counted import is_plural
from pytest_factcheck.language.grammar import Kind, Link, Token, tokens
from pytest_factcheck.language.phrases import is_verb
from pytest_factcheck.language.tables import table
from pytest_factcheck.perturbations.inflection import third_person
from pytest_factcheck.perturbations.mutant import Mutant, distinct, like_first, replaced
from pytest_factcheck.perturbations.statements import keeps_facts, quoted
from pytest_factcheck.perturbations.tables import TABLE, pairs, pool
from pytest_factcheck.perturbations.verbplaces import Form, form_at
from pytest_factcheck.perturbations.verbuses import verbs
from pytest_factcheck.vocabulary import Span

_IRREGULAR: Mapping[str, str] = table("irregular")["nouns"]
_VOWELS = frozenset("aeiou")
_FIXED = frozenset(pool("synonyms", "fixed"))
_BEFORE_BARE = frozenset({Kind.PREPOSITION, Kind.NUMBER})
_ARTICLES = frozenset({"a", "an"})


def plural(noun: str) -> str:
    """Return the plural of a noun of one word or more: "police officer" gives "police officers"."""
    rest, blank, last = noun.rpartition(" ")
    regular = f"{last}s" if last.endswith("o") else third_person(last)
    return rest + blank + (_IRREGULAR[last].split()[0] if last in _IRREGULAR else regular)


def _lookup(found: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    others: dict[str, tuple[str, ...]] = {}
    for one, other in found:
        others[one] = (*others.get(one, ()), other)
    return others


_TABLE = TABLE["synonyms"]
_NOUNS = list(pairs(_TABLE["nouns"]))
_PLURALS = _lookup([*((plural(one), plural(other)) for one, other in _NOUNS), *pairs(_TABLE["plurals"])])
_SINGULARS = _lookup(_NOUNS)
_ADJECTIVES = _lookup(pairs(_TABLE["adjectives"]))
_INVARIABLE = _lookup(pairs(_TABLE["invariable"]))


def synonym(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with one word replaced by each that can stand in its place."""
    own = tokens(sentence)
    found: list[Mutant] = []
    for at in range(len(own)):
        if not own[at].text.islower() or _compound(own, at) or quoted(sentence, own[at].span):
            continue
        for other in dict.fromkeys(_others(sentence, own, at)):
            span, after = _with_article(own, at, other)
            mutant = replaced(sentence, "synonym", span, after)
            if keeps_facts(sentence, mutant.text):
                found.append(mutant)
    return distinct(sentence, found)


def _compound(own: Sequence[Token], at: int) -> bool:
    joined = at + 1 < len(own) and own[at + 1].link is Link.JOINED
    return joined or own[at].link is Link.JOINED


def _others(sentence: str, own: Sequence[Token], at: int) -> Iterator[str]:
    """Yield what can stand in the place of the word at `at`."""
    lower = own[at].lower
    yield from _INVARIABLE.get(lower, ())
    if lower in _ADJECTIVES and _before_noun(own, at):
        yield from _ADJECTIVES[lower]
    if lower in _SINGULARS and _is_head(own, at) and _determined(own, at):
        yield from _SINGULARS[lower]
    if lower in _PLURALS and _is_head(own, at) and (_determined(own, at) or _bare(own, at)):
        yield from _PLURALS[lower]
    yield from verbs(sentence, own, at)


def _with_article(own: Sequence[Token], at: int, other: str) -> tuple[Span, str]:
    """Return what is replaced and what comes there, "a" or "an" before it included where that changes."""
    before = own[at - 1] if at else None
    if before is None or before.lower not in _ARTICLES or own[at].link is not Link.OPEN:
        return own[at].span, other
    article = "an" if other[0] in _VOWELS else "a"
    if article == before.lower:
        return own[at].span, other
    return Span(before.start, own[at].end), f"{like_first(before.text, article)} {other}"


def _following(own: Sequence[Token], at: int) -> Token | None:
    """Return the next word, if no mark parts it from this one."""
    token = own[at + 1] if at + 1 < len(own) else None
    return token if token is not None and token.link is Link.OPEN else None


def _before_noun(own: Sequence[Token], at: int) -> bool:
    following = _following(own, at)
    plain = following is not None and following.kind is Kind.WORD and following.text.islower()
    return plain and following is not None and not following.forms and following.lower not in _FIXED


def _is_head(own: Sequence[Token], at: int) -> bool:
    """Tell whether a noun ends its phrase, with no "of" behind it."""
    following = own[at + 1] if at + 1 < len(own) else None
    if following is None or following.link is Link.POSSESSIVE or following.link is not Link.OPEN:
        return True
    return following.lower != "of" and (not following.noun_like or is_verb(own, at + 1))


def _determined(own: Sequence[Token], at: int) -> bool:
    """Tell whether a determiner opens the phrase whose head is at `at`, with plain words between them."""
    first = at
    while first > 0 and own[first].link is Link.OPEN and _describes(own, first - 1):
        first -= 1
    determiner = own[first - 1] if first else None
    return determiner is not None and own[first].link is Link.OPEN and determiner.kind is Kind.DETERMINER


def _describes(own: Sequence[Token], at: int) -> bool:
    """Tell whether a word may stand between a determiner and its noun, and makes no name of it."""
    token = own[at]
    plain = token.kind in (Kind.WORD, Kind.NUMBER) and (not token.named or token.country)
    return plain and not is_verb(own, at) and token.link is not Link.JOINED


def _bare(own: Sequence[Token], at: int) -> bool:
    """Tell whether a plural stands where only a noun can: behind a verb in the past, or "with", or "40"."""
    before = own[at - 1] if at else None
    if before is None or own[at].link is not Link.OPEN or not is_plural(own[at].lower):
        return False
    return (before.kind in _BEFORE_BARE and before.lower != "to") or form_at(own, at - 1) is Form.PAST
