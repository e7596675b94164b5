"""
A rewrite against its source: what was changed is found, what was rounded, converted or reworded is not.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from conftest import pattern_examples

from factcheck import compare, document
from factcheck.discover import PATTERNS
from factcheck.model.finding import Finding, Severity, Verdict

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests" / "data" / "rewrites"
SOURCES = {
    "article": (ROOT / "seeds" / "dark-huntor.txt").read_text(encoding="utf-8"),
    "release": (FOLDER / "release.txt").read_text(encoding="utf-8"),
}
HONEST = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*-*"))}
WRONG = [
    (source, its["where"], its["text"])
    for source, entries in yaml.safe_load((FOLDER / "wrong.yaml").read_text(encoding="utf-8")).items()
    for its in entries.values()
]


def told(rewrite: str, source: str, suffix: str = ".txt") -> list[Finding]:
    """The errors and warnings of a rewrite, held against its source alone."""
    report = compare(document(rewrite, f"rewrite{suffix}"), document(source, f"source{suffix}"), scanned=False)
    return [its for its in report.findings if its.severity in (Severity.ERROR, Severity.WARNING)]


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_rewrite_is_clean(name: str) -> None:
    """Rounded with "nearly" and "over", converted to pounds, counted, added up, and put into shares."""
    source, _, _ = name.partition("-")
    assert [its.message for its in told(HONEST[name], SOURCES[source], Path(name).suffix)] == []


@pytest.mark.parametrize(("source", "where", "rewrite"), WRONG, ids=[f"{its[0]}: {its[1]}" for its in WRONG])
def test_an_error_in_a_rewrite_is_found(source: str, where: str, rewrite: str) -> None:
    """The finding stands where the wrong number does, in the rewrite, not in the source."""
    first, *_ = told(rewrite, SOURCES[source])
    assert first.path == "rewrite.txt"
    assert where in first.locations[0].text or first.locations[0].text in where


@pytest.mark.parametrize(
    ("rewrite", "message"),
    [
        ("They found 22 pounds of cocaine.",
         "“22 pounds” (cocaine); the source has 21.6 kg, which is 47.62 lb: the unit was changed, not the number"),
        ("Police arrested more than 150 people.", "“more than 150 people”; the source has exactly 150"),
        ("Officers seized over €31.6 million.",
         "“over €31.6 million”; the source has “over $31.6 million”: the currency was changed, not the number"),
        ("The operation led to 65 arrests worldwide.",
         "“65 arrests”, said of everything: in the source it is said of the U.S. alone"),
        ("Some 320 officers took part.", "“Some 320 officers”: the source has no such number"),
    ],
)  # fmt: skip
def test_the_sentence_says_what_the_source_has(rewrite: str, message: str) -> None:
    """A copy editor understands it without the source at hand; no other number is suspected."""
    (finding,) = told(rewrite, SOURCES["article"])
    assert (finding.message, finding.suspects) == (message, ())


TEXTS = [*SOURCES.values(), *HONEST.values()]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_text_agrees_with_itself(text: str) -> None:
    """Whatever it states."""
    assert [its.message for its in told(text, text)] == []


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_example_of_the_patterns_agrees_with_itself(pattern: str) -> None:
    """Even one that contradicts itself: it is no rewrite that is wrong then."""
    for text in [*pattern_examples(pattern, "Finds"), *pattern_examples(pattern, "Leaves alone")]:
        assert [its.message for its in told(text, text, ".md")] == []


QUIET = [
    ("More than 14,000 people live there.", "Some 14,200 people live there."),
    ("About 230 kg were found.", "Police found 234 kg of drugs."),
    ("Police found 230 kg of drugs.", "Police found 234 kg of drugs."),
    ("Half of the 40 towns voted no.", "Of 40 towns 20 voted no."),
    ("Two men were seen.", "Police spoke to witnesses of the robbery of $4,000."),
    ("The bridge is 30 miles long.", "The bridge is 48 kilometres long."),
    ("It rose 5 percent to 105.", "It rose from 100 to 105, or by 5 percent."),
    ("Dozens of people were arrested.", "Police arrested 31 people."),
    ("Police in Rome, Milan and Turin, among others, took part.", "Police in Rome, Milan, Turin and Bari took part."),
    ("The three countries are France, Italy and Spain.", "Police in France, Italy and Spain met."),
    ("A ten-month effort ended.", "The 10-month effort ended."),
    ("They paid between $5,000 and $6,000.", "They paid from $5,000 to $6,000."),
    ("The fine is $1.2m.", "The fine is $1,200,000."),
    ("That is an average of 15 arrests a month.", "The 150 arrests took ten months."),
    (
        "Arrests were made in two jurisdictions.",
        "Police made 5 arrests in France and 4 in Italy, and 2 in Spain. France and Italy met.",
    ),
    ("Italy, Spain, France and us: all took part.", "Police in Italy, Spain, France and Germany took part."),
    ("Police seized better than 200,000 pills.", "Police seized more than 200,000 pills."),
    ("Between 11 and 12 percent of it was opioids.", "They found 234 kg of drugs, including 26.9 kg of opioids."),
    ("France made 65 arrests, 18 more than Italy.", "Police made 65 arrests in France and 47 in Italy."),
    ("Two people in Rome were among 150 held.", "Police held 150 people: 148 in Bari and two in Rome."),
    (
        "There were 150 arrests, though none in Spain.",
        "Police made 150 arrests: 65 in France, 47 in Italy and 38 in Malta.",
    ),
    ("Four in ten agreed.", "Of those asked 40 percent agreed."),
    ("It costs half a dollar, or half an hour of work.", "It costs $0.50, half of the price, and 30 minutes of work."),
]


@pytest.mark.parametrize(("rewrite", "source"), QUIET, ids=[its[0] for its in QUIET])
def test_what_is_rounded_converted_or_derived_is_clean(rewrite: str, source: str) -> None:
    """Other words for the same number, and numbers that follow from the source."""
    assert [its.message for its in told(rewrite, source)] == []


LOUD = [
    ("They seized just under $31.6 million.", "They seized over $31.6 million.", "just under $31.6 million"),
    ("There were 75 arrests in Europe.",
     "Police made 150 arrests: 65 in the United States, 47 in Italy and 38 in Malta.", "75 arrests"),
    ("France made 65 arrests, 28 more than Italy.", "Police made 65 arrests in France and 47 in Italy.", "28 more"),
    ("They made an average of 25 arrests a month.", "The 150 arrests took ten months.", "25 arrests"),
]  # fmt: skip


@pytest.mark.parametrize(("rewrite", "source", "where"), LOUD, ids=[its[0] for its in LOUD])
def test_what_does_not_follow_is_told(rewrite: str, source: str, where: str) -> None:
    """Hedges that exclude each other, the sum of a region, a difference, a rate."""
    (finding,) = told(rewrite, source)
    assert finding.locations[0].text in where


def test_a_number_that_no_source_has_may_stand_in_another() -> None:
    """Several sources are one: what any of them states is stated."""
    rewrite = document("Police arrested 12 people and seized 45 guns.")
    one, other = document("Police arrested 12 people.", "one.txt"), document("They seized 45 guns.", "other.txt")
    assert all(its.verdict == Verdict.CONSISTENT for its in compare(rewrite, one, other).findings)
    assert [its.locations[0].text for its in compare(rewrite, one).findings if its.verdict == Verdict.INCONSISTENT] == [
        "45 guns"
    ]


def test_every_number_of_the_rewrite_is_counted() -> None:
    """With the reason where nothing tests it."""
    source = document(SOURCES["article"], "source.txt")
    report = compare(document(HONEST["article-bullets.md"], "rewrite.md"), source)
    assert len(report.coverage.numbers) == 11
    assert sorted(set(report.coverage.why.values())) == [
        "it counts a list of the source", "it is a share of numbers of the source",
    ]  # fmt: skip


def test_a_source_of_ten_thousand_numbers_is_compared_in_time() -> None:
    """Each number of the rewrite is held against the few that share most with it, not against all."""
    source = "\n\n".join(f"Town {at} sold {at * 37 + 1000} cars to district {at} last year." for at in range(10_000))
    findings = told("Town 77 sold 3849 cars to district 77 last year.", source)
    assert [its.locations[0].text for its in findings] == []


NEWSROOM = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((FOLDER / "newsroom").glob("*.yaml"))]


def on(findings: list[Finding], start: int, end: int) -> bool:
    """Whether a finding stands in a passage of the rewrite."""
    places = (place for its in findings for place in its.locations if place.path == "rewrite.txt")
    return any(place.start < end and place.end > start for place in places)


def test_rewrites_of_a_newsroom_are_told_apart() -> None:
    """
    Rewrites of five sources, written without a look at the program: 45 of them honest, with sums, shares, rates
    and conversions of their own. A floor, not a wish: what is missed today are a whole's figure given
    to a group that the source does not break down, and numbers exchanged across clauses.
    """
    seen = missed = alarms = 0
    for its in NEWSROOM:
        source = its.get("source", SOURCES["article"])
        alarms += sum(bool(told(text, source)) for text in its["honest"])
        for wrong in its["wrong"]:
            findings = told(wrong["text"], source)
            for words in wrong["errors"]:
                start = wrong["text"].index(words)
                seen += on(findings, start, start + len(words))
                missed += not on(findings, start, start + len(words))
    assert (seen >= 72, seen + missed, alarms <= 5) == (True, 88, True), (seen, missed, alarms)


RAIDS = (
    "Raids against art thieves led to 90 arrests. Officers recovered more than €8.4 million ($9.9 million) in cash.\n\n"
    "Suspects were held in the United States (40), France (30) and Italy (20). They had 12 pistols.\n"
)


@pytest.mark.parametrize(
    ("rewrite", "message"),
    [
        ("Police made 90 arrests across Europe.",
         "“90 arrests”, said of a part: in the source it is the whole, with United States (40)"),
        ("Officers found $8.4 million in cash.",
         "“$8.4 million” (cash); the source has “more than €8.4 million”: the currency was changed, not the number"),
        ("Officers in France held 40 people.", "“40 people”; the source has 30"),
        ("They carried fewer than 12 guns.", "“fewer than 12 guns”; the source has exactly 12"),
    ],
)  # fmt: skip
def test_numbers_in_brackets_behind_their_places_are_of_these_places(rewrite: str, message: str) -> None:
    """As releases print a breakdown; a sum of it is a whole, though nothing says so."""
    assert [its.message for its in told(rewrite, RAIDS)] == [message]


@pytest.mark.parametrize(
    "rewrite",
    [
        "Police made 90 arrests in Europe and the United States.",
        "Police in three countries arrested 90 people, 40 of them in America.",
        "Officers took over £7 million in cash.",
        "Officers recovered nearly $10 million in cash, or more than 8 million euros.",
        "Half of the arrests were made in France and Italy, 50 in all.",
    ],
)
def test_rewrites_of_such_a_breakdown_are_clean(rewrite: str) -> None:
    """Its length, its sums, and amounts in a currency that the source does not use."""
    assert [its.message for its in told(rewrite, RAIDS)] == []
