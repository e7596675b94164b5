"""
Whether a bare number is of what the number before it is of, for the sentence compares the two.

=================================================  ===========================================
"built 900 cars, up from 700"                       comparison: "up from", "compared with", "versus"
"12 people, four of them children"                  a pronoun that stands for the counted
"sold 900 cars in 2018 and 700 in 2019"             another time
"two men aged 19 and 22"                            another age
"fell 28 barrels to 340"                            the level that a change leads to
"won 12 medals, Italy nine and Spain 7"             a clause without its verb (gapping)
"at least 12, possibly 20, people"                  a second thought about the same number
=================================================  ===========================================

What the second half of a comparison shares with the first is left out (comparative clauses: Huddleston &
Pullum 2002, ch. 13 §2.2; gapping: ch. 15 §4.2). A change by so many per cent says nothing of its level.
"""

from __future__ import annotations

from factcheck.model.name import kinds
from factcheck.model.tokens import NUMBER, WORD, Tokens
from factcheck.reader.draft import Draft
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


def gapped(tokens: Tokens, previous: Draft, draft: Draft) -> int:
    """
    The first token of the name whose clause has lost its verb and its noun: "…, Italy nine and Spain 7"; 0 where
    there is none. Digits behind a name are more often part of it ("Galaxy 9"), but behind a country.
    """
    last = draft.open - 1
    first = last - (tokens.kinds[last - 1] == WORD and tokens.capital(last - 1))
    first -= tokens.lowers[first - 1] == "the"
    if tokens.lowers[first - 1] not in _AND or tokens.lowers[draft.close] not in _CLAUSE_ENDS:
        return 0
    if not tokens.capital(last) or draft.open - previous.close > REACH:
        return 0
    known = vocabulary()
    if tokens.lowers[last] in known.labels or tokens.lowers[last] in known.calendar or draft.hedge is not None:
        return 0
    if any(tokens.words[at] in _SENTENCE for at in range(previous.close, first)):
        return 0
    return first if draft.spelled or kinds(tokens.text[tokens.starts[first] : tokens.ends[last]]) else 0


_CLAUSE_ENDS = frozenset({"", ".", ",", ";", "and", "but", ")"})


def is_level(tokens: Tokens, previous: Draft, draft: Draft) -> bool:
    """Whether a number is the level that a change by so many per cent has led to: "down 1% at 1,463 points"."""
    if previous.unit is None or previous.unit.name not in _RELATIVE or previous.direction is None:
        return False
    if draft.direction is not None or draft.open - previous.close > 4:
        return False
    return tokens.lowers[draft.open - 1] in ("at", "to")


def same_sentence(tokens: Tokens, one: Draft, other: Draft) -> bool:
    """Whether no sentence ends between two numbers that stand near each other."""
    gap = range(one.close, other.open)
    return len(gap) <= 2 * REACH and not any(tokens.words[at] in _SENTENCE for at in gap)


def alternative(tokens: Tokens, previous: Draft, draft: Draft) -> bool:
    """Whether a number is a second thought about the one before it: "at least 12, possibly 20, people"."""
    at = draft.open - 1
    return tokens.lowers[at] in _PERHAPS and previous.close == at - 1 and tokens.words[previous.close] == ","


_PERHAPS = frozenset({"possibly", "perhaps", "maybe", "probably", "potentially"})


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
