"""
Comments that let a finding pass: ``<!-- factcheck: ignore KIND reason -->`` in Markdown and HTML, and in plain text,
which has no comments, a line of its own, ``factcheck: ignore KIND reason``.

A comment is about the block that it stands in; one that stands alone is about the block below it.
KIND is a check kind, or several with commas. ``until 2027-01-01`` may follow it, and
``--`` before the reason. In code it is an example.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from factcheck.model.document import Block, BlockKind, Document, Offsets
from factcheck.model.finding import Location
from factcheck.model.ignore import Ignore
from factcheck.model.regex import regex

_COMMENT = regex(r"<!--\s{0,20}factcheck:([^<>]{0,1000}?)-->")
_LINE = regex(r"(?m)^[ \t]{0,20}factcheck:((?=[ \t]*ignore\b)[^\r\n]{0,1000})(?=\r|\n|\Z)")
"""The same in plain text."""
_ANY_COMMENT = regex(r"(?s)<!--.*?-->")
_EDGE = regex(
    r"</?(?:p|div|h[1-6]|[ou]l|li|d[ltd]|t[rhd]|table|section|article|blockquote|pre|main|header|body)\b", re.IGNORECASE
)
"""Where one block of a page ends, or the next begins."""
_IGNORE = regex(
    r"\s*ignore\s+(?P<kinds>[a-z_]+(?:\s*,\s*[a-z_]+)*)"
    r"(?:\s+until\s+(?P<until>[0-9]{4}-[0-9]{2}-[0-9]{2}))?\s+(?:--\s+)?(?!until\b|--)(?P<reason>\S.*?)\s*",
    re.DOTALL,
)


def ignores(document: Document, kinds: Sequence[str]) -> tuple[tuple[Ignore, ...], tuple[Location, ...]]:
    """
    What a text says is to be ignored, and the comments that begin so but cannot be read.

    >>> found, unread = ignores(Document("a.md", "<!-- factcheck: ignore part -- as printed -->\\n5 of 4."), ["part"])
    >>> found[0].reason, found[0].kinds, unread
    ('as printed', ('part',), ())
    """
    found, unread = [], []
    worded: list[Block] | None = None
    written = document.original.text if document.original else document.text
    for comment in [*_COMMENT.finditer(written), *(_LINE.finditer(written) if is_plain(document.path) else ())]:
        start = _offset(document, comment)
        if document.original is None and _is_code(document, start):
            continue
        place = _location(document, comment)
        match = _IGNORE.fullmatch(comment[1])
        named = tuple(kind.strip() for kind in match["kinds"].split(",")) if match else ()
        until = _date(match["until"]) if match else None
        if match is None or not set(named) <= set(kinds) or (match["until"] and until is None):
            unread.append(place)
            continue
        reason = " ".join(match["reason"].split())
        worded = _worded(document) if worded is None else worded
        found.append(Ignore(place, reason, until, named, _covered(document, worded, start)))
    return tuple(found), tuple(unread)


def _is_code(document: Document, start: int) -> bool:
    """Whether a comment is shown, not meant: in a block of code, or in code in a line."""
    block = document.block(start)
    return (block is not None and block.kind == BlockKind.CODE) or document.text[max(0, start - 1) : start] == "`"


def _worded(document: Document) -> list[Block]:
    """The blocks that hold more than comments."""
    plain = is_plain(document.path)
    words = [_ANY_COMMENT.sub("", document.text[block.start : block.end]) for block in document.blocks]
    left = [_LINE.sub("", its) if plain else its for its in words]
    return [block for block, its in zip(document.blocks, left, strict=True) if its.strip()]


def is_plain(path: str) -> bool:
    """Whether a path names plain text: its lines are all that a comment could be."""
    return PurePosixPath(path).suffix.lower() in ("", ".txt", ".text")


def comment_lines(text: str) -> list[Offsets]:
    """
    The lines of plain text that are such comments: none of its own words.

    >>> comment_lines("45.\\n  factcheck: ignore part as printed\\n46.")
    [(4, 39)]
    """
    return [(line.start(), line.end()) for line in _LINE.finditer(text)]


def _covered(document: Document, worded: Sequence[Block], start: int) -> Offsets:
    """
    The block that a comment stands in; where that holds comments alone, or nothing, the next one. A line of plain text
    stands in the paragraph whose last line is just above it.
    """
    at = bisect_right(worded, start, key=lambda block: block.end)
    if is_plain(document.path) and at and (above := worded[at - 1]).end < start:
        between = document.text[above.end : start]
        if not between.strip() and len(between.splitlines()) == 1:
            return above.start, above.end
    return (worded[at].start, worded[at].end) if at < len(worded) else (start, len(document.text))


def _offset(document: Document, comment: re.Match[str]) -> int:
    """Where a comment stands among the words of a document: of a page, at the end of the block that it is behind."""
    original = document.original
    if original is None:
        return comment.start()
    before = original.document_offset(comment.start())
    block = document.block(before)
    left = block is not None and _EDGE.search(original.text, original.offset(before), comment.start())
    return block.end if block and left else before


def _location(document: Document, comment: re.Match[str]) -> Location:
    written = Document(document.path, comment.string)
    return Location.of(replace(written, blocks=document.blocks), comment.start(), comment.end(), "ignore")


def _date(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        return None
