"""
Values of a workbook as they are displayed: ``0.1234`` in the format ``0.0%`` is "12.3%".

What a reader sees is what is checked: rounded, with its sign of currency and its brackets. The formats are those of
ISO/IEC 29500-1, 18.8.30 and 18.8.31; a fraction (``# ?/?``) is shown as a decimal, and dates in English.
"""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from factcheck.model.frozen import frozen
from factcheck.model.regex import regex

_DIGITS = 15
"""So many digits of a number a workbook keeps (18.8.31: those of a double)."""
_GENERAL = 11
"""So many digits of a number the format "General" shows."""
_WIDE = Context(prec=1000)
"""Room for the largest number of a workbook (1.8E+308) with all the decimals that a format of 255 signs asks for."""
_LITERAL = r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]'
_SECTIONS = regex(rf"(?:{_LITERAL}|[^;])+|(?<=;)(?=;|$)|^(?=;)")
_PART = regex(rf"{_LITERAL}|[Ee][+-]0+|[0#?][0#?,]*(?:\.[0#?]*)?,*|\.[0#?]+,*|General|.", re.IGNORECASE | re.DOTALL)
_CURRENCY = regex(r"\[\$([^\]-]*)(?:-[^\]]*)?\]")
_TIME = regex(rf"{_LITERAL}|AM/PM|A/P|y+|m+|d+|h+|s+(?:\.0+)?|.", re.IGNORECASE | re.DOTALL)
# Atomic: a letter inside of a literal makes no date, and quotation marks in a row can be read in one way alone.
_IS_DATE = regex(rf"(?>(?:{_LITERAL}|[^ymdhs])*)[ymdhs]", re.IGNORECASE)


def displayed(value: object, number_format: str) -> str:
    """
    A value in a format.

    >>> displayed(1234.5, "#,##0.00"), displayed(0.1234, "0.0%"), displayed(-1200, "#,##0;(#,##0)")
    ('1,234.50', '12.3%', '(1,200)')
    >>> displayed(45210.7, '[$€-407]#,##0," thousand"'), displayed(datetime.date(2021, 10, 26), "d mmm yyyy")
    ('€45 thousand', '26 Oct 2021')
    """
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        # Text cells hold numbers too, which are shown as they are.
        number_format = "General" if number_format == "@" else number_format
        return _number(Decimal(f"{value:.{_DIGITS}g}") if isinstance(value, float) else Decimal(value), number_format)
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return _time(value, number_format)
    return str(value)


@frozen
class _Section:
    """One part of a format: how a number is written, and what stands around it."""

    before: str
    after: str
    whole: int = 1
    """The least digits before the point."""
    decimals: int = 0
    optional: int = 0
    """How many of the decimals are left out where they are 0."""
    grouped: bool = False
    power: int = 0
    """Of ten, by which the number is multiplied: 2 for a percentage, −3 for each comma at the end."""
    exponent: int = 0
    """The least digits of an exponent; 0 where there is none."""
    general: bool = False
    placed: bool = True
    """Whether a number stands in it at all."""


def _number(value: Decimal, number_format: str) -> str:
    if not value.is_finite():
        return str(value)
    sections = _sections(number_format)
    numeric = sections[:3]
    if value < 0 and len(numeric) > 1:
        return _written(-value, numeric[1])
    if value == 0 and len(numeric) > 2:
        return _written(value, numeric[2])
    text = _written(abs(value), numeric[0])
    return f"-{text}" if value < 0 and any(map(text.__contains__, "123456789")) else text


@lru_cache(maxsize=256)
def _sections(number_format: str) -> tuple[_Section, ...]:
    return tuple(_section(its) for its in _SECTIONS.findall(number_format or "General")[:4]) or (_section("General"),)


def _section(text: str) -> _Section:
    parts = _PART.findall(text)
    power = 2 * parts.count("%")
    at = next((at for at, part in enumerate(parts) if part[0] in "0#?." and part != "."), -1)
    if at < 0:
        at = next((at for at, part in enumerate(parts) if part.lower() == "general"), -1)
        before, after = _words(parts[: max(at, 0)]), _words(parts[at + 1 :] if at >= 0 else parts)
        return _Section(before, after, power=power, general=at >= 0, placed=at >= 0)
    digits = parts[at]
    bare = digits.rstrip(",")
    whole, _, decimals = bare.partition(".")
    exponent = parts[at + 1] if parts[at + 1 :] and re.match(r"[Ee][+-]", parts[at + 1]) else ""
    return _Section(
        _words(parts[:at]), _words(parts[at + 1 + bool(exponent) :]), whole.count("0"), len(decimals),
        len(decimals) - len(decimals.rstrip("#?")), "," in whole, power - 3 * (len(digits) - len(bare)),
        exponent.count("0"),
    )  # fmt: skip


def _words(parts: list[str]) -> str:
    """What stands around a number: literals as they are, currencies by their sign, a room as a space, no colours."""
    found = []
    for part in parts:
        if currency := _CURRENCY.fullmatch(part):
            found.append(currency[1])
        elif part[0] == '"':
            found.append(part[1:-1])
        elif part[0] == "\\":
            found.append(part[1:])
        elif part[0] == "_":
            found.append(" ")
        elif part[0] not in "[*" and part not in ("?", "@"):
            found.append(part)
    return "".join(found)


def _written(value: Decimal, section: _Section) -> str:
    """A number that is not below 0."""
    if not section.placed:
        return section.after.strip()
    value = value.scaleb(section.power)
    if section.general:
        text = _general(value)
    elif section.exponent:
        text = _scientific(value, section)
    else:
        text = _fixed(value, section)
    return f"{section.before}{text}{section.after}".strip()


def _fixed(value: Decimal, section: _Section) -> str:
    # Excel rounds half away from 0.
    rounded = value.quantize(Decimal(1).scaleb(-section.decimals), ROUND_HALF_UP, _WIDE)
    whole, _, decimals = f"{rounded:f}".partition(".")
    if section.optional:
        kept = section.decimals - section.optional
        decimals = decimals[:kept] + decimals[kept:].rstrip("0")
    whole = whole.lstrip("0").rjust(section.whole, "0")
    if section.grouped:
        whole = f"{int(whole or 0):,}".rjust(section.whole, "0") if whole else ""
    return f"{whole}.{decimals}" if decimals else whole


def _scientific(value: Decimal, section: _Section) -> str:
    exponent = value.adjusted() if value else 0
    unit = Decimal(1).scaleb(-section.decimals)
    mantissa = value.scaleb(-exponent).quantize(unit, ROUND_HALF_UP, _WIDE)
    if mantissa >= 10:
        exponent, mantissa = exponent + 1, (mantissa / 10).quantize(unit, ROUND_HALF_UP)
    sign = "-" if exponent < 0 else "+"
    return f"{mantissa:f}E{sign}{str(abs(exponent)).rjust(section.exponent, '0')}"


def _general(value: Decimal) -> str:
    """As "General" shows it: a whole number, or at most eleven digits without zeros at the end."""
    if value == value.to_integral_value() and value < Decimal(10) ** _DIGITS:
        return f"{value:.0f}"
    if not -5 <= value.adjusted() < _GENERAL:
        text = f"{value:.5E}"
        mantissa, _, exponent = text.partition("E")
        mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
        return f"{mantissa}E{exponent[0]}{exponent[1:].rjust(2, '0')}"
    places = max(0, _GENERAL - 2 - max(value.adjusted(), 0))
    text = f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _time(value: datetime.datetime | datetime.date | datetime.time, number_format: str) -> str:
    """A day or a time; the month and the day by their names where the format says so."""
    # Number 14 of the built-in formats, written so in every file, is shown as the country has it (18.8.30).
    number_format = "m/d/yyyy" if number_format == "mm-dd-yy" else number_format
    section = (_SECTIONS.findall(number_format) or [""])[0]
    if not _IS_DATE.match(section):
        return value.isoformat(" ") if isinstance(value, datetime.datetime) else value.isoformat()
    found, last = [], ""
    parts = _TIME.findall(section)
    half_day = any(part.upper() in ("AM/PM", "A/P") for part in parts)
    for at, part in enumerate(parts):
        name = part[0].lower()
        if name == "m" and (
            last == "h" or next((its[0].lower() for its in parts[at + 1 :] if its[0].isalpha()), "") == "s"
        ):
            name = "n"  # minutes
        found.append(_part(value, name, part, half_day) if name in "ymdhsna" and part[0].isalpha() else _words([part]))
        last = name if part[0].isalpha() else last
    return "".join(found).strip()


def _part(value: datetime.datetime | datetime.date | datetime.time, name: str, part: str, half_day: bool) -> str:
    if isinstance(value, datetime.time):
        value = datetime.datetime.combine(datetime.date(1900, 1, 1), value)
    moment = value if isinstance(value, datetime.datetime) else datetime.datetime.combine(value, datetime.time())
    width = min(len(part), 4)
    numbers = {"m": moment.month, "d": moment.day, "h": moment.hour, "n": moment.minute, "s": moment.second}
    if name == "y":
        return f"{moment.year:04d}"[-2 if width < 3 else -4 :]
    if name == "a":
        return "AM" if moment.hour < 12 else "PM"
    if name in "md" and width > 2:
        return moment.strftime({"m3": "%b", "m4": "%B", "d3": "%a", "d4": "%A"}[f"{name}{width}"])
    if name == "h" and half_day:
        return str(moment.hour % 12 or 12).rjust(width, "0")
    return str(numbers[name]).rjust(min(width, 2), "0")
