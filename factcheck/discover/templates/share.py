"""
A part, its whole, and the percentage or fraction that the one is of the other.

"147 of the 169 entries, or 87%", "$37.8 million, or 1.8% of total loans of $2.1 billion", "35% of the 240 contracts, or
84", "of the 169 entries 147 (87%)". The whole may stand a sentence before, where the words take it up: "84 of them, or
35%", "68% of the total", "1.8% of total loans".

Finds:

    share 169; 147; 89
    Of the 169 entries that need a note, 147 would be found under the new rules, or 89%.
    ---
    share 12; 48; 35
    The panel heard 12 of the 48 towns (35%).
    ---
    share 62; 31; 60
    Some 62% (31 of 60) agreed.
    ---
    share 255; 208; 72
    Among 255 patients, 208 (72%) were treated.
    ---
    share 40; 30; 160
    It leaves 40 (30 percent) of the 160 houses empty.
    ---
    share 1,800; 1,152; 46
    Of the 1,800 megawatt-hours, 1,152, or 46%, came from the wind.
    ---
    share $37.8 million; 8.1; $2.1 billion
    Nonaccrual loans were $37.8 million, or 8.1% of total loans of $2.1 billion.
    ---
    share $75.6 million; $180.0 million; 24
    The ten largest generated $75.6 million of our total revenue of $180.0 million, or 24%.
    ---
    share 53; 240; 84
    Some 53% of the 240 contracts, or 84, lacked a note.
    ---
    share $2,100 million; $37.8 million; 8.1
    Total loans at the bank were $2,100 million. Nonaccrual loans were $37.8 million, which is 8.1% of total loans.
    ---
    share $2,100 million; $1,260 million; 68
    Total loans were $2,100 million. Real estate loans amounted to $1,260 million, or 68% of the total.
    ---
    share $12 million; 42; $50 million
    The fund spent $12 million, 42% of its $50 million budget.
    ---
    share $344.6 million; $96.5 million; 82.0
    Net sales were $344.6 million. Gross profit was $96.5 million, or 82.0% of net sales.
    ---
    share 240; 84; 33
    Auditors drew 240 contracts at random. For 84 of them, or 33 percent, there was no written reason.
    ---
    share 300; 120; 60
    The inspectors visited 300 farms. Of these, 120, or 60%, were fined.
    ---
    share 18,000; 2,160; 21
    Police stopped 18,000 cars. Some 2,160 of them (21%) were too fast.
    ---
    share 147; 169; 89
    In all, 147 of the 169 entries, or 89%, were found.
    ---
    share A third; 90; 40
    A third of the 90 workers, or 40, left.
    ---
    share 430 mln dlrs; 11.5; 7.34 billion dlrs
    The firms will receive a total of 430 mln dlrs, or 11.5 pct of the construction cost of 7.34 billion dlrs.
    ---
    share 41.3; 64; 115
    Rig utilization remained unchanged at 41.3 pct during the past week with 64 of 115 rigs contracted.
    ---
    share 84; 33; 240
    The 84 contracts, 33% of the 240 drawn, lacked a note.
    ---
    share 148 mln dlrs; 3.1; 9.7 billion dlrs
    The reserve is 148 mln dlrs, or 3.1 pct of the company's 9.7 billion dlrs total loans.

Leaves alone:

    Hamburg scrapped all of its 141 departures, Berlin its 160 and Stuttgart 81 of 92.
    ---
    Of the 169 entries that need a note, 147 would be found under the new rules, or 87%.
    ---
    The panel heard 12 of the 48 towns (25%), and 20 villages.
    ---
    Police said that 65 of the 150 suspects were held in Rome.
    ---
    Four of the five largest banks were fined; 30 percent more than last year.
    ---
    One of every five pupils is late, or 20%.
    ---
    Of the 30 members, 20 voted, and 55% of them said yes.
    ---
    The firm sold 12 of its 48 shops (up 5%).
    ---
    The end of 1999 saw 40 people of the town's 20 families leave.
    ---
    Progress: 67.08%, (28094/50225).
    ---
    Of the 1,800 megawatt-hours, 1,152, or 64%, came from the wind.
    ---
    The dealers have 35,000 of the two models.
    ---
    They will get one new share for six instead of five old shares.
    ---
    In 12 of the last 10-minute rounds he was out.
    ---
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
    The casinos had a $3.1 billion income. The tables are the largest source, making up 80 per cent or $2.5 billion
    of total income.
    ---
    Net sales were $344.6 million in 2023. Gross profit in 2022 was $96.5 million, or 30.0% of net sales.
    ---
    Sales rose $12 million, or 8% of the growth of $300 million that it had hoped for in Asia and in Europe.
    ---
    It gave $5 million, or 10% more than the $4.5 million of 2019.
    ---
    Net sales in Asia were $44.6 million and net sales in Europe $300.0 million. Profit was $96.5 million, or 28.0%
    of net sales.
    ---
    The casinos had a $3.1 billion income. The tables are the largest source, making up 80 per cent or $2.5 billion of total income.
    ---
    Net sales in Asia were $44.6 million and net sales in Europe $300.0 million. Profit was $96.5 million, or 28.0% of net sales.
    ---
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

from collections.abc import Iterator, Sequence

from factcheck.discover.proposal import Proposal
from factcheck.discover.templates import Candidate, Guard
from factcheck.discover.templates.slot import is_time
from factcheck.facts.covers import covers, of_one_kind
from factcheck.facts.opener import Opening
from factcheck.facts.page import Page
from factcheck.facts.place import is_place
from factcheck.facts.unit import fit, lent
from factcheck.model.fact import Fact, Role

_OF = frozenset({"of", "#", "from"})


def candidates(page: Page) -> Iterator[Candidate]:
    """Three numbers in a row in one of the forms; else a part and its share, and the whole a sentence before."""
    before: Sequence[Fact] = ()
    of_total = {row.facts[0].number for row in page.rows if row.opening == Opening.OF_TOTAL}
    for _, facts in page.understood:
        taken: set[int] = set()
        for at in range(len(facts) - 2):
            found = _three(*facts[at : at + 3])
            if found is not None and not taken & set(range(at, at + 3)):
                taken |= {at, at + 1, at + 2}
                yield found
        for at in range(len(facts) - 1):
            if not taken & {at, at + 1}:
                told = facts[at].cue(Role.PART) in _THEM or facts[at].number in of_total
                yield from _two(facts[at], facts[at + 1], facts, before, told=told)
        before = facts


def is_ratio(fact: Fact) -> bool:
    """Whether a number is a percentage or a fraction in words."""
    quantity = fact.quantity
    if quantity.value is None or fact.has(Role.CHANGE, Role.OLD, Role.TIMES) or quantity.direction is not None:
        return False
    if fact.is_share:
        return quantity.unit is not None and not quantity.unit.name.endswith("point")
    return quantity.unit is None and quantity.step == 0 and quantity.value < 1


def _is_level(fact: Fact) -> bool:
    return (
        fact.quantity.value is not None and not fact.is_share and fact.quantity.step != 0 and not fact.has(Role.CHANGE)
    )


def _is_share_of(fact: Fact) -> bool:
    return is_ratio(fact) and (fact.cue(Role.PART) == "of" or fact.cue(Role.SHARE) == "of")


def _reaches(share: Fact, whole: Fact) -> bool:
    """Whether the "of" of a share leads to a number: right before it, or before the noun that it measures."""
    if not _is_share_of(share):
        return False
    return share.cue(Role.PART) == "of" or bool(share.measure.of & (whole.measure.before | {whole.measure.head}))


def _three(one: Fact, two: Fact, three: Fact) -> Candidate | None:
    """The form that three numbers in a row have; ``None`` where they have none."""
    if is_ratio(two) and _is_level(one) and _is_level(three):
        whole = three.governor in _OF and not three.has(Role.OLD)
        if whole and _reaches(two, three) and (two.has(Role.SAME) or two.governor in (",", "(", "represents")):
            return _candidate(one, three, two, "part, share of whole")
        if three.cue(Role.WHOLE) == "of" and two.cue(Role.SAME) == "(":
            return _candidate(one, three, two, "part (share) of whole")
    if is_ratio(one) and _is_level(two) and _is_level(three):
        if _is_share_of(one) and two.has(Role.WHOLE) and three.has(Role.SAME):
            return _candidate(three, two, one, "share of whole, or part")
        if two.cue(Role.PART) == "of" and three.has(Role.WHOLE) and two.governor in ("(", "with"):
            return _candidate(two, three, one, f"share {two.governor} part of whole")
    if is_ratio(three) and three.has(Role.SAME) and _is_level(one) and _is_level(two) and not _is_share_of(three):
        if two.has(Role.WHOLE) and (one.cue(Role.PART) == "of" or two.cue(Role.WHOLE) == "of"):
            return _candidate(one, two, three, "part of whole, or share" + ("" if one.has(Role.PART) else " apart"))
        if one.cue(Role.WHOLE) == "among" or (one.has(Role.WHOLE) and one.known):
            return _candidate(two, one, three, "of whole, part, or share")
    return None


def _candidate(part: Fact, whole: Fact, share: Fact, form: str) -> Candidate:
    return Candidate({"part": (part,), "whole": (whole,), "share": (share,)}, share.cue(Role.SAME), form)


def _two(one: Fact, two: Fact, facts: Sequence[Fact], before: Sequence[Fact], *, told: bool) -> Iterator[Candidate]:
    """A part and its share, whose whole the words take up."""
    part, share = (one, two) if is_ratio(two) else (two, one)
    said = two.has(Role.SAME) or two.governor in _EQUALS
    if not (is_ratio(share) and _is_level(part) and said):
        return
    earlier = [fact for fact in (*before, *facts) if fact.number < one.number and _may_be(fact, part)]
    if told and share.has(Role.SAME) and not _is_share_of(share):
        if len(earlier) == 1:
            yield _candidate(part, earlier[0], share, "part of them, or share")
    elif of := share.measure.of or (part.measure.of if part is two else frozenset()):
        named = [fact for fact in earlier if _is_named(fact, of)]
        if len(named) == 1:
            yield _candidate(part, named[0], share, "part, share of named")


_THEM = frozenset({"of them", "of whom", "of which", "of those", "of these"})


def _may_be(fact: Fact, part: Fact) -> bool:
    return _is_level(fact) and not is_time(fact) and fit(fact.quantity, part.quantity) and not fact.has(Role.OLD)


_EQUALS = frozenset({"is", "was", "are", "were", "representing", "represents", "represented", "equal"})


def _is_named(fact: Fact, of: frozenset[str]) -> bool:
    """Whether a number is that of the thing that a share is of: "1.8% of total loans", "of the total"."""
    if fact.has(Role.PART, Role.SAME) or fact.measure.of or any(is_place(word) for word in fact.measure.before):
        return False
    return of <= fact.measure.before | {fact.measure.head}


def _may_cover(page: Page, candidate: Candidate) -> bool:
    whole, part = candidate["whole"], candidate["part"]
    return covers(whole, lent([part], whole.quantity.unit)[0]).may_be


def _fits(page: Page, candidate: Candidate) -> bool:
    return fit(candidate["whole"].quantity, candidate["part"].quantity)


def _of_one_kind(page: Page, candidate: Candidate) -> bool:
    return of_one_kind(candidate["whole"], candidate["part"])


GUARDS: tuple[Guard[Candidate], ...] = (
    Guard("part and whole are told in one unit", _fits),
    Guard("the one may be part of the other", _may_cover),
    Guard("they count things of one kind", _of_one_kind),
)


def propose(page: Page, candidate: Candidate) -> Proposal | None:
    """part ÷ whole = share."""
    whole = candidate["whole"].quantity
    part = lent([candidate["part"]], whole.unit)[0].quantity
    whole = lent([candidate["whole"]], part.unit)[0].quantity
    operands = {
        "part": page.stated(part),
        "whole": page.stated(whole),
        "percent": page.stated(candidate["share"].quantity),
    }
    return Proposal("share", operands, "the share", True, candidate.cue)
