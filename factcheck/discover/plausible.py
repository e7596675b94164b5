"""
Whether an amount of change that is said may be meant for two values, and how exactly.
"""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.discover.near import near
from factcheck.model.amount import base
from factcheck.model.number import Rational, divide, magnitude
from factcheck.model.quantity import Direction, Quantity
from factcheck.model.regex import regex
from factcheck.model.slip import is_slip, misprints

ADJUSTED = regex(
    r"\b(?:organic\w*|like-for-like|constant.currenc\w+|underlying|inflation-adjusted|annuali[sz]ed|pro forma)\b",
    re.IGNORECASE,
)
"""A percentage of what was left out or added is not the percentage of the two values."""


def plausible(old: Quantity, new: Quantity, field: str, by: Quantity) -> bool:
    """Whether the change that is said is near the one that the values make, or a slip or so away from it."""
    a, b, said = base(old), base(new), magnitude(by.value or 0)
    if field == "by" or (by.unit and by.unit.name == "percentage point"):
        made = magnitude(b - a)
        said = magnitude(base(by))
        return (
            near(made, said)
            or max(made, said) <= 20 * min(made, said)
            or _scaled(made, said)
            or _explained(old, new, by)
        )
    if not a or a == b or (max(a, b) > _FAR_APART * min(a, b) and said < 100 * _FAR_APART / 2):
        return False
    made = magnitude(divide((b - a) * 100, a))
    return (
        magnitude(made - said) <= 30
        or is_slip(round(made), said)
        or 2 * made > said > made / 2
        or _scaled(made, said)
        or _explained(old, new, by)
    )


_FAR_APART = 20
"""How many times as large the one value may be at most that is set beside a percentage below some thousand."""


def contradicts(old: Quantity, new: Quantity, field: str, by: Quantity) -> bool:
    """
    Whether a change goes the other way by another amount, with no slip that explains it: it is told of something else
    ("July was up 13.1 cents at 6.785 dollars from 6.84 dollars", which was its high).
    """
    if by.direction is None or (base(new) > base(old)) == (by.direction == Direction.UP) or not base(old):
        return False
    points = by.unit is not None and by.unit.name == "percentage point"
    made = magnitude(base(new) - base(old))
    if field == "percent" and not points:
        made = divide(made * 100, base(old))
    said = magnitude(by.value or 0) if field == "percent" and not points else magnitude(base(by))
    return not near(made, said) and not _explained(old, new, by)


def agrees_roughly(old: Quantity, new: Quantity, field: str, by: Quantity) -> bool:
    """
    Whether a change may have begun from a value that the new one is only set against: "up 16 to 180, against 398 a
    year ago" tells of a week, "up 16 to 180, against 146 a week ago" of the same one.
    """
    a, b = base(old), base(new)
    said = magnitude(base(by) if field == "by" or not a else by.value or 0)
    made = b - a if field == "by" or not a else divide((b - a) * 100, a)
    if by.unit and by.unit.name == "percentage point":
        made, said = b - a, magnitude(base(by))
    if by.direction is not None and (made > 0) != (by.direction == Direction.UP):
        return False
    return (said < 2 * magnitude(made) and magnitude(made) < 2 * said) or _explained(old, new, by)


def rounded_off(old: Quantity, new: Quantity, field: str, by: Quantity) -> Rational:
    """
    The half-width of a round amount between values that are told more exactly [base units]: "slid 300, to 1,279 from
    1,580". A tenth of its last place is taken for rounded off, no more.
    """
    if field != "by" or not by.step or not by.value:
        return 0
    place = by.step
    while divide(by.value, place * 10).denominator == 1:
        place *= 10
    if place == by.step or all(
        divide(base(its), base(replace(by, value=place))).denominator == 1 for its in (old, new)
    ):
        return 0
    return base(replace(by, value=max(5 * by.step, divide(place, 10))))


def _scaled(made: Rational, said: Rational) -> bool:
    """Whether a scale word or the decimal point is wrong: "14.1 billion" for 14.1 million."""
    return bool(said) and any(near(made * 10**power, said) or near(made, said * 10**power) for power in range(1, 10))


def _explained(old: Quantity, new: Quantity, by: Quantity) -> bool:
    """Whether one slip in a value makes the change what is said."""
    a, b = base(old), base(new)
    if by.unit and by.unit.name == "percent":
        part, width = divide(by.value or 0, 100), divide(by.step or 1, 100)
        up = by.direction != Direction.DOWN
        one = part + 1 if up else 1 - part

        def fits(before: Rational, after: Rational) -> bool:
            return bool(before) and magnitude(divide(after, before) - one) <= width
    else:
        part, width = magnitude(base(by)), max(base(replace(by, value=its.step)) for its in (old, new, by))

        def fits(before: Rational, after: Rational) -> bool:
            return magnitude(magnitude(after - before) - part) <= width

    return any(fits(its, b) for its in misprints(old)) or any(fits(a, its) for its in misprints(new))
