"""
What would steer a terminal, turn a line around or hide is shown: in every report, every list, every message.
"""

from __future__ import annotations

import json
import xml.etree.ElementTree
from dataclasses import replace
from fractions import Fraction
from html.parser import HTMLParser

import pytest
from hostile_records import NASTY, SPOKEN, raw

import factcheck
from factcheck.engine import evaluate
from factcheck.engine.sheet import portrait, rows
from factcheck.model.error import RecordError
from factcheck.model.finding import (
    Confidence,
    Coverage,
    Entry,
    Finding,
    Gap,
    Location,
    Report,
    Severity,
    Side,
    Silence,
    Silenced,
    Strength,
    Suspect,
    Verdict,
)
from factcheck.model.interval import Interval
from factcheck.model.visible import deceives, in_json, named, shown, visible
from factcheck.records import load
from factcheck.reports import FORMATS, renderer
from factcheck.reports.listing import FORMATS as LISTS
from factcheck.reports.listing import render as listed
from factcheck.reports.portrait import FORMATS as PORTRAITS
from factcheck.reports.portrait import render as portrayed
from factcheck.reports.style import Style
from factcheck.sources import document


def shortened(words: str) -> str:
    """An id of a case."""
    return ascii(words)[1:20]


ALL = Style(verbose=True, silenced=True)
EVERYTHING = " ".join(NASTY)


def hostile_report(words: str) -> Report:
    """A report in which every field that a text, a record or a file may fill says the same words."""
    path = f"seeds/{words}.txt"
    text = document(f"Of 12 {words} seven were here.", path)
    place = Location(path, 3, 6 + len(words), 1, 4, 1, 7 + len(words), 1, f"12 {words}", words, words)
    entry = Entry(words, words, place, quote=words, amount=12, claim=words)
    suspect = Suspect(words, words, "12", Interval.point(13), words, words, place, Confidence.HIGH, (words,), words)
    sides = (Side(words, Interval.point(13)), Side(words, Interval.point(12)))
    ledger = (entry, replace(entry, total=True), entry)
    broken = Finding(
        path, words, "balance", Verdict.INCONSISTENT, None, Severity.ERROR, Confidence.HIGH, words, (place, place),
        Gap(1, None, Fraction(1, 12)), (suspect,), ledger, words, (words, f"“{words}”"), path, (words,), sides, (0,),
    )  # fmt: skip
    unsure = replace(broken, severity=Severity.WARNING, suspects=(replace(suspect, confidence=Confidence.LOW),) * 2)
    note = replace(broken, severity=Severity.NOTE, verdict=Verdict.CONSISTENT, kind="quote")
    bare = replace(unsure, locations=(), kind="agree", ledger=())
    error = RecordError(path, words, words, 3, 9, f"$.{words}", f"  {words}: {words}", (words,))
    findings = (broken, unsure, note, bare)
    return Report(
        findings, Coverage(tuple((place, its, True) for its in Strength), 1, {(path, 3): words}),
        (error, replace(error, line=-1)), ((path, path),), rules=4, broken=0, claims=4, documents={path: text},
        silenced=(Silenced(broken, Silence.IGNORED, words),),
    )  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("words", [*(its for its in NASTY if not its.isprintable()), EVERYTHING], ids=shortened)
def test_no_report_sends_what_deceives(name, words):
    """Ids, labels, paths, keys, quotes, messages; with records and without, in a narrow terminal and a wide one."""
    report = hostile_report(words)
    for its in (report, replace(report, records=False), replace(report, findings=report.findings[2:], errors=())):
        for style in (ALL, Style(verbose=True, width=40)):
            text = renderer(name)(its, style)
            text.encode("utf-8")
            assert not raw(text)


@pytest.mark.parametrize("words", [*NASTY, EVERYTHING], ids=shortened)
def test_no_report_is_broken_by_what_deceives(words):
    """Machine formats are what they claim to be, and say of each finding what they always do."""
    report = hostile_report(words)
    for name in ("json", "sarif", "rdjson", "gitlab"):
        json.loads(renderer(name)(report, ALL))
    lines = renderer("jsonl")(report, ALL).split("\n")
    assert len([json.loads(line) for line in lines if line]) == len(report.findings) + len(report.errors)
    xml.etree.ElementTree.fromstring(renderer("junit")(report, ALL))
    page = _Tags()
    page.feed(renderer("html")(report, ALL))
    assert page.scripts == 1
    commands = [line for line in renderer("github")(report, ALL).split("\n") if line.startswith("::")]
    token = commands[0].removeprefix("::stop-commands::")
    levels = "error error error warning notice warning".split()
    assert [line.split(" ")[0].removeprefix("::") for line in commands[2:]] == levels
    assert commands[1] == f"::{token}::"


def test_an_offset_in_json_is_still_one_of_its_text():
    """A lone surrogate becomes one character, not an escape of six."""
    report = hostile_report("half\ud800")
    for finding in json.loads(renderer("json")(report, ALL))["findings"]:
        for place in finding["locations"]:
            assert len(place["text"]) == place["end"] - place["start"]


@pytest.mark.parametrize("name", FORMATS)
def test_lone_surrogates_from_python_pass_through_every_format(name):
    """A text may come from a program; before them, in them and behind them stand numbers."""
    text = factcheck.document("\ud800 12 arrests\udfff: seven in Rome\udc80 and six in Milan.", "a\udcff.txt")
    report = factcheck.scan(text)
    assert report.findings
    assert not raw(renderer(name)(report, ALL))
    rewrite = factcheck.document("The 13\ud800 arrests.", "b\ud800.txt")
    assert not raw(renderer(name)(factcheck.compare(rewrite, text), ALL))


CLAIMS = """source: source.txt
claims:
  %s: {quote: 12 arrests, label: %s, note: %s, evidence: [{from: %s, says: 12, by: %s, note: %s}]}
  rome: seven in Rome
rules:
  - name: %s
    part: {part: rome, whole: %s}
"""


@pytest.mark.parametrize("words", [its for its in SPOKEN if its.isprintable() or "\x9b" not in its], ids=shortened)
def test_no_list_of_claims_sends_what_deceives(words, newsroom):
    """`list` and `show`: of a claim with a nasty id they know nothing, of its labels and evidence all."""
    written = json.dumps(words, ensure_ascii=False)
    claims = CLAIMS % ("arrests", *[written] * 6, "arrests")
    newsroom.write("The raid led to 12 arrests: seven in Rome.", claims)
    loaded = newsroom.load()
    report = evaluate(loaded)
    assert not loaded.errors
    for name in LISTS:
        for width in (40, 120):
            assert not raw(listed(rows(loaded, report), name, Style(width=width)))
    for name in PORTRAITS:
        for claim in loaded.claims.values():
            assert not raw(portrayed(portrait(claim, loaded, report), name, Style()))


@pytest.mark.parametrize("command", ["show", "verify", "explain", "draft", "read", "scan", "compare x -a"])
def test_messages_show_it_too(command, desk, factcheck):
    """Of a claim, a file, a kind, a claim file, a setting."""
    nasty = "'\x1b[2J\u202e\n'"
    done = factcheck(f"{command} {nasty}")
    assert done.returncode == 2 and "\\x1b[2J\\u202e" in done.stdout + done.stderr
    assert not raw(done.stdout + done.stderr)
    (desk / "factcheck.toml").write_text('"\\u001b[2J\\u202e" = 1\n', encoding="utf-8")
    done = factcheck("verify")
    assert "unknown key “\\x1b[2J\\u202e”" in done.stderr and not raw(done.stderr)


def test_a_draft_may_be_printed_and_says_the_same(desk, run):
    """YAML's escapes stand for what deceives: the quotes are found."""
    (desk / "raid.txt").write_text(
        "Of 12\u202earrests\u200b seven were in\xadRome, five in Milan\u2066.\n", encoding="utf-8"
    )
    done = run(
        "factcheck draft raid.txt; factcheck draft raid.txt --output draft.yaml >/dev/null; factcheck verify draft.yaml"
    )
    assert not raw(done.stdout) and done.returncode == 0
    assert not load([desk / "draft.yaml"]).errors


@pytest.mark.parametrize(
    "text",
    [
        "ordinary words",
        "naïve café",
        "👩\u200d🍳 of France 🇫🇷",
        "می\u200cخواهم",
        "क्\u200dष",
        "a\tb\nc",
        "5 × 5 − 1 ≤ 24 “so” …",
        "❤\ufe0f",
    ],
)
def test_what_is_what_it_seems_stays(text):
    """Letters, emoji, joiners between letters that need them."""
    assert shown(text) == text and not deceives(text)
    assert json.loads(in_json(text)) == text and visible(text) == " ".join(text.split())


def test_names_keep_their_spaces_and_their_bytes():
    """Two files are never shown alike; an escape stands for exactly one character."""
    assert named("a  b\t\n\r\udcff\x7f\U000e0041") == "a  b\\t\\n\\r\\xff\\x7f\\U000e0041"


def test_json_is_read_back_as_it_was():
    """What is escaped is only written otherwise."""
    words = EVERYTHING.replace("\ud800", "").replace("\udcff", "")
    assert json.loads(in_json({words: [words]}, 2)) == {words: [words]}


class _Tags(HTMLParser):
    scripts = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.scripts += tag == "script"


@pytest.mark.parametrize("words", ["👩\u200d\x9b31m", "\x1b\u200d🍳", "🍳\u200dplain", "\u200dक"])
def test_a_joiner_that_joins_nothing_is_shown(words: str) -> None:
    """Beside a plain letter, or beside what becomes an escape."""
    assert "\u200d" not in shown(words) and not deceives(shown(words))
