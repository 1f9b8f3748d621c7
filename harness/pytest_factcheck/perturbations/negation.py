"""A negation put in or taken out, in the first main clause whose one finite verb is certain.

Auxiliaries take "not", a verb in the past "did not" or, where its base form is not certain, "never". Nothing
is done where a negation would not turn the statement round: beside "only", "until", "because" or "all", or
where another negation stands already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pytest_factcheck.language.clauses import clauses
from pytest_factcheck.language.grammar import Kind, Link, Token, tokens
from pytest_factcheck.language.phrases import is_verb, phrase_before
from pytest_factcheck.language.tables import word_list
from pytest_factcheck.perturbations.inflection import (
    base_of_past,
    base_of_present,
    past_of,
    third_person,
)
from pytest_factcheck.perturbations.mutant import Mutant, distinct, like_first, replaced
from pytest_factcheck.perturbations.tables import pool
from pytest_factcheck.vocabulary import Span

_FINITE_AUXILIARIES = frozenset(["am", "is", "are", "was", "were", "has", "have", "had"])
_DO: dict[str, Callable[[str], str]] = {"did": past_of, "does": third_person, "do": str}
_PRESENT = word_list("clauses", "present")
_UNSURE = frozenset(pool("negation", "unsure"))
_QUANTIFIED = frozenset(pool("negation", "quantified"))
_POLAR = frozenset(pool("negation", "polar"))
_NOT_BEFORE = frozenset(pool("negation", "not_before"))
_DEPENDENT = frozenset({Kind.SUBORDINATOR, Kind.RELATIVE})
_EITHER = word_list("clauses", "subordinators_or_prepositions")
_CONTRACTED = {"ca": "can", "wo": "will", "sha": "shall"}
_IN_GROUP = frozenset({Kind.ADVERB, Kind.NEGATOR})
_PARTICIPLES = frozenset(["been", "had", "done", "become", "come"])  # they have no form of their own
_POSSESSED = frozenset({Kind.DETERMINER, Kind.NUMBER, Kind.PRONOUN})


@dataclass(frozen=True, slots=True)
class _Clause:
    """The tokens of a clause, from `start` to before `end` in those of the sentence."""

    own: Sequence[Token]
    start: int
    end: int

    @property
    def words(self) -> frozenset[str]:
        """Return its words in small letters."""
        return frozenset(token.lower for token in self.own[self.start : self.end])

    @property
    def denies(self) -> bool:
        """Tell whether a negation stands in it."""
        return any(token.kind is Kind.NEGATOR for token in self.own[self.start : self.end])

    @property
    def gives_reason(self) -> bool:
        """Tell whether "because" follows without a comma, so that "not" may deny the reason alone."""
        behind = self.own[self.end : self.end + 1]
        return any(token.lower == "because" and token.link is Link.OPEN for token in behind)


def negate(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with a negation put in, or nothing."""
    own = tokens(sentence)
    clause = _main_clause(sentence, own)
    if sentence.rstrip("\"'”’ ").endswith("?") or clause is None or clause.denies:
        return ()
    verbs = [at for at in range(clause.start, clause.end) if _is_finite(own, at)]
    if len(verbs) != 1 or clause.words & _UNSURE or _quantified(own, verbs[0]) or clause.gives_reason:
        return ()
    at = verbs[0]
    if own[at].kind in (Kind.AUXILIARY, Kind.MODAL):
        return distinct(sentence, _after_auxiliary(sentence, own, clause, at))
    return distinct(sentence, _before_verb(sentence, own, clause, at))


def _main_clause(sentence: str, own: Sequence[Token]) -> _Clause | None:
    """Return the first clause that no word makes hang on another one and that has a verb."""
    for span in clauses(sentence, Span(0, len(sentence))):
        places = [at for at, token in enumerate(own) if span.start <= token.start < span.end]
        if not places:
            continue
        first = own[places[0]]
        dependent = first.kind in _DEPENDENT or first.lower in _EITHER
        if not dependent and any(_is_finite(own, at) for at in places):
            return _Clause(own, places[0], places[-1] + 1)
    return None


def _is_finite(own: Sequence[Token], at: int) -> bool:
    """Tell whether a word looks like the finite word of a verb group."""
    token = own[at]
    if at and (own[at - 1].lower == "to" or token.named):
        return False  # an infinitive, or a man called Will
    before = at - 1
    while before >= 0 and own[before].kind in _IN_GROUP:
        before -= 1
    helped = before >= 0 and own[before].kind in (Kind.AUXILIARY, Kind.MODAL)
    if token.kind in (Kind.AUXILIARY, Kind.MODAL):
        finite = token.kind is Kind.MODAL or token.lower in _FINITE_AUXILIARIES or token.lower in _DO
        return finite and not helped
    past = "p" in token.forms and is_verb(own, at)
    present = token.lower in _PRESENT and at > 0 and own[at - 1].kind is not Kind.DETERMINER
    return token.text.islower() and (past or present) and not helped


def _quantified(own: Sequence[Token], verb: int) -> bool:
    """Tell whether a word such as "all" stands before the verb, so that "not" would deny less than it all."""
    return any(token.lower in _QUANTIFIED for token in own[:verb])


def _after_auxiliary(sentence: str, own: Sequence[Token], clause: _Clause, at: int) -> Iterator[Mutant]:
    token = own[at]
    following = own[at + 1] if at + 1 < clause.end else None
    if following is None or following.link is not Link.OPEN or following.lower in _NOT_BEFORE:
        return
    if not token.text[0].isalpha() or token.lower in _DO:
        return
    if token.lower in {"has", "have", "had"} and following.kind in _POSSESSED:
        auxiliary = {"has": "does", "have": "do", "had": "did"}[token.lower]
        yield _inserted(sentence, own, at, f"{auxiliary} not have")
    elif at and (token.stem != "have" or _perfect(own, clause, at)):
        written = "cannot" if token.lower == "can" else f"{token.text} not"
        yield _inserted(sentence, own, at, written)


def _perfect(own: Sequence[Token], clause: _Clause, at: int) -> bool:
    """Tell whether a participle follows "have" behind adverbs, so that it is an auxiliary."""
    place = at + 1
    while place < clause.end and own[place].kind is Kind.ADVERB:
        place += 1
    if place >= clause.end:
        return False
    return bool(set("pn") & set(own[place].forms)) or own[place].lower in _PARTICIPLES


def _before_verb(sentence: str, own: Sequence[Token], clause: _Clause, at: int) -> Iterator[Mutant]:
    token = own[at]
    if at == 0 or token.link is not Link.OPEN or not _surely_finite(own, clause, at):
        return
    if own[at - 1].kind is Kind.ADVERB:
        return
    if token.lower in _PRESENT:
        yield _inserted(sentence, own, at, f"does not {base_of_present(token.lower)}")
        return
    base = base_of_past(token.lower)
    yield _inserted(sentence, own, at, f"did not {base}" if base else f"never {token.text}")


def _surely_finite(own: Sequence[Token], clause: _Clause, at: int) -> bool:
    """Tell whether a past form is no participle of its noun, as in "the talks held in Istanbul show"."""
    if "n" not in own[at].forms:
        return True
    subject = phrase_before(own, at)
    if subject is None or own[subject.head].kind is Kind.NUMBER:
        return False
    if own[subject.head].named or own[subject.head].kind is Kind.PRONOUN:
        return True
    following = own[at + 1] if at + 1 < clause.end else None
    if following is None or following.link is not Link.OPEN:
        return False
    return following.kind in (Kind.DETERMINER, Kind.PRONOUN) or following.lower in {"that", "to"}


def _inserted(sentence: str, own: Sequence[Token], at: int, after: str) -> Mutant:
    return replaced(sentence, "negate", own[at].span, like_first(own[at].text, after))


def affirm(sentence: str) -> tuple[Mutant, ...]:
    """Return the sentence with its one negation taken out, or nothing."""
    own = tokens(sentence)
    negators = [at for at, token in enumerate(own) if token.kind is Kind.NEGATOR]
    places = {token.lower for token in own}
    if sentence.rstrip("\"'”’ ").endswith("?") or places & _POLAR:
        return ()
    if [own[at].lower for at in negators] in (["neither", "nor"], ["neither", "or"]):
        return distinct(sentence, _both(sentence, own, *negators))
    if len(negators) != 1:
        return ()
    at = negators[0]
    if at + 1 < len(own) and own[at + 1].lower in _NOT_BEFORE and own[at + 1].lower != "longer":
        return ()
    return distinct(sentence, _without(sentence, own, at))


def _both(sentence: str, own: Sequence[Token], neither: int, nor: int) -> Iterator[Mutant]:
    """Yield "Both A and B came" for "Neither A nor B came"."""
    singular = any(token.lower in {"was", "is", "has", "does"} for token in own[nor:])
    if singular or "nor" not in own[nor].lower:
        return
    span = Span(own[neither].start, own[nor].end)
    middle = sentence[own[neither].end : own[nor].start]
    after = like_first(own[neither].text, "both") + middle + "and"
    yield replaced(sentence, "affirm", span, after)


def _without(sentence: str, own: Sequence[Token], at: int) -> Iterator[Mutant]:
    token, before = own[at], own[at - 1] if at else None
    following = own[at + 1] if at + 1 < len(own) else None
    if token.lower == "cannot":
        yield replaced(sentence, "affirm", token.span, like_first(token.text, "can"))
    elif token.lower == "never" and at and following is not None and following.link is Link.OPEN:
        yield replaced(sentence, "affirm", Span(token.start, following.start), "")
    elif token.lower == "no" and following is not None and following.lower == "longer":
        yield replaced(sentence, "affirm", Span(token.start, following.end), "still")
    elif token.stem == "not" and before is not None and following is not None:
        yield from _without_not(sentence, own, at)


def _without_not(sentence: str, own: Sequence[Token], at: int) -> Iterator[Mutant]:
    """Yield the sentence without the "not" at `at`, its "did" taken up by the verb where the form is sure."""
    before, token, following = own[at - 1], own[at], own[at + 1]
    contracted = token.lower != "not"
    if before.kind not in (Kind.AUXILIARY, Kind.MODAL) or following.link is not Link.OPEN:
        return
    if before.lower in _DO and following.kind is Kind.WORD and following.text.islower():
        form = _DO[before.lower](following.lower)
        after = form or f"{before.text} {following.text}"
        yield replaced(sentence, "affirm", Span(before.start, following.end), like_first(before.text, after))
    elif contracted:
        whole = _CONTRACTED.get(before.lower, before.lower)
        yield replaced(sentence, "affirm", Span(before.start, token.end), like_first(before.text, whole))
    else:
        yield replaced(sentence, "affirm", Span(before.end, token.end), "")
