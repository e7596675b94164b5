"""
A value that a record gives itself, as text: read as prose is, but a bare number is always one.

In prose "2000" alone is probably a year; where a record is asked for a number it is that number.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.model.number import MAX_DIGITS, last_significant_place, parse_decimal
from factcheck.model.quantity import Quantity, Width
from factcheck.model.regex import regex
from factcheck.reader import read

_BARE = regex(r"[-−+]?\d{1,60}(?:,\d{3})*(?:\.\d{1,60})?")


def quantities_of(text: str, widths: Mapping[str, Width] | None = None) -> tuple[Quantity, ...]:
    """
    The quantities of a record's text; ``widths`` are those of hedges that the project decides itself.

    >>> [quantity.value for quantity in quantities_of("2000")]
    [2000]
    """
    bare = text.strip()
    if _BARE.fullmatch(bare) and sum(map(str.isdecimal, bare)) <= MAX_DIGITS:
        value, step = parse_decimal(bare.replace(",", "").replace("−", "-"))
        start = text.index(bare)
        end = start + len(bare)
        return (Quantity(bare, start, end, start, end, value, step, last_significant_place(value, step)),)
    return read(text, widths=widths).quantities
