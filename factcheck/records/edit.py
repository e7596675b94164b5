"""
Edits of claim files: a scalar gets another text; comments, anchors, layout and all else stay as they are.
"""

from __future__ import annotations

import difflib
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path

from factcheck.model.claim import ClaimSet, Mark
from factcheck.model.error import FactcheckError, RecordError
from factcheck.model.frozen import frozen
from factcheck.model.regex import regex
from factcheck.records.node import MAX_BYTES, Node, compose
from factcheck.records.writing import WIDTH, flow_scalar
from factcheck.sources import decode
from factcheck.sources.file import read_bytes
from factcheck.sources.writing import write

_PROPERTIES = regex(r"(?:[&!][^\s,\[\]{}]*\s+)*")
"""What may stand before a scalar and is no part of its text: an anchor, a tag."""
_BOM = b"\xef\xbb\xbf"


@frozen
class FileEdit:
    """A claim file before and after."""

    path: str
    before: str
    after: str


def diff(file: FileEdit) -> str:
    """The edit of a file as a unified diff."""
    lines = difflib.unified_diff(
        file.before.splitlines(keepends=True), file.after.splitlines(keepends=True), file.path, file.path, n=1
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def apply(file: FileEdit) -> None:
    """
    Write an edited file, whole or not at all; its line ends and its byte order mark stay.

    Raises FactcheckError where the file is not as it was read, or cannot be written.
    """
    path = Path(file.path)
    try:
        data = read_bytes(path, file.path, MAX_BYTES, what="the file")
        if decode(data, file.path) != file.before:
            raise FactcheckError(changed_meanwhile(file.path))
        write(path, (_BOM if data.startswith(_BOM) else b"") + file.after.encode("utf-8"))
    except OSError as error:
        raise FactcheckError(RecordError(file.path, f"the file cannot be written ({error.strerror})", "")) from error


def new_errors(before: ClaimSet, after: ClaimSet) -> tuple[RecordError, ...]:
    """The errors that edited files have and had not: what must not be written."""
    known = {(its.path, its.where, its.what) for its in before.errors}
    return tuple(its for its in after.errors if (its.path, its.where, its.what) not in known)


def read_tree(path: str) -> tuple[str, Node]:
    """
    A claim file as text and as a tree.

    Raises FactcheckError where it cannot be read any more.
    """
    text = decode(read_bytes(Path(path), path, MAX_BYTES, what="the file"), path)
    root, _ = compose(text, path)
    if root is None:
        raise FactcheckError(changed_meanwhile(path))
    return text, root


def changed_meanwhile(path: str) -> RecordError:
    """What to say of a file that is another one than was judged."""
    return RecordError(path, "the file has changed meanwhile", "Run the command again.")


def edited(path: str, texts: Mapping[Mark, str]) -> FileEdit:
    """
    A claim file with other texts for some of its scalars, by their places.

    Raises FactcheckError where the file cannot be read, or has changed since it was loaded.
    """
    wanted = {(mark.line, mark.column): text for mark, text in texts.items()}
    text, root = read_tree(path)
    after, at = [], 0
    for node in sorted(_scalars(root), key=lambda node: node.index):
        new = wanted.get((node.line, node.column))
        # An alias is met again at the place of what it stands for.
        if new is None or node.index < at:
            continue
        after += [text[at : node.index], _written(new, text[node.index : node.end], node.style)]
        at = node.end
    after.append(text[at:])
    return FileEdit(path, text, "".join(after))


def _scalars(node: Node) -> Iterator[Node]:
    if node.kind == "scalar":
        yield node
    for item in node.items:
        yield from _scalars(item)
    for _, value in node.fields.values():
        yield from _scalars(value)


def _written(new: str, old: str, style: str) -> str:
    """A text in the place of a scalar as it is written, with its anchor and the white space behind it."""
    match = _PROPERTIES.match(old)
    properties, rest = (match[0], old[match.end() :]) if match else ("", old)
    kept = rest[len(rest.rstrip()) :]
    if style in ("|", ">"):
        head, end, body = rest.partition("\n")
        indent = body[: len(body) - len(body.lstrip(" "))]
        width = WIDTH if style == ">" else len(indent + new) + 1
        lines = textwrap.wrap(
            new, width, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
        )
        if indent and " ".join(new.split()) == new and new.isprintable():
            newline = "\r\n" if head.endswith("\r") else "\n"
            return f"{properties}{head}{end}{newline.join(lines)}{kept}"
    return f"{properties}{flow_scalar(new)}{kept}"
