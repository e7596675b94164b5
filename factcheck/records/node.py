"""
YAML as the user wrote it: a tree of the scalars' own *text*, with a mark for every key and value.

PyYAML's constructors turn ``1:30`` into 90, ``0123`` into 83 and ``no`` into False, keep the last of
two equal keys in silence, and its C composer crashes the interpreter on ``[`` thirty thousand times.
Here the parser's events are taken one by one: no value is interpreted, equal keys are an error, and
size, depth and aliases are bounded while the tree is built.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import yaml

from factcheck.model.error import RecordError

MAX_BYTES = 32 * 1024 * 1024
"""The largest claim file that is read."""
MAX_DEPTH = 24
"""How deep a claim file may nest; a real one needs six."""
MAX_NODES = 4_000_000
"""How many values a claim file may have, those that its aliases repeat included."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_KINDS: dict[Any, str] = {
    yaml.DocumentStartEvent: "document",
    yaml.AliasEvent: "alias",
    yaml.ScalarEvent: "scalar",
    yaml.SequenceStartEvent: "sequence",
    yaml.SequenceEndEvent: "end",
    yaml.MappingStartEvent: "mapping",
    yaml.MappingEndEvent: "end",
}
"""What an event of the parser begins; "end" is the end of a list or a mapping."""


_NO_FIELDS: Mapping[str, tuple[Node, Node]] = MappingProxyType({})


class Node:
    """A value of the YAML: a scalar with its text, a list, or a mapping."""

    __slots__ = ("fields", "first", "items", "kind", "last", "size", "style", "text", "where")

    def __init__(self, kind: str, first: Any, last: Any, where: str, text: str = "", style: str = "") -> None:
        self.kind = kind
        """"scalar", "sequence" or "mapping"."""
        self.first, self.last = first, last
        """The parser's marks where it begins and where it ends."""
        self.where = where
        """Its place in the tree: ``$.claims.arrests.quote``."""
        self.text = text
        """Of a scalar: what the file says, unquoted and unfolded, never converted."""
        self.style = style
        """Of a scalar: "" for a plain one, else its quotation mark or block sign."""
        self.items: Sequence[Node] = ()
        """Of a list: its values."""
        self.fields = _NO_FIELDS
        """Of a mapping: key and value by the key's text."""
        self.size = 1
        """How many values it holds, itself included."""

    # Most scalars are never asked where they stand: their marks are kept as they are.
    @property
    def line(self) -> int:
        """The line on which it begins, 0-based."""
        return int(self.first.line)

    @property
    def column(self) -> int:
        """The column at which it begins, 0-based."""
        return int(self.first.column)

    @property
    def index(self) -> int:
        """Where it begins in the file [code points]."""
        return int(self.first.index)

    @property
    def end(self) -> int:
        """Where it ends in the file [code points]."""
        return int(self.last.index)


class YamlError(Exception):
    """YAML that cannot be read any further; ``error`` says why and where."""

    def __init__(self, error: RecordError) -> None:
        super().__init__(error.what)
        self.error = error


def compose(text: str, path: str) -> tuple[Node | None, list[RecordError]]:
    """
    The tree of a YAML text, and what is wrong with it. An empty text has no tree; after an error of
    the syntax there is none either.
    """
    lines = _Lines(text)
    errors: list[RecordError] = []
    try:
        try:
            root = _Composer(text, path, lines, errors).document()
        except yaml.YAMLError as error:
            if "nesting depth" not in str(error):
                raise
            # libyaml 0.2.6 stops at 1,000 brackets before it tells of the first; Python's parser gets to our bound.
            root = _Composer(text, path, lines, errors, yaml.SafeLoader).document()
    except YamlError as stop:
        return None, [*errors, stop.error]
    except yaml.YAMLError as error:
        return None, [*errors, _syntax(error, path, lines)]
    return root, errors


def kind_of(event: Any) -> str:
    """What an event of the parser begins or ends; empty for what is no value."""
    return _KINDS.get(type(event), "")


class _Lines:
    """The lines of a text, found when an error needs one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lines: list[str] | None = None

    def __getitem__(self, number: int) -> str:
        if self._lines is None:
            self._lines = self.text.split("\n")
        return self._lines[number].rstrip("\r") if 0 <= number < len(self._lines) else ""


def excerpt(text: str, line: int) -> str:
    """The 0-based line of a text, without its end."""
    return _lines(text)[line]


@lru_cache(maxsize=1)
def _lines(text: str) -> _Lines:
    """The lines of the text that was asked for last: a file may have an error on each."""
    return _Lines(text)


class _Composer:
    def __init__(self, text: str, path: str, lines: _Lines, errors: list[RecordError], loader: Any = _LOADER) -> None:
        self.path, self.lines, self.errors = path, lines, errors
        # What `yaml.parse` does, without a generator and a second call an event.
        self.events: Iterator[Any] = iter(loader(text).get_event, None)
        self.anchors: dict[str, Node] = {}
        self.nodes = 0

    def document(self) -> Node | None:
        """The tree of the only document of the file."""
        root: Node | None = None
        for event in self.events:
            if kind_of(event) == "document":
                if root is not None:
                    raise YamlError(self.error(event, "a second document", "$", "Keep one document a file."))
                root = self.node(next(self.events), "$", 0)
        return root

    def node(self, event: Any, where: str, depth: int) -> Node:
        """The tree that begins with an event."""
        self.nodes += 1
        if depth > MAX_DEPTH:
            raise YamlError(self.error(event, f"values nest deeper than {MAX_DEPTH}", where, "Check the brackets."))
        kind = kind_of(event)
        if kind == "alias":
            return self.alias(event, where)
        self.bound(event, where)
        if kind == "scalar":
            node = Node("scalar", event.start_mark, event.end_mark, where, event.value, event.style or "")
        else:
            node = Node(kind, event.start_mark, event.end_mark, where)
            self.sequence(node, where, depth) if kind == "sequence" else self.mapping(node, where, depth)
        if event.anchor:
            self.anchors[event.anchor] = node
        return node

    def alias(self, event: Any, where: str) -> Node:
        """The value that an alias stands for, which counts as if it were written out."""
        found = self.anchors.get(event.anchor)
        if found is None:
            raise YamlError(self.error(event, f"the alias *{event.anchor} stands for nothing", where, ""))
        self.nodes += found.size
        self.bound(event, where)
        return found

    def bound(self, event: Any, where: str) -> None:
        """Stop where there are more values than a file may have."""
        if self.nodes > MAX_NODES:
            what = f"more than {MAX_NODES:,} values, those that aliases repeat included"
            raise YamlError(self.error(event, what, where, "Split the file, or write the aliases out."))

    def sequence(self, node: Node, where: str, depth: int) -> None:
        """The values of a list that has begun."""
        items: list[Node] = []
        while kind_of(event := next(self.events)) != "end":
            items.append(self.node(event, f"{where}[{len(items)}]", depth + 1))
            node.size += items[-1].size
        node.items, node.last = items, event.end_mark

    def mapping(self, node: Node, where: str, depth: int) -> None:
        """The keys and values of a mapping that has begun; a key given twice is an error."""
        fields: dict[str, tuple[Node, Node]] = {}
        events, below = self.events, f"{where}."
        while (kind := kind_of(event := next(events))) != "end":
            if kind != "scalar":
                raise YamlError(
                    self.error(event, "a key must be a word", where, "Put a quote that ends in a colon in quotes.")
                )
            name = event.value
            key = Node("scalar", event.start_mark, event.end_mark, where, name)
            value = self.node(next(events), below + name, depth + 1)
            node.size += value.size + 1
            if name in fields:
                what = f"“{name}” is given twice (first on line {fields[name][0].line + 1})"
                self.errors.append(self.error(event, what, below + name, "Keep one of them."))
            else:
                fields[name] = key, value
        node.fields, node.last = fields, event.end_mark

    def error(self, event: Any, what: str, where: str, remedy: str) -> RecordError:
        """An error at the place of an event."""
        mark = event.start_mark
        return RecordError(self.path, what, remedy, mark.line, mark.column, where, self.lines[mark.line])


def _syntax(error: yaml.YAMLError, path: str, lines: _Lines) -> RecordError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    line, column = (mark.line, mark.column) if mark else (0, 0)
    remedy = "Check the indentation; put text that holds “: ” or “ #” in quotes."
    if "\t" in lines[line][: column + 1]:
        remedy = "Indent with spaces; YAML allows no tab here."
    return RecordError(path, f"this is not YAML: {problem}", remedy, line, column, "$", lines[line])
