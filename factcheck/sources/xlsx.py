"""
Excel workbooks: the cells of every sheet that is shown, as they are displayed, titles and tables apart.

openpyxl (3.1) reads the values that Excel or LibreOffice has calculated; formulas are never worked out here, macros
never run, links never followed. The rows are read one by one, so that a sheet of 100,000 cells takes no more memory
than its words.
"""

from __future__ import annotations

import contextlib
import io
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

from factcheck.model.origin import Origin
from factcheck.model.regex import regex
from factcheck.sources.content import WORKBOOK
from factcheck.sources.layout import MAX_CELLS, Builder, Layout, Piece
from factcheck.sources.numberformat import displayed
from factcheck.sources.package import checked, damaged
from factcheck.sources.refused import RefusedError, missing
from factcheck.sources.region import Line, add

SORT = WORKBOOK

_MOST_PLACES = 5 * MAX_CELLS
"""How many places of cells are looked at, empty ones too: above one cell in the last row there are a million."""
_UNCALCULATED = regex(
    r'<c\b(?![^>]{0,200}\bt="str")[^>]{0,200}>\s{0,9}<f\b[^>]{0,500}(?:/>|>[^<]{0,9000}</f>)\s{0,9}'
    r"(?:<v\s{0,9}/>|<v>\s{0,9}</v>)?\s{0,9}</c>"
)
"""A cell with a formula and no value that was calculated (ISO/IEC 29500-1, 18.3.1.4); an empty text is a value."""


def read(data: bytes) -> Layout:
    """
    The words of a workbook.

    Raises RefusedError where openpyxl is not installed; where the file is damaged, locked or too large; where formulas
    in it were never calculated, so that nobody can say what they show.
    """
    try:
        import openpyxl
        from openpyxl.utils import get_column_letter
    except ImportError as error:
        raise missing("an Excel workbook", "openpyxl", "xlsx") from error
    checked(data)
    _calculated(data)
    builder: Builder[None] = Builder()
    budget = _Budget()
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        # What it cannot keep when it writes, it says here; nothing is written. Of a broken style it tells standard
        # output, where a report goes.
        warnings.simplefilter("ignore")
        try:
            workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            for sheet in workbook.worksheets:
                if sheet.sheet_state == "visible":
                    base = Origin((("sheet", sheet.title),))
                    add(builder, _lines(sheet, budget), base, lambda column: get_column_letter(column + 1))
        except RefusedError:
            raise
        except Exception as error:  # openpyxl lets through whatever zipfile, the XML and itself raise
            raise damaged(str(error).strip("'\"")) from error
    return builder.layout()


class _Budget:
    """How much of a workbook has been read."""

    def __init__(self) -> None:
        self.cells = self.places = 0

    def spend(self, cells: int, places: int) -> None:
        """
        Count a row.

        Raises RefusedError where there is too much.
        """
        self.cells += cells
        self.places += places
        if self.cells > MAX_CELLS or self.places > _MOST_PLACES:
            raise RefusedError(
                f"the workbook has more than {MAX_CELLS:,} cells", "Take out the part that is to be read."
            )


def _lines(sheet: Any, budget: _Budget) -> Iterator[Line]:
    """The rows of a sheet that are not empty."""
    sheet.reset_dimensions()  # what the file says of its size may be wrong, or meant to be
    for number, row in enumerate(sheet.iter_rows(), 1):
        found = {}
        for column, cell in enumerate(row):
            if cell.value is not None and (words := displayed(cell.value, cell.number_format)).strip():
                found[column] = (Piece[None](words),)
        budget.spend(len(found), len(row) + 1)
        if found:
            yield Line(number, found)


def _calculated(data: bytes) -> None:
    """
    Look for formulas without a value.

    Raises RefusedError where there are some.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if not name.startswith("xl/worksheets/") or not name.endswith(".xml"):
                continue
            try:
                count = sum(1 for _ in _UNCALCULATED.finditer(archive.read(name).decode("latin-1")))
            except (zipfile.BadZipFile, OSError, EOFError) as error:
                raise damaged(str(error)) from error
            if count:
                what = "formula was" if count == 1 else f"{count:,} formulas were"
                raise RefusedError(
                    f"{'a ' * (count == 1)}{what} never calculated: the workbook does not say what they show",
                    "Open it in Excel or LibreOffice and save it.",
                )
