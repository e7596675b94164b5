"""
A whole that the words before a row of parts take up: "of the total, …", "the haul comprised …", "by region, …".

The whole stands in the sentence before, or further off in the same one: "the 120 seats were divided among four
parties: the Alliance took 52, …". "Comprised", "divided among" and a last part that takes all that is left ("to all
other departments") say that the parts are all; a verb that is said again with each part ("A contributed …, B
contributed … and C contributed …"), or "by region", only seems to, and then a difference is told where one misprint
would explain it.

Finds:

    The budget is $48.6 billion. Of the total, $17.2 billion goes to health, $12.9 million to schools and $18.5 billion to all other departments.
    ---
    Officers seized 51 kg of drugs. The haul comprised 63 kg of cocaine, 11 kg of heroin and four kg of ketamine.
    ---
    Net sales were $344.6 million. Tools contributed $214.6 million of net sales, Parts contributed $86.3 million and Services contributed $41.7 million.
    ---
    By region, 2,150 of the 3,700 worked in North America, 94 in Europe and 610 in Asia.
    ---
    The 120 seats were divided among three parties: the Reds won 52, the Blues won 43 and the Greens won 28.
    ---
    The office collected $20.2 million in 2018. Of this amount, $7 million was collected in criminal cases and $16 million in civil cases.
    ---
    The raid killed 14 people and injured others. The dead were five children, six women and five men.
    ---
    They seized 88 firearms. The weapons consisted of 59 pistols, 21 rifles and nine shotguns.

Leaves alone:

    The budget is $48.6 billion. Of the total, $17.2 billion goes to health, $12.9 billion to schools and $18.5 billion to all other departments.
    ---
    The budget is $48.6 billion. Of the total, $17.2 billion goes to health and $12.9 billion to schools.
    ---
    The office collected $20.2 million in 2018. Of this amount, $4 million was collected in criminal cases and $16 million in civil cases.
    ---
    Officers seized 51 kg of drugs. The haul comprised 36 kg of cocaine, 11 kg of heroin and four kg of ketamine.
    ---
    Officers seized 51 kg of drugs in 12 raids. One parcel comprised 3 kg of cocaine, 2 kg of heroin and 1 kg of ketamine.
    ---
    Net sales were $344.6 million. Tools contributed $214.6 million of net sales, Parts contributed $88.3 million and Services contributed $41.7 million.
    ---
    Net sales were $344.6 million. Rome contributed $14.1 million, Milan contributed $8.3 million and Turin contributed $4.7 million.
    ---
    By region, 2,150 of the 3,700 worked in North America, 940 in Europe and 610 in Asia.
    ---
    By region, 2,150 of the 3,700 worked in North America and 800 in Europe.
    ---
    The 120 seats were divided among three parties: the Reds won 52, the Blues won 43 and the Greens won 25.
    ---
    The firm employs 61 people in 12 countries. The board consists of 40 engineers, 12 clerks and eight guards.
    ---
    The raid killed 14 people and injured others. The dead were five children, four women and five men.
    ---
    The raid killed 14 people and injured 30. The dead were mostly farmers. Two women, a boy and five men were named.
    ---
    The school has 300 pupils. The team comprised 11 girls, 12 boys and three teachers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.discover.near import mended, near
from factcheck.discover.proposal import Proposal
from factcheck.discover.row import JOIN, LESS, balance, row_of, some_make
from factcheck.facts.page import Page, Passage
from factcheck.model.amount import alike, base, is_percent, together
from factcheck.model.quantity import Modifier, Quantity
from factcheck.model.regex import regex
from factcheck.model.slip import misprinted
from factcheck.reader.noun import singular

_OF_TOTAL = regex(
    r"(?:Of|From|Out\sof)\s(?:the|this|that)(?:\s(?:total|sum|amount|money|figure|funds?|budget))?,\s(?:some\s|about\s)?"
)
_COMPRISED = regex(
    r"(?:The|This|That|These|Those|It|They)\b[^.;:,\d]{0,50}?\s(?:compris(?:ed|es?)|consist(?:ed|s)?\sof|(?:was|were|is|are)\s(?:made\sup|composed|comprised)\sof"
    r"|(?<=\sdead\s)were|(?<=\svictims\s)were|(?<=\sinjured\s)were|(?<=\swounded\s)were|(?<=\sfatalities\s)were|(?<=\scasualties\s)were"
    r"|(?:was|were|is|are)\s(?:divided|split|broken\sdown)\s(?:into|between|among|as)|br(?:oke|eaks?)\sdown\s(?:into|as))\s(?:the\s|some\s|an?\s)?"
)
_COLLECTIVE = regex(
    r"(?:this|that|these|those|they)\s(?!\w+s?\s\w+s?\s)|the\s(?:\w+\s)?(?:total|haul|toll|number|figure|group|cache|arsenal|seizure|collection|shipment|sum|dead"
    r"|injured|victims|count|weapons|items)\b"
)
_BY = regex(r"(?:[^.;:\d]{0,20}\b)?[Bb]y\s[a-z]+(?:\s[a-z]+)?,\s[^.;:\d]{0,30}")
_LED = regex(
    r"\b(?:divided|split|shared|distributed|apportioned|allocated|broken\sdown)\b[^.;:]{0,60}:[^.;:\d]{1,50}$|\bas\sfollows:[^.;:\d]{0,50}$"
)
_LEFT = regex(
    r"\b(?:all\s(?:the\s)?others?|the\s(?:rest|remainder|balance|others?)|remaining|everything\selse|elsewhere|combined)\b"
)
_SAID_AGAIN = regex(
    r"\b([a-z]{3,}(?:ed|es|s)(?:\sfor)?|brought\sin|made\sup|won|took|gave|sold|lost|paid)\s(?:about\s|some\s)?$"
)
_WORKED = frozenset(
    "contributed generated accounted for produced supplied provided won took received got earned gave employed".split()
)


_OF_YEAR = regex(r"\s(?:in|for)\s(?:fiscal\s)?(?:19|20)\d\d\b")


def find(page: Page) -> Iterator[Proposal]:
    """Rows of parts whose whole the words before them take up."""
    previous: Passage | None = None
    for passage in page.passages:
        near_by = previous is not None and passage.start - previous.end < 4
        yield from _from_before(page, previous if near_by else None, passage)
        yield from _by_class(page, passage)
        yield from _led(page, passage)
        previous = passage


def _from_before(page: Page, previous: Passage | None, passage: Passage) -> Iterator[Proposal]:
    """The parts begin the sentence, and their whole is in the sentence before."""
    if previous is None or not passage.quantities:
        return
    first, text = passage.quantities[0], page.text
    row = _parts(page, passage, 0)
    if not row:
        return
    comprised = _COMPRISED.fullmatch(text, passage.start, first.start)
    of_total = _OF_TOTAL.fullmatch(text, passage.start, first.start)
    left = _LEFT.search(text, row[-1].end, _clause_end(page, passage, row))
    again = first.start - passage.start < 60 and _said_again(page, passage, row)
    if not (comprised or of_total or again) or (comprised and not _same_thing(page, previous, passage, row)):
        return
    if of_total and not left:
        yield from _within(page, previous, row)
        return
    told = bool(comprised or (of_total and left))
    total = _whole(page, previous, row, told=told)
    if total is not None:
        explicit = bool(of_total and left) or (bool(comprised) and total.unit is not None)
        yield balance(page, total, row, "closed", explicit=explicit)


def _within(page: Page, previous: Passage, row: list[Quantity]) -> Iterator[Proposal]:
    """ "Of this amount, $4 million … and $16 million …": no more than the one amount of the sentence before."""
    able = {base(its): its for its in previous.quantities if its.value and alike(its, row[0])}
    if len(able) == 1:
        (total,) = able.values()
        exact = total.modifier in (Modifier.EXACT, Modifier.APPROXIMATE)
        if exact and total.unit is not None and near(base(total), together(row)):
            yield balance(page, total, row, "open", explicit=True)


def _same_thing(page: Page, previous: Passage, passage: Passage, row: list[Quantity]) -> bool:
    """Whether the subject of "comprised" takes up what was counted: a pronoun, a word for a whole, or the same noun."""
    if row[0].unit is not None:
        return True
    subject = page.text[passage.start : row[0].start].lower()
    nouns = {its.counted for its in previous.quantities if its.counted}
    return bool(_COLLECTIVE.match(subject)) or any(singular(its) in nouns for its in re.findall(r"[a-z]+", subject))


def _by_class(page: Page, passage: Passage) -> Iterator[Proposal]:
    """ "By region, 2,150 of the 3,700 worked in America, 940 in Europe and 610 in Asia": the whole stands in the row."""
    found = passage.quantities
    if len(found) < 4 or not _BY.fullmatch(page.text, passage.start, found[0].start):
        return
    if not re.fullmatch(
        r"(?:\s[a-z]+)?\sof\s(?:the|our|its|these|those)\s(?:total\sof\s)?", page.text[found[0].end : found[1].start]
    ):
        return
    total, row = found[1], [found[0], *_parts(page, passage, 1)[1:]]
    if len(row) > 2 and all(alike(total, its) for its in row) and _meant(total, row, told=False):
        yield balance(page, total, row, "closed", explicit=False)


def _led(page: Page, passage: Passage) -> Iterator[Proposal]:
    """ "The 120 seats were divided among four parties: the Alliance took 52, …"."""
    found = passage.quantities
    for at in range(1, min(len(found), 4)):
        lead = page.text[found[0].end : found[at].start]
        if not _LED.search(lead) or "," not in page.text[found[at].end : passage.end]:
            continue
        row, total = _parts(page, passage, at), found[0]
        between = found[1:at]
        counted = all(its.value == len(row) for its in between)
        plain = total.value is not None and not is_percent(total)
        if row and counted and plain and alike(total, row[0]) and _meant(total, row, told=True):
            yield balance(page, total, row, "closed", explicit=bool(between))
        return


def _parts(page: Page, passage: Passage, at: int) -> list[Quantity]:
    """The row that begins at a number; empty where it is none whose items may be added up."""
    row = row_of(page, passage.quantities[at:])
    if len(row) < 3 and not (len(row) == 2 and row[0].unit is not None):
        return []
    if any(its.value is None or its.direction is not None or is_percent(its) for its in row):
        return []
    if all(_OF_YEAR.match(page.text, its.end) for its in row):
        return []  # "$262 million in 2022, $310 million in 2021": one thing in several years
    text = page.text[row[0].start : row[-1].start]
    joined = JOIN.search(page.text[row[-2].end : row[-1].start])
    return row if joined and not LESS.search(text) else []


def _clause_end(page: Page, passage: Passage, row: list[Quantity]) -> int:
    stop = re.search(r"[.;:]\s", page.text[row[-1].end : passage.end])
    return row[-1].end + stop.start() if stop else passage.end


def _said_again(page: Page, passage: Passage, row: list[Quantity]) -> bool:
    """Whether the same verb goes before every part, or the first alone if the others leave it out."""
    ends = [passage.start, *(its.end for its in row)]
    verbs = [_SAID_AGAIN.search(page.text[end : its.start]) for end, its in zip(ends, row, strict=False)]
    first = verbs[0]
    if first is None or len(row) < 3:
        return False
    others = [its[1] for its in verbs[1:] if its]
    if len(others) == len(row) - 1 and set(others) == {first[1]}:
        return True
    return first[1].split()[0] in _WORKED and all(its.endswith("s") for its in others)


def _whole(page: Page, previous: Passage, row: list[Quantity], *, told: bool) -> Quantity | None:
    """The number of the sentence before that the row makes; else the only one that it may have been meant to make."""
    able = [
        its
        for its in previous.quantities
        if its.value and alike(its, row[0]) and its.modifier in (Modifier.EXACT, Modifier.APPROXIMATE)
    ]
    made = together(row)
    for its in able:
        if base(its) == made:
            return its
    meant = [its for its in able if _meant(its, row, told=told)]
    return meant[0] if len({its.value for its in meant}) == 1 and (told or meant[0] is able[0]) else None


def _meant(total: Quantity, row: list[Quantity], *, told: bool) -> bool:
    """Whether a row may have been meant to make a whole, as far as the numbers tell."""
    made, value = together(row), base(total)
    if made == value:
        return True
    if some_make(total, row):
        return False
    large = min(base(its) for its in row) >= 10 or total.unit is not None
    if told:
        return near(made, value) or (large and (mended(total, row) or misprinted(made, value)))
    return large and len(row) > 2 and mended(total, row)
