"""The dialogue in which a reviewer keeps, drops or corrects what the judges offer as evidence.

Questions go through a function that is handed in, so that nothing here knows a terminal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from pytest_factcheck.drafting import Offer
from pytest_factcheck.examination import Examiner
from pytest_factcheck.reports.tables import folded, plain
from pytest_factcheck.spans import Outcome, Quote, locate
from pytest_factcheck.verdict import SIDES
from pytest_factcheck.vocabulary import Question, Reason, Span, Stance

MARGIN = "  "
_NEAR = "near, though no judge speaks:"
YES, NO, EDIT = "y", "n", "e"
SIDE_BY_LETTER = {str(side)[0]: side for side in SIDES}


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Where questions and remarks go: `ask` shows a prompt and returns the answer; `width` is in columns."""

    ask: Callable[[str], str]
    tell: Callable[[str], object]
    width: int


def chosen_by_reviewer(
    examiner: Examiner, question: Question, offered: Sequence[Offer], dialogue: Dialogue
) -> list[Offer]:
    """Return what a reviewer keeps of the offers, with quotes as that person wants them.

    Args:
        examiner: The corpus with its judges.
        question: The claim.
        offered: What may become evidence.
        dialogue: Where to ask.
    """
    kept = []
    for number, offer in enumerate(offered, 1):
        for line in ("", *shown(offer, f"{number} of {len(offered)}", dialogue.width)):
            dialogue.tell(line)
        answer = _answer(offer, dialogue)
        if answer == EDIT:
            offer = _edited(examiner, question, offer, dialogue)  # noqa: PLW2901 - the same offer, corrected
        if answer != NO:
            kept += _with_side(offer, dialogue)
    return kept


def shown(offer: Offer, number: str, width: int) -> Iterator[str]:
    """Yield an offer as a reviewer reads it: where, what, who says so and why."""
    decisive = offer.hearing.decisive
    judge = f", by {decisive.judge}" if decisive and offer.stance is not Stance.SILENT else ""
    stance = _NEAR if offer.stance is Stance.SILENT else offer.stance
    place = offer.text.location(offer.hearing.passage.focus.start)
    yield from folded(f"{number}  {offer.source} {stance}{judge}  {place}", width, margin=MARGIN)
    reasons = [reason.text for reason in _reasons(offer)[:1]]
    whole = [f"in: {' '.join(offer.hearing.passage.focus.of(offer.text.text).split())}"]
    for words in (*(f"“{piece}”" for piece in offer.pieces), *reasons, *whole):
        yield from (f"{MARGIN}{part}" for part in folded(words, width - len(MARGIN), most=4))


def _reasons(offer: Offer) -> tuple[Reason, ...]:
    """Return why a passage speaks, or why it is silent all the same."""
    spoken = offer.hearing.decisive or max(offer.hearing.opinions, key=lambda one: abs(one.score))
    return spoken.reasons


def agreed(prompt: str, dialogue: Dialogue) -> bool:
    """Ask a question that is answered yes or no, yes being meant by an empty line."""
    return _letter(f"{prompt} [Y/n] ", (YES, NO), YES, dialogue) == YES


def _answer(offer: Offer, dialogue: Dialogue) -> str:
    usual = YES if offer.stance in SIDES else NO
    letters = "/".join(letter.upper() if letter == usual else letter for letter in (YES, NO, EDIT))
    return _letter(f"keep it as evidence? (e: another quote) [{letters}] ", (YES, NO, EDIT), usual, dialogue)


def _letter(prompt: str, letters: Sequence[str], usual: str, dialogue: Dialogue) -> str:
    while True:
        answer = dialogue.ask(prompt).strip().lower()[:1] or usual
        if answer in letters:
            return answer
        dialogue.tell(f"answer with one of {', '.join(letters)}")


def _edited(examiner: Examiner, question: Question, offer: Offer, dialogue: Dialogue) -> Offer:
    """Return an offer with the quote that a reviewer types; an empty line leaves it as it is."""
    while True:
        words = " ".join(dialogue.ask("quote: ").split())
        if not words:
            return offer
        anchor = locate(Quote(words), examiner.quotable(offer.text))
        if anchor.outcome is Outcome.FOUND and anchor.span:
            return _heard(examiner, question, replace(offer, pieces=(words,)), anchor.span)
        dialogue.tell(_not_there(offer, anchor.outcome))


def _heard(examiner: Examiner, question: Question, offer: Offer, span: Span) -> Offer:
    """Return an offer with what the judges say of the sentences that its quote touches."""
    passages = examiner.index(offer.text).passages_over((span,))
    heard = [examiner.hear(question, passage) for passage in passages]
    if not heard:  # boilerplate, which nobody judges
        return replace(offer, stance=Stance.SILENT)
    hearing = next((one for one in heard if one.stance in SIDES), heard[0])
    return replace(offer, hearing=hearing, stance=hearing.stance)


def _not_there(offer: Offer, outcome: Outcome) -> str:
    if outcome is Outcome.AMBIGUOUS:
        return f"this stands in different sentences of {offer.source}: quote more words"
    return plain(f"{offer.source} does not have these words: copy them from it, or press return")


def _with_side(offer: Offer, dialogue: Dialogue) -> list[Offer]:
    """Return an offer with a side, which a reviewer has to say where the judges do not; or nothing."""
    if offer.stance in SIDES:
        return [offer]
    dialogue.tell("No judge takes a side here: it will rest on your word.")
    letters = (*SIDE_BY_LETTER, NO)
    letter = _letter("s: it supports, c: it contradicts, n: drop it [s/c/n] ", letters, "", dialogue)
    return [replace(offer, stance=SIDE_BY_LETTER[letter])] if letter != NO else []
