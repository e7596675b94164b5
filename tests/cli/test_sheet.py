"""
`list` and `show` of a text, and files that a command is not for: no records are needed to tick numbers off.
"""

from __future__ import annotations

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from factcheck.cli import app


def test_a_text_is_listed_without_records(factcheck):
    """Each number with what it is worth; a text has no ids."""
    done = factcheck("list", "seeds/raids.txt", "--format", "json")
    rows = json.loads(done.stdout)
    assert [(row["number"], row["worth"], row["claim"]) for row in rows] == [
        ("12 arrests", "tested", None), ("seven", "tested", None), ("six", "tested", None),
    ]  # fmt: skip
    assert done.exit_code == 0


def test_a_number_that_nothing_tests_says_why(desk, factcheck):
    """It is for the person to check, who is told where to begin."""
    (desk / "seeds" / "more.txt").write_text("They took 45 firearms.", encoding="utf-8")
    (row,) = json.loads(factcheck("list", "seeds/more.txt", "--format", "json").stdout)
    assert row["worth"] == "to check" and "alone in its sentence" in row["note"]


def test_records_and_texts_are_listed_together(factcheck):
    """The claims come first."""
    rows = json.loads(factcheck("list", "claims", "seeds/raids.txt", "--format", "json").stdout)
    assert rows[0]["claim"] == "arrests" and rows[-1]["claim"] is None


def test_a_paste_is_listed(desk):
    """As `scan -` reads one."""
    done = CliRunner().invoke(app, ["list", "-", "--format", "plain"], input="12 arrests: seven in Rome.")
    assert "12 arrests" in done.stdout and done.exit_code == 0


def test_the_sheet_of_a_text_is_a_csv(factcheck):
    """For the file."""
    done = factcheck("list", "seeds/raids.txt", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [row["worth"] for row in rows] == ["tested"] * 3 and rows[0]["place"] == "seeds/raids.txt:1:18"


@pytest.mark.parametrize("name", ["1:18", "12 arrests", "12 Arrests"])
def test_a_number_of_a_text_is_shown_by_its_place_or_its_words(name, factcheck):
    """There is no id to ask for."""
    done = factcheck("show", name, "seeds/raids.txt")
    assert done.exit_code == 0 and "[12 arrests]" in done.stdout


def test_a_number_that_no_text_has_is_told(factcheck):
    """With what may be meant."""
    done = factcheck("show", "12 arests", "seeds/raids.txt")
    assert done.exit_code == 2 and "There is no number “12 arests”. Did you mean “12 arrests”?" in done.stderr


@pytest.mark.parametrize("command", ["verify", "update"])
def test_a_text_where_records_are_wanted_is_met_with_the_right_commands(command, factcheck):
    """No word of YAML: the person took the wrong one of two files."""
    done = factcheck(command, "seeds/raids.txt")
    said = done.stdout + done.stderr
    assert done.exit_code == 2
    assert "seeds/raids.txt: error: this is a text, not a claim file" in said
    assert "`factcheck scan seeds/raids.txt` checks it; `factcheck draft seeds/raids.txt` makes records." in said


@pytest.mark.parametrize(("name", "what"), [("gone.txt", "does not exist"), ("cut.docx", "not a Word file")])
def test_a_text_that_cannot_be_listed_is_an_error(name, what, desk, factcheck):
    """Exit status 2, and no talk of claims."""
    (desk / "cut.docx").write_bytes(b"no zip")
    done = factcheck("list", name)
    assert done.exit_code == 2 and what in done.stderr and "claim" not in done.stderr


def test_a_text_without_numbers_is_told(desk, factcheck):
    """An empty list alone would leave it open whether it was read."""
    (desk / "a.txt").write_text("No number at all.", encoding="utf-8")
    done = factcheck("list", "a.txt")
    assert done.exit_code == 0 and done.stderr == "There is no number to list.\n"


def test_a_run_in_a_folder_below_finds_the_projects_records(desk, factcheck, monkeypatch):
    """As far as the repository's top."""
    (desk / ".git").mkdir()
    monkeypatch.chdir(desk / "seeds")
    done = factcheck("verify")
    assert done.exit_code == 1 and "raids.txt" in done.stdout


def test_records_above_the_repository_are_not_taken(desk, factcheck, monkeypatch):
    """What lies above is somebody else's."""
    (desk / "seeds" / ".git").mkdir()
    monkeypatch.chdir(desk / "seeds")
    assert factcheck("verify").exit_code == 2


def test_a_claim_file_that_is_scanned_is_told(factcheck):
    """It is read as the text that was asked for, with the command that is for it."""
    done = factcheck("scan", "claims/raids.yaml")
    assert "claims/raids.yaml is a claim file, read here as a text: `factcheck verify claims/raids.yaml`" in done.stderr


def test_other_yaml_is_a_text_like_any(desk, factcheck):
    """Nothing is said of it."""
    (desk / "notes.yaml").write_text("notes: 12 arrests\n", encoding="utf-8")
    assert "claim file" not in factcheck("scan", "notes.yaml").stderr


def test_a_folder_of_texts_where_records_are_wanted_is_met_with_the_right_command(factcheck):
    """As a single text is."""
    done = factcheck("verify", "seeds")
    assert done.exit_code == 2
    assert "`factcheck scan seeds` checks its texts; `factcheck draft` makes records of one." in done.stdout
