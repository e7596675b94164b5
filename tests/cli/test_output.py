"""
One run, many reports: where they go changes nothing of what was found.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree

import pytest

from factcheck.reports import FORMATS


def test_one_run_writes_many_reports(factcheck, desk):
    """Two files, in a folder that is made, and lines on standard output."""
    done = factcheck("verify", "--report", "plain", "--report", "sarif=out/a.sarif", "--report=junit=out/b.xml")
    assert done.exit_code == 1
    assert done.stdout.startswith("seeds/raids.txt:1:")
    assert json.loads((desk / "out" / "a.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert xml.etree.ElementTree.parse(desk / "out" / "b.xml").getroot().tag == "testsuites"


def test_a_report_in_a_file_leaves_standard_output_empty(factcheck):
    """What is asked for is written, and nothing else."""
    assert factcheck("verify", "--report", "json=report.json").stdout == ""


@pytest.mark.parametrize("name", FORMATS)
def test_the_exit_status_does_not_depend_on_the_format(name, factcheck):
    """Nor on where it goes."""
    assert factcheck("verify", "--format", name).exit_code == 1
    assert factcheck("verify", "--report", f"{name}=report").exit_code == 1
    assert factcheck("verify", "--report", f"{name}=report", "--fail-on", "never").exit_code == 0


@pytest.mark.parametrize(
    ("outputs", "message"),
    [
        (["--report", "sraif"], "There is no format “sraif”"),
        (["--report", "sarif="], "“sarif=” has no path"),
        (["--report", "json", "--report", "plain"], "Two reports go to standard output"),
        (["--report", "json=a", "--report", "plain=a"], "Two reports go to a."),
        (["--report", "json=seeds"], "seeds cannot be written"),
    ],
)
def test_a_destination_that_cannot_be_is_exit_status_2(outputs, message, factcheck):
    """With a sentence that says what is wrong."""
    done = factcheck("verify", *outputs)
    assert done.exit_code == 2 and message in done.output


def test_in_github_actions_annotations_and_the_summary_come_by_themselves(factcheck, desk, monkeypatch):
    """What the step has written into its summary before stays."""
    summary = desk / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    done = factcheck("verify")
    assert re.search(r"(?m)^::error file=seeds/raids.txt,line=1,", done.stdout)
    assert summary.read_text("utf-8").startswith("before\n| | place |")
    assert factcheck("verify", "--format", "plain").stdout.startswith("seeds/raids.txt")


def test_formats_for_programs_are_utf_8_in_an_ascii_terminal(factcheck, monkeypatch):
    """A quotation mark that was made plain would end a string of JSON."""
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    done = factcheck("verify", "--format", "json")
    assert json.loads(done.stdout_bytes.decode("utf-8"))["version"] == 2


def test_silenced_findings_are_told_on_request(factcheck, desk):
    """In the machine formats, with the reason."""
    path = desk / "claims" / "raids.yaml"
    path.write_text(path.read_text("utf-8") + "    ignore: counted twice\n", encoding="utf-8")
    done = factcheck("verify", "--format", "json")
    assert done.exit_code == 0 and json.loads(done.stdout)["silenced"] == []
    told = json.loads(factcheck("verify", "--format", "json", "--show-silenced").stdout)
    assert [its["reason"] for its in told["silenced"]] == ["counted twice"]
    assert "1 finding is left out: 1 ignored." in factcheck("verify", "--format", "plain").stdout
