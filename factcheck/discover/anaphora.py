"""
"Of them", "of those", "of these": a part of what the sentence before counted.

"Auditors drew 240 contracts. For 84 of them, or 35 percent, …": the pronoun takes up a count of things (Halliday &
Hasan 1976, ch. 2: anaphoric reference). Where a percentage stands beside the part, it is the one divided by the other;
else the part is no larger than the whole. The sentence before, or the same one before the part, must name things by
one count alone, or by one that comes first ("the 1,140 pupils came from two schools: 610 from one and 530 from the
other") and that the others make.

Finds:

    Auditors drew 240 contracts at random. For 84 of them, or 33 percent, there was no written reason.
    ---
    The 1,140 pupils came from two schools: 610 from one and 530 from the other. By noon 1,965 of them had gone back.
    ---
    The inspectors visited 300 farms. Of these, 120, or 60%, were fined.
    ---
    The raids led to 45 arrests. Of those, 54 were made in Rome.
    ---
    Police stopped 18,000 cars. Some 2,160 of them (21%) were too fast.
    ---
    The fire killed 21 people, 41 of them children.
    ---
    The firm has 4,500 workers, 2,300 of them in Europe and 2,500 in Asia.

Leaves alone:

    The fire killed 21 people, 14 of them children.
    ---
    The firm has 4,500 workers, 2,300 of them in Europe and 1,500 in Asia.
    ---
    She served 12 years, two of which were in Rome.
    ---
    It has 12 schools and 300 teachers, 40 of whom will leave.
    ---

    Auditors drew 240 contracts at random. For 84 of them, or 35 percent, there was no written reason.
    ---
    The 1,140 pupils came from two schools: 610 from one and 530 from the other. By noon 965 of them had gone back.
    ---
    The inspectors visited 300 farms. Of these, 120, or 40%, were fined.
    ---
    The raids led to 45 arrests. Of those, 34 were made in Rome.
    ---
    Nine men ran the firm with 400 helpers. About 300 of them were students.
    ---
    The town has 12 churches and many visitors. Each summer 9,000 of them come by bus.
    ---
    He led 12 raids. The soldiers took prisoners, 40 of them wounded.
    ---
    The firm has 40 lawyers. It won 60 cases, 50 of them in Rome.
    ---
    Some 45 towns voted. There were complaints, and 54 of them were upheld.
    ---
    The bank has 50 branches. Customers number in the thousands, and 700 of them complained.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.discover.near import near
from factcheck.discover.proposal import Proposal
from factcheck.discover.ratio import share
from factcheck.discover.row import balance, row_of
from factcheck.facts.page import Page, Passage
from factcheck.model.amount import base, is_percent, together
from factcheck.model.quantity import Modifier, Quantity
from factcheck.model.regex import regex
from factcheck.model.slip import misprinted

_OF_THEM = regex(
    r"\sof\s(?:them|those|these)\b(?!\s[a-z]+s\b)(?!\s(?:who|whom|that|which|with|in|from|under|over|aged)\b)"
)
_OF_WHOM = regex(r"\sof\s(?:them|whom|which)\b")
_IN = regex(r"(?:\sof\s(?:them|whom|which))?\s(?:in|from|at)\s(?:the\s)?[A-Z]")
_ASIDE = regex(
    r"(?:\s(?!and\b|or\b|but\b)[A-Za-z'’-]{1,20}){0,6}(?:,| \()\s?(?:including |at least |some |about |only |nearly |and )?"
)
"""Between a whole and "14 of them": nothing else that they may be."""
_THEM_FIRST = regex(r"\bOf\s(?:them|those|these)(?:\s[a-z]+s)?,\s(?:only\s|about\s|some\s|at\sleast\s)?$")
_BESIDE = regex(
    r"(?:\sof\s(?:them|those|these))?(?:\s[a-z -]{1,30})?(?:,\s(?:or\s)?|\s\((?:or\s)?|,?\sor\s)(?:about\s|some\s|just\sover\s|nearly\s)?"
)
_AFTER = regex(r"[,.;)\s]{1,2}(?!(?:of|more|less|up|down|from|higher|lower|points?|said|were|was)\b)")
_PLURAL = regex(
    r"\b(?!(?:was|is|has|its|this|his|hers|as|us|yes|thus|across|always|perhaps|pounds|dollars)\b)[a-z]{3,}s\b"
)
_LEAD = 45
"""How much may go before a part in its sentence and still bring nothing else that "them" may mean [code points]."""


def find(page: Page) -> Iterator[Proposal]:
    """Parts of what was counted before."""
    previous: Passage | None = None
    for passage in page.passages:
        if previous is not None and previous.block == passage.block and passage.start - previous.end < 3:
            for at, part in enumerate(passage.quantities):
                if part.counts and part.value and _refers(page, passage, part):
                    yield from _related(page, previous, passage, at)
        previous = passage
        yield from _in_sentence(page, passage)


def _in_sentence(page: Page, passage: Passage) -> Iterator[Proposal]:
    """ "killed 21 people, 14 of them Australians"."""
    for at, (whole, part) in enumerate(pairwise(passage.quantities), 1):
        if not (part.counts and part.value and whole.counts and whole.counted and whole.value):
            continue
        if not _OF_WHOM.match(page.text, part.number_end) or not _ASIDE.fullmatch(page.text, whole.end, part.start):
            continue
        if part.counted in (None, whole.counted) and base(part) <= 20 * base(whole):
            row = row_of(page, passage.quantities[at:])
            placed = all(_IN.match(page.text, its.number_end) and base(its) <= base(whole) for its in row)
            if len(row) > 1 and placed:
                yield balance(page, whole, row, "open", explicit=True)
                continue
            stated = page.stated(part)
            yield Proposal("part", {"part": stated, "whole": page.stated(whole)}, stated.label, True, "of them")


def _refers(page: Page, passage: Passage, part: Quantity) -> bool:
    """Whether a number is said to be "of them", with nothing between the sentences that it may be instead."""
    text = page.text
    if _THEM_FIRST.fullmatch(text, passage.start, part.start):
        return True
    if part.start - passage.start > _LEAD or not _OF_THEM.match(text, part.number_end, part.number_end + 40):
        return False
    if any(its.start < part.start and its.counts for its in passage.quantities):
        return False
    return not _PLURAL.search(text, passage.start, part.start) and "," not in text[passage.start : part.start - 2]


def _whole(page: Page, previous: Passage) -> Quantity | None:
    """The one thing that a sentence counts, or the first that its other counts make."""
    counts = [its for its in previous.quantities if its.counts and its.counted and its.value and not is_percent(its)]
    counts = [its for its in counts if page.text[its.number_end : its.number_end + 1] != "-"]
    if not counts or counts[0].modifier not in (Modifier.EXACT, Modifier.APPROXIMATE):
        return None
    first, others = counts[0], [its for its in previous.quantities if its.counts and its is not counts[0]]
    if (first.value or 0) < 3 or not _named_after(page, first, previous):
        return None
    parts = [its for its in others if its.value is not None and (its.place or its.counted in (None, first.counted))]
    if not others or (len(parts) > 1 and together(parts) == base(first)):
        return first
    return None


def _named_after(page: Page, first: Quantity, previous: Passage) -> bool:
    """Whether nothing in the plural follows a count that is not its own noun: "12 churches and many visitors"."""
    return not re.search(
        r"\band\s(?:many|several|some|hundreds|thousands|dozens)\b", page.text[first.end : previous.end]
    )


def _related(page: Page, previous: Passage, passage: Passage, at: int) -> Iterator[Proposal]:
    part, whole = passage.quantities[at], _whole(page, previous)
    if whole is None:
        return
    behind = passage.quantities[at + 1] if at + 1 < len(passage.quantities) else None
    if behind is not None and is_percent(behind) and behind.direction is None:
        beside = _BESIDE.fullmatch(page.text, part.number_end, behind.start)
        if beside and _AFTER.match(page.text, behind.end, behind.end + 12):
            yield from share(page, part, whole, behind)
            return
    if (
        base(part) <= base(whole)
        or near(base(part), base(whole))
        or misprinted(base(part), base(whole))
        or _added(part, whole)
    ):
        stated = page.stated(part)
        yield Proposal("part", {"part": stated, "whole": page.stated(whole)}, stated.label, False, "of them")


def _added(part: Quantity, whole: Quantity) -> bool:
    """Whether a part without its first digit would be one: "1,965" of 1,140."""
    digits = str(part.value)
    return len(digits) > 2 and digits[1] != "0" and int(digits[1:]) <= base(whole) and base(part) <= 3 * base(whole)
