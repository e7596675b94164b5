"""
Sums of rounded facts against XBRL Calculations 1.1: every verdict, and where they differ.

    python benchmarks/calculations.py CASES.json

Each case of the file is written as a claim file: facts as claims with `precision:`, the sum as a formula
with weights. Cases with duplicate or missing facts are left out: they are about filing, not about sums.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from factcheck.engine import evaluate
from factcheck.model.finding import Report, Verdict
from factcheck.records import load


def plain_case(case: dict[str, Any]) -> bool:
    """Whether every fact of the sum is there, once, with a value."""
    concepts = [fact["concept"] for fact in case["facts"] if fact.get("value") is not None]
    wanted = {item[0] for item in case["items"]} | {"T"}
    return len(concepts) == len(set(concepts)) == len(case["facts"]) and wanted <= set(concepts)


def claim_file(case: dict[str, Any]) -> str:
    """The case as records: `decimals` -3 is a precision of 1000, INF is exact."""
    lines = ["claims:"]
    for fact in case["facts"]:
        decimals = fact["decimals"]
        precision = (
            "exact"
            if decimals == "INF"
            else f"{10 ** -int(decimals)}"
            if int(decimals) <= 0
            else f"0.{'0' * (int(decimals) - 1)}1"
        )
        lines.append(
            f"  {fact['concept'].lower()}: {{value: '{fact['value']}', precision: {precision}, because: filed}}"
        )
    terms = " + ".join(
        f"{weight} * {concept.lower()}" if not weight.startswith("-") else f"(-{weight[1:]} * {concept.lower()})"
        for concept, weight in case["items"]
    )
    return "\n".join([*lines, "rules:", f"  - formula: {terms} = t", ""])


def verdict(report: Report) -> str:
    """Our verdict in the words of the file."""
    if report.errors:
        return f"error: {report.errors[0].what}"
    (finding,) = report.findings
    return "excess_digits" if finding.verdict == Verdict.UNDETERMINED else finding.verdict.value


def main() -> None:
    """Print how many verdicts agree, and every one that does not."""
    cases = [case for case in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["cases"] if plain_case(case)]
    outcome: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for case in cases:
            path = Path(folder) / "case.yaml"
            path.write_text(claim_file(case), encoding="utf-8")
            ours = verdict(evaluate(load([path])))
            outcome["agree" if ours == case["ref_round"] else "differ"] += 1
            outcome["Arelle agrees"] += bool(case["agree_round"])
            if ours != case["ref_round"]:
                print(f"case {case['id']} ({case['kind']}): {ours}, reference {case['ref_round']}")
    print(f"{len(cases)} cases without duplicates or missing values: {dict(outcome)}")


if __name__ == "__main__":
    main()
