"""
Data as a grid: rows and columns with names, and a number in each cell.

A mapping of scalars is a row, a list of mappings a table, a list of lists a table with its header; a mapping of
lists of one length is a table by columns; other mappings are read to their leaves, whose keys are their names.
Tables of pandas, polars or Arrow come by the dataframe interchange protocol.
"""

from __future__ import annotations

import csv
import datetime
import io
import math
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from factcheck.gate.header import split, unit_of
from factcheck.model.frozen import frozen
from factcheck.model.number import Rational, divide, plain, whole
from factcheck.model.quantity import Quantity
from factcheck.reader import read

MAX_CELLS = 200_000
"""More cells are refused: nothing is read in part."""
_DEEPEST = 12
"""How deep mappings may be nested."""
_LONGEST = 60
"""A longer cell makes a text no table [code points]."""


@frozen
class Cell:
    """A number of some data, and what it is of."""

    names: tuple[str, ...]
    """What its row is called: every cell of the row that is no number, or the keys above it."""
    column: str
    """What its column is called, its unit left out."""
    value: Rational
    """In its base unit, its scale applied."""
    quantity: Quantity
    """As the reader reads it with the unit of its header."""
    words: str
    """With that unit: "EUR 5.1 million"."""
    row: int
    table: int

    @property
    def place(self) -> str:
        """Its place for a person: "North, revenue"."""
        return ", ".join((*self.names, self.column))


@frozen
class Grid:
    """The cells of a table, and the names of all its rows."""

    cells: tuple[Cell, ...]
    rows: tuple[tuple[str, ...], ...]
    columns: tuple[str, ...]
    words: str
    """Everything that stands in it, for what is looked up by its letters alone."""


def grid_of(source: Any, number: int) -> Grid:
    """
    Some data as a grid; ``number`` is its place among the sources.

    Raises TypeError for what is no data, ValueError for more than can be read.

    >>> grid_of([{"region": "North", "sales_kg": 5}], 1).cells[0].words
    '5 kg'
    """
    records = list(_records(source))
    if sum(len(its) for its in records) > MAX_CELLS:
        raise ValueError(f"source {number} has more than {MAX_CELLS:,} cells: give the part that the answer is of")
    cells: list[Cell] = []
    names: list[tuple[str, ...]] = []
    words: list[str] = []
    for at, record in enumerate(records):
        numbers: list[tuple[str, str]] = []
        own: list[str] = []
        for key, value in record:
            said = _said(value)
            words += [key, said]
            (numbers.append((key, said)) if _is_number(value, said, key) else own.append(said) if said else None)
        names.append(tuple(own))
        for key, said in numbers:
            cell = _cell(tuple(own), key, said, at, number)
            if cell is not None:
                cells.append(cell)
    columns = dict.fromkeys(key for record in records for key, _ in record)
    return Grid(tuple(cells), tuple(names), tuple(columns), " ; ".join(words))


def is_data(source: Any) -> bool:
    """Whether a source is data: a mapping, a list of rows, or a table of the interchange protocol."""
    if isinstance(source, Mapping) or hasattr(source, "__dataframe__"):
        return True
    return isinstance(source, (list, tuple)) and bool(source) and all(map(_is_row, source))


def _is_row(value: Any) -> bool:
    if isinstance(value, (list, tuple)):
        return all(not isinstance(its, (Mapping, list, tuple)) for its in value)
    return isinstance(value, Mapping)


def csv_rows(text: str) -> list[list[str]] | None:
    """
    The rows of a text that is CSV: two lines at least, of two cells or more, as many in each; ``None`` where it is
    prose.

    >>> csv_rows("city,arrests\\nRome,7\\n"), csv_rows("In Rome, seven.\\nIn Milan, five.")
    ([['city', 'arrests'], ['Rome', '7']], None)
    """
    sign = max("\t;,|", key=text.partition("\n")[0].count)
    try:
        rows = [row for row in csv.reader(io.StringIO(text.strip()), delimiter=sign, strict=True) if row]
    except csv.Error:
        return None
    if len(rows) < 2 or len(rows[0]) < 2 or len({len(row) for row in rows}) != 1:
        return None
    short = all(len(cell) <= _LONGEST and not cell.rstrip().endswith((".", "!", "?")) for row in rows for cell in row)
    numbers = any(_reads(cell) for row in rows[1:] for cell in row)
    return rows if short and numbers and not any(_reads(cell) and not _is_year(cell) for cell in rows[0]) else None


def _records(source: Any) -> Iterator[list[tuple[str, Any]]]:
    """Rows, each with the names of its columns."""
    if hasattr(source, "__dataframe__") and not isinstance(source, Mapping):
        yield from _of_frame(source)
    elif isinstance(source, Mapping):
        yield from _of_mapping(source)
    else:
        yield from _of_rows(source)


def _of_rows(rows: Sequence[Any]) -> Iterator[list[tuple[str, Any]]]:
    lists = [row for row in rows if not isinstance(row, Mapping)]
    if lists:
        if len(lists) != len(rows):
            raise TypeError("a table is a list of mappings, or a list of lists whose first is the header: not of both")
        header = [_said(its) for its in lists[0]]
        for row in lists[1:]:
            if len(row) != len(header):
                raise ValueError(f"a row has {len(row)} cells where the header has {len(header)}")
            yield list(zip(header, row, strict=True))
        return
    for row in rows:
        yield from _of_mapping(row)


def _of_mapping(source: Mapping[Any, Any], above: tuple[str, ...] = ()) -> Iterator[list[tuple[str, Any]]]:
    if len(above) > _DEEPEST:
        raise ValueError(f"data is nested more than {_DEEPEST} deep")
    sized = [its for its in source.values() if isinstance(its, (list, tuple))]
    scalars = all(not isinstance(one, (Mapping, list, tuple)) for its in sized for one in its)
    if sized and len(sized) == len(source) and scalars and len({len(its) for its in sized}) == 1:
        for row in zip(*sized, strict=True):
            yield [*_named(above), *zip(map(_said, source), row, strict=True)]
        return
    flat = [(_said(key), its) for key, its in source.items() if not isinstance(its, (Mapping, list, tuple))]
    if flat:
        yield [*_named(above), *flat]
    for key, its in source.items():
        if isinstance(its, Mapping):
            yield from _of_mapping(its, (*above, _said(key)))
        elif isinstance(its, (list, tuple)):
            if its and all(map(_is_row, its)):
                yield from ([*_named((*above, _said(key))), *row] for row in _of_rows(its))
            else:
                yield from ([*_named(above), (_said(key), one)] for one in its)


def _named(above: tuple[str, ...]) -> list[tuple[str, Any]]:
    return [("", name) for name in above]


def _of_frame(frame: Any) -> Iterator[list[tuple[str, Any]]]:
    """The rows of a dataframe, by what every library of them has."""
    if hasattr(frame, "to_pylist"):
        yield from ([(str(key), its) for key, its in row.items()] for row in frame.to_pylist())
        return
    if hasattr(frame, "to_dicts"):
        yield from ([(str(key), its) for key, its in row.items()] for row in frame.to_dicts())
        return
    if hasattr(frame, "itertuples") and hasattr(frame, "columns"):
        names = [str(its) for its in frame.columns]
        for row in frame.itertuples(index=True, name=None):
            index = [] if isinstance(row[0], int) or not isinstance(row[0], str) else [("", row[0])]
            yield [*index, *zip(names, row[1:], strict=True)]
        return
    try:
        # Whatever else speaks the protocol is read by Arrow.
        from pyarrow.interchange import from_dataframe  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        raise TypeError("to read this table pyarrow is needed, or give its rows as a list of mappings") from None
    yield from _of_frame(from_dataframe(frame))


def _said(value: Any) -> str:
    """A value as it is written out."""
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value)
    if hasattr(value, "item") and not isinstance(value, (str, bytes)):
        value = value.item()
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, float):
        if not math.isfinite(value):
            return ""
        return f"{Decimal(repr(value)):f}"
    if isinstance(value, Decimal):
        return f"{value:f}" if value.is_finite() else ""
    if isinstance(value, Fraction):
        return plain(whole(value))
    if isinstance(value, (bytes, bytearray)):
        raise TypeError("data holds bytes: decode them first")
    return " ".join(str(value).split())


def _is_number(value: Any, said: str, key: str) -> bool:
    if isinstance(value, bool) or not said:
        return False
    if _is_year(said) and _tokens(key) & {"year", "fy", "period", "date", "season"}:
        return False
    if _tokens(key) & {"id", "code", "rank", "sku"}:
        return False
    return isinstance(value, (int, float, Decimal, Fraction)) or _reads(said)


def _is_year(said: str) -> bool:
    return len(said) == 4 and said.isdecimal() and "1500" <= said <= "2199"


def _reads(said: str) -> bool:
    """Whether a cell is one number and nothing else."""
    bare = said.strip().strip("()%").strip()
    if not any(map(str.isdecimal, bare)):
        return False
    if bare.lstrip("-+").replace(",", "").replace(".", "", 1).isdecimal():
        return True
    found = read(said).quantities
    return len(found) == 1 and found[0].value is not None and len(found[0].text) >= len(said.strip()) - 1


def _tokens(name: str) -> set[str]:
    return set(split(name))


def _cell(names: tuple[str, ...], key: str, said: str, row: int, table: int) -> Cell | None:
    column, unit = unit_of(key)
    digits = said.replace(",", "") if said.lstrip("-").replace(",", "").isdecimal() else said
    own = read(said).quantities
    bare = not (len(own) == 1 and own[0].unit is not None)
    words = unit.replace("#", digits) if unit and bare else digits
    found = read(words).quantities
    if len(found) != 1 or found[0].value is None:
        found = read(digits).quantities
    if len(found) != 1 or found[0].value is None:
        return _bare(names, column, digits, row, table)
    its = found[0]
    value = its.value or 0
    return Cell(names, column, whole(its.unit.to_base(value)) if its.unit else value, its, words, row, table)


def _bare(names: tuple[str, ...], column: str, digits: str, row: int, table: int) -> Cell | None:
    """A cell whose number the reader takes for something else: a year, a code."""
    try:
        value = whole(Fraction(digits))
    except (ValueError, ZeroDivisionError):
        return None
    places = len(digits.partition(".")[2])
    step = divide(1, 10**places)
    quantity = Quantity(digits, 0, len(digits), 0, len(digits), value, step, step)
    return Cell(names, column, value, quantity, digits, row, table)
