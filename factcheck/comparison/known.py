"""
What the sources of a rewrite state: their numbers, the wholes with their parts, the lengths of their lists.
"""

from __future__ import annotations

import heapq
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
from factcheck.model.number import Rational
from factcheck.model.unit import Unit

_ALL = 300
"""Up to so many numbers all are compared with each of the rewrite; of more, so many that share most [numbers]."""
_FEW = 12
"""So many are compared in any case [numbers]."""
PAIRS = 25_000
"""So many pairs are compared in all, or ``_FEW`` for each number of the rewrite [pairs]; they take about a second."""
_COMMON = 7
"""What more numbers share than so many times those that are compared tells none of them apart."""
_RARE = 3
"""A word of so few numbers tells them apart [numbers]."""
_SENTENCE = 3
"""A sentence has so many words at least beside its numbers [stems]."""
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
        self._most = _ALL

    def expect(self, count: int) -> None:
        """Say how many numbers the rewrite has: of very many, each is compared with fewer."""
        self._most = max(_FEW, min(_ALL, PAIRS // max(count, 1)))

    def weight(self, words: Iterable[str]) -> int:
        """How much some shared words say: those of few of the sources' numbers twice as much [words]."""
        return sum(2 if self._frequency[word] <= _RARE else 1 for word in words)

    @cached_property
    def _frequency(self) -> Counter[str]:
        """In the sentences of how many numbers each word stands."""
        return Counter(word for figure in self.figures for word in figure.around)

    @property
    def left_out(self) -> tuple[str, ...]:
        """What was not compared, as a sentence, where that is more than one would miss."""
        if len(self.figures) <= self._most or self._most == _ALL:
            return ()
        told = f"the {self._most} of the sources' {len(self.figures):,} numbers that share most words with it"
        return (f"Each number was compared with {told} alone: there are too many to compare it with all",)

    def near(self, figure: Figure) -> Sequence[Figure]:
        """The numbers that one of the rewrite may restate: all of them, or those that share most with it."""
        if len(self.figures) <= self._most:
            return self.figures
        shared: Counter[int] = Counter()
        for token in _tokens(figure):
            shared.update(self._index.get(token, ()))
        most = heapq.nsmallest(self._most, shared.items(), key=lambda its: (-its[1], its[0]))
        return [self.figures[at] for at, _ in most]

    def twin(self, figure: Figure) -> Figure | None:
        """
        The number at the same place of the same sentence, where one was taken over word for word: of several the
        one at the same place of its text, or the first. A sentence of a word or two is no more than that.
        """
        twins = self._twins.get(figure.words_of_sentence, ()) if len(figure.around) >= _SENTENCE else ()
        same = (its for its in twins if its.quantity.start == figure.quantity.start)
        return next(same, twins[0] if twins else None)

    @cached_property
    def _twins(self) -> dict[int, list[Figure]]:
        found: defaultdict[int, list[Figure]] = defaultdict(list)
        for its in self.figures:
            found[its.words_of_sentence].append(its)
        return found

    @cached_property
    def _index(self) -> dict[object, list[int]]:
        """The numbers by what they share; without what is common."""
        index: defaultdict[object, list[int]] = defaultdict(list)
        for at, figure in enumerate(self.figures):
            for token in _tokens(figure):
                index[token].append(at)
        return {token: found for token, found in index.items() if len(found) <= _COMMON * self._most}

    @cached_property
    def wholes(self) -> tuple[Whole, ...]:
        """The wholes and parts that the sources themselves state."""
        by_key = {its.stated.key: its for its in self.figures}
        found = list(_wholes(self.relations, by_key))
        held = {its.figure.stated.key for its in found}
        return (*found, *(its for its in self._by_place() if its.figure.stated.key not in held))

    def wholes_of(self, figure: Figure) -> Sequence[Whole]:
        """The wholes that a number of the sources is."""
        return self._wholes_by_figure.get(id(figure), ())

    @cached_property
    def _wholes_by_figure(self) -> dict[int, list[Whole]]:
        found: defaultdict[int, list[Whole]] = defaultdict(list)
        for its in self.wholes:
            found[id(its.figure)].append(its)
        return found

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

    def units_of(self, value: Rational | None) -> Sequence[Unit]:
        """The units of those of their numbers that have a value, as printed, which is not 0."""
        return self._units_by_value.get(value, ())

    @cached_property
    def _units_by_value(self) -> dict[Rational | None, list[Unit]]:
        found: defaultdict[Rational | None, dict[Unit, None]] = defaultdict(dict)
        for other in self.figures:
            for its in other.quantity.ends or (other.quantity,):
                if its.unit is not None and base(its):
                    found[its.value][its.unit] = None
        return {value: list(units) for value, units in found.items()}

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
    yield figure.value
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
