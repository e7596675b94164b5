"""
Quantities as JSON Lines: the contract of `factcheck read`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from factcheck.model.document import Document
from factcheck.model.number import Rational, plain
from factcheck.model.quantity import Quantity
from factcheck.model.visible import in_json

_CHUNK = 4000
"""So many quantities are written at a time."""
_PLACES = 10**12


def by_line(document: Document, quantities: Iterable[Quantity]) -> Iterator[str]:
    """The quantities in the order of the text, in pieces of many lines; offsets are in the line."""
    rows: list[str] = []
    starts, line = document.line_starts, 0
    for quantity in quantities:
        while line + 1 < len(starts) and starts[line + 1] <= quantity.start:
            line += 1
        rows.append(in_json(row(quantity, line + 1, starts[line])) + "\n")
        if len(rows) == _CHUNK:
            yield "".join(rows)
            rows = []
    yield "".join(rows)


def row(quantity: Quantity, line: int, start: int) -> dict[str, object]:
    """A quantity as the values of its JSON; a range has no value but both ends."""
    unit, place = quantity.unit, quantity.place
    return {
        "line": line,
        "text": quantity.text,
        "start": quantity.start - start,
        "end": quantity.end - start,
        "value": _decimal(quantity.value),
        "lower": _decimal(quantity.lower),
        "upper": _decimal(quantity.upper),
        "unit": unit.name if unit else None,
        "counted": quantity.counted,
        "modifier": quantity.modifier.value,
        "direction": quantity.direction.value if quantity.direction else None,
        "place": place.text if place else None,
    }


def _decimal(value: Rational | None) -> str | None:
    """An exact decimal; of a fraction that has none ("a third"), its first twelve places."""
    if value is None:
        return None
    text = plain(value)
    return plain(Fraction(round(value * _PLACES), _PLACES)) if "/" in text else text
