"""
Findings that are let pass: ignored where the rule stands, in the text, or known from a baseline.
"""

from __future__ import annotations

import datetime
import json
from collections import Counter
from dataclasses import replace

import pytest
from conftest import broken

from factcheck.checks import KINDS
from factcheck.engine import evaluate
from factcheck.engine.silence import ignored_kinds, ignored_passages, ignored_rules, is_open, known
from factcheck.model.error import FactcheckError
from factcheck.model.finding import Confidence, Finding, Report, Severity, Silence, Verdict
from factcheck.model.identity import identity
from factcheck.records.baseline import dump_baseline, load_baseline
from factcheck.sources import document
from factcheck.sources.comment import ignores

TODAY = datetime.date(2026, 11, 24)
TEXT = "The raids led to 12 arrests: seven in Rome and six in Milan. Of the 4 lorries 5 were red.\n"
CLAIMS = """
claims:
  arrests: 12 arrests
  by_city: {quote: seven in Rome and six in Milan, breakdown: city}
  lorries: 4 lorries
  red: 5 were red
rules:
  - name: arrests
    balance: {whole: arrests, parts: by_city}
"""


def judged(newsroom, claims: str, today: datetime.date = TODAY) -> Report:
    claim_set = newsroom.write(TEXT, claims).load()
    assert not claim_set.errors
    return ignored_rules(evaluate(claim_set), claim_set.rules, today)


def warnings(report: Report) -> list[str]:
    return [its.message for its in report.findings if its.kind in ("ignore", "baseline")]


def test_a_broken_rule_is_set_aside_with_its_reason(newsroom):
    """The finding no longer counts; why it does not is kept."""
    report = judged(newsroom, CLAIMS + "    ignore: the agency counts twice\n")
    assert broken(report) == []
    assert [(its.silence, its.reason) for its in report.silenced] == [(Silence.IGNORED, "the agency counts twice")]


def test_an_ignore_holds_until_its_last_day(newsroom):
    """On the day itself it still holds; the day after the finding is back, with a warning."""
    claims = CLAIMS + "    ignore: the agency counts twice\n    until: 2026-11-24\n"
    assert broken(judged(newsroom, claims)) == []
    late = judged(newsroom, claims, datetime.date(2026, 11, 25))
    assert len(broken(late)) == 1
    assert warnings(late) == ["The ignore of “arrests” ended on 2026-11-24: it is reported again"]


def test_an_ignore_that_silences_nothing_is_a_warning(newsroom):
    """The rule holds: the ignore would hide the next error."""
    report = judged(newsroom, CLAIMS + "    tolerance: 1\n    ignore: the agency counts twice\n")
    assert warnings(report) == ["“arrests” is ignored, but holds"]
    place = report.findings[0].locations[0]
    assert (place.path, place.text) == ("claims.yaml", "the agency counts twice")
    assert newsroom.claims.read_text("utf-8")[place.start : place.end] == "the agency counts twice"


def test_what_breaks_another_rule_too_is_not_set_aside(newsroom):
    """One slip is one finding: it stays as long as a rule that nobody ignores is broken."""
    claims = CLAIMS + "    ignore: counted twice\n  - formula: by_city.rome + by_city.milan = arrests\n"
    report = judged(newsroom, claims)
    assert len(broken(report)) == 1 and report.silenced == ()


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        ("    ignore: ''\n", "ignore has no reason"),
        ("    until: 2027-01-01\n", "until without ignore"),
        ("    ignore: so it is\n    until: next year\n", "until cannot be “next year”"),
    ],
)
def test_an_ignore_that_cannot_be_read_is_a_record_error(newsroom, lines, what):
    """A reason is required, and a date that is one."""
    assert [error.what for error in newsroom.write(TEXT, CLAIMS + lines).load().errors] == [what]


MARKDOWN = """# Raids

<!-- factcheck: ignore part, balance -- quoted as printed -->

Of 4 lorries 5 were red.

<!-- factcheck: ignore part until 2026-01-01 -- an old story -->
Of 4 vans 5 were blue.

<!-- factcheck: ignore nonsense -- no such kind -->
<!-- factcheck: ignore part -->
"""


def of_passages(text: str, places: list[str], kind: str = "part") -> Report:
    source = document(text, "a.md")
    found, unread = ignores(source, KINDS)
    findings = []
    for words in places:
        start = text.index(words)
        at = replace(unread[0], path="a.md", start=start, end=start + len(words)) if unread else None
        assert at is not None
        findings.append(
            Finding("a.md", words, kind, Verdict.INCONSISTENT, None, Severity.ERROR, Confidence.HIGH, words, (at,))
        )
    return ignored_passages(Report(tuple(findings)), found, unread, TODAY)


def test_a_comment_is_about_the_block_below_it():
    """The next passage is set aside, the one after it is not; what has ended or cannot be read is told."""
    report = of_passages(MARKDOWN, ["5 were red", "5 were blue"])
    assert [its.finding.rule for its in report.silenced] == ["5 were red"]
    assert [its.rule for its in broken(report)] == ["5 were blue"]
    assert warnings(report) == [
        "The ignore of part ended on 2026-01-01: it is reported again",
        "This comment cannot be read",
        "This comment cannot be read",
    ]


@pytest.mark.parametrize("shown", ["```\n{}\n```\n", "Write `{}` above it.\n"])
def test_a_comment_that_is_shown_as_code_is_an_example(shown):
    """A page about comments ignores nothing, and is not told of it."""
    text = shown.format("<!-- factcheck: ignore part -- as printed -->") + "\nPolice held 5 of the 4 men.\n"
    assert ignores(document(text, "a.md"), ["part"]) == ((), ())


def test_a_comment_for_another_kind_sets_nothing_aside():
    """It is about the kinds that it names, and says when there is nothing for it to do."""
    report = of_passages(MARKDOWN, ["5 were red"], kind="share")
    assert report.silenced == ()
    assert "There is nothing to ignore here: no finding of part or balance" in warnings(report)


def test_hostile_comments_take_no_time():
    """Half a megabyte of beginnings of comments is read at once."""
    text = "<!-- factcheck: ignore " * 20_000 + "<!--" * 20_000
    assert ignores(document(text, "a.md"), KINDS) == ((), ())


def test_kinds_that_the_configuration_ignores_are_set_aside(newsroom):
    """The reason says which setting it was."""
    report = newsroom.write(TEXT, CLAIMS).verify()
    quiet = ignored_kinds(report, lambda finding: "factcheck.toml" if finding.kind == "balance" else "")
    assert broken(quiet) == []
    assert [(its.silence, its.reason) for its in quiet.silenced] == [(Silence.SETTING, "factcheck.toml")]


def baseline_of(newsroom, report: Report):
    path = newsroom.folder / "known.jsonl"
    path.write_text(dump_baseline((identity(its) for its in report.findings if is_open(its)), newsroom.folder))
    return load_baseline(path)


def test_rewording_keeps_the_entry_and_one_digit_makes_the_finding_new(newsroom):
    """Every sentence around the numbers is another: the baseline holds. Then a seven becomes an eight."""
    report = newsroom.write(TEXT, CLAIMS.split("  lorries")[0] + "rules:\n" + CLAIMS.split("rules:\n")[1]).verify()
    assert len(broken(report)) == 1
    baseline = baseline_of(newsroom, report)
    reworded = TEXT.replace("The raids led to", "Police say that there were").replace("arrests:", "detained,")
    reworded = reworded.replace("seven in Rome and six in Milan", "7 in Rome and 6 in Milan")
    claims = """
claims:
  arrests: 12 detained
  by_city: {quote: 7 in Rome and 6 in Milan, breakdown: city}
rules:
  - balance: {whole: arrests, parts: by_city}
"""
    again = known(newsroom.write(reworded, claims).verify(), baseline.places, baseline.counts)
    assert broken(again) == [] and [its.silence for its in again.silenced] == [Silence.KNOWN]
    digit = newsroom.write(reworded.replace("7 in", "8 in"), claims.replace("7 in", "8 in")).verify()
    new = known(digit, baseline.places, baseline.counts)
    assert len(broken(new)) == 1 and new.silenced == ()
    entry = "balance of arrests 12, by_city.milan 6 and by_city.rome 7"
    assert warnings(new) == [f"The baseline has one entry for what is not found any more: {entry}"]


def test_a_second_finding_like_the_first_is_new(newsroom):
    """An entry that stands once is known once."""
    report = newsroom.write(TEXT, CLAIMS).verify()
    baseline = baseline_of(newsroom, report)
    twice = replace(report, findings=(*broken(report), *broken(report)))
    assert len(broken(known(twice, baseline.places, baseline.counts))) == 1


def test_a_baseline_is_sorted_one_a_line_and_has_no_lines_and_times(newsroom):
    """So that a diff of it reads well, and says only what matters."""
    report = newsroom.write(TEXT, CLAIMS).verify()
    text = dump_baseline([identity(its) for its in broken(report)] * 2, newsroom.folder)
    head, *lines = text.splitlines()
    assert json.loads(head) == {"factcheck-baseline": 1}
    assert lines == sorted(lines)
    assert json.loads(lines[0]) == {
        "kind": "balance",
        "path": "claims.yaml",
        "numbers": ["arrests 12", "by_city.milan 6", "by_city.rome 7"],
    }


def test_a_baseline_in_another_folder_names_paths_from_there(newsroom):
    """It may be read from anywhere."""
    report = newsroom.write(TEXT, CLAIMS).verify()
    folder = newsroom.folder / "ci"
    folder.mkdir()
    (folder / "known.jsonl").write_text(dump_baseline([identity(broken(report)[0])], folder))
    assert '"path": "../claims.yaml"' in (folder / "known.jsonl").read_text()
    assert load_baseline(folder / "known.jsonl").counts == Counter([identity(broken(report)[0])])


@pytest.mark.parametrize("text", ["x\n", '{"factcheck-baseline": 2}\n', '{"factcheck-baseline": 1}\n[' + "[" * 9000])
def test_a_file_that_is_no_baseline_is_an_error_with_its_line(newsroom, text):
    """The place, and how to make one."""
    path = newsroom.folder / "known.jsonl"
    path.write_text(text)
    with pytest.raises(FactcheckError, match="this is not a line of a baseline"):
        load_baseline(path)
