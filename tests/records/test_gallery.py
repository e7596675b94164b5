"""
Every way in which a claim file may be wrong gets a message with its place and a remedy; `docs/errors.md`
is the gallery of them. To accept changed messages: `FACTCHECK_ACCEPT=1 python -m pytest tests/records`.
"""

from __future__ import annotations

import os

import pytest
from conftest import ROOT, Newsroom
from gallery import CASES, TEXT

from factcheck.reports.words import error_lines

PAGE = ROOT / "docs" / "errors.md"
INTRODUCTION = """# What may be wrong with a claim file

Every message names the place, shows the line, says what is wrong and what to do. All errors of all
files come in one run, and what they do not concern is judged all the same. This page is written by
`tests/records/test_gallery.py` from the messages themselves.

The source of the examples:

"""


def messages(newsroom: Newsroom, claims: str | bytes) -> str:
    """What the program says of a claim file."""
    newsroom.source.write_text(TEXT, encoding="utf-8")
    (newsroom.folder / "latin.txt").write_bytes("Über 150 arrests".encode("latin-1"))
    newsroom.claims.write_bytes(claims if isinstance(claims, bytes) else claims.encode("utf-8"))
    return "\n".join(line for error in newsroom.load().errors for line in error_lines(error))


@pytest.mark.parametrize("name", CASES)
def test_what_is_wrong_is_said_with_its_place_and_never_stops_the_program(name: str, newsroom: Newsroom) -> None:
    """An error, not an exception; it names a file, and nothing in it reaches the terminal raw."""
    said = messages(newsroom, CASES[name])
    assert said.startswith(("claims.yaml:", "latin.txt:"))
    assert ": error: " in said
    assert "\x1b" not in said


def test_the_gallery_is_what_the_program_says(newsroom: Newsroom) -> None:
    """docs/errors.md holds every message as it is printed today."""
    page = [INTRODUCTION, *(f"> {line}\n" for line in TEXT.splitlines())]
    for name, claims in CASES.items():
        shown = claims.decode("latin-1") if isinstance(claims, bytes) else claims
        shown = shown if len(shown) < 600 else shown[:60] + " …\n"
        shown = shown.replace("\t", "→")
        page.append(f"\n## {name}\n\n```yaml\n{shown.rstrip()}\n```\n```text\n{messages(newsroom, claims)}\n```\n")
    text = "".join(page)
    if os.environ.get("FACTCHECK_ACCEPT"):
        PAGE.write_text(text, encoding="utf-8", newline="\n")
    assert PAGE.read_text(encoding="utf-8") == text


def test_a_file_may_have_an_error_on_every_line(newsroom: Newsroom) -> None:
    """Each is shown with its own line, and the file is cut into lines once for all of them."""
    claims = "claims:\n" + "".join(f"  c{at}: {at} goats\n" for at in range(30_000))
    errors = newsroom.write(TEXT, claims, add_source=False).load().errors
    assert len(errors) == 30_000
    assert all(error.excerpt == f"  c{at}: {at} goats" for at, error in enumerate(errors))


def test_all_errors_of_all_files_come_in_one_run(newsroom: Newsroom) -> None:
    """Two files, three errors, one run; and the rule that is sound is judged."""
    newsroom.write(
        TEXT, "claims:\n  arrests: 150 arrests\n  x: no such words\nrules:\n  - part: {part: y, whole: arrests}\n"
    )
    other = newsroom.folder / "other.yaml"
    other.write_text("claimz: {}\n", encoding="utf-8")
    from factcheck.records import load

    errors = load([newsroom.folder]).errors
    assert [error.path for error in errors] == ["claims.yaml", "claims.yaml", "other.yaml"]
