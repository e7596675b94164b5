"""
Files of others, read with care: regular ones alone, and no more of them than was agreed.

A path in a record or a setting may name a device that never ends, or a pipe that never begins.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from factcheck.model.error import FactcheckError, RecordError

_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
MIB = 1024**2


def read_bytes(
    path: Path,
    shown: str,
    most: int,
    *,
    what: str = "the source",
    remedy: str = "Split it.",
    missing: str = "Check the path.",
) -> bytes:
    """
    The bytes of a file.

    ``shown`` is the path as messages print it, ``most`` how many bytes it may have, ``what`` how messages call it,
    ``remedy`` what to do where it is larger, and ``missing`` where there is none. Raises FactcheckError where it is
    no regular file, is too large, or cannot be read.
    """
    try:
        _check(path.stat().st_mode, shown, what)
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            # What was a file a moment ago may be none now.
            _check(os.fstat(file.fileno()).st_mode, shown, what)
            return bounded(file, shown, most, what=what, remedy=remedy)
    except (FileNotFoundError, NotADirectoryError):
        raise FactcheckError(RecordError(shown, f"{what} does not exist", missing)) from None
    except (OSError, ValueError) as error:
        raise FactcheckError(RecordError(shown, f"{what} cannot be read ({reason(error)})", "")) from None


def exists(path: Path) -> bool:
    """Whether a path names anything, a link that leads nowhere too; what cannot be asked does not."""
    try:
        path.lstat()
    except (OSError, ValueError):
        return False
    return True


def bounded(stream: BinaryIO, shown: str, most: int, *, what: str, remedy: str) -> bytes:
    """
    All bytes of a stream.

    Raises FactcheckError where there are more than ``most``, and OSError.
    """
    data = stream.read(most + 1)
    if len(data) > most:
        raise FactcheckError(RecordError(shown, f"{what} is larger than {most // MIB} MiB", remedy))
    return data


def reason(error: OSError | ValueError) -> str:
    """
    Why a file cannot be read, for a message.

    >>> reason(ValueError("embedded null byte"))
    'embedded null byte'
    """
    if isinstance(error, UnicodeError):
        return "its name is no name of a file"
    return (isinstance(error, OSError) and error.strerror) or str(error)


def _check(mode: int, shown: str, what: str) -> None:
    if stat.S_ISDIR(mode):
        raise FactcheckError(RecordError(shown, f"{what} is a folder", "Check the path."))
    if not stat.S_ISREG(mode):
        remedy = "Save what it says in a file, or give - for standard input."
        raise FactcheckError(RecordError(shown, f"{what} is no regular file", remedy))
