"""
Find the number that begins at a token: digits, words, or both, with its scale word.

==============================  =====================================================
"1,500,000" "31.6" "2½"         reader/literal.py
"four million" "4 hundred"      reader/compose.py
"two-thirds" "three in ten"     reader/part.py
"dozens" "tens of thousands"    at least two of them: indefinite
"twice"                         a multiple
==============================  =====================================================

The precision of a number in words is one, times its last scale word: "four million" is known to the
million, "four million and one" to the unit.
"""

from __future__ import annotations

from factcheck.model import table
from factcheck.model.number import divide
from factcheck.model.tokens import NUMBER, Tokens
from factcheck.reader.compose import compose
from factcheck.reader.draft import Draft
from factcheck.reader.literal import mixed
from factcheck.reader.part import half, part, parts, ratio
from factcheck.reader.vocabulary import Vocabulary, vocabulary


def numeral(tokens: Tokens, index: int) -> Draft | None:
    """The number that begins at a token, or ``None``."""
    known = vocabulary()
    if tokens.kinds[index] == NUMBER:
        return _in_digits(tokens, index, known)
    word = tokens.lowers[index]
    if word in known.numbers.plurals:
        return _indefinite(tokens, index, known)
    if word in known.numbers.multiples:
        draft = Draft(index, index + 1, known.numbers.multiples[word], 0)
        draft.counted, draft.spelled, draft.scale = "time", True, 0
        return draft
    if word in ("half", "quarter"):
        return part(tokens, index, index)
    if word in ("a", "an"):
        return _with_article(tokens, index, known)
    return _in_words(tokens, index, known)


def _in_digits(tokens: Tokens, index: int, known: Vocabulary) -> Draft | None:
    read = mixed(tokens, index)
    if read is None:
        return None
    value, step, last = read
    draft = Draft(index, last, value, step)
    word = tokens.lowers[last + tokens.hyphen(last)]
    if word in known.numbers.scales or word in known.numbers.groups:
        compose(tokens, draft)
        half(tokens, draft)
    elif word == "and":  # "3 and a half"
        half(tokens, draft)
    elif step == 1:
        ratio(tokens, draft)
    return draft


def _in_words(tokens: Tokens, index: int, known: Vocabulary) -> Draft | None:
    word = tokens.lowers[index]
    draft = Draft(index, index, 0, 1)
    draft.spelled = True
    if word in known.numbers.cardinals:
        draft.last, draft.value = index + 1, known.numbers.cardinals[word]
    elif word in known.numbers.groups or word in known.numbers.scales:
        draft.value = 1
    else:
        return None
    if parts(tokens, draft):
        return draft
    compose(tokens, draft)
    if draft.last == index:
        return None
    if not half(tokens, draft) and not parts(tokens, draft):
        ratio(tokens, draft)
    return draft


def _with_article(tokens: Tokens, index: int, known: Vocabulary) -> Draft | None:
    """A number that begins with "a": "a dozen", "a million", "a third of"."""
    after = tokens.lowers[index + 1]
    if after in known.numbers.fractions:
        return part(tokens, index, index + 1)
    if tokens.lowers[index + 2] == "and" and tokens.lowers[index + 3] == "a":
        return _and_a_half(tokens, index, known)
    if after not in known.numbers.scales and after not in known.numbers.groups:
        return None
    if after == "score" or (after == "dozen" and tokens.lowers[index + 2] == "or"):
        return None
    draft = Draft(index, index + 1, 1, 1)
    draft.spelled = True
    compose(tokens, draft)
    half(tokens, draft)
    return draft if draft.last > index + 1 else None


def _and_a_half(tokens: Tokens, index: int, known: Vocabulary) -> Draft | None:
    """ "An hour and a half": one and a half of what stands between."""
    unit, bottom = table.units().names.get(tokens.lowers[index + 1]), tokens.lowers[index + 4]
    if unit is None or bottom not in ("half", "quarter"):
        return None
    draft = Draft(index, index + 5, 1 + divide(1, known.numbers.fractions[bottom]), 0)
    draft.spelled, draft.unit = True, unit
    return draft


def _indefinite(tokens: Tokens, index: int, known: Vocabulary) -> Draft | None:
    """A plural number name: "dozens of", "hundreds of thousands"; at least two of its last member."""
    lowers = tokens.lowers
    value = known.numbers.plurals[lowers[index]]
    last = index + 1
    if lowers[index] in ("tens", "scores") and lowers[last] != "of":
        return None
    while lowers[last] == "of" and lowers[last + 1] in known.numbers.plurals and last < index + 6:
        value *= known.numbers.plurals[lowers[last + 1]]
        last += 2
    if lowers[index] == "tens" and last == index + 1:
        return None
    draft = Draft(index, last, 2 * value, value)
    draft.spelled = draft.indefinite = True
    draft.scale = value
    return draft
