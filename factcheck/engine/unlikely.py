"""
Possible but unlikely: a sum that holds only if nearly all its numbers were rounded the same way.

The worst case of rounding grows with the number of terms, what honest rounding does far slower: ten
parts may miss their whole by 5 units of the last place, but in 99.9 of 100 cases they miss it by 3 at
most (design/rounding.md, Relations).

    given the parts as printed, how often does the whole come to be printed so far away?

Each part lies anywhere within its rounding, all values alike likely. The whole is rounded too: it is
printed at least g away where the parts' errors add up to g − h or more, h the half-width of the whole.
Their sum has the distribution of Irwin (1927) and Hall (1927), here with a width for each term (as
in Bradley & Gupta, "On the distribution of the sum of n non-identically distributed uniform random
variables", 2002); it is worked out in exact fractions. Where that were too long, Hoeffding's
inequality ("Probability inequalities for sums of bounded random variables", 1963) is a bound that
never calls unlikely what is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from math import comb, factorial, prod

from factcheck.engine.bounds import difference, linear
from factcheck.model.interval import Interval
from factcheck.model.number import Rational, divide, magnitude
from factcheck.model.reading import Reading
from factcheck.model.relation import Comparison, Sign
from factcheck.model.stated import Stated

RARE = Fraction(1, 1000)
"""What happens to honest rounding less often than this is unlikely (design/rounding.md: the 99.9 % quantile)."""

_TERMS = 4000
"""The most summands of the exact formula: one more than each number of equal widths, multiplied."""

_HOEFFDING = Fraction(76010, 20000)
"""Just above ln(2 / RARE) / 2 = 3.80045…: the chance of both sides together is at most RARE from there on."""


def unlikely(part: Comparison) -> bool:
    """
    Whether a sum that holds by rounding does so only beyond the 99.9 % quantile of honest rounding.

    Never where its words explain it: where a number is hedged ("approximately") or round, the width
    that this grants counts; where a number is bounded ("more than") or a range, or an open list may
    leave out what is missing, nothing is unlikely. A product or a quotient is not judged.
    """
    flat = linear(difference(part)[0]) if part.sign == Sign.EQUAL else None
    if flat is None or not flat.constant.is_point or flat.constant.lower is None:
        return False
    gap: Rational = flat.constant.lower
    reach: dict[str, Rational] = {}
    for key, weight in flat.weights.items():
        meant = _meant(flat.stated[key])
        if meant is None or meant.lower is None or meant.upper is None:
            return False
        gap += divide(meant.lower + meant.upper, 2) * weight
        if weight and not meant.is_point:
            reach[key] = divide(meant.upper - meant.lower, 2) * magnitude(weight)
    if not reach or (part.remainder and gap <= 0):
        return False
    own = reach.pop(_whole(part, reach))
    away = magnitude(gap) - part.tolerance - own
    return away > 0 and is_rare(away, list(reach.values()))


def is_rare(away: Rational, half_widths: Sequence[Rational]) -> bool:
    """
    Whether rounding errors of these half-widths add up to so much or more, to either side, in fewer
    than ``RARE`` of all cases [all in one unit].

    >>> is_rare(Fraction(7, 2), [Fraction(1, 2)] * 10), is_rare(Fraction(5, 2), [Fraction(1, 2)] * 10)
    (True, False)
    """
    if away <= 0:
        return False
    if away >= sum(half_widths):
        return True
    if prod(count + 1 for count in Counter(half_widths).values()) <= _TERMS:
        return 2 * beyond(away, half_widths) < RARE
    return away * away >= _HOEFFDING * sum(4 * width * width for width in half_widths)


def beyond(away: Rational, half_widths: Sequence[Rational]) -> Rational:
    """
    The chance that independent errors, each uniform within ± its half-width, add up to ``away`` or more.

    With t = Σh − away and n errors it is Σ (−1)^k (t − Σ 2h of k of them)₊ⁿ ÷ (n! Π 2h), over all
    choices of some of them; equal widths are chosen together.

    >>> beyond(0, [1, 1]), beyond(1, [1, 1]), beyond(1, [1])
    (Fraction(1, 2), Fraction(1, 8), 0)
    """
    errors = len(half_widths)
    left = sum(half_widths) - away
    volume = factorial(errors) * prod(2 * width for width in half_widths)
    return divide(sum(_summands(left, Counter(half_widths), errors)), volume)


def _summands(left: Rational, counts: Counter[Rational], power: int) -> Iterator[Rational]:
    for chosen in product(*(range(count + 1) for count in counts.values())):
        rest = left - sum(2 * width * times for width, times in zip(counts, chosen, strict=True))
        if rest > 0:
            ways = prod(comb(count, times) for count, times in zip(counts.values(), chosen, strict=True))
            yield (-1) ** sum(chosen) * ways * rest**power


def _meant(stated: Stated) -> Interval | None:
    """The values that a number may stand for, around the printed one; ``None`` for a bound or a range."""
    if any(its.quantity.value is None or (its.quantity.hedge and its.quantity.hedge.bound) for its in stated.printings):
        return None
    return stated.interval(Reading.HEDGE)


def _whole(part: Comparison, reach: dict[str, Rational]) -> str:
    """The number that is printed last: the right side, where it is one number, else the one rounded most."""
    right = linear(part.right)
    if right is not None and len(right.weights) == 1 and (key := next(iter(right.weights))) in reach:
        return key
    return max(reach, key=lambda key: reach[key])
