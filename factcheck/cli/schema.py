"""
``factcheck schema``: the JSON Schemas of what is written by hand and of what other programs read.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Shape(StrEnum):
    """What has a schema."""

    CLAIMS = "claims"
    REPORT = "report"


def schema(
    shape: Annotated[
        Shape,
        typer.Argument(metavar="SUBJECT", help="claims: a claim file, for editors; report: what --format json prints."),
    ] = Shape.CLAIMS,
) -> None:
    """
    Print the JSON Schema of a claim file, or of a report as JSON.

    Exit status: 0; 2 where there is no such schema.
    """
    from factcheck.cli.output import write_exactly

    if shape == Shape.REPORT:
        from importlib.resources import files

        # Read from the package, byte for byte: it is what reports are tested against.
        write_exactly((files("factcheck.reports") / "report.schema.json").read_text(encoding="utf-8"))
        return
    import json

    from factcheck.records.schema import schema as claim_schema

    write_exactly(json.dumps(claim_schema(), ensure_ascii=False, indent=2) + "\n")
