"""A document is read up to the byte that refuses it, and no further."""

from __future__ import annotations

from pathlib import Path

import pytest

from pytest_factcheck import extraction
from pytest_factcheck.commands.source.document import content


@pytest.mark.parametrize(("size", "read"), [(0, 0), (9, 9), (10, 10), (11, 11), (12, 11), (500, 11)])
def test_one_byte_more_than_the_largest_file_has_is_enough_to_refuse_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, read: int
) -> None:
    monkeypatch.setattr(extraction, "LARGEST", 10)
    file = tmp_path / "a.txt"
    file.write_bytes(b"a" * size)
    assert content(file) == b"a" * read
