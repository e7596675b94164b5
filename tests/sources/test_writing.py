"""
Files are written whole or not at all, and nothing is left behind.
"""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from factcheck.sources.writing import create, locked, write

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="links and permissions of POSIX")


def names(folder: Path) -> list[str]:
    return sorted(its.name for its in folder.rglob("*"))


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_file_takes_the_place_of_another_whole(tmp_path: Path) -> None:
    """And nothing else is in the folder."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    write(path, b"new")
    assert (path.read_bytes(), names(tmp_path)) == (b"new", ["a.yaml"])


@POSIX
def test_permissions_stay_and_a_link_is_followed(tmp_path: Path) -> None:
    """The link is a link afterwards, and what it points to is written."""
    (tmp_path / "there").mkdir()
    target, link = tmp_path / "there" / "a.yaml", tmp_path / "link.yaml"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write(link, b"new")
    assert link.is_symlink() and target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640


@POSIX
def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    """Not those of a temporary one, which nobody else may read."""
    write(tmp_path / "a.txt", b"")
    create({tmp_path / "b.txt": b""})
    (tmp_path / "c.txt").touch()
    assert len({its.stat().st_mode for its in tmp_path.iterdir()}) == 1


@POSIX
def test_what_is_no_file_is_written_to(tmp_path: Path) -> None:
    """`/dev/null` stays a device."""
    write(Path("/dev/null"), b"new")
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_an_error_leaves_the_old_file_and_nothing_else(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk, at any step; folders that were made are gone."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    monkeypatch.setattr(*(os, "fsync") if call == "fsync" else (Path, "replace"), full)
    for target in (path, tmp_path / "new" / "folder" / "b.yaml"):
        with pytest.raises(OSError, match="No space"):
            write(target, b"new")
    assert (path.read_bytes(), names(tmp_path)) == (b"old", ["a.yaml"])


def test_several_new_files_are_made_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the second exists, or the disk is full at the second, the first is gone again."""
    files = {tmp_path / "x" / "a.txt": b"a", tmp_path / "y" / "b.txt": b"b"}
    (tmp_path / "y").mkdir()
    (tmp_path / "y" / "b.txt").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        create(files)
    assert names(tmp_path) == ["b.txt", "y"]
    (tmp_path / "y" / "b.txt").unlink()
    calls = []
    monkeypatch.setattr(os, "fsync", lambda handle: calls.append(handle) or (full() if len(calls) == 2 else None))
    with pytest.raises(OSError, match="No space"):
        create(files)
    assert names(tmp_path) == ["y"]
    monkeypatch.undo()
    create(files)
    assert names(tmp_path) == ["a.txt", "b.txt", "x", "y"]


def test_one_run_at_a_time_holds_a_file(tmp_path: Path) -> None:
    """Six that read a number, wait and write one more lose none; the lock is gone afterwards."""
    path = tmp_path / "count"
    path.write_bytes(b"0")
    program = textwrap.dedent("""
        import sys, time
        from pathlib import Path
        from factcheck.sources.writing import locked, write
        path = Path(sys.argv[1])
        for _ in range(3):
            with locked(path):
                count = int(path.read_bytes())
                time.sleep(0.01)
                write(path, b"%d" % (count + 1))
    """)
    runs = [subprocess.Popen([sys.executable, "-c", program, str(path)]) for _ in range(6)]
    assert [run.wait() for run in runs] == [0] * 6
    assert (path.read_bytes(), names(tmp_path)) == (b"18", ["count"])


def test_a_lock_is_let_go_after_an_error(tmp_path: Path) -> None:
    """And its folder with it, where it was made for nothing."""
    with pytest.raises(ValueError, match="no"), locked(tmp_path / "new" / "a"):
        raise ValueError("no")
    assert names(tmp_path) == []
