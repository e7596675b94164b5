"""
Find dates, months, weekdays and years, and read them as what they are, never as quantities.

"July 4, 2016", "11 February", "Feb. 21", "June of 2018", "2021-10-27", "Tuesday", "in 2019",
"2018/19". A bare number of four digits is a year between 1900 and 2035, unless a unit, a currency sign, a
hedge, an addend, a verb of counting before a plural or (for a round one) a plural noun says otherwise; between
1500 and 2099, where a word before it says so ("since 1789"). Numbers of that size that count are written with a
comma (AP Stylebook, s.v. numerals).
"""

from __future__ import annotations

from factcheck.model.moment import Date
from factcheck.model.tokens import CODE, NUMBER, WORD, Tokens
from factcheck.reader.inflection import is_plural
from factcheck.reader.unit import measure
from factcheck.reader.vocabulary import Vocabulary, vocabulary


def dates(tokens: Tokens, index: int) -> tuple[tuple[Date, ...], int] | None:
    """The dates that begin at a token, two where a range of days shares its month, and the token behind them."""
    if tokens.kinds[index] == NUMBER:
        found = _days_month(tokens, index)
        if found is not None:
            return found
    first = date(tokens, index)
    if first is None:
        return None
    one, at = first
    if one.day is None or one.year is not None or tokens.lowers[at] not in _TO:
        return (one,), at
    day = _day(tokens.words[at + 1])
    # "the February 21-28 period", "the March 1 through 20 period"
    dashed = (tokens.glued(at) and tokens.glued(at + 1)) or tokens.lowers[at] == "through"
    if day is None or day <= one.day or not (dashed or _free(tokens, at + 2)):
        return (one,), at
    last = at + 2
    year = _year(tokens.words[last + (tokens.words[last] == ",")])
    last += (1 + (tokens.words[last] == ",")) if year else 0
    other, last = _make(tokens, at + 1, last, year, one.month, day)
    return (one, other), last


_TO = frozenset({"to", "-", "–", "—", "and", "through", "or"})


def _free(tokens: Tokens, at: int) -> bool:
    """Whether nothing behind a number says that it counts: "May 24 to 26", not "May 24 and 26 men"."""
    return tokens.kinds[at] != WORD or tokens.lowers[at] in vocabulary().function


def _days_month(tokens: Tokens, index: int) -> tuple[tuple[Date, ...], int] | None:
    """ "24-26 May 2019", "24 and 26 May"."""
    known, day = vocabulary(), _day(tokens.words[index])
    if day is None or tokens.lowers[index + 1] not in _TO or tokens.lowers[index + 3] not in known.month_names:
        return None
    found = _day_month(tokens, index + 2, known) if tokens.capital(index + 3) else None
    if found is None:
        return None
    other, last = found
    return (_make(tokens, index, index + 1, other.year, other.month, day)[0], other), last


def date(tokens: Tokens, index: int) -> tuple[Date, int] | None:
    """The date that begins at a token, and the token behind it."""
    known = vocabulary()
    kind = tokens.kinds[index]
    if kind == NUMBER:
        if tokens.lowers[index + 2] in known.month_names and tokens.hyphen(index + 1) and tokens.hyphen(index + 3):
            return _hyphened(tokens, index, known)
        if tokens.lowers[index + 1] in known.month_names and (tokens.capital(index + 1) or _day_ends(tokens, index)):
            return _day_month(tokens, index, known)
        return _year_alone(tokens, index, known)
    if kind == CODE:
        return _iso(tokens, index)
    word = tokens.lowers[index]
    if not tokens.capital(index) and (
        word not in known.month_names or word in _AMBIGUOUS or not _numbered(tokens, index)
    ):
        return None
    if word in known.weekdays:
        return _make(tokens, index, index + 1, weekday=known.weekdays[word])
    if word in known.month_names:
        return _month_day(tokens, index, known)
    return None


_AMBIGUOUS = frozenset({"march", "mar", "sept", "dec", "jun"})


def _numbered(tokens: Tokens, index: int) -> bool:
    """Whether a month in lower case has its day or year: "on may 19,"."""
    at = index + 1 + (tokens.words[index + 1] == ".")
    if tokens.kinds[at] != NUMBER or not tokens.words[at].isdecimal():
        return False
    return tokens.lowers[index] != "may" or tokens.lowers[index - 1] in ("on", "in", "since", "until", "of")


def _day_ends(tokens: Tokens, index: int) -> bool:
    """Whether a month in lower case stands behind its day: "11 february"."""
    return tokens.lowers[index + 1] not in ("may", "march", "mar", "dec", "jun", "sept")


def _make(
    tokens: Tokens,
    first: int,
    last: int,
    year: int | None = None,
    month: int | None = None,
    day: int | None = None,
    weekday: int | None = None,
) -> tuple[Date, int]:
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return Date(tokens.text[start:end], start, end, year, month, day, weekday), last


def _month(word: str, known: Vocabulary) -> int:
    return known.months[word[:3]]


def _day(word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) < 3 and 1 <= int(word) <= 31 else None


def _year(word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) == 4 and 1500 <= int(word) <= 2199 else None


def _day_month(tokens: Tokens, index: int, known: Vocabulary) -> tuple[Date, int] | None:
    """ "11 February 2019"."""
    day = _day(tokens.words[index])
    if day is None:
        return None
    last = index + 2
    year = _year(tokens.words[last])
    return _make(tokens, index, last + (year is not None), year, _month(tokens.lowers[index + 1], known), day)


def _hyphened(tokens: Tokens, index: int, known: Vocabulary) -> tuple[Date, int] | None:
    """ "22-Oct-2020"."""
    day, year = _day(tokens.words[index]), _year(tokens.words[index + 4])
    if day is None or year is None:
        return None
    return _make(tokens, index, index + 5, year, _month(tokens.lowers[index + 2], known), day)


def _month_day(tokens: Tokens, index: int, known: Vocabulary) -> tuple[Date, int] | None:
    """ "July 4, 2016", "Feb. 21", "March 2019", "June of 2018", "October"; "may" needs a number."""
    month = _month(tokens.lowers[index], known)
    at = index + 1 + (tokens.words[index + 1] == ".")
    day = _day(tokens.words[at])
    year = _year(tokens.words[at + (tokens.lowers[at] in ("of", ","))])
    if day is not None:
        at += 1 + (tokens.lowers[at + 1] in ("st", "nd", "rd", "th") and tokens.glued(at + 1))
        comma = at + (tokens.words[at] == ",")
        year = _year(tokens.words[comma])
        return _make(tokens, index, comma + 1 if year else at, year, month, day)
    if year is not None:
        return _make(tokens, index, at + 1 + (tokens.lowers[at] in ("of", ",")), year, month)
    if tokens.lowers[index] in ("may", "march", "mar", "sun", "jan", "dec", "sat") or len(tokens.words[index]) < 4:
        return None
    return _make(tokens, index, index + 1, month=month)


def _iso(tokens: Tokens, index: int) -> tuple[Date, int] | None:
    parts = tokens.words[index].split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts) or len(parts[0]) != 4:
        return None
    year, month, day = (int(part) for part in parts)
    if not (1500 <= year <= 2099 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    return _make(tokens, index, index + 1, year, month, day)


_HEDGES = frozenset("than about approximately roughly nearly almost over least most exactly to".split())
_CURRENCY = frozenset("$£€¥₹#")


def _year_alone(tokens: Tokens, index: int, known: Vocabulary) -> tuple[Date, int] | None:
    """A bare year; ``None`` where the number may count or measure something."""
    year = _year(tokens.words[index])
    if year is None:
        return None
    before, after = tokens.lowers[index - 1], tokens.lowers[index + 1]
    if before in _CURRENCY or (tokens.glued(index) and before not in _MAY_STAND_BEFORE):
        return None
    if before in _APPROXIMATE and tokens.lowers[index - 2] in _SINCE:  # "since about 1950"
        before = tokens.lowers[index - 2]
    cue = before in known.year_cues or before in known.month_names
    named = before == "of" and tokens.capital(index - 2) and not is_plural(after)  # "the War of 1812"
    usual = named or 1900 <= year <= 2035 or (cue and before in _WEAK and _paired(tokens, index))
    if not usual and (not cue or before in _WEAK):
        return None
    if after in ("′", "'", "’") and tokens.lowers[index + 2] == "s":
        return _make(tokens, index, index + 1, year)
    if tokens.glued(index + 1) and after not in _MAY_FOLLOW:
        return None
    if after == "%" or (measure(tokens, index + 1) and after not in _OF_A_YEAR and not _prices(tokens, index)):
        return None
    compared = usual and _compares(tokens, index)
    if (before in _HEDGES and not (before == "to" and usual) and not compared) or _counts_on(tokens, index):
        return None
    if is_plural(after) and not cue and not compared and year % 100 == 0 and after != "s":
        return None
    if _is_count(tokens, index):
        return None
    return _make(tokens, index, index + 1, year)


_OF_A_YEAR = frozenset({"season", "quarter", "year", "month", "week", "second", "grain", "bar"})
"""Nouns that a year narrows, in the singular: "the 1988 quarter"; a count would have the plural."""


def _prices(tokens: Tokens, index: int) -> bool:
    """Whether a year says whose money is meant: "in 2012 dollars", "constant 2010 euros"."""
    return tokens.lowers[index - 1] in ("in", "constant") and is_plural(tokens.lowers[index + 1])


def _compares(tokens: Tokens, index: int) -> bool:
    """Whether a year is what something is set against: "a rise of 3,400 over 1985", "12% higher than 2019"."""
    at, known = index - 1, vocabulary()
    if tokens.lowers[at] not in ("over", "than"):
        return False
    word = tokens.lowers[at - 1]
    if tokens.lowers[at] == "than" and word in _COMPARATIVES:
        word = tokens.lowers[at - 2]
        return tokens.kinds[at - 2] == NUMBER or word in ("%", "percent", "pct", "cent", "much")
    if tokens.kinds[index + 1] == WORD and is_plural(tokens.lowers[index + 1]) and tokens.lowers[index + 1] != "levels":
        return False
    return tokens.lowers[at] == "over" and any(
        its in _CHANGES or its in known.up or its in known.down for its in tokens.lowers[max(at - _REACH, 0) : at]
    )


_COMPARATIVES = frozenset({"more", "less", "fewer", "higher", "lower"})
_CHANGES = frozenset(
    "increase rise gain growth improvement jump up higher decrease drop decline fall reduction down lower".split()
)
_REACH = 8
"""How far before "over" the word of change may stand [tokens]."""

_APPROXIMATE = frozenset("about around approximately roughly circa".split())
_SINCE = frozenset("from since until in before after between by".split())
_WEAK = frozenset("to and or the this that of for with between around".split())
"""Words before a year that stand before any number as well."""


def _paired(tokens: Tokens, index: int) -> bool:
    """Whether a second year closes a span and nothing is counted: "between 1600 and 1900", "1812 to 1815"."""
    at = index + 2 if tokens.lowers[index + 1] in _TO else index - 2
    return _year(tokens.words[at]) is not None and not is_plural(tokens.lowers[max(at, index) + 1])


def _counts_on(tokens: Tokens, index: int) -> bool:
    """Whether the number is the lower end of a range of things: "2000 or 3000 likes"."""
    if tokens.lowers[index + 1] not in ("to", "or", "-", "–") or tokens.kinds[index + 2] != NUMBER:
        return False
    other = tokens.words[index + 2]
    return len(other) == 4 and other.isdecimal() and int(other) > 2100


def _is_count(tokens: Tokens, index: int) -> bool:
    """
    Whether a number can be no year, for things are counted: "made 1950 arrests", "20 plus 1950 arrests". What may
    be either stays a year, and no finding takes it for a count: "1986 earnings", "the 2020 elections".
    """
    before, after = tokens.lowers[index - 1], tokens.lowers[index + 1]
    if after in _PLUS:
        return tokens.kinds[index + 2] == NUMBER
    counted = before in _COUNTING or (before in _PLUS and tokens.kinds[index - 2] == NUMBER)
    return counted and tokens.kinds[index + 1] == WORD and is_plural(after)


_PLUS = frozenset({"plus", "+"})
_COUNTING = frozenset(
    "count counts counted counting make makes made making seize seizes seized seizing kill kills killed killing"
    " arrest arrests arrested wound wounds wounded injure injures injured".split()
)
"""Verbs whose object in the plural is a number of things, never those of a year."""
_MAY_STAND_BEFORE = frozenset("([-–—/'‘’\"“”«*_")
_MAY_FOLLOW = frozenset(".,;:)?!'\"”’-–—/]…")
