"""
Names and kinds of files that nobody expects: odd bytes, long paths, devices, pipes, folders that cannot be read.
"""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest
from conftest import Newsroom
from hostile_records import raw

from factcheck.cli.option import Format
from factcheck.model.error import FactcheckError, RecordError
from factcheck.model.identity import Identity
from factcheck.records import load
from factcheck.records.baseline import dump_baseline, load_baseline
from factcheck.sources import contents
from factcheck.sources.folder import files_below, is_folder

ODD = "caf\udce9 \x1b[31m\u202e\n.txt"
"""A byte that is no UTF-8, an escape, an override, a line end."""
linux = pytest.mark.skipif(sys.platform != "linux", reason="any byte in a name, devices, /proc")


@pytest.fixture
def odd(desk: Path) -> Path:
    """The newsroom's source under an odd name, and a claim file under another that speaks of it."""
    (desk / "seeds" / "raids.txt").rename(desk / "seeds" / ODD)
    link = desk / "seeds" / "raids.txt"
    link.symlink_to(ODD)
    (desk / "claims" / "raids.yaml").rename(desk / "claims" / "\udcff\x1b.yaml")
    return desk


@linux
@pytest.mark.parametrize(
    ("command", "shown"),
    [("verify", "claims/\\xff\\x1b.yaml → seeds/raids.txt"), ("scan seeds", "caf\\xe9 \\x1b[31m\\u202e\\n.txt")],
)
def test_a_name_that_is_no_utf_8_passes_through_every_format(command, shown, odd, run):
    """Shown byte by byte to people, and escaped to programs; the verdict is what it always was."""
    outputs = " ".join(f"--report {its.value}=out/{its.value}" for its in Format)
    done = run(f"factcheck {command} {outputs}; test $? -eq 1 && factcheck {command} --format table")
    assert done.returncode == 1 and not raw(done.stdout + done.stderr)
    assert shown in done.stdout
    for its in Format:
        text = (odd / "out" / its.value).read_text("utf-8")
        assert not raw(text)
        if its.value in ("json", "sarif", "rdjson", "gitlab"):
            json.loads(text)


@linux
@pytest.mark.parametrize(
    "command", ["list", "list --format csv", "show arrests", "verify --baseline b --update-baseline"]
)
def test_other_commands_bear_such_names_too(command, odd, factcheck):
    """Nothing raw, nothing lost."""
    done = factcheck(command)
    assert done.returncode == 0 and not raw(done.stdout + done.stderr)
    assert factcheck(command).stdout == done.stdout


@linux
def test_a_uri_has_the_very_bytes_of_a_name(odd, factcheck):
    """SARIF finds the file again."""
    log = json.loads(factcheck("scan seeds --format sarif").stdout)
    (place, *_) = log["runs"][0]["results"][0]["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "seeds/caf%E9%20%1B%5B31m%E2%80%AE%0A.txt"


def test_a_baseline_keeps_a_name_that_is_no_utf_8(tmp_path):
    """What was written is what is known again."""
    entry = Identity("balance", f"seeds/{ODD}", ("12",))
    path = tmp_path / "baseline.jsonl"
    path.write_text(dump_baseline([entry], Path()), encoding="utf-8")
    assert not raw(path.read_text("utf-8"))
    text = path.read_text("utf-8").splitlines()[1]
    assert json.loads(text)["path"] == f"seeds/{ODD}"


@pytest.mark.parametrize("path", ["x" * 5000, "/".join(["deep"] * 1000), "a\0b"])
def test_a_path_that_no_system_takes_is_an_error_with_its_name(path, desk, monkeypatch):
    """As a text, as a claim file, as a source, as a baseline."""
    assert not is_folder(Path(path))
    with pytest.raises(FactcheckError, match=r"the source (cannot be read|does not exist)"):
        contents(Path(path), path)
    assert load([Path(path)]).errors[0].what == "there is no such file or folder"
    with pytest.raises(FactcheckError, match=r"the baseline (cannot be read|does not exist)"):
        load_baseline(Path(path))


def test_a_source_with_such_a_path_is_an_error_of_the_record(newsroom: Newsroom):
    """With its place."""
    for path in ("x" * 5000, '"a\\0b"', "~", "..", "."):
        (error, *_) = newsroom.write("", f"source: {path}\nclaims:\n  a: 12\n").verify().errors
        assert error.path == "claims.yaml" and error.line == 0


def test_a_folder_that_cannot_be_read_is_an_error_and_no_pass(desk, monkeypatch, capsys):
    """“There is no text” would be a pass; what can be read is judged. (Root may read anything: the system is asked
    to refuse.)"""
    closed = desk / "seeds" / "closed"
    closed.mkdir()
    scandir = os.scandir

    def refusing(path: Path):
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    from typer.testing import CliRunner

    from factcheck.cli import app

    done = CliRunner().invoke(app, ["scan", "seeds/closed"])
    assert done.exit_code == 2
    assert "seeds/closed: error: the folder cannot be read (Permission denied)" in done.output
    assert "There is no text" not in done.output
    both = CliRunner().invoke(app, ["scan", "seeds"])
    assert both.exit_code == 2 and "Arrests do not add up" in both.output
    assert load([closed]).errors[0].what == "the folder cannot be read (Permission denied)"


def test_a_folder_with_a_file_that_may_not_be_asked_about_is_an_error(desk, monkeypatch):
    """Where a path leads through a folder that may not be entered."""

    def refusing(self: Path, **more: object):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "stat", refusing)
    assert not is_folder(desk / "seeds")
    with pytest.raises(FactcheckError, match=r"the source cannot be read \(Permission denied\)"):
        contents(desk / "seeds" / "raids.txt", "raids.txt")


@pytest.mark.skipif(sys.platform == "win32", reason="paths end at 260 letters")
def test_folders_may_nest_deeper_than_pythons_stack(desk, run):
    """The text at the bottom is found."""
    folder = desk / "seeds"
    os.chdir(folder)
    for _ in range(900):
        Path("d").mkdir()
        os.chdir("d")
    Path("x.txt").write_text("Of 12 arrests 50% or seven were in Rome.\n")
    os.chdir(desk)
    errors: list[RecordError] = []
    found = files_below(folder, errors)
    assert [path.name for path in found] == ["x.txt", "raids.txt"] and not errors
    done = run("factcheck scan seeds --format json")
    assert done.returncode == 1 and json.loads(done.stdout)["coverage"]["numbers"] > 3


def test_links_to_folders_are_not_followed(desk):
    """A circle would never end."""
    (desk / "seeds" / "round").symlink_to(desk, target_is_directory=True)
    (desk / "seeds" / "nowhere.txt").symlink_to("nothing")
    assert [path.name for path in files_below(desk / "seeds", [])] == ["raids.txt"]


@linux
@pytest.mark.parametrize("kind", ["pipe", "zero", "folder"])
def test_what_is_no_regular_file_is_refused_before_it_is_opened(kind, desk, run):
    """
    A pipe never begins, /dev/zero never ends: as a baseline, a source, a configuration, a text, a claim file. The
    shell grants a gigabyte.
    """
    path = desk / "odd" if kind == "pipe" else {"zero": Path("/dev/zero"), "folder": desk / "seeds"}[kind]
    if kind == "pipe":
        os.mkfifo(path)
    for name in ("set", "configured"):
        (desk / name).mkdir()
    (desk / "set" / "factcheck.toml").write_text(f'baseline = "{path}"\n')
    (desk / "configured" / "factcheck.toml").symlink_to(path)
    lines = [
        "ulimit -v 1000000",
        f"factcheck verify --baseline {path}",
        f"factcheck compare seeds/raids.txt -a {path}",
        "(cd set; factcheck verify --allow-path / ../claims)",
        "(cd configured; factcheck verify --allow-path / ../claims)",
        *((f"factcheck verify {path}", f"factcheck scan {path}") if kind != "folder" else ()),
    ]
    done = run("; echo $?\n".join([*lines, ""]))
    what = "is a folder" if kind == "folder" else "is no regular file"
    assert re.findall(r"(?m)^\d$", done.stdout) == ["0", *["2"] * (len(lines) - 1)]
    assert (done.stdout + done.stderr).count(what) == len(lines) - 1


def test_a_configuration_that_is_too_large_is_an_error(desk, factcheck):
    """It was once left out in silence, with all that it demands."""
    (desk / "factcheck.toml").write_text("#" * (4 * 2**20 + 1))
    done = factcheck("verify")
    assert done.returncode == 2 and "the configuration is larger than 4 MiB" in done.stderr


def test_a_source_that_goes_while_it_is_read_is_an_error(newsroom: Newsroom, monkeypatch):
    """Between its words and its checksum."""
    newsroom.write(
        "12 arrests\n", "sources: {a: {path: source.txt, sha256: 00ff}}\nsource: a\nclaims:\n  a: 12 arrests\n"
    )
    import factcheck.records.source as source

    whole = source.load

    def going(path: Path, *rest: object, **more: object):
        document = whole(path, *rest, **more)
        path.unlink()
        return document

    monkeypatch.setattr(source, "load", going)
    assert "the source does not exist: source.txt" in [error.what for error in newsroom.verify().errors]


def test_a_claim_file_that_goes_while_quotes_are_renewed_is_an_error(newsroom: Newsroom):
    """After it was read, before it is written."""
    from factcheck.records.edit import apply
    from factcheck.records.update import edits, take

    newsroom.write("The raids led to 150 arrests of people.\n", "claims:\n  a: the arrest of 150 people\n")
    (edit,) = edits(take(newsroom.load()))
    newsroom.claims.unlink()
    with pytest.raises(FactcheckError, match="the file does not exist"):
        apply(edit)
    newsroom.write("The raids led to 150 arrests of people.\n", "claims:\n  a: the arrest of 150 people\n")
    loaded = newsroom.load()
    newsroom.claims.unlink()
    with pytest.raises(FactcheckError, match="the file does not exist"):
        edits(take(loaded))
