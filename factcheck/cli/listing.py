"""
``factcheck list``: the numbers of records or of a text, what they are worth, and what backs them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.option import AllowOption, Colour, ColourOption, PathsOrTexts, RootOption


class ListFormat(StrEnum):
    """The formats of a list of claims."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"
    CSV = "csv"


def list_claims(
    paths: PathsOrTexts = None,
    claim: Annotated[
        str, typer.Option("--id", metavar="GLOB", help="Only ids that match: 'arrests.*'.", show_default=False)
    ] = "*",
    source: Annotated[
        str,
        typer.Option(
            "--path", metavar="WORDS", help="Only numbers of texts whose path holds this.", show_default=False
        ),
    ] = "",
    unchecked: Annotated[bool, typer.Option("--unchecked", help="Only claims that no evidence backs.")] = False,
    output_format: Annotated[
        ListFormat | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="table, plain, json, or csv: the numbers sheet.",
            show_default="table or plain",
        ),
    ] = None,
    root: RootOption = None,
    allow_path: AllowOption = None,
    color: ColourOption = Colour.AUTO,
) -> None:
    """
    List claims, or the numbers of a text, to be ticked off.

    One line a number: what it is worth (tested, limited, for you to check), and what backs it.

    Exit status: 0, or 2 where a record or a text cannot be read.
    """
    from fnmatch import fnmatchcase

    from factcheck.cli.output import is_terminal, style, tell, write
    from factcheck.cli.settings import settings_here
    from factcheck.cli.sheet import ended, sheets
    from factcheck.model.finding import Standing
    from factcheck.reports.listing import render

    given = sheets(settings_here(root, allow_path), paths or ())
    rows = [row for sheet in given for row in sheet.rows]
    found = [
        row
        for row in rows
        if fnmatchcase(row.claim, claim)
        and source in row.source
        and not (unchecked and row.standing != Standing.UNCHECKED)
    ]
    default = ListFormat.TABLE if is_terminal() else ListFormat.PLAIN
    write(render(found, (output_format or default).value, style(False, color)))
    if rows and not found:
        tell("No claim matches.")
    elif not rows and not any(sheet.report.errors for sheet in given):
        tell("There is no number to list.")
    raise ended(given)
