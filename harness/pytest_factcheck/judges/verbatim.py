"""The judge `verbatim`: support a claim that a sentence says in the claim's own words.

All content words of the claim must stand in one sentence in focus, in their order and close together, with
nothing around or between them that changes what they say. The neighbours may supply nothing but the rest of
a name. It never contradicts: equal words with one difference mean anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from pytest_factcheck.judges.alignment import Item, align, answers, items, lacking
from pytest_factcheck.judges.clashes import clashes
from pytest_factcheck.judges.matching import Clash, Match
from pytest_factcheck.judges.mentions import find
from pytest_factcheck.judges.namesakes import is_namesake
from pytest_factcheck.judges.reading import Reading, read
from pytest_factcheck.judges.reasons import reason
from pytest_factcheck.judges.reporting import is_reported
from pytest_factcheck.judges.tables import words_of
from pytest_factcheck.language.cues import CueKind
from pytest_factcheck.thresholds import VERBATIM
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Span, Stance

NAME = "verbatim"
_POINTING = words_of("verbatim", "pointing_back")
_TRUE = words_of("verbatim", "true")
_DENIED = frozenset({CueKind.DENIAL})
_NEGATED = frozenset({CueKind.NEGATION})
_HALF = 0.49  # the most, on either side, that an opinion without a stance can score
_RANK = {Stance.SUPPORTS: 2, Stance.UNDECIDED: 1, Stance.SILENT: 0}


def judge(question: Question, passage: Passage) -> Opinion:
    """Say whether a passage says a claim in the claim's own words.

    Args:
        question: The claim; its slots are not looked at.
        passage: Each sentence in focus is read by itself.
    """
    opinions = [_read_sentence(question, passage, sentence) for sentence in passage.judged]
    return max(opinions, key=_strength, default=Opinion(NAME, Stance.SILENT))


def _strength(opinion: Opinion) -> tuple[int, float]:
    return _RANK[opinion.stance], opinion.score


def _read_sentence(question: Question, passage: Passage, sentence: Span) -> Opinion:
    claim, source = read(question.claim), read(sentence.of(passage.text))
    plain = _plain_words(question.claim)
    absent = [text for key, text in plain if key not in source.marks]
    if plain and 1 - len(absent) / len(plain) < VERBATIM.coverage:
        return _silent(", ".join(absent), 1 - len(absent) / len(plain))
    if source.too_long or claim.too_long:
        return Opinion(NAME, Stance.UNDECIDED, 0.0, (reason("too-long", None, sentence),))
    # A claim that says "May 12" or "Friday" has no day of publication: the very words may answer for it too.
    readings = dict.fromkeys((items(source.text, passage.published), items(source.text, None)))
    return max((_compared(question, passage, sentence, theirs) for theirs in readings), key=_strength)


def _compared(question: Question, passage: Passage, sentence: Span, theirs: tuple[Item, ...]) -> Opinion:
    """Return the opinion on one reading of a sentence that holds most of the claim's words."""
    claim, source = read(question.claim), read(sentence.of(passage.text))
    ours = items(claim.text, None)
    if len(ours) < VERBATIM.shortest_claim:
        return _word_for_word(claim, source, sentence, covered=not lacking(ours, theirs))
    kept = _without_supplied(ours, theirs, claim, source, passage)
    missing = lacking(kept, theirs)
    if missing:
        return _incomplete(claim, missing, theirs, 1 - len(missing) / len(ours))
    places = align(kept, theirs)
    if places is None:
        return Opinion(NAME, Stance.UNDECIDED, 0.0, (reason("order-differs", None, sentence),))
    match = Match(claim, kept, source, tuple(theirs[at] for at in places))
    return _complete(question, passage, sentence, match)


@lru_cache(maxsize=1 << 14)
def _plain_words(claim: str) -> tuple[tuple[str, str], ...]:
    """Return key and text of the claim's content words that are no names, amounts or days."""
    tokens = read(claim).tokens
    plain = (item for item in items(claim, None) if not item.exact)
    return tuple((tokens[item.start].key, tokens[item.start].text) for item in plain)


def _silent(words: str, share: float) -> Opinion:
    reasons = (reason("not-covered", words=words),) if words else ()
    return Opinion(NAME, Stance.SILENT, _HALF * share, reasons)


def _word_for_word(claim: Reading, source: Reading, sentence: Span, *, covered: bool) -> Opinion:
    """Return the opinion on a claim too short for anything but equality; all its words still are a cue."""
    if [token.stem for token in claim.tokens] == [token.stem for token in source.tokens] and not source.asks:
        return Opinion(NAME, Stance.SUPPORTS, 1.0, (reason("near-verbatim", None, sentence, share="all"),))
    stance = Stance.UNDECIDED if covered else Stance.SILENT
    return Opinion(NAME, stance, 0.0, (reason("claim-too-short", None, sentence if covered else None),))


def _without_supplied(
    ours: Sequence[Item], theirs: Sequence[Item], claim: Reading, source: Reading, passage: Passage
) -> tuple[Item, ...]:
    """Return the claim's items without the first names that a neighbour gives to a name found here."""
    tokens = claim.tokens
    around = [read(sentence.of(passage.text)).tokens for sentence in passage.sentences]
    kept: list[Item] = []
    for item, following in zip(ours, (*ours[1:], None), strict=True):
        joined = following is not None and item.named and following.named and following.start == item.end
        here = any(answers(one, item) for one in theirs)
        if not here and joined and following is not None:
            whole = tokens[item.start : following.end]
            last = (one.start for one in theirs if answers(one, following))
            same = any(not is_namesake(tokens, following.start, source.tokens, at) for at in last)
            if same and any(find(one, whole) for one in around):
                continue
        kept.append(item)
    return tuple(kept)


def _incomplete(claim: Reading, missing: Sequence[Item], theirs: Sequence[Item], share: float) -> Opinion:
    """Return the opinion where words are missing: undecided if another number or name stands in."""
    words = ", ".join(_text(claim, item) for item in missing)
    if not all(item.exact for item in missing):
        return _silent(words, share)
    amounts = any(item.quantity or item.day for item in missing)
    rivals = [one for one in theirs if (one.quantity or one.day if amounts else one.named)]
    if not rivals:
        return _silent(words, share)
    code = "number-clash" if amounts else "name-clash"
    return Opinion(
        NAME, Stance.UNDECIDED, -_HALF * share, (reason(code, _span(claim, missing), words=words),)
    )


def _complete(question: Question, passage: Passage, sentence: Span, match: Match) -> Opinion:
    """Return the opinion where every word of the claim stands in the sentence in order."""
    tokens = match.source.tokens
    local = Span(tokens[match.start].start, tokens[match.end - 1].end)
    found = clashes(match)
    wide = (match.end - match.start) > VERBATIM.spread * len(match.claim.tokens)
    if wide and not found:
        found = (Clash("words-scattered", "…"),)
    ours, place = Span(0, len(match.claim.text)), local.shifted(sentence.start)
    taken_back = _taken_back(passage, sentence)
    if taken_back and not found:
        found = (Clash("negation-clash", taken_back),)
    if found:
        reasons = tuple(dict.fromkeys(reason(one.code, ours, place, cue=one.cue) for one in found))
        return Opinion(NAME, Stance.UNDECIDED, _direction(found), reasons)
    own = frozenset(at for item in match.theirs for at in range(item.start, item.end))
    reported = is_reported(passage, sentence, match.source, local, own)
    if reported and question.asserted:
        return Opinion(NAME, Stance.UNDECIDED, _HALF, (reason("attribution-clash", ours, place),))
    code = "near-verbatim-attributed" if reported else "near-verbatim"
    return Opinion(NAME, Stance.SUPPORTS, 1.0, (reason(code, ours, place, share="all"),))


def _taken_back(passage: Passage, sentence: Span) -> str:
    """Return how the next sentence takes this one back, as "That is untrue" does; else nothing."""
    behind = next((one for one in passage.sentences if one.start >= sentence.end), None)
    following = read(behind.of(passage.text)) if behind else None
    if following is None or not following.tokens or following.tokens[0].lower not in _POINTING:
        return ""
    denied = following.cues_between(0, len(following.tokens), _DENIED)
    negated = following.cues_between(0, len(following.tokens), _NEGATED)
    untrue = negated and any(token.lower in _TRUE for token in following.tokens)
    return following.text.strip() if denied or untrue else ""


def _direction(found: Sequence[Clash]) -> float:
    """Return a score that leans to where the first clash points: a denial leans to the other side."""
    return -_HALF if any(one.code == "negation-clash" for one in found) else 0.0


def _text(reading: Reading, item: Item) -> str:
    return reading.text[reading.tokens[item.start].start : reading.tokens[item.end - 1].end]


def _span(reading: Reading, missing: Sequence[Item]) -> Span:
    return Span(reading.tokens[missing[0].start].start, reading.tokens[missing[-1].end - 1].end)
