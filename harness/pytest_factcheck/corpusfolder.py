"""A corpus on disk: a folder of texts, with a manifest or without."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from pytest_factcheck import corpus as corpora
from pytest_factcheck import yamlfile
from pytest_factcheck.corpus import Corpus, Source
from pytest_factcheck.errors import InvalidInput, Problem, UsageError, visible
from pytest_factcheck.folders import is_yaml_file, text_names, unreadable
from pytest_factcheck.location import Location
from pytest_factcheck.textfile import decode

Reader = Callable[[Source], bytes | None]


def open_corpus(folder: Path, shown: str) -> Corpus:
    """Open the corpus in a folder, with its manifest or without.

    Args:
        folder: Where the texts lie.
        shown: The folder as people are to read it.

    Raises:
        InvalidInput: If the manifest is wrong, or names a file that is not there.
        UsageError: If there is no such folder, or no text in it.
    """
    corpus = described_corpus(folder, shown)
    problems = file_problems(corpus, folder)
    if problems:
        raise InvalidInput(problems)
    return corpus


def described_corpus(folder: Path, shown: str) -> Corpus:
    """Open a corpus as `open_corpus` does, whether or not its texts are where the manifest says.

    Raises:
        InvalidInput: If the manifest is wrong.
        UsageError: If there is no such folder, or no text in it.
    """
    if not folder.is_dir():
        raise UsageError(f"{shown}: there is no such corpus folder; create it, or set `corpus`")

    def read(source: Source) -> bytes | None:
        path = folder / source.below(shown)
        try:
            return path.read_bytes() if path.is_file() else None
        except OSError as error:
            raise InvalidInput([unreadable(Location(source.path), error)]) from None

    described = (folder / corpora.MANIFEST).is_file()
    misnamed = [] if described else sorted(path.name for path in folder.iterdir() if _nearly_manifest(path))
    if misnamed:
        message = f"the list of sources is read under the name {corpora.MANIFEST} only"
        raise InvalidInput(
            [Problem(Location(f"{shown}/{misnamed[0]}"), "bad-file-name", message, "rename it")]
        )
    return (_with_manifest if described else _without_manifest)(folder, shown, read)


def file_problems(corpus: Corpus, folder: Path) -> list[Problem]:
    """Return a problem for every text that is not where the manifest says, or lies outside the folder."""
    sources = corpus.sources.values()
    return [problem for source in sources for problem in _file_problems(source, folder, corpus.path)]


def _nearly_manifest(path: Path) -> bool:
    return is_yaml_file(path) and path.name.lower().partition(".")[0] == corpora.MANIFEST.partition(".")[0]


def _with_manifest(folder: Path, shown: str, read: Reader) -> Corpus:
    place = f"{shown}/{corpora.MANIFEST}"
    try:
        raw = (folder / corpora.MANIFEST).read_bytes()
    except OSError as error:
        raise InvalidInput([unreadable(Location(place), error)]) from None
    document = yamlfile.load(decode(raw, place), place)
    return corpora.from_manifest(document, shown, read)


def _without_manifest(folder: Path, shown: str, read: Reader) -> Corpus:
    names = text_names(folder)
    if not names:
        kinds = " or ".join(corpora.SUFFIXES)
        raise UsageError(f"{shown}: no {corpora.MANIFEST} and no {kinds} file in this folder")
    return corpora.from_files(names, shown, read)


def unlisted(corpus: Corpus, folder: Path) -> tuple[str, ...]:
    """Return the texts of a corpus folder that its manifest does not name."""
    named = {source.below(corpus.path) for source in corpus.sources.values()}
    return tuple(visible(name) for name in text_names(folder) if name not in named)


def _file_problems(source: Source, folder: Path, shown: str) -> Iterable[Problem]:
    path = folder / source.below(shown)
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
        message = f"`{source.path}` leads out of the corpus folder"
        yield Problem(source.location, "unsafe-path", message)
    elif not path.is_file() and not source.missing_ok:
        message = f"source `{source.id}`: there is no file {source.path}"
        advice = "correct `file`, or write `missing_ok: true` for a text that cannot be shared"
        yield Problem(source.location, "missing-file", message, advice)
