"""
Every check kind is registered, documented, and gives the verdicts that its manual says.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Newsroom, broken, examples

import factcheck.checks
from factcheck.checks import KINDS, check
from factcheck.model.finding import Verdict
from factcheck.records.rule import operand_fields
from factcheck.records.schema import field_docs

CASES = [(kind, at, *its) for kind in KINDS for at, its in enumerate(examples(check(kind).manual))]
HELPERS = {"__init__", "operand", "grammar"}


@pytest.mark.parametrize(("kind", "at", "heading", "text", "claims"), CASES, ids=lambda its: str(its)[:24])
def test_an_example_of_the_manual_gives_the_verdict_above_it(
    kind: str, at: int, heading: str, text: str, claims: str, newsroom: Newsroom
) -> None:
    """An example below “Holds” holds, one below “Does not hold” is one finding of that kind."""
    report = newsroom.write(text, claims).verify()
    assert report.errors == ()
    wrong = broken(report)
    if heading.startswith("Holds"):
        assert wrong == []
        assert any(finding.kind == kind for finding in report.findings)
        assert not any(finding.verdict == Verdict.UNDETERMINED for finding in report.findings)
    else:
        assert [finding.kind for finding in wrong] == [kind]


@pytest.mark.parametrize("kind", KINDS)
def test_a_manual_shows_both_outcomes(kind: str) -> None:
    """Each manual has a rule that holds and one that does not, and more that must stay silent."""
    headings = [heading.partition(" ")[0] for heading, *_ in examples(check(kind).manual)]
    assert headings.count("Holds") + headings.count("Holds:") + headings.count("Holds;") + headings.count("Holds,") >= 1
    assert any(heading.startswith("Does") for heading in headings)


def test_every_file_is_registered_and_every_word_is_a_file() -> None:
    """A check is a file and a word in KINDS; a forgotten one is found here, both ways round."""
    folder = Path(factcheck.checks.__file__).parent
    assert {path.stem for path in folder.glob("*.py")} - HELPERS == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_kind_is_explained(kind: str) -> None:
    """The words below a field are what the schema shows an editor."""
    docs = field_docs(check(kind).operands)
    assert set(docs) == {field.name for field in operand_fields(kind)}
