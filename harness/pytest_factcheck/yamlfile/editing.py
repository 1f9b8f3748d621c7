"""Edits of YAML text in place: a key added, an item added, a scalar replaced; every other character stays.

Text in, text out: the text is that of the file as it is on disk, byte-order mark and line ends included.
Nothing here knows what the data means. What was written is read again, and an edit that would change more
than it was asked to, or that this layout has no room for, is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from pytest_factcheck.errors import InvalidInput, Problem
from pytest_factcheck.textfile import decode
from pytest_factcheck.yamlfile.document import Document, Node, Pointer, shown
from pytest_factcheck.yamlfile.layout import (
    USUAL_STEP,
    Value,
    column,
    flow,
    group_lines,
    item_lines,
    layout_of,
)
from pytest_factcheck.yamlfile.parsing import load
from pytest_factcheck.yamlfile.scalars import Scalar, scalar, writings

Edit = tuple[int, int, str]  # where the words that are replaced begin and end, and what stands there instead

_BYTE_ORDER_MARK = "\ufeff"
_LINE_END = re.compile(r"\r\n|\r|\n")
_SHORT = 2  # lines of an item in a list that needs no blank lines


def add_key(text: str, path: str, pointer: Pointer, key: str, value: Value) -> str:
    """Return a file with a key added behind the last one of a group of keys.

    Args:
        text: The file as it is on disk.
        path: Its name as people see it.
        pointer: Where the group stands.
        key: A key that the group does not have.
        value: What the key gets.

    Raises:
        InvalidInput: If the file has mistakes, or the key cannot be added without changing more.
    """
    document = _read(text, path)
    node = _node(document, pointer, dict)
    if key in (node.keys or ()):
        raise _refused(document, pointer, f"`{shown(key)}` is there already", "replace its value")
    if _is_flow(document, node):
        words = f"{scalar(key)}: {flow(value)}"
        edited = _insert_in_flow(text, document, node, words)
    else:
        first = column(document, min((node.keys or {"": node.start}).values()))
        lines = group_lines({key: value}, first, layout_of(document, pointer))
        edited = _insert_lines(text, document, node, lines)
    return _verified(edited, document, pointer, lambda data: {**data, key: value})


def add_item(text: str, path: str, pointer: Pointer, value: Value) -> str:
    """Return a file with an item added behind the last one of a list, apart from it if the last two are.

    Args:
        text: The file as it is on disk.
        path: Its name as people see it.
        pointer: Where the list stands.
        value: The item.

    Raises:
        InvalidInput: If the file has mistakes, or the item cannot be added without changing more.
    """
    document = _read(text, path)
    node = _node(document, pointer, list)
    if _is_flow(document, node):
        edited = _insert_in_flow(text, document, node, flow(value))
    else:
        dash, gap = column(document, node.start), _gap(document, node)
        lines = item_lines(value, dash, gap, layout_of(document, pointer))
        apart = [""] if _stand_apart(document, node, pointer) else []
        edited = _insert_lines(text, document, node, apart + lines)
    return _verified(edited, document, pointer, lambda data: [*data, value])


def replace_scalar(text: str, path: str, pointer: Pointer, value: Scalar) -> str:
    """Return a file with one scalar replaced by another, in its style if that can hold it.

    A comment behind it stays.

    Args:
        text: The file as it is on disk.
        path: Its name as people see it.
        pointer: Where the scalar stands.
        value: What stands there afterwards.

    Raises:
        InvalidInput: If the file has mistakes, or the value cannot be replaced without changing more.
    """
    document = _read(text, path)
    node = _node(document, pointer, type(None))
    end = _end(document, node)
    old, was = document.text[node.start : end], _value(document.data, pointer)
    wanted = _changed(document.data, pointer, lambda _: value)
    for words in writings(value, old, was, column(document, node.start)):
        edited = spliced(text, document, [(node.start, end, words)])
        if _holds(edited, document, wanted):
            return edited
    raise _changes_more(document, pointer)


def spliced(text: str, document: Document, edits: Iterable[Edit]) -> str:
    """Return a file with words replaced, and nothing checked.

    Args:
        text: The file as it is on disk.
        document: The file as it was read.
        edits: What is replaced, by places in the text of the document; no two overlap.
    """
    mark = len(text) - len(text.removeprefix(_BYTE_ORDER_MARK))
    ends = list(_LINE_END.finditer(text))
    starts = [mark, *(found.end() for found in ends)]
    for start, end, words in sorted(edits, reverse=True):
        (line, place), (last_line, last_place) = map(document.lines.place, (start, end))
        line_end = ends[min(line, len(ends)) - 1][0] if ends else "\n"
        first, last = starts[line - 1] + place - 1, starts[last_line - 1] + last_place - 1
        text = text[:first] + words.replace("\n", line_end) + text[last:]
    return text


def _read(text: str, path: str) -> Document:
    return load(decode(text.encode("utf-8"), path), path)


def _node(document: Document, pointer: Pointer, kind: type) -> Node:
    """Return the node at a pointer, which must hold keys (dict), items (list) or neither, and be there."""
    node: Node | None = document.root
    for step in pointer:
        node = node.child(step) if node else None
    is_kind = node is not None and isinstance(node.values, kind)
    is_written = node is not None and (node.values is not None or node.start < node.end)
    if node is None or not is_kind or not is_written:
        raise _refused(document, pointer, "this value has another shape than the one to be edited")
    return node


def _is_flow(document: Document, node: Node) -> bool:
    return document.text[node.start : node.start + 1] in ("{", "[")


def _gap(document: Document, node: Node) -> int:
    """Return how far behind its dash the first item of a list begins."""
    first = node.child(0)
    if first is None or document.lines.line(first.start) != document.lines.line(node.start):
        return USUAL_STEP
    return max(USUAL_STEP, first.start - node.start)


def _stand_apart(document: Document, node: Node, pointer: Pointer) -> bool:
    """Tell whether an empty line parts the items of a list, as the last two have it, or a long one alone."""
    items = node.values if isinstance(node.values, list) else []
    if len(items) < 2:
        lines = document.text[node.start : _end(document, node)].count("\n") + 1
        return len(pointer) == 1 and lines > _SHORT
    between = document.text[_end(document, items[-2]) : items[-1].start].split("\n")
    return any(not line.strip() for line in between[1:-1])


def _end(document: Document, node: Node) -> int:
    """Return where the last word of a value ends; the parser counts blank lines behind some."""
    while node.values and not _is_flow(document, node):
        values = node.values
        node = values[-1] if isinstance(values, list) else list(values.values())[-1]
    return node.start + len(document.text[node.start : node.end].rstrip())


def _insert_in_flow(text: str, document: Document, node: Node, words: str) -> str:
    if not node.values:
        return spliced(text, document, [(node.start + 1, node.start + 1, words)])
    values = node.values
    last = values[-1] if isinstance(values, list) else list(values.values())[-1]
    end = _end(document, last)
    return spliced(text, document, [(end, end, f", {words}")])


def _insert_lines(text: str, document: Document, node: Node, lines: list[str]) -> str:
    end = (document.text + "\n").index("\n", _end(document, node))  # a comment behind the last word stays
    return spliced(text, document, [(end, end, "".join(f"\n{line}" for line in lines))])


def _verified(edited: str, document: Document, pointer: Pointer, change: Callable[[Any], Value]) -> str:
    """Return the edited file if its data is the old data with the change, and nothing else."""
    if not _holds(edited, document, _changed(document.data, pointer, change)):
        raise _changes_more(document, pointer)
    return edited


def _holds(edited: str, document: Document, wanted: object) -> bool:
    """Tell whether an edited file has no mistake and holds this data."""
    try:
        after = load(decode(edited.encode("utf-8", "surrogatepass"), document.path), document.path).data
    except InvalidInput:
        return False
    return repr(after) == repr(wanted)  # which, unlike ==, tells 1 from true and is true of .nan


def _changes_more(document: Document, pointer: Pointer) -> InvalidInput:
    return _refused(document, pointer, "this cannot be written here without changing more of the file")


def _value(data: Any, pointer: Pointer) -> object:  # noqa: ANN401 - any YAML
    for step in pointer:
        data = data[step]
    return data


def _changed(data: Any, pointer: Pointer, change: Callable[[Any], Value]) -> Any:  # noqa: ANN401 - any YAML
    """Return `data` with the value at a pointer changed."""
    if not pointer:
        return change(data)
    step, *rest = pointer
    inner = _changed(data[step], tuple(rest), change)
    if isinstance(data, dict):
        return {**data, step: inner}
    return [inner if number == step else item for number, item in enumerate(data)]


def _refused(
    document: Document, pointer: Pointer, message: str, advice: str = "write it by hand"
) -> InvalidInput:
    return InvalidInput([Problem(document.key_at(pointer), "bad-layout", message, advice)])
