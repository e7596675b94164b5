"""
`verify --watch` judges again when a file changes (`benchmarks/watch.py` says how soon).
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from queue import Empty, Queue

import pytest
from conftest import ROOT

from factcheck.cli import watch


def test_every_change_of_a_watched_file_is_a_run(tmp_path, monkeypatch):
    """Written, taken away, written again; Ctrl-C ends it."""
    path = tmp_path / "a.txt"
    path.write_text("1")
    changes = iter([lambda: path.write_text("22"), path.unlink, lambda: path.write_text("333")])
    runs = []

    def sleep(_):
        change = next(changes, None)
        if change is None:
            raise KeyboardInterrupt
        change()

    monkeypatch.setattr(watch.time, "sleep", sleep)
    watch.watch(lambda: runs.append(path.exists()) or [path])
    assert runs == [True, True, False, True]


@pytest.fixture
def watched(tmp_path):
    """The newsroom under watch; what the program prints comes line by line."""
    for name in ("seeds", "claims"):
        shutil.copytree(ROOT / name, tmp_path / name)
    program = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "verify", "--watch"],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    try:
        lines, reader = _lines(program)
        assert _comes("Watching", lines)
        yield lines
    finally:
        program.send_signal(signal.SIGINT)
        assert program.wait(30) == 0
        reader.join(30)
        assert program.stdout
        program.stdout.close()


SIGNALS = pytest.mark.skipif(sys.platform == "win32", reason="ends the program by a signal")


@SIGNALS
def test_the_article_is_judged_again_when_it_changes(watched, tmp_path):
    """From the write of the file to the finding on standard output."""
    source = tmp_path / "seeds" / "dark-huntor.txt"
    text = source.read_text("utf-8")
    source.write_text(text.replace("47 in Germany", "74 in Germany"), encoding="utf-8")
    assert _comes("Arrests do not add up", watched)


@SIGNALS
def test_the_configuration_is_watched_too(watched, tmp_path):
    """Where it appears, where it is wrong, and where it is mended; the watch goes on."""
    settings = tmp_path / "factcheck.toml"
    settings.write_text('report = ["jsonl"]\n', encoding="utf-8")
    assert _comes('"kind": "balance"', watched)
    settings.write_text('reports = ["jsonl"]\n', encoding="utf-8")
    assert _comes("Did you mean “report”?", watched)
    assert _comes("Watching", watched)
    settings.unlink()
    assert _comes("7 rules hold", watched)


@SIGNALS
def test_the_baseline_is_watched_too(watched, tmp_path):
    """A setting names it; what comes into it is let pass."""
    (tmp_path / "factcheck.toml").write_text('baseline = "known.jsonl"\n', encoding="utf-8")
    assert _comes("known.jsonl", watched)
    (tmp_path / "known.jsonl").write_text('{"factcheck-baseline": 1}\n', encoding="utf-8")
    assert _comes("7 rules hold", watched)


def _lines(program: subprocess.Popen[bytes]) -> tuple[Queue[str], threading.Thread]:
    lines: Queue[str] = Queue()

    def read() -> None:
        assert program.stdout
        for line in program.stdout:
            lines.put(line.decode("utf-8"))

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    return lines, reader


def _comes(words: str, lines: Queue[str], seconds: float = 30) -> bool:
    """Whether a line with the words comes in time; those before it are read away."""
    end = time.monotonic() + seconds
    try:
        while words not in lines.get(timeout=max(0.01, end - time.monotonic())):
            pass
    except Empty:
        return False
    return True
