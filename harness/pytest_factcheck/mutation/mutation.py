"""A mutation: one assertion and its corpus, with one change that the assertion ought to notice.

It is a value. Who makes it, and whether anything notices, is not known here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from pytest_factcheck.assertions import Assertion


class Place(StrEnum):
    """Where a mutation changes something."""

    CLAIM = "claim"  # the claim is another one
    SENTENCE = "sentence"  # a quoted sentence of a source says something else, and the quote with it
    PLANTED = "planted"  # a source says in one more sentence what it was silent on
    COPY = "copy"  # another publisher has the text of a source, with one change that contradicts it
    SIDE = "side"  # what stood on one side of a dispute is gone, from the texts and from the evidence


class Fate(StrEnum):
    """What becomes of a mutant."""

    KILLED = "killed"  # by meaning
    BY_TEXT = "by text"
    SURVIVED = "survived"
    INVALID = "invalid"  # its quotes cannot be told from others, so that it says nothing


@dataclass(frozen=True, slots=True)
class Mutation:
    """One change of an assertion and its corpus.

    Attributes:
        place: Where it is.
        operator: The name of what made it.
        source: The id of the source that it changes; empty for one of the claim.
        before: The sentence as it is written; empty where one was put in.
        after: The sentence as the mutant has it; empty where it was taken out.
        assertion: The assertion as it would be written if the change were believed: its quotes are those of
            the changed text, its slots state the changed value, and its rulings are signed again.
        texts: The whole text of each source that is changed, by its id.
        copied: The id of the source of which a copy is added, with the copy's text; none if there is none.
    """

    place: Place
    operator: str
    source: str
    before: str
    after: str
    assertion: Assertion
    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    copied: tuple[str, str] | None = None

    @property
    def key(self) -> str:
        """Return what tells this mutation from every other one of its assertion."""
        return f"{self.place}\n{self.operator}\n{self.source}\n{self.before}\n{self.after}"
