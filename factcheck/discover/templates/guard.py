"""
Conditions that several templates ask of the facts in their slots.
"""

from __future__ import annotations

from factcheck.discover.templates import Candidate
from factcheck.facts.page import Page
from factcheck.facts.word import stem
from factcheck.model import table
from factcheck.model.fact import Role, Stance
from factcheck.model.lexicon import lexicon


def said(page: Page, candidate: Candidate) -> bool:
    """Whether the old value is told as it was: a forecast is the base of a forecast only."""
    old, new = candidate.get("old"), candidate["new"]
    if old is None or old.stance == Stance.SAID:
        return True
    return old.stance == new.stance and old.stance != Stance.DENIED


def sure_rank(page: Page, candidate: Candidate) -> bool:
    """Whether the old value is no high, low or average, which is of another time than the change."""
    old = candidate.get("old")
    return old is None or not old.has(Role.RANK)


def of_one_place(page: Page, candidate: Candidate) -> bool:
    """Whether the old and the new value are of one place, or do not say."""
    old, new = candidate.get("old"), candidate["new"]
    return old is None or not old.places or not new.places or bool(old.places & new.places)


def no_denial(page: Page, candidate: Candidate) -> bool:
    """Whether the text does not say that it is not so."""
    return not any(fact.stance == Stance.DENIED for fact in candidate.facts)


def of_one_basis(page: Page, candidate: Candidate) -> bool:
    """Whether nothing was left out or added: what is "organic" is not what the two values make."""
    rebased = lexicon().phrase("rebased")
    return not any(rebased.has(words) for fact in candidate.facts for words in fact.basis)


def of_one_sign(page: Page, candidate: Candidate) -> bool:
    """Whether not one value is a loss or a deficit and the other none: a change between them crosses zero."""
    values = [candidate[slot] for slot in ("old", "new") if candidate.get(slot) is not None]
    losses = frozenset(stem(word) for word in lexicon().noun("loss").words)
    return len({bool((fact.measure.before | {fact.measure.head}) & losses) for fact in values}) <= 1


def ascends(page: Page, candidate: Candidate) -> bool:
    """Whether the better is the larger number: not in rankings."""
    places = frozenset(stem(word) for word in lexicon().noun("standing").words)
    return not any((fact.measure.words | fact.subject) & places for fact in candidate.facts)


def no_exchange(page: Page, candidate: Candidate) -> bool:
    """Whether the values are no rate of a currency, which rises as its number falls: "the yen rose to 153 from 155"."""
    currencies = table.currencies().names
    return not any(
        fact.quantity.unit is None and (fact.subject | fact.measure.words) & currencies.keys()
        for fact in candidate.facts
    )


def whole_numbers(page: Page, candidate: Candidate) -> bool:
    """Whether no number is a piece of what is printed: "420.25/75", "A-2"."""
    values = [candidate[slot].quantity for slot in ("old", "new") if candidate.get(slot) is not None]
    before = {page.text[its.number_start - 1 : its.number_start] for its in values}
    behind = {page.text[its.number_end : its.number_end + 1] for its in values}
    return not before & {"-", "/"} and "/" not in behind


def not_respective(page: Page, candidate: Candidate) -> bool:
    """Whether the numbers of the sentence are not shared out over a list by "respectively"."""
    start, end = page.document.sentences[candidate.facts[0].sentence]
    return "respectively" not in page.text[start:end]


def of_one_measure(page: Page, candidate: Candidate) -> bool:
    """Whether two amounts of money are not told of two things: "revenues of 3.14 billion, down from its profit of"."""
    old, new = candidate["old"], candidate["new"]
    if any("measure" in its.inherited or not its.quantity.dimension for its in (old, new)):
        return True
    money = frozenset(stem(word) for word in lexicon().noun("money").words)
    return len({old.measure.head, new.measure.head} & money) < 2
