"""What git leaves in a file where two sides of a merge differ is seen, and what only looks like it is not."""

from __future__ import annotations

import pytest

from pytest_factcheck import yamlfile
from pytest_factcheck.yamlfile.conflicts import conflicts, is_marker

CONFLICT = "<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n"


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        (CONFLICT, [0]),
        (f"x\n{CONFLICT}y\n{CONFLICT}", [2, 4 + len(CONFLICT)]),
        ("<<<<<<< a\n||||||| b\n=======\n>>>>>>> c", [0]),
        ("<<<<<<<\n=======\n>>>>>>>", [0]),
        ("  <<<<<<< ours\n  =======\n  >>>>>>> theirs\n", []),
        (">>>>>>> theirs\n<<<<<<< ours\n", []),
        ("a\n=======\nb\n", []),
        ("<<<<<<< ours\na\n", []),
        ("<<<<<<<<< x\n>>>>>>>>> y\n", []),
        ("<<<<<<<x\n>>>>>>>y\n", []),
        ("", []),
    ],
)
def test_a_conflict_begins_and_ends_at_the_head_of_a_line(text: str, offsets: list[int]) -> None:
    assert list(conflicts(text)) == offsets


@pytest.mark.parametrize("line", ["<<<<<<< x", "||||||| x", "|||||||", "=======", ">>>>>>> x", ">>>>>>>"])
def test_each_line_that_git_puts_is_a_marker_at_its_head_only(line: str) -> None:
    assert is_marker(f"a\n{line}\nb", 2)
    assert is_marker(line, 0)
    assert not is_marker(f"a {line}", 2)


@pytest.mark.parametrize("line", ["========", "======= x", "<<<<<<<x", "<<<<<< x", "a"])
def test_other_lines_are_no_markers(line: str) -> None:
    assert not is_marker(line, 0)


@pytest.mark.parametrize("around", ["a: |-\n  x\n{}  y\n", 'a: "x\n{}  y"\n', "a: [x,\n{}y]\n", "a: b\n{}"])
def test_a_conflict_is_told_wherever_it_stands(around: str) -> None:
    """Within quotation marks YAML would take it for text."""
    text = around.format(CONFLICT)
    document, (problem,) = yamlfile.parse(text, "f.yaml")
    assert document is None
    assert (problem.slug, problem.location.line) == (
        "merge-conflict",
        text[: text.index("<<<")].count("\n") + 1,
    )


def test_each_conflict_of_a_file_is_told() -> None:
    problems = yamlfile.parse(CONFLICT * 3, "f.yaml")[1]
    assert [str(problem.location) for problem in problems] == ["f.yaml:1:1", "f.yaml:6:1", "f.yaml:11:1"]


@pytest.mark.parametrize("text", ["a: |-\n  b\n  =======\n  c\n", 'a: "b\n=======\n  c"\n'])
def test_a_rule_of_equals_signs_within_a_text_is_text(text: str) -> None:
    document, problems = yamlfile.parse(text, "f.yaml")
    assert problems == ()
    assert document is not None
