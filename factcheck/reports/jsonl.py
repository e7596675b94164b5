"""
JSON Lines: one finding a line, in the shape of ``json``, version 1; record errors after them.
"""

from __future__ import annotations

from factcheck.model.finding import Report
from factcheck.model.visible import in_json
from factcheck.reports.json import document
from factcheck.reports.style import Style


def render(report: Report, style: Style) -> str:
    """The findings as lines of JSON."""
    whole = document(report)
    rows = [*whole["findings"], *({"error": error} for error in whole["errors"])]
    return "".join(in_json(row) + "\n" for row in rows)
