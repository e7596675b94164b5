"""
JSON Lines: one finding a line, in the shape of ``json``, version 1; record errors after them.
"""

from __future__ import annotations

import json

from factcheck.model.finding import Report
from factcheck.reports.json import document
from factcheck.reports.style import Style


def render(report: Report, style: Style) -> str:
    """The findings as lines of JSON."""
    whole = document(report)
    rows = [*whole["findings"], *({"error": error} for error in whole["errors"])]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
