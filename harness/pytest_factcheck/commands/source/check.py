"""`factcheck source check`: compare every text with the digest in the manifest."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_factcheck.commands import opened
from pytest_factcheck.commands.source.unlisted import unlisted_lines
from pytest_factcheck.corpus import MANIFEST, Corpus, Source, SourceText
from pytest_factcheck.corpusfolder import described_corpus, file_problems
from pytest_factcheck.errors import InvalidInput, Problem

if TYPE_CHECKING:
    from pytest_factcheck.commands import Subparsers

LOCK = "factcheck source lock"
EPILOG = """\
It fails if a text has changed or is missing, or has no digest to compare it
with; and if an original that lies in the corpus folder has changed. A text
that may be missing on this machine (missing_ok) may be missing.
"""


def add(actions: Subparsers) -> None:
    """Add the parser of this action."""
    parser = actions.add_parser(
        "check",
        help="compare every text with its digest",
        description=f"Compare every text, and every original that is there, with its digest\nin {MANIFEST}.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)


def run(_chosen: argparse.Namespace) -> int:
    """Print a line for each problem and a summary; 1 if there is a problem."""
    settings = opened().settings
    folder = settings.corpus_folder
    corpus = described_corpus(folder, settings.corpus)
    problems = sorted(_problems(corpus, folder))
    sys.stdout.writelines(f"{problem}\n" for problem in problems)
    sys.stdout.writelines(f"{line}\n" for line in unlisted_lines(corpus, folder))
    sys.stdout.write(f"texts: {len(corpus.sources)}, problems: {len(problems)}\n")
    return 1 if problems else 0


def _problems(corpus: Corpus, folder: Path) -> Iterator[Problem]:
    missing = file_problems(corpus, folder)
    yield from missing
    passed_over = {problem.location for problem in missing}
    for name, source in corpus.sources.items():
        if source.location in passed_over:
            continue
        try:
            text = corpus.text(name)
        except InvalidInput as error:
            yield from error.problems
        else:
            yield from _changes(source, text)
        yield from _of_original(source, folder)


def _changes(source: Source, text: SourceText | None) -> Iterator[Problem]:
    if text is None:
        return
    if not source.sha256:
        message = f"there is no digest to compare {source.path} with"
        yield Problem(source.location, "not-locked", message, f"`{LOCK}` writes one")
    elif text.changed:
        message = f"{source.path} has changed since its digest was written"
        advice = f"put the old text back, or look at what it says now and run `{LOCK}`"
        yield Problem(source.location, "source-changed", message, advice)


def _of_original(source: Source, folder: Path) -> Iterator[Problem]:
    """Yield a problem if another original lies in the corpus folder than the text was taken out of."""
    original = source.original
    path = folder / original.file if original else folder
    if original and path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() != original.sha256:
        message = f"{original.file} is another than the one that the text was taken out of"
        advice = f"put the old file back, or `factcheck source update {source.id} FILE`"
        yield Problem(source.location, "original-changed", message, advice)
