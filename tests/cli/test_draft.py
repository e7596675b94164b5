"""
``factcheck draft``: a claim file for a text that verifies as written.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from typer.testing import Result

from factcheck import load, verify
from factcheck.model.finding import Severity, Verdict

Command = Callable[..., Result]

ARTICLE = Path(__file__).parents[2] / "seeds" / "dark-huntor.txt"
RECORD = Path(__file__).parents[2] / "claims" / "dark-huntor.yaml"


@pytest.fixture
def drafted(desk: Path, factcheck: Command) -> Path:
    """The draft of the article, in a file."""
    (desk / "seeds" / "article.txt").write_bytes(ARTICLE.read_bytes())
    assert factcheck("draft", "seeds/article.txt", "--output", "drafts/article.yaml").exit_code == 0
    return desk / "drafts" / "article.yaml"


def test_the_draft_of_the_article_verifies_as_written(drafted: Path) -> None:
    """Every quote is found once, every rule holds, and the reader's comment is left out."""
    report = verify(drafted)
    assert report.errors == ()
    assert all(finding.verdict == Verdict.CONSISTENT for finding in report.findings)
    assert "ends_before: One thought on" in drafted.read_text(encoding="utf-8")


def test_it_comes_close_to_what_a_person_wrote(drafted: Path) -> None:
    """It quotes every number of the article that the hand-written record claims, and most of its rules."""
    own, by_hand = load(drafted), load(RECORD)
    numbers = {
        its.quantity.number_start
        for claim in own.claims.values()
        for its in (claim.stated.printings if claim.stated else ())
    }
    claimed = {
        its.quantity.number_start
        for claim in by_hand.claims.values()
        for its in (claim.stated.printings if claim.stated else ())
        if its.source
    }
    assert claimed <= numbers
    kinds = sorted(rule.kind for rule in own.rules)
    assert kinds == ["balance", "balance", "part", "part", "subset"]
    several = {claim.id for claim in own.claims.values() if len(claim.statements) > 1}
    assert several == {"doses", "months", "individuals.united_states"}


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("47 in Germany", "74 in Germany"), ("150 individuals", "155 individuals"), ("21.6 kg", "216 kg"),
     ("four million lethal", "five million lethal"), ("$700,000 in", "$7 million in"),
     ("the Netherlands, Switzerland, ", "the Netherlands, "), ("including 65 in", "including 56 in")],
)  # fmt: skip
def test_an_edit_of_the_article_is_found_by_its_draft(drafted: Path, right: str, wrong: str) -> None:
    """What the draft says is checked from then on: one slip, one finding."""
    article = drafted.parent.parent / "seeds" / "article.txt"
    text = article.read_text(encoding="utf-8")
    assert text.count(right) == 1
    article.write_text(text.replace(right, wrong), encoding="utf-8")
    report = verify(drafted)
    broken = [its for its in report.findings if its.severity in (Severity.ERROR, Severity.WARNING)]
    assert len(broken) == 1
    assert report.errors == ()


def test_every_number_has_its_place_in_a_comment(drafted: Path) -> None:
    """A claim says where it came from, a number that no rule uses why, a rule what was seen."""
    text = drafted.read_text(encoding="utf-8")
    assert "  individuals: the arrest of 150 individuals  # ¶5 9:49\n" in text
    assert "  # No rule uses these numbers yet.\n  continents: three continents has taken  # ¶4 7:34: no words" in text
    assert "  # ¶21 41:30 to ¶5 9:49: A whole and its parts\n" in text


def test_without_a_file_it_goes_to_standard_output(desk: Path, factcheck: Command) -> None:
    """Its paths are then relative to the working directory."""
    result = factcheck("draft", "seeds/raids.txt")
    assert result.exit_code == 0
    assert yaml.safe_load(result.stdout)["source"] == "seeds/raids.txt"


def test_a_draft_never_takes_the_place_of_a_file(desk: Path, factcheck: Command) -> None:
    """What a person has corrected stays."""
    result = factcheck("draft", "seeds/raids.txt", "--output", "claims/raids.yaml")
    assert result.exit_code == 2
    assert "claims/raids.yaml exists already; nothing was written." in result.output
    assert "by_city" in (desk / "claims" / "raids.yaml").read_text(encoding="utf-8")


def test_a_text_that_cannot_be_read_is_an_error(desk: Path, factcheck: Command) -> None:
    """As everywhere: what is wrong and where."""
    result = factcheck("draft", "seeds/none.txt")
    assert result.exit_code == 2
    assert "seeds/none.txt" in result.output


HOSTILE = [
    "Sold: 12 # of 45 items\n",
    "Rates: 12: 13, [14], {15}, \"16\" and '17' - 18 & *19 !20 %21 @22 `23`\n",
    "Five items\r\nand six\x0bitems\u2028and seven\x1b[31mitems\n",
    "12 12 12 12 12\n",
    "The year on year rise of 5% and 5% and of 5% again; no, yes, 0123, 1:30, 1e3 items\n",
    "",
    "😀 12 cats 😀 and 12 dogs é 7 é́ items\n",
    "| a | 12 |\n|---|---|\n| b | 12 |\n| c | 24 |\n",
    "12 people: 7 in Rome, 7 in Rome and 2 in Milan. 12 people: 7 in Rome, 7 in Rome and 2 in Milan.\n",
    "From 12 to 24 people, between 3 and 5 dogs; from 12 to 24 people rose to 30 people from 24 people.\n",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_whatever_the_text_the_draft_is_a_claim_file(desk: Path, factcheck: Command, text: str, suffix: str) -> None:
    """Signs that YAML obeys, control characters, numbers that no words tell apart: no record error, nothing lost."""
    source = desk / f"hostile{suffix}"
    source.write_bytes(text.encode("utf-8"))
    result = factcheck("draft", source.name, "--output", "hostile.yaml")
    assert result.exit_code == 0
    assert "\x1b" not in (desk / "hostile.yaml").read_text(encoding="utf-8")
    report = verify(desk / "hostile.yaml")
    assert report.errors == ()
