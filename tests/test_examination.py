"""Examination: which passages are put to the judges, and what is kept of their answers."""

from __future__ import annotations

import pytest

from pytest_factcheck.corpus import Corpus, Source, SourceText, from_files
from pytest_factcheck.examination import Examiner, Hearing, heard_stance
from pytest_factcheck.judges import Judge
from pytest_factcheck.location import Location
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Span, Stance

CLAIM = Question("The talks lasted 100 minutes.")
YES, NO, MAYBE = "The talks lasted 100 minutes.", "The talks lasted two hours.", "The talks lasted a while."
OTHER = "Rain fell on the bridge."
SAID = {YES: Stance.SUPPORTS, NO: Stance.CONTRADICTS, MAYBE: Stance.UNDECIDED}


class Clerk:
    """A judge that looks a sentence up, and keeps what it was asked."""

    def __init__(self, name: str, said: dict[str, Stance]) -> None:
        self.name = name
        self.said = said
        self.asked: list[str] = []

    def __call__(self, _question: Question, passage: Passage) -> Opinion:
        """Return what the table says of the sentence in focus."""
        sentence = passage.focus.of(passage.text)
        self.asked.append(sentence)
        return Opinion(self.name, self.said.get(sentence, Stance.SILENT))


def examiner_of(*judges: Judge, **texts: str) -> Examiner:
    """Return the examiner of a corpus of texts."""
    raw = {f"seeds/{name}.txt": text.encode() for name, text in texts.items()}
    corpus = from_files([f"{name}.txt" for name in texts], "seeds", lambda source: raw[source.path])
    return Examiner(corpus, judges)


def text_of(corpus: Corpus, name: str) -> SourceText:
    """Return a text that is there."""
    text = corpus.text(name)
    assert text is not None
    return text


def test_every_judge_hears_every_candidate_in_the_order_of_the_text() -> None:
    first, second = Clerk("slots", {YES: Stance.SUPPORTS}), Clerk("verbatim", {})
    examiner = examiner_of(first, second, a=f"{NO} {OTHER} {YES}")
    hearings = examiner.examine(CLAIM, text_of(examiner.corpus, "a"))
    assert first.asked == second.asked == [NO, YES]
    assert [hearing.stance for hearing in hearings] == [Stance.SILENT, Stance.SUPPORTS]
    assert [[opinion.judge for opinion in hearing.opinions] for hearing in hearings] == [
        ["slots", "verbatim"],
        ["slots", "verbatim"],
    ]


def test_sentences_that_are_spoken_for_are_left_out() -> None:
    clerk = Clerk("slots", SAID)
    examiner = examiner_of(clerk, a=f"{NO} {YES}")
    text = text_of(examiner.corpus, "a")
    hearings = examiner.examine(CLAIM, text, leave_out=[text.sentences[0]])
    assert [hearing.stance for hearing in hearings] == [Stance.SUPPORTS]
    assert clerk.asked == [YES]


def test_the_decisive_opinion_of_a_hearing_is_the_strongest() -> None:
    examiner = examiner_of(Clerk("slots", {YES: Stance.UNDECIDED}), Clerk("verbatim", SAID), a=YES)
    (hearing,) = examiner.examine(CLAIM, text_of(examiner.corpus, "a"))
    assert hearing.decisive == Opinion("verbatim", Stance.SUPPORTS)


def test_a_hearing_in_which_nobody_speaks_is_silent() -> None:
    hearing = Hearing(Passage("x", (Span(0, 1),), Span(0, 1)), (Opinion("slots", Stance.SILENT),))
    assert hearing.decisive is None
    assert hearing.stance is Stance.SILENT


def test_the_stance_of_a_source_is_that_of_its_hearings() -> None:
    examiner = examiner_of(Clerk("slots", SAID), a=f"{NO} {YES} {MAYBE}", b=MAYBE, c=OTHER)
    stances = [
        heard_stance(examiner.examine(CLAIM, text_of(examiner.corpus, name))) for name in ("a", "b", "c")
    ]
    assert stances == [Stance.MIXED, Stance.UNDECIDED, Stance.SILENT]


def test_nothing_is_examined_without_a_judge() -> None:
    with pytest.raises(ValueError, match="without a judge"):
        examiner_of(a=YES)


def test_no_judge_hears_a_text_in_a_language_that_none_reads() -> None:
    clerk = Clerk("slots", SAID)
    examiner = examiner_of(clerk, a=YES)
    german = SourceText(
        Source("b", "seeds/b.txt", Location("seeds/b.txt"), language="de"),
        YES,
        text_of(examiner.corpus, "a").furniture,
    )
    assert not examiner.reads(german)
    assert examiner.examine(CLAIM, german) == ()
    assert clerk.asked == []


def test_every_english_is_read() -> None:
    examiner = examiner_of(Clerk("slots", SAID), a=YES)
    for language in ("en", "en-GB", "en-US"):
        source = Source("b", "seeds/b.txt", Location("seeds/b.txt"), language=language)
        assert examiner.reads(SourceText(source, YES, text_of(examiner.corpus, "a").furniture))


def test_the_same_question_has_the_same_answer_whatever_was_asked_before() -> None:
    examiner = examiner_of(Clerk("slots", SAID), a=f"{NO} {YES}", b=MAYBE)
    text = text_of(examiner.corpus, "a")
    before = examiner.examine(CLAIM, text)
    examiner.examine(Question("Rain fell on the bridge."), text)
    examiner.examine(CLAIM, text_of(examiner.corpus, "b"))
    assert examiner.examine(CLAIM, text) == before
    assert examiner.index(text) is examiner.index(text)
    assert examiner.quotable(text) is examiner.quotable(text)


def test_equal_sentences_are_heard_as_one_place() -> None:
    text = "It rained.\n\nThe bridge is open.\n\nIt snowed.\n\nThe bridge  is open."
    corpus = from_files(["a.txt"], "seeds", lambda _source: text.encode())

    def yes(_question: Question, _passage: Passage) -> Opinion:
        return Opinion("yes", Stance.SUPPORTS, 1.0)

    source = corpus.text("a")
    assert source is not None
    heard = Examiner(corpus, [yes]).examine(Question("The bridge is open."), source)
    assert [hearing.passage.focus.start for hearing in heard] == [text.index("The bridge is")]


def test_a_foreign_text_whose_language_nobody_wrote_down_is_not_heard() -> None:
    """Its silence would be taken for the silence of a text that was read."""
    examiner = examiner_of(Clerk("slots", {}), a="Мост открыли в марте.", b=YES)
    assert [examiner.reads(text_of(examiner.corpus, name)) for name in ("a", "b")] == [False, True]
