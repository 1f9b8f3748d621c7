"""Spans: from the words of a quote to the code points of a source, and back to what changed."""

from pytest_factcheck.spans.anchors import Anchor, Outcome, Rung, locate
from pytest_factcheck.spans.drift import Change
from pytest_factcheck.spans.quotes import IndexedText, Quote

__all__ = ["Anchor", "Change", "IndexedText", "Outcome", "Quote", "Rung", "locate"]
