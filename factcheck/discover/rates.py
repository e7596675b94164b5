"""
So much for each: a rate, how many there are, and what they make together.

"$5.74 million to 217,000 claimants, or $26.45 each", "400,000 shares at $12.50 each, for a total of $5.0 million", "each of
the 48 families received $2,500, or $120,000 in all". Where another amount of money stands before them, the total may
be of both, and nothing is said.

Finds:

    The fund paid $5.74 million to 217,000 claimants, or $264 each.
    ---
    The firm sold 400,000 shares at $15.20 each, for a total of $5.0 million.
    ---
    Each of the 48 families will receive $2,500, a total of $102,000.
    ---
    The firm bought 410,000 shares for $5.0 million, an average of $21.20 a share.
    ---
    The fund paid 1,200 victims an average of $5,000, for a total of $60 million.

Leaves alone:

    The fund paid $5.74 million to 217,000 claimants, or $26.45 each.
    ---
    The firm sold 400,000 shares at $12.50 each, for a total of $5.0 million.
    ---
    Each of the 48 families will receive $2,500, a total of $120,000.
    ---
    The firm bought 410,000 shares for $5.0 million, an average of $12.20 a share.
    ---
    They gave 12 pupils $500 each, or $40 more than in 2019.
    ---
    The club sold 400 tickets for $20 each and 300 for $15 each, for a total of $12,500.
    ---
    It bought 400 shares at $12.50 and 100 at $13, for a total of $6,300.
    ---
    The firm pays 300 workers $15 an hour, for a total of $9 million a year.
    ---
    Two adults and 3 children at $5 each paid $35 in total.
    ---
    The firm sold 400 shares at $12.50 each for a total of $4,900 after fees.
    ---
    It agreed to buy 2.6 million of the 3.06 million shares that he held at $24 a share, or $62.4 million.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from factcheck.discover.lead import Row, rows
from factcheck.discover.near import base, slips
from factcheck.discover.proposal import Proposal
from factcheck.facts.page import Page
from factcheck.model.number import Rational, magnitude
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex

_EACH = regex(r" (?:each|apiece|per person|per head)\b")
_AN_AVERAGE = regex(r" (?:[a-z]+ ){0,3}an average of ")
_EACH_OF = regex(r"\b[Ee]ach of (?:the |its |his |her |their |these |those )?$")
_AND = regex(r"\b(?:and|plus|or) (?:the |another |its )?$")
_TOTAL = regex(
    r"(?:\b(?:a|the) (?:grand |combined )?total (?:cost |price |of |payment )*(?:of )?|\b(?:totall?ing|for) |\bor )(?:about |some |nearly |around |roughly )?$"
)
_IN_ALL = regex(r" (?:in all|in total|altogether|overall)\b")
_OF_ALL = regex(r"(?<!\b[Ee]ach )\bof (?:the|its|his|her|their) $")
"""Before what others are a part of: "2.6 million of the 3.06 million shares at $24 a share"."""
_OR = regex(r",? or (?:about |some |nearly |roughly |an average of )?")
_SHARED = regex(r" (?:[a-z]+ )?(?:to|among|for|between|across) (?:the |some |about |its |each of |all )?$")
_LESS = regex(
    r"(?:[^.;:!?]{0,30}\b(?:after|before|plus|including|excluding|net of|less)\b|,? (?:more|less|a year|a month|per)\b)"
)


def find(page: Page) -> Iterator[Proposal]:
    """The rates of each sentence."""
    for passage in page.passages:
        if len(passage.quantities) < 3:
            continue
        for row in rows(page, passage):
            for at in range(len(row) - 2):
                yield from _product(page, row, at)


def _product(page: Page, row: Row, at: int) -> Iterator[Proposal]:
    """Three numbers in a row, whatever their order, as rate, number and total."""
    if not (row.near(at + 1) and row.near(at + 2)) or _money_before(row, at) or _AND.search(row.gaps[at]):
        return
    for rate, count, total in itertools.permutations(range(at, at + 3)):
        if _is_rate(row, rate, count) and _is_count(row, rate, count) and _is_total(row, rate, count, total):
            each, many, whole = (row.quantities[its] for its in (rate, count, total))
            if not _plausible(each, many, whole):
                return
            operands = {"rate": page.stated(each), "base": page.stated(many), "is_": page.stated(whole)}
            yield Proposal("product", operands, "the average", True, "each")
            return


def _money_before(row: Row, at: int) -> bool:
    return any(its.unit is not None and its.unit.currency for its in row.quantities[:at])


def _money(quantity: Quantity) -> str:
    """The currency of an amount, or of a price for something; empty for all else."""
    if quantity.value is None or quantity.unit is None:
        return ""
    name = quantity.dimension[0][0] if quantity.dimension else ""
    return name if name.isupper() else ""


def _is_rate(row: Row, rate: int, count: int) -> bool:
    quantity = row.quantities[rate]
    if not _money(quantity) or not quantity.value:
        return False
    of = quantity.unit.name.partition(" per ")[2] if quantity.unit else ""
    if of:
        return row.quantities[count].counted == of
    if _EACH.match(row.gaps[rate + 1]) or (count == rate - 1 and _AN_AVERAGE.fullmatch(row.gaps[rate])):
        return True
    return count < rate and _EACH_OF.search(row.gaps[count]) is not None


def _is_count(row: Row, rate: int, count: int) -> bool:
    quantity = row.quantities[count]
    if quantity.unit is not None or quantity.counted is None or not quantity.value or quantity.step < 1:
        return False
    return not _OF_ALL.search(row.gaps[count])


def _is_total(row: Row, rate: int, count: int, total: int) -> bool:
    quantity = row.quantities[total]
    if not quantity.value or _money(quantity) != _money(row.quantities[rate]) or quantity.unit is None:
        return False
    if " per " in quantity.unit.name or _EACH.match(row.gaps[total + 1]) or _LESS.match(row.gaps[total + 1]):
        return False
    if total < count:
        return _SHARED.fullmatch(row.gaps[count]) is not None
    if (count, total, rate) == (total - 1, total, total + 1) and _OR.fullmatch(row.gaps[rate]):
        return True  # "the 1,250 plaintiffs will share $10.0 million, or $8,000 each"
    if _IN_ALL.match(row.gaps[total + 1]):
        return True
    return _TOTAL.search(row.gaps[total]) is not None


def _plausible(rate: Quantity, count: Quantity, total: Quantity) -> bool:
    """Whether rate and number make about the total, or but for a slip."""
    r, n, t = base(rate), count.value or 0, base(total)

    def fits(a: Rational, b: Rational, c: Rational, share: int) -> bool:
        return magnitude(a * b - c) * share <= magnitude(c)

    if fits(r, n, t, 4):
        return True
    if any(fits(r * 10**power, n, t, 50) or fits(r, n, t * 10**power, 50) for power in range(1, 7)):
        return True
    tries = (
        [(its, n, t) for its in slips(rate)]
        + [(r, its, t) for its in slips(count)]
        + [(r, n, its) for its in slips(total)]
    )
    return any(fits(*its, 50) for its in tries)
