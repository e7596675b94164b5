"""
Thirty reports with a table each, right and with one cell wrong, and the files that hold them: written by the libraries
that people's programs are made with.
"""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Case:
    """A report: a title, a sentence, a table, and the cell in which one digit is changed in its wrong twin."""

    title: str
    sentence: str
    rows: Rows
    cell: tuple[int, int]
    printed: str

    @property
    def wrong(self) -> Case:
        """The same with one cell wrong."""
        row, column = self.cell
        cells = list(self.rows[row])
        cells[column] = self.printed
        return replace(self, rows=(*self.rows[:row], tuple(cells), *self.rows[row + 1 :]))


def cases() -> list[Case]:
    """Quarterly results, clinical tables, election results, and budgets with totals within totals."""
    random = Random(19)
    makers: list[Callable[[Random, int], Case]] = [_quarterly, _clinical, _election, _budget]
    return [makers[at % 4](random, at) for at in range(30)]


def _quarterly(random: Random, at: int) -> Case:
    lines = ["Software", "Services", "Hardware", "Licences", "Training"][: 3 + at % 3]
    body = [[random.randint(120, 980) for _ in range(4)] for _ in lines]
    sums = [sum(column) for column in zip(*body, strict=True)]
    rows = [("Segment", "Q1", "Q2", "Q3", "Q4")]
    rows += [(name, *map(_grouped, line)) for name, line in zip(lines, body, strict=True)]
    rows.append(("Total", *map(_grouped, sums)))
    return _case(
        f"Quarterly results {at}", "Revenue by segment, in thousands of dollars.", rows, len(rows) - 1, 1 + at % 4
    )


def _clinical(random: Random, at: int) -> Case:
    effects = ["Headache", "Nausea", "Fatigue", "Dizziness"][: 3 + at % 2]
    body = [[random.randint(11, 89) for _ in range(2)] for _ in effects]
    rows = [("Adverse event", "Treatment", "Placebo", "Total")]
    rows += [(name, str(a), str(b), str(a + b)) for name, (a, b) in zip(effects, body, strict=True)]
    sums = [sum(column) for column in zip(*body, strict=True)]
    rows.append(("Total", str(sums[0]), str(sums[1]), str(sum(sums))))
    return _case(f"Trial {at}", "Patients with adverse events by arm.", rows, 1 + at % len(effects), 3)


def _election(random: Random, at: int) -> Case:
    places = ["North", "South", "East", "West", "Centre"][: 3 + at % 3]
    body = [[random.randint(1_200, 98_000) for _ in range(3)] for _ in places]
    rows = [("District", "Adams", "Brown", "Clark", "Total")]
    rows += [(name, *map(_grouped, line), _grouped(sum(line))) for name, line in zip(places, body, strict=True)]
    sums = [sum(column) for column in zip(*body, strict=True)]
    rows.append(("Total", *map(_grouped, sums), _grouped(sum(sums))))
    return _case(f"Election {at}", "Votes by district and candidate.", rows, len(rows) - 1, 2)


def _budget(random: Random, at: int) -> Case:
    rows = [("Item", "Planned", "Spent")]
    wholes = [0, 0]
    for group in (("Salaries", "Pensions"), ("Rent", "Power", "Repairs")):
        body = [[random.randint(210, 990) for _ in range(2)] for _ in group]
        rows += [(name, *map(_grouped, line)) for name, line in zip(group, body, strict=True)]
        sums = [sum(column) for column in zip(*body, strict=True)]
        wholes = [whole + its for whole, its in zip(wholes, sums, strict=True)]
        rows.append(("Subtotal", *map(_grouped, sums)))
    rows.append(("Grand total", *map(_grouped, wholes)))
    return _case(f"Budget {at}", "The budget of the office, in euros.", rows, 3, 1)


def _case(title: str, sentence: str, rows: list[tuple[str, ...]], row: int, column: int) -> Case:
    right = rows[row][column]
    digit = right[0]
    return Case(title, sentence, tuple(rows), (row, column), f"{int(digit) % 8 + 1}{right[1:]}")


def _grouped(number: int) -> str:
    return f"{number:,}"


def as_markdown(case: Case) -> bytes:
    """The report as Markdown, as a table was read before."""
    head, *body = [f"| {' | '.join(row)} |" for row in case.rows]
    line = f"|{' --- |' * len(case.rows[0])}"
    return "\n".join([f"# {case.title}", "", case.sentence, "", head, line, *body, ""]).encode()


def as_html(case: Case) -> bytes:
    """The report as a page."""
    head, *body = case.rows
    rows = [_html_row(head, "th"), *(_html_row(row, "td") for row in body)]
    return (
        f"<!doctype html>\n<html lang=en><meta charset=utf-8><title>{case.title}</title>\n<body><h1>{case.title}</h1>\n"
        f"<p>{html.escape(case.sentence)}\n<table>\n{''.join(rows)}</table>\n</html>\n"
    ).encode()


def _html_row(row: tuple[str, ...], name: str) -> str:
    return f"<tr>{''.join(f'<{name}>{html.escape(cell)}</{name}>' for cell in row)}\n"


def as_docx(case: Case) -> bytes:
    """The report as a Word file, by python-docx."""
    import docx

    document = docx.Document()
    document.add_heading(case.title, 1)
    document.add_paragraph(case.sentence)
    table = document.add_table(len(case.rows), len(case.rows[0]))
    for row, cells in zip(table.rows, case.rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def as_xlsx(case: Case) -> bytes:
    """The report as a workbook, by openpyxl: numbers are numbers, and shown with commas."""
    import openpyxl

    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Report"
    sheet["A1"], sheet["A2"] = case.title, case.sentence
    for at, row in enumerate(case.rows, 4):
        for column, words in enumerate(row, 1):
            bare = words.replace(",", "")
            cell = sheet.cell(at, column, int(bare) if bare.isdecimal() else words)
            cell.number_format = "#,##0" if "," in words or bare.isdecimal() else "General"
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def as_csv(case: Case) -> bytes:
    """The report as CSV."""
    file = io.StringIO()
    csv.writer(file).writerows([(case.title,), (case.sentence,), (), *case.rows])
    return file.getvalue().encode()


def as_pdf(case: Case) -> bytes:
    """The report as a PDF, by ReportLab."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    styles, file = getSampleStyleSheet(), io.BytesIO()
    story = [Paragraph(case.title, styles["Heading1"]), Paragraph(case.sentence, styles["BodyText"])]
    SimpleDocTemplate(file).build([*story, Table([list(row) for row in case.rows])])
    return file.getvalue()


WRITERS = {".md": as_markdown, ".html": as_html, ".docx": as_docx, ".xlsx": as_xlsx, ".csv": as_csv, ".pdf": as_pdf}
"""Each format by its suffix."""


def files(case: Case) -> Iterator[tuple[str, bytes]]:
    """The report in every format."""
    return ((suffix, write(case)) for suffix, write in WRITERS.items())
