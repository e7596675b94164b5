"""
What `--help` looks like: three groups, whole sentences at 80 columns, one way to write what is to be given.
"""

from __future__ import annotations

import re

import pytest
from typer.testing import CliRunner

from factcheck.cli import COMMANDS, app
from factcheck.cli.group import GROUPS


def said(*arguments: str) -> str:
    """What help prints at 80 columns."""
    return CliRunner().invoke(app, [*arguments, "--help"], env={"COLUMNS": "80", "TERMINAL_WIDTH": "80"}).stdout


def test_every_command_stands_in_one_group() -> None:
    """A command that is added is listed."""
    assert sorted(name for names in GROUPS.values() for name in names) == sorted(COMMANDS)


def test_every_summary_is_whole() -> None:
    """A sentence that is cut tells nobody what the command does."""
    lines = said().splitlines()
    for name in COMMANDS:
        (line,) = [line for line in lines if line.startswith(f"  {name} ")]
        assert line.endswith(".") and "..." not in line, line


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_to_be_given_is_written_in_capitals(name: str) -> None:
    """PATH and [PATH], never <path>, {path} or path."""
    text = said(name)
    assert not re.search(r"[<{]", text.partition("Arguments:")[0] + text.partition("Options:")[2])
    usage = re.sub(r"Usage: \S+ \w+ \[OPTIONS\]", "", text.splitlines()[0])
    assert usage == usage.upper()


def test_an_option_means_the_same_in_every_command() -> None:
    """The help of an option is one, but where it names what may be chosen."""
    told: dict[str, set[str]] = {}
    for name in COMMANDS:
        text = re.sub(r"\n {10,}", " ", said(name).partition("Options:")[2])
        for option, words in re.findall(r"(?m)^  (?:-\w, )?(--[\w-]+)(?: [A-Z\[][^ ]*)? {1,}(.+)$", text):
            told.setdefault(option, set()).add(" ".join(words.split()))
    several = {option for option, words in told.items() if len(words) > 1} - {"--format", "--require"}
    assert not several, {option: told[option] for option in several}
