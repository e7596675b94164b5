"""
The shares of one whole, side by side: they make 100 %, or no more.

A list of shares is complete where its last takes what is left ("the other 40%", "19% undecided"), and no other share
stands in the sentence. Shares of a vote or of a firm's stock make no more than 100 %.

Finds:

    shares 45%; 38%; 19%
    The vote was 45% yes, 38% no and 19% undecided.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    for place, shares in of_sentence.items():
        if place not in listed and _is_pair(shares):
            yield Candidate({"parts": tuple(shares)}, "the other", "closed pair")


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
    if row.facts[-1].scope == Scope.REST and row.ended and len(shares) == len(row.facts):
        return "closed rest"
    first, *others = row.facts
    ballots = {stem(noun) for noun in lexicon().noun("ballot").words}
    if first.measure.of & ballots and all(other.measure.of <= first.measure.of for other in others):
        return "open"
    return ""


def _exact(page: Page, candidate: Candidate) -> bool:
    modifiers = (Modifier.EXACT, Modifier.APPROXIMATE)
    return all(fact.quantity.modifier in modifiers for fact in candidate.facts)


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
