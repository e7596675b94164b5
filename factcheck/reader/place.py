"""
The place or class that a number is said of: the name behind "in", "of", "from" and the like.

====================================  ======================  ==================================
"one in Bulgaria,"                    Bulgaria                a name ends with its capitals
"three in England and Wales, …"       England and Wales       "and" joins names before a comma
"21.6 kilograms of crystal meth and"  crystal meth            a class ends at a function word
"65 were arrested in the U.S."        the U.S.                behind the verb that the rest leaves out
"Rome: 65, Milan: 47"                 Rome, Milan             before a colon
"the U.S. (65), Italy (47)"           U.S., Italy             before a bracket
====================================  ======================  ==================================
"""

from __future__ import annotations

from factcheck.model.name import canonical
from factcheck.model.quantity import Name
from factcheck.model.tokens import NUMBER, WORD, Tokens
from factcheck.reader.draft import Draft
from factcheck.reader.vocabulary import vocabulary

MAX_PLACE = 6
"""The longest name of a place or class [tokens]."""

_LINKS = frozenset("in of from for at to on by among".split())
_BE = frozenset({"were", "was", "are", "is"})
_ENDS = frozenset(',;.():—–!?"“”')
_INSIDE = frozenset({"of", "the", "for"})
_PARTICLES = frozenset({"of", "the", "de", "del", "la", "and", "&"})


def place(tokens: Tokens, draft: Draft) -> str:
    """Set ``place`` of a number where a name follows; the word that links them, or nothing."""
    at = draft.close
    if tokens.lowers[at] in _BE:  # "65 were arrested in the U.S."
        at += 1
        while at < draft.close + 4 and tokens.kinds[at] == WORD and tokens.lowers[at] not in vocabulary().function:
            at += 1
        if at == draft.close + 1 or tokens.lowers[at - 1][-2:] not in ("ed", "en", "ld", "nd"):
            return ""
    elif draft.bare and tokens.lowers[at] in vocabulary().finite:  # "610 came from Denmark, 430 from Germany"
        at += 1
    link = tokens.lowers[at]
    if link not in _LINKS:
        return ""
    last = _name_end(tokens, at + 1)
    if not last:
        return ""
    draft.place, draft.place_last = named(tokens, at + 1, last), last
    return link


def labelled(tokens: Tokens, draft: Draft) -> bool:
    """Set ``place`` of a number behind a label and a colon: "Rome: 65"; whether there was one."""
    last = draft.open - 1
    if tokens.words[last] != ":" or draft.open == draft.close:
        return False
    first = last
    while first > last - MAX_PLACE and tokens.kinds[first - 1] == WORD and not tokens.begins_line(first):
        first -= 1
    if first == last or not tokens.capital(first):
        return False
    if tokens.words[first - 1] not in _BEFORE_LABEL and not tokens.begins_line(first):
        return False
    draft.place, draft.place_first, draft.place_last = named(tokens, first, last), first, draft.close
    return True


def bracketed(tokens: Tokens, draft: Draft) -> bool:
    """Set ``place`` of a number in brackets behind a name: "the United States (65)"; whether there was one."""
    last = draft.open - 1
    if tokens.words[last] != "(" or tokens.words[draft.close] != ")" or draft.open == draft.close:
        return False
    first = last
    while first > last - MAX_PLACE and tokens.kinds[first - 1] == WORD and tokens.capital(first - 1):
        first -= 1
    if first == last:
        return False
    draft.place, draft.place_first, draft.place_last = named(tokens, first, last), first, draft.close + 1
    if tokens.lowers[first - 1] == "the":
        draft.place_first = first - 1
    return True


_BEFORE_LABEL = frozenset({",", ";", "", "(", "•", "-", "–", "*", ":", "."})


def named(tokens: Tokens, first: int, last: int) -> Name:
    """The name from a token up to another."""
    start, end = tokens.starts[first], tokens.ends[last - 1]
    text = tokens.text[start:end]
    return Name(text, start, end, canonical(text))


def _name_end(tokens: Tokens, first: int) -> int:
    """The token behind the name that begins here; 0 where there is none."""
    lowers, known = tokens.lowers, vocabulary()
    head = first + (lowers[first] == "the")
    if tokens.kinds[head] != WORD or lowers[head] in known.function:
        return 0
    if tokens.kinds[head + 1] == NUMBER and tokens.glued(head + 1):  # "CO2"
        return 0
    named, last = tokens.capital(head), head + 1
    while last < first + MAX_PLACE:
        word = lowers[last]
        if not word or word in _ENDS:
            return last
        if word in ("and", "or", "&"):
            if not (named and word != "or" and _joined(tokens, last + 1)):
                return last
        elif _leaves(tokens, last, named):
            return last - (lowers[last - 1] in _INSIDE)
        last += 1
    return last if named else 0


def _leaves(tokens: Tokens, at: int, named: bool) -> bool:
    """Whether a word is no part of the name: a verb, a function word, a small letter behind capitals."""
    word, known = tokens.lowers[at], vocabulary()
    if word in known.finite or (word in known.function and word not in _INSIDE):
        return True
    return named and not tokens.capital(at) and word not in _PARTICLES


def _joined(tokens: Tokens, first: int) -> bool:
    """Whether capital words that are no number run from here to the end of the item: "… and Wales, "."""
    last = first
    while last < first + MAX_PLACE and tokens.kinds[last] == WORD and tokens.capital(last):
        last += 1
    if last == first or tokens.lowers[first] in vocabulary().openers:
        return False
    if tokens.lowers[last] == "and":  # "20 from Bosnia and Herzegovina and 12 from …"
        return tokens.kinds[last + 1] == NUMBER or tokens.lowers[last + 1] in vocabulary().openers
    return not tokens.words[last] or tokens.words[last] in _ENDS
