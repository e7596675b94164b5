"""
The claims of some files, for `list`: a table, lines, JSON, or the numbers sheet as CSV.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from factcheck.model.finding import Standing
from factcheck.model.sheet import EvidenceLine, Row
from factcheck.model.visible import in_json, visible
from factcheck.reports.style import Style
from factcheck.reports.table import NARROW, console_for
from factcheck.reports.words import where

FORMATS = ("table", "plain", "json", "csv")
COLUMNS = ("number", "sentence", "value", "place", "evidence", "says", "by", "date", "note", "claim")
"""Of the numbers sheet, as an editor files it."""


def render(rows: Sequence[Row], name: str, style: Style) -> str:
    """The claims in a format."""
    match name:
        case "csv":
            return _csv(rows)
        case "json":
            return in_json([_object(row) for row in rows], 2) + "\n"
        case "table" if style.width >= NARROW:
            return _table(rows, style)
        case _:
            return "".join(f"{_line(row)}\n" for row in rows)


def place(row: Row, *, path: bool = False) -> str:
    """Where a claim stands: "¶5 9:49"."""
    if row.location is None:
        return "record"
    if path or not row.location.has_lines:
        return where(row.location) if path else row.location.place
    return f"¶{row.location.paragraph} {row.location.place}"


def evidence(row: Row) -> str:
    """What the evidence makes of it: "backed (2)"."""
    return f"{row.standing.value} ({len(row.evidence)})" if row.evidence else row.standing.value


def _table(rows: Sequence[Row], style: Style) -> str:
    page = io.StringIO()
    console = console_for(style, page)
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    for header in ("claim", "value", "evidence", "sentence", "place"):
        fixed = header in ("evidence", "place")
        ratio = {"sentence": 3, "claim": 2, "value": 2}.get(header)
        table.add_column(Text(header, "dim"), no_wrap=fixed, overflow="fold", ratio=ratio)
    for row in rows:
        colour = {Standing.BACKED: "green", Standing.CONTRADICTED: "red", Standing.UNCHECKED: "dim"}[row.standing]
        table.add_row(
            Text(visible(row.claim)), Text(visible(row.value)), Text(evidence(row), colour),
            Text(_shortened(visible(row.sentence or row.note), 100)), Text(place(row)),
        )  # fmt: skip
    console.print(table)
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def _line(row: Row) -> str:
    words = (place(row, path=True), row.claim, row.value, evidence(row), row.sentence or row.note)
    return "\t".join(visible(word) for word in words)


def _csv(rows: Sequence[Row]) -> str:
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        for its in row.evidence or (EvidenceLine("", "", "", "", ""),):
            says = ": ".join(filter(None, (its.who, its.says)))
            note = "; ".join(filter(None, (row.note, its.note)))
            cells = (
                row.words,
                row.sentence,
                row.value,
                place(row, path=True),
                row.standing.value,
                says,
                its.by,
                its.date,
            )
            writer.writerow([_cell(cell) for cell in (*cells, note, row.claim)])
    return page.getvalue()


def _cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    text = visible(text)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text


def _object(row: Row) -> dict[str, object]:
    where = row.location
    return {
        "claim": row.claim,
        "file": row.file,
        "number": row.words,
        "value": row.value,
        "standing": row.standing.value,
        "evidence": [{"says": e.says, "from": e.who, "by": e.by, "date": e.date, "note": e.note} for e in row.evidence],
        "sentence": row.sentence,
        "path": where.path if where else None,
        "line": where.line if where else None,
        "column": where.column if where else None,
        "note": row.note,
    }


def _shortened(text: str, length: int) -> str:
    return text if len(text) <= length else text[: text.rfind(" ", 0, length)] + " …"
