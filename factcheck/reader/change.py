"""
Tell old and new from a range: "rose from 40 to 44" names two numbers, "costs from 40 to 44" one range.

Old and new stand behind "from" and "to" where a verb or noun of change governs them in their clause ("fell
by two points, from 9 % to 7 %", "growth from 3 to 4 million"), or where the second is the smaller: nobody
writes a range that falls. A verb of extent right before "from" ("ranging from") makes a range of any two
(Levin 1993, classes 45.6 and 47.8: verbs of calibratable change, verbs of contiguous extent).
"""

from __future__ import annotations

from factcheck.reader.draft import Draft
from factcheck.reader.token import WORD, Tokens
from factcheck.reader.vocabulary import vocabulary

REACH = 14
"""How far before "from" the verb or noun of change may stand [tokens]."""

_CLAUSE_ENDS = frozenset(".;:?!")


def is_change(tokens: Tokens, old: Draft, new: Draft) -> bool:
    """Whether two numbers that "from" and "to" join are what was and what is."""
    opener = old.open - 1
    if tokens.lowers[opener] != "from":
        return False
    known = vocabulary()
    if tokens.lowers[opener - 1] in known.extent:
        return False
    if old.value > new.value and old.scale == new.scale:
        return True
    for index in range(opener - 1, max(opener - REACH, 0), -1):
        word = tokens.words[index]
        if word in _CLAUSE_ENDS or not word:
            return False
        if tokens.kinds[index] == WORD and tokens.lowers[index] in known.change:
            return True
    return False
