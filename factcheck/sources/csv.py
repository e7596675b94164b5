"""
CSV and TSV (RFC 4180): rows of cells, parted by commas, semicolons, tabs or bars, whichever the file has.

The module of the standard library does not say where a cell stands, so the cells are found here; a test compares
the two on any text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from factcheck.model.origin import Origin
from factcheck.model.regex import regex
from factcheck.sources.layout import MAX_CELLS, Builder, Layout, Piece
from factcheck.sources.refused import RefusedError
from factcheck.sources.region import Line, add

_DELIMITERS = ("\t", ";", ",", "|")
_SAMPLE, _REACH = 50, 100_000
"""How many lines tell the delimiter, and how far they may reach [lines, code points]."""
_WITHIN = regex(r'"[^"]*"')
_MARKED = regex(r'[^"]*""|[^"]+')


def layout(text: str) -> Layout:
    """
    The cells of a file, each with its place in it.

    Raises RefusedError where it has too many.

    >>> its = layout('City,Arrests\\n"Rome, Lazio",7\\n')
    >>> its.text, its.original.offset(its.text.index("7"))
    ('City\\tArrests\\nRome, Lazio\\t7', 27)
    """
    builder: Builder[int] = Builder()
    add(builder, _lines(text), Origin(()), lambda column: column + 1)
    return builder.layout(text)


def _lines(text: str) -> Iterator[Line]:
    """The rows that are not empty; ends of lines within quotation marks are the cell's."""
    count = 0
    for number, cells in enumerate(_rows(text, _delimiter(text)), 1):
        found = {column: words for column, words in enumerate(cells) if any(its.words.strip() for its in words)}
        count += len(found)
        if count > MAX_CELLS:
            raise RefusedError(f"the file has more than {MAX_CELLS:,} cells", "Take out the part that is to be read.")
        if found:
            yield Line(number, found)


def _rows(text: str, delimiter: str) -> Iterator[list[list[Piece[int]]]]:
    sign = re.escape(delimiter)
    cell = regex(rf'(?:"(?P<quoted>(?:[^"]+|"")*)"?)?(?P<bare>[^{sign}\r\n]*)(?P<end>{sign}|\r\n|\r|\n|$)')
    row: list[list[Piece[int]]] = []
    at = 0
    while at < len(text) and (match := cell.match(text, at)):
        at = match.end()
        row.append([*_quoted(match), Piece(match["bare"], match.start("bare"))])
        if match["end"] != delimiter:
            yield row
            row = []
    if row:
        yield row


def _quoted(match: re.Match[str]) -> Iterator[Piece[int]]:
    """What stands within quotation marks, where a doubled one is one."""
    start = match.start("quoted")
    for part in _MARKED.finditer(match["quoted"] or ""):
        yield Piece(part[0].removesuffix('"') if part[0].endswith('""') else part[0], start + part.start())


def _delimiter(text: str) -> str:
    """The sign that stands equally often in the most lines."""
    lines = _WITHIN.sub("", text[:_REACH]).splitlines()[:_SAMPLE]

    def regular(sign: str) -> tuple[int, int]:
        counts = Counter(count for line in lines if (count := line.count(sign)))
        return max(((lines_, count) for count, lines_ in counts.items()), default=(0, 0))

    return max(_DELIMITERS, key=regular)
