"""The main event: "the talks" of a claim that tells them from others by no more than what a text begins with.

A text is about what its first sentences speak of. What it calls by a definite noun, with the value in the
noun phrase or in a participle right on it, is the thing itself, whoever else stands in the sentence.
"""

from __future__ import annotations

from functools import lru_cache

from pytest_factcheck.judges.attachment import Attachment
from pytest_factcheck.judges.claims import Asked
from pytest_factcheck.judges.identity import Identity, identity
from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.language.spelling import one_stem
from pytest_factcheck.language.words import stems_in
from pytest_factcheck.vocabulary import Passage, Span

_LEAD = 1500  # code points that say what a text is about: headline, teaser and first sentences


def is_main_event(
    asked: Asked, reading: Reading, attachment: Attachment, passage: Passage, known: frozenset[str]
) -> bool:
    """Tell whether a value is said of what both the claim and the text speak of without telling which.

    Args:
        asked: The claim; whom and where it names must be what the text begins with, and it gives no day.
        reading: The sentence.
        attachment: The value and the mention that it is said of.
        passage: Its text, whose first sentences say what it is about.
        known: Keys of the words of the claim and of its slots.
    """
    begins = _opening(passage.text)
    told = all(token.named and (token.stem in begins or token.key in begins) for token in asked.pointers)
    if not (told and attachment.telling and attachment.sure):
        return False
    tokens = reading.tokens
    hangs_on = attachment.presupposed or tokens[attachment.at].forms == "g"
    if not hangs_on or identity(tokens, attachment, known) is not Identity.SAME:
        return False
    head = tokens[attachment.mention.end - 1]
    return head.key in begins


@lru_cache(maxsize=1 << 9)
def _opening(text: str) -> frozenset[str]:
    """Return the stems of how a text begins."""
    return frozenset(map(one_stem, stems_in(text, Span(0, min(_LEAD, len(text))))))
