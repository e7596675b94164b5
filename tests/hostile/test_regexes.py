"""
No regular expression of the package goes astray on repeats of its own characters.
"""

from __future__ import annotations

import re

import pytest
from hostile.regexes import patterns, slow

from factcheck.sources.block import BlockReader

BOUND = 0.25
"""What a search of at most 640 characters may take [CPU s]; quadratic time on a slow machine is within it."""


def test_every_pattern_is_found():
    """Those of modules, those that functions make of the tables, and those written where they are used."""
    found = set(patterns())
    assert r"sources.block: [ \t]*[|+]" in found
    assert r"sources.block: [ \t]*[a-z]\)[ \t]+\S" in found
    assert any(its.startswith(r"comparison.scope: \b(?:") for its in found)
    assert len(found) > 180


@pytest.mark.parametrize(
    "source",
    [
        r"[ \t]*(?:[-=_]{2,}[ \t]*)+$",  # a line of dashes once hung the program
        r"(a+)+$",
        r'(?:"[^"]*"|[^ymdhs])*[ymdhs]',  # so did the format of a number in a workbook
        r"(?:a|aa)+$",
        r"x(?:\w+\s?)*:",
        r"\s*\s*\s*x",
        r"^(?=(?:a+)+$)",
    ],
)
def test_a_pattern_that_goes_astray_is_seen(source):
    """Nested repeats, ambiguous ones, and three in a row are each found by their own characters."""
    assert slow(re.compile(source), BOUND)


@pytest.mark.parametrize("source", [r"[ \t]*+(?>(?:[-=_]{2,}+[ \t]*+)+)$", r"(?>a+)+$", r"\w+\s*$", r"(?:ab?)*c"])
def test_a_sound_pattern_is_passed(source):
    """Repeats that give nothing back, or can be read in one way alone, are no trouble."""
    assert not slow(re.compile(source), BOUND)


def test_no_pattern_goes_astray():
    """Each pattern, on repeats of all that it repeats and of each of its characters."""
    assert {name: its for name, pattern in patterns().items() if (its := slow(pattern, BOUND))} == {}


def test_lines_of_dashes_are_still_rules_of_a_table():
    """A rule below a heading of columns ends no table, whatever it is drawn with."""
    rows = "Town    Fines\n----  ====\n" + "".join(f"{name}    {at}\n" for at, name in enumerate("ABC", 3))
    kinds = [str(its.kind) for its in BlockReader(rows).blocks()]
    assert kinds == ["table"]
