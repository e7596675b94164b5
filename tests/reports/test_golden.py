"""
Every format has a golden file of the same findings; a change of a format is seen in review.

`GOLDEN=write pytest tests/reports/test_golden.py` writes them anew.
"""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

import pytest

from factcheck.cli.option import Format
from factcheck.model.version import VERSION
from factcheck.reports import FORMATS, renderer
from factcheck.reports.style import Style

GOLDEN = Path(__file__).parent / "golden"


def golden(name: str) -> Path:
    return GOLDEN / f"{name}.golden"


def frozen(text: str) -> str:
    """A report without what changes by itself: the version, the manuals, the page's own style and script."""
    text = text.replace(VERSION, "VERSION")
    if text.startswith("<!doctype html>"):
        text = re.sub(r"(?s)<(style|script)>.*?</\1>", r"<\1></\1>", text)
    text = re.sub(r'("(?:fullDescription|help)": \{\s*"text": )".*"', r'\1"MANUAL"', text)
    return re.sub(r"sha256-[\w+/=]+", "sha256-HASH", text)


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_writes_what_its_golden_file_holds(name, specimen):
    """The whole output is compared, with everything told that can be told."""
    text = frozen(renderer(name)(specimen.report, Style(verbose=True, silenced=True)))
    if os.environ.get("GOLDEN") == "write":
        golden(name).write_bytes(text.encode())
    assert text == golden(name).read_bytes().decode()


def test_every_golden_file_belongs_to_a_format():
    """A format that is gone leaves no file behind."""
    assert sorted(path.stem for path in GOLDEN.iterdir()) == sorted(FORMATS)


def test_the_command_line_offers_every_format_and_no_other():
    """`--format` lists the registry."""
    assert tuple(its.value for its in Format) == FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_sends_a_control_character_or_turns_the_line_around(name, specimen):
    """What the source holds is shown as an escape; JSON escapes it by its own rules."""
    text = renderer(name)(specimen.report, Style(verbose=True, silenced=True))
    seen = set(text) - set("\r\n\t\u2060\u200d")
    assert not [char for char in seen if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")]
