"""
A numeral in digits and the precision it is printed with.

>>> literal("1,500,000"), literal("1 500"), literal("152.1"), literal("½")
((1500000, 1), (1500, 1), (Fraction(1521, 10), Fraction(1, 10)), (Fraction(1, 2), 0))
>>> literal(".25"), literal("1,3")  # a decimal comma: English groups by three
((Fraction(1, 4), Fraction(1, 100)), (Fraction(13, 10), Fraction(1, 10)))

A number of more digits than anybody counts is none:

>>> literal("9" * 100) is None
True
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from factcheck.model import table
from factcheck.model.number import MAX_DIGITS, Rational, divide, parse_decimal, power_of_ten, whole
from factcheck.model.tokens import NUMBER, Tokens
from factcheck.reader.inflection import is_plural
from factcheck.reader.vocabulary import vocabulary

_DROPPED = str.maketrans("", "", ", \u00a0\u2009\u202f")

MAX_EXPONENT = 40
"""The largest power of ten that is read: beyond it nothing in prose is a quantity."""


@lru_cache(maxsize=4096)
def literal(text: str) -> tuple[Rational, Rational] | None:
    """The value of one numeral token and one unit of its last printed place."""
    if " . " in text:  # "14 . 8"
        text = text.replace(" ", "")
    if text in table.numbers().vulgar:
        return table.numbers().vulgar[text], 0
    head, comma, tail = text.rpartition(",")
    digits = f"{head}.{tail}" if comma and len(tail) < 3 else text.translate(_DROPPED)
    if len(digits) > MAX_DIGITS or not digits.isascii():
        return None
    return parse_decimal("0" + digits if digits[0] == "." else digits)


def spaced(tokens: Tokens, index: int) -> Rational | None:
    """
    The value of thousands that a space sets off, round ones or where a plural stands behind: "63 649 persons", "12 500
    kg" (SI Brochure 5.4.4); not the two numbers of "Article 12 300 times".
    """
    high, low = tokens.words[index], tokens.words[index + 1]
    if not (high.isdecimal() and low.isdecimal() and len(high) < 4 and len(low) == 3 and high[0] != "0"):
        return None
    if tokens.starts[index + 1] - tokens.ends[index] != 1 or tokens.capital(index - 1):
        return None
    behind = tokens.lowers[index + 2]
    if tokens.lowers[index - 1] in vocabulary().labels or tokens.kinds[index + 2] == NUMBER:
        return None
    if not (low.endswith("00") or behind == "%" or is_plural(behind)):
        return None
    return int(high) * 1000 + int(low)


def _parted(tokens: Tokens, index: int) -> tuple[Rational, Rational, int] | None:
    """
    Thousands with a space behind their comma, as some texts are printed: "22, 000", "1, 054", "$3, 150", and any in a
    text of spaced tokens; not "the 12, 300 people".
    """
    words, last = tokens.words, index + 1
    if not words[index].isdecimal() or len(words[index]) > 3 or words[index][0] == "0":
        return None
    while words[last] == "," and _is_group(words[last + 1]) and len(words[last - 1]) < 4 and last < index + GROUPS:
        last += 2
    if not (tokens.glued(index + 1) or tokens.spaced):
        return None
    money = words[index - 1] in table.currencies().symbols
    if last == index + 1 or not (money or tokens.spaced or words[last - 1].startswith("0")):
        return None
    value, step = parse_decimal("".join(words[index:last:2]))
    return value, step, last


GROUPS = 10
"""How far the groups of one number go [tokens]: "1, 000, 000, 000, 000, 000"."""


def _is_group(word: str) -> bool:
    return word[:3].isdecimal() and len(word) >= 3 and word[3:4] in ("", ".") and word.isascii()


def mixed(tokens: Tokens, index: int) -> tuple[Rational, Rational, int] | None:
    """
    The numeral at a token with what may follow it: a fraction ("2½", "10 1/2", "9-1/4", "1/16") or a power of
    ten ("1.3x10^6", "12.32e+14"). The value, its step and the token behind it.
    """
    read = literal(tokens.words[index])
    if read is None:
        return None
    value, step = read
    after = index + 1
    if tokens.kinds[after] == NUMBER and (thousands := spaced(tokens, index)) is not None:
        return thousands, 1, index + 2
    if tokens.words[after] == "," and tokens.kinds[after + 1] == NUMBER and (parts := _parted(tokens, index)):
        return parts
    joined = after + (tokens.hyphen(after) and tokens.glued(after) and tokens.glued(after + 1))
    if tokens.kinds[joined] == NUMBER and step == 1:
        part = _fraction(tokens, joined)
        if part and part[0] < 1:
            return whole(value + part[0]), 0, part[1]
    if tokens.words[after] in _SLASHES and step == 1:
        part = _fraction(tokens, index)
        if part:
            return part[0], 0, part[1]
    if tokens.words[after] == "^" and tokens.glued(after):
        return _exponent(tokens, value, step, after)
    if tokens.lowers[after] in _POWER_SIGNS:
        return _power(tokens, value, step, after) or (value, step, after)
    return value, step, after


_SLASHES = frozenset("/⁄")
_POWER_SIGNS = frozenset("x×e*·")


def is_fraction(tokens: Tokens, index: int) -> bool:
    """Whether a fraction below one begins at a token: "1/16", not "9/11"."""
    return _fraction(tokens, index) is not None


def _fraction(tokens: Tokens, index: int) -> tuple[Rational, int] | None:
    """A fraction below one: "½", or "1/16" printed without spaces (9/11 and 24/7 are none)."""
    words = tokens.words
    if words[index] in table.numbers().vulgar:
        return table.numbers().vulgar[words[index]], index + 1
    if words[index + 1] not in _SLASHES or tokens.kinds[index + 2] != NUMBER:
        return None
    if not (tokens.glued(index + 1) and tokens.glued(index + 2)):
        return None
    top, bottom = words[index], words[index + 2]
    if not (top.isdecimal() and bottom.isdecimal() and len(top) < 4 and len(bottom) < 5 and int(bottom)):
        return None
    if tokens.words[index + 3] in _SLASHES or not 0 < int(top) < int(bottom) or int(bottom) in _CALENDAR:
        return None
    return divide(int(top), int(bottom)), index + 3


_CALENDAR = frozenset({7, 11, 31})
"""Denominators of 24/7, 9/11 and 10/31, which nobody cooks or measures with."""


def _power(tokens: Tokens, value: Rational, step: Rational, index: int) -> tuple[Rational, Rational, int] | None:
    """The rest of "1.3x10^6", "1.99×10−30" or "12.32e+14", from the sign of multiplication."""
    words, at = tokens.words, index + 1
    if tokens.lowers[index] == "e":
        if not tokens.glued(index):
            return None
    elif words[at] != "10":
        return None
    else:
        at += 1
        if words[at] == "^":
            at += 1
        elif words[at] not in _SIGNS:
            return None
    sign = 1
    if words[at] in _SIGNS and tokens.glued(at):
        sign, at = (-1 if words[at] != "+" else 1), at + 1
    if not (words[at].isdecimal() and tokens.glued(at) and len(words[at]) < 3 and int(words[at]) <= MAX_EXPONENT):
        return None
    scale = power_of_ten(sign * int(words[at]))
    return whole(Fraction(value) * scale), whole(Fraction(step) * scale), at + 1


_SIGNS = frozenset("+-−–")


def _exponent(tokens: Tokens, value: Rational, step: Rational, index: int) -> tuple[Rational, Rational, int]:
    """The rest of "2^20" or "2.5^-1", from the sign; what is no small power is left as it is."""
    words, at = tokens.words, index + 1
    sign = 1
    while words[at] in _SIGNS and tokens.glued(at) and at < index + 3:
        sign, at = (-1 if words[at] != "+" else 1) * sign, at + 1
    if not (words[at].isdecimal() and tokens.glued(at) and len(words[at]) < 3 and value):
        return value, step, index
    if len(words[index - 1]) > MAX_BASE or int(words[at]) > MAX_POWER:
        return value, step, at + 1
    return whole(Fraction(value) ** (sign * int(words[at]))), 0, at + 1


MAX_BASE = 6
"""The longest base of a power [characters]."""
MAX_POWER = 64
"""The largest exponent of a power."""
