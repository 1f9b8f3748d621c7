"""Words that are only like a quote are shown with what changed, and never found."""

from __future__ import annotations

import pytest

from pytest_factcheck.spans import Anchor, Change, IndexedText, Outcome, Quote, Rung, locate

TEXT = (
    "The talks in Istanbul lasted 100 minutes. Umerov led the delegation of Ukraine.\n"
    "They agreed to exchange a thousand prisoners of war from each side. Rain fell in Kyiv.\n"
    "“We’ll meet again,” Medinsky said after the first talks between both sides since 2022.\n"
)


def find(exact: str, text: str = TEXT, *, prefix: str = "", suffix: str = "") -> Anchor:
    return locate(Quote(exact, prefix, suffix), IndexedText(text))


def words_of(anchor: Anchor, text: str = TEXT) -> str | None:
    return anchor.span.of(text) if anchor.span else None


LONG = "They agreed to exchange a thousand prisoners of war from each side"


def test_not_put_into_a_quote_is_drift_by_a_negation() -> None:
    anchor = find(LONG.replace("agreed", "never agreed"))

    assert (anchor.outcome, anchor.rung) == (Outcome.DRIFTED, Rung.FUZZY)
    assert words_of(anchor) == LONG
    assert anchor.changes == (Change("negation", "never", ""),)
    assert anchor.similarity == pytest.approx(1 - 6 / 72)


def test_a_changed_number_is_drift_by_a_number() -> None:
    anchor = find(LONG.replace("thousand", "hundred"))

    assert (anchor.outcome, anchor.changes) == (
        Outcome.DRIFTED,
        (Change("number", "hundred", "thousand"),),
    )


def test_another_case_is_drift() -> None:
    anchor = find(LONG.lower())

    assert (anchor.outcome, anchor.changes) == (Outcome.DRIFTED, (Change("words", "they", "They"),))


def test_drift_is_shown_in_whole_words() -> None:
    assert words_of(find(LONG[2:-2])) == LONG


def test_a_short_quote_that_is_nearly_there_is_missing_and_shown() -> None:
    anchor = find("lasted 90 minutes")

    assert (anchor.outcome, anchor.span, anchor.rung) == (Outcome.MISSING, None, None)
    assert anchor.nearest is not None
    assert anchor.nearest.of(TEXT) == "lasted 100 minutes"
    assert anchor.changes == (Change("number", "90", "100"),)


def test_a_quote_of_middle_length_drifts_only_where_its_context_fits() -> None:
    exact = "Umerov led a delegation of Ukraine"

    assert find(exact).outcome is Outcome.MISSING
    assert find(exact, prefix="lasted 100 minutes. ").outcome is Outcome.DRIFTED


def test_a_quote_like_two_sentences_has_drifted_from_neither() -> None:
    text = (
        "They agreed to exchange a thousand prisoners of war from every side. Rain fell. "
        "They agreed to exchange a thousand prisoners of war from either side."
    )

    assert find(LONG + ".", text).outcome is Outcome.MISSING
    assert find(LONG + ".", text).nearest is not None


def test_context_is_heard_before_the_smaller_number_of_edits() -> None:
    near = "They agreed to exchange a thousand prisoners of war from every side"
    far = "They agreed to exchange at once a thousand prisoners of war on each side"
    text = f"In May it rained. {near}. In June the sun shone. {far}. Then they left."
    anchor = find(LONG, text, prefix="In June the sun shone. ", suffix=". Then they left.")

    assert words_of(anchor, text) == far


def test_what_is_nowhere_has_no_nearest_place() -> None:
    assert find("grain exports through the Black Sea were discussed") == Anchor(Outcome.MISSING)


def test_edit_distance_can_be_left_out() -> None:
    assert locate(Quote(LONG.lower()), IndexedText(TEXT), fuzzy=False) == Anchor(Outcome.MISSING)
