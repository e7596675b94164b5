"""
Pictures as numbers: the parts of a balance stacked against the whole, and the bar that a terminal shows.

    ██████████▓▓▓████████▓▓┃▒▒▒▒▒▒     the parts end beyond the whole (┃): too much
    ██████████▓▓▓█████░░░░░░░░░░░░┃    they end before it: something is missing
"""

from __future__ import annotations

from factcheck.model.finding import Entry, Finding
from factcheck.model.frozen import frozen
from factcheck.model.interval import Interval
from factcheck.model.number import Rational
from factcheck.model.quantity import show
from factcheck.model.unit import Unit


@frozen
class Stack:
    """Parts one after the other, and the whole that they are held against, in one unit."""

    parts: tuple[tuple[Entry, Rational], ...]
    together: Entry
    stated: Entry
    total: Rational
    whole: Rational


def stack_of(finding: Finding) -> Stack | None:
    """The parts and the whole of a finding's sum; ``None`` where it is no sum of things above 0."""
    at = next((at for at, entry in enumerate(finding.ledger) if entry.total), None)
    if at is None or at < 2 or len(finding.ledger) != at + 2:
        return None
    together, stated = finding.ledger[at], finding.ledger[at + 1]
    parts = [(entry, entry.amount) for entry in finding.ledger[:at] if entry.amount is not None and entry.amount > 0]
    if len(parts) != at or stated.amount is None or stated.amount <= 0:
        return None
    total = sum(amount for _, amount in parts)
    if total != together.amount:
        return None
    return Stack(tuple(parts), together, stated, total, stated.amount)


def bar(stack: Stack, width: int) -> tuple[str, str, str]:
    """
    A stack as one line of so many cells: the parts within the whole, the gap, and the mark of the whole.

    Of too much the mark stands before the gap, of too little behind it.

    >>> entry = Entry("", "")
    >>> "".join(bar(Stack(((entry, 4), (entry, 4)), entry, entry, 8, 6), 9))
    '████▓▓┃▒▒'
    >>> "".join(bar(Stack(((entry, 4), (entry, 2)), entry, entry, 6, 8), 9))
    '████▓▓░░┃'
    """
    scale, cells = max(stack.total, stack.whole), width - 1
    inside = _cell(min(stack.total, stack.whole), scale, cells)
    line = ""
    reached: Rational = 0
    for number, (_, amount) in enumerate(stack.parts):
        reached += amount
        upto = min(_cell(reached, scale, cells), inside)
        line += "█▓"[number % 2] * (upto - len(line))
    gap = cells - inside
    if stack.total > stack.whole:
        return f"{line}┃", "▒" * max(gap, 1), ""
    return line, "░" * (max(gap, 1) if stack.total < stack.whole else gap), "┃"


def _cell(value: Rational, scale: Rational, cells: int) -> int:
    """The nearest cell of a value."""
    return int((2 * value * cells + scale) // (2 * scale))


def words_of(values: Interval, unit: Unit | None) -> str:
    """
    An interval for a person.

    >>> words_of(Interval(233, 235), None), words_of(Interval(5, None, True), None)
    ('233 to 235', 'more than 5')
    """
    lower, upper = values.lower, values.upper
    if lower is None and upper is None:
        return "any number"
    if lower is None:
        assert upper is not None
        return f"{'less than' if values.upper_open else 'at most'} {show(upper, unit)}"
    if upper is None:
        return f"{'more than' if values.lower_open else 'at least'} {show(lower, unit)}"
    return show(lower, unit) if lower == upper else f"{show(lower, unit)} to {show(upper, unit)}"
