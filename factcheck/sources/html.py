"""
HTML: what a page shows, block by block, each word with its place in the file.

Read by justhtml (3.16): of the parsers that are kept it alone builds the tree that a browser does and says where each
text begins. On a page of 560 kB it takes .7 s of CPU; html.parser of the standard library (.2 s) gives places but no
tree (a cell or a paragraph without its end tag runs on), lxml (.03 s) and BeautifulSoup (.7 s) the places of elements
alone, html5lib (.7 s, no release since 2020), tinyhtml5 (.9 s) and selectolax (.02 s) none. It is Python alone, without
dependencies (MIT, .8 MB), and takes hostile pages in linear time: 100,000 nested elements in .8 s.

Scripts are not run and nothing that a page names is fetched. What is hidden, deleted or code is not read; ``nav``,
``footer`` and forms are furniture. White space is one space, as a browser shows it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from factcheck.model.document import BlockKind
from factcheck.model.frozen import frozen
from factcheck.model.origin import Origin
from factcheck.model.regex import regex
from factcheck.sources.content import sort_of
from factcheck.sources.encoding import decode
from factcheck.sources.htmltext import pieces
from factcheck.sources.layout import Builder, Cell, Layout, Piece, lines
from factcheck.sources.plain import furnished
from factcheck.sources.refused import RefusedError, missing

MOST = 16 * 1024 * 1024
"""The longest page that is read [code points]."""
_DECLARATION = 1024
"""Where a page declares its encoding [bytes] (HTML, 4.2.5.4)."""
_DECLARED = regex(
    r"charset\s{0,9}=\s{0,9}[\"']?((?:windows-|iso-8859-|koi8-|shift_jis|euc-|gb|big5|mac)[\w-]{0,20})", re.IGNORECASE
)
_AS_BROWSERS = {"iso-8859-1": "windows-1252", "iso-8859-9": "windows-1254", "gb2312": "gb18030", "shift_jis": "cp932"}
"""Encodings that pages name, and those that they are written in (WHATWG, Encoding, 4.2)."""
_HIDDEN = frozenset(
    "head script style template noscript svg math iframe object audio video canvas select datalist textarea del s"
    " strike code kbd samp".split()
)
_FURNITURE = frozenset("nav footer form button".split())
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre search section summary table tbody"
    " td tfoot th thead tr ul".split()
)
_NO_DISPLAY = regex(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\b")
_LISTS = frozenset(("ol", "ul", "menu"))
_KINDS = {"li": BlockKind.LIST_ITEM, "blockquote": BlockKind.QUOTE}
_WIDEST = 1000
"""How many rows or columns a cell may cover (HTML, 4.9.11)."""


@frozen
class _Around:
    """What a block stands in."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    ordinal: int = 0
    above: str = ""
    """The id of the nearest element that has one."""
    element: str = "body"
    """The innermost block, as a selector: "p#intro", "#results p"."""
    kept: bool = False
    """Whether white space stays as it is."""

    @property
    def origin(self) -> Origin:
        """The element, for a report."""
        return Origin((("element", self.element),))


def decoded(data: bytes, shown: str) -> str:
    """
    A page as text: UTF-8 where it is that, else as it declares, else Windows-1252 as browsers have it (HTML, 13.2.3.2).

    Raises FactcheckError where it is of another kind.
    """
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if not data.startswith((b"\xff\xfe", b"\xfe\xff")) and not sort_of(data):
            declared = _DECLARED.search(data[:_DECLARATION].decode("ascii", "replace"))
            name = declared[1].lower() if declared else ""
            try:
                return data.decode(_AS_BROWSERS.get(name, name) or "windows-1252", "replace")
            except LookupError:
                return data.decode("windows-1252", "replace")
    return decode(data, shown)


def layout(text: str) -> Layout:
    """
    The words that a page shows.

    Raises RefusedError where justhtml is not installed, or the page is too long.
    """
    if len(text) > MOST:
        raise RefusedError(f"the page is longer than {MOST // 1024**2} million characters", "Split it.")
    tree = _parser()(text, sanitize=False, track_node_locations=True)
    its = _Page(text, tree.root).builder.layout(text)
    return Layout(its.text, tuple(furnished(its.text, its.blocks)), its.tables, its.origins, its.original)


def _parser() -> Any:
    try:
        from justhtml import JustHTML
    except ImportError as error:
        raise missing("HTML", "justhtml", "html") from error
    return JustHTML


class _Page:
    """One page, read from its beginning to its end. Nothing here is recursive: a page may be as deep as it is long."""

    def __init__(self, text: str, root: Any) -> None:
        self.text = text
        self.builder: Builder[int] = Builder()
        self._words: list[Piece[int]] = []
        self._tables = 0
        self._frames = _frames(root)
        self._read(root)

    def _read(self, root: Any) -> None:
        waiting: list[tuple[Any, _Around, bool]] = [(root, _Around(), False)]
        while waiting:
            node, around, is_end = waiting.pop()
            if is_end:
                self._flush(around)
            elif node.name == "#text":
                self._words += pieces(self.text, node, kept=around.kept)
            elif node.name == "br":
                self._words.append(Piece("\n"))
            elif not _is_hidden(node):
                self._enter(node, around, waiting)
        self._flush(_Around())

    def _enter(self, node: Any, around: _Around, waiting: list[tuple[Any, _Around, bool]]) -> None:
        """An element: a block ends the one before it, and is ended itself behind its children."""
        if node.name not in _BLOCKS:
            waiting += [(child, around, False) for child in reversed(node.children or ())]
            return
        self._flush(around)
        own = _own(node, around)
        rows = _rows(node) if node.name == "table" and id(node) not in self._frames else []
        if max(map(len, rows), default=0) > 1:
            self._table(node, rows, own)
            return
        waiting.append((node, own, True))
        waiting += [(child, its, False) for child, its in reversed(_numbered(node, own))]

    def _flush(self, around: _Around) -> None:
        """Write what was read since the last edge of a block."""
        words, self._words = self._words, []
        for line in lines(words):
            self.builder.add(around.kind, line, around.origin, around.level, around.ordinal)

    def _table(self, node: Any, rows: list[list[Any]], around: _Around) -> None:
        for caption in (child for child in node.children if child.name == "caption" and not _is_hidden(child)):
            self.builder.add(around.kind, self._inline(caption), around.origin)
        self._tables += 1
        cells = [[Cell(self._inline(its), _span(its, "rowspan"), _span(its, "colspan")) for its in row] for row in rows]
        self.builder.add_table(cells, Origin((("table", self._tables),)), level=around.level)

    def _inline(self, node: Any) -> list[Piece[int]]:
        """The words of a cell on one line."""
        words: list[Piece[int]] = []
        waiting = [node]
        while waiting:
            its = waiting.pop()
            if its.name == "#text":
                words += pieces(self.text, its, kept=False)
            elif its.name == "br" or (its.name in _BLOCKS and its is not node):
                words.append(Piece(" "))
            if not _is_hidden(its):
                waiting += reversed(its.children or ())
        return words


def _own(node: Any, around: _Around) -> _Around:
    """What stands in a block."""
    name, kind, level = node.name, around.kind, around.level
    if name in _FURNITURE:
        kind = BlockKind.FURNITURE
    elif kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        if name[0] == "h" and name[1:].isdecimal():
            kind, level = BlockKind.HEADING, int(name[1])
        elif name in _KINDS:
            kind = _KINDS[name]
        elif name == "pre" and any(child.name in ("code", "samp", "kbd") for child in node.children):
            kind = BlockKind.CODE
        elif name in _LISTS:
            level += 1
    own = _attribute(node, "id")
    tag, above = (f"{name}#{own}", own) if own else (name, around.above)
    return _Around(
        kind, level, around.ordinal, above, tag if own or not above else f"#{above} {tag}", around.kept or name == "pre"
    )


def _numbered(node: Any, around: _Around) -> list[tuple[Any, _Around]]:
    """The children of a block; the items of a numbered list with their numbers."""
    children = list(node.children or ())
    if node.name not in _LISTS:
        return [(child, around) for child in children]
    start = _attribute(node, "start")
    number = int(start) if node.name == "ol" and start.isdecimal() and len(start) < 9 else 1
    found = []
    for child in children:
        found.append((child, replace(around, ordinal=number if node.name == "ol" and child.name == "li" else 0)))
        number += child.name == "li"
    return found


def _frames(root: Any) -> frozenset[int]:
    """The tables that only lay out a page, by identity: with tables or headings in them, or called so."""
    found: set[int] = set()
    waiting: list[tuple[Any, Any]] = [(root, None)]
    while waiting:
        node, table = waiting.pop()
        if table is not None and (node.name == "table" or node.name in ("h1", "h2", "h3")):
            found.add(id(table))
        if node.name == "table":
            table = node
            if _attribute(node, "role") in ("presentation", "none"):
                found.add(id(node))
        waiting += [(child, table) for child in node.children or ()]
    return frozenset(found)


def _rows(table: Any) -> list[list[Any]]:
    """The cells of a table, row by row."""
    groups = [its for its in table.children if not _is_hidden(its)]
    rows = [row for its in groups for row in ([its] if its.name == "tr" else its.children or ()) if row.name == "tr"]
    return [[its for its in row.children if its.name in ("td", "th")] for row in rows if not _is_hidden(row)]


def _span(cell: Any, name: str) -> int:
    """How many rows or columns a cell covers; rowspan=0 means all that follow (HTML, 4.9.11)."""
    value = _attribute(cell, name)
    if not value.isdecimal() or len(value) > 9:
        return 1
    return min(int(value), _WIDEST) or (_WIDEST if name == "rowspan" else 1)


def _is_hidden(node: Any) -> bool:
    if node.name in _HIDDEN:
        return True
    attributes: dict[str, str | None] = (node.attrs if node.name[0] != "#" else None) or {}
    return "hidden" in attributes or bool(_NO_DISPLAY.search((attributes.get("style") or "").lower()))


def _attribute(node: Any, name: str) -> str:
    value = (node.attrs or {}).get(name)
    return value.strip() if isinstance(value, str) else ""
