"""
Workers that are killed: the text that kills is named, every other one is told.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck.cli import app, texts
from factcheck.cli.workers import spread
from factcheck.model.finding import Report

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or multiprocessing.get_start_method() != "fork", reason="workers see what a test defines"
)


def squared(number: int) -> int:
    """A worker that dies of each number that is divisible by 7."""
    if number % 7 == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def once(path: str) -> str:
    """A worker that is killed the first time that a file is there, and takes it away before."""
    its = Path(path)
    if its.exists():
        its.unlink()
        os.kill(os.getpid(), signal.SIGKILL)
    return path


@pytest.mark.parametrize("jobs", [1, 3])
def test_what_kills_is_found_and_all_else_is_done_in_its_order(jobs):
    """Several killers, the first and the last among them."""
    found = list(spread(squared, range(29), jobs, lambda number: -number))
    assert found == [-number if number % 7 == 0 else number * number for number in range(29)]


def test_who_was_killed_by_chance_is_done_again(tmp_path):
    """A machine short of memory kills whom it likes: that one is not blamed."""
    victim = tmp_path / "victim"
    victim.touch()
    tasks = [*map(str, range(5)), str(victim), *map(str, range(5, 9))]
    assert list(spread(once, tasks, 2, lambda task: "lost")) == tasks
    assert not victim.exists()


def test_nothing_to_do_is_done():
    """No task, no pool."""
    assert list(spread(squared, [], 2, lambda number: 0)) == []


def test_a_mistake_in_the_work_is_no_dead_worker():
    """It is raised as it would be without workers."""
    with pytest.raises(TypeError):
        list(spread(squared, ["one", "two"], 2, lambda task: 0))  # type: ignore[list-item]


def test_a_scan_names_the_text_that_kills_and_tells_of_the_others(desk, monkeypatch):
    """Exit status 2, for one text was not judged; what the others say stands in the report, in order."""
    for at in range(12):
        (desk / "seeds" / f"{at:02}.txt").write_bytes((desk / "seeds" / "raids.txt").read_bytes())
    monkeypatch.setattr(texts, "report_of", killing)
    done = CliRunner().invoke(app, ["scan", "seeds", "-j", "3", "--format", "plain"])
    assert done.exit_code == 2
    assert "seeds/05.txt: error: the process that judged this text was killed, twice" in done.output
    assert [its.partition(":")[0] for its in done.output.splitlines() if "do not add up" in its] == [
        *(f"seeds/{at:02}.txt" for at in range(12) if at != 5),
        "seeds/raids.txt",
    ]


def killing(path: str, pedantic: bool, widths: object = None, trace: bool = False) -> Report:
    """What ``report_of`` says, but of one text."""
    if path.endswith("05.txt"):
        os.kill(os.getpid(), signal.SIGKILL)
    from factcheck import scan

    return scan(Path(path), pedantic=pedantic)
