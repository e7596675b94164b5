"""
``factcheck show``: one claim in full.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.option import AllowOption, Colour, ColourOption, Paths, RootOption


class ShowFormat(StrEnum):
    """The formats of a portrait."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"


def show(
    claim: Annotated[str, typer.Argument(metavar="ID", help="A claim's id, or file:id.")],
    paths: Paths = None,
    output_format: Annotated[
        ShowFormat | None, typer.Option("--format", "-f", help="How to show it.", show_default="table or plain")
    ] = None,
    root: RootOption = None,
    allow_path: AllowOption = None,
    color: ColourOption = Colour.AUTO,
) -> None:
    """
    Show one claim: its sentence, its readings, what the rules leave it, the rules that use it.

    Exit status: 0; 2 where there is no such claim.
    """
    from factcheck.cli.output import is_terminal, style, tell, write
    from factcheck.cli.settings import claims_of, settings_here
    from factcheck.engine import evaluate
    from factcheck.engine.sheet import portrait
    from factcheck.model.visible import named
    from factcheck.model.wording import did_you_mean
    from factcheck.reports.portrait import render

    claim_set = claims_of(settings_here(root, allow_path).given("paths", [path.as_posix() for path in paths or ()]))
    found = [its for its in claim_set.claims.values() if claim in (its.id, its.key) or its.key.endswith(f"/{claim}")]
    if not found:
        hint = did_you_mean(claim, [its.id for its in claim_set.claims.values()])
        tell(f"There is no claim “{named(claim)}”. {named(hint)}".rstrip())
        raise typer.Exit(2)
    report = evaluate(claim_set)
    default = ShowFormat.TABLE if is_terminal() else ShowFormat.PLAIN
    for its in found:
        write(render(portrait(its, claim_set, report), (output_format or default).value, style(False, color)))
