"""
Whether a system of linear bounds can hold, exactly; if not, an irreducible part of it that cannot.

The general simplex of Dutertre & de Moura ("A fast linear-arithmetic solver for DPLL(T)", 2006):
every row is a variable of its own with bounds, the values are moved until all lie within theirs, and
a row that cannot be moved names the bounds that clash; leave out any of them, and it could. Bland's
rule (always the smallest index) keeps it from going round in circles. Open ends are kept apart by an
infinitesimal: a value is a pair, compared as such.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.model.frozen import frozen
from factcheck.model.interval import ENTIRE, Interval
from factcheck.model.number import Rational, divide, whole

_Value = tuple[Rational, Rational]
"""A number and how many infinitesimals beyond it."""

PIVOTS = 2000
"""After so many steps the system counts as one that can hold: no finding rather than no end."""


@frozen
class Row:
    """A weighted sum of variables, and where it has to lie."""

    weights: Mapping[str, Rational]
    within: Interval


@dataclass(slots=True)
class _Tableau:
    """Variables are numbered: those of the caller first, then one for each row."""

    lower: list[_Value | None]
    upper: list[_Value | None]
    value: list[_Value]
    rows: dict[int, dict[int, Rational]] = field(default_factory=dict)
    """Each basic variable as a weighted sum of the others."""


def clash(
    rows: Sequence[Row], bounds: Mapping[str, Interval], spend: Callable[[int], None] = lambda _: None
) -> tuple[set[int], set[str]] | None:
    """
    An irreducible clash: the indices of its rows and the variables whose bounds it needs; ``None``
    where all rows can hold together (or PIVOTS steps do not tell). ``spend`` is told how many numbers each step
    touches, and may raise an error to end it.

    >>> low, high = Row({"x": 1, "y": 1}, Interval.point(10)), Row({"x": 1, "y": -1}, Interval.point(3))
    >>> clash([low, high], {"x": Interval(0, 6), "y": Interval(0, 10)})
    ({0, 1}, {'x'})
    >>> clash([low, high], {"x": Interval(0, 7)}) is None
    True
    """
    names = list(dict.fromkeys(name for row in rows for name in row.weights))
    number = {name: at for at, name in enumerate(names)}
    intervals = [bounds.get(name, ENTIRE) for name in names] + [row.within for row in rows]
    tableau = _Tableau([_low(its) for its in intervals], [_high(its) for its in intervals], [])
    tableau.value = [_start(tableau, at) for at in range(len(names))] + [(0, 0)] * len(rows)
    for at, row in enumerate(rows, len(names)):
        tableau.rows[at] = {number[name]: weight for name, weight in row.weights.items() if weight}
        tableau.value[at] = _sum(tableau, tableau.rows[at])
    found = _check(tableau, spend)
    if found is None:
        return None
    return {at - len(names) for at in found if at >= len(names)}, {names[at] for at in found if at < len(names)}


def _check(tableau: _Tableau, spend: Callable[[int], None]) -> set[int] | None:
    for _ in range(PIVOTS):
        spend(len(tableau.rows) // 8)
        stray = min((at for at in tableau.rows if _off(tableau, at)), default=None)
        if stray is None:
            return None
        row, up = tableau.rows[stray], _off(tableau, stray) > 0
        helper = min((at for at, weight in row.items() if _movable(tableau, at, (weight > 0) == up)), default=None)
        if helper is None:
            return {stray, *row}
        goal = tableau.lower[stray] if up else tableau.upper[stray]
        assert goal is not None
        spend(_pivot(tableau, stray, helper, goal))
    return None


def _off(tableau: _Tableau, at: int) -> int:
    """1 if the value is below its bounds, −1 if above, 0 if within."""
    value, lower, upper = tableau.value[at], tableau.lower[at], tableau.upper[at]
    if lower is not None and value < lower:
        return 1
    return -1 if upper is not None and value > upper else 0


def _movable(tableau: _Tableau, at: int, up: bool) -> bool:
    end = tableau.upper[at] if up else tableau.lower[at]
    return end is None or tableau.value[at] != end


def _pivot(tableau: _Tableau, leaving: int, entering: int, goal: _Value) -> int:
    """Move one variable to its bound by means of another, let the two change places; how many weights that changed."""
    row = tableau.rows.pop(leaving)
    weight = row.pop(entering)
    value = tableau.value
    step = tuple(divide(end - now, weight) for end, now in zip(goal, value[leaving], strict=True))
    value[leaving] = goal
    value[entering] = _moved(value[entering], 1, step)
    solved = {at: divide(-its, weight) for at, its in row.items()}
    solved[leaving] = divide(1, weight)
    touched = len(solved)
    for at, other in tableau.rows.items():
        factor = other.pop(entering, 0)
        if not factor:
            continue
        value[at] = _moved(value[at], factor, step)
        touched += len(solved)
        for name, its in solved.items():
            combined = whole(other.get(name, 0) + factor * its)
            if combined:
                other[name] = combined
            else:
                other.pop(name, None)
    tableau.rows[entering] = solved
    return touched


def _moved(value: _Value, factor: Rational, step: tuple[Rational, ...]) -> _Value:
    return whole(value[0] + factor * step[0]), whole(value[1] + factor * step[1])


def _low(interval: Interval) -> _Value | None:
    return None if interval.lower is None else (interval.lower, 1 if interval.lower_open else 0)


def _high(interval: Interval) -> _Value | None:
    return None if interval.upper is None else (interval.upper, -1 if interval.upper_open else 0)


def _start(tableau: _Tableau, at: int) -> _Value:
    """A value within the bounds."""
    return tableau.lower[at] or tableau.upper[at] or (0, 0)


def _sum(tableau: _Tableau, weights: Mapping[int, Rational]) -> _Value:
    result: _Value = (0, 0)
    for at, weight in weights.items():
        result = _moved(result, weight, tableau.value[at])
    return result
