"""Drafting: from a bare claim to what an assertion on it could say: evidence, expectation, name, slots.

The judges propose, a person disposes: nothing here knows who chooses among the offers, or where the draft is
written.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pytest_factcheck.answers import best_first
from pytest_factcheck.assertions import Assertion
from pytest_factcheck.corpus import SourceText, slugged
from pytest_factcheck.examination import Examiner, Hearing
from pytest_factcheck.judges import slots as slots_judge
from pytest_factcheck.judges.declared import slot_mistake
from pytest_factcheck.judges.inference import infer
from pytest_factcheck.language.dates import parse_date
from pytest_factcheck.language.idf import weight
from pytest_factcheck.language.words import is_function_word, words
from pytest_factcheck.misses import leaning
from pytest_factcheck.misses import nearest as nearest_hearings
from pytest_factcheck.quoting import words_to_quote
from pytest_factcheck.retrieval import HOLDER, content_stems
from pytest_factcheck.thresholds import DRAFTING
from pytest_factcheck.verdict import SIDES, corpus_verdict
from pytest_factcheck.vocabulary import Question, Slot, Stance, Verdict
from pytest_factcheck.yamlfile.layout import Value

MOST = 6  # pieces of evidence on one side; a claim needs one
_LONGEST_NAME = 48  # letters of an id
_WORDS_OF_NAME = 6
_DIGITS = {"month": 7, "year": 4}  # of a date, by what it names


@dataclass(frozen=True, slots=True)
class Offer:
    """A passage that may become evidence: who says what, and the words to quote."""

    text: SourceText
    hearing: Hearing
    stance: Stance
    pieces: tuple[str, ...]

    @property
    def source(self) -> str:
        """Return the id of the source."""
        return self.text.source.id


def offers(examiner: Examiner, question: Question, sources: Iterable[str]) -> list[Offer]:
    """Return the passages that may become evidence, in the order of the sources.

    Of each source it is the best one for each side that it takes. Of one that takes no side it is the best of
    what no judge could decide and, because judges miss other words for the same thing, the silent one that
    comes nearest, if it is near.

    Args:
        examiner: The corpus with its judges.
        question: The claim.
        sources: The ids of the sources that are searched.
    """
    return [offer for name in sources for offer in _of_source(examiner, question, name)]


def _of_source(examiner: Examiner, question: Question, name: str) -> Iterator[Offer]:
    text = examiner.corpus.text(name)
    if text is None:
        return
    hearings = examiner.examine(question, text)
    best: dict[Stance, Hearing] = {}
    for hearing in best_first(one for one in hearings if one.stance is not Stance.SILENT):
        best.setdefault(hearing.stance, hearing)
    sides = [best[side] for side in SIDES if side in best]
    unsure = [best[Stance.UNDECIDED]] if Stance.UNDECIDED in best else []
    for hearing in sides or [*unsure, *_near(hearings)]:
        words_ = words_to_quote(examiner, question.claim, text, hearing)
        yield Offer(text, hearing, hearing.stance, words_)


def _near(hearings: Iterable[Hearing]) -> list[Hearing]:
    """Return the silent hearing that comes nearest to speaking, if it is near enough to be shown."""
    return [one for one in nearest_hearings(hearings, most=1) if abs(leaning(one)) >= DRAFTING.near]


def strongest(offered: Sequence[Offer], most: int = MOST) -> list[Offer]:
    """Return no more offers of a stance than a person wants to read, the strongest, in their order."""
    kept: list[Offer] = []
    for stance in Stance:
        alike = [offer for offer in offered if offer.stance is stance]
        kept += sorted(alike, key=lambda offer: -abs(leaning(offer.hearing)))[:most]
    return [offer for offer in offered if any(offer is one for one in kept)]


def chosen_by_judges(offered: Iterable[Offer]) -> list[Offer]:
    """Return the offers on which a judge has taken a side."""
    return [offer for offer in offered if offer.stance in SIDES]


def expectation(kept: Iterable[Offer]) -> Verdict:
    """Return the verdict to expect of the evidence that was kept."""
    return corpus_verdict(offer.stance for offer in kept)


def name_for(claim: str, taken: Collection[str]) -> str:
    """Return an id made of the words of a claim that no assertion has yet.

    Args:
        claim: The claim.
        taken: The ids of all assertions.
    """
    told = [_plain(word.text) for word in words(claim) if not is_function_word(word.text)]
    parts = [part for part in told if part] or ["claim"]
    name = ""
    for part in parts[:_WORDS_OF_NAME]:
        longer = f"{name}-{part}" if name else part[:_LONGEST_NAME]
        if len(longer) > _LONGEST_NAME:
            break
        name = longer
    return next(each for each in _numbered(name) if each not in taken)


def _plain(word: str) -> str:
    bare = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode("ascii")
    return slugged(bare.replace(",", "").replace(".", "").replace("'", ""))


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1


def nearest(claim: str, among: Iterable[Assertion]) -> Assertion | None:
    """Return the assertion whose claim is most like a claim, or None if none is on the same matter."""
    best, found = DRAFTING.alike, None
    for assertion in among:
        alike = _alike(content_stems(claim), content_stems(assertion.claim))
        if alike > best:
            best, found = alike, assertion
    return found


def _alike(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Return the weight of the words that two claims share, as a share of the lighter one's."""
    shared, *each = (sum(map(weight, sorted(stems))) for stems in (ours & theirs, ours, theirs))
    return shared / (min(each) or 1.0) if len(ours & theirs) > 1 else 0.0


def proposed_slots(claim: str, kept: Sequence[Offer]) -> tuple[Slot, ...]:
    """Return the slots that a claim implies and that decide a passage which was kept, with fewer names each.

    Args:
        claim: The claim.
        kept: The evidence; names that stand neither there nor in the claim are left out of a slot.
    """
    shorter = implied_slots(claim, (" ".join(offer.pieces) for offer in kept))
    return tuple(slot for slot in shorter if any(_decides(claim, slot, offer) for offer in kept))


def implied_slots(claim: str, quoted: Iterable[str]) -> tuple[Slot, ...]:
    """Return the slots that a claim implies, without names that neither it nor the words quoted have."""
    spoken = frozenset(content_stems(claim).union(*map(content_stems, quoted)))
    shorter = (_shortened(slot, spoken) for slot in infer(claim))
    return tuple(slot for slot in shorter if slot and not slot_mistake(claim, slot))


def _shortened(slot: Slot, spoken: frozenset[str]) -> Slot | None:
    about, relation = (
        tuple(alias for alias in aliases if content_stems(alias.replace(HOLDER, " ")) <= spoken)
        for aliases in (slot.about, slot.relation)
    )
    dated = replace(slot, date=_day(slot.date)) if slot.date else slot
    return replace(dated, about=about, relation=relation) if about and relation else None


def _day(words_: str) -> str:
    """Return a day, month or year as a slot has it written: 2025-05-16, 2025-05, 2025; else nothing."""
    try:
        found = parse_date(words_)
    except ValueError:  # it names no year, and no slot can do without
        return ""
    return found.start.isoformat()[: _DIGITS.get(found.grain, 10)]


def _decides(claim: str, slot: Slot, offer: Offer) -> bool:
    opinion = slots_judge.judge(Question(claim, (slot,)), offer.hearing.passage)
    return opinion.stance is offer.stance


def entry(
    claim: str, name: str, expect: Verdict, kept: Iterable[Offer], slots: Iterable[Slot]
) -> dict[str, Value]:
    """Return an assertion as it is written: its keys in the order in which a reader wants them.

    Args:
        claim: The claim.
        name: The id.
        expect: What the corpus is expected to say.
        kept: The evidence.
        slots: What the claim states that has one right value.
    """
    evidence = [_evidence(offer, written=expect is Verdict.DISPUTED) for offer in kept]
    fields = [slot_fields(slot) for slot in slots]
    whole: dict[str, Value] = {"id": name, "claim": " ".join(claim.split()), "expect": str(expect)}
    return {**whole, **({"evidence": evidence} if evidence else {}), **({"slots": fields} if fields else {})}


def _evidence(offer: Offer, *, written: bool) -> Mapping[str, Value]:
    stance = {"stance": str(offer.stance)} if written else {}
    quote: Value = offer.pieces[0] if len(offer.pieces) == 1 else list(offer.pieces)
    return {"source": offer.source, **stance, "quote": quote}


def slot_fields(slot: Slot) -> Mapping[str, Value]:
    """Return a slot as it is written: its keys in the order in which a reader wants them."""
    values: dict[str, Value] = {"quantity": slot.quantity, "date": slot.date, "entity": list(slot.entity)}
    value = {key: words_ for key, words_ in values.items() if words_}
    return {"about": list(slot.about), "relation": list(slot.relation), **value}
