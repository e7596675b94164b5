"""
Settings: command line before environment before factcheck.toml before pyproject.toml, of the nearest folder.
"""

from __future__ import annotations

import tomllib

import pytest

from factcheck.config import KEYS, candidates
from factcheck.config.key import OVERRIDE_KEYS


def shown(done) -> dict[str, str]:
    """What `--show-settings` says of each key, with where it comes from."""
    rows = [line.partition("  # ") for line in done.stdout.splitlines()]
    return {
        left.partition("=")[0].strip(" #"): f"{left.partition('=')[2].strip()} @ {right}" for left, _, right in rows
    }


def test_each_source_goes_before_the_next(factcheck, desk, monkeypatch):
    """The same key in all four places; one is taken away after the other."""
    (desk / "pyproject.toml").write_text('[tool.factcheck]\nfail-on = "note"\n', encoding="utf-8")
    assert shown(factcheck("verify", "--show-settings"))["fail-on"] == '"note" @ pyproject.toml:2'
    (desk / "factcheck.toml").write_text('# ours\nfail-on = "warning"\n', encoding="utf-8")
    assert shown(factcheck("verify", "--show-settings"))["fail-on"] == '"warning" @ factcheck.toml:2'
    monkeypatch.setenv("FACTCHECK_FAIL_ON", "error")
    assert shown(factcheck("verify", "--show-settings"))["fail-on"] == '"error" @ FACTCHECK_FAIL_ON'
    told = shown(factcheck("verify", "--show-settings", "--fail-on", "never"))
    assert told["fail-on"] == '"never" @ command line'


def test_without_a_configuration_every_key_has_its_default(factcheck):
    """All keys are told, those that are not set too."""
    told = shown(factcheck("verify", "--show-settings"))
    assert list(told) == [key.name for key in KEYS]
    assert told["paths"] == '["claims"] @ default' and told["fail-on"] == '"error" @ default'


def test_the_nearest_folder_upwards_counts(factcheck, desk, monkeypatch):
    """A pyproject.toml without our table is passed over; paths are relative to the file that says them."""
    (desk / "factcheck.toml").write_text('paths = ["claims"]\nfail-on = "never"\n', encoding="utf-8")
    below = desk / "drafts" / "new"
    below.mkdir(parents=True)
    (below / "pyproject.toml").write_text("[tool.other]\nx = 1\n", encoding="utf-8")
    monkeypatch.chdir(below)
    done = factcheck("verify", "--format", "plain")
    assert done.exit_code == 0 and done.stdout.startswith("../../seeds/raids.txt:1:")


def test_the_files_that_may_decide_end_with_the_nearest_that_does(desk):
    """Those that are not there yet are among them; above the folder that decides nothing matters."""
    below = desk / "drafts"
    below.mkdir()
    assert candidates(below)[:4] == [
        its / name for its in (below, desk) for name in ("factcheck.toml", "pyproject.toml")
    ]
    (desk / "factcheck.toml").write_text("", encoding="utf-8")
    assert len(candidates(below)) == 4 and len(candidates(desk)) == 2


def test_what_is_shown_is_toml_again(factcheck, desk):
    """The lines can be pasted into a factcheck.toml."""
    text = """paths = ["claims"]
fail-on = "warning"
ignore = ["order"]
[aliases]
"United States" = ["the States", "USA"]
[hedges]
about = "2.5%"
"just over" = 2
[[overrides]]
paths = ["drafts/**"]
fail-on = "never"
"""
    (desk / "factcheck.toml").write_text(text, encoding="utf-8")
    assert tomllib.loads(factcheck("verify", "--show-settings").stdout) == tomllib.loads(text)


@pytest.mark.parametrize(
    ("text", "place", "what", "remedy"),
    [
        ('fail_on = "error"\n', "factcheck.toml:1:1", "unknown key “fail_on”", "Did you mean “fail-on”?"),
        ('\nfail-on = "eror"\n', "factcheck.toml:2:1", "fail-on cannot be “eror”", "Did you mean “error”?"),
        ('ignore = ["balanse"]\n', "factcheck.toml:1:1", "ignore cannot be “balanse”", "Did you mean “balance”?"),
        ("paths = 3\n", "factcheck.toml:1:1", "paths must be a list of texts", ""),
        ("aliases = 3\n", "factcheck.toml:1:1", "aliases must be a table of names", ""),
        ("[aliases]\nusa = 3\n", "factcheck.toml:2:1", "the aliases of “usa” must be texts", ""),
        ("[[overrides]]\nignore = []\n", "factcheck.toml:1:", "an override has no paths", ""),
        ('[[overrides]]\npaths = ["a"]\nx = 1\n', "factcheck.toml:3:1", "unknown key “x”", "Known: paths"),
        ("paths = [\n", "factcheck.toml:", "this is not TOML", ""),
        ('[hedges]\nabuot = "5%"\n', "factcheck.toml:2:1", "there is no hedge “abuot”", "Did you mean “about”?"),
        ('[hedges]\n"more than" = "5%"\n', "factcheck.toml:2:2", "“more than” is a bound", "`tolerance:`"),
        ('[hedges]\nabout = "wide"\n', "factcheck.toml:2:1", "the width of “about” cannot be “wide”", 'about = "5%"'),
        ("[hedges]\nabout = -1\n", "factcheck.toml:2:1", "the width of “about” cannot be “-1”", "about = 2"),
        ("[hedges]\nabout = inf\n", "factcheck.toml:2:1", "the width of “about” cannot be “Infinity”", ""),
        ('hedges.about = "101%"\n', "factcheck.toml:1:8", "the width of “about” cannot be “101%”", ""),
        ("hedges = 3\n", "factcheck.toml:1:1", "hedges must be a table of widths", ""),
        ("baseline = 1.5\n", "factcheck.toml:1:1", "baseline must be text", ""),
    ],
)
def test_what_is_wrong_is_an_error_with_its_line_and_a_remedy(text, place, what, remedy, factcheck, desk):
    """Exit status 2, nothing is judged."""
    (desk / "factcheck.toml").write_text(text, encoding="utf-8")
    done = factcheck("verify")
    assert done.exit_code == 2 and done.stdout == ""
    assert place in done.stderr and what in done.stderr and remedy in done.stderr


def test_all_errors_come_at_once(factcheck, desk):
    """One run tells them all."""
    (desk / "factcheck.toml").write_text('fail_on = "error"\nrequire = "all"\n', encoding="utf-8")
    assert factcheck("verify").stderr.count("error:") == 2


def test_a_variable_that_cannot_be_is_an_error(factcheck, monkeypatch):
    """It is named as the place."""
    monkeypatch.setenv("FACTCHECK_FAIL_ON", "eror")
    done = factcheck("verify")
    assert done.exit_code == 2 and "FACTCHECK_FAIL_ON: error: fail-on cannot be “eror”" in done.stderr


def test_another_tools_broken_pyproject_is_not_our_error(factcheck, desk):
    """Only what speaks of us is read."""
    (desk / "pyproject.toml").write_text("[tool.other\n", encoding="utf-8")
    assert factcheck("verify").exit_code == 1


def test_a_kind_may_be_ignored(factcheck, desk):
    """The finding is counted, with where it is said."""
    (desk / "factcheck.toml").write_text('ignore = ["balance"]\n', encoding="utf-8")
    done = factcheck("verify", "--format", "json", "--show-silenced")
    assert done.exit_code == 0
    assert "balance is ignored (factcheck.toml:1)" in done.stdout


@pytest.mark.parametrize(("pattern", "status"), [("seeds/*", 0), ("claims/", 0), ("**/raids.txt", 0), ("other/*", 1)])
@pytest.mark.parametrize("setting", ['ignore = ["balance"]', 'fail-on = "never"'])
def test_some_paths_may_be_judged_less_strictly(pattern, status, setting, factcheck, desk):
    """By the source or by the claim file; the command line goes before it."""
    (desk / "factcheck.toml").write_text(f'[[overrides]]\npaths = ["{pattern}"]\n{setting}\n', encoding="utf-8")
    assert factcheck("verify").exit_code == status
    if "fail-on" in setting:
        assert factcheck("verify", "--fail-on", "error").exit_code == 1


def test_aliases_hold_for_every_claim_file(factcheck, desk):
    """Names of two lists are the same where the configuration says so."""
    (desk / "seeds" / "raids.txt").write_text(
        "Rome, Milan and Turin took part. Arrests were made in the Capital and Milan.\n"
    )
    (desk / "claims" / "raids.yaml").write_text(
        """source: ../seeds/raids.txt
claims:
  cities: {quote: "Rome, Milan and Turin", names: city}
  arrests: {quote: the Capital and Milan, names: city}
rules:
  - subset: {names: arrests, of: cities}
"""
    )
    assert factcheck("verify").exit_code == 1
    (desk / "factcheck.toml").write_text('[aliases]\nRome = ["the Capital"]\n', encoding="utf-8")
    assert factcheck("verify").exit_code == 0


LORRIES = "In all they took {hedge} 100 lorries: 52 red lorries and 56 blue ones.\n"
LORRY_CLAIMS = """source: ../seeds/lorries.txt
claims:
  all: 100 lorries
  red: 52 red lorries
  blue: 56 blue ones
rules:
  - balance: {whole: all, parts: [red, blue]}
"""


@pytest.fixture
def lorries(factcheck, desk):
    """Whether 52 and 56 may be 100 lorries, by the hedge before them and the width that the settings give."""

    def fits(hedge: str, settings: str) -> bool:
        """The exit status tells; "about 100" reaches 10 by itself, and 8 are needed."""
        (desk / "seeds" / "lorries.txt").write_text(LORRIES.format(hedge=hedge), encoding="utf-8")
        (desk / "claims" / "lorries.yaml").write_text(LORRY_CLAIMS, encoding="utf-8")
        (desk / "factcheck.toml").write_text(settings, encoding="utf-8")
        done = factcheck("verify", "claims/lorries.yaml")
        assert done.exit_code in (0, 1), done.output
        return done.exit_code == 0

    return fits


@pytest.mark.parametrize(
    ("hedge", "settings", "fits"),
    [
        ("about", "", True),
        ("about", 'about = "8%"', True),
        ("about", 'about = "7.9%"', False),
        ("about", "about = 0.8", True),
        ("about", 'about = "0.79"', False),
        ("about", "about = 0", False),
        ("roughly", "about = 0", True),
        ("roughly", "approximate = 0", False),
        ("roughly", "approximate = 0\nroughly = 1", True),
        ("just over", "", True),
        ("just over", "approximate = 0", True),
        ("just over", '"just over" = "7%"', False),
        ("almost", "", False),
        ("almost", "almost = 9", False),
        ("at least", "approximate = 0", True),
        ("", "approximate = 9", False),
    ],
)
def test_the_width_of_a_hedge_is_the_projects_to_decide(hedge, settings, fits, lorries):
    """To a tenth of a lorry; other words, other sides and bounds are not touched by it."""
    assert lorries(hedge, f"[hedges]\n{settings}\n") == fits


@pytest.mark.parametrize(
    ("hedge", "settings", "fits"),
    [
        ("about 90 to", "", True),
        ("90 to", "", False),
        ("about 90 to", 'about = "8%"', True),
        ("90 to", "about = 9", False),
    ],
)
def test_the_hedge_of_a_range_saves_what_lies_beyond_its_ends(hedge, settings, fits, lorries):
    """52 and 56 are 108: beyond "90 to 100", not beyond "about 90 to 100"; and its width is the project's too."""
    assert lorries(hedge, f"[hedges]\n{settings}\n") == fits


@pytest.mark.parametrize("width", ["8%", "7%"])
def test_a_width_holds_for_a_scan_as_well(width, factcheck, desk):
    """In a text without records, read by one process or by two."""
    text = "Police made about 100 arrests: 52 in Rome and 56 in Milan.\n"
    for name in ("a.md", "b.md"):
        (desk / name).write_text(text, encoding="utf-8")
    (desk / "factcheck.toml").write_text(f'[hedges]\nabout = "{width}"\n', encoding="utf-8")
    for jobs in "12":
        assert factcheck("scan", "a.md", "b.md", "--jobs", jobs).exit_code == (0 if width == "8%" else 1)


def test_a_width_holds_for_what_a_person_said(factcheck, desk):
    """And `show` says where the width comes from."""
    (desk / "claims" / "raids.yaml").write_text(
        """source: ../seeds/raids.txt
claims:
  arrests: {quote: 12 arrests, evidence: [{from: desk, by: us, date: 2026-11-24, says: about 15 arrests}]}
  guess: {value: about 200 kg, because: the desk says so}
"""
    )
    assert factcheck("verify").exit_code == 1
    (desk / "factcheck.toml").write_text('[hedges]\nabout = "20%"\n', encoding="utf-8")
    assert factcheck("verify").exit_code == 0
    told = factcheck("show", "guess").stdout
    assert "160 kg to 240 kg" in told and "“about”: 20% of the value" in told


def test_outputs_may_be_set_once(factcheck, desk):
    """A project's reports come without a flag; one flag replaces them."""
    (desk / "factcheck.toml").write_text('report = ["plain", "sarif=out.sarif"]\n', encoding="utf-8")
    assert factcheck("verify").stdout and (desk / "out.sarif").exists()
    assert factcheck("verify", "--report", "json=r.json").stdout == ""


def test_every_key_has_words_for_the_docs():
    """So that the page on settings can name them all."""
    assert all(key.about.endswith((".", "`.")) for key in (*KEYS, *OVERRIDE_KEYS))
