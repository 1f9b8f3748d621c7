"""Dates in running text: partial dates stay stretches, and what only looks like a date is none."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.language.dates import CalendarInterval, date_spans, parse_date, read_dates
from pytest_factcheck.language.intervals import Relation
from pytest_factcheck.vocabulary import Span

SATURDAY = date(2025, 5, 17)


def only(text: str, published: date | None = None) -> CalendarInterval:
    found = read_dates(text, published=published)
    assert len(found) == 1, found
    return found[0]


def days(text: str, published: date | None = None) -> tuple[str, str]:
    found = only(text, published)
    return str(found.start), str(found.end)


@pytest.mark.parametrize(
    ("text", "start", "end", "grain"),
    [
        ("on 2025-05-16", "2025-05-16", "2025-05-17", "day"),
        ("on 16 May 2025 at 18:22", "2025-05-16", "2025-05-17", "day"),
        ("on May 16, 2025, for", "2025-05-16", "2025-05-17", "day"),
        ("on May 16 , 2025 ,", "2025-05-16", "2025-05-17", "day"),
        ("on Jan. 10, 2025. (AFP", "2025-01-10", "2025-01-11", "day"),
        ("FEBRUARY 24 2022", "2022-02-24", "2022-02-25", "day"),
        ("the 16th of May 2025", "2025-05-16", "2025-05-17", "day"),
        ("Friday, May 16, 2025", "2025-05-16", "2025-05-17", "day"),
        ("Monday morning on August 24, 1992", "1992-08-24", "1992-08-25", "day"),
        ("16-18 May 2025", "2025-05-16", "2025-05-19", "day"),
        ("16/05/2025", "2025-05-16", "2025-05-17", "day"),
        ("05/16/2025", "2025-05-16", "2025-05-17", "day"),
        ("in May 2025", "2025-05-01", "2025-06-01", "month"),
        ("in December 2024", "2024-12-01", "2025-01-01", "month"),
        ("in spring 2022", "2022-03-01", "2022-06-22", "season"),
        ("the summer of 2021", "2021-06-01", "2021-09-24", "season"),
        ("winter 2022", "2021-12-01", "2023-03-22", "season"),
        ("Q2 2019", "2019-04-01", "2019-07-01", "quarter"),
        ("the second quarter of 2019", "2019-04-01", "2019-07-01", "quarter"),
        ("the first half of 2024", "2024-01-01", "2024-07-01", "half"),
        ("in 2022", "2022-01-01", "2023-01-01", "year"),
        ("the 2022 talks", "2022-01-01", "2023-01-01", "year"),
        ("2022 negotiations", "2022-01-01", "2023-01-01", "year"),
        ("in 1492", "1492-01-01", "1493-01-01", "year"),
        ("in late 2022", "2022-08-01", "2023-01-01", "year"),
        ("early 2022", "2022-01-01", "2022-06-03", "year"),
        ("mid-2022", "2022-04-02", "2022-10-02", "year"),
        ("the end of 2022", "2022-09-01", "2023-01-01", "year"),
        ("the 1990s", "1990-01-01", "2000-01-01", "decade"),
        ("the 19th century", "1801-01-01", "1901-01-01", "century"),
        ("2014-16", "2014-01-01", "2017-01-01", "years"),
        ("from 2014 to 2016", "2014-01-01", "2017-01-01", "year"),
        ("between 2014 and 2016", "2014-01-01", "2017-01-01", "year"),
        ("from 12 May 2025 to 3 June 2025", "2025-05-12", "2025-06-04", "day"),
    ],
)
def test_an_absolute_date(text: str, start: str, end: str, grain: str) -> None:
    found = only(text)
    assert (str(found.start), str(found.end), found.grain, found.relative) == (start, end, grain, False)


@pytest.mark.parametrize(
    "text",
    [
        "It may rise, and they march on",
        "Theresa May won",
        "praised by May",
        "The Sunday Times reported",
        "on Black Friday",
        "every Friday",
        "on Fridays",
        "USA Today said so",
        "a second meeting",
        "more than 2000 people",
        "killed 1918 people",
        "2000 soldiers",
        "1500 troops",
        "about 2000 homes",
        "2024 hours",
        "resolution 1701",
        "Room 2020",
        "In May 20 people died",
        "in 1200 villages",
        "$2025 and #2025",
        "9/11 and 24/7",
        "2,022 people",
        "30 February 2025",
        "2025-13-45",
        "05/06/2025",
        "two days after the talks",
        "the last week of the war",
        "the next morning",
        "more than two years ago",
        "In May, 2000 people died",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read_dates(text, published=SATURDAY) == ()


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("the first talks since spring 2022", "since"),
        ("since the early 1990s", "since"),
        ("since at least 2014", "since"),
        ("until 2024", "until"),
        ("before 16 May 2025", "before"),
        ("prior to the 2022 talks", "before"),
        ("by 2030", "before"),
        ("pre-2022", "before"),
        ("after May 2025", "after"),
        ("following the 2022 talks", "after"),
        ("post-2014", "after"),
        ("in 2022", ""),
        ("the 2022 talks", ""),
        ("since the invasion in 2022", ""),
    ],
)
def test_a_word_before_a_date_makes_it_a_limit(text: str, bound: str) -> None:
    assert only(text).bound == bound


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2025-05-16", "2025-05-16", "2025-05-17"),
        ("16 May 2025", "2025-05-16", "2025-05-17"),
        ("May 16, 2025", "2025-05-16", "2025-05-17"),
        (" May 2025 ", "2025-05-01", "2025-06-01"),
        ("2025-05", "2025-05-01", "2025-06-01"),
        ("2003-04", "2003-04-01", "2003-05-01"),  # in running text, two years
        ("2025", "2025-01-01", "2026-01-01"),
        ("early 2022", "2022-01-01", "2022-06-03"),
        ("29 February 2024", "2024-02-29", "2024-03-01"),
    ],
)
def test_a_whole_text_is_one_date(text: str, start: str, end: str) -> None:
    found = parse_date(text)
    assert (str(found.start), str(found.end), found.text) == (start, end, text.strip())


@pytest.mark.parametrize(
    "text",
    [
        "Friday",
        "yesterday",
        "May 16",
        "May",
        "30 February 2025",
        "soon",
        "",
        "in 2025",
        "2025 or so",
        "20255",
        "2025-13",
    ],
)
def test_a_text_that_is_not_one_date_is_refused_in_plain_words(text: str) -> None:
    with pytest.raises(ValueError, match="not a date that stands by itself: write a day"):
        parse_date(text)


@pytest.mark.parametrize(
    ("source", "claim", "expected"),
    [
        ("16 May 2025", "May 2025", Relation.INSIDE),
        ("May 2025", "16 May 2025", Relation.OVERLAPS),
        ("spring 2022", "2022", Relation.INSIDE),
        ("early 2022", "spring 2022", Relation.OVERLAPS),
        ("2022", "May 2025", Relation.DISJOINT),
        ("15 May 2025", "16 May 2025", Relation.DISJOINT),
    ],
)
def test_how_a_source_lies_to_a_claim(source: str, claim: str, expected: Relation) -> None:
    assert parse_date(source).relation(parse_date(claim)) is expected


def test_digits_of_dates_with_unknown_days_are_known_to_be_dates() -> None:
    text = "on May 16 and 05/06/2025"
    assert [span.of(text) for span in date_spans(text)] == ["May 16", "05/06/2025"]


def test_only_the_span_is_read_but_the_words_before_it_count() -> None:
    text = "in 2021 and since 2022 or 2023"
    found = read_dates(text, Span(18, 22))
    assert [(one.text, one.bound) for one in found] == [("2022", "since")]


calendar_days = st.dates(min_value=date(1600, 1, 1), max_value=date(2099, 12, 31))
MONTHS = tuple(calendar.month_name)[1:]


@given(calendar_days)
def test_a_printed_day_is_that_day(day: date) -> None:
    month = MONTHS[day.month - 1]
    for text in (day.isoformat(), f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}"):
        found = parse_date(text)
        assert (found.start, found.end) == (day, day + timedelta(days=1))


@given(calendar_days)
def test_a_day_lies_in_its_month_and_its_year(day: date) -> None:
    found = parse_date(day.isoformat())
    month = parse_date(f"{MONTHS[day.month - 1]} {day.year}")
    assert found.relation(month) is Relation.INSIDE
    assert month.relation(parse_date(str(day.year))) is Relation.INSIDE


WORDS = (
    *(
        "May",
        "16",
        "2025",
        "Friday",
        "last",
        "next",
        "early",
        "the",
        "of",
        "since",
        "spring",
        "1990s",
        "to",
        "and",
    ),
    *("between", "from", ",", "-", "ago", "two", "days", "will", "said", "."),
)
PIECES = st.lists(st.sampled_from(WORDS), max_size=12)


@given(PIECES.map(" ".join) | PIECES.map("".join) | st.text(max_size=40))
def test_dates_stand_in_order_where_their_words_are(text: str) -> None:
    found = read_dates(text, published=SATURDAY)
    assert all(one.span.of(text) == one.text and one.start < one.end for one in found)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))


@pytest.mark.parametrize(
    "piece",
    ["2022-", "May ", "early ", "1", "Friday ", "last Friday ", "the ", " ", "May\n", "in the ", "by the "],
)
def test_hostile_text_is_read(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert all(one.span.end <= len(text) for one in read_dates(text, published=SATURDAY))
