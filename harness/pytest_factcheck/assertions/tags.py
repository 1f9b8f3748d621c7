"""Tags that an assertion cannot have, because pytest, or a plugin in wide use, acts on them.

Each tag becomes a mark of its test; a mark of these names would switch the test off, or break `-m`.
"""

from __future__ import annotations

from collections.abc import Iterator

from pytest_factcheck.assertions.declarations import Assertion
from pytest_factcheck.errors import Problem

# The words with which `-m` combines names are among them.
RESERVED = frozenset(
    {
        "and", "filterwarnings", "flaky", "not", "or", "parametrize", "skip", "skipif", "timeout",
        "tryfirst", "trylast", "usefixtures", "xdist_group", "xfail",
    }
)  # fmt: skip


def reserved(assertion: Assertion) -> Iterator[Problem]:
    """Find tags of an assertion that pytest keeps for itself."""
    taken = ", ".join(sorted(RESERVED.intersection(assertion.tags)))
    if taken:
        message = f"`tags`: pytest keeps {taken} for itself"
        yield Problem(assertion.location, "bad-value", message, "use another word")
