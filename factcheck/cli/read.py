"""
``factcheck read``: every quantity in a text, one JSON line each.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def read(
    file: Annotated[Path, typer.Argument(help="A text, or - for standard input.", allow_dash=True)] = Path("-"),
    lines: Annotated[bool, typer.Option("--lines", help="Take each line as a text of its own.")] = False,
) -> None:
    """
    Print every quantity of a text as a line of JSON: its words, its place, its value, its unit.

    Offsets count code points from the beginning of the line; the end is exclusive.
    """
    import sys

    from factcheck.cli.output import write
    from factcheck.model.document import Document
    from factcheck.model.error import FactcheckError
    from factcheck.reader import read as read_text
    from factcheck.reports.quantities import by_line
    from factcheck.reports.words import error_lines
    from factcheck.sources import decode, document, load

    shown = file.as_posix()
    try:
        if str(file) == "-":
            its = document(decode(sys.stdin.buffer.read(), "standard input"), shown)
        else:
            its = load(file, shown)
    except FactcheckError as failure:
        typer.echo("\n".join(line for error in failure.errors for line in error_lines(error)), err=True)
        raise typer.Exit(2) from None
    if lines:
        its = Document(shown, its.text)  # a line has no blocks
    spans = its.line_spans() if lines else its.sentences
    for chunk in by_line(its, read_text(its.text, spans).quantities):
        write(chunk)
