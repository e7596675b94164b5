"""
The baseline on the command line: write it, live with it, prune it.
"""

from __future__ import annotations

import re
import textwrap

import pytest
from conftest import ROOT

from factcheck import compare, document, scan
from factcheck.cli.texts import report_of
from factcheck.discover import PATTERNS, manual
from factcheck.engine.silence import is_open
from factcheck.model.identity import identity

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


SAID = "The raids led to 12 arrests: seven in Rome and six in Milan.\n\nOf the 4 lorries, 5 were red.\n"
REWORDED = """# News

Of the 4 trucks that they stopped, five were painted red.

Nobody was hurt when police made twelve arrests: six in the north of Milan, and seven in Rome.
"""


@pytest.fixture
def text(desk):
    """A text in which two sums are known to be wrong."""
    path = desk / "news.md"
    path.write_text(SAID, encoding="utf-8")
    return path


def test_a_scan_has_a_baseline_of_its_own_kind(factcheck, text):
    """Without records the values are the key: no offset, no word."""
    assert factcheck("scan", text).exit_code == 1
    assert factcheck("baseline", "write", "--scan", text).stdout == f"wrote {NAME}: 2 findings\n"
    assert (text.parent / NAME).read_text("utf-8").splitlines()[1:] == [
        '{"kind": "balance", "path": "news.md", "numbers": ["12", "6", "7"]}',
        '{"kind": "part", "path": "news.md", "numbers": ["4", "5"]}',
    ]
    assert factcheck("scan", "news.md", "--baseline", NAME).exit_code == 0


def test_a_text_may_be_reworded(factcheck, text):
    """Every sentence is another, the numbers stand elsewhere; the baseline holds and nothing is stale."""
    factcheck("baseline", "write", "--scan", text)
    text.write_text(REWORDED, encoding="utf-8")
    assert factcheck("scan", text).exit_code == 1
    assert factcheck("scan", text, "--baseline", NAME, "--fail-on", "warning").exit_code == 0


def test_one_changed_digit_of_a_text_is_new(factcheck, text):
    """The run fails; the entry is stale, and pruning drops it."""
    factcheck("baseline", "write", "--scan", text)
    edit(text, "seven in", "eight in")
    done = factcheck("scan", text, "--baseline", NAME, "--format", "plain")
    assert done.exit_code == 1 and "two parts make 14" in done.stdout
    assert "The baseline has one entry for what is not found any more: balance of 12, 6 and 7" in done.stdout
    assert factcheck("baseline", "prune", "--scan", text).stdout == f"dropped 1 of 2 entries of {NAME}\n"


def test_a_run_speaks_of_the_files_that_it_judged(factcheck, desk, text):
    """Records and texts share a baseline; what others are known for is neither stale nor dropped."""
    (desk / "other.md").write_text(SAID, encoding="utf-8")
    factcheck("baseline", "write")
    assert factcheck("baseline", "write", "--scan", text).stdout == f"wrote {NAME}: 2 findings; 1 of other files kept\n"
    factcheck("baseline", "write", "--scan", "other.md")
    for command in (("verify",), ("scan", "news.md"), ("scan", "news.md", "other.md")):
        assert factcheck(*command, "--baseline", NAME, "--fail-on", "warning").exit_code == 0
    assert factcheck("baseline", "prune").stdout == f"dropped 0 of 5 entries of {NAME}\n"
    (desk / "other.md").unlink()
    assert "has two entries for what is not found" in factcheck("scan", text, "--baseline", NAME, "-f", "plain").stdout
    assert factcheck("baseline", "prune").stdout == f"dropped 2 of 5 entries of {NAME}\n"


def test_a_baseline_of_texts_names_them_in_one_way(factcheck, desk, text):
    """By a full path, from a folder, beside the baseline or not: the entry is the same."""
    factcheck("baseline", "write", "--scan", text.absolute(), "--baseline", "ci.jsonl")
    (desk / "known").mkdir()
    factcheck("baseline", "write", "--scan", ".", "--baseline", "known/ci.jsonl")
    assert '"path": "../news.md"' in (desk / "known" / "ci.jsonl").read_text("utf-8")
    for name in ("ci.jsonl", "known/ci.jsonl"):
        assert factcheck("scan", "./news.md", "--baseline", name).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("--scan",), "name the files or folders"),
        (("--scan", "-"), "a paste has no path"),
        (("--pedantic",), "--pedantic is for --scan"),
        (("--scan", "gone.md"), "gone.md"),
    ],
)
def test_a_baseline_of_nothing_is_exit_status_2(arguments, what, factcheck, desk):
    """And nothing is written."""
    done = factcheck("baseline", "write", *arguments)
    assert done.exit_code == 2 and what in done.output
    assert not (desk / NAME).exists()


FOUND = [block for name in PATTERNS for block in re.findall(r"(?ms)^Finds:\n(.*?)(?=^Leaves alone:|\Z)", manual(name))]


@pytest.mark.parametrize("block", FOUND, ids=PATTERNS)
def test_whatever_a_scan_finds_has_numbers_to_be_known_by(block, desk):
    """Of every pattern, and the same ones where a headline and other words stand before them."""
    for example in re.split(r"(?m)^---$", textwrap.dedent(block)):
        keys = []
        for before in ("", "Police gave a statement.\n\n"):
            (desk / "text.md").write_text(before + example.strip() + "\n", encoding="utf-8")
            keys.append([identity(its) for its in report_of("text.md", False).findings if is_open(its)])
        assert keys[0] == keys[1] and all(key.numbers for key in keys[0])


def test_the_repository_needs_no_baseline():
    """The article of the repository is judged as it stands."""
    assert not (ROOT / NAME).exists()


def test_comments_of_a_text_are_heeded_where_there_are_no_records(desk):
    """A scan and a comparison heed them, from Python as well; of a comparison those of the rewrite alone."""
    words = "<!-- factcheck: ignore balance -- as printed -->\n\n12 arrests: seven in Rome and six in Milan.\n"
    text = document(words, "a.md")
    quiet = scan(text)
    assert quiet.findings == () and [its.reason for its in quiet.silenced] == ["as printed"]
    assert compare(document("12 arrests: seven in Rome and six in Milan.", "b.md"), text).silenced == ()
