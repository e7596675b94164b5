"""
Sentences of exchange rates, in which a currency rises as its number falls: "the yen rose to 153 from 155 to the dollar".
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.model import table
from factcheck.model.regex import regex


def exchanges(text: str) -> bool:
    """
    Whether a text gives the rate of a currency.

    >>> exchanges("The kwacha fell from 2.20 to the dollar to about 15."), exchanges("Sales rose to 3 million dollars.")
    (True, False)
    """
    return _rates().search(text) is not None


@cache
def _rates() -> re.Pattern[str]:
    names = sorted({its for its in table.currencies().names if its.isalpha() and len(its) > 3 and its[-1] != "s"})
    return regex(
        rf"\b(?:against|to|per|versus) (?:the|a|one) (?:[A-Z][\w.]{{1,12}} )?(?:{'|'.join(map(re.escape, names))}|pound|(?:U\.S\. )?currency)\b"
        r"|\bexchange rates?\b",
        re.IGNORECASE,
    )
