"""A comparison for people and for programs: as text for a terminal, as Markdown, as JSON."""

from collections.abc import Callable, Mapping

from pytest_factcheck.comparison.telling.data import as_json
from pytest_factcheck.comparison.telling.markdown import as_markdown
from pytest_factcheck.comparison.telling.text import as_text
from pytest_factcheck.comparison.telling.words import Report

FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}

__all__ = ["FORMATS", "Report", "as_json", "as_markdown", "as_text"]
