"""
The shares of one whole, side by side: they make 100 %, or no more.

A list of shares is complete where its last takes what is left ("the other 40%", "19% undecided"), and no other share
stands in the sentence. Shares of a vote or of a firm's stock make no more than 100 %.

Finds:

    shares 45; 38; 19
    The vote was 45% yes, 38% no and 19% undecided.
    ---
    shares 76; 41; 10
    Of those asked, 76% said no, 41% said yes, and 10% preferred not to say.
    ---
    shares 40; 80
    It sold its 40 percent of the ship for $2.1 million to Acme, which owns the other 80 percent.
    ---
    shares 75; 35
    Roe holds 75% of the shares and his sister the remaining 35%.
    ---
    shares 56; 48
    Roe won 56% of the vote and Poe 48%.

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
    The poll found the Greens ahead with 35.6% of the vote, the Reds with 31.9% of the vote and the Blues with
    31.4%.
    ---
    The poll found the Greens ahead with 35.6% of the vote, the Reds with 31.9% of the vote and the Blues with 31.4%.
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

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from factcheck.discover.proposal import Proposal
from factcheck.discover.templates import Candidate, Guard
from factcheck.facts.opener import SOME
from factcheck.facts.page import Page
from factcheck.facts.sibling import Row
from factcheck.facts.word import stem
from factcheck.model.fact import Fact, Role, Scope
from factcheck.model.lexicon import lexicon
from factcheck.model.quantity import Modifier


def candidates(page: Page) -> Iterator[Candidate]:
    """The lists of percentages, and a share with the rest of it."""
    of_sentence = {sentence.place: [fact for fact in facts if fact.is_share] for sentence, facts in page.understood}
    listed: set[int] = set()
    for row in page.rows:
        if len(row.facts) > 1 and all(_is_share(fact) for fact in row.facts):
            form = _form(row, of_sentence[row.facts[0].sentence])
            if form:
                listed.add(row.facts[0].sentence)
                yield Candidate({"parts": row.facts}, row.words, form)
            elif form := _with_next(row, of_sentence):
                following = of_sentence[row.facts[0].sentence + 1]
                yield Candidate({"parts": (*row.facts, *following)}, "the other", form)
    for place, shares in of_sentence.items():
        if place not in listed and _is_pair(shares):
            yield Candidate({"parts": tuple(shares)}, "the other", "closed pair")


def _with_next(row: Row, of_sentence: Mapping[int, Sequence[Fact]]) -> str:
    """Whether the sentence behind a list tells the rest of it: "… The single reactor supplied the other 5 percent"."""
    place = row.facts[0].sentence
    rest = of_sentence.get(place + 1, ())
    alone = len(rest) == 1 and rest[0].scope == Scope.REST and _is_share(rest[0])
    full = row.ended and len(of_sentence[place]) == len(row.facts) >= _PAIR
    return "closed next" if alone and full else ""


_PAIR = 2
"""A share and the rest of it, and no other in the sentence."""


def _is_pair(shares: Sequence[Fact]) -> bool:
    """Whether the second of two shares is that of the rest: "60 percent … the other 40"."""
    if len(shares) != _PAIR or not all(_is_share(fact) for fact in shares):
        return False
    return shares[1].scope == Scope.REST and shares[0].scope != Scope.REST


def _is_share(fact: Fact) -> bool:
    quantity = fact.quantity
    return (
        fact.is_share
        and quantity.unit is not None
        and not quantity.unit.name.endswith("point")
        and quantity.value is not None
        and quantity.direction is None
        and not fact.has(Role.CHANGE, Role.OLD, Role.SAME, Role.FACTOR)
    )


def _form(row: Row, shares: Sequence[Fact]) -> str:
    """How the words state that shares are of one whole; empty where they do not."""
    if row.opening in SOME or row.more:
        return ""
    if row.ended and len(shares) == len(row.facts):
        if row.facts[-1].scope == Scope.REST:
            return "closed rest"
        if row.facts[-1].scope == Scope.MORE and len(row.facts) > _PAIR:
            return "closed others"
    first, *others = row.facts
    ballots = {stem(noun) for noun in lexicon().noun("ballot").words}
    if first.measure.of & ballots and all(other.measure.of <= first.measure.of for other in others):
        return "open"
    return ""


def _exact(page: Page, candidate: Candidate) -> bool:
    modifiers = (Modifier.EXACT, Modifier.APPROXIMATE)
    return all(fact.quantity.modifier in modifiers for fact in candidate.facts)


def _exclusive(page: Page, candidate: Candidate) -> bool:
    """Whether no share is of those in two of the others: "30% read both"."""
    place = candidate.facts[-1].sentence
    sentence = next(sentence for sentence, _ in page.understood if sentence.place == place)
    return not any(word in lexicon().phrase("overlap") for word in sentence.lowers)


def _of_one_time(page: Page, candidate: Candidate) -> bool:
    return not any(one.when.conflicts(other.when) for one, other in pairwise(candidate.facts))


def _of_one_place(page: Page, candidate: Candidate) -> bool:
    return candidate.form != "open" or not any(fact.places for fact in candidate.facts)


def _of_no_other(page: Page, candidate: Candidate) -> bool:
    first, last = candidate.facts[0], candidate.facts[-1]
    pronoun = last.governor == "," and (not last.measure.head or "measure" in last.inherited)
    return (
        not first.has(Role.WHOLE)
        and last.governor not in _OF_OTHERS
        and not (pronoun and candidate.form == "closed pair")
    )


_OF_OTHERS = frozenset({"of", "on", "by", "in"})
"""What the rest hangs on where it is that of something else: "first refusal on the remaining nine percent"."""


GUARDS: tuple[Guard[Candidate], ...] = (
    Guard("no share is of those in two of the others", _exclusive),
    Guard("none is only a bound", _exact),
    Guard("they are of one time", _of_one_time),
    Guard("they are of one place", _of_one_place),
    Guard("the rest is that of the same whole", _of_no_other),
)


def propose(page: Page, candidate: Candidate) -> Proposal | None:
    """The shares make 100 %, or no more."""
    parts = tuple(page.stated(fact.quantity, label=fact.quantity.text) for fact in candidate.slots["parts"])
    way = candidate.form.partition(" ")[0]
    return Proposal("shares", {"parts": parts, "list": way}, "the shares", way == "closed", candidate.cue)
