"""
Texts of old Windows programs: read where their punctuation leaves no doubt, told, and refused otherwise.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import scan
from factcheck.model.error import FactcheckError
from factcheck.reports import renderer
from factcheck.reports.style import Style
from factcheck.sources import load

WRONG = "The mayor didn’t say so. The raids “in all Italy” led to 12 arrests: seven in Rome and six in Milan.\r\n"


def written(folder: Path, text: str, encoding: str = "cp1252") -> Path:
    """A file of old."""
    path = folder / "old.txt"
    path.write_bytes(text.encode(encoding))
    return path


def test_an_old_text_is_read_with_its_places(tmp_path: Path) -> None:
    """The columns are those of its letters, and the run says how it was read."""
    path = written(tmp_path, WRONG)
    report = scan(path)
    (finding,) = [its for its in report.findings if its.severity == "error"]
    place = next(its for its in finding.locations if its.text == "12 arrests")
    assert WRONG[place.column - 1 :].startswith("12 arrests")
    assert "Read as Windows-1252, as their quotation marks say: " in renderer("plain")(report, Style())
    line = WRONG.encode("cp1252")
    assert line[place.column - 1 :].startswith(b"12 arrests") and f'"column": {place.column}' in renderer("rdjson")(
        report, Style()
    )


@pytest.mark.parametrize(
    "text", ["Rome’s €12 fee.", "It’s £45 – or more…", "He said: “12 of 45.”", "Café owners don’t."]
)
def test_what_the_code_pages_of_windows_share_is_sure(text: str, tmp_path: Path) -> None:
    """Quotation marks, dashes, letters; an amount's sign before its digits."""
    assert load(written(tmp_path, text), "old.txt").text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Café 12", "cp1252"),
        ("£12", "cp1252"),
        ("Rome’s 1½ tons", "cp1252"),
        ("Rome’s 20 °C", "cp1252"),
        ("Rome’s 12£", "cp1252"),
        ("Rome’s 12 “arrests”", "mac_roman"),
        ("Ürün 12 ‘a’", "cp1254"),
        ("東京 12", "shift_jis"),
    ],
)
def test_what_is_in_doubt_is_refused(text: str, encoding: str, tmp_path: Path) -> None:
    """A wrong guess would change an amount without a word."""
    with pytest.raises(FactcheckError, match="not UTF-8"):
        load(written(tmp_path, text, encoding), "old.txt")


def test_a_text_in_utf_8_is_told_of_nothing(tmp_path: Path) -> None:
    """It is what it is."""
    assert load(written(tmp_path, WRONG, "utf-8"), "old.txt").encoding == ""
