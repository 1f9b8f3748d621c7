"""What became of the mutants, as people and programs read it; from rows written by hand."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any, cast

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck import schema
from pytest_factcheck.mutation.rows import MutantRow, MutationReport, MutationRow, mutation_report
from pytest_factcheck.reports import mutating
from pytest_factcheck.reports.rows import AssertionRow, audit_report
from pytest_factcheck.reports.tables import columns

SURVIVOR: dict[str, object] = {
    "place": "sentence",
    "operator": "number",
    "source": "wire",
    "before": "The talks lasted 100 minutes.",
    "after": "The talks lasted 90 minutes.",
    "fate": "survived",
    "why": "no judge compares the two",
    "mend": "add a slot",
}
ROW: dict[str, object] = {
    "id": "talks-lasted",
    "path": "assertions/talks.yaml",
    "line": 4,
    "column": 5,
    "claim": "The talks lasted 100 minutes.",
    "expect": "supported",
    "rests_on": "judged",
    "known_weakness": "",
    "why_not_tried": "",
    "mutants": 0,
    "killed": 0,
    "by_text": 0,
    "survived": 0,
    "operators": [],
    "unnoticed": [],
}


def mutant(**changes: object) -> MutantRow:
    """Return a mutant that nobody noticed, with whatever is given changed."""
    return cast("MutantRow", SURVIVOR | changes)


BY_TEXT = mutant(place="claim", operator="person", source="", fate="by text")


def row(killed: int = 0, unnoticed: tuple[MutantRow, ...] = (), **changes: object) -> MutationRow:
    """Return the row of an assertion, counted from the mutants that it did not notice."""
    fates = [one["fate"] for one in unnoticed]
    counts = {
        "mutants": killed + len(fates),
        "killed": killed,
        "by_text": fates.count("by text"),
        "survived": fates.count("survived"),
    }
    operators = [{"place": "claim", "operator": "number", **counts}] if counts["mutants"] else []
    told: dict[str, object] = {"operators": operators, "unnoticed": list(unnoticed)}
    return cast("MutationRow", ROW | counts | told | changes)


def report(*rows: MutationRow) -> MutationReport:
    return mutation_report(rows, judges=["slots"], corpus="seeds")


def written(*rows: MutationRow, width: int = 80, whole: bool = False) -> str:
    return mutating.text(report(*rows), width, whole=whole)


# Text


def test_the_whole_of_a_run() -> None:
    weak = row(1, (mutant(), BY_TEXT), id="talks-led", line=12)
    assert written(row(3), weak) == (
        "where    change    mutants    killed    by text    survived    score\n"
        "-------  --------  ---------  --------  ---------  ----------  -------\n"
        "claim    number    6          4         1          1           66 %\n"
        "all                6          4         1          1           66 %\n"
        "\n"
        "assertion    score    killed    by text    survived    rests on\n"
        "-----------  -------  --------  ---------  ----------  ----------\n"
        "talks-led    33 %     1 of 3    1          1           judged\n"
        "\n"
        "assertions/talks.yaml:12:5: talks-led: 1 of 3 mutants killed by meaning\n"
        "  survived: sentence: number, wire\n"
        "  - The talks lasted 100 minutes.\n"
        "  + The talks lasted 90 minutes.\n"
        "    why: no judge compares the two\n"
        "    to do: add a slot\n"
        "1 by text only (claim: person)\n"
        "  to do: add a slot\n"
        "\n"
        "assertions: 2, mutants: 6, killed by meaning: 4 (66.6 %), by text only: 1,\n"
        "  survived: 1; below 60 %: 1\n"
    )


def test_with_v_everybody_has_a_line_and_every_mutant_its_story() -> None:
    out = written(row(3), row(0, (BY_TEXT,), id="talks-led"), whole=True)
    assert "\ntalks-lasted  100 %    3 of 3 " in out
    assert "  by text: claim: person\n  - The talks lasted 100 minutes.\n" in out
    assert "by text only (" not in out.split("\n\n")[2]


def test_the_weakest_come_first_in_the_table_and_the_stories_are_in_the_order_of_the_files() -> None:
    half, none = row(1, (mutant(),), id="half", line=4), row(0, (mutant(),), id="none", line=9)
    table, *stories = written(half, none).split("\n\n")[1:-1]
    assert [line.split()[0] for line in table.splitlines()[2:]] == ["none", "half"]
    assert [story.split()[1] for story in stories] == ["half:", "none:"]


def test_a_sentence_that_was_put_in_or_taken_out_stands_alone() -> None:
    planted = mutant(place="planted", operator="stated", before="")
    removed = mutant(place="side", operator="side-removed", after="")
    out = written(row(0, (planted, removed)))
    assert "  survived: planted: stated, wire\n  + The talks lasted 90 minutes.\n    why" in out
    assert "  survived: side: side-removed, wire\n  - The talks lasted 100 minutes.\n    why" in out


def test_a_very_long_sentence_is_cut() -> None:
    out = written(row(0, (mutant(after="word " * 200),)))
    shown = out[out.index("  + ") : out.index("    why")]
    assert shown.endswith("…\n")
    assert shown.count("word") == 80


def test_what_was_not_tried_is_named_by_its_reason_once() -> None:
    why = "it does not pass as it is: quote-not-found"
    rows = [row(id=name, line=line, why_not_tried=why) for line, name in enumerate(("a", "b"), 1)]
    other = row(id="c", line=3, why_not_tried="no operator is sure of a change of it")
    assert written(*rows, other) == (
        f"not tried, because {why}: a, b\n"
        "not tried, because no operator is sure of a change of it: c\n"
        "\n"
        "mutants: none\n"
    )


def test_a_known_weakness_is_told_where_there_is_one() -> None:
    weak = row(0, (mutant(),), known_weakness="Only an irony says it.")
    assert "known to be weak: talks-lasted: Only an irony says it.\n" in written(weak)
    assert written(weak).endswith("survived: 1; below 60 %: 0, 1 more with a reason\n")
    assert "known to be weak" not in written(row(3, known_weakness="Only an irony says it."))


def test_nothing_chosen_is_said() -> None:
    assert written() == "mutants: none, because no assertion was chosen\n"


def test_sixty_per_cent_are_enough_and_shares_are_rounded_down() -> None:
    enough, less = row(3, (mutant(),) * 2), row(599, (mutant(),) * 401)
    assert report(enough)["totals"]["weak"] == 0
    assert report(less)["totals"]["weak"] == 1
    assert "(59.9 %)" in mutating.last_line(report(less)["totals"])
    assert " 59 % " in written(less)
    assert "(99.9 %)" in mutating.last_line(report(row(9999, (mutant(),)))["totals"])


WORDS = st.text(st.characters(codec="utf-8"), max_size=60)


@given(
    WORDS,
    st.builds(
        mutant,
        before=WORDS,
        after=WORDS,
        why=WORDS,
        mend=WORDS,
        fate=st.sampled_from(["survived", "by text"]),
    ),
    st.sampled_from([70, 80, 120]),
    st.booleans(),
)
def test_whatever_the_words_are_no_line_is_too_wide_and_nothing_acts_on_the_terminal(
    words: str, one: MutantRow, width: int, whole: bool
) -> None:
    weak = row(0, (one,), known_weakness=words, why_not_tried=words)
    out = written(weak, width=width, whole=whole)
    assert all(columns(line) <= width for line in out.split("\n"))
    assert {unicodedata.category(each) for each in out if each != "\n"}.isdisjoint({"Cc", "Cf", "Cs"})


# Markdown


def test_a_section_has_its_tables_and_the_survivors() -> None:
    weak = row(1, (mutant(), BY_TEXT), id="talks-led", line=12)
    untried = row(id="talks-held", line=20, why_not_tried="it does not pass as it is: not-absent")
    lines = mutating.section(report(row(3), weak, untried)).splitlines()
    assert lines[:3] == [
        "## Mutation",
        "",
        f"**{mutating.last_line(report(row(3), weak)['totals'])}**",
    ]
    assert [line for line in lines if line.startswith("###")] == [
        "### By change",
        "### Assertions with mutants that no judge noticed",
        "### Survivors",
    ]
    (survivor,) = (line for line in lines if line.startswith("| talks-led   | sentence: number |"))
    assert [cell.strip() for cell in survivor.strip("|").split("|")] == [
        "talks-led",
        "sentence: number",
        "The talks lasted 100 minutes.",
        "The talks lasted 90 minutes.",
        "no judge compares the two",
        "add a slot",
    ]
    assert lines[-1] == "not tried, because it does not pass as it is: not-absent: talks-held"


def test_a_section_without_survivors_has_no_empty_tables() -> None:
    assert mutating.section(report(row(2))).count("###") == 1
    assert mutating.section(report()) == "## Mutation\n\n**mutants: none, because no assertion was chosen**\n"


@given(st.builds(mutant, before=WORDS, after=WORDS, why=WORDS, mend=WORDS), WORDS)
def test_whatever_the_words_are_a_row_stays_one_row_of_words(one: MutantRow, words: str) -> None:
    out = mutating.section(report(row(0, (one,), known_weakness=words)))
    table = out[out.index("### Survivors") :].split("\n\n")[1].splitlines()
    assert [len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in table] == [7, 7, 7]
    assert re.findall(r"(?<!\\)(?:\\\\)*([<>`*\[\]])", table[-1] + out.split("\n\n")[-1]) == []


# JSON


def test_json_is_what_its_schema_says() -> None:
    weak = row(1, (mutant(), BY_TEXT, mutant(place="planted", before="")), known_weakness="“Irony” \u202e")
    data: dict[str, Any] = json.loads(mutating.as_json(report(row(3), weak, row(why_not_tried="so"))))
    jsonschema.Draft202012Validator(json.loads(schema.schema_text("mutation"))).validate(data)
    assert data["totals"] == {
        "mutants": 7, "killed": 4, "by_text": 1, "survived": 2,
        "assertions": 3, "tried": 2, "weak": 0, "excused": 1,
    }  # fmt: skip
    assert data["assertions"][1]["known_weakness"] == "“Irony” \u202e"


@pytest.mark.parametrize(
    "change",
    [{"fate": "killed"}, {"fate": "invalid"}, {"place": "elsewhere"}, {"more": ""}, {"why": None}],
    ids=str,
)
def test_the_schema_refuses_what_is_no_row(change: dict[str, object]) -> None:
    data = report(row(0, (mutant(**change),)))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(json.loads(schema.schema_text("mutation"))).validate(data)


def test_a_row_of_an_audit_has_the_same_shape_as_one_of_the_command() -> None:
    of_command, of_audit = (json.loads(schema.schema_text(name))["$defs"] for name in ("mutation", "report"))
    assert {name: part for name, part in of_audit.items() if name.startswith("mutation_")} == {
        name: part for name, part in of_command.items() if name.startswith("mutation_")
    }
    assert of_audit["count"]["minimum"] == of_command["count"]["minimum"] == 0


# Of an audit


def test_an_audit_that_tried_no_mutants_has_no_report_of_them() -> None:
    assert mutating.of_audit(audit_report([], judges=["slots"], corpus="seeds")) is None


def test_an_audit_has_the_rows_of_those_that_passed() -> None:
    audited = cast("list[AssertionRow]", [{"path": "a.yaml", "line": 1, "id": "a", "mutation": row(2)}])
    whole = audit_report([], judges=["slots"], corpus="seeds")
    found = mutating.of_audit({**whole, "assertions": audited})
    assert found
    assert (found["totals"]["killed"], found["judges"], found["corpus"]) == (2, ["slots"], "seeds")
    assert (found["seed"], found["most"]) == (0, None)
