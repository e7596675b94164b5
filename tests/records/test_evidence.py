"""
Evidence: a second source, a person's word, another claim; what agrees backs, what does not contradicts.
"""

from __future__ import annotations

from conftest import Newsroom, broken

from factcheck.model.finding import Report, Standing

PERSON = """
    evidence:
      - {from: "telephone, press office", by: news desk, date: 2021-10-27, says: 45 firearms}
"""


def standing(report: Report, claim: str) -> Standing:
    return dict(report.standings)[f"claims.yaml:{claim}"]


def test_a_persons_word_backs_a_number(newsroom: Newsroom) -> None:
    """The press office said 45 and the article says 45: backed, and counted so."""
    report = newsroom.write("They took 45 firearms.", f"claims:\n  guns:\n    quote: 45 firearms{PERSON}").verify()
    assert standing(report, "guns") == Standing.BACKED
    assert report.coverage.backed == 1


def test_a_later_edit_cannot_keep_its_tick(newsroom: Newsroom) -> None:
    """The article now says 54; what was said is kept, and contradicts it: one finding, who said it in it."""
    report = newsroom.write("They took 54 firearms.", f"claims:\n  guns:\n    quote: 45 firearms{PERSON}").verify()
    (found,) = broken(report)
    assert standing(report, "guns") == Standing.CONTRADICTED
    said = " ".join([found.message, *found.details])
    assert "“54 firearms”" in said
    assert "telephone, press office; news desk, 2021-10-27" in said


def test_a_quote_changed_along_is_contradicted_all_the_same(newsroom: Newsroom) -> None:
    """Record and article both say 54, the press office said 45."""
    report = newsroom.write("They took 54 firearms.", f"claims:\n  guns:\n    quote: 54 firearms{PERSON}").verify()
    (found,) = broken(report)
    assert (found.kind, found.severity) == ("evidence", "error")


def test_a_second_source_backs_a_claim_and_is_read_again_on_every_run(newsroom: Newsroom) -> None:
    """The release says 45 too; when it is corrected to 46, the article is contradicted."""
    release = newsroom.folder / "release.txt"
    claims = """
    sources: {article: source.txt, release: release.txt}
    source: article
    claims:
      guns:
        quote: 45 firearms
        evidence: [{source: release, quote: 45 guns}]
    """
    release.write_text("The unit seized 45 guns.", encoding="utf-8")
    report = newsroom.write("They took 45 firearms.", claims).verify()
    assert (standing(report, "guns"), broken(report)) == (Standing.BACKED, [])
    release.write_text("The unit seized 46 guns.", encoding="utf-8")
    report = newsroom.verify()
    assert standing(report, "guns") == Standing.CONTRADICTED


def test_evidence_in_other_precision_backs_what_it_rounds_to(newsroom: Newsroom) -> None:
    """$31.6 million of evidence backs “over $31 million”."""
    claims = "claims:\n  money:\n    quote: over $31 million\n    evidence: [{from: court file, says: $31.6 million}]\n"
    report = newsroom.write("They seized over $31 million.", claims).verify()
    assert standing(report, "money") == Standing.BACKED


def test_a_claim_without_a_number_lives_by_its_evidence(newsroom: Newsroom) -> None:
    """“announced Tuesday” states no number; somebody confirmed it."""
    claims = "claims:\n  day:\n    quote: announced Tuesday\n    evidence: [{from: press office, says: on Tuesday}]\n"
    report = newsroom.write("The arrests were announced Tuesday.", claims).verify()
    assert (report.errors, standing(report, "day")) == ((), Standing.BACKED)


def test_another_claim_may_be_the_evidence(newsroom: Newsroom) -> None:
    """A claim of the same file, quoted elsewhere, backs this one."""
    claims = "claims:\n  guns: {quote: 45 firearms, evidence: [{claim: again}]}\n  again: 45 guns\n"
    report = newsroom.write("They took 45 firearms. The 45 guns were shown.", claims).verify()
    assert standing(report, "guns") == Standing.BACKED
    assert standing(report, "again") == Standing.UNCHECKED


def test_nothing_is_backed_without_evidence(newsroom: Newsroom) -> None:
    """Consistent with itself is not verified."""
    report = newsroom.write("They took 45 firearms.", "claims:\n  guns: 45 firearms\n").verify()
    assert standing(report, "guns") == Standing.UNCHECKED
    assert report.coverage.backed == 0


def test_what_a_source_of_evidence_states_besides_is_not_counted(newsroom: Newsroom) -> None:
    """The coverage is of the article: a release's other numbers are not its business."""
    (newsroom.folder / "release.txt").write_text("The unit seized 45 guns, 12 cars and 3 boats.", encoding="utf-8")
    claims = """
    sources: {article: source.txt, release: release.txt}
    source: article
    claims:
      guns: {quote: 45 firearms, evidence: [{source: release, quote: 45 guns}]}
    """
    report = newsroom.write("They took 45 firearms.", claims).verify()
    assert len([1 for where, *_ in report.coverage.numbers if where.path == "source.txt"]) == 1
    assert all("cars" not in where.text for where, *_ in report.coverage.numbers)
