"""Whatever a manifest looks like, a lock sets its digests, and changes nothing else and nothing twice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_factcheck import manifest, yamlfile
from pytest_factcheck.corpus import Corpus, Source, from_files, from_manifest
from pytest_factcheck.textfile import decode

OLD = "0" * 64
LAYOUTS = (
    "  - id: ID\n    file: ID.txt\n",
    "  - id: ID\n    file: ID.txt   # the text\n    title: Über \n\n",
    "  -   file: 'ID.txt'\n      id: ID\n",
    f"  - id: ID\n    sha256: {OLD} # old\n    file: ID.txt\n",
    f'  - id: ID\n    sha256: "{OLD}"\n    file: ID.txt\n',
    "  - {id: ID, file: ID.txt, tags: [a, b]}  # flow\n",
    f'  - {{sha256: {OLD}, id: ID, file: "ID.txt"}}\n',
    "  # a comment\n  - id: ID\n    tags:\n      - a\n    file: ID.txt\n",
)


def locked(text: str, digests: Mapping[str, str]) -> str:
    """Return a manifest with digests set."""
    return manifest.locked(text.encode("utf-8"), "seeds/corpus.yaml", digests)


def data_of(text: str) -> Any:  # noqa: ANN401 - any YAML
    """Return the data of a manifest as it is on disk."""
    return yamlfile.load(decode(text.encode("utf-8"), "m"), "m").data


@given(
    layouts=st.lists(st.sampled_from(LAYOUTS), min_size=1, max_size=5),
    ends=st.lists(st.sampled_from(["\n", "\r\n"]), min_size=1, max_size=4),
    mark=st.sampled_from(["", "\ufeff"]),
    closed=st.booleans(),
)
def test_digests_are_set_and_every_other_character_stays(
    layouts: list[str], ends: list[str], mark: str, *, closed: bool
) -> None:
    entries = "".join(layout.replace("ID", f"s{number}") for number, layout in enumerate(layouts))
    lines = f"# Häfen\ntitle: 'T'\nsources:\n{entries}".split("\n")
    before = mark + "".join(line + ends[at % len(ends)] for at, line in enumerate(lines[:-1]))
    before = before if closed else before.rstrip("\r\n")
    digests = {f"s{number}": "abcde"[number] * 64 for number in range(len(layouts))}
    after = locked(before, digests)

    wanted = [{**entry, "sha256": digests[entry["id"]]} for entry in data_of(before)["sources"]]
    assert data_of(after) == {"title": "T", "sources": wanted}
    left = iter(after)
    assert all(character in left for character in before.replace(f'"{OLD}"', "").replace(OLD, ""))
    assert locked(after, digests) == after


def test_line_ends_of_both_kinds_stay_each_where_it_is() -> None:
    before = "# one\nsources:\r\n  - id: a\r\n    file: a.txt\r\n  - {id: b, file: b.txt}\n# end"
    digest = "a" * 64
    assert locked(before, {"a": digest, "b": digest}) == (
        f"# one\nsources:\r\n  - id: a\r\n    file: a.txt\r\n    sha256: {digest}\r\n"
        f"  - {{id: b, file: b.txt, sha256: {digest}}}\n# end"
    )


def test_a_manifest_without_anything_to_set_stays_as_it_is() -> None:
    before = "sources:\r\n  - {id: a, file: a.txt}\n"
    assert locked(before, {}) == before
    assert locked(before, {"b": OLD}) == before


@pytest.mark.parametrize(
    "name",
    [
        "2024.txt",
        "1e5.txt",
        "0x1f.txt",
        "true.txt",
        "null.txt",
        "no.txt",
        'it\'s "so": #1 {a}, b.md',
        "ä 1.txt",
    ],
)
def test_a_drafted_manifest_describes_the_same_corpus(name: str) -> None:
    def read(_source: Source) -> bytes:
        return b"Words."

    bare = from_files([name, "news/other.txt"], "seeds", read)
    texts = [text for source in bare.sources if (text := bare.text(source))]
    draft = manifest.drafted(texts, "seeds")
    drafted = from_manifest(yamlfile.load(draft, "seeds/corpus.yaml"), "seeds", read)
    assert described(drafted) == described(bare)
    assert [source.sha256 for source in drafted.sources.values()] == [text.digest for text in texts]
    assert locked(draft, {text.source.id: text.digest for text in texts}) == draft


def described(corpus: Corpus) -> list[tuple[str, str]]:
    """Return the ids and files of a corpus."""
    return [(source.id, source.path) for source in corpus.sources.values()]
