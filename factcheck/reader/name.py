"""
Find lists of names: "Australia, Bulgaria, …, the United Kingdom and the United States".

A list has three names or more, or two that a table of names knows ("France and Germany"). "Providence,
R.I." is one name, as is "Acme, Inc.".
"""

from __future__ import annotations

import re

from factcheck.model.contents import NameList
from factcheck.model.name import canonical, kinds
from factcheck.model.quantity import Name
from factcheck.reader.vocabulary import vocabulary

_NAME = r"(?>(?:[Tt]he\ )?(?:[A-Z]\.){2,}+|(?:[Tt]he\ )?[A-Z][\w’'-]*+(?:\ (?:(?:of|de|del|of\ the)\ )?(?:[A-Z]\.)*[A-Z][\w’'-]*+){0,5}+)"
_LIST = re.compile(rf"{_NAME}(?:,\ (?:and\ |or\ )?{_NAME}|\ (?:and|or|&)\ {_NAME})++")
_ITEM = re.compile(_NAME)
_SUFFIXES = frozenset({"inc", "jr", "sr", "ltd", "llc", "corp", "plc", "llp", "ii", "iii"})


def lists(text: str, start: int, end: int) -> list[NameList]:
    """The lists of names of ``text[start:end]``, offsets into ``text``."""
    found = []
    for match in _LIST.finditer(text, start, end):
        names = _names(text, match.start(), match.end())
        if any("'s " in name.key for name in names):
            continue  # "Europol, DOJ's team": an owner ends a list
        if len(names) > 2 or (len(names) == 2 and all(kinds(name.text) for name in names)):
            found.append(NameList(names[0].start, names[-1].end, tuple(names)))
    return found


def _names(text: str, start: int, end: int) -> list[Name]:
    names: list[Name] = []
    for match in _ITEM.finditer(text, start, end):
        first, last = match.span()
        if not names:
            first = _without_opener(text, first, last)
            if first == last:
                continue
        name = Name(text[first:last], first, last, canonical(text[first:last]))
        if names and _belongs(text, names[-1], name):
            whole_text = text[names[-1].start : last]
            names[-1] = Name(whole_text, names[-1].start, last, canonical(whole_text))
        else:
            names.append(name)
    return names


def _without_opener(text: str, first: int, last: int) -> int:
    """Where the first name begins behind a capital function word: "In Australia"."""
    word, _, rest = text[first:last].partition(" ")
    if rest and word.lower() != "the" and word.lower() in vocabulary().function:
        return last - len(rest)
    return first


def _belongs(text: str, last: Name, name: Name) -> bool:
    """Whether a name behind a comma is part of the one before: its state, or "Inc."."""
    if text[last.end : name.start] != ", ":
        return False
    if name.key in _SUFFIXES:
        return True
    return "us_state" in kinds(name.text) and not kinds(last.text)
