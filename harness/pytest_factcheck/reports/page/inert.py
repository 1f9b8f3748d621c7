"""Inert text: what a browser would act on although it is no markup, written so that it can be seen.

Markup is escaped by the templates. What is left are control characters, and those that turn the direction of
the text around them, with which a sentence can be made to look like another.
"""

from __future__ import annotations

import re

_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def inert(text: str) -> str:
    """Return a text with each control or direction character written as an escape; lines and tabs stay."""
    return _ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
