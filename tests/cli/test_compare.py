"""
``factcheck compare``: a rewrite against its source, from files and a paste.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from factcheck.cli import app

Command = Callable[..., Result]
SOURCE = "Police seized 21.6 kg of cocaine and arrested exactly 150 people in Rome, Milan and Turin.\n"


@pytest.fixture
def source(desk: Path) -> str:
    """What the rewrites were made from."""
    (desk / "source.txt").write_text(SOURCE, encoding="utf-8")
    return "source.txt"


def compared(desk: Path, factcheck: Command, rewrite: str, *options: str) -> Result:
    """Compare some words with the source."""
    (desk / "rewrite.txt").write_text(rewrite, encoding="utf-8")
    return factcheck("compare", "rewrite.txt", "--against", "source.txt", *options)


def test_what_was_changed_is_told_with_both_places(desk: Path, factcheck: Command, source: str) -> None:
    """The wrong number first, then what the source has, with its path."""
    result = compared(desk, factcheck, "They found 22 pounds of cocaine.\n")
    assert result.exit_code == 1
    assert "rewrite.txt:1:12: error agree: “22 pounds” (cocaine); the source has 21.6 kg" in result.stdout
    assert "22 lb the rewrite :1:12; 21.6 kg the source source.txt:1:15" in result.stdout


def test_a_clean_rewrite_agrees_and_is_not_called_verified(desk: Path, factcheck: Command, source: str) -> None:
    """The source itself may be wrong."""
    result = compared(desk, factcheck, "Some 48 pounds of cocaine were found and 150 people held.\n")
    assert result.exit_code == 0
    assert (
        "Nothing contradicts its source. Of 2 numbers 1 is tested, 1 only limited, 0 for you to check." in result.stdout
    )


def test_a_warning_fails_only_where_it_is_asked_to(desk: Path, factcheck: Command, source: str) -> None:
    """A number that no source has is a warning."""
    rewrite = "Some 320 officers arrested 150 people.\n"
    assert compared(desk, factcheck, rewrite).exit_code == 0
    assert compared(desk, factcheck, rewrite, "--fail-on", "warning").exit_code == 1


def test_small_numbers_are_told_of_only_on_request(desk: Path, factcheck: Command, source: str) -> None:
    """ "Two men said" is no figure."""
    rewrite = "Two lawyers said that 150 people were arrested.\n"
    assert "no such number" not in compared(desk, factcheck, rewrite).stdout
    assert "“Two lawyers”: the source has no such number" in compared(desk, factcheck, rewrite, "--pedantic").stdout


@pytest.mark.parametrize("format_", ["json", "jsonl", "sarif", "junit", "github", "gitlab", "rdjson", "markdown"])
def test_every_format_names_both_texts(desk: Path, factcheck: Command, source: str, format_: str) -> None:
    """One list of findings, as everywhere."""
    result = compared(desk, factcheck, "They found 216 kg of cocaine.\n", "--format", format_)
    assert result.exit_code == 1
    assert "rewrite.txt" in result.stdout
    assert "216 kg" in result.stdout


def test_a_paste_is_compared(desk: Path, source: str) -> None:
    """What a language model wrote comes through a pipe."""
    words = "They found 216 kg of cocaine."
    result = CliRunner().invoke(app, ["compare", "-", "-a", source, "--format", "jsonl"], input=words)
    finding = json.loads(result.stdout.splitlines()[0])
    assert [its["path"] for its in finding["locations"]] == ["-", "source.txt"]
    assert finding["suspects"] == []


def test_a_text_that_cannot_be_read_is_an_error(desk: Path, factcheck: Command, source: str) -> None:
    """Whichever of them it is; every one is named."""
    result = factcheck("compare", "none.txt", "--against", source, "--against", "neither.txt")
    assert result.exit_code == 2
    assert "none.txt" in result.output and "neither.txt" in result.output


def test_what_a_comment_ignores_is_left_out(desk: Path, factcheck: Command, source: str) -> None:
    """As in a scan."""
    rewrite = "<!-- factcheck: ignore agree -- as the agency said later -->\nThey found 216 kg of cocaine.\n"
    (desk / "rewrite.md").write_text(rewrite, encoding="utf-8")
    result = factcheck("compare", "rewrite.md", "--against", source)
    assert result.exit_code == 0
    assert "1 finding is left out: 1 ignored." in result.stdout


def test_a_rewrite_is_scanned_too(desk: Path, factcheck: Command, source: str) -> None:
    """What does not add up in the rewrite is told, though each of its numbers may be the source's."""
    (desk / "source.txt").write_text("Police arrested 12 people. Rome had seven, Milan six and Turin two.\n")
    rewrite = "Police made 12 arrests: seven in Rome and six in Milan.\n"
    result = compared(desk, factcheck, rewrite)
    assert result.exit_code == 1
    assert "do not add up: two parts make 13, the text says 12" in result.stdout
    assert "do not add up" not in compared(desk, factcheck, rewrite, "--no-scan").stdout


def test_what_was_told_of_a_number_is_not_told_twice(desk: Path, factcheck: Command, source: str) -> None:
    """A changed number that breaks a sum is one slip."""
    (desk / "source.txt").write_text("Police made 12 arrests: seven in Rome and five in Milan.\n")
    result = compared(desk, factcheck, "Police made 12 arrests: seven in Rome and six in Milan.\n", "--format", "jsonl")
    wrong = [json.loads(line) for line in result.stdout.splitlines() if '"severity": "error"' in line]
    assert [its["kind"] for its in wrong] == ["agree"]


def test_numbers_that_nothing_was_held_against_fail_on_request(desk: Path, factcheck: Command, source: str) -> None:
    """Small ones, of which nobody is told, and invented ones; what is rounded or follows was held against something."""
    clean = "Police arrested 150 people and found some 48 pounds of cocaine.\n"
    assert compared(desk, factcheck, clean, "--require", "tested").exit_code == 0
    slight = "Two lawyers said that 150 people were arrested.\n"
    assert compared(desk, factcheck, slight).exit_code == 0
    result = compared(desk, factcheck, slight, "--require", "tested")
    assert result.exit_code == 1
    assert "nothing was held against “Two lawyers”" in result.output
    assert "1 number is worth less than --require tested." in result.output
    invented = compared(desk, factcheck, "Some 320 officers arrested 150 people.\n", "--require", "tested")
    assert invented.exit_code == 1 and "“Some 320 officers”" in invented.output
    assert compared(desk, factcheck, clean, "--require", "backed").exit_code == 2


def test_what_follows_from_the_source_was_held_against_it(desk: Path, factcheck: Command, source: str) -> None:
    """A sum that the source does not print."""
    (desk / "source.txt").write_text("Police arrested 12 people in Rome and 30 in Milan.\n")
    rewrite = "Police arrested a total of 42 people in Rome and Milan.\n"
    assert compared(desk, factcheck, rewrite, "--require", "tested").exit_code == 0


def test_an_untrusted_answer_takes_no_baseline(factcheck, tmp_path, monkeypatch):
    """What is known of one answer says nothing of the next."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "q.csv").write_text("region,units\nNorth,1200\n", encoding="utf-8")
    (tmp_path / "a.md").write_text("The North sold 77,777 units.\n", encoding="utf-8")
    refused = factcheck("compare", "a.md", "--untrusted", "-a", "q.csv", "--baseline", "b.jsonl", "--update-baseline")
    assert refused.exit_code == 2 and not (tmp_path / "b.jsonl").exists()
    (tmp_path / "factcheck.toml").write_text('baseline = "b.jsonl"\n', encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"factcheck-baseline": 1}\n', encoding="utf-8")
    assert factcheck("compare", "a.md", "--untrusted", "-a", "q.csv").exit_code == 1
