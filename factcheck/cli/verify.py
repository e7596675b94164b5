"""
``factcheck verify``: judge every quote, every rule and every piece of evidence.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.option import (
    Colour,
    ColourOption,
    FailOn,
    FailOnOption,
    FormatOption,
    Paths,
    Verbose,
    claim_paths,
)


class Require(StrEnum):
    """The least that every number must be worth."""

    BOUND = "bound"
    PINNED = "pinned"
    BACKED = "backed"


def verify(
    paths: Paths = None,
    output_format: FormatOption = None,
    fail_on: FailOnOption = FailOn.ERROR,
    require: Annotated[
        Require | None, typer.Option("--require", help="Fail on a number that is worth less.", show_default=False)
    ] = None,
    verbose: Verbose = False,
    color: ColourOption = Colour.AUTO,
) -> None:
    """
    Judge claim records: every quote against its source, every rule, every piece of evidence.

    Exit status: 0 nothing found, 1 findings, 2 a record error, 3 nothing to judge.
    """
    from factcheck.cli.output import exit_status, format_name, style, write
    from factcheck.engine import evaluate
    from factcheck.records import load
    from factcheck.reports import renderer
    from factcheck.reports.worth import shortfall, shortfall_lines

    report = evaluate(load(claim_paths(paths)))
    name = format_name(output_format)
    write(renderer(name)(report, style(verbose, color)))
    status = exit_status(report, fail_on, judged=bool(report.claims))
    if status == 3:
        typer.echo("There was nothing to judge: no claim was found. `factcheck init` makes a first one.", err=True)
    lacking = shortfall(report, require.value) if require else ()
    if require and lacking:
        typer.echo("\n".join(shortfall_lines(lacking, require.value)), err=True)
        status = status or 1
    raise typer.Exit(status)
