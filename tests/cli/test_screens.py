"""
The screens, each at 40, 80 and 120 columns, as golden files: a change of what a person sees is seen in review.

`FACTCHECK_ACCEPT=1` writes them anew.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from conftest import ROOT
from typer.testing import CliRunner

from factcheck.cli import app

SCREENS = Path(__file__).parent / "screens"
WIDTHS = (40, 80, 120)
ARTICLE = "seeds/dark-huntor.txt"
EVIDENCE = '\n    evidence: [{from: "telephone, press office", by: news desk, date: 2021-10-27, says: 45 firearms}]'
CASES: dict[str, tuple[list[str], dict[str, list[tuple[str, str]]]]] = {
    "verify-planted": (["verify", "-f", "table"], {ARTICLE: [("47 in Germany", "74 in Germany")]}),
    "verify-clean": (["verify", "-f", "table"], {}),
    "verify-edited": (
        ["verify", "-f", "table"],
        {
            ARTICLE: [("45 firearms", "54 firearms"), ("the arrest of 150 individuals", "the arrest of 150 people")],
            "claims/dark-huntor.yaml": [("firearms: 45 firearms", "firearms:\n    quote: 45 firearms" + EVIDENCE)],
        },
    ),
    "verify-a-text": (["verify", "-f", "table", "text.txt"], {}),
    "verify-an-error": (
        ["verify", "-f", "table"],
        {"claims/dark-huntor.yaml": [("the arrest of 150 individuals", "police arrested nobody in the raids")]},
    ),
    "scan-one-slip": (["scan", "-f", "table", "text.txt"], {}),
    "scan-planted": (["scan", "-f", "table", ARTICLE], {ARTICLE: [("47 in Germany", "74 in Germany")]}),
    "scan-little-tested": (["scan", "-f", "table", "turnout.txt"], {}),
    "scan-nothing-read": (["scan", "-f", "table", "unread"], {}),
    "compare": (["compare", "-f", "table", "seeds/rewrite.txt", ARTICLE], {}),
    "list": (
        ["list", "-f", "table"],
        {"claims/dark-huntor.yaml": [("firearms: 45 firearms", "firearms:\n    quote: 45 firearms" + EVIDENCE)]},
    ),
    "list-a-text": (["list", "-f", "table", "seeds/rewrite.txt"], {}),
    "show": (["show", "-f", "table", "drugs.total"], {}),
    "show-of-a-text": (["show", "-f", "table", "over 500 pounds", "seeds/rewrite.txt"], {}),
}
TEXTS = {
    "text.txt": "Revenue of $48.2 million was up 12% from $42.1 million a year earlier.\n",
    "turnout.txt": "Turnout was 61.2 percent: 612,000 of the 1.2 million registered voters.\n",
    "unread/b.bin": "?",
}


@pytest.fixture(scope="module")
def rooms(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """For each screen a newsroom with its edits."""
    made = {}
    for name, (_, edits) in CASES.items():
        folder = tmp_path_factory.mktemp(name)
        for below in ("seeds", "claims"):
            shutil.copytree(ROOT / below, folder / below)
        (folder / "unread").mkdir()
        for path, text in TEXTS.items():
            (folder / path).write_text(text, encoding="utf-8")
        for path, pairs in edits.items():
            text = (folder / path).read_text(encoding="utf-8")
            for old, new in pairs:
                assert old in text, f"{name}: {old}"
                text = text.replace(old, new)
            (folder / path).write_text(text, encoding="utf-8", newline="")
        made[name] = folder
    return made


def screen(name: str, width: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """What a person sees: output, then what is told on standard error, then the status."""
    for key in ("GITHUB_ACTIONS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(key, raising=False)
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.chdir(folder)
    done = CliRunner().invoke(app, CASES[name][0])
    return f"{done.stdout}{done.stderr}exit status {done.exit_code}\n"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", CASES)
def test_a_screen_is_as_it_was(name: str, width: int, rooms: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole of it, with the exit status."""
    seen = screen(name, width, rooms[name], monkeypatch)
    path = SCREENS / f"{name}-{width}.txt"
    if os.environ.get("FACTCHECK_ACCEPT"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(seen, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == seen


def test_every_golden_screen_is_one_of_a_case() -> None:
    """A screen that is gone leaves no file behind."""
    assert {path.name for path in SCREENS.iterdir()} == {f"{name}-{width}.txt" for name in CASES for width in WIDTHS}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", CASES)
def test_no_line_of_a_report_is_wider_than_the_terminal(name: str, width: int) -> None:
    """What is told on standard error is folded by the terminal; a report folds itself."""
    report = (SCREENS / f"{name}-{width}.txt").read_text(encoding="utf-8")
    told = ("exit status", "Not read", "There is no text", "1 error", "2 errors", "One error")
    for line in report.splitlines():
        assert len(line) <= width or line.startswith(told), line
