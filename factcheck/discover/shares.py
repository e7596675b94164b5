"""
The shares of one whole, side by side in one sentence: they make 100 %.

That they are shares of one whole must be told by the words: the last class takes what is left ("declined to
answer", "undecided", "other"), every share has the same verb or noun ("44 percent local funding, 46 percent
state funding"), or the sentence says "of those who answered", "split", "made up of". Growth, rates and
shares of different things stay alone, and so do lists that leave something out.

Finds:

    The vote was 45% yes, 38% no and 19% undecided.
    ---
    Of those asked, 76% said no, 41% said yes, and 10% preferred not to say.
    ---
    It sold its 40 percent of the ship for $2.1 million to Acme, which owns the other 80 percent.
    ---
    Roe holds 75% of the shares and his sister the remaining 35%.
    ---
    The schools rely on 44 percent local funding, 86 percent state funding, and only 10 percent federal funding.

Leaves alone:

    The vote was 45% yes, 36% no and 19% undecided.
    ---
    The thirds went 33% to Rome, 33% to Milan and 33% to Turin.
    ---
    Sales rose 5% in Rome, 10% in Milan and 15% in Turin.
    ---
    Of those asked, 60% read books, 45% read papers and 30% read both.
    ---
    Of the money, 40% went to schools and 20% to roads, including 10% for repairs.
    ---
    Rates of 5%, 7.5% and 10% apply.
    ---
    Prices were 20%, 30% and 45% higher than in the three years before.
    ---
    More than 40% said yes, more than 30% no and some 10% were undecided.
    ---
    He owns 51% of Acme, 30% of Globex and 10% of Initech.
    ---
    It sold its 40 percent of the ship for $2.1 million to Acme, which owns the other 60 percent.
    ---
    Roe holds 75% of the shares, his sister 15% and the bank the remaining 10%.
    ---
    One pool bears interest of 8.75 percent, the other 8.625 percent.
    ---
    It sold six percent of the stock and the right of first refusal on the remaining nine percent that it holds.
    ---
    Of the 40% that voted no, the other 20% had no opinion.
    ---
    The gains came from the sale of 25% of Acme, 75% of Globex and 5% of Initech.
    ---
    The poll found the Greens ahead with 35.6% of the vote, the Reds with 31.9% of the vote and the Blues with 31.4%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from factcheck.discover.proposal import Proposal
from factcheck.facts.page import Page, Passage
from factcheck.model.amount import is_percent
from factcheck.model.number import Rational, magnitude
from factcheck.model.quantity import Modifier, Quantity
from factcheck.model.regex import regex
from factcheck.model.slip import is_slip

_GAP = regex(r"[^.;:!?()\d]{0,80}$")
_WHOLE = regex(
    r"\b(?:of (?:those|respondents|voters|the (?:respondents|voters|participants|total|sample|electorate))|respondents"
    r"|out of those|split|made up of|consist(?:s|ed|ing)? of|composed of|breakdown|the (?:vote|result|poll|survey) was"
    r"|probabilit(?:y|ies))\b",
    re.IGNORECASE,
)
_REST = regex(
    r"\b(?:undecided|unsure|not sure|no opinion|(?:do|did)(?:n't| not) (?:know|answer|say)|do not|declin\w+|refus\w+|neither|other"
    r"|others|the rest|the remainder|remaining|not to say|unknown|neutral|abstain\w*|no answer|no preference)\b",
    re.IGNORECASE,
)
_OTHER = regex(r"\b(?:the|an?|its|their) (?:other|remaining|balance of|rest of) (?:the )?$")
_APART = regex(r"[.;:!?]\s|\b(?:of (?:that|this|which|them|those|these)|another|additional|while|although|whereas)\b")
_NAMED = regex(r"\s?(?:%|percent|per ?cent|pct)? of (?:the )?[<A-Z]")
"""Behind a share of a thing with a name: "25% of Acme, 74% of Globex and 5% of Initech" are of three wholes."""
_VOTE = regex(r"\b(?:polls?|votes?|voters|ballots?|part(?:y|ies)|candidates?|elections?|popularity)\b", re.IGNORECASE)
_NOT_PARTS = regex(
    r"\b(?:both|also|as well|including|of which|rose|fell|grew|up|down|increase[ds]?|decrease[ds]?|higher|lower|more|less|gain(?:ed|s)?|"
    r"lost|drop(?:ped|s)?|declined (?:by|to \d)|margin|interest|discount|tax|rate|rates|owns?|stake|stakes|compared|versus|"
    r"from|between|at least|up to|either|multiple|overlap)\b",
    re.IGNORECASE,
)


def find(page: Page) -> Iterator[Proposal]:
    """The percentages that stand in one row."""
    for passage in page.passages:
        for row in _rows(page, passage):
            yield from _proposal(page, passage, row)
        yield from _complements(page, passage)


def _complements(page: Page, passage: Passage) -> Iterator[Proposal]:
    """ "sold its 40% to Acme, which owns the other 60%": the rest of the one share."""
    found = [its for its in passage.quantities if is_percent(its)]
    for one, rest in pairwise(found):
        between = page.text[one.end : rest.start]
        if not (_is_share(one) and _is_share(rest)) or len(between) > 160 or not _OTHER.search(between):
            continue
        within = page.text[max(0, one.start - 8) : one.start].lower().endswith("of the ")
        if _APART.search(between) or one is not found[0] or within:
            continue
        total = (one.value or 0) + (rest.value or 0)
        if total != 100 and not any(_mends(its, total) for its in (one, rest)):
            continue
        parts = tuple(page.stated(its, label=its.text) for its in (one, rest))
        yield Proposal("shares", {"parts": parts, "list": "closed"}, "the shares", True, "the other")


def _rows(page: Page, passage: Passage) -> Iterator[list[Quantity]]:
    """Three percentages or more, with nothing but words between them and "and" before the last."""
    row: list[Quantity] = []
    for quantity in passage.quantities:
        if not _is_share(quantity):
            if len(row) > 2:
                yield row
            row = []
            continue
        if row and not _GAP.fullmatch(page.text, row[-1].end, quantity.start):
            if len(row) > 2:
                yield row
            row = []
        row.append(quantity)
    if len(row) > 2:
        yield row


def _is_share(quantity: Quantity) -> bool:
    return (
        is_percent(quantity)
        and quantity.value is not None
        and 0 < quantity.value < 100
        and quantity.modifier in (Modifier.EXACT, Modifier.APPROXIMATE)
        and quantity.direction is None
    )


def _proposal(page: Page, passage: Passage, row: list[Quantity]) -> Iterator[Proposal]:
    text = page.text
    end = min(passage.end, row[-1].end + 60)
    stop = re.search(r"[.;:!?()]\s|\d", text[row[-1].end : end])
    end = row[-1].end + stop.start() if stop else end
    words = text[row[0].start : end]
    joined = re.search(r"\b(?:and|while|with|but)\b", text[row[-2].end : row[-1].start])
    if not joined or _NOT_PARTS.search(words) or all(_NAMED.match(text, its.end) for its in row):
        return
    total = sum(its.value or 0 for its in row)
    fits = _close(total, 100, len(row))
    whole = bool(_WHOLE.search(text[max(passage.start, row[0].start - 160) : end]))
    rest = bool(_REST.search(words))
    alike = _alike(text, row, end)
    if total < 100 and not rest and _VOTE.search(text[passage.start : passage.end]):
        return  # small parties are left out
    if not fits:
        if not (rest or alike or whole) or not _mendable(row, total):
            return
        if (rest + whole + alike) < 2 and not 85 <= total <= 115 and not rest and not alike:
            return
    explicit = (rest and whole) or (85 <= total <= 115 and (rest or alike))
    parts = tuple(page.stated(its, label=its.text) for its in row)
    yield Proposal("shares", {"parts": parts, "list": "closed"}, "the shares", bool(explicit), "and")


def _close(total: Rational, goal: Rational, terms: int) -> bool:
    return 2 * magnitude(total - goal) <= terms


def _mendable(row: list[Quantity], total: Rational) -> bool:
    """Whether another value of one share, one slip away, makes 100; no misprint does else."""
    if 98 < total < 102 or 90 <= total <= 110:
        return True
    return any(_mends(its, total) for its in row)


def _mends(quantity: Quantity, total: Rational) -> bool:
    value = quantity.value or 0
    needed = 100 - (total - value)
    return any(0 < needed + off < 100 and is_slip(value, needed + off) for off in (0, quantity.step, -quantity.step))


def _alike(text: str, row: list[Quantity], end: int) -> bool:
    """Whether what follows each share begins or ends with the same word: "use -", "use +"; "local funding"."""
    ends = [*(its.start for its in row[1:]), end]
    phrases = [re.findall(r"[a-z]+", text[its.end : stop].lower()) for its, stop in zip(row, ends, strict=True)]
    phrases = [
        [word for word in its if word not in ("and", "only", "of", "the", "in", "about", "just", "to")]
        for its in phrases
    ]
    if not all(phrases):
        return False
    return all(a[0] == b[0] for a, b in combinations(phrases, 2)) or all(
        a[-1] == b[-1] for a, b in combinations(phrases, 2)
    )
