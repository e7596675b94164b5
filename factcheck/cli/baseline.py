"""
``factcheck baseline``: write down the findings of today, so that tomorrow's are told apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.option import Paths

if TYPE_CHECKING:
    from factcheck.config import Settings
    from factcheck.model.finding import Report
    from factcheck.model.identity import Identity

app = typer.Typer(help="Write down known findings, so that a run reports what is new.", no_args_is_help=True)
File = Annotated[
    Path | None,
    typer.Option("--baseline", metavar="FILE", help="The baseline.", show_default="factcheck-baseline.jsonl"),
]


@app.command("write")
def write_baseline(paths: Paths = None, baseline: File = None) -> None:
    """
    Write every finding of today into the baseline; what it held before is replaced.

    Exit status: 0; 2 after a record error, and nothing is written then.
    """
    from factcheck.engine.silence import is_open
    from factcheck.model.identity import identity

    settings, path = _settings(paths, baseline)
    report = _report(settings)
    entries = [identity(finding) for finding in report.findings if is_open(finding)]
    _write(path, entries)
    typer.echo(f"wrote {path.as_posix()}: {len(entries)} {'finding' if len(entries) == 1 else 'findings'}")


@app.command()
def prune(paths: Paths = None, baseline: File = None) -> None:
    """
    Drop from the baseline what is not found any more; nothing is added to it.

    Exit status: 0; 2 after a record error, or where there is no baseline.
    """
    from factcheck.cli.settings import fail
    from factcheck.engine.silence import stale
    from factcheck.model.error import FactcheckError
    from factcheck.records.baseline import load_baseline

    settings, path = _settings(paths, baseline)
    try:
        known = load_baseline(path)
    except FactcheckError as failure:
        fail(failure)
    gone = stale(_report(settings), known.counts)
    if gone:
        _write(path, (known.counts - gone).elements())
    typer.echo(f"dropped {gone.total()} of {known.counts.total()} entries of {path.as_posix()}")


def _settings(paths: list[Path] | None, baseline: Path | None) -> tuple[Settings, Path]:
    from factcheck.cli.settings import settings_here
    from factcheck.records.baseline import DEFAULT

    settings = settings_here().given("paths", [path.as_posix() for path in paths or ()])
    return settings, baseline or Path(settings.text("baseline", DEFAULT))


def _report(settings: Settings) -> Report:
    """The report as it is without a baseline; what is ignored elsewhere is no part of one."""
    from factcheck.cli.settings import claims_of, fail, set_aside
    from factcheck.engine import evaluate
    from factcheck.model.error import FactcheckError

    claim_set = claims_of(settings)
    if claim_set.errors:
        fail(FactcheckError(*claim_set.errors))
    return set_aside(evaluate(claim_set), settings.without("baseline"), claim_set.rules)


def _write(path: Path, entries: Iterable[Identity]) -> None:
    from factcheck.records.baseline import dump_baseline

    try:
        path.write_text(dump_baseline(entries, path.parent), encoding="utf-8", newline="\n")
    except OSError as error:
        typer.echo(f"{path.as_posix()} cannot be written: {error.strerror}", err=True)
        raise typer.Exit(2) from None
