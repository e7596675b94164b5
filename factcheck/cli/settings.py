"""
The settings of a command, and a report as they want it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from factcheck.config import Settings
    from factcheck.model.claim import ClaimSet, Rule
    from factcheck.model.error import FactcheckError
    from factcheck.model.finding import Report


def settings_here(
    root: Path | None = None, allowed: Sequence[Path] | None = None, config: Path | None = None
) -> Settings:
    """
    The settings that hold in the working directory, the environment's before the files'; ``root`` and ``allowed``
    are those of the command line, ``config`` is a file that stands for those that would be found.

    Ends with exit status 2 where they are wrong.
    """
    from factcheck.config import load
    from factcheck.model.error import FactcheckError, RecordError
    from factcheck.sources.folder import is_folder
    from factcheck.sources.root import Reach

    if root is not None and not is_folder(root):
        fail(FactcheckError(RecordError(root.as_posix(), "the root is no folder", "Check --root.")))
    listed = os.environ.get("FACTCHECK_ALLOW_PATH", "").split(os.pathsep)
    try:
        return load(Path.cwd(), os.environ, Reach(root, [*(allowed or ()), *filter(None, listed)]), config)
    except FactcheckError as failure:
        fail(failure)


def reporting(
    settings: Settings,
    outputs: Sequence[str],
    fail_on: str | None,
    baseline: Path | None,
    *,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
) -> Settings:
    """The settings of a command that reports, what it was given before all others."""
    from factcheck.config.key import KEYS
    from factcheck.model.wording import did_you_mean

    key = next(its for its in KEYS if its.name == "fail-on")
    if fail_on is not None and (wrong := key.wrong(fail_on)):
        raise typer.BadParameter(f"--fail-on cannot be “{wrong}”. {did_you_mean(wrong, key.choices)}".strip())
    known = baseline.as_posix() if baseline else None
    settings = settings.given("report", list(outputs)).given("fail-on", fail_on).given("baseline", known)
    return settings.given("select", _kinds(select)).with_more("ignore", _kinds(ignore))


def _kinds(names: Sequence[str] | None) -> tuple[str, ...]:
    """
    Kinds of findings as somebody named them.

    Ends with exit status 2 where one is none.
    """
    from factcheck.config.key import FINDING_KINDS
    from factcheck.model.wording import did_you_mean

    for name in names or ():
        if name not in FINDING_KINDS:
            raise typer.BadParameter(f"there is no kind “{name}”. {did_you_mean(name, FINDING_KINDS)}".strip())
    return tuple(names or ())


def show(settings: Settings) -> NoReturn:
    """Print where each setting comes from, and end."""
    from factcheck.cli.output import say

    say("\n".join(settings.lines()))
    raise typer.Exit(0)


def paths_of(settings: Settings) -> list[Path]:
    """
    The claim files and folders that are judged: as set, or the nearest folder ``claims``, here or above, as far as
    the root of the project.

    Ends with exit status 2 where a file of the tree names one outside of the root.
    """
    paths = [Path(its) for its in settings.texts("paths")]
    check_paths(settings, "paths", paths)
    return paths or [_claims_folder(settings)]


def _claims_folder(settings: Settings) -> Path:
    """The folder ``claims`` of the project: a run in a folder below finds it too."""
    from factcheck.sources.folder import is_folder

    here = Path.cwd()
    top = settings.reach.root(here)
    for folder in (here, *here.parents):
        if is_folder(folder / "claims"):
            return Path(os.path.relpath(folder / "claims"))
        if folder.resolve() == top:
            break
    return Path("claims")


def baseline_of(settings: Settings) -> Path | None:
    """
    The baseline that is set; ``None`` for none.

    Ends with exit status 2 where a file of the tree names one outside of the root.
    """
    name = settings.text("baseline")
    if not name:
        return None
    check_paths(settings, "baseline", [Path(name)])
    return Path(name)


def check_paths(settings: Settings, key: str, paths: Sequence[Path]) -> None:
    """End with exit status 2 where a file of the tree sets a path outside of the root."""
    from factcheck.model.error import FactcheckError

    try:
        for path in paths:
            settings.check(key, path)
    except FactcheckError as failure:
        fail(failure)


def claims_of(settings: Settings, texts: Mapping[str, str] | None = None) -> ClaimSet:
    """The claims and rules that the settings name; ``texts`` are those of claim files that are not written yet."""
    from factcheck.records import load

    return load(paths_of(settings), settings.aliases, settings.hedges, texts, settings.reach)


def set_aside(report: Report, settings: Settings, rules: Sequence[Rule] = (), *, update: bool = False) -> Report:
    """
    The report without what is ignored, and without what the baseline knows; with ``update``, of which every finding
    of today is a part.

    Ends with exit status 2 where the baseline cannot be read or written.
    """
    import datetime

    from factcheck.engine.silence import ignored_kinds, ignored_rules, known

    # The local day is the one that `until` means.
    today = datetime.date.today()
    report = ignored_rules(report, rules, today)
    report = ignored_kinds(report, settings.ignores)
    path = baseline_of(settings)
    if path is None:
        if update:
            raise typer.BadParameter("--update-baseline wants its file: --baseline FILE, or the setting `baseline`")
        return report
    from factcheck.cli.output import tell
    from factcheck.model.error import FactcheckError
    from factcheck.model.visible import named
    from factcheck.records.baseline import load_baseline
    from factcheck.sources.file import exists

    paths = judged(report, settings)
    if update and report.errors:
        tell(f"{named(path.as_posix())} was not updated: not everything could be judged.")
        if not exists(path):
            return report
    try:
        if update and not report.errors:
            _update(path, report, paths)
        baseline = load_baseline(path)
    except FactcheckError as failure:
        fail(failure)
    return known(report, baseline.places, baseline.about(paths, compared=report.compared))


def _update(path: Path, report: Report, paths: set[str]) -> None:
    """Bring a baseline up to date, and tell what became of it."""
    from factcheck.cli.output import tell
    from factcheck.engine.silence import is_open
    from factcheck.model.identity import identity_in
    from factcheck.model.visible import named
    from factcheck.model.wording import counted
    from factcheck.records.baseline import update_baseline

    if "-" in paths:
        raise typer.BadParameter("a paste has no path by which a baseline could know it: name a file")
    found = [identity_in(report, finding) for finding in report.findings if is_open(finding)]
    done = update_baseline(path, found, paths, compared=report.compared)
    kept = f"; {counted(done.kept, 'entry')} of other files kept" if done.kept else ""
    tell(f"{named(path.as_posix())}: {done.added} added, {done.dropped} dropped{kept}")


def judged(report: Report, settings: Settings) -> set[str]:
    """The paths that the findings of a run go by: of its claim files; without records, of its texts."""
    if not report.records:
        return set(report.documents)
    from factcheck.records.load import claim_files
    from factcheck.sources.path import shown_path

    return {shown_path(path) for path in claim_files(paths_of(settings), [], settings.reach)}


def fail(failure: FactcheckError) -> NoReturn:
    """Tell what is wrong, and end with exit status 2."""
    from factcheck.cli.output import tell_errors

    tell_errors(failure.errors)
    raise typer.Exit(2) from None
