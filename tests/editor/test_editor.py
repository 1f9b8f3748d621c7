"""What an editor shows while a file is written, asked of the language server that editors run."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
from tools.languageserver import PROGRAM, ROOT, LanguageServer

from pytest_factcheck import schema, yamlfile
from pytest_factcheck.commands.init import layout

if shutil.which("node") is None:
    pytest.skip("node is not here, which runs the language server", allow_module_level=True)
if not PROGRAM.is_file():
    pytest.skip("the language server is not here; `make editor` installs it", allow_module_level=True)

HEAD = "# yaml-language-server: $schema=../schema/assertions.schema.json\n"
RAIN = "assertions:\n  - id: rain\n    claim: Rain fell.\n"
QUOTED = f"{RAIN}    expect: supported\n    evidence:\n      - source: a\n        "
CURSOR = "|"
SAMPLES = ROOT / "tests" / "samples"
# Within `{ }` the server takes a word behind a comma, which YAML reads as a key, for no key at all.
UNSEEN = {"unquoted-scalar-comma.yaml"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    for name, text in layout().items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def server(project: Path) -> Iterator[LanguageServer]:
    with LanguageServer(project) as running:
        yield running


@pytest.fixture
def file(project: Path, request: pytest.FixtureRequest) -> Path:
    """Return a place for a file of its own for each test."""
    name = "".join(letter if letter.isalnum() else "-" for letter in request.node.name)
    return project / "assertions" / f"{name}.yaml"


def underlined(server: LanguageServer, file: Path, text: str) -> list[tuple[str, str]]:
    """Return what the editor underlines, and what it says of that."""
    lines = (HEAD + text).split("\n")
    found = []
    for told in server.diagnostics(server.opened(file, HEAD + text)):
        start, end = told["range"]["start"], told["range"]["end"]
        assert start["line"] == end["line"]
        found.append((lines[start["line"]][start["character"] : end["character"]], told["message"]))
    return sorted(found)


def at_cursor(server: LanguageServer, file: Path, text: str, method: str) -> Any:  # noqa: ANN401
    """Return the answer to a question about the place of the cursor."""
    before, after = (HEAD + text).split(CURSOR)
    place = server.opened(file, before + after)
    position = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
    return server.ask(method, {"textDocument": {"uri": place}, "position": position})


def offered(server: LanguageServer, file: Path, text: str) -> dict[str, dict[str, Any]]:
    """Return what the editor offers at the cursor, by its label."""
    items = at_cursor(server, file, text, "textDocument/completion")["items"]
    assert len({item["label"] for item in items}) == len(items)
    return {item["label"]: item for item in items}


def said(item: dict[str, Any]) -> str:
    words = item["documentation"]
    return str(words["value"] if isinstance(words, dict) else words)


def part(*steps: str) -> dict[str, Any]:
    """Return a definition of the schema of assertions."""
    found: dict[str, Any] = json.loads(schema.schema_text("assertions"))["$defs"]
    for step in steps:
        found = found[step]
    return found


# Mistakes.


def test_a_key_that_does_not_exist_is_underlined_and_named(server: LanguageServer, file: Path) -> None:
    assert underlined(server, file, f"{RAIN}    expect: absent\n    tgas: [weather]\n") == [
        ("tgas", "Property tgas is not allowed.")
    ]


def test_the_key_that_was_meant_is_among_the_quick_fixes(server: LanguageServer, file: Path) -> None:
    place = server.opened(file, f"{HEAD}{RAIN}    expect: absent\n    tgas: [weather]\n")
    (told,) = server.diagnostics(place)
    asked = {"textDocument": {"uri": place}, "range": told["range"], "context": {"diagnostics": [told]}}
    fixes = server.ask("textDocument/codeAction", asked)
    assert "tags" in [fix["title"] for fix in fixes]


def test_a_value_of_the_wrong_type_is_underlined(server: LanguageServer, file: Path) -> None:
    assert underlined(server, file, f"{RAIN}    expect: absent\n    tags: weather\n") == [
        ("weather", 'Incorrect type. Expected "array".')
    ]


def test_a_value_that_is_not_allowed_is_underlined_and_the_others_are_listed(
    server: LanguageServer, file: Path
) -> None:
    ((word, message),) = underlined(server, file, f"{RAIN}    expect: suported\n")
    assert word == "suported"
    assert message.endswith('Valid values: "supported", "contradicted", "disputed", "absent".')


@pytest.mark.parametrize(
    ("lines", "word", "message"),
    [
        (
            "expect: absent\n    as_of: 2025-13-01",
            "2025-13-01",
            "must be a day of the calendar like 2025-05-16",
        ),
        (
            "expect: absent\n    min_origins: 2",
            "2",
            "`min_origins` counts sources that speak, and `expect: absent` wants none",
        ),
        (
            "expect: absent\n    slots: [{about: [rain], relation: [fell]}]",
            "{about: [rain], relation: [fell]}",
            "a slot needs a value: one of `quantity`, `date` and `entity`",
        ),
        (
            "expect: supported",
            "i",
            "`expect: supported` needs evidence: at least one quote that supports the claim",
        ),
        (
            "expect: supported\n    evidence: [{source: a, quote: x, stance: contradicts}]",
            "contradicts",
            "a quote that contradicts the claim cannot stand under `expect: supported`; if both sides …",
        ),
    ],
    ids=["a day", "a needless key", "no value", "no evidence", "the wrong stance"],
)
def test_what_does_not_fit_together_is_told_in_our_own_sentence(
    server: LanguageServer, file: Path, lines: str, word: str, message: str
) -> None:
    ((marked, told),) = underlined(server, file, f"{RAIN}    {lines}\n")
    assert marked == word
    assert fnmatchcase(told, message.replace("…", "*"))


def broken() -> list[Path]:
    """Return the samples of mistakes that a schema finds."""
    found = []
    for path in sorted(SAMPLES.glob("*.yaml")):
        text = path.read_bytes().decode("utf-8", errors="replace").removeprefix("\ufeff")
        document, problems = yamlfile.parse(text, path.name)
        name = "corpus" if path.name.startswith("corpus-") else "assertions"
        if document and not problems and schema.validate(document, name):
            found.append(path)
    return found


@pytest.mark.parametrize("sample", broken(), ids=lambda path: path.stem)
def test_a_mistake_that_lint_tells_of_the_schema_is_seen_in_the_editor(
    server: LanguageServer, project: Path, sample: Path
) -> None:
    name = "corpus" if sample.name.startswith("corpus-") else "assertions"
    text = (
        f"# yaml-language-server: $schema=../schema/{name}.schema.json\n{sample.read_text(encoding='utf-8')}"
    )
    found = server.diagnostics(server.opened(project / "assertions" / sample.name, text))
    assert bool(found) is (sample.name not in UNSEEN)


def test_nothing_is_underlined_in_the_files_of_this_project(server: LanguageServer) -> None:
    paths = [*sorted((ROOT / "assertions").glob("*.yaml")), ROOT / "seeds" / "corpus.yaml"]
    opened = {path.name: server.opened(path, path.read_text(encoding="utf-8")) for path in paths}
    assert {name: server.diagnostics(place) for name, place in opened.items()} == {
        name: [] for name in opened
    }


def test_a_second_line_for_another_editor_is_in_nobodys_way(server: LanguageServer, file: Path) -> None:
    text = f"# $schema: ../schema/assertions.schema.json\n{RAIN}    expect: absent\n    tags: weather\n"
    assert [word for word, _ in underlined(server, file, text)] == ["weather"]


# Help.


def test_within_evidence_its_keys_are_offered_and_explained(server: LanguageServer, file: Path) -> None:
    items = offered(server, file, f"{QUOTED}{CURSOR}\n")
    known = part("evidence", "properties")
    assert set(known) - {"source"} <= set(items)
    assert not {"source", "claim", "expect"} & set(items)
    for key in ("quote", "stance", "attested"):
        assert said(items[key]).startswith(known[key]["description"])


def test_a_quote_is_begun_on_the_line_of_its_key(server: LanguageServer, file: Path) -> None:
    assert offered(server, file, f"{QUOTED}{CURSOR}\n")["quote"]["insertText"] == "quote: "


@pytest.mark.parametrize(
    ("text", "definition", "key"),
    [
        (f"{RAIN}    expect: {CURSOR}\n", "assertion", "expect"),
        (f"{QUOTED}quote: x\n        stance: {CURSOR}\n", "evidence", "stance"),
        (f"{RAIN}    expect: absent\n    attribution: {CURSOR}\n", "assertion", "attribution"),
    ],
    ids=["expect", "stance", "attribution"],
)
def test_the_values_of_a_key_are_offered_each_with_what_it_means(
    server: LanguageServer, file: Path, text: str, definition: str, key: str
) -> None:
    described = part(definition, "properties", key)
    items = offered(server, file, text)
    meant = dict(zip(described["enum"], described["markdownEnumDescriptions"], strict=True))
    assert {label: said(item) for label, item in items.items()} == meant


def test_a_key_is_explained_where_the_pointer_rests(server: LanguageServer, file: Path) -> None:
    shown = at_cursor(server, file, f"{RAIN}    exp{CURSOR}ect: absent\n", "textDocument/hover")
    assert part("assertion", "properties", "expect")["description"] in shown["contents"]["value"]
