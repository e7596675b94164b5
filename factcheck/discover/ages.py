"""
An age at a date, and the date of birth, in one sentence or in two.

"died on April 20, 2024, at the age of 77", and below it "Born on August 3, 1947, Roe took up running". In one
sentence the words leave no doubt; in two they must be about one person: the text has one birth with a date, and
the name (or "he", "she") beside it is that of the one who died. There a difference is a warning.

Finds:

    Dale Roe, who was born on June 9, 1975, and so was 34 years old at the time of the crime in September 1999, was held.
    ---
    Ada Roe, born on 3 May 1950, died on 2 June 2010 at the age of 50.
    ---
    Halvard Nes, the runner, died on Saturday, April 20, 2024, at the age of 77, his club said.

    Born in the village of Aurdal on August 3, 1947, Nes took up running.
    ---
    Ada Roe died at home at the age of 81 on May 4, 2021. She was born in Rome on July 1, 1930, and taught there.
    ---
    Ada Roe died on May 4, 2021. She was 81.

    Roe was born in Rome on July 1, 1930.
    ---
    The actor Bo Lin died in Paris on 4 March 2022, aged 65. He was born on 2 May 1966 in Lyon.

Leaves alone:

    Dale Roe, who was born on June 9, 1975, and so was 24 years old at the time of the crime in September 1999, was held.
    ---
    Halvard Nes, the runner, died on Saturday, April 20, 2024, at the age of 76, his club said.

    Born in the village of Aurdal on August 3, 1947, Nes took up running.
    ---
    Ada Roe died on May 4, 2021, at the age of 81. Her son Bo was born on July 1, 1960.
    ---
    Ada Roe died on May 4, 2021, at the age of 81. The town was founded in 1930. Bo Lin was born on July 1, 1950.
    ---
    Ada Roe died at home at the age of 90 on May 4, 2021. She was born in Rome on July 1, 1930, and taught there.
    ---
    Ada Roe died on May 4, 2021. She was 34 when she joined the bank. She was born on July 1, 1930.
    ---
    Ada Roe, who was born in 1950 and was 34 when she joined a firm that was founded in 1999, was held.
    ---
    Bo Roe was born in 1950. Ann Roe died in 2010 at the age of 66.
    ---
    He was born in 1950 and died in 2010. His wife, 81, lives in Rome.
    ---
    Bo Lin, born on July 1, 1950, was 30 when his daughter was born on May 3, 1980. She died on May 4, 2021, aged 41.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.discover.near import near
from factcheck.discover.page import Page, Passage
from factcheck.discover.proposal import Proposal, Value
from factcheck.model import table
from factcheck.model.day import Day
from factcheck.model.frozen import frozen
from factcheck.model.moment import Date
from factcheck.model.quantity import Modifier, Quantity
from factcheck.model.regex import regex

_BORN = regex(r"\b[Bb]orn\b(?P<between>(?: (?!(?:and|who|died|to|when|after|before)\b)[\w'’.-]{1,20},?){0,9}) $")
_KIN = regex(
    r"\b(?:sons?|daughters?|wife|husband|brothers?|sisters?|father|mother|child|children|twins?|parents?|baby"
    r"|grand\w+|niece|nephew|widow|partner)\b",
    re.IGNORECASE,
)
_DIED = regex(r"\b(?:died|dies|passed away|killed|murdered|executed|was shot|drowned|death)\b")
_AGED = r"(?:at the age of|at age|aged|at)"
_DATE_AGE = regex(rf",? {_AGED} $")
_AGE_DATE = regex(
    r"(?: years old)?(?P<event>,? at the time(?: of [\w '’-]{1,40}?)?| when [\w '’-]{1,40}?)?,? (?:in|on) (?:[A-Z][a-z]+day, )?$"
)
_IS_AGED = regex(rf"\b(?:{_AGED}|was|turned|were) $")
_WAS_AGED = regex(r"\b(?:was|turned) (?:aged )?$")
_PRONOUN = regex(r"\b(?:[Hh]e|[Ss]he) was born\b|^\W*Born\b[^.]{0,120}?, (?:he|she)\b")
_WAS = regex(r"\W*(?:He|She) was $")
_NAME = regex(r"\b[A-Z][a-z’'-]+[a-z]\b")
_FULL = regex(r"\b([A-Z][a-z’'-]+) ([A-Z][a-z’'-]+)\b")
_BESIDE = 60
"""How far from a birth the name of the one born may stand [code points]."""
_BEHIND = 3
"""How many sentences with numbers behind a death may say the age."""


@frozen
class Dated:
    """An age, and the date at which somebody had it."""

    age: Quantity
    date: Date
    passage: Passage
    """The sentence that names the one."""
    plain: bool
    """Whether no other event stands between the two."""


def find(page: Page) -> Iterator[Proposal]:
    """The ages at a date of one whose birth has a date too."""
    births = [(passage, date) for passage in page.passages for date in _births(page, passage)]
    if not births:
        return
    for dated in _all_dated(page):
        here = [date for passage, date in births if passage is dated.passage]
        if len(here) == 1:
            if here[0] is not dated.date and (dated.plain or len(_with_year(dated.passage)) == 2):
                yield _proposal(page, here[0], dated, explicit=dated.plain)
        elif not here and len(births) == 1:
            passage, birth = births[0]
            if _is_one(page, passage, birth, dated) and _is_near(birth, dated):
                yield _proposal(page, birth, dated, explicit=False)


def _proposal(page: Page, birth: Date, dated: Dated, *, explicit: bool) -> Proposal:
    path, label = page.document.path, page.document.label
    operands: dict[str, Value] = {
        "from_": Day(birth, path, label),
        "to": Day(dated.date, path, label),
        "is_": page.stated(dated.age),
    }
    return Proposal("duration", operands, "the age", explicit, "born")


def _with_year(passage: Passage) -> list[Date]:
    return [its for its in passage.dates if its.year]


def _births(page: Page, passage: Passage) -> Iterator[Date]:
    """The dates on which somebody was born."""
    for date in _with_year(passage):
        if _BORN.search(page.text[max(passage.start, date.start - 100) : date.start]):
            yield date


def _all_dated(page: Page) -> Iterator[Dated]:
    """Every age with its date; of a death the age may stand in a sentence behind it ("She was 81.")."""
    for at, passage in enumerate(page.passages):
        ages = [its for its in passage.quantities if _is_age(its)]
        found = [its for age in ages for its in _dated(page, passage, age)]
        yield from found
        deaths = [its for its in _with_year(passage) if _is_death(page, passage, its)]
        if found or ages or len(deaths) != 1:
            continue
        for following in page.passages[at + 1 : at + 1 + _BEHIND]:
            for age in following.quantities:
                alone = page.text[age.end : following.end].strip() in ("", ".")
                if _is_age(age) and alone and _WAS.fullmatch(page.text[following.start : age.start]):
                    yield Dated(age, deaths[0], passage, False)


def _is_age(quantity: Quantity) -> bool:
    its = quantity
    return its.unit is not None and its.unit.name == "year of age" and its.modifier == Modifier.EXACT


def _dated(page: Page, passage: Passage, age: Quantity) -> Iterator[Dated]:
    """The date beside an age: "on April 20, 2024, at the age of 77", "was 24 at the time of the crime in 1999"."""
    text = page.text
    for date in _with_year(passage):
        if date.end <= age.start:
            beside = _DATE_AGE.fullmatch(text[date.end : age.start]) if age.start - date.end < 30 else None
            if beside and _is_death(page, passage, date):
                yield Dated(age, date, passage, True)
        elif 0 <= date.start - age.end < 90 and _IS_AGED.search(text[max(0, age.start - 20) : age.start]):
            match = _AGE_DATE.fullmatch(text[age.end : date.start])
            plain = match is not None and "when" not in (match["event"] or "")
            if match and (plain or _WAS_AGED.search(text[max(0, age.start - 20) : age.start])):
                yield Dated(age, date, passage, plain)


def _is_death(page: Page, passage: Passage, date: Date) -> bool:
    return bool(_DIED.search(page.text[max(passage.start, date.start - _BESIDE) : date.start]))


def _is_one(page: Page, passage: Passage, birth: Date, dated: Dated) -> bool:
    """Whether a birth in another sentence is that of the one who had the age."""
    text = page.text
    if _KIN.search(text, passage.start, passage.end):
        return False
    if not _is_death(page, dated.passage, dated.date) and not _DIED.search(text, dated.passage.start, dated.age.start):
        return False
    born = _BORN.search(text[max(passage.start, birth.start - 100) : birth.start])
    assert born is not None
    at = max(passage.start, birth.start - 100) + born.start()
    beside = text[max(passage.start, at - _BESIDE) : at] + " " + text[birth.end : min(passage.end, birth.end + _BESIDE)]
    calendar = table.words()["months"] | table.words()["weekdays"]
    names = {its for its in _NAME.findall(beside) if its.lower() not in calendar}
    told = text[dated.passage.start : max(dated.date.start, dated.age.start)]
    if any(
        last == name and first != other for first, last in _FULL.findall(beside) for other, name in _FULL.findall(told)
    ):
        return False  # "Bo Roe was born in 1950. Ann Roe died in 2010."
    if names & set(_NAME.findall(told)):
        return True
    return bool(_PRONOUN.search(text[passage.start : passage.end])) and 0 < passage.start - dated.passage.start < 2000


def _is_near(birth: Date, dated: Dated) -> bool:
    """Whether the age may have been meant as that of the one born."""
    years = (dated.date.year or 0) - (birth.year or 0)
    return years > 0 and (near(years, dated.age.value or 0) or near(years - 1, dated.age.value or 0))
