"""
Word files: paragraphs, headings, numbered lists, tables, text boxes, footnotes and endnotes, as Word shows them.

Tracked changes count as accepted; hidden text, field codes, comments, page headers and feet are not read, nor is the
list of contents. Macros are never run, and nothing that the file links to is opened.

python-docx (1.2) opens the file and writes comments into it. Its ``Paragraph.text`` leaves out what was inserted with
changes tracked, content controls, fields, text boxes and footnotes, so the words are read from the XML that it gives:
ISO/IEC 29500-1, 17. The places of ``Builder.places`` are elements ``w:t`` with an offset in their words.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from factcheck.model.document import BlockKind
from factcheck.model.origin import Origin
from factcheck.model.regex import regex
from factcheck.sources.content import WORD
from factcheck.sources.layout import Builder, Cell, Layout, Piece, lines, raised
from factcheck.sources.numbering import Numbering, Styles
from factcheck.sources.package import checked, damaged
from factcheck.sources.plain import furnished
from factcheck.sources.refused import missing

SORT = WORD

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_AROUND = frozenset(
    {f"{_W}{name}" for name in ("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml",
                                "dir", "bdo")}
    | {f"{_M}{name}" for name in ("oMath", "oMathPara", "r", "f", "num", "den", "e", "sSup", "sSub", "sup", "sub")}
)  # fmt: skip
"""Elements around runs, or around blocks, that are no words themselves."""
_SIGNS = {f"{_W}tab": "\t", f"{_W}ptab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
_NOTES = {f"{_W}footnoteReference": "footnote", f"{_W}endnoteReference": "endnote"}
_FLAT = regex(r"[\t\n]")
_RAISED = 4
"""How far a run is moved that is no longer on the line [half points]."""
_OFF = frozenset({"0", "false", "off", "none"})

Words = list[Piece[tuple[Any, int]]]


def read(data: bytes) -> Layout:
    """
    The words of a Word file.

    Raises RefusedError where python-docx is not installed, or the file is damaged, locked or too large.
    """
    layout = Reading(opened(data)).builder.layout()
    blocks = tuple(furnished(layout.text, layout.blocks))
    return Layout(layout.text, blocks, layout.tables, layout.origins)


def opened(data: bytes) -> Any:
    """
    The package of a file, as python-docx opens it.

    Raises RefusedError, as ``read`` does.
    """
    try:
        from docx.package import Package
    except ImportError as error:
        raise missing("a Word file", "python-docx", "docx") from error
    checked(data)
    try:
        return Package.open(io.BytesIO(data))
    except Exception as error:  # python-docx lets through whatever zipfile, lxml and itself raise
        raise damaged(str(error).strip("'\"")) from error


class Reading:
    """One file, read from its beginning to its end."""

    def __init__(self, package: Any) -> None:
        self.builder: Builder[tuple[Any, int]] = Builder()
        self._part = package.main_document_part
        self._styles = Styles(self._root("styles"))
        self._numbering = Numbering(self._root("numbering"), self._styles)
        self._counts = {"paragraph": 0, "table": 0, "text box": 0}
        self.notes: dict[tuple[str, str], Any] = {}
        """The notes in the order of their signs in the text, by their sort and their id: the run that calls each."""
        self._boxes: list[Any] = []
        self._carried: Words = []
        """Words of a paragraph whose mark was deleted: they go on in the next."""
        body = _root_of(self._part).find(f"{_W}body")
        self._blocks(body if body is not None else ())
        self._notes_read()

    def _root(self, name: str) -> Any:
        """The root element of a part that the document is related to; ``None`` where there is none."""
        for relation in self._part.rels.values():
            if relation.reltype == _REL + name and not relation.is_external:
                return _root_of(relation.target_part)
        return None

    def _blocks(self, elements: Any, within: Origin | None = None) -> None:
        """The blocks of a body, a text box or a note; ``within`` is where those of a note stand."""
        for element in elements:
            if element.tag == f"{_W}p":
                self._paragraph(element, within)
            elif element.tag == f"{_W}tbl":
                self._table(element, within)
            elif element.tag in _AROUND:
                self._blocks(element, within)

    def _paragraph(self, element: Any, within: Origin | None) -> None:
        words = [*self._carried, *self._words(element)]
        self._carried = []
        if _is_on(element.find(f"{_W}pPr/{_W}rPr/{_W}del")):
            self._carried = words
            return
        if any(piece.words.strip() for piece in words):
            kind, level, ordinal = self._numbering.kind(element)
            self._add(kind, words, within, level, ordinal)
        self._boxes_read()

    def _add(self, kind: BlockKind, words: Words, within: Origin | None, level: int, ordinal: int) -> None:
        origin = within or self._next("paragraph")
        for line in lines(words):
            self.builder.add(kind, line, origin, level, ordinal)

    def _next(self, name: str) -> Origin:
        self._counts[name] += 1
        return Origin(((name, self._counts[name]),))

    def _table(self, element: Any, within: Origin | None) -> None:
        """A table; one that only lays out a page (a column alone, or tables in its cells) is what stands in it."""
        rows = [list(_children(row, "tc")) for row in _children(element, "tr") if not _is_gone(row)]
        if all(len(cells) < 2 for cells in rows) or element.find(f".//{_W}tc//{_W}tbl") is not None:
            for cells in rows:
                for cell in cells:
                    self._blocks(cell, within)
            return
        origin = self._next("table")
        origin = Origin((*within.steps, *origin.steps)) if within else origin
        self.builder.add_table(self._rows(element), origin)
        self._boxes_read()

    def _rows(self, element: Any) -> list[list[Cell[tuple[Any, int]]]]:
        """The rows of a table; cells that go on from above count for the one that they go on."""
        found: list[list[Cell[tuple[Any, int]]]] = []
        above: dict[int, tuple[int, int]] = {}
        for row in _children(element, "tr"):
            if _is_gone(row):
                continue
            cells = [Cell[tuple[Any, int]](())] * _number(row.find(f"{_W}trPr/{_W}gridBefore"), 0)
            column = len(cells)
            for cell in _children(row, "tc"):
                properties = cell.find(f"{_W}tcPr")
                width = _number(properties.find(f"{_W}gridSpan"), 1) if properties is not None else 1
                merged = properties.find(f"{_W}vMerge") if properties is not None else None
                if merged is not None and merged.get(f"{_W}val") != "restart" and column in above:
                    at, place = above[column]
                    whole = found[at][place]
                    found[at][place] = Cell(whole.words, len(found) - at + 1, whole.columns)
                else:
                    above[column] = len(found), len(cells)
                    cells.append(Cell(self._cell(cell), 1, width))
                column += width
            found.append(cells)
        return found

    def _cell(self, element: Any) -> Words:
        """The words of a cell on one line."""
        words: Words = []
        for paragraph in _children(element, "p"):
            words += [Piece(" ")] * bool(words)
            words += [Piece(_FLAT.sub(" ", its.words), its.place) for its in self._words(paragraph)]
        return words

    def _words(self, element: Any) -> Words:
        """The words of a paragraph, or of what stands around some of its runs."""
        words: Words = []
        for child in element:
            if child.tag == f"{_W}r":
                words += self._run(child)
            elif child.tag in _AROUND:
                words += self._words(child)
            elif child.tag == f"{_M}t":
                words.append(Piece(child.text or "", (child, 0)))
        return words

    def _run(self, run: Any) -> Iterator[Piece[tuple[Any, int]]]:
        if _is_on(run.find(f"{_W}rPr/{_W}vanish")):
            return
        height = _height(run)
        for child in run:
            if child.tag == f"{_W}t":
                yield Piece(raised(child.text or "", height), (child, 0))
            elif child.tag in _SIGNS:
                yield Piece(_SIGNS[child.tag])
            elif child.tag in _NOTES:
                self.notes.setdefault((_NOTES[child.tag], child.get(f"{_W}id") or ""), run)
            elif child.tag in (f"{_W}drawing", f"{_W}pict", f"{_MC}AlternateContent"):
                self._boxes += _boxes(child)

    def _boxes_read(self) -> None:
        """The text boxes that hang on what was read last."""
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._blocks(box, self._next("text box"))

    def _notes_read(self) -> None:
        """The notes, in the order in which the text calls them, by the number that it shows."""
        counts = {"footnote": 0, "endnote": 0}
        elements: dict[tuple[str, str], Any] = {}
        for name in counts:
            root = self._root(f"{name}s") if any(sort == name for sort, _ in self.notes) else None
            elements |= {(name, note.get(f"{_W}id")): note for note in (root if root is not None else ())}
        for name, key in tuple(self.notes):
            counts[name] += 1
            self._blocks(elements.get((name, key), ()), Origin(((name, counts[name]),)))


def _height(run: Any) -> str:
    """Whether a run stands above the line or below: by its kind, or moved by points as LibreOffice writes it."""
    kind, moved = run.find(f"{_W}rPr/{_W}vertAlign"), run.find(f"{_W}rPr/{_W}position")
    if kind is not None:
        return kind.get(f"{_W}val") or ""
    points = (moved.get(f"{_W}val") or "") if moved is not None else ""
    if not points.removeprefix("-").isdecimal() or abs(int(points)) < _RAISED:
        return ""
    return "subscript" if points[0] == "-" else "superscript"


def _children(element: Any, name: str) -> Iterator[Any]:
    """The rows or cells of an element, those in content controls and tracked insertions too."""
    for child in element:
        if child.tag == f"{_W}{name}":
            yield child
        elif child.tag in _AROUND:
            yield from _children(child, name)


def _boxes(element: Any) -> Iterator[Any]:
    """The contents of the text boxes of a drawing; a file holds some twice, for older programs."""
    choice = element.find(f"{_MC}Choice") if element.tag == f"{_MC}AlternateContent" else element
    yield from () if choice is None else choice.iter(f"{_W}txbxContent")


def _is_gone(row: Any) -> bool:
    """Whether a row was deleted, with changes tracked."""
    return row.find(f"{_W}trPr/{_W}del") is not None


def _is_on(element: Any) -> bool:
    """Whether a property is there and not switched off (17.17.4)."""
    return element is not None and (element.get(f"{_W}val") or "") not in _OFF


def _number(element: Any, otherwise: int) -> int:
    """The value of an element that counts columns."""
    value = (element.get(f"{_W}val") or "") if element is not None else ""
    return min(int(value), 1000) if value.isdecimal() else otherwise


def _root_of(part: Any) -> Any:
    """The root element of a part; python-docx has parsed those that it knows."""
    from docx.oxml import parse_xml

    element = getattr(part, "element", None)
    try:
        return element if element is not None else parse_xml(part.blob)
    except SyntaxError as error:
        raise damaged(f"{part.partname}: {error}") from error
