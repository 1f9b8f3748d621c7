"""Tokens of one sentence with their class: the little grammar that the judges stand on.

A word is classed by closed lists and by its ending, never by a tagger. An open word is simply a `WORD`;
whether it may be a verb is told by `forms`. Where form does not tell, nothing is claimed.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from pytest_factcheck.language.countries import LONGEST_NAME, country, long_name
from pytest_factcheck.language.spelling import one_stem
from pytest_factcheck.language.tables import table, word_list
from pytest_factcheck.language.words import Word, is_modal, is_negator, words
from pytest_factcheck.vocabulary import Span


class Kind(StrEnum):
    """The class of a word."""

    DETERMINER = "determiner"
    PREPOSITION = "preposition"
    PRONOUN = "pronoun"
    RELATIVE = "relative"
    COORDINATOR = "coordinator"
    SUBORDINATOR = "subordinator"
    AUXILIARY = "auxiliary"
    MODAL = "modal"
    NEGATOR = "negator"
    ADVERB = "adverb"
    NUMBER = "number"
    WORD = "word"


class Link(StrEnum):
    """What stands between a word and the one before it."""

    OPEN = "open"
    JOINED = "joined"
    POSSESSIVE = "possessive"
    COMMA = "comma"
    BREAK = "break"


class Token(NamedTuple):
    """One word of a sentence: where it stands, how it is written, its key, class, link and verb forms.

    `key` is equal for words that name one thing: the country for "Ukrainian", else the stem. `forms` holds
    "p" for a past, "n" for a past participle, "g" for a form in -ing.
    """

    start: int
    end: int
    text: str
    lower: str
    stem: str
    key: str
    kind: Kind
    link: Link
    forms: str

    @property
    def span(self) -> Span:
        """Return where the token stands in its sentence."""
        return Span(self.start, self.end)

    @property
    def named(self) -> bool:
        """Tell whether the word is written like a name."""
        return self.text[:1].isupper()

    @property
    def country(self) -> bool:
        """Tell whether the word names a country, its people or its things."""
        return self.key.startswith("@")

    @property
    def noun_like(self) -> bool:
        """Tell whether the word may stand in a noun phrase as one of its open words."""
        return self.kind in _NOMINAL


_NOMINAL = (Kind.WORD, Kind.NUMBER)
_UNSEEN = dict.fromkeys(map(ord, '"“”„«»‘$€£¥₹%°#'))  # quotation marks, and signs that belong to a number
_POSSESSIVE = ("'s", "’s", "'", "’")
_LINKS = frozenset(table("grammar")["links"])

_DEFINITE = word_list("grammar", "definite")
_INDEFINITE = word_list("grammar", "indefinite")
_RELATIVES = word_list("grammar", "relatives")
_ADVERBS = word_list("grammar", "adverbs")
_NOT_ADVERBS = word_list("grammar", "not_adverbs")
_NOT_VERBS = word_list("grammar", "not_verbs") | word_list("clauses", "not_past")
_EITHER = word_list("grammar", "either")
_AUXILIARY_STEMS = frozenset({"be", "have", "do", "get"})
_MODAL_STEMS = frozenset({"can", "will", "shall", "would"})

_CLASSES: dict[str, Kind] = {
    **dict.fromkeys(word_list("stopwords", "prepositions"), Kind.PREPOSITION),
    **dict.fromkeys(word_list("stopwords", "auxiliaries"), Kind.AUXILIARY),
    **dict.fromkeys(_ADVERBS, Kind.ADVERB),
    **dict.fromkeys(word_list("grammar", "personal"), Kind.PRONOUN),
    **dict.fromkeys(_DEFINITE | _INDEFINITE, Kind.DETERMINER),
    **dict.fromkeys(word_list("grammar", "subordinators"), Kind.SUBORDINATOR),
    **dict.fromkeys(_EITHER, Kind.PREPOSITION),
    **dict.fromkeys(_RELATIVES, Kind.RELATIVE),
    **dict.fromkeys(word_list("grammar", "coordinators"), Kind.COORDINATOR),
}
_PASTS: dict[str, str] = {}
for _row in table("irregular")["verbs"].values():
    _others = _row.split()
    _PASTS[_others[0]] = "p" if len(_others) > 1 else "pn"
    _PASTS.update(dict.fromkeys(_others[1:], "n"))
_PASTS.update(dict.fromkeys(table("irregular")["pasts"]["never_nouns"].split(), "pn"))
_NUMBER_WORDS = word_list("grammar", "numbers")
_SHORT_FORM = 3  # letters: "red", "king" and "sing" are no verb forms, "used" is


def tokens(sentence: str, given: tuple[Word, ...] | None = None) -> tuple[Token, ...]:
    """Return the tokens of one sentence; a country's name is one, however many words it has.

    Args:
        sentence: The sentence.
        given: Its words, where somebody has read them already.
    """
    found: list[Token] = []
    given = words(sentence) if given is None else given
    at = 0
    while at < len(given):
        size, name = _named_country(given, at)
        found.append(_token(sentence, given[at : at + size], name, found))
        at += size
    return tuple(found)


def _named_country(given: tuple[Word, ...], at: int) -> tuple[int, str]:
    if not given[at].text[0].isupper():
        return 1, ""
    size, name = long_name([word.text for word in given[at : at + LONGEST_NAME]])
    return (size, name) if size else (1, country(given[at].text))


def _token(sentence: str, parts: tuple[Word, ...], name: str, before: list[Token]) -> Token:
    start, end = parts[0].start, parts[-1].end
    text = sentence[start:end]
    lower = text.lower()
    link = _link(sentence[before[-1].end : start]) if before else Link.BREAK
    own = parts[-1].stem
    if name:
        return Token(start, end, text, lower, own, name, Kind.WORD, link, "")
    kind = _kind(lower, text, own)
    forms = verb_forms(lower) if kind is Kind.WORD and (not before or text.islower()) else ""
    return Token(start, end, text, lower, own, one_stem(own), kind, link, forms)


@lru_cache(maxsize=1 << 15)
def _kind(lower: str, text: str, base: str) -> Kind:
    """Class a word; the first line that fits decides."""
    lines = (
        (Kind.NEGATOR, is_negator(text) or base == "not"),
        (Kind.MODAL, is_modal(text) or base in _MODAL_STEMS),
        (Kind.AUXILIARY, base == "be" or (base in _AUXILIARY_STEMS and lower in _CLASSES)),
        (Kind.NUMBER, lower[0].isdigit() or lower in _NUMBER_WORDS),
        (Kind.WORD, text.isupper() and len(text) > 1),
        (_CLASSES.get(lower, Kind.WORD), lower in _CLASSES),
        (Kind.ADVERB, lower.endswith("ly") and lower not in _NOT_ADVERBS),
    )
    return next((kind for kind, fits in lines if fits), Kind.WORD)


@lru_cache(maxsize=1 << 15)
def verb_forms(lower: str) -> str:
    """Return which forms of a verb a word in small letters can be: "p" past, "n" participle, "g" -ing."""
    if lower in _PASTS:
        return _PASTS[lower]
    if len(lower) <= _SHORT_FORM or lower in _NOT_VERBS:
        return ""
    if lower.endswith("ed"):
        return "pn"
    return "g" if lower.endswith("ing") else ""


@lru_cache(maxsize=1 << 12)
def _link(gap: str) -> Link:
    """Class what stands between two words: quotation marks part nothing."""
    plain = gap.strip()
    if plain in _POSSESSIVE and not gap[0].isspace() and gap[-1].isspace():
        return Link.POSSESSIVE
    bare = plain.translate(_UNSEEN).strip().strip("’'")
    if not bare:
        return Link.OPEN
    if bare in _LINKS:
        return Link.JOINED if gap == bare else Link.BREAK
    return Link.COMMA if bare == "," else Link.BREAK
