"""
Claims, rules and the set of them that a run judges.

Whoever makes a ClaimSet (records from YAML, discovery from prose) has read every number already:
behind this value there is one road for all commands.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import field
from typing import NamedTuple

from factcheck.model.contents import Contents
from factcheck.model.document import Document, Offsets
from factcheck.model.error import RecordError
from factcheck.model.finding import Confidence, Problem, Severity
from factcheck.model.frozen import frozen
from factcheck.model.ignore import Ignore
from factcheck.model.quantity import Name, Quantity
from factcheck.model.relation import Relation
from factcheck.model.stated import Stated


class Mark(NamedTuple):
    """A place in a claim file: 0-based line and column, as PyYAML counts."""

    path: str
    line: int
    column: int
    where: str
    """The path in the YAML: ``$.claims.arrests.quote``."""


@frozen
class Change:
    """
    A quote that no longer stands as it was recorded.

    Either the same words now have other numbers (or a list other names), or the same number stands
    in other words.
    """

    recorded: str
    """What the quote says."""
    now: str
    """What the source says now."""
    numbers: tuple[tuple[Quantity, Quantity], ...] = ()
    """Each number that changed: as recorded, and as the source has it now."""
    missing: tuple[Name, ...] = ()
    """Names that the source no longer lists."""
    added: tuple[Name, ...] = ()
    """Names that the source lists now."""

    @property
    def reworded(self) -> bool:
        """Whether only the words changed: a warning, not a finding."""
        return not (self.numbers or self.missing or self.added)


@frozen
class Statement:
    """One passage that states a claim: a quote anchored in its source."""

    source: str
    """The path of the document."""
    start: int
    end: int
    quote: str
    """As recorded."""
    mark: Mark
    quantity: Quantity | None = None
    names: tuple[Name, ...] = ()
    change: Change | None = None


@frozen
class Evidence:
    """Where else a claim's number stands: in a second source, or in what a person said."""

    mark: Mark
    statement: Statement | None = None
    """The passage of the second source."""
    says: str = ""
    """What was said, as text."""
    quantity: Quantity | None = None
    """The number in it; ``None`` where the claim states none."""
    person: str = ""
    """Where it comes from, as recorded under ``from``."""
    by: str = ""
    """Who recorded it."""
    date: datetime.date | None = None
    note: str = ""

    @property
    def told(self) -> str:
        """Who says so, for a message: "telephone, press office; news desk, 2021-10-27"."""
        return "; ".join(
            filter(None, (self.person, ", ".join(filter(None, (self.by, self.date.isoformat() if self.date else "")))))
        )


@frozen
class Claim:
    """One statement with one quantity (or one list of names), quoted from a source."""

    id: str
    file: str
    mark: Mark
    statements: tuple[Statement, ...] = ()
    value: Quantity | None = None
    """A value that the record gives itself: a constant, or what the quotes must agree with."""
    because: str = ""
    evidence: tuple[Evidence, ...] = ()
    stated: Stated | None = None
    """The claim as an operand; ``None`` where it states no number."""
    note: str = ""

    @property
    def key(self) -> str:
        """Its identity where files meet: ``file:id``."""
        return f"{self.file}:{self.id}"

    @property
    def names(self) -> tuple[Name, ...]:
        """The names that it lists; empty where it lists none."""
        return self.statements[0].names if self.statements else ()


@frozen
class Rule:
    """One record that applies a check to claims."""

    name: str
    kind: str
    relation: Relation
    roles: tuple[tuple[str, str], ...]
    """For each operand, by ``Stated.key`` or ``Names.key``, what it is to the rule: "whole", "part"."""
    file: str = ""
    mark: Mark | None = None
    severity: Severity | None = None
    """What the record says a breach is worth; ``None`` leaves it to the arithmetic."""
    confidence: Confidence = Confidence.HIGH
    """How sure it is that the rule is meant: below high where a pattern of prose found it."""
    subject: str = ""
    """What the rule is about, for messages: "drugs by type"."""
    ignore: Ignore | None = None
    """Why a breach is to be let pass; ``None`` where it is not."""
    because: str = ""
    """What a pattern of prose saw that states it, in words; empty where a record states it."""
    localised: bool = False
    """Whether its own sentence names the number that is wrong, so that none is looked for."""
    problem: Problem | None = None
    """What a breach means where a number is held against sources."""
    said: str = ""
    """The number as the rewrite has it."""
    expected: str = ""
    """What the sources have instead, as they print it; empty where nothing follows."""


@frozen
class ClaimSet:
    """Claims and rules, and the documents that they speak of: what the engine judges."""

    claims: Mapping[str, Claim] = field(default_factory=dict)
    """By ``Claim.key``, in the order of the files."""
    rules: tuple[Rule, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    """By path."""
    contents: Mapping[str, Contents] = field(default_factory=dict)
    """What was read in each document's body, by path."""
    not_claims: Mapping[str, tuple[Offsets, ...]] = field(default_factory=dict)
    """Passages whose numbers state nothing, by path."""
    pairs: tuple[tuple[str, str], ...] = ()
    """Each claim file and a source that it speaks of."""
    errors: tuple[RecordError, ...] = ()
    left_out: tuple[str, ...] = ()
    """Sentences that say what was not looked for, because it would have taken too long."""
