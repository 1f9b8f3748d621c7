"""Repairs: which quotes drifted, what would be written, and where it is not certain what was quoted."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pytest_factcheck import assertions
from pytest_factcheck.corpus import Corpus, Source
from pytest_factcheck.errors import InvalidInput
from pytest_factcheck.examination import Examiner
from pytest_factcheck.location import Location
from pytest_factcheck.repairs import Repair, Survey, readable, repaired, survey
from pytest_factcheck.spans import Change
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Stance

LONG = "They agreed to exchange a thousand prisoners of war from each side"
TEXT = f"The talks in Istanbul were short. {LONG}. Rain fell in Kyiv all day."


def silent(_question: Question, _passage: Passage) -> Opinion:
    """Say nothing: no judge has a part in repairs."""
    return Opinion("mute", Stance.SILENT)


def file_of(*items: dict[str, Any]) -> str:
    """Return a file of one assertion with this evidence, all of it in the source `a`."""
    evidence = [{"source": "a", **item} for item in items]
    entry = {"id": "agreed", "claim": "They agreed.", "expect": "supported", "evidence": evidence}
    return json.dumps({"assertions": [entry]}, ensure_ascii=False)


def surveyed(text: str, *items: dict[str, Any], raw: bytes | None = b"") -> Survey:
    source = Source("a", "seeds/a.txt", location=Location("seeds/corpus.yaml"), missing_ok=True)
    corpus = Corpus("seeds", [source], lambda _: text.encode() if raw == b"" else raw)
    file = assertions.read(file_of(*items), "assertions/t.yaml")
    assert file.problems == ()
    return survey(Examiner(corpus, [silent]), file)


def repair_of(text: str, quote: object, **given: object) -> Repair:
    """Return the one repair of one quote."""
    found = surveyed(text, {"quote": quote, **given})
    (repair,) = found.repairs
    return repair


def written(text: str, *items: dict[str, Any]) -> list[Any]:
    """Return the evidence as the repaired file has it."""
    found = surveyed(text, *items)
    after = repaired(file_of(*items), "t.yaml", found.repairs)
    return [
        {key: value for key, value in item.items() if key != "source"}
        for item in json.loads(after)["assertions"][0]["evidence"]
    ]


# What drifted


def test_a_quote_that_stands_in_its_source_needs_no_repair() -> None:
    assert surveyed(TEXT, {"quote": LONG}) == Survey(1, (), (), ())


def test_a_quote_that_drifted_gets_the_words_of_its_source() -> None:
    repair = repair_of(TEXT, LONG.replace("exchange", "swap"))
    assert (repair.old, repair.new) == (LONG.replace("exchange", "swap"), LONG)
    assert repair.changes == (Change("words", "swap", "exchange"),)
    assert (str(repair.place), repair.doubt, repair.critical) == ("seeds/a.txt:1:35", "", ())
    assert written(TEXT, {"quote": LONG.replace("exchange", "swap")}) == [{"quote": LONG}]


def test_differences_in_typography_are_no_drift() -> None:
    assert surveyed(TEXT.replace(" war", "\u00a0\nwar"), {"quote": LONG}).repairs == ()


@pytest.mark.parametrize(
    ("ours", "theirs", "kind"),
    [
        ("a thousand", "a hundred", "number"),
        ("agreed", "never agreed", "negation"),
        ("agreed to", "agreed on Friday to", "date"),
        ("They agreed", "They may have agreed", "modal"),
        ("each side", "some side", "quantifier"),
        ("prisoners", "Russian prisoners", "name"),
    ],
)
def test_a_change_of_meaning_is_critical_and_made_where_it_is_accepted(
    ours: str, theirs: str, kind: str
) -> None:
    repair = repair_of(TEXT.replace(ours, theirs), LONG)
    assert kind in repair.critical
    assert repair.doubt == ""
    assert not repair.accepted([])
    assert not repair.accepted(["other"])
    assert repair.accepted(["agreed"])


def test_a_change_of_other_words_needs_nobody_to_accept_it() -> None:
    assert repair_of(TEXT.replace("exchange", "swap"), LONG).accepted([])


def test_each_piece_of_a_quote_is_repaired_by_itself() -> None:
    second = "Rain fell in Kyiv all day. And then it stopped raining at long last"
    text = TEXT.replace("all day.", "all day. And then it stopped raining at last.")
    pieces = [LONG.replace("exchange", "swap"), "The talks in Istanbul were short", second]
    (item,) = written(text, {"quote": pieces})
    assert item["quote"] == [
        LONG,
        "The talks in Istanbul were short",
        "Rain fell in Kyiv all day. And then it stopped raining at last",
    ]


def test_a_list_of_one_piece_stays_a_list() -> None:
    assert written(TEXT, {"quote": [LONG.replace("exchange", "swap")]}) == [{"quote": [LONG]}]


def test_equal_quotes_are_repaired_each_in_its_place() -> None:
    quote = {"quote": LONG.replace("exchange", "swap")}
    assert written(TEXT, quote, {**quote, "stance": "supports"}) == [
        {"quote": LONG},
        {"quote": LONG, "stance": "supports"},
    ]


def test_what_stands_nowhere_or_in_two_sentences_is_a_problem_and_no_repair() -> None:
    text = f"{TEXT} Rain fell in Lviv."
    found = surveyed(text, {"quote": "Grain was shipped to Odesa"}, {"quote": "Rain fell"})
    assert found.repairs == ()
    assert [problem.slug for problem in found.problems] == ["quote-not-found", "quote-ambiguous"]


def test_a_text_that_is_not_here_is_told() -> None:
    found = surveyed("", {"quote": LONG}, {"quote": "Rain"}, raw=None)
    assert found == Survey(0, (), (), ("a",))


def test_what_is_left_is_what_was_not_accepted_or_not_written() -> None:
    found = surveyed(
        f"{TEXT} The mayor of the old town promised to open twenty new schools within the year.",
        {"quote": LONG.replace("exchange", "swap")},
        {"quote": "The mayor of the old town promised to open thirty new schools within the year"},
    )
    words, number = found.repairs
    assert found.left([], written=False) == (words, number)
    assert found.left([], written=True) == (number,)
    assert found.left(["agreed"], written=True) == ()


# Where two places fit

ONE, TWO = "The ship sank off the coast with 12 men aboard", "The ship sank off the coast with 14 men aboard"
SHIPS = f"He told us: {ONE}. Nobody was hurt. He told us: {TWO}. It rained."


def test_two_places_that_fit_equally_are_not_chosen_between() -> None:
    """Both are as similar, and the context fits both; the first one must not win by standing first."""
    quote = {"quote": "The ship sank off the coast with 13 men aboard", "prefix": "He told us:"}
    found = surveyed(SHIPS, quote)
    assert found.repairs == ()
    assert [problem.slug for problem in found.problems] == ["quote-not-found"]


def test_a_context_that_fits_one_of_two_places_chooses_it() -> None:
    quote = "The ship sank off the coast with 13 men aboard"
    repair = repair_of(SHIPS, quote, prefix="He told us:", suffix=". It rained.")
    assert (repair.new, repair.doubt) == (TWO, "")


def test_a_place_that_is_hardly_less_similar_fits_too() -> None:
    text = (
        "Then he said: The delegations could perhaps meet again in Istanbul within two weeks to go on. "
        "Then he said: The delegations could perhaps meet again in Istanbul within six weeks to go on."
    )
    quote = "The delegations can meet again in Istanbul within two weeks to go on"
    assert surveyed(text, {"quote": quote, "prefix": "Then he said:"}).repairs == ()
    alone = text.partition(". ")[0]
    assert repair_of(alone, quote, prefix="Then he said:").critical == ("modal",)


def test_equal_sentences_are_one_place() -> None:
    repair = repair_of(f"{TEXT}\n\n{LONG}.", LONG.replace("exchange", "swap"))
    assert (repair.new, repair.doubt) == (LONG, "")


def test_letters_that_stand_in_two_sentences_with_other_numbers_are_in_doubt() -> None:
    text = "Output rose by 15 percent in May. Output rose by 1 5 percent in May, they say."
    repair = repair_of(text, "Output rose by 1.5 percent in May")
    assert repair.doubt == "2 places fit: seeds/a.txt:1:1, seeds/a.txt:1:35"
    assert not repair.accepted(["agreed"])


def test_words_that_would_stand_in_two_sentences_are_in_doubt() -> None:
    text = "It was said that Output rose by 15 percent. Later, Output rose by 15 percent, too."
    assert "2 places fit" in repair_of(text, "Output rose by 1.5 percent").doubt


# Edges


@pytest.mark.parametrize(
    ("ours", "theirs", "kind"),
    [
        ("They agreed", "They never agreed", "negation"),
        ("They agreed", "They may have agreed", "modal"),
        ("each side", "each of 12 sides", "number"),
        ("from each side", "from each Russian side", "name"),
    ],
)
def test_a_word_put_in_beside_the_edge_of_a_quote_is_not_cut_off(ours: str, theirs: str, kind: str) -> None:
    repair = repair_of(TEXT.replace(ours, theirs), LONG)
    assert repair.new.startswith("They ")
    assert kind in repair.critical or repair.doubt


def test_a_quote_whose_first_word_is_gone_is_in_doubt_unless_a_sentence_begins_there() -> None:
    gone = "its first or last word is gone, so that it is not certain where it begins and ends"
    text = TEXT.replace("They agreed", "After noon both sides have agreed")
    assert repair_of(text, LONG).doubt == gone
    assert repair_of(TEXT.replace("They", "Both"), LONG).doubt == ""
    assert repair_of(TEXT.replace("each side.", "each city."), LONG).doubt == ""


# Context and pins


def test_context_that_no_longer_fits_is_corrected_by_a_person() -> None:
    repair = repair_of(TEXT, LONG.replace("exchange", "swap"), prefix="Snow lay on the mountains.")
    assert repair.doubt == "the words around it have changed, too: correct `prefix` and `suffix` first"


def test_context_that_still_fits_stays_as_it_is() -> None:
    quote = {"quote": LONG.replace("exchange", "swap"), "prefix": "in Istanbul was short."}
    assert written(TEXT, quote) == [{**quote, "quote": LONG}]


def test_a_pin_is_brought_up_to_date_with_its_quote() -> None:
    quote = {"quote": LONG.replace("exchange", "swap"), "span": [0, 62]}
    assert written(TEXT, quote) == [{"quote": LONG, "span": [34, 34 + len(LONG)]}]


def test_a_pin_whose_quote_has_moved_is_a_repair_of_its_own_kind() -> None:
    repair = repair_of(TEXT, LONG, span=[30, 30 + len(LONG)])
    assert (repair.drifted, repair.critical, repair.doubt) == (False, (), "")
    assert (repair.old, repair.new) == ("span 30-96", "span 34-100")
    assert written(TEXT, {"quote": LONG, "span": [30, 96]}) == [{"quote": LONG, "span": [34, 100]}]


def test_a_pin_is_not_moved_to_one_of_two_equal_sentences() -> None:
    text = f"{TEXT}\n\n{LONG}."
    assert repair_of(text, LONG, span=[30, 96]).doubt == "2 places fit: seeds/a.txt:1:35, seeds/a.txt:3:1"
    drifted = repair_of(text, LONG.replace("exchange", "swap"), span=[30, 96])
    assert drifted.doubt == "2 places fit: seeds/a.txt:1:35, seeds/a.txt:3:1"


def test_a_pin_is_not_moved_away_from_words_that_may_have_drifted() -> None:
    text = f"{LONG.replace('exchange', 'swap')}. Rain fell.\n\n{LONG}."
    assert repair_of(text, LONG, span=[0, 66]).doubt == "2 places fit: seeds/a.txt:3:1, seeds/a.txt:1:1"


def test_words_that_have_little_in_common_with_the_pinned_ones_hinder_no_pin() -> None:
    text = f"They refused to release a hundred prisoners of war from each side. Rain fell.\n\n{LONG}."
    assert repair_of(text, LONG, span=[0, 66]).doubt == ""
    assert written(text, {"quote": LONG, "span": [0, 66]}) == [{"quote": LONG, "span": [79, 145]}]


# The words


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("two\n  lines\u00a0here", "two lines here"),
        ("co\u00adoperate\u200b", "cooperate"),
        ("left\u202eto right\x1b[31m", "leftto right[31m"),
        ("“typography” — stays…", "“typography” — stays…"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_words_are_quoted_on_one_line_and_nothing_invisible_in_them(words: str, shown: str) -> None:
    assert readable(words) == shown


def test_words_with_the_typography_of_the_source_are_found_again() -> None:
    text = TEXT.replace(
        LONG, "“They agreed to exchange\na\u00a0thousand pris\u00adoners of war” — each side’s"
    )
    repair = repair_of(text, "“They agreed to swap a thousand prisoners of war” — each side’s")
    assert repair.new == "“They agreed to exchange a thousand prisoners of war” — each side’s"
    assert repair.doubt == ""


def test_a_quote_on_several_lines_keeps_its_lines() -> None:
    lines = "They agreed to swap\na thousand prisoners of war\nfrom each side\n"
    (item,) = written(TEXT, {"quote": lines})
    assert item["quote"] == "They agreed to exchange\na thousand prisoners of war\nfrom each side\n"


def test_a_file_that_cannot_be_edited_is_refused() -> None:
    found = surveyed(TEXT, {"quote": LONG.replace("exchange", "swap")})
    with pytest.raises(InvalidInput, match="bad-layout"):
        repaired('{"assertions": []}', "t.yaml", found.repairs)
