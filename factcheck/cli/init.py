"""
``factcheck init``: a first source and a first claim file, which verify as written.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def init(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to write them.")] = Path(),
) -> None:
    """
    Write a starter source and its claim file.

    Nothing that exists is overwritten.

    Exit status: 0; 2 where a file exists already or cannot be written.
    """
    from factcheck.cli.output import create_files, say
    from factcheck.model.visible import named
    from factcheck.records.starter import files

    texts = {folder / name: text.encode("utf-8") for name, text in files().items()}
    create_files(texts)
    for path in texts:
        say(f"wrote {named(path.as_posix())}")
    say(f"Now run: factcheck verify {named((folder / 'claims').as_posix())}")
