"""
Attach a scale letter to digits: "$2.7m", "4.3M sales", "10k", "$1.2bn".

Letters are ambiguous: "5 m" is five metres. A letter is a scale where the number is money, or where it is
glued to the digits and a plural noun follows, or a word of money or of people stands near ("earned 2.7m"), or is
"k", "M" or "K". "(2.5) million" is a loss.
"""

from __future__ import annotations

from factcheck.model import table
from factcheck.model.number import whole
from factcheck.model.sense import topics
from factcheck.model.tokens import WORD, Tokens
from factcheck.reader import currency, sense
from factcheck.reader.draft import Draft
from factcheck.reader.inflection import is_plural
from factcheck.reader.vocabulary import vocabulary


def attach(tokens: Tokens, draft: Draft) -> None:
    """Multiply value and step by the scale letter behind the number, if it is one."""
    if draft.spelled or draft.scale != 1:
        return
    if tokens.words[draft.last] == ")" and tokens.words[draft.first - 1] == "(":
        _loss(tokens, draft)
        return
    letter = tokens.words[draft.last]
    factor = table.numbers().letters.get(letter)
    if factor is None or not _is_scale(tokens, draft, letter):
        return
    draft.value, draft.step = whole(draft.value * factor), whole(draft.step * factor)
    draft.scale, draft.last = factor, draft.last + 1
    if draft.unit is None:
        found = currency.named(tokens, draft.last + tokens.hyphen(draft.last))
        if found:
            draft.unit, draft.last = found


def _loss(tokens: Tokens, draft: Draft) -> None:
    """Read "(2.5) million" as an accountant does: brackets are a minus."""
    factor = table.numbers().scales.get(tokens.lowers[draft.last + 1], 0)
    if factor >= 1000:
        draft.value, draft.step = whole(-draft.value * factor), whole(draft.step * factor)
        draft.scale, draft.first, draft.last = factor, draft.first - 1, draft.last + 2
        if draft.unit is None:
            currency.attach(tokens, draft)


def _is_scale(tokens: Tokens, draft: Draft, letter: str) -> bool:
    glued = tokens.glued(draft.last)
    after = draft.last + 1
    if draft.unit is not None and draft.unit.currency:
        return glued or letter.isupper()
    if not glued:
        return False
    following = after + tokens.hyphen(after)
    if letter in ("k", "K"):
        return True
    if currency.named(tokens, following):
        return True
    if letter == "M" or (letter == "b" and draft.step < 1):  # nobody counts tenths of a bit
        return True
    if letter == "m" and _is_million(tokens, draft):
        return True
    return letter in ("m", "b", "B") and tokens.kinds[after] == WORD and is_plural(tokens.lowers[after])


def _is_million(tokens: Tokens, draft: Draft) -> bool:
    """
    Whether "m" is a million and no metre: "earned 2.7m", "a population of 8.4m, up from 7.9m", not "costs 3m deep",
    "a 30m yacht".
    """
    words, after = topics(), tokens.lowers[draft.last + 1]
    if tokens.lowers[draft.first - 1] in words["money"] | words["trade"]:
        return after not in words["extent"]
    ends = after in vocabulary().function or not after.isalpha()
    return ends and after not in words["extent"] and not words["crowd"].isdisjoint(sense.near(tokens, draft.first))
