"""
GitHub: ten annotations of a level, the rest in a summary of at most a mebibyte; no text is a command.
"""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.model.finding import Report, Severity
from factcheck.reports import github
from factcheck.reports.markdown import LIMIT, plain_text
from factcheck.reports.style import Style


def many(specimen, count: int, words: str = "") -> Report:
    error, *_ = specimen.report.findings
    errors = [replace(error, message=f"Sum {at} does not add up {words}") for at in range(count)]
    warnings = [replace(its, severity=Severity.WARNING) for its in errors]
    return replace(specimen.report, findings=(*errors, *warnings), errors=())


def test_two_hundred_findings_make_ten_annotations_of_each_level(specimen):
    """The others are counted, and all of them stand in the summary."""
    report = many(specimen, 200)
    text = github.render(report, Style())
    assert len(re.findall(r"(?m)^::error ", text)) == len(re.findall(r"(?m)^::warning ", text)) == 10
    assert "190 more of level error" in text
    summary = github.summary(report, Style())
    assert all(f"Sum {at} does" in summary for at in range(200))
    assert len(summary.encode()) < LIMIT


def test_the_summary_stays_below_a_mebibyte(specimen):
    """What does not fit is counted; what the step has written before counts too."""
    report = many(specimen, 3000, "x" * 500)
    for written in (0, LIMIT // 2, LIMIT - 100):
        summary = github.summary(report, Style(), written)
        assert len(summary.encode()) + written <= LIMIT
        assert "more are left out" in summary or written > LIMIT // 2


def test_the_log_is_stopped_from_giving_commands(specimen):
    """The source's own `::error::` stands between the two stop words, which no text can know."""
    text = github.render(specimen.report, Style(verbose=True))
    token = re.match(r"::stop-commands::([0-9a-f]{64})\n", text)
    assert token
    log, _, commands = text.partition(f"\n::{token[1]}::\n")
    assert token[1] not in log[80:]
    assert all(line.startswith("::") for line in commands.splitlines())


def test_an_annotation_is_one_line_and_its_properties_cannot_be_broken(specimen):
    """Line ends, per cent signs, colons and commas are escaped."""
    line = next(its for its in github.render(specimen.report, Style()).splitlines() if its.startswith("::warning "))
    assert "Cost, 100%25: 100%25" in line
    assert "title=factcheck agree%3A rule agree" in line
    assert "It, too: a b." in line


def test_an_annotation_over_two_lines_has_no_columns(specimen):
    """GitHub takes columns only where both ends are on one line."""
    line = next(
        its for its in github.render(specimen.report, Style()).splitlines() if "40 euros" in its and "::error " in its
    )
    assert "line=4,endLine=5," in line and "col=" not in line


def test_markdown_shows_text_and_does_nothing_else():
    """No link, no formatting, no mention, no formula, no row of its own."""
    assert plain_text("a | b\n| c") == "a \\| b \\| c"
    assert plain_text("[x](http://e.org) @desk") == "\\[x\\](http:\u2060//e.org) @\u2060desk"
    assert plain_text("$1 and $2 <b>") == "<span>$</span>1 and <span>$</span>2 &lt;b&gt;"
