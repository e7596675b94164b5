"""
The claims of a run as rows of a numbers sheet, and one claim in full.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.engine.implied import implied
from factcheck.engine.judge import judge
from factcheck.engine.tell import Teller, hedged, shown
from factcheck.model.claim import Claim, ClaimSet, Statement
from factcheck.model.finding import Location, Report, Standing, Strength, Verdict
from factcheck.model.interval import Interval
from factcheck.model.quantity import Modifier, Quantity
from factcheck.model.reading import Reading, interval, is_round
from factcheck.model.sheet import EvidenceLine, Portrait, Row, Use
from factcheck.model.stated import Stated
from factcheck.model.wording import counted, plural, sentence


def rows(claim_set: ClaimSet, report: Report) -> tuple[Row, ...]:
    """Every claim, in the order of the files."""
    teller = Teller(claim_set.documents)
    standings, worth = dict(report.standings), _worth(report)
    return tuple(_row(claim, claim_set, teller, standings, worth) for claim in claim_set.claims.values())


def portrait(claim: Claim, claim_set: ClaimSet, report: Report) -> Portrait:
    """Everything that is known of a claim."""
    teller = Teller(claim_set.documents)
    row = _row(claim, claim_set, teller, dict(report.standings), _worth(report))
    before, quote, after = _marked(claim.statements[0], claim_set) if claim.statements else ("", "", "")
    stated = claim.stated
    others = [teller.printing_location(its, "restated") for its in stated.printings[1:]] if stated else []
    implied_by_rules = implied(claim_set.rules, [judge(rule.relation) for rule in claim_set.rules])
    keys = {stated.key} if stated else set()
    keys |= {f"{claim.key}#names", claim.key}
    uses = tuple(
        Use(finding.rule, finding.kind, _outcome(finding.verdict, finding.message))
        for finding in report.findings
        if keys & set(finding.keys)
    )
    return Portrait(
        row, before, quote, after, _readings(stated) if stated else (), _implied(stated, implied_by_rules), uses,
        claim.because,
        tuple(its for its in others if its),
    )  # fmt: skip


def _worth(report: Report) -> dict[tuple[str, int], Strength]:
    """What each number is worth, by its source and its start."""
    return {(place.path, place.start): strength for place, strength, _ in report.coverage.numbers}


def _row(
    claim: Claim,
    claim_set: ClaimSet,
    teller: Teller,
    standings: Mapping[str, Standing],
    worth: Mapping[tuple[str, int], Strength],
) -> Row:
    stated, statement = claim.stated, claim.statements[0] if claim.statements else None
    location: Location | None = None
    text, begins = "", -1
    if statement is not None:
        quantity = statement.quantity
        start, end = (quantity.start, quantity.end) if quantity else (statement.start, statement.end)
        location = teller.passage(statement.source, start, end, "claim", claim.id)
        document = claim_set.documents[statement.source]
        begins, ends = document.sentence(statement.start)
        text = " ".join(document.text[begins:ends].split())
    words = location.text if location else stated.printings[0].said if stated else ""
    words = " ".join(words.split())
    return Row(
        claim.id, claim.file, words, _value(claim), standings[claim.key], _evidence(claim, claim_set), text, location,
        claim.note or claim.because, claim_set.documents[statement.source].path if statement else "",
        worth.get((location.path, location.start)) if location and stated else None, begins,
    )  # fmt: skip


def _value(claim: Claim) -> str:
    if claim.stated is not None:
        quantity = claim.stated.quantity
        if quantity.unit is not None or not quantity.counted:
            return hedged(quantity)
        one_word = quantity.noun if quantity.noun and " " not in quantity.noun else plural(quantity.counted)
        return f"{hedged(quantity)} {quantity.counted if quantity.value == 1 else one_word}"
    if claim.names:
        return counted(len(claim.names), "name")
    return ""


def _evidence(claim: Claim, claim_set: ClaimSet) -> tuple[EvidenceLine, ...]:
    lines = []
    for its in claim.evidence:
        says = its.says or (its.statement.quote if its.statement else "")
        date = its.date.isoformat() if its.date else ""
        source = claim_set.documents[its.statement.source].label if its.statement else ""
        lines.append(EvidenceLine(says, its.person or source, its.by, date, its.note))
    return tuple(lines)


def _marked(statement: Statement, claim_set: ClaimSet) -> tuple[str, str, str]:
    """The sentence around a quote, in three parts."""
    document = claim_set.documents[statement.source]
    start, end = document.sentence(statement.start)
    text = document.text
    end = max(end, statement.end)
    return text[start : statement.start], text[statement.start : statement.end], text[statement.end : end]


def _readings(stated: Stated) -> tuple[tuple[str, str, str], ...]:
    quantity = stated.quantity
    lines = []
    seen: Interval | None = None
    for reading in (Reading.EXACT, Reading.ROUNDING, Reading.HEDGE):
        values = interval(quantity, reading, stated.printings[0].precision)
        if values == seen:
            continue
        seen = values
        base = values.scaled(quantity.unit.factor).shifted(quantity.unit.offset) if quantity.unit else values
        lines.append((reading.value, shown(base, quantity.unit), _why(quantity, reading)))
    return tuple(lines)


def _why(quantity: Quantity, reading: Reading) -> str:
    hedge = quantity.hedge
    if hedge is not None and hedge.bound:
        return f"“{hedge.words}”"
    if reading == Reading.ROUNDING:
        return "half a unit of the last printed place"
    if reading == Reading.HEDGE and hedge is not None and quantity.modifier != Modifier.EXACT:
        reach = hedge.width.told if hedge.width else "one unit in the last place that counts"
        return f"“{hedge.words}”: {reach}"
    if reading == Reading.HEDGE and is_round(quantity):
        return "a round number may be meant roughly"
    return ""


def _implied(stated: Stated | None, by_rules: Mapping[str, Interval]) -> str:
    values = by_rules.get(stated.key) if stated else None
    return shown(values, stated.unit) if stated and values else ""


def _outcome(verdict: Verdict, message: str) -> str:
    word = {Verdict.CONSISTENT: "holds", Verdict.INCONSISTENT: "broken", Verdict.UNDETERMINED: "open"}[verdict]
    return f"{word}: {sentence(message)}"
