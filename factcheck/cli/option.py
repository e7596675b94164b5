"""
The options that several commands have in common.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """The formats of a report (``reports.FORMATS``; a test holds the two together)."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"
    JSONL = "jsonl"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    GITLAB = "gitlab"
    RDJSON = "rdjson"
    MARKDOWN = "markdown"
    HTML = "html"


class FailOn(StrEnum):
    """From which severity on findings make a run fail."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


class Colour(StrEnum):
    """When output is coloured."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[PATH]...", help="Claim files, or folders of them.", show_default="claims/"),
]
FormatOption = Annotated[
    Format | None, typer.Option("--format", "-f", help="How to report.", show_default="table in a terminal, else plain")
]
OutputOption = Annotated[
    list[str] | None,
    typer.Option(
        "--output", "-o", metavar="FORMAT[=PATH]", help="A report, to a file or to standard output; may be repeated.",
        show_default=False,
    ),
]  # fmt: skip
FailOnOption = Annotated[
    FailOn | None,
    typer.Option("--fail-on", help="The least severity that makes the exit status 1.", show_default="error"),
]
BaselineOption = Annotated[
    Path | None,
    typer.Option("--baseline", metavar="FILE", help="Report only what this file does not know.", show_default=False),
]
UpdateOption = Annotated[
    bool,
    typer.Option("--update-baseline", help="Add to the baseline what is new, and drop from it what is gone."),
]
SilencedOption = Annotated[
    bool, typer.Option("--show-silenced", help="Put what is ignored or known into sarif and json, marked.")
]
ShowSettings = Annotated[bool, typer.Option("--show-settings", help="Tell every setting and where it is from; stop.")]
ColourOption = Annotated[
    Colour, typer.Option("--color", help="When to colour; NO_COLOR and FORCE_COLOR in the environment go before it.")
]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Tell too what holds, and every number by name.")]
