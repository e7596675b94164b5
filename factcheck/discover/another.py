"""
Whether the words set a figure against one told before, or say that it is of another time.
"""

from __future__ import annotations

import re

from factcheck.facts.page import Page, Passage
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex

_COMPARED = regex(
    r"\b(?:than|against|versus|vs\.?|above|below|beyond|exceed\w*|beat\w*|match\w*|surpass\w*|topp\w*|miss\w*|double"
    r"|triple|half|twice|times|close to|short of|compared (?:with|to)|unlike|instead of|not"
    r"|(?:up|down|rise|rose|risen|fell|fall|grew|grow\w*|increas\w*|decreas\w*|declin\w*|drop\w*|higher|lower|cut|rais\w+"
    r"|reduc\w+|revis\w+|chang\w+|improv\w+|mov\w+) (?:[\w,.%$-]+ ){0,4}(?:from|on|to))"
    r" (?:(?:the|that|those|these|all|about) )?$",
    re.IGNORECASE,
)
_OTHERWISE = regex(
    r"\b(?:earlier|ago|previous(?:ly)?|prior|preceding|before|forecasts?|expect\w*|predict\w*|estimat\w+|budget\w*|target\w*"
    r"|project(?:ed|ions?)|sought|request\w*|demand\w*|asked|offered|proposed|planned|original(?:ly)?|initial(?:ly)?|first"
    r"|second|third|another|other|others|comparable|next|last (?:month|quarter|week|season)|(?:of|in|for|due) (?:fiscal )?\d{4}"
    r"|of (?:its|his|her|their|January|February|March|April|May|June|July|August|September|October|November|December)|outstanding)\b"
)
_CLAUSE = regex(r"[.;:!?]\s|\n\n|[\"”(]")
_BEHIND = 60
"""How far behind a figure its own words reach [code points]."""


def is_another(page: Page, passage: Passage, quantity: Quantity) -> bool:
    """Whether a figure is one that another is compared with ("than the", "a year earlier"), or one only expected."""
    text = page.text
    before = text[max(passage.start, quantity.start - 60) : quantity.start]
    after = text[quantity.number_end : clause_end(text, passage, quantity)]
    opening = text[passage.start : min(quantity.start, passage.start + 60)]
    return bool(_COMPARED.search(before) or _OTHERWISE.search(after) or _OTHERWISE.search(opening))


def clause_end(text: str, passage: Passage, quantity: Quantity) -> int:
    """Where the words end that may be of a figure: at most some sixty characters behind it."""
    start = quantity.number_end
    stop = _CLAUSE.search(text, start, min(passage.end, start + _BEHIND))
    return stop.start() if stop else min(passage.end, start + _BEHIND)
