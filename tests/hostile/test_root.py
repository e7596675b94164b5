"""
The root: what a claim file, a setting or a link names lies below it, or is not read; what a person names is read.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import factcheck as package
from factcheck.model.error import FactcheckError, RecordError
from factcheck.records import load
from factcheck.reports import FORMATS
from factcheck.sources.path import shown_path
from factcheck.sources.root import Reach, has_table, within

SECRET = "TOKEN=s3cret, 12,345 arrests\n"
CLAIMS = "source: {}\nclaims:\n  arrests: 99 arrests of nobody\n"


@pytest.fixture
def outside(desk: Path) -> Path:
    """A file beside the newsroom that is nobody's business."""
    path = desk.parent / "secret.txt"
    path.write_text(SECRET, encoding="utf-8")
    return path


def said(factcheck, line: str, **more: str) -> str:
    """What a command says in all, and that it ends with exit status 2."""
    done = factcheck(line, **more)
    assert done.returncode == 2, done.stdout
    return done.stdout + done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
def test_a_claim_file_does_not_read_the_environment(desk, run):
    """It once stood in the nearest passages of a quote that is not found, and in every report for a pull request."""
    (desk / "claims" / "raids.yaml").write_text(CLAIMS.format("/proc/self/environ"), encoding="utf-8")
    outputs = " ".join(f"--report {name}=out/{name}" for name in FORMATS)
    done = run(f"factcheck verify {outputs}; cat out/*", TOKEN="s3cret")
    assert done.stdout.count("the source lies outside of this folder") >= len(FORMATS) and "s3cret" not in done.stdout


@pytest.mark.parametrize(
    "path", ["../../secret.txt", "{}", "../seeds/link.txt", "../seeds/../../secret.txt", "../linked/secret.txt"]
)
def test_no_path_of_a_record_leads_out(path, desk, outside, factcheck):
    """Upwards, absolute, by a link, by a link to a folder; as source and as evidence; whether it is there or not."""
    (desk / "seeds" / "link.txt").symlink_to(outside)
    (desk / "linked").symlink_to(desk.parent, target_is_directory=True)
    path = path.format(outside.as_posix())
    (desk / "claims" / "raids.yaml").write_text(CLAIMS.format(path), encoding="utf-8")
    assert "s3cret" not in said(factcheck, "verify") and "lies outside" in said(factcheck, "verify")
    evidence = (
        "sources: {own: ../seeds/raids.txt, other: %s}\nsource: own\n"
        "claims:\n  a: {quote: 12 arrests, evidence: [{source: other, quote: 12 x}]}\n"
    )
    (desk / "claims" / "raids.yaml").write_text(evidence % path, encoding="utf-8")
    told = said(factcheck, "verify")
    outside.unlink()
    assert said(factcheck, "verify") == told and "s3cret" not in told


def test_what_a_person_allows_is_read(desk, outside, factcheck):
    """By an option, by the environment, by another root: a file, or a folder with all below."""
    (desk / "claims" / "raids.yaml").write_text(
        "source: ../../secret.txt\nclaims:\n  a: 12,345 arrests\n", encoding="utf-8"
    )
    allow = "--allow-path"
    for options in (f"{allow} ../secret.txt", f"{allow} ..", f"{allow} x {allow} ../secret.txt", "--root .."):
        assert factcheck(f"verify {options}").returncode == 0
        assert factcheck(f"list {options}").returncode == 0
    assert factcheck("verify", FACTCHECK_ALLOW_PATH=f"nowhere:{outside}").returncode == 0
    assert "lies outside" in said(factcheck, "verify --allow-path ../secret")
    assert "lies outside" in said(factcheck, "verify --root claims")
    assert "the root is no folder" in said(factcheck, "verify --root nowhere")


@pytest.mark.parametrize("key", ['allow-path = [".."]', 'allow_path = ".."', 'root = ".."'])
def test_no_file_of_the_tree_allows_anything(key, desk, outside, factcheck):
    """A pull request brings it along."""
    (desk / "claims" / "raids.yaml").write_text(CLAIMS.format("../../secret.txt"), encoding="utf-8")
    (desk / "factcheck.toml").write_text(f"{key}\n", encoding="utf-8")
    assert "unknown key" in said(factcheck, "verify")


@pytest.mark.parametrize(
    ("setting", "command"),
    [
        ('baseline = "../secret.txt"', "verify"),
        ('baseline = "../secret.txt"', "scan seeds"),
        ('baseline = "../secret.txt"', "verify --update-baseline"),
        ('baseline = "link"', "scan seeds --update-baseline"),
        ('paths = ["../secret.txt"]', "verify"),
        ('paths = ["link"]', "list"),
        ('report = ["plain=../secret.txt"]', "verify"),
        ('report = ["plain=link"]', "scan seeds"),
        ('report = ["plain=.git/hooks/pre-commit"]', "verify"),
    ],
)
def test_no_setting_of_the_tree_leads_out(setting, command, desk, outside, factcheck):
    """Neither to read nor to write; on the command line a person may name the same."""
    (desk / "link").symlink_to(outside)
    (desk / "factcheck.toml").write_text(f"{setting}\n", encoding="utf-8")
    told = said(factcheck, f"{command}")
    assert "lies outside of this folder" in told and "s3cret" not in told
    assert outside.read_text("utf-8") == SECRET and not (desk / ".git").exists()
    (desk / "factcheck.toml").unlink()
    if command == "verify" and "report" in setting:
        assert factcheck("verify --report plain=../secret.txt").returncode == 1


def test_a_configuration_that_is_a_link_out_is_not_read(desk, outside, factcheck):
    """Its first line would be shown as what is wrong with it."""
    (desk / "factcheck.toml").symlink_to(outside)
    told = said(factcheck, "verify")
    assert "the configuration lies outside of this folder" in told and "s3cret" not in told


def test_a_link_in_a_folder_leads_no_further_than_the_root(desk, outside, factcheck):
    """Of texts that are scanned and of claim files alike; the person named the folder, not the link."""
    (desk / "seeds" / "link.txt").symlink_to(outside)
    (desk / "claims" / "link.yaml").symlink_to(outside)
    for command in ("scan seeds", "verify", "scan seeds --update-baseline --baseline b"):
        told = said(factcheck, f"{command}")
        assert "what the link leads to lies outside of this folder" in told and "s3cret" not in told
    (desk / "seeds" / "link.txt").unlink()
    (desk / "seeds" / "link.txt").symlink_to(desk / "claims" / "raids.yaml")
    assert factcheck("scan seeds").returncode == 1


def test_what_a_person_names_is_the_persons_own(desk, outside, factcheck):
    """A text anywhere, a rewrite against it, a claim file anywhere with its own root."""
    assert factcheck("scan ../secret.txt").returncode == 0
    assert factcheck("compare ../secret.txt -a ../secret.txt").returncode == 0
    (desk / "seeds" / "link.txt").symlink_to(outside)
    assert factcheck("scan seeds/link.txt").returncode == 0
    claims = desk.parent / "elsewhere" / "claims" / "a.yaml"
    claims.parent.mkdir(parents=True)
    claims.write_text("source: ../a.txt\nclaims:\n  a: 12 arrests\n", encoding="utf-8")
    (claims.parent.parent / "a.txt").write_text("12 arrests\n", encoding="utf-8")
    assert factcheck("verify ../elsewhere/claims/a.yaml").returncode == 0


def test_what_git_keeps_for_itself_is_no_source(desk, factcheck):
    """A checkout in CI leaves a token in `.git/config`."""
    (desk / ".git").mkdir()
    (desk / ".git" / "config").write_text("AUTHORIZATION: basic s3cret 99 arrests of nobody\n", encoding="utf-8")
    (desk / "claims" / "raids.yaml").write_text(CLAIMS.format("../.git/config"), encoding="utf-8")
    assert "s3cret" not in said(factcheck, "verify")


def test_init_verifies_as_written_in_an_empty_folder(desk, run):
    """There, and from elsewhere."""
    assert run("mkdir new && cd new && factcheck init && factcheck verify").returncode == 0
    assert run("cd / && factcheck verify $OLDPWD/new/claims").returncode == 0


def test_the_root_is_the_nearest_of_what_it_may_be(tmp_path, monkeypatch):
    """What was chosen, the repository's top, a configuration's folder, the working directory, the folder above."""
    tree = tmp_path / "repository" / "project" / "desk" / "claims"
    tree.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    desk, project, repository = tree.parents[0], tree.parents[1], tree.parents[2]
    assert Reach().root(tree) == tmp_path
    monkeypatch.chdir("/")
    assert Reach().root(tree) == desk
    monkeypatch.chdir(repository)
    assert Reach().root(tree) == repository
    (project / "pyproject.toml").write_text("[project]\nname = 'factcheck-user'\n")
    assert Reach().root(tree) == repository
    (project / "pyproject.toml").write_text("[tool.factcheck]\n")
    assert Reach().root(tree) == project
    (desk / "factcheck.toml").touch()
    assert Reach().root(tree) == desk
    (repository / ".git").mkdir()
    assert Reach().root(tree) == repository
    assert Reach(project).root(tree) == project


def test_all_of_a_file_system_is_no_root_that_nobody_chose(monkeypatch):
    """A container that works in `/` would read everything."""
    top = Path(Path.cwd().anchor)
    monkeypatch.chdir(top)
    assert Reach().root(top / "claims") == top / "claims"
    assert not Reach().holds(top / "etc" / "passwd", top / "claims")
    assert Reach(top).holds(top / "etc" / "passwd", top / "claims")


def test_from_python_root_and_allowed_are_given_by_the_caller(desk, outside):
    """Environment and settings are those of the command line alone."""
    claims = desk / "claims" / "raids.yaml"
    claims.write_text("source: ../../secret.txt\nclaims:\n  a: 12,345 arrests\n", encoding="utf-8")
    assert "lies outside" in package.load(claims).errors[0].what
    assert not package.load(claims, allowed=[outside]).errors
    assert not package.verify(claims, root=desk.parent).errors
    assert load([claims], reach=Reach(desk.parent)).errors == ()


@pytest.mark.parametrize("path", ["x" * 5000, "a\0b", "\ud800"])
def test_a_path_that_no_system_takes_lies_where_it_says(path, tmp_path):
    """And breaks nothing."""
    reach = Reach(tmp_path, [path])
    assert reach.holds(tmp_path / path, tmp_path)
    assert not Reach(tmp_path).holds(tmp_path / ".." / path, tmp_path)


def test_a_link_is_followed_within_a_folder_that_a_person_named(tmp_path):
    """Wherever the folder lies; one that leads out is an error, and the others stay."""
    folder = tmp_path / "a" / "b" / "c"
    folder.mkdir(parents=True)
    for name in ("one.txt", "../../out.txt"):
        (folder / name).touch()
    (folder / "in.txt").symlink_to("one.txt")
    (folder / "out.txt").symlink_to("../../out.txt")
    errors: list[RecordError] = []
    files = [folder / name for name in ("in.txt", "one.txt", "out.txt")]
    assert within(files, folder, Reach(), errors) == files[:2]
    named = shown_path(tmp_path / "a" / "b")
    assert [error.what for error in errors] == [f"what the link leads to lies outside of {named}"]
    assert within(files, folder, Reach(tmp_path), []) == files


@pytest.mark.parametrize(
    "text",
    [b"[tool.factcheck]", b"  [ tool . factcheck ]", b"tool.factcheck.paths = []", b"[[tool.factcheck.a]]"],
)
def test_a_table_of_ours_is_seen_as_toml_writes_it(text):
    """Before a file of somebody else is parsed."""
    assert has_table(text) and not has_table(b"# " + text)


def test_an_error_shows_no_more_of_a_source_than_a_sentence_or_two(newsroom):
    """A quote may be as long as its author likes; a line too, in every report."""
    long = " ".join(["words"] * 5000)
    newsroom.write(f"{long} end. Other text. {long} end.\n", f"claims:\n  a: {long} end\n")
    (error,) = newsroom.load().errors
    assert error.nearest and max(map(len, error.nearest)) < 400
    newsroom.write("12 arrests", f"claims:\n  {'a' * 5000}: 13 arrests\n")
    report = newsroom.verify()
    from factcheck.reports import renderer
    from factcheck.reports.style import Style

    assert len(json.loads(renderer("json")(report, Style()))["errors"][0]["excerpt"]) <= 120


def test_a_check_names_the_folder_and_the_remedy(tmp_path, monkeypatch):
    """What is meant, where it would have to lie, and how to allow it."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FactcheckError) as failure:
        Reach(tmp_path).check(tmp_path.parent / "x.txt", tmp_path, "the source")
    (error,) = failure.value.errors
    assert error.what == "the source lies outside of this folder"
    assert error.remedy == "Move it below; or allow it: --allow-path ../x.txt, or another --root."
