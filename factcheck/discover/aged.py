"""
One person's age, told twice.

"Ada Roe, 42, of Rome" and further down "Roe, 24,"; "a 37-year-old man was charged", and then "identified the
defendant as Bo Lin, 73"; "a six-year-old boy", and then "the eight-year-old boy" where the text has one boy. Ages
at other times ("was 24 when") are left alone, and so are two people of one name. All are warnings.

Finds:

    Ada Roe, 42, of Rome was charged on Monday. The police said that Ada Roe, 24, drove the car.
    ---
    A 37-year-old man was charged with murder on Monday.

    The court identified the defendant as Bo Lin, 73, of Rome.
    ---
    The plane was to bring a six-year-old boy to Rome. The family of the eight-year-old boy was told.
    ---
    The murder of eight-year-old Ann Poe shook the town. The trial over nine-year-old Ann Poe ends today.

Leaves alone:

    Ada Roe, 42, of Rome was charged on Monday. The police said that Ada Roe, 42, drove the car.
    ---
    Ada Roe, 42, of Rome was charged on Monday. Ada Roe, 24 when she joined the bank, drove the car.
    ---
    A 37-year-old man was charged with murder on Monday.

    The court identified the defendant as Bo Lin, 37, of Rome.
    ---
    A 37-year-old man and a 25-year-old man were charged on Monday.

    The court identified the defendant as Bo Lin, 25, of Rome.
    ---
    A six-year-old boy and an eight-year-old boy were on the plane. The eight-year-old boy was hurt.
    ---
    A six-year-old boy was on the plane. In another crash an eight-year-old boy was hurt.
    ---
    Ada Roe, 42, is the mayor. Her father, Ada's hero, Otto Roe, 71, was mayor before.
    ---
    In 2010, Ada Roe, 24, joined the bank. Ada Roe, 38, now leads it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from factcheck.discover.proposal import Proposal
from factcheck.facts.page import Page, Passage
from factcheck.model.frozen import frozen
from factcheck.model.number import Rational
from factcheck.model.quantity import Modifier, Quantity
from factcheck.model.regex import regex

_NAME = r"[A-Z][\w’'-]+(?: [A-Z]\.)?(?: [A-Z][\w’'-]+){1,2}"
_NAMED = regex(rf"(?P<name>{_NAME})(?:,? (?:Jr|Sr|III?)\.?)?, (?:aged )?$")
_OLD = regex(
    rf"(?i:-year-old)(?: (?P<name>{_NAME})|(?: (?!and\b|or\b)[A-Za-z’'-]+){{0,3}}?"
    r" (?P<noun>(?i:boys?|girls?|m[ae]n|wom[ae]n|child|toddler|baby)))\b"
)
_THE = regex(r"\b(?:the|this|that)\s$", re.IGNORECASE)
_IDENTIFIED = regex(rf"\bidentified the (?:defendant|suspect|man|woman) as (?P<name>{_NAME})\b[^.;]{{0,60}}?, $")
_OTHERWISE = regex(
    r"\b(?:when|then|at the time|former|late|aged|ago|later|turn(?:ed|s)|would|(?:in|since|until|by) (?:\w+ )?(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_AROUND = 60
"""How far around an age the words are looked for that make it one of another time [code points]."""


@frozen
class _Mention:
    """An age, and whose it is said to be."""

    age: Quantity
    name: str = ""
    noun: str = ""
    """The noun behind "-year-old"."""
    definite: bool = False
    """Whether it is said of somebody who was told of before: "the eight-year-old boy"."""
    identified: bool = False
    """Whether it is said of the one defendant of the text."""


def find(page: Page) -> Iterator[Proposal]:
    """The ages of one person that differ."""
    mentions = [its for passage in page.passages for age in passage.quantities if (its := _mention(page, passage, age))]
    if len(mentions) < 2:
        return
    yield from _of_names(page, mentions)
    yield from _of_nouns(page, mentions)
    described = [its for its in mentions if its.noun]
    identified = [its for its in mentions if its.identified]
    if len(identified) == 1 and len({its.age.value for its in described}) == 1:
        yield _proposal(page, described[0], identified[0])


def _mention(page: Page, passage: Passage, age: Quantity) -> _Mention | None:
    """Whose age a number is; ``None`` where that is not said, or where it is one of another time."""
    if age.unit is None or age.unit.name != "year of age" or age.modifier != Modifier.EXACT or age.value is None:
        return None
    text = page.text
    before = text[max(passage.start, age.number_start - _AROUND) : age.number_start]
    if _OTHERWISE.search(before) or _OTHERWISE.search(text, age.end, min(passage.end, age.end + _AROUND // 3)):
        return None
    old = _OLD.match(text, age.number_end)
    if old is not None:
        noun = (old["noun"] or "").lower()
        return _Mention(age, old["name"] or "", noun, _THE.search(before) is not None)
    named = _NAMED.search(before)
    if named is None or not re.match(r"[,.;)]", text[age.end : age.end + 1]):
        return None
    start = max(passage.start, age.number_start - 2 * _AROUND)
    return _Mention(age, named["name"], identified=_IDENTIFIED.search(text[start : age.number_start]) is not None)


def _of_names(page: Page, mentions: list[_Mention]) -> Iterator[Proposal]:
    """Each name with its first age, and the others that it has."""
    by_name: defaultdict[str, list[_Mention]] = defaultdict(list)
    for its in mentions:
        if its.name:
            by_name[its.name.lower()].append(its)
    for first, *others in by_name.values():
        yield from (_proposal(page, first, its) for its in others)


def _of_nouns(page: Page, mentions: list[_Mention]) -> Iterator[Proposal]:
    """The one boy of a text, and what is said of "the boy" further down."""
    first: dict[str, _Mention] = {}
    ages: defaultdict[str, set[Rational]] = defaultdict(set)
    for its in mentions:
        if not its.noun:
            continue
        if its.definite and len(ages[its.noun]) == 1:
            yield _proposal(page, first[its.noun], its)
        first.setdefault(its.noun, its)
        ages[its.noun].add(its.age.value or 0)


def _proposal(page: Page, one: _Mention, other: _Mention) -> Proposal:
    label = one.name or other.name or one.noun
    claims = (page.stated(one.age, label), page.stated(other.age, label))
    return Proposal("agree", {"claims": claims}, "the ages", False, "year-old")
