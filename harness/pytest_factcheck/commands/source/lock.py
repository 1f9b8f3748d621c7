"""`factcheck source lock`: write the digests of the texts into the manifest, or make a manifest."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from pytest_factcheck import manifest
from pytest_factcheck.commands import opened
from pytest_factcheck.commands.modeline import modeline
from pytest_factcheck.commands.source.unlisted import unlisted_lines
from pytest_factcheck.corpus import MANIFEST
from pytest_factcheck.wholefile import write_whole

if TYPE_CHECKING:
    from pytest_factcheck.commands import Subparsers


def add(actions: Subparsers) -> None:
    """Add the parser of this action."""
    lock = actions.add_parser(
        "lock",
        help="write the digest of every text into the manifest",
        description=f"Write the SHA-256 of every text into {MANIFEST}, which is made if there is none. "
        "From then on an assertion that names a text fails when the text has changed.",
    )
    lock.set_defaults(run=run)


def run(_chosen: argparse.Namespace) -> int:
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
        before, after = (
            b"",
            manifest.drafted(texts, corpus.path, modeline(project.settings, folder, "corpus")),
        )
    if after.encode("utf-8") != before:
        write_whole(path, after)
    changed = [text.source.id for text in texts if text.source.sha256 != text.digest]
    missing = [name for name in corpus.sources if corpus.text(name) is None]
    sys.stdout.write(f"{shown}: texts: {len(texts)}, digests written: {len(changed)}\n")
    sys.stdout.writelines(f"  written: {name}\n" for name in changed)
    sys.stdout.writelines(f"  not on this machine, left as it is: {name}\n" for name in missing)
    sys.stdout.writelines(f"  {line}\n" for line in unlisted_lines(corpus, folder))
    return 0
