"""
Pictures as inline SVG: parts stacked against the whole, and intervals on one axis.

Only geometry stands in attributes; colours and patterns come from the page's style, so that they
follow its dark mode and its print. Positions are rounded to a tenth of a unit: a picture needs no more.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model.finding import Finding, Side, Verdict
from factcheck.model.number import Rational, divide, magnitude
from factcheck.reports.markup import Markup, each, joined, tag
from factcheck.reports.picture import Stack, stack_of, words_of

WIDTH = 560
_LEFT, _RIGHT = 4, 556
_MOST = 6
"""Sides that are drawn on one axis; more are told in the ledger alone."""


def pictures(finding: Finding, name: str) -> Markup:
    """The pictures of a finding; ``name`` is its id in the page."""
    stack = stack_of(finding)
    if stack is not None:
        return _figure(stack_picture(stack, name))
    if 2 <= len(finding.sides) <= _MOST:
        picture = axis_picture(finding.sides, name, holds=finding.verdict == Verdict.CONSISTENT)
        return _figure(picture) if picture else picture
    return Markup()


def _figure(picture: Markup) -> Markup:
    return tag("figure", picture)


def _svg(name: str, height: int, title: str, *children: str) -> Markup:
    its = f"{name}-t"
    box = f"0 0 {WIDTH} {height}"
    return tag("svg", tag("title", title, id=its), *children, viewBox=box, role="img", aria_labelledby=its)


def stack_picture(stack: Stack, name: str) -> Markup:
    """The parts, one after the other, above the whole; between their ends the gap."""
    scale = max(stack.total, stack.whole)
    pieces, words = [], []
    at: Rational = 0
    for number, (entry, amount) in enumerate(stack.parts):
        start, end = _x(at, 0, scale), _x(at + amount, 0, scale)
        at += amount
        hint = tag("title", f"{entry.label}: {entry.value}")
        width = max(end - start - 1, 0.6)
        pieces.append(tag("rect", hint, x=_n(start), y=22, width=_n(width), height=26, class_=f"part p{number % 4}"))
        if end - start > 9 * len(entry.value) + 6:
            on = "on-odd" if number % 2 else "on-even"
            words.append(tag("text", entry.value, x=_n((start + end) / 2), y=40, text_anchor="middle", class_=on))
    whole, total = _x(stack.whole, 0, scale), _x(stack.total, 0, scale)
    low, high = min(whole, total), max(whole, total)
    gap = Markup()
    if stack.whole != stack.total:
        gap = tag("rect", x=_n(low), y=20, width=_n(max(high - low, 2)), height=52, class_="gap")
    reached = joined(
        tag("rect", x=_LEFT, y=54, width=_n(whole - _LEFT), height=16, class_="whole"),
        tag("line", x1=_n(whole), x2=_n(whole), y1=16, y2=74, class_="edge"),
        _label(total, 14, f"together {stack.together.value}"),
        _label(whole, 88, f"{stack.stated.label} {stack.stated.value}"),
    )
    title = f"The parts together are {stack.together.value}, {stack.stated.label} is {stack.stated.value}"
    # The gap lies over the parts that it is made of, and under their numbers.
    return _svg(name, 94, title, *pieces, gap, *words, reached)


def axis_picture(sides: Sequence[Side], name: str, *, holds: bool) -> Markup:
    """
    The values that each side may have, on one axis: where they meet, or how far they lie apart.

    Nothing is drawn where there is nothing to see: one value on both sides.
    """
    ends = [end for side in sides for end in (side.values.lower, side.values.upper) if end is not None]
    if not ends or all(side.values == sides[0].values and side.values.is_point for side in sides):
        return Markup()
    least, most = min(ends), max(ends)
    # Room on both sides, for ends that are not there and for a single point.
    room = divide((most - least) or max(magnitude(most), magnitude(1)), 5)
    low, high = least - room, most + room
    rows = []
    for number, side in enumerate(sides):
        y = 34 + 38 * number
        rows.append(_row(side, y, low, high, number))
    height = 44 + 38 * (len(sides) - 1) + 10
    band = _band(sides, low, high, height, holds)
    told = "; ".join(f"{side.label}: {words_of(side.values, side.unit)}" for side in sides)
    verdict = "That holds" if holds else "That does not hold"
    axis = tag("line", x1=_LEFT, x2=_RIGHT, y1=height - 4, y2=height - 4, class_="axis")
    return _svg(name, height, f"{told}. {verdict}.", band, axis, *rows)


def _row(side: Side, y: int, low: Rational, high: Rational, number: int) -> Markup:
    values = side.values
    start = _LEFT if values.lower is None else _x(values.lower, low, high)
    end = _RIGHT if values.upper is None else _x(values.upper, low, high)
    parts = [tag("line", x1=_n(start), x2=_n(end), y1=y, y2=y, class_=f"values v{number % 4}")]
    for at, open_, there in (
        (start, values.lower_open, values.lower is not None),
        (end, values.upper_open, values.upper is not None),
    ):
        if there:
            parts.append(tag("circle", cx=_n(at), cy=y, r=5, class_=f"end v{number % 4}{' open' if open_ else ''}"))
    if values.lower is None:
        parts.append(tag("path", d=f"M {_LEFT + 8} {y - 5} L {_LEFT} {y} L {_LEFT + 8} {y + 5}", class_="arrow"))
    if values.upper is None:
        parts.append(tag("path", d=f"M {_RIGHT - 8} {y - 5} L {_RIGHT} {y} L {_RIGHT - 8} {y + 5}", class_="arrow"))
    middle = (start + end) / 2
    return joined(each(parts), _label(middle, y - 12, f"{side.label} {words_of(values, side.unit)}"))


def _band(sides: Sequence[Side], low: Rational, high: Rational, height: int, holds: bool) -> Markup:
    """Where two sides meet that have to; or, where that does not hold, the gap between them."""
    if len(sides) != 2:
        return Markup()
    one, other = sides[0].values, sides[1].values
    met = one.meeting(other)
    if holds and met is not None:
        start = _LEFT if met.lower is None else _x(met.lower, low, high)
        end = _RIGHT if met.upper is None else _x(met.upper, low, high)
        return _rect(start, end, height, "meeting")
    # Sides that hold and do not meet compare in another way: one may be no larger than the other.
    first, second = (one, other) if one.precedes(other) else (other, one)
    if holds or met is not None or first.upper is None or second.lower is None:
        return Markup()
    return _rect(_x(first.upper, low, high), _x(second.lower, low, high), height, "gap")


def _rect(start: float, end: float, height: int, kind: str) -> Markup:
    return tag("rect", x=_n(start - 1), y=6, width=_n(max(end - start + 2, 2)), height=height - 10, class_=kind)


def _label(x: float, y: int, words: str) -> Markup:
    """Words at a place of the axis, kept inside the picture."""
    half = 3.4 * len(words)
    anchor = "start" if x - half < _LEFT else "end" if x + half > _RIGHT else "middle"
    x = {"start": _LEFT, "end": _RIGHT, "middle": x}[anchor]
    return tag("text", words, x=_n(x), y=y, text_anchor=anchor)


def _x(value: Rational, low: Rational, high: Rational) -> float:
    """The place of a value on the axis."""
    return _LEFT + float((value - low) * (_RIGHT - _LEFT) / (high - low))


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
