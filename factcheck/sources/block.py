"""
The blocks of a text, line by line: what Markdown, reStructuredText, AsciiDoc and plain text have in common.

Headings (``#``, ``=`` or underlined), items of lists with their depth and number, tables, quotes, code
(fenced, or indented behind ``::``), front matter, markup that is no prose, and paragraphs. A block inside a
list item has the item's depth as its ``level``; outside of lists that is 0. Every line is looked at a
bounded number of times, so the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model.document import Block, BlockKind
from factcheck.model.regex import regex

HEADING = regex(r"[ \t]{0,3}(#{1,6}|={2,6})(?=\s+\S)")
ITEM = regex(r"([ \t]*)([*+\-•·‣▪●–]|\*{2,5}|\.|\(?(\d{1,3}|#)[.)]|\(?[a-z]\))([ \t]+)(?=\S)")
_UNDERLINE = regex(r"([=\-~^\"'`#*+.:_])\1{2,}\s*$")
_FENCE = regex(r"[ \t]*(`{3,}|~{3,})")
_RULE = regex(r"[ \t]*([*_\-=])(?:[ \t]*\1){2,}\s*$")
_PIPES = regex(r"[ \t]*[|+]")
# What is repeated gives nothing back (atomic): a line of one sign over and over takes linear time.
_DELIMITER = regex(r"[ \t]*+(?:\|[ \t]*+)?:?-++:?[ \t]*+(?>(?:\|[ \t]*+:?-++:?[ \t]*+)*)(?:\|[ \t]*+)?$")
_BORDER = regex(r"[ \t]*=+(?: +=+)+$")
_SPACED = regex(
    r"[ \t]*+\S[^\n\t]{0,120}?(?:\t| {2,}+)[^\n]{0,200}?"
    r"(?:\d[\d,.]*+[)%*†x×]{0,3}|(?<=[ \t])(?:-{1,3}|[–—]|n/?a))[ \t]*+$"
)
"""A row of a table in plain text: words, a gap of two spaces or a tab, and a number at the end."""
_GAP = regex(r"\t| {2}")
_DASHES = regex(r"[ \t]*+(?>(?:[-=_]{2,}+[ \t]*+)+)$")
_DIRECTIVE = regex(r"[ \t]*(?:\.\. |\.\.$|:[\w -]{1,40}:(?:\s|$))")
_ADMONITION = regex(
    r"[ \t]*\.\. (?:note|warning|tip|important|caution|attention|danger|hint|seealso|versionadded|versionchanged"
    r"|deprecated|admonition|topic|sidebar|rubric|rst-class)::"
)
_HTML = regex(r"[ \t]*(?:</?[a-zA-Z!][^<>]{0,500}>[ \t]*)+$")
_DEFINITION = regex(r"[ \t]{0,3}\[[^\]^\n]{1,200}\]:[ \t]*\S")


class BlockReader:
    """Reads the lines of one text into blocks."""

    def __init__(self, text: str, *, indented_code: bool = True) -> None:
        self.text = text
        self.indented_code = indented_code
        """Whether four spaces outside of lists make code; in plain text they indent a paragraph."""
        lines = [(its.start(), its[0].rstrip()) for its in re.finditer(r"[^\r\n]*(?:\r\n|\r|\n|$)", text)]
        self.starts = [start for start, _ in lines]
        self.words = [words for _, words in lines]
        self.count = len(self.words)
        self.at = 0
        self.items: list[tuple[int, int]] = []
        """Of the list items around: where their sign and where their words begin [columns]."""
        self.literal = False
        """Whether the last paragraph ended in ``::``: what is indented behind it is code."""
        self.underlines: dict[str, int] = {"=": 1, "-": 2}
        """The level of a heading by the sign that underlines it, in the order of appearance."""

    def blocks(self) -> Iterator[Block]:
        """Every block, in order."""
        for fence in ("---", "+++"):
            if self.words and self.words[0] == fence and fence in self.words[1:60]:
                yield self._until(self.words.index(fence, 1) + 1, BlockKind.FRONT_MATTER)
        while self.at < self.count:
            if self.words[self.at]:
                yield self._block()
            else:
                self.at += 1

    def _block(self) -> Block:
        line = self.words[self.at]
        indent = _indent(line)
        if self.literal and indent > (self.items[-1][0] if self.items else 0):
            return self._indented(indent, BlockKind.CODE)
        self.literal = False
        item = ITEM.match(line)
        if _RULE.match(line):
            self.items.clear()
            return self._until(self.at + 1, BlockKind.FURNITURE)
        if item and not self._is_code(indent):
            return self._item(item)
        self._close(indent)
        return self._marked(line, indent) or self._paragraph(BlockKind.PARAGRAPH)

    def _marked(self, line: str, indent: int) -> Block | None:
        """A block that its first line gives away; ``None`` where it is a paragraph."""
        if fence := _FENCE.match(line):
            return self._fenced(fence[1])
        if line.lstrip().startswith("<!--"):
            return self._through("-->", BlockKind.FURNITURE)
        heading = HEADING.match(line)
        if heading:
            self.items.clear()
            return self._until(self.at + 1, BlockKind.HEADING, len(heading[1]))
        if self._underlined(self.at) and not self._ruled():
            self.items.clear()
            level = self.underlines.setdefault(self.words[self.at + 1].lstrip()[0], len(self.underlines) + 1)
            return self._until(self.at + 2, BlockKind.HEADING, level)
        if self._is_table(self.at):
            return self._table()
        if _ADMONITION.match(line) or _DEFINITION.match(line):
            return self._until(self.at + 1, BlockKind.FURNITURE)
        if (end := self._spaced()) > 0:
            return self._until(end, BlockKind.TABLE, len(self.items))
        if _DIRECTIVE.match(line):
            return self._indented(indent + 1, BlockKind.CODE)
        if self._is_code(indent):
            return self._indented(indent, BlockKind.CODE)
        if line.lstrip().startswith(">"):
            return self._while_words(BlockKind.QUOTE)
        if _HTML.match(line):
            return self._until(self.at + 1, BlockKind.FURNITURE)
        return None

    def _is_code(self, indent: int) -> bool:
        """Whether a line behind a blank one is so far indented that it is code."""
        base = self.items[-1][1] if self.items else 0
        blank = self.at == 0 or not self.words[self.at - 1]
        return self.indented_code and blank and indent >= base + 4

    def _close(self, indent: int) -> None:
        """Leave the list items that a line with this indent no longer belongs to."""
        while self.items and indent < min(self.items[-1][1], self.items[-1][0] + 2):
            self.items.pop()

    def _underlined(self, at: int) -> bool:
        if at + 1 >= self.count:
            return False
        under = self.words[at + 1]
        if not under or not _UNDERLINE.match(under.lstrip()):
            return False
        words = self.words[at].strip()
        return len(words) < 160 and (len(under) >= len(words) - 2 or under.lstrip()[0] in "=-")

    def _is_table(self, at: int) -> bool:
        line = self.words[at]
        if _BORDER.match(line):
            return True
        following = self.words[at + 1] if at + 1 < self.count else ""
        if "|" in line and "-" in following and "|" in following and _DELIMITER.match(following):
            return True
        return bool(_PIPES.match(line)) and line.endswith(("|", "+")) and len(line.strip()) > 2

    def _spaced(self) -> int:
        """Where a table of columns in plain text ends; 0 where none begins here: three rows make one."""
        if not ("  " in self.words[self.at].strip() or "\t" in self.words[self.at].strip()):
            return 0
        end, rows, at = 0, 0, self.at
        enough = 1 if self._ruled() else 3
        while at < self.count and (words := self.words[at]):
            if _SPACED.match(words):
                end, rows = at + 1, rows + 1
            elif not _DASHES.match(words) and not (at == self.at and re.search(r"\S(?:\t| {2,})\S", words)):
                break
            at += 1
        return end if rows >= enough else 0

    def _ruled(self) -> bool:
        """Whether a line is the head of columns: gaps in it, a rule below it, and a row of numbers below that."""
        if self.at + 2 >= self.count or not _GAP.search(self.words[self.at].strip()):
            return False
        return bool(_DASHES.match(self.words[self.at + 1]) and _SPACED.match(self.words[self.at + 2]))

    def _table(self) -> Block:
        if _BORDER.match(self.words[self.at]):
            end = self.at + 1
            while end < self.count and not (
                _BORDER.match(self.words[end - 1]) and end - 1 > self.at and not self.words[end]
            ):
                end += 1
            return self._until(end, BlockKind.TABLE, len(self.items))
        end = self.at + 1
        while end < self.count and ("|" in self.words[end] or _PIPES.match(self.words[end])):
            end += 1
        return self._until(end, BlockKind.TABLE, len(self.items))

    def _item(self, match: re.Match[str]) -> Block:
        sign, words = len(match[1].expandtabs(4)), len(match[0].expandtabs(4))
        if len(match[2]) > 1 and match[2][0] == "*":  # AsciiDoc: two stars are one deeper
            sign += 2 * (len(match[2]) - 1)
        self._close(sign)
        self.items.append((sign, words if words - sign <= 5 else sign + 2))
        ordinal = int(match[3]) if (match[3] or "").isdecimal() else 0
        return self._paragraph(BlockKind.LIST_ITEM, ordinal)

    def _paragraph(self, kind: BlockKind, ordinal: int = 0) -> Block:
        """Lines to a blank one, or to what begins another block."""
        end = self.at + 1
        while end < self.count and self.words[end] and not self._begins(end):
            end += 1
        self.literal = self.words[end - 1].endswith("::")
        return self._until(end, kind, len(self.items), ordinal)

    def _begins(self, at: int) -> bool:
        line = self.words[at]
        first = line.lstrip()[0]
        if first.isalpha() and first != "(":
            return self._underlined(at) or ("|" in line and self._is_table(at)) or bool(_lettered(line))
        return bool(
            ITEM.match(line) or HEADING.match(line) or _FENCE.match(line) or first in "|>" or _RULE.match(line)
            or self._underlined(at) or _HTML.match(line) or self._is_table(at)
        )  # fmt: skip

    def _fenced(self, fence: str) -> Block:
        end = self.at + 1
        while end < self.count and not self.words[end].lstrip().startswith(fence):
            end += 1
        return self._until(min(end + 1, self.count), BlockKind.CODE, len(self.items))

    def _through(self, mark: str, kind: BlockKind) -> Block:
        end = self.at
        while end < self.count and mark not in self.words[end]:
            end += 1
        return self._until(min(end + 1, self.count), kind, len(self.items))

    def _indented(self, indent: int, kind: BlockKind) -> Block:
        """This line and those below it that are indented as far, blank lines among them."""
        end = last = self.at + 1
        while end < self.count:
            words = self.words[end]
            if words:
                if _indent(words) < indent:
                    break
                last = end + 1
            end += 1
        return self._until(last, kind, len(self.items))

    def _while_words(self, kind: BlockKind) -> Block:
        end = self.at + 1
        while end < self.count and self.words[end]:
            end += 1
        return self._until(end, kind, len(self.items))

    def _until(self, end: int, kind: BlockKind, level: int = 0, ordinal: int = 0) -> Block:
        """The block from this line to another, without the white space around it."""
        first, last = self.at, end - 1
        while last > first and not self.words[last]:
            last -= 1
        self.at = end
        words = self.words[first]
        start = self.starts[first] + len(words) - len(words.lstrip())
        return Block(kind, start, self.starts[last] + len(self.words[last]), level, ordinal)


def _indent(line: str) -> int:
    """How far a line is indented [columns]; a tab goes to the next fourth."""
    bare = line.lstrip(" ")
    if not bare.startswith("\t"):
        return len(line) - len(bare)
    white = line[: len(line) - len(line.lstrip())]
    return len(white.expandtabs(4))


def _lettered(line: str) -> re.Match[str] | None:
    return re.match(r"[ \t]*[a-z]\)[ \t]+\S", line)


def words_start(text: str, block: Block) -> int:
    """Where the words of a block begin, behind its sign or number."""
    sign = {BlockKind.HEADING: HEADING, BlockKind.LIST_ITEM: ITEM}.get(block.kind)
    match = sign.match(text, block.start, block.end) if sign else None
    return match.end() if match else block.start
