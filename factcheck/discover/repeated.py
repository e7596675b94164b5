"""
A precise figure that returns in the text, one typing slip apart.

"will pay $72.5 million to end claims", and further down "the $75.2 million settlement". A definite article (or
"these", "worth" behind "The contract,") says that the figure was told before; where it was not, and a figure
of the same unit or noun that was told differs from it by one slip, they are taken for one. Two digits swapped,
a scale word or a decimal point moved weigh more than one digit changed; the more digits, the less it is chance.
Where a figure stands twice or more, one slip off weighs against the third mention even without an article.
What is compared ("than the", "of 2022", "a year earlier", "expected") is another figure. All are warnings.

Finds:

    # Drugmaker to pay $72.5 million over patents

    The firm will pay $72.5 million to end claims over its patents. A charge covers the $75.2 million settlement.
    ---
    The police received 2,317 reports of fraud this year. Of the 2,371 reports, most came in through a form.
    ---
    # Firm earns record income of $63.4 million

    The firm reported net income of $63.4 million. "The $64.3 million we earned is a credit to our people," it said.
    ---
    # Mayor gets 87 months for bribes

    The mayor was sentenced to prison. In addition to the 78-month term he must pay a fine. The 87 months begin now.
    ---
    # Dealer forfeits $1,283,450

    A dealer has forfeited $1,283,450 to the state. The two together make up the $1,238,450 that he has given up.
    ---
    # Orsini wins $315 million order

    The contract, worth $325 million, is for two lines. The $315 million order changes no forecast.
    ---
    # Fund to pay $72.5 million

    The fund will pay $72.5 million to settle. It takes a charge to cover the $72.5 billion settlement.
    ---
    # Plant to close with 1,460 jobs lost

    The plant has 1,460 workers. A union says the 1,640 workers were told on Monday.

    ---
    The crackdown netted more than 75 militants. A source said that more than 57 militants were rounded up on Monday.

Leaves alone:

    The crackdown netted more than 75 militants. A source said that more than 65 militants were rounded up on Monday.
    ---
    # Drugmaker to pay $72.5 million over patents

    The firm will pay $72.5 million to end claims over its patents. A charge covers the $72.5 million settlement.
    ---
    Net income was $63.4 million, less than the $64.3 million of 2022.
    ---
    Net income was $63.4 million. That is less than the $64.3 million of the year before.
    ---
    The firm earned $63.4 million. Analysts missed the $64.3 million they had expected.
    ---
    The firm sold 315 cars in May. The 325 cars of June went abroad.
    ---
    The police received 2,317 reports of fraud. A year earlier there were 2,371 reports.
    ---
    The police received 2,317 reports of fraud. Of the 1,904 reports on men, most came in through a form.
    ---
    A loan of $315 million fell due. A second loan of $325 million was drawn. The $325 million loan has a term of a year.
    ---
    # Fire destroys 346 homes

    The fire destroyed 346 homes. With 18 more on Sunday, the 364 homes make it the worst fire of the year.
    ---
    The driver got 24 months. The 42-month sentence of his brother was cut.
    ---
    The town has 1,460 houses and 1,640 flats. The 1,640 flats are small.
    ---
    The school took in 120 pupils. The 210 teachers of the town went on strike.
    ---
    # City spends $6.4 million on pool

    The city will spend $6.4 million on a pool. It will come from the $4.6 million road fund.
    ---
    The bank has 725 branches. The 752 branches of its rival are larger.
    ---
    The firm sold $315.5 million in notes due 2027. It repaid the $351.5 million in notes due 2024.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from factcheck.discover.another import clause_end, is_another
from factcheck.discover.near import Slip, digits, slip_between
from factcheck.discover.proposal import Proposal
from factcheck.facts.page import Page, Passage
from factcheck.facts.word import noun_words, words_of
from factcheck.model.document import BlockKind
from factcheck.model.frozen import frozen
from factcheck.model.number import Rational, magnitude
from factcheck.model.quantity import Modifier, Quantity
from factcheck.model.regex import regex

_DEFINITE = regex(
    r"\b(?:the|these|those|that|this|all|all the)\s(?:(?:full|entire|whole|total|combined|aggregate|said|same)\s)?$",
    re.IGNORECASE,
)
_WORTH = regex(
    r"\b[Tt]he (?P<noun>(?:[\w-]+ ){0,2}[a-z]{3,}),? (?:(?:which|that) )?(?:(?:is|was|are|were) )?"
    r"(?:worth|valued at|totall?ing|amounting to)\s$"
)
_MOST = 200
"""With so many figures of one kind a text is a list of them [figures]."""


@frozen
class Mention:
    """A figure, and the sentence that it stands in."""

    quantity: Quantity
    passage: Passage
    title: bool
    """Whether it stands in a heading."""


def find(page: Page) -> Iterator[Proposal]:
    """The figures that were told before, each with the one that it was probably told as."""
    kinds: defaultdict[str, list[Mention]] = defaultdict(list)
    for passage in page.passages:
        title = page.blocks[passage.block].kind == BlockKind.HEADING
        for quantity in passage.quantities:
            kind = _kind(quantity)
            if kind:
                kinds[kind].append(Mention(quantity, passage, title))
    everywhere = Counter((_kind(its), its.value) for its in page.contents.quantities)
    for kind, mentions in kinds.items():
        if len(mentions) > _MOST:
            continue
        by_value: defaultdict[Rational, list[Mention]] = defaultdict(list)
        for its in mentions:
            by_value[its.quantity.value or 0].append(its)
        for value, told in by_value.items():
            if everywhere[kind, value] == 1:
                yield from _of_one(page, kind, told[0], [its for at, its in by_value.items() if at != value])
    yield from _hedged(page)


def _hedged(page: Page) -> Iterator[Proposal]:
    """ "more than 75 militants" and "more than 57 militants": one hedge, one noun, and two digits swapped."""
    told: dict[tuple[str, str], Quantity] = {}
    for passage in page.passages:
        for its in passage.quantities:
            if its.hedge is None or its.counted is None or not its.counts or (its.value or 0) < 12:
                continue
            first = told.setdefault((its.hedge.words, its.counted), its)
            if first.start < passage.start and slip_between(first, its) == Slip.SWAP:
                claims = (page.stated(first), page.stated(its))
                yield Proposal("agree", {"claims": claims}, "the figures", False, its.hedge.words)


def _kind(quantity: Quantity) -> str:
    """What a figure is a figure of: a currency, a unit, or any things; empty where it is none to compare."""
    value, unit = quantity.value, quantity.unit
    if value is None or value < 12 or quantity.modifier != Modifier.EXACT:
        return ""
    if unit is None:
        return "count" if quantity.counts or quantity.scaled else ""
    return "" if unit.symbol in ("%", "‰") or unit.name == "year of age" else unit.name


def _of_one(page: Page, kind: str, mention: Mention, others: list[list[Mention]]) -> Iterator[Proposal]:
    """A figure that stands once, and the one of the others that it is a slip away from."""
    best, found = Slip.NONE, None
    if _head(page, mention) is None and len(digits(mention.quantity)) < 6:
        others = [its for its in others if len(its) > 1]
    for told in others:
        slip = slip_between(told[0].quantity, mention.quantity)
        if slip > best and _is_meant(page, kind, slip, mention, told):
            best, found = slip, told
    if found is None:
        return
    quantity, first = mention.quantity, found[0].quantity
    subject = "the figures"
    if len(found) > 1:
        both = (page.stated(first), page.stated(found[1].quantity))
        yield Proposal("agree", {"claims": both}, subject, False, "the")
    pair = sorted((first, quantity), key=lambda its: its.start)
    yield Proposal("agree", {"claims": tuple(page.stated(its) for its in pair)}, subject, False, "the")


def _is_meant(page: Page, kind: str, slip: Slip, mention: Mention, told: list[Mention]) -> bool:
    """Whether a figure is the one told before, as far as its words and digits say."""
    quantity = mention.quantity
    if any(its.passage is mention.passage for its in told) or _is_derived(page, mention, told[0].quantity):
        return False
    if is_another(page, mention.passage, quantity):
        return False
    length = min(len(digits(quantity)), len(digits(told[0].quantity)))
    alike = kind != "count" or any(_is_alike(its.quantity, quantity) for its in told)
    early = any(its.title or its.passage in page.passages[:2] for its in told)
    definite = told[0].quantity.start < quantity.start and (head := _head(page, mention)) is not None
    often = len(told) > 1
    around = set().union(*(words_of(page.text, its.passage.start, its.passage.end) for its in told))
    if not definite:
        shared = words_of(page.text, mention.passage.start, mention.passage.end) & around
        shared -= noun_words(quantity)
        if not alike or mention.title:
            return False
        if slip == Slip.DIGIT:
            return often and length > 4 and len(shared) > 1
        return length > 5 or (often and length > 2 and len(shared) > 1)
    shared = (head or set()) & around
    if slip == Slip.DIGIT:
        titled = any(its.title for its in told)
        sure = often and (bool(shared) or (titled and _worth(page, mention) is not None))
        return alike and length > 2 and (sure or (length > 3 and early and bool(shared)))
    if length > 3:
        return True
    if length > 2:
        return alike and (often or early or bool(shared))
    if length < 2 or slip != Slip.SWAP or (quantity.unit and quantity.unit.currency and not shared):
        return False
    return alike and (often or any(its.title for its in told))


def _is_alike(one: Quantity, other: Quantity) -> bool:
    """Whether two counts are of the same things: "1,320 jobs", "1,230 job cuts"."""
    return one.counted == other.counted or bool(noun_words(one) & noun_words(other))


def _head(page: Page, mention: Mention) -> set[str] | None:
    """The words of what a figure is said to be, where the words say that it was told before; ``None`` where not."""
    text, quantity = page.text, mention.quantity
    worth = _worth(page, mention)
    if worth is not None:
        return words_of(worth, 0, len(worth))
    if not _DEFINITE.search(text[max(mention.passage.start, quantity.start - 60) : quantity.number_start]):
        return None
    return words_of(text, quantity.number_end, clause_end(text, mention.passage, quantity)) | noun_words(quantity)


def _worth(page: Page, mention: Mention) -> str | None:
    """What is said to be worth the figure, where the words say that it was told before: "The contract, worth"."""
    start = max(mention.passage.start, mention.quantity.start - 60)
    match = _WORTH.search(page.text[start : mention.quantity.number_start])
    return match["noun"] if match else None


def _is_derived(page: Page, mention: Mention, told: Quantity) -> bool:
    """Whether a number near by is what lies between the two: "346 homes … with 18 more, the 364 homes"."""
    gap = magnitude((mention.quantity.value or 0) - (told.value or 0))
    start = max(0, mention.passage.start - 300)
    found = page.quantities(start, mention.passage.end + 300)
    return any(its.value == gap and its.dimension == told.dimension for its in found)
