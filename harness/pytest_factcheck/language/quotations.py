"""Quotations: which words of a text stand between quotation marks.

Marks are paired within one line. A mark that is never closed opens a quotation to the end of its line, as
before another paragraph of the same speech. Single marks are left alone: they are apostrophes too.
"""

from __future__ import annotations

import re

from pytest_factcheck.vocabulary import Span

_MARK = re.compile('["“”„«»\n]')
_CLOSES = {'"': '"', "“": "”", "„": "“”", "«": "»"}


def quotations(text: str) -> tuple[Span, ...]:
    """Return what stands between quotation marks, without the marks, in order, inner ones left out."""
    found: list[Span] = []
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        if opened and (mark == "\n" or mark in opened[1]):
            found.append(Span(opened[0], at))
            opened = None
        elif not opened and mark in _CLOSES:
            opened = match.end(), _CLOSES[mark]
    if opened:
        found.append(Span(opened[0], len(text)))
    return tuple(found)


def quotation_at(text: str, place: Span) -> Span | None:
    """Return the quotation that holds the whole of `place`, or None."""
    return next((quote for quote in quotations(text) if quote.contains(place)), None)
