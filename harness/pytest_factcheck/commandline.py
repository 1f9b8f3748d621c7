"""The command lines that advice tells a reader to type, words of a source in them made safe for a shell.

Only lines are made here; what the commands do is not known.
"""

from __future__ import annotations

import shlex

from pytest_factcheck.vocabulary import Stance

# What a shell would act on inside double quotes, that of Windows included.
_ACTED_ON = frozenset('"$`\\!%')


def attest(assertion: str, source: str, stance: Stance, quote: str = "") -> str:
    """Return the command by which a person rules on a quote; name and reason are left to that person.

    Args:
        assertion: The id of the assertion.
        source: The id of the source.
        stance: What the quote is ruled to say.
        quote: The words ruled on, where they have to be told from others.
    """
    # Words that begin with a dash would be taken for an option.
    chosen = [f"--quote{'=' if quote.strip().startswith('-') else ' '}{_word(quote)}"] if quote else []
    words = ["factcheck", "attest", assertion, source, "--stance", stance, *chosen]
    return " ".join([*words, "--by", "…", "--reason", "…"])


def new(claim: str) -> str:
    """Return the command by which an assertion on a claim is drafted."""
    return f"factcheck new {_word(claim)}"


def _word(words: str) -> str:
    line = " ".join(words.split())
    # Double quotes are those that every shell has, and that keep an apostrophe readable.
    return shlex.quote(line) if _ACTED_ON.intersection(line) else f'"{line}"'
