"""Words and their stems: what two texts must share before they can be about the same thing.

A stem is taken from the case-folded word without accents and possessive mark, so that typography never
parts two words. Irregular forms come from a table; the rest is Snowball's English stemmer, imported here
and nowhere else. Nothing here knows what a word means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category, normalize

import snowballstemmer  # type: ignore[import-untyped]  # it ships no types

from pytest_factcheck.language.tables import table, word_list
from pytest_factcheck.vocabulary import Span

_APOSTROPHES = "'’ʼ＇"
_JOINERS = "\u00ad\u0300-\u036f\u200b-\u200d\u2060"  # soft hyphen, accents, invisible joiners
# The first line is the third for most words, and three times as fast.
_WORD = re.compile(
    rf"""
    (?=[^\W_])(?:
        [A-Za-z]{{2,}}+(?=[\s,.])                                                       # word
        |[0-9]+(?:[.,][0-9]+)*+[^\W_]*+                                                # 1,000  2.4  16th
        |(?:[^\W\d_]\.){{2,}}+                                                         # U.S.
        |[^\W_]+(?:[{_APOSTROPHES}][^\W_]+|[{_JOINERS}]+[^\W_]*+)*+                   # O'Brien
    )
    """,
    re.VERBOSE,
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})++(?![0-9,])")
_CLITIC = re.compile(rf"(n[{_APOSTROPHES}]t|[{_APOSTROPHES}](?:s|re|ve|ll|d|m))\Z", re.IGNORECASE)
_CLITIC_FORMS = {"n't": "not", "'re": "be", "'ve": "have", "'ll": "will", "'m": "be"}
_NEGATED_HOSTS = {"ca": "can", "wo": "will", "sha": "shall"}

_NEGATORS = word_list("stopwords", "negators")
_MODALS = word_list("stopwords", "modals")
_FUNCTION_WORDS = (
    word_list("stopwords", "articles", "pronouns", "prepositions", "conjunctions", "auxiliaries", "particles")
    - _NEGATORS
    - _MODALS
)
_CAPITAL_NAMES = word_list("stopwords", "capital_names")
_BASES = {
    form: base
    for part in ("verbs", "nouns")
    for base, forms in table("irregular")[part].items()
    for form in forms.split()
}
_SNOWBALL = snowballstemmer.stemmer("english")


class Word(NamedTuple):
    """One word of a text: where it stands, as it is written, and the form that its stem is taken from.

    Long texts have many words of which few are asked for their span or stem, so that both are made then.
    """

    start: int
    end: int
    text: str
    form: str

    @property
    def span(self) -> Span:
        """Return where the word stands."""
        return Span(self.start, self.end)

    @property
    def stem(self) -> str:
        """Return the stem of the word."""
        return stem(self.form)


def words(text: str, span: Span | None = None) -> tuple[Word, ...]:
    """Return the words of `text`, or of the part under `span`, in order.

    Compounds with hyphens are several words, a possessive mark belongs to none, and a contraction is two
    ("didn't": "did" and "n't", whose stem is "not").
    """
    return tuple(iter_words(text, span))


def iter_words(text: str, span: Span | None = None) -> Iterator[Word]:
    """Yield what `words` returns, for whoever need not read on to the end."""
    start, end = (span.start, span.end) if span else (0, len(text))
    for match in _WORD.finditer(text, start, end):
        written = match[0]
        if written.isalnum():
            yield Word(match.start(), match.end(), written, written)
        else:
            yield from _parts(written, match.start())


def stems_in(text: str, span: Span | None = None) -> tuple[str, ...]:
    """Return the stems of the words of `text`, or of the part under `span`, each once."""
    start, end = (span.start, span.end) if span else (0, len(text))
    found: dict[str, None] = {}
    for written in _WORD.findall(text, start, end):
        if written.isalnum():
            found[stem(written)] = None
        else:
            found.update((word.stem, None) for word in _parts(written, 0))
    return tuple(found)


def _parts(written: str, start: int) -> list[Word]:
    """Return the one or two words of something written with more than letters and digits."""
    clitic = _CLITIC.search(written)
    host = written[: clitic.start()] if clitic else written
    if not clitic or not host:
        return [Word(start, start + len(written), written, written)]
    plain = _plain(clitic[0])
    base = _NEGATED_HOSTS.get(host.lower(), host) if plain == "n't" else host
    parts = [Word(start, start + len(host), host, base)]
    if plain in _CLITIC_FORMS:
        parts.append(Word(start + clitic.start(), start + clitic.end(), clitic[0], _CLITIC_FORMS[plain]))
    return parts


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return the stem of one word.

    Numbers lose their grouping commas and nothing else; abbreviations with full stops lose those; "US",
    "IT" and "WHO" in capitals stay in capitals, which keeps them apart from the pronouns.
    """
    if _GROUPED.match(word):
        return word.replace(",", "").lower()
    bare = word.replace(".", "") if not word[:1].isdigit() else word
    if bare in _CAPITAL_NAMES:
        return bare
    plain = _CLITIC.sub("", _plain(bare)) or _plain(bare)
    if plain in _BASES:
        plain = _BASES[plain]
    return _snowball(plain) if plain.isalpha() else plain


@lru_cache(maxsize=1 << 16)
def _snowball(plain: str) -> str:
    """Return Snowball's stem, kept apart so that "Talks", "TALKS" and "talks" are worked out once."""
    return str(_SNOWBALL.stemWord(plain))


def _plain(word: str) -> str:
    """Return `word` case-folded, without accents and invisible joiners, its apostrophes straight."""
    if word.isascii():
        return word.lower()
    letters = (letter for letter in normalize("NFKD", word) if category(letter) not in {"Mn", "Cf"})
    return "".join("'" if letter in _APOSTROPHES else letter for letter in letters).casefold()


@lru_cache(maxsize=1 << 16)
def is_function_word(word: str) -> bool:
    """Tell whether `word` carries grammar only; negators and modals do not, and "US" is a country."""
    return word not in _CAPITAL_NAMES and _plain(word) in _FUNCTION_WORDS


def is_negator(word: str) -> bool:
    """Tell whether `word` denies by itself, as "not", "n't", "never" and "without" do."""
    return _plain(word) in _NEGATORS


def is_modal(word: str) -> bool:
    """Tell whether `word` is a modal verb, as "may" and "would" are; the month is "May"."""
    return word != "May" and _plain(word) in _MODALS
