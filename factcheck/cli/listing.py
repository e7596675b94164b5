"""
``factcheck list``: the claims, where they stand, and what backs them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.option import AllowOption, Colour, ColourOption, Paths, RootOption


class ListFormat(StrEnum):
    """The formats of a list of claims."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"
    CSV = "csv"


def list_claims(
    paths: Paths = None,
    claim: Annotated[
        str, typer.Option("--id", help="Only ids that match, * for any letters: 'arrests.*'.", show_default=False)
    ] = "*",
    source: Annotated[
        str, typer.Option("--source", help="Only claims of sources whose path holds this.", show_default=False)
    ] = "",
    unchecked: Annotated[bool, typer.Option("--unchecked", help="Only claims that no evidence backs.")] = False,
    output_format: Annotated[
        ListFormat | None,
        typer.Option("--format", "-f", help="How to list; csv is the numbers sheet.", show_default="table or plain"),
    ] = None,
    root: RootOption = None,
    allow_path: AllowOption = None,
    color: ColourOption = Colour.AUTO,
) -> None:
    """
    List claims: id, value as read, evidence, sentence and place.

    Exit status: 0, or 2 after a record error.
    """
    from fnmatch import fnmatchcase

    from factcheck.cli.output import is_terminal, style, tell, tell_errors, write
    from factcheck.cli.settings import claims_of, settings_here
    from factcheck.engine import evaluate
    from factcheck.engine.sheet import rows
    from factcheck.model.finding import Standing
    from factcheck.reports.listing import render

    claim_set = claims_of(settings_here(root, allow_path).given("paths", [path.as_posix() for path in paths or ()]))
    report = evaluate(claim_set)
    found = [
        row
        for row in rows(claim_set, report)
        if fnmatchcase(row.claim, claim)
        and source in row.source
        and not (unchecked and row.standing != Standing.UNCHECKED)
    ]
    default = ListFormat.TABLE if is_terminal() else ListFormat.PLAIN
    write(render(found, (output_format or default).value, style(False, color)))
    if claim_set.claims and not found:
        tell("No claim matches.")
    tell_errors(report.errors)
    raise typer.Exit(2 if report.errors else 0)
