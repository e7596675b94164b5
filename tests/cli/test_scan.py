"""
``factcheck scan``: texts alone, from files, folders and a paste.
"""

from __future__ import annotations

import gc
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck import document, scan
from factcheck.cli import app, texts
from factcheck.cli.collector import uncollected
from factcheck.cli.texts import files
from factcheck.sources.root import Reach

WRONG = "The raids led to 12 arrests: seven in Rome and six in Milan.\n"
RIGHT = "The raids led to 12 arrests: seven in Rome and five in Milan.\n"
IGNORED = f"<!-- factcheck: ignore balance -- as printed -->\n{WRONG}"


@pytest.fixture
def shelf(desk: Path) -> Path:
    """A folder with three texts, one of them wrong."""
    folder = desk / "shelf"
    (folder / "deep").mkdir(parents=True)
    (folder / "right.txt").write_text(RIGHT, encoding="utf-8")
    (folder / "deep" / "wrong.md").write_text(WRONG, encoding="utf-8")
    (folder / "plain.txt").write_text("Nothing is counted here.\n", encoding="utf-8")
    return folder


def test_what_does_not_add_up_is_told_and_fails(factcheck, shelf):
    """The place, the sum, and exit status 1; the texts beside it are told of in one line."""
    result = factcheck("scan", shelf)
    assert result.exit_code == 1
    assert "shelf/deep/wrong.md:1:18: error balance: Arrests do not add up" in result.stdout
    assert "1 of 2 relations broken.\nOf 6 numbers 6 are tested, 0 only limited, 0 for you to check." in result.stdout
    assert result.stdout.endswith("1 error, 0 warnings in shelf/deep/wrong.md. Failed: --fail-on is error.\n")


def test_scanning_makes_no_circles():
    """So that nothing grows over many texts while the collector of circular garbage is off."""
    text = document(WRONG + "The share rose by 25 percentage points, from 40% to 60%.\n")
    scan(text)
    with uncollected():
        gc.collect()
        report = scan(text)
        assert report.broken > 1
        assert gc.collect() == 0
        del report
        assert gc.collect() == 0


def test_a_text_whose_relations_hold_is_clean(factcheck, shelf):
    """It is consistent with itself, which is never called verified."""
    result = factcheck("scan", shelf / "right.txt")
    assert result.exit_code == 0
    assert "Nothing contradicts. Of 3 numbers 3 are tested" in result.stdout


def test_a_text_without_relations_is_clean(factcheck, shelf):
    """Prose without numbers is no failure: there is no record that somebody forgot."""
    assert factcheck("scan", shelf / "plain.txt").exit_code == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [("", "No number was found."), ("Nobody came.\n", "No number was found."), ("He had 7 goats.\n", "No relation")],
)
def test_a_run_that_judged_nothing_says_so(text, told, factcheck, desk):
    """Silence would be read as a blessing; claims and rules are words of records, and there are none here."""
    (desk / "a.txt").write_text(text, encoding="utf-8")
    done = factcheck("scan", "a.txt", "--format", "plain")
    assert done.exit_code == 0 and done.stdout.startswith(told)


def test_a_folder_without_texts_is_told(factcheck, desk):
    """It may be the wrong one."""
    (desk / "empty").mkdir()
    assert "There is no text in empty." in factcheck("scan", "empty").output


def test_a_paste_is_read_from_standard_input(shelf):
    """Its path is a dash."""
    result = CliRunner().invoke(app, ["scan", "-", "--format", "jsonl"], input=WRONG)
    assert json.loads(result.stdout.splitlines()[0])["path"] == "-"
    assert result.exit_code == 1


def test_two_processes_find_what_one_finds(factcheck, shelf):
    """In the same order."""
    assert factcheck("scan", shelf, "--jobs", "2").stdout == factcheck("scan", shelf).stdout


def test_a_folder_gives_its_texts_and_no_hidden_ones(shelf):
    """Sorted, each once, and no file that is no text."""
    (shelf / ".git").mkdir()
    (shelf / ".git" / "x.md").write_text(WRONG, encoding="utf-8")
    (shelf / "photo.png").write_bytes(b"\x89PNG")
    found = list(files([str(shelf), str(shelf / "right.txt")], Reach()).texts)
    assert [Path(its).name for its in found] == ["wrong.md", "plain.txt", "right.txt"]


def test_texts_that_cannot_be_read_are_told_and_the_others_judged(factcheck, shelf):
    """Exit status 2 beats 1, and every text has its say."""
    (shelf / "latin.txt").write_bytes("Zürich".encode("latin-1"))
    result = factcheck("scan", shelf, shelf / "gone.txt")
    assert result.exit_code == 2
    told = result.stdout + result.stderr
    assert "gone.txt" in told and "the file is not UTF-8" in told and "do not add up" in told
    assert "claim file" not in told


def test_fail_on_decides_the_exit_status(factcheck, shelf):
    """As it does for verify."""
    assert factcheck("scan", shelf, "--fail-on", "never").exit_code == 0


def test_a_comment_lets_a_passage_pass(factcheck, desk):
    """With its reason, in the text itself."""
    (desk / "ignored.md").write_text(IGNORED, encoding="utf-8")
    assert factcheck("scan", "ignored.md").exit_code == 0


def test_a_baseline_lets_known_findings_pass(factcheck, desk, shelf):
    """One changed digit makes another finding of it."""
    (desk / "factcheck.toml").write_text('ignore = ["balance"]\n', encoding="utf-8")
    assert factcheck("scan", shelf).exit_code == 0


def test_verbose_tells_why_a_number_is_untested(factcheck, desk):
    """Nothing is blessed in silence."""
    (desk / "lone.txt").write_text("They found 45 firearms in the cellar of the house.\n", encoding="utf-8")
    told = factcheck("scan", "lone.txt", "--verbose").stdout
    assert "“45 firearms”  it is alone in its sentence" in told
    assert "Nothing contradicts, but little was tested: of 1 number 0 are tested" in told


@pytest.mark.parametrize("name", ["json", "sarif", "junit", "gitlab", "rdjson", "markdown", "html", "table", "github"])
def test_every_format_tells_of_a_scan(factcheck, shelf, name):
    """The formats are those of verify."""
    assert "wrong.md" in factcheck("scan", shelf, "--format", name).stdout


def test_a_bar_shows_progress_in_a_terminal_only(monkeypatch, shelf):
    """On standard error, when a run is no short one; in a pipe there is none."""
    program = (
        "import factcheck.cli.texts as texts, sys; from factcheck.sources.root import Reach; texts._PATIENCE = 0\n"
        "texts.scan_all(list(texts.files([sys.argv[1]], Reach()).texts), pedantic=False, jobs=1)"
    )
    leader, follower = pty.openpty()
    command = [sys.executable, "-c", program, str(shelf)]
    subprocess.run(command, stderr=follower, check=True, env={**os.environ, "TERM": "xterm"})
    os.close(follower)
    assert b"Reading" in os.read(leader, 65536)
    os.close(leader)
    assert subprocess.run(command, stderr=subprocess.PIPE, check=True).stderr == b""
    assert texts.PASTE == "-"


def test_each_file_of_a_folder_that_is_not_read_is_named(factcheck, shelf):
    """With the reason, once; what is hidden is not meant."""
    (shelf / "chart.png").write_bytes(b"\x89PNG")
    (shelf / "claims.yaml").write_text("claims: {}\n", encoding="utf-8")
    (shelf / ".hidden.png").write_bytes(b"\x89PNG")
    result = factcheck("scan", shelf)
    assert result.exit_code == 1
    assert "Not read: shelf/chart.png (no text that is known by .png); shelf/claims.yaml (claim files" in result.stderr
    assert "hidden" not in result.stderr


def test_nothing_read_is_no_pass(factcheck, desk):
    """A folder without a text is exit status 3."""
    (desk / "empty").mkdir()
    result = factcheck("scan", "empty")
    assert result.exit_code == 3
    assert "There is no text in empty. Nothing was checked." in result.stderr


def test_files_that_match_are_left_out(factcheck, shelf):
    """By their paths, * for any letters."""
    assert factcheck("scan", shelf, "--exclude", "*/wrong.md").exit_code == 0


def test_kinds_of_findings_are_selected_and_let_pass(factcheck, shelf):
    """One form for both: a kind, as often as wanted."""
    assert factcheck("scan", shelf, "--ignore", "balance").exit_code == 0
    assert factcheck("scan", shelf, "--select", "change", "--select", "share").exit_code == 0
    assert factcheck("scan", shelf, "--select", "balance").exit_code == 1
    result = factcheck("scan", shelf, "--ignore", "balence")
    assert result.exit_code == 2
    assert "Did you mean “balance”?" in " ".join(result.stderr.replace("│", " ").split())


def test_settings_may_be_named(factcheck, shelf, desk):
    """Instead of those that are found."""
    (desk / "strict.toml").write_text('fail-on = "never"\n', encoding="utf-8")
    assert factcheck("scan", shelf, "--config", "strict.toml").exit_code == 0
    result = factcheck("scan", shelf, "--config", "nowhere.toml")
    assert result.exit_code == 2
    assert "there is no such file" in result.stderr


def test_a_quiet_run_says_nothing_where_it_passes(factcheck, shelf):
    """And everything where it fails."""
    assert factcheck("scan", shelf / "right.txt", "-q").stdout == ""
    assert "do not add up" in factcheck("scan", shelf, "-q").stdout
