"""
``factcheck schema``: the JSON Schema of a claim file.
"""

from __future__ import annotations


def schema() -> None:
    """Print the JSON Schema (draft-07) of a claim file, for editors."""
    import json

    from factcheck.cli.output import write
    from factcheck.records.schema import schema as claim_schema

    write(json.dumps(claim_schema(), ensure_ascii=False, indent=2) + "\n")
