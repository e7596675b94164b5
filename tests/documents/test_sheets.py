"""
Workbooks and CSV: cells as they are displayed, tables apart from their titles and notes.
"""

from __future__ import annotations

import csv as library
import datetime
import io
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.sources import document, load
from factcheck.sources.csv import layout
from factcheck.sources.numberformat import displayed
from factcheck.sources.refused import RefusedError
from factcheck.sources.xlsx import read


def workbook(**sheets: dict[str, object]) -> openpyxl.Workbook:
    """A workbook of some sheets, each its cells by their names."""
    its = openpyxl.Workbook()
    its.remove(its.active)
    for title, cells in sheets.items():
        sheet = its.create_sheet(title)
        for name, value in cells.items():
            sheet[name] = value
    return its


def saved(its: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    its.save(file)
    return file.getvalue()


SHEET = {
    "A1": "Revenue",
    "A2": "in thousands",
    "A4": "City",
    "B4": "2020",
    "A5": "Rome",
    "B5": 12,
    "A6": "Milan",
    "B6": 7,
}


@pytest.mark.parametrize(
    ("more", "tables"),
    [
        ({}, ["City\t2020\nRome\t12\nMilan\t7"]),
        ({"A8": "Total", "B8": 19}, ["City\t2020\nRome\t12\nMilan\t7\nTotal\t19"]),
        ({"A8": "Note: all in euros"}, ["City\t2020\nRome\t12\nMilan\t7"]),
        (
            {"A9": "Town", "B9": "Men", "A10": "Bari", "B10": 3},
            ["City\t2020\nRome\t12\nMilan\t7", "Town\tMen\nBari\t3"],
        ),
        (
            {"A9": "Town", "B9": 2021, "A10": "Bari", "B10": 3},
            ["City\t2020\nRome\t12\nMilan\t7", "Town\t2021\nBari\t3"],
        ),
        ({"D4": "2021", "D5": 15, "D6": 9}, ["City\t2020\t2021\nRome\t12\t15\nMilan\t7\t9"]),
    ],
)
def test_a_sheet_falls_into_tables_with_their_titles(more: dict[str, object], tables: list[str]) -> None:
    """A free line above a total parts nothing; a new head begins a new table; a free column is none."""
    its = read(saved(workbook(Report={**SHEET, **more})))
    assert [its.text[b.start : b.end] for b in its.blocks if b.start in its.tables] == tables
    assert its.text.startswith("Revenue\n\nin thousands\n\nCity")


def test_a_cell_has_the_name_that_it_has_in_the_workbook(tmp_path: Path) -> None:
    """Sheet and cell, and what its row is called; a sheet that is hidden is not read."""
    book = workbook(Report={**SHEET, "C6": 9}, Hidden={"A1": 99})
    book["Hidden"].sheet_state = "hidden"
    path = tmp_path / "report.xlsx"
    path.write_bytes(saved(book))
    its = load(path, "report.xlsx")
    assert "99" not in its.text
    at = its.text.index("9", its.text.index("Milan"))
    assert str(its.origin(at, at + 1)) == "sheet “Report”, cell C6, “Milan”"
    assert str(its.origin(0, 1)) == "sheet “Report”, cell A1"


def test_a_formula_that_was_never_calculated_is_not_passed_over() -> None:
    """Nobody knows what it shows: the file is refused, with what to do. A text that is empty is a value."""
    with pytest.raises(RefusedError, match="a formula was never calculated"):
        read(saved(workbook(Report={**SHEET, "B7": "=SUM(B5:B6)"})))


FORMATS = [
    "General", "0", "0.00", "#,##0", "#,##0.0", "0%", "0.0%", '"$"#,##0', "[$€-407]#,##0.00", '#,##0" kg"',
    "#,##0;(#,##0)", "#,##0;-#,##0;0", "0.##", "#,##0,", "0.0,,", "0.00E+00", "[Red]#,##0", "00000", '0.0"x"',
    '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)', "@", "\\$0.0",
]  # fmt: skip
VALUES = [0, 1, -1, 12, 1234, 1234567, -1234, 0.5, 0.125, 2.675, -0.4, 0.1234, 123456789012, 0.1 + 0.2, 99.95, 45.25]
DATES = ["yyyy-mm-dd", "d mmm yyyy", "dd/mm/yy", "mmmm yyyy", "h:mm", "h:mm AM/PM", "yyyy-mm-dd hh:mm:ss", "mm-dd-yy"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_values_are_displayed_as_libreoffice_displays_them(tmp_path: Path) -> None:
    """Every format of every value."""
    rows: list[tuple[object, str]] = [(value, its) for its in FORMATS for value in VALUES]
    rows += [(datetime.datetime(2021, 10, 6, 14, 5, 9), its) for its in DATES]
    book = openpyxl.Workbook()
    for at, (value, number_format) in enumerate(rows, 1):
        cell = book.active.cell(at, 1, value)
        cell.number_format = number_format
    book.save(tmp_path / "values.xlsx")
    as_shown = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true"
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", as_shown]
    subprocess.run(
        [*command, "--outdir", tmp_path, tmp_path / "values.xlsx"], capture_output=True, timeout=120, check=True
    )
    with (tmp_path / "values.csv").open(encoding="utf-8", newline="") as file:
        expected = [(row or [""])[0].strip() for row in library.reader(file)]
    assert [displayed(value, its) for value, its in rows] == expected


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (-1234, "#,##0;(#,##0)", "(1,234)"),
        (0, '#,##0;(#,##0);"-"', "-"),
        (-0.4, "0", "0"),
        (1.005, "0.00", "1.01"),
        (1 / 3, "General", "0.333333333"),
        (99.95, "0.00E+00", "1.00E+02"),
        (True, "General", "TRUE"),
        (1.7e308, "0.00", f"{17 * 10**307}.00"),
        (datetime.datetime(2021, 10, 26, 9, 30), "General", "2021-10-26 09:30:00"),
        (datetime.time(9, 30), "h:mm", "9:30"),
        ("#DIV/0!", "0.00", "#DIV/0!"),
    ],
)
def test_a_value_is_displayed(value: object, number_format: str, shown: str) -> None:
    """Rounded half away from zero, as Excel does; brackets, dashes and words as the format has them."""
    assert displayed(value, number_format) == shown


cells = st.text(st.sampled_from('ab1,;"\n 2.'), max_size=6)


@settings(deadline=None)
@given(st.lists(st.lists(cells, min_size=2, max_size=4), min_size=1, max_size=6), st.sampled_from(",;\t|"))
def test_the_cells_are_those_of_the_library(rows: list[list[str]], delimiter: str) -> None:
    """Written with the standard library and read with it, cell for cell; and each letter is where it is said to be."""
    file = io.StringIO()
    library.writer(file, delimiter=delimiter, quoting=library.QUOTE_ALL).writerows(rows)
    text = file.getvalue()
    expected = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    its = layout(text)
    found = [its.text[a:b] for b_ in its.blocks for a, b in _cells(its, b_.start, b_.end)]
    assert [cell for cell in found if cell] == [cell for row in expected for cell in row if cell]
    assert its.original is not None
    for at, letter in enumerate(its.text):
        if not letter.isspace():
            assert text[its.original.offset(at)] == letter


def _cells(its: object, start: int, end: int) -> list[tuple[int, int]]:
    table = its.tables.get(start)  # type: ignore[attr-defined]
    return list(table.spoken()) if table else [(start, end)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("City;Men\nRome;1,5\nMilan;2,5\n", [["City", "Men"], ["Rome", "1,5"], ["Milan", "2,5"]]),
        ("City\tMen\nRome, Lazio\t7\n", [["City", "Men"], ["Rome, Lazio", "7"]]),
        ('City,Men\r\n"Rome ""old""",7\r\n', [["City", "Men"], ['Rome "old"', "7"]]),
        ("City,Men\rRome,7", [["City", "Men"], ["Rome", "7"]]),
        ('City,Men\n"Rome\nLazio",7', [["City", "Men"], ["Rome\nLazio", "7"]]),
    ],
)
def test_the_delimiter_is_that_of_the_file(text: str, rows: list[list[str]]) -> None:
    """Semicolons where commas are decimals; quotation marks, and line ends within them, as RFC 4180 has them."""
    its = document(text, "raids.csv")
    (table,) = its.tables.values()
    assert [[its.text[a:b] for a, b in row] for row in table.rows] == rows


def test_a_cell_of_csv_has_line_and_column_and_its_row() -> None:
    """An editor opens the file there; a person sees the row."""
    its = document('Raids\n\nCity,Men\n"Rome",12\n', "raids.csv")
    at = its.text.index("12")
    assert str(its.place(at)) == "4:8"
    assert str(its.origin(at, at + 2)) == "row 4, “Rome”, column 2"
