"""
``factcheck annotate``: the findings of a Word file as comments in a copy of it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.option import AllowOption, Pedantic, RootOption

if TYPE_CHECKING:
    from typing import NoReturn


def annotate(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The Word file; it is never written to.")],
    into: Annotated[Path, typer.Option("--into", metavar="OUT", help="Where to write the copy with comments.")],
    to_check: Annotated[
        bool,
        typer.Option("--to-check", help="Comment too on each number that nothing tests: those are yours to check."),
    ] = False,
    pedantic: Pedantic = False,
    root: RootOption = None,
    allow_path: AllowOption = None,
) -> None:
    """
    Check a Word file, its findings as comments in a copy.

    A file that exists is never overwritten. Needs the extra `docx`.

    Exit status: 0; 2 where the file cannot be read, or the copy exists or cannot be written.
    """
    from factcheck.cli.output import create_files, say
    from factcheck.cli.settings import fail, reporting, set_aside, settings_here
    from factcheck.cli.texts import report_of
    from factcheck.model.error import FactcheckError, RecordError
    from factcheck.model.visible import named
    from factcheck.reports.comments import annotated, comments
    from factcheck.reports.style import Style
    from factcheck.sources import contents
    from factcheck.sources.file import exists
    from factcheck.sources.path import shown_path
    from factcheck.sources.refused import RefusedError

    shown = shown_path(file)
    if file.suffix.lower() != ".docx":
        own = named(shown)
        page = f"factcheck scan {own} --report html=PAGE"
        _end(
            f"{named(shown)} is no .docx: comments are written into Word files. `{page}` shows it beside its findings."
        )
    if exists(into):
        _end(f"{named(into.as_posix())} exists already; nothing was written.")
    settings = reporting(settings_here(root, allow_path), [], None, None)
    report = set_aside(report_of(shown, pedantic, settings.hedges), settings)
    try:
        if report.errors:
            raise FactcheckError(*report.errors)
        found = comments(report, shown, Style(), to_check=to_check)
        copy = annotated(contents(file, shown), found)
    except RefusedError as refused:
        fail(FactcheckError(RecordError(shown, refused.what, refused.remedy)))
    except FactcheckError as failure:
        fail(failure)
    create_files({into: copy})
    say(f"wrote {named(into.as_posix())}: {len(found)} {'comment' if len(found) == 1 else 'comments'}.")


def _end(message: str) -> NoReturn:
    from factcheck.cli.output import tell

    tell(message)
    raise typer.Exit(2)
