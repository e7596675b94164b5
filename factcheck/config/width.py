"""
Widths of hedges: what ``about = "5%"`` means, and which hedges have one.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.model import table
from factcheck.model.number import plain, whole
from factcheck.model.quantity import Hedge, Modifier, Width
from factcheck.model.regex import regex

GROUP = Modifier.APPROXIMATE.value
"""Stands for every hedge of that modifier ("about", "some", "nearly") that is not named itself."""
REMEDY = 'Write a share of the value, about = "5%", or how many times the usual width, about = 2.'
_WIDTH = regex(r"\s*(\d{1,9}(?:\.\d{1,9}|/[1-9]\d{0,8})?)\s*(%?)\s*")
_MOST = 100
"""The largest multiple, and the largest share [%]: beyond it a hedge would allow anything."""


def width_of(value: object) -> Width | None:
    """
    A width as the configuration says it; ``None`` where it says none.

    >>> width_of("5 %"), width_of("1/2")
    (Width(times=1, share=Fraction(1, 20)), Width(times=Fraction(1, 2), share=None))
    """
    match = _WIDTH.fullmatch(str(value)) if not isinstance(value, bool) else None
    if match is None or (number := Fraction(match[1])) > _MOST:
        return None
    return Width(share=whole(number / 100)) if match[2] else Width(whole(number))


def toml(width: Width) -> str:
    """
    A width as a value of TOML.

    >>> toml(Width(share=Fraction(1, 20))), toml(Width(2)), toml(Width(Fraction(1, 3)))
    ('"5%"', '2', '"1/3"')
    """
    if width.share is not None:
        return f'"{plain(whole(width.share * 100))}%"'
    text = plain(width.times)
    return f'"{text}"' if "/" in text else text


def hedges() -> dict[str, Hedge]:
    """Every hedge by its words, those that are bounds too."""
    known = table.hedges()
    return {hedge.words: hedge for hedge in (*known.before.values(), *known.after.values())}
