"""
The zip archives that Word and Excel files are, opened with care: bounded when unpacked, whole, without a password, and
without a document type (ECMA-376 part 2, 8.1.4, forbids one), so that no entity is ever expanded.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.parsers import expat

from factcheck.sources.refused import RefusedError

MOST_BYTES = 256 * 1024 * 1024
"""How large the members of an archive may be together, unpacked [bytes]."""
MOST_MEMBERS = 10_000
"""How many members it may have."""
_LOCKED = 0x1
_PROLOG = 64 * 1024
"""How far into a member its first element is looked for [bytes]."""


def checked(data: bytes) -> None:
    """
    Look at an archive before a library opens it.

    Raises RefusedError where it is damaged, locked, too large when unpacked, or where a member has a document type.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _bounded(members)
            for member in members:
                if member.filename.lower().endswith((".xml", ".rels")):
                    with archive.open(member) as file:
                        _without_type(file.read(_PROLOG), member.filename)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError) as error:
        raise damaged(str(error)) from error


def damaged(why: str) -> RefusedError:
    """A file that a library cannot open."""
    return RefusedError(
        f"the file is damaged ({why})" if why else "the file is damaged", "Open it in its program and save it again."
    )


def _bounded(members: list[zipfile.ZipInfo]) -> None:
    if any(member.flag_bits & _LOCKED for member in members):
        raise RefusedError("the file is locked by a password", "Save it without one.")
    size = sum(member.file_size for member in members)
    if size > MOST_BYTES or len(members) > MOST_MEMBERS:
        raise RefusedError(
            f"the file unpacks to {size // 1024**2:,} MiB in {len(members):,} parts; at most"
            f" {MOST_BYTES // 1024**2} MiB in {MOST_MEMBERS:,} are read",
            "Split it, or take out its pictures.",
        )


def _without_type(head: bytes, name: str) -> None:
    """Read to the first element: a document type stands before it."""

    def found(*_: object) -> None:
        raise RefusedError(
            f"the file defines entities ({name}), as no Word or Excel file does", "Save it again in its program."
        )

    def begun(*_: object) -> None:
        raise _Begun

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = found
    parser.StartElementHandler = begun
    try:
        parser.Parse(head, False)
    except _Begun:
        return
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise damaged(f"{name}: {error}") from error
    if len(head) == _PROLOG:
        raise damaged(f"{name} has no beginning")


class _Begun(Exception):  # noqa: N818
    """The first element has begun."""
