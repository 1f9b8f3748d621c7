"""Layout: values written as YAML lines, as deep and as wide as the file has it.

Only lines are made here; where they go, and whether they read back as the value, is for the caller.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import TypeGuard

from pytest_factcheck.yamlfile.document import Document, Node, Pointer
from pytest_factcheck.yamlfile.scalars import Scalar, on_own_line, scalar

Value = Scalar | Sequence["Value"] | Mapping[str, "Value"]

USUAL_STEP = 2  # columns that a value stands deeper than its key, where the file shows no other habit
_NARROW, _WIDE = 80, 110  # columns of a line: as the longest line of the file has it, within these


@dataclass(frozen=True, slots=True)
class Layout:
    """How many columns deeper than its key a group of keys stands, and a list; how wide a line may be.

    `braced` holds the keys whose lists have each group on one line, in braces.
    """

    group: int = USUAL_STEP
    items: int = USUAL_STEP
    width: int = _WIDE
    braced: frozenset[str] = frozenset()


def layout_of(document: Document, pointer: Pointer) -> Layout:
    """Return the layout on the way to a pointer, the outermost steps counting; else the usual one."""
    node: Node | None = document.root
    groups: list[int] = []
    lists: list[int] = []
    for step in pointer:
        key = node.keys.get(str(step)) if node and node.keys else None
        node = node.child(step) if node else None
        # What begins on the line of its key tells nothing.
        if node and key is not None and document.lines.line(node.start) > document.lines.line(key):
            found = groups if isinstance(node.values, dict) else lists
            found.append(column(document, node.start) - column(document, key))
    group = next((deep for deep in (*groups, *lists) if deep > 0), USUAL_STEP)
    longest = max(map(len, document.text.split("\n")))
    width = min(max(longest, _NARROW), _WIDE)
    return Layout(group, next(iter(lists), USUAL_STEP), width, frozenset(_braced(document, node)))


def _braced(document: Document, node: Node | None) -> Iterator[str]:
    """Yield the keys under which the items of a list have groups in braces, the last such counting."""
    groups: dict[str, Node] = {}
    for item in node.values if node and isinstance(node.values, list) else ():
        for key, value in item.values.items() if isinstance(item.values, dict) else ():
            if isinstance(value.values, list) and value.values:
                groups[key] = value.values[-1]
    yield from (key for key, group in groups.items() if document.text.startswith("{", group.start))


def column(document: Document, offset: int) -> int:
    """Return how many columns stand before a place on its line."""
    return document.lines.place(offset)[1] - 1


def flow(value: Value) -> str:
    """Return a value as YAML on one line, in braces and brackets."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{scalar(key)}: {flow(part)}' for key, part in value.items())}}}"
    if isinstance(value, str | int):
        return scalar(value)
    return f"[{', '.join(map(flow, value))}]"


def group_lines(value: Mapping[str, Value], first: int, layout: Layout) -> list[str]:
    """Return a group of keys as lines that begin at the column `first`."""
    lines: list[str] = []
    for key, part in value.items():
        head = f"{' ' * first}{scalar(key)}:"
        if isinstance(part, Mapping) and part:
            lines += [head, *group_lines(part, first + layout.group, layout)]
        elif _is_list(part) and _needs_lines(f"{head} {flow(part)}", part, layout):
            braced = key in layout.braced
            items = (_item_below(item, first + layout.items, layout, braced=braced) for item in part)
            lines += [head, *(line for item in items for line in item)]
        else:
            lines += _folded(f"{head} ", part, first + layout.group, layout)
    return lines


def _item_below(value: Value, dash: int, layout: Layout, *, braced: bool) -> list[str]:
    """Return an item of a list below its key, in braces where the file has it so and there is room."""
    line = f"{' ' * dash}- {flow(value)}"
    if braced and isinstance(value, Mapping) and len(line) <= layout.width:
        return [line]
    return item_lines(value, dash, USUAL_STEP, layout)


def item_lines(value: Value, dash: int, gap: int, layout: Layout) -> list[str]:
    """Return an item as lines, its dash at the column `dash` and its words `gap` columns behind that."""
    begin = f"{' ' * dash}-{' ' * (gap - 1)}"
    if isinstance(value, Mapping) and value:
        first, *others = group_lines(value, dash + gap, layout)
        return [begin + first[dash + gap :], *others]
    return _folded(begin, value, dash + layout.group, layout)


def _is_list(value: Value) -> TypeGuard[Sequence[Value]]:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _needs_lines(line: str, value: Sequence[Value], layout: Layout) -> bool:
    """Tell whether a list has to be written one item below the other: it holds groups, or is too long."""
    return bool(value) and (len(line) > layout.width or any(isinstance(item, Mapping) for item in value))


def _folded(begin: str, value: Value, deep: int, layout: Layout) -> list[str]:
    """Return a value behind its key or dash, as a folded block below it where one line would be too long."""
    line = begin + (on_own_line(value) if isinstance(value, str) else flow(value))
    if not isinstance(value, str) or len(line) <= layout.width or " ".join(value.split()) != value:
        return [line]
    folded = wrap(value, layout.width - deep, break_long_words=False, break_on_hyphens=False)
    return [f"{begin}>-", *(f"{' ' * deep}{part}" for part in folded)]
