"""What the commands share that ask a corpus about a bare claim: the claim, the corpus, the sources."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from pytest_factcheck import judges, settings
from pytest_factcheck.corpus import Corpus
from pytest_factcheck.corpusfolder import open_corpus, unlisted
from pytest_factcheck.errors import UsageError, did_you_mean
from pytest_factcheck.examination import Examiner
from pytest_factcheck.options import judge_names
from pytest_factcheck.reports.tables import plain
from pytest_factcheck.settings import Settings


def add_corpus(parser: argparse.ArgumentParser) -> None:
    """Add the option that names another corpus than the project's."""
    parser.add_argument(
        "--corpus",
        metavar="FOLDER",
        help="a folder of texts, with or without a manifest, instead of the project's",
    )


def claim_of(words: str) -> str:
    """Return a claim as it was typed.

    Raises:
        UsageError: If there is nothing in it.
    """
    if not words.strip():
        raise UsageError("the claim is empty")
    # What a shell hands over need not be text; whatever is not becomes a question mark.
    return words.encode("utf-8", "replace").decode("utf-8")


def examiner_of(corpus: str | None, judge_option: str | None) -> Examiner:
    """Return the corpus that was chosen with its judges, and tell which texts nobody will be asked about.

    Args:
        corpus: The folder that `--corpus` names; the project's where it was not given.
        judge_option: What `--judges` names, if it was given.

    Raises:
        UsageError: If there is no corpus, or no such judge.
    """
    found = settings.find(Path.cwd())
    known = found or Settings(Path.cwd())
    if corpus is None and found is None:
        raise UsageError("no project here; name a folder of texts with --corpus")
    folder, shown = known.corpus_folder, known.corpus
    if corpus is not None:
        folder = Path(corpus)
        shown = folder.as_posix()
    asked = judges.named(judge_names(judge_option) or known.judges)
    examiner = Examiner(open_corpus(folder, shown), asked)
    _tell_what_is_left_out(examiner.corpus, folder)
    return examiner


def check_sources(names: Iterable[str], corpus: Corpus) -> None:
    """Refuse a name that no source has.

    Raises:
        UsageError: With the name that may be meant.
    """
    known = tuple(corpus.sources)
    for name in names:
        if name not in known:
            advice = did_you_mean(name, known) or f"there are {', '.join(known)}"
            raise UsageError(f"the corpus has no source `{name}` ({advice})")


def _tell_what_is_left_out(corpus: Corpus, folder: Path) -> None:
    missing = [name for name in corpus.sources if corpus.text(name) is None]
    if missing:
        sys.stderr.write(f"not asked, because the text is not on this machine: {', '.join(missing)}\n")
    unnamed = unlisted(corpus, folder)
    if unnamed:
        names = plain(", ".join(unnamed))
        sys.stderr.write(f"not asked, because the manifest does not name it: {names}\n")
