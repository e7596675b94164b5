"""
``factcheck scan``: texts checked against themselves, without any record.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.option import Colour, ColourOption, FailOn, FailOnOption, FormatOption, OutputOption, Verbose

if TYPE_CHECKING:
    from factcheck.model.document import Document

SUFFIXES = (".txt", ".md", ".markdown", ".rst", ".adoc")
"""The files of a folder that are read."""


def scan(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Texts, folders of them, or - for a paste.")],
    output_format: FormatOption = None,
    output: OutputOption = None,
    fail_on: FailOnOption = None,
    pedantic: Annotated[bool, typer.Option("--pedantic", help="Tell too what only may be meant.")] = False,
    verbose: Verbose = False,
    color: ColourOption = Colour.AUTO,
) -> None:
    """
    Check texts against themselves: counts that their words announce before a list.

    Exit status: 0 nothing found, 1 findings, 2 a text that cannot be read.
    """
    from factcheck.cli.destination import destinations, write_report
    from factcheck.cli.output import exit_status
    from factcheck.discover import discover, together
    from factcheck.engine import evaluate
    from factcheck.model.error import FactcheckError, RecordError
    from factcheck.reader import read
    from factcheck.sources import prose

    goals = destinations([*([output_format.value] if output_format else []), *(output or [])])
    found = []
    errors: list[RecordError] = []
    for path in _files(paths):
        try:
            document = _document(path)
        except FactcheckError as failure:
            errors.extend(failure.errors)
            continue
        text, spans = prose(document)
        found.append(discover(document, read(text, spans), text, pedantic=pedantic))
    report = evaluate(together(found, errors))
    write_report(report, goals, verbose=verbose, colour=color)
    raise typer.Exit(exit_status(report, fail_on or FailOn.ERROR))


def _files(paths: list[str]) -> list[str]:
    """The texts that some paths name: files as they are, of folders all below, sorted."""
    found: list[str] = []
    for name in paths:
        path = Path(name)
        if name != "-" and path.is_dir():
            below = sorted(its for its in path.rglob("*") if its.suffix.lower() in SUFFIXES and its.is_file())
            found.extend(its.as_posix() for its in below)
        else:
            found.append(name)
    return list(dict.fromkeys(found))


def _document(path: str) -> Document:
    from factcheck import sources

    if path == "-":
        return sources.document(sources.decode(typer.get_binary_stream("stdin").read(), "-"), "-")
    return sources.load(Path(path), Path(path).as_posix())
