"""Examination: which passages are put to the judges, and what is kept of their answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pytest_factcheck.corpus import Corpus, Source, SourceText, from_files
from pytest_factcheck.examination import Examiner, Hearing, heard_stance
from pytest_factcheck.judges import Judge
from pytest_factcheck.judges.language import judge as in_other_words
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


# A claim of several statements

BOTH = Question("The court fined the bank, but the mayor opened the bridge.")
FINED, OPENED = "The court fined the bank.", "The mayor opened the bridge."
ASIDE = "Snow closed a school."


def sentences_heard(claim: Question, text: str) -> dict[str, Stance]:
    """Return the stance of each passage of a text that the judge `language` was asked about."""
    examiner = examiner_of(in_other_words, a=text)
    return {
        " | ".join(span.of(text) for span in hearing.passage.judged): hearing.stance
        for hearing in examiner.examine(claim, text_of(examiner.corpus, "a"))
    }


def test_sentences_that_support_one_statement_each_are_heard_together() -> None:
    heard = sentences_heard(BOTH, f"{FINED} {ASIDE} {OPENED}")
    assert heard[f"{FINED} | {OPENED}"] is Stance.SUPPORTS
    assert Stance.SUPPORTS not in {heard[FINED], heard[OPENED]}


def test_what_lies_between_them_is_not_heard_with_them() -> None:
    heard = sentences_heard(BOTH, f"{FINED} {ASIDE} {OPENED}")
    assert not any(ASIDE in words for words in heard)


def test_nothing_is_heard_together_where_one_statement_has_no_support() -> None:
    heard = sentences_heard(BOTH, f"{FINED} {ASIDE} The mayor may open the bridge.")
    assert not any(" | " in words for words in heard)
    assert Stance.SUPPORTS not in heard.values()


def test_one_sentence_that_supports_all_statements_is_heard_by_itself() -> None:
    whole = "The court fined the bank, but the mayor opened the bridge."
    assert sentences_heard(BOTH, f"{whole} {ASIDE}") == {whole: Stance.SUPPORTS}


def test_a_claim_of_one_statement_is_never_heard_together() -> None:
    heard = sentences_heard(Question("The court fined the bank."), f"{FINED} {OPENED} {FINED}")
    assert not any(" | " in words for words in heard)


def test_a_sentence_that_is_spoken_for_supports_no_statement() -> None:
    examiner = examiner_of(in_other_words, a=f"{FINED} {ASIDE} {OPENED}")
    text = text_of(examiner.corpus, "a")
    heard = examiner.examine(BOTH, text, leave_out=[text.sentences[0]])
    assert Stance.SUPPORTS not in {hearing.stance for hearing in heard}


# How much of a claim a text speaks of


@pytest.fixture(scope="module")
def reach() -> Callable[[str, str], float]:
    """Return how much of a claim a text speaks of."""

    def of(claim: str, text: str) -> float:
        examiner = examiner_of(Clerk("slots", {}), a=text)
        return examiner.reach(Question(claim), text_of(examiner.corpus, "a"))

    return of


def test_a_text_that_says_a_claim_speaks_of_all_of_it(reach: Callable[[str, str], float]) -> None:
    assert reach(FINED, f"{OTHER} {FINED}") == pytest.approx(1.0)


def test_a_text_on_something_else_speaks_of_nothing(reach: Callable[[str, str], float]) -> None:
    assert reach(FINED, OTHER) == 0.0


def test_a_text_that_denies_a_claim_speaks_of_it_as_well(reach: Callable[[str, str], float]) -> None:
    assert reach(FINED, "The court did not fine the bank.") == pytest.approx(1.0)


def test_words_that_stand_apart_are_less_than_words_in_one_place(
    reach: Callable[[str, str], float],
) -> None:
    apart = reach(FINED, f"The court sat.\n\n{OTHER}\n\n{OTHER}\n\nA bank was fined.")
    assert 0.0 < apart < reach(FINED, FINED)


@settings(max_examples=50)
@given(
    st.lists(st.sampled_from((FINED, OPENED, OTHER, "The court sat.", "12 banks closed.", "…")), max_size=5)
)
def test_reach_lies_between_nothing_and_all(lines: list[str]) -> None:
    examiner = examiner_of(Clerk("slots", {}), a="\n\n".join(lines))
    text = text_of(examiner.corpus, "a")
    assert all(0.0 <= examiner.reach(claim, text) <= 1.0 for claim in (BOTH, CLAIM, Question("")))
