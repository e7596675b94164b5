"""
``factcheck explain``: the manual of a check kind.
"""

from __future__ import annotations

from typing import Annotated

import typer


def explain(
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="A check kind; without one, all of them in a line each.")
    ] = "",
) -> None:
    """
    Explain a check kind: what it means, and when to use it.

    With examples that hold and that do not.

    Exit status: 0; 2 where there is no such kind.
    """
    from factcheck.checks import KINDS, check
    from factcheck.cli.output import tell, write
    from factcheck.model.wording import did_you_mean

    if not kind:
        write("".join(f"{name:12}{check(name).summary}\n" for name in KINDS))
        return
    try:
        write(check(kind).manual + "\n")
    except KeyError:
        tell(f"There is no check kind “{kind}”. {did_you_mean(kind, KINDS)}")
        raise typer.Exit(2) from None
