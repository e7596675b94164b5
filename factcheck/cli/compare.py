"""
``factcheck compare``: a rewrite against the texts that it was made from.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.option import (
    AllowOption,
    BaselineOption,
    Colour,
    ColourOption,
    ConfigOption,
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


class Required(StrEnum):
    """What every number of a rewrite must be."""

    TESTED = "tested"


def compare(
    rewrite: Annotated[str, typer.Argument(metavar="REWRITE", help="The text that was rewritten, or - for a paste.")],
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="SOURCE...", help="The texts that it was made from.")
    ] = None,
    against: Annotated[
        list[str] | None, typer.Option("--against", "-a", metavar="SOURCE", help="The same, as an option; repeatable.")
    ] = None,
    output_format: FormatOption = None,
    reports: ReportOption = None,
    fail_on: FailOnOption = None,
    untrusted: Annotated[
        bool,
        typer.Option(
            "--untrusted", help="Fail on every number that the sources contradict or do not support; CSV is data."
        ),
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="With --untrusted: on one too whose subject was not matched.")
    ] = False,
    scanning: Annotated[
        bool, typer.Option("--scan/--no-scan", help="Check the rewrite against itself too, as scan does.")
    ] = True,
    require: Annotated[
        Required | None,
        typer.Option(
            "--require",
            metavar="WORTH",
            help="Fail on a number that nothing was held against: tested.",
            show_default=False,
        ),
    ] = None,
    pedantic: Pedantic = False,
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
    show_settings: ShowSettings = False,
) -> None:
    """
    Check a rewrite against its sources: values, units, hedges.

    Members of lists that are left out, numbers that no source has, and what does not hang together in the rewrite
    itself are told too. What is rounded or converted rightly is clean.

    Exit status: 0 nothing found, 1 findings, 2 a text that cannot be read.
    """
    from factcheck.cli.destination import audible, conclude, destinations, write_report
    from factcheck.cli.output import tell
    from factcheck.cli.settings import reporting, set_aside, settings_here, show
    from factcheck.cli.texts import compared, guarded
    from factcheck.reports.worth import unheld, unheld_lines

    texts = [*(sources or []), *(against or [])]
    if not texts:
        raise typer.BadParameter("compare wants a rewrite and its sources: factcheck compare REWRITE SOURCE...")
    if untrusted and (baseline or update_baseline):
        raise typer.BadParameter("--untrusted lets nothing pass: it takes no baseline")
    outputs = [*([output_format.value] if output_format else []), *(reports or [])]
    settings = settings_here(root, allow_path, config)
    settings = reporting(settings, outputs, fail_on, baseline, select=select, ignore=ignore)
    goals = destinations(settings)
    if show_settings:
        show(settings)
    if untrusted:
        report = guarded(rewrite, texts, strict=strict)
    elif strict:
        raise typer.BadParameter("--strict goes with --untrusted")
    else:
        report = compared(rewrite, texts, pedantic, settings.hedges, scanned=scanning)
    if not untrusted:
        report = set_aside(report, settings, update=update_baseline)
    goals = audible(goals, report, settings, quiet=quiet)
    write_report(report, goals, verbose=verbose, colour=color, silenced=show_silenced)
    status = conclude(report, settings, goals)
    lacking = unheld(report) if require else ()
    if lacking:
        tell("\n".join(unheld_lines(lacking)))
    raise typer.Exit(status or (1 if lacking else 0))
