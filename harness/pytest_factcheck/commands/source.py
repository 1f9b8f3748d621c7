"""`factcheck source`: look at the texts of the corpus, and lock their digests."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pytest_factcheck import manifest
from pytest_factcheck.commands import opened
from pytest_factcheck.corpus import MANIFEST, SourceText
from pytest_factcheck.errors import InvalidInput, UsageError, did_you_mean
from pytest_factcheck.evidence import quotes
from pytest_factcheck.project import Project, unlisted
from pytest_factcheck.reports.tables import text_table
from pytest_factcheck.settings import Settings
from pytest_factcheck.spans import Outcome, locate
from pytest_factcheck.vocabulary import Span
from pytest_factcheck.wholefile import write_whole

if TYPE_CHECKING:
    from pytest_factcheck.commands import Subparsers

OPEN, CLOSE = "⟦", "⟧"


def add(groups: Subparsers) -> None:
    """Add the parsers of this command."""
    parser = groups.add_parser(
        "source",
        help="look at the texts of the corpus and lock their digests",
        description="Look at the texts of the corpus and lock their digests.",
    )
    actions = parser.add_subparsers(title="actions", required=True, metavar="ACTION")
    lock = actions.add_parser(
        "lock",
        help="write the digest of every text into the manifest",
        description=f"Write the SHA-256 of every text into {MANIFEST}, which is made if there is none. "
        "From then on an assertion that names a text fails when the text has changed.",
    )
    lock.set_defaults(run=run_lock)
    show = actions.add_parser(
        "show",
        help="print a text with line numbers",
        description="Print a text with line numbers. "
        f"Boilerplate is marked with ~, quoted words stand in {OPEN} {CLOSE}.",
        epilog="Example: factcheck source show kyiv-independent",
    )
    show.add_argument("id", metavar="ID", help="the id of a source")
    show.set_defaults(run=run_show)


def run_lock(_chosen: argparse.Namespace) -> int:
    """Write the digests into the manifest, or make a manifest."""
    project = opened()
    corpus, folder = project.corpus, project.settings.corpus_folder
    texts = [text for source in corpus.sources if (text := corpus.text(source)) is not None]
    path = folder / MANIFEST
    shown = f"{project.settings.corpus}/{MANIFEST}"
    if path.is_file():
        before = path.read_bytes()
        after = manifest.locked(before, shown, {text.source.id: text.digest for text in texts})
    else:
        before, after = b"", manifest.drafted(texts, corpus.path, _modeline(project.settings))
    if after.encode("utf-8") != before:
        write_whole(path, after)
    changed = [text.source.id for text in texts if text.source.sha256 != text.digest]
    missing = [name for name in corpus.sources if corpus.text(name) is None]
    sys.stdout.write(f"{shown}: texts: {len(texts)}, digests written: {len(changed)}\n")
    sys.stdout.writelines(f"  written: {name}\n" for name in changed)
    sys.stdout.writelines(f"  not on this machine, left as it is: {name}\n" for name in missing)
    sys.stdout.writelines(
        f"  not in the manifest, so not read: {name}\n" for name in unlisted(corpus, folder)
    )
    return 0


def _modeline(settings: Settings) -> str:
    """Return the line that tells editors the schema, if the project has it at its usual place."""
    schema = settings.root / "schema" / "corpus.schema.json"
    if not schema.is_file():
        return ""
    way = os.path.relpath(schema, settings.corpus_folder).replace(os.sep, "/")
    return f"# yaml-language-server: $schema={way}\n"


def run_show(chosen: argparse.Namespace) -> int:
    """Print one text with line numbers, boilerplate and quoted words marked."""
    project = opened()
    known = project.corpus.sources
    if chosen.id not in known:
        hint = did_you_mean(chosen.id, tuple(known)) or f"known are {', '.join(known)}"
        raise UsageError(f"no source has the id `{chosen.id}` ({hint})")
    text = project.corpus.text(chosen.id)
    if text is None:
        raise UsageError(f"the text of {chosen.id} is not on this machine")
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
    return _visible("".join([*parts, line[at - start :]]))


def _visible(line: str) -> str:
    return "".join(c if c.isprintable() or c == "\t" else f"\\u{ord(c):04x}" for c in line)
