"""
A small newsroom with one broken sum, and the program run in it, within this process.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from factcheck.cli import app

Command = Callable[..., Result]

TEXT = "The raids led to 12 arrests: seven in Rome and six in Milan.\n"
CLAIMS = """source: ../seeds/raids.txt
claims:
  arrests: 12 arrests
  by_city: {quote: seven in Rome and six in Milan, breakdown: city}
rules:
  - name: arrests
    balance: {whole: arrests, parts: by_city}
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the newsroom; it is the working directory, and no setting of the caller's holds in it."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "NO_COLOR", "FORCE_COLOR", "FACTCHECK_FAIL_ON"):
        monkeypatch.delenv(name, raising=False)
    for folder in ("seeds", "claims"):
        (tmp_path / folder).mkdir()
    (tmp_path / "seeds" / "raids.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "claims" / "raids.yaml").write_text(CLAIMS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def factcheck(desk: Path) -> Command:
    """Run the program in the newsroom."""
    return lambda *arguments: CliRunner().invoke(app, [str(its) for its in arguments])


def edit(path: Path, old: str, new: str) -> None:
    """Replace some words of a file that stand in it."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
