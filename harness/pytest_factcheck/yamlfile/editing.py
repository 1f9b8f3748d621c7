"""Edits of YAML text in place: a key added, an item added, a scalar replaced; every other character stays.

Text in, text out: the text is that of the file as it is on disk, byte-order mark and line ends included.
Nothing here knows what the data means. What was written is read again, and an edit that would change more
than it was asked to, or that this layout has no room for, is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pytest_factcheck.errors import InvalidInput, Problem
from pytest_factcheck.textfile import decode
from pytest_factcheck.yamlfile.document import Document, Node, Pointer, shown
from pytest_factcheck.yamlfile.parsing import load, parse

Edit = tuple[int, int, str]  # where the words that are replaced begin and end, and what stands there instead
Scalar = str | int | bool
Value = Scalar | Sequence["Value"] | Mapping[str, "Value"]

_BYTE_ORDER_MARK = "\ufeff"
_LINE_END = re.compile(r"\r\n|\r|\n")
_STEP = 2  # columns that a value stands deeper than its key, where the file shows no other habit


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
        column = _column(document, min((node.keys or {"": node.start}).values()))
        lines = _block({key: value}, column, _Steps.of(document, pointer))
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
        dash, gap = _column(document, node.start), _gap(document, node)
        lines = _item(value, dash, gap, _Steps.of(document, pointer))
        edited = _insert_lines(text, document, node, ["", *lines] if _stand_apart(document, node) else lines)
    return _verified(edited, document, pointer, lambda data: [*data, value])


def replace_scalar(text: str, path: str, pointer: Pointer, value: Scalar) -> str:
    """Return a file with one scalar replaced by another; a comment behind it stays.

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
    edited = spliced(text, document, [(node.start, _end(document, node), scalar(value))])
    return _verified(edited, document, pointer, lambda _: value)


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
        (line, column), (last_line, last_column) = map(document.lines.place, (start, end))
        line_end = ends[min(line, len(ends)) - 1][0] if ends else "\n"
        first, last = starts[line - 1] + column - 1, starts[last_line - 1] + last_column - 1
        text = text[:first] + words.replace("\n", line_end) + text[last:]
    return text


def scalar(value: Scalar) -> str:
    """Return a scalar as YAML: plain where every reader of YAML 1.2 reads the same back, else in quotes."""
    if not isinstance(value, str):
        return json.dumps(value)
    return value if _is_plain(value) else json.dumps(value, ensure_ascii=False)


def flow(value: Value) -> str:
    """Return a value as YAML on one line."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{scalar(key)}: {flow(part)}' for key, part in value.items())}}}"
    if isinstance(value, str | int):
        return scalar(value)
    return f"[{', '.join(map(flow, value))}]"


def _is_plain(words: str) -> bool:
    # In braces as well as on a line of its own, so that one rule does for both.
    document, problems = parse(f"a: {words}\nb: {{c: {words}}}", "")
    return document is not None and not problems and document.data == {"a": words, "b": {"c": words}}


@dataclass(frozen=True, slots=True)
class _Steps:
    """How many columns deeper than its key a group of keys stands in this file, and a list."""

    group: int
    items: int

    @classmethod
    def of(cls, document: Document, pointer: Pointer) -> _Steps:
        """Return the steps on the way to a pointer, the outermost counting; else the usual ones."""
        node: Node | None = document.root
        groups: list[int] = []
        lists: list[int] = []
        for step in pointer:
            key = node.keys.get(str(step)) if node and node.keys else None
            node = node.child(step) if node else None
            # What begins on the line of its key tells nothing.
            if node and key is not None and document.lines.line(node.start) > document.lines.line(key):
                found = groups if isinstance(node.values, dict) else lists
                found.append(_column(document, node.start) - _column(document, key))
        group = next((deep for deep in (*groups, *lists) if deep > 0), _STEP)
        return cls(group, next(iter(lists), _STEP))


def _block(value: Mapping[str, Value], column: int, steps: _Steps) -> list[str]:
    """Return a group of keys as lines that begin at `column`."""
    lines: list[str] = []
    for key, part in value.items():
        head = f"{' ' * column}{scalar(key)}:"
        if isinstance(part, Mapping) and part:
            lines += [head, *_block(part, column + steps.group, steps)]
        elif isinstance(part, Sequence) and any(isinstance(item, Mapping) for item in part):
            items = (_item(item, column + steps.items, _STEP, steps) for item in part)
            lines += [head, *(line for item in items for line in item)]
        else:
            lines.append(f"{head} {flow(part)}")
    return lines


def _item(value: Value, dash: int, gap: int, steps: _Steps) -> list[str]:
    """Return an item as lines, its dash at the column `dash` and its words `gap` columns behind that."""
    begin = f"{' ' * dash}-{' ' * (gap - 1)}"
    if isinstance(value, Mapping) and value:
        first, *others = _block(value, dash + gap, steps)
        return [begin + first[dash + gap :], *others]
    return [begin + flow(value)]


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


def _column(document: Document, offset: int) -> int:
    return document.lines.place(offset)[1] - 1


def _gap(document: Document, node: Node) -> int:
    """Return how far behind its dash the first item of a list begins."""
    first = node.child(0)
    if first is None or document.lines.line(first.start) != document.lines.line(node.start):
        return _STEP
    return max(_STEP, first.start - node.start)


def _stand_apart(document: Document, node: Node) -> bool:
    """Tell whether an empty line stands between the last two items of a list."""
    if not isinstance(node.values, list) or len(node.values) < 2:
        return False
    one, two = node.values[-2:]
    between = document.text[_end(document, one) : two.start].split("\n")
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
    wanted = _changed(document.data, pointer, change)
    try:
        after = load(decode(edited.encode("utf-8", "surrogatepass"), document.path), document.path).data
    except InvalidInput:
        after = None
    if after != wanted:
        message = "this cannot be written here without changing more of the file"
        raise _refused(document, pointer, message)
    return edited


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
