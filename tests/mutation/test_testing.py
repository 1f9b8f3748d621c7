"""Mutation testing of one assertion: what its row says, and that it says the same every time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pytest_factcheck.mutation.mends import PLAIN
from pytest_factcheck.mutation.mutation import Place
from pytest_factcheck.mutation.testing import NONE_FITS, MutationTest
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Stance

if TYPE_CHECKING:
    from mutation.conftest import Case, Entry, Make

ROOT = Path(__file__).parents[2]
LASTED, RAIN = "The talks lasted 100 minutes.", "Rain fell on the bridge."


def deaf(_question: Question, _passage: Passage) -> Opinion:
    """Hear nothing."""
    return Opinion("deaf", Stance.SILENT)


def quote(source: str, words: str, stance: str = "supports") -> Entry:
    return {"source": source, "quote": words, "stance": stance}


def supported(make: Make, **given: object) -> Case:
    declared = make.assertion(LASTED, "supported", [quote("a", LASTED)], silent=["b"], note="x")
    return make.case({"a": LASTED, "b": RAIN}, declared, **given)  # type: ignore[arg-type]


# A row


def test_a_row_counts_what_became_of_the_mutants_by_place_and_operator(make: Make) -> None:
    row = supported(make).row()
    assert {key: row[key] for key in ("mutants", "killed", "by_text", "survived")} == {
        "mutants": 11,
        "killed": 11,
        "by_text": 0,
        "survived": 0,
    }
    assert [(one["place"], one["operator"], one["mutants"], one["killed"]) for one in row["operators"]] == [
        ("claim", "number", 2, 2),
        ("claim", "unit", 1, 1),
        ("copy", "number", 1, 1),
        ("planted", "reported", 1, 1),
        ("planted", "same-unit", 1, 1),
        ("planted", "stated", 1, 1),
        ("planted", "synonym", 1, 1),
        ("sentence", "number", 2, 2),
        ("sentence", "unit", 1, 1),
    ]
    assert row["unnoticed"] == []


def test_a_row_says_which_assertion_it_is_and_what_its_verdict_rests_on(make: Make) -> None:
    row = supported(make).row()
    assert (row["id"], row["path"], row["claim"]) == ("lasted", "assertions/t.yaml", LASTED)
    assert (row["expect"], row["rests_on"]) == ("supported", "judged")
    assert (row["line"], row["column"], row["why_not_tried"], row["known_weakness"]) == (1, 18, "", "")


def test_mutants_that_nobody_noticed_are_told_survivors_first(make: Make) -> None:
    row = supported(make, judges=[deaf]).row()
    assert (row["killed"], row["by_text"], row["survived"]) == (0, 3, 8)
    fates = [one["fate"] for one in row["unnoticed"]]
    assert fates == ["survived"] * 8 + ["by text"] * 3
    assert row["unnoticed"][0] == {
        "place": "claim",
        "operator": "number",
        "source": "",
        "before": LASTED,
        "after": "The talks lasted 200 minutes.",
        "fate": "survived",
        "why": f"no judge confirms a “{LASTED}”, and none opposes it (silent)",
        "mend": PLAIN,
    }
    told = row["unnoticed"][-1]
    assert (told["place"], told["source"], told["after"]) == ("sentence", "a", "The talks lasted 100 hours.")


def test_a_row_fits_the_schema(make: Make) -> None:
    row = supported(make, judges=[deaf]).row()
    rules = json.loads((ROOT / "schema" / "mutation.schema.json").read_text("utf-8"))
    assert set(row) == set(rules["$defs"]["mutation_assertion"]["required"])
    assert set(row["unnoticed"][0]) == set(rules["$defs"]["mutation_mutant"]["required"])
    assert set(row["operators"][0]) == set(rules["$defs"]["mutation_operator"]["required"])


def test_a_reason_for_a_weakness_is_passed_on(make: Make) -> None:
    weak = {"reason": "Only irony says it."}
    declared = make.assertion(LASTED, "supported", [quote("a", LASTED)], known_weakness=weak)
    assert make.case({"a": LASTED}, declared).row()["known_weakness"] == "Only irony says it."


# What is not tried


def untried(case: Case) -> str:
    """Return why an assertion was not tried; it has no mutants then."""
    row = case.row()
    assert (row["mutants"], row["operators"], row["unnoticed"]) == (0, [], [])
    return row["why_not_tried"]


def test_an_assertion_that_fails_as_it_is_is_not_tried_and_says_by_what(make: Make) -> None:
    declared = make.assertion(LASTED, "supported", [quote("a", LASTED), quote("a", "Snow fell in Oslo")])
    text = f"{LASTED} {RAIN} Aides say the talks lasted 90 minutes. The talks lasted one hour."
    assert untried(make.case({"a": text}, declared)) == (
        "it does not pass as it is: undeclared-opposition, quote-not-found"
    )


def test_a_text_that_is_not_on_this_machine_is_said_to_be_missing(make: Make) -> None:
    declared = make.assertion(LASTED, "supported", [quote("a", LASTED)], silent=["b"])
    why = untried(make.case({"a": LASTED, "b": None}, declared))
    assert why == "the text of b is not on this machine"


def test_an_assertion_of_which_no_change_is_certain_says_so(make: Make) -> None:
    claim = "Talks: a breakthrough."
    declared = make.assertion(claim, "supported", [quote("a", claim)])
    assert untried(make.case({"a": claim}, declared)) == NONE_FITS


def test_a_mutant_that_says_nothing_is_not_counted(make: Make) -> None:
    text = f"{LASTED} Later, aides said the talks lasted 100 hours."
    words = "aides said the talks lasted 100 hours"
    ruled = {**quote("a", words, "silent"), "attested": make.ruling(LASTED, words)}
    declared = make.assertion(LASTED, "supported", [quote("a", "talks lasted 100 minutes"), ruled])
    case = make.case({"a": text}, declared, judges=[deaf])
    assert case.made(Place.SENTENCE, "unit") == ["The talks lasted 100 hours."]  # it stands there already
    row = case.row()
    assert ("sentence", "unit") not in {(one["place"], one["operator"]) for one in row["operators"]}
    assert row["mutants"] == len(case.mutations) - 1


def test_a_ruling_counts_on_neither_side(make: Make) -> None:
    def against(_question: Question, _passage: Passage) -> Opinion:
        return Opinion("against", Stance.CONTRADICTS)

    ruled = {**quote("a", LASTED), "attested": make.ruling(LASTED, LASTED)}
    case = make.case({"a": LASTED}, make.assertion(LASTED, "supported", [ruled]), judges=[against])
    claimed = [one for one in case.row()["operators"] if one["place"] == "claim"]
    assert [(one["operator"], one["by_text"], one["killed"]) for one in claimed] == [
        ("number", 2, 0),
        ("unit", 1, 0),
    ]


def test_what_was_heard_for_one_assertion_is_not_kept_for_the_next(make: Make) -> None:
    asked: list[str] = []

    def listing(question: Question, _passage: Passage) -> Opinion:
        asked.append(question.claim)
        return Opinion("listing", Stance.SILENT)

    case = supported(make, judges=[listing])
    test = MutationTest(case.corpus, case.judges, strict=False)
    test.row(case.assertion)
    once = len(asked)
    test.row(case.assertion)
    assert len(asked) == 2 * once


def test_what_is_unconfirmed_fails_a_strict_project_before_it_is_tried(make: Make) -> None:
    assert untried(supported(make, judges=[deaf], strict=True)) == (
        "it does not pass as it is: evidence-unconfirmed"
    )


# The choice


def test_no_more_mutants_are_tried_than_wanted(make: Make) -> None:
    row = supported(make).row(most=4)
    assert row["mutants"] == 4
    assert len(row["operators"]) == 4


def test_the_seed_draws_which(make: Make) -> None:
    case = supported(make)
    rows = [json.dumps(case.row(seed, 4)) for seed in (1, 2, 3)]
    assert len(set(rows)) == 3
    assert json.dumps(case.row(1, 4)) == rows[0]


def test_the_row_of_an_assertion_is_the_same_whatever_was_tried_before(make: Make) -> None:
    first, second = (
        supported(make),
        make.assertion("Rain fell on the bridge.", "absent", id="b", sources=["a"]),
    )
    test = MutationTest(first.corpus, first.judges, strict=False, most=4)
    alone = MutationTest(first.corpus, first.judges, strict=False, most=4)
    before = test.row(first.assertion)
    assert test.row(second) == alone.row(second)
    assert test.row(first.assertion) == before


# The same bytes


def test_a_row_has_the_same_bytes_twice(make: Make) -> None:
    one, other = (json.dumps(supported(make, judges=[deaf]).row()) for _ in range(2))
    assert one == other


RUN = """
import json, sys
from pathlib import Path
from pytest_factcheck import settings
from pytest_factcheck.project import Project

project = Project(settings.find(Path(sys.argv[1])))
test = project.mutation_test(seed=3, most=6)
print(json.dumps([test.row(one) for one in project.assertions]))
"""


def rows(seed: str) -> bytes:
    """Return the rows of a small project as a fresh process gives them, its hashes seeded."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "harness")}
    command = [sys.executable, "-c", RUN, str(ROOT / "tests" / "projects" / "flood")]
    return subprocess.run(command, env=environment, capture_output=True, check=True).stdout


def test_two_hash_seeds_give_the_same_bytes() -> None:
    one = rows("1")
    assert [row["id"] for row in json.loads(one) if row["unnoticed"]] == [
        "residents-evacuated",
        "school-week",
        "mayor-resigned",
    ]
    assert one == rows("4242")
