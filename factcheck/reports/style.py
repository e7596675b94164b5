"""
How a report is laid out.
"""

from __future__ import annotations

from factcheck.model.frozen import frozen


@frozen
class Style:
    """What a person asked for; nothing here changes a verdict."""

    verbose: bool = False
    """Whether what holds is told too, and the numbers by name."""
    width: int = 100
    """Of the terminal [columns]."""
    colour: bool = False
    """Whether the terminal shows colour; it never changes the layout."""
    pedantic: bool = False
    silenced: bool = False
    """Whether findings that are ignored, or known from a baseline, are told too."""
