"""
Writing: to a terminal or a pipe of any encoding, with or without colour; and the exit status.

Standard output may be closed or full. Closed, a run says nothing and the exit status is all; full, it ends with
a sentence and exit status 2 (``cli.stream``).
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from factcheck.cli.option import Colour, FailOn, Format
from factcheck.model.visible import named, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.model.error import RecordError
    from factcheck.model.finding import Finding, Report
    from factcheck.reports.style import Style

# What an ASCII terminal shows for the signs of the reports; other characters are escaped.
_ASCII = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-", "…": "...", "→": "->", "✗": "x", "✓": "v",
     "◀": "<", "─": "-", "×": "*", "÷": "/", "≤": "<=", "≥": ">=", "¶": "par. ", "·": "-",
     "█": "#", "▓": "=", "▒": "+", "░": ".", "┃": "|"}
)  # fmt: skip


def write(text: str) -> None:
    """Write to standard output; a character that its encoding lacks is replaced, never an error."""
    stream = sys.stdout
    if stream is None:
        return
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = text.translate(_ASCII).encode(encoding, "backslashreplace").decode(encoding)
    stream.write(text)
    stream.flush()


def write_exactly(text: str) -> None:
    """Write to standard output for a program: UTF-8 whatever the terminal has, line ends as they are."""
    if sys.stdout is None:
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def create_files(files: Mapping[Path, bytes]) -> None:
    """Write files that do not exist yet, all or none; ends with exit status 2 where one exists or cannot be written."""
    from factcheck.sources.writing import create

    try:
        create(files)
    except FileExistsError as error:
        existing = next((path for path in files if os.path.lexists(path)), error.filename)
        tell(f"{named(Path(existing).as_posix())} exists already; nothing was written.")
        raise typer.Exit(2) from None
    except OSError as error:
        where = ", ".join(named(path.as_posix()) for path in files)
        tell(f"{where} cannot be written: {error.strerror}")
        raise typer.Exit(2) from None


def say(message: str) -> None:
    """Say something on standard output, what deceives in it shown."""
    write(f"{shown(message)}\n")


def tell(message: str) -> None:
    """Tell what is wrong, or what was done, on standard error; nothing where that is closed."""
    if sys.stderr is not None:
        # Where it is full, nothing more can be told: the exit status is left.
        with contextlib.suppress(OSError):
            sys.stderr.write(f"{shown(message)}\n")
            sys.stderr.flush()


def tell_errors(errors: Iterable[RecordError]) -> None:
    """Tell what is wrong with texts, records or settings, each with its place."""
    from factcheck.reports.words import error_lines

    for error in errors:
        tell("\n".join(error_lines(error)))


def is_terminal() -> bool:
    """Whether standard output is a terminal; colour settings do not change that."""
    return sys.stdout is not None and sys.stdout.isatty()


def coloured(choice: Colour) -> bool:
    """Whether to colour: NO_COLOR before FORCE_COLOR before ``--color`` (no-color.org, force-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return choice == Colour.ALWAYS or (choice == Colour.AUTO and is_terminal())


def style(verbose: bool, colour: Colour) -> Style:
    """How to lay a report out here."""
    from factcheck.reports.style import Style

    width = shutil.get_terminal_size((100, 24)).columns
    return Style(verbose, width, coloured(colour))


def format_name(chosen: Format | None) -> str:
    """The format asked for; by default annotations in GitHub Actions, a table in a terminal, lines in a pipe."""
    if chosen is not None:
        return chosen.value
    if os.environ.get("GITHUB_ACTIONS") == "true":
        return Format.GITHUB.value
    return Format.TABLE.value if is_terminal() else Format.PLAIN.value


def exit_status(report: Report, fail_on: FailOn | Callable[[Finding], str], *, judged: bool = True) -> int:
    """
    0 nothing at or above ``fail_on``, 1 findings, 2 an error of the records (it beats 1), 3 nothing to judge.

    ``fail_on`` is a severity, or gives one for a finding: some paths may be judged less strictly.
    """
    from factcheck.model.finding import SEVERITIES

    if report.errors:
        return 2
    if not judged:
        return 3
    order = [its.value for its in SEVERITIES]
    for finding in report.findings:
        least = fail_on.value if isinstance(fail_on, FailOn) else fail_on(finding)
        if least != FailOn.NEVER and order.index(finding.severity) <= order.index(least):
            return 1
    return 0


def conclusion(report: Report, status: int, threshold: str) -> str:
    """
    What the exit status means, in one line; empty where there is nothing to tell.

    ``threshold`` is the least severity that fails a run.

    >>> from factcheck.model.finding import Report
    >>> conclusion(Report(), 0, "error")
    ''
    """
    from factcheck.model.finding import Severity

    wrong = [finding for finding in report.findings if finding.severity in (Severity.ERROR, Severity.WARNING)]
    errors = sum(finding.severity == Severity.ERROR for finding in wrong)
    warnings = len(wrong) - errors
    if status not in (0, 1) or not wrong:
        return ""
    paths = sorted({finding.locations[0].path for finding in wrong if finding.locations})
    where = f" in {paths[0]}" if len(paths) == 1 else f" in {len(paths)} texts" if paths else ""
    counts = f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}{where}"
    return f"{counts}. {'Failed' if status else 'Passed'}: --fail-on is {threshold}."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun if number == 1 else f'{noun}s'}"
