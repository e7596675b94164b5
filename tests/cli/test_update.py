"""
``factcheck update``: claim files brought up to date with their sources.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from factcheck import load, verify

TEXT = (
    "The raids led to 12 arrests: seven in Rome and five in Milan. Police took 45 firearms off the street.\n\n"
    "Italy, France and Spain took part. It cost $3 million, the ministry said on Tuesday.\n"
)
CLAIMS = """\
# What the desk knows.
source: ../seeds/raids.txt
claims:
  arrests: 12 arrests  # in all
  by_city: {quote: &cities seven in Rome and five in Milan, breakdown: city}
  firearms:
    quote: >-  # from the release
      45 firearms off
      the street
    evidence:
      - {from: telephone, says: 45 firearms}
  countries: {quote: "Italy, France and Spain", names: country}
  cost: It cost $3 million
rules:
  - balance: {whole: arrests, parts: by_city}
"""


@pytest.fixture
def raids(desk: Path) -> Path:
    """The claim file of the newsroom, and its source beside it."""
    (desk / "seeds" / "raids.txt").write_text(TEXT, encoding="utf-8")
    record = desk / "claims" / "raids.yaml"
    record.write_text(CLAIMS, encoding="utf-8")
    return record


def reword(record: Path, *pairs: tuple[str, str]) -> None:
    for old, new in pairs:
        source = record.parent.parent / "seeds" / "raids.txt"
        text = source.read_text(encoding="utf-8")
        assert old in text
        source.write_text(text.replace(old, new), encoding="utf-8")


def test_alone_it_takes_words_and_no_number(factcheck, raids):
    """A diff that --write applies; of other numbers it says whose they are."""
    reword(raids, ("12 arrests", "12 people held"), ("$3 million", "$4 million"), ("seven in", "nine in"))
    done = factcheck("update")
    assert "+  arrests: 12 people  # in all\n" in done.stdout and "$4 million" not in done.stdout
    assert "Other numbers now: by_city.rome and cost." in done.stderr
    assert raids.read_text("utf-8") == CLAIMS
    assert factcheck("update", "--write").exit_code == 0
    assert raids.read_text("utf-8") == CLAIMS.replace(": 12 arrests", ": 12 people")
    assert factcheck("update", "--write").stderr.startswith("No quote needs new words.")


def test_a_claim_that_is_named_gets_its_new_number(factcheck, raids):
    """And nothing else is touched, evidence never; what no longer agrees is told."""
    reword(raids, ("45 firearms", "54 firearms"), ("$3 million", "$4 million"))
    shown = factcheck("update", "firearms")
    assert shown.exit_code == 0 and raids.read_text("utf-8") == CLAIMS
    assert "firearms: “45 firearms off the street” → “54 firearms off the street”" in shown.stderr
    assert "The source says 54 (firearms), evidence (telephone) says 45." in shown.stderr
    done = factcheck("update", "firearms", "--write")
    assert done.stdout == shown.stdout and done.stderr.endswith("wrote claims/raids.yaml\n")
    wanted = CLAIMS.replace("45 firearms off\n      the street", "54 firearms off the street")
    assert raids.read_text("utf-8") == wanted
    assert {its.kind for its in verify(raids).findings if its.severity == "error"} == {"quote", "evidence"}


def test_which_rules_break_is_said_before_anything_is_written(factcheck, raids):
    """A number that the parts do not make; and one that they do."""
    reword(raids, ("seven in", "nine in"))
    assert "Rules that break with it:\n  Arrests do not add up" in factcheck("update", "by_city.rome").stderr
    reword(raids, ("12 arrests", "14 arrests"))
    assert "Rules that break with it: none." in factcheck("update", "by_city.rome", "arrests", "--write").stderr
    assert factcheck("verify").exit_code == 0


def test_of_a_breakdown_the_items_that_are_named_are_taken(factcheck, raids):
    """The other one waits; the anchor of the quote stays."""
    reword(raids, ("seven in Rome and five", "nine in Rome and six"))
    factcheck("update", "by_city.rome", "--write")
    assert "{quote: &cities nine in Rome and five in Milan, breakdown: city}" in raids.read_text("utf-8")
    (found,) = [its for its in verify(raids).findings if its.severity == "error"]
    assert "“five in Milan”; the source now says “six in Milan”" in " ".join(found.details)
    factcheck("update", "by_city.*", "--write")
    assert "{quote: &cities nine in Rome and six in Milan, breakdown: city}" in raids.read_text("utf-8")


def test_globs_name_claims_and_a_file_may_stand_before_them(factcheck, raids):
    """`*` is all; names that a list has gained are taken too."""
    reword(raids, ("France and Spain", "France, Malta and Spain"), ("$3 million", "$4 million"))
    assert factcheck("update", "claims/raids.yaml:c*", "--write").exit_code == 0
    text = raids.read_text("utf-8")
    assert "cost: It cost $4 million\n" in text and "Italy, France, Malta and Spain" in text
    assert factcheck("update", "*").stderr.startswith("Nothing to take: ")


def test_a_name_that_no_claim_has_is_exit_status_2(factcheck, raids):
    """With the nearest one; and one that two files have wants its file."""
    done = factcheck("update", "fierarms", "--write")
    assert done.exit_code == 2 and "Did you mean “firearms”?" in done.stderr
    (raids.parent / "more.yaml").write_text("source: ../seeds/raids.txt\nclaims: {cost: It cost $3 million}\n")
    done = factcheck("update", "cost")
    assert done.exit_code == 2 and "claims/more.yaml:cost or claims/raids.yaml:cost" in done.stderr


def test_a_quote_that_two_claims_share_is_taken_for_both_or_for_none(factcheck, raids):
    """An alias of YAML: who names the one has not decided about the other."""
    raids.write_text(CLAIMS.replace("12 arrests", "&all 12 arrests").replace("rules:", "  total: *all\nrules:"))
    reword(raids, ("12 arrests", "13 arrests"))
    done = factcheck("update", "arrests", "--write")
    assert done.exit_code == 2 and "“arrests” and “total” share one quote" in done.stderr
    assert factcheck("update", "arrests", "total", "--write").exit_code == 0
    assert "arrests: &all 13 arrests  # in all" in raids.read_text("utf-8")


def test_what_would_not_load_is_not_written(factcheck, raids):
    """New words that stand in two places settle nothing: the edit is told and left out."""
    reword(raids, (TEXT, "Police saw 12 men. They saw 12 men leave.\n"))
    raids.write_text("source: ../seeds/raids.txt\nclaims:\n  arrests: 'Police: 12 arrests'\n", encoding="utf-8")
    before = raids.read_bytes()
    assert factcheck("verify").exit_code == 0
    done = factcheck("update", "--write")
    assert done.exit_code == 2 and "the quote stands in 2 places" in done.stderr
    assert raids.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="links and permissions of POSIX")
def test_a_link_stays_one_and_permissions_stay(factcheck, raids, desk):
    """What it points to is written."""
    target = desk / "elsewhere.yaml"
    target.write_text(CLAIMS.replace("../seeds", "seeds"), encoding="utf-8")
    target.chmod(0o640)
    raids.unlink()
    raids.symlink_to(target)
    target.write_text(CLAIMS, encoding="utf-8")
    reword(raids, ("$3 million", "$4 million"))
    assert factcheck("update", "cost", "--write").exit_code == 0
    assert raids.is_symlink() and "$4 million" in target.read_text("utf-8")
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_full_disk_leaves_the_old_file(factcheck, raids, monkeypatch):
    """And nothing beside it."""
    reword(raids, ("$3 million", "$4 million"))

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = factcheck("update", "cost", "--write")
    assert done.exit_code == 2 and "the file cannot be written (No space left on device)" in done.stderr
    assert raids.read_text("utf-8") == CLAIMS and [its.name for its in raids.parent.iterdir()] == ["raids.yaml"]


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ("It cost $3 million", "It cost: $3 million", "'It cost: $3 million'"),
        ("It cost $3 million", "It cost $3 million # more", "It cost $3 million"),
        ("It cost $3 million", "It - “cost” - $3 million", None),
    ],
)
def test_what_yaml_obeys_is_put_in_quotes(old, new, written, factcheck, raids):
    """The new words read back as they stand."""
    reword(raids, (old, new))
    assert factcheck("update", "--write").exit_code == 0
    assert load(raids).errors == ()
    assert written is None or f"cost: {written}\n" in raids.read_text("utf-8")
