"""The failure text: complete in its first line, and never longer than a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck.reports.failure import failure
from pytest_factcheck.reports.tables import columns

if TYPE_CHECKING:
    from reports.conftest import Make

WORDS = st.text(alphabet="ab -\n\x1b日é", max_size=400)
SLUG = st.from_regex(r"[a-z]{1,20}(-[a-z]{1,10}){0,2}", fullmatch=True)
PROBLEMS = st.lists(st.tuples(SLUG, WORDS, WORDS), max_size=12)
SOURCES = st.lists(st.tuples(SLUG, WORDS, st.booleans()), max_size=12)


def test_a_failure_is_the_place_the_claim_the_sources_and_what_to_do(make: Make) -> None:
    failed = make.row(
        outcome="failed",
        verdict="contradicted",
        sources=[
            make.source(
                stance="contradicts", voices=[make.voice(stance="contradicts", quote="lasted two hours")]
            ),
            make.source(id="beta"),
            make.source(id="gamma", stance="undecided", missing=True),
        ],
        problems=[make.problem()],
    )
    assert failure(failed).splitlines() == [
        "assertions/talks.yaml:4:5: talks-lasted: evidence-opposed",
        "claim: The talks lasted 100 minutes.",
        "expected supported, found contradicted",
        "source    stance       by     line    quote",
        "--------  -----------  -----  ------  ----------------",
        "alpha     contradicts  slots  3       lasted two hours",
        "beta      silent",
        "gamma     not here",
        "assertions/talks.yaml:7:9: evidence-opposed: declared as supports, but `slots`",
        "  reads seeds/alpha.txt:3:1 as contradicts",
        "  to do: correct the stance or the quote",
    ]


def test_the_first_line_names_each_kind_of_problem_once(make: Make) -> None:
    problems = [make.problem(slug="quote-drifted"), make.problem(), make.problem(line=8)]
    first, *_ = failure(make.row(outcome="failed", problems=problems)).splitlines()
    assert first == "assertions/talks.yaml:4:5: talks-lasted: quote-drifted, evidence-opposed"


def test_problems_that_do_not_fit_are_counted(make: Make) -> None:
    lines = failure(make.row(outcome="failed", problems=[make.problem()] * 9)).splitlines()
    assert len(lines) == 19
    assert lines[-1] == "… and 4 more: factcheck explain talks-lasted"


def test_only_sources_that_speak_are_shown_where_there_are_many(make: Make) -> None:
    quiet = [make.source(id=f"quiet-{number}") for number in range(9)]
    speaks = make.source(id="speaks", stance="supports", voices=[make.voice()])
    text = failure(make.row(outcome="failed", sources=[*quiet, speaks], problems=[make.problem()]))
    assert "speaks    supports  slots  3       a 100-minute meeting" in text
    assert "… and 9 more sources" in text
    assert "quiet-" not in text


def test_one_long_problem_is_shown_however_many_sources_there_are(make: Make) -> None:
    sources = [
        make.source(id=f"source-{number}", stance="supports", voices=[make.voice()]) for number in range(40)
    ]
    long = make.problem(message="word " * 200, advice="advice " * 200)
    lines = failure(
        make.row(claim="claim " * 60, outcome="failed", sources=sources, problems=[long])
    ).splitlines()
    assert len(lines) == 20
    assert lines[13].startswith("assertions/talks.yaml:7:9: evidence-opposed: word word")
    assert lines[17].startswith("  to do: advice")


def test_a_known_issue_that_is_solved_says_so(make: Make) -> None:
    solved = make.row(outcome="failed", known_issue="The correction is not in the corpus yet.")
    assert failure(solved).splitlines() == [
        "assertions/talks.yaml:4:5: talks-lasted: known issue is solved",
        "claim: The talks lasted 100 minutes.",
        "expected supported, found supported",
        "`known_issue` says: The correction is not in the corpus yet.",
        "The assertion passes now: remove `known_issue`.",
    ]


@given(PROBLEMS, SOURCES, WORDS, WORDS)
def test_a_failure_has_at_most_twenty_lines_of_eighty_columns(
    make: Make,
    problems: list[tuple[str, str, str]],
    sources: list[tuple[str, str, bool]],
    claim: str,
    known_issue: str,
) -> None:
    def voices(quote: str, *, speaks: bool) -> list[Any]:
        return [make.voice(quote=quote)] if speaks else []

    failed = make.row(
        outcome="failed",
        claim=claim,
        known_issue=known_issue,
        problems=[make.problem(slug=slug, message=said, advice=advice) for slug, said, advice in problems],
        sources=[
            make.source(id=f"{name}-{number}", voices=voices(quote, speaks=speaks))
            for number, (name, quote, speaks) in enumerate(sources)
        ],
    )
    text = failure(failed)
    first, *rest = text.split("\n")
    assert len(rest) < 20
    assert max(map(columns, rest)) <= 80
    assert "\x1b" not in text
    for slug, *_ in problems:
        assert slug in first
    assert not problems or any(line.startswith("assertions/talks.yaml:7:9") for line in rest)
