"""
The root: the folder that what a record names must lie below, and what a person lets lie elsewhere.

A claim file, a setting and a link come with the tree that is judged, from a pull request perhaps: they may not
choose what is read on this machine, for what is read may be printed (`/proc/self/environ`, a key). What a person
names on the command line is the person's own choice.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from factcheck.model.error import FactcheckError, RecordError
from factcheck.model.regex import regex
from factcheck.sources.file import exists, read_bytes
from factcheck.sources.path import shown_path

OWN_FILE = "factcheck.toml"
SHARED_FILE = "pyproject.toml"
"""The files of a configuration; of the second, a table."""
_TABLE = regex(r"(?m)^[ \t]*+(?:\[\[?[ \t]*+)?tool[ \t]*+\.[ \t]*+factcheck\b")
_MOST = 4 * 1024 * 1024
_REPOSITORY = ".git"


class Reach:
    """How far records, settings and links may reach."""

    def __init__(self, root: str | os.PathLike[str] | None = None, allowed: Iterable[str | os.PathLike[str]] = ()):
        """
        ``root`` is the folder that a person chose, ``allowed`` what else a person lets be read: files, or folders
        with all below.
        """
        self.chosen = _real(root) if root is not None else None
        self.allowed = tuple(map(_real, allowed))
        self._roots: dict[str, Path] = {}

    def root(self, folder: Path) -> Path:
        """
        The root of what stands in a folder: the one that was chosen; else the repository's top; else the nearest
        folder upwards that holds a configuration; else the working directory, if the folder lies below it; else
        the folder above. All of a file system is never a root that nobody chose.
        """
        if self.chosen is not None:
            return self.chosen
        key = str(folder)
        if key not in self._roots:
            self._roots[key] = next(_roots(_real(folder)))
        return self._roots[key]

    def holds(self, path: Path, folder: Path) -> bool:
        """
        Whether something that stands in a folder may name a path, wherever its links lead. What git keeps for
        itself lies outside: it may hold a token.
        """
        real = _real(path)
        if any(real.is_relative_to(its) for its in self.allowed):
            return True
        root = self.root(folder)
        return real.is_relative_to(root) and _REPOSITORY not in map(str.lower, real.relative_to(root).parts)

    def check(self, path: Path, folder: Path, what: str) -> None:
        """
        Raises FactcheckError where something that stands in a folder may not name a path. Whether there is such a
        file is not told.
        """
        if not self.holds(path, folder):
            shown = shown_path(path)
            root = shown_path(self.root(folder))
            where = f"{what} lies outside of {'this folder' if root == '.' else root}"
            remedy = f"Move it below; or allow it: --allow-path {shown}, or another --root."
            raise FactcheckError(RecordError(shown, where, remedy))


def within(files: Iterable[Path], folder: Path, reach: Reach, errors: list[RecordError]) -> list[Path]:
    """
    The files of a folder that a person named, but for links that lead out of it and further than its records may
    reach: each of them is an error.
    """
    found = []
    for path in files:
        try:
            if path.is_symlink() and not _real(path).is_relative_to(_real(folder)):
                reach.check(path, folder, "what the link leads to")
            found.append(path)
        except FactcheckError as failure:
            errors.extend(failure.errors)
    return found


def _roots(folder: Path) -> Iterator[Path]:
    """What may be the root of a folder, best first."""
    upwards = [its for its in (folder, *folder.parents) if its != its.parent]
    yield from (its for its in upwards if exists(its / _REPOSITORY))
    yield from (its for its in upwards if holds_configuration(its))
    here = _real(Path())
    if here in upwards:
        yield here
    yield from upwards[1:2]
    yield folder


def holds_configuration(folder: Path) -> bool:
    """Whether a folder holds a configuration: a file of ours, or a table of ours in pyproject.toml."""
    if exists(folder / OWN_FILE):
        return True
    try:
        return has_table(read_bytes(folder / SHARED_FILE, "", _MOST))
    except FactcheckError:
        return False


def has_table(data: bytes) -> bool:
    """
    Whether a pyproject.toml has our table, to all appearance.

    >>> has_table(b"[tool.factcheck]"), has_table(b"# factcheck")
    (True, False)
    """
    return _TABLE.search(data.decode("utf-8", "replace")) is not None


def _real(path: str | os.PathLike[str]) -> Path:
    """A path without links; one that cannot be asked about as it is written."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        return Path(os.path.normpath(Path(path).absolute()))
