"""
Exact rational numbers: what every stated value, interval end and gap is made of.

A whole number stays an ``int`` (thirty times faster than ``Fraction``), anything else is a
``fractions.Fraction``. There is no float: with floats a total of 31,600,000 that is off by one is
missed (design/rounding.md), and ``0.1 + 0.2`` is not ``0.3``.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

Rational = int | Fraction

# A number in hostile prose or YAML may have a million digits; nobody counts anything beyond this.
MAX_DIGITS = 60

# Python's own `str` refuses more than 4,300 digits, which is some 14,280 bits; a product of numbers may have them.
_LONG = 14_000


def whole(value: Rational) -> Rational:
    """
    The same value, as an ``int`` where it is one.

    >>> whole(Fraction(6, 2))
    3
    """
    # Whether it is a Fraction is asked of an abstract base class: that takes five times as long.
    if isinstance(value, int) or value.denominator != 1:
        return value
    return value.numerator


def magnitude(value: Rational) -> Rational:
    """
    The value without its sign.

    >>> magnitude(-3)
    3
    """
    return -value if value < 0 else value


def divide(numerator: Rational, denominator: Rational) -> Rational:
    """
    The exact quotient.

    Raises ZeroDivisionError where the denominator is 0.

    >>> divide(1, 3)
    Fraction(1, 3)
    >>> divide(6, 3)
    2
    """
    if not isinstance(numerator, int):
        return whole(numerator / denominator)
    if not isinstance(denominator, int):
        return whole(numerator / denominator)
    quotient, rest = divmod(numerator, denominator)
    return Fraction(numerator, denominator) if rest else quotient


def power_of_ten(exponent: int) -> Rational:
    """
    Ten to the given exponent, which may be negative.

    >>> power_of_ten(-1)
    Fraction(1, 10)
    """
    return int(10**exponent) if exponent >= 0 else Fraction(1, int(10**-exponent))


def parse_decimal(text: str) -> tuple[Rational, Rational]:
    """
    The value of a plain decimal numeral and one unit of its last printed place.

    The precision is what the author wrote, from the decimal exponent (statcheck,
    ``error_test.R``; beancount, ``core/number.py``): "3.20" is known to the hundredth.

    Raises ValueError where the text is no decimal numeral or has more than MAX_DIGITS digits.

    >>> parse_decimal("3.20")
    (Fraction(16, 5), Fraction(1, 100))
    >>> parse_decimal("-40")
    (-40, 1)
    """
    digits = text.removeprefix("-").removeprefix("+")
    integer, _, decimals = digits.partition(".")
    if not (integer + decimals).isdecimal() or len(integer + decimals) > MAX_DIGITS:
        raise ValueError(f"not a decimal numeral of at most {MAX_DIGITS} digits: {text[:80]!r}")
    step = power_of_ten(-len(decimals))
    value = Fraction(int(integer + decimals), 10 ** len(decimals)) if decimals else int(integer)
    return whole(-value if text.startswith("-") else value), step


def last_significant_place(value: Rational, step: Rational) -> Rational:
    """
    The power of ten of the last digit that is not a trailing zero: 10 for 4,560, 100,000 for
    200,000, ``step`` where the printed decimals end in a digit, or where the value is 0.

    >>> last_significant_place(4560, 1)
    10
    >>> last_significant_place(parse_decimal("31.60")[0], parse_decimal("31.60")[1])
    Fraction(1, 10)
    """
    if not value or not step:
        return step
    count, rest = divmod(value.numerator * step.denominator, value.denominator * step.numerator)
    digits = str(count)
    zeros = len(digits) - len(digits.rstrip("0"))
    return step if rest or not zeros else whole(step * 10**zeros)


def plain(value: Rational) -> str:
    """
    A value as an exact plain decimal where it has one of at most twelve places, else as ``a/b``.
    No grouping and no exponent: the form of the machine-readable outputs.

    >>> plain(Fraction(9, 10)), plain(31600000), plain(Fraction(1, 3))
    ('0.9', '31600000', '1/3')
    """
    if isinstance(value, int):
        return _digits(value)
    rest = value.denominator
    twos = fives = 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    places = max(twos, fives)
    if rest != 1 or places > 12:
        return f"{_digits(value.numerator)}/{_digits(value.denominator)}"
    digits = _digits(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    if not places:
        return sign + digits
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def grouped(value: Rational, places: int = 2) -> str:
    """
    A value for a person: thousands separated by commas; a value without a short decimal form is
    rounded half up to at most ``places`` decimals (more where it would vanish), trailing zeros dropped.

    >>> grouped(31600000), grouped(Fraction(2331, 10)), grouped(Fraction(2, 3)), grouped(Fraction(1, 3000))
    ('31,600,000', '233.1', '0.67', '0.0003')
    """
    if isinstance(value, int):
        return _grouped(value)
    exact = plain(value)
    if "/" in exact or len(exact.partition(".")[2]) > 6:
        while places < 12 and abs(value) * 10**places < 1:
            places += 1
        scaled = abs(value) * 10**places
        digits = _digits((2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)).rjust(places + 1, "0")
        exact = ("-" if value < 0 else "") + f"{digits[:-places]}.{digits[-places:]}".rstrip("0").rstrip(".")
    sign = "-" if exact.startswith("-") else ""
    integer, dot, decimals = exact.removeprefix("-").partition(".")
    return f"{sign}{Decimal(integer):,f}{dot}{decimals}"


def _digits(value: int) -> str:
    """A whole number of any length in full."""
    return str(value) if value.bit_length() < _LONG else f"{Decimal(value):f}"


def _grouped(value: int) -> str:
    return f"{value:,}" if value.bit_length() < _LONG else f"{Decimal(value):,f}"
