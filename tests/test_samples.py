"""Each sample holds one kind of mistake; the report that it must give stands beside it, word for word."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from pytest_factcheck import assertions, schema, yamlfile
from pytest_factcheck.errors import InvalidInput, Problem
from pytest_factcheck.schema.mistakes import mistakes
from pytest_factcheck.textfile import decode

SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.yaml"))
SOURCES = ("kyiv-independent", "moscow-times", "republic-world")
TAGS = ("wire",)
WORDS_OF_THE_MACHINERY = (
    "is not of type",
    "does not match",
    "required property",
    "non-unique",
    "NoneType",
    "while ",
)

sample = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)


def problems(path: Path) -> tuple[Problem, ...]:
    """Return what is reported for a sample: as a manifest if its name says so, else as assertions."""
    try:
        text = decode(path.read_bytes(), path.name)
        if path.name.startswith("corpus-"):
            return schema.validate(yamlfile.load(text, path.name), "corpus")
    except InvalidInput as error:
        return error.problems
    file = assertions.read(text, path.name)
    found = {*file.problems, *assertions.duplicates([file])}
    for assertion in file.assertions:
        found.update(assertions.unknown_sources(assertion, SOURCES, TAGS))
    return tuple(sorted(found))


@sample
def test_a_sample_gives_the_report_beside_it(path: Path) -> None:
    expected = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    assert [str(problem) for problem in problems(path)] == expected


@sample
def test_a_sample_shows_the_kind_it_is_named_for(path: Path) -> None:
    kind = max((slug for slug in mistakes() if path.stem.removeprefix("corpus-").startswith(slug)), key=len)
    assert kind in {problem.slug for problem in problems(path)}


@sample
def test_no_report_speaks_the_language_of_the_machinery(path: Path) -> None:
    report = "\n".join(str(problem) for problem in problems(path))
    assert not [words for words in WORDS_OF_THE_MACHINERY if words in report]


@sample
def test_the_parser_of_pure_python_finds_the_same_on_the_same_lines(path: Path) -> None:
    text = path.read_bytes().decode("utf-8", errors="replace")
    fast, plain = (
        yamlfile.parse(text, path.name, loader)[1] for loader in (yamlfile.LOADER, yaml.SafeLoader)
    )
    assert [(p.location.line, p.slug, p.message) for p in fast] == [
        (p.location.line, p.slug, p.message) for p in plain
    ]


def test_every_report_belongs_to_a_sample() -> None:
    reports = {path.stem for path in (Path(__file__).parent / "samples").glob("*.txt")}
    assert reports == {path.stem for path in SAMPLES}
