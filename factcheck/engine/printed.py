"""
From the values that a rule needs to the values that may be printed, and back.

A printed 152.1 may stand for [152.05, 152.15]; so if the rules need 152.17, printed may be 152.2.
The needed values are in base units, printed ones in the quantity's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.engine.judge import clash
from factcheck.model.interval import ENTIRE, Interval
from factcheck.model.number import Rational, divide, last_significant_place, whole
from factcheck.model.quantity import Quantity
from factcheck.model.reading import Reading, interval, is_round
from factcheck.model.stated import Printing

LOOSEST = Reading.OPEN_LIST
"""The loosest reading that a consistent relation may need."""


def reprinted(printing: Printing, value: Rational, step: Rational | None = None) -> Printing:
    """The same printing with another value, of the same precision unless ``step`` says otherwise."""
    step = printing.quantity.step if step is None else step
    significant = last_significant_place(value, step)
    return replace(printing, quantity=replace(printing.quantity, value=value, step=step, significant=significant))


def may_mean(printing: Printing, needed: Interval) -> bool:
    """Whether a printing can stand for one of the values needed [base unit]."""
    return printing.interval(LOOSEST).meets(needed)


def fitting(printing: Printing, needed: Interval, roughly: bool = False) -> Interval:
    """
    The values, in the printed unit, that may be printed for those needed [base unit].

    The slack is that of the value printed now; with ``roughly`` a round number counts as meant
    roughly, which another value need not be: ask ``may_mean`` then.

    >>> from fractions import Fraction
    >>> number = Printing(Quantity("152.1", 0, 5, 0, 5, Fraction(1521, 10), Fraction(1, 10), Fraction(1, 10)))
    >>> str(fitting(number, Interval.point(150)))
    '[2999/20, 3001/20]'
    """
    quantity = printing.quantity
    in_unit = to_printed(quantity, needed)
    if quantity.value is None:
        return in_unit
    rough = roughly or is_plain(printing)
    meant = interval(quantity, LOOSEST if rough else Reading.ROUNDING, printing.precision)
    # What is exact fits itself alone: spared the arithmetic, for most numbers of a table are.
    return in_unit if meant.is_point else in_unit - meant.shifted(-quantity.value)


def is_plain(printing: Printing) -> bool:
    """Whether ``fitting`` says the same roughly and strictly: it is hedged, or not round, or of given precision."""
    quantity = printing.quantity
    return quantity.hedge is not None or printing.precision is not None or not is_round(quantity)


def to_printed(quantity: Quantity, values: Interval) -> Interval:
    """Values in base units, in the quantity's unit."""
    unit = quantity.unit
    return values.shifted(-unit.offset).scaled(divide(1, unit.factor)) if unit else values


def printable(quantity: Quantity, fits: Interval) -> Interval | None:
    """
    The values among those that can be printed at all; ``None`` where none is left.

    Things that are counted come in whole numbers. They, measures and money without a sign, and what the
    words say to rise or fall ("up 47 percent") are not below 0, but for temperatures.

    >>> from fractions import Fraction
    >>> number = Quantity("47", 0, 2, 0, 2, value=47, step=1, significant=1)
    >>> printable(number, Interval.point(Fraction(1, 2))), printable(number, Interval.point(-3))
    (None, None)
    """
    if quantity.value is None:
        return fits
    unit = quantity.unit
    measured = unit is not None and not unit.offset and (unit.dimension or quantity.direction is not None)
    unsigned = quantity.value >= 0 and (quantity.counts or measured)
    positive = fits.meeting(Interval(0, None)) if unsigned else fits
    return positive if positive is not None and (not quantity.counts or positive.holds_whole_number()) else None


def in_steps(quantity: Quantity, fits: Interval) -> Interval:
    """
    The same values, from the first to the last that has the printed precision; as they are where none has.

    >>> from fractions import Fraction
    >>> number = Quantity("216", 0, 3, 0, 3, value=216, step=1, significant=1)
    >>> str(in_steps(number, Interval(None, Fraction(2415, 100))))
    '(−∞, 24]'
    """
    step = quantity.step
    if not step:
        return fits
    lower, upper = fits.lower, fits.upper
    if lower is not None:
        first = -(-divide(lower, step) // 1)
        lower = whole((first + (fits.lower_open and first * step == lower)) * step)
    if upper is not None:
        last = divide(upper, step) // 1
        upper = whole((last - (fits.upper_open and last * step == upper)) * step)
    return fits if lower is not None and upper is not None and lower > upper else Interval(lower, upper)


def only_value(quantity: Quantity, fits: Interval) -> Rational | None:
    """The one value among those that fit that has the printed precision; ``None`` where there are none or more."""
    if fits.lower is None or fits.upper is None or quantity.value is None:
        return None
    if not quantity.step:
        return fits.lower if fits.is_point else None
    counts = fits.scaled(divide(1, quantity.step))
    assert counts.lower is not None and counts.upper is not None
    first, last = -(-counts.lower // 1), counts.upper // 1
    first += 1 if counts.lower_open and first == counts.lower else 0
    last -= 1 if counts.upper_open and last == counts.upper else 0
    return whole(first * quantity.step) if first == last else None


def neighbour_step(printing: Printing) -> Rational:
    """
    How far apart values of the printed precision are [in the printed unit]: the last printed place,
    or the last significant one of a whole number that is rounded for sure or may be (hedged, 200,000).
    """
    quantity = printing.quantity
    if printing.precision:
        return printing.precision
    whole_numeral = quantity.step == 1 and not quantity.scaled
    rough = quantity.hedge is not None or is_round(quantity)
    if printing.precision is None and whole_numeral and rough:
        return quantity.significant
    return quantity.step


def agreeing(printing: Printing, other: Printing) -> Interval:
    """
    The values, in the printed unit, with which a printing agrees with another of the same fact: the
    same digits, where it has the same precision; else those whose intervals meet.
    """
    value, step = other.quantity.value, neighbour_step(printing)
    if value is not None and printing.quantity.value is not None and step:
        next_to = (reprinted(printing, whole(value - step)), reprinted(printing, whole(value + step)))
        if all(clash(other, its) for its in next_to) and not clash(other, reprinted(printing, value)):
            return Interval.point(value)
    return fitting(printing, other.interval(LOOSEST), roughly=True)


def sample(fits: Interval, step: Rational) -> Iterator[Rational]:
    """A few printable values of an interval: near its ends and its middle."""
    lower, upper = fits.lower, fits.upper
    if lower is not None and upper is not None:
        points = [lower, upper, divide(lower + upper, 2)]
    else:
        points = [end for end in (lower, upper) if end is not None] or [0]
    for point in points:
        count = divide(point, step) if step else 0
        values = (whole(count // 1 * step), whole(-(-count // 1) * step)) if step else (point,)
        yield from (value for value in values if value in fits)


def met(intervals: Iterable[Interval]) -> Interval | None:
    """The values that lie in all of them; ``None`` where there are none."""
    result: Interval | None = ENTIRE
    for its in intervals:
        result = result.meeting(its) if result is not None else None
    return result
