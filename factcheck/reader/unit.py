"""
Attach the unit of measure: a symbol or a name behind the number, plain or compound.

"5 kg", "54GB", "10-month", "square feet", "m2", "miles per hour", "mg/kg", "$70 a share",
"barrel-a-day", "percentage points", "50-year-old". A single letter is a unit only where it is glued to
the digits or stands alone in capitals ("2.5 F"); "in" and "at" are units only behind another unit.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.model import table
from factcheck.model.number import divide, whole
from factcheck.model.tokens import NUMBER, WORD, Tokens
from factcheck.model.unit import Unit, combined
from factcheck.reader import currency, sense
from factcheck.reader.draft import Draft
from factcheck.reader.inflection import is_plural, singular
from factcheck.reader.vocabulary import vocabulary

_POWERS = {"square": 2, "sq": 2, "cubic": 3, "cu": 3}
_SUPERSCRIPTS = {"²": 2, "³": 3}
_ARTICLES = frozenset({"a", "an"})
_NOT_ALONE = frozenset(
    {"in", "a", "at", "as", "am", "pm", "st", "no", "mo", "me", "d", "t", "l", "b", "u", "turn", "gpa"}
)


def attach(tokens: Tokens, draft: Draft, at: int) -> None:
    """
    Set ``unit`` and ``close`` where a unit of measure follows at a token, right behind the number; extend a
    currency by "a share", "per ounce".
    """
    if draft.unit is None:
        skip = 1 if tokens.hyphen(at) else 0
        if draft.step == 0 and tokens.lowers[at] == "of" and tokens.lowers[at + 1] in _ARTICLES:
            skip = 2  # "1/16 of a pint"
        elif draft.step == 0 and tokens.lowers[at] in _ARTICLES:
            skip = 1  # "half an hour"
        elif draft.indefinite and tokens.lowers[at] == "of":
            skip = 1  # "hundreds of miles", "billions of dollars"
        if tokens.lowers[at + skip] in _CUSTOMARY and tokens.capital(at + skip):
            skip += 1  # "one US fluid ounce"
        found = measure(tokens, at + skip) or (currency.named(tokens, at + skip) if draft.indefinite else None)
        if found is None:
            draft.unit = _on_scale(tokens, at)
            return
        draft.unit, at = sense.settled(tokens, at + skip, found[0]), found[1]
    draft.unit, draft.close = compound(tokens, draft.unit, at)


def _on_scale(tokens: Tokens, at: int) -> Unit | None:
    """The unit of "70 on the GPa scale", which is no part of the quantity's words."""
    if tokens.lowers[at : at + 2] != ["on", "the"]:
        return None
    found = measure(tokens, at + 2)
    return found[0] if found and tokens.lowers[found[1]] == "scale" else None


def measure(tokens: Tokens, at: int) -> tuple[Unit, int] | None:
    """The unit of measure at a token, and the token behind it."""
    known = table.units()
    word, lower = tokens.words[at], tokens.lowers[at]
    if word in _POWERS or lower in _POWERS:
        return _power_of(tokens, at)
    if word == "°" and tokens.glued(at + 1) and "°" + tokens.words[at + 1] in known.symbols:
        return known.symbols["°" + tokens.words[at + 1]], at + 2
    if lower in known.openers or word == "°":
        found = _phrase(tokens, at)
        if found:
            return found
    glued = tokens.glued(at)
    unit = known.symbols.get(word)
    if unit is not None:
        if not glued and not _stands_alone(tokens, at):
            unit = None
    elif lower in known.names and lower not in _NOT_ALONE:
        unit = known.names[lower]
    elif word[-1:] in _SUPERSCRIPTS and word[:-1] in known.symbols:
        return power(known.symbols[word[:-1]], _SUPERSCRIPTS[word[-1]]), at + 1
    if unit is None:
        return None
    if tokens.kinds[at + 1] == NUMBER and tokens.glued(at + 1) and tokens.words[at + 1] not in ("2", "3"):
        return None  # "m212"
    if unit.dimension in _SQUARED and tokens.words[at + 1] in ("2", "3") and tokens.glued(at + 1) and len(word) < 4:
        return power(unit, int(tokens.words[at + 1])), at + 2
    return unit, at + 1


_LENGTH = (("length", 1),)
_SQUARED = frozenset({_LENGTH, (("time", 1),)})
"""Dimensions whose units are printed with a plain exponent: "m2", "m/s2"."""
_CUSTOMARY = frozenset({"us", "u.s.", "imperial"})


def _stands_alone(tokens: Tokens, at: int) -> bool:
    """Whether a symbol behind a space is one: "5 kg", "5 W", "2 h 30", not "5 in", "2 a", "10 C-suite"."""
    word = tokens.words[at]
    if word in _NOT_ALONE or tokens.hyphen(at + 1):
        return False
    if tokens.capital(at + 1) and tokens.lowers[at + 1] in vocabulary().streets:
        return False  # "500 C Street"
    if len(word) == 1 and tokens.kinds[at + 1] == WORD and tokens.headline(at):
        return False  # "4.25 BILLION A YEAR"
    return len(word) > 1 or not word.isalpha() or word.isupper() or tokens.kinds[at + 1] != WORD or word in "gm"


def _phrase(tokens: Tokens, at: int) -> tuple[Unit, int] | None:
    """A unit of several words; hyphens and points inside do not count ("year-old", "sq. ft")."""
    names = table.units().names
    parts: list[str] = []
    ends: list[int] = []
    index = at
    while len(parts) < 4:
        word = tokens.lowers[index]
        if word == "-" and parts and tokens.hyphen(index):
            index += 1
            continue
        if not word or (tokens.kinds[index] != WORD and word != "°"):
            break
        parts.append(word)
        ends.append(index + 1)
        index += 1
    for length in range(len(parts), 1, -1):
        unit = names.get(" ".join(parts[:length]))
        if unit is not None:
            return unit, ends[length - 1]
    return None


def _power_of(tokens: Tokens, at: int) -> tuple[Unit, int] | None:
    """ "square feet", "cu. m", "square-foot"."""
    exponent = _POWERS[tokens.lowers[at]]
    after = at + 1
    if tokens.words[after] == "." or tokens.hyphen(after):
        after += 1
    found = table.units().symbols.get(tokens.words[after]) or table.units().names.get(tokens.lowers[after])
    if found is None or found.dimension != _LENGTH:
        return None
    return power(found, exponent), after + 1


@lru_cache(maxsize=256)
def power(unit: Unit, exponent: int) -> Unit:
    """The square or the cube of a unit of length or of time."""
    name = f"{'square' if exponent == 2 else 'cubic'} {unit.name}"
    symbol = f"{unit.symbol}{'²' if exponent == 2 else '³'}"
    dimension = tuple((base, power * exponent) for base, power in unit.dimension)
    return Unit(name, symbol, dimension, whole(unit.factor**exponent))


def compound(tokens: Tokens, unit: Unit, at: int) -> tuple[Unit, int]:
    """The unit with "per …", "a …", "/…" behind it, and the token behind that."""
    word = tokens.lowers[at]
    if word == "/" and tokens.words[at + 1] and tokens.kinds[at + 1] == WORD:
        found = measure(tokens, at + 1) or _slash(tokens, at + 1)
        return (per(unit, found[0]), found[1]) if found else (unit, at)
    hyphen = tokens.hyphen(at)
    link = tokens.lowers[at + hyphen]
    if link == "per" or link in _ARTICLES:
        after = at + hyphen + 1
        after += tokens.hyphen(after)
        found = measure(tokens, after)
        if found and link in _ARTICLES and tokens.lowers[found[1]] in _AGO:
            return unit, at  # "$6.78 billion a year earlier"
        if found and (link == "per" or _rate_base(found[0], unit)):
            return per(unit, found[0]), found[1]
        noun = tokens.lowers[after]
        counted = tokens.kinds[after] == WORD and noun not in vocabulary().function and not is_plural(noun)
        if counted and (link == "per" or (_is_money(unit) and noun in vocabulary().sold_by)):
            return per_noun(unit, singular(noun)), after + 1
    return unit, at


_AGO = frozenset({"earlier", "ago", "before", "later", "on", "after", "prior", "previously"})


def _slash(tokens: Tokens, at: int) -> tuple[Unit, int] | None:
    found = table.units().symbols.get(tokens.words[at]) or table.units().names.get(tokens.lowers[at])
    return (found, at + 1) if found else None


def _rate_base(base: Unit, unit: Unit) -> bool:
    """Whether "a" before a unit means "per": "$98 an ounce", "3 hours a day", not "2% a gram of"."""
    return base.dimension == _TIME or _is_money(unit)


def _is_money(unit: Unit) -> bool:
    """Whether a unit is a currency or its hundredth."""
    return unit.currency or (len(unit.dimension) == 1 and unit.dimension[0][0].isupper())


_TIME = (("time", 1),)


@lru_cache(maxsize=512)
def per(unit: Unit, base: Unit) -> Unit:
    """ "this per that"."""
    return unit.per(base)


@lru_cache(maxsize=512)
def per_noun(unit: Unit, noun: str) -> Unit:
    """ "this per share": a counted noun is a label, so the dimension stays."""
    return Unit(f"{unit.name} per {noun}", f"{unit.symbol}/{noun}", unit.dimension, unit.factor)


def rate(base: Unit) -> Unit:
    """ "per day" behind a counted noun."""
    inverse = combined((), base.dimension, -1)
    return Unit(f"per {base.name}", f"per {base.name}", inverse, divide(1, base.factor))
