"""
Figures: the numbers of a text with all that tells which fact each states.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from factcheck.facts.page import Page
from factcheck.facts.place import is_place, places
from factcheck.facts.word import stem, words_of
from factcheck.model import table
from factcheck.model.document import BlockKind, Offsets
from factcheck.model.fact import Fact
from factcheck.model.interval import Interval
from factcheck.model.number import Rational, plain
from factcheck.model.quantity import Name, Quantity
from factcheck.model.reading import Reading
from factcheck.model.regex import regex
from factcheck.model.stated import Printing, Stated
from factcheck.reader.vocabulary import vocabulary

_REACH = 80
"""How far around a number its own words are looked for [code points]."""
_PROPER = regex(r"(?:the )?[A-Z][a-z]")
_LETTERS = regex(r"[^\W\d_]{2,}")
_OF = regex(
    r"(?:[ \n]\([^()\n]{1,16}\))?[ \n](?:(?:was|were|is|are|went)[ \n](?:[a-z]+(?:ed|nt|ne|en)[ \n])?)?"
    r"(?:in[ \n](?!the\b|a\b|an\b|its\b|their\b|[A-Z0-9])|(?:(?:worth )?of|for|on)[ \n](?:the |its |their |his |her )?)"
    r"([^\W\d_][\w-]*(?: (?:and )?(?!in\b|on\b|of\b|for\b|to\b|from\b|and\b)[^\W\d_][\w-]*){0,2})"
)
_JUST_BEFORE = regex(r"(?:,?[ \n](?:with|had|has|saw|made|counted|reported)[ \n](?:only |just )?|[ \n])\(?")
"""Between a place and the number that is said of it: "Switzerland two", "France with three", "Italy (4)"."""
_CLAUSE = regex(r"[;:()—]|, (?:and |while |but |with )?|\band\b|\bwhile\b")
_AMONG = regex(r"\b(?:among|out of|of)\s(?:the |all |a total of |some |about )?$")
"""Before a whole, which is not said of the place of its part: "24 people in Rome are among 150"."""
_ASIDE = regex(r",? (?:though|although|but|while|whereas|except|none|not)\b")
"""Where something else begins, even behind the last number of a sentence: "150 arrests, though none in Rome"."""
_LEFT_OUT = frozenset({BlockKind.CODE, BlockKind.FRONT_MATTER, BlockKind.FURNITURE})
_ANYBODY = frozenset({"person", "individual", "human", "man", "woman"})
"""Nouns that say nothing of who the people are."""


@dataclass(frozen=True, eq=False)
class Figure:
    """A number and the words that tell what it is of."""

    page: Page
    quantity: Quantity
    stated: Stated
    sentence: Offsets
    noun: str
    """The stem of what it counts; empty where that is not said."""
    label: frozenset[str]
    """The stems of what an amount is of: "cocaine" of "21.6 kg of cocaine"."""
    places: frozenset[str]
    """The places that it is said of, by their keys."""
    near: frozenset[str]
    """The stems between the numbers before and behind it."""
    around: frozenset[str]
    """The stems of its sentence."""
    fact: Fact | None = None
    """What it states, where it stands in prose; a cell of a table is no fact yet."""

    @cached_property
    def values(self) -> Interval:
        """What it may mean by its rounding and its hedge, in base units."""
        return base_values(self.quantity)

    @cached_property
    def value(self) -> Rational | None:
        """Its value in the base unit; ``None`` for a range."""
        return self.stated.value

    @cached_property
    def digits(self) -> str:
        """Its value as a plain decimal, in its own unit."""
        return plain(self.quantity.value or 0)

    @cached_property
    def words_of_sentence(self) -> int:
        """The same for all numbers that have the same place in the same sentence, word for word; else hardly ever."""
        start, end = self.sentence
        return hash((self.page.text[start:end], self.quantity.number_start - start, self.quantity.end - start))

    @cached_property
    def counts_people(self) -> bool:
        """Whether it counts people: suspects, officers, victims."""
        return self.quantity.counted in table.words()["sorts_of_people"]

    @property
    def anybody(self) -> bool:
        """Whether its noun says nothing of who the people are."""
        return self.quantity.counted in _ANYBODY

    @property
    def words(self) -> str:
        """As printed, on one line."""
        return " ".join(self.quantity.text.split())


def base_values(quantity: Quantity) -> Interval:
    """What a number may mean by its rounding and its hedge, in base units."""
    return Printing(quantity).interval(Reading.HEDGE)


def by_sentence(figures: Iterable[Figure]) -> Iterable[list[Figure]]:
    """Some figures, those of one sentence together."""
    found: defaultdict[tuple[int, Offsets], list[Figure]] = defaultdict(list)
    for its in figures:
        found[id(its.page), its.sentence].append(its)
    return found.values()


def own_places(pages: Iterable[Page]) -> frozenset[str]:
    """The proper names of which some texts say a number ("23 in Albay"): places, though no table has them."""
    found = (its.place for page in pages for its in page.contents.quantities if its.place is not None)
    return frozenset(its.key for its in found if _PROPER.match(its.text))


def figures(page: Page, names: frozenset[str] = frozenset()) -> tuple[Figure, ...]:
    """
    The numbers of a page, those of code and of its furniture left out. ``names`` are places that no table has.
    """
    return tuple(_figures(page, names))


def _figures(page: Page, names: frozenset[str]) -> Iterator[Figure]:
    facts = {fact.start: fact for fact in page.facts}
    found = page.contents.quantities
    for at, whole in enumerate(found):
        block = page.document.block(whole.number_start)
        if block is not None and block.kind in _LEFT_OUT:
            continue
        before = found[at - 1].number_end if at else 0
        behind = found[at + 1].number_start if at + 1 < len(found) else len(page.text)
        for quantity in _readings(page, whole, facts):
            yield _figure(page, quantity, facts.get(quantity.number_start), before, behind, names)


def _figure(
    page: Page, quantity: Quantity, fact: Fact | None, before: int, behind: int, names: frozenset[str]
) -> Figure:
    """A number between two others, of which the first ends at ``before`` and the second begins at ``behind``."""
    start, end = page.document.sentence(quantity.number_start)
    lower = max(start, before, quantity.start - _REACH)
    upper = min(end, behind, quantity.number_end + _REACH)
    return Figure(
        page,
        quantity,
        page.stated(quantity),
        (start, end),
        _noun(quantity),
        _label(page, quantity),
        _places(page, quantity, lower, upper, first=before <= start, last=behind >= end, names=names),
        _near(page, quantity, fact, lower, upper),
        fact.around if fact else frozenset(words_of(page.text, start, end)),
        fact,
    )


def _readings(page: Page, quantity: Quantity, facts: Mapping[int, Fact]) -> tuple[Quantity, ...]:
    """
    A number as it is compared: a range or a course, and behind it its two values each by itself ("from 52 to 45"); one
    of a time without the comparison before it ("lower than four years ago"); one in the unit of those before it.
    """
    ends = [facts[end.number_start] for end in quantity.ends if end.number_start in facts]
    if len(ends) > 1 and quantity.text.lower().startswith("from "):
        return (quantity, *(its.quantity for its in ends))
    if quantity.hedge and any(
        quantity.start < time.start <= quantity.number_start < time.end for time in page.contents.relative_times
    ):
        plain_ = replace(quantity, start=quantity.number_start, hedge=None)
        return (replace(plain_, text=page.text[quantity.number_start : quantity.end]),)
    return (_lent(page, quantity),)


def _lent(page: Page, quantity: Quantity) -> Quantity:
    """A scaled number in the unit of the scaled one before it: "31.5 billion pounds, deposits 40.2 billion"."""
    if quantity.unit is not None or not quantity.scaled or quantity.counted or quantity.ends:
        return quantity
    start, _ = page.document.sentence(quantity.number_start)
    before = [its for its in page.quantities(start, quantity.number_start) if its.scaled or its.counted]
    unit = before[-1].unit if before else None
    return replace(quantity, unit=unit) if unit is not None and unit.dimension and before[-1].scaled else quantity


def _near(page: Page, quantity: Quantity, fact: Fact | None, lower: int, upper: int) -> frozenset[str]:
    """The words between the numbers before and behind, with those of its own noun."""
    if fact is None:
        before = words_of(page.text, lower, quantity.number_start)
        return frozenset(before | words_of(page.text, quantity.number_end, upper))
    return fact.left | fact.right | words_of(page.text, quantity.number_end, quantity.end)


def _noun(quantity: Quantity) -> str:
    # "61,900 others" counts what was counted before.
    return stem(quantity.counted) if quantity.counted and quantity.counted != "other" else ""


def _label(page: Page, quantity: Quantity) -> frozenset[str]:
    """What an amount is of, for or on, as its next words say; nothing of what is counted."""
    if quantity.place is not None:
        text = "" if is_place(quantity.place.key) or _PROPER.match(quantity.place.text) else quantity.place.text
    else:
        match = _OF.match(page.text, quantity.end, quantity.end + _REACH) if not quantity.counted else None
        text = match[1] if match else ""
    function = vocabulary().function
    return frozenset(stem(its.lower()) for its in _LETTERS.findall(text) if its.lower() not in function)


def _places(
    page: Page, quantity: Quantity, lower: int, upper: int, *, first: bool, last: bool, names: frozenset[str]
) -> frozenset[str]:
    """The places of its own clause: one just before it, those behind it, else those before."""
    if quantity.place is not None and (is_place(quantity.place.key) or quantity.place.key in names):
        more = places(page.text, quantity.place.end, upper, names) if last else ()
        return _listed(page, (quantity.place, *more))
    text = page.text
    if not first:
        # What stands before the last clause belongs to the number before.
        bracket = lower + len(text[lower : quantity.start].rstrip(" ("))
        lower = max((its.end() for its in _CLAUSE.finditer(text, lower, bracket)), default=lower)
    before = places(text, lower, quantity.start, names) if not _AMONG.search(text, lower, quantity.start) else ()
    if before and _JUST_BEFORE.fullmatch(text, before[-1].end, quantity.start):
        return _listed(page, before[-1:])
    if cut := (_ASIDE if last else _CLAUSE).search(text, quantity.end, upper):
        upper = cut.start()
    behind = places(text, quantity.number_end, upper, names)
    return _listed(page, behind) if behind else frozenset(its.key for its in before)


def _listed(page: Page, found: tuple[Name, ...]) -> frozenset[str]:
    """Some places, and those that stand in one list with the first of them."""
    lists = (its for its in page.contents.names if its.start <= found[0].start < its.end)
    return frozenset(its.key for its in (*found, *(name for its in lists for name in its.names)))
