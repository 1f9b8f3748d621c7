"""The hook for pre-commit: its description is taken, and it runs on the files that it is meant for."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from pytest_factcheck import cli

MANIFEST = Path(__file__).parents[1] / ".pre-commit-hooks.yaml"
ENTRY = f"{sys.executable} -m pytest_factcheck.cli"
Laid = Callable[[str], Path]


def hook() -> dict[str, Any]:
    """Return the hook as it is described."""
    (described,) = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    assert isinstance(described, dict)
    return described


def ran(folder: Path, *names: str) -> subprocess.CompletedProcess[str]:
    """Run the hook in a repository as pre-commit runs it, from this environment and without a network."""
    local = {**hook(), "language": "system", "entry": hook()["entry"].replace("factcheck", ENTRY, 1)}
    config = {"repos": [{"repo": "local", "hooks": [local]}]}
    (folder / ".pre-commit-config.yaml").write_text(json.dumps(config), encoding="utf-8")
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))},
        "PRE_COMMIT_HOME": str(folder / ".home"),
        "PRE_COMMIT_COLOR": "never",
        "PYTHONPATH": str(Path(cli.__file__).parent.parent),
    }
    subprocess.run(["git", "init", "--quiet"], cwd=folder, env=environment, check=True)
    subprocess.run(["git", "add", "."], cwd=folder, env=environment, check=True)
    chosen = ("--files", *names) if names else ("--all-files",)
    words = [sys.executable, "-m", "pre_commit", "run", *chosen]
    return subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)


needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="pre-commit needs git, which is not here")


def valid(manifest: Path) -> bool:
    words = [sys.executable, "-m", "pre_commit", "validate-manifest", str(manifest)]
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


def test_pre_commit_takes_the_description(tmp_path: Path) -> None:
    broken = tmp_path / "hooks.yaml"
    broken.write_text(MANIFEST.read_text(encoding="utf-8").replace("language:", "langage:"), encoding="utf-8")
    assert valid(MANIFEST)
    assert not valid(broken)


def test_the_hook_is_a_command_that_there_is() -> None:
    with pytest.raises(SystemExit) as end:
        cli.main([*hook()["entry"].split()[1:], "--help"])
    assert end.value.code == 0


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("assertions/talks.yaml", True),
        ("desk/assertions/may/talks.yml", True),
        ("seeds/corpus.yaml", True),
        ("desk/factcheck.toml", True),
        ("seeds/talks.txt", False),
        (".github/workflows/checks.yaml", False),
        ("my-assertions/x.yaml", False),
        ("docs/assertions/notes.md", False),
    ],
)
def test_the_hook_is_given_what_a_new_project_holds_and_nothing_else(name: str, meant: bool) -> None:
    assert bool(re.search(hook()["files"], name)) is meant


@needs_git
def test_a_commit_of_clean_files_passes(laid: Laid) -> None:
    done = ran(laid("flood"))
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"factcheck lint\.+Passed\n", done.stdout)


@needs_git
def test_a_commit_of_a_broken_file_is_stopped_with_its_mistakes(laid: Laid) -> None:
    folder = laid("mistakes")
    shutil.copytree(folder, folder / "desk")
    done = ran(folder, "desk/assertions/a-broken.yaml", "desk/seeds/herald.txt")
    assert done.returncode == 1
    assert "\ndesk/assertions/a-broken.yaml:5:5: unknown-key: there is no key `expcet` here" in done.stdout
    assert done.stdout.count("desk/assertions/") == 4
