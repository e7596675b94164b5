"""
A new value with what it has grown by, as an amount and as a percentage; the old value is not told.

"Net sales rose $94 million, or 4%, to $2.5 billion", "$2.5 billion, an increase of $94 million, or 4%". The amount is
that percentage of the new value without it.

Finds:

    Net sales rose $94 million, or 14%, to $2.5 billion.
    ---
    Reserves were 2.5 billion barrels, an increase of 94 million barrels or 14 percent.
    ---
    Membership fell by 1,200, or 3%, to 18,800.
    ---
    Revenue was $415.0 million, up $32.4 million, or 18.5%.
    ---
    Revenue of $105 million decreased by $15 million, or 15.2%.
    ---
    The price increased by $4.26, or 22%, in twelve months, reaching $38.91.

Leaves alone:

    Net sales rose $94 million, or 4%, to $2.5 billion.
    ---
    Reserves were 2.5 billion barrels, an increase of 94 million barrels or 4 percent.
    ---
    Membership fell by 1,200, or 6%, to 18,800.
    ---
    Revenue was $415.0 million, up $32.4 million, or 8.5%.
    ---
    Revenue of $105 million decreased by $15 million, or 12.5%.
    ---
    Sales rose $94 million, or 9% in local currency, to $2.5 billion.
    ---
    Sales rose $94 million, or 3%, to $3.0 billion from $2.9 billion.
    ---
    Costs rose $12 million, or 30%, and sales came to $2.5 billion.
    ---
    The fund paid $40 million, up from $30 million, or 5% of its assets.
    ---
    Organic sales rose $94 million, or 9%, to $2.5 billion.
    ---
    Shares rose $2, or 5%, to $42.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.discover.fit import borrowed, same
from factcheck.discover.lead import Row, rows
from factcheck.discover.movement import By, change_at, compared, comparison, with_second
from factcheck.discover.plausible import ADJUSTED
from factcheck.discover.proposal import Proposal
from factcheck.facts.page import Page
from factcheck.model.amount import base, is_percent
from factcheck.model.number import Rational, divide, magnitude
from factcheck.model.quantity import Direction, Quantity
from factcheck.model.regex import regex
from factcheck.model.slip import is_slip


def find(page: Page) -> Iterator[Proposal]:
    """The new values of each sentence with both of their changes."""
    for passage in page.passages:
        if len(passage.quantities) < 3 or ADJUSTED.search(page.text, passage.start, passage.end):
            continue
        taken: set[int] = set()
        for row in rows(page, passage):
            for at in range(len(row) - 2):
                for new, amounts in (*_led_by_change(row, at), *_led_by_value(row, at)):
                    if new.number_start not in taken:
                        taken.add(new.number_start)
                        yield from _proposal(page, new, amounts)


_MOVED = regex(
    r"(?: [a-z]{1,12}){0,4} (?:increased|decreased|rose|fell|grew|declined|dropped|climbed|jumped|was up|was down|were up|were down)"
    r"(?: by)? "
)
"""Between a new value and what it has grown by: "of $105 million decreased by $15 million, or 12.5%"."""
_FAR = 30
"""How far off a percentage may be and still be meant [percentage points]."""

_Grown = tuple[Quantity, tuple[By, ...]]


def _led_by_change(row: Row, at: int) -> Iterator[_Grown]:
    """ "rose $94 million, or 4%, to $2.5 billion"."""
    first = change_at(row, at)
    if first is None or (at and row.is_second(at)):
        return
    amounts, value = with_second(row, at, first)
    last = value + 1 >= len(row) or not (row.is_old(value + 1) or compared(row, value + 1))
    if len(amounts) == 2 and value < len(row) and row.is_new(value) and last:
        yield row.quantities[value], amounts


def _led_by_value(row: Row, at: int) -> Iterator[_Grown]:
    """ "$2.5 billion, an increase of $94 million, or 4%"."""
    first = comparison(row, at + 1) or (change_at(row, at + 1) if _MOVED.fullmatch(row.gaps[at + 1]) else None)
    if first is None or first.compares or row.is_second(at) or row.is_old(at + 1):
        return
    amounts, value = with_second(row, at + 1, first)
    if len(amounts) == 2 and not (value < len(row) and (row.is_old(value) or compared(row, value))):
        yield row.quantities[at], amounts


def _proposal(page: Page, new: Quantity, amounts: tuple[By, ...]) -> Iterator[Proposal]:
    percents = [its for its in amounts if is_percent(its.quantity)]
    others = [its for its in amounts if not is_percent(its.quantity)]
    if len(percents) != 1 or len(others) != 1 or is_percent(new):
        return
    by, percent = borrowed(others[0].quantity, new), percents[0].quantity
    way = others[0].direction or percents[0].direction
    if way is None or by.value is None or percent.value is None or not same(by, new) or not base(new):
        return
    if not _plausible(base(new), base(by), percent, way):
        return
    by, percent = replace(by, direction=way), replace(percent, direction=way)
    operands = {"new": page.stated(new), "by": page.stated(by), "percent": page.stated(percent)}
    yield Proposal("change", operands, "the change", True, "or")


def _plausible(new: Rational, by: Rational, percent: Quantity, way: Direction) -> bool:
    """Whether the percentage is near what the amount makes, or a slip away from it."""
    old = new + by if way == Direction.DOWN else new - by
    said = percent.value or 0
    if old <= 0 or not said or not percent.step:
        return False
    made = divide(by * 100, old)
    if is_slip(round(divide(made, percent.step)), divide(said, percent.step)):
        return True
    return magnitude(made - said) <= _FAR or (made < 2 * said and said < 2 * made)
