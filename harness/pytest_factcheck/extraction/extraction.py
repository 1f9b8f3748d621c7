"""What is had from a document: its text, and what the document says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Extraction:
    """The text of a document, with what the document says of itself.

    `extractor` names the program that took the text out, with its version, if one did; `notes` say what of
    the document is not in the text.
    """

    text: str
    title: str = ""
    published: date | None = None
    extractor: str = ""
    notes: tuple[str, ...] = ()
