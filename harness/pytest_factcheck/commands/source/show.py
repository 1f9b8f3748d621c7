"""`factcheck source show`: print a text with line numbers, boilerplate and quoted words marked."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pytest_factcheck.commands import opened
from pytest_factcheck.commands.source.naming import known_text
from pytest_factcheck.corpus import SourceText
from pytest_factcheck.errors import InvalidInput, visible
from pytest_factcheck.evidence import quotes
from pytest_factcheck.project import Project
from pytest_factcheck.reports.tables import text_table
from pytest_factcheck.spans import Outcome, locate
from pytest_factcheck.vocabulary import Span

if TYPE_CHECKING:
    from pytest_factcheck.commands import Subparsers

OPEN, CLOSE = "⟦", "⟧"


def add(actions: Subparsers) -> None:
    """Add the parser of this action."""
    show = actions.add_parser(
        "show",
        help="print a text with line numbers",
        description="Print a text with line numbers. "
        f"Boilerplate is marked with ~, quoted words stand in {OPEN} {CLOSE}.",
        epilog="Example: factcheck source show kyiv-independent",
    )
    show.add_argument("id", metavar="ID", help="the id of a source")
    show.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Print one text with line numbers, boilerplate and quoted words marked."""
    project = opened()
    text = known_text(project.corpus, chosen.id)
    quoted = quoted_spans(project, text)
    sys.stdout.write(marked(text, [span for span, *_ in quoted]) + "\n")
    rows = [(text.line_index.line(span.start), *cells) for span, *cells in quoted]
    if rows:
        sys.stdout.write("\n" + text_table(("line", "stance", "assertion"), rows) + "\n")
    return 0


def quoted_spans(project: Project, text: SourceText) -> list[tuple[Span, str, str]]:
    """Return every quoted span of a text with the stance and the id of its assertion, in text order.

    Assertion files with mistakes are left out: showing a text must work while one is being written.
    """
    found = []
    for path, file in project.files.items():
        try:
            broken = project.problems(path)
        except InvalidInput:
            continue
        for assertion in () if broken else file.assertions:
            for item in assertion.evidence:
                if item.source == text.source.id:
                    anchors = [locate(quote, project.examiner.quotable(text)) for quote in quotes(item)]
                    spans = [a.span for a in anchors if a.span and a.outcome is Outcome.FOUND]
                    found += [(span, str(item.stance), assertion.id) for span in spans]
    return sorted(found)


def marked(text: SourceText, spans: Iterable[Span]) -> str:
    """Return a text with line numbers, `~` before boilerplate, and brackets around `spans`."""
    starts = {span.start for span in text.boilerplate}
    merged = _merged(spans)
    lines, start = [], 0
    width = len(str(text.text.count("\n") + 1))
    for number, line in enumerate(text.text.split("\n"), 1):
        sign = "~" if start in starts else "|"
        lines.append(f"{number:>{width}} {sign} {_bracketed(line, start, merged)}".rstrip())
        start += len(line) + 1
    return "\n".join(lines)


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _bracketed(line: str, start: int, spans: Iterable[Span]) -> str:
    parts, at, end = [], start, start + len(line)
    for span in spans:
        first, last = max(span.start, start), min(span.end, end)
        if first < last:
            parts += [line[at - start : first - start], OPEN, line[first - start : last - start], CLOSE]
            at = last
    shown = "".join([*parts, line[at - start :]])
    return "\t".join(map(visible, shown.split("\t")))
