"""The lines that git leaves where the two sides of a merge differ.

YAML would take some of them for text, within quotation marks and brackets, so they are looked for before it
is asked. One line of this kind alone is no conflict: a rule of `=` can stand in a quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BEGINS = re.compile(r"^<{7}(?: .*)?$", re.MULTILINE)
_ENDS = re.compile(r"^>{7}(?: .*)?$", re.MULTILINE)
_MARKER = re.compile(r"^(?:<{7}(?: .*)?|\|{7}(?: .*)?|={7}|>{7}(?: .*)?)$", re.MULTILINE)


def conflicts(text: str) -> Iterator[int]:
    """Yield the offset of each line that begins a conflict, in order; a conflict has an end."""
    last = max((found.start() for found in _ENDS.finditer(text)), default=0)
    for found in _BEGINS.finditer(text, 0, last):
        yield found.start()


def is_marker(text: str, offset: int) -> bool:
    """Tell whether a line that git leaves in a conflict begins at `offset`."""
    return bool(_MARKER.match(text, offset))
