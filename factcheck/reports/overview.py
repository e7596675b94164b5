"""
The overview of a page of many texts: a line a text, the worst on top.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from factcheck.model.finding import Report, Severity, Strength
from factcheck.model.frozen import frozen
from factcheck.reports.markup import Markup, each, tag


@frozen
class Line:
    """What a run makes of one text."""

    path: str
    errors: int
    warnings: int
    tested: int
    numbers: int
    left: int
    """How many numbers are for the reader to check."""

    @property
    def is_wrong(self) -> bool:
        """Whether there is something to mend."""
        return bool(self.errors or self.warnings)


def lines(report: Report) -> list[Line]:
    """A line for each text that a finding or a number stands in; the worst first, else in the order of the run."""
    found: Counter[tuple[str, Severity]] = Counter()
    for finding in report.findings:
        home = next((place.path for place in finding.locations if place.path in report.documents), None)
        if home is not None:
            found[home, finding.severity] += 1
    worth = Counter((place.path, strength) for place, strength, _ in report.coverage.numbers)
    paths = [document.path for document in report.documents.values()]
    made = []
    for path in paths:
        counts = [worth[path, strength] for strength in Strength]
        errors, warnings = found[path, Severity.ERROR], found[path, Severity.WARNING]
        line = Line(path, errors, warnings, worth[path, Strength.PINNED], sum(counts), worth[path, Strength.UNTESTED])
        if line.numbers or any(found[path, severity] for severity in Severity):
            made.append(line)
    return sorted(made, key=lambda line: (-line.errors, -line.warnings))


def overview(told: list[Line], sources: Mapping[str, int]) -> Markup:
    """The texts as a table, each with a way to it; nothing where there is one alone."""
    if len(told) < 2:
        return Markup()
    heads = ("text", "errors", "warnings", "tested", "for you to check")
    head = tag("tr", *(tag("th", words, scope="col") for words in heads))
    rows = [
        tag(
            "tr",
            tag("th", tag("a", line.path, href=f"#s{sources[line.path]}"), scope="row"),
            tag("td", str(line.errors or "–"), class_="wrong" if line.errors else None),
            tag("td", str(line.warnings or "–")),
            tag("td", f"{line.tested} of {line.numbers}"),
            tag("td", str(line.left or "–")),
        )
        for line in told
    ]
    caption = tag("caption", "The texts, the worst on top", class_="spoken")
    return tag("table", caption, tag("thead", head), tag("tbody", each(rows)), class_="overview")
