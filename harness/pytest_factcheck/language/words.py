"""Words and their stems: what two texts must share before they can be about the same thing.

A stem is taken from the case-folded word without accents and possessive mark, so that typography never
parts two words. Irregular forms come from a table; the rest is Snowball's English stemmer, imported here
and nowhere else. Nothing here knows what a word means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category, normalize

import snowballstemmer  # type: ignore[import-untyped]  # it ships no types

from pytest_factcheck.language.tables import table, word_list
from pytest_factcheck.vocabulary import Span

_APOSTROPHES = "'’ʼ＇"
_JOINERS = "\u00ad\u0300-\u036f\u200b-\u200d\u2060"  # soft hyphen, accents, invisible joiners
_WORD = re.compile(
    rf"""
    [0-9]+(?:[.,][0-9]+)*+[^\W_]*+                                                  # 1,000  2.4  16th
    |(?:[^\W\d_]\.){{2,}}+                                                          # U.S.
    |[^\W_]+(?:[{_APOSTROPHES}][^\W_]+|[{_JOINERS}]+[^\W_]*+)*+                     # word  O'Brien
    """,
    re.VERBOSE,
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})++(?![0-9,])")
_CLITIC = re.compile(rf"(n[{_APOSTROPHES}]t|[{_APOSTROPHES}](?:s|re|ve|ll|d|m))\Z", re.IGNORECASE)
_CLITIC_STEMS = {"n't": "not", "'re": "be", "'ve": "have", "'ll": "will", "'m": "be"}
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


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: where it stands, as it is written, and its stem."""

    span: Span
    text: str
    stem: str


def words(text: str, span: Span | None = None) -> tuple[Word, ...]:
    """Return the words of `text`, or of the part under `span`, in order.

    Compounds with hyphens are several words, a possessive mark belongs to none, and a contraction is two
    ("didn't": "did" and "n't", whose stem is "not").
    """
    start, end = (span.start, span.end) if span else (0, len(text))
    found: list[Word] = []
    for match in _WORD.finditer(text, start, end):
        if match[0].isalnum():
            found.append(Word(Span(match.start(), match.end()), match[0], stem(match[0])))
        else:
            found.extend(_parts(match[0], match.start()))
    return tuple(found)


def _parts(written: str, start: int) -> list[Word]:
    """Return the one or two words of something written with more than letters and digits."""
    clitic = _CLITIC.search(written)
    host = written[: clitic.start()] if clitic else written
    if not clitic or not host:
        return [Word(Span(start, start + len(written)), written, stem(written))]
    plain = _plain(clitic[0])
    base = _NEGATED_HOSTS.get(host.lower(), host) if plain == "n't" else host
    parts = [Word(Span(start, start + len(host)), host, stem(base))]
    if plain in _CLITIC_STEMS:
        place = Span(start + clitic.start(), start + clitic.end())
        parts.append(Word(place, clitic[0], _CLITIC_STEMS[plain]))
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
    return str(_SNOWBALL.stemWord(plain)) if plain.isalpha() else plain


def _plain(word: str) -> str:
    """Return `word` case-folded, without accents and invisible joiners, its apostrophes straight."""
    if word.isascii():
        return word.lower()
    letters = (letter for letter in normalize("NFKD", word) if category(letter) not in {"Mn", "Cf"})
    return "".join("'" if letter in _APOSTROPHES else letter for letter in letters).casefold()


def is_function_word(word: str) -> bool:
    """Tell whether `word` carries grammar only; negators and modals do not, and "US" is a country."""
    return word not in _CAPITAL_NAMES and _plain(word) in _FUNCTION_WORDS


def is_negator(word: str) -> bool:
    """Tell whether `word` denies by itself, as "not", "n't", "never" and "without" do."""
    return _plain(word) in _NEGATORS


def is_modal(word: str) -> bool:
    """Tell whether `word` is a modal verb, as "may" and "would" are; the month is "May"."""
    return word != "May" and _plain(word) in _MODALS
