"""
Judging one relation: the strictest reading under which it can hold.

**Pass if possible.** A relation is inconsistent only where no reading of the printed words lets it
hold (the EBA's rule for XBRL filings: values that cannot possibly be consistent fail). Claims are
read from the strictest reading to the loosest (model/reading.py), and the first that lets the
relation hold is the verdict's.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model.expression import Expression, Operand, Values, evaluate
from factcheck.model.finding import Severity, Verdict
from factcheck.model.frozen import frozen
from factcheck.model.interval import Interval
from factcheck.model.reading import CONSISTENT, Reading
from factcheck.model.relation import Agreement, Comparison, Evident, Inclusion, Relation, Sign, parts_of, stated_in
from factcheck.model.stated import Printing, Stated, same_precision

Part = Comparison | Agreement | Inclusion | Evident

LADDER = (*CONSISTENT, Reading.SOFT, Reading.TRUNCATION)
"""Every rung, strictest first; a relation that holds only on the last two is inconsistent, as a warning."""

_REMAINDER = Interval(0, None)
"""What an open list may leave out."""


@frozen
class Judgement:
    """The outcome of judging one relation."""

    verdict: Verdict
    reading: Reading | None
    """The strictest rung on which it can hold; ``None`` where there is none."""
    severity: Severity
    part: Part | None = None
    """Of a chain, the part that decides: the first broken one, else the one with the loosest reading."""
    reason: str = ""
    """Why it is undetermined."""


def judge(relation: Relation) -> Judgement:
    """The verdict on a relation, with the reading that decides it."""
    reason = _undetermined(stated_in(relation))
    if reason:
        return Judgement(Verdict.UNDETERMINED, None, Severity.NONE, reason=reason)
    worst: Judgement | None = None
    for part in parts_of(relation):
        judged = _judge_part(part)
        if worst is None or _rank(judged) > _rank(worst):
            worst = judged
    return worst or Judgement(Verdict.CONSISTENT, Reading.EXACT, Severity.NONE)


def holds(part: Part, reading: Reading, values: Values) -> bool:
    """
    Whether a relation can hold with these values of its operands.

    Raises ZeroDivisionError where a divisor can only be 0.
    """
    match part:
        case Comparison():
            return _compares(part, reading, values)
        case Agreement(terms):
            return _agrees(part, [evaluate(term, values) for term in terms])
        case Inclusion(names, of):
            return {name.key for name in names.names} <= {name.key for name in of.names}
        case Evident():
            return part.holds


def values_of(stated: Iterable[Stated], reading: Reading) -> dict[str, Interval] | None:
    """The intervals of some facts under a reading; ``None`` where one contradicts itself under it."""
    values: dict[str, Interval] = {}
    for one in stated:
        if one.key not in values:
            interval = one.interval(reading)
            if interval is None:
                return None
            values[one.key] = interval
    return values


def conflict(stated: Stated) -> tuple[Printing, Printing] | None:
    """Two printings of one fact that no reading reconciles; ``None`` where there are none."""
    printings = stated.printings
    for at, printing in enumerate(printings[1:], 1):
        for earlier in printings[:at]:
            if clash(earlier, printing):
                return earlier, printing
    return None


def clash(a: Printing, b: Printing) -> bool:
    """Whether two printings of one fact contradict each other under every reading."""
    if a.quantity.dimension != b.quantity.dimension:
        return True
    if same_precision(a, b):
        return a.quantity.value != b.quantity.value
    return not any(a.interval(reading).meets(b.interval(reading)) for reading in (Reading.ROUNDING, Reading.HEDGE))


def left_side(part: Comparison, reading: Reading, values: Values) -> Interval:
    """The left side's values, what an open list leaves out included where the reading allows it."""
    left = evaluate(part.left, values)
    return left + _REMAINDER if part.remainder and reading not in CONSISTENT[:3] else left


def _judge_part(part: Part) -> Judgement:
    stated = list(stated_in(part))
    is_open = isinstance(part, Comparison) and bool(part.remainder)
    before: dict[str, Interval] | None = None
    for reading in LADDER:
        # What a number may mean, an open list does not change; and most mean the same under most readings.
        if reading == Reading.OPEN_LIST and not is_open:
            continue
        values = values_of(stated, reading)
        if values is None or (values == before and reading != Reading.OPEN_LIST):
            continue
        before = values
        try:
            if not holds(part, reading, values):
                continue
        except ZeroDivisionError:
            return Judgement(Verdict.UNDETERMINED, None, Severity.NONE, part, "it would divide by zero")
        if reading in CONSISTENT:
            strict = reading in (Reading.EXACT, Reading.ROUNDING)
            return Judgement(Verdict.CONSISTENT, reading, Severity.NONE if strict else Severity.NOTE, part)
        return Judgement(Verdict.INCONSISTENT, reading, Severity.WARNING, part)
    return Judgement(Verdict.INCONSISTENT, None, Severity.ERROR, part)


def _rank(judged: Judgement) -> tuple[int, int]:
    verdict = (Verdict.CONSISTENT, Verdict.UNDETERMINED, Verdict.INCONSISTENT).index(judged.verdict)
    return verdict, len(LADDER) if judged.reading is None else LADDER.index(judged.reading)


def _compares(part: Comparison, reading: Reading, values: Values) -> bool:
    left = left_side(part, reading, values).widened(part.tolerance)
    right = evaluate(part.right, values)
    if part.sign == Sign.EQUAL:
        met = left.meeting(right)
        return met is not None and (not part.whole_number or met.holds_whole_number())
    difference = left - right if part.sign in (Sign.AT_MOST, Sign.LESS) else right - left
    if difference.lower is None or difference.lower < 0:
        return True
    return difference.lower == 0 and not difference.lower_open and part.sign in (Sign.AT_MOST, Sign.AT_LEAST)


def _agrees(part: Agreement, values: list[Interval]) -> bool:
    if part.restated and not part.tolerance and _digits_differ(part.terms):
        return False
    met: Interval | None = values[0].widened(part.tolerance)
    for other in values[1:]:
        met = met.meeting(other.widened(part.tolerance)) if met else None
    return met is not None


def _digits_differ(terms: Iterable[Expression]) -> bool:
    """Whether two of them are printed in the same precision, and differ."""
    printings = [printing for term in terms for stated in _operand(term) for printing in stated.printings]
    # The first of each precision speaks for it: linear in the number of restatements.
    first: list[Printing] = []
    for printing in printings:
        twin = next((its for its in first if same_precision(its, printing)), None)
        if twin is None:
            first.append(printing)
        elif twin.quantity.value != printing.quantity.value:
            return True
    return False


def _operand(term: Expression) -> list[Stated]:
    return [term.stated] if isinstance(term, Operand) else []


def _undetermined(stated: Iterable[Stated]) -> str:
    for one in stated:
        if len(one.printings) > 1 and conflict(one) is not None:
            return f"{one.label} is stated in two ways"
        for printing in one.printings:
            precision, value = printing.precision, printing.quantity.value
            if precision and value is not None and value % precision:
                return f"{printing.said or one.label} has more digits than its precision {precision} allows"
    return ""
