"""
What a comparison says, as rules: the sentences that a copy editor reads.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.comparison.agreement import rounded_by
from factcheck.comparison.binding import Binding, Sameness
from factcheck.comparison.figure import Figure
from factcheck.comparison.known import Whole
from factcheck.comparison.landmark import Sort
from factcheck.comparison.member import Departure, Roll
from factcheck.comparison.moved import Moved
from factcheck.model.amount import base
from factcheck.model.claim import Rule
from factcheck.model.expression import Operand
from factcheck.model.finding import Confidence, Problem, Severity
from factcheck.model.number import Rational, divide, magnitude, power_of_ten, whole
from factcheck.model.quantity import Direction, Modifier, Quantity, show
from factcheck.model.relation import Agreement, Evident, Relation
from factcheck.model.stated import Printing, Stated
from factcheck.model.unit import Unit
from factcheck.model.wording import counted, listed

_SCALES = frozenset(1000**power for power in range(1, 5))
"""How far apart numbers are whose thousands or millions were changed."""
_AROUND = 32
"""How much of a sentence is shown around a number of the source [code points]."""


def restated(binding: Binding, number: int) -> Rule:
    """A number of the rewrite, and the one that it restates; ``number`` makes the source's operand its own."""
    figure, source = binding.figure, binding.source
    assert source is not None
    # Two numbers of the rewrite that restate one of the source are two facts: each is told by itself.
    twin = _evidence(source, number)
    relation: Relation
    relabelled = binding.sameness == Sameness.RELABELLED
    said = _relabelled(figure, source) if relabelled else _changed(figure, source)
    if binding.sameness == Sameness.REVERSED:
        way = "a fall" if source.quantity.direction == Direction.DOWN else "a rise"
        said = f"the source has it as {way}"
    if binding.sameness != Sameness.STATED:
        # What the two may mean has something in common, and yet the one is not the other.
        relation = Evident(False, _sentence(figure, source, said), (_own(figure), twin))
    else:
        relation = Agreement(
            (Operand(_own(figure)), Operand(twin)),
            _sentence(figure, source, said),
            tolerance=rounded_by(figure.quantity),
            unit=figure.quantity.unit,
            restated=True,
        )
    # To leave out a "more than" is a smaller thing than to put one in.
    unhedged = not relabelled and figure.quantity.hedge is None and figure.stated.value == source.stated.value
    severity = None if binding.sure and not unhedged else Severity.WARNING
    rule = _rule("agree", figure, relation, ((figure.stated.key, "rewrite"), (twin.key, "source")), severity)
    return replace(rule, problem=problem_of(binding), expected=source.quantity.text)


def problem_of(binding: Binding) -> Problem:
    """What is wrong where a number does not agree with the one that it restates."""
    one, source = binding.figure.quantity, binding.source
    assert source is not None
    other = source.quantity
    if binding.sameness == Sameness.REVERSED:
        return Problem.DIRECTION
    if binding.sameness == Sameness.RELABELLED:
        return Problem.CURRENCY if one.unit is not None and one.unit.currency else Problem.UNIT
    if one.value is None or other.value is None or not one.value or not other.value:
        return Problem.CONTRADICTED
    if base(one) == base(other):
        return Problem.HEDGE
    ratio = divide(max(magnitude(base(one)), magnitude(base(other))), min(magnitude(base(one)), magnitude(base(other))))
    return Problem.SCALE if ratio in _SCALES else Problem.CONTRADICTED


def misplaced(binding: Binding, meant: Figure) -> Rule:
    """A number that the source has of another subject, and the one that it has of this."""
    figure, source = binding.figure, binding.source
    assert source is not None
    text = f"{_said(figure)}; the source has {_has(figure, meant)} of it, and {_printed(source)} of something else"
    operands = (_own(figure), _evidence(meant, 0), _evidence(source, 0))
    roles = tuple((its.key, "source" if at else "rewrite") for at, its in enumerate(operands))
    rule = _rule("agree", figure, Evident(False, text, operands), roles, Severity.WARNING)
    return replace(rule, problem=Problem.SUBJECT, expected=meant.quantity.text)


def absent(figure: Figure) -> Rule:
    """A number that the source does not have."""
    relation = Evident(False, f"{_said(figure)}: the source has no such number", (_own(figure),))
    rule = _rule("agree", figure, relation, ((figure.stated.key, "rewrite"),), Severity.WARNING)
    return replace(rule, problem=Problem.UNSUPPORTED)


def given_to_part(figure: Figure, its: Whole, left_out: tuple[Figure, ...]) -> Rule:
    """A whole's figure that the rewrite says of a part."""
    others = listed([f"{_place(part)} ({_printed(part)})" for part in left_out], limit=4)
    text = f"{_said(figure)}, said of a part: in the source it is the whole, with {others}"
    others_too = (_evidence(part, 0, _place(part)) for part in left_out)
    operands = (_own(figure), _evidence(its.figure, 0), *others_too)
    roles = tuple((one.key, "rewrite" if at == 0 else "source") for at, one in enumerate(operands))
    rule = _rule("part", figure, Evident(False, text, operands), roles, Severity.WARNING)
    return replace(rule, problem=Problem.PART)


def given_to_whole(figure: Figure, source: Figure) -> Rule:
    """A part's figure that the rewrite says of everything."""
    text = f"{_said(figure)}, said of everything: in the source it is said of {_place(source)} alone"
    twin = _evidence(source, 0)
    roles = ((figure.stated.key, "rewrite"), (twin.key, "source"))
    rule = _rule("part", figure, Evident(False, text, (_own(figure), twin)), roles, Severity.WARNING)
    return replace(rule, problem=Problem.PART)


def exchanged(one: Binding, other: Binding) -> Rule:
    """Two numbers that stand in each other's words."""
    assert one.source is not None and other.source is not None
    text = f"{_said(one.figure)} and {_said(other.figure)} stand in each other’s words: they seem to be exchanged"
    operands = (_own(one.figure), _own(other.figure), _evidence(one.source, 0), _evidence(other.source, 0))
    roles = tuple((its.key, "rewrite" if at < 2 else "source") for at, its in enumerate(operands))
    rule = _rule("agree", one.figure, Evident(False, text, operands), roles, Severity.WARNING)
    return replace(rule, problem=Problem.SUBJECT)


def moved(its: Moved) -> Rule:
    """A day, a year, a time, an ordinal or a score that the source does not have."""
    own, other = its.landmark, its.source
    said = f"the source has “{' '.join(other.text.split())}”" if other else f"the source has no such {own.sort}"
    stated = (own.stated,) if other is None else (own.stated, other.stated)
    roles = tuple((one.key, "source" if at else "rewrite") for at, one in enumerate(stated))
    text = f"“{' '.join(own.text.split())}”; {said}"
    name = f"agree {own.sort}"
    rule = Rule(
        name, "agree", Evident(False, text, stated), roles, "", None, Severity.WARNING, Confidence.MEDIUM, own.text
    )
    dated = own.sort not in (Sort.ORDER, Sort.SCORE)
    problem = Problem.DATE if dated else Problem.CONTRADICTED
    return replace(rule, problem=problem, expected=other.text if other else "")


def departure(its: Departure) -> Rule:
    """A list that leaves a member out, or adds one."""
    parts = []
    if its.missing:
        parts.append(f"leaves out {listed([name.text for name in its.missing])}, which the source has")
    if its.added:
        parts.append(f"has {listed([name.text for name in its.added])}, which the source does not have")
    own, source = _passage(its.roll), _passage(its.source)
    text = f"The list of {counted(len(its.roll.names), 'name')} {' and '.join(parts)}"
    roles = ((own.key, "rewrite"), (source.key, "source"))
    return Rule(
        "subset names", "subset", Evident(False, text, (own, source)), roles, "", None, Severity.WARNING,
        Confidence.MEDIUM, "the list", problem=Problem.LIST, said=own.printings[0].said,
        expected=source.printings[0].said,
    )  # fmt: skip


def _rule(
    kind: str, figure: Figure, relation: Relation, roles: tuple[tuple[str, str], ...], severity: Severity | None
) -> Rule:
    confidence = Confidence.MEDIUM if severity else Confidence.HIGH
    name = f"{kind} {figure.stated.label}"
    return Rule(
        name,
        kind,
        relation,
        roles,
        "",
        None,
        severity,
        confidence,
        figure.stated.label,
        localised=True,
        said=figure.words,
    )


def _evidence(source: Figure, number: int, label: str = "the source") -> Stated:
    """A number of the source as an operand: it is doubted last."""
    stated = source.stated
    said = _excerpt(source)
    printings = tuple(replace(its, evidence=True, said=said) for its in stated.printings)
    return replace(
        stated,
        key=f"{stated.key}#{number}",
        label=label,
        printings=printings,
        backed=True,
        source_label="the source",
    )


def _own(figure: Figure) -> Stated:
    """A number of the rewrite as an operand."""
    return replace(figure.stated, label="the rewrite")


def _excerpt(figure: Figure) -> str:
    """The words around a number of the source, as far as its sentence goes."""
    text, quantity = figure.page.document.text, figure.quantity
    start = max(figure.sentence[0], quantity.start - _AROUND)
    end = min(figure.sentence[1], quantity.end + _AROUND)
    while start > figure.sentence[0] and not text[start - 1].isspace():
        start -= 1
    while end < figure.sentence[1] and not text[end].isspace():
        end += 1
    before, behind = "… " * (start > figure.sentence[0]), " …" * (end < figure.sentence[1])
    return f"{before}{' '.join(text[start:end].split())}{behind}"


def _passage(roll: Roll) -> Stated:
    """A list as a statement without a value, for its place and its words."""
    start, end = roll.names[0].start, roll.names[-1].end
    words = " ".join(roll.page.document.text[start:end].split())
    blank = Quantity(words, start, end, start, end, None, 0, 0)
    path = roll.page.document.path
    return Stated(f"{path}:{start}:{end}#names", "the list", (Printing(blank, path, said=words),))


def _said(figure: Figure) -> str:
    label = "" if figure.quantity.counted else _of(figure)
    return f"“{figure.words}”{label}"


def _place(figure: Figure) -> str:
    """What a number is said of, for a sentence: its place as printed, else by its name."""
    place = figure.quantity.place
    if place is not None:
        return place.text
    return next((its.title() for its in sorted(figure.places)), figure.stated.label)


def _of(figure: Figure) -> str:
    if figure.stated.label == figure.stated.printings[0].said:
        return ""
    return f" ({figure.stated.label})"


def _sentence(figure: Figure, source: Figure, told: str) -> str:
    return f"{_said(figure)}; {told}"


def _relabelled(figure: Figure, source: Figure) -> str:
    unit = figure.quantity.unit
    money = unit is not None and unit.currency
    what = "the currency" if money else "the unit"
    return f"the source has {_has(figure, source)}: {what} was changed, not the number"


def _changed(figure: Figure, source: Figure) -> str:
    one, other = figure.quantity, source.quantity
    exact = other.modifier == Modifier.EXACT and one.modifier not in (Modifier.EXACT, Modifier.APPROXIMATE)
    equal = figure.stated.value is not None and figure.stated.value == source.stated.value
    return f"the source has {'exactly ' if exact and equal else ''}{_has(figure, source)}"


def _has(figure: Figure, source: Figure) -> str:
    """What the source has, in the unit of the rewrite too where that is another."""
    words = _printed(source)
    unit, other = figure.quantity.unit, source.quantity.unit
    if unit is None or other is None or unit == other or unit.dimension != other.dimension:
        return words
    value = source.stated.value
    return words if value is None else f"{words}, which is {_in_unit(value, unit)}"


def _in_unit(value: Rational, unit: Unit) -> str:
    """A value in a unit, to four significant digits: "47.62 lb"."""
    amount = divide(whole(value - unit.offset), unit.factor)
    places = 3
    while places > 0 and magnitude(amount) >= power_of_ten(4 - places):
        places -= 1
    scale = power_of_ten(places)
    return show(divide(whole(round(amount * scale)), scale), unit)


def _printed(figure: Figure) -> str:
    """A number of the source as it is printed, in quotation marks where words hedge it."""
    quantity = figure.quantity
    if quantity.hedge or quantity.value is None:
        return f"“{figure.words}”"
    return show(quantity.value, quantity.unit)
