"""
Sources: bytes in, a ``Document`` out; quotes anchored in it.

One file a format, chosen by the file's suffix and checked by its content; ``plain`` reads what no other claims.
"""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import cast

from factcheck.model.document import Block, BlockKind, Document, Offsets
from factcheck.model.error import FactcheckError, RecordError
from factcheck.sources import plain
from factcheck.sources.content import remedy, sort_of
from factcheck.sources.encoding import decode as decode
from factcheck.sources.encoding import decode_text
from factcheck.sources.excerpt import body_of
from factcheck.sources.file import read_bytes
from factcheck.sources.layout import Layout
from factcheck.sources.refused import RefusedError

TEXTS = {
    "plain": (".txt", ".text"),
    "markdown": (".md", ".markdown", ".rst", ".adoc"),
    "html": (".html", ".htm", ".xhtml"),
    "csv": (".csv", ".tsv"),
}
"""
The formats that are texts, with their suffixes: each a module of this room, imported where a file is of its kind, with
``layout(text)``, ``prose(text)`` where it has markup, and ``decoded(data, shown)`` where a file says itself how its
letters are written.
"""

FILES = {
    "docx": (".docx", ".docm"),
    "pdf": (".pdf",),
    "xlsx": (".xlsx", ".xlsm"),
}
"""The formats that are more than text: each a module with ``read(data)`` and ``SORT``, what its bytes are."""

SUFFIXES = frozenset(suffix for its in (*TEXTS.values(), *FILES.values()) for suffix in its)
"""What files of a folder are read, by their suffixes."""

_LONGEST_NAME = 4096
"""No path is longer (Linux, PATH_MAX) [code points]."""

MAX_BYTES = 64 * 1024 * 1024
"""The largest source that is read; a longer one is refused rather than read in part."""


def load(path: Path, shown: str, *, starts_after: str = "", ends_before: str = "", label: str = "") -> Document:
    """
    Read a source from disk.

    ``shown`` is the path as messages print it. ``starts_after`` and ``ends_before`` are words of the
    text that bound the body.

    Raises FactcheckError where the file cannot be read, is too large or not UTF-8, or where a bound
    does not stand in it exactly once.
    """
    data = contents(path, shown)
    try:
        layout, encoding = _laid_out(data, shown)
    except RefusedError as refused:
        raise FactcheckError(RecordError(shown, refused.what, refused.remedy)) from refused
    made = _document(layout, shown, starts_after, ends_before, label)
    return replace(made, encoding=encoding) if encoding else made


def _laid_out(data: bytes, shown: str) -> tuple[Layout, str]:
    """
    A file in its format, once its bytes are of the kind that its name says; and what its bytes were taken for, where
    that is to be told.
    """
    reader = _format(shown)
    if not _is_file(shown):
        own = getattr(reader, "decoded", None)
        decoded, encoding = (own(data, shown), "") if own else decode_text(data, shown)
        return cast("Layout", reader.layout(decoded)), encoding
    sort = sort_of(data)
    if sort != reader.SORT:
        raise RefusedError(f"the file is {sort or 'a text or unknown'}, not {reader.SORT}", remedy(sort))
    return cast("Layout", reader.read(data)), ""


def contents(path: Path, shown: str) -> bytes:
    """
    The bytes of a file.

    Raises FactcheckError where the file cannot be read, is no regular file, or is too large.
    """
    return read_bytes(path, shown, MAX_BYTES)


def document(text: str, path: str, *, starts_after: str = "", ends_before: str = "", label: str = "") -> Document:
    """
    A text as a document; the suffix of ``path`` chooses the format, where that is one of texts.

    Raises FactcheckError where the text cannot be read so, or a bound of the body does not stand in it exactly once.

    >>> document("One. Two.", "x.txt").sentences
    ((0, 4), (5, 9))
    """
    reader = plain if _is_file(path) else _format(path)
    try:
        layout = reader.layout(text)
    except RefusedError as refused:
        raise FactcheckError(RecordError(path, refused.what, refused.remedy)) from refused
    return _document(layout, path, starts_after, ends_before, label)


def _document(layout: Layout, path: str, starts_after: str, ends_before: str, label: str) -> Document:
    body = body_of(layout.text, path, starts_after, ends_before)
    sentences = tuple(layout.sentences(body))
    return Document(
        path, layout.text, layout.blocks, sentences, body, label or "the text", layout.tables, layout.origins,
        layout.original,
    )  # fmt: skip


def prose(document: Document) -> tuple[str, tuple[Offsets, ...]]:
    """
    What a document says in its own words: its text with markup as spaces, offset for offset, and the
    passages to read, without the furniture of its page.
    """
    spans = document.sentences
    if any(_is_furniture(its) for its in document.blocks):
        spans = tuple(its for its in spans if not _is_furniture(document.block(its[0])))
    masked = getattr(_format(document.path), "prose", None)
    return masked(document.text) if masked else document.text, spans


def is_file_name(words: str) -> bool:
    """
    Whether some words are no words but the name of a file: one line without a space that ends in a known suffix.

    >>> is_file_name("report.md"), is_file_name("See report.md"), is_file_name("Rome.")
    (True, False, False)
    """
    bare = words.strip()
    if len(bare) > _LONGEST_NAME or any(map(str.isspace, bare)):
        return False
    return PurePosixPath(bare.replace("\\", "/")).suffix.lower() in SUFFIXES


def _is_furniture(block: Block | None) -> bool:
    return block is not None and block.kind == BlockKind.FURNITURE


def _format(path: str) -> ModuleType:
    """The module of a format; what it needs to read a file it imports itself."""
    suffix = PurePosixPath(path).suffix.lower()
    name = next((name for name, suffixes in (*TEXTS.items(), *FILES.items()) if suffix in suffixes), "plain")
    return import_module(f"factcheck.sources.{name}")


def _is_file(path: str) -> bool:
    return any(PurePosixPath(path).suffix.lower() in suffixes for suffixes in FILES.values())
