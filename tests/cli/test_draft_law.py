"""
The law of drafts: what is drafted verifies as written, and a number that is changed afterwards is judged.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT, examples, pattern_examples

from factcheck import draft, load, scan, verify
from factcheck.checks import KINDS, check
from factcheck.discover import PATTERNS
from factcheck.model.finding import Finding, Report, Severity, Verdict


def wrong(report: Report) -> list[Finding]:
    return [its for its in report.findings if its.severity in (Severity.ERROR, Severity.WARNING)]


class Drafted:
    """A text and its draft, in a folder."""

    def __init__(self, folder: Path, text: str, name: str = "text.txt") -> None:
        self.text, self.source, self.record = text, folder / name, folder / "claims.yaml"
        self.source.write_bytes(text.encode("utf-8"))
        self.record.write_text(draft(self.source, source=name), encoding="utf-8")

    def edited(self, old: str, new: str) -> Report:
        """The verdict after an edit of the text."""
        assert self.text.count(old) == 1
        self.source.write_bytes(self.text.replace(old, new).encode("utf-8"))
        return verify(self.record)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path()


LENT = [
    "The rate improved to 93.8% from 95.1%, a gain of 1.3 points.",
    "The harvest was an estimated 245,000 tonnes from 200,000 a year before, up 22.5%.",
    "Of the 1,800 megawatt-hours, 1,152, or 64%, came from wind.",
    "It costs $340 a year from $310, up 10%.",
    "The measure passed 52 percent to 48 percent, a margin of four points.",
    "It costs 0 EUR 5 more.",
    "Sales rose to $110 million from 95 million, and to 2.3 million square feet from 2.1 million.",
    "Of the 2,000 square metres, 500, or 25%, are let. It earned $2.40 a share from 2.00, up 20%.",
]


@pytest.mark.parametrize("text", LENT)
def test_what_a_pattern_lends_to_a_bare_number_reaches_the_record(text: str, folder: Path) -> None:
    """A unit that the words leave out: the draft has every rule that the scan judges."""
    drafted = Drafted(folder, text + "\n")
    report = verify(drafted.record)
    assert (report.errors, wrong(report)) == ((), [])
    assert report.rules == scan(drafted.source).rules


def test_a_multiple_that_no_record_can_state_harms_no_draft(folder: Path) -> None:
    """ "Fivefold" is a fact and no number that a quote can hold: its draft verifies without it."""
    drafted = Drafted(folder, "Exports rose more than fivefold, from $3.2 million to $16.9 million.\n")
    report = verify(drafted.record)
    assert (report.errors, wrong(report)) == ((), [])


def repository() -> Iterator[tuple[str, str, str]]:
    """Every text of the repository: its name, the words, and the name of a file that they may stand in."""
    for name in PATTERNS:
        for heading in ("Finds", "Leaves alone"):
            for at, text in enumerate(pattern_examples(name, heading)):
                yield f"{name} {heading.lower()} {at}", text + "\n", "text.md" if "|" in text else "text.txt"
    for kind in KINDS:
        for at, (_, text, _claims) in enumerate(examples(check(kind).manual)):
            yield f"{kind} {at}", text, "text.md" if "|" in text else "text.txt"
    lines = (ROOT / "tests" / "data" / "newsroom.jsonl").read_text(encoding="utf-8").splitlines()
    for at, case in enumerate(json.loads(line) for line in lines):
        if case.get("text"):
            yield f"newsroom {at}", case["text"], case.get("source") or "text.txt"
    for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("seeds/*"), *ROOT.glob("tests/data/*/*")):
        if path.suffix in (".md", ".txt"):
            yield path.name, path.read_bytes().decode("utf-8"), path.name


TEXTS = list(repository())


@pytest.mark.parametrize(("text", "name"), [its[1:] for its in TEXTS], ids=[its[0] for its in TEXTS])
def test_whatever_the_text_its_draft_verifies(text: str, name: str, folder: Path) -> None:
    """No record error anywhere; and nothing is found where a scan finds nothing."""
    drafted = Drafted(folder, text, name)
    report = verify(drafted.record)
    assert report.errors == ()
    if not wrong(scan(drafted.source)):
        assert wrong(report) == []


RELEASE = """POLICE SEIZE $1.2 MILLION IN RAIDS

ROME - Police seized $1.2 million and made 12 arrests on Tuesday: seven in Rome and five in Milan.

He was 85. Profits rose to $37.9 million from $34.5 million a year earlier, or by 9.9 percent. In 2018 there were
657 cases, in 2008 there were 486; that is an increase of 171.
"""


@pytest.mark.parametrize(
    ("old", "new", "now"),
    [("$1.2 MILLION", "$1.3 MILLION", "$1.3 MILLION"), ("$1.2 million and", "$12 million and", "$12 million"),
     ("12 arrests", "21 arrests", "21"), ("seven in Rome", "eight in Rome", "eight"), ("$37.9", "$37.3", "$37.3"),
     ("9.9 percent", "99 percent", "99"), ("85.", "850.", "850"), ("657", "675", "675"), ("of 171", "of 1711", "1711"),
     ("486", "48,66", "48,66"), ("$34.5", "$345", "$345"), ("five in Milan", "35 in Milan", "35")],
)  # fmt: skip
def test_a_number_that_is_changed_is_read_again_and_judged(old: str, new: str, now: str, folder: Path) -> None:
    """Exit status 1 with the place of the number; never an error of the record, whatever the slip made of it."""
    report = Drafted(folder, RELEASE).edited(old, new)
    assert report.errors == ()
    errors = [its for its in report.findings if its.severity == Severity.ERROR]
    assert any(now in place.text for finding in errors for place in finding.locations)


def test_a_draft_quotes_the_sentences_own_words(folder: Path) -> None:
    """Enough of them to find each number again; no two quotes stand for the same place."""
    drafted = Drafted(folder, RELEASE)
    quotes = [its.quote for claim in load(drafted.record).claims.values() for its in claim.statements]
    assert "SEIZE $1.2 MILLION IN RAIDS" in quotes and "rose to $37.9 million from" in quotes
    assert len(set(quotes)) == len(quotes)


TABLE = """| City | 2018 | 2019 |
| --- | ---: | ---: |
| Rome | 7 | 9 |
| Milan | 5 | 9 |
| Total | 12 | 18 |
"""


def test_cells_are_quoted_by_row_and_column(folder: Path) -> None:
    """The same number may stand in two cells; what stands there now is judged."""
    drafted = Drafted(folder, TABLE, "text.md")
    lines = "\n".join(line.split("  #")[0] for line in drafted.record.read_text(encoding="utf-8").splitlines())
    assert re.search(r"quote: '9'\n    row: Milan\n    column: '2019'", lines)
    assert wrong(verify(drafted.record)) == []
    report = drafted.edited("| Milan | 5 | 9 |", "| Milan | 5 | 8 |")
    assert report.errors == ()
    assert any(its.verdict == Verdict.INCONSISTENT and its.kind == "balance" for its in report.findings)


def test_a_comment_of_a_draft_causes_no_hint_about_yaml(folder: Path) -> None:
    """Where its text is another one altogether: the comment has nothing to do with that."""
    drafted = Drafted(folder, "Police made 12 arrests in the old harbour on Tuesday.\n")
    drafted.source.write_text("Nobody was seen.\n", encoding="utf-8")
    (error,) = verify(drafted.record).errors
    assert "does not stand" in error.what and "YAML" not in error.remedy
