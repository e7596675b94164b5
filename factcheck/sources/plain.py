"""
Plain text: paragraphs between blank lines, each of sentences; bullets, numbered items and underlined
headings where a text has them.

A short line without an end mark, alone between blank lines, is a heading. A paragraph with a very long line
is not wrapped by hand: each of its lines stands alone. What readers wrote below an article ("One thought
on …", "Leave a Reply") and the furniture of its page are not the article.

>>> text = "Raid\\n\\nTwo things:\\n- a pistol\\n- a knife\\n\\nOne thought on Raid\\n\\nOh, 3 knives."
>>> [(str(block.kind), text[block.start : block.end]) for block in layout(text).blocks][-3:]
[('list_item', '- a knife'), ('furniture', 'One thought on Raid'), ('furniture', 'Oh, 3 knives.')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.model.document import Block, BlockKind
from factcheck.model.regex import regex
from factcheck.sources.block import BlockReader
from factcheck.sources.comment import comment_lines
from factcheck.sources.layout import Layout

_WRAPPED = 120
"""A paragraph with a longer line is not wrapped by hand [code points]."""
_COMMENT_LINE = 1100
"""No comment is longer [code points]."""
_LINE = regex(r"[^\r\n]*[^\s][^\r\n]*")
_ENDS = (".", "!", "?", "…", ":", ";", "”", '"', "’", ")")
_COMMENTS = regex(
    r"(?:one|two|three|\d{1,4}|no) (?:thoughts?|comments?|responses?|repl(?:y|ies)) (?:on|to)\b"
    r"|leave a (?:reply|comment)\b|(?:add|post) a comment\b|comments?(?: \(\d{1,5}\))?$",
    re.IGNORECASE,
)
"""What stands above the comments of a page (WordPress themes, ``comments.php``)."""
_FURNITURE = regex(
    r"(?:print more|share (?:this|on)\b|advertisement$|skip to |read (?:more|also)\b|related (?:articles|stories)\b"
    r"|your email address will not be published|sign up for\b|subscribe to\b|click here\b|###$|-\s?30\s?-$)",
    re.IGNORECASE,
)


def layout(text: str) -> Layout:
    """A text with its blocks."""
    return Layout.of(text, furnished(text, BlockReader(text, indented_code=False).blocks()))


def furnished(text: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks of a text, paragraphs cut at their lines where they are not wrapped, comments set apart."""
    comments, first = False, True
    for block in blocks:
        pieces = [block] if block.kind != BlockKind.PARAGRAPH else list(_pieces(text, block))
        for piece in pieces:
            words = text[piece.start : piece.end]
            if comment_lines(words[:_COMMENT_LINE]) == [(0, len(words))]:
                yield replace(piece, kind=BlockKind.FURNITURE)
                continue
            comments = comments or (not first and len(words) < 200 and bool(_COMMENTS.match(words)))
            if comments or (len(words) < 200 and _FURNITURE.match(words)):
                yield replace(piece, kind=BlockKind.FURNITURE)
            elif piece.kind == BlockKind.PARAGRAPH and (first or len(pieces) == 1) and _is_heading(words, first):
                yield replace(piece, kind=BlockKind.HEADING, level=1 if first else 2)
            else:
                yield piece
            first = False


def _pieces(text: str, block: Block) -> Iterator[Block]:
    """The paragraph without the lines that are comments on it, each of these a block of its own."""
    at = block.start
    for start, end in comment_lines(text[block.start : block.end]):
        if text[at : block.start + start].strip():
            yield from _lines(text, _trimmed(text, block, at, block.start + start))
        yield replace(block, start=block.start + start, end=block.start + end)
        at = block.start + end
    if at == block.start:
        yield from _lines(text, block)
    elif text[at : block.end].strip():
        yield from _lines(text, _trimmed(text, block, at, block.end))


def _trimmed(text: str, block: Block, start: int, end: int) -> Block:
    """A part of a paragraph, without the white space around it."""
    words = text[start:end]
    return replace(block, start=end - len(words.lstrip()), end=start + len(words.rstrip()))


def _lines(text: str, block: Block) -> Iterator[Block]:
    """The paragraph, or its lines where it is not wrapped by hand; a line that goes on stays with the next."""
    words = text[block.start : block.end]
    if "\n" not in words and "\r" not in words:
        yield block
        return
    lines = [(its.start() + block.start, its.end() + block.start) for its in _LINE.finditer(words)]
    if max(end - start for start, end in lines) <= _WRAPPED:
        yield block
        return
    start = lines[0][0]
    for (_, end), following in zip(lines, [*lines[1:], None], strict=True):
        if following is None or not _goes_on(text, end, following[0]):
            yield replace(block, start=start, end=end)
            start = following[0] if following else end


def _goes_on(text: str, end: int, start: int) -> bool:
    """Whether a sentence goes on behind the end of a line."""
    before, after = text[max(0, end - 40) : end].rstrip(), text[start : start + 40].lstrip()
    return not before.endswith(_ENDS) and after[:1].islower()


def _is_heading(words: str, first: bool) -> bool:
    """Whether a paragraph is a headline; that of the whole text may be long."""
    return "\n" not in words and len(words) <= (240 if first else 100) and words[-1] not in '.!?…:;,”"'
