"""Digests are set in a manifest, and nothing else in it changes."""

from __future__ import annotations

import pytest

from pytest_factcheck import manifest
from pytest_factcheck.boilerplate import Furniture
from pytest_factcheck.corpus import Source, SourceText
from pytest_factcheck.errors import InvalidInput
from pytest_factcheck.location import Location
from pytest_factcheck.yamlfile.layout import Value

OLD, NEW = "0" * 64, "a" * 64


def locked(text: str, **digests: str) -> str:
    return manifest.locked(text.encode("utf-8"), "seeds/corpus.yaml", digests)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "  - id: a\n    file: a.txt\n", "  - id: a\n    file: a.txt\n    sha256: NEW\n", id="block"
        ),
        pytest.param(
            "  - file: a.txt\n    id: a\n", "  - file: a.txt\n    sha256: NEW\n    id: a\n", id="file first"
        ),
        pytest.param(
            "  - id: a\n    file: a.txt", "  - id: a\n    file: a.txt\n    sha256: NEW", id="no line end"
        ),
        pytest.param(
            "  - id: a\n    file: 'it''s.txt'  # why\n",
            "  - id: a\n    file: 'it''s.txt'  # why\n    sha256: NEW\n",
            id="comment",
        ),
        pytest.param("  - {id: a, file: a.txt}\n", "  - {id: a, file: a.txt, sha256: NEW}\n", id="flow"),
        pytest.param(
            "  - {file: a.txt, id: a}\n", "  - {file: a.txt, sha256: NEW, id: a}\n", id="flow, file first"
        ),
        pytest.param(
            "  - {\n    id: a,\n    file: a.txt\n    }\n",
            "  - {\n    id: a,\n    file: a.txt, sha256: NEW\n    }\n",
            id="flow on lines",
        ),
        pytest.param(
            "  - id: a\n    file: a.txt\n    sha256: OLD # was\n",
            "  - id: a\n    file: a.txt\n    sha256: NEW # was\n",
            id="other digest",
        ),
        pytest.param(
            "  - id: a\n    file: a.txt\n    sha256: 'OLD'\n",
            "  - id: a\n    file: a.txt\n    sha256: NEW\n",
            id="in quotes",
        ),
        pytest.param(
            "  - {id: a, sha256: OLD, file: a.txt}\n",
            "  - {id: a, sha256: NEW, file: a.txt}\n",
            id="other digest, flow",
        ),
        pytest.param(
            "  - id: b\n    file: b.txt\n", "  - id: b\n    file: b.txt\n", id="not on this machine"
        ),
    ],
)
def test_a_digest_stands_behind_the_name_of_its_file(before: str, after: str) -> None:
    head = "# a comment\ntitle: T\nsources:\n"
    before, after = (text.replace("OLD", OLD).replace("NEW", NEW) for text in (before, after))
    assert locked(head + before, a=NEW) == head + after
    assert locked(head + after, a=NEW) == head + after


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    before = "\ufeffsources:\r\n  - id: a\r\n    file: a.txt\r\n"
    assert locked(before, a=NEW) == f"{before}    sha256: {NEW}\r\n"


def test_a_layout_in_which_a_digest_has_no_place_is_refused() -> None:
    before = "sources:\n- ? id\n  : a\n  ? file\n  : a.txt\n"
    with pytest.raises(InvalidInput, match=r"^seeds/corpus.yaml:1:1: bad-layout: "):
        locked(before, a=NEW)


def text(name: str, path: str) -> SourceText:
    return SourceText(Source(name, path, Location(path)), "words", Furniture(frozenset(), ()))


def test_a_drafted_manifest_names_every_text() -> None:
    texts = [text("a", "texts/old/a.txt"), text("b", 'texts/it"s: b.md')]
    digest = texts[0].digest
    assert manifest.drafted(texts, "texts") == (
        f'sources:\n  - id: a\n    file: "old/a.txt"\n    sha256: {digest}\n'
        f'  - id: b\n    file: "it\\"s: b.md"\n    sha256: {digest}\n'
    )


def test_a_drafted_manifest_begins_with_its_modeline() -> None:
    assert manifest.drafted([text("a", "t/a.txt")], "t", "# first\n").startswith("# first\nsources:\n")


def test_a_source_is_added_behind_the_last_one() -> None:
    before = (
        "\ufeff# first\r\nsources:\r\n  - {id: a, file: a.txt}  # one\r\nboilerplate:\r\n  - line: Ad\r\n"
    )
    after = manifest.added(before.encode("utf-8"), "seeds/corpus.yaml", {"id": "2024", "file": "b.txt"})
    assert after == before.replace("# one\r\n", '# one\r\n  - id: "2024"\r\n    file: b.txt\r\n')


def test_a_source_is_not_added_to_a_manifest_with_mistakes() -> None:
    with pytest.raises(InvalidInput, match=r"^seeds/corpus\.yaml:2:"):
        manifest.added(b"sources:\n<<<<<<< HEAD\n", "seeds/corpus.yaml", {"id": "a", "file": "a.txt"})
    with pytest.raises(InvalidInput, match=r"^seeds/corpus\.yaml:1:11: invalid-utf8"):
        manifest.added(b"sources: #\xff\n", "seeds/corpus.yaml", {"id": "a", "file": "a.txt"})


def test_a_manifest_is_begun_with_the_texts_that_are_there_and_a_new_one() -> None:
    old = text("a", "t/a.txt")
    entry: dict[str, Value] = {"id": "b", "file": "b.txt", "title": "B: two", "sha256": NEW}
    entry["original"] = {"file": "b.pdf"}
    assert manifest.begun([old], "t", entry, "# first\n") == (
        f'# first\nsources:\n  - id: a\n    file: "a.txt"\n    sha256: {old.digest}\n'
        f'  - id: b\n    file: "b.txt"\n    sha256: {NEW}\n'
        '    title: "B: two"\n    original:\n      file: b.pdf\n'
    )
