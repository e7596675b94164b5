"""
What other programs read has a schema, and every output keeps to it.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from factcheck.model.finding import Report
from factcheck.reports import renderer
from factcheck.reports.style import Style

STYLES = (Style(), Style(verbose=True), Style(verbose=True, silenced=True))


def message(*required: str, **fields: dict) -> dict:
    """A message of a protocol buffer as JSON: it has these fields and no other."""
    return {"type": "object", "required": [*required], "additionalProperties": False, "properties": fields}


def many(items: dict) -> dict:
    """A repeated field."""
    return {"type": "array", "items": items}


# The whole of reviewdog's Diagnostic Format, after proto/rdf/reviewdog.proto: names as JSON has them (of a field
# `related_locations`, `relatedLocations`). reviewdog reads it with protojson, which refuses a field that it does
# not know; so this schema is closed, where reviewdog's own is open. Required is what a finding has to have.
TEXT, SEVERITY = {"type": "string", "minLength": 1}, {"enum": ["ERROR", "WARNING", "INFO"]}
COUNT = {"type": "integer", "minimum": 1, "maximum": 2**31 - 1}
POSITION = message("line", line=COUNT, column=COUNT)
RANGE = message("start", start=POSITION, end=POSITION)
PLACE = message("path", path=TEXT, range=RANGE)
SOURCE = message("name", name=TEXT, url=TEXT)
DIAGNOSTIC = message(
    "message", "location", "severity",
    message=TEXT, location=PLACE, severity=SEVERITY, source=SOURCE, code=message("value", value=TEXT, url=TEXT),
    suggestions=many(message("range", "text", range=RANGE, text={"type": "string"})), originalOutput=TEXT,
    relatedLocations=many(message("location", message=TEXT, location=PLACE)),
)  # fmt: skip
RDJSON = message("source", "diagnostics", diagnostics=many(DIAGNOSTIC), source=SOURCE, severity=SEVERITY)
# GitLab's documented fields, each of them required (docs.gitlab.com/ci/testing/code_quality, "Code Quality report
# format"); a path is relative and may not begin with "./". GitLab shows one of two entries with one fingerprint.
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": TEXT,
            "check_name": TEXT,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./|/)"},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": COUNT}},
                },
            },
        },
    },
}


def report_schema() -> dict:
    return json.loads((files("factcheck.reports") / "report.schema.json").read_text("utf-8"))


def sarif_schema() -> dict:
    schema = json.loads((Path(__file__).parent / "data" / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
    # Its `id` names a page; references inside it are local ones.
    return {key: value for key, value in schema.items() if key != "id"}


SCHEMAS = {"json": report_schema, "sarif": sarif_schema, "rdjson": lambda: RDJSON, "gitlab": lambda: GITLAB}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", SCHEMAS)
def test_a_format_keeps_to_its_schema(name, style, specimen):
    """With findings of every severity, an error of the records and a silenced finding; and empty."""
    schema = SCHEMAS[name]()
    validator = jsonschema.validators.validator_for(schema, jsonschema.Draft7Validator)
    validator.check_schema(schema)
    for report in (specimen.report, Report()):
        found = [error.message for error in validator(schema).iter_errors(json.loads(renderer(name)(report, style)))]
        assert found == []


def test_the_json_schema_describes_everything_and_allows_additions():
    """A reader of version 2 lets pass a key that it does not know: the shape may grow."""
    schema = report_schema()
    shapes = [schema, *(its for its in schema["definitions"].values() if its.get("type") == "object")]
    assert not any("additionalProperties" in shape for shape in shapes)
    assert all(sorted(shape["required"]) == sorted(shape["properties"]) for shape in shapes)


def test_sarif_carries_the_sum_as_a_code_flow(specimen):
    """The ledger, line by line, ends in what is stated; the other numbers are related places."""
    run = json.loads(renderer("sarif")(specimen.report, Style()))["runs"][0]
    balance = run["results"][0]
    flow = balance["codeFlows"][0]["threadFlows"][0]["locations"]
    assert [step["location"]["message"]["text"] for step in flow] == [
        "noon: 7",
        "night: 6",
        "together: 13",
        "stated: 12",
    ]
    assert [its["message"]["text"] for its in balance["relatedLocations"]] == ["part", "whole"]
    assert "security-severity" not in json.dumps(run) and "primaryLocationLineHash" not in json.dumps(run)


def test_sarif_leaves_silenced_results_out_unless_asked(specimen):
    """Asked for, they carry who let them pass, and why."""
    runs = [json.loads(renderer("sarif")(specimen.report, style))["runs"][0] for style in (STYLES[0], STYLES[2])]
    assert not any("suppressions" in result for result in runs[0]["results"])
    told = [result["suppressions"] for result in runs[1]["results"] if "suppressions" in result]
    assert told == [[{"kind": "inSource", "status": "accepted", "justification": "agreed with the desk"}]]


def test_junit_loads_in_junitparser(specimen):
    """A suite a claim file, a case a rule, with what failed, holds and was skipped."""
    junitparser = pytest.importorskip("junitparser")
    text = renderer("junit")(specimen.report, Style())
    suites = list(junitparser.JUnitXml.fromfile(io.BytesIO(text.encode())))
    assert [suite.name for suite in suites] == ["claims/menu.yaml"]
    suite = suites[0]
    assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (7, 3, 1, 1)
    assert [type(its).__name__ for case in suite for its in case.result] == ["Error", *["Failure"] * 3, "Skipped"]


def test_a_validator_of_rdjson_agrees(specimen, tmp_path):
    """That of UmbrellaDocs, from npm (its program's path in RDFORMAT). It does not know related locations yet."""
    program = os.environ.get("RDFORMAT", "")
    if not Path(program).is_file():
        pytest.skip("@umbrelladocs/rdformat-validator is not installed")
    path = tmp_path / "report.json"
    path.write_text(renderer("rdjson")(specimen.report, Style(verbose=True)), encoding="utf-8")
    done = subprocess.run(["node", program, "--format", "json", path], capture_output=True, text=True, check=True)
    (result,) = json.loads(done.stdout)["fileResults"]
    assert (result["valid"], result["errors"]) == (True, 0)
    assert {its["path"].rpartition(".")[2] for its in result["warningDetails"]} == {"relatedLocations"}


def test_gitlab_has_no_byte_order_mark(specimen):
    """Its parser stumbles over one."""
    assert renderer("gitlab")(specimen.report, Style()).startswith("[")


def test_gitlab_is_an_empty_array_when_all_is_well():
    """Nothing found is `[]`, not nothing."""
    assert renderer("gitlab")(Report(), Style()) == "[]\n"


def test_gitlab_fingerprints_differ_where_findings_are_alike(specimen):
    """GitLab shows only one of two entries with the same fingerprint."""
    twice = Report((specimen.report.findings[0],) * 2)
    assert len({row["fingerprint"] for row in json.loads(renderer("gitlab")(twice, Style()))}) == 2
