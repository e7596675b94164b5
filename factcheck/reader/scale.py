"""
Attach a scale letter to digits: "$2.7m", "4.3M sales", "10k", "$1.2bn".

Letters are ambiguous: "5 m" is five metres. A letter is a scale where the number is money, or where it is
glued to the digits and a plural noun follows, or a word of money or of people stands near ("earned 2.7m"), or is
"k", "M", "K" or, but for words of data, "b". A "10K run" is of ten kilometres. "(2.5) million" is a loss, but
"$US31.6 ($42) million" the amount in another currency.
"""

from __future__ import annotations

from factcheck.model import table
from factcheck.model.number import whole
from factcheck.model.sense import topics
from factcheck.model.tokens import NUMBER, WORD, Tokens
from factcheck.reader import currency, sense
from factcheck.reader.draft import Draft
from factcheck.reader.inflection import is_plural
from factcheck.reader.vocabulary import vocabulary


def attach(tokens: Tokens, draft: Draft) -> None:
    """Multiply value and step by the scale letter behind the number, if it is one."""
    if draft.spelled or draft.scale != 1:
        return
    if tokens.words[draft.last] == ")" and tokens.words[draft.first - 1] == "(":
        _bracketed(tokens, draft)
        return
    letter = tokens.words[draft.last]
    factor = table.numbers().letters.get(letter)
    if letter in ("k", "K") and tokens.glued(draft.last) and tokens.lowers[draft.last + 1] in vocabulary().races:
        draft.unit, draft.last = table.units().names["kilometer"], draft.last + 1
        return
    if factor is None or not _is_scale(tokens, draft, letter):
        return
    draft.value, draft.step = whole(draft.value * factor), whole(draft.step * factor)
    draft.scale, draft.last = factor, draft.last + 1
    if draft.unit is None:
        found = currency.named(tokens, draft.last + tokens.hyphen(draft.last))
        if found:
            draft.unit, draft.last = found


def _bracketed(tokens: Tokens, draft: Draft) -> None:
    """
    Read "(2.5) million" as an accountant does: brackets are a minus; and so are those of "net loss (361,055)". Behind a
    number they hold it in another unit: "$US31.6 ($42) million".
    """
    factor = table.numbers().scales.get(tokens.lowers[draft.last + 1], 0)
    apposed = tokens.kinds[draft.first - 2] == NUMBER
    if factor < 1000:
        if not apposed and _is_loss(tokens, draft):
            draft.value, draft.first, draft.last = -draft.value, draft.first - 1, draft.last + 1
        return
    sign = 1 if apposed else -1
    draft.value, draft.step = whole(sign * draft.value * factor), whole(draft.step * factor)
    draft.scale, draft.first, draft.last = factor, draft.first - 1, draft.last + 2
    if draft.unit is None:
        currency.attach(tokens, draft)


LOSS_REACH = 4
"""How far before a bracket the word for a loss may stand [tokens]."""


def _is_loss(tokens: Tokens, draft: Draft) -> bool:
    """Whether a grouped number or an amount of money in brackets stands behind a word for a loss."""
    if "," not in tokens.words[draft.last - 1] and (draft.unit is None or not draft.unit.currency):
        return False
    return not vocabulary().losses.isdisjoint(tokens.lowers[draft.first - 1 - LOSS_REACH : draft.first - 1])


def share(a: Draft, b: Draft) -> None:
    """Give an amount the scale word that stands behind its bracket: "$US31.6 ($42) million"."""
    if a.scale == 1 and a.unit is not None and a.unit.currency and b.scale > 1 and a.raw < SHARED:
        a.value, a.step, a.scale = whole(a.value * b.scale), whole(a.step * b.scale), b.scale


SHARED = 10_000
"""An amount from here on has its millions written out."""


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
    if letter == "M" or (letter == "b" and _is_billion(tokens, draft)):
        return True
    if letter == "m" and _is_million(tokens, draft):
        return True
    return letter in ("m", "b", "B") and tokens.kinds[after] == WORD and is_plural(tokens.lowers[after])


def _is_billion(tokens: Tokens, draft: Draft) -> bool:
    """Whether "b" is a billion, "lost 3b", and neither bits ("320b a second") nor a part of a thing ("3b, Main St")."""
    before = tokens.lowers[draft.first - 1]
    if tokens.words[draft.last + 1] == "/" or before in vocabulary().labels or before in vocabulary().sections:
        return False
    if not topics()["data"].isdisjoint(sense.near(tokens, draft.first)):
        return False
    known = vocabulary()
    return draft.step < 1 or any(before in words for words in (topics()["money"], known.verbs, known.up, known.down))


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
