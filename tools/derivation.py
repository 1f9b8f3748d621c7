"""Which of WordNet's derivations leave the meaning alone: a verb's deed and doer, a thing's quality.

WordNet joins "print" with "printer" and "employ" with "employee" as well. Fields of meaning and endings tell
those apart: a machine, a place and somebody to whom it is done are other things than the deed.
"""

from __future__ import annotations

from tools.wordnet_files import Synset

_PERSON = 18
_DEEDS = {4, 7, 9, 10, 11, 12, 21, 22, 26}
"""Noun fields: act, attribute, cognition, communication, event, feeling, possession, process, state."""
_QUALITIES = {7, 12, 26}
_DOERS = ("er", "or", "ar", "ant", "ent")
_DONE_TO = ("ee", "ees")
_MADE_SO = ("ize", "ise", "ify", "ate", "en")
# "Honorary" and "honour", "complimentary" and "compliment": a "y" mostly leads away.
_OTHER_SENSE = ("able", "ible", "less", "some", "y", "ish", "like")
_SHORTEST = 3


def is_form(one: str, first: Synset, other: str, second: Synset) -> bool:
    """Tell whether two words that WordNet derives from one another say the same of a text's facts."""
    pair = {first.identity[0]: (one, first), second.identity[0]: (other, second)}
    if len(pair) == 1 or not _alike(one, other):
        return False
    rule = {"nv": _noun_and_verb, "an": _adjective_and_noun, "ar": _adjective_and_adverb}
    kinds = "".join(sorted(pair))
    return kinds in rule and rule[kinds](pair)


def _alike(one: str, other: str) -> bool:
    """Tell whether two words begin alike, for three letters and for half of the shorter one."""
    length = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return length >= max(_SHORTEST, min(len(one), len(other)) / 2)


def _noun_and_verb(pair: dict[str, tuple[str, Synset]]) -> bool:
    noun, meaning = pair["n"]
    verb, _ = pair["v"]
    if noun.endswith(_DONE_TO):
        return False
    if verb.endswith(_MADE_SO) and len(verb) > len(noun):
        return meaning.field in {4, 10}
    if meaning.field == _PERSON:
        return noun.endswith(_DOERS)
    return meaning.field in _DEEDS


def _adjective_and_noun(pair: dict[str, tuple[str, Synset]]) -> bool:
    noun, meaning = pair["n"]
    adjective, _ = pair["a"]
    loose = adjective.endswith(_OTHER_SENSE) and not noun.endswith("y")
    return meaning.field != _PERSON and not loose


def _adjective_and_adverb(pair: dict[str, tuple[str, Synset]]) -> bool:
    return pair["r"][0].endswith("ly")
