"""The action and the workflow: valid by GitHub's schemas, and their steps do what they say.

The shell of each step is run as GitHub runs it, on a project in a folder of a git repository. pip is recorded
instead of run, since it would need the network, and so is `gh`, which would need GitHub.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from pytest_factcheck import yamlfile
from pytest_factcheck.reports.markdown import compact

ROOT = Path(__file__).parents[1]
ACTION, WORKFLOW = ROOT / "action.yml", ROOT / ".github" / "workflows" / "audit.yml"
CHANGES = "# What changed\n\n| assertion | before | now |\n"
EXPRESSION = re.compile(r"\$\{\{ *(.*?) *\}\}", re.DOTALL)


def read(text: str, name: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """Return YAML as data; `on` stays a word, as in YAML 1.2."""
    return yamlfile.load(text, name).data


def loaded(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    """Return a YAML file as data."""
    return read(path.read_text(encoding="utf-8"), path.name)


def validator(name: str) -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(json.loads((ROOT / "tests" / "schemas" / name).read_text("utf-8")))


def steps() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = loaded(ACTION)["runs"]["steps"]
    return found


def step(name: str) -> dict[str, Any]:
    return next(one for one in steps() if one.get("name") == name)


def expressions(node: object) -> Iterator[str]:
    """Yield every expression below a node."""
    if isinstance(node, dict):
        for value in node.values():
            yield from expressions(value)
    elif isinstance(node, list):
        for item in node:
            yield from expressions(item)
    else:
        yield from EXPRESSION.findall(str(node))


# What the files are.


@pytest.mark.parametrize(
    ("path", "schema"),
    [(ACTION, "github-actions.json"), (WORKFLOW, "github-workflows.json")],
    ids=["action", "workflow"],
)
def test_the_file_fits_the_schema_of_its_kind_and_a_broken_one_does_not(path: Path, schema: str) -> None:
    data = loaded(path)
    validator(schema).validate(data)
    broken = {**data, "runs": {"using": "composite"}} if path == ACTION else {**data, "jobs": {"audit": {}}}
    with pytest.raises(jsonschema.ValidationError):
        validator(schema).validate(broken)


def test_nothing_is_interpolated_into_a_shell() -> None:
    scripts = [one["run"] for one in steps() if "run" in one]
    assert len(scripts) == 3
    assert not [script for script in scripts if "${{" in script]
    assert not [job for job in loaded(WORKFLOW)["jobs"].values() for one in job["steps"] if "run" in one]


def test_every_input_that_is_used_is_declared_and_every_declared_one_is_used() -> None:
    used = {name for one in expressions(steps()) for name in re.findall(r"inputs\.([a-z-]+)", one)}
    assert used == set(loaded(ACTION)["inputs"])


def test_actions_of_others_are_named_with_a_version() -> None:
    named = [one["uses"] for one in (*steps(), *loaded(WORKFLOW)["jobs"]["audit"]["steps"]) if "uses" in one]
    assert "./" in named
    assert [name for name in named if name != "./" and not re.search(r"@v\d+$", name)] == []


def test_the_workflow_may_do_what_the_action_needs_and_no_more() -> None:
    workflow = loaded(WORKFLOW)
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["audit"]["permissions"] == {
        "contents": "read",
        "pull-requests": "write",
        "security-events": "write",
    }
    assert set(workflow["on"]) == {"pull_request", "push"}, (
        "pull_request_target would run the code of strangers"
    )


def test_the_workflow_gives_the_action_inputs_that_it_has() -> None:
    checkout, own = loaded(WORKFLOW)["jobs"]["audit"]["steps"]
    assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}
    assert set(own["with"]) <= set(loaded(ACTION)["inputs"])


@pytest.mark.parametrize("name", ["Show the problems in code scanning", "Tell what changed"])
def test_what_tells_of_an_audit_runs_also_where_it_failed_and_never_without_one(name: str) -> None:
    condition = " ".join(step(name)["if"].split())
    assert condition.startswith("${{ !cancelled() && steps.audit.outputs.reports != '' && ")


def test_a_pull_request_from_a_fork_gets_no_comment() -> None:
    condition = step("Tell what changed")["if"]
    assert "github.event.pull_request.head.repo.full_name == github.repository" in condition


DOCUMENT = ROOT / "docs" / "pull-requests.md"


def test_the_document_shows_a_workflow_that_is_one() -> None:
    shown = DOCUMENT.read_text("utf-8").split("```yaml\n")[1].split("```\n")[0]
    workflow = read(shown, DOCUMENT.name)
    validator("github-workflows.json").validate(workflow)
    ours = loaded(WORKFLOW)
    assert workflow["permissions"] == ours["permissions"]
    assert workflow["jobs"]["audit"]["permissions"] == ours["jobs"]["audit"]["permissions"]
    checkout, own = workflow["jobs"]["audit"]["steps"]
    assert checkout == ours["jobs"]["audit"]["steps"][0]
    assert set(own.get("with", {})) <= set(loaded(ACTION)["inputs"])


def test_the_document_lists_the_inputs_of_the_action_with_what_they_are_if_not_given() -> None:
    listed = re.findall(r"^\| `([a-z-]+)` \| `?([^`|]*?)`? \| ", DOCUMENT.read_text("utf-8"), re.MULTILINE)
    inputs = loaded(ACTION)["inputs"]
    assert dict(listed) == {name: one["default"] or "nothing" for name, one in inputs.items()}


# What their steps do.


@dataclass(frozen=True)
class Runner:
    """A machine as GitHub's: a repository, a folder for what is temporary, commands that record calls."""

    root: Path
    values: dict[str, str]
    environment: dict[str, str]

    def run(self, name: str) -> subprocess.CompletedProcess[str]:
        """Run the shell of one step, its expressions replaced by their values."""
        one = step(name)
        assert one["shell"] == "bash"
        env = {key: self.value(words) for key, words in one.get("env", {}).items()}
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", one["run"]],
            cwd=self.root / "repository" / self.value(one.get("working-directory", ".")),
            env=self.environment | env,
            capture_output=True,
            text=True,
            check=False,
        )

    def value(self, words: str) -> str:
        """Return words with the values of their expressions; one that nobody gave a value is an error."""
        return EXPRESSION.sub(lambda found: self.values[found[1]], words)

    @property
    def calls(self) -> list[list[str]]:
        """Return the words of each call of a command that was recorded."""
        place = self.root / "calls"
        return [line.split("\t") for line in place.read_text("utf-8").splitlines()] if place.exists() else []

    @property
    def outputs(self) -> dict[str, str]:
        """Return what the steps gave to later ones; the last of a name holds."""
        lines = (self.root / "output").read_text("utf-8").splitlines()
        return {name: value for name, _, value in (line.partition("=") for line in lines)}

    def git(self, *words: str) -> str:
        """Run git in the repository, and return what it prints."""
        ran = subprocess.run(
            ["git", "-c", "user.name=Ana", "-c", "user.email=ana@desk.example", *words],
            cwd=self.root / "repository",
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return ran.stdout.strip()


GH = """#!/bin/sh
printf 'gh' >> "$CALLS"
for word in "$@"; do
  case "$word" in body=@*) cp "${word#body=@}" "$SENT" ;; esac
  printf '\\t%s' "$word" >> "$CALLS"
done
echo >> "$CALLS"
case "$*" in *--paginate*) cat "$MINE" ;; esac
"""
PYTHON = f"""#!/bin/sh
if [ "$2" = pip ]; then
  printf 'python' >> "$CALLS"
  printf '\\t%s' "$@" >> "$CALLS"
  echo >> "$CALLS"
  exit 0
fi
exec '{sys.executable}' "$@"
"""
FACTCHECK = f"""#!/bin/sh
exec '{sys.executable}' -c 'import sys; from pytest_factcheck.cli import main; sys.exit(main())' "$@"
"""
STAND_IN = f"""#!/bin/sh
printf 'factcheck' >> "$CALLS"
printf '\\t%s' "$@" >> "$CALLS"
echo >> "$CALLS"
printf '%s' '{CHANGES}'
exit "${{DIFF_STATUS:-0}}"
"""


def command(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(script, encoding="utf-8")
    (folder / name).chmod(0o755)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """Return a machine with the project `bridge` in the folder `the desk` of a repository with one commit."""
    for name in ("bin", "temp"):
        (tmp_path / name).mkdir()
    for name in ("output", "mine", "summary"):
        (tmp_path / name).touch()
    commands = {"gh": GH, "python": PYTHON, "factcheck": FACTCHECK}
    for name, script in commands.items():
        command(tmp_path / "bin", name, script)
    shutil.copytree(ROOT / "tests" / "projects" / "bridge", tmp_path / "repository" / "the desk")
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR", "LANG") if name in os.environ}
    environment = kept | {
        "PATH": f"{tmp_path / 'bin'}{os.pathsep}{kept['PATH']}",
        "HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT / "harness"),
        "CALLS": str(tmp_path / "calls"),
        "SENT": str(tmp_path / "sent"),
        "MINE": str(tmp_path / "mine"),
        "RUNNER_TEMP": str(tmp_path / "temp"),
        "GITHUB_ACTIONS": "true",
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
    }
    values = {
        "inputs.path": "the desk",
        "inputs.arguments": "",
        "env.PYTEST_ADDOPTS": "-p pytest_factcheck.plugin -p no:cacheprovider",
        "inputs.base || github.event.pull_request.base.sha": "",
        "github.repository": "desk/talks",
        "github.token": "token",
        "github.event.pull_request.number": "7",
        "steps.audit.outputs.reports": str(tmp_path / "temp"),
    }
    made = Runner(tmp_path, values, environment)
    made.git("init", "--quiet", "--initial-branch=main")
    made.git("add", ".")
    made.git("commit", "--quiet", "--message=Begin")
    values["inputs.base || github.event.pull_request.base.sha"] = made.git("rev-parse", "HEAD")
    return made


def test_the_package_is_installed_from_the_action_itself(runner: Runner) -> None:
    assert runner.run("Install").returncode == 0
    (call,) = runner.calls
    assert call[:4] == ["python", "-m", "pip", "install"]
    assert (Path(call[-1]) / "pyproject.toml").is_file()


def test_the_audit_fails_where_an_assertion_fails_and_leaves_its_reports(runner: Runner) -> None:
    ran = runner.run("Audit")
    assert ran.returncode == 1, ran.stdout + ran.stderr
    reports = Path(runner.outputs["reports"])
    assert reports.is_relative_to(runner.root / "temp")
    assert sorted(path.name for path in reports.iterdir()) == [
        "audit.json",
        "audit.md",
        "audit.sarif",
        "claims.jsonld",
    ]
    located = re.findall(r"^::error file=([^,]+),line=(\d+),", ran.stdout, re.MULTILINE)
    assert located == [("the desk/assertions/bridge.yaml", line) for line in ("10", "19", "28", "38")]
    written = (reports / "audit.md").read_text("utf-8")
    assert (runner.root / "summary").read_text("utf-8") == compact(written)


def test_the_audit_takes_more_words_for_pytest_with_their_quotes(runner: Runner) -> None:
    runner.values["inputs.arguments"] = "assertions -k 'opened or nothing' --deselect=$(touch${IFS}owned)"
    ran = runner.run("Audit")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "1 passed, 5 deselected" in ran.stdout
    assert not list(runner.root.rglob("owned"))


def test_an_audit_that_could_not_begin_leaves_no_reports_and_its_code(runner: Runner) -> None:
    (runner.root / "repository" / "the desk" / "factcheck.toml").write_text("judgs = []\n", encoding="utf-8")
    ran = runner.run("Audit")
    assert ran.returncode == 4
    assert "reports" not in runner.outputs


def test_two_audits_of_one_job_do_not_mix_their_reports(runner: Runner) -> None:
    folders = set()
    for _ in range(2):
        runner.run("Audit")
        folders.add(runner.outputs["reports"])
    assert len(folders) == 2


def sent(runner: Runner) -> str:
    return (runner.root / "sent").read_text("utf-8")


def test_the_first_comment_is_made_and_holds_what_changed(runner: Runner) -> None:
    ran = runner.run("Tell what changed")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    asked, made = (call for call in runner.calls if call[0] == "gh")
    assert asked[1:4] == ["api", "--paginate", "repos/desk/talks/issues/7/comments"]
    assert made[1:6] == ["api", "--silent", "--method", "POST", "repos/desk/talks/issues/7/comments"]
    base = runner.values["inputs.base || github.event.pull_request.base.sha"]
    changes = subprocess.run(
        ["factcheck", "diff", "--base", base, "--format", "markdown"],
        cwd=runner.root / "repository" / "the desk",
        env=runner.environment, capture_output=True, text=True, check=False,
    ).stdout  # fmt: skip
    assert sent(runner) == f"<!-- pytest-factcheck the desk -->\n{changes}"


def test_a_later_comment_replaces_the_first(runner: Runner) -> None:
    (runner.root / "mine").write_text("41\n43\n", encoding="utf-8")
    assert runner.run("Tell what changed").returncode == 0
    made = [call for call in runner.calls if call[0] == "gh"][-1]
    assert made[1:6] == ["api", "--silent", "--method", "PATCH", "repos/desk/talks/issues/comments/41"]


@pytest.mark.parametrize(("status", "code"), [("0", 0), ("1", 0), ("2", 0), ("127", 127)])
def test_a_comparison_that_could_not_be_made_is_no_comment(runner: Runner, status: str, code: int) -> None:
    command(runner.root / "bin", "factcheck", STAND_IN)
    runner.environment["DIFF_STATUS"] = status
    assert runner.run("Tell what changed").returncode == code
    assert (runner.root / "sent").exists() == (status in "01")
    base = runner.values["inputs.base || github.event.pull_request.base.sha"]
    assert runner.calls[0] == ["factcheck", "diff", "--base", base, "--format", "markdown"]


@pytest.mark.skipif(not shutil.which("jq"), reason="needs jq, which gh brings along")
def test_only_a_comment_of_this_action_on_this_project_is_replaced(runner: Runner) -> None:
    marker = "<!-- pytest-factcheck the desk -->"
    comments = [
        {"id": 1, "user": {"type": "User"}, "body": f"{marker}\n"},
        {"id": 2, "user": {"type": "Bot"}, "body": "coverage"},
        {"id": 3, "user": {"type": "Bot"}, "body": "<!-- pytest-factcheck other -->\n"},
        {"id": 4, "user": {"type": "Bot"}, "body": f"{marker}\n# What changed\n"},
    ]
    runner.run("Tell what changed")
    asked = next(call for call in runner.calls if "--jq" in call)
    ran = subprocess.run(
        ["jq", "--raw-output", asked[asked.index("--jq") + 1]],
        input=json.dumps(comments),
        env=runner.environment | {"MARKER": marker},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.split() == ["4"]
