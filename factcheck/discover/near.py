"""
How far apart two numbers may be and still have been meant as one.

A difference so large that the numbers were surely never meant to agree is silence: what stands side by side
need not belong together. Near is what a typing slip explains (one digit changed, dropped or added, two
swapped: Damerau 1964 found such single slips in four of five misspelt words), or what is no further off than
a share of the larger.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from enum import IntEnum
from fractions import Fraction

from factcheck.model.number import Rational, divide, magnitude, plain, whole
from factcheck.model.quantity import Quantity

_SHARE = Fraction(1, 4)
_DIGITS = 9
"""How long a number is looked through for slips [digits]."""
_TOGETHER = 8
"""Of more numbers some always make it [numbers]."""
_SCALES = frozenset({10, 1000, 10**6, 10**9})
"""How many times as large a lost digit or another scale word makes a number."""


class Slip(IntEnum):
    """What leads from one figure to another."""

    NONE = 0
    DIGIT = 1
    """One digit changed, dropped or added."""
    SWAP = 2
    """Two neighbouring digits swapped."""
    SHIFT = 3
    """The same digits with another scale word or decimal point."""


def near(one: Rational, other: Rational, share: Fraction = _SHARE) -> bool:
    """
    Whether two numbers may have been meant as one.

    >>> near(150, 177), near(150, 15000), near(150, 950), near(3, 40)
    (True, False, True, False)
    """
    # In whole numbers: a fraction a comparison is what this would take its time for.
    if magnitude(one - other) * share.denominator <= max(magnitude(one), magnitude(other)) * share.numerator:
        return True
    return slipped(one, other)


def slipped(one: Rational, other: Rational) -> bool:
    """
    Whether a single slip leads from the digits of one to those of the other.

    >>> slipped(47, 74), slipped(215, 2165), slipped(5, 8), slipped(12, 34), slipped(Fraction("1.8"), Fraction("8.1"))
    (True, True, True, False, True)
    """
    return digits_slipped(plain(one), plain(other))


def digits_slipped(one: str, other: str) -> bool:
    """The same of two numbers as plain decimals."""
    a, b = one, other
    if "/" in a or "/" in b:
        return False
    if a.find(".") == b.find(".") and len(a) == len(b):
        a, b = a.replace(".", ""), b.replace(".", "")
    return a == b or _slip(a, b) != Slip.NONE


def _slip(one: str, other: str) -> Slip:
    """The slip that leads from some digits to others; of two digits, one more makes any number."""
    if len(one) == len(other):
        differ = [at for at, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
        if len(differ) == 1:
            return Slip.DIGIT
        if len(differ) == 2 and differ[1] == differ[0] + 1 and one[differ[0]] == other[differ[1]]:
            return Slip.SWAP if one[differ[1]] == other[differ[0]] else Slip.NONE
        return Slip.NONE
    short, long = sorted((one, other), key=len)
    if len(short) < 3 or len(long) - len(short) != 1:
        return Slip.NONE
    return Slip.DIGIT if any(long[:at] + long[at + 1 :] == short for at in range(len(long))) else Slip.NONE


def slips(quantity: Quantity) -> Iterator[Rational]:
    """
    The values that a single slip in its digits leads away from a number [base unit]: one digit changed, or two
    neighbours swapped.
    """
    value, step = quantity.value, quantity.step
    if value is None or not step or value < 0:
        return
    digits = plain(divide(value, step))
    if not digits.isdigit() or len(digits) > _DIGITS:
        return
    for at, digit in enumerate(digits):
        for other in "0123456789":
            if other != digit:
                yield _in_base(quantity, whole(int(digits[:at] + other + digits[at + 1 :]) * step))
        if digits[at + 1 : at + 2] not in ("", digit):
            swapped = digits[:at] + digits[at + 1] + digit + digits[at + 2 :]
            yield _in_base(quantity, whole(int(swapped) * step))


def misprinted(one: Rational, other: Rational) -> bool:
    """
    Whether one is the other with a slip, a lost digit at its end, or another scale word.

    >>> misprinted(94, 940), misprinted(12_900_000, 12_900_000_000), misprinted(94, 961)
    (True, True, False)
    """
    if not one or not other:
        return False
    small, large = sorted((magnitude(one), magnitude(other)))
    return slipped(one, other) or Fraction(large) / Fraction(small) in _SCALES


def mended(total: Quantity, parts: Iterable[Quantity]) -> bool:
    """
    Whether another value of the whole, or of one of its parts, one misprint away, makes parts and whole agree.

    The parts' values need not be near the whole for that: 60.0 + 72.5 + 14.5 is 147.0, not 102.0, but with 27.5
    it is 102.0.
    """
    row = list(parts)
    made, whole_ = together(row), base(total)
    slacks = (0, base_step(total), -base_step(total)) if not total.counts else (0,)
    if any(misprinted(made + slack, whole_) for slack in slacks):
        return True
    needed = (((base(its), whole_ - made + base(its))) for its in row)
    return any(
        value and other + slack > 0 and misprinted(value, other + slack) for value, other in needed for slack in slacks
    )


def is_cut_off(quantity: Quantity, other: Quantity) -> bool:
    """Whether a headline's number is the other one without its last places: "$24 million" of $24.6 million."""
    return base_step(quantity) > base_step(other) and 0 <= base(other) - base(quantity) < base_step(quantity)


def adds_up(quantity: Quantity, candidates: list[Quantity]) -> bool:
    """Whether some of the numbers below make that of the headline: "$13.6 million against three firms"."""
    values = list(dict.fromkeys(base(its) for its in candidates if base(its) < base(quantity)))[:_TOGETHER]
    return any(
        2 * magnitude(base(quantity) - sum(some)) <= base_step(quantity)
        for size in range(2, len(values) + 1)
        for some in itertools.combinations(values, size)
    )


def base_step(quantity: Quantity) -> Rational:
    """The last place that a quantity was printed with, in the base unit of what it measures."""
    return quantity.unit.to_base(quantity.step) if quantity.unit else quantity.step


def base(quantity: Quantity) -> Rational:
    """The value of a quantity in the base unit of what it measures; 0 for a range."""
    return _in_base(quantity, quantity.value or 0)


def _in_base(quantity: Quantity, value: Rational) -> Rational:
    """Another value of a quantity in the base unit of what it measures."""
    return quantity.unit.to_base(value) if quantity.unit else value


def together(quantities: Iterable[Quantity]) -> Rational:
    """What some quantities make together [base unit]."""
    return whole(sum((base(its) for its in quantities), start=0))


def digits(quantity: Quantity) -> str:
    """The significant digits: "725" of 72.5 million."""
    return plain(quantity.value or 0).replace(".", "").strip("0")


def slip_between(one: Quantity, other: Quantity) -> Slip:
    """The slip that leads from one figure to another."""
    a, b = digits(one), digits(other)
    if not a.isdecimal() or not b.isdecimal():
        return Slip.NONE
    if a == b:
        # "$4 million" and "$40 million": round numbers are alike by chance.
        return Slip.SHIFT if len(a) > 2 else Slip.NONE
    x, y = plain(one.value or 0), plain(other.value or 0)
    if len(x) == len(y) and x.find(".") == y.find("."):
        return _slip(x.replace(".", ""), y.replace(".", ""))
    return _slip(a, b) if len(a) != len(b) else Slip.NONE
