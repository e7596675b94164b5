"""
``factcheck scan``: texts checked against themselves, without any record.
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


def scan(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Texts, folders of them, or - for a paste.")],
    output_format: FormatOption = None,
    output: OutputOption = None,
    fail_on: FailOnOption = None,
    pedantic: Annotated[bool, typer.Option("--pedantic", help="Tell too what only may be meant.")] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=1, help="How many processes read.")] = 1,
    baseline: BaselineOption = None,
    update_baseline: UpdateOption = False,
    show_silenced: SilencedOption = False,
    verbose: Verbose = False,
    color: ColourOption = Colour.AUTO,
    show_settings: ShowSettings = False,
) -> None:
    """
    Check texts against themselves, without records: sums, counts, shares, restated figures, dates, tables.

    Exit status: 0 nothing found, 1 findings, 2 a text that cannot be read.
    """
    from factcheck.cli.destination import conclude, destinations, write_report
    from factcheck.cli.settings import reporting, set_aside, show
    from factcheck.cli.texts import files, scan_all

    outputs = [*([output_format.value] if output_format else []), *(output or [])]
    settings = reporting(outputs, fail_on, baseline)
    goals = destinations(settings.texts("output"))
    if show_settings:
        show(settings)
    texts = files(paths)
    if not texts:
        typer.echo(f"There is no text in {' or '.join(paths)}.", err=True)
    report = scan_all(texts, pedantic=pedantic, jobs=jobs, widths=settings.hedges)
    report = set_aside(report, settings, update=update_baseline)
    write_report(report, goals, verbose=verbose, colour=color, silenced=show_silenced)
    raise typer.Exit(conclude(report, settings, goals))
