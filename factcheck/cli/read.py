"""
``factcheck read``: every quantity in a text, one JSON line each.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def read(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A text, or - for standard input.", allow_dash=True)
    ] = Path("-"),
    lines: Annotated[bool, typer.Option("--lines", help="Take each line as a text of its own.")] = False,
) -> None:
    """
    Print every quantity of a text as a line of JSON.

    Its words, its place, its value, its unit.

    Offsets count code points from the beginning of the line; the end is exclusive.
    """
    from factcheck.cli.output import tell_errors, write
    from factcheck.cli.stream import standard_input
    from factcheck.model.document import Document
    from factcheck.model.error import FactcheckError
    from factcheck.reader import read as read_text
    from factcheck.reports.quantities import by_line
    from factcheck.sources import document, load

    shown = file.as_posix()
    try:
        its = document(standard_input("standard input"), shown) if str(file) == "-" else load(file, shown)
    except FactcheckError as failure:
        tell_errors(failure.errors)
        raise typer.Exit(2) from None
    if lines:
        its = Document(shown, its.text)  # a line has no blocks
    spans = its.line_spans() if lines else its.sentences
    for chunk in by_line(its, read_text(its.text, spans).quantities):
        write(chunk)
