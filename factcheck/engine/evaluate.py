"""
Evaluating a ClaimSet: every rule judged, every slip localised and told once, every number weighed.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.engine.change import changes, recorded_values, reworded
from factcheck.engine.coverage import strengths
from factcheck.engine.finding import Assembler
from factcheck.engine.joint import clashes
from factcheck.engine.judge import Judgement, judge
from factcheck.engine.localise import localise
from factcheck.engine.slip_group import slips
from factcheck.engine.tell import Teller
from factcheck.model.claim import Claim, ClaimSet
from factcheck.model.finding import (
    SEVERITIES,
    Confidence,
    Coverage,
    Finding,
    Location,
    Report,
    Severity,
    Standing,
    Strength,
    Verdict,
)
from factcheck.model.stated import Stated, printing_key


def evaluate(claim_set: ClaimSet) -> Report:
    """The report on a ClaimSet; the same set always gives the same report."""
    rules = claim_set.rules
    judgements = [judge(rule.relation) for rule in rules]
    teller = Teller(claim_set.documents)
    changed = changes(claim_set)
    facts = [claim.stated for claim in claim_set.claims.values() if claim.stated]
    assembler = Assembler(rules, judgements, teller, changed)
    groups = localise(rules, judgements, recorded_values(changed), facts)
    found = [assembler.of_slip(slip) for slip in slips(groups, changed, rules)]
    told = assembler.told
    found += [assembler.of_rule(at) for at in range(len(rules)) if at not in told]
    doubted = {candidate.stated.key for group in groups for candidate in group.candidates}
    found += [assembler.of_clash(clash) for clash in clashes(rules, judgements, doubted)]
    found += _of_rewording(claim_set, teller)
    found.sort(key=worst_first)
    standings = standings_of(claim_set, judgements)
    return Report(
        tuple(found),
        _coverage(claim_set, teller, judgements, facts, standings),
        claim_set.errors,
        claim_set.pairs,
        tuple(standings.items()),
        len(rules),
        sum(judgement.verdict == Verdict.INCONSISTENT for judgement in judgements),
        len(claim_set.claims),
        claim_set.documents,
    )


def standings_of(claim_set: ClaimSet, judgements: Sequence[Judgement]) -> dict[str, Standing]:
    """What each claim's evidence makes of it, by ``Claim.key``: worked out, never typed."""
    contradicted: set[str] = set()
    agreed: set[str] = set()
    for rule, judgement in zip(claim_set.rules, judgements, strict=True):
        if rule.kind == "evidence":
            name = f"{rule.file}:{rule.name.removeprefix('evidence ')}"
            (contradicted if judgement.verdict == Verdict.INCONSISTENT else agreed).add(name)
    return {key: _standing(claim, key in agreed, key in contradicted) for key, claim in claim_set.claims.items()}


def _standing(claim: Claim, agreed: bool, contradicted: bool) -> Standing:
    if contradicted:
        return Standing.CONTRADICTED
    alone = claim.stated is None and bool(claim.evidence)
    return Standing.BACKED if agreed or alone else Standing.UNCHECKED


def _of_rewording(claim_set: ClaimSet, teller: Teller) -> list[Finding]:
    found = []
    for claim, statement in reworded(claim_set):
        its = statement.change
        assert its is not None
        place = teller.passage(statement.source, statement.start, statement.end, "quote", claim.id)
        now = " ".join(its.now.split())
        message = (
            f"“{' '.join(its.recorded.split())}” now reads “{now}”: same number. `factcheck requote` would write it"
        )
        found.append(
            Finding(
                place.path, claim.id, "quote", Verdict.CONSISTENT, None, Severity.WARNING, Confidence.HIGH, message,
                (place,), file=claim.file, keys=(claim.key,),
            )
        )  # fmt: skip
    return found


def _coverage(
    claim_set: ClaimSet,
    teller: Teller,
    judgements: Sequence[Judgement],
    facts: Sequence[Stated],
    standings: dict[str, Standing],
) -> Coverage:
    """The numbers of the sources that claims are quoted from; those of evidence alone are not weighed."""
    strength = strengths(claim_set.rules, judgements, facts)
    quoted = {statement.source for claim in claim_set.claims.values() for statement in claim.statements}
    backed = set()
    claim_of: dict[str, str] = {}
    numbers: dict[str, Location] = {}
    for claim in claim_set.claims.values():
        for printing in claim.stated.printings if claim.stated else ():
            claim_of.setdefault(printing.key, claim.id)
            if standings[claim.key] == Standing.BACKED:
                backed.add(printing.key)
    not_claims = 0
    for source in claim_set.documents:
        if source not in quoted:
            continue
        left_out = claim_set.not_claims.get(source, ())
        for quantity in claim_set.contents[source].quantities:
            if any(start <= quantity.number_start and quantity.number_end <= end for start, end in left_out):
                not_claims += 1
                continue
            # A range counts as one number, unless a record speaks of its ends ("from 40 to 44").
            apart = any(printing_key(source, end) in claim_of for end in quantity.ends)
            for number in quantity.ends if apart else (quantity,):
                key = printing_key(source, number)
                owner = claim_of.get(key, "")
                numbers[key] = teller.passage(source, number.start, number.end, "number", owner)
    # A number that is one only because a record says so (a year, a rank) is no quantity of the prose.
    for claim in claim_set.claims.values():
        for printing in claim.stated.printings if claim.stated else ():
            if printing.source in quoted and printing.key not in numbers:
                its = printing.quantity
                numbers[printing.key] = teller.passage(printing.source, its.start, its.end, "number", claim.id)
    ordered = sorted(numbers.items(), key=lambda pair: (pair[1].path, pair[1].start))
    return Coverage(
        tuple((place, strength.get(key, Strength.UNTESTED), key in backed) for key, place in ordered), not_claims
    )


def worst_first(finding: Finding) -> tuple[int, int, str, int, str]:
    """The order of a report: by severity, then what is broken, then the place."""
    broken = 0 if finding.verdict == Verdict.INCONSISTENT else 1
    start = finding.locations[0].start if finding.locations else 0
    return SEVERITIES.index(finding.severity), broken, finding.path, start, finding.rule
