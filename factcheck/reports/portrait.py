"""
One claim in full, for `show`: its sentence with the quote marked, its readings, its rules.
"""

from __future__ import annotations

import io

from rich.padding import Padding
from rich.text import Text

from factcheck.model.sheet import Portrait
from factcheck.model.visible import in_json, visible
from factcheck.reports.listing import evidence, place
from factcheck.reports.style import Style
from factcheck.reports.table import console_for
from factcheck.reports.words import where

FORMATS = ("table", "plain", "json")


def render(portrait: Portrait, name: str, style: Style) -> str:
    """The portrait in a format."""
    if name == "json":
        return in_json(_object(portrait), 2) + "\n"
    page = io.StringIO()
    console = console_for(style if name == "table" else Style(width=10_000), page)
    row = portrait.row
    head = "   ".join(filter(None, (visible(row.claim), visible(row.value), place(row, path=True), evidence(row))))
    console.print(Text(head, "bold"), overflow="fold")
    if portrait.quote:
        sentence = Text.assemble(
            _spaced(portrait.before),
            ("[", "dim"),
            (visible(portrait.quote), "bold"),
            ("]", "dim"),
            _spaced(portrait.after),
        )
        console.print(Padding(sentence, (0, 0, 0, 2)), overflow="fold")
    for key, text in _lines(portrait):
        console.print(Padding(Text.assemble((f"{key:10} ", "dim"), visible(text)), (0, 0, 0, 2)), overflow="fold")
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def _lines(portrait: Portrait) -> list[tuple[str, str]]:
    lines = [(name, ", ".join(filter(None, (values, why)))) for name, values, why in portrait.readings]
    if portrait.implied:
        lines.append(("implied", f"{portrait.implied}, by its rules"))
    if portrait.because:
        lines.append(("because", portrait.because))
    lines += [("restated", f"{where(its)} “{its.text}”") for its in portrait.restated]
    for its in portrait.row.evidence:
        lines.append(("evidence", "; ".join(filter(None, (its.says, its.who, its.by, its.date, its.note)))))
    lines += [("rule", f"{use.rule} ({use.kind}): {use.outcome}") for use in portrait.uses]
    return lines


def _spaced(text: str) -> str:
    """Text around a quote: on one line, the space beside the quote kept."""
    left = " " if text[:1].isspace() else ""
    right = " " if text[-1:].isspace() and text.strip() else ""
    return left + visible(text) + right


def _object(portrait: Portrait) -> dict[str, object]:
    row = portrait.row
    return {
        "claim": row.claim,
        "file": row.file,
        "value": row.value,
        "standing": row.standing.value,
        "sentence": row.sentence,
        "quote": portrait.quote,
        "place": place(row, path=True),
        "readings": [{"reading": name, "values": values, "why": why} for name, values, why in portrait.readings],
        "implied": portrait.implied or None,
        "restated": [where(its) for its in portrait.restated],
        "rules": [{"rule": use.rule, "kind": use.kind, "outcome": use.outcome} for use in portrait.uses],
        "because": portrait.because or None,
    }
