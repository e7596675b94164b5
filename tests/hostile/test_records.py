"""
Some hundreds of generated cases on every push; `benchmarks/hostile_records.py` runs as many as there is time for.
"""

from __future__ import annotations

import gc
from random import Random

import hostile_oracle as oracle
import pytest
from hostile_records import KINDS, NASTY, raw, trouble

from factcheck.model.visible import visible

COUNTS = {"formula": 300, "claims": 300, "verdict": 300}
"""How many of a kind; of another, a hundred."""


@pytest.mark.parametrize("kind", KINDS)
def test_generated_cases_end_without_a_traceback_a_hang_or_a_raw_control_character(kind, tmp_path, monkeypatch):
    """In every format; a verdict is what the oracle says."""
    monkeypatch.chdir(tmp_path)
    troubles = [found for seed in range(COUNTS.get(kind, 100)) if (found := trouble(kind, seed, tmp_path))]
    gc.collect()
    assert troubles == []


def test_the_cases_are_of_every_sort():
    """Verdicts of each rung and broken ones: a generator that makes one sort proves nothing."""
    found = [oracle.case(Random(seed)).expected for seed in range(300)]
    assert set(found) == {*(("consistent", rung) for rung in oracle.RUNGS), ("inconsistent", "")}
    assert min(map(found.count, set(found))) > 10


@pytest.mark.parametrize("words", [its for its in NASTY if not its.isprintable()])
def test_what_the_tests_look_for_they_find(words):
    """The net has no hole for the words that are thrown at it; what is escaped passes."""
    assert raw(words) or set(words) & set("\r\n\t")
    assert not raw(visible(words))
    assert not raw("👩\u200d🍳 می\u200cخواهم\n")
