"""Confusion: a name of the claim exchanged for one that the corpus names as well, as people confuse them.

A name that nobody in the corpus bears is easily noticed. The names of a kind are those that the operators
find in the sentences of the corpus; which of two that differ is right is not known here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256

from pytest_factcheck.corpus import Corpus
from pytest_factcheck.language.countries import is_country_name
from pytest_factcheck.language.grammar import tokens
from pytest_factcheck.language.names import Likeness, likeness, parse_holder
from pytest_factcheck.language.places import apart
from pytest_factcheck.mutation.bearing import NAMES
from pytest_factcheck.perturbations import CHANGES, Mutant
from pytest_factcheck.perturbations.mutant import replaced

_ARTICLES = ("a ", "an ")
Kind = tuple[str, str]
Names = Mapping[Kind, tuple[str, ...]]


def names_of(corpus: Corpus) -> Names:
    """Return the names of a corpus by their kind, sorted."""
    found: dict[Kind, set[str]] = {}
    for name in corpus.sources:
        text = corpus.text(name)
        for sentence in text.sentences if text and not text.foreign else ():
            words = sentence.of(text.text) if text else ""
            for mutant in (one for kind in sorted(NAMES) for one in CHANGES[kind](words)):
                if not mutant.before.lower().startswith("the "):
                    found.setdefault(_kind(mutant), set()).add(mutant.before)
    return {kind: tuple(sorted(names)) for kind, names in found.items()}


def confused(mutant: Mutant, claim: str, names: Names, quoted: Iterable[str]) -> Mutant:
    """Return a change of a name with one of the corpus put in, where one is certain to be another's.

    Args:
        mutant: The change, with a name that is put in from a list.
        claim: The claim.
        names: The names of the corpus.
        quoted: The sentences that the assertion quotes; a name that stands there may be right as well.
    """
    if mutant.operator not in NAMES or claim[: mutant.span.start].lower().endswith(_ARTICLES):
        return mutant
    taken = {token.key for words in (claim, *quoted) for token in tokens(words)}
    fit = [name for name in names.get(_kind(mutant), ()) if _is_other(mutant, name, taken)]
    other = min(fit, key=lambda name: sha256(f"{claim}\n{name}".encode()).digest(), default="")
    return replaced(claim, mutant.operator, mutant.span, other) if other else mutant


def _kind(mutant: Mutant) -> Kind:
    """Return of which kind a name is, and what tells which others fit into its place."""
    if mutant.operator == "country":
        return mutant.operator, "name" if is_country_name(mutant.after) else "adjective"
    if mutant.operator == "organisation":
        return mutant.operator, _beside(mutant)
    return mutant.operator, "full" if " " in mutant.before else "short"


def _beside(mutant: Mutant) -> str:
    """Return the word beside an institution's name that goes with it: "the" IMF, Health "Ministry"."""
    own = tokens(mutant.text)
    at = next(at for at, token in enumerate(own) if token.start >= mutant.span.start)
    if mutant.after.isupper():
        return own[at - 1].lower if at and own[at - 1].lower == "the" else ""
    return own[at + 1].lower


def _is_other(mutant: Mutant, name: str, taken: Collection[str]) -> bool:
    if any(token.key in taken for token in tokens(name)):
        return False
    if mutant.operator == "place":
        return apart(mutant.before, name) is True
    if mutant.operator == "person":
        return likeness(parse_holder(name), [parse_holder(mutant.before)]) is Likeness.DIFFERENT
    return True
