"""
What a paragraph of a Word file is by its style and its numbering: a heading, an item of a list and its number.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from factcheck.model.document import BlockKind
from factcheck.model.regex import regex

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = regex(r"heading (\d)$|(title)$")
_CONTENTS = regex(r"toc \d$|toc heading$")
_CODE = regex(r"html preformatted$|(?:source )?code\b|preformatted text$")
_QUOTE = regex(r"(?:intense )?quote$|quotations$")
_DEEP = 20
"""How many styles one may be based on, one on another."""
_LOWEST = 9
"""The outline level of what is no heading (17.3.1.20)."""


class Styles:
    """The styles of a file by their ids: their names (English, whatever the language of Word) and their properties."""

    def __init__(self, root: Any) -> None:
        styles = root.findall(f"{_W}style") if root is not None else ()
        self._styles = {its.get(f"{_W}styleId"): its for its in styles}
        self._kinds: dict[str, tuple[BlockKind, int]] = {}

    def kind(self, name: str) -> tuple[BlockKind, int]:
        """What a paragraph of a style is, and of a heading its level."""
        if name not in self._kinds:
            self._kinds[name] = self._kind(name)
        return self._kinds[name]

    def property(self, name: str, path: str) -> Any:
        """A property of a style or of one that it is based on; ``None`` where none has it."""
        return next((found for its in self._chain(name) if (found := its.find(path)) is not None), None)

    def _kind(self, name: str) -> tuple[BlockKind, int]:
        for style in self._chain(name):
            called = _value(style.find(f"{_W}name")).lower()
            if heading := _HEADING.match(called):
                return BlockKind.HEADING, int(heading[1] or 1)
            for pattern, kind in ((_CONTENTS, BlockKind.FURNITURE), (_CODE, BlockKind.CODE), (_QUOTE, BlockKind.QUOTE)):
                if pattern.match(called):
                    return kind, 0
        level = _value(self.property(name, f"{_W}pPr/{_W}outlineLvl"))
        return (
            (BlockKind.HEADING, int(level) + 1)
            if level.isdecimal() and int(level) < _LOWEST
            else (BlockKind.PARAGRAPH, 0)
        )

    def _chain(self, name: str) -> list[Any]:
        found: list[Any] = []
        style = self._styles.get(name)
        while style is not None and len(found) < _DEEP:
            found.append(style)
            style = self._styles.get(_value(style.find(f"{_W}basedOn")))
        return found


class Numbering:
    """The numbers that Word writes in front of items: they stand nowhere in the file, so they are counted."""

    def __init__(self, root: Any, styles: Styles) -> None:
        self._styles = styles
        abstract = {its.get(f"{_W}abstractNumId"): its for its in _all(root, "abstractNum")}
        self._lists = {
            its.get(f"{_W}numId"): abstract.get(_value(its.find(f"{_W}abstractNumId"))) for its in _all(root, "num")
        }
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)

    def kind(self, paragraph: Any) -> tuple[BlockKind, int, int]:
        """What a paragraph is, its level and the number of an item; to be asked once each, in the order of the text."""
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return BlockKind.PARAGRAPH, 0, 0
        style = _value(properties.find(f"{_W}pStyle"))
        kind, level = self._styles.kind(style)
        numbered = properties.find(f"{_W}numPr")
        if numbered is None:
            numbered = self._styles.property(style, f"{_W}pPr/{_W}numPr")
        if kind != BlockKind.PARAGRAPH or numbered is None:
            return kind, level, 0
        key = _value(numbered.find(f"{_W}numId"))
        if key not in self._lists:
            return kind, level, 0
        depth = _value(numbered.find(f"{_W}ilvl"))
        deep = min(int(depth), 8) if depth.isdecimal() else 0
        return BlockKind.LIST_ITEM, deep + 1, self._ordinal(key, deep)

    def _ordinal(self, key: str, deep: int) -> int:
        """The number of the next item of a list; 0 where its sign is none."""
        level = None
        if (abstract := self._lists[key]) is not None:
            level = abstract.find(f"{_W}lvl[@{_W}ilvl='{deep}']")
        if level is None or _value(level.find(f"{_W}numFmt")) in ("", "bullet", "none"):
            return 0
        counts = self._counts[key]
        for below in [its for its in counts if its > deep]:
            del counts[below]
        first = _value(level.find(f"{_W}start"))
        counts[deep] = counts.get(deep, (int(first) if first.isdecimal() else 1) - 1) + 1
        return counts[deep]


def _all(root: Any, name: str) -> list[Any]:
    return root.findall(f"{_W}{name}") if root is not None else []


def _value(element: Any) -> str:
    return (element.get(f"{_W}val") or "") if element is not None else ""
