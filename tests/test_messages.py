"""
What a finding says: `docs/messages.md` shows every message that a kind of rule and a template makes, each with the text
that it is about, and is renewed with FACTCHECK_ACCEPT=1. The laws of messages hold for each of them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache

import pytest
from conftest import ROOT
from manuals import examples

from factcheck import document, scan
from factcheck.discover import PATTERNS, manual
from factcheck.discover.templates import TEMPLATES
from factcheck.model.finding import Finding, Severity, Suspect
from factcheck.reports.words import likeliest, remedy

PAGE = ROOT / "docs" / "messages.md"
HEAD = """# What it says

Each message as `scan` prints it, below a text that it is about, by what finds it. The page is made from the program's
own manuals and renewed by a test; the messages for claim files that are wrong are in [errors.md](errors.md).
"""
QUOTED = re.compile("“([^”]+)”")
_TWICE = re.compile(r"([\w$%.,-]+) \(\1[,)]|\b(\w+): (?:the )?\2\b|\((?:first|second)\b(?! quarter)")
"""A label that says what the number says already, or none at all."""


def _examples() -> Iterator[tuple[str, str]]:
    for name in TEMPLATES:
        # Above each text stands what is found in it.
        yield from ((name, text.partition("\n")[2].strip()) for text in examples(name, "Finds"))
    for name in PATTERNS:
        block = re.search(r"(?ms)^Finds:\n(.*?)(?=^[A-Z][a-z ]+:$|\Z)", manual(name))
        assert block is not None, f"{name} has no “Finds”"
        lines = [line.removeprefix("    ") for line in block[1].splitlines()]
        yield from ((name, text.strip()) for text in "\n".join(lines).split("\n---\n"))


EXAMPLES = list(_examples())


@cache
def found(text: str) -> tuple[Finding, ...]:
    """What is wrong with a text."""
    wrong = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
    return tuple(its for its in scan(document(text, "text.md")).findings if its.severity in wrong)


def test_the_page_of_messages_is_what_the_program_says() -> None:
    """One example of each form of message, and none that the program does not print."""
    told, seen = [HEAD], set[str]()
    for name in dict.fromkeys(name for name, _ in EXAMPLES):
        blocks = []
        for text in (text for its, text in EXAMPLES if its == name):
            for finding in found(text):
                form = re.sub(r"“[^”]*”|[\d.,$%]+|[A-Z]\w+", "", finding.message)
                if form in seen:
                    continue
                seen.add(form)
                said = "\n".join(filter(None, [finding.message, *finding.details, remedy(finding)]))
                blocks.append(f"```text\n{text}\n```\n\n> {said.replace(chr(10), '<br>')}\n")
        if blocks:
            told.append(f"## {name}\n\n" + "\n".join(blocks))
    page = "\n".join(told)
    if os.environ.get("FACTCHECK_ACCEPT"):
        PAGE.write_text(page, encoding="utf-8", newline="\n")
    assert PAGE.read_text(encoding="utf-8") == page


@pytest.mark.parametrize(("name", "text"), EXAMPLES)
def test_only_words_of_the_text_stand_in_quotation_marks(name: str, text: str) -> None:
    """“an open list” is no word of a source."""
    own = re.sub(r"[\s*_|]+", " ", text).casefold()
    for finding in found(text):
        for said in (finding.message, *finding.details, remedy(finding)):
            for words in QUOTED.findall(said):
                assert re.sub(r"[\s*_|]+", " ", words).casefold().strip(" …") in own, f"{name}: {said}"


@pytest.mark.parametrize(("name", "text"), EXAMPLES)
def test_no_label_says_what_the_number_says(name: str, text: str) -> None:
    """ "9 (9)", "change: the change", "(first)" tell nobody anything."""
    for finding in found(text):
        for said in (finding.message, remedy(finding)):
            assert not _TWICE.search(QUOTED.sub("", said)), f"{name}: {said}"


def _mended(text: str, suspect: Suspect) -> str | None:
    """The text with what would fit put in; ``None`` where the number is printed in another way than it is told."""
    place = suspect.location
    if place is None or text[place.start : place.end].count(suspect.printed) != 1:
        return None
    return text[: place.start] + place.text.replace(suspect.printed, suspect.would_fit) + text[place.end :]


@pytest.mark.parametrize(("name", "text"), EXAMPLES)
def test_what_is_suggested_removes_the_finding(name: str, text: str) -> None:
    """Put in, it leaves no finding with that number in it."""
    for finding in found(text):
        for suspect in likeliest(finding.suspects):
            mended = _mended(text, suspect)
            if mended is None or not suspect.slip or " to " in suspect.would_fit:
                continue
            left = [its for its in found(mended) if its.kind == finding.kind and its.severity == finding.severity]
            before = [its for its in found(text) if its.kind == finding.kind and its.severity == finding.severity]
            assert len(left) < len(before), f"{name}: {suspect.would_fit} for {suspect.printed}"


def test_most_suggestions_are_tried() -> None:
    """The law above is about more than a few of them."""
    tried = [
        suspect
        for _, text in EXAMPLES
        for finding in found(text)
        for suspect in likeliest(finding.suspects)
        if suspect.slip and _mended(text, suspect)
    ]
    assert len(tried) > len(EXAMPLES) // 3


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The firm cut 10,000 staff: 4,000 in Oslo, 3,000 in Asia and 2,000 in Rome.", "Staff do not add up"),
        ("| city | people |\n|---|---|\n| Rome | 45 |\n| Oslo | 54 |\n| Total | 101 |", "under “people” do not add up"),
        ("Membership doubled, from 105 to 290.", "the text says “doubled”"),
        ("The raids led to 12 arrests: 7 in Italy, 4 in France and 3 in Spain.", "three countries make 14"),
        ("The settlement is $75.2 million. The $72.5 million settlement is approved.", "agree: $75.2 million and"),
    ],
)
def test_a_message_is_english_and_says_nothing_twice(text: str, message: str) -> None:
    """Plurals, verbs and labels as an editor would write them."""
    assert message in " | ".join(its.message for its in found(text))


def test_two_digits_swapped_are_suggested_before_other_slips() -> None:
    """It is the commonest slip that leaves a number plausible."""
    finding, *_ = found("The margin widened by 210 basis points to 37.8% from 36.6%.")
    assert remedy(finding).startswith("Most likely to fit: 38.7% for 37.8% (the new value, two digits swapped)")
