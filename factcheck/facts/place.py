"""
The countries, states and regions that a passage names.
"""

from __future__ import annotations

from functools import cache

from factcheck.model import gazetteer
from factcheck.model.name import canonical
from factcheck.model.quantity import Name
from factcheck.model.regex import regex

_CAPITALS = regex(r"(?:[A-Z]\.){2,4}|[A-Z][\w’'-]*")
_LONGEST = 4
"""The longest name of a place [words with a capital]."""
_SHORTEST = 4
"""A shorter alias of a state ("Or", "Me") is more often a word [letters]."""
_WITHOUT = regex(r"\b(?:outside|beyond|except|excluding|besides|apart from|other than)(?: of)?(?: the)? $")
"""Before a place: it is left out ("the most arrests outside America")."""
_INITIALS = frozenset({"us", "uk", "eu", "uae", "usa"})


def places(text: str, start: int, end: int, names: frozenset[str] = frozenset()) -> tuple[Name, ...]:
    """
    The places that a passage names, in the order of the text; ``names`` are further ones, by their keys.

    >>> [its.key for its in places("across the UK and Europe, said Roe", 0, 34)]
    ['united kingdom', 'europe']
    """
    words = list(_CAPITALS.finditer(text, start, end))
    found = []
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            first, last = words[at].start(), words[at + length - 1].end()
            key = canonical(text[first:last])
            if last - first <= 40 and (key in names or (key in _known() and _is_name(text[first:last]))):
                if not _WITHOUT.search(text[max(start, first - 20) : first]):
                    found.append(Name(text[first:last], first, last, key))
                at += length - 1
                break
        at += 1
    return tuple(found)


def countries(keys: frozenset[str]) -> frozenset[str]:
    """
    Some places, and the countries in those of them that are regions.

    >>> "germany" in countries(frozenset({"europe"}))
    True
    """
    regions = gazetteer.regions()
    return keys.union(*(regions.get(its, frozenset()) for its in keys))


def is_place(key: str) -> bool:
    """Whether a name is that of a place."""
    return key in _known()


def _is_name(text: str) -> bool:
    letters = text.replace(".", "")
    return len(letters) >= _SHORTEST or letters.lower() in _INITIALS


@cache
def _known() -> frozenset[str]:
    names = gazetteer.names()
    return frozenset({*names["country"].values(), *names["us_state"].values(), *gazetteer.regions()})
