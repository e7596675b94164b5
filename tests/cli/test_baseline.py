"""
The baseline on the command line: bring it up to date, live with it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
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


@pytest.fixture
def update(factcheck):
    """Judge what is named with the baseline brought up to date; what is said of it."""

    def run(*arguments, baseline=NAME):
        done = factcheck(*(arguments or ("verify",)), "--baseline", baseline, "--update-baseline")
        return done.stderr.splitlines()[-1]

    return run


def test_what_is_written_down_no_longer_fails_a_run(factcheck):
    """The finding is counted as known, and the exit status is 0, of the run that writes it down too."""
    assert factcheck("verify").exit_code == 1
    done = factcheck("verify", "--baseline", NAME, "--update-baseline")
    assert (done.exit_code, done.stderr) == (0, f"{NAME}: 1 added, 0 dropped\n")
    done = factcheck("verify", "--baseline", NAME)
    assert done.exit_code == 0
    assert "1 finding is left out: 1 known from the baseline." in done.stdout


def test_one_changed_digit_is_new_and_leaves_a_stale_entry(factcheck, update, desk):
    """The run fails, says what the baseline has for nothing; an update adds the one and drops the other."""
    update()
    edit(desk / "seeds" / "raids.txt", "seven in", "eight in")
    edit(desk / "claims" / "raids.yaml", "seven in", "eight in")
    done = factcheck("verify", "--baseline", NAME, "--format", "plain")
    assert done.exit_code == 1
    assert f"{NAME}:2:1: warning baseline: The baseline has one entry for what is not found any more" in done.stdout
    assert "`--update-baseline` drops what is gone" in done.stdout
    assert update() == f"{NAME}: 1 added, 1 dropped"
    assert "baseline has" not in factcheck("verify", "--baseline", NAME, "--format", "plain").stdout
    edit(desk / "seeds" / "raids.txt", "eight in", "six in")
    edit(desk / "claims" / "raids.yaml", "eight in", "six in")
    assert update() == f"{NAME}: 0 added, 1 dropped"
    assert (desk / NAME).read_text("utf-8") == '{"factcheck-baseline": 1}\n'


def test_every_sentence_may_be_reworded(factcheck, update, desk):
    """The article's words all change around its numbers; the baseline holds."""
    update()
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


def test_an_update_that_changes_nothing_writes_nothing(update, desk):
    """The file is the same one."""
    update()
    before = (desk / NAME).stat()
    assert update() == f"{NAME}: 0 added, 0 dropped"
    assert (desk / NAME).stat().st_mtime_ns == before.st_mtime_ns


def test_the_setting_names_the_baseline(factcheck, desk):
    """So that nobody has to remember it."""
    (desk / "factcheck.toml").write_text('baseline = "ci/known.jsonl"\n', encoding="utf-8")
    done = factcheck("verify", "--update-baseline")
    assert (done.exit_code, done.stderr) == (0, "ci/known.jsonl: 1 added, 0 dropped\n")
    assert factcheck("verify").exit_code == 0


def test_a_baseline_that_is_missing_or_wrong_is_exit_status_2(factcheck, desk):
    """With its place and the remedy."""
    done = factcheck("verify", "--baseline", "none.jsonl")
    assert done.exit_code == 2 and "`--update-baseline` makes it." in done.output
    (desk / "bad.jsonl").write_text("[]\n", encoding="utf-8")
    done = factcheck("verify", "--baseline", "bad.jsonl")
    assert done.exit_code == 2 and "bad.jsonl" in done.output


CONFLICT = """{"factcheck-baseline": 1}
<<<<<<< HEAD
{"kind": "part", "path": "other.md", "numbers": ["4", "5"]}
=======
{"kind": "part", "path": "other.md", "numbers": ["6", "7"]}
>>>>>>> branch
"""


def test_a_baseline_that_cannot_be_read_is_refused_and_stays_as_it_is(factcheck, desk):
    """A conflict of a merge is named with its line; nobody's entries are lost."""
    path = desk / NAME
    for text in (CONFLICT, '{"factcheck-baseline": 1}\nno entry\n'):
        path.write_text(text, encoding="utf-8")
        done = factcheck("verify", "--baseline", NAME, "--update-baseline")
        assert done.exit_code == 2 and f"{NAME}:2:1: error: this is " in done.output
        assert path.read_text("utf-8") == text
    path.write_text('{"factcheck-baseline": 1}\n' + " " * (33 * 1024**2), encoding="utf-8")
    done = factcheck("verify", "--baseline", NAME, "--update-baseline")
    assert done.exit_code == 2 and "is larger than 32 MiB" in done.output
    assert path.stat().st_size > 33 * 1024**2


def test_nothing_is_written_over_an_error_of_the_records(factcheck, desk):
    """What could not be judged would be missing from it."""
    (desk / "claims" / "more.yaml").write_text("claims: []\n", encoding="utf-8")
    done = factcheck("verify", "--baseline", NAME, "--update-baseline")
    assert done.exit_code == 2 and f"{NAME} was not updated" in done.output
    assert not (desk / NAME).exists()


def test_a_full_disk_loses_no_entry(factcheck, update, desk, monkeypatch):
    """The baseline stays as it was, and nothing is left beside it."""
    update()
    before = (desk / NAME).read_bytes()
    edit(desk / "seeds" / "raids.txt", "seven in", "eight in")
    names = sorted(desk.iterdir())

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = factcheck("verify", "--baseline", NAME, "--update-baseline")
    assert done.exit_code == 2 and "cannot be written (No space left on device)" in done.output
    assert (desk / NAME).read_bytes() == before and sorted(desk.iterdir()) == names


def test_six_runs_at_once_keep_all_entries(desk):
    """Each waits for the others."""
    for at in range(6):
        (desk / f"text{at}.md").write_text(SAID, encoding="utf-8")
    command = [sys.executable, "-m", "factcheck", "scan", "--baseline", NAME, "--update-baseline"]
    runs = [subprocess.Popen([*command, f"text{at}.md"], stdout=subprocess.DEVNULL) for at in range(6)]
    assert [run.wait() for run in runs] == [0] * 6
    assert len((desk / NAME).read_text("utf-8").splitlines()) == 13


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


def test_a_scan_has_a_baseline_of_its_own_kind(factcheck, update, text):
    """Without records the values are the key: no offset, no word."""
    assert factcheck("scan", text).exit_code == 1
    assert update("scan", text) == f"{NAME}: 2 added, 0 dropped"
    assert (text.parent / NAME).read_text("utf-8").splitlines()[1:] == [
        '{"kind": "balance", "path": "news.md", "numbers": ["12", "6", "7"]}',
        '{"kind": "part", "path": "news.md", "numbers": ["4", "5"]}',
    ]
    assert factcheck("scan", "news.md", "--baseline", NAME).exit_code == 0


def test_a_text_may_be_reworded(factcheck, update, text):
    """Every sentence is another, the numbers stand elsewhere; the baseline holds and nothing is stale."""
    update("scan", text)
    text.write_text(REWORDED, encoding="utf-8")
    assert factcheck("scan", text).exit_code == 1
    assert factcheck("scan", text, "--baseline", NAME, "--fail-on", "warning").exit_code == 0


def test_one_changed_digit_of_a_text_is_new(factcheck, update, text):
    """The run fails, and the entry is stale."""
    update("scan", text)
    edit(text, "seven in", "eight in")
    done = factcheck("scan", text, "--baseline", NAME, "--format", "plain")
    assert done.exit_code == 1 and "two parts make 14" in done.stdout
    assert "The baseline has one entry for what is not found any more: balance of 12, 6 and 7" in done.stdout
    assert update("scan", text) == f"{NAME}: 1 added, 1 dropped"


def test_a_run_speaks_of_the_files_that_it_judged(factcheck, update, desk, text):
    """Records and texts share a baseline; what others are known for is neither stale nor dropped."""
    (desk / "other.md").write_text(SAID, encoding="utf-8")
    update()
    assert update("scan", text) == f"{NAME}: 2 added, 0 dropped; one entry of other files kept"
    update("scan", "other.md")
    for command in (("verify",), ("scan", "news.md"), ("scan", "news.md", "other.md")):
        assert factcheck(*command, "--baseline", NAME, "--fail-on", "warning").exit_code == 0
    assert update() == f"{NAME}: 0 added, 0 dropped; four entries of other files kept"
    (desk / "other.md").unlink()
    assert "has two entries for what is not found" in factcheck("scan", text, "--baseline", NAME, "-f", "plain").stdout
    assert update() == f"{NAME}: 0 added, 2 dropped; two entries of other files kept"


def test_a_comparison_has_entries_of_its_own(factcheck, update, desk, text):
    """A scan of the rewrite, and a comparison with another text, say nothing of them."""
    (desk / "rewrite.md").write_text("The raids led to 21 arrests. Of the 4 lorries, 5 were red.\n", encoding="utf-8")
    compare = ("compare", "rewrite.md", "--against", text)
    assert factcheck(*compare).exit_code == 1
    assert update(*compare).startswith(f"{NAME}: 1 added")
    assert '"path": "rewrite.md", "numbers": ' in (desk / NAME).read_text("utf-8")
    assert '"against": ["news.md"]' in (desk / NAME).read_text("utf-8")
    assert update("scan", "rewrite.md") == f"{NAME}: 1 added, 0 dropped; one entry of other files kept"
    for command in (compare, ("scan", "rewrite.md")):
        assert factcheck(*command, "--baseline", NAME, "--fail-on", "warning").exit_code == 0


def test_a_baseline_of_texts_names_them_in_one_way(factcheck, update, desk, text):
    """By a full path, from a folder, beside the baseline or not: the entry is the same."""
    update("scan", text.absolute(), baseline="ci.jsonl")
    update("scan", ".", baseline="known/ci.jsonl")
    assert '"path": "../news.md"' in (desk / "known" / "ci.jsonl").read_text("utf-8")
    for name in ("ci.jsonl", "known/ci.jsonl"):
        assert factcheck("scan", "./news.md", "--baseline", name).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("verify", "--update-baseline"), "wants its file"),
        (("scan", "-", "--baseline", NAME, "--update-baseline"), "a paste has no path"),
        (("verify", "--watch", "--baseline", NAME, "--update-baseline"), "--watch are many"),
        (("scan", "gone.md", "--baseline", NAME, "--update-baseline"), "gone.md"),
    ],
)
def test_a_baseline_of_nothing_is_exit_status_2(arguments, what, factcheck, desk):
    """And nothing is written."""
    done = factcheck(*arguments)
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
