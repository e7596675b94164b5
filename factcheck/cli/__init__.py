"""
The command line: one file a command; parse, call, write, exit.

What a command needs is imported where it runs: `--version` and completion cost no more than Typer.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from factcheck.cli.annotate import annotate
from factcheck.cli.back import back
from factcheck.cli.collector import uncollected
from factcheck.cli.compare import compare
from factcheck.cli.draft import draft
from factcheck.cli.explain import explain
from factcheck.cli.group import Command, Group
from factcheck.cli.init import init
from factcheck.cli.judge import judge
from factcheck.cli.listing import list_claims
from factcheck.cli.output import tell
from factcheck.cli.read import read
from factcheck.cli.scan import scan
from factcheck.cli.schema import schema
from factcheck.cli.show import show
from factcheck.cli.stream import forget_output, standard_streams
from factcheck.cli.update import update
from factcheck.cli.verify import verify
from factcheck.model.version import VERSION
from factcheck.model.visible import named

COMMANDS: dict[str, Callable[..., None]] = {
    "verify": verify,
    "scan": scan,
    "compare": compare,
    "judge": judge,
    "draft": draft,
    "annotate": annotate,
    "list": list_claims,
    "show": show,
    "update": update,
    "back": back,
    "read": read,
    "explain": explain,
    "schema": schema,
    "init": init,
}
"""The commands by their names; help lists them in groups (``cli.group``)."""


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"factcheck {VERSION}")
        raise typer.Exit


def _factcheck(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Check that the numbers in a text hang together."""


def application(*names: str) -> typer.Typer:
    """
    The command line with some of its commands, or with all: Typer takes a millisecond or two to read the
    options of each, so that a run builds the one that it was called for.
    """
    its = typer.Typer(
        name="factcheck",
        cls=Group,
        help="Check that the numbers in a text hang together.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    its.callback()(_factcheck)
    for name in names or COMMANDS:
        its.command(name, cls=Command)(COMMANDS[name])
    return its


app = application()


def main() -> None:
    """
    Run the command line.

    Exit status: 0 nothing found, 1 findings, 2 usage, configuration or record error, or output that cannot be
    written, 3 nothing to judge.
    """
    # An option whose value may be left out is nothing that Typer has.
    sys.argv[1:] = ["--trace=all" if word == "--trace" else word for word in sys.argv[1:]]
    try:
        with standard_streams(), uncollected():
            (application(sys.argv[1]) if sys.argv[1:2] and sys.argv[1] in COMMANDS else app)()
    except BrokenPipeError:
        # The reader has seen enough (`| head`).
        forget_output()
        raise SystemExit(141) from None
    except OSError as error:
        # A disk that is full, most often under standard output; a run that cannot tell what it found has failed.
        forget_output()
        where = named(os.fsdecode(error.filename)) if error.filename else "The output"
        tell(f"{where} cannot be read or written: {error.strerror or error}")
        raise SystemExit(2) from None
    except Exception:
        # A mistake of the program's own. Python's status for it, 1, would say that there are findings.
        import traceback

        tell(traceback.format_exc())
        raise SystemExit(2) from None
