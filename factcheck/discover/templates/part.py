"""
A part, and the whole that it is no larger than.

"155 of the 150 suspects", "45 arrests, 54 of them in Rome", "$1 million, including $7 million in coins". Several parts
of one whole are a balance.

Finds:

    part $1 million; $7 million
    Agents took $1 million in proceeds, including $7 million in coins.
    ---
    part 1,000; 1,200
    The study had 1,000 adults, of whom 1,200 got the new drug.
    ---
    part 155; 150
    Police said that 155 of the 150 suspects were held in Rome.
    ---
    part 38 million; 10.1 million
    Some 38 million of the firm's 10.1 million shares changed hands.
    ---
    part 18; 15
    The country keeps 18 of the seaway's 15 locks.
    ---
    part 45; 54
    The raids led to 45 arrests. Of those, 54 were made in Rome.
    ---
    part 21; 41
    The fire killed 21 people, 41 of them children.
    ---
    part 150; 155
    Of the 150 suspects, 155 were held in Rome.
    ---
    part 45; 54
    Among the 45 members, 54 voted for it.
    ---
    part 12; 14
    They charged 12 men, among them 14 officers.

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
    ---
    Police said that 65 of the 150 suspects were held in Rome.
    ---
    The dealers have 35,000 of the two models.
    ---
    In 12 of the last 10-minute rounds he was out.
    ---
    The firm lost $29.6 million in 2019, including a charge of $34.0 million for its shops.
    ---
    Four of the five largest banks were fined; 30 percent more than last year.
    ---
    Hamburg scrapped all of its 141 departures, Berlin its 160 and Stuttgart 81 of 92.
    ---
    Of the 169 entries that need a note, 147 would be found under the new rules, or 87%.
    ---
    The panel heard 12 of the 48 towns (25%), and 20 villages.
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
    They will get one new share for six instead of five old shares.
    ---
    Twelve of the arrests were made in the United States, eight in Spain and six in Italy.
    ---
    The arrest of 14 people ended it. Arrests were made in Spain (8), Italy (3) and France (3).
    ---
    The raid led to 12 arrests, including seven in Rome and three in Milan.
    ---
    Police found about 234 kg of drugs including 152.1 kg of khat, 21.6 kg of tea, 26.9 kg of resin and 32.5 kg of hash.
    ---
    The crash killed 14 people, including four crew members; 20 people were hurt.
    ---
    The firm will cut 1,200 jobs, 500 in Rome and 600 in Milan.
    ---
    It used $102.0 million as follows: $60.0 million to buy shares, $27.5 million for dividends and $14.5 million for tools.
    ---
    Rain fell on 12 days: 30 mm on Monday and 45 mm on Friday.
    ---
    Fifteen people spoke: two for the plan and one against it at great length.
    ---
    He scored 20 points, including seven free throws and three blocks.
    ---
    The choir has 45 members, including 28 women and 21 students.
    ---
    The toll of the uprising is 1,121 people, including 865 Palestinians and 234 Israelis.
    ---
    The drug is sold in 12 countries, including ten in Europe and two in Asia.
    ---
    It costs $1.2 trillion, with $550 billion for roads, $350 billion for water and $300 billion for power.
    ---
    The bill gives $5 million to parks and $3 million to roads, including $1 million for bridges.
    ---
    The town has 900 pupils in four schools: two in the north and two in the south.
    ---
    The fleet of 20 ships, five of them new, includes 30 boats for rescue.
    ---
    In Victoria, where five people died, it rained. Five people died in Rome, three in Bari, two in Pisa and one in Turin.
    ---
    It was the arrest of 150 people. A raid of 2019 led to 6 arrests in the U.S., one in Bulgaria and three in France.
    ---
    The plan has three parts: one for roads, two for bridges and three for schools.
    ---
    It now has nine flights a week, comprising six to Rome, including four by night, and three to Bari.
    ---
    The $103 million offer, including $48 million from Acme and $55 million from brokers, will cover $235 million of claims.
    ---
    Exports were $2.18 billion, of which $979 million were oil and gas, with total imports $1.66 billion.
    ---
    Rome has 7,897 cases and 1,768 deaths; Milan - 7,719 cases and 3,177 deaths; and Turin - 2,292 cases and 1,428 deaths.
    ---
    Six countries, including four in Africa, are reporting cases and 26 countries are reporting deaths.
    ---
    Profit was $12 million: sales of $30 million, less costs of $10 million and taxes of $8 million.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.discover.proposal import Proposal
from factcheck.discover.templates import Candidate, Guard
from factcheck.discover.templates.slot import is_amount, is_size
from factcheck.facts.covers import covers, is_outcome, of_one_kind
from factcheck.facts.opener import SOME, Opening
from factcheck.facts.page import Page
from factcheck.facts.rival import has_rival
from factcheck.facts.unit import alike, fit, lent
from factcheck.model.fact import Fact, Role

AROUND = 10
"""How far before "including" the whole of a single part may stand [tokens]."""


def candidates(page: Page) -> Iterator[Candidate]:
    """Each part with its whole: "some of some", and what "including" or "of them" introduces alone."""
    here = {sentence.place: (sentence, facts) for sentence, facts in page.understood}
    for _, facts in here.values():
        for part, whole in pairwise(facts):
            if not (is_amount(part) and is_amount(whole) and alike(part.quantity, whole.quantity)):
                continue
            if part.cue(Role.PART) == "of" and whole.cue(Role.WHOLE) == "of":
                yield Candidate({"part": (part,), "whole": (whole,)}, "of", "some of")
            elif _is_fronted(part) and part is facts[0] and len(facts) == _PAIR:
                yield Candidate({"part": (whole,), "whole": (part,)}, part.cue(Role.WHOLE), "fronted")
    for row in page.rows:
        if len(row.facts) > 1 or row.opening not in (*SOME, Opening.OF_TOTAL) or not is_amount(row.facts[0]):
            continue
        near = [reached for reached in row.wholes if _may_be(reached.fact, row.facts[0])]
        if near and near[0].gap <= AROUND:
            yield Candidate({"part": row.facts, "whole": (near[0].fact,)}, row.words, row.opening.name.lower())
        elif not row.wholes and row.opening in (Opening.OF_THEM, Opening.OF_TOTAL):
            part, sentence = row.facts[0], here[row.facts[0].sentence][0]
            before, facts = here.get(part.sentence - 1, (sentence, ()))
            found = [fact for fact in facts if _may_be(fact, part)]
            if len(found) == 1 and not has_rival(found[0], before, part, sentence):
                yield Candidate({"part": row.facts, "whole": (found[0],)}, row.words, "taken up")


_PAIR = 2
"""No other number stands in the sentence, that might be what is told of the whole."""


def _is_fronted(fact: Fact) -> bool:
    """Whether a number opens its sentence as the whole of what follows: "of the 150 suspects, 65 …"."""
    cue = fact.cue(Role.WHOLE)
    return cue == "among" or (cue == "of" and fact.known)


_NO_WHOLES = (Role.OLD, Role.FACTOR, Role.AGE, Role.TIMES, Role.RANK, Role.MARGIN, Role.SAME)


def _may_be(fact: Fact, part: Fact) -> bool:
    quantity = fact.quantity
    return fit(quantity, part.quantity) and is_amount(fact) and not fact.has(*_NO_WHOLES)


def _is_counted(page: Page, candidate: Candidate) -> bool:
    quantity = candidate["whole"].quantity
    return quantity.unit is not None or quantity.counted is not None


def _may_cover(page: Page, candidate: Candidate) -> bool:
    whole, part = candidate["whole"], candidate["part"]
    return covers(whole, lent([part], whole.quantity.unit)[0]).may_be


def _of_one_kind(page: Page, candidate: Candidate) -> bool:
    return of_one_kind(candidate["whole"], candidate["part"])


def _no_outcome(page: Page, candidate: Candidate) -> bool:
    return not is_outcome(candidate["whole"])


def _told_alike(page: Page, candidate: Candidate) -> bool:
    """Whether not only the part is in figures: "35,000 of the two models" are of two kinds."""
    whole, part = candidate["whole"].quantity, candidate["part"].quantity
    in_words = page.text[whole.number_start].isalpha() and page.text[part.number_start].isdecimal()
    return candidate.form != "some of" or not in_words


def _plain(page: Page, candidate: Candidate) -> bool:
    return not is_size(candidate["whole"]) and not candidate["part"].known


GUARDS = (
    Guard("they are told alike, in figures or words", _told_alike),
    Guard("the whole says what it counts", _is_counted),
    Guard("the whole is no size, and the part not all of it", _plain),
    Guard("the one may be part of the other", _may_cover),
    Guard("they count things of one kind", _of_one_kind),
    Guard("the whole is no outcome of gains and costs", _no_outcome),
)


def propose(page: Page, candidate: Candidate) -> Proposal | None:
    """part ≤ whole."""
    whole = candidate["whole"]
    part = page.stated(lent([candidate["part"]], whole.quantity.unit)[0].quantity)
    operands = {"part": part, "whole": page.stated(whole.quantity)}
    return Proposal("part", operands, part.label, candidate.form != "taken up", candidate.cue)
