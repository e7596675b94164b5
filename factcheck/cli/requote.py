"""
``factcheck requote``: new quotes for numbers that still stand in new words.
"""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.option import Paths


def requote(
    paths: Paths = None,
    write_files: Annotated[
        bool, typer.Option("--write", help="Write the new quotes into the claim files, and nothing else.")
    ] = False,
) -> None:
    """
    Print the new quotes of reworded sentences as a diff of the claim files; with --write, apply it.

    Only quotes whose number still stands are touched. Exit status: 0; 2 after a record error.
    """
    from factcheck.cli.output import write
    from factcheck.cli.settings import claims_of, settings_here
    from factcheck.model.error import FactcheckError
    from factcheck.records.requote import apply, diff, edits
    from factcheck.reports.words import error_lines

    claim_set = claims_of(settings_here().given("paths", [path.as_posix() for path in paths or ()]))
    try:
        files = edits(claim_set)
        for file in files:
            write(diff(file))
            if write_files:
                apply(file)
                typer.echo(f"wrote {file.path}", err=True)
    except FactcheckError as failure:
        typer.echo("\n".join(line for error in failure.errors for line in error_lines(error)), err=True)
        raise typer.Exit(2) from None
    if not files:
        typer.echo("No quote needs new words.", err=True)
    for error in claim_set.errors:
        typer.echo("\n".join(error_lines(error)), err=True)
    raise typer.Exit(2 if claim_set.errors else 0)
