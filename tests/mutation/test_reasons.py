"""Reasons: why nothing noticed a mutant, in the sentences that an editor reads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pytest_factcheck.mutation.mutation import Fate, Place
from pytest_factcheck.mutation.reasons import why
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Reason, Stance

if TYPE_CHECKING:
    from mutation.conftest import Case, Entry, Make

LASTED, HOUR = "The talks lasted 100 minutes.", "The talks lasted 60 minutes."
RAIN = "Rain fell on the bridge."
LONG = "The talks lasted a while."
HEARD = {"100": Stance.SUPPORTS, "60": Stance.CONTRADICTS, "a while": Stance.UNDECIDED}
SAID = (Reason("said", "its words are there"), Reason("more", "and more"))


def content(_question: Question, passage: Passage) -> Opinion:
    """Support whatever is said of talks."""
    spoken = "talks" in passage.focus.of(passage.text)
    return Opinion("content", Stance.SUPPORTS, 1.0, SAID) if spoken else Opinion("content", Stance.SILENT)


def terse(_question: Question, _passage: Passage) -> Opinion:
    """Support everything, and give no reason."""
    return Opinion("terse", Stance.SUPPORTS)


def deaf(_question: Question, _passage: Passage) -> Opinion:
    """Hear nothing."""
    return Opinion("deaf", Stance.SILENT)


def unsure(_question: Question, _passage: Passage) -> Opinion:
    """Decide nothing."""
    return Opinion("unsure", Stance.UNDECIDED)


def quote(source: str, words: str, stance: str = "supports") -> Entry:
    return {"source": source, "quote": words, "stance": stance}


def told(case: Case, place: Place, after: str) -> str:
    trial = case.tried(case.one(place, after))
    assert trial.fate in (Fate.SURVIVED, Fate.BY_TEXT)
    return why(trial)


# A claim, or a sentence, that is another one


def test_a_judge_that_is_content_is_named_with_its_first_reason(make: Make) -> None:
    declared = make.assertion(LASTED, "supported", [quote("a", "100 minutes")])
    case = make.case({"a": LASTED}, declared, judges=[deaf, content])
    reason = "`content` still reads a as supports: its words are there"
    assert told(case, Place.CLAIM, "The talks lasted 200 minutes.") == reason
    by_text = told(case, Place.SENTENCE, "The talks lasted 200 minutes.")
    assert by_text == f"only the text would tell: {reason}"


def test_a_judge_without_a_reason_is_named_without_one(make: Make) -> None:
    declared = make.assertion(LASTED, "supported", [quote("a", "100 minutes")])
    case = make.case({"a": LASTED}, declared, judges=[terse])
    assert told(case, Place.CLAIM, "The talks lasted 200 minutes.") == "`terse` still reads a as supports"


def test_evidence_that_no_judge_hears_is_quoted_with_what_they_say_of_it(make: Make) -> None:
    declared = make.assertion(LASTED, "supported", [quote("a", "100 minutes")])
    case = make.case({"a": LASTED}, declared, judges=[deaf])
    assert told(case, Place.CLAIM, "The talks lasted 200 minutes.") == (
        "no judge confirms a “100 minutes”, and none opposes it (silent)"
    )
    case = make.case({"a": LASTED}, declared, judges=[deaf, unsure])
    assert told(case, Place.SENTENCE, "The talks lasted 200 minutes.") == (
        "only the text would tell: no judge confirms a “200 minutes”, and none opposes it (undecided)"
    )


def test_a_judge_that_is_content_comes_before_evidence_that_none_hears(make: Make) -> None:
    quotes = [quote("a", "100 minutes"), quote("b", "100 minutes")]
    texts = {"a": "The meeting lasted 100 minutes.", "b": LASTED}
    case = make.case(texts, make.assertion(LASTED, "supported", quotes), judges=[content])
    found = told(case, Place.CLAIM, "The talks lasted 200 minutes.")
    assert found == "`content` still reads b as supports: its words are there"


def test_of_a_changed_source_only_its_own_evidence_is_told(make: Make) -> None:
    quotes = [quote("a", "100 minutes"), quote("b", "100 minutes")]
    texts = {"a": LASTED, "b": LASTED}
    case = make.case(texts, make.assertion(LASTED, "supported", quotes), judges=[content])
    second = next(one for one in case.chosen(Place.SENTENCE) if one.source == "b")
    assert why(case.tried(second)) == (
        "only the text would tell: `content` still reads b as supports: its words are there"
    )


def test_what_only_looks_like_evidence_is_not_told(make: Make) -> None:
    ruled = {**quote("a", "Rain fell", "silent"), "attested": make.ruling(LASTED, "Rain fell")}
    declared = make.assertion(LASTED, "supported", [ruled, quote("a", "100 minutes")])
    case = make.case({"a": f"{RAIN} {LASTED}"}, declared, judges=[content])
    trial = case.tried(case.one(Place.CLAIM, "The talks lasted 200 minutes."))
    assert why(trial) == (
        "only the text would tell: `content` still reads a as supports: its words are there"
    )
    silent = tuple(
        replace(one, evidence=tuple(item for item in one.evidence if item.evidence.stance is Stance.SILENT))
        for one in trial.finding.sources
    )
    nothing = replace(trial, finding=replace(trial.finding, sources=silent))
    assert why(nothing) == "only the text would tell: no evidence takes a side"


def test_boilerplate_is_quoted_as_what_no_judge_hears(make: Make) -> None:
    declared = make.assertion(LASTED, "supported", [quote("a", "lasted 100")])
    about = {"a": {"boilerplate": [{"lines": "1"}]}}
    case = make.case({"a": f"{LASTED}\n{RAIN}"}, declared, about=about, judges=[content])
    assert told(case, Place.CLAIM, "The talks lasted 200 minutes.") == (
        "no judge confirms a “lasted 100”, and none opposes it (silent)"
    )


# What is planted, copied, taken away


def test_a_planted_sentence_is_told_on_one_line_and_not_at_length(make: Make) -> None:
    case = make.case({"a": RAIN}, make.assertion(LASTED, "absent"), judges=[deaf])
    assert told(case, Place.PLANTED, LASTED) == f"no judge reads “{LASTED}” as said of the claim"
    claim = "The talks lasted 100 minutes, " + "and then some more minutes, " * 6 + "an aide said."
    case = make.case({"a": RAIN}, make.assertion(claim, "absent"), judges=[deaf])
    assert told(case, Place.PLANTED, claim) == (
        "no judge reads “The talks lasted 100 minutes, and then some more minutes, "
        "and then some more minutes, and…” as said of the claim"
    )


def test_a_copy_is_told_as_what_is_not_read_against_the_claim(make: Make) -> None:
    declared = make.assertion(LASTED, "supported", [quote("a", "100 minutes")])
    case = make.case({"a": LASTED}, declared, judges=[deaf])
    assert told(case, Place.COPY, "The talks lasted 200 minutes.") == (
        "no judge reads “The talks lasted 200 minutes.” as against the claim"
    )


def test_of_a_lost_side_it_is_told_who_still_holds_it_and_where(make: Make) -> None:
    def two_sided(_question: Question, passage: Passage) -> Opinion:
        words = passage.focus.of(passage.text)
        stance = next((side for word, side in HEARD.items() if word in words), Stance.SILENT)
        return Opinion("two-sided", stance, 0, (Reason("said", "so it says"),))

    quotes = [quote("a", "100 minutes"), quote("b", "60 minutes", "contradicts")]
    texts = {"a": LASTED, "b": HOUR, "c": f"Aides say the talks lasted 100 minutes.\n{LONG}\n{HOUR}"}
    case = make.case(texts, make.assertion(LASTED, "disputed", quotes), judges=[two_sided])
    first, _ = case.chosen(Place.SIDE)
    assert why(case.tried(first)) == (
        "only the text would tell: the corpus is still disputed: "
        "seeds/c.txt:1:1 supports: so it says; seeds/c.txt:3:1 contradicts: so it says"
    )
