"""
Claim files and formulas that nobody would write, and relations whose verdict is known: the same for the same seed.

    nice python benchmarks/hostile_records.py [--count 100000] [--seed DATE] [--kind formula] [--only N]

Each case is judged and told in every format; a traceback, a hang, a raw control character or a wrong verdict falls,
is printed with its seed and number, and the status is 1 then. A new kind is a function and one entry of ``KINDS``.
"""

from __future__ import annotations

import argparse
import datetime
import gc
import json
import os
import sys
import tempfile
import time
import traceback
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import hostile_oracle as oracle

from factcheck.checks import KINDS as KINDS_OF_RULE
from factcheck.engine import evaluate
from factcheck.model.finding import Report
from factcheck.records import load
from factcheck.records.rule import operand_fields
from factcheck.reports import FORMATS, renderer
from factcheck.reports.style import Style

SLOW = 5.0
"""How long a small case may take [seconds of CPU]: a guard against hangs, not a measurement."""

NASTY = (
    "\x1b[2J\x1b]0;owned\x07", "\x9b31m", "\u202etxt.exe", "\u2066isolated\u2069", "zero\u200bwidth", "\u200djoin",
    "soft\xadhyphen", "tag\U000e0041", "filler\u3164", "line\u2028break", "half\ud800", "byte\udcff", "\ufeffmark",
    "::error::x", "[red]x[/red]", "<script>alert(1)</script>", "| cell |", "]]>", "\"'`", "$x$ @you", "a\r\nb\tc", "%0A",
    "=cmd|'/c calc'!A0", "*" * 200,
)  # fmt: skip
"""Words that a terminal, a page, a table, a log or an eye would obey."""
SPOKEN = tuple(its for its in NASTY if not any("\ud800" <= char <= "\udfff" for char in its))
"""Those that YAML takes."""
COOK = "\U0001f469\u200d\U0001f373"
"""An emoji of three code points, which is what it seems."""

TEXT = (
    "The raids led to 150 arrests—including 65 in the U.S., 47 in Germany and 38 in France—and took 31.6 kg of drugs.\n\n"
    "Officers found about 21.6 kg of cocaine and $1.2 million. The raids took two days. Italy and France took part.\n"
    "It rose 12% from 1,204 to 1,240, nearly 3% \u202emore\u202c than\x1b[1m before. Of 40 guns 10, or 25%, were loaded.\n"
)
QUOTES = (
    "150 arrests", "65 in the U.S., 47 in Germany and 38 in France", "31.6 kg of drugs", "about 21.6 kg", "$1.2 million",
    "two days", "Italy and France", "12%", "1,204", "1,240", "nearly 3%", "40 guns", "10", "25%", "65 in the U.S.", "no such words",
)  # fmt: skip
_TOKENS = (
    "a", "b", "c", "all.*", "zero", "names", "+", "-", "*", "/", "×", "÷", "(", ")", ",", "=", "==", "<", "<=", "≥", ">",
    "min(", "max(", "sum(", "count(", "1", "2.50", "9,9", "1,000", "12,34,567", "10%", "2 kg", "$3 million", "`a`", "9" * 59 + ".",
    "9" * 61, "0", "1e9", "a.b", "__import__", "\u202e", "\x1b", "٣", "½", "−", " ", "  ",
)  # fmt: skip


def formula(rng: Random, folder: Path) -> Report:
    """A formula over a few claims: half of them well formed, the others any tokens in a row."""
    if rng.random() < 0.5:
        text = rng.choice(["=", "<=", "<", ">=", ">"]).join(_expression(rng, 3) for _ in range(rng.randint(2, 4)))
    else:
        text = "".join(rng.choice(_TOKENS) for _ in range(rng.randint(1, rng.choice([8, 40, 400]))))
    lead = rng.choice(["", "", "severity: note\n    "])
    claims = (
        "source: source.txt\nclaims:\n  a: 150 arrests\n  b: 40 guns\n  c: 31.6 kg of drugs\n  all.x: nearly 3%\n"
        "  all.y: 25%\n  zero: {value: '0', because: x}\n  names: {quote: Italy and France, names: country}\n"
        f"rules:\n  - {lead}formula: {json.dumps(text)}\n"
    )
    return _judged(folder, claims)


def claim_file(rng: Random, folder: Path) -> Report:
    """A claim file with nasty names, labels and notes, quotes right or wrong, rules of every kind; or a broken one."""
    names = [_name(rng, at) for at in range(rng.randint(1, 6))]
    source = rng.choice(["source", "source", json.dumps(rng.choice(SPOKEN))])
    lines = [f"sources: {{{source}: source.txt}}", f"source: {source}", "claims:"]
    for name in names:
        lines += _claim(rng, name)
    lines.append("rules:" if rng.random() < 0.9 else "not_claims: [two days]\nrules:")
    for _ in range(rng.randint(1, 5)):
        lines.append(f"  - {_rule(rng, names)}")
        lines += [f"    name: {json.dumps(rng.choice(SPOKEN))}"] * (rng.random() < 0.3)
    text = "\n".join(lines) + "\n"
    return _judged(folder, _mutated(rng, text) if rng.random() < 0.3 else text)


def exact_verdict(rng: Random, folder: Path) -> Report:
    """A relation of stated numbers, hedged and rounded, whose verdict an oracle of fractions knows."""
    case = oracle.case(rng)
    report = _judged(folder, case.claims, case.text)
    assert not report.errors, [error.what for error in report.errors]
    found = [its for its in report.findings if its.kind == "formula"]
    assert [(its.verdict.value, its.reading.value if its.verdict == "consistent" else "") for its in found] == [
        case.expected
    ], f"{case.expected} was expected of {case.formula}: {[its.message for its in found]}\n{case.text}"
    return report


KINDS: dict[str, Callable[[Random, Path], Report]] = {
    "formula": formula,
    "claims": claim_file,
    "verdict": exact_verdict,
}
"""The kinds of cases by their names."""


def trouble(kind: str, seed: object, folder: Path) -> str:
    """What is wrong with the program on a case: a traceback, a raw control character, a hang; empty for nothing."""
    begun = time.process_time()
    try:
        report = KINDS[kind](Random(f"{kind} {seed}"), folder)
        for name in FORMATS:
            if wrong := raw(renderer(name)(report, Style(verbose=True, silenced=True))):
                return f"{name} sends {wrong}"
    except Exception:
        return traceback.format_exc()
    spent = time.process_time() - begun
    return f"it took {spent:.1f} s" if spent > SLOW else ""


def raw(text: str) -> str:
    """
    The first character of an output that is not what it seems, by Unicode's own categories; empty for none.

    A joiner between two letters of no Latin script, or in an emoji, is what it seems; so is the word joiner that
    Markdown puts into an address on purpose.
    """
    for char in set(text) - {"\n", "\t", "\r", "\u2060"}:
        if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") or char in "\u3164\uffa0\u115f\u1160":
            at = text.index(char)
            if char in "\u200c\u200d" and not (text[at - 1 : at].isascii() or text[at + 1 : at + 2].isascii()):
                continue
            return f"U+{ord(char):04X} in {text[max(0, at - 20) : at + 20]!r}"
    return ""


def _judged(folder: Path, claims: str, text: str = TEXT) -> Report:
    (folder / "source.txt").write_bytes(text.encode("utf-8"))
    (folder / "claims.yaml").write_bytes(claims.encode("utf-8", "surrogatepass"))
    return evaluate(load([folder / "claims.yaml"]))


def _expression(rng: Random, depth: int) -> str:
    if not depth or rng.random() < 0.3:
        return rng.choice(["a", "b", "a", "b", "2", "0.5", "zero", "c", "count(all.*)", str(rng.randint(0, 10**9))])
    inner = [_expression(rng, depth - 1) for _ in range(rng.randint(1, 3))]
    return rng.choice(
        [
            f"({rng.choice('+-*/').join(inner)})", f"-{inner[0]}", f"{rng.choice(['min', 'max', 'sum'])}({', '.join(inner)})",
            rng.choice([" * ", " / ", " + "]).join(inner * rng.choice([1, 1, 1, 25])),
        ]
    )  # fmt: skip


def _name(rng: Random, at: int) -> str:
    return rng.choice([f"c{at}", f"c{at}", f"c.x{at}", f"c{at}{rng.choice(SPOKEN)}"])


def _claim(rng: Random, name: str) -> list[str]:
    quote = _yaml(rng.choice(QUOTES))
    more = rng.choice(
        [
            "", "", "", f", label: {_yaml(rng.choice(SPOKEN))}", f", note: {_yaml(rng.choice(SPOKEN))}", ", precision: 0.5",
            f", evidence: [{{from: {_yaml(rng.choice(SPOKEN))}, says: {_yaml(rng.choice(QUOTES))}}}]",
            f", evidence: [{{quote: {quote}}}]", f", prefix: {_yaml(rng.choice(SPOKEN))}", f", {_yaml(rng.choice(SPOKEN))}: x",
        ]
    )  # fmt: skip
    if "France" in quote or rng.random() < 0.05:
        more += rng.choice([", breakdown: country", ", names: country", ", items: below"])
    return [f"  {_yaml(name)}: {{quote: {quote}{more}}}"]


def _rule(rng: Random, names: list[str]) -> str:
    """A rule of any kind, with its own fields mostly."""
    kind = rng.choice(KINDS_OF_RULE)
    if kind == "formula":
        return f"formula: {json.dumps(rng.choice([' <= ', ' = ', ' > ']).join(f'`{rng.choice(names)}`' for _ in range(3)))}"
    fields = [its for its in operand_fields(kind) if its.required or rng.random() < 0.3]
    values = [_yaml(rng.choice([*names * 4, "c.*", "12", "open", "2021-10-27"])) for _ in fields]
    several = [f"[{value}, {_yaml(rng.choice(names))}]" if rng.random() < 0.3 else value for value in values]
    return f"{kind}: {{{', '.join(f'{its.key}: {value}' for its, value in zip(fields, several, strict=True))}}}"


def _yaml(text: str) -> str:
    return (
        text
        if text.replace("_", "").replace(".", "").isalnum() and text.isascii()
        else json.dumps(text, ensure_ascii=False).replace("\x9b", "\\x9b")
    )


def _mutated(rng: Random, text: str) -> str:
    """A text with some pieces cut out, doubled, or replaced by nasty words."""
    for _ in range(rng.randint(1, 4)):
        start = rng.randrange(len(text))
        end = min(len(text), start + rng.choice([0, 1, 1, 5, 30]))
        signs = "{}[]:,&*!|>'\"#%@`-\n\t "
        piece = rng.choice(["", text[start:end] * 2, rng.choice(NASTY), rng.choice(signs), COOK])
        text = text[:start] + piece + text[end:]
    return text


def main() -> int:
    """Run the cases and tell of those that fail."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kind", action="append", choices=tuple(KINDS), help="repeatable; by default all")
    parser.add_argument("--count", type=int, default=1000, help="cases of each kind")
    parser.add_argument("--seed", default=datetime.date.today().isoformat())
    parser.add_argument("--only", type=int, help="the number of one case")
    options = parser.parse_args()
    failed: Counter[str] = Counter()
    # What is judged is written to memory where there is such a folder.
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as name:
        folder = Path(name)
        os.chdir(folder)
        for kind in options.kind or KINDS:
            begun = time.process_time()
            numbers = range(options.count) if options.only is None else [options.only]
            for number in numbers:
                if wrong := trouble(kind, f"{options.seed} {number}", folder):
                    failed[kind] += 1
                    if failed[kind] <= 10:
                        shown = wrong.encode("ascii", "backslashreplace").decode()
                        print(f"{kind} --seed {options.seed} --only {number}\n{shown}", flush=True)
                if number % 1000 == 999:
                    gc.collect()
                if number % 10_000 == 9_999:
                    # A night may end before the last case: what was seen until then is told.
                    print(f"{kind}: {number + 1:,} cases so far, {failed[kind]} failed", flush=True)
            spent = time.process_time() - begun
            print(f"{kind}: {len(numbers):,} cases, {failed[kind]} failed, {spent:.0f} s of CPU", flush=True)
        os.chdir("/")
    return 1 if failed.total() else 0


if __name__ == "__main__":
    sys.exit(main())
