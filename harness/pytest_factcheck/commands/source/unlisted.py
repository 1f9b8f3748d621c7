"""The texts of a corpus folder that its manifest does not name, as people are told of them.

A file has whatever name somebody gave it; nothing in it reaches the terminal that would act there.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pytest_factcheck.corpus import Corpus
from pytest_factcheck.corpusfolder import unlisted
from pytest_factcheck.reports.tables import plain


def unlisted_lines(corpus: Corpus, folder: Path) -> Iterator[str]:
    """Yield a line for each text of a corpus folder that its manifest does not name."""
    for name in unlisted(corpus, folder):
        yield plain(f"not in the manifest, so not read: {corpus.path}/{name}")
