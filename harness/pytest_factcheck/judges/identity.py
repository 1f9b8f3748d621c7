"""Identity: whether a mention is of the claim's own event, of a narrower one, or of another.

"The follow-up meeting" is another meeting and "the drug trial" another kind of trial; "the talks in Geneva"
are talks, told from others. It knows which words narrow a noun and never what happened.
"""

from __future__ import annotations

from enum import StrEnum

from pytest_factcheck.judges.attachment import Attachment
from pytest_factcheck.judges.mentions import Mention
from pytest_factcheck.language.grammar import Kind, Link, Token
from pytest_factcheck.language.phrases import Tokens, is_possessive, phrase_at
from pytest_factcheck.language.tables import word_list

_DEFINITE = word_list("grammar", "definite")
_TIMES = word_list("grammar", "times")
_EITHER = word_list("grammar", "either")
_IDENTIFYING = word_list("events", "identifying")
_ORDINAL = word_list("events", "ordinal")
_DESCRIPTIVE = word_list("events", "descriptive")
_DESCRIBING = word_list(
    "names", "titles", "offices", "posts", "portfolios", "roles", "ranks", "office_graces", "office_fillers"
)
_NOUN_PREPOSITIONS = word_list("events", "noun_prepositions")
_JOINING = (Kind.PREPOSITION, Kind.COORDINATOR)


class Identity(StrEnum):
    """How the thing that is mentioned lies to the claim's.

    What is said of a `NARROWED` thing can support a claim that is not as narrow, and can contradict nothing.
    """

    SAME = "same"
    NARROWED = "narrowed"
    OTHER = "other"


def identity(tokens: Tokens, attachment: Attachment, known: frozenset[str]) -> Identity:
    """Tell how what is mentioned lies to the claim's own event.

    Args:
        tokens: The sentence.
        attachment: The value and the mention that it is said of.
        known: Keys of the words of the claim and of its slots.
    """
    mention = attachment.mention
    before = (tokens[at] for at in range(mention.phrase.first, mention.start) if at not in attachment.places)
    strange = [token for token in before if token.key not in known and token.kind is not Kind.ADVERB]
    if any(_is_other(tokens, mention, token) for token in strange):
        return Identity.OTHER
    if mention.proper and any(map(_is_first_name, strange)):
        return Identity.OTHER
    if not attachment.implied and any(map(_makes_a_kind, strange)):
        return Identity.OTHER
    plain = all(token.lower in _DESCRIPTIVE for token in strange) and mention.same_number
    if not plain or not _is_definite(tokens, mention):
        return Identity.NARROWED
    return Identity.NARROWED if _narrowed_behind(tokens, attachment, known) else Identity.SAME


def _is_first_name(token: Token) -> bool:
    """Tell whether a word before a name makes it another one's: "Marco Rossi", and not "President Rossi"."""
    return token.named and not token.country and token.lower not in _DESCRIBING


def _makes_a_kind(token: Token) -> bool:
    """Tell whether a word before a noun makes it another kind of thing: "drug trial", "trade talks"."""
    if token.named or token.forms or token.kind is not Kind.WORD or token.lower in _TIMES:
        return False
    return token.lower not in _DESCRIPTIVE and token.lower not in _ORDINAL


def strangers(tokens: Tokens, start: int, end: int, known: frozenset[str], apart: frozenset[int]) -> bool:
    """Tell whether a stretch holds a name, a number or a time that the claim does not have."""
    return any(
        _points(tokens, at) and tokens[at].key not in known and at not in apart for at in range(start, end)
    )


def _points(tokens: Tokens, at: int) -> bool:
    """Tell whether a word points to one thing: a name, a number, a time."""
    token = tokens[at]
    if token.kind is Kind.NUMBER or token.country:
        return True
    return token.kind is Kind.WORD and ((token.named and at > 0) or token.lower in _TIMES)


def _is_other(tokens: Tokens, mention: Mention, token: Token) -> bool:
    """Tell whether a word before the noun makes it another event."""
    if token.lower in _IDENTIFYING or (token.kind is Kind.NUMBER and token.link is not Link.JOINED):
        return True
    if token.lower in _ORDINAL:
        own = mention.phrase.start < mention.phrase.first and is_possessive(tokens[mention.phrase.start])
        return not (own or _since_follows(tokens, mention.end))
    return False


def _since_follows(tokens: Tokens, end: int) -> bool:
    """Tell whether an ordinal counts through history: "the first talks since 2022", "in three years"."""
    after = tokens[end : end + 3]
    return any(token.lower in {"since", "ever"} for token in after[:1]) or (
        len(after) > 1 and after[0].lower == "in" and after[1].kind is Kind.NUMBER
    )


def _is_definite(tokens: Tokens, mention: Mention) -> bool:
    """Tell whether the one thing that is known is meant; "his talks" may be another one's."""
    first = mention.phrase.first
    if first > mention.phrase.start:
        determiner = tokens[mention.phrase.start]
        return determiner.lower in _DEFINITE and not is_possessive(determiner)
    if any(token.link is Link.POSSESSIVE for token in tokens[first + 1 : mention.end]):
        return True
    return mention.proper or all(_is_name(tokens, at) for at in range(first, mention.end))


def _is_name(tokens: Tokens, at: int) -> bool:
    return tokens[at].country or (tokens[at].named and at > 0)


def _narrowed_behind(tokens: Tokens, attachment: Attachment, known: frozenset[str]) -> bool:
    """Tell whether phrases behind the noun tell it from others: "the talks with Iran", "the row after them".

    Behind an object some prepositions may go with the verb: in "won the final on penalties" only a name,
    a number or a time would narrow the noun.
    """
    at = attachment.mention.end
    subject = at <= attachment.at
    while at < len(tokens) and tokens[at].link is Link.OPEN and tokens[at].kind in _JOINING:
        if tokens[at].lower in _EITHER and not _prices(tokens, at):
            return True
        phrase = phrase_at(tokens, at + 1)
        if phrase is None:
            return False
        inside = frozenset(range(phrase.first, phrase.end)) - attachment.places
        any_word = subject or tokens[at].lower in _NOUN_PREPOSITIONS
        if any((any_word or _points(tokens, place)) and tokens[place].key not in known for place in inside):
            return True
        at = phrase.end
    return False


def _prices(tokens: Tokens, at: int) -> bool:
    """Tell whether an amount follows "for", which then goes with the verb: "bought it for $4 billion"."""
    return tokens[at].lower == "for" and at + 1 < len(tokens) and tokens[at + 1].kind is Kind.NUMBER
