"""A source as it is named on the command line: known, and with a text on this machine."""

from __future__ import annotations

from pytest_factcheck.corpus import Corpus, SourceText
from pytest_factcheck.errors import UsageError, did_you_mean


def check_known(corpus: Corpus, name: str) -> None:
    """Refuse an id that no source has.

    Raises:
        UsageError: With the id that may be meant.
    """
    known = corpus.sources
    if name not in known:
        hint = did_you_mean(name, tuple(known)) or f"known are {', '.join(known)}"
        raise UsageError(f"no source has the id `{name}` ({hint})")


def known_text(corpus: Corpus, name: str) -> SourceText:
    """Return the text of a source.

    Raises:
        UsageError: If there is no such source, or its text is not on this machine.
    """
    check_known(corpus, name)
    text = corpus.text(name)
    if text is None:
        raise UsageError(f"the text of {name} is not on this machine")
    return text
