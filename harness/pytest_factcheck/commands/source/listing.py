"""`factcheck source list`: every source of the corpus, one on each line."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from typing import TYPE_CHECKING

from pytest_factcheck.commands import opened, terminal
from pytest_factcheck.commands.source.unlisted import unlisted_lines
from pytest_factcheck.corpus import Source, SourceText
from pytest_factcheck.project import Project
from pytest_factcheck.reports.tables import folded, text_table

if TYPE_CHECKING:
    from pytest_factcheck.commands import Subparsers

HEADERS = ("id", "day", "words", "used", "digest", "publisher")  # short, so that no id need be cut
EPILOG = """\
  day     of publication
  words   of the text, boilerplate included
  used    how many assertions quote it
  digest  locked; changed since it was locked; not locked; or not here, where
          the text may be missing on this machine
"""


def add(actions: Subparsers) -> None:
    """Add the parser of this action."""
    parser = actions.add_parser(
        "list",
        help="list the sources of the corpus",
        description="List the sources of the corpus in the order of the manifest.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)


def run(_chosen: argparse.Namespace) -> int:
    """Print a table of the sources, and the texts of the folder that are no source."""
    project = opened()
    corpus, quoted = project.corpus, _quoted(project)
    rows = [_row(source, corpus.text(name), quoted[name]) for name, source in corpus.sources.items()]
    sys.stdout.write(f"{text_table(HEADERS, rows, terminal.width())}\n")
    for line in unlisted_lines(corpus, project.settings.corpus_folder):
        sys.stdout.writelines(f"{part}\n" for part in folded(line, terminal.width(), margin="  "))
    return 0


def digest_state(source: Source, text: SourceText | None) -> str:
    """Return how the text of a source compares with the digest of the manifest."""
    if text is None:
        return "not here"
    if not source.sha256:
        return "not locked"
    return "changed" if text.changed else "locked"


def _row(source: Source, text: SourceText | None, quoted: int) -> tuple[object, ...]:
    words = len(text.text.split()) if text else ""
    state = digest_state(source, text)
    return source.id, source.published or "", words, quoted or "", state, source.publisher


def _quoted(project: Project) -> Counter[str]:
    """Return how many assertions quote each source; files with mistakes count as far as they can be read."""
    assertions = [assertion for file in project.files.values() for assertion in file.assertions]
    return Counter(name for each in assertions for name in {item.source for item in each.evidence})
