"""Laws that hold for any text: nothing crashes, place changes nothing, scores keep to their side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.judges import JUDGES
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Reason, Slot, Span, Stance

HOLDER = Slot(("delegation", "Ukraine"), ("led by _", "_ led", "head of _"), entity=("Anna Berg",))
HOURS = Slot(("talks", "meeting"), ("lasted", "duration", "long"), quantity="two hours")
DAY = Slot(("talks", "meeting"), ("held on", "met", "took place"), date="2025-05-16")
QUESTIONS = (
    Question("Anna Berg led the delegation.", (HOLDER,)),
    Question("The talks lasted two hours.", (HOURS,), "asserted"),
    Question("The talks were held on 16 May 2025.", (DAY,)),
)
WORDS = st.sampled_from(
    [
        "the",
        "a",
        "talks",
        "meeting",
        "delegation",
        "delegation's",
        "Ukraine",
        "Ukrainian",
        "Anna",
        "Berg",
        "Carl",
        "who",
        "which",
        "that",
        "led",
        "leading",
        "by",
        "to",
        "was",
        "were",
        "been",
        "not",
        "never",
        "if",
        "would",
        "lasted",
        "two",
        "hours",
        "100",
        "minutes",
        "five",
        "held",
        "on",
        "in",
        "May",
        "16",
        "2025",
        "met",
        "and",
        ",",
        ";",
        "—",
        "“",
        "”",
        "'",
        "of",
        "head",
        "minister",
        "former",
        "after",
        "said",
        "denied",
        "Friday's",
        "first",
        "follow-up",
        "?",
        "U.S.",
        "1,000",
        "%",
        "$",
        "(",
        ")",
    ]
)
TEXTS = st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=60)


def hear(question: Question, text: str, start: int = 0) -> list[Opinion]:
    focus = Span(start, len(text))
    return [judge(question, Passage(text, (focus,), focus)) for judge in JUDGES.values()]


def moved(one: Reason, distance: int) -> Reason:
    source = one.source.shifted(distance) if one.source else None
    return Reason(one.code, one.text, one.claim, source)


@given(st.sampled_from(QUESTIONS), TEXTS)
def test_any_text_is_heard_and_every_span_lies_in_its_text(question: Question, text: str) -> None:
    for opinion in hear(question, text):
        for one in opinion.reasons:
            assert one.source is None or one.source.end <= len(text)
            assert one.claim is None or one.claim.end <= len(question.claim)
            assert one.text


@given(st.sampled_from(QUESTIONS), TEXTS)
def test_a_stance_and_its_score_are_on_one_side(question: Question, text: str) -> None:
    for opinion in hear(question, text):
        assert (opinion.score >= 0.5) == (opinion.stance is Stance.SUPPORTS)
        assert (opinion.score <= -0.5) == (opinion.stance is Stance.CONTRADICTS)
        assert opinion.stance is Stance.SILENT or opinion.reasons


@given(st.sampled_from(QUESTIONS), TEXTS)
def test_where_a_sentence_stands_in_its_source_changes_nothing(question: Question, text: str) -> None:
    lead = "Rain fell all day.\n\n"
    for here, there in zip(hear(question, text), hear(question, lead + text, len(lead)), strict=True):
        assert (here.stance, here.score) == (there.stance, there.score)
        assert tuple(moved(one, len(lead)) for one in here.reasons) == there.reasons


@given(st.integers(min_value=1, max_value=500), st.integers(min_value=1, max_value=500))
def test_equal_values_support_and_disjoint_ones_contradict(ours: int, theirs: int) -> None:
    slot = Slot(("talks",), ("lasted",), quantity=f"{ours} minutes")
    question = Question(f"The talks lasted {ours} minutes.", (slot,))
    slots, verbatim, language = hear(question, f"The talks lasted {theirs} minutes.")
    assert slots.stance is (Stance.SUPPORTS if ours == theirs else Stance.CONTRADICTS)
    assert verbatim.stance is (Stance.SUPPORTS if ours == theirs else Stance.UNDECIDED)
    assert language.stance is (Stance.SUPPORTS if ours == theirs else Stance.SILENT)
