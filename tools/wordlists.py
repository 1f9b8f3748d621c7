"""Word lists of the package wordfreq, read without it: gzipped MessagePack, of which they use little.

A list is an array: a header map, then one array of words per centibel below 1, so that the words at place
`n` have the frequency 10 ** (-n / 100). Nothing here knows what the words are for.
"""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Iterator
from pathlib import Path

_MEMBER = "wordfreq/data/large_en.msgpack.gz"


class _Reader:
    """A place in MessagePack bytes that moves on as values are taken."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def _bytes(self, length: int) -> bytes:
        taken = self._data[self._at : self._at + length]
        self._at += length
        return taken

    def _number(self, length: int) -> int:
        return int.from_bytes(self._bytes(length), "big")

    def value(self) -> object:
        """Take the next value: a number, a string, an array or a map."""
        kind = self._number(1)
        if kind < 0x80:
            return kind
        if kind < 0x90:
            return {self.value(): self.value() for _ in range(kind & 0x0F)}
        if kind < 0xA0:
            return [self.value() for _ in range(kind & 0x0F)]
        if kind < 0xC0:
            return self._bytes(kind & 0x1F).decode()
        if kind in {0xD9, 0xDA, 0xDB}:
            return self._bytes(self._number(1 << (kind - 0xD9))).decode()
        if kind in {0xDC, 0xDD}:
            return [self.value() for _ in range(self._number(2 << (kind - 0xDC)))]
        raise ValueError(f"MessagePack type 0x{kind:02x} does not occur in word lists")


def read_wheel(wheel: Path) -> bytes:
    """Return the unpacked list of English words in a wheel of wordfreq."""
    with zipfile.ZipFile(wheel) as archive:
        return gzip.decompress(archive.read(_MEMBER))


def frequencies(data: bytes) -> Iterator[tuple[str, float]]:
    """Yield every word of an unpacked list with its share of all running words.

    Raises:
        ValueError: if `data` is not a list in centibels.
    """
    rows = _Reader(data).value()
    if not isinstance(rows, list) or not rows or rows[0] != {"format": "cB", "version": 1}:
        raise ValueError("this is no word list in centibels, version 1")
    for centibel, words in enumerate(rows[1:]):
        yield from ((word, 10 ** (-centibel / 100)) for word in words)
