"""
What all tests share: a newsroom on disk (a source and its claim file), and examples out of manuals.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from factcheck.discover import manual
from factcheck.engine import evaluate
from factcheck.model.claim import ClaimSet
from factcheck.model.finding import Finding, Report, Verdict
from factcheck.records import load

ROOT = Path(__file__).parent.parent


@dataclass
class Newsroom:
    """A folder with one source and one claim file, as a desk keeps them."""

    folder: Path

    @property
    def source(self) -> Path:
        return self.folder / "source.txt"

    @property
    def claims(self) -> Path:
        return self.folder / "claims.yaml"

    def write(self, text: str, claims: str, *, add_source: bool = True) -> Newsroom:
        """Lay down a source and a claim file; `source:` is added where the claim file names none."""
        self.source.write_bytes(text.encode("utf-8"))
        lead = "source: source.txt\n" if add_source and not re.search(r"^sources?:", claims, re.M) else ""
        self.claims.write_bytes((lead + textwrap.dedent(claims)).encode("utf-8"))
        return self

    def load(self) -> ClaimSet:
        return load([self.claims])

    def verify(self) -> Report:
        return evaluate(self.load())


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """A newsroom that is the working directory, so that paths in reports are short."""
    monkeypatch.chdir(tmp_path)
    return Newsroom(Path())


@pytest.fixture
def verify(newsroom: Newsroom) -> Callable[[str, str], Report]:
    """Judge a claim file against a text."""
    return lambda text, claims: newsroom.write(text, claims).verify()


def broken(report: Report) -> list[Finding]:
    """The findings that say something is wrong."""
    return [finding for finding in report.findings if finding.verdict == Verdict.INCONSISTENT]


def examples(manual: str) -> Iterator[tuple[str, str, str]]:
    """The examples of a check's manual: the heading ("Holds…", "Does not hold…"), the text, the claim file."""
    parts = re.split(r"^((?:Holds|Does not hold)[^\n]*:)\n", manual, flags=re.M)
    for heading, body in zip(parts[1::2], parts[2::2], strict=True):
        block = re.match(r"\n((?:    [^\n]*\n?|\n)+)", body)
        assert block, f"no example below {heading!r}"
        text, _, claims = textwrap.dedent(block[1]).partition("---\n")
        yield heading, text.strip() + "\n", claims


def pattern_examples(name: str, heading: str) -> list[str]:
    """The texts below a heading ("Finds", "Leaves alone") of a pattern's manual."""
    parts = re.split(r"(?m)^(Finds|Leaves alone):\n", manual(name))
    block = next((parts[at + 1] for at, its in enumerate(parts) if its == heading), "")
    return [its.strip() for its in re.split(r"(?m)^---$", textwrap.dedent(block))]
