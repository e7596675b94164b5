"""
What the sources of a rewrite state: their numbers, the wholes with their parts, the lengths of their lists.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from factcheck.comparison.figure import Figure, by_sentence, figures, own_places
from factcheck.facts.page import Page
from factcheck.model.amount import base, together
from factcheck.model.claim import Rule
from factcheck.model.frozen import frozen
from factcheck.model.gazetteer import regions
from factcheck.model.name import kinds
from factcheck.model.unit import Unit

_ALL = 300
"""Up to so many numbers all are compared with each of the rewrite; of more, so many that share most [numbers]."""
_COMMON = 2000
"""What so many numbers share tells none of them apart [numbers]."""
_NOUNS = {"country": ("country", "nation", "jurisdiction", "member", "member state"), "us_state": ("state",)}
"""What the names of a table are counted as."""


@frozen
class Whole:
    """A whole of the source and its parts, as a rule of the source has them."""

    figure: Figure
    parts: tuple[Figure, ...]


class Known:
    """What some sources state."""

    def __init__(self, pages: Sequence[Page], relations: Sequence[Rule] = ()) -> None:
        self.pages, self.relations = pages, relations
        self.places = own_places(pages)
        self.figures = tuple(figure for page in pages for figure in figures(page, self.places))

    def near(self, figure: Figure) -> Sequence[Figure]:
        """The numbers that one of the rewrite may restate: all of them, or those that share most with it."""
        if len(self.figures) <= _ALL:
            return self.figures
        shared: Counter[int] = Counter()
        for token in _tokens(figure):
            shared.update(self._index.get(token, ()))
        return [self.figures[at] for at, _ in shared.most_common(_ALL)]

    @cached_property
    def _index(self) -> dict[object, list[int]]:
        """The numbers by what they share; without what is common."""
        index: defaultdict[object, list[int]] = defaultdict(list)
        for at, figure in enumerate(self.figures):
            for token in _tokens(figure):
                index[token].append(at)
        return {token: found for token, found in index.items() if len(found) <= _COMMON}

    @cached_property
    def wholes(self) -> tuple[Whole, ...]:
        """The wholes and parts that the sources themselves state."""
        by_key = {its.stated.key: its for its in self.figures}
        found = list(_wholes(self.relations, by_key))
        held = {its.figure.stated.key for its in found}
        return (*found, *(its for its in self._by_place() if its.figure.stated.key not in held))

    def _by_place(self) -> Iterator[Whole]:
        """Numbers that a sentence gives for several places, and a count that is their very sum."""
        placed = [its for its in self.figures if len(its.places) == 1 and its.quantity.counts]
        counts = [its for its in self.figures if its.quantity.counts and not its.places]
        for parts in by_sentence(placed):
            total = together(its.quantity for its in parts)
            if len(parts) > 2 and len({place for its in parts for place in its.places}) == len(parts):
                yield from (Whole(its, tuple(parts)) for its in counts if base(its.quantity) == total)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The units of their numbers."""
        return tuple(dict.fromkeys(its.quantity.unit for its in self.figures if its.quantity.unit is not None))

    def uses(self, unit: Unit) -> bool:
        """Whether any of them is in this unit, or in this currency by the year, the head, the ton."""
        return any(its.dimension[:1] == unit.dimension[:1] for its in self.units)

    @cached_property
    def nouns(self) -> frozenset[str]:
        """The stems of what the sources count with a number."""
        return frozenset(its.noun for its in self.figures if its.noun)

    @cached_property
    def lengths(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """The length of each list, with the nouns that its members are counted as; none where that may be any."""
        named = (pair for page in self.pages for pair in _lengths(page))
        return tuple(dict.fromkeys((*named, *_placed(self.figures))))


def _tokens(figure: Figure) -> Iterator[object]:
    yield from figure.near
    yield from figure.label
    yield from figure.places
    yield figure.stated.value
    yield "noun", figure.noun


def _wholes(relations: Iterable[Rule], by_key: Mapping[str, Figure]) -> Iterator[Whole]:
    for rule in relations:
        if rule.kind != "balance":
            continue
        whole = next((by_key[key] for key, role in rule.roles if role == "whole" and key in by_key), None)
        parts = tuple(by_key[key] for key, role in rule.roles if role == "parts" and key in by_key)
        if whole is not None and parts:
            # A part counts what its whole counts, where it does not say itself.
            yield Whole(whole, tuple(its if its.noun else replace(its, noun=whole.noun) for its in parts))


def _lengths(page: Page) -> Iterator[tuple[int, tuple[str, ...]]]:
    names = [its.names for its in page.contents.names]
    names += [tuple(item.place for item in its.items if item.place) for its in page.contents.breakdowns]
    for listed in names:
        nouns = next((_NOUNS[table] for table in _NOUNS if all(table in kinds(its.text) for its in listed)), ())
        yield len(listed), nouns
        for members in regions().values() if nouns else ():
            inside = sum(its.key in members for its in listed)
            if inside > 1:
                yield inside, nouns
    yield from ((len(its.items), ()) for its in page.lists)


def _placed(figures: Sequence[Figure]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """How many countries a sentence gives numbers for: "the United States (65), Germany (47), …"."""
    for group in by_sentence(its for its in figures if len(its.places) == 1):
        found = {place for its in group for place in its.places}
        if len(found) > 2 and all("country" in kinds(its) for its in found):
            inside = (len(found & members) for members in regions().values())
            yield from ((length, _NOUNS["country"]) for length in {len(found), *inside} if length > 1)
