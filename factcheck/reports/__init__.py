"""
Reports: findings in, text out. One file a format; each sees findings, never the engine.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable

from factcheck.model.finding import Report
from factcheck.reports.style import Style

FORMATS = ("table", "plain", "json", "jsonl", "sarif", "junit", "github", "gitlab", "rdjson", "markdown", "html")
"""Every format, each a module with ``render(report, style)``."""


def renderer(name: str) -> Callable[[Report, Style], str]:
    """
    The function that renders a format.

    Raises KeyError where there is no such format.
    """
    if name not in FORMATS:
        raise KeyError(name)
    render: Callable[[Report, Style], str] = importlib.import_module(f"factcheck.reports.{name}").render
    return render
