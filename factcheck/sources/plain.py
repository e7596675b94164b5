"""
Plain text: paragraphs between blank lines, each of sentences.

A short line without an end mark, alone between blank lines, is a heading.
"""

from __future__ import annotations

import re

from factcheck.model.document import Block, BlockKind, Offsets
from factcheck.sources.sentence import split

SUFFIXES = (".txt", ".text", "")

_PARAGRAPH = re.compile(r"[^\S\r\n]*\S[^\r\n]*(?:(?:\r\n|\r|\n)[^\S\r\n]*\S[^\r\n]*)*")
_WRAPPED = 120
"""A paragraph with a longer line is not wrapped by hand: each of its lines stands alone [code points]."""


def blocks(text: str, body: Offsets) -> tuple[tuple[Block, ...], tuple[Offsets, ...]]:
    """The blocks of the whole text, and the sentences of the body."""
    found: list[Block] = []
    sentences: list[Offsets] = []
    for match in _PARAGRAPH.finditer(text):
        start, end = match.span()
        found.append(Block(_kind(match.group()), start, end))
        for line_start, line_end in _passages(text, start, end):
            if line_start < body[1] and line_end > body[0]:
                sentences.extend(split(text, max(line_start, body[0]), min(line_end, body[1])))
    return tuple(found), tuple(sentences)


def _kind(paragraph: str) -> BlockKind:
    words = paragraph.strip()
    if "\n" in words or len(words) > 100 or words[-1] in '.!?…:;,”"':
        return BlockKind.PARAGRAPH
    return BlockKind.HEADING


def _passages(text: str, start: int, end: int) -> list[Offsets]:
    """The paragraph, or its lines where it is not wrapped by hand."""
    lines = [(line.start() + start, line.end() + start) for line in re.finditer(r"[^\r\n]+", text[start:end])]
    if len(lines) > 1 and max(b - a for a, b in lines) > _WRAPPED:
        return lines
    return [(start, end)]
