"""
Numbers that count nothing and yet say something: places in an order, results of a contest, proportions.
"""

from __future__ import annotations

from enum import StrEnum

from factcheck.model.frozen import frozen


@frozen
class Ordinal:
    """A number in an order: "the third man", "the 19th time"; not a rank, a fraction or a part of a date."""

    text: str
    start: int
    end: int
    value: int


@frozen
class Rank:
    """
    A place among others that are compared: "No. 1", "finished second", "ranked third of 45", "the second-largest",
    "top ten".
    """

    text: str
    start: int
    end: int
    place: int
    among: int | None = None
    """How many there are to be ranked."""
    within: bool = False
    """Whether it is that place or a better one: "top ten"."""


@frozen
class Score:
    """The result of a contest or of a vote: "3-1", "97-70", "a vote of 52 to 48"."""

    text: str
    start: int
    end: int
    numbers: tuple[int, ...]
    """In the order of the text; a third is of draws ("a 10-3-1 record")."""


class Proportion(StrEnum):
    """What the two numbers of a ratio are."""

    SHARE = "share"
    """A part and its whole: "one in four"."""
    AGAINST = "against"
    """Two parts: "3 to 1 odds", "3:1"."""


@frozen
class Ratio:
    """Two numbers in proportion: "one in four", "three out of ten", "3 to 1", "a scale of 1:25,000"."""

    text: str
    start: int
    end: int
    part: int
    other: int
    """The whole, of a share; else the part that the first is set against."""
    proportion: Proportion
