"""
Writing files: whole or not at all.

What is written goes to a temporary file beside its target first, is synced, and takes the target's place in one
step: whoever reads sees the old file or the new one, and a full disk, an error or an interruption leaves the old
one and nothing else. Permissions stay, a symbolic link is followed and not replaced.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from factcheck.model.error import FactcheckError, RecordError

_PATIENCE = 30
"""How long another run may hold a lock [seconds]."""
_PAUSE = 0.05
"""How long to wait before a lock is tried again [seconds]."""


def write(path: Path, data: bytes) -> None:
    """
    Write a file, in the place of one that exists.

    A target that is no regular file ("/dev/stdout", a pipe) is written to as it is. Folders that lack are made, and
    are gone again where the file could not be written. Raises OSError.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        target.write_bytes(data)
        return
    with _folders([target]), _temporary(target, data) as temporary:
        temporary.replace(target)
    _sync_folder(target.parent)


def create(files: Mapping[Path, bytes]) -> None:
    """
    Write files that do not exist yet: all of them, or none.

    Raises FileExistsError, with the path, where one exists; OSError where one cannot be written.
    """
    with _folders(list(files)), contextlib.ExitStack() as made, contextlib.ExitStack() as stack:
        for path, data in files.items():
            temporary = stack.enter_context(_temporary(path, data))
            _place(temporary, path)
            made.callback(path.unlink, missing_ok=True)
        made.pop_all()
    for folder in {path.parent for path in files}:
        _sync_folder(folder)


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """
    Hold a file for a run that reads it and writes it again; another run waits.

    Raises FactcheckError where one holds it for too long, OSError where the folder cannot be written to.
    """
    target = Path(os.path.realpath(path))
    lock = target.with_name(f".{target.name}.lock")
    with _folders([lock]):
        file = _held(lock, path)
        try:
            yield
        finally:
            # While it is held where the system lets that be; Windows deletes no file that is open.
            with contextlib.suppress(OSError):
                lock.unlink()
            file.close()
            with contextlib.suppress(OSError):
                if sys.platform == "win32":
                    lock.unlink()


def _held(lock: Path, path: Path) -> BinaryIO:
    """The lock file, open and locked."""
    end = time.monotonic() + _PATIENCE
    while True:
        file = lock.open("a+b")
        if _lock(file):
            # Another run may have deleted it between the two steps: then it locks nothing any more.
            with contextlib.suppress(OSError):
                if os.path.samestat(os.fstat(file.fileno()), lock.stat()):
                    return file
        file.close()
        if time.monotonic() > end:
            what = "another run of factcheck holds the file"
            raise FactcheckError(RecordError(path.as_posix(), what, "Wait for it to end, and run this again."))
        time.sleep(_PAUSE)


if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> bool:
        """Lock an open file; whether that was possible at once."""
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _lock(file: BinaryIO) -> bool:
        """Lock an open file; whether that was possible at once."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextlib.contextmanager
def _temporary(target: Path, data: bytes) -> Iterator[Path]:
    """A file beside the target with its content and its permissions; gone at the end, whatever happens."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".factcheck-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _take_after(Path(name), target)
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _take_after(temporary: Path, target: Path) -> None:
    """Give a file the owner and the permissions of its target; where that is new, those that files are made with."""
    try:
        old = target.stat()
    except OSError:
        # It can be read only by setting it.
        mask = os.umask(0o022)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
        return
    with contextlib.suppress(OSError, AttributeError):
        os.chown(temporary, old.st_uid, old.st_gid)
    temporary.chmod(stat.S_IMODE(old.st_mode))


def _place(temporary: Path, target: Path) -> None:
    """Give a new file its name, where no other has it."""
    if sys.platform == "win32":
        temporary.rename(target)
        return
    try:
        target.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links.
        if os.path.lexists(target):
            raise FileExistsError(17, "File exists", str(target)) from None
        temporary.rename(target)


@contextlib.contextmanager
def _folders(files: list[Path]) -> Iterator[None]:
    """Make the folders that some files lack; after an error those that were made are gone again."""
    with contextlib.ExitStack() as made:
        for file in files:
            lacking = [folder for folder in file.parents if not folder.exists()]
            for folder in reversed(lacking):
                folder.mkdir(exist_ok=True)
                made.callback(_remove_empty, folder)
        yield
        made.pop_all()


def _remove_empty(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()


def _sync_folder(folder: Path) -> None:
    """Write down that a file has a new name, where the system can."""
    with contextlib.suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
