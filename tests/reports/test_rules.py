"""The rules: every slug that an audit can report has one, and says what to do."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from pytest_factcheck.reports.rows import SOLVED
from pytest_factcheck.reports.rules import rules
from pytest_factcheck.schema.mistakes import mistakes

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "harness" / "pytest_factcheck"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
# Where only commands read or write: no audit comes across these.
COMMANDS_ONLY = {"bad-json", "bad-toml", "bad-layout", "not-locked", "original-changed"}
MAKERS = {"Problem": 1, "fail": 0}  # which argument of a call is the slug
# Functions of these modules return a slug with what is said of it; in others a first word may be anything.
RETURNING = {"evidence.py", "declared.py"}


def words_of(nodes: Iterable[ast.AST]) -> dict[str, str]:
    """Return the names that some statements give to words."""
    return {
        target.id: node.value.value
        for node in nodes
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name) and isinstance(node.value.value, str)
    }


def slug_in(node: ast.expr, known: dict[str, str]) -> str:
    """Return the slug that an expression stands for; empty if it is none that can be read here."""
    value = known.get(node.id, "") if isinstance(node, ast.Name) else getattr(node, "value", "")
    return value if isinstance(value, str) and SLUG.fullmatch(value) else ""


def slugs_made(path: Path) -> Iterator[str]:
    """Yield each slug with which a module makes a problem, by a call or as the head of what it returns."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        known = words_of(tree.body) | words_of(ast.walk(function))
        for node in ast.walk(function):
            if isinstance(node, ast.Call):
                at = MAKERS.get(getattr(node.func, "id", getattr(node.func, "attr", "")))
                if at is not None and len(node.args) > at:
                    yield slug_in(node.args[at], known)
            elif (
                path.name in RETURNING and isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple)
            ):
                yield slug_in(node.value.elts[0], known)


def slugs_in_the_code() -> set[str]:
    return {slug for path in sorted(PACKAGE.rglob("*.py")) for slug in slugs_made(path)} - {""}


def slugs_in_the_design() -> set[str]:
    section = (ROOT / "docs" / "design.md").read_text(encoding="utf-8").split("## 3.")[1].split("## 4.")[0]
    cells = re.findall(r"^\| (`[^|]+) \|", section, re.MULTILINE)
    return {slug for cell in cells for slug in re.findall(r"`([a-z-]+)`", cell)}


def test_the_code_is_read_rightly() -> None:
    """One slug of each way to make a problem, so that the next test cannot pass because it sees nothing."""
    made = slugs_in_the_code()
    assert {
        "stale-attestation",  # Problem(place, "…")
        "undeclared-opposition",  # record.fail("…")
        "quote-drifted",  # return "…", message
        "quote-not-found",  # slug = "…"; return slug, message
        "contradictory-declaration",  # a constant of the module
        "slot-not-in-claim",  # what a judge says of a slot
    } <= made


def test_every_slug_that_the_code_makes_has_a_rule() -> None:
    assert slugs_in_the_code() - COMMANDS_ONLY - set(rules()) == set()


def test_every_slug_of_the_design_has_a_rule() -> None:
    named_there = slugs_in_the_design()
    assert len(named_there) > 12
    assert named_there - set(rules()) == set()


def test_every_mistake_of_a_file_has_its_sentence_as_a_rule() -> None:
    audited = {"nothing-to-check"}  # files and audits report it; the rule speaks for both
    for slug in set(mistakes()) - audited:
        assert rules()[slug].short == mistakes()[slug]


def test_no_rule_is_left_that_nothing_makes() -> None:
    solved = SOLVED.replace(" ", "-")
    assert set(rules()) - slugs_in_the_code() - set(mistakes()) == {solved}


@pytest.mark.parametrize("slug", rules())
def test_a_rule_says_in_a_sentence_what_it_is_and_what_to_do(slug: str) -> None:
    rule = rules()[slug]
    assert rule.id == slug
    assert re.fullmatch(r"\S[^\n]*\.", rule.short)
    assert re.fullmatch(r"\S[^\n]*\.", rule.help)
    assert rule.level in {"error", "warning", "note"}


def test_only_what_a_person_may_well_disagree_with_is_a_warning() -> None:
    assert {slug for slug, rule in rules().items() if rule.level != "error"} == {
        "evidence-unconfirmed",
        "undecided-passage",
    }


def test_nobody_can_change_the_table() -> None:
    with pytest.raises(TypeError):
        rules()["quote-drifted"] = rules()["bad-yaml"]  # type: ignore[index]
