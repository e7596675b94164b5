"""
The whole main job on the article: clean as it stands, and every planted error is one finding.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from conftest import ROOT, broken

from factcheck.engine import evaluate
from factcheck.model.finding import Report, Severity, Strength
from factcheck.records import load
from factcheck.reports import renderer
from factcheck.reports.style import Style
from factcheck.reports.words import told

ARTICLE = (ROOT / "seeds" / "dark-huntor.txt").read_text(encoding="utf-8")
RECORD = (ROOT / "claims" / "dark-huntor.yaml").read_text(encoding="utf-8")
GOLDEN = ROOT / "tests" / "data" / "article"

# What is exchanged in the article, and words that the finding must hold.
PLANTED: dict[str, tuple[list[tuple[str, str]], list[str]]] = {
    "germany": ([("47 in Germany", "74 in Germany")], ["177", "150", "27 too many", "Germany"]),
    "total": ([("arrest of 150", "arrest of 155")], ["150", "155", "5 too few"]),
    "cocaine": ([("21.6 kg of cocaine", "216 kg of cocaine")], ["427.5 kg", "approximately 234 kg"]),
    "doses": ([("four million lethal", "five million lethal")], ["4 million", "5 million"]),
    "cryptocurrency": ([("$700,000 in crypto", "$7 million in crypto")], ["$7 million", "$1 million"]),
    "countries": ([("Netherlands, Switzerland, the", "Netherlands, the")], ["Switzerland"]),
    "headline arrests": ([("including 65 in", "including 56 in")], ["65", "56"]),
    "listed arrests": ([("65 arrests in the U.S.", "56 arrests in the U.S.")], ["65", "56"]),
    "bulgaria": ([("one in Bulgaria", "two in Bulgaria")], ["151", "150", "1 too many"]),
}
SWAPPED = [("47 in Germany", "24 in Germany"), ("24 in the United K", "47 in the United K")]

HARMLESS: dict[str, list[tuple[str, str]]] = {
    "a word exchanged": [("150 individuals", "150 people")],
    "straight quotation marks": [("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'")],
    "the reader's comment": [("4 million doses of fentanyl off", "9 million doses of fentanyl off")],
    "two spaces for one": [("over $31.6", "over  $31.6"), ("45 firearms", "45  firearms")],
    "Windows line ends": [("\n", "\r\n")],
}


def exchanged(text: str, exchanges: list[tuple[str, str]]) -> str:
    for old, new in exchanges:
        text = text.replace(old, new)
    return text


def judged(article: str, record: str) -> Report:
    for name, text in (("seeds/dark-huntor.txt", article), ("claims/dark-huntor.yaml", record)):
        path = Path(name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    return evaluate(load([Path("claims")]))


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_article_hangs_together() -> None:
    """No error, no warning; the arrests add up exactly."""
    report = judged(ARTICLE, RECORD)
    assert report.errors == ()
    assert [its for its in report.findings if its.severity in (Severity.ERROR, Severity.WARNING)] == []
    arrests = next(its for its in report.findings if its.rule == "arrests")
    assert (arrests.reading, arrests.severity) == ("exact", "none")


def test_the_kilograms_hold_only_because_of_approximately() -> None:
    """0.9 kg (0.4 %) are not itemised: a note that names the words which save the sum."""
    drugs = next(its for its in judged(ARTICLE, RECORD).findings if its.rule == "drugs by type")
    assert (drugs.reading, drugs.severity) == ("hedge", "note")
    assert "0.9 kg (0.4%) not itemised" in drugs.message
    assert "“approximately”, and “including”" in drugs.details[0]


def test_the_coverage_is_right_by_hand_count() -> None:
    """
    Pinned: 150 and its eight parts, the 65 above, both doses, both 10 months: 14. Bounded: the three
    sums of money, 234 kg and its four parts: 8. Untested: the continents, the pills, the firearms.
    """
    coverage = judged(ARTICLE, RECORD).coverage
    assert [coverage.count(its) for its in Strength] == [14, 8, 3]
    assert (coverage.backed, coverage.not_claims) == (0, 2)
    untested = [where.claim for where, its, _ in coverage.numbers if its == Strength.UNTESTED]
    assert untested == ["effort.continents", "pills", "firearms"]


@pytest.mark.parametrize("along", [False, True], ids=["records as they are", "quotes changed along"])
@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_error_is_one_finding_in_one_plain_sentence(name: str, along: bool) -> None:
    """One slip, one finding; its first sentence has the numbers that a copy editor needs."""
    exchanges, words = PLANTED[name]
    report = judged(exchanged(ARTICLE, exchanges), exchanged(RECORD, exchanges) if along else RECORD)
    assert report.errors == ()
    found = broken(report)
    assert [its.severity for its in found] == [Severity.ERROR]
    said = told(found[0])
    assert [word for word in words if word not in said] == []
    assert not any(word in said for word in ("balance", "hedge", "residual", "suspect"))


def test_two_numbers_swapped_are_found_by_the_records_as_they_are() -> None:
    """No sum changes when Germany and the United Kingdom change places; the quote does."""
    (found,) = broken(judged(exchanged(ARTICLE, SWAPPED), RECORD))
    assert (found.kind, found.severity) == ("quote", "error")
    assert "“24 in Germany” and “47 in the United Kingdom”" in found.message


def test_the_wrong_number_is_named_with_what_fits_and_how_it_slipped() -> None:
    """Germany 74: the table, the lines and the JSON all name Germany, 47 and the swap."""
    report = judged(exchanged(ARTICLE, PLANTED["germany"][0]), RECORD)
    for name in ("table", "plain", "json", "jsonl"):
        text = renderer(name)(report, Style(width=100))
        assert "Germany" in text
        assert "47 would fit" in text
        assert "two digits swapped" in text


@pytest.mark.parametrize("name", HARMLESS)
def test_a_harmless_edit_raises_no_alarm(name: str) -> None:
    """Reworded, retyped, or outside the article: nothing is broken."""
    report = judged(exchanged(ARTICLE, HARMLESS[name]), RECORD)
    assert report.errors == ()
    assert broken(report) == []


def test_a_moved_paragraph_raises_no_alarm() -> None:
    """A quote is found wherever it stands."""
    paragraphs = ARTICLE.split("\n\n")
    at = next(at for at, its in enumerate(paragraphs) if its.startswith("Operation Dark HunTor led"))
    paragraphs.insert(3, paragraphs.pop(at))
    report = judged("\n\n".join(paragraphs), RECORD)
    assert (report.errors, broken(report)) == ((), [])


def test_a_reworded_quote_is_a_warning_with_the_new_quote() -> None:
    """The number still stands: exit status 0, and `update` would write the new words."""
    report = judged(exchanged(ARTICLE, HARMLESS["a word exchanged"]), RECORD)
    (warning,) = [its for its in report.findings if its.severity == Severity.WARNING]
    assert "“the arrest of 150 people”" in warning.message


@pytest.mark.parametrize("name", ["table", "plain", "json", "jsonl"])
@pytest.mark.parametrize("case", ["clean", "germany", "countries"])
def test_a_whole_run_is_printed_as_before(case: str, name: str) -> None:
    """Golden files; `FACTCHECK_ACCEPT=1` rewrites them."""
    exchanges = PLANTED[case][0] if case in PLANTED else []
    report = judged(exchanged(ARTICLE, exchanges), RECORD)
    text = renderer(name)(report, Style(verbose=case == "clean", width=100))
    path = GOLDEN / f"{case}.{name}"
    if os.environ.get("FACTCHECK_ACCEPT"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    assert path.read_bytes().decode("utf-8") == text
    if name == "json":
        assert json.loads(text)["version"] == 2
