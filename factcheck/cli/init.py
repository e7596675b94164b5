"""
``factcheck init``: a first source and a first claim file, which verify as written.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def init(
    folder: Annotated[Path, typer.Argument(help="Where to write them.")] = Path(),
) -> None:
    """
    Write a starter source and its claim file; nothing that exists is overwritten.

    Exit status: 0; 2 where a file exists already or cannot be written.
    """
    from factcheck.records.starter import files

    texts = files()

    existing = [folder / name for name in texts if (folder / name).exists()]
    if existing:
        typer.echo(f"{existing[0].as_posix()} exists already; nothing was written.", err=True)
        raise typer.Exit(2)
    try:
        for name, text in texts.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
            typer.echo(f"wrote {path.as_posix()}")
    except OSError as error:
        typer.echo(f"{path.as_posix()} cannot be written: {error.strerror}", err=True)
        raise typer.Exit(2) from None
    typer.echo(f"Now run: factcheck verify {(folder / 'claims').as_posix()}")
