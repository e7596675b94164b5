"""
The README and the docs run: every ```console block with `$ factcheck …` prints what stands below it.

A block works in a copy of `seeds/` and `claims/`; `<!-- planted: old → new -->` above it edits the
article first. A line of “…” alone stands for any lines. `FACTCHECK_ACCEPT=1` writes what is printed.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main
import yaml
from conftest import ROOT

from factcheck.checks import KINDS, check
from factcheck.cli import app
from factcheck.config.key import FINDING_KINDS
from factcheck.discover import PATTERNS, manual
from factcheck.discover.templates import TEMPLATES, template
from factcheck.engine.silence import OWN_KINDS
from factcheck.records import load
from factcheck.reports import FORMATS
from factcheck.reports.kind import about

PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "benchmarks").glob("*.md")),
    *sorted((ROOT / "docs").glob("*.md")),
]
BLOCK = re.compile(r"((?:<!-- planted: .+? -->\n)*)```console\n(.*?)```", re.DOTALL)
TOP = typer.main.get_command(app).commands  # type: ignore[attr-defined]
COMMANDS = sorted(
    [*TOP, *(f"{name} {below}" for name, group in TOP.items() for below in getattr(group, "commands", ()))]
)


def ran(command: str, folder: Path, width: int = 100) -> str:
    """What a command prints, on standard output and error together."""
    words = shlex.split(command)
    assert words[0] == "factcheck", f"only factcheck is run: {command}"
    environment = {
        **os.environ,
        "COLUMNS": str(width),
        "PYTHONIOENCODING": "utf-8",
        "PYTHONPATH": str(ROOT),
        "TERMINAL_WIDTH": str(width),
    }
    for name in ("GITHUB_ACTIONS", "NO_COLOR", "FORCE_COLOR"):
        environment.pop(name, None)
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *words[1:]],
        cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, timeout=120,
    )  # fmt: skip
    return done.stdout.decode("utf-8").replace("\r\n", "\n")


def newsroom(folder: Path, planted: str) -> Path:
    """A copy of the repository's source and record, edited."""
    for name in ("seeds", "claims"):
        shutil.copytree(ROOT / name, folder / name)
    article = folder / "seeds" / "dark-huntor.txt"
    for old, new in re.findall(r"<!-- planted: (.+?) → (.+?) -->", planted):
        text = article.read_text(encoding="utf-8")
        assert old in text
        article.write_text(text.replace(old, new), encoding="utf-8", newline="")
    return folder


def agrees(expected: str, printed: str) -> bool:
    """Whether an output is the one shown, “…” lines standing for anything."""
    parts = re.split(r"^…\n", expected, flags=re.M)
    return re.fullmatch(".*".join(map(re.escape, parts)), printed, re.DOTALL) is not None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_command_of_a_page_prints_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    """Nothing in the docs is invented."""
    text, count = page.read_text(encoding="utf-8"), 0

    def block(match: re.Match[str]) -> str:
        nonlocal count
        lines = re.split(r"^\$ (.+)\n", match[2], flags=re.M)
        if len(lines) < 3:
            return match[0]
        count += 1
        folder = newsroom(tmp_path / str(count), match[1])
        shown = [lines[0]]
        for command, expected in zip(lines[1::2], lines[2::2], strict=True):
            printed = ran(command, folder)
            shown.append(f"$ {command}\n{expected if agrees(expected, printed) else printed}")
        return f"{match[1]}```console\n{''.join(shown)}```"

    renewed = BLOCK.sub(block, text)
    if os.environ.get("FACTCHECK_ACCEPT"):
        page.write_text(renewed, encoding="utf-8", newline="\n")
        text = renewed
    assert renewed == text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_yaml_block_of_a_page_is_yaml(page: Path) -> None:
    """A reader pastes them. The gallery of errors shows YAML that is wrong on purpose."""
    if page.name == "errors.md":
        assert "error:" in page.read_text(encoding="utf-8")
        return
    for block in re.findall(r"```yaml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
        assert yaml.compose(block) is not None


def test_the_widths_of_the_page_on_rounding_are_as_it_says(tmp_path: Path) -> None:
    """The settings are read, and "about 234" is what the comment beside them says."""
    settings = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / "rounding.md").read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "factcheck.toml").write_text("".join(settings), encoding="utf-8")
    (tmp_path / "claims.yaml").write_text("claims:\n  a: {value: about 234 kg, because: example}\n", encoding="utf-8")
    shown = re.search(r"# 234 may be (.+)", settings[0])
    assert shown
    low, high = shown[1].split(" to ")
    assert f"{low} kg to {high} kg" in ran("factcheck show a claims.yaml", tmp_path)


def test_every_link_between_the_pages_leads_somewhere() -> None:
    """Relative links only; others are not ours to test."""
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented_with_its_options(command: str) -> None:
    """docs/commands.md holds the help of each command, as it is printed."""
    assert f"$ factcheck {command} --help" in (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def test_only_commands_that_exist_are_documented() -> None:
    """The other way round."""
    shown = re.findall(
        r"^\$ factcheck ([a-z]+(?: [a-z]+)?) --help", (ROOT / "docs" / "commands.md").read_text(encoding="utf-8"), re.M
    )
    assert sorted(shown) == COMMANDS


def test_the_page_of_checks_is_made_from_their_manuals() -> None:
    """docs/checks.md is generated; a changed manual is a changed page."""
    parts = ["# Check kinds\n\nMade from the manuals of the checks (`factcheck explain KIND`); every example is run.\n"]
    parts += [f"\n## {kind}\n\n```text\n{check(kind).manual}\n```\n" for kind in KINDS]
    page, text = ROOT / "docs" / "checks.md", "".join(parts)
    if os.environ.get("FACTCHECK_ACCEPT"):
        page.write_text(text, encoding="utf-8", newline="\n")
    assert page.read_text(encoding="utf-8") == text


def test_the_page_of_patterns_is_made_from_their_manuals() -> None:
    """docs/patterns.md too: the relations over facts, an index of them on top, then the lists, layouts and dates."""
    manuals = {name: (template(name).__doc__ or "").strip() for name in TEMPLATES}
    others = {name: manual(name) for name in PATTERNS}
    head = (
        "# What a scan looks for\n\nMade from the manuals of the templates, which look at facts ([facts.md](facts.md)),"
        " and of the patterns of lists, layouts and dates; every example is run. Above a text that is found stand the"
        " kind of the relation and its numbers.\n\n"
    )
    parts = [head, *(f"* [{name}](#{name}): {text.splitlines()[0]}\n" for name, text in (manuals | others).items())]
    parts += [f"\n## {name}\n\n```text\n{text}\n```\n" for name, text in (manuals | others).items()]
    page, text = ROOT / "docs" / "patterns.md", "".join(parts)
    if os.environ.get("FACTCHECK_ACCEPT"):
        page.write_text(text, encoding="utf-8", newline="\n")
    assert page.read_text(encoding="utf-8") == text


def test_every_format_and_exit_status_is_documented() -> None:
    """A format that nobody can find is not there."""
    pages = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert [name for name in FORMATS if f"`{name}`" not in pages] == []
    assert all(f"{status} " in pages for status in range(4))


def test_every_kind_of_finding_is_documented_and_no_other() -> None:
    """Those that are no check's stand in a table of the page on formats; each has words for rules of SARIF."""
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8").partition("## Kinds of findings")[2]
    others = [kind for kind in FINDING_KINDS if kind not in KINDS] + [*OWN_KINDS]
    assert sorted(re.findall(r"^\| `(\w+)` \|", page, re.M)) == sorted([*others, "record"])
    assert all(kind not in about(kind) for kind in others)


def test_what_init_writes_verifies_as_written(tmp_path: Path) -> None:
    """A starter that fails would be a bad start."""
    printed = ran("factcheck init .", tmp_path)
    assert "wrote claims/first.yaml" in printed
    claim_set = load([tmp_path / "claims"])
    assert claim_set.errors == ()
    assert len(claim_set.rules) == 3
    assert "3 rules hold" in ran("factcheck verify", tmp_path)
    assert "exists already; nothing was written" in ran("factcheck init .", tmp_path)
