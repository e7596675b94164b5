"""
The command line: one file a command; parse, call, write, exit.

What a command needs is imported where it runs: `--version` and completion cost no more than Typer.
"""

from __future__ import annotations

import io
import sys
from typing import Annotated

import typer

from factcheck.cli.baseline import app as baseline
from factcheck.cli.collector import uncollected
from factcheck.cli.compare import compare
from factcheck.cli.draft import draft
from factcheck.cli.explain import explain
from factcheck.cli.init import init
from factcheck.cli.listing import list_claims
from factcheck.cli.read import read
from factcheck.cli.requote import requote
from factcheck.cli.scan import scan
from factcheck.cli.schema import schema
from factcheck.cli.show import show
from factcheck.cli.verify import verify
from factcheck.model.version import VERSION

app = typer.Typer(
    name="factcheck",
    help="Check that the numbers in a text hang together.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.command("verify")(verify)
app.command("scan")(scan)
app.command("compare")(compare)
app.command("draft")(draft)
app.command("list")(list_claims)
app.command("show")(show)
app.command("requote")(requote)
app.command("read")(read)
app.command("explain")(explain)
app.command("schema")(schema)
app.command("init")(init)
app.add_typer(baseline, name="baseline")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"factcheck {VERSION}")
        raise typer.Exit


@app.callback()
def factcheck(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Check that the numbers in a text hang together."""


def main() -> None:
    """
    Run the command line.

    Exit status: 0 nothing found, 1 findings, 2 usage, configuration or record error, 3 nothing to judge.
    """
    if sys.stdout is None:  # closed by the shell (`>&-`): the exit status is all that is wanted
        sys.stdout = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    try:
        with uncollected():
            app()
    except BrokenPipeError:
        # The reader has seen enough (`| head`). Python would complain once more when it flushes.
        sys.stdout = None
        raise SystemExit(141) from None
