"""
Put an amount in two units or more together: "5 feet 2 inches", "6 ft 2 in", "2 hours, 15 minutes and 3 seconds",
"one year and six months", "two hours and a half", "thirteen dollars and forty-five cents"; of a height the inches
may be understood ("6-foot-5").

The second unit is the next smaller one of the same kind, its number is a whole one (of seconds, any) below the
ratio of the two (NIST Handbook 44, Appendix C). The value is in the larger unit, its step is one of the smaller.
"""

from __future__ import annotations

from factcheck.model import table
from factcheck.model.number import Rational, divide, whole
from factcheck.model.tokens import NUMBER, WORD, Tokens
from factcheck.model.unit import Unit
from factcheck.reader.draft import Draft
from factcheck.reader.numeral import numeral
from factcheck.reader.vocabulary import vocabulary

_BETWEEN = frozenset({"and", ","})

_SMALLER = {
    "foot": "inch",
    "day": "hour",
    "hour": "minute",
    "minute": "second",
    "month": "day",
    "pound": "ounce",
    "stone": "pound",
    "week": "day",
    "year": "month",
}
"""The unit that the rest of an amount is in."""


def attach(tokens: Tokens, draft: Draft) -> None:
    """Add the rest of an amount in a smaller unit to the value; sets ``value``, ``step`` and ``close``."""
    unit = draft.unit
    if unit is None or draft.step != 1:
        return
    if tokens.lowers[draft.close] == "and" and tokens.lowers[draft.close + 1] == "a":
        if unit.dimension:  # not "324% and a quarter"
            _and_a_half(tokens, draft)
        return
    if unit.currency:
        at = _rest(tokens, draft)
        if at:
            _cents(tokens, draft, unit, at)
        return
    smaller = unit
    while smaller.name in _SMALLER:
        larger, smaller = smaller, table.units().names[_SMALLER[smaller.name]]
        at = _rest(tokens, draft)
        if not at or not _add_smaller(tokens, draft, larger, smaller, at):
            break
    if smaller is not unit and tokens.lowers[draft.close] == "old":  # "two years and three months old"
        draft.unit = table.units().names.get(f"{unit.name} of age", unit)
        draft.close += draft.unit is not unit


def _rest(tokens: Tokens, draft: Draft) -> int:
    """Where the number of the rest may begin behind an amount; 0 where there is none."""
    at = draft.close + (tokens.lowers[draft.close] in _BETWEEN or tokens.hyphen(draft.close))
    at += tokens.lowers[at] == "and" and tokens.words[at - 1] == ","
    number = tokens.kinds[at] == NUMBER or tokens.lowers[at] in vocabulary().numbers.cardinals
    return at if number else 0


def _add_smaller(tokens: Tokens, draft: Draft, larger: Unit, smaller: Unit, at: int) -> bool:
    """Add the number at a token where it is in the smaller unit; whether it is."""
    rest, unit, known = numeral(tokens, at), draft.unit, table.units()
    whole_number = rest is not None and (rest.step == 1 or smaller.name == "second")
    if unit is None or rest is None or not whole_number or not 0 < rest.value < divide(larger.factor, smaller.factor):
        return False
    if tokens.hyphen(draft.close):  # "6-foot-5"
        if unit.name == "foot" and not tokens.hyphen(rest.last):
            _add(draft, rest.value, divide(1, 12), rest.last)
        return False
    last = rest.last + tokens.hyphen(rest.last)
    if smaller not in (known.names.get(tokens.lowers[last]), known.symbols.get(tokens.words[last])):
        return False
    if tokens.lowers[last + 1] in _PER:  # "two days, five hours a day"
        return False
    _add(draft, rest.value, divide(smaller.factor, unit.factor), last + 1)
    draft.step = whole(draft.step * rest.step)
    return True


_PER = frozenset({"a", "per", "each", "every"})


def _and_a_half(tokens: Tokens, draft: Draft) -> None:
    """The rest of "two hours and a half", not of "two hours and a half day"."""
    at, known = draft.close + 2, vocabulary()
    word, after = tokens.lowers[at], at + 1
    ends = tokens.lowers[after] != "of" and (tokens.kinds[after] != WORD or tokens.lowers[after] in known.function)
    if word in ("half", "quarter") and ends:
        draft.value, draft.step = whole(draft.value + divide(1, known.numbers.fractions[word])), 0
        draft.close = after


def height(tokens: Tokens, draft: Draft) -> bool:
    """Read feet and inches by their marks: 6'2"; whether there were any."""
    at = draft.last
    if tokens.words[at] not in ("'", "’", "′") or draft.step != 1 or not 0 < draft.value < 10 or draft.spelled:
        return False
    inches = tokens.words[at + 1]
    if not (tokens.glued(at) and tokens.glued(at + 1) and inches.isdecimal() and len(inches) < 3 and int(inches) < 12):
        return False
    if tokens.words[at + 2] not in ('"', "”", "″"):
        return False
    draft.unit = table.units().names["foot"]
    _add(draft, int(inches), divide(1, 12), at + 3)
    return True


def _add(draft: Draft, rest: Rational, step: Rational, close: int) -> None:
    draft.value, draft.step, draft.close = whole(draft.value + rest * step), step, close


def _cents(tokens: Tokens, draft: Draft, unit: Unit, at: int) -> None:
    """The rest of "thirteen dollars and forty-five cents", or of "15 dollars 50" at the end of a phrase."""
    rest = numeral(tokens, at)
    if unit.factor != 1 or rest is None or rest.step != 1 or not 0 < rest.value < 100:
        return
    small = table.currencies().names.get(tokens.lowers[rest.last])
    if small is not None and small.factor != 1:
        _add(draft, rest.value, small.factor, rest.last + 1)
        draft.last = draft.close
    elif at == draft.close and rest.value >= 10 and tokens.words[rest.last] in _ENDS and draft.close > draft.first + 1:
        _add(draft, rest.value, divide(1, 100), rest.last)
        draft.last = draft.close


_ENDS = frozenset({"", ".", ",", ";", "?", "!", ")"})
