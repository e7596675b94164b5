"""
Sources: bytes in, a ``Document`` out; quotes anchored in it.

One file a format, chosen by the file's suffix; ``plain`` reads what no other format claims.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from types import ModuleType

from factcheck.model.document import Block, BlockKind, Document, Offsets
from factcheck.model.error import FactcheckError, RecordError
from factcheck.sources import markdown, plain
from factcheck.sources.excerpt import body_of

FORMATS = (markdown, plain)
"""The formats, each a module with ``SUFFIXES`` and ``blocks(text)``."""

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
    text = contents(path, shown)
    return document(text, shown, starts_after=starts_after, ends_before=ends_before, label=label)


def contents(path: Path, shown: str) -> str:
    """
    The text of a file, without its byte order mark.

    Raises FactcheckError where the file cannot be read, is too large or not UTF-8.
    """
    try:
        if not path.is_file():
            what = "the source is a folder" if path.is_dir() else "the source does not exist"
            raise FactcheckError(RecordError(shown, what, "Check the path."))
        if path.stat().st_size > MAX_BYTES:
            raise FactcheckError(
                RecordError(shown, f"the source is larger than {MAX_BYTES // 1024**2} MiB", "Split it.")
            )
        data = path.read_bytes()
    except OSError as error:
        raise FactcheckError(RecordError(shown, f"the source cannot be read ({error.strerror})", "")) from error
    return decode(data, shown)


def document(text: str, path: str, *, starts_after: str = "", ends_before: str = "", label: str = "") -> Document:
    """
    A text as a document; the suffix of ``path`` chooses the format.

    Raises FactcheckError where a bound of the body does not stand in the text exactly once.

    >>> document("One. Two.", "x.txt").sentences
    ((0, 4), (5, 9))
    """
    body = body_of(text, path, starts_after, ends_before)
    blocks, sentences = _format(path).blocks(text, body)
    return Document(path, text, blocks, sentences, body, label or "the text")


def prose(document: Document) -> tuple[str, tuple[Offsets, ...]]:
    """
    What a document says in its own words: its text with markup as spaces, offset for offset, and the
    passages to read, without the furniture of its page.
    """
    spans = document.sentences
    if any(_is_furniture(its) for its in document.blocks):
        spans = tuple(its for its in spans if not _is_furniture(document.block(its[0])))
    return _format(document.path).prose(document.text), spans


def _is_furniture(block: Block | None) -> bool:
    return block is not None and block.kind == BlockKind.FURNITURE


def _format(path: str) -> ModuleType:
    suffix = PurePosixPath(path).suffix.lower()
    return next((its for its in FORMATS if suffix in its.SUFFIXES), plain)


def decode(data: bytes, shown: str) -> str:
    """
    Bytes as text: UTF-8, with or without a byte order mark. Line ends stay as they are.

    Raises FactcheckError, with the place of the first byte that is not UTF-8.
    """
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n")
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace"))
        what = f"the file is not UTF-8 (byte 0x{data[error.start]:02x})"
        remedy = "Save it as UTF-8; it may be Windows-1252 or Latin-1."
        raise FactcheckError(RecordError(shown, what, remedy, line, column)) from error
