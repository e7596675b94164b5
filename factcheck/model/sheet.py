"""
What `list` and `show` print of a claim: a row of the numbers sheet, and a portrait.
"""

from __future__ import annotations

from factcheck.model.finding import Location, Standing, Strength
from factcheck.model.frozen import frozen


@frozen
class EvidenceLine:
    """One piece of evidence, for a person."""

    says: str
    who: str
    by: str
    date: str
    note: str


@frozen
class Row:
    """A claim in the numbers sheet."""

    claim: str
    file: str
    words: str
    """The number as printed, with its unit or noun: "150 individuals"."""
    value: str
    """The value as read: "150", "more than 200,000", "9 names"."""
    standing: Standing
    evidence: tuple[EvidenceLine, ...]
    sentence: str
    location: Location | None
    """Where it stands; ``None`` for a constant of the record."""
    note: str
    source: str
    strength: Strength | None = None
    """What the rules say of its number; ``None`` where it has none, or is no number of a source."""
    sentence_start: int = -1
    """Where its sentence begins [code points]; below 0 where it stands in none."""


@frozen
class Use:
    """A rule that uses a claim, and how it stands."""

    rule: str
    kind: str
    outcome: str


@frozen
class Portrait:
    """Everything that is known of one claim."""

    row: Row
    before: str
    """The sentence up to the quote."""
    quote: str
    after: str
    readings: tuple[tuple[str, str, str], ...]
    """For each reading its name, the interval, and which words make it so."""
    implied: str
    """What the rules leave it; empty where they leave it everything."""
    uses: tuple[Use, ...]
    because: str
    restated: tuple[Location, ...]
    """Its other statements."""
