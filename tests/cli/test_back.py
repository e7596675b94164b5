"""
``factcheck back``: evidence for a claim, added to its claim file.
"""

from __future__ import annotations

import datetime
import re

import pytest

from factcheck import load, verify
from factcheck.model.finding import Standing

TEXT = "The raids led to 12 arrests and took 45 firearms off the street. The minister spoke on Tuesday.\n"
SAID = ("--from", "telephone, press office", "--by", "news desk", "--says", "45 firearms", "--date", "2021-10-27")

CASES = {
    "a bare quote": """\
claims:
  firearms: 45 firearms  # seized
  arrests: 12 arrests
=>
claims:
  firearms:
    quote: 45 firearms  # seized
    evidence:
      @
  arrests: 12 arrests
""",
    "a bare quote at the end": """\
claims:
  firearms: 45 firearms
=>
claims:
  firearms:
    quote: 45 firearms
    evidence:
      @
""",
    "a bare quote over several lines": """\
claims:
    firearms: >-  # seized
      45 firearms

      off the street

    arrests: 12 arrests
=>
claims:
    firearms:
        quote: >-  # seized
          45 firearms

          off the street
        evidence:
            @

    arrests: 12 arrests
""",
    "a mapping": """\
claims:
  firearms:
    quote: 45 firearms  # seized
    note: as of noon
  # more

  arrests: 12 arrests
=>
claims:
  firearms:
    quote: 45 firearms  # seized
    note: as of noon
    evidence:
      @
  # more

  arrests: 12 arrests
""",
    "a list of evidence": """\
claims:
  firearms:
    evidence:
    - {from: mail, says: '45'}  # first
    quote: 45 firearms
=>
claims:
  firearms:
    evidence:
    - {from: mail, says: '45'}  # first
    @
    quote: 45 firearms
""",
    "one entry that is no list": """\
claims:
  firearms:
    quote: 45 firearms
    evidence:
      from: mail
      says: '45'  # first
=>
claims:
  firearms:
    quote: 45 firearms
    evidence:
      - from: mail
        says: '45'  # first
      @
""",
}
ENTRY = ["- from: telephone, press office", "  by: news desk", "  date: '2021-10-27'", "  says: 45 firearms"]
FLOW = "{from: 'telephone, press office', by: news desk, date: '2021-10-27', says: 45 firearms}"
IN_BRACKETS = {
    "a mapping in brackets": (
        "claims:\n  firearms: {quote: 45 firearms, note: x}  # seized\n",
        "claims:\n  firearms: {quote: 45 firearms, note: x, evidence: [@]}  # seized\n",
    ),
    "a list in brackets": (
        "claims:\n  firearms: {quote: 45 firearms, evidence: [{from: mail, says: 45}]}\n",
        "claims:\n  firearms: {quote: 45 firearms, evidence: [{from: mail, says: 45}, @]}\n",
    ),
    "an empty list": (
        "claims:\n  firearms:\n    quote: 45 firearms\n    evidence: []  # none yet\n",
        "claims:\n  firearms:\n    quote: 45 firearms\n    evidence: [@]  # none yet\n",
    ),
    "one entry in brackets": (
        "claims:\n  firearms: {quote: 45 firearms, evidence: {from: mail, says: 45}}\n",
        "claims:\n  firearms: {quote: 45 firearms, evidence: [{from: mail, says: 45}, @]}\n",
    ),
    "claims in brackets": (
        "claims: {firearms: 45 firearms, arrests: 12 arrests}\n",
        "claims: {firearms: {quote: 45 firearms, evidence: [@]}, arrests: 12 arrests}\n",
    ),
}


@pytest.fixture
def write(desk):
    """Write the claim file; its path."""

    def written(claims, newline="\n"):
        (desk / "seeds" / "raids.txt").write_text(TEXT, encoding="utf-8")
        path = desk / "claims" / "raids.yaml"
        path.write_bytes(f"source: ../seeds/raids.txt\n{claims}".replace("\n", newline).encode("utf-8"))
        return path

    return written


def entered(text):
    """The text with the entry in the place of its sign, as far to the right as that."""
    return re.sub(r"( *)@", lambda match: "\n".join(f"{match[1]}{line}" for line in ENTRY), text)


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("case", CASES)
def test_an_entry_is_added_the_way_the_file_is_written(case, newline, factcheck, write):
    """Comments, empty lines, indentation and line ends stay."""
    before, after = CASES[case].split("=>\n")
    path = write(before, newline)
    assert factcheck("back", "firearms", *SAID).exit_code == 0
    assert path.read_bytes().decode() == f"source: ../seeds/raids.txt\n{entered(after)}".replace("\n", newline)
    assert dict(verify(path).standings)["claims/raids.yaml:firearms"] == Standing.BACKED


@pytest.mark.parametrize("case", IN_BRACKETS)
def test_an_entry_is_added_inside_of_brackets(case, factcheck, write):
    """On the line where they stand."""
    before, after = IN_BRACKETS[case]
    path = write(before)
    assert factcheck("back", "firearms", *SAID).exit_code == 0
    assert path.read_text("utf-8") == f"source: ../seeds/raids.txt\n{after}".replace("@", FLOW)


def test_it_says_what_it_writes_and_the_date_is_today(factcheck, write):
    """--diff shows the same and writes nothing."""
    path = write("claims:\n  firearms: 45 firearms\n")
    before = path.read_bytes()
    said = ("--from", "press office", "--says", "45 firearms")
    shown = factcheck("back", "firearms", *said, "--diff")
    assert path.read_bytes() == before and f"+        date: '{datetime.date.today()}'" in shown.stdout
    done = factcheck("back", "firearms", *said)
    assert "wrote claims/raids.yaml" in done.stderr and path.read_bytes() != before
    assert dict(verify(path).standings)["claims/raids.yaml:firearms"] == Standing.BACKED


def test_a_passage_of_a_source_is_evidence_too(factcheck, write, desk):
    """It is anchored there, and no date is made up for it."""
    (desk / "seeds" / "release.txt").write_text("Police seized 45 firearms.\n", encoding="utf-8")
    sources = "sources: {article: ../seeds/raids.txt, release: ../seeds/release.txt}\n"
    path = write("")
    path.write_text(f"{sources}source: article\nclaims:\n  firearms: 45 firearms\n", encoding="utf-8")
    assert factcheck("back", "firearms", "--source", "release", "--quote", "seized 45 firearms").exit_code == 0
    assert "- source: release\n        quote: seized 45 firearms\n" in path.read_text("utf-8")
    before = path.read_bytes()
    done = factcheck("back", "firearms", "--source", "release", "--quote", "seized 54 knives")
    assert done.exit_code == 2 and "does not stand" in done.stderr and path.read_bytes() == before


def test_evidence_that_contradicts_is_written_and_told(factcheck, write):
    """What was said is kept."""
    path = write("claims:\n  firearms: 45 firearms\n")
    done = factcheck("back", "firearms", "--from", "mail", "--says", "54 firearms")
    assert done.exit_code == 1 and "firearms is contradicted:\n  The source says 45" in done.stderr
    assert "says: 54 firearms" in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("claims", "arguments", "what"),
    [
        ("  firearms: 45 firearms\n", ("firearms", "--from", "mail", "--says", "confirmed"), "is no number"),
        ("  firearms: 45 firearms\n", ("fierarms", *SAID), "Did you mean “firearms”?"),
        ("  firearms: 45 firearms\n", ("firearms", "--from", "mail"), "say who and what"),
        ("  firearms: 45 firearms\n", ("firearms", "--says", "45", "--quote", "x"), "go together"),
        ("  firearms: 45 firearms\n", ("firearms", *SAID, "--source", "a", "--quote", "x"), "not --quote and --says"),
        ("  firearms: 45 firearms\n", ("*", *SAID, "--date", "soon"), "is no date"),
        ("  a: 12 arrests\n  b: 45 firearms\n", ("*", *SAID), "names 2 claims"),
        ("  a: &x {quote: 45 firearms}\n  b: *x\n", ("b", *SAID), "an anchor or an alias"),
        ("  a: &x {quote: 45 firearms}\n  b: *x\n", ("a", *SAID), "an anchor or an alias"),
        ("  a: {quote: 12 arrests and took 45 firearms, breakdown: item}\n", ("a.firearms", *SAID), "claim"),
    ],
)
def test_what_would_not_load_is_refused(claims, arguments, what, factcheck, write):
    """With the reason; the file stays as it is."""
    path = write(f"claims:\n{claims}")
    before = path.read_bytes()
    done = factcheck("back", *arguments)
    assert done.exit_code == 2 and what in done.output
    assert path.read_bytes() == before


def test_an_item_of_a_breakdown_has_no_record_of_its_own(factcheck, desk):
    """It says so, and what to do."""
    done = factcheck("back", "by_city.rome", "--from", "mail", "--says", "7")
    assert done.exit_code == 2 and "“by_city.rome” is an item of the breakdown “by_city”" in done.stderr


def test_a_file_that_ends_without_a_line_end_may_be_added_to(factcheck, write):
    """The last line is whole afterwards."""
    path = write("claims:\n  firearms: 45 firearms")
    assert factcheck("back", "firearms", *SAID).exit_code == 0
    assert load(path).errors == () and path.read_text("utf-8").endswith("says: 45 firearms")
