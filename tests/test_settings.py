"""Settings: which file holds, what it may say, and where a mistake is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from pytest_factcheck.errors import InvalidInput
from pytest_factcheck.settings import Settings, find


def problems_of(tmp_path: Path, text: str, name: str = "factcheck.toml") -> list[str]:
    """Return the problems of a settings file as they are shown."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        find(tmp_path)
    return [str(problem) for problem in caught.value.problems]


def found(folder: Path) -> Settings:
    """Return the settings that hold for a folder, which has some."""
    settings = find(folder)
    assert settings is not None
    return settings


def test_every_setting_can_be_chosen(tmp_path: Path) -> None:
    text = 'assertions = "claims/press/"\ncorpus = "./texts"\njudges = ["slots"]\nstrict = true\n'
    (tmp_path / "factcheck.toml").write_text(text)
    assert find(tmp_path) == Settings(
        tmp_path, "claims/press", "texts", ("slots",), strict=True, file="factcheck.toml"
    )


def test_what_is_not_chosen_is_the_default(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text("")
    settings = found(tmp_path)
    assert (settings.assertions, settings.corpus, settings.strict) == ("assertions", "seeds", False)
    assert settings.judges == ("slots", "verbatim", "language")
    assert settings.assertions_folder == tmp_path / "assertions"
    assert settings.corpus_folder == tmp_path / "seeds"


def test_the_table_of_a_shared_file_is_read(tmp_path: Path) -> None:
    text = '[project]\nname = "x"\n\n[tool.factcheck]\ncorpus = "texts"\n'
    (tmp_path / "pyproject.toml").write_text(text)
    settings = found(tmp_path)
    assert (settings.corpus, settings.file) == ("texts", "pyproject.toml")


@pytest.mark.parametrize(
    "text", ["[project]\nname = 'x'\n", "[tool]\nfactchecker = 1\n", "tool = 'factcheck'\n", "not = [toml\n"]
)
def test_a_shared_file_without_the_table_is_nobodys_settings(tmp_path: Path, text: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text)
    assert find(tmp_path) is None


def test_the_file_of_the_nearest_folder_holds(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "factcheck.toml").write_text('corpus = "far"\n')
    (tmp_path / "a" / "factcheck.toml").write_text('corpus = "near"\n')
    assert (found(inner).corpus, found(inner).root) == ("near", tmp_path / "a")


def test_a_shared_file_without_the_table_does_not_end_the_search(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "factcheck.toml").write_text('corpus = "far"\n')
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert found(tmp_path / "a").corpus == "far"


def test_in_one_folder_the_own_file_holds(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('corpus = "own"\n')
    (tmp_path / "pyproject.toml").write_text('[tool.factcheck]\ncorpus = "shared"\n')
    assert found(tmp_path).corpus == "own"


def test_the_default_layout_needs_no_file(tmp_path: Path) -> None:
    (tmp_path / "assertions").mkdir()
    assert find(tmp_path) is None
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "countries.csv").write_text("another tool's")
    assert find(tmp_path) is None
    (tmp_path / "seeds" / "news.txt").write_text("The bridge reopened.")
    assert find(tmp_path) == Settings(tmp_path)


def test_an_unknown_key_is_told_at_its_place_with_the_nearest_known_one(tmp_path: Path) -> None:
    assert problems_of(tmp_path, 'corpus = "seeds"\n  judge = ["slots"]\n') == [
        "factcheck.toml:2:3: unknown-key: `judge` is no setting (did you mean 'judges'?)"
    ]


def test_an_unknown_key_that_is_near_to_none_is_told_with_all(tmp_path: Path) -> None:
    assert problems_of(tmp_path, "zzz = 1\n") == [
        "factcheck.toml:1:1: unknown-key: `zzz` is no setting (known are assertions, corpus, judges, strict)"
    ]


def test_a_key_is_placed_in_its_own_table(tmp_path: Path) -> None:
    text = '[tool.other]\nstrict = 1\n[tool.factcheck]\n"strict" = "yes"\n'
    assert problems_of(tmp_path, text, "pyproject.toml") == [
        "pyproject.toml:4:1: wrong-type: `strict` must be true or false"
    ]


@pytest.mark.parametrize(
    ("line", "key", "kind"),
    [
        ("strict = 1", "strict", "true or false"),
        ("corpus = ['seeds']", "corpus", "a folder"),
        ("corpus = ''", "corpus", "a folder"),
        ("judges = 'slots'", "judges", "a list of names"),
        ("judges = []", "judges", "a list of names"),
        ("judges = [1]", "judges", "a list of names"),
    ],
)
def test_a_value_of_the_wrong_type_is_told(tmp_path: Path, line: str, key: str, kind: str) -> None:
    assert problems_of(tmp_path, line) == [f"factcheck.toml:1:1: wrong-type: `{key}` must be {kind}"]


@pytest.mark.parametrize(
    "folder", ["../seeds", "/seeds", "a/../../b", r"a\\b", "C:/seeds", "a\\u001b[31m", "a\\u202eb"]
)
def test_a_folder_outside_the_project_is_refused(tmp_path: Path, folder: str) -> None:
    message = "`corpus` must be a folder inside the project, written with forward slashes"
    told = problems_of(tmp_path, f'corpus = "{folder}"\n')
    assert told == [f"factcheck.toml:1:1: unsafe-path: {message}"]


def test_every_mistake_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    told = problems_of(tmp_path, 'strict = 1\ncorpus = "../x"\nzzz = 1\n')
    assert [line.split(": ")[1] for line in told] == ["wrong-type", "unsafe-path", "unknown-key"]


def test_broken_toml_is_told_at_its_place(tmp_path: Path) -> None:
    assert problems_of(tmp_path, 'strict = true\ncorpus = "a\n') == [
        "factcheck.toml:2:12: bad-toml: Illegal character '\\n'"
    ]


@pytest.mark.parametrize("text", ["[tool]\nfactcheck = 3\n", "[[tool.factcheck]]\nstrict = true\n"])
def test_something_else_than_a_table_is_told(tmp_path: Path, text: str) -> None:
    assert problems_of(tmp_path, text, "pyproject.toml") == [
        "pyproject.toml:1:1: wrong-type: `tool.factcheck` must be a table"
    ]


def test_a_file_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_bytes(b'corpus = "caf\xe9"\n')
    with pytest.raises(InvalidInput, match=r"factcheck\.toml:1:14: invalid-utf8"):
        find(tmp_path)


def test_a_byte_order_mark_and_foreign_line_ends_are_read(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_bytes(b'\xef\xbb\xbfcorpus = "texts"\r\nstrict = true\r\n')
    assert (found(tmp_path).corpus, found(tmp_path).strict) == ("texts", True)


def test_paths_are_shown_relative_to_the_project(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    assert settings.shown(tmp_path / "assertions" / "a.yaml") == "assertions/a.yaml"


def test_a_linked_file_is_shown_where_the_reader_finds_it(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.yaml").write_text("")
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "a.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    assert Settings(tmp_path / "project").shown(tmp_path / "project" / "a.yaml") == "a.yaml"


def test_a_project_opened_through_a_link_shows_the_same_paths(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert Settings(tmp_path / "link").shown(tmp_path / "real" / "a.yaml") == "a.yaml"


@pytest.mark.parametrize(
    ("prefix", "shown"), [("", "seeds/a.txt"), (".", "seeds/a.txt"), ("../city", "../city/seeds/a.txt")]
)
def test_a_path_is_shown_as_seen_from_where_the_reader_is(tmp_path: Path, prefix: str, shown: str) -> None:
    settings = Settings(tmp_path, prefix=prefix)
    assert settings.shown(tmp_path / "seeds" / "a.txt") == shown
    assert settings.shown(Path("/elsewhere/a.txt")) == "/elsewhere/a.txt"
