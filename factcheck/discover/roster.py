"""
A count of people, and their names with their ages.

"Three defendants, John Smith, 34, Mary Jones, 29, and Ann Lee, 41, were arrested". The names follow the noun behind a
comma, a dash, a colon or a bracket; each has its age and may have its place, and the last has an "and" before it.

Finds:

    Three defendants, John Smith, 34, and Mary Jones, 29, were arrested on Tuesday.
    ---
    Two boys aged 13 and 4 and three girls, aged 9 and 7, lived there.
    ---
    Police held two men from Rome: Ada Roe, 34, of Milan, Bo Lin, 22, of Turin, and Cy Oz, 45, of Bari.

Leaves alone:

    Two defendants, John Smith, 34, and Mary Jones, 29, were arrested on Tuesday.
    ---
    Three men — Ada Roe, 34, Bo Lin, 22, and Cy Oz, 45 — were charged.
    ---
    Two boys aged 13 and four and two girls, ages 9 and 7, lived there.
    ---
    Five children aged 3 to 9 and 12 adults lived there.
    ---
    Three people, John Smith, 34, and his two sons, were hurt.
    ---
    Three people, including John Smith, 34, and Mary Jones, 29, were hurt.
    ---
    Two of the three men, John Smith, 34, and Bo Lin, 22, were hurt.
    ---
    Police held four people. John Smith, 34, and Mary Jones, 29, were charged.
    ---
    Five people died, among them Ada Roe, 34, and Bo Lin, 22.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.discover.enumerated import PERSON, announces
from factcheck.discover.proposal import Proposal, Value
from factcheck.facts.page import Page, Passage, noun_of
from factcheck.model import table
from factcheck.model.quantity import Name, Quantity
from factcheck.model.regex import regex

_OPENS = regex(r"(?: (?:from|of|in) (?:the )?[A-Z][A-Za-z]{2,20})?(?:,|:|\s?—|\s–|\s--?|\s\()\s?(?:the )?")
_NUMBER = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:four|six|seven|eigh|nine)teen|thirteen|fifteen)"
_AGED = regex(rf",? (?:aged|ages) (?P<ages>{_NUMBER}(?:, {_NUMBER})*,? and {_NUMBER})\b(?! (?:months|weeks|days)|[-–])")
_AGE = regex(rf"\b{_NUMBER}\b")
_RANGE = regex(r"\bbetween\b|[-–]")
_NEXT = regex(r"(?P<last>[,;]? and )|[,;] (?P<also>and )?")
_MOST_OFF = 3
"""How far the names may be from the number and still be meant as all of them."""


def find(page: Page) -> Iterator[Proposal]:
    """The rosters of each sentence."""
    people = table.words()["sorts_of_people"]
    for passage in page.passages:
        for quantity in passage.quantities:
            if announces(page, passage, quantity):
                yield from _aged(page, passage, quantity)
                if quantity.counted in people or _is_person(quantity):
                    yield from _listed(page, passage, quantity)


def _aged(page: Page, passage: Passage, quantity: Quantity) -> Iterator[Proposal]:
    """ "two girls, aged 9 and 7"."""
    aged = _AGED.match(page.text, quantity.end, passage.end)
    if aged is None or _RANGE.search(aged["ages"]):
        return
    ages = [*_AGE.finditer(page.text, *aged.span("ages"))]
    if len(ages) > 1 and abs(len(ages) - int(quantity.value or 0)) <= _MOST_OFF:
        names = tuple(Name(its[0], *its.span(), f"{its[0]}#{at}") for at, its in enumerate(ages))
        operands: dict[str, Value] = {
            "of": page.names(names, f"the ages of {noun_of(quantity)}"),
            "is_": page.stated(quantity),
        }
        yield Proposal("count", operands, noun_of(quantity), True, "aged")


def _is_person(quantity: Quantity) -> bool:
    return (quantity.counted or "").endswith(("er", "or", "ant", "ent", "ian", "ist", "man", "woman"))


def _listed(page: Page, passage: Passage, quantity: Quantity) -> Iterator[Proposal]:
    opened = _OPENS.match(page.text, quantity.end, passage.end)
    if opened is None:
        return
    names: list[Name] = []
    at, closed = opened.end(), False
    while entry := PERSON.match(page.text, at, passage.end):
        names.append(Name(entry["name"], *entry.span("name"), entry["name"].lower()))
        following = _NEXT.match(page.text, entry.end(), passage.end)
        if closed or following is None:
            break
        closed = bool(following["last"] or following["also"])
        at = following.end()
    else:
        return
    if not closed or abs(len(names) - int(quantity.value or 0)) > _MOST_OFF:
        return
    listed = page.names(tuple(names), f"the list of {noun_of(quantity)}")
    yield Proposal("count", {"of": listed, "is_": page.stated(quantity)}, noun_of(quantity), True, ",")
