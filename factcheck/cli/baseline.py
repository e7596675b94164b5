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
Scan = Annotated[bool, typer.Option("--scan", help="The paths are texts: what scan finds in them, without records.")]
Pedantic = Annotated[bool, typer.Option("--pedantic", help="With --scan: what scan --pedantic finds.")]


@app.command("write")
def write_baseline(paths: Paths = None, baseline: File = None, scan: Scan = False, pedantic: Pedantic = False) -> None:
    """
    Write every finding of today into the baseline; of files that were not judged the old entries stay.

    Exit status: 0; 2 after a record error or a text that cannot be read, and nothing is written then.
    """
    from factcheck.cli.settings import judged
    from factcheck.engine.silence import is_open
    from factcheck.model.error import FactcheckError
    from factcheck.model.identity import identity
    from factcheck.records.baseline import Baseline, load_baseline

    settings, path = _settings(paths, baseline)
    report = _report(settings, paths or [], scan, pedantic)
    found = [identity(finding) for finding in report.findings if is_open(finding)]
    try:
        before = load_baseline(path)
    except FactcheckError:
        # There is none, or it has to be written anew.
        before = Baseline()
    others = before.counts - before.about(judged(report, settings))
    _write(path, [*found, *others.elements()])
    kept = f"; {others.total()} of other files kept" if others else ""
    typer.echo(f"wrote {path.as_posix()}: {len(found)} {'finding' if len(found) == 1 else 'findings'}{kept}")


@app.command()
def prune(paths: Paths = None, baseline: File = None, scan: Scan = False, pedantic: Pedantic = False) -> None:
    """
    Drop from the baseline what is not found any more; nothing is added to it.

    Exit status: 0; 2 after a record error or a text that cannot be read, or where there is no baseline.
    """
    from factcheck.cli.settings import fail, judged
    from factcheck.engine.silence import stale
    from factcheck.model.error import FactcheckError
    from factcheck.records.baseline import load_baseline

    settings, path = _settings(paths, baseline)
    try:
        known = load_baseline(path)
    except FactcheckError as failure:
        fail(failure)
    report = _report(settings, paths or [], scan, pedantic)
    gone = stale(report, known.about(judged(report, settings)))
    if gone:
        _write(path, (known.counts - gone).elements())
    typer.echo(f"dropped {gone.total()} of {known.counts.total()} entries of {path.as_posix()}")


def _settings(paths: list[Path] | None, baseline: Path | None) -> tuple[Settings, Path]:
    from factcheck.cli.settings import settings_here
    from factcheck.records.baseline import DEFAULT

    settings = settings_here().given("paths", [path.as_posix() for path in paths or ()])
    return settings, baseline or Path(settings.text("baseline", DEFAULT))


def _report(settings: Settings, paths: list[Path], scan: bool, pedantic: bool) -> Report:
    """The report as it is without a baseline; what is ignored elsewhere is no part of one."""
    from factcheck.cli.settings import claims_of, fail, set_aside
    from factcheck.cli.texts import files, scan_all
    from factcheck.engine import evaluate
    from factcheck.model.error import FactcheckError

    settings = settings.without("baseline")
    if scan:
        texts = files(path.as_posix() for path in paths)
        if not texts or "-" in texts:
            raise typer.BadParameter("name the files or folders of the texts; a paste has no path")
        report = set_aside(scan_all(texts, pedantic=pedantic, jobs=1, widths=settings.hedges), settings)
        if report.errors:
            fail(FactcheckError(*report.errors))
        return report
    if pedantic:
        raise typer.BadParameter("--pedantic is for --scan")
    claim_set = claims_of(settings)
    if claim_set.errors:
        fail(FactcheckError(*claim_set.errors))
    return set_aside(evaluate(claim_set), settings, claim_set.rules)


def _write(path: Path, entries: Iterable[Identity]) -> None:
    from factcheck.records.baseline import dump_baseline

    try:
        path.write_text(dump_baseline(entries, path.parent), encoding="utf-8", newline="\n")
    except OSError as error:
        typer.echo(f"{path.as_posix()} cannot be written: {error.strerror}", err=True)
        raise typer.Exit(2) from None
