"""Attachment: that a sentence says a value of a thing.

A value that merely stands near decides nothing. How quantities, dates and holders attach is in `measures`,
`datings` and `holders`; what takes an attached value back is in `plainness`.
"""

from __future__ import annotations

from dataclasses import dataclass

from pytest_factcheck.judges.mentions import Mention
from pytest_factcheck.judges.tables import words_of
from pytest_factcheck.vocabulary import Span


def row(name: str) -> frozenset[str]:
    """Return the words of a row of `data/attachment.toml`."""
    return words_of("attachment", name)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A value that a sentence says of a mention.

    `at` is the token that ties them, `places` are the tokens of the value. `sure` is false where word order
    leaves another reading. What is `presupposed` ("after the 100-minute meeting") stands whatever its
    sentence goes on to deny. What is not `telling` can support and never contradict. `implied` says that
    the verb itself is the event: "met for talks".
    """

    value: Span
    mention: Mention
    at: int
    places: frozenset[int]
    sure: bool = True
    presupposed: bool = False
    telling: bool = True
    implied: bool = False
