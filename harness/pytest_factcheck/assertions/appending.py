"""An assertion put at the end of a file of assertions, written as its neighbours are, or into a new file.

Text in, text out; what the assertion says, and where the file lies, is not known.
"""

from __future__ import annotations

from collections.abc import Mapping

from pytest_factcheck.yamlfile.editing import add_item
from pytest_factcheck.yamlfile.layout import USUAL_STEP, Layout, Value, item_lines
from pytest_factcheck.yamlfile.scalars import on_own_line

_LIST = "assertions"


def appended(text: str, path: str, entry: Mapping[str, Value]) -> str:
    """Return a file of assertions with one more at the end of the list.

    Args:
        text: The file as it is on disk; every other character of it stays.
        path: Its name as people see it.
        entry: The assertion.

    Raises:
        InvalidInput: If the file has mistakes, or cannot be edited without changing more.
    """
    return add_item(text, path, (_LIST,), entry)


def begun(topic: str, entry: Mapping[str, Value], modeline: str = "") -> str:
    """Return a new file of assertions with its first one.

    Args:
        topic: What the file is about.
        entry: The assertion.
        modeline: The first line, which tells editors the schema; none if empty.
    """
    head = [f"topic: {on_own_line(topic)}", f"{_LIST}:"]
    return modeline + "\n".join([*head, *item_lines(entry, USUAL_STEP, USUAL_STEP, Layout()), ""])
