"""
Find lists of names: "Australia, Bulgaria, …, the United Kingdom and the United States", "Sens. Ada Roe,
Bo Lin and Cy Oz", "Acme, Inc., Globex and Initech".

A list has three names or more, or two that a table of names knows ("France and Germany"), and "and", "or"
or "&" before its last; without a conjunction every name must be known. "Providence, R.I." is one name, as
are "Acme, Inc." and "Bosnia and Herzegovina". A passage that is nothing but two names ("Acme and Globex",
a quote of a record) is a list as well. Months and weekdays are dates, and no names.

Every alternative of the pattern is possessive and starts at the beginning of a word, so a text of nothing
but capitals is walked once.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import gazetteer
from factcheck.model.contents import NameList
from factcheck.model.name import canonical, fold, kinds
from factcheck.model.quantity import Name
from factcheck.model.regex import regex
from factcheck.reader.vocabulary import vocabulary

_GAP = r"(?:[ \u00a0]|\n(?![ \t]*\n))"
"""A space, or the end of a line that is no end of a paragraph."""
_CAPITAL = r"(?![a-zß-öø-ÿ\d_])\w"
_TITLE = r"(?:Mrs?|Ms|Dr|Sens?|Reps?|Gov|Gen|Prof|St|Mt|Ft|Lt|Sgt|Capt|Col|Rev|Hon|Inc|Jr|Sr|Ltd|Corp|Co|Bros)\."
_WORD = rf"(?:{_TITLE}|(?>(?:[A-Z]\.){{1,4}})|{_CAPITAL}[\w’'-]*+)"
_PARTICLE = r"(?:of|de|del|della|van|von|la|bin|al|of the)"
_NAME = rf"(?>(?:[Tt]he{_GAP})?{_WORD}(?:{_GAP}(?:{_PARTICLE}{_GAP}){{0,2}}{_WORD}){{0,6}})"
_AND = r"(?:and|or|&)"
_LIST = regex(rf"(?<![\w’'.-]){_NAME}(?:,?{_GAP}(?>(?:{_AND}{_GAP})?){_NAME})+")
_JOINT = regex(rf"(?:,|{_AND}){_GAP}(?:{_AND}{_GAP})?(?:[Tt]he{_GAP})?{_CAPITAL}")
"""What joins two names: most passages have none, and it is found faster than a list."""
_ITEM = regex(_NAME)
_SUFFIXES = frozenset({"inc", "jr", "sr", "ltd", "llc", "corp", "plc", "llp", "co", "ii", "iii", "phd", "md"})


def lists(text: str, start: int, end: int) -> list[NameList]:
    """The lists of names of ``text[start:end]``, offsets into ``text``."""
    found: list[NameList] = []
    if not _JOINT.search(text, start, end):
        return found
    for match in _LIST.finditer(text, start, end):
        for names, joined in _split(text, _names(text, match.start(), match.end())):
            if len(names) > 1 and _is_list(text, names, joined, start, end):
                found.append(NameList(names[0].start, names[-1].end, tuple(names)))
    return found


def _is_list(text: str, names: list[Name], joined: bool, start: int, end: int) -> bool:
    """Whether names that stand side by side are a list; ``joined`` says that "and" stands before the last."""
    if any("'s " in name.key or _is_date(name) for name in names):
        return False  # "Europol, DOJ's team": an owner ends a list
    known = all(kinds(name.text) for name in names)
    if len(names) > 2:
        return joined or known
    whole = not text[start : names[0].start].strip() and not text[names[1].end : end].strip(" .\n")
    return (joined and (known or whole)) or (known and whole)


def _is_date(name: Name) -> bool:
    return name.key in vocabulary().month_names or name.key in vocabulary().weekdays


def _split(text: str, names: list[Name]) -> Iterator[tuple[list[Name], bool]]:
    """The lists in a run of names, and whether they have "and": a list ends behind the name that follows it."""
    first, joined = 0, False
    for index in range(1, len(names)):
        conjunction = _joins(text, names[index - 1], names[index])
        if joined and not conjunction:
            yield names[first:index], True
            first, joined = index, False
        joined = joined or conjunction
    yield names[first:], joined


def _joins(text: str, one: Name, other: Name) -> bool:
    return text[one.end : other.start].strip(" ,\n\u00a0") in ("and", "or", "&")


def _names(text: str, start: int, end: int) -> list[Name]:
    """The names of a run, those of several parts put together."""
    names: list[Name] = []
    for match in _ITEM.finditer(text, start, end):
        first, last = match.span()
        if not names:
            first = _without_opener(text, first, last)
            if first == last:
                continue
        name = _name(text, first, last)
        if names and _belongs(text, names[-1], name, end):
            names[-1] = _name(text, names[-1].start, last)
        else:
            names.append(name)
    return names[1:] if names and _is_date(names[0]) else names


def _name(text: str, start: int, end: int) -> Name:
    return Name(text[start:end], start, end, canonical(text[start:end]))


_ADVERBIAL = ("ally", "edly", "ably", "ibly", "ously", "ively", "ately", "ently", "antly", "arly")
"""Endings of adverbs that no name has (Italy, Emily and Sally are names)."""


def _without_opener(text: str, first: int, last: int) -> int:
    """Where the first name begins behind words that open a sentence: "In Australia", "Notably, Australia"."""
    function = vocabulary().function
    while first < last:
        word = text[first:last].split(maxsplit=1)[0]
        lower = word.lower()
        if lower == "the" or not (lower in function or (len(lower) > 6 and lower.endswith(_ADVERBIAL))):
            return first
        rest = text[first + len(word) : last].lstrip()
        first = last - len(rest)
    return last


def _belongs(text: str, last: Name, name: Name, end: int) -> bool:
    """Whether a name is part of the one before: its state, "Inc.", or the second half of a name with "and"."""
    between = text[last.end : name.start].replace("\n", " ")
    if between == ", ":
        if name.key in _SUFFIXES:
            return True
        before = kinds(last.text)
        abbreviated = len(name.key) == 2 or "." in name.text
        return "us_state" in kinds(name.text) and "country" not in before and (abbreviated or not before)
    if between == " & ":
        return text.startswith(",", name.end) and name.end < end  # "Johnson & Johnson, Pfizer and …"
    both = fold(text[last.start : name.end])
    return any(both in aliases for aliases in gazetteer.names().values())
