"""Which form of a verb stands in a place, as far as the words before it tell, and pairs of verbs by form.

Only a verb in the past, a participle behind its auxiliary or an infinitive is told: elsewhere the form does
not tell a verb from a noun.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum

from pytest_factcheck.language.grammar import Kind, Link, Token
from pytest_factcheck.language.phrases import is_verb
from pytest_factcheck.perturbations.inflection import participle_of, past_of
from pytest_factcheck.perturbations.tables import pool

_PARTICLES = frozenset(pool("particles"))


class Form(Enum):
    """A form of a verb that one place allows."""

    PAST = "past"
    PARTICIPLE = "participle"
    BASE = "base"


_WRITE: Mapping[Form, Callable[[str], str]] = {
    Form.PAST: past_of,
    Form.PARTICIPLE: participle_of,
    Form.BASE: lambda verb: verb if past_of(verb) else "",
}


def written(verb: str, form: Form) -> str:
    """Return a form of a verb of one word or more, the first of which is inflected; nothing if uncertain."""
    first, blank, rest = verb.partition(" ")
    inflected = _WRITE[form](first)
    return inflected + blank + rest if inflected else ""


def by_form(pairs: Iterable[tuple[str, str]]) -> Mapping[Form, Mapping[str, tuple[str, ...]]]:
    """Return, for each form, what stands in the first verb of each pair and the same forms of the second."""
    found: dict[Form, dict[str, tuple[str, ...]]] = {form: {} for form in Form}
    for one, other in pairs:
        for form, rows in found.items():
            before, after = written(one, form), written(other, form)
            if before and after:
                rows[before] = (*rows.get(before, ()), after)
    return found


def form_at(own: Sequence[Token], at: int) -> Form | None:
    """Return the form of the verb that the token at `at` is, or None where it may be none."""
    if at == 0 or own[at].kind is not Kind.WORD or not own[at].text.islower() or _phrasal(own, at):
        return None
    before = own[helper(own, at)]
    if before.kind is Kind.MODAL or before.stem == "do" or before.lower == "to":
        return Form.BASE
    if before.kind is Kind.AUXILIARY:
        return Form.PARTICIPLE
    past = "p" in own[at].forms and is_verb(own, at) and own[at].link is Link.OPEN
    return Form.PAST if past else None


def helper(own: Sequence[Token], at: int) -> int:
    """Return the place of the word before a verb that may help it, over adverbs and negations."""
    before = at - 1
    while before > 0 and own[before].kind in (Kind.ADVERB, Kind.NEGATOR):
        before -= 1
    return before


def _phrasal(own: Sequence[Token], at: int) -> bool:
    """Tell whether a particle makes another verb of it: "fell out"."""
    following = own[at + 1] if at + 1 < len(own) else None
    return following is not None and following.link is Link.OPEN and following.lower in _PARTICLES
