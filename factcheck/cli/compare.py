"""
``factcheck compare``: a rewrite against the texts that it was made from.
"""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.option import (
    BaselineOption,
    Colour,
    ColourOption,
    FailOnOption,
    FormatOption,
    OutputOption,
    ShowSettings,
    SilencedOption,
    UpdateOption,
    Verbose,
)


def compare(
    rewrite: Annotated[str, typer.Argument(metavar="REWRITE", help="The text that was rewritten, or - for a paste.")],
    against: Annotated[
        list[str], typer.Option("--against", "-a", metavar="SOURCE", help="A text that it was made from; repeatable.")
    ],
    output_format: FormatOption = None,
    output: OutputOption = None,
    fail_on: FailOnOption = None,
    pedantic: Annotated[bool, typer.Option("--pedantic", help="Tell of small numbers too that no source has.")] = False,
    baseline: BaselineOption = None,
    update_baseline: UpdateOption = False,
    show_silenced: SilencedOption = False,
    verbose: Verbose = False,
    color: ColourOption = Colour.AUTO,
    show_settings: ShowSettings = False,
) -> None:
    """
    Check a rewrite against its sources: changed values, units and hedges, members left out, numbers that no
    source has. A number that is rounded or converted rightly is clean.

    Exit status: 0 nothing found, 1 findings, 2 a text that cannot be read.
    """
    from factcheck.cli.destination import conclude, destinations, write_report
    from factcheck.cli.settings import reporting, set_aside, show
    from factcheck.cli.texts import compared

    outputs = [*([output_format.value] if output_format else []), *(output or [])]
    settings = reporting(outputs, fail_on, baseline)
    goals = destinations(settings.texts("output"))
    if show_settings:
        show(settings)
    report = set_aside(compared(rewrite, against, pedantic, settings.hedges), settings, update=update_baseline)
    write_report(report, goals, verbose=verbose, colour=color, silenced=show_silenced)
    raise typer.Exit(conclude(report, settings, goals))
