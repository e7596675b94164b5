"""
Twice the length takes no more than some 2.7 times as long (`benchmarks/scaling.py` runs all kinds, and longer ones).

CPU seconds, the best of several, with a floor below which a time says nothing: a guard, no stopwatch.
"""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from scaling import CLAIMS, KINDS, TABLES, TEXTS, Measured, measured

from factcheck.model.finding import Report, Severity

ONCE_SLOW = {
    "scan: dashes and a word": 6_000,
    "scan: spaces in a line": 6_000,
    "scan: a list that meets its total": 6_000,
    "scan: comments": 12_000,
    "compare: dense numbers": 1_000,
    "compare, changed: dense units": 1_000,
    "verify: a broken balance": 12_000,
    "verify: a chain of quotients": 2_400,
    "verify: a broken chain of evidence": 6_000,
}
"""What once took quadratic time or worse, and a length at which it would show [characters]."""

AGAIN = 4
"""How often what seems to grow too fast is measured again [times]: a quadratic kind grows in each."""

BOUNDED = {"verify: clashing hedged sums": 150_000, "verify: broken dense sums": 60_000}
"""What is exact costs too much here: it is left out beyond a bound, and that is said."""


@pytest.mark.parametrize("name", ONCE_SLOW)
def test_time_grows_with_the_length_and_no_faster(name: str) -> None:
    """At n, 2n and 4n; what looks too slow is measured again, each length by its best, for the machine may be busy."""
    its = measured(name, ONCE_SLOW[name], times=1)
    for _ in range(AGAIN):
        if its.grows:
            again = measured(name, ONCE_SLOW[name], times=2)
            its = replace(its, seconds=tuple(map(min, its.seconds, again.seconds)))
    assert not its.grows, str(its)
    assert its.seconds[-1] < 2, str(its)


@pytest.mark.parametrize("name", BOUNDED)
def test_what_would_take_too_long_is_left_out_and_said_to_be(name: str) -> None:
    """The rules themselves are judged all the same."""
    run, make = KINDS[name]
    started = time.process_time()
    report = run(make(BOUNDED[name]))
    assert isinstance(report, Report)
    assert time.process_time() - started < 8
    assert report.rules == 40
    (limit,) = (its for its in report.findings if its.kind == "limit")
    assert limit.severity == Severity.WARNING
    assert "was not worked out for" in limit.message or "can all hold together was not worked out" in limit.message


def test_every_kind_can_be_made() -> None:
    """Each generator gives about as much as it was asked for, and more for more; claims are read without an error."""
    for name, (run, make) in KINDS.items():
        assert 0 < len(make(600)) < len(make(4_000)) < 12_000, name
        run(make(600))
    assert len(TEXTS) + len(TABLES) + len(CLAIMS) >= 60


def test_what_grows_too_fast_is_seen() -> None:
    """Doublings of four are told, those of two are not, nor what is below the floor."""
    assert Measured("quadratic", (1, 2, 4), (0.1, 0.4, 1.6)).grows
    assert not Measured("linear", (1, 2, 4), (0.1, 0.2, 0.4)).grows
    assert not Measured("too short to tell", (1, 2, 4), (0.001, 0.004, 0.016)).grows
    assert Measured("slow", (1_000, 2_000, 100_000), (0.1, 0.2, 1.5)).slow
