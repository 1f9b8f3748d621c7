"""`factcheck source add`: take the text out of a document, and name it in the manifest."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pytest_factcheck import corpus as corpora
from pytest_factcheck import extraction, manifest, origins, yamlfile
from pytest_factcheck.commands import opened, terminal
from pytest_factcheck.commands.modeline import modeline
from pytest_factcheck.commands.source.document import content
from pytest_factcheck.commands.source.entry import add_options, described, ordered, original_of
from pytest_factcheck.commands.source.placing import Place, check_free, inside, place_of, write
from pytest_factcheck.corpus import MANIFEST, SourceText, slugged
from pytest_factcheck.errors import UsageError
from pytest_factcheck.extraction import Extraction
from pytest_factcheck.progress import progress
from pytest_factcheck.project import Project
from pytest_factcheck.reports.tables import folded
from pytest_factcheck.settings import Settings
from pytest_factcheck.textfile import decode
from pytest_factcheck.yamlfile.layout import Value

if TYPE_CHECKING:
    from pytest_factcheck.commands import Subparsers

MARGIN = "  "
KINDS = ", ".join(extraction.FORMATS)
EPILOG = """\
The text is written into the corpus folder as ID.txt; a text that lies there
already is only named. The original is not copied, its digest is kept.

Examples:
  factcheck source add ~/Downloads/report.pdf --id annual-report \\
      --publisher "Linde Town Council" --published 2025-03-04
  factcheck source add page.html --id courier --url https://example.org/bridge
  factcheck source add seeds/letter.txt
"""


def add(actions: Subparsers) -> None:
    """Add the parser of this action."""
    parser = actions.add_parser(
        "add",
        help="add a document to the corpus",
        description=f"Take the text out of a document, and name it in {MANIFEST}. Kinds:\n{KINDS}.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", metavar="FILE", help="the document")
    add_options(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Write the text of a document and its entry in the manifest, both or neither."""
    project, file = opened(), Path(given.file)
    settings = project.settings
    name = _name(given, file)
    options = described(given, name)
    raw = content(file)
    found = extraction.extracted(raw, file.as_posix())
    place = place_of(settings, file, name)
    before = _manifest_of(settings)
    others = _others(project, name, place, is_listed=before is not None)
    entry = ordered(_of_document(settings, file, raw, found) | options | {"file": place.name})
    after = _edited(settings, before, entry, others)
    text = _text(settings, after, name, found)
    notes = [*_alike(file, text, others), *_begun(settings, before, others)]
    write(settings, after, place, found.text)
    _show([*_told(given, found, place, text), *notes, f"next: factcheck source show {name}"])
    return 0


def _name(given: argparse.Namespace, file: Path) -> str:
    name = given.id if given.id is not None else slugged(file.name)
    if not name and given.id is None:
        raise UsageError(f"{file.name}: no letter or digit to make an id from (choose one with --id)")
    return str(name)


def _manifest_of(settings: Settings) -> bytes | None:
    path = settings.corpus_folder / MANIFEST
    return path.read_bytes() if path.is_file() else None


def _others(project: Project, name: str, place: Place, *, is_listed: bool) -> list[SourceText]:
    """Return the texts of the corpus but the new one, which lies in a folder without a manifest already.

    Raises:
        UsageError: If the id or the place of the new one is another's.
    """
    try:
        corpus = project.corpus
    except UsageError:  # neither a text nor a manifest yet
        corpus = None
    check_free(corpus, name, place, is_listed=is_listed)
    if corpus is None:
        return []
    names = [other for other, source in corpus.sources.items() if source.path != place.shown]
    return [text for other in names if (text := corpus.text(other)) is not None]


def _of_document(settings: Settings, file: Path, raw: bytes, found: Extraction) -> dict[str, Value | None]:
    """Return what the document says of itself, and the digests."""
    values: dict[str, Value | None] = {
        "title": found.title,
        "published": found.published.isoformat() if found.published else None,
        "sha256": hashlib.sha256(found.text.encode("utf-8")).hexdigest(),
    }
    if found.extractor:
        values["original"] = original_of(inside(settings, file) or file.name, raw, found.extractor)
    return values


def _edited(
    settings: Settings, before: bytes | None, entry: Mapping[str, Value], others: Sequence[SourceText]
) -> str:
    if before is None:
        return manifest.begun(
            others, settings.corpus, entry, modeline(settings, settings.corpus_folder, "corpus")
        )
    return manifest.added(before, f"{settings.corpus}/{MANIFEST}", entry)


def _text(settings: Settings, edited: str, name: str, found: Extraction) -> SourceText:
    """Return the new text as the corpus will have it, from the manifest that is to be written."""
    shown = f"{settings.corpus}/{MANIFEST}"
    document = yamlfile.load(decode(edited.encode("utf-8"), shown), shown)
    corpus = corpora.from_manifest(document, settings.corpus, lambda _: found.text.encode("utf-8"))
    return cast("SourceText", corpus.text(name))  # its bytes are those above


def _alike(file: Path, text: SourceText, others: Sequence[SourceText]) -> Iterator[str]:
    """Yield a note for each text that this one is a copy of.

    Raises:
        UsageError: If it is another's text, word for word.
    """
    name, words = text.source.id, origins.body(text)
    for other in progress(others, "texts"):
        if other.digest == text.digest:
            message = f"{file.as_posix()}: this text is in the corpus already, as `{other.source.id}`"
            raise UsageError(message)
        pair = {name: words, other.source.id: origins.body(other)}
        yield from (f"note: {why}" for why in origins.trace(pair, {}).copies(pair))


def _begun(settings: Settings, before: bytes | None, others: Sequence[SourceText]) -> Iterator[str]:
    if before is None and others:
        shown = f"{settings.corpus}/{MANIFEST}"
        yield f"note: {shown} is new, and names all texts of the folder: {len(others) + 1}"


def _told(given: argparse.Namespace, found: Extraction, place: Place, text: SourceText) -> Iterator[str]:
    source = text.source
    if place.was_there:
        yield f"named: {place.shown}, as `{source.id}`"
    else:
        how = f", taken out of it by {found.extractor}" if found.extractor else ""
        yield f"written: {place.shown}, the text of {Path(given.file).name}{how}"
    if found.title and given.title is None:
        yield f"title: {found.title}"
    if found.published and given.published is None:
        yield f"published: {found.published}, as the page declares"
    lines = sum(1 for line in text.text.split("\n") if line.strip())
    judged = len(text.sentences)
    yield f"lines: {lines}, boilerplate: {len(text.boilerplate)}, sentences to be judged: {judged}"
    yield from (f"note: {note}" for note in found.notes)
    if not judged:
        yield "note: every line is boilerplate, so that nothing of this text is judged"
    if text.foreign:
        yield f"note: no judge reads this text, {text.foreign}"
    if source.published is None:
        yield "note: it has no day of publication, so that `as_of` leaves it out (--published gives one)"


def _show(lines: Sequence[str]) -> None:
    for line in lines:
        sys.stdout.writelines(f"{part}\n" for part in folded(line, terminal.width(), margin=MARGIN))
