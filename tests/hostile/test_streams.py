"""
Standard streams that are closed, full or endless: no traceback, and an exit status that means what it says.
"""

from __future__ import annotations

import io
import sys

import pytest

from factcheck.cli.stream import Visible, standard_input
from factcheck.model.error import FactcheckError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell that closes descriptors")

COMMANDS = {
    "verify": 1,
    "verify --format json": 1,
    "scan seeds": 1,
    "compare seeds/raids.txt --against seeds/raids.txt --no-scan": 0,
    "list": 0,
    "read seeds/raids.txt": 0,
    "explain balance": 0,
    "--help": 0,
}
"""Commands and their exit status: a broken sum is 1."""


@pytest.mark.parametrize("command", COMMANDS)
def test_closed_streams_leave_the_exit_status(command, run):
    """Nobody listens; what was found is the same."""
    status = COMMANDS[command]
    closings = ["2>&-", ">&-", "<&- >&- 2>&-"]
    lines = [f"( factcheck {command} {closing} ) >/dev/null; echo $?" for closing in closings]
    assert run("\n".join(lines)).stdout.split() == [str(status)] * len(closings)


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_under_standard_output_is_a_sentence_and_exit_status_2(command, run):
    """What could not be told was not found: never 0, and not 1, which would be a finding."""
    done = run(f"factcheck {command} >/dev/full")
    assert done.returncode == 2
    assert done.stderr == "The output cannot be read or written: No space left on device\n"


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full")
def test_a_report_on_a_full_disk_is_exit_status_2(run):
    """As every other file that cannot be written."""
    done = run("factcheck verify --report sarif=/dev/full")
    assert done.returncode == 2 and done.stderr == "/dev/full cannot be written: No space left on device\n"


def test_a_wrong_option_is_told_even_where_nobody_listens(run):
    """The command line's own messages go the same way."""
    assert run("factcheck scan --nope 2>&-").returncode == 2
    assert run("factcheck scan --nope 2>/dev/full").returncode == 2
    assert "No such option" in run("factcheck scan --nope").stderr


def test_what_a_shell_expands_to_reaches_no_terminal_raw(run):
    """A file whose name begins with a hyphen is taken for an option; its name is shown, not sent."""
    done = run("touch -- $'--\\x1b]0;owned\\x07\\u202e'; factcheck scan *")
    assert done.returncode == 2
    assert "\\x1b]0;owned\\x07\\u202e" in done.stderr


def test_a_closed_standard_input_is_no_empty_text(run):
    """An empty text would pass."""
    done = run("factcheck scan - <&-")
    assert done.returncode == 2
    assert done.stdout.startswith("-: error: standard input is closed\n  Give a file, or pipe a text in.\n")
    assert run("factcheck read - <&-").returncode == 2


def test_standard_input_has_the_bound_of_files(monkeypatch):
    """A pipe may never end: it is read up to one byte too many."""
    monkeypatch.setattr("factcheck.sources.MAX_BYTES", 2**20)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"12 " * 2**20)))
    with pytest.raises(FactcheckError, match="standard input is larger than 1 MiB"):
        standard_input("-")


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/zero")
def test_an_endless_standard_input_is_refused(run):
    """Within bounded memory: the shell grants a gigabyte."""
    done = run("ulimit -v 1000000; factcheck scan - </dev/zero")
    assert done.returncode == 2 and "standard input is larger than 64 MiB" in done.stdout


def test_a_file_that_is_opened_does_not_become_a_closed_stream(run, desk):
    """Its descriptor would be that of standard output, and a report would be written into a source."""
    assert run("factcheck verify --report html=page.html >&- 2>&- <&-").returncode == 1
    assert (desk / "seeds" / "raids.txt").read_text("utf-8").startswith("The raids led to 12 arrests")
    assert (desk / "page.html").read_text("utf-8").endswith("</html>\n")


def test_a_mistake_of_the_program_is_no_finding(run, desk):
    """Python's exit status for it is 1, which would say that the text is wrong."""
    (desk / "sitecustomize.py").write_text(
        "import factcheck.reports.plain as plain\n"
        "def render(report, style): raise RuntimeError('\\x1b[2Jmine')\n"
        "plain.render = render\n"
    )
    from conftest import ROOT

    line = f"PYTHONPATH=.:{ROOT} factcheck verify 2>errors; echo $?; sed -e s/Traceback/Caught/ errors"
    said = run(line).stdout
    assert said.startswith("2\nCaught (most recent call last)") and said.endswith("RuntimeError: \\x1b[2Jmine\n\n")


def test_standard_error_shows_what_deceives_and_bears_to_be_gone():
    """Whoever writes to it."""
    page = io.StringIO()
    stream = Visible(page)
    assert stream.write("a\x1b[2J\n") == 6 and page.getvalue() == "a\\x1b[2J\n"
    page.close()
    stream.write("nobody reads it")
    stream.flush()
