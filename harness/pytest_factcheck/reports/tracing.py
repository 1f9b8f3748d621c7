"""The whole trace of a claim that no assertion holds: how it is read, what each source says of it, and why.

It asks the sources itself. What probing prints of them in a row, this prints in full.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pytest_factcheck.answers import best_first, score
from pytest_factcheck.corpus import Source, SourceText
from pytest_factcheck.examination import Examiner, Hearing, heard_stance
from pytest_factcheck.judges.inference import infer
from pytest_factcheck.language.parts import parts
from pytest_factcheck.misses import nearest
from pytest_factcheck.reports.hearings import heard, judge_of, lines, nowhere, quoted, signed, silence
from pytest_factcheck.retrieval import understood
from pytest_factcheck.verdict import corpus_verdict, sides
from pytest_factcheck.vocabulary import Question, Slot, Stance

NOT_SEARCHABLE = "the claim holds no word by which a source could be searched"


@dataclass(frozen=True, slots=True)
class SourceTrace:
    """What was heard of one source; `text` is None where it is not on this machine."""

    source: Source
    text: SourceText | None
    stance: Stance
    hearings: tuple[Hearing, ...] = ()
    reach: float = 0.0

    @property
    def speaking(self) -> list[Hearing]:
        """Return the hearings that are not silent, contradiction first."""
        return best_first(hearing for hearing in self.hearings if hearing.stance is not Stance.SILENT)

    @property
    def deciding(self) -> list[str]:
        """Return the judges whose word makes the stance of the source, each once."""
        own = sides(self.stance) or (self.stance,)
        held = [hearing for hearing in self.speaking if hearing.stance in own]
        return list(dict.fromkeys(judge_of(hearing) for hearing in held))


def tracing(examiner: Examiner, claim: str, only: Collection[str] = ()) -> str:
    """Return the whole trace of a claim as text.

    Args:
        examiner: The corpus with its judges.
        claim: One checkable sentence.
        only: The ids of the sources that are asked; all if there is none.
    """
    question = Question(claim)
    asked = [source for name, source in examiner.corpus.sources.items() if not only or name in only]
    found = [_traced(examiner, question, source) for source in asked]
    head = [*lines(f"claim: {claim}", ""), *_reading(claim), _verdict(found, " here" if only else "")]
    if not understood(question).asks:
        head.append(NOT_SEARCHABLE)
    elif not only:
        head += nowhere(claim, (one.text for one in found if one.text))
    return "\n\n".join("\n".join(block) for block in (head, *(_source(one, claim) for one in found)))


def _traced(examiner: Examiner, question: Question, source: Source) -> SourceTrace:
    text = examiner.corpus.text(source.id)
    if text is None or not examiner.reads(text):
        # Nobody has read it, so nobody may say that it is silent.
        return SourceTrace(source, text, Stance.UNDECIDED)
    hearings = examiner.examine(question, text)
    return SourceTrace(source, text, heard_stance(hearings), hearings, examiner.reach(question, text))


def _reading(claim: str) -> Iterator[str]:
    """Yield how the claim is read: its statements if it makes several, and the slots that it implies."""
    statements = parts(claim)
    for number, part in enumerate(statements if len(statements) > 1 else (), 1):
        yield from lines(f"statement {number}: “{part.of(claim)}”", "")
    for slot in infer(claim):
        yield from lines(f"inferred slot: {_slot(slot)}", "")


def _slot(slot: Slot) -> str:
    entity = ", ".join(slot.entity)
    values = {"quantity": slot.quantity, "date": slot.date, "entity": entity}
    value = next(f"{kind} {words}" for kind, words in values.items() if words)
    return f"{value}; about {', '.join(slot.about)}; relation {', '.join(slot.relation)}"


def _verdict(found: Sequence[SourceTrace], where: str) -> str:
    counted = Counter(one.stance for one in found)
    shares = ", ".join(f"{counted[stance]} {stance}" for stance in Stance if counted[stance])
    return f"found {corpus_verdict(counted)}{where}: {shares}"


def _source(one: SourceTrace, claim: str) -> Iterator[str]:
    name, text = one.source.id, one.text
    if text is None:
        yield f"{name}: its text is not on this machine"
        return
    if text.foreign:
        yield from lines(f"{name}: {one.stance}, because no judge reads this text, {text.foreign}", "")
        return
    judges = f", by {', '.join(one.deciding)}" if one.deciding else ""
    yield f"{name}: {one.stance} ({signed(score(one.hearings, one.stance, one.reach))}){judges}"
    for hearing in one.speaking:
        place = text.location(hearing.passage.focus.start)
        yield from lines(f"{place}: {hearing.stance}, by {judge_of(hearing)}", "  ")
        yield from quoted(hearing.passage.focus.of(text.text))
        yield from heard(hearing, claim)
    if one.stance is Stance.SILENT:
        yield from silence(text, nearest(one.hearings), claim)
