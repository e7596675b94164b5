"""
Every command takes every format: a claim's quote is found in the words that a Word file, a page or a PDF has.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import thirty
from typer.testing import CliRunner, Result

from factcheck import api
from factcheck.cli import app

CASE = thirty.Case(
    "Raids",
    "The raids led to 12 arrests in the two cities: seven in Rome and five in Milan. Police took 45 firearms.",
    (("City", "Arrests"), ("Rome", "7"), ("Milan", "5"), ("Total", "12")),
    (1, 1),
    "8",
)
SUFFIXES = sorted(thirty.WRITERS)
PROSE = [its for its in SUFFIXES if its not in (".csv", ".xlsx")]


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the report in every format, the working directory."""
    for suffix, data in thirty.files(CASE):
        (tmp_path / f"raids{suffix}").write_bytes(data)
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "FACTCHECK_FAIL_ON"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_draft_verifies_as_written_and_sees_the_next_edit(suffix: str, desk: Path) -> None:
    """A claim file for any file; when a number in it changes, that is told by its place there."""
    drafted = invoke("draft", f"raids{suffix}", "-o", "claims/raids.yaml")
    assert drafted.exit_code == 0, drafted.output
    done = invoke("verify", "claims")
    assert done.exit_code == 0, done.output
    changed = thirty.replace(CASE, sentence=CASE.sentence.replace("45 firearms", "54 firearms"))
    (desk / f"raids{suffix}").write_bytes(dict(thirty.files(changed))[suffix])
    done = invoke("verify", "claims")
    assert done.exit_code == 1, done.output
    assert "54" in done.output
    assert f"raids{suffix}" in done.output


@pytest.mark.parametrize("suffix", PROSE)
def test_a_rewrite_is_compared_with_a_source_of_any_format(suffix: str, desk: Path) -> None:
    """And as one: the number that the source has otherwise is told."""
    (desk / "rewrite.txt").write_text("Police took 54 firearms and made 12 arrests.", encoding="utf-8")
    done = invoke("compare", "rewrite.txt", "--against", f"raids{suffix}")
    assert done.exit_code == 1, done.output
    assert "54 firearms" in done.output
    assert invoke("compare", f"raids{suffix}", "--against", "raids.md").exit_code == 0


@pytest.mark.parametrize("suffix", PROSE)
def test_quantities_are_read_from_any_format(suffix: str, desk: Path) -> None:
    """One JSON line each, in the order of the text."""
    rows = [json.loads(line) for line in invoke("read", f"raids{suffix}").stdout.splitlines()]
    assert [row["text"] for row in rows][:3] == ["12 arrests", "two cities", "seven"]


def test_a_folder_is_scanned_with_all_its_formats(desk: Path) -> None:
    """Each file by itself; what is run is watched by its path on disk."""
    done = invoke("scan", ".", "-f", "json")
    assert done.exit_code == 0, done.output
    report = api.scan(Path("raids.docx"))
    assert list(report.documents) == ["raids.docx"]


def test_files_are_judged_in_several_processes(desk: Path) -> None:
    """What is found comes back whole, with its places."""
    for suffix, data in thirty.files(CASE.wrong):
        (desk / f"raids{suffix}").write_bytes(data)
    one, two = (invoke("scan", ".", "-f", "json", "-j", jobs) for jobs in ("1", "2"))
    assert one.exit_code == two.exit_code == 1
    assert json.loads(one.stdout) == json.loads(two.stdout)
    origins = [its["locations"][0]["origin"] for its in json.loads(one.stdout)["findings"]]
    assert {its["words"].split()[0] for its in origins if its} >= {"table", "page", "sheet", "row"}


@pytest.mark.parametrize("name", ["sarif", "rdjson", "github", "gitlab", "junit", "markdown", "html", "table"])
def test_every_report_tells_the_place_in_the_file(name: str, desk: Path) -> None:
    """As the file has it, and no line where there is none."""
    (desk / "raids.docx").write_bytes(thirty.as_docx(CASE.wrong))
    told = invoke("scan", "raids.docx", "-f", name).stdout
    assert "table 1, row" in told
    assert "column 2" in told
    if name == "sarif":
        place = json.loads(told)["runs"][0]["results"][0]["locations"][0]
        assert "region" not in place["physicalLocation"]
        assert place["logicalLocations"][0]["fullyQualifiedName"].startswith("table 1/row ")
        assert place["logicalLocations"][0]["kind"] == "column"
    if name == "rdjson":
        assert all("range" not in its["location"] for its in json.loads(told)["diagnostics"])
    if name == "github":
        assert "line=" not in told


def test_the_page_shows_the_tables_of_the_file_and_the_pages_of_a_pdf(desk: Path) -> None:
    """As they are: rows and cells, and where a page begins."""
    page = invoke("scan", "raids.docx", "-f", "html").stdout
    assert "<tr><th>City</th><th>Arrests</th></tr><tr><td>Rome</td>" in page
    assert '<p class="page">page 1</p>' in invoke("scan", "raids.pdf", "-f", "html").stdout


@pytest.mark.parametrize(
    ("suffix", "library", "extra"),
    [
        (".docx", "docx", "docx"),
        (".pdf", "pypdfium2", "pdf"),
        (".xlsx", "openpyxl", "xlsx"),
        (".html", "justhtml", "html"),
    ],
)
def test_without_its_library_a_format_says_what_to_install(
    suffix: str, library: str, extra: str, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not read is no pass."""
    for name in [its for its in sys.modules if its.partition(".")[0] == library]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    done = invoke("scan", f"raids{suffix}", "-f", "plain")
    assert done.exit_code == 2
    assert f"pip install 'factcheck-cli[{extra}]'" in done.stdout


def test_a_text_needs_none_of_the_libraries(desk: Path) -> None:
    """Nor does CSV; nor is a module of another format loaded."""
    heavy = ("docx", "lxml", "openpyxl", "pypdfium2", "justhtml", "reportlab", "zipfile", "ctypes")
    own = tuple(f"factcheck.sources.{name}" for name in ("docx", "pdf", "pdfpage", "xlsx", "html", "package"))
    program = (
        "import sys\nfrom pathlib import Path\nfrom factcheck import api\n"
        "report = api.scan(Path(sys.argv[1]))\nassert not report.errors\n"
        f"print([name for name in {heavy + own!r} if name in sys.modules])"
    )
    (desk / "raids.txt").write_text(CASE.sentence, encoding="utf-8")
    for name in ("raids.txt", "raids.md", "raids.csv"):
        done = subprocess.run([sys.executable, "-c", program, name], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "[]", name


def test_a_word_file_on_standard_input_is_called_what_it_is() -> None:
    """A paste is text."""
    done = CliRunner().invoke(app, ["scan", "-"], input=thirty.as_docx(CASE))
    assert done.exit_code == 2
    assert "the file is a Word file, not a text" in done.output
