"""
Folders: the files below them, each folder that cannot be read an error.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from factcheck.model.error import RecordError
from factcheck.sources.file import reason
from factcheck.sources.path import shown_path


def is_folder(path: Path) -> bool:
    """Whether a path names a folder; what cannot be asked is none."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def files_below(folder: Path, errors: list[RecordError], *, hidden: bool = False) -> list[Path]:
    """
    The files below a folder, sorted; ``hidden`` takes those too whose name, or whose folder's name, begins with a
    dot. Links to folders are not followed.

    Folders may nest deeper than Python's stack.
    """
    found: list[Path] = []
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                for entry in entries:
                    if entry.name.startswith(".") and not hidden:
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(here / entry.name)
                    elif entry.is_file():
                        found.append(here / entry.name)
        except (OSError, ValueError) as error:
            remedy = "Leave it out, or let it be read: nothing below it was judged."
            errors.append(RecordError(shown_path(here), f"the folder cannot be read ({reason(error)})", remedy))
    return sorted(found)
