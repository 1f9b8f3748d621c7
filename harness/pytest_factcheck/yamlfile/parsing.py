"""YAML text to data with a place for every value, and every mistake of the file as a problem.

The parser's events are turned into data directly, so one pass sees all that a loader would hide: keys
written twice, anchors, aliases, tags, a second document. Plain scalars are read as YAML 1.2 reads them.
What the data means is not known here. The only module that imports yaml.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, cast

import yaml

from pytest_factcheck.errors import InvalidInput, Problem
from pytest_factcheck.location import LineIndex, Location
from pytest_factcheck.yamlfile import corescalars, yamlsyntax
from pytest_factcheck.yamlfile.conflicts import conflicts
from pytest_factcheck.yamlfile.document import Document, Node, shown

DEEPEST = 50
# U+0085, U+2028 and U+2029 are among them because YAML 1.1 parsers end a line there and YAML 1.2 does not.
UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufffe\uffff]")
_HASHTAG = re.compile(r"[ \t]+(?=#[^\s#])")
_MOST_CHARACTERS = 10
_YAML_TAG = "tag:yaml.org,2002:"
_QUOTE = "write the text in quotes"

Loader = type[yaml.CSafeLoader] | type[yaml.SafeLoader]
LOADER: Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load(text: str, path: str) -> Document:
    """Return the data of a YAML file.

    Args:
        text: The file's text, decoded, its lines ended by LF.
        path: The file's name as people see it.

    Raises:
        InvalidInput: With every mistake that YAML itself can have.
    """
    document, problems = parse(text, path)
    if document is None or problems:
        raise InvalidInput(problems)
    return document


def parse(text: str, path: str, loader: Loader = LOADER) -> tuple[Document | None, tuple[Problem, ...]]:
    """Return the data of a YAML file as far as it can be read, and its mistakes in the order of the file.

    Args:
        text: The file's text, decoded, its lines ended by LF.
        path: The file's name as people see it.
        loader: PyYAML's loader class, of which only the parser is used.

    Returns:
        The document, or None if there is none to speak of, and then at least one problem.
    """
    lines = LineIndex(text)
    unreadable = (*_unreadable(text, lines, path), *_conflicts(text, lines, path))
    if unreadable:
        return None, tuple(sorted(unreadable))
    builder = _Builder(text, lines, path)
    try:
        builder.build(yaml.parse(text, Loader=loader))
    except yaml.YAMLError as error:
        builder.problems.append(yamlsyntax.problem(_complaint(error), text, lines, path))
        return None, tuple(sorted(builder.problems))
    return builder.document(), tuple(sorted(builder.problems))


def _unreadable(text: str, lines: LineIndex, path: str) -> Iterator[Problem]:
    for count, found in enumerate(UNREADABLE.finditer(text)):
        if count == _MOST_CHARACTERS:
            return
        message = f"the invisible character U+{ord(found[0]):04X} stands here"
        place = Location(path, *lines.place(found.start()))
        yield Problem(place, "control-character", message, "delete it, or write a space instead")


def _conflicts(text: str, lines: LineIndex, path: str) -> Iterator[Problem]:
    message = "git has left two versions of these lines here, one of each side of a merge"
    advice = "keep one of them, and delete the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>"
    for offset in conflicts(text):
        yield Problem(Location(path, *lines.place(offset)), "merge-conflict", message, advice)


def _complaint(error: yaml.YAMLError) -> yamlsyntax.Complaint:
    words = f"{getattr(error, 'context', None)}; {getattr(error, 'problem', None)}"
    mark = getattr(error, "problem_mark", None)
    start = getattr(error, "context_mark", None)
    offset = mark.index if mark else 0
    return yamlsyntax.Complaint(words, offset, start.index if start else offset)


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being filled; `key` is the one whose value comes next."""

    node: Node
    data: dict[str, object] | list[object]
    key: str | None = None
    dropped: bool = False


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


class _TooDeep(Exception):  # noqa: N818 - it ends the reading and is never seen outside
    pass


class _Builder:
    """Builds data and nodes from events, on a stack of its own: the depth of a file costs no recursion."""

    def __init__(self, text: str, lines: LineIndex, path: str) -> None:
        self.problems: list[Problem] = []
        self._text, self._lines, self._path = text, lines, path
        self._open: list[_Open] = []
        self._root: tuple[object, Node] | None = None
        self._documents = 0

    def build(self, events: Iterable[yaml.Event]) -> None:
        """Read all events of a file."""
        try:
            for event in events:
                step = _STEPS.get(type(event))
                if step is not None and self._documents < 2:
                    step(self, event)
        except _TooDeep:
            self._root = None

    def document(self) -> Document | None:
        """Return what was read; a file without any value is a problem of its own."""
        if self._root is None or self._root[0] is None:
            if not self.problems:
                self._report(0, "empty-file", "there is nothing in this file", "")
            return None
        data, node = self._root
        return Document(self._path, data, node, self._text, self._lines)

    def start(self, event: yaml.DocumentStartEvent) -> None:
        """Count documents, of which a file holds one."""
        self._documents += 1
        if self._documents > 1:
            advice = "put what follows in a file of its own, or remove the line `---`"
            self._report(_start(event), "several-documents", "a second document begins here", advice)

    def scalar(self, event: yaml.ScalarEvent) -> None:
        """Take a scalar, as a key or as a value."""
        spoiled = self._check_properties(event)
        start, plain = _start(event), not event.style
        if event.style == '"':
            self._check_escapes(event)
        if self._wants_key():
            self._key(event.value, start)
            return
        node = Node(start, _end(event), spoiled=spoiled)
        if plain and not event.value:
            node.start = node.end = self._key_start(start)
        if plain:
            self._check_comment(event, node)
        elif not event.value:
            self._check_block(node)
        self._place(corescalars.resolve(event.value) if plain else event.value, node)

    def alias(self, event: yaml.AliasEvent) -> None:
        """Refuse an alias; nothing is ever repeated by reference."""
        start = _start(event)
        message = (
            f"`*{shown(event.anchor or '')}` refers to another place of the file, which is not allowed here"
        )
        self._report(
            start, "yaml-alias", message, "write the value out; text that begins with `*` goes in quotes"
        )
        self._place(None, Node(start, _end(event), spoiled=True), bad_key=False)

    def mapping(self, event: yaml.MappingStartEvent) -> None:
        """Begin a group of keys."""
        self._begin(event, _Open(Node(_start(event), _end(event), {}, {}), {}))

    def sequence(self, event: yaml.SequenceStartEvent) -> None:
        """Begin a list."""
        self._begin(event, _Open(Node(_start(event), _end(event), []), []))

    def end(self, event: yaml.CollectionEndEvent) -> None:
        """End what was begun last."""
        closed = self._open.pop()
        closed.node.end = _end(event)
        self._place(closed.data, closed.node)

    def _begin(self, event: yaml.CollectionStartEvent, begun: _Open) -> None:
        self._check_properties(event)
        if len(self._open) == DEEPEST:
            message = f"this is nested more than {DEEPEST} levels deep"
            advice = "text that begins with `[` or `{` goes in quotes"
            self._report(begun.node.start, "nested-too-deep", message, advice)
            raise _TooDeep
        self._open.append(begun)

    def _place(self, value: object, node: Node, *, bad_key: bool = True) -> None:
        if not self._open:
            self._root = (value, node)
            return
        parent = self._open[-1]
        if isinstance(parent.data, list):
            parent.data.append(value)
            cast("list[Node]", parent.node.values).append(node)
        elif parent.key is None:
            if bad_key:
                self._report(node.start, "bad-key", "a key is a word, not a list or a group of keys", _QUOTE)
            parent.key, parent.dropped = "", True
        else:
            if not parent.dropped:
                parent.data[parent.key] = value
                cast("dict[str, Node]", parent.node.values)[parent.key] = node
            parent.key = None

    def _wants_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].data, dict) and self._open[-1].key is None

    def _key(self, key: str, start: int) -> None:
        parent = self._open[-1]
        keys = cast("dict[str, int]", parent.node.keys)
        first = keys.get(key)
        if not key:
            self._report(start, "bad-key", "there is no key before this colon", _QUOTE)
        elif first is not None:
            message = f"`{shown(key)}` is written twice; the first is on line {self._lines.line(first)}"
            self._report(start, "duplicate-key", message, "keep one of them")
        else:
            keys[key] = start
        parent.key, parent.dropped = key, not key or first is not None

    def _key_start(self, start: int) -> int:
        parent = self._open[-1] if self._open else None
        keys = parent.node.keys if parent else None
        return keys.get(parent.key or "", start) if parent and keys else start

    def _check_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> bool:
        if event.anchor is None and event.tag is None:
            return False
        start = _start(event)
        if event.anchor is not None:
            message = f"`&{shown(event.anchor)}` names a value for use elsewhere, which is not allowed here"
            self._report(start, "yaml-anchor", message, "text that begins with `&` goes in quotes")
        if event.tag is not None:
            tag = event.tag.replace(_YAML_TAG, "!!")
            message = f"`{shown(tag)}` gives a value a type, which is not allowed here"
            self._report(start, "yaml-tag", message, "text that begins with `!` goes in quotes")
        return event.tag is not None

    def _check_comment(self, event: yaml.ScalarEvent, node: Node) -> None:
        if event.value and " " not in event.value:
            return
        hashtag = _HASHTAG.match(self._text, _end(event))
        if hashtag:
            message = "YAML takes the rest of this line for a comment"
            advice = "write the text in quotes, or put a space after `#` if it is a comment"
            self._report(hashtag.end(), "unquoted-scalar", message, advice)
            node.spoiled = True

    def _check_escapes(self, event: yaml.ScalarEvent) -> None:
        unreadable = UNREADABLE.search(event.value)
        if unreadable:
            message = f"an escape in this text makes the invisible character U+{ord(unreadable[0]):04X}"
            self._report(_start(event), "control-character", message, "delete it, or write a space instead")

    def _check_block(self, node: Node) -> None:
        header = self._text[node.start : node.end].strip()
        if header[0] in "|>" and header.strip("|>+-"):
            message = f"`{shown(header)}` begins a block of text, and the block is empty"
            self._report(node.start, "unquoted-scalar", message, _QUOTE)
            node.spoiled = True

    def _report(self, offset: int, slug: str, message: str, advice: str) -> None:
        place = Location(self._path, *self._lines.place(offset))
        self.problems.append(Problem(place, slug, message, advice))


_STEPS: dict[type[yaml.Event], Callable[[_Builder, Any], None]] = {
    yaml.DocumentStartEvent: _Builder.start,
    yaml.ScalarEvent: _Builder.scalar,
    yaml.AliasEvent: _Builder.alias,
    yaml.MappingStartEvent: _Builder.mapping,
    yaml.SequenceStartEvent: _Builder.sequence,
    yaml.MappingEndEvent: _Builder.end,
    yaml.SequenceEndEvent: _Builder.end,
}
