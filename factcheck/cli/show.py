"""
``factcheck show``: one claim in full.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.option import AllowOption, Colour, ColourOption, PathsOrTexts, RootOption


class ShowFormat(StrEnum):
    """The formats of a portrait."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"


def show(
    claim: Annotated[
        str, typer.Argument(metavar="ID", help="An id, or file:id; of a text LINE:COLUMN, or the number's words.")
    ],
    paths: PathsOrTexts = None,
    output_format: Annotated[
        ShowFormat | None,
        typer.Option("--format", "-f", metavar="FORMAT", help="table, plain or json.", show_default="table or plain"),
    ] = None,
    root: RootOption = None,
    allow_path: AllowOption = None,
    color: ColourOption = Colour.AUTO,
) -> None:
    """
    Show one number: its sentence, readings and rules.

    What each reading of its words lets it be, what the rules leave it, and which rules use it.

    Exit status: 0; 2 where there is no such claim or number.
    """
    from factcheck.cli.output import is_terminal, style, tell, write
    from factcheck.cli.settings import settings_here
    from factcheck.cli.sheet import ended, sheets
    from factcheck.model.visible import named
    from factcheck.model.wording import did_you_mean
    from factcheck.reports.portrait import render

    given = sheets(settings_here(root, allow_path), paths or ())
    default = ShowFormat.TABLE if is_terminal() else ShowFormat.PLAIN
    found = [(one, sheet) for sheet in given for one in sheet.named(claim)]
    for one, sheet in found:
        write(render(sheet.portrait(one), (output_format or default).value, style(False, color)))
    if found:
        raise typer.Exit(0)
    known = [row.claim or row.words for sheet in given for row in sheet.rows]
    if known:
        what = "claim" if any(sheet.report.records for sheet in given) else "number"
        tell(f"There is no {what} “{named(claim)}”. {named(did_you_mean(claim, known))}".rstrip())
        raise typer.Exit(2)
    ended(given)
    tell(f"There is no claim “{named(claim)}”.")
    raise typer.Exit(2)
