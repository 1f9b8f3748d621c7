"""The wheel carries everything: installed alone, it audits a project of another shape.

The wheel is built without network, and installed into an environment that holds nothing but what it declares
to need; so the list of dependencies is tested too.
"""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from email.parser import Parser
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "harness" / "pytest_factcheck"


def run(folder: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command as on a machine where this repository does not exist."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PYTEST", "PIP"))
    }
    environment = {**kept, "COLUMNS": "80", "PIP_CONFIG_FILE": os.devnull, "PYTHONNOUSERSITE": "1"}
    return subprocess.run(
        [str(word) for word in words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def done(folder: Path, *words: str | Path) -> str:
    result = run(folder, *words)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    done(ROOT, sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """Make an environment that holds the wheel and what it declares to need."""
    folder = tmp_path_factory.mktemp("environment")
    done(folder, sys.executable, "-m", "venv", "--without-pip", folder)
    python = folder / "bin" / "python"
    done(folder, sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps", wheel)
    (site,) = folder.glob("lib/python*/site-packages")
    for needed in needed_by(declared(wheel)):
        for name in top_level(needed):
            source = Path(str(needed.locate_file(name)))
            (site / name).symlink_to(source, target_is_directory=source.is_dir())
    return folder / "bin"


def declared(wheel: Path) -> list[str]:
    """Return the requirements in the metadata of a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = Parser().parsestr(archive.read(name).decode("utf-8"))
    return [str(value) for value in metadata.get_all("Requires-Dist", [])]


def needed_by(requirements: list[str]) -> Iterator[Distribution]:
    """Yield every distribution that requirements lead to, without extras, each once."""
    seen: set[str] = set()
    waiting = [Requirement(words) for words in requirements]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in seen or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        seen.add(name)
        found = distribution(name)
        assert requirement.specifier.contains(found.version, prereleases=True)
        yield found
        waiting += map(Requirement, found.requires or ())


def top_level(found: Distribution) -> list[str]:
    files = [file for file in found.files or () if ".." not in file.parts]
    return sorted({file.parts[0] for file in files if file.parts[0] != "__pycache__"})


def test_the_wheel_holds_the_package_its_data_and_the_schemas_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = {name for name in archive.namelist() if ".dist-info/" not in name}
    package = {
        f"pytest_factcheck/{path.relative_to(PACKAGE).as_posix()}"
        for path in PACKAGE.rglob("*")
        if path.is_file()
        and path.suffix in {".py", ".toml", ".tsv", ".LICENSE", ".typed", ".html", ".css", ".js"}
    }
    schemas = {f"pytest_factcheck/schema/{path.name}" for path in (ROOT / "schema").iterdir()}
    assert len(schemas) == 6
    assert inside == package | schemas


def test_the_wheel_names_its_command_and_its_plugin(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (entry_points,) = (name for name in names if name.endswith("/entry_points.txt"))
        lines = archive.read(entry_points).decode("utf-8").splitlines()
    assert "factcheck = pytest_factcheck.cli:main" in lines
    assert "pytest_factcheck.plugin = pytest_factcheck.plugin" in lines


def test_the_wheel_has_its_own_licence_and_those_of_its_tables_where_tools_look_for_them(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = {
            name.partition("/licenses/")[2]: name for name in archive.namelist() if "/licenses/" in name
        }
        texts = {name: archive.read(place) for name, place in inside.items()}
    of_tables = {path.relative_to(ROOT).as_posix() for path in PACKAGE.rglob("*.LICENSE")}
    assert of_tables
    assert texts.keys() == {"LICENSE"} | of_tables
    assert all(text == (ROOT / name).read_bytes() for name, text in texts.items())


def test_the_installed_wheel_audits_a_project_of_another_shape(environment: Path, tmp_path: Path) -> None:
    """It has folders of other names, a `harness` of its own, and files of other tools lying about."""
    project = ROOT / "tests" / "projects" / "takeover"
    work = tmp_path / "newsroom"
    done(tmp_path, "cp", "-R", project, work)
    out = done(work, environment / "python", "-m", "pytest", "--audit-report=audit.json")
    assert "factcheck: claims/ over texts/, judges: slots, verbatim" in out
    assert "4 passed" in out
    assert "passed: 2 judged, 1 searched and silent, 0 to look at" in out
    assert (work / "audit.json").is_file()


def test_the_installed_command_answers_about_any_folder(environment: Path, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "bakery.txt").write_text("The baker gave away bread.\n", encoding="utf-8")
    out = done(
        tmp_path, environment / "factcheck", "probe", "The baker gave away bread.", "--corpus", "texts"
    )
    assert out.splitlines()[2].split()[:3] == ["bakery:1", "supports", "verbatim"]


def test_the_installed_command_lays_out_a_project_that_passes(environment: Path, tmp_path: Path) -> None:
    done(tmp_path, environment / "factcheck", "init")
    assert "2 passed" in done(tmp_path, environment / "python", "-m", "pytest")
    for name in ("assertions.schema.json", "corpus.schema.json"):
        assert (tmp_path / "schema" / name).read_bytes() == (ROOT / "schema" / name).read_bytes()
    assert done(tmp_path, environment / "factcheck", "--version") == "factcheck 0.1.0\n"
