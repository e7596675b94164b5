"""
What the record of a rule says beside its operands: how its list is read, how far it may be off, what is let pass.
"""

from __future__ import annotations

import math
from fractions import Fraction

from factcheck.model.claim import Rule
from factcheck.model.finding import Severity
from factcheck.model.number import divide, plain, whole
from factcheck.model.relation import Agreement, Comparison, parts_of, stated_in
from factcheck.records.writing import scalar


def list_style(rule: Rule) -> dict[str, list[str]]:
    """``list:`` of a rule, where the words alone would say something else."""
    part = parts_of(rule.relation)[0]
    if rule.kind not in ("balance", "shares") or not isinstance(part, Comparison):
        return {}
    parts = [its for its in stated_in(part) if dict(rule.roles).get(its.key) == "parts"]
    opened = bool(parts and parts[0].cue)
    return {} if opened == bool(part.remainder) else {"list": ["open" if part.remainder else "closed"]}


def options(rule: Rule) -> dict[str, str]:
    """What the record of a rule says beside its fields."""
    said = {"severity": "warning"} if rule.severity == Severity.WARNING else {}
    if rule.ignore:
        said["ignore"] = scalar(rule.ignore.reason)
        said |= {"until": rule.ignore.until.isoformat()} if rule.ignore.until else {}
    part = parts_of(rule.relation)[0]
    if not isinstance(part, Comparison | Agreement) or not part.tolerance:
        return said
    exact = Fraction(divide(part.tolerance, part.unit.factor) if part.unit else part.tolerance)
    # Rounded up: what holds by the whole tolerance is to hold as written.
    place = Fraction(10) ** (math.floor(math.log10(exact)) - 2)
    return said | {"tolerance": plain(whole(math.ceil(exact / place) * place))}
