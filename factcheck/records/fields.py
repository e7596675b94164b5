"""
Reading a tree of YAML: every field taken once, every error noted with its place, none stops the rest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from factcheck.model.claim import Mark
from factcheck.model.error import RecordError
from factcheck.model.wording import did_you_mean
from factcheck.records.node import Node, excerpt


class Errors:
    """The errors of one claim file."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self.found: list[RecordError] = []

    def add(self, node: Node, what: str, remedy: str = "", nearest: Sequence[str] = ()) -> None:
        """Note an error at a value of the YAML."""
        line = excerpt(self.text, node.line)
        error = RecordError(self.path, what, remedy, node.line, node.column, node.where, line, tuple(nearest))
        self.found.append(error)

    def mark(self, node: Node) -> Mark:
        """The place of a value."""
        first = node.first
        return Mark(self.path, first.line, first.column, node.where)


class Fields:
    """
    The fields of a mapping. What is not taken by the end is unknown: an error with the nearest name.
    """

    def __init__(self, node: Node, errors: Errors, known: Collection[str]) -> None:
        self.node, self.errors = node, errors
        for key, (key_node, _) in node.fields.items():
            if key not in known:
                errors.add(key_node, f"unknown key “{key}”", did_you_mean(key, known))

    def __contains__(self, key: str) -> bool:
        return key in self.node.fields

    def node_of(self, key: str) -> Node | None:
        """The value of a field; ``None`` where it is not given."""
        pair = self.node.fields.get(key)
        return pair[1] if pair else None

    def text(self, key: str) -> str:
        """The text of a scalar field; empty where it is not given, or is no scalar (an error then)."""
        node = self.node_of(key)
        if node is None:
            return ""
        return text_of(node, self.errors, key)

    def choice(self, key: str, choices: Sequence[str]) -> str:
        """The text of a field that has one of some values."""
        text = self.text(key)
        if text and text not in choices:
            node = self.node_of(key)
            assert node is not None
            self.errors.add(node, f"{key} cannot be “{text}”", did_you_mean(text, choices))
            return ""
        return text

    def texts(self, key: str) -> list[tuple[Node, str]]:
        """The texts of a field that is a list of scalars, or one scalar."""
        node = self.node_of(key)
        return [] if node is None else list(texts_of(node, self.errors, key))


def text_of(node: Node, errors: Errors, key: str) -> str:
    """The text of a scalar; anything else is an error."""
    if node.kind != "scalar":
        errors.add(node, f"{key} must be text, not a {_kind(node)}", _colon_remedy(node))
        return ""
    return node.text


def texts_of(node: Node, errors: Errors, key: str) -> Iterator[tuple[Node, str]]:
    """The texts of a list of scalars, or of one scalar."""
    if node.kind == "mapping":
        errors.add(node, f"{key} must be text or a list, not a mapping", _colon_remedy(node))
        return
    for item in node.items if node.kind == "sequence" else [node]:
        if item.kind == "scalar":
            yield item, item.text
        else:
            errors.add(item, f"an item of {key} must be text, not a {_kind(item)}", _colon_remedy(item))


def _kind(node: Node) -> str:
    return {"sequence": "list", "mapping": "mapping"}.get(node.kind, "text")


def _colon_remedy(node: Node) -> str:
    return "Put text that holds “: ” in quotes." if node.kind == "mapping" else ""
