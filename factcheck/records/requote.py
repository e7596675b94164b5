"""
New quotes for old: edits of a claim file that touch the quotes alone; comments and all else stay.
"""

from __future__ import annotations

import difflib
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from factcheck.model.claim import ClaimSet, Mark
from factcheck.model.error import FactcheckError, RecordError
from factcheck.model.frozen import frozen
from factcheck.records.node import Node, compose
from factcheck.sources import decode


@frozen
class FileEdit:
    """A claim file before and after."""

    path: str
    before: str
    after: str


def edits(claim_set: ClaimSet) -> list[FileEdit]:
    """
    The claim files whose quotes are worded otherwise in their sources now, with the new quotes.

    Raises FactcheckError where a file cannot be read, or has changed since it was loaded.
    """
    wanted: dict[str, dict[tuple[int, int], tuple[Mark, str]]] = {}
    for claim in claim_set.claims.values():
        for statement in claim.statements:
            change = statement.change
            if change is not None and change.reworded:
                mark = statement.mark
                wanted.setdefault(mark.path, {})[(mark.line, mark.column)] = mark, " ".join(change.now.split())
    return [_edited(path, quotes) for path, quotes in wanted.items()]


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
    data = path.read_bytes()
    if decode(data, file.path) != file.before:
        raise FactcheckError(RecordError(file.path, "the file has changed meanwhile", "Run `factcheck requote` again."))
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    try:
        with tempfile.NamedTemporaryFile("wb", dir=path.parent, prefix=".factcheck-", delete=False) as temporary:
            temporary.write(mark + file.after.encode("utf-8"))
        Path(temporary.name).chmod(path.stat().st_mode & 0o777)
        Path(temporary.name).replace(path)
    except OSError as error:
        raise FactcheckError(RecordError(file.path, f"the file cannot be written ({error.strerror})", "")) from error


def _edited(path: str, quotes: dict[tuple[int, int], tuple[Mark, str]]) -> FileEdit:
    try:
        text = decode(Path(path).read_bytes(), path)
    except OSError as error:
        raise FactcheckError(RecordError(path, f"the file cannot be read ({error.strerror})", "")) from error
    root, _ = compose(text, path)
    if root is None:
        raise FactcheckError(RecordError(path, "the file has changed meanwhile", "Run `factcheck requote` again."))
    after, at = [], 0
    for node in sorted(_scalars(root), key=lambda node: node.index):
        found = quotes.get((node.line, node.column))
        if found is None or node.index < at:
            continue
        old = text[node.index : node.end]
        kept = old[len(old.rstrip()) :]
        after += [text[at : node.index], _scalar(found[1], node), kept]
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


def _scalar(quote: str, node: Node) -> str:
    """A quote as a YAML scalar: plain where it reads back as itself in its place, else double-quoted."""
    if node.style in ("", "|", ">") and not any(sign in quote for sign in ",[]{}"):
        root, errors = compose(f"x: {quote}\n", "")
        if not errors and root is not None and root.kind == "mapping" and set(root.fields) == {"x"}:
            value = root.fields["x"][1]
            if value.kind == "scalar" and value.text == quote:
                return quote
    return json.dumps(quote, ensure_ascii=False)
