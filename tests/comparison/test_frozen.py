"""
Twenty sources, sixty lies and forty honest rewrites, written before the code that tells them apart.

The texts in ``tests/data/rewrites/frozen`` are not changed; only the floors here move, upwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from factcheck import compare, document
from factcheck.model.finding import Finding, Severity

FOLDER = Path(__file__).parents[1] / "data" / "rewrites" / "frozen"
SOURCES = [source for path in sorted(FOLDER.glob("*.yaml")) for source in yaml.safe_load(path.read_text("utf-8"))]
TOLD = 39
"""So many of the lies are told at least, by a finding on the wrong words."""
ALARMED = 5
"""So many of the honest rewrites are alarmed at most."""


def told(rewrite: str, source: str) -> list[Finding]:
    """The errors and warnings of a rewrite."""
    report = compare(document(rewrite, "rewrite.txt"), document(source, "source.txt"))
    return [its for its in report.findings if its.severity in (Severity.ERROR, Severity.WARNING)]


def missed_lies() -> Iterator[str]:
    """Each lie that no finding stands on, with what sort it is of."""
    for source in SOURCES:
        for sort, words, text in source["lies"]:
            start = text.index(str(words))
            end = start + len(str(words))
            places = [place for its in told(text, source["source"]) for place in its.locations]
            if not any(its.path == "rewrite.txt" and its.start < end and its.end > start for its in places):
                yield f"{sort}: {text}"


def test_the_set_is_as_large_as_it_says() -> None:
    """A floor over fewer texts would say nothing."""
    lies = [lie for source in SOURCES for lie in source["lies"]]
    honest = [text for source in SOURCES for text in source["honest"]]
    assert (len(SOURCES), len(lies), len(honest)) == (20, 60, 40)


def test_lies_are_told() -> None:
    """Another subject, date, weekday, part, period, derived figure, points, ordinal, direction, list."""
    missed = list(missed_lies())
    assert 60 - len(missed) >= TOLD, missed


def test_honest_rewrites_are_left_alone() -> None:
    """Rounded, converted, added up, divided, counted."""
    alarms = [(text, its) for source in SOURCES for text in source["honest"] for its in told(text, source["source"])]
    assert len({text for text, _ in alarms}) <= ALARMED, [(text, its.message) for text, its in alarms]
