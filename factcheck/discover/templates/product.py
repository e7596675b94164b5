"""
So much for each, so many of them, and what they make together.

"$5.74 million to 217,000 claimants, or $26.45 each", "400,000 shares at $12.50 a share, for a total of $5.0 million", "each
of the 48 families received $2,500, or $120,000 in all". The rate falls to what is counted; the total is the only other
amount of its unit.

Finds:

    product $5.74 million; 217,000; $264
    The fund paid $5.74 million to 217,000 claimants, or $264 each.
    ---
    product 400,000; $15.20; $5.0 million
    The firm sold 400,000 shares at $15.20 each, for a total of $5.0 million.
    ---
    product 48; $2,500; $102,000
    Each of the 48 families will receive $2,500, a total of $102,000.
    ---
    product 410,000; $5.0 million; $21.20
    The firm bought 410,000 shares for $5.0 million, an average of $21.20 a share.
    ---
    product 1,200; $5,100; $60 million
    The fund paid 1,200 victims an average of $5,100, for a total of $60 million.

Leaves alone:

    The fund paid $5.74 million to 217,000 claimants, or $26.45 each.
    ---
    The firm sold 400,000 shares at $12.50 each, for a total of $5.0 million.
    ---
    Each of the 48 families will receive $2,500, a total of $120,000.
    ---
    The firm bought 410,000 shares for $5.0 million, an average of $12.20 a share.
    ---
    They gave 12 pupils $500 each, or $40 more than in 2019.
    ---
    The club sold 400 tickets for $20 each and 300 for $15 each, for a total of $12,500.
    ---
    It bought 400 shares at $12.50 and 100 at $13, for a total of $6,300.
    ---
    The firm pays 300 workers $15 an hour, for a total of $9 million a year.
    ---
    Two adults and 3 children at $5 each paid $35 in total.
    ---
    The firm sold 400 shares at $12.50 each for a total of $4,900 after fees.
    ---
    It agreed to buy 2.6 million of the 3.06 million shares that he held at $24 a share, or $62.4 million.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.discover.proposal import Proposal, Value
from factcheck.discover.templates import Candidate, Guard
from factcheck.discover.templates.slot import by_sentence, is_money, numerator
from factcheck.facts.page import Page
from factcheck.facts.word import stem
from factcheck.model.fact import Fact, Role


def candidates(page: Page) -> Iterator[Candidate]:
    """Each rate of a sentence, the count that it falls to, and the other amount of its unit."""
    for facts in by_sentence(page):
        for rate in facts:
            if rate.has(Role.FACTOR) and is_money(rate.quantity.unit) and rate.quantity.value is not None:
                yield from _candidate(facts, rate)


def _candidate(facts: list[Fact], rate: Fact) -> Iterator[Candidate]:
    base = _base(facts, rate)
    totals = [fact for fact in facts if fact is not rate and _is_amount(fact, rate)]
    if rate.has(Role.SAME) and _per(rate):  # "60.0 million dollars or 55 cents a share"
        totals = [fact for fact in totals if fact.number == rate.number - 1]
    if base is not None and totals:
        total = next((fact for fact in totals if fact.has(Role.TOTAL)), totals[0])
        others = tuple(fact for fact in totals if fact is not total)
        slots = {"rate": (rate,), "base": (base,), "is_": (total,)}
        yield Candidate(slots | ({"others": others} if others else {}), rate.cue(Role.FACTOR))


def _base(facts: list[Fact], rate: Fact) -> Fact | None:
    """What the rate falls to: what its noun counts; of "each" the nearest count before it."""
    counts = [fact for fact in facts if fact.quantity.counted and fact.quantity.value is not None]
    noun = _per(rate)
    counts = [fact for fact in counts if fact.measure.head == noun] if noun else counts
    before = [fact for fact in counts if fact.number < rate.number]
    return before[-1] if before else next(iter(counts), None) if noun else None


def _per(rate: Fact) -> str:
    """The noun that a rate falls to; empty for "each"."""
    unit = rate.quantity.unit
    said = unit.name.partition(" per ")[2] if unit else ""
    return stem(said) if said else "" if rate.measure.per in ("each", "apiec") else rate.measure.per


def _is_amount(fact: Fact, rate: Fact) -> bool:
    """Whether a number is an amount of the rate's money, and no rate itself."""
    unit, money = fact.quantity.unit, rate.quantity.unit
    if unit is None or money is None or not unit.currency or fact.has(Role.FACTOR, Role.CHANGE):
        return False
    return unit.dimension == tuple(part for part in money.dimension if part[1] > 0 and part[0] == unit.dimension[0][0])


def _one_total(page: Page, candidate: Candidate) -> bool:
    return "others" not in candidate.slots


def _one_rate(page: Page, candidate: Candidate) -> bool:
    rate = candidate["rate"]
    same = [fact for fact in page.facts if fact.sentence == rate.sentence and fact.has(Role.FACTOR)]
    return len(same) == 1


def _one_count(page: Page, candidate: Candidate) -> bool:
    """Whether no other count stands before the rate that it may fall to."""
    rate, base = candidate["rate"], candidate["base"]
    counts = [
        fact
        for fact in page.facts
        if fact.sentence == rate.sentence
        and fact.quantity.unit is None
        and fact is not base
        and fact.number < rate.number
    ]
    return not counts


def _no_period(page: Page, candidate: Candidate) -> bool:
    """Whether the rate is none of time: "$15 an hour"."""
    unit = candidate["rate"].quantity.unit
    return unit is None or all(power >= 0 or name != "time" for name, power in unit.dimension)


def _nothing_taken(page: Page, candidate: Candidate) -> bool:
    """Whether nothing is added or taken off: "after fees", "plus costs"."""
    return not candidate["is_"].basis and not candidate["rate"].basis


def _is_result(page: Page, candidate: Candidate) -> bool:
    """Whether the total is told as one, or is paid for what is counted: no end of a range, no other price."""
    rate, base, total = candidate["rate"], candidate["base"], candidate["is_"]
    if total.has(Role.OLD, Role.WHOLE) or total.governor in _OTHERS or base.governor == "and":
        return False
    if total.has(Role.TOTAL, Role.SAME) or rate.has(Role.SAME):
        return True
    return total.clause == base.clause == rate.clause and total.governor not in (",", "at")


_OTHERS = frozenset({"from", "to", "between", "#", "is", "are", "was", "were"})
"""Words that a number hangs on which is no total."""


GUARDS: tuple[Guard[Candidate], ...] = (
    Guard("no other amount may be the total", _one_total),
    Guard("the total is told as one", _is_result),
    Guard("the sentence has one rate", _one_rate),
    Guard("no other count may be what the rate falls to", _one_count),
    Guard("the rate is none of time", _no_period),
    Guard("nothing is added or taken off", _nothing_taken),
)


def propose(page: Page, candidate: Candidate) -> Proposal | None:
    """rate × base = total."""
    rate, base, total = candidate["rate"], candidate["base"], candidate["is_"]
    operands: dict[str, Value] = {
        "rate": page.stated(numerator(rate.quantity), "each"),
        "base": page.stated(base.quantity),
        "is_": page.stated(total.quantity, "together"),
    }
    return Proposal("product", operands, "the total", True, candidate.cue)
