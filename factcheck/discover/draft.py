"""
A draft: what discovery finds in a text, made ready to be written as a claim file.

A number that is stated again becomes one claim with several quotes: quotes of one claim agree by
themselves, so that an edit of one of them is found. Two passages are taken for one fact where they give the
same value of the same thing in the same place, and where a pattern found that they restate each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from factcheck.facts.page import Page
from factcheck.model import table
from factcheck.model.claim import Claim, ClaimSet, Rule
from factcheck.model.disjoint import DisjointSets
from factcheck.model.document import BlockKind, Document
from factcheck.model.name import kinds
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Relation, stated_in

Same = tuple[object, ...]
"""What two statements of one fact have in common."""

_TELLING = 10
"""From here on an equal number in the same place is hardly chance, whatever noun it has."""
_TIME = ((("time", 1),),)
"""Lengths of time are often equal by chance: only a heading's is taken for the text's."""


def settled(claims: ClaimSet) -> ClaimSet:
    """
    The set of one document with every fact as one claim, in the order of the text; of a range of which a
    rule uses the ends, the ends.
    """
    apart = _ends_apart(claims)
    sets = DisjointSets[str]()
    for one, other in _restatements(claims, apart):
        sets.join(one, other)
    facts: dict[str, list[Claim]] = {}
    for key, claim in apart.items():
        facts.setdefault(sets.root(key), []).append(claim)
    joined = [_joined(its) for its in facts.values()]
    return replace(claims, claims={its.key: its for its in joined})


def _ends_apart(claims: ClaimSet) -> dict[str, Claim]:
    """Every claim by the key of its printing; of a range whose ends the rules use, one for each end."""
    used = {key for rule in claims.rules for key, _ in rule.roles}
    (document,) = claims.documents.values()
    page = Page(document, claims.contents[document.path], document.text)
    found = {}
    for claim in claims.claims.values():
        assert claim.stated is not None
        ends = [page.stated(its) for its in claim.stated.quantity.ends]
        for stated in ends if any(its.key in used for its in ends) else [claim.stated]:
            quantity = stated.quantity
            statement = replace(claim.statements[0], start=quantity.start, end=quantity.end, quantity=quantity)
            found[stated.key] = replace(claim, id=f"{quantity.number_start}", statements=(statement,), stated=stated)
    return found


def _restatements(claims: ClaimSet, by_key: dict[str, Claim]) -> Iterator[tuple[str, str]]:
    for rule in claims.rules:
        if rule.kind == "agree":
            yield from _equal(rule.relation, by_key)
    (document,) = claims.documents.values()
    groups: defaultdict[Same, list[str]] = defaultdict(list)
    for key, claim in by_key.items():
        assert claim.stated is not None
        for same in _sames(document, claim.stated.quantity):
            groups[same].append(key)
    for same, keys in groups.items():
        spans = [by_key[key].statements[0].start for key in keys]
        if same[0] != _TIME or any(_is_heading(document, its) for its in spans):
            for other in keys[1:]:
                yield keys[0], other


def _equal(relation: Relation, by_key: dict[str, Claim]) -> Iterator[tuple[str, str]]:
    stated = [its for its in stated_in(relation) if its.key in by_key]
    for other in stated[1:]:
        if stated[0].value is not None and other.value == stated[0].value:
            yield stated[0].key, other.key


def _sames(document: Document, quantity: Quantity) -> Iterator[Same]:
    """What a number shares with every restatement of it; nothing where equal numbers are common anyway."""
    block = document.block(quantity.number_start)
    if quantity.value is None or quantity.value <= 2 or (block and block.kind == BlockKind.TABLE):
        return
    place = quantity.place.key if quantity.place else ""
    unit, modifier = quantity.unit, quantity.modifier
    value = unit.to_base(quantity.value) if unit else quantity.value
    if unit is None and quantity.counted:
        people = quantity.counted in table.words()["sorts_of_people"]
        yield value, modifier, "people" if people else quantity.counted, place
    if unit is None and quantity.place and kinds(quantity.place.text) and value >= _TELLING:
        yield value, modifier, "things", place
    if unit is not None and (unit.currency or place):
        yield value, modifier, unit.dimension, place
    if unit is not None and unit.dimension == _TIME[0]:
        yield _TIME, value, modifier, unit.name


def _is_heading(document: Document, offset: int) -> bool:
    block = document.block(offset)
    return block is not None and block.kind == BlockKind.HEADING


def rules_left(claims: ClaimSet) -> Iterator[Rule]:
    """The rules that still say something: not those whose statements are one claim now."""
    owner = {its.key: claim.key for claim in claims.claims.values() if claim.stated for its in claim.stated.printings}
    for rule in claims.rules:
        owners = {owner.get(key, key) for key, _ in rule.roles}
        if rule.kind == "formula":  # written arithmetic says itself what it is of: a record would only repeat it
            continue
        if len(owners) > 1 or rule.kind not in ("agree", "order"):
            yield rule


def _joined(claims: list[Claim]) -> Claim:
    first = claims[0]
    assert first.stated is not None
    printings = tuple(its for claim in claims if claim.stated for its in claim.stated.printings)
    statements = tuple(its for claim in claims for its in claim.statements)
    return replace(first, statements=statements, stated=replace(first.stated, printings=printings))
