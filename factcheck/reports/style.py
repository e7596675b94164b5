"""
How a report is laid out; and text of others made safe to print.
"""

from __future__ import annotations

from factcheck.model.frozen import frozen
from factcheck.model.regex import regex

_CONTROL = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]")


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


def visible(text: str) -> str:
    """
    Text of a source on one line, with its control characters shown instead of sent: a source may hold
    what clears a terminal, or turns a line around (Trojan Source, CVE-2021-42574).

    >>> visible("a\\x1b[2Jb")
    'a\\\\x1b[2Jb'
    """
    return shown(" ".join(text.split()))


def shown(text: str) -> str:
    """
    Text with its lines and spaces kept, and the same characters shown.

    >>> shown("a\\n  b\\u202ec")
    'a\\n  b\\\\u202ec'
    """
    return _CONTROL.sub(lambda match: _escaped(match[0]), text)


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
