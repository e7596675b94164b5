"""
Quotes in the place of claims: the numbers and the lists of a text that a proposed relation speaks of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.facts.page import Page
from factcheck.model.document import Offsets
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Names
from factcheck.model.stated import Stated
from factcheck.records.scope import Scope
from factcheck.sources.anchor import Anchors

_MOST = 12
"""So many places of a quote are looked at, and told."""


class QuoteError(LookupError):
    """A quote that settles no number; the message says why."""


class Quotes(Scope):
    """The numbers of one text, by quotes that were given names for the time of one judgement."""

    def __init__(self, page: Page) -> None:
        super().__init__("", {}, {})
        self.page = page
        self.anchors = Anchors(page.document)
        self.quotes: dict[str, Mapping[str, str]] = {}
        self.used: list[Offsets] = []

    def name(self, quote: Mapping[str, str]) -> str:
        """A name for a quote."""
        name = f"quote{len(self.quotes) + 1}"
        self.quotes[name] = quote
        return name

    def lookup(self, name: str, *, names: bool | None) -> tuple[Stated, ...] | Names:
        """
        The number that a quote states, or the list of names.

        Raises QuoteError where it states none, several, or stands nowhere.
        """
        quote = self.quotes.get(name)
        if quote is None:
            raise QuoteError(f"“{name}” is no quote", name)
        places = self._places(quote)
        if names is not False and (listed := self._listed(quote, places[0])) is not None:
            return listed
        held = [its for its in places if self.page.quantities(*its)]
        # Where no number stands, nothing is stated: "47" as a page's number.
        places = held or places
        found = [self._number(quote, place) for place in places]
        values = {(its.value, its.lower, its.upper, its.unit, its.modifier) for its in found}
        if len(values) > 1:
            told = "; ".join(f"{self.page.document.place(start)}" for start, _ in places)
            raise QuoteError(
                f"“{quote['quote']}” stands in {len(places)} places ({told}): a prefix settles which", name
            )
        self.used.append((found[0].number_start, found[0].number_end))
        return (self.page.stated(found[0]),)

    def _places(self, quote: Mapping[str, str]) -> list[Offsets]:
        words = quote["quote"]
        prefix, suffix = quote.get("prefix", ""), quote.get("suffix", "")
        places = self.anchors.find(words, prefix, suffix, limit=_MOST)
        if places:
            return places
        if self.anchors.find(words, limit=1):
            raise QuoteError(f"“{words}” stands in the text, but not with that prefix or suffix", words)
        if self.anchors.cut(words):
            raise QuoteError(f"“{words}” begins or ends inside a word or a number", words)
        near = [self.page.document.text[start:end] for start, end in self.anchors.nearest(words, 1)]
        told = f"; the nearest is “{' '.join(near[0].split())[:120]}”" if near else ""
        raise QuoteError(f"the text does not say “{words}”{told}", words)

    def _number(self, quote: Mapping[str, str], place: Offsets) -> Quantity:
        found = [its for its in self.page.quantities(*place) if its.number_end <= place[1]]
        # The two ends of a range are two numbers, where a quote holds one of them.
        ends = [
            end
            for its in self.page.contents.quantities
            for end in its.ends
            if place[0] <= end.number_start and end.number_end <= place[1] and its not in found
        ]
        numbers = found or ends
        if len(numbers) == 1:
            return numbers[0]
        if not numbers:
            raise QuoteError(f"“{quote['quote']}” states no number", quote["quote"])
        told = ", ".join(f"“{its.text}”" for its in numbers)
        raise QuoteError(f"“{quote['quote']}” states {len(numbers)} numbers ({told}): quote one", quote["quote"])

    def _listed(self, quote: Mapping[str, str], place: Offsets) -> Names | None:
        for its in self.page.contents.names:
            if place[0] <= its.start and its.end <= place[1]:
                return self.page.names(its.names, quote["quote"])
        return None

    def label(self, name: str) -> str:
        """How messages call a quote."""
        return self.quotes[name]["quote"] if name in self.quotes else ""

    def known(self, near: str) -> Iterable[str]:
        """Nothing: the names are made here."""
        return ()
