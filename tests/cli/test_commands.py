"""
The commands as a user runs them: exit status, layout, encodings, and what is loaded to start.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import yaml
from conftest import ROOT
from gallery import CASES

from factcheck.cli.listing import ListFormat
from factcheck.cli.option import Format
from factcheck.cli.show import ShowFormat
from factcheck.records.schema import schema
from factcheck.reports import FORMATS, listing, portrait

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the program in a copy of the repository's newsroom."""
    for name in ("seeds", "claims"):
        shutil.copytree(ROOT / name, tmp_path / name)

    def program(*arguments: str, text: str = "", **environment: str) -> subprocess.CompletedProcess[bytes]:
        outer = {
            key: value for key, value in os.environ.items() if key not in ("GITHUB_ACTIONS", "NO_COLOR", "FORCE_COLOR")
        }
        return subprocess.run(
            [sys.executable, "-m", "factcheck", *arguments],
            cwd=tmp_path, input=text.encode("utf-8"), capture_output=True, check=False, timeout=120,
            env={**outer, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environment},
        )  # fmt: skip

    return program


def edit(tmp_path: Path, old: str, new: str, name: str = "seeds/dark-huntor.txt") -> None:
    path = tmp_path / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")


@pytest.mark.parametrize("name", ["plain", "table", "json", "jsonl"])
def test_the_exit_status_never_depends_on_the_format(name: str, run: Run, tmp_path: Path) -> None:
    """0 clean, 1 with a finding, 2 with an error of the records beside it, 3 with nothing to judge."""
    assert run("verify", "--format", name).returncode == 0
    edit(tmp_path, "47 in Germany", "74 in Germany")
    assert run("verify", "--format", name).returncode == 1
    (tmp_path / "claims" / "other.yaml").write_text("claimz: {}\n", encoding="utf-8")
    assert run("verify", "--format", name).returncode == 2
    empty = tmp_path / "empty"
    empty.mkdir()
    (empty / "none.yaml").write_text("claims: {}\n", encoding="utf-8")
    assert run("verify", "empty", "--format", name).returncode == 3


@pytest.mark.skipif(os.name == "nt", reason="a shell that closes standard output")
def test_a_closed_standard_output_leaves_the_exit_status(run: Run, tmp_path: Path) -> None:
    """`factcheck verify >&-` asks for nothing else."""
    del run  # the newsroom alone
    for planted, status in (("47 in Germany", 0), ("74 in Germany", 1)):
        edit(tmp_path, "47 in Germany", planted)
        command = f"'{sys.executable}' -m factcheck verify >&-"
        done = subprocess.run(
            ["sh", "-c", command], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True
        )
        assert (done.returncode, done.stderr) == (status, b"")


def test_a_list_of_no_claims_says_so(run: Run) -> None:
    """On standard error: a sheet of numbers stays one."""
    done = run("list", "--id", "arests.*", "--format", "csv")
    assert done.returncode == 0 and b"No claim matches." in done.stderr


@pytest.mark.parametrize("command", ["read", "draft", "scan"])
def test_a_text_that_is_not_there_is_told_without_talk_of_claim_files(command: str, run: Run) -> None:
    """No claim file is in play."""
    done = run(command, "articel.txt")
    assert done.returncode == 2 and b"Check the path.\n" in done.stdout + done.stderr


@pytest.mark.parametrize(("fail_on", "status"), [("error", 0), ("warning", 0), ("note", 1), ("never", 0)])
def test_what_fails_a_run_is_the_users_choice(fail_on: str, status: int, run: Run) -> None:
    """The article has a note: the kilograms hold only because of their words."""
    assert run("verify", "--fail-on", fail_on).returncode == status


@pytest.mark.parametrize(("require", "status"), [("limited", 1), ("tested", 1), ("backed", 1)])
def test_a_number_that_is_worth_less_than_required_fails_the_run(require: str, status: int, run: Run) -> None:
    """And is named: three numbers are untested."""
    done = run("verify", "--require", require)
    assert done.returncode == status
    assert "“45 firearms” is not" in done.stderr.decode()


def test_a_missing_folder_says_what_to_do(run: Run) -> None:
    """A first run in the wrong place."""
    done = run("verify", "nowhere")
    assert done.returncode == 2
    assert "there is no such file or folder" in done.stdout.decode()
    assert "factcheck init" in done.stdout.decode()


def test_a_wrong_option_is_a_usage_error(run: Run) -> None:
    """2, as for every usage error."""
    assert run("verify", "--formt", "json").returncode == 2
    assert run("explain", "balanse").returncode == 2
    assert "Did you mean “balance”" in run("explain", "balanse").stderr.decode()
    assert run("show", "drugs.totl").returncode == 2
    assert "Did you mean “drugs.total”" in run("show", "drugs.totl").stderr.decode()


def test_a_pipe_of_40_columns_loses_no_number_and_no_path(run: Run, tmp_path: Path) -> None:
    """Nothing is cut where it is piped."""
    edit(tmp_path, "47 in Germany", "74 in Germany")
    said = run("verify", COLUMNS="40").stdout.decode()
    for word in ("seeds/dark-huntor.txt:41:88", "177", "150", "74", "41:173"):
        assert word in said
    table = run("verify", "--format", "table", COLUMNS="40").stdout.decode()
    for word in ("177", "150", "74", "41:173", "9:49"):
        assert word in table
    assert "41:88 ◀" in " ".join(table.split())


def test_colour_changes_not_one_character_of_the_layout(run: Run, tmp_path: Path) -> None:
    """FORCE_COLOR colours, NO_COLOR goes before it, and the text is the same."""
    edit(tmp_path, "47 in Germany", "74 in Germany")
    bare = run("verify", "--format", "table", NO_COLOR="1", FORCE_COLOR="1").stdout.decode()
    coloured = run("verify", "--format", "table", FORCE_COLOR="1").stdout.decode()
    assert "\x1b[" not in bare
    assert "\x1b[" in coloured
    import re

    assert [line.rstrip() for line in re.sub(r"\x1b\[[\d;]*m", "", coloured).splitlines()] == bare.splitlines()


def test_an_ascii_terminal_does_not_crash(run: Run) -> None:
    """Curly quotes become straight ones."""
    done = run("verify", "-v", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b'"approximately"' in done.stdout


def test_a_source_cannot_write_to_the_terminal(run: Run, tmp_path: Path) -> None:
    """Control characters and markup of a source are shown, not sent."""
    (tmp_path / "seeds" / "bad.txt").write_text("The [red]12 arrests\x1b[2J\u202e were 5.", encoding="utf-8")
    (tmp_path / "claims" / "bad.yaml").write_text(
        "source: ../seeds/bad.txt\n"
        'claims:\n  a: "[red]12 arrests\\e[2J"\n  b: were 5\nrules:\n  - part: {part: a, whole: b}\n',
        encoding="utf-8",
    )
    for name in ("plain", "table"):
        said = run("verify", "claims/bad.yaml", "--format", name, "-v").stdout.decode()
        assert "\x1b" not in said
        assert "\u202e" not in said
        assert "[red]12 arrests" in said
    listed = run("list", "claims/bad.yaml").stdout.decode()
    assert "\x1b" not in listed


@pytest.mark.skipif(sys.platform == "win32", reason="a closed pipe is another matter there")
def test_a_closed_pipe_is_quiet(run: Run, tmp_path: Path) -> None:
    """`factcheck list | head -1` prints a line and nothing else."""
    command = f"{sys.executable} -m factcheck list | head -n 1"
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.stderr == b""


HEAVY = (
    "pydantic",
    "pint",
    "pygls",
    "mcp",
    "jinja2",
    "yaml",
    "rich.table",
    "factcheck.engine",
    "factcheck.reader",
    "fractions",
)


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]])
def test_starting_loads_nothing_heavy(arguments: list[str]) -> None:
    """What a command needs is imported where it runs."""
    code = (
        "import sys\nfrom factcheck.cli import app\n"
        f"try:\n    app({arguments!r})\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, cwd=ROOT)
    assert done.stdout.splitlines()[-1] == "[]"


def test_completion_loads_nothing_heavy() -> None:
    """A shell asks at every press of the tab key."""
    code = (
        "import sys\nfrom factcheck.cli import app\n"
        "try:\n    app(prog_name='factcheck')\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    environment = {
        **os.environ,
        "_FACTCHECK_COMPLETE": "complete_bash",
        "COMP_WORDS": "factcheck ver",
        "COMP_CWORD": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, cwd=ROOT, env=environment
    )
    assert "verify" in done.stdout
    assert done.stderr.splitlines()[-1] == "[]"


def test_the_formats_on_offer_are_those_of_the_registries() -> None:
    """An option's choices and the registry cannot drift apart."""
    assert {its.value for its in Format} == set(FORMATS)
    assert {its.value for its in ListFormat} == set(listing.FORMATS)
    assert {its.value for its in ShowFormat} == set(portrait.FORMATS)


def test_a_list_can_be_narrowed(run: Run) -> None:
    """By id, by source, by what is unchecked."""
    assert run("list", "--id", "drugs.*").stdout.decode().count("\n") == 6
    assert run("list", "--path", "elsewhere").stdout == b""
    assert b"firearms" in run("list", "--unchecked").stdout


def test_the_numbers_sheet_is_a_csv_that_no_spreadsheet_runs(run: Run, tmp_path: Path) -> None:
    """A cell that begins like a formula is text."""
    (tmp_path / "seeds" / "sum.txt").write_text("=HYPERLINK(1) says 12 people.", encoding="utf-8")
    (tmp_path / "claims" / "sum.yaml").write_text(
        "source: ../seeds/sum.txt\nclaims:\n  a: 12 people\n", encoding="utf-8"
    )
    rows = run("list", "claims/sum.yaml", "--format", "csv").stdout.decode().splitlines()
    assert rows[0] == "number,sentence,value,place,evidence,says,by,date,note,claim,worth"
    assert rows[1].startswith("12 people,'=HYPERLINK(1) says 12 people.,12 people,seeds/sum.txt:1:20,unchecked")


def test_a_claim_is_shown_in_full(run: Run) -> None:
    """Its sentence with the quote marked, its readings, what the rules leave it."""
    said = run("show", "drugs.total").stdout.decode()
    for words in (
        "[approximately 234 kilograms (kg) of drugs worldwide]",
        "233 kg to 235 kg",
        "at least 232.9 kg",
        "drugs by type",
    ):
        assert words in said
    assert json.loads(run("show", "drugs.total", "--format", "json").stdout)["implied"] == "at least 232.9 kg"


def test_quantities_come_as_json_lines(run: Run) -> None:
    """With `--lines` each line is a text of its own, and offsets are in the line."""
    done = run("read", "--lines", "-", text="They took 45 guns.\r\nOver $3 million, too.\n")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(row["line"], row["start"], row["value"]) for row in rows] == [(1, 10, "45"), (2, 0, "3000000")]


def test_text_that_is_not_utf_8_is_an_error_with_its_place(run: Run, tmp_path: Path) -> None:
    """On standard input as in a file."""
    (tmp_path / "latin.txt").write_bytes("Über 12".encode("latin-1"))
    done = run("read", "latin.txt")
    assert done.returncode == 2
    assert "latin.txt:1:1" in done.stderr.decode()


SCHEMA = schema()


def test_the_schema_is_one() -> None:
    """Draft-07, with a description and an example on every key of a claim file."""
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    for key, its in SCHEMA["properties"].items():
        assert its["description"], key
        assert its["examples"], key


def test_our_own_records_are_valid(run: Run, tmp_path: Path) -> None:
    """The article's record, and what `init` writes."""
    run("init", "new")
    for path in (tmp_path / "claims" / "dark-huntor.yaml", tmp_path / "new" / "claims" / "first.yaml"):
        record = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        assert list(jsonschema.Draft7Validator(SCHEMA).iter_errors(record)) == []


@pytest.mark.parametrize(("shape", "title"), [([], "claim file"), (["claims"], "claim file"), (["report"], "report")])
def test_a_schema_is_printed_for_records_and_for_reports(shape: list[str], title: str, run: Run) -> None:
    """And what `--format json` prints is valid against the second."""
    printed = json.loads(run("schema", *shape, PYTHONIOENCODING="ascii").stdout)
    assert title in printed["title"]
    if shape == ["report"]:
        jsonschema.validate(json.loads(run("verify", "-v", "--show-silenced", "--format", "json").stdout), printed)
    assert run("schema", "sarif").returncode == 2


SHAPE = [
    "An unknown key",
    "A rule of an unknown kind",
    "A rule of two kinds",
    "A rule that lacks a field",
    "Claims that are a list",
    "A file that is no mapping",
    "An id that is none",
    "A rule with a word that is none of the choice",
]


@pytest.mark.parametrize("name", SHAPE)
def test_an_editor_sees_what_is_wrong_with_the_shape(name: str) -> None:
    """Of the gallery's errors those that a schema can see."""
    text = CASES[name]
    assert isinstance(text, str)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.load(text, yaml.BaseLoader), SCHEMA)


def test_new_quotes_are_shown_and_written_on_request_only(run: Run, tmp_path: Path) -> None:
    """The diff touches one line; comments and all else stay; a second run has nothing to do."""
    edit(tmp_path, "150 individuals", "150 people")
    record = tmp_path / "claims" / "dark-huntor.yaml"
    before = record.read_text(encoding="utf-8")
    shown = run("update")
    assert shown.returncode == 0
    assert "+  arrests.total: the arrest of 150 people" in shown.stdout.decode()
    assert record.read_text(encoding="utf-8") == before
    run("update", "--write")
    assert record.read_text(encoding="utf-8") == before.replace(
        "the arrest of 150 individuals", "the arrest of 150 people"
    )
    assert run("verify", "--fail-on", "warning").returncode == 0
    assert "No quote needs new words" in run("update").stderr.decode()


def test_a_new_quote_keeps_line_ends_and_byte_order_mark(run: Run, tmp_path: Path) -> None:
    """Windows' line ends and a mark at the beginning are the user's."""
    edit(tmp_path, "45 firearms off", "45 guns off")
    record = tmp_path / "claims" / "dark-huntor.yaml"
    data = b"\xef\xbb\xbf" + record.read_bytes().replace(b"\n", b"\r\n")
    record.write_bytes(data)
    assert run("update", "--write").returncode == 0
    assert record.read_bytes() == data.replace(b"firearms: 45 firearms", b"firearms: 45 guns")
