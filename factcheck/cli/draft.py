"""
``factcheck draft``: a claim file for a text, of what a scan finds in it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer


def draft(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The text.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="PATH", help="Where to write it; else to standard output.")
    ] = None,
) -> None:
    """
    Write a first claim file for a text.

    One claim a number, one rule a relation found, to be read and corrected.

    On standard output its paths are relative to the working directory. A file that exists is never overwritten.

    Exit status: 0; 2 where the text cannot be read, or the file exists or cannot be written.
    """
    from factcheck import api
    from factcheck.cli.output import create_files, say, write_exactly
    from factcheck.cli.settings import fail
    from factcheck.model.error import FactcheckError
    from factcheck.model.visible import named

    folder = output.parent if output else Path()
    try:
        text = api.draft(path, source=_relative(path, folder))
    except FactcheckError as failure:
        fail(failure)
    if output is None:
        write_exactly(text)
        return
    create_files({output: text.encode("utf-8")})
    shown = named(output.as_posix())
    say(f"wrote {shown}; now run: factcheck verify {shown}")
    if not (folder / "claims.schema.json").exists():
        say(f"For your editor: factcheck schema > {named((folder / 'claims.schema.json').as_posix())}")


def _relative(path: Path, folder: Path) -> str:
    """The path of the text as a file in a folder writes it."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        # Windows: another drive.
        return path.absolute().as_posix()
