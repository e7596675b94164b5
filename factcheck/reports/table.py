"""
The terminal: a sentence, where to look, and the sum as a ledger that can be checked by hand.

Drawn with Rich, but as text only: what comes from a source is never markup. Nothing in a ledger is
cut; in a narrow terminal it becomes lines. Colour never changes a character of the layout.
"""

from __future__ import annotations

import io

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.model.finding import Entry, Finding, Report, Severity
from factcheck.model.visible import named, visible
from factcheck.reports.picture import bar, stack_of
from factcheck.reports.style import Style
from factcheck.reports.words import (
    MARKS,
    error_lines,
    named_suspect,
    place,
    place_of,
    remedy,
    shown_findings,
    strength_lines,
    summary,
)

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan", Severity.NONE: "green"}
NARROW = 64
"""Below so many columns a ledger is told in lines."""


def render(report: Report, style: Style) -> str:
    """The report for a terminal."""
    page = io.StringIO()
    console = console_for(style, page)
    for error in report.errors:
        first, *rest = error_lines(error)
        _print(console, Text(first, "red"))
        for line in rest:
            _print(console, Text(line))
        console.print()
    findings = shown_findings(report, style.verbose)
    if findings:
        for file, source_path in report.pairs:
            _print(console, Text(f"{named(file)} → {named(source_path)}", "dim"))
        console.print()
    for finding in findings:
        _finding(console, finding, with_path=not report.records)
    if style.verbose:
        for line in strength_lines(report):
            _print(console, Text(line, "dim"))
        console.print()
    for line in summary(report):
        _print(console, Text(line))
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def console_for(style: Style, page: io.StringIO) -> Console:
    """A console that writes into memory, with the width and the colour asked for."""
    return Console(
        file=page, width=max(style.width, 20), force_terminal=style.colour,
        color_system="standard" if style.colour else None, legacy_windows=False, markup=False, highlight=False,
        emoji=False, no_color=not style.colour, _environ={},
    )  # fmt: skip


def _print(console: Console, text: Text, indent: int = 0) -> None:
    console.print(Padding(text, (0, 0, 0, indent)) if indent else text, overflow="fold")


def _finding(console: Console, finding: Finding, *, with_path: bool = False) -> None:
    """One finding; with the path of its text, where no claim file says which is meant."""
    colour = _COLOURS[finding.severity]
    _print(
        console, Text.assemble((f"{MARKS[finding.severity]} ", f"bold {colour}"), (visible(finding.message), "bold"))
    )
    first = finding.locations[0] if finding.locations else None
    hint = remedy(finding)
    where = f"{place(first)}  " if first else ""
    if with_path and first:
        where = f"{named(first.path)} {where}"
    if finding.severity in (Severity.ERROR, Severity.WARNING) and (first or hint):
        quoted = visible(hint) or (f"“{visible(first.text)}”" if first else "")
        _print(console, Text.assemble((where, "dim"), quoted), 2)
    for detail in finding.details:
        _print(console, Text(visible(detail)), 2)
    if finding.ledger and finding.severity in (Severity.ERROR, Severity.WARNING):
        console.print()
        _bar(console, finding)
        _ledger(console, finding)
    console.print()


def _bar(console: Console, finding: Finding) -> None:
    """The parts against the whole in one line; the gap is what stands out."""
    stack = stack_of(finding)
    if stack is not None:
        within, gap, edge = bar(stack, min(console.width - 4, 60))
        _print(console, Text.assemble(within, (gap, _COLOURS[finding.severity]), edge), 4)


def _ledger(console: Console, finding: Finding) -> None:
    suspect = _suspected(finding)
    if console.width < NARROW:
        for entry in finding.ledger:
            words = [visible(entry.label), visible(entry.value), f"“{visible(_quote(entry))}”" * bool(_quote(entry))]
            marked = _is(entry, suspect)
            words.append(f"{place_of(entry, finding)}{'  ◀' if marked else ''}")
            _print(console, Text("  ".join(filter(None, words)), "bold" if marked else ""), 4)
        return
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(overflow="fold")
    table.add_column(justify="right", no_wrap=True, overflow="fold")
    table.add_column(overflow="fold", ratio=1)
    table.add_column(no_wrap=True, overflow="fold")
    rule = "─" * (max(len(visible(entry.label)) for entry in finding.ledger))
    for entry in finding.ledger:
        if entry.total:
            table.add_row(Text(rule, "dim"), Text("─" * max(len(its.value) for its in finding.ledger), "dim"), "", "")
        marked = _is(entry, suspect)
        quote = f"“{visible(_quote(entry))}”" if _quote(entry) else ""
        where = f"{place_of(entry, finding)}{'  ◀' if marked else ''}"
        style = "bold" if marked else ""
        table.add_row(
            Text(visible(entry.label), style), Text(visible(entry.value), style), Text(quote), Text(where, style)
        )
    console.print(Padding(table, (0, 0, 0, 4)))


def _quote(entry: Entry) -> str:
    return entry.quote or (entry.location.text if entry.location else "")


def _is(entry: Entry, suspect: tuple[str, int] | None) -> bool:
    return entry.location is not None and (entry.location.path, entry.location.start) == suspect


def _suspected(finding: Finding) -> tuple[str, int] | None:
    suspect = named_suspect(finding)
    return (suspect.location.path, suspect.location.start) if suspect and suspect.location else None
