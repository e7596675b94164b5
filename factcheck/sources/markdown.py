"""
Markdown, and reStructuredText as far as its headings, lists and literal blocks look alike.

Blocks are told line by line: front matter, headings (``#`` or underlined), list items with their depth
and number, tables, quotes, code (fenced, or indented behind ``::``) and paragraphs. A paragraph or table
inside a list item has the item's depth as its ``level``; outside of lists it is 0. Sentences are those of
headings, paragraphs, items and quotes: code, tables, markup and front matter are not prose.

>>> text = "# Two things\\n\\nThey are:\\n\\n* one\\n* two\\n  1. deep\\n"
>>> [(str(block.kind), block.level, block.ordinal) for block in blocks(text, (0, len(text)))[0]]
[('heading', 1, 0), ('paragraph', 0, 0), ('list_item', 1, 0), ('list_item', 1, 0), ('list_item', 2, 1)]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from factcheck.model.document import Block, BlockKind, Offsets
from factcheck.sources.sentence import split

SUFFIXES = (".md", ".markdown", ".rst", ".adoc")

_HEADING = re.compile(r"(#{1,6}|={1,6})(?=\s+\S)")
_UNDERLINE = re.compile(r"([=\-~^\"'`#*+.])\1{2,}\s*$")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_ITEM = re.compile(r"(\s*)([*+\-•]|(\d{1,3}|#)[.)])(\s+)(?=\S)")
_RULE = re.compile(r"\s*([*_\-=])(?:\s*\1){2,}\s*$")
_TABLE = re.compile(r"\s*(\||[+=\-][-=+ ]{6,}$)")
_DIRECTIVE = re.compile(r"\s*(?:\.\. |:[\w -]+:(?:\s|$))")
_HTML = re.compile(r"\s*</?[a-zA-Z!][^<>]*>\s*$")
_PROSE = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})


def blocks(text: str, body: Offsets) -> tuple[tuple[Block, ...], tuple[Offsets, ...]]:
    """The blocks of the whole text, and the sentences of the body."""
    found = tuple(_Reader(text).blocks())
    sentences: list[Offsets] = []
    for block in found:
        if block.kind in _PROSE and block.start < body[1] and block.end > body[0]:
            sentences.extend(split(text, max(_words(text, block), body[0]), min(block.end, body[1])))
    return found, tuple(sentences)


def _words(text: str, block: Block) -> int:
    """Where the words of a block begin, behind its sign or number."""
    sign = {BlockKind.HEADING: _HEADING, BlockKind.LIST_ITEM: _ITEM}.get(block.kind)
    match = sign.match(text, block.start, block.end) if sign else None
    return match.end() if match else block.start


class _Reader:
    """The lines of a text, block by block."""

    def __init__(self, text: str) -> None:
        self.lines = [(its.start(), its.end()) for its in re.finditer(r"[^\r\n]*(?:\r\n|\r|\n|$)", text)]
        self.words = [text[start:end].rstrip() for start, end in self.lines]
        self.at = 0
        self.items: list[tuple[int, int]] = []
        """Of the list items around: where their sign and where their words begin [columns]."""
        self.literal = False
        """Whether the last paragraph ended in ``::``: what is indented behind it is code."""

    def blocks(self) -> Iterator[Block]:
        """Every block, in order."""
        if self.words and self.words[0] == "---" and "---" in self.words[1:40]:
            yield self._until(self.words.index("---", 1) + 1, BlockKind.FRONT_MATTER)
        while self.at < len(self.lines):
            if not self.words[self.at].strip():
                self.at += 1
                continue
            yield self._block()

    def _block(self) -> Block:
        line = self.words[self.at]
        indent = len(line) - len(line.lstrip())
        if self.literal and indent > (self.items[-1][1] if self.items else 0):
            return self._indented(indent, BlockKind.CODE)
        self.literal = False
        item = _ITEM.match(line)
        if _RULE.match(line):
            self.items.clear()
            return self._until(self.at + 1, BlockKind.FURNITURE)
        if item and (indent < 4 or self.items):
            return self._item(item)
        while self.items and indent < min(self.items[-1][1], self.items[-1][0] + 2):
            self.items.pop()
        if fence := _FENCE.match(line):
            return self._fenced(fence[1])
        if heading := _HEADING.match(line):
            self.items.clear()
            return self._until(self.at + 1, BlockKind.HEADING, len(heading[1]))
        if self._underlined(self.at):
            self.items.clear()
            level = 1 if self.words[self.at + 1][0] == "=" else 2
            return self._until(self.at + 2, BlockKind.HEADING, level)
        if _TABLE.match(line):
            return self._while(lambda words: bool(_TABLE.match(words)) or "|" in words, BlockKind.TABLE)
        if _DIRECTIVE.match(line):
            return self._indented(indent + 1, BlockKind.CODE)
        if not self.items and indent >= 4 and (self.at == 0 or not self.words[self.at - 1].strip()):
            return self._indented(indent, BlockKind.CODE)
        if line.lstrip().startswith(">"):
            return self._while(lambda words: bool(words.strip()), BlockKind.QUOTE)
        if _HTML.match(line):
            return self._until(self.at + 1, BlockKind.FURNITURE)
        return self._paragraph(BlockKind.PARAGRAPH)

    def _underlined(self, at: int) -> bool:
        if at + 1 >= len(self.words):
            return False
        words, under = self.words[at].strip(), self.words[at + 1]
        return bool(_UNDERLINE.match(under)) and (len(under) >= len(words) - 2 or under[0] in "=-") and len(words) < 120

    def _item(self, match: re.Match[str]) -> Block:
        sign = len(match[1])
        while self.items and sign < self.items[-1][1]:
            self.items.pop()
        self.items.append((sign, match.end()))
        ordinal = int(match[3]) if (match[3] or "").isdecimal() else 0
        return self._paragraph(BlockKind.LIST_ITEM, ordinal)

    def _paragraph(self, kind: BlockKind, ordinal: int = 0) -> Block:
        """Lines to a blank one, or to what begins another block."""
        end = self.at + 1
        while end < len(self.words) and self.words[end].strip() and not self._begins(end):
            end += 1
        self.literal = self.words[end - 1].endswith("::")
        return self._until(end, kind, len(self.items), ordinal)

    def _begins(self, at: int) -> bool:
        line = self.words[at]
        return bool(
            _ITEM.match(line) or _HEADING.match(line) or _FENCE.match(line) or self._underlined(at)
            or line.lstrip().startswith(("|", ">")) or _RULE.match(line)
        )  # fmt: skip

    def _fenced(self, fence: str) -> Block:
        end = self.at + 1
        while end < len(self.words) and not self.words[end].strip().startswith(fence):
            end += 1
        return self._until(min(end + 1, len(self.words)), BlockKind.CODE, len(self.items))

    def _indented(self, indent: int, kind: BlockKind) -> Block:
        """This line and those below it that are indented as far, blank lines among them."""
        end = last = self.at + 1
        while end < len(self.words):
            words = self.words[end]
            if words.strip():
                if len(words) - len(words.lstrip()) < indent:
                    break
                last = end + 1
            end += 1
        return self._until(last, kind, len(self.items))

    def _while(self, belongs: Callable[[str], bool], kind: BlockKind) -> Block:
        end = self.at + 1
        while end < len(self.words) and belongs(self.words[end]):
            end += 1
        return self._until(end, kind, len(self.items))

    def _until(self, end: int, kind: BlockKind, level: int = 0, ordinal: int = 0) -> Block:
        """The block from this line to another, without the white space around it."""
        start_line, last = self.at, end - 1
        while last > start_line and not self.words[last].strip():
            last -= 1
        self.at = end
        start = self.lines[start_line][0]
        indent = (
            0
            if kind in (BlockKind.LIST_ITEM, BlockKind.CODE)
            else len(self.words[start_line]) - len(self.words[start_line].lstrip())
        )
        return Block(kind, start + indent, self.lines[last][0] + len(self.words[last]), level, ordinal)
