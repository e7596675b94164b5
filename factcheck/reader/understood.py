"""
Whether a bare number is of what the number before it is of, for the sentence compares the two.

=================================================  ===========================================
"built 900 cars, up from 700"                       comparison: "up from", "compared with", "versus"
"12 people, four of them children"                  a pronoun that stands for the counted
"sold 900 cars in 2018 and 700 in 2019"             another time
"two men aged 19 and 22"                            another age
"fell 28 barrels to 340"                            the level that a change leads to
=================================================  ===========================================

What the second half of a comparison shares with the first is left out (comparative clauses: Huddleston &
Pullum 2002, ch. 13 §2.2; gapping: ch. 15 §4.2). A change by so many per cent says nothing of its level.
"""

from __future__ import annotations

from factcheck.reader.draft import Draft
from factcheck.reader.token import NUMBER, Tokens
from factcheck.reader.vocabulary import vocabulary

REACH = 16
"""How far apart the two numbers may stand [tokens]."""

_SENTENCE = frozenset(".:?!")
_COMPARED = frozenset(
    {
        ("up", "from"),
        ("down", "from"),
        ("compared", "with"),
        ("compared", "to"),
        ("rather", "than"),
        ("instead", "of"),
        ("estimates", "of"),
    }
)
_PRONOUNS = frozenset({"them", "which", "whom", "these", "those"})
_AND = frozenset({"and", ",", "but", "or"})
_TIMES = frozenset({"last", "this", "next", "previously", "earlier", "yesterday", "today", "now"})
_RELATIVE = frozenset({"percent", "percentage point", "basis point"})


def understood(tokens: Tokens, previous: Draft, draft: Draft) -> bool:
    """Whether a bare number takes the unit or the noun of the one before it."""
    if previous.bare or draft.open - previous.close > REACH or draft.direction is not None:
        return False
    if any(tokens.words[at] in _SENTENCE for at in range(previous.close, draft.open)):
        return False
    lowers, before = tokens.lowers, draft.open - 1
    if previous.close == previous.last and previous.unit is not None and previous.unit.name == "year of age":
        return draft.open - previous.close <= 2 and all(lowers[at] in _AND for at in range(previous.close, draft.open))
    if lowers[draft.close] == "of" and lowers[draft.close + 1] in _PRONOUNS:
        return True
    if (lowers[before - 1], lowers[before]) in _COMPARED or lowers[before] in ("versus", "vs"):
        return True
    if (lowers[before] in _AND and previous.unit is not None) or lowers[before] == "and":
        return _another_time(tokens, draft)
    return lowers[before] in ("to", "at") and _leads(previous, draft)


def _another_time(tokens: Tokens, draft: Draft) -> bool:
    """Whether the number is followed by a time alone: "2.1 last year", "700 in 2019"."""
    after, known = tokens.lowers[draft.close], vocabulary()
    if after == "in":
        then = draft.close + 1
        return tokens.lowers[then] in known.month_names or _is_year(tokens, then)
    return after in _TIMES or (after == "a" and tokens.lowers[draft.close + 1] in ("year", "month", "week", "day"))


def _is_year(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    return tokens.kinds[at] == NUMBER and len(word) == 4 and word.isdecimal() and word[0] in "12"


def _leads(change: Draft, level: Draft) -> bool:
    """Whether a number is the level that a change by so many units leads to."""
    if change.direction is None or change.ends is not None or level.spelled:
        return False
    unit = change.unit
    if unit is None:
        return True
    small = unit.factor != 1 and unit.dimension != () and unit.dimension[0][0].isupper()
    return unit.name not in _RELATIVE and not small  # "up 12.5 cents at 6.705": dollars
