"""
What was found of one number of an answer, and how a value is written in its stead.
"""

from __future__ import annotations

from factcheck.gate.grid import Cell
from factcheck.model.finding import Problem
from factcheck.model.frozen import frozen
from factcheck.model.number import Rational, divide, grouped, plain, power_of_ten, whole
from factcheck.model.quantity import Quantity

_WORDS = (("trillion", 10**12), ("billion", 10**9), ("million", 10**6), ("thousand", 1000))


@frozen
class Held:
    """A number, and what holding it against sources gave."""

    quantity: Quantity
    problem: Problem | None
    """``None`` where it is supported."""
    why: str = ""
    expected: str = ""
    """What would stand in its place; empty where no one value follows."""
    cells: tuple[Cell, ...] = ()
    matched: bool = True
    """Whether the words name what it is of."""


def grouped_as(value: Rational, quantity: Quantity) -> str:
    """
    A value as the number is written: its unit, its scale word, its decimal places.

    >>> from factcheck.reader import read
    >>> grouped_as(5_300_000, read("$4.1 million").quantities[0])
    '$5.3 million'
    """
    words = quantity.text[quantity.number_start - quantity.start : quantity.number_end - quantity.start]
    scale = next((size for word, size in _WORDS if word in words.lower()), 1) if quantity.scaled else 1
    amount = divide(
        whole(value - (quantity.unit.offset if quantity.unit else 0)), quantity.unit.factor if quantity.unit else 1
    )
    step = quantity.step or 1
    rounded = whole(round(divide(amount, step)) * step) if step else amount
    digits = _digits(divide(rounded, scale), divide(step, scale))
    first = next((at for at, sign in enumerate(words) if sign.isnumeric()), None)
    if first is None:
        return digits
    last = first
    while last < len(words) and (
        words[last].isnumeric() or (words[last] in ",." and words[last + 1 : last + 2].isnumeric())
    ):
        last += 1
    return f"{words[:first]}{digits}{words[last:]}"


def _digits(value: Rational, step: Rational) -> str:
    """A number with as many places as a step has: 5.0 by tenths."""
    places = next((at for at in range(9) if whole(step * power_of_ten(at)) >= 1), 0)
    text = grouped(value, places) if value >= 10_000 or places == 0 else plain(value)
    if places and "/" not in text:
        front, _, back = text.partition(".")
        text = f"{front}.{back.ljust(places, '0')}"
    return text
