"""
Suspects: the numbers that a finding names, each with what would fit and the slip that leads there.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.engine.candidate import Candidate
from factcheck.engine.slip_group import Slip
from factcheck.engine.tell import Teller, said
from factcheck.model.claim import Rule
from factcheck.model.finding import Confidence, Suspect
from factcheck.model.interval import Interval
from factcheck.model.quantity import show
from factcheck.model.unit import Unit


def suspects_of(slip: Slip, teller: Teller, rules: Sequence[Rule]) -> tuple[Suspect, ...]:
    """The suspects of a slip; those that are sure, where any is."""
    # A number of the record itself is no misprint of the source.
    found = [
        _suspect(candidate, teller, rules)
        for group in slip.groups
        for candidate in group.candidates
        if candidate.printing.source
    ]
    named = [its for its in found if its.confidence == Confidence.HIGH]
    return tuple(named or found)


def is_named(suspects: Sequence[Suspect]) -> bool:
    """Whether one number, and no other, is surely the wrong one."""
    return len(suspects) == 1 and suspects[0].confidence == Confidence.HIGH


def _suspect(candidate: Candidate, teller: Teller, rules: Sequence[Rule]) -> Suspect:
    quantity, stated = candidate.printing.quantity, candidate.stated
    value = candidate.value
    fits = _limits(candidate.needed, quantity.unit) if value is None else show(value, quantity.unit)
    return Suspect(
        candidate.printing.claim or stated.key,
        stated.own_label,
        show(quantity.value, quantity.unit) if quantity.value is not None else stated.printed,
        candidate.needed,
        fits,
        "as recorded" if candidate.recorded and candidate.slip is None else _slip_words(candidate),
        teller.printing_location(candidate.printing, "suspect"),
        candidate.confidence,
        tuple(rules[at].name for at in candidate.rules),
        candidate.printing.said,
    )


def _slip_words(candidate: Candidate) -> str:
    slip = candidate.slip
    if slip is None:
        return ""
    # One chance among many: what fits is said without it.
    return f"{show(slip.value, candidate.printing.quantity.unit)} if {slip.words}" if candidate.vague else slip.words


def _limits(needed: Interval, unit: Unit | None) -> str:
    """The values that fit, in words; that nothing is below 0 goes without saying."""
    floor = needed.lower == 0 and not needed.is_point
    return said(Interval(None, needed.upper, False, needed.upper_open) if floor else needed, unit)
