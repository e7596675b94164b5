"""
The cells of a table in a text: pipes (Markdown, grids of reStructuredText) or columns below a border.

>>> text = "| City | Arrests |\\n| --- | ---: |\\n| Rome | 7 |"
>>> [[text[a:b] for a, b in row] for row in rows(text, 0, len(text))]
[['City', 'Arrests'], ['Rome', '7']]
"""

from __future__ import annotations

from itertools import pairwise

from factcheck.model.cells import Offsets, Row
from factcheck.model.regex import regex

_LINE = regex(r"[^\r\n]+")
_NO_ROW = regex(r"[\s|+:=-]*$")
_COLUMN = regex(r"=+")
_GAPPED = regex(r"[^\s](?:[^\s]| (?![ \t])){0,300}")


def rows(text: str, start: int, end: int) -> list[Row]:
    """The rows of a table, without borders and delimiters; the first is its header, where it has one."""
    lines = [(its.start(), its.end()) for its in _LINE.finditer(text, start, end)]
    if not lines:
        return []
    first = text[lines[0][0] : lines[0][1]].strip()
    if "|" not in first and not first.startswith(("=", "+")):
        return _filled(text, [_spaced(text, a, b) for a, b in lines if _row(text, a, b)])
    if first.startswith("=") and "|" not in first:
        offset = start - text.rfind("\n", 0, start) - 1
        columns = [(its.start() + offset, its.end() + offset) for its in _COLUMN.finditer(first)]
        return [_columns(text, a - offset if a == start else a, b, columns) for a, b in lines if _row(text, a, b)]
    return [_pipes(text, a, b) for a, b in lines if _row(text, a, b)]


def _row(text: str, start: int, end: int) -> bool:
    return not _NO_ROW.match(text, start, end)


def _pipes(text: str, start: int, end: int) -> Row:
    line = text[start:end]
    first = start + len(line) - len(line.lstrip())
    last = start + len(line.rstrip())
    if text[first] == "|":
        first += 1
    if last > first and text[last - 1] == "|":
        last -= 1
    cells, at = [], first
    while at <= last:
        bar = text.find("|", at, last)
        while bar > 0 and text[bar - 1] == "\\":
            bar = text.find("|", bar + 1, last)
        stop = bar if bar >= 0 else last
        cells.append(_trimmed(text, at, stop))
        at = stop + 1
    return tuple(cells)


def _filled(text: str, found: list[Row]) -> list[Row]:
    """Rows of one width: above a column of labels a header has often nothing, and what is blank shows by its place."""
    width = max((len(row) for row in found), default=0)
    full = [row for row in found if len(row) == width]
    lines = [[(a - _line(text, a), b - _line(text, a)) for a, b in row] for row in full]
    columns = [(min(a for a, _ in column), max(b for _, b in column)) for column in zip(*lines, strict=True)]
    apart = all(one[1] <= other[0] for one, other in pairwise(columns))
    return [
        row
        if not row or len(row) == width
        else ((row[0][0], row[0][0]), *row)
        if at == 0 and len(row) == width - 1
        else _placed(text, row, columns)
        if apart and width > 2
        else row
        for at, row in enumerate(found)
    ]


def _line(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _placed(text: str, row: Row, columns: list[Offsets]) -> Row:
    """The cells of a line below the columns that they overlap most; as they are where two go for one."""
    start = _line(text, row[0][0])
    places: dict[int, Offsets] = {}
    for cell in row:
        a, b = cell[0] - start, cell[1] - start
        shared = [min(b, end) - max(a, begin) for begin, end in columns]
        places.setdefault(shared.index(max(shared)), cell)
    if len(places) < len(row):
        return row
    filled, last = [], row[0][0]
    for at in range(len(columns)):
        filled.append(places.get(at, (last, last)))
        last = filled[-1][1]
    return tuple(filled)


def _spaced(text: str, start: int, end: int) -> Row:
    """The columns of a line that gaps of two spaces or tabs part; a sign of currency belongs to its number."""
    cells: list[Offsets] = []
    for match in _GAPPED.finditer(text, start, end):
        a, b = match.span()
        if cells and text[cells[-1][0] : cells[-1][1]] in ("$", "€", "£", "("):
            cells[-1] = (cells[-1][0], b)
        elif text[a:b] not in ("%", ")"):
            cells.append((a, b))
    return tuple(cells)


def _columns(text: str, start: int, end: int, columns: list[Offsets]) -> Row:
    cells = []
    for at, (a, b) in enumerate(columns):
        stop = columns[at + 1][0] if at + 1 < len(columns) else end - start
        cells.append(_trimmed(text, min(start + a, end), min(start + max(stop, b), end)))
    return tuple(cells)


def _trimmed(text: str, start: int, end: int) -> Offsets:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
