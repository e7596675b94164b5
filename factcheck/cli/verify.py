"""
``factcheck verify``: judge every quote, every rule and every piece of evidence.
"""

from __future__ import annotations

import contextlib
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.option import (
    AllowOption,
    BaselineOption,
    Colour,
    ColourOption,
    ConfigOption,
    FailOnOption,
    Format,
    FormatOption,
    IgnoreOption,
    Paths,
    Quiet,
    ReportOption,
    RootOption,
    SelectOption,
    ShowSettings,
    SilencedOption,
    UpdateOption,
    Verbose,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.config import Settings
    from factcheck.model.finding import Report


ABOUT_WHAT_IS_WRONG = frozenset(
    (Format.TABLE, Format.PLAIN, Format.SARIF, Format.GITHUB, Format.GITLAB, Format.RDJSON, Format.MARKDOWN)
)
"""Formats that say of a rule that holds as printed no more than that it is one, unless they are asked for more."""


class Require(StrEnum):
    """The least that every number must be worth."""

    LIMITED = "limited"
    TESTED = "tested"
    BACKED = "backed"


def verify(
    paths: Paths = None,
    output_format: FormatOption = None,
    reports: ReportOption = None,
    fail_on: FailOnOption = None,
    require: Annotated[
        Require | None,
        typer.Option(
            "--require",
            metavar="WORTH",
            help="Fail on a number that is worth less: limited, tested or backed.",
            show_default=False,
        ),
    ] = None,
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
    watching: Annotated[
        bool, typer.Option("--watch", help="Judge again whenever a source, a record or a setting changes.")
    ] = False,
    show_settings: ShowSettings = False,
) -> None:
    """
    Judge claim records: every quote, rule and piece of evidence.

    Exit status: 0 nothing found, 1 findings, 2 a record error, 3 nothing to judge.
    """
    from factcheck.cli.destination import audible, destinations, write_report
    from factcheck.cli.settings import claims_of, reporting, set_aside, settings_here, show
    from factcheck.cli.watch import watch
    from factcheck.engine import evaluate

    outputs = [*([output_format.value] if output_format else []), *(reports or [])]

    def configured() -> Settings:
        """The settings as they are now."""
        given = settings_here(root, allow_path, config)
        given = reporting(given, outputs, fail_on, baseline, select=select, ignore=ignore)
        given = given.given("paths", [path.as_posix() for path in paths or ()])
        return given.given("require", require)

    def judge(settings: Settings) -> Report:
        """One run: load, judge, write."""
        goals = destinations(settings)
        held = verbose or any(goal.format not in ABOUT_WHAT_IS_WRONG for goal in goals)
        claim_set = claims_of(settings)
        report = set_aside(evaluate(claim_set, held=held), settings, claim_set.rules, update=update_baseline)
        goals = audible(goals, report, settings, quiet=quiet)
        write_report(report, goals, verbose=verbose, colour=color, silenced=show_silenced)
        return report

    settings = configured()
    if show_settings:
        destinations(settings)
        show(settings)
    if watching:
        if update_baseline:
            raise typer.BadParameter("--update-baseline takes what one run finds, --watch are many")
        watch(lambda: _judged(configured, judge))
        raise typer.Exit(0)
    raise typer.Exit(_status(judge(settings), settings, quiet=quiet))


def _judged(configured: Callable[[], Settings], judge: Callable[[Settings], Report]) -> list[Path]:
    """
    One run of many, with the settings of the moment; and what to watch.

    What is wrong with the settings or the baseline is told, and the watch goes on.
    """
    from factcheck.cli.settings import baseline_of, paths_of
    from factcheck.config import candidates

    watched = candidates(Path.cwd())
    with contextlib.suppress(typer.Exit):
        settings = configured()
        watched += paths_of(settings)
        if baseline := baseline_of(settings):
            watched.append(baseline)
        watched += _files_of(judge(settings), paths_of(settings))
    return watched


def _status(report: Report, settings: Settings, *, quiet: bool) -> int:
    """The exit status, with what there is to say of it."""
    from factcheck.cli.destination import audible, conclude, destinations
    from factcheck.cli.output import tell
    from factcheck.reports.worth import shortfall, shortfall_lines

    goals = audible(destinations(settings), report, settings, quiet=quiet)
    status = conclude(report, settings, goals, judged=bool(report.claims))
    if status == 3:
        tell("There was nothing to judge: no claim was found. `factcheck init` makes a first one.")
    require = settings.text("require")
    lacking = shortfall(report, require) if require else ()
    if lacking:
        tell("\n".join(shortfall_lines(lacking, require)))
        status = status or 1
    return status


def _files_of(report: Report, paths: list[Path]) -> list[Path]:
    """What a run read: the claim files and the sources."""
    from factcheck.records.load import claim_files

    return [*claim_files(paths, []), *(Path(its.path) for its in report.documents.values())]
