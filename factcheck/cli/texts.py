"""
Texts that are scanned: found in folders, judged one by one, on several cores where wanted.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.stream import raw_errors, standard_input
from factcheck.model.frozen import frozen
from factcheck.model.visible import named
from factcheck.model.wording import listed

if TYPE_CHECKING:
    from factcheck.api import Text
    from factcheck.model.error import RecordError
    from factcheck.model.finding import Report
    from factcheck.model.quantity import Width
    from factcheck.sources.root import Reach

_PATIENCE = 0.5
"""How long a run may last before a bar shows how far it is [seconds]."""
PASTE = "-"
"""The path of standard input."""


@frozen
class Found:
    """The texts that some paths name, and the files beside them that are none."""

    texts: tuple[str, ...]
    """As messages show them: files as they are, of folders all below, sorted."""
    left: tuple[tuple[str, str], ...] = ()
    """Each file of a folder that is not read, and why not."""
    errors: tuple[RecordError, ...] = ()
    """Folders that cannot be read, and links that lead further than they may."""

    def told(self) -> str:
        """
        What is not read, by its reason; empty where everything is.

        >>> Found((), (("a.bin", "unknown"), ("b.bin", "unknown"))).told()
        'Not read: a.bin and b.bin (unknown).'
        """
        by_reason: dict[str, list[str]] = {}
        for path, reason in self.left:
            by_reason.setdefault(reason, []).append(named(path))
        told = (f"{listed(paths, limit=_MOST)} ({named(reason)})" for reason, paths in by_reason.items())
        return f"Not read: {'; '.join(told)}." if by_reason else ""


_MOST = 12
"""How many files that are not read are named for one reason; of the rest the number is told."""


def files(paths: Iterable[str], reach: Reach, exclude: Sequence[str] = ()) -> Found:
    """
    The texts that some paths name; of folders those that no pattern of ``exclude`` leaves out. What cannot be read
    there, and a link that leads further than ``reach`` says, is an error.
    """
    from factcheck.sources.folder import files_below, is_folder
    from factcheck.sources.path import shown_path
    from factcheck.sources.root import within

    found: list[str] = []
    left: dict[str, str] = {}
    errors: list[RecordError] = []
    for name in paths:
        path = Path(name)
        if name == PASTE or not is_folder(path):
            found.append(shown_path(path) if name != PASTE else name)
            continue
        texts = []
        for below in files_below(path, errors):
            shown = shown_path(below)
            if any(fnmatchcase(shown, pattern) for pattern in exclude):
                continue
            if reason := _unread(below):
                left[shown] = reason
            else:
                texts.append(below)
        found.extend(map(shown_path, within(texts, path, reach, errors)))
    errors = [its for its in errors if not any(fnmatchcase(its.path, pattern) for pattern in exclude)]
    return Found(tuple(dict.fromkeys(found)), tuple(left.items()), tuple(errors))


def _unread(path: Path) -> str:
    """Why a file of a folder is not read; empty where it is."""
    from factcheck.sources import SUFFIXES

    suffix = path.suffix.lower()
    if suffix in SUFFIXES:
        return ""
    if suffix in (".yaml", ".yml"):
        return "claim files: factcheck verify judges them"
    return f"no text that is known by {suffix}" if suffix else "no suffix that says what it is"


def claim_files_among(paths: Iterable[str]) -> list[str]:
    """Of files that somebody named to be scanned those that are claim files, by their name and their first keys."""
    from factcheck.model.error import FactcheckError
    from factcheck.sources.file import read_bytes
    from factcheck.sources.folder import is_folder

    found = []
    for name in paths:
        if Path(name).suffix.lower() not in (".yaml", ".yml") or is_folder(Path(name)):
            continue
        try:
            data = read_bytes(Path(name), name, _CLAIMS)
        except FactcheckError:
            continue
        keys = {line.partition(b":")[0] for line in data.splitlines() if b":" in line}
        if b"claims" in keys and keys & {b"source", b"sources", b"rules"}:
            found.append(name)
    return found


_CLAIMS = 16 * 1024 * 1024
"""A longer file is none that anybody wrote claims in [bytes]."""


def scan_all(
    paths: list[str], *, pedantic: bool, jobs: int, widths: Mapping[str, Width] | None = None, trace: bool = False
) -> Report:
    """
    The report on some texts, each judged alone; ``jobs`` is the number of processes, ``widths`` are those
    of hedges that the project decides itself, ``trace`` keeps what was understood.
    """
    from factcheck.engine.gather import gather

    return gather(_progress(_reports(paths, pedantic, jobs, widths or {}, trace), len(paths)))


def _reports(paths: list[str], pedantic: bool, jobs: int, widths: Mapping[str, Width], trace: bool) -> Iterator[Report]:
    """One report a text, in the order of the paths."""
    if jobs < 2 or len(paths) < 2:
        for path in paths:
            yield report_of(path, pedantic, widths, trace)
        return
    from functools import partial

    from factcheck.cli.workers import spread

    # Standard input belongs to this process.
    others = [path for path in paths if path != PASTE]
    done = spread(
        partial(report_of, pedantic=pedantic, widths=widths, trace=trace), others, min(jobs, len(others)), _lost
    )
    for path in paths:
        yield report_of(path, pedantic, widths, trace) if path == PASTE else next(done)


def _lost(path: str) -> Report:
    """What is said of a text that killed the process that judged it."""
    from factcheck.model.error import RecordError
    from factcheck.model.finding import Report

    what = "the process that judged this text was killed, twice"
    remedy = "It may need too much memory: split it, or leave it out. All others were judged."
    return Report(errors=(RecordError(path, what, remedy),), records=False)


def report_of(path: str, pedantic: bool, widths: Mapping[str, Width] | None = None, trace: bool = False) -> Report:
    """The report on one text; on one that cannot be read, its errors."""
    from factcheck import api

    return _read(path, lambda text: api.scan(text, pedantic=pedantic, widths=widths, trace=trace))


def compared(
    path: str,
    sources: list[str],
    pedantic: bool,
    widths: Mapping[str, Width] | None = None,
    *,
    scanned: bool = True,
) -> Report:
    """The report on a rewrite against its sources; on texts that cannot be read, their errors."""
    from factcheck import api
    from factcheck.sources.path import shown_path

    shown = [shown_path(Path(its)) for its in sources]
    own = path if path == PASTE else shown_path(Path(path))
    paths = [Path(its) for its in shown]
    return _read(own, lambda text: api.compare(text, *paths, pedantic=pedantic, widths=widths, scanned=scanned))


def guarded(path: str, sources: list[str], *, strict: bool) -> Report:
    """The report on a text that nobody trusts; on texts that cannot be read, their errors."""
    from factcheck.gate.report import untrusted
    from factcheck.model.document import Document
    from factcheck.sources import load
    from factcheck.sources.path import shown_path

    def judge(text: Text) -> Report:
        """The text of a file, or of a paste."""
        answer = text if isinstance(text, Document) else load(Path(text), Path(text).as_posix())
        return untrusted(answer, [Path(shown_path(Path(its))) for its in sources], strict=strict)

    from factcheck.model.error import FactcheckError
    from factcheck.model.finding import Report as Told

    try:
        return _read(path if path == PASTE else shown_path(Path(path)), judge)
    except FactcheckError as failure:
        return Told(errors=failure.errors, records=False, compared=True)


def _read(path: str, judge: Callable[[Text], Report]) -> Report:
    """What is said of a text: of a file, or of a paste on standard input."""
    from factcheck import api
    from factcheck.model.error import FactcheckError
    from factcheck.model.finding import Report

    if path != PASTE:
        return judge(Path(path))
    try:
        text = api.document(standard_input(PASTE), PASTE)
    except FactcheckError as failure:
        return Report(errors=failure.errors, records=False)
    return judge(text)


def _progress(reports: Iterator[Report], total: int) -> Iterator[Report]:
    """The reports, with a bar on standard error where that is a terminal and the run is no short one."""
    if sys.stderr is None or not sys.stderr.isatty() or total < 2:
        yield from reports
        return
    started = time.monotonic()
    for done, report in enumerate(reports, 1):
        yield report
        if time.monotonic() - started > _PATIENCE:
            yield from _with_bar(reports, done, total)


def _with_bar(reports: Iterator[Report], done: int, total: int) -> Iterator[Report]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(file=raw_errors()), transient=True) as bar:
        task = bar.add_task("Reading", total=total, completed=done)
        for report in reports:
            yield report
            bar.advance(task)
