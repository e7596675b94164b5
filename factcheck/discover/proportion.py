"""
An amount and the percentage that it is of another amount, which is named.

"$37.8 million, or 1.8% of total loans of $2.1 billion"; "$75.6 million of our total revenue of $180.0 million, or
42%"; "35% of the 240 contracts, or 84". Where the whole is named without its amount ("1.8% of total loans"), it is
the one that the text gives that name just before: a misprint of the percentage is found then, no more, as the
amounts of other years stand there too.

Finds:

    Nonaccrual loans were $37.8 million, or 8.1% of total loans of $2.1 billion.
    ---
    The ten largest generated $75.6 million of our total revenue of $180.0 million, or 24%.
    ---
    Some 53% of the 240 contracts, or 84, lacked a note.
    ---
    Total loans at the bank were $2,100 million. Nonaccrual loans were $37.8 million, which is 8.1% of total loans.
    ---
    Total loans were $2,100 million. Real estate loans amounted to $1,260 million, or 68% of the total.
    ---
    The fund spent $12 million, 42% of its $50 million budget.
    ---
    The casinos had a $3.1 billion income. The tables are the largest source, making up 18 per cent or $2.5 billion of total income.
    ---
    Net sales were $344.6 million. Gross profit was $96.5 million, or 82.0% of net sales.

Leaves alone:

    Nonaccrual loans were $37.8 million, or 1.8% of total loans of $2.1 billion.
    ---
    The ten largest generated $75.6 million of our total revenue of $180.0 million, or 42%.
    ---
    Some 35% of the 240 contracts, or 84, lacked a note.
    ---
    Total loans at the bank were $2,100 million. Nonaccrual loans were $37.8 million, which is 1.8% of total loans.
    ---
    Total loans were $2,100 million. Real estate loans amounted to $1,260 million, or 60% of the total.
    ---
    The fund spent $12 million, 24% of its $50 million budget.
    ---
    The casinos had a $3.1 billion income. The tables are the largest source, making up 80 per cent or $2.5 billion of total income.
    ---
    Net sales were $344.6 million in 2023. Gross profit in 2022 was $96.5 million, or 30.0% of net sales.
    ---
    Sales rose $12 million, or 8% of the growth of $300 million that it had hoped for in Asia and in Europe.
    ---
    It gave $5 million, or 10% more than the $4.5 million of 2019.
    ---
    Net sales in Asia were $44.6 million and net sales in Europe $300.0 million. Profit was $96.5 million, or 28.0% of net sales.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.discover.proposal import Proposal
from factcheck.discover.ratio import fits, share, slips
from factcheck.facts.page import Page, Passage
from factcheck.model.amount import alike, is_percent
from factcheck.model.quantity import Quantity
from factcheck.model.regex import regex

_ART = r"(?:(?:the|our|its|their|his|her|all|that|this)\s)?(?:[A-Z\w'’-]{1,24}['’]s?\s)?"
_NOUN = r"(?:(?!(?:of|and|or|than|to|in|from|with|for)\b)[a-z-]{2,20}\s){1,4}"
_OR = regex(
    r"(?:\s[a-z -]{1,40})?(?:,?\sor\s|,\s|\s\((?:or\s)?|,?\swhich\s(?:is|was|were|represents?|represented|equals)\s|\s[—–-]\s"
    r"|,?\s(?:representing|equal\sto|equivalent\sto|amounting\sto|making\sup|accounting\sfor)\s)(?:about\s|some\s)?$"
)
_OF_WHOLE = regex(rf"\sof\s{_ART}(?:{_NOUN}of\s)?(?:the\s|our\s|its\s|about\s)?$")
_OF_NAMED = regex(rf"\sof\s{_ART}{_NOUN}of\s$")
_OF = regex(r"\sof\s(?:the|our|its|their|all|these|those)?\s?$")
_LAST = regex(r"(?:\s[a-z -]{1,30})?(?:,\sor\s|\s\((?:or\s)?)(?:about\s|some\s)?$")
_PERCENT_OR = regex(r",?\sor\s|,\s|\s\(")
_BESIDE = regex(r",\sor\s|\s\((?:or\s)?")
_NAME = regex(
    r"\sof\s(?:(?:the|our|its|their)\s)?((?:[a-z-]{3,20}\s?){1,3})(?=[.,;)]|\s(?:in|at|for|and|compared|as)\b|$)"
)
_MORE = regex(r"\s?(?:points?|more|less|higher|lower|above|below)\b")
_BEHIND = regex(
    r"(?:\s(?:at|for|in|of|on|as\sof)\s[^.;:]{1,40}?)?\s(?:were|was|of|totall?ed|amounted\sto|came\sto|stood\sat|reached|is|are)\s$"
)
_FATALITY = regex(
    r"[^.;()\d]{0,40}\((?:a |the )?(?:case[- ]fatality (?:rate|ratio)|CFR|fatality rate)(?: of|:|,| =| is)? ?"
)
_ITS = regex(r"\s(?:in (?:total )?)?([a-z]{3,20})\b")
"""What an amount is of, right behind it: "a $3.1 billion income", "$3.1 billion in income"."""
_YEAR = regex(r"\b(?:19|20)\d\d\b|\b(?:prior|previous|last|earlier)\b")
_FAR = 1500
"""How far before a percentage the amount of its whole is looked for [code points]."""


def find(page: Page) -> Iterator[Proposal]:
    """Percentages beside the amounts that they relate."""
    for passage in page.passages:
        found = passage.quantities
        for at, percent in enumerate(found):
            if is_percent(percent) and percent.value and percent.direction is None and not _more(page, percent):
                yield from _around(page, passage, at)


def _fatality(page: Page, found: tuple[Quantity, ...], at: int) -> Iterator[Proposal]:
    """ "14,005 cases and 1,114 deaths (case fatality rate of 8%)"."""
    if at < 2:
        return
    cases, deaths, percent = found[at - 2 : at + 1]
    lead = page.text[deaths.end : percent.start]
    if (
        _FATALITY.fullmatch(lead)
        and (cases.counted, deaths.counted) == ("case", "death")
        and cases.value
        and deaths.value
    ):
        yield from share(page, deaths, cases, percent)


def _more(page: Page, percent: Quantity) -> bool:
    return bool(_MORE.match(page.text, percent.end, percent.end + 10))


def _around(page: Page, passage: Passage, at: int) -> Iterator[Proposal]:
    """The percentage between part and whole, behind both, or before both; else its whole is named."""
    found, percent = passage.quantities, passage.quantities[at]
    one, other = found[at - 2 : at] if at > 1 else (None, None)
    before = found[at - 1] if at else None
    after = found[at + 1] if at + 1 < len(found) else None
    last = found[at + 2] if at + 2 < len(found) else None
    yield from _fatality(page, found, at)
    if before and _is_amount(before) and _between(page, _OR, before, percent):
        if after and _pair(before, after) and _between(page, _OF_WHOLE, percent, after):
            yield from share(page, before, after, percent)
        elif before.unit is not None:
            yield from _named(page, passage, before, percent, percent.end)
    if one and other and _pair(one, other) and _between(page, _OF_NAMED, one, other):
        if _BESIDE.fullmatch(page.text, other.end, percent.start):
            yield from share(page, one, other, percent)
    elif after and after.unit is not None and _between(page, _PERCENT_OR, percent, after):
        yield from _named(page, passage, after, percent, after.end)
    elif after and last and _pair(last, after) and _before_both(page, percent, after, last):
        yield from share(page, last, after, percent)


def _before_both(page: Page, percent: Quantity, whole: Quantity, part: Quantity) -> bool:
    return _between(page, _OF, percent, whole) and _between(page, _LAST, whole, part)


def _is_amount(quantity: Quantity) -> bool:
    return quantity.value is not None and not is_percent(quantity)


def _pair(part: Quantity, whole: Quantity) -> bool:
    if not (_is_amount(part) and _is_amount(whole) and alike(part, whole)):
        return False
    return part.unit is not None or (part.counts and whole.counts)


def _between(page: Page, pattern: re.Pattern[str], one: Quantity, other: Quantity) -> bool:
    end = one.number_end if pattern in (_OR, _OF_NAMED) else one.end
    text = page.text[end : other.start]
    return len(text) < 100 and pattern.fullmatch(text) is not None


def _named(page: Page, passage: Passage, part: Quantity, percent: Quantity, end: int) -> Iterator[Proposal]:
    """ "1.8% of total loans", where the sentences before say what total loans are; the name begins at ``end``."""
    match = _NAME.match(page.text, end, min(end + 80, passage.end))
    if not match:
        return
    words = [its for its in match[1].split() if its != "same"]
    noun = r"(?:\s(?!(?:were|was|of|at|in|for|on|is|are)\b)[a-z]{2,20}){1,2}" if words == ["total"] else ""
    name = re.compile(r"\s".join(map(re.escape, words)) + noun, re.IGNORECASE)
    first = max(0, part.start - _FAR)
    wholes = [
        its
        for its in page.quantities(first, part.start)
        if _pair(part, its) and _is_called(page, name, its) and its.number_start != part.number_start
        if not _is_share(page, its)
    ]
    if any(fits(part, its, percent) for its in wholes):
        wholes = [its for its in wholes if fits(part, its, percent)][:1]
    if len({its.value for its in wholes}) != 1 or len(name.findall(page.text, first, part.start)) > 2:
        return
    start, end = page.document.sentence(wholes[0].number_start)
    years = set(_YEAR.findall(page.text, start, end))
    here = set(_YEAR.findall(page.text, passage.start, passage.end))
    other_years = bool(years and here and years != here)
    if fits(part, wholes[0], percent) or (slips(part, wholes[0], percent) and not other_years):
        yield from share(page, part, wholes[0], percent, explicit=False, slip=True)


def _is_share(page: Page, quantity: Quantity) -> bool:
    """Whether an amount is itself told as a share of a whole: "$9.7 million, or 93% of net revenues"."""
    behind = page.quantities(quantity.end, quantity.end + 24)
    return bool(behind) and is_percent(behind[0]) and _between(page, _OR, quantity, behind[0])


def _is_called(page: Page, name: re.Pattern[str], whole: Quantity) -> bool:
    """Whether a name stands before an amount as its subject: "Total loans at the bank were $2,100 million"."""
    start, end = page.document.sentence(whole.number_start)
    start = max(start, whole.start - 90)
    if its := _ITS.match(page.text, whole.end, end):
        return name.fullmatch(f"total {its[1]}") is not None or name.fullmatch(its[1]) is not None
    return any(
        _BEHIND.fullmatch(page.text, its.end(), whole.start) for its in name.finditer(page.text, start, whole.start)
    )
