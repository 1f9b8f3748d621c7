"""Patches: what git takes, whatever the line ends and the names are."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pytest_factcheck.reports.patch import patch

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def applied(folder: Path, name: str, before: str, after: str) -> bytes:
    """Return a file as it is after git has applied the patch to it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(before.encode("utf-8"))
    words = patch(name, before, after).encode("utf-8")
    subprocess.run(["git", "apply", "-"], cwd=folder, input=words, check=True, capture_output=True)
    return path.read_bytes()


def test_equal_texts_have_no_patch() -> None:
    assert patch("a.yaml", "a\n", "a\n") == ""


def test_a_patch_names_the_file_on_both_sides() -> None:
    assert patch("b/a.yaml", "a\nb\n", "a\nc\n") == (
        "--- a/b/a.yaml\n+++ b/b/a.yaml\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n"
    )


def test_a_last_line_without_a_line_end_is_told() -> None:
    assert patch("a", "b", "c").endswith(
        "-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n"
    )


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("a b.yaml", "--- a/a b.yaml\t\n"),
        ("Häfen.yaml", "--- a/Häfen.yaml\n"),
        ('a"b.yaml', '--- "a/a\\"b.yaml"\n'),
        ("a\x1b[31m.yaml", '--- "a/a\\033[31m.yaml"\n'),
        ("a\u202eb.yaml", '--- "a/a\\342\\200\\256b.yaml"\n'),
    ],
)
@needs_git
def test_a_name_that_would_break_its_line_is_quoted(tmp_path: Path, name: str, head: str) -> None:
    assert patch(name, "a\n", "b\n").startswith(head)
    assert applied(tmp_path, name, "a\n", "b\n") == b"b\n"


LINES = st.lists(st.sampled_from(["a", "b: c", "", "é", "\x85", "\ufeffd"]), max_size=8)
TEXTS = st.tuples(LINES, st.sampled_from(["\n", "\r\n"]), st.booleans()).map(
    lambda drawn: drawn[1].join(drawn[0]) + drawn[1] * drawn[2]
)


@needs_git
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=TEXTS.filter(bool), after=TEXTS.filter(bool))
def test_git_makes_the_new_text_of_the_old_one(tmp_path: Path, before: str, after: str) -> None:
    if before != after:
        assert applied(tmp_path, "a.yaml", before, after) == after.encode("utf-8")
