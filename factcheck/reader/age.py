"""
Read a bare number that is an age: "Jane Roe, 52, said", "her brother, 22, and", "both 35,", "aged 7",
"the age of 21", "he will be 35", "life expectancy is 73".

The Associated Press style sets an age between commas behind the name (Stylebook, s.v. ages). The unit
is the year of age; a number with a unit or a noun of its own is left alone.
"""

from __future__ import annotations

from factcheck.model import table
from factcheck.model.tokens import WORD, Tokens
from factcheck.reader.draft import Draft
from factcheck.reader.vocabulary import vocabulary

OLDEST = 122
"""The longest life on record [years] (Robine & Allard, Science 279, 1998)."""

_PERSONS = frozenset({"he", "she", "i", "who", "you"})
_BEING = frozenset({"is", "was", "be", "turned", "turns", "turn", "turning", "i'm", "he's", "she's"})
_AGES = frozenset({"age", "ages", "aged"})
_STOPS = frozenset({",", ".", ";", ")", ":", "—", "–", ""})


def attach(tokens: Tokens, draft: Draft) -> None:
    """Set the unit of a bare whole number that the words around it make an age."""
    if draft.bare and draft.step == 1 and draft.scale == 1 and 0 < draft.value <= OLDEST and _is_age(tokens, draft):
        for one in (draft, *(draft.ends or ())):
            one.unit = table.units().names["year of age"]


def _is_age(tokens: Tokens, draft: Draft) -> bool:
    before, first = tokens.lowers[draft.open - 1], draft.open
    if before in _AGES or (before == "of" and tokens.lowers[first - 2] in ("age", "ages")):
        return True
    if before in ("is", "was", "at", "to", "of") and _of_life(tokens, first - 1):
        return tokens.words[draft.last] != "%"
    if before == "at" and tokens.lowers[first - 2] in vocabulary().life_events:
        return tokens.lowers[draft.last] in _AFTER
    if before in _BEING:
        return _person(tokens, first - 2) and tokens.lowers[draft.last] in _AFTER
    if tokens.words[draft.last] in (",", ".") and not draft.spelled and draft.hedge is None:
        if before == "both":
            return tokens.words[draft.last] == ","
        return before == "," and _named(tokens, first - 2)
    return False


def _of_life(tokens: Tokens, index: int) -> bool:
    """Whether "life expectancy", "the average age" and the like is the subject: a few words before, in its clause."""
    for at in range(index, index - 9, -1):
        word = tokens.lowers[at]
        if not word or word in (",", ".", ";"):
            return False
        if word == "expectancy" or (word == "age" and tokens.lowers[at - 1] in ("average", "mean", "median")):
            return True
    return False


_AFTER = _STOPS | {"when", "by", "at", "on", "in", "and", "but", "this", "next"}


def _person(tokens: Tokens, index: int) -> bool:
    """Whether a pronoun for a person stands here or one or two words before: "he will be"."""
    return any(tokens.lowers[at] in _PERSONS for at in range(index, index - 3, -1))


def _named(tokens: Tokens, index: int) -> bool:
    """Whether a name of a person, or a noun for one, ends at a token: "Jane Roe", "another brother"."""
    if tokens.lowers[index] in vocabulary().persons:
        return True
    return (
        tokens.kinds[index] == WORD
        and tokens.capital(index)
        and (not tokens.words[index].isupper() or tokens.headline(index))
        and tokens.lowers[index] not in table.words()["months"]
    )
