"""
A whole's figure given to a part of it, and a part's figure given to the whole.
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.comparison.figure import Figure
from factcheck.comparison.known import Whole
from factcheck.facts.place import countries
from factcheck.model import table


def outside(figure: Figure, whole: Whole) -> tuple[Figure, ...]:
    """The parts of a whole that lie in none of the places that the rewrite says the whole's figure of."""
    if not figure.places or whole.figure.places:
        return ()
    where = countries(figure.places)
    placed = [its for its in whole.parts if its.places]
    return tuple(its for its in placed if not countries(its.places) & where)


def is_of_everything(figure: Figure) -> bool:
    """Whether the words just around a number say that it holds everywhere ("worldwide")."""
    quantity, text = figure.quantity, figure.page.text
    start, end = figure.sentence
    around = text[max(start, quantity.start - 24) : min(end, quantity.end + 32)]
    return not figure.places and bool(_everywhere().search(around))


@cache
def _everywhere() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, table.cues('whole')))})\b", re.IGNORECASE)
