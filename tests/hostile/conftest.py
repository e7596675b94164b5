"""
A small newsroom on disk, and the program run in it as a person would: a process with its own streams. The
generators of `benchmarks/` are at hand: what is run at length by hand or at night is run shortly here.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT
from typer.testing import CliRunner

from factcheck.cli import app

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

Run = Callable[..., "subprocess.CompletedProcess[str]"]

TEXT = "The raids led to 12 arrests: seven in Rome and six in Milan.\n"
CLAIMS = """source: ../seeds/raids.txt
claims:
  arrests: 12 arrests
  by_city: {quote: seven in Rome and six in Milan, breakdown: city}
rules:
  - balance: {whole: arrests, parts: by_city}
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a newsroom with one broken sum; it is the working directory."""
    folder = tmp_path / "desk"
    for name in ("seeds", "claims"):
        (folder / name).mkdir(parents=True)
    (folder / "seeds" / "raids.txt").write_text(TEXT, encoding="utf-8")
    (folder / "claims" / "raids.yaml").write_text(CLAIMS, encoding="utf-8")
    monkeypatch.chdir(folder)
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "FACTCHECK_ALLOW_PATH", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def factcheck(desk: Path) -> Run:
    """Run the program within this process, where no stream and no limit of the system is at stake."""

    def command(line: str, **more: str) -> subprocess.CompletedProcess[str]:
        done = CliRunner().invoke(app, shlex.split(line), env=more)
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return subprocess.CompletedProcess(line, done.exit_code, done.stdout, done.stderr)

    return command


@pytest.fixture
def run(desk: Path) -> Run:
    """Run a command line of a shell, in which `factcheck` is the program; with little time and no tracebacks."""

    def command(line: str, **more: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **more}
        program = f'factcheck() {{ "{sys.executable}" -m factcheck "$@"; }}\n'
        done = subprocess.run(
            ["bash", "-c", program + line], cwd=desk, env=environment, capture_output=True, timeout=60, check=False
        )
        out, errors = (its.decode("utf-8", "backslashreplace") for its in (done.stdout, done.stderr))
        assert "Traceback" not in out + errors, errors
        return subprocess.CompletedProcess(line, done.returncode, out, errors)

    return command
