"""What the documents show is run: every command with its output, every file, every option."""

from __future__ import annotations

import argparse
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pytest_factcheck import assertions, cli
from pytest_factcheck.corpusfolder import open_corpus
from pytest_factcheck.judges.reasons import TEMPLATES

if TYPE_CHECKING:
    from conftest import Git

ROOT = Path(__file__).parents[1]
DOCUMENTS = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
FILES = ("yaml", "text", "html")  # kinds of blocks that may show a file, which is laid out if it is named
PARTS = ("assertions", "seeds", "schema", "harness", "conftest.py", "pyproject.toml")
# What a test cannot do again: it would build the environment that the test runs in.
BUILDS = ("git clone", "cd ", "make ", "pip install", "python3 -m venv", ". .venv", "python -m pip")


@dataclass(frozen=True)
class Block:
    """One fenced block of a document; `name` is the file that it shows, behind the kind."""

    document: str
    line: int
    kind: str
    name: str
    text: str

    def __str__(self) -> str:
        return f"{self.document}:{self.line}"


STORY = ROOT / "docs" / "review-a-claim.md"  # its blocks build on each other


def blocks(*kinds: str) -> list[Block]:
    return [block for document in DOCUMENTS for block in _blocks(document) if block.kind in kinds]


def _blocks(document: Path) -> Iterator[Block]:
    text = document.read_text(encoding="utf-8")
    for found in re.finditer(r"^```(\w+) ?(\S*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        line = text.count("\n", 0, found.start()) + 1
        yield Block(document.name, line, found[1], found[2], found[3])


def commands(block: Block) -> Iterator[tuple[str, list[str]]]:
    """Yield each command of a console block with the lines that it is shown to print."""
    command = ""
    shown: list[str] = []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            if command:
                yield command, shown
            command, shown = line[2:].partition("  #")[0].strip(), []
        else:
            shown.append(line)
    yield command, shown


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy the project, so that what a document runs changes nothing here."""
    for name in PARTS:
        part = ROOT / name
        ignore = shutil.ignore_patterns("__pycache__")
        if part.is_dir():
            shutil.copytree(part, tmp_path / name, ignore=ignore)
        else:
            shutil.copy(part, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)
    monkeypatch.delenv("CI", raising=False)  # where `anchor` writes nothing
    return tmp_path


def ran(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    words = shlex.split(command)
    if words[0] == "factcheck":
        with suppress(SystemExit):  # as --help ends
            cli.main(words[1:])
        printed = capsys.readouterr()
        return printed.out + printed.err
    assert words[0] == "pytest", f"{command}: only factcheck and pytest are shown with their output"
    done = subprocess.run(
        [sys.executable, "-m", *words, "-p", "no:cacheprovider"], capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.stdout + done.stderr


def unmet(shown: list[str], printed: list[str]) -> str:
    """Return the first shown line that was not printed in its place; a line of … stands for any lines."""
    at, anywhere = 0, True
    for line in shown:
        if line.strip() == "…":
            anywhere = True
            continue
        pattern = line.replace("[", "[[]").replace("…", "*")
        hits = [n for n in range(at, len(printed)) if fnmatchcase(printed[n].rstrip(), pattern.rstrip())]
        if not hits or (not anywhere and hits[0] != at):
            return line
        at, anywhere = hits[0] + 1, False
    return ""


@pytest.mark.parametrize("block", [one for one in blocks("console") if one.document != STORY.name], ids=str)
def test_every_command_prints_what_the_document_shows(
    block: Block, copied: Path, git: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    if "factcheck diff" in block.text:
        git.begin()  # what a document shows comes after the last commit
    for shown_file in blocks(*FILES):
        if shown_file.document == block.document and shown_file.name and shown_file.name in block.text:
            (copied / shown_file.name).write_text(shown_file.text, encoding="utf-8")
    for command, shown in commands(block):
        if command.startswith(BUILDS):
            assert not [line for line in shown if line.strip() and not line.startswith("#")]
            continue
        printed = ran(command, capsys)
        assert unmet(shown, printed.splitlines()) == "", f"{command} printed\n{printed}"


def test_the_review_of_a_claim_goes_as_the_document_tells(
    copied: Path, git: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    git.begin()
    for block in (one for one in blocks("console") if one.document == STORY.name):
        for command, shown in commands(block):
            if command.startswith(("git ", "sed ")):
                assert shown == []
                subprocess.run(["sh", "-c", command], check=True)
                continue
            printed = ran(command, capsys)
            assert unmet(shown, printed.splitlines()) == "", f"{command} printed\n{printed}"


@pytest.mark.parametrize("block", blocks("yaml"), ids=str)
def test_every_assertion_file_shown_is_valid(block: Block) -> None:
    """Blocks that are whole files begin with their modeline; pieces of files are not checked here."""
    if "assertions.schema.json" not in block.text.partition("\n")[0]:
        return
    file = assertions.read(block.text, str(block))
    assert file.problems == ()
    corpus = open_corpus(ROOT / "seeds", "seeds")
    for assertion in file.assertions:
        assert not list(assertions.unknown_sources(assertion, tuple(corpus.sources), corpus.tags))


def options() -> set[str]:
    found: set[str] = set()
    waiting = [cli.parser()]
    while waiting:
        parser = waiting.pop()
        for action in parser._actions:
            found.update(option for option in action.option_strings if option.startswith("--"))
            if isinstance(action, argparse._SubParsersAction):
                waiting += action.choices.values()
    return found - {"--help", "--version"}


def test_every_option_of_the_command_stands_in_the_documents() -> None:
    words = "\n".join(document.read_text(encoding="utf-8") for document in DOCUMENTS)
    assert {option for option in options() if option not in words} == set()


def test_every_option_in_the_documents_exists() -> None:
    shown = {
        option
        for block in blocks("console")
        for command, _ in commands(block)
        if command.startswith("factcheck")
        for option in re.findall(r"(?<!\S)--[a-z-]+", command)
    }
    assert shown <= options() | {"--help", "--version"}


def test_every_reason_of_a_judge_stands_in_the_documents() -> None:
    shown = (ROOT / "docs" / "judges.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([a-z-]+)` \| ", shown, re.MULTILINE)
    assert listed == list(TEMPLATES)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_between_documents_leads_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_the_readme_shows_the_two_commands_that_the_makefile_has() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in ("audit", "test", "lint"):
        assert f"make {target}" in readme
        assert f"\n{target}: " in makefile
        assert f"make {target}" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
