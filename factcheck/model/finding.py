"""
Findings and reports: the outcome of one rule, and of a run.

Their shape inside the program; what other programs read is the frozen shape of ``reports/json.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple, overload

from factcheck.model.document import Document
from factcheck.model.error import RecordError
from factcheck.model.frozen import frozen
from factcheck.model.interval import Interval
from factcheck.model.location import Location as Location
from factcheck.model.number import Rational
from factcheck.model.reading import Reading
from factcheck.model.trace import Trace
from factcheck.model.unit import Unit


class Verdict(StrEnum):
    """The outcome of a rule; never true or false, that is claim against world."""

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    UNDETERMINED = "undetermined"


class Severity(StrEnum):
    """How bad it is, worst first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NONE = "none"


SEVERITIES = tuple(Severity)
"""Worst first."""


class Problem(StrEnum):
    """What is wrong with a number that is held against sources."""

    CONTRADICTED = "contradicted"
    """The sources have another value of the same fact."""
    UNIT = "unit"
    """The digits are the sources', the unit of measure is not."""
    CURRENCY = "currency"
    """The same of a currency."""
    SCALE = "scale"
    """The digits are the sources', the thousands or millions are not."""
    HEDGE = "hedge"
    """The value is the sources', a bound or its absence is not."""
    DIRECTION = "direction"
    """A rise is told as a fall, or the other way."""
    SUBJECT = "subject"
    """The number is one of the sources', of somebody or something else."""
    PART = "part"
    """A whole's number is given to a part, or a part's to the whole."""
    PERIOD = "period"
    """The number is one of another time."""
    DATE = "date"
    """A date that the sources do not have."""
    DERIVED = "derived"
    """It does not follow from the numbers that it is said to follow from."""
    LIST = "list"
    """A list leaves out a member, or has one too many."""
    UNSUPPORTED = "unsupported"
    """The sources have nothing like it."""


class Confidence(StrEnum):
    """How sure a finding is, surest first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@frozen
class Gap:
    """What is missing (below 0) or too much, in the rule's unit."""

    value: Rational
    unit: Unit | None
    share: Fraction | None = None
    """Of the amount that it is missing from; ``None`` where that is 0."""


@frozen
class Suspect:
    """A number that is probably wrong, and what would fit instead."""

    claim: str
    label: str
    printed: str
    """The value as printed: "74"."""
    fits: Interval
    """The values that let every rule hold, in the printed unit."""
    would_fit: str
    """The same for a person: "47", "at least 45", "43 to 47"."""
    slip: str
    """How the one may have become the other: "two digits swapped"; empty where no single slip does."""
    location: Location | None
    confidence: Confidence
    rules: tuple[str, ...] = ()
    """The broken rules that hold then."""
    words: str = ""
    """The words that state it, as quoted: "74 in Germany"."""


@frozen
class Entry:
    """A line of a finding's ledger."""

    label: str
    value: str
    location: Location | None = None
    total: bool = False
    """Whether a line is drawn above it: a sum, or the value that follows from the lines above."""
    quote: str = ""
    """The words of a person or of a constant, where there is no location."""
    amount: Rational | None = None
    """The value as printed, below 0 where it is taken away [base unit]; ``None`` where there is no single one."""
    claim: str = ""
    """The id of the claim that states it; empty where there is no record."""


@frozen
class Side:
    """One side of a comparison, for a picture: the values that it may have under the verdict's reading."""

    label: str
    values: Interval
    """In the rule's unit."""
    unit: Unit | None = None


@frozen
class Finding:
    """The outcome of one rule, quote or piece of evidence."""

    path: str
    """The source of the primary location, else the claim file."""
    rule: str
    """The rule's name: as given, else its kind and its first operand."""
    kind: str
    verdict: Verdict
    reading: Reading | None
    severity: Severity
    confidence: Confidence
    message: str
    """One sentence for a copy editor: what does not hold, by how much."""
    locations: tuple[Location, ...] = ()
    """The primary one first."""
    gap: Gap | None = None
    suspects: tuple[Suspect, ...] = ()
    ledger: tuple[Entry, ...] = ()
    equation: str = ""
    """The sum on one line, where there is one: "65 + 1 + … = 177"."""
    details: tuple[str, ...] = ()
    """Further sentences: evidence, the other rules that the same slip breaks."""
    file: str = ""
    """The claim file of the rule; empty where there is no record."""
    keys: tuple[str, ...] = ()
    """The facts that it is about, by ``Stated.key``."""
    sides: tuple[Side, ...] = ()
    """What is compared; where nothing meets, under the loosest reading that could have saved it."""
    rules: tuple[int, ...] = ()
    """The rules that it tells of, by their place in ``ClaimSet.rules``: of those that a slip touches, the broken."""
    problem: Problem | None = None
    """What is wrong with a number that was held against sources; ``None`` where it was held against its own text."""
    said: str = ""
    """The number as the text has it; empty where ``problem`` is ``None``."""
    expected: str = ""
    """What the sources have instead; empty where they do not say."""


class Silence(StrEnum):
    """Why a finding is left out."""

    IGNORED = "ignored"
    """Somebody wrote that it is to be ignored, where the rule or the text stands."""
    SETTING = "setting"
    """The configuration ignores its kind."""
    KNOWN = "known"
    """It stands in the baseline."""


@frozen
class Silenced:
    """A finding that is left out, and why."""

    finding: Finding
    silence: Silence
    reason: str


class Standing(StrEnum):
    """What a claim's evidence makes of it."""

    BACKED = "backed"
    CONTRADICTED = "contradicted"
    UNCHECKED = "unchecked"


class Strength(StrEnum):
    """What the rules say of a number, strongest first."""

    PINNED = "pinned"
    """Any other value at the printed precision would break a rule."""
    BOUNDED = "bounded"
    """Only some would."""
    UNTESTED = "untested"
    """None would."""


class Weighed(NamedTuple):
    """A number of a source, and what it is worth."""

    document: Document
    start: int
    end: int
    claim: str
    strength: Strength
    backed: bool

    @property
    def located(self) -> tuple[Location, Strength, bool]:
        """The same with its place."""
        return Location.of(self.document, self.start, self.end, "number", self.claim), self.strength, self.backed


class Numbers(Sequence[tuple[Location, Strength, bool]]):
    """Numbers and what they are worth. Most reports count them: each is given its place when it is asked for."""

    def __init__(self, weighed: Sequence[Weighed]) -> None:
        self.weighed = weighed

    def __len__(self) -> int:
        return len(self.weighed)

    def __iter__(self) -> Iterator[tuple[Location, Strength, bool]]:
        return (its.located for its in self.weighed)

    @overload
    def __getitem__(self, at: int) -> tuple[Location, Strength, bool]: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[tuple[Location, Strength, bool]]: ...
    def __getitem__(
        self, at: int | slice
    ) -> tuple[Location, Strength, bool] | Sequence[tuple[Location, Strength, bool]]:
        return Numbers(self.weighed[at]) if isinstance(at, slice) else self.weighed[at].located

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


@frozen
class Coverage:
    """What the numbers of the sources are worth after a run."""

    numbers: Sequence[tuple[Location, Strength, bool]] = ()
    """Each number of the sources' bodies: its place, what the rules say of it, whether evidence backs it."""
    not_claims: int = 0
    """Numbers that the records say state nothing."""
    why: Mapping[tuple[str, int], str] = field(default_factory=dict, repr=False)
    """Of a text without records: why a number is untested, by its source and its start."""

    def count(self, strength: Strength) -> int:
        """How many numbers have this strength."""
        return sum(1 for its, _ in self._worth() if its == strength)

    @property
    def backed(self) -> int:
        """How many numbers are backed by evidence."""
        return sum(1 for _, backed in self._worth() if backed)

    def _worth(self) -> Iterable[tuple[Strength, bool]]:
        if isinstance(self.numbers, Numbers):
            return ((its.strength, its.backed) for its in self.numbers.weighed)
        return ((strength, backed) for _, strength, backed in self.numbers)


@frozen
class Report:
    """The outcome of a run."""

    findings: tuple[Finding, ...] = ()
    """Worst first."""
    coverage: Coverage = Coverage()
    errors: tuple[RecordError, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    """Each claim file and a source that it speaks of."""
    standings: tuple[tuple[str, Standing], ...] = ()
    """Each claim, ``file:id``, and what its evidence makes of it."""
    rules: int = 0
    """How many rules were judged, those that a record implies included."""
    broken: int = 0
    """How many of them cannot hold."""
    claims: int = 0
    """How many claims there are; without any there was nothing to judge."""
    documents: Mapping[str, Document] = field(default_factory=dict, repr=False)
    """The sources, by path: a page shows the text around a finding."""
    silenced: tuple[Silenced, ...] = ()
    """Findings that are left out: ignored, or known from the baseline."""
    records: bool = True
    """Whether records say what is judged; false where the relations were found in the prose."""
    compared: bool = False
    """Whether a rewrite was judged against its sources, not against itself."""
    traces: tuple[Trace, ...] = field(default=(), repr=False)
    """What was understood of each text, where that was asked for."""
