"""Reporting: whether the words at a place are the text's own or somebody else's.

It sees reporting verbs, "according to" and quotation marks that are open. It does not say who speaks, and a
long quotation is followed no further back than its paragraph.
"""

from __future__ import annotations

from pytest_factcheck.judges.reading import Reading
from pytest_factcheck.language.cues import CueKind
from pytest_factcheck.vocabulary import Passage, Span

_LOOK_BACK = 2000  # code points of a paragraph before the sentence that are read for quotation marks
_PAIRS = {"“": "”", "«": "»", "„": "“"}
_REPORT = frozenset({CueKind.REPORT})


def is_reported(
    passage: Passage, sentence: Span, reading: Reading, place: Span, own: frozenset[int] = frozenset()
) -> bool:
    """Tell whether somebody else says what stands at `place` of the sentence.

    Args:
        passage: Where the sentence stands; its text is read back to the start of the paragraph.
        sentence: The sentence.
        reading: Its reading.
        place: Code points of the sentence.
        own: Tokens of the statement itself: in "X said that P" the verb is no report if X's saying is stated.
    """
    verbs = reading.cues_between(0, len(reading.tokens), _REPORT)
    others = (reading.tokens[cue.at] for cue in verbs if cue.at not in own)
    if any(token.forms or token.lower.endswith("s") for token in others):
        return True
    return is_quoted(passage.text, sentence.start + place.start)


def is_quoted(text: str, offset: int) -> bool:
    """Tell whether a quotation mark is open at `offset`, in its paragraph."""
    start = max(text.rfind("\n", 0, offset) + 1, offset - _LOOK_BACK)
    before = text[start:offset]
    if before.count('"') % 2:
        return True
    return any(before.count(opening) > before.count(closing) for opening, closing in _PAIRS.items())
