"""
Intervals of exact rationals, with open, closed and infinite ends.

The calculus behind every verdict (Moore, Interval Analysis, 1966): the result of an operation on
intervals holds every result of the operation on members of them (inclusion). Each quantity stands
once in an expression, so that the result holds nothing else either.

An interval is never empty: what may be empty (``meeting``) is ``None`` then.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from factcheck.model.frozen import frozen
from factcheck.model.number import Rational, divide, whole

# An end on the extended line: (-1, 0) is minus infinity, (0, x) is x, (1, 0) is plus infinity.
_End = tuple[int, Rational]


@frozen
class Interval:
    """
    The values that a quantity may have.

    Raises ValueError where the ends leave nothing between them.

    >>> Interval(1, 2) + Interval(3, 4, upper_open=True)
    Interval(lower=4, upper=6, lower_open=False, upper_open=True)
    """

    lower: Rational | None = None
    """The lower end; ``None`` is minus infinity."""
    upper: Rational | None = None
    """The upper end; ``None`` is plus infinity."""
    lower_open: bool = False
    """Whether the lower end itself is left out (an infinite end always is)."""
    upper_open: bool = False
    """Whether the upper end itself is left out."""

    def __post_init__(self) -> None:
        lower, upper = self.lower, self.upper
        if lower is None or upper is None:
            return
        # A point is most often made of one number, and comparing fractions is slow.
        if lower is upper:
            empty = self.lower_open or self.upper_open
        else:
            empty = lower > upper or ((self.lower_open or self.upper_open) and lower == upper)
        if empty:
            raise ValueError(f"an interval may not be empty: {self}")

    @classmethod
    def point(cls, value: Rational) -> Interval:
        """The interval that holds one value."""
        return cls(value, value)

    @classmethod
    def around(cls, value: Rational, half_width: Rational) -> Interval:
        """The closed interval of the values at most ``half_width`` away from ``value``."""
        return cls(whole(value - half_width), whole(value + half_width))

    @property
    def is_point(self) -> bool:
        """Whether exactly one value lies in it."""
        # A point is most often made of one number, and comparing fractions is slow.
        return self.lower is not None and (self.lower is self.upper or self.lower == self.upper)

    def __contains__(self, value: Rational) -> bool:
        if self.lower is not None and (value < self.lower or (self.lower_open and value == self.lower)):
            return False
        return not (self.upper is not None and (value > self.upper or (self.upper_open and value == self.upper)))

    def contains(self, other: Interval) -> bool:
        """Whether every value of the other lies in this one."""
        return self.hull(other) == self

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return not self.precedes(other) and not other.precedes(self)

    def precedes(self, other: Interval) -> bool:
        """Whether every value of this one is smaller than every value of the other."""
        if self.upper is None or other.lower is None:
            return False
        return self.upper < other.lower or (self.upper == other.lower and (self.upper_open or other.lower_open))

    def meeting(self, other: Interval) -> Interval | None:
        """The values that lie in both; ``None`` where there are none."""
        if not self.meets(other):
            return None
        lower, lower_open = _higher(self.lower, self.lower_open, other.lower, other.lower_open)
        upper, upper_open = _lower(self.upper, self.upper_open, other.upper, other.upper_open)
        return Interval(lower, upper, lower_open, upper_open)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        lower, lower_open = self.lower, self.lower_open
        if lower is None or other.lower is None:
            lower, lower_open = None, False
        elif other.lower < lower or (other.lower == lower and not other.lower_open):
            lower, lower_open = other.lower, other.lower_open
        upper, upper_open = self.upper, self.upper_open
        if upper is None or other.upper is None:
            upper, upper_open = None, False
        elif other.upper > upper or (other.upper == upper and not other.upper_open):
            upper, upper_open = other.upper, other.upper_open
        return Interval(lower, upper, lower_open, upper_open)

    def widened(self, half_width: Rational) -> Interval:
        """The interval with each end moved outward by ``half_width``; the ends are closed then, if it is above 0."""
        if not half_width:
            return self
        lower = None if self.lower is None else whole(self.lower - half_width)
        upper = None if self.upper is None else whole(self.upper + half_width)
        return Interval(lower, upper)

    def scaled(self, factor: Rational) -> Interval:
        """Every value times a number that is not 0."""
        if factor == 1:
            return self
        lower = None if self.lower is None else whole(self.lower * factor)
        upper = None if self.upper is None else whole(self.upper * factor)
        if factor > 0:
            return Interval(lower, upper, self.lower_open, self.upper_open)
        return Interval(upper, lower, self.upper_open, self.lower_open)

    def shifted(self, by: Rational) -> Interval:
        """Every value plus a number."""
        if not by:
            return self
        lower = None if self.lower is None else whole(self.lower + by)
        upper = None if self.upper is None else whole(self.upper + by)
        return Interval(lower, upper, self.lower_open, self.upper_open)

    def holds_whole_number(self) -> bool:
        """Whether some integer lies in it."""
        if self.lower is None or self.upper is None:
            return True
        first = -(-Fraction(self.lower).numerator // Fraction(self.lower).denominator)
        if self.lower_open and first == self.lower:
            first += 1
        return first < self.upper or (first == self.upper and not self.upper_open)

    def __neg__(self) -> Interval:
        return self.scaled(-1)

    def __add__(self, other: Interval) -> Interval:
        lower = None if self.lower is None or other.lower is None else whole(self.lower + other.lower)
        upper = None if self.upper is None or other.upper is None else whole(self.upper + other.upper)
        return Interval(
            lower,
            upper,
            lower is not None and (self.lower_open or other.lower_open),
            upper is not None and (self.upper_open or other.upper_open),
        )

    @classmethod
    def total(cls, terms: Iterable[Interval]) -> Interval:
        """
        The sum of any number of intervals: 0 where there is none.

        >>> str(Interval.total([Interval(1, 2), Interval(3, None, lower_open=True)]))
        '(4, ∞)'
        """
        lower: Rational | None = 0
        upper: Rational | None = 0
        lower_open = upper_open = False
        for its in terms:
            lower = None if lower is None or its.lower is None else lower + its.lower
            upper = None if upper is None or its.upper is None else upper + its.upper
            lower_open = lower_open or its.lower_open
            upper_open = upper_open or its.upper_open
        return cls(
            None if lower is None else whole(lower),
            None if upper is None else whole(upper),
            lower is not None and lower_open,
            upper is not None and upper_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        if self.is_point and other.is_point:
            assert self.lower is not None and other.lower is not None
            return Interval.point(whole(self.lower * other.lower))
        corners = [_times(a, b) for a in self._ends() for b in other._ends()]
        lowest = min(corners, key=lambda corner: (corner[0], corner[1]))
        highest = max(corners, key=lambda corner: (corner[0], not corner[1]))
        return _between(lowest, highest)

    def __truediv__(self, other: Interval) -> Interval:
        """
        The quotients; where the divisor holds 0 between its ends, every number is one.

        Raises ZeroDivisionError where the divisor is 0 alone.
        """
        if other.lower == 0 and other.upper == 0:
            raise ZeroDivisionError("division by zero")
        below = other.lower is None or other.lower < 0
        above = other.upper is None or other.upper > 0
        if below and above:
            return Interval.point(0) if self.is_point and self.lower == 0 else Interval()
        lower = None if not other.upper else divide(1, other.upper)
        upper = None if not other.lower else divide(1, other.lower)
        # The inverse of an infinite end is 0, never reached; the inverse of an end at 0 is infinite.
        if other.upper is None:
            lower = 0
        if other.lower is None:
            upper = 0
        inverse = Interval(
            lower,
            upper,
            lower is not None and (other.upper_open or other.upper is None),
            upper is not None and (other.lower_open or other.lower is None),
        )
        return self * inverse

    def _ends(self) -> tuple[tuple[_End, bool], tuple[_End, bool]]:
        low: _End = (-1, 0) if self.lower is None else (0, self.lower)
        high: _End = (1, 0) if self.upper is None else (0, self.upper)
        return (low, self.lower_open or self.lower is None), (high, self.upper_open or self.upper is None)

    def __str__(self) -> str:
        """The interval in the notation of ISO 80000-2: ``[1, 2)``, ``(−∞, 3]``."""
        left = "(" if self.lower_open or self.lower is None else "["
        right = ")" if self.upper_open or self.upper is None else "]"
        return f"{left}{'−∞' if self.lower is None else self.lower}, {'∞' if self.upper is None else self.upper}{right}"


def _higher(a: Rational | None, a_open: bool, b: Rational | None, b_open: bool) -> tuple[Rational | None, bool]:
    """The tighter of two lower ends."""
    if a is None:
        return b, b_open
    if b is None or a > b:
        return a, a_open
    return (b, b_open) if b > a else (a, a_open or b_open)


def _lower(a: Rational | None, a_open: bool, b: Rational | None, b_open: bool) -> tuple[Rational | None, bool]:
    """The tighter of two upper ends."""
    if a is None:
        return b, b_open
    if b is None or a < b:
        return a, a_open
    return (b, b_open) if b < a else (a, a_open or b_open)


def _times(a: tuple[_End, bool], b: tuple[_End, bool]) -> tuple[_End, bool]:
    """
    The product of two ends, and whether it is left out.

    Zero wins over infinity: the end stands for values that grow without bound, each of them finite.
    """
    (a_kind, a_value), a_open = a
    (b_kind, b_value), b_open = b
    a_zero, b_zero = not a_kind and not a_value, not b_kind and not b_value
    if a_zero or b_zero:
        reached = (a_zero and not a_open) or (b_zero and not b_open)
        return (0, 0), not reached
    if not a_kind and not b_kind:
        return (0, whole(a_value * b_value)), a_open or b_open
    sign = (a_kind or (1 if a_value > 0 else -1)) * (b_kind or (1 if b_value > 0 else -1))
    return (sign, 0), True


def _between(low: tuple[_End, bool], high: tuple[_End, bool]) -> Interval:
    (low_kind, low_value), low_open = low
    (high_kind, high_value), high_open = high
    return Interval(
        None if low_kind else low_value,
        None if high_kind else high_value,
        not low_kind and low_open,
        not high_kind and high_open,
    )


ENTIRE = Interval()
"""Every number."""
