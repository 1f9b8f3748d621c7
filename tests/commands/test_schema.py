"""`factcheck schema`: each schema as it is, and how an editor comes to use it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pytest_factcheck import cli, schema

FOLDER = Path(__file__).parents[2] / "schema"


@pytest.mark.parametrize("name", schema.NAMES)
def test_a_schema_is_printed_byte_for_byte(name: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.main(["schema", name]) == 0
    assert capfdbinary.readouterr().out == (FOLDER / f"{name}.schema.json").read_bytes()


def test_every_schema_of_the_project_has_a_name() -> None:
    assert sorted(schema.NAMES) == sorted(path.name.partition(".")[0] for path in FOLDER.iterdir())


def test_without_a_name_each_schema_is_listed_and_its_use_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("assertions  File of assertions\n")
    assert "\ncorpus      Manifest of a corpus\n" in out
    assert "\n  # yaml-language-server: $schema=../schema/assertions.schema.json\n" in out
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("name", "said"),
    [("asertions", "did you mean 'assertions'?"), ("../x", f"there are {', '.join(schema.NAMES)}")],
)
def test_a_name_that_there_is_not_is_refused(
    capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    assert cli.main(["schema", name]) == 2
    assert capsys.readouterr().err == f"there is no schema `{name}` ({said})\n"
