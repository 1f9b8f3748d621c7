"""Attribution: who says the words at a place, with which verb, and how far he vouches for them.

It reads one sentence and what stands around it: reporting verbs, "according to", quotation marks, headlines
such as "Police: …". Where two speakers are possible it takes the nearer one, and where word order does not
tell, nobody. Whether what is said is true, and whether the speaker knows it, it does not know.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pytest_factcheck.language.grammar import Kind, tokens
from pytest_factcheck.language.quotations import quotation_at, quotations
from pytest_factcheck.language.sayings import left_open, sayings
from pytest_factcheck.language.sentences import split
from pytest_factcheck.language.speakers import is_unnamed, speaks_for_sure
from pytest_factcheck.language.speech import Force, Saying
from pytest_factcheck.vocabulary import Span

__all__ = ["Attribution", "Force", "speaker"]

_BACK = 3  # sentences that are gone back through for whom a pronoun stands for
_HEAD = re.compile(r"(?P<speaker>[^\n:]{1,60}+): ")
_CREDIT = re.compile(r"(?::| [-–—]) (?P<speaker>[^\n:–—]{1,60}+)\Z")
_LONGEST_CREDIT = 6  # words
_FIRST_PERSONS = frozenset({"i", "we"})
_PERSONS = frozenset({"he", "she"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says something.

    `speaker` and `verb` count code points of the sentence; there is no speaker where nobody is named or where
    he stands in another sentence. `who` is how a report calls him, empty for nobody; a pronoun that the
    sentences before explain is given as the name.
    """

    who: str
    speaker: Span | None
    verb: Span | None
    force: Force
    unnamed: bool = False


def speaker(sentence: str, place: Span, *, before: str = "", after: str = "") -> Attribution | None:
    """Find who says what stands at `place` of a sentence.

    Args:
        sentence: The sentence.
        place: Code points of it; no part of the report itself, such as the verb, belongs to it.
        before: The text before the sentence in its paragraph.
        after: The text behind the sentence in its paragraph.

    Returns:
        The attribution, or None where the text says it for itself or does not tell who does.
    """
    found = _within(sentence, place) or _headline(sentence, place)
    if found is None or found.who.lower() in _FIRST_PERSONS:
        spoken = _of_quotation(before, sentence, after, place)
        if found is None or spoken is None:
            return spoken or found
        return spoken if found.force is Force.ASSERTED else replace(spoken, force=found.force)
    if found.force is Force.ASSERTED and quotation_at(sentence, place):
        found = replace(found, force=Force.QUOTED)
    return _named(found, before)


def _within(sentence: str, place: Span, quoted: Span | None = None) -> Attribution | None:
    """Return what the sayings of one sentence, outside of what is quoted, tell: the nearest speaker."""
    outer = (saying for saying in sayings(sentence) if not (quoted and quoted.contains(saying.verb)))
    fitting = [saying for saying in outer if _covers(saying, place)]
    fitting = [saying for saying in fitting if not _is_left_open(sentence, saying, place)]
    if not fitting:
        return None
    # Somebody with a name goes before "reportedly", which still takes away from what he says.
    saying = min(fitting, key=lambda one: (one.speaker is None, _distance(one, place)))
    weakened = saying.force is Force.ASSERTED and any(
        other.speaker is None and other.force is Force.CLAIMED for other in fitting
    )
    return _attributed(sentence, saying._replace(force=Force.CLAIMED) if weakened else saying)


def _is_left_open(sentence: str, saying: Saying, place: Span) -> bool:
    """Tell whether "X said" is followed by "he could not say whether" before the place."""
    between = (word for word in left_open(sentence) if saying.verb.end <= word.start)
    return any(word.end <= place.start for word in between)


def _covers(saying: Saying, place: Span) -> bool:
    return any(part is not None and part.contains(place) for part in (saying.before, saying.after))


def _distance(saying: Saying, place: Span) -> tuple[bool, int]:
    leads = saying.after is not None and saying.after.contains(place)
    return not leads, place.start - saying.verb.start if leads else saying.verb.start - place.end


def _attributed(sentence: str, saying: Saying) -> Attribution:
    if saying.speaker is None:
        return Attribution("", None, saying.verb, saying.force, unnamed=True)
    who = " ".join(saying.speaker.of(sentence).split())
    return Attribution(who, saying.speaker, saying.verb, saying.force, is_unnamed(tokens(who)))


# --------------------------------------------------------------------------------------------- headlines


def _headline(sentence: str, place: Span) -> Attribution | None:
    """Return the speaker of a headline: "Police: P", "P: sources", "P - report"."""
    text = sentence.rstrip()
    head, credit = _HEAD.match(text), _CREDIT.search(text)
    quoted = head and text[head.end() :].startswith(tuple("\"“'‘"))
    if head and place.start >= head.end() and _is_head(head["speaker"], quoted=bool(quoted)):
        return _credited(head)
    if credit and place.end <= credit.start() and _is_head(credit["speaker"], quoted=False):
        return _credited(credit)
    return None


def _credited(match: re.Match[str]) -> Attribution:
    who = match["speaker"].strip()
    span = Span(match.start("speaker"), match.start("speaker") + len(who))
    return Attribution(who, span, None, Force.ASSERTED, is_unnamed(tokens(who)))


def _is_head(words: str, *, quoted: bool) -> bool:
    """Tell whether a few words of a headline name a speaker; a bare name may be a place's."""
    given = tokens(words)
    if not given or len(given) > _LONGEST_CREDIT:
        return False
    nominal = all(token.noun_like or token.kind in (Kind.DETERMINER, Kind.PREPOSITION) for token in given)
    verbal = any(token.forms and not token.named for token in given)
    named = quoted and all(token.named for token in given)
    return nominal and not verbal and (speaks_for_sure(given) or named)


# -------------------------------------------------------------------------------------------- quotations


def _of_quotation(before: str, sentence: str, after: str, place: Span) -> Attribution | None:
    """Return the speaker of a quotation that runs over several sentences, or goes on after "X said"."""
    lead = len(before)
    text = before + sentence + after
    quotation = quotation_at(text, place.shifted(lead))
    if quotation is None:
        return None
    parts = split(text)
    starts = [part for part in parts if part.start <= quotation.start < part.end]
    ends = [part for part in parts if part.start <= quotation.end <= part.end]
    sides = [(part, quotation.end) for part in ends] + [(part, quotation.start) for part in starts]
    for part, edge in sides:
        inner = Span(max(part.start, quotation.start), min(part.end, quotation.end)).shifted(-part.start)
        found = _within(part.of(text), Span(edge - part.start, edge - part.start), inner)
        if found:
            return _elsewhere(found, text[: part.start])
    return _going_on(text, starts, quotation)


def _going_on(text: str, starts: list[Span], quotation: Span) -> Attribution | None:
    """Return the speaker of the sentence before, if it quotes somebody and this quotation only goes on."""
    if not starts or text[starts[0].start : quotation.start].strip('"“„« '):
        return None
    earlier = [part for part in split(text) if part.end <= starts[0].start]
    if not earlier:
        return None
    part = earlier[-1].of(text)
    quoted = quotations(part)
    found = _within(part, Span(quoted[-1].end, quoted[-1].end), quoted[-1]) if quoted else None
    return _elsewhere(found, text[: earlier[-1].start]) if found else None


def _elsewhere(found: Attribution, before: str) -> Attribution:
    """Return what another sentence tells, without its places."""
    named = _named(found, before)
    force = Force.QUOTED if found.force is Force.ASSERTED else found.force
    return replace(named, speaker=None, verb=None, force=force)


# ---------------------------------------------------------------------------------------------- pronouns


def _named(found: Attribution, before: str) -> Attribution:
    """Return an attribution with the name for which its pronoun stands, if the sentence before tells one."""
    pronoun = found.who.lower()
    given = tokens(found.who)
    if len(given) != 1 or given[0].kind is not Kind.PRONOUN or not before:
        return found
    for part in reversed(split(before)[-_BACK:]):
        sentence = part.of(before)
        speakers = {_spoken(sentence, saying) for saying in sayings(sentence)} - {""}
        others = {name for name in speakers if name.lower() != pronoun}
        if others or not speakers:
            name = _only(others or (_people(sentence) if pronoun in _PERSONS else set()))
            return replace(found, who=name, unnamed=is_unnamed(tokens(name))) if name else found
    return found


def _spoken(sentence: str, saying: Saying) -> str:
    return saying.speaker.of(sentence) if saying.speaker else ""


def _only(names: set[str]) -> str:
    """Return the one name, or nothing where there are none or several, or it is a pronoun."""
    name = min(names) if len(names) == 1 else ""
    return "" if any(token.kind is Kind.PRONOUN for token in tokens(name)) else name


def _people(sentence: str) -> set[str]:
    """Return every stretch of two or more capitalised words, which may be a person's name."""
    found: set[str] = set()
    given = tokens(sentence)
    at = 0
    while at < len(given):
        end = at
        while end < len(given) and given[end].named and given[end].noun_like and not given[end].country:
            end += 1
        if end - at > 1:
            found.add(sentence[given[at].start : given[end - 1].end])
        at = max(end, at + 1)
    return found
