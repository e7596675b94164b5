"""
``factcheck scan``: texts checked against themselves, without any record.
"""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.option import (
    AllowOption,
    BaselineOption,
    Colour,
    ColourOption,
    ConfigOption,
    ExcludeOption,
    FailOnOption,
    FormatOption,
    IgnoreOption,
    Pedantic,
    Quiet,
    ReportOption,
    RootOption,
    SelectOption,
    ShowSettings,
    SilencedOption,
    UpdateOption,
    Verbose,
)


def scan(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Texts, folders of them, or - for a paste.")],
    output_format: FormatOption = None,
    reports: ReportOption = None,
    fail_on: FailOnOption = None,
    pedantic: Pedantic = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=1, help="How many processes read.")] = 1,
    exclude: ExcludeOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    config: ConfigOption = None,
    baseline: BaselineOption = None,
    update_baseline: UpdateOption = False,
    show_silenced: SilencedOption = False,
    verbose: Verbose = False,
    quiet: Quiet = False,
    root: RootOption = None,
    allow_path: AllowOption = None,
    color: ColourOption = Colour.AUTO,
    trace: Annotated[
        str | None,
        typer.Option("--trace", metavar="LINE[:COLUMN]", help="Tell what was understood: =all, =LINE, =LINE:COLUMN."),
    ] = None,
    show_settings: ShowSettings = False,
) -> None:
    """
    Check texts against themselves: sums, shares, dates, tables.

    Without records: counts, changes, restated figures, ages and names too.

    Exit status: 0 nothing found, 1 findings, 2 a text that cannot be read, 3 there was no text.
    """
    from dataclasses import replace

    from factcheck.cli.destination import audible, conclude, destinations, write_report, write_trace
    from factcheck.cli.output import tell
    from factcheck.cli.settings import reporting, set_aside, settings_here, show
    from factcheck.cli.texts import claim_files_among, files, scan_all
    from factcheck.model.visible import named

    outputs = [*([output_format.value] if output_format else []), *(reports or [])]
    settings = settings_here(root, allow_path, config)
    settings = reporting(settings, outputs, fail_on, baseline, select=select, ignore=ignore)
    goals = destinations(settings)
    if show_settings:
        show(settings)
    found = files(paths, settings.reach, (*settings.texts("exclude"), *(exclude or [])))
    if found.left:
        tell(found.told())
    if not found.texts and not found.errors:
        tell(f"There is no text in {' or '.join(map(named, paths))}. Nothing was checked.")
        raise typer.Exit(3)
    for name in claim_files_among(found.texts):
        tell(f"{named(name)} is a claim file, read here as a text: `factcheck verify {named(name)}` judges it.")
    report = scan_all(list(found.texts), pedantic=pedantic, jobs=jobs, widths=settings.hedges, trace=trace is not None)
    report = replace(report, errors=(*found.errors, *report.errors), records=False)
    report = set_aside(report, settings, update=update_baseline)
    goals = audible(goals, report, settings, quiet=quiet)
    write_report(report, goals, verbose=verbose, colour=color, silenced=show_silenced)
    if trace is not None:
        write_trace(report, trace, goals)
    raise typer.Exit(conclude(report, settings, goals))
