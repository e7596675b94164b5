"""
The numbers of some files, for `list`: a checklist, lines, JSON, or the numbers sheet as CSV.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from itertools import groupby

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.model.finding import Standing, Strength
from factcheck.model.sheet import EvidenceLine, Row
from factcheck.model.visible import in_json, named, visible
from factcheck.reports.style import Style
from factcheck.reports.table import NARROW, console_for
from factcheck.reports.words import where

FORMATS = ("table", "plain", "json", "csv")
COLUMNS = ("number", "sentence", "value", "place", "evidence", "says", "by", "date", "note", "claim", "worth")
"""Of the numbers sheet, as an editor files it."""
_WORTH = {Strength.PINNED: "tested", Strength.BOUNDED: "limited", Strength.UNTESTED: "to check"}
_COLOURS = {Strength.PINNED: "green", Strength.BOUNDED: "cyan", Strength.UNTESTED: "yellow"}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_INDENT = 4
_WIDEST = 40
"""The longest id or words for which a column is made as wide [columns]."""


def render(rows: Sequence[Row], name: str, style: Style) -> str:
    """The claims in a format."""
    match name:
        case "csv":
            return _csv(rows)
        case "json":
            return in_json([_object(row) for row in rows], 2) + "\n"
        case "table":
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


def worth(row: Row) -> str:
    """What a number is worth to a person: "tested", "limited", "to check"; a dash where no source states it."""
    return _WORTH[row.strength] if row.strength else "–"


def backing(row: Row) -> str:
    """
    What evidence says of a claim, and whose it is: "backed: telephone, press office (news desk, 27 Oct 2021)".
    """
    if not row.evidence:
        return "–" if row.claim else row.note
    kept = []
    for line in row.evidence:
        filed = ", ".join(filter(None, (line.by, _day(line.date))))
        kept.append(f"{line.who}{f' ({filed})' if filed else ''}".strip())
    return f"{row.standing.value}: {'; '.join(dict.fromkeys(kept))}"


def _day(date: str) -> str:
    if not date:
        return ""
    year, month, day = date.split("-")
    return f"{int(day)} {_MONTHS[int(month) - 1]} {year}"


def _table(rows: Sequence[Row], style: Style) -> str:
    """
    The checklist: each sentence once, its numbers below it, one a line, in the order of the text; what stands in no
    source comes last. A list of items is its items.
    """
    page = io.StringIO()
    console = console_for(style, page)
    shown = [row for row in rows if row.strength or row.value or row.evidence]
    several = len({row.source for row in shown if row.source}) > 1
    room = min(_WIDEST, style.width // 3)
    heads = (
        min(max((len(visible(row.claim)) for row in shown), default=0), room),
        min(max((len(_words(row)) for row in shown), default=0), room),
    )
    for _, group in groupby(sorted(shown, key=_order), _sentence):
        block = list(group)
        console.print(Text(_heading(block[0], style.width, path=several), "dim"), overflow="fold")
        table = _lines(block) if style.width < NARROW else _columns(block, heads, style.width)
        console.print(Padding(table, (0, 0, 0, _INDENT)), overflow="fold")
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def _columns(rows: Sequence[Row], heads: tuple[int, int], width: int) -> Table:
    """The numbers of a sentence side by side: ids, words, what they are worth, what backs them or why nothing tests."""
    has_ids = any(row.claim for row in rows)
    widths = heads if has_ids else heads[1:]
    table = Table.grid(padding=(0, 2, 0, 0))
    for width_of in widths:
        table.add_column(width=width_of, overflow="fold")
    table.add_column(width=len("to check"), no_wrap=True)
    table.add_column(overflow="fold")
    room = width - sum(widths) - 2 * len(widths) - len("to check") - 2 - _INDENT
    for row in rows:
        cells = _cells(row)
        if not row.claim:
            cells[-1] = Text(_shortened(cells[-1].plain, max(room, 0)), cells[-1].style)
        table.add_row(*(cells if has_ids else cells[1:]))
    return table


def _lines(rows: Sequence[Row]) -> Text:
    """The same for a narrow terminal, below each other."""
    told = []
    for row in rows:
        claim, words, *rest = _cells(row)
        told.append(Text("  ").join(cell for cell in (claim, words) if cell))
        told.append(Text("  ").join([Text(""), *(cell for cell in rest if cell.plain not in ("", "–"))]))
    return Text("\n").join(line for line in told if line.plain.strip())


def _order(row: Row) -> tuple[bool, str, int, int]:
    start = row.location.start if row.location else 0
    return row.location is None, row.source, row.sentence_start, start


def _sentence(row: Row) -> tuple[str, int]:
    return row.source, row.sentence_start


def _heading(row: Row, width: int, *, path: bool) -> str:
    """The place and the sentence of some numbers, on one line."""
    if row.location is None:
        return "In the records alone"
    at = f"¶{row.location.paragraph}" if row.location.has_lines else row.location.place
    head = f"{named(row.location.path)} {at}" if path else at
    return f"{head}  {_shortened(visible(row.sentence), max(width - len(head) - 4, 20))}"


def _cells(row: Row) -> list[Text]:
    """A number's id, its words, what it is worth, what backs it or why nothing tests it."""
    colour = _COLOURS.get(row.strength, "") if row.strength else "dim"
    filed = {Standing.BACKED: "green", Standing.CONTRADICTED: "red", Standing.UNCHECKED: "dim"}[row.standing]
    words = Text(_words(row))
    return [Text(visible(row.claim), "bold"), words, Text(worth(row), colour), Text(visible(backing(row)), filed)]


def _words(row: Row) -> str:
    """The words of a number; where they are long, its value: more than 200,000 pills."""
    words = visible(row.words)
    return words if row.strength and len(words) <= _WIDEST else visible(row.value) or words


def _line(row: Row) -> str:
    words = (place(row, path=True), row.claim, row.value, worth(row), evidence(row), row.sentence or row.note)
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
            writer.writerow([_cell(cell) for cell in (*cells, note, row.claim, worth(row))])
    return page.getvalue()


def _cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    text = visible(text)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text


def _object(row: Row) -> dict[str, object]:
    where = row.location
    return {
        "claim": row.claim or None,
        "file": row.file or None,
        "number": row.words,
        "value": row.value,
        "worth": worth(row) if row.strength else None,
        "standing": row.standing.value,
        "evidence": [{"says": e.says, "from": e.who, "by": e.by, "date": e.date, "note": e.note} for e in row.evidence],
        "sentence": row.sentence,
        "path": where.path if where else None,
        "line": where.line if where else None,
        "column": where.column if where else None,
        "note": row.note,
    }


def _shortened(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    cut = text.rfind(" ", 0, max(length - 1, 0))
    return f"{text[:cut]} …" if cut > 0 else ""
