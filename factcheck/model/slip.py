"""
Typing slips: how the number that was meant may have become the number that is printed.

One slip is one of those that the R package ``deductive`` mends (van der Loo & de Jonge,
``correct_typos``, after Damerau 1964, "A technique for computer detection and correction of spelling
errors"): one digit changed, two adjacent digits swapped, one dropped, one added. Prose has two more:
a decimal point moved, and a scale word changed (million for billion).

A number word counts as its numeral: "three" for "seven" is one digit changed.

What is asked of a slip: which values it may have led away from (``slips``), whether one leads from one
number to another and of which kind (``slip_between``, ``is_slip``), and where to look for such numbers (``slip_keys``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import IntEnum
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor

from factcheck.model.frozen import frozen
from factcheck.model.interval import Interval
from factcheck.model.number import Rational, divide, magnitude, plain, power_of_ten, whole
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex

SWAPPED = "two digits swapped"
CHANGED = "one digit changed"
DROPPED = "a digit dropped"
ADDED = "a digit added"
MOVED = "the decimal point moved"
RESCALED = "the scale word changed"

_FEW = 64
"""Up to so many printable values they are told from the smallest on; of more, as the slips come."""

_DIGITS = "0123456789"
_NUMERAL = regex(r"\d[\d,]*(?:\.(\d+))?")
_SCALES = (3, 6, 9, -3, -6, -9)
"""Powers of ten between thousand, million, billion and trillion."""
_MOVES = (1, -1, 2, -2, 3, -3)
"""Places that a decimal point may jump."""


class SlipKind(IntEnum):
    """What leads from one figure to another, the surer the higher."""

    NONE = 0
    DIGIT = 1
    """One digit changed, dropped or added."""
    SWAP = 2
    """Two neighbouring digits swapped."""
    SHIFT = 3
    """The same digits with another scale word or decimal point."""


@frozen
class Slip:
    """A value that one typing slip may have turned into the printed one."""

    words: str
    """What happened, for a person: "two digits swapped"."""
    value: Rational
    """What was meant [in the quantity's unit]."""
    step: Rational
    """One unit of the last place that it would be printed to [in the quantity's unit]."""


def slips(printed: Quantity, needed: Interval) -> tuple[Slip, ...]:
    """
    The values among those needed that are one slip away from the printed one, surest first; none
    for a range or for a fraction in words, which have no digits [``needed`` in the quantity's unit].

    What happened is said of the printed number: 447 for 47 is "a digit added".

    >>> number = Quantity("74", 0, 2, 0, 2, value=74, step=1, significant=1)
    >>> [(slip.value, slip.words) for slip in slips(number, Interval.point(47))]
    [(47, 'two digits swapped')]
    >>> slips(number, Interval.point(48))
    ()
    """
    value, step = printed.value, printed.step
    if value is None or not step:
        return ()
    found: dict[Rational, Slip] = {}
    for slip in (*_of_places(printed, needed), *_of_digits(printed, needed)):
        found.setdefault(slip.value, slip)
    return tuple(found.values())


def slip_to(printed: Quantity, value: Rational) -> Slip | None:
    """The slip that leads from a value to the printed one; ``None`` where no single one does."""
    return next(iter(slips(printed, Interval.point(value))), None)


def slipped(printed: str, meant: str) -> str:
    """
    The slip between two numerals, as words; empty where there is none.

    >>> slipped("74", "47"), slipped("45", "46"), slipped("4", "47"), slipped("447", "47"), slipped("74", "48")
    ('two digits swapped', 'one digit changed', 'a digit dropped', 'a digit added', '')
    """
    if len(printed) == len(meant):
        apart = [at for at, (a, b) in enumerate(zip(printed, meant, strict=True)) if a != b]
        if len(apart) == 1:
            return CHANGED
        crossed = len(apart) == 2 and apart[1] == apart[0] + 1
        return SWAPPED if crossed and printed[apart[0]] + printed[apart[1]] == meant[apart[1]] + meant[apart[0]] else ""
    if len(printed) == len(meant) + 1:
        return ADDED if _one_more(printed, meant) else ""
    return DROPPED if len(meant) == len(printed) + 1 and _one_more(meant, printed) else ""


def _one_more(longer: str, shorter: str) -> bool:
    at = next((at for at, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter))
    return longer[at + 1 :] == shorter[at:]


def _of_digits(printed: Quantity, needed: Interval) -> Iterator[Slip]:
    """Slips that leave the number of decimals and the scale word as they are."""
    assert printed.value is not None
    step, count = printed.step, whole(Fraction(printed.value) / printed.step)
    if not isinstance(count, int):
        return
    sign, width = (-1 if count < 0 else 1), _decimals(printed) + 1
    numeral = str(abs(count)).rjust(width, "0")
    first, last = _counts(needed.scaled(divide(sign, step)))
    if first is not None and last is not None and last - first < _FEW:
        near: Mapping[int, str] = {other: _slipped(numeral, other, width) for other in range(max(first, 0), last + 1)}
    else:
        near = _one_slip_away(numeral, width)
    for other, words in near.items():
        if words and (first is None or first <= other) and (last is None or other <= last):
            yield Slip(words, whole(sign * other * step), step)


def _counts(needed: Interval) -> tuple[int | None, int | None]:
    """The first and the last whole number needed: to compare many with fractions would take most of the time."""
    first = last = None
    if needed.lower is not None:
        first = ceil(needed.lower)
        first += needed.lower_open and first == needed.lower
    if needed.upper is not None:
        last = floor(needed.upper)
        last -= needed.upper_open and last == needed.upper
    return first, last


def _slipped(numeral: str, meant: int, width: int) -> str:
    """The slip from a number to a numeral. Nobody prints a zero in front: 105 without its 1 is 5."""
    return slipped(numeral, str(meant).rjust(width, "0"))


@lru_cache(maxsize=256)
def _one_slip_away(numeral: str, width: int) -> Mapping[int, str]:
    """The numbers that may have been turned into a numeral of at least so many digits, and by what; none by nothing."""
    found: dict[int, str] = {}
    for meant, words in _meant(numeral, width):
        count = int(meant)
        if count not in found:
            found[count] = words if meant[0] != "0" or len(meant) == width else _slipped(numeral, count, width)
    return found


def _meant(numeral: str, width: int) -> Iterator[tuple[str, str]]:
    """The numerals that one slip turns into this one, those that begin with a zero too, and what happened."""
    for at in range(len(numeral) + 1):
        head, tail = numeral[:at], numeral[at:]
        if head and tail and head[-1] != tail[0]:
            yield head[:-1] + tail[0] + head[-1] + tail[1:], SWAPPED
        for digit in _DIGITS:
            if tail and digit != tail[0]:
                yield head + digit + tail[1:], CHANGED
            yield head + digit + tail, DROPPED
        if tail and len(numeral) > width:
            yield head + tail[1:], ADDED


def _of_places(printed: Quantity, needed: Interval) -> Iterator[Slip]:
    """Slips of a power of ten: the decimal point, the scale word."""
    assert printed.value is not None
    if not printed.value:
        return
    for exponent in _SCALES if printed.scaled and magnitude(printed.value) >= 1000 else ():
        value = whole(printed.value * power_of_ten(exponent))
        if value in needed and magnitude(value) >= 1000:
            yield Slip(RESCALED, value, whole(printed.step * power_of_ten(exponent)))
    decimals = _decimals(printed)
    for exponent in _MOVES:
        places = decimals - exponent
        # A point that was not printed and would not be is no point that moved, and things come whole.
        if (decimals > 0 or places > 0) and not (printed.counts and places > 0):
            factor = power_of_ten(exponent)
            value = whole(printed.value * factor)
            if value in needed:
                yield Slip(MOVED, value, whole(printed.step * factor))


def _decimals(printed: Quantity) -> int:
    """How many decimals are printed: 1 of "31.6 million"."""
    numeral = _NUMERAL.search(printed.text[printed.number_start - printed.start : printed.number_end - printed.start])
    if numeral:
        return len(numeral[1] or "")
    return len(str(Fraction(printed.step).denominator)) - 1


def slip_between(one: Quantity, other: Quantity) -> SlipKind:
    """The slip that leads from one figure to another, whatever their scale words and decimal points."""
    a, b = digits(one), digits(other)
    if not a.isdecimal() or not b.isdecimal():
        return SlipKind.NONE
    if a == b:
        # "$4 million" and "$40 million": round numbers are alike by chance.
        return SlipKind.SHIFT if len(a) > 2 else SlipKind.NONE
    x, y = plain(one.value or 0), plain(other.value or 0)
    if len(x) == len(y) and x.find(".") == y.find("."):
        return _kind(x.replace(".", ""), y.replace(".", ""))
    return _kind(a, b) if len(a) != len(b) else SlipKind.NONE


def digits(quantity: Quantity) -> str:
    """The significant digits: "725" of 72.5 million."""
    return plain(quantity.value or 0).replace(".", "").strip("0")


def _kind(one: str, other: str) -> SlipKind:
    """The slip that leads from some digits to others; of two digits, one more makes any number."""
    if len(one) != len(other) and min(len(one), len(other)) < _ADDED_TO:
        return SlipKind.NONE
    words = slipped(one, other)
    if not words:
        return SlipKind.NONE
    return SlipKind.SWAP if words == SWAPPED else SlipKind.DIGIT


_ADDED_TO = 3
"""How long a number is at least of which a digit may have been dropped [digits]."""


def is_slip(one: Rational, other: Rational) -> bool:
    """
    Whether a single slip leads from the digits of one to those of the other.

    >>> is_slip(47, 74), is_slip(215, 2165), is_slip(5, 8), is_slip(12, 34), is_slip(Fraction("1.8"), Fraction("8.1"))
    (True, True, True, False, True)
    """
    a, b = plain(one), plain(other)
    if "/" in a or "/" in b:
        return False
    if a.find(".") == b.find(".") and len(a) == len(b):
        a, b = a.replace(".", ""), b.replace(".", "")
    return a == b or _kind(a, b) != SlipKind.NONE


def misprinted(one: Rational, other: Rational) -> bool:
    """
    Whether one is the other with a slip, a lost digit at its end, or another scale word.

    >>> misprinted(94, 940), misprinted(12_900_000, 12_900_000_000), misprinted(94, 961)
    (True, True, False)
    """
    if not one or not other:
        return False
    small, large = sorted((magnitude(one), magnitude(other)))
    return is_slip(one, other) or Fraction(large) / Fraction(small) in _AS_LARGE


_AS_LARGE = frozenset({10, 1000, 10**6, 10**9})
"""How many times as large a lost digit or another scale word makes a number."""


def slip_keys(numeral: str) -> Iterator[str]:
    """
    What two numerals have in common where one slip leads from the one to the other, to look them up by.

    >>> sorted(set(slip_keys("725")) & set(slip_keys("752")))
    ['0|7<25>']
    >>> sorted(set(slip_keys("8.59")) & set(slip_keys("5.89")))
    ['2|<58>9']
    """
    significant = numeral.replace(".", "").strip("0")
    if len(significant) > 2:
        yield f"={significant}"
    before, _, decimals = numeral.partition(".")
    yield from (f"{len(decimals)}|{key}" for key in _wildcards(before + decimals))


def _wildcards(numeral: str) -> Iterator[str]:
    for at, digit in enumerate(numeral):
        yield f"{numeral[:at]}?{numeral[at + 1 :]}"
        if at and digit != numeral[at - 1]:
            yield f"{numeral[: at - 1]}<{min(digit, numeral[at - 1])}{max(digit, numeral[at - 1])}>{numeral[at + 1 :]}"
        if len(numeral) > _ADDED_TO:
            yield f"-{numeral[:at]}{numeral[at + 1 :]}"
    yield f"-{numeral}"
