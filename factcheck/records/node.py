"""
YAML as the user wrote it: a tree of the scalars' own *text*, with a mark for every key and value.

PyYAML's constructors turn ``1:30`` into 90, ``0123`` into 83 and ``no`` into False, keep the last of
two equal keys in silence, and its C composer crashes the interpreter on ``[`` thirty thousand times.
Here the parser's events are taken one by one: no value is interpreted, equal keys are an error, and
size, depth and aliases are bounded while the tree is built.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
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


@dataclass(slots=True)
class Node:
    """A value of the YAML: a scalar with its text, a list, or a mapping."""

    kind: str
    """"scalar", "sequence" or "mapping"."""
    line: int
    """0-based, as is the column."""
    column: int
    index: int
    """Where it begins in the file [code points]; ``end`` is where it ends."""
    end: int
    where: str = "$"
    """Its place in the tree: ``$.claims.arrests.quote``."""
    text: str = ""
    """Of a scalar: what the file says, unquoted and unfolded, never converted."""
    style: str = ""
    """Of a scalar: "" for a plain one, else its quotation mark or block sign."""
    items: Sequence[Node] = ()
    """Of a list: its values."""
    fields: dict[str, tuple[Node, Node]] = field(default_factory=dict)
    """Of a mapping: key and value by the key's text."""
    size: int = 1
    """How many values it holds, itself included."""


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
        root = _Composer(text, path, lines, errors).document()
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
    return _Lines(text)[line]


class _Composer:
    def __init__(self, text: str, path: str, lines: _Lines, errors: list[RecordError]) -> None:
        self.path, self.lines, self.errors = path, lines, errors
        self.events: Iterator[Any] = iter(yaml.parse(text, Loader=_LOADER))
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
        kind = kind_of(event)
        if depth > MAX_DEPTH:
            raise YamlError(self.error(event, f"values nest deeper than {MAX_DEPTH}", where, "Check the brackets."))
        found: Node | None = None
        if kind == "alias":
            found = self.anchors.get(event.anchor)
            if found is None:
                raise YamlError(self.error(event, f"the alias *{event.anchor} stands for nothing", where, ""))
            self.nodes += found.size
        if self.nodes > MAX_NODES:
            what = f"more than {MAX_NODES:,} values, those that aliases repeat included"
            raise YamlError(self.error(event, what, where, "Split the file, or write the aliases out."))
        if found is not None:
            return found
        mark = event.start_mark
        node = Node("scalar", mark.line, mark.column, mark.index, event.end_mark.index, where)
        if kind == "scalar":
            node.text, node.style = event.value, event.style or ""
        elif kind == "sequence":
            self.sequence(node, where, depth)
        else:
            self.mapping(node, where, depth)
        if event.anchor:
            self.anchors[event.anchor] = node
        return node

    def sequence(self, node: Node, where: str, depth: int) -> None:
        """The values of a list that has begun."""
        items: list[Node] = []
        while kind_of(event := next(self.events)) != "end":
            items.append(self.node(event, f"{where}[{len(items)}]", depth + 1))
            node.size += items[-1].size
        node.kind, node.items, node.end = "sequence", items, event.end_mark.index

    def mapping(self, node: Node, where: str, depth: int) -> None:
        """The keys and values of a mapping that has begun; a key given twice is an error."""
        fields: dict[str, tuple[Node, Node]] = {}
        while kind_of(event := next(self.events)) != "end":
            if kind_of(event) != "scalar":
                raise YamlError(
                    self.error(event, "a key must be a word", where, "Put a quote that ends in a colon in quotes.")
                )
            name, mark = event.value, event.start_mark
            key = Node("scalar", mark.line, mark.column, mark.index, event.end_mark.index, where, name)
            value = self.node(next(self.events), f"{where}.{name}", depth + 1)
            node.size += value.size + 1
            if name in fields:
                what = f"“{name}” is given twice (first on line {fields[name][0].line + 1})"
                self.errors.append(self.error(event, what, f"{where}.{name}", "Keep one of them."))
            else:
                fields[name] = key, value
        node.kind, node.fields, node.end = "mapping", fields, event.end_mark.index

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
