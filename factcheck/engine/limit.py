"""
What a run left out because it would have taken too long: said, never silent.
"""

from __future__ import annotations

from factcheck.engine.work import Work
from factcheck.model.claim import ClaimSet
from factcheck.model.finding import Confidence, Finding, Severity, Verdict
from factcheck.model.wording import counted


def limits(claim_set: ClaimSet, localised: Work, joint: Work) -> list[Finding]:
    """A finding for everything that was left out: by those who made the claims, by localisation, by the joint check."""
    told = list(claim_set.left_out)
    if localised.refused:
        broken = "broken rule" if len(localised.refused) == 1 else "broken rules"
        told.append(
            f"Which number is wrong was not worked out for {len(localised.refused)} {broken}: too many numbers depend"
            " on each other"
        )
    if joint.refused:
        told.append(
            f"Whether {counted(len(joint.refused), 'rule')} can all hold together was not worked out: too many numbers"
            " depend on each other; each rule was judged by itself"
        )
    path = next((rule.file for rule in claim_set.rules if rule.file), next(iter(claim_set.documents), ""))
    return [
        Finding(path, "limit", "limit", Verdict.CONSISTENT, None, Severity.WARNING, Confidence.HIGH, message)
        for message in told
    ]
