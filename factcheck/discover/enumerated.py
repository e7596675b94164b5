"""
A count announced, and the items that follow it in the same sentence.

"three bills: the A Act, the B Act and the C Act". A colon, a dash or a bracket behind the counted noun opens the
list; commas and a last "and" (or semicolons) part its items. What may be read in several ways is read so that
it fits: an item that has an "and" inside may be two, a list inside the list may be counted or not.

Finds:

    The plan has two parts: roads, bridges and schools.
    ---
    The five men were identified as John Smith, Peter Brown, Adam White and Carl Green.
    ---
    Four agencies – the Parks Board, the Water Board, and the Roads Office – share the bill.
    ---
    She named three bills (the Clean Air Act and the Clean Water Act).
    ---
    The plan has two aims: (1) to mend roads, which are bad; (2) to build bridges; and (3) to open a school.
    ---
    The fire killed eight people—students Ada Roe, Bo Lin, and Cy Oz, and teachers Di Poe, Ed Moe, and Flo Coe.

Leaves alone:

    The plan has three parts: roads, bridges and schools.
    ---
    The plan has three parts: roads and bridges, schools and parks.
    ---
    The four men were identified as John Smith, Peter Brown, Adam White and Carl Green.
    ---
    She named three bills—the Sentencing Act, the Reform and Corrections Act, and the Mens Rea Act.
    ---
    Four of the five largest banks – Acme, Globex, Initech, and Umbrella – were fined.
    ---
    Three cities took part, including Rome and Milan.
    ---
    The talks brought two firms together: Acme, Inc. and Globex.
    ---
    Three leaders led 21 members: Ada Roe, Bo Lin and Cy Oz.
    ---
    The raid led to 12 arrests: seven in Rome and five in Milan.
    ---
    Three men — Ada Roe, 34, Bo Lin, 22, and Cy Oz, 45 — were charged.
    ---
    Two things are clear: the mayor, who was told in May, lied, and the clerk knew it.
    ---
    There is one rule for 12 members: be brief, be kind and be gone.
    ---
    The firm has three plants: one in Rome, where it began, and two in Milan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.discover.proposal import Proposal
from factcheck.facts.page import Page, Passage, noun_of
from factcheck.model.name import kinds
from factcheck.model.quantity import Modifier, Name, Quantity
from factcheck.model.regex import regex

_OPENS = regex(
    r"(?P<words>[^,.;:()–—\d\n]{0,60}?)(?P<sign>:\s|\s?—\s?|\s–\s|\s--\s|\s-\s|\s\((?=\D)|\s(?:(?:were|are|have been)\s)?(?:identified|named|listed)\sas\s)"
)
_SEVERAL_OF = regex(r"\b(?:of|among|from)\s+(?:all\s+)?(?:the|these|those|its|their|our|his|her)\s+$", re.IGNORECASE)
_UNFIT = regex(
    r"\b(?:who|which|where|whose|whom|that|when|because|if|including|include[sd]?|such as|among|others?|more|etc"
    r"|is|are|was|were|has|have|had|said|says|will|would|can|could|may|must|not|for example|e\.g)\b|\.\.\.|…",
    re.IGNORECASE,
)
"""Words that are no part of a plain list of things: clauses, open ends."""
_JOINED = regex(r"(?:and|or|&|plus)\s+(?:also\s+|then\s+)?", re.IGNORECASE)
_AND = regex(r"\s(?:and|&|or)\s")
_SUFFIX = regex(
    r"(?:Inc|Ltd|LLC|L\.L\.C|Jr|Sr|Corp|Co|plc|N\.A|S\.A|II|III|\d{4}|[A-Z]\.[A-Z]|\d\d)\.?(?=$|\s(?:and|or|&)\s)"
)
_MARK = regex(r"(?:(?<=[\s(])|^)\(?([1-9]|[a-i]|i{1,3}|iv|v|vi{1,3}|ix)\)\s")
_NO_MARK = regex(r"\((?!(?:[1-9]|[a-i]|[ivx]{1,4})\))")
PERSON = regex(
    r"(?P<name>[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|de|van|von|al|bin|la|du)){1,4}), (?:aged )?\d{1,3}\b(?![\w%-])"
    r"(?:,? (?:both )?(?:of|from) [A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3}(?:, [A-Z][\w.]*(?=[,;]))?)?"
)
"""A name with its age, and perhaps its place: such lists are rosters (roster.py)."""
_LONGEST = 9
"""Beyond so many words an item is a clause [words]."""
_WIDEST = 600
"""How far a list in one sentence may reach [code points]."""


def find(page: Page) -> Iterator[Proposal]:
    """The counts before lists in one sentence."""
    for passage in page.passages:
        for quantity in passage.quantities:
            if announces(page, passage, quantity):
                yield from _listed(page, passage, quantity)


def announces(page: Page, passage: Passage, quantity: Quantity) -> bool:
    """Whether a number may announce a list: a small, exact count of things, of no more of them."""
    value = quantity.value
    if not quantity.counts or value is None or not 2 <= value <= 40 or quantity.counted is None:
        return False
    if quantity.modifier != Modifier.EXACT or (quantity.place and kinds(quantity.place.text)):
        return False
    if page.text[quantity.number_end : quantity.number_end + 1] == "-":
        return False
    return not _SEVERAL_OF.search(page.text, passage.start, quantity.start)


def _listed(page: Page, passage: Passage, quantity: Quantity) -> Iterator[Proposal]:
    text = page.text
    opened = _OPENS.match(text, quantity.end, passage.end)
    if opened is None or len(opened["words"].split()) > 6 or _UNFIT.search(opened["words"]):
        return
    if PERSON.match(text, opened.end()):
        return
    end = _end(text, opened.end(), min(passage.end, opened.end() + _WIDEST), opened["sign"].strip())
    items = _items(text, opened.end(), end)
    if items is None:
        return
    found, lengths, plain = items
    value = int(quantity.value or 0)
    if value in lengths:
        found = (found * value)[:value]
    elif abs(value - len(found)) > 3 or not plain or any(its.value == len(found) for its in passage.quantities):
        return
    listed = page.names(tuple(found), f"the list of {noun_of(quantity)}")
    explicit = opened["sign"].strip() in (":", "—", "–", "(") and len(opened["words"].split()) <= 1
    yield Proposal("count", {"of": listed, "is_": page.stated(quantity)}, noun_of(quantity), explicit, opened["sign"])


def _end(text: str, start: int, end: int, sign: str) -> int:
    """Where the list ends: at the closing bracket or dash, a closing quotation mark, the end of the sentence."""
    closing = {"(": ")", "—": "—", "–": "–", "--": "--", "-": " - "}.get(sign)
    stops = [text.find(mark, start, end) for mark in ("”", '"', ".\n", closing or "”")]
    if sign != "(":
        bracket = _NO_MARK.search(text, start, end)
        stops.append(bracket.start() if bracket else -1)
    stop = min((at for at in stops if at >= 0), default=end)
    while stop > start and text[stop - 1] in " .,;:!?\n":
        stop -= 1
    return stop


def _items(text: str, start: int, end: int) -> tuple[list[Name], set[int], bool] | None:
    """The items, the lengths that they may be said to have, and whether they are plainly parted."""
    marked = _marked(text, start, end)
    if marked:
        return marked, {len(marked)}, True
    mark = ";" if text.find(";", start, end) >= 0 else ","
    parts = _parts(text, start, end, mark)
    if not parts:
        return None
    last = [at for at, (a, b) in enumerate(parts) if _JOINED.match(text, a, b)]
    if mark == "," and len(parts) == 1:
        return _pair(text, *parts[0])
    if last:
        kept = parts[: last[-1] + 1]
        inner = sum(len(_AND.findall(text, a, b)) for a, b in kept)
        lengths = {at + 1 for at in last} | set(range(len(kept), len(kept) + inner + 1))
    elif mark == "," and _AND.search(text, *parts[-1]):
        kept, joined = parts[:-1], parts[-1]
        match = _AND.search(text, *joined)
        assert match is not None
        inner = sum(len(_AND.findall(text, a, b)) for a, b in parts) - 1
        kept = [*kept, (joined[0], match.start()), (match.end(), joined[1])]
        lengths = set(range(len(kept), len(kept) + inner + 1))
        if len(parts) == 2 and _AND.search(text, *parts[0]):
            lengths.add(2)  # "roads and bridges, schools and parks"
    elif len(parts) > 1 and all(kinds(text[a:b]) for a, b in parts):
        kept, lengths = parts, {len(parts)}  # "(Ohio, Iowa, Utah)"
    else:
        return None
    names = [_name(text, a, b) for a, b in kept]
    plain = all(0 < len(its.text.split()) <= _LONGEST and not _UNFIT.search(its.text) for its in names)
    if any(
        re.match(r"(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b)", its.text)
        for its in names
    ):
        return None
    return names, lengths, plain and len(names) > 1 and not re.match(r"\s*(?:who|which)\b", text[kept[-1][1] : end])


def _marked(text: str, start: int, end: int) -> list[Name]:
    """Items that the text numbers itself: "(1) roads, (2) bridges and (3) schools"; none where it does not."""
    marks = list(_MARK.finditer(text, start, end))
    if len(marks) < 2 or marks[0].start() > start + 4:
        return []
    for signs in ("123456789", "abcdefghi", ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")):
        if [its[1].lower() for its in marks] == list(signs[: len(marks)]):
            ends = [*(its.start() for its in marks[1:]), end]
            return [_name(text, its.end(), stop) for its, stop in zip(marks, ends, strict=True)]
    return []


def _pair(text: str, start: int, end: int) -> tuple[list[Name], set[int], bool] | None:
    """ "the Clean Air Act and the Clean Water Act": two items, or one with an "and"."""
    found = list(_AND.finditer(text, start, end))
    if len(found) != 1:
        return None
    names = [_name(text, start, found[0].start()), _name(text, found[0].end(), end)]
    alike = all(re.match(r"(?:[Tt]he\s)?[A-Z]", its.text) for its in names)
    plain = alike and all(len(its.text.split()) <= _LONGEST and not _UNFIT.search(its.text) for its in names)
    return names, {2}, plain


def _parts(text: str, start: int, end: int, mark: str) -> list[tuple[int, int]]:
    """The passages between the marks, what belongs to the one before put back ("Acme, Inc.")."""
    found: list[tuple[int, int]] = []
    at = start
    while at <= end:
        stop = text.find(mark, at, end)
        stop = end if stop < 0 else stop
        a, b = at, stop
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        if found and (_SUFFIX.match(text[a:b]) or ("us_state" in kinds(text[a:b]) and "." in text[a:b])):
            found[-1] = (found[-1][0], b)
        elif a < b:
            found.append((a, b))
        at = stop + 1
    return found


def _name(text: str, start: int, end: int) -> Name:
    joined = _JOINED.match(text, start, end)
    first = joined.end() if joined else start
    words = " ".join(text[first:end].split())
    return Name(words, first, end, words.lower())
