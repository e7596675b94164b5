"""
Evaluating a ClaimSet: every rule judged, every slip localised and told once, every number weighed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from factcheck.engine.change import changes, recorded_values, reworded
from factcheck.engine.coverage import strengths
from factcheck.engine.finding import Assembler
from factcheck.engine.joint import clashes
from factcheck.engine.judge import Judgement, judge
from factcheck.engine.limit import limits
from factcheck.engine.localise import localise
from factcheck.engine.network import network
from factcheck.engine.slip_group import slips
from factcheck.engine.tell import Teller
from factcheck.engine.work import LOCALISED, Work
from factcheck.model.claim import Claim, ClaimSet
from factcheck.model.document import Document, Offsets
from factcheck.model.finding import (
    SEVERITIES,
    Confidence,
    Coverage,
    Finding,
    Numbers,
    Report,
    Severity,
    Standing,
    Strength,
    Verdict,
    Weighed,
)
from factcheck.model.quantity import Quantity
from factcheck.model.stated import Printing, printing_key


def evaluate(claim_set: ClaimSet, *, held: bool = True) -> Report:
    """
    The report on a ClaimSet; the same set always gives the same report.

    ``held`` asks for a finding of every rule that holds as printed, too: a report that lists what is
    wrong is spared them, for they are most of a newsroom's rules.
    """
    rules = claim_set.rules
    judgements = [judge(rule.relation) for rule in rules]
    teller = Teller(claim_set.documents)
    changed = changes(claim_set)
    facts = [claim.stated for claim in claim_set.claims.values() if claim.stated]
    assembler = Assembler(rules, judgements, teller, changed)
    net = network(rules, judgements, facts)
    localised, joint = Work(LOCALISED), Work()
    groups = localise(net, recorded_values(changed), localised)
    found = [assembler.of_slip(slip) for slip in slips(groups, changed, rules)]
    told = assembler.told
    wanted = (at for at in range(len(rules)) if at not in told and (held or not assembler.is_silent(at)))
    found += [assembler.of_rule(at) for at in wanted]
    doubted = {candidate.stated.key for group in groups for candidate in group.candidates}
    found += [assembler.of_clash(clash) for clash in clashes(net, doubted, joint)]
    found += _of_rewording(claim_set, teller)
    found += limits(claim_set, localised, joint)
    found.sort(key=worst_first)
    standings = standings_of(claim_set, judgements)
    return Report(
        tuple(found),
        _coverage(claim_set, strengths(net), standings),
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
            f"“{' '.join(its.recorded.split())}” now reads “{now}”: same number. `factcheck update` would write it"
        )
        found.append(
            Finding(
                place.path, claim.id, "quote", Verdict.CONSISTENT, None, Severity.WARNING, Confidence.HIGH, message,
                (place,), file=claim.file, keys=(claim.key,),
            )
        )  # fmt: skip
    return found


def _coverage(claim_set: ClaimSet, strength: Mapping[str, Strength], standings: Mapping[str, Standing]) -> Coverage:
    """The numbers of the sources that claims are quoted from; those of evidence alone are not weighed."""
    quoted = {statement.source for claim in claim_set.claims.values() for statement in claim.statements}
    backed = set()
    owners: dict[str, tuple[str, Printing]] = {}
    for name, claim in claim_set.claims.items():
        is_backed = standings[name] == Standing.BACKED
        for printing in claim.stated.printings if claim.stated else ():
            key = printing.key
            owners.setdefault(key, (claim.id, printing))
            if is_backed:
                backed.add(key)
    numbers: dict[str, Weighed] = {}

    def weigh(key: str, document: Document, number: Quantity, owner: str) -> None:
        """Take down a number; its own words alone are its place."""
        worth = strength.get(key, Strength.UNTESTED)
        numbers[key] = Weighed(document, number.start, number.end, owner, worth, key in backed)

    not_claims = 0
    for source, document in claim_set.documents.items():
        if source not in quoted:
            continue
        left_out = _Passages(claim_set.not_claims.get(source, ()))
        for quantity in claim_set.contents[source].quantities:
            if left_out.hold(quantity.number_start, quantity.number_end):
                not_claims += 1
                continue
            # A range counts as one number, unless a record speaks of its ends ("from 40 to 44").
            apart = quantity.ends and any(printing_key(source, end) in owners for end in quantity.ends)
            for number in quantity.ends if apart else (quantity,):
                key = printing_key(source, number)
                weigh(key, document, number, owners[key][0] if key in owners else "")
    # A number that is one only because a record says so (a year, a rank) is no quantity of the prose.
    for key, (owner, printing) in owners.items():
        if printing.source in quoted and key not in numbers:
            weigh(key, claim_set.documents[printing.source], printing.quantity, owner)
    ordered = sorted(numbers.values(), key=lambda its: (its.document.path, its.start))
    return Coverage(Numbers(ordered), not_claims)


class _Passages:
    """Passages of a text, in any order; they may overlap."""

    def __init__(self, passages: Iterable[Offsets]) -> None:
        ordered = sorted(passages)
        self._starts = [start for start, _ in ordered]
        # How far the passages reach that begin up to each of them.
        self._ends = list(accumulate((end for _, end in ordered), max))

    def hold(self, start: int, end: int) -> bool:
        """Whether one of them holds all between two offsets."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and end <= self._ends[at]


def worst_first(finding: Finding) -> tuple[int, int, str, int, str]:
    """The order of a report: by severity, then what is broken, then the place."""
    broken = 0 if finding.verdict == Verdict.INCONSISTENT else 1
    start = finding.locations[0].start if finding.locations else 0
    return SEVERITIES.index(finding.severity), broken, finding.path, start, finding.rule
