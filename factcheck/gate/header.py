"""
Headers of data: what a column is of, and in which unit.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import table
from factcheck.reader import read

_SCALES = {
    "thousand": 1000, "thousands": 1000, "k": 1000, "000": 1000, "000s": 1000, "million": 10**6, "millions": 10**6,
    "m": 10**6, "mn": 10**6, "mln": 10**6, "mm": 10**6, "billion": 10**9, "billions": 10**9, "bn": 10**9,
}  # fmt: skip


_AS_PRINTED = {
    "mw": "MW", "mwh": "MWh", "gw": "GW", "gwh": "GWh", "kw": "kW", "kwh": "kWh", "twh": "TWh", "tw": "TW", "mt": "Mt",
    "gt": "Gt", "mj": "MJ", "gj": "GJ", "mhz": "MHz", "ghz": "GHz", "mb": "MB", "gb": "GB", "tb": "TB", "sqm": "m²",
    "km2": "km²", "m2": "m²",
}  # fmt: skip
"""Units whose letters a header writes small, though a small one means another unit: no header is of milliwatts."""


_PERCENT = frozenset({"%", "pct", "percent", "percentage"})


_SYMBOLS = frozenset({"$", "€", "£", "¥"})


def split(name: str) -> list[str]:
    """
    The words of a header, in lower case.

    >>> split("netRevenue_EUR (m)"), split("Share %")
    (['net', 'revenue', 'eur', 'm'], ['share', '%'])
    """
    words: list[str] = []
    word = ""
    for sign, ahead in zip(name, [*name[1:], " "], strict=False):
        if sign.isalnum():
            breaks = sign.isupper() and word and (word[-1].islower() or (ahead.islower() and len(word) > 1))
            if breaks:
                words.append(word)
                word = ""
            word += sign
        else:
            words.append(word)
            word = ""
            if sign in "%$€£¥":
                words.append(sign)
    return [its.lower() for its in [*words, word] if its]


def unit_of(key: str) -> tuple[str, str]:
    """
    A header without its unit, and how a number of it is written, ``#`` for its digits.

    >>> unit_of("Revenue (EUR m)"), unit_of("weight_kg"), unit_of("growth_pct"), unit_of("arrests")
    (('revenue', 'EUR # million'), ('weight', '# kg'), ('growth', '#%'), ('arrests', ''))
    """
    words = split(key)
    scale, sign, kept = "", "", []
    money = table.currencies()
    codes = {code.upper() for code in money.signs if len(code) == 3 and code.isalpha()}
    for at, word in enumerate(words):
        last = at >= len(words) - 2
        marked = at > 0 and last
        if word in _PERCENT:
            sign = "#%"
        elif word in _SYMBOLS or (word.upper() in codes and len(word) == 3 and (marked or word.upper() in key)):
            sign = f"{word.upper()}#" if word in _SYMBOLS else f"{word.upper()} #"
        elif marked and word in _SCALES and not (word == "mm" and not sign):
            scale = {1000: "thousand", 10**6: "million", 10**9: "billion"}[_SCALES[word]]
        elif marked and (symbol := _unit(word, words)):
            sign = f"# {symbol}"
        else:
            kept.append(word)
    written = sign or ("#" if scale else "")
    if scale and not sign.endswith("%"):
        written = written.replace("#", f"# {scale}")
    return " ".join(kept) or " ".join(words), written


def _unit(word: str, words: Sequence[str]) -> str:
    """The unit that a word of a header is, as it is printed; empty where it is none."""
    if word in ("c", "f") and any(its.startswith("temp") for its in words):
        return f"°{word.upper()}"
    if len(word) < 2 and word not in "gtl":
        return ""
    printed = _AS_PRINTED.get(word, word)
    found = read(f"5 {printed}").quantities
    return printed if len(found) == 1 and found[0].unit is not None and not found[0].unit.currency else ""
