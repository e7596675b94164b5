"""
One list of findings for all formats, on the text that breaks columns: a byte order mark, CR LF, emoji of
several code points, combining marks, and words that a terminal, a page or a table would obey.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

import pytest

from factcheck.engine.tell import Teller
from factcheck.model.document import Document
from factcheck.model.error import RecordError
from factcheck.model.finding import (
    Confidence,
    Coverage,
    Entry,
    Finding,
    Gap,
    Location,
    Report,
    Severity,
    Side,
    Silence,
    Silenced,
    Strength,
    Suspect,
    Verdict,
)
from factcheck.model.interval import Interval
from factcheck.model.reading import Reading
from factcheck.sources import decode, document

PATH = "seeds/caf\u00e9 menu.txt"
RAW = (
    "\ufeff\U0001f369 The cafe\u0301 fed 12 people: seven at noon \U0001f469\u200d\U0001f373 and six at night.\r\n"
    "\r\n"
    "\U0001f1eb\U0001f1f7 It cost about 100% <script>alert(1)</script> | [red]5 pounds[/red] `x` "
    "\u202e::error::\x1b[2J.\r\n"
    "The bill, 40 euros,\r\nwas shared: [a](http://example.org) @desk paid $20 and $20.\r\n"
).encode()


@dataclass(frozen=True)
class Specimen:
    """A report, its source as bytes, and the words of each finding's first place, in order."""

    report: Report
    raw: bytes
    words: tuple[str, ...]


class _Maker:
    def __init__(self, text: Document) -> None:
        self.document = text
        self.teller = Teller({PATH: text})

    def at(self, words: str, role: str = "part", claim: str = "") -> Location:
        start = self.document.text.index(words)
        return self.teller.passage(PATH, start, start + len(words), role, claim)


def _finding(kind: str, severity: Severity, message: str, places: tuple[Location, ...]) -> Finding:
    verdict = Verdict.INCONSISTENT if severity in (Severity.ERROR, Severity.WARNING) else Verdict.CONSISTENT
    return Finding(
        PATH, f"rule {kind}", kind, verdict, None, severity, Confidence.HIGH, message, places, file="claims/menu.yaml"
    )


@pytest.fixture(scope="session")
def specimen() -> Specimen:
    """Two errors, a warning, a note, a rule that holds, a record error and a silenced finding."""
    text = document(decode(RAW, PATH), PATH)
    at = _Maker(text).at
    whole, noon, night = at("12", "whole", "fed.all"), at("seven", claim="fed.noon"), at("six", claim="fed.night")
    ledger = (
        Entry("noon", "7", noon, amount=7, claim="fed.noon"),
        Entry("night", "6", night, amount=6, claim="fed.night"),
        Entry("together", "13", total=True, amount=13),
        Entry("stated", "12", whole, amount=12, claim="fed.all"),
    )
    guests = "Guests do not add up: two meals make 13, the text says 12 (1 too many)"
    balance = replace(
        _finding("balance", Severity.ERROR, guests, (night, noon, whole)), ledger=ledger,
        gap=Gap(1, None, Fraction(1, 12)), keys=("claims/menu.yaml:fed.all",),
        suspects=(
            Suspect("fed.night", "night", "6", Interval.point(5), "5", "one digit changed", night, Confidence.HIGH,
                    ("rule balance",), "six at night"),
        ),
        sides=(Side("together", Interval.point(13)), Side("stated", Interval.point(12))),
    )  # fmt: skip
    bill = at("40 euros,\r\nwas shared", "quote", "bill")
    quote = _finding("quote", Severity.ERROR, "The source now says “40 euros”; [a](http://example.org)", (bill,))
    script = at("100% <script>alert(1)</script> | [red]5 pounds[/red]", "one", "cost")
    agree = _finding("agree", Severity.WARNING, f"Cost, 100%: {script.text}", (script,))
    agree = replace(agree, details=("It, too: a\nb.",))
    paid = at("$20 and $20", "parts", "paid")
    note = replace(_finding("balance", Severity.NOTE, "Bill: $20 + $20 = $40", (paid,)), reading=Reading.HEDGE)
    holds = replace(_finding("part", Severity.NONE, "Noon: 7 ≤ 12", (noon, whole)), reading=Reading.EXACT)
    known = _finding("count", Severity.ERROR, "Two meals, three say the words", (at("at noon"),))
    error = RecordError(
        "claims/menu.yaml",
        "unknown key “quotte”",
        "Did you mean “quote”?",
        3,
        9,
        "$.claims.ä.quotte",
        "  ä\U0001f369: quotte: x",
    )
    numbers = ((noon, Strength.PINNED, True), (at("100%"), Strength.BOUNDED, False), (bill, Strength.UNTESTED, False))
    report = Report(
        (balance, quote, agree, note, holds), Coverage(numbers, 1), (error,), (("claims/menu.yaml", PATH),),
        rules=5, broken=2, claims=6, documents={PATH: text},
        silenced=(Silenced(known, Silence.IGNORED, "agreed with the desk"),),
    )  # fmt: skip
    return Specimen(report, RAW, (night.text, bill.text, script.text, paid.text))
