"""What the manifest is to say of a new source: the options of a command, checked as the manifest is."""

from __future__ import annotations

import argparse
import hashlib
import unicodedata
from collections.abc import Mapping

from pytest_factcheck import yamlfile
from pytest_factcheck.errors import UsageError
from pytest_factcheck.schema import validate
from pytest_factcheck.yamlfile.layout import Value, flow
from pytest_factcheck.yamlfile.parsing import UNREADABLE

_HELP = {
    "title": "the headline (default: the one that the document has)",
    "publisher": "who published it",
    "published": "the day of publication, as in 2025-05-16 (default: the one that a web page declares)",
    "url": "where it was published",
    "licence": "what may be done with the text",
    "language": "its language by code, as in en or pt-BR",
    "origin": "the text that this one is a copy of",
}
_METAVARS = {"published": "DATE", "language": "CODE", "origin": "ID"}
_OPTIONS = {"id": "--id", **{key: f"--{key}" for key in _HELP}, "tags": "--tag"}
_UNSEEN = frozenset({"Cc", "Cs"})  # Unicode categories that nobody can read; some more no YAML file may hold
_AS_IT_IS = "none: it is a text"
_ORDER = ("id", "file", *_HELP, "tags", "sha256", "original")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that describe a source."""
    parser.add_argument("--id", metavar="ID", help="how assertions will call it (default: after the file)")
    for key, words in _HELP.items():
        parser.add_argument(f"--{key}", metavar=_METAVARS.get(key, "TEXT"), help=words)
    words = "a word to choose sources by; may be repeated"
    parser.add_argument("--tag", metavar="TAG", dest="tags", action="append", help=words)


def described(given: argparse.Namespace, name: str) -> dict[str, Value]:
    """Return the keys of a source that the options give.

    Args:
        given: The options.
        name: The id.

    Raises:
        UsageError: If the manifest may not hold one of the values.
    """
    values: dict[str, Value] = {
        key: value for key in _OPTIONS if (value := getattr(given, key)) is not None
    } | {"id": name}
    _check_seen(given)
    written = flow({"sources": [{"file": "text", **values}]})
    problems = sorted(validate(yamlfile.load(written, ""), "corpus"))
    for problem in problems:
        words = problem.message
        for key, option in _OPTIONS.items():
            words = words.replace(f"`{key}`", option)
        raise UsageError(words)
    return values


def _check_seen(given: argparse.Namespace) -> None:
    for key, option in _OPTIONS.items():
        words = "".join(getattr(given, key) or "")
        unseen = next(filter(_is_unseen, words), "")
        if unseen:
            raise UsageError(f"{option} holds the invisible character U+{ord(unseen):04X}: leave it out")


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN or UNREADABLE.match(character) is not None


def original_of(name: str, raw: bytes, extractor: str) -> dict[str, str]:
    """Return what the manifest keeps of the document that a text was taken out of.

    Args:
        name: Its name, or its place in the corpus folder.
        raw: Its bytes.
        extractor: What took the text out; empty where the document is the text.
    """
    return {"file": name, "sha256": hashlib.sha256(raw).hexdigest(), "extractor": extractor or _AS_IT_IS}


def ordered(values: Mapping[str, Value | None]) -> dict[str, Value]:
    """Return the keys of a source in the order in which people read them, without those that say nothing."""
    return {key: value for key in _ORDER if (value := values.get(key))}
