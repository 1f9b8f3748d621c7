"""`factcheck source update`: what a new version of a text would do to each assertion, and then writing it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_factcheck import manifest
from pytest_factcheck.commands import opened
from pytest_factcheck.commands.comparing import state
from pytest_factcheck.commands.source.document import content
from pytest_factcheck.commands.source.entry import original_of
from pytest_factcheck.commands.source.naming import known_text
from pytest_factcheck.commands.source.placing import inside
from pytest_factcheck.commands.terminal import ask, is_watched, width
from pytest_factcheck.comparison import Comparison, compared
from pytest_factcheck.comparison.telling.replacement import Replacement, as_text
from pytest_factcheck.corpus import MANIFEST, SourceText
from pytest_factcheck.errors import UsageError
from pytest_factcheck.extraction import extracted
from pytest_factcheck.project import Project
from pytest_factcheck.wholefile import check_writable, write_whole

if TYPE_CHECKING:
    from pytest_factcheck.commands import Subparsers

Keys = Mapping[str, str]
YES = ("y", "yes")
EPILOG = """\
Nothing is written before you have seen what would become of each assertion that
searches this text: on a terminal you are asked, elsewhere --yes is needed.

Exit codes:
  0  no assertion fails that passed, and no verdict changes
  1  some do, whether the text is written or not
  2  bad usage, or a file that cannot be used

Examples:
  factcheck source update kyiv-independent corrected.txt
  factcheck source update kyiv-independent corrected.txt --yes
"""


def add(actions: Subparsers) -> None:
    """Add the parser of this action."""
    update = actions.add_parser(
        "update",
        help="put a new version of a text in the place of the old one",
        description="Show what a new version of a text would do to each assertion, and write it\n"
        f"if you say so, with its digest in {MANIFEST}.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    update.add_argument("id", metavar="ID", help="the id of a source")
    update.add_argument("file", metavar="FILE", help="the new version")
    update.add_argument("--yes", action="store_true", help="write it without asking")
    update.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Show what a new text would do, and write it if that is wanted; 1 if an assertion fails by it."""
    project = opened()
    old = known_text(project.corpus, chosen.id)
    raw = content(Path(chosen.file))
    found = extracted(raw, chosen.file)
    original = _original(project, old, Path(chosen.file), raw, found.extractor)
    after = project.with_text(chosen.id, found.text.encode("utf-8"))
    new = known_text(after.corpus, chosen.id)
    _check_own(project, new)
    if new.digest == old.digest and not original:
        lock = " (its digest is not locked: `factcheck source lock`)" if old.changed else ""
        sys.stdout.write(f"nothing to do: {chosen.file} is the text that {chosen.id} has already{lock}\n")
        return 0
    if new.digest == old.digest:
        sys.stdout.write(f"{chosen.id}: the text is the same; what it was taken out of is another file\n")
        return _written(chosen, project, new, original)
    replacement = _replacement(project, after, old, new)
    sys.stdout.write(as_text(replacement, width()))
    _written(chosen, project, new, original)
    return 1 if _harmful(replacement.comparison) else 0


def _check_own(project: Project, new: SourceText) -> None:
    """Refuse the text of another source, which would then stand in the corpus twice."""
    for name in project.corpus.sources:
        text = project.corpus.text(name)
        if text and name != new.source.id and text.digest == new.digest:
            raise UsageError(f"{new.source.id}: this is the text of `{name}`, which is in the corpus already")


def _written(chosen: argparse.Namespace, project: Project, new: SourceText, original: Keys) -> int:
    if chosen.yes or _agreed():
        _write(project, new, original)
        sys.stdout.write(f"written: {new.source.path}\n")
    else:
        sys.stdout.write("nothing was written (--yes writes it)\n")
    return 0


def _original(project: Project, old: SourceText, file: Path, raw: bytes, extractor: str) -> Keys:
    """Return what the manifest has to say of the new original; nothing where there is nothing to add."""
    known = old.source.original
    listed = (project.settings.corpus_folder / MANIFEST).is_file()
    if not listed or (not extractor and known is None):
        return {}
    keys = original_of(inside(project.settings, file) or file.name, raw, extractor)
    return {} if known and asdict(known) == keys else keys


def _replacement(project: Project, after: Project, old: SourceText, new: SourceText) -> Replacement:
    searching = [
        each for each in project.assertions if old.source in project.corpus.selected(each.sources, each.as_of)
    ]
    states = (
        state(project, searching, "assertions over the old text"),
        state(after, searching, "assertions over the new text"),
    )
    return Replacement(compared(*states), *states, old, new)


def _harmful(comparison: Comparison) -> bool:
    turned = [
        change
        for change in comparison.assertions
        if change.before and change.after and change.before["verdict"] != change.after["verdict"]
    ]
    return bool(comparison.failing_now or turned)


def _agreed() -> bool:
    return is_watched() and ask("write? [y/N] ", at_end="").strip().lower() in YES


def _write(project: Project, text: SourceText, original: Keys) -> None:
    """Write a text, its digest and what it was taken out of, all or none."""
    folder, shown = project.settings.corpus_folder, project.corpus.path
    path, listed = folder / text.source.below(shown), folder / MANIFEST
    check_writable(path, text.source.path)
    if not listed.is_file():
        write_whole(path, text.text)
        return
    place = f"{shown}/{MANIFEST}"
    locked = manifest.locked(listed.read_bytes(), place, {text.source.id: text.digest})
    if original:
        locked = manifest.taken_from(locked.encode("utf-8"), place, text.source.id, original)
    check_writable(listed, place)
    before = path.read_bytes()
    try:
        write_whole(path, text.text)
        write_whole(listed, locked)
    except BaseException:
        if path.read_bytes() != before:
            write_whole(path, before.decode("utf-8"))
        raise
