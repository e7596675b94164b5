"""
A whole and its parts.

The parts are siblings (facts/sibling.py), and the words say of what. "Consisting of", a colon, a dash or a bracket
close their list: they make the whole. "Including" and "of whom" open it: they make no more. A rest ("the other two")
closes it again. The whole stands before them in the sentence; behind them, where it is a total ("63 in all"); or a
sentence before, where the words take it up ("the haul comprised", "of the total").

Finds:

    balance 12; seven; six
    The raid led to 12 arrests: seven in Rome and six in Milan.
    ---
    balance $2.05 million; $1.8 million; $300,000; $250,000
    They will pay $2.05 million, which consists of $1.8 million in penalties, $300,000 for parks and $250,000 in
    costs.
    ---
    balance 18; five
    The court would have 18 judges: five from the north, five from the south, and five from the west.
    ---
    balance 234; 152.1; 216; 26.9
    Police found 234 kg of drugs, including 152.1 kg of khat, 216 kg of tea and 26.9 kg of resin.
    ---
    balance 1,121; 1,865; 234
    The toll of the uprising is 1,121 people, including 1,865 Palestinians and 234 Israelis.
    ---
    balance 45; 28; 21
    Agents seized 45 firearms, including 28 handguns and 21 rifles.
    ---
    balance 53; 22; 18; 23
    Three raids took place. The 53 main suspects were arrested in France (22), Italy (18) and Greece (23).
    ---
    balance 12; ten; four
    The drug is sold in 12 countries, including ten in Europe and four in Asia.
    ---
    balance $1.2 trillion; $550 billion; $350 billion; $400 billion
    It costs $1.2 trillion, with $550 billion for roads, $350 billion for water and $400 billion for power.
    ---
    balance 155; 65; 21; 47; 17
    The week saw the arrest of 155 people. It led to 65 arrests in the U.S., 21 in Bulgaria, 47 in Germany and 17 in
    Italy.
    ---
    balance 1,200; 700; 600
    The firm will cut 1,200 jobs, 700 in Rome and 600 in Milan.
    ---
    balance 14; 8; 5; 3
    The arrest of 14 people ended it. Arrests were made in Spain (8), Italy (5) and France (3).
    ---
    balance $102.0 million; $60.0 million; $72.5 million; $14.5 million
    It used $102.0 million as follows: $60.0 million to buy shares, $72.5 million for dividends and $14.5 million
    for tools.
    ---
    balance 12; seven; six
    A 12-member jury of seven women and six men found him guilty.
    ---
    balance 23; 40; 73
    The blast killed 23 people and wounded 40, for a total of 73 casualties.
    ---
    balance $12.6 million; $2.1 million; $9.9 million; $24.1 million
    The firm must pay $12.6 million in fees, interest of $2.1 million and a penalty of $9.9 million, for a total of
    $24.1 million.
    ---
    balance $48.6 billion; $17.2 billion; $12.9 million; $18.5 billion
    The budget is $48.6 billion. Of the total, $17.2 billion goes to health, $12.9 million to schools and $18.5
    billion to all other departments.
    ---
    balance 51; 63; 11; four
    Officers seized 51 kg of drugs. The haul comprised 63 kg of cocaine, 11 kg of heroin and four kg of ketamine.
    ---
    balance $344.6 million; $214.6 million; $86.3 million; $41.7 million
    Net sales were $344.6 million. Tools contributed $214.6 million of net sales, Parts contributed $86.3 million
    and Services contributed $41.7 million.
    ---
    balance 120; 52; 43; 28
    The 120 seats were divided among three parties: the Reds won 52, the Blues won 43 and the Greens won 28.
    ---
    balance $20.2 million; $7 million; $16 million
    The office collected $20.2 million in 2018. Of this amount, $7 million was collected in criminal cases and $16
    million in civil cases.
    ---
    balance 14; five; six
    The raid killed 14 people and injured others. The dead were five children, six women and five men.
    ---
    balance 88; 59; 21; nine
    They seized 88 firearms. The weapons consisted of 59 pistols, 21 rifles and nine shotguns.
    ---
    balance 4,500; 2,300; 2,500
    The firm has 4,500 workers, 2,300 of them in Europe and 2,500 in Asia.
    ---
    balance 150; 65; 47; 30
    The raids led to 150 arrests: 65 in the U.S., 47 in Germany, and 30 in Italy.
    ---
    balance 150; 65; 47; 30
    The raids led to 150 arrests -- 65 in the U.S., 47 in Germany and 30 in Italy -- on Monday.
    ---
    balance 150; 65; 47; 30
    The 150 arrests consisted of 65 in the U.S., 47 in Germany and 30 in Italy.
    ---
    balance 150; 65; 75
    The agency made 150 arrests, of which 65 were in the U.S. and the other 75 in Germany.
    ---
    balance 3,118; 1,261; 1,875
    The trial enrolled 3,118 patients (1,261 women, 1,875 men).
    ---
    balance 3,118; 1,261; 1,875
    The trial enrolled 3,118 patients (1,261 women and 1,875 men) in 2019.
    ---
    balance 3,118; 1,261; 1,875
    The trial enrolled 3,118 patients, made up of 1,261 women and 1,875 men.
    ---
    balance Four; six; three
    Four of the six died; the other three are in hospital.
    ---
    balance Four; six; three
    Four of the six people aboard died. The other three are in hospital.
    ---
    balance 22; 14; nine
    Of the 22 people arrested, 14 were charged and the other nine released.
    ---
    balance 22; 14; nine
    Police arrested 22 people; 14 were charged and the remaining nine were released.
    ---
    balance Twenty-two; Fourteen; nine
    Twenty-two people were arrested. Fourteen were charged and the remaining nine were released.
    ---
    balance 23; 40; 73
    There were 23 dead and 40 wounded, 73 in all.
    ---
    balance $1.2 billion; $800 million; $3 billion
    The two funds hold $1.2 billion and $800 million, a total of $3 billion.
    ---
    balance 29; five; 32
    They agreed on a 29-member council composed of five deputy chairmen and 32 other members.
    ---
    balance 45; 30; 10; 6
    The company has 45 shops, 30 in Spain, 10 in Italy and 6 in France.
    ---
    balance 63; 23; 45
    Some 63 people were hurt: 23 seriously and 45 slightly.
    ---
    balance 2,150; 3,700; 940; 710
    By region, 2,150 of the 3,700 worked in North America, 940 in Europe and 710 in Asia.
    ---
    balance $1.8 million; $300,000; $250,000; $2.05 million
    They will pay $2.05 million, which consists of $1.8 million in penalties, $300,000 for parks and $250,000 in costs.
    ---
    balance 65; 21; 47; 17; 155
    The week saw the arrest of 155 people. It led to 65 arrests in the U.S., 21 in Bulgaria, 47 in Germany and 17 in Italy.
    ---
    balance $60.0 million; $72.5 million; $14.5 million; $102.0 million
    It used $102.0 million as follows: $60.0 million to buy shares, $72.5 million for dividends and $14.5 million for tools.
    ---
    balance $12.6 million; $2.1 million; $9.9 million; $24.1 million
    The firm must pay $12.6 million in fees, interest of $2.1 million and a penalty of $9.9 million, for a total of $24.1 million.
    ---
    balance $17.2 billion; $12.9 million; $18.5 billion; $48.6 billion
    The budget is $48.6 billion. Of the total, $17.2 billion goes to health, $12.9 million to schools and $18.5 billion to all other departments.
    ---
    balance $214.6 million; $86.3 million; $41.7 million; $344.6 million
    Net sales were $344.6 million. Tools contributed $214.6 million of net sales, Parts contributed $86.3 million and Services contributed $41.7 million.
    ---
    balance $7 million; $16 million; $20.2 million
    The office collected $20.2 million in 2018. Of this amount, $7 million was collected in criminal cases and $16 million in civil cases.
    ---
    balance two; one; four; six
    The jury found Bo Lin guilty of all six counts. It was two counts of fraud, one count of theft and four counts of perjury.

Leaves alone:

    Twelve of the arrests were made in the United States, eight in Spain and six in Italy.
    ---
    The arrest of 14 people ended it. Arrests were made in Spain (8), Italy (3) and France (3).
    ---
    The raid led to 12 arrests, including seven in Rome and three in Milan.
    ---
    The police made 150 arrests, including Germany (47) and Italy (24).
    ---
    In all, 150 people were arrested in eight countries, among them Germany (47) and Italy (24).
    ---
    Police found about 234 kg of drugs including 152.1 kg of khat, 21.6 kg of tea, 26.9 kg of resin and 32.5 kg of
    hash.
    ---
    The crash killed 14 people, including four crew members; 20 people were hurt.
    ---
    The firm will cut 1,200 jobs, 500 in Rome and 600 in Milan.
    ---
    It used $102.0 million as follows: $60.0 million to buy shares, $27.5 million for dividends and $14.5 million
    for tools.
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
    She served 12 years, two of which were in Rome.
    ---
    The fleet of 20 ships, five of them new, includes 30 boats for rescue.
    ---
    In Victoria, where five people died, it rained. Five people died in Rome, three in Bari, two in Pisa and one in
    Turin.
    ---
    It was the arrest of 150 people. A raid of 2019 led to 6 arrests in the U.S., one in Bulgaria and three in
    France.
    ---
    The plan has three parts: one for roads, two for bridges and three for schools.
    ---
    The firm lost $29.6 million in 2019, including a charge of $34.0 million for its shops.
    ---
    It now has nine flights a week, comprising six to Rome, including four by night, and three to Bari.
    ---
    The $103 million offer, including $48 million from Acme and $55 million from brokers, will cover $235 million of
    claims.
    ---
    Exports were $2.18 billion, of which $979 million were oil and gas, with total imports $1.66 billion.
    ---
    Rome has 7,897 cases and 1,768 deaths; Milan - 7,719 cases and 3,177 deaths; and Turin - 2,292 cases and 1,428
    deaths.
    ---
    Six countries, including four in Africa, are reporting cases and 26 countries are reporting deaths.
    ---
    Profit was $12 million: sales of $30 million, less costs of $10 million and taxes of $8 million.
    ---
    They agreed on a 29-member council composed of a chairman, five deputy chairmen and 23 other members.
    ---
    A 12-member jury of seven women and five men found him guilty.
    ---
    The 30-member council, composed mainly of a dozen mayors and four bishops, met.
    ---
    The 12-member board of two banks and three firms met.
    ---
    A 28-nation union made up of a parliament, two courts and three councils met.
    ---
    The nine-member team is composed of divers, two engineers and a cook.
    ---
    The firm must pay $12.6 million in fees, interest of $2.1 million and a penalty of $9.4 million, for a total of
    $24.1 million.
    ---
    They took 12 pistols and 15 rifles from two houses, for a total of 27 guns.
    ---
    It cut $1.6 billion from the budget of 2019 and $2.45 billion from that of 2020, for a total of $5.3 billion
    over three years.
    ---
    The firm said that its loss of $2.20 billion, after a profit of $7.0 million, was due to write-offs totalling
    $2.084 billion.
    ---
    It pays a final dividend of 6.0p against 5.15p, making 9.5p for the year.
    ---
    They closed three of 118 shops and opened one, for a total of 116.
    ---
    The budget is $48.6 billion. Of the total, $17.2 billion goes to health, $12.9 billion to schools and $18.5
    billion to all other departments.
    ---
    The budget is $48.6 billion. Of the total, $17.2 billion goes to health and $12.9 billion to schools.
    ---
    The office collected $20.2 million in 2018. Of this amount, $4 million was collected in criminal cases and $16
    million in civil cases.
    ---
    Officers seized 51 kg of drugs. The haul comprised 36 kg of cocaine, 11 kg of heroin and four kg of ketamine.
    ---
    Officers seized 51 kg of drugs in 12 raids. One parcel comprised 3 kg of cocaine, 2 kg of heroin and 1 kg of
    ketamine.
    ---
    Net sales were $344.6 million. Tools contributed $214.6 million of net sales, Parts contributed $88.3 million
    and Services contributed $41.7 million.
    ---
    Net sales were $344.6 million. Rome contributed $14.1 million, Milan contributed $8.3 million and Turin
    contributed $4.7 million.
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
    The raid killed 14 people and injured 30. The dead were mostly farmers. Two women, a boy and five men were
    named.
    ---
    The school has 300 pupils. The team comprised 11 girls, 12 boys and three teachers.
    ---
    Police found about 234 kg of drugs including 152.1 kg of khat, 21.6 kg of tea, 26.9 kg of resin and 32.5 kg of hash.
    ---
    It used $102.0 million as follows: $60.0 million to buy shares, $27.5 million for dividends and $14.5 million for tools.
    ---
    In Victoria, where five people died, it rained. Five people died in Rome, three in Bari, two in Pisa and one in Turin.
    ---
    It was the arrest of 150 people. A raid of 2019 led to 6 arrests in the U.S., one in Bulgaria and three in France.
    ---
    The $103 million offer, including $48 million from Acme and $55 million from brokers, will cover $235 million of claims.
    ---
    Rome has 7,897 cases and 1,768 deaths; Milan - 7,719 cases and 3,177 deaths; and Turin - 2,292 cases and 1,428 deaths.
    ---
    The firm must pay $12.6 million in fees, interest of $2.1 million and a penalty of $9.4 million, for a total of $24.1 million.
    ---
    It cut $1.6 billion from the budget of 2019 and $2.45 billion from that of 2020, for a total of $5.3 billion over three years.
    ---
    The firm said that its loss of $2.20 billion, after a profit of $7.0 million, was due to write-offs totalling $2.084 billion.
    ---
    The budget is $48.6 billion. Of the total, $17.2 billion goes to health, $12.9 billion to schools and $18.5 billion to all other departments.
    ---
    The office collected $20.2 million in 2018. Of this amount, $4 million was collected in criminal cases and $16 million in civil cases.
    ---
    Officers seized 51 kg of drugs in 12 raids. One parcel comprised 3 kg of cocaine, 2 kg of heroin and 1 kg of ketamine.
    ---
    Net sales were $344.6 million. Tools contributed $214.6 million of net sales, Parts contributed $88.3 million and Services contributed $41.7 million.
    ---
    Net sales were $344.6 million. Rome contributed $14.1 million, Milan contributed $8.3 million and Turin contributed $4.7 million.
    ---
    The raid killed 14 people and injured 30. The dead were mostly farmers. Two women, a boy and five men were named.
    ---
    Ada Roe was named in a 159-count indictment.

    She is charged with one count of larceny, 79 counts of theft and 79 counts of forgery.
    ---
    Ada Roe and five others were named in a 159-count indictment.

    Roe is charged with one count of larceny, 12 counts of theft and 8 counts of forgery.
    ---
    Ada Roe was named in a 12-count indictment, and Bo Lin in a five-count indictment.

    Roe is charged with one count of larceny, 21 counts of theft and two counts of forgery.
    ---
    Bo Lin was found guilty of two counts of fraud, one count of theft and one count of perjury.
    ---
    The fire killed 21 people, 14 of them children.
    ---
    The firm has 4,500 workers, 2,300 of them in Europe and 1,500 in Asia.
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

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.discover.proposal import Proposal
from factcheck.discover.templates import Candidate, Guard
from factcheck.discover.templates.slot import is_amount, is_size, is_time
from factcheck.facts.covers import are_sorts, covers, is_person, may_overlap, of_one_kind
from factcheck.facts.opener import SOME, Opening
from factcheck.facts.page import Page
from factcheck.facts.sibling import Reached, Row
from factcheck.facts.unit import alike, fit, lent
from factcheck.model import table
from factcheck.model.fact import Fact, Role, Scope
from factcheck.model.lexicon import lexicon
from factcheck.model.name import table_of
from factcheck.model.quantity import Modifier
from factcheck.model.wording import plural

BESIDE = 6
"""How far a number may stand before the colon or the dash that opens its parts [tokens]."""
AROUND = 14
"""How far before "including" its whole may stand [tokens]."""
Here = Mapping[int, Sequence[Fact]]
"""The facts of each sentence."""


def candidates(page: Page) -> Iterator[Candidate]:
    """Each list with its whole."""
    here = {sentence.place: facts for sentence, facts in page.understood}
    for row in page.rows:
        if all(is_amount(fact) for fact in row.facts) and len(row.facts) > 1:
            yield from _of_row(here, row)
    yield from _remainders(page, here)
    yield from _breakdowns(page)


def _breakdowns(page: Page) -> Iterator[Candidate]:
    """
    Counts by place that nothing opens, and the one number elsewhere that counts the same without a place: "the arrest
    of 150 people … 65 arrests in the U.S., 47 in Germany and 38 in Italy".
    """
    rows = [row for row in page.rows if row.opening == Opening.NONE and row.ended and len(row.facts) >= _PLACES]
    rows = [row for row in rows if all(_is_placed(fact) for fact in row.facts)]
    for row in rows:
        first, apart = row.facts[0], row.facts[0].sentence
        noun = first.measure.head or (min(first.subject) if len(first.subject) == 1 else "")
        found = [fact for fact in page.facts if fact.sentence != apart and noun and _counts(fact, noun, row)]
        if found and len({fact.quantity.value for fact in found}) == 1:
            form = "closed by place again" if _begins(page, found[0], row) else "closed by place"
            yield Candidate({"whole": (found[0],), "parts": row.facts}, "", form)


def _begins(page: Page, whole: Fact, row: Row) -> bool:
    """Whether a part of a number is told beside it, by place, and again in the list: "150 people, 65 in the U.S."."""
    keys = {fact.quantity.place.key for fact in row.facts if fact.quantity.place}
    beside = (fact for fact in page.facts[whole.number + 1 :] if fact.sentence == whole.sentence)
    return any(fact.quantity.place and fact.quantity.place.key in keys for fact in beside)


_PLACES = 3
"""Fewer places are no breakdown."""


def _is_placed(fact: Fact) -> bool:
    """Whether a count is said of a place with a name."""
    place = fact.quantity.place
    return place is not None and fact.quantity.unit is None and any(word[:1].isupper() for word in place.text.split())


def _counts(fact: Fact, noun: str, row: Row) -> bool:
    """Whether a number counts the things of a list, all of them."""
    quantity = fact.quantity
    named = noun in (fact.measure.head, fact.measure.event) and "measure" not in fact.inherited
    if row.facts[0].when.is_said and row.facts[0].when != fact.when:
        return False
    free = quantity.place is None and fact.scope == Scope.ALL and quantity.modifier == Modifier.EXACT
    return named and free and quantity.counts and not is_size(fact) and _may_be(fact, row)


def _remainders(page: Page, here: Here) -> Iterator[Candidate]:
    """ "Four of the six died. The other two …": the rest stands a sentence behind the part and the whole."""
    for sentence, facts in page.understood:
        rest = [fact for fact in facts if fact.scope == Scope.REST and is_amount(fact)]
        before = here.get(sentence.place - 1, ())
        pairs = [pair for pair in pairwise(before) if pair[0].has(Role.PART) and pair[1].has(Role.WHOLE)]
        if len(rest) == 1 and len(pairs) == 1 and rest[0] is facts[0] and len(before) == _PAIR:
            part, whole = pairs[0]
            yield Candidate({"whole": (whole,), "parts": (part, rest[0])}, "the other", "closed rest behind")


_PAIR = 2
"""No other number stands in the sentence of a part and its whole, so that nothing else is a part."""


def _of_row(here: Here, row: Row) -> Iterator[Candidate]:
    total = _total(here[row.facts[0].sentence], row)
    if total is not None:
        yield Candidate({"whole": (total,), "parts": row.facts}, total.cue(Role.TOTAL), "closed total")
        return
    form, whole = _whole(here, row)
    if whole is not None:
        parts = lent(row.facts, whole.quantity.unit)
        yield Candidate({"whole": (whole,), "parts": parts}, row.words or whole.cue(Role.WHOLE), form)


def _total(here: Sequence[Fact], row: Row) -> Fact | None:
    """The total right behind a list; one "over three years" may be of more than the list tells."""
    last = row.facts[-1]
    behind = [fact for fact in here if fact.number > last.number and alike(fact.quantity, last.quantity)]
    if not behind or not behind[0].has(Role.TOTAL) or row.opening in SOME:
        return None
    if behind[0].clause != last.clause and not lexicon().phrase("totalling").beginning(
        behind[0].cue(Role.TOTAL).split(), 0
    ):
        return None
    if behind[0].governor not in _MAKES and not lexicon().phrase("altogether").beginning(
        behind[0].cue(Role.TOTAL).split(), 0
    ):
        return None
    spread = any(fact.number == behind[0].number + 1 and is_time(fact) for fact in here)
    return None if spread else behind[0]


_MAKES = frozenset({"for", ",", "or", "and", "making", "giving", "totalling", "totaling", "-", "—", "–", "of", "to"})


def _whole(here: Here, row: Row) -> tuple[str, Fact | None]:
    """How the words state a list, and the number that it is the parts of: of its sentence, or of the one before."""
    found = [reached for reached in row.wholes if not reached.inserted and _may_be(reached.fact, row)]
    closed = "closed" if row.ended and row.full and not row.more else "bound"
    match row.opening:
        case Opening.CLOSED:
            return (closed, found[0].fact) if found else (f"{closed} taken up", _taken_up(here, row))
        case Opening.SIGN:
            return f"{closed} {row.opening}", _beside(found)
        case Opening.COMMA:
            return f"open {row.opening}", _beside(found)
        case Opening.BRACKET:
            told = all(_says_which(fact) for fact in row.facts)
            return f"closed {row.opening}", found[0].fact if found and found[0].gap == 0 and told else None
        case Opening.OPEN | Opening.OF_THEM | Opening.WITH:
            near = [
                reached.fact for reached in found if reached.gap <= AROUND and not _counts_places(reached.fact, row)
            ]
            whole = next((fact for fact in near if not fact.has(Role.PART)), near[0] if near else None)
            return f"{'closed rest' if row.has_rest else 'open'} {row.opening}", whole
        case Opening.VERB:
            return f"{closed} verb taken up", None if row.clausal else _taken_up(here, row)
        case Opening.OF_TOTAL:
            return f"{'closed rest' if row.has_rest else 'open'} taken up", _taken_up(here, row)
    return _unopened(here, row, found)


def _counts_places(fact: Fact, row: Row) -> bool:
    """Whether a number counts the places that a list names: the eight of "in eight countries, among them Italy (4)"."""
    return row.bracketed and fact.quantity.counted in table.words()["sorts_of_places"]


def _unopened(here: Here, row: Row, found: Sequence[Reached]) -> tuple[str, Fact | None]:
    """The whole of a list that nothing opens: "of the 30 members, 20 …", "four of the six …; the other two"."""
    way = "closed rest" if row.has_rest else "open"
    if row.bracketed and found:
        return "closed brackets", found[0].fact
    if row.wholes and row.parted and found and _is_fronted(row.wholes[-1]) and row.wholes[-1] == found[-1]:
        return f"{way} of", found[-1].fact
    if found and found[0].gap <= _SIZED and is_size(found[0].fact) and row.ended:
        return "closed size", found[0].fact if all(is_person(fact.quantity) for fact in row.facts) else None
    first, last = row.facts[0], row.facts[-1]
    inside = [fact for fact in here[first.sentence] if fact.number == first.number + 1 and fact.has(Role.WHOLE)]
    if inside and first.has(Role.PART):
        bare = all(fact.quantity.end == fact.quantity.number_end for fact in row.facts[1:])
        return f"{way} some of", inside[0] if row.has_rest or (row.ended and bare) else None
    if row.has_rest:
        counts = first.quantity.unit is None and last.scope == Scope.REST != first.scope
        if counts and first is here[first.sentence][0]:
            return "closed rest before", _only(here, row)
    if row.ended and row.full and len(row.facts) >= _SEVERAL:
        return "closed named", _named(here, row)
    return "", None


_SEVERAL = 3
"""Fewer parts "of net sales" are hardly all [numbers]."""


def _named(here: Here, row: Row) -> Fact | None:
    """The number of the sentence before whose name an item tells: "… contributed $214.6 million of net sales, …"."""
    ofs = [fact.measure.of for fact in row.facts if fact.measure.of]
    before = here.get(row.facts[0].sentence - 1, ())
    found = [fact for fact in before if _may_be(fact, row) and any(_is_name(of, fact) for of in ofs)]
    return found[0] if len(found) == 1 else None


def _is_name(of: frozenset[str], fact: Fact) -> bool:
    return of <= fact.measure.before | {fact.measure.head}


def _says_which(fact: Fact) -> bool:
    """Whether a number in brackets has a noun of its own, or words that tell which part it is."""
    return fact.quantity.end > fact.quantity.number_end or bool(fact.places or fact.measure.behind)


_SIZED = 3
"""How far behind "a 12-member jury of" the sorts of its members may stand [tokens]."""


def _is_fronted(reached: Reached) -> bool:
    """Whether a number is told as known before its parts: "of the 30 members, 20 …", "among 255 patients, 208 …"."""
    cue = reached.fact.cue(Role.WHOLE)
    return reached.gap <= AROUND and (cue == "among" or (bool(cue) and reached.fact.known))


def _beside(found: Sequence[Reached]) -> Fact | None:
    """The number right before a sign; where that counts the parts ("among three parties:"), the one before it."""
    if not found or found[0].gap > BESIDE:
        return None
    if found[0].fact.governor in _WHERE and len(found) > 1:
        return None
    if found[0].fact.governor in _AMONG and len(found) > 1:
        return found[1].fact
    return found[0].fact


_AMONG = frozenset({"from", "into", "among", "between"})
_WHERE = frozenset({"in", "at", "across"})
"""What hangs on these may be the whole, or the number of its places: "900 pupils in four schools: two …"."""
_NO_WHOLES = (Role.OLD, Role.FACTOR, Role.AGE, Role.TIMES, Role.RANK, Role.MARGIN, Role.SAME)


def _may_be(fact: Fact, row: Row) -> bool:
    quantity = fact.quantity
    return (
        fit(quantity, row.facts[0].quantity)
        and is_amount(fact)
        and not fact.has(*_NO_WHOLES)
        and (quantity.unit is not None or quantity.counted is not None or fact.has(Role.WHOLE, Role.TOTAL))
    )


def _taken_up(here: Here, row: Row) -> Fact | None:
    """The one number of the sentence before that the subject of the list takes up."""
    if not (row.taken_up or row.opening == Opening.OF_TOTAL) or row.respective:
        return None
    return _only(here, row)


def _only(here: Here, row: Row) -> Fact | None:
    """The only number of the sentence before that a list may be the parts of."""
    before = here.get(row.facts[0].sentence - 1, ())
    found = [fact for fact in before if _may_be(fact, row) and not is_size(fact)]
    return found[0] if len(found) == 1 else None


def _may_be_parts(page: Page, candidate: Candidate) -> bool:
    whole, parts = candidate["whole"], candidate.slots["parts"]
    place = whole.quantity.place
    some = candidate.form.endswith("some of")
    if place and (some or any(part.quantity.place and part.quantity.place.start == place.start for part in parts)):
        # "53 men were arrested in France (22), Italy (18) …": France is the place of the 22.
        whole = replace(whole, quantity=replace(whole.quantity, place=None))
    return all(covers(whole, part).may_be for part in parts)


def _once(page: Page, candidate: Candidate) -> bool:
    return candidate.form.startswith("closed") or not may_overlap([part.quantity for part in candidate.slots["parts"]])


def _is_labelled(candidate: Candidate, part: Fact) -> bool:
    """Whether a bare number stands behind the name of its item: "the Greens 19"."""
    return candidate.form.startswith("closed") and part.quantity.counted is None


def _of_one_kind(page: Page, candidate: Candidate) -> bool:
    whole, parts = candidate["whole"], candidate.slots["parts"]
    free = candidate.form.endswith(("total", "size", "by place", "again"))
    if free or all(of_one_kind(whole, part) or _is_labelled(candidate, part) for part in parts):
        return True
    if "verb" in candidate.form:
        return False
    beside = not candidate.form.endswith(Opening.SIGN) or parts[0].governor == candidate.cue
    return beside and are_sorts(whole.quantity, [part.quantity for part in parts])


def _not_again(page: Page, candidate: Candidate) -> bool:
    """Whether the first in brackets is not the whole of another time: "12 contributors (13 contributors before …"."""
    whole, part = candidate["whole"].quantity, candidate.slots["parts"][0].quantity
    again = part.end > part.number_end and part.counted is not None and part.counted == whole.counted
    return not (again and candidate.form.endswith(Opening.BRACKET))


def _not_bound(page: Page, candidate: Candidate) -> bool:
    return not candidate.form.startswith("bound")


GUARDS: tuple[Guard[Candidate], ...] = (
    Guard("the list is complete", _not_bound),
    Guard("the parts may be of the whole", _may_be_parts),
    Guard("nobody is counted twice", _once),
    Guard("what is in brackets is not the same of another time", _not_again),
    Guard("they count things of one kind", _of_one_kind),
)


_MEANT = frozenset({"closed rest before", "closed named", "closed by place", f"open {Opening.COMMA}", "open some of"})
"""Forms that only seem to be meant so: they may warn."""


def propose(page: Page, candidate: Candidate) -> Proposal | None:
    """The parts make the whole, or in an open list no more."""
    numbers = [fact.quantity for fact in candidate.slots["parts"]]
    group = table_of([its.place.text if its.place else "" for its in numbers])
    parts = tuple(page.stated(its, group=group) for its in numbers)
    whole = page.stated(candidate["whole"].quantity)
    way = candidate.form.partition(" ")[0]
    explicit = candidate.form not in _MEANT
    # What is broken down by country is called as its parts call it: 150 individuals are 65 arrests, one, three and 47.
    counting = (*numbers, candidate["whole"].quantity) if group else (candidate["whole"].quantity, *numbers)
    subject = next((plural(number.counted) for number in counting if number.counted), "the parts")
    return Proposal("balance", {"whole": whole, "parts": parts, "list": way}, subject, explicit, candidate.cue)
