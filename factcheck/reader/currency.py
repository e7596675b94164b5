"""
Attach the currency: a sign, a code or a name, and the sign of the number with it.

Before the number: "$5", "US $5", "RM79", "-$5", "$-5", "EUR 20", "rupees 500 crore"; behind it: "5 euros",
"120 JPY", "1,200€", "10.5 million Australian dollars", "$76 US". A number glued to letters that are no
currency ("XC40") is a name, which reader/trap.py drops.
"""

from __future__ import annotations

from factcheck.model import table
from factcheck.model.number import whole
from factcheck.model.tokens import HYPHENS, NUMBER, PAD, SIGN, WORD, Tokens
from factcheck.model.unit import Unit
from factcheck.reader import sense
from factcheck.reader.draft import Draft

_MINUS = frozenset("-−–")
_NEGATIVE_WORDS = frozenset({"minus", "negative"})
_UNITED_STATES = frozenset({"us", "u.s."})


def attach(tokens: Tokens, draft: Draft) -> None:
    """Set the unit where it is money, and the number's sign; moves ``first`` and ``last``."""
    _sign(tokens, draft)
    _before(tokens, draft)
    if draft.unit:
        if not _is_bullet(tokens, draft.first - 1):
            _sign(tokens, draft)
        if tokens.lowers[draft.last] in _UNITED_STATES and draft.unit.name == "USD":
            draft.last += 1  # "$76 US a barrel"
    else:
        _behind(tokens, draft)


def _sign(tokens: Tokens, draft: Draft) -> None:
    """A minus or plus sign glued to the number, or "minus" before it."""
    before = draft.first - 1
    mark = tokens.words[before]
    if mark in _MINUS and tokens.glued(draft.first):
        if tokens.lowers[before - 1] in _NEGATIVE_WORDS:  # "minus-5"
            draft.value, draft.first = -draft.value, before - 1
        elif _may_be_minus(tokens, draft, before):
            draft.value, draft.first = -draft.value, before
    elif mark == "+" and tokens.glued(draft.first) and not (tokens.glued(before) and tokens.kinds[before - 1] == WORD):
        draft.first = before
    elif _is_minus(tokens, before):
        draft.value, draft.first = -draft.value, before


def _is_bullet(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen before an amount opens an item of a list: "-$10 million for schools"."""
    if tokens.words[at] not in HYPHENS or not tokens.glued(at + 1):
        return False
    return tokens.words[at - 1] in _BEFORE_ITEM or tokens.begins_line(at)


_BEFORE_ITEM = frozenset('.:;?!"“')


def _may_be_minus(tokens: Tokens, draft: Draft, at: int) -> bool:
    """
    Whether a dash glued to a number is its sign: behind a space, a bracket, markup ("**-58 %**") or a currency sign;
    not the stray space of "COVID -19".
    """
    previous = tokens.words[at - 1]
    if tokens.glued(at):
        return previous in _OPENING or previous in table.currencies().symbols
    named = tokens.kinds[at - 1] == WORD and previous.isupper() and len(previous) > 1
    return not named or draft.step != 1 or tokens.lowers[draft.last] in ("%", "percent", "pct")


_OPENING = frozenset("([{*_~|:=\"'“‘„«/")
"""What a sign may be glued behind."""


def _is_minus(tokens: Tokens, at: int) -> bool:
    """Whether a word or a spaced sign means minus: "negative five", but not the sum "9 minus five"."""
    if tokens.lowers[at] in _NEGATIVE_WORDS:
        return tokens.kinds[at - 1] != NUMBER and tokens.lowers[at - 1] != "or"  # "plus or minus 3 points"
    return tokens.words[at] == "−" and tokens.kinds[at - 1] == PAD


def _before(tokens: Tokens, draft: Draft) -> None:
    """A currency sign or code in front of the number."""
    known = table.currencies()
    signs = known.signs
    at = draft.first - 1
    word = tokens.words[at]
    if word in known.symbols:
        draft.unit, draft.first = signs[word], at
        joined = tokens.words[at - 1] + word
        article = tokens.words[at - 1] == "A" and not tokens.glued(at)  # "A $45 million deal"
        if tokens.kinds[at - 1] == WORD and joined in signs and not article:  # "US$", "HK $", "A$"
            draft.unit, draft.first = signs[joined], at - 1
    elif tokens.kinds[at] == WORD:
        if tokens.words[at - 1] == "$" and "$" + word in signs and tokens.glued(at):  # "$US55", "$A82"
            draft.unit, draft.first = signs["$" + word], at - 1
        elif word in signs and not word.islower() and _is_code(tokens, draft, word):
            draft.unit, draft.first = signs[word], at
        elif word[:1] == "M" and draft.scale == 1 and _in_millions(word):  # "MEUR 120"
            draft.unit, draft.first = signs[word[1:]], at
            _multiply(draft, 1_000_000)
    elif word == "=" and tokens.words[at - 1] == "Y" and tokens.glued(at):  # "Y=590 billion" (Unidecode)
        draft.unit, draft.first = signs["Y="], at - 1
    elif word == "." and tokens.words[at - 1] in ("Rs", "Fr"):
        draft.unit, draft.first = signs[tokens.words[at - 1]], at - 1


LETTERS = frozenset({"R", "P"})
"""Letters that are the sign of a currency: the rand, the Philippine peso."""


def is_lettered(tokens: Tokens, at: int) -> bool:
    """Whether a letter before a number is its currency: "R500 million", "P1,200", "R19.99", not the robot "R2"."""
    digits, after = tokens.words[at], tokens.lowers[at + 1]
    if not tokens.glued(at):
        return False
    return "," in digits or digits[-3:-2] == "." or after in table.numbers().scales or after in ("m", "k")


def _is_code(tokens: Tokens, draft: Draft, word: str) -> bool:
    """Whether a code may stand before this number: glued, or spaced where it is no word ("Rs 500", "EUR 20")."""
    if len(word) == 1:
        return is_lettered(tokens, draft.first)
    if word == "COP" and draft.value < FEW:
        return False
    return tokens.glued(draft.first) or len(word) == 3 or word in ("Rs", "RM", "Rp", "Tk")


def _behind(tokens: Tokens, draft: Draft) -> None:
    """A currency sign, code or name behind the number; a hyphen may join them ("3.4bn-euro")."""
    at = draft.last
    skip = 1 if tokens.hyphen(at) else 0
    found = named(tokens, at + skip)
    if found and tokens.lowers[at + skip] == "won" and draft.value < FEW:
        return  # "of these, 12 won"
    if found:
        draft.unit, draft.last = found
        _scaled_code(tokens, draft)
    elif tokens.words[at][:1] == "M" and _in_millions(tokens.words[at]):  # "120 MEUR"
        _multiply(draft, 1_000_000)
        draft.unit, draft.last = table.currencies().signs[tokens.words[at][1:]], at + 1


def attach_name_before(tokens: Tokens, draft: Draft) -> None:
    """Take the currency named before a bare number, as in India: "rupees 500 crore", not "the dollar 500"."""
    name, before = tokens.lowers[draft.first - 1], tokens.lowers[draft.first - 2]
    unit = table.currencies().names.get(name)
    if unit is None or draft.value < FEW or draft.spelled or len(name) < 3:
        return
    if name not in _ALSO_VERBS and before not in table.words()["determiners"]:
        draft.unit, draft.first = unit, draft.first - 1
        draft.open = draft.first


_ALSO_VERBS = frozenset({"won", "real"})


FEW = 100
"""Fewer South Korean won, or Colombian pesos, than anybody states: the words mean something else ("COP 26")."""


def _in_millions(word: str) -> bool:
    """Whether a word is M, for million, and a code of ISO 4217: the financial style "MEUR"."""
    return len(word) == 4 and word.isupper() and word[1:] in table.currencies().signs


def _scaled_code(tokens: Tokens, draft: Draft) -> None:
    """Take the scale word behind a code: "75 USD million"."""
    factor = table.numbers().scales.get(tokens.lowers[draft.last], 0)
    if factor >= 1000 and draft.scale == 1 and tokens.words[draft.last - 1].isupper():
        _multiply(draft, factor)
        draft.last += 1


def _multiply(draft: Draft, factor: int) -> None:
    draft.value, draft.step, draft.scale = whole(draft.value * factor), whole(draft.step * factor), factor


def named(tokens: Tokens, at: int) -> tuple[Unit, int] | None:
    """The currency named at a token, and the token behind it."""
    known = table.currencies()
    word, lower = tokens.words[at], tokens.lowers[at]
    if lower in known.openers:
        for length in (4, 3, 2):
            phrase = " ".join(tokens.lowers[at : at + length])
            if phrase in known.names:
                return known.names[phrase], at + length
    if word in known.symbols:
        joined = word + tokens.words[at + 1]
        if tokens.kinds[at + 1] == NUMBER or (tokens.kinds[at + 1] == SIGN and tokens.glued(at + 1) and joined in "$$"):
            return None
        return known.signs[word], at + 1
    if word == "c":
        unit = sense.second(tokens, at) if tokens.glued(at) else None
        return (unit, at + 1) if unit else None
    if word in known.signs and len(word) > 1 and word not in _NOT_BEHIND:
        after = at + 1
        if tokens.words[after] == "$":
            return known.signs.get(word + "$", known.signs[word]), after + 1
        return known.signs[word], after
    if (
        lower in known.names
        and lower != "real"
        and (len(lower) > 1 or (tokens.words[at] == "p" and _penny(tokens, at)))
    ):
        return known.names[lower], at + 1
    return None


_NOT_BEHIND = frozenset({"PS", "kn", "Fr", "TL", "DM", "Rp", "Dh", "Tk"})


def _penny(tokens: Tokens, at: int) -> bool:
    """Whether "p" is pence: not of "5 p.m."."""
    return tokens.words[at + 1] != "." or tokens.lowers[at + 2] != "m"
