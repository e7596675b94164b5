"""
Ids for claims that nobody has named yet: what a number counts or measures, and where.
"""

from __future__ import annotations

from collections import Counter

from factcheck.model.stated import Stated
from factcheck.model.wording import plural
from factcheck.records.slug import slug

_WORDS = 3
"""How many words of a noun an id takes [words]."""


class Identifiers:
    """
    Gives ids, each only once.

    >>> ids = Identifiers()
    >>> ids.free("arrests"), ids.free("arrests"), ids.free("arrests.italy")
    ('arrests', 'arrests_2', 'arrests.italy')
    """

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def of(self, stated: Stated) -> str:
        """The id of a number, of its own noun, unit and place."""
        return self.free(described(stated))

    def free(self, wanted: str) -> str:
        """An id as near to the wanted one as is free."""
        self._given[wanted] += 1
        count = self._given[wanted]
        if count == 1:
            return wanted
        numbered = f"{wanted}_{count}"
        return numbered if not self._given[numbered] else self.free(wanted)


def described(stated: Stated) -> str:
    """What a number counts or measures, and where, as an id: "arrests.united_states"."""
    quantity = stated.quantity
    what = _what(stated)
    if quantity.place is None:
        return what
    place = slug(quantity.place.key)
    return place if place == what or not what else f"{what}.{place}"


def _what(stated: Stated) -> str:
    quantity = stated.quantity
    words = " ".join(stated.printings[0].said.split())
    place = quantity.place.text.removeprefix("the ") if quantity.place else ""
    if quantity.counted:
        return _short(plural(quantity.counted))
    label = stated.label if stated.label not in (words, place) else ""
    if quantity.unit is None:
        return _short(label) or "number"
    if quantity.unit.currency:
        return _short(label) or "amount"
    name = quantity.unit.name
    return _short(label) or _short(name if name.startswith("percent") else plural(name))


def _short(words: str) -> str:
    return "_".join(slug(words).split("_")[:_WORDS]) if words else ""
