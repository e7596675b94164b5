"""
Settle which of two units a word means: "20 pounds", "35c", "2.5 F".

=========================================  ===================================================
"was fined 20 pounds", "cost 35c"          sterling, cents: a word of money stands near
"20 pounds of flour", "weighs 20 pounds"   of weight: "of", or a word of weight
"a capacitor of 2.5 F"                     farad: a word of electricity stands near
"70 F"                                     degree Fahrenheit: no word says otherwise
"20 pounds ($25)"                          sterling: money stands behind in brackets
"9 kilograms (20 pounds)"                  of weight: so does another weight, before or behind
"sold for 20 pounds"                       sterling: the price
"sold 20 pounds"                           sterling where the text has "£", "pence" or the like
=========================================  ===================================================

The words are those of ``en/senses.yaml``. A word means what it means near by: in the same sentence, at
most a dozen tokens away (Yarowsky, "One sense per collocation", 1993). And it means one thing in one text
(Gale, Church & Yarowsky, "One sense per discourse", 1992): in a text with "$", "lb" or "ounces" and without "£",
pounds are of weight, even where somebody is fined; in a text with neither, "sold 20 pounds" is of goods.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.model import table
from factcheck.model.sense import senses
from factcheck.model.tokens import FRONT, Tokens
from factcheck.model.unit import Unit

NEAR = 12
"""How far away a word may stand that settles the sense [tokens]."""

_SENTENCE = frozenset(".?!")


def settled(tokens: Tokens, at: int, unit: Unit) -> Unit:
    """The unit that the word at a token means, ``unit`` where nothing speaks for the other."""
    return second(tokens, at) or unit


def second(tokens: Tokens, at: int) -> Unit | None:
    """The second unit of the word at a token, where the words near by mean it."""
    sense = senses().get(tokens.words[at])
    if sense is None or tokens.lowers[at + 1] == "of":
        return None
    if sense.unit.currency and tokens.words[at + 1] == "(" and tokens.words[at + 2] in table.currencies().signs:
        return sense.unit  # "20 pounds ($25)"
    if sense.unit.currency and _is_weighed(tokens, at):
        return None
    words = near(tokens, at)
    if not words.isdisjoint(sense.unless):
        return None
    likely = not words.isdisjoint(sense.near) or (
        "for" in tokens.lowers[at - 4 : at] and not words.isdisjoint(sense.then)
    )
    if sense.told and (likely or not words.isdisjoint(sense.then)):
        if _holds(tokens.text, sense.told):
            return sense.unit
        likely = likely and not _holds(tokens.text, sense.against)
    return sense.unit if likely else None


@lru_cache(maxsize=2)
def _holds(text: str, words: frozenset[str]) -> bool:
    """Whether one of the words stands anywhere in a text."""
    pattern = "|".join(re.escape(word.replace("-", " ")) for word in sorted(words))
    return re.search(f"(?<![a-z])(?:{pattern})(?![a-z])", text, re.IGNORECASE) is not None


def _is_weighed(tokens: Tokens, at: int) -> bool:
    """Whether another weight stands beside a word: "9 kg (20 pounds)", "9 kg, or 20 pounds", "20 pounds (9 kg)"."""
    if tokens.words[at + 1] == "(":
        behind = at + 3 + tokens.hyphen(at + 3)
        if _is_weight(tokens.words[behind]):
            return True
    first = at - 2 - tokens.hyphen(at - 1)
    if tokens.lowers[first] not in ("(", "or"):
        return False
    before = first - 1 - (tokens.words[first - 1] == ",")
    return _is_weight(tokens.words[before])


def _is_weight(word: str) -> bool:
    units = table.units()
    unit = units.symbols.get(word) or units.names.get(word.lower())
    return unit is not None and unit.dimension == (("mass", 1),)


def near(tokens: Tokens, at: int) -> set[str]:
    """The words of the sentence that stand near a token."""
    words, lowers = tokens.words, tokens.lowers
    first = last = at
    while first > max(FRONT, at - NEAR) and words[first - 1] not in _SENTENCE:
        first -= 1
    while last < min(at + NEAR, len(words) - 1) and words[last + 1] not in _SENTENCE:
        last += 1
    return set(lowers[first : last + 1])
