"""What a reader sees of an assertion that fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Laid = Callable[[str], Path]
Audit = Callable[..., pytest.RunResult]

NAMES = ("cost-12-million", "no-collapse", "children-first", "length-solved")


def shown(result: pytest.RunResult, name: str) -> list[str]:
    """Return the lines between the headline of a failure and the next."""
    lines = result.outlines
    start = next(at for at, line in enumerate(lines) if line.startswith("___") and f" {name} " in line)
    rest = lines[start + 1 :]
    end = next(at for at, line in enumerate(rest) if line.startswith(("___", "===")))
    return rest[:end]


@pytest.mark.parametrize("way", [(), ("-n2",)])
def test_a_failure_takes_twenty_lines_of_eighty_columns_and_no_traceback(
    laid: Laid, audit: Audit, way: tuple[str, ...]
) -> None:
    laid("bridge")
    result = audit(*way)
    for name in NAMES:
        lines = [line for line in shown(result, name) if not line.startswith("[gw")]
        assert 4 <= len(lines) <= 20
        assert max(map(len, lines)) <= 80
    assert "Traceback" not in result.stdout.str()
    assert ".py:" not in result.stdout.str().partition("FAILURES")[2]


def test_the_first_line_of_a_failure_says_where_and_what(laid: Laid, audit: Audit) -> None:
    """It is what pytest repeats in its own summary."""
    laid("bridge")
    result = audit("-rf")
    assert shown(result, "no-collapse")[0] == "assertions/bridge.yaml:19:5: no-collapse: not-absent"
    result.stdout.fnmatch_lines(
        ["FAILED assertions/bridge.yaml::no-collapse - assertions/bridge.yaml:19:5:*"]
    )


def test_a_failure_is_shown_once_on_ci_too(laid: Laid, audit: Audit, monkeypatch: pytest.MonkeyPatch) -> None:
    """There pytest repeats the whole message of a failure in its summary."""
    laid("bridge")
    monkeypatch.setenv("CI", "true")
    lines = audit("-ra").outlines
    assert sum(line == "claim: The old bridge collapsed during the storm." for line in lines) == 1
    assert (
        "FAILED assertions/bridge.yaml::no-collapse - assertions/bridge.yaml:19:5: no-collapse: not-absent"
        in lines
    )


def test_a_failure_shows_claim_expectation_sources_problem_and_what_to_do(laid: Laid, audit: Audit) -> None:
    laid("bridge")
    text = " ".join(" ".join(shown(audit(), "cost-12-million")).split())
    for words in (
        "claim: The work on the bridge cost 12 million euros.",
        "expected supported, found disputed",
        "council ",
        "supports ",
        "morning-post ",
        "contradicts ",
        "undeclared-opposition: morning-post contradicts by `slots` at",
        "seeds/morning-post.txt:3:1",
        "19 million euros",
        "to do: declare it",
    ):
        assert words in text, words


def test_a_quote_that_is_not_there_is_shown_with_what_stands_nearest(laid: Laid, audit: Audit) -> None:
    laid("bridge")
    text = " ".join(" ".join(shown(audit(), "children-first")).split())
    assert "assertions/bridge.yaml:28:39: quote-not-found:" in text
    assert '"Children were the first to cross." stands nowhere in morning-post' in text
    assert "to do: " in text


def test_a_known_issue_that_is_solved_says_so_at_its_place(laid: Laid, audit: Audit) -> None:
    laid("bridge")
    lines = shown(audit(), "length-solved")
    assert lines[0] == "assertions/bridge.yaml:38:5: length-solved: known issue is solved"
    assert lines[-1] == "The assertion passes now: remove `known_issue`."


def test_a_failure_with_many_problems_says_how_many_are_not_shown(laid: Laid, audit: Audit) -> None:
    folder = laid("bridge")
    quotes = "".join(
        f"      - {{source: council, quote: Sentence number {n} of a lost report.}}\n" for n in range(30)
    )
    (folder / "assertions" / "bridge.yaml").write_text(
        "assertions:\n  - id: many\n    claim: The bridge over the Tamsel is made of steel.\n"
        f"    expect: supported\n    evidence:\n{quotes}",
        encoding="utf-8",
    )
    lines = shown(audit(), "many")
    assert len(lines) <= 20
    assert lines[-1].startswith("… and ")
    assert lines[-1].endswith(" more: factcheck explain many")


@pytest.mark.parametrize("name", ["NO_COLOR", "FORCE_COLOR"])
def test_colour_is_left_to_pytest(
    laid: Laid, audit: Audit, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """With NO_COLOR not one escape is printed; with colours the same words stand there."""
    laid("bridge")
    monkeypatch.delenv("PY_COLORS", raising=False)
    monkeypatch.setenv(name, "1")
    text = audit().stdout.str()
    assert ("\x1b[" in text) == (name == "FORCE_COLOR")
    assert "assertions/bridge.yaml:19:5: no-collapse: not-absent" in text


def test_words_of_a_text_cannot_act_on_the_terminal(laid: Laid, audit: Audit) -> None:
    folder = laid("bridge")
    path = folder / "seeds" / "council.txt"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("old bridge collapsed", "old bridge \x1b[31mcollapsed\u202e"), encoding="utf-8"
    )
    out = audit("-v").stdout.str()
    assert "\x1b" not in out
    assert "\u202e" not in out
