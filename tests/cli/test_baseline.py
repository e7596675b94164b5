"""
The baseline on the command line: write it, live with it, prune it.
"""

from __future__ import annotations

from conftest import ROOT

from factcheck.cli.settings import set_aside
from factcheck.config import Settings
from factcheck.engine.tell import Teller
from factcheck.model.finding import Confidence, Finding, Report, Severity, Verdict
from factcheck.sources import document

NAME = "factcheck-baseline.jsonl"


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_is_written_down_no_longer_fails_a_run(factcheck):
    """The finding is counted as known, and the exit status is 0."""
    assert factcheck("verify").exit_code == 1
    assert factcheck("baseline", "write").stdout == f"wrote {NAME}: 1 finding\n"
    done = factcheck("verify", "--baseline", NAME)
    assert done.exit_code == 0
    assert "1 finding is left out: 1 known from the baseline." in done.stdout


def test_one_changed_digit_is_new_and_leaves_a_stale_entry(factcheck, desk):
    """The run fails, says what the baseline has for nothing, and pruning drops that."""
    factcheck("baseline", "write")
    edit(desk / "seeds" / "raids.txt", "seven in", "eight in")
    edit(desk / "claims" / "raids.yaml", "seven in", "eight in")
    done = factcheck("verify", "--baseline", NAME, "--format", "plain")
    assert done.exit_code == 1
    assert f"{NAME}:2:1: warning baseline: The baseline has one entry for what is not found any more" in done.stdout
    assert factcheck("baseline", "prune").stdout == f"dropped 1 of 1 entries of {NAME}\n"
    assert (desk / NAME).read_text("utf-8") == '{"factcheck-baseline": 1}\n'
    assert "baseline has" not in factcheck("verify", "--baseline", NAME, "--format", "plain").stdout


def test_every_sentence_may_be_reworded(factcheck, desk):
    """The article's words all change around its numbers; the baseline holds."""
    factcheck("baseline", "write")
    (desk / "seeds" / "raids.txt").write_text("Six in Milan, seven in Rome:\nin all twelve people, say police.\n")
    (desk / "claims" / "raids.yaml").write_text(
        """source: ../seeds/raids.txt
claims:
  arrests: twelve people
  by_city.rome: seven in Rome
  by_city.milan: Six in Milan
rules:
  - balance: {whole: arrests, parts: by_city.*}
"""
    )
    assert factcheck("verify").exit_code == 1
    assert factcheck("verify", "--baseline", NAME).exit_code == 0


def test_pruning_adds_nothing_and_keeps_what_is_still_there(factcheck):
    """A new finding must not slip in."""
    factcheck("baseline", "write")
    assert factcheck("baseline", "prune").stdout == f"dropped 0 of 1 entries of {NAME}\n"


def test_the_setting_names_the_baseline(factcheck, desk):
    """So that nobody has to remember it."""
    (desk / "ci").mkdir()
    factcheck("baseline", "write", "--baseline", "ci/known.jsonl")
    (desk / "factcheck.toml").write_text('baseline = "ci/known.jsonl"\n', encoding="utf-8")
    assert factcheck("verify").exit_code == 0
    assert factcheck("baseline", "prune").stdout == "dropped 0 of 1 entries of ci/known.jsonl\n"


def test_a_baseline_that_is_missing_or_wrong_is_exit_status_2(factcheck, desk):
    """With its place and the remedy."""
    done = factcheck("verify", "--baseline", "none.jsonl")
    assert done.exit_code == 2 and "`factcheck baseline write` makes it." in done.output
    (desk / "bad.jsonl").write_text("[]\n", encoding="utf-8")
    done = factcheck("verify", "--baseline", "bad.jsonl")
    assert done.exit_code == 2 and "bad.jsonl" in done.output
    assert factcheck("baseline", "prune").exit_code == 2


def test_nothing_is_written_over_an_error_of_the_records(factcheck, desk):
    """What could not be judged would be missing from it."""
    edit(desk / "claims" / "raids.yaml", "12 arrests", "13 thefts")
    assert factcheck("baseline", "write").exit_code == 2
    assert not (desk / NAME).exists()


def test_the_repository_needs_no_baseline():
    """The article of the repository is judged as it stands."""
    assert not (ROOT / NAME).exists()


def test_comments_of_a_text_are_heeded_where_there_are_no_records(desk):
    """A command without claim files asks for them; one with claim files does not."""
    text = document("<!-- factcheck: ignore balance -- as printed -->\n\nTwelve: seven and six.\n", "a.md")
    teller = Teller({"a.md": text})
    start = text.text.index("seven")
    place = teller.passage("a.md", start, start + 5, "part", "")
    finding = Finding(
        "a.md", "x", "balance", Verdict.INCONSISTENT, None, Severity.ERROR, Confidence.HIGH, "no sum", (place,)
    )
    report = Report((finding,), documents={"a.md": text})
    assert set_aside(report, Settings()).findings == (finding,)
    quiet = set_aside(report, Settings(), comments=True)
    assert quiet.findings == () and [its.reason for its in quiet.silenced] == ["as printed"]
