"""The registry of judges: names, order, and what is said of names that are not there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pytest_factcheck import judges
from pytest_factcheck.errors import UsageError
from pytest_factcheck.vocabulary import Opinion, Passage, Question, Span, Stance

HARNESS = Path(judges.__file__).parents[2]
INSTALLED = "'slots', 'verbatim', 'language'"


def test_judges_come_in_the_order_in_which_they_are_named_and_once() -> None:
    slots, verbatim, language = (judges.JUDGES[name] for name in ("slots", "verbatim", "language"))
    assert judges.named(["verbatim", "language", "slots"]) == (verbatim, language, slots)
    assert judges.named(["slots", "slots"]) == (slots,)


def test_the_registry_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        judges.JUDGES["mine"] = judges.JUDGES["slots"]  # type: ignore[index]


def test_each_judge_signs_its_opinions_with_its_own_name() -> None:
    passage = Passage("It rained.", (Span(0, 10),), Span(0, 10))
    for name, judge in judges.JUDGES.items():
        opinion = judge(Question("The sun shone all day."), passage)
        assert (opinion.judge, opinion.stance) == (name, Stance.SILENT)


def test_a_passage_with_no_sentence_in_focus_is_silent() -> None:
    empty = Passage("It rained.", (Span(0, 10),), Span(10, 10))
    for name, judge in judges.JUDGES.items():
        assert judge(Question("It rained."), empty) == Opinion(name, Stance.SILENT)


def test_an_unknown_name_gets_the_nearest_one() -> None:
    with pytest.raises(UsageError, match=r"^there is no judge 'verbatm'; did you mean 'verbatim'\?$"):
        judges.named(["slots", "verbatm"])
    with pytest.raises(UsageError, match=rf"^there is no judge 'oracle'; there are {INSTALLED}$"):
        judges.named(["oracle"])


@pytest.mark.parametrize("name", ["nli", "llm"])
def test_a_judge_that_is_not_installed_is_named_as_such(name: str) -> None:
    expected = rf"^the judge '{name}' is not installed here; installed are {INSTALLED}$"
    with pytest.raises(UsageError, match=expected):
        judges.named([name])


def test_no_name_at_all_is_refused() -> None:
    with pytest.raises(UsageError, match="no judge is named"):
        judges.named([])


def test_names_are_checked_without_importing_a_judge() -> None:
    program = (
        f"import sys; sys.path.insert(0, {str(HARNESS)!r})\n"
        "from pytest_factcheck import judges\n"
        "judges.check_names(list(judges.JUDGES))\n"
        "assert len(judges.JUDGES) == 3 and 'oracle' not in judges.JUDGES\n"
        "assert not [name for name in sys.modules if name.startswith('pytest_factcheck.judges.')]\n"
    )
    subprocess.run([sys.executable, "-I", "-c", program], check=True)
