"""`factcheck init`: lay out a new project with one example that passes."""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_factcheck import settings
from pytest_factcheck.errors import UsageError
from pytest_factcheck.schema import schema_text
from pytest_factcheck.wholefile import write_whole

if TYPE_CHECKING:
    from pytest_factcheck.commands import Subparsers

SETTINGS = """\
# Settings of the fact-checking audit; every key is described in the documentation.
assertions = "assertions"
corpus = "seeds"
judges = ["slots", "verbatim", "language"]
strict = false
"""

TEXT = """\
Bridge reopens after nine months

The old bridge over the Linde reopened on 3 March 2025 after nine months of repairs, the town council said.
The work on the bridge cost 2.4 million euros. Mayor Ana Holt opened the bridge.
"""

CORPUS = """\
# yaml-language-server: $schema=../schema/corpus.schema.json
title: An example to replace with your own texts
sources:
  - id: town-news
    file: town-news.txt
    title: Bridge reopens after nine months
    published: 2025-03-04
    language: en
    sha256: {digest}
"""

ASSERTIONS = """\
# yaml-language-server: $schema=../schema/assertions.schema.json
topic: An example to replace with your own claims
assertions:
  - id: bridge-opened-by-mayor
    claim: Mayor Ana Holt opened the bridge.
    expect: supported
    evidence:
      - source: town-news
        quote: Mayor Ana Holt opened the bridge.

  - id: bridge-cost
    claim: The work on the bridge cost 3 million euros.
    expect: contradicted
    slots:
      - {{about: [work], relation: [cost], quantity: 3 million euros}}
    evidence:
      - source: town-news
        quote: The work on the bridge cost 2.4 million euros.
"""

NEXT = """\
Next{place}:
  pytest                                     audit every claim
  factcheck explain bridge-opened-by-mayor   see what a verdict rests on
Then add your texts (`factcheck source add FILE`) and your claims
(`factcheck new "CLAIM"`), and remove the example.
"""


def add(groups: Subparsers) -> None:
    """Add the parser of this command."""
    parser = groups.add_parser(
        "init",
        help="lay out a new project",
        description="Lay out a new project: settings, folders, a manifest, the schemas, and one example "
        "that passes. Nothing that exists is overwritten.",
    )
    parser.add_argument(
        "folder", metavar="FOLDER", nargs="?", default=".", help="where (default: this folder)"
    )
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Write the files of a new project, all or none."""
    root = Path(chosen.folder)
    files = layout()
    taken = [name for name in files if os.path.lexists(root / name)]
    if taken:
        raise UsageError(
            f"{root.as_posix()}: nothing was written, because there are already: {', '.join(taken)}"
        )
    found = settings.find(root.absolute())
    if found and found.file and found.root == root.absolute():
        raise UsageError(f"{root.as_posix()}: nothing was written, because {found.file} has a table for it")
    _write(root, files)
    sys.stdout.writelines(f"written: {(root / name).as_posix()}\n" for name in files)
    sys.stdout.write(NEXT.format(place="" if chosen.folder == "." else f", in {root.as_posix()}"))
    return 0


def _write(root: Path, files: Mapping[str, str]) -> None:
    written: list[Path] = []
    try:
        for name, text in files.items():
            write_whole(root / name, text)
            written.append(root / name)
    except OSError:
        for path in written:
            path.unlink()
        raise


def layout() -> dict[str, str]:
    """Return the files of a new project by their relative names."""
    digest = hashlib.sha256(TEXT.encode("utf-8")).hexdigest()
    return {
        "factcheck.toml": SETTINGS,
        "seeds/town-news.txt": TEXT,
        "seeds/corpus.yaml": CORPUS.format(digest=digest),
        "assertions/example.yaml": ASSERTIONS.format(),
        "schema/assertions.schema.json": schema_text("assertions"),
        "schema/corpus.schema.json": schema_text("corpus"),
    }
