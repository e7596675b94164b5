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
PathsOrTexts = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATH]...", help="Claim files, folders of them, or texts; - for a paste.", show_default="claims/"
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format", "-f", metavar="FORMAT", help=f"{', '.join(Format)}.", show_default="table in a terminal, else plain"
    ),
]
ReportOption = Annotated[
    list[str] | None,
    typer.Option(
        "--report", metavar="FORMAT[=PATH]", help="A report, to a file or to standard output; repeatable.",
        show_default=False,
    ),
]  # fmt: skip
SelectOption = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="KIND", help="Tell only findings of this kind; repeatable.", show_default=False),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="KIND", help="Let findings of this kind pass; repeatable.", show_default=False),
]
ConfigOption = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="The settings, instead of those found.", show_default=False),
]
ExcludeOption = Annotated[
    list[str] | None,
    typer.Option("--exclude", metavar="GLOB", help="Leave out files that match; repeatable.", show_default=False),
]
Pedantic = Annotated[
    bool, typer.Option("--pedantic", help="Tell too what is seldom a mistake: small numbers, what only may be meant.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Write nothing where nothing fails the run.")]
FailOnOption = Annotated[
    str | None,
    typer.Option(
        "--fail-on", metavar="LEVEL[,PROBLEM…]", show_default="error",
        help="The least severity that makes the exit status 1: error, warning, note, never; and problems that do "
        "whatever their severity.",
    ),
]  # fmt: skip
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
    Colour,
    typer.Option("--color", metavar="WHEN", help="auto, always or never; NO_COLOR and FORCE_COLOR go before it."),
]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Tell too what holds, and every number by name.")]
RootOption = Annotated[
    Path | None,
    typer.Option(
        "--root", metavar="DIR", help="The folder below which sources, evidence and baselines lie.",
        show_default="the repository's top, else see docs/security.md",
    ),
]  # fmt: skip
AllowOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--allow-path", metavar="PATH", help="What may be read outside of the root; may be repeated.",
        show_default="FACTCHECK_ALLOW_PATH",
    ),
]  # fmt: skip
