"""
Where reports go: any number of formats, each to a file or to standard output, out of one run.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from factcheck.cli.option import Colour, Format
from factcheck.cli.output import conclusion, exit_status, format_name, style, tell, write, write_exactly
from factcheck.model.frozen import frozen
from factcheck.model.visible import named

if TYPE_CHECKING:
    from factcheck.config import Settings
    from factcheck.model.finding import Report

FOR_PEOPLE = (Format.TABLE.value, Format.PLAIN.value)
"""Formats that a terminal of any encoding shows; the others are UTF-8 wherever they go."""


@frozen
class Destination:
    """A format, and the file that it goes to."""

    format: str
    path: Path | None = None
    """``None`` is standard output."""


def destinations(settings: Settings) -> tuple[Destination, ...]:
    """
    Where the reports go that ``FORMAT`` or ``FORMAT=PATH`` name; by default one that fits standard output.

    Ends with exit status 2 where a format is not known, two go to the same place, or a file of the tree names a
    path outside of the root.
    """
    from factcheck.cli.settings import check_paths

    found = _parsed(settings.texts("report"))
    check_paths(settings, "report", [goal.path for goal in found if goal.path])
    return found


def _parsed(outputs: Sequence[str]) -> tuple[Destination, ...]:
    found: list[Destination] = []
    for text in outputs:
        name, equals, path = text.partition("=")
        if name not in tuple(Format):
            raise _usage(f"There is no format “{name}”. Formats: {', '.join(Format)}.")
        if equals and not path:
            raise _usage(f"“{text}” has no path after the equals sign.")
        found.append(Destination(name, None if path in ("", "-") else Path(path)))
    for at, goal in enumerate(found):
        if any(goal.path == other.path for other in found[:at]):
            where = named(goal.path.as_posix()) if goal.path else "standard output"
            raise _usage(f"Two reports go to {where}.")
    return tuple(found) or (Destination(format_name(None)),)


def write_report(
    report: Report, goals: Iterable[Destination], *, verbose: bool, colour: Colour, silenced: bool = False
) -> None:
    """
    Write a report to all its destinations.

    Ends with exit status 2 where a file cannot be written.
    """
    from factcheck.reports import renderer
    from factcheck.reports.style import Style

    for goal in goals:
        render = renderer(goal.format)
        if goal.path is not None:
            _to_file(goal.path, render(report, Style(verbose, silenced=silenced)))
        elif goal.format in FOR_PEOPLE:
            write(render(report, style(verbose, colour)))
        else:
            write_exactly(render(report, Style(verbose, silenced=silenced)))
        if goal.format == Format.GITHUB:
            _add_step_summary(report, verbose)


def write_trace(report: Report, where: str, goals: Iterable[Destination]) -> None:
    """Write what was understood behind the report: as objects where that is lines of JSON, else in words."""
    import json

    from factcheck.reports.trace import render, rows

    if any(goal.format == Format.JSONL and goal.path is None for goal in goals):
        write_exactly("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(report)))
    else:
        write(render(report, where) + "\n")


def audible(
    goals: tuple[Destination, ...], report: Report, settings: Settings, *, quiet: bool
) -> tuple[Destination, ...]:
    """The destinations that are written to: with ``quiet`` standard output only where the run fails."""
    if not quiet or exit_status(report, settings.fail_on):
        return goals
    return tuple(goal for goal in goals if goal.path is not None)


def conclude(report: Report, settings: Settings, goals: Iterable[Destination], *, judged: bool = True) -> int:
    """The exit status of a run; what it means is the last line, where a person reads the report."""
    status = exit_status(report, settings.fail_on, judged=judged)
    if any(goal.path is None and goal.format in FOR_PEOPLE for goal in goals):
        line = conclusion(report, status, settings.text("fail-on") or "error")
        write(f"{line}\n" if line else "")
    return status


def _to_file(path: Path, text: str) -> None:
    from factcheck.sources.writing import write as write_file

    try:
        write_file(path, text.encode("utf-8"))
    except OSError as error:
        raise _usage(f"{named(path.as_posix())} cannot be written: {error.strerror}") from None


def _add_step_summary(report: Report, verbose: bool) -> None:
    """In a step of GitHub Actions: add to its summary what annotations have no room for."""
    name = os.environ.get("GITHUB_STEP_SUMMARY")
    if not name:
        return
    from factcheck.reports.github import summary
    from factcheck.reports.style import Style

    path = Path(name)
    try:
        written = path.stat().st_size if path.exists() else 0
        with path.open("ab") as file:
            file.write(summary(report, Style(verbose), written).encode("utf-8"))
    except OSError as error:
        raise _usage(f"The step summary cannot be written: {error.strerror}") from None


def _usage(message: str) -> typer.Exit:
    tell(message)
    return typer.Exit(2)
