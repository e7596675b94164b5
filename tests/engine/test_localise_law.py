"""
The law of localisation, over all kinds of rules: what is said to fit, fits.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from operands import at_most, balance, fact, is_, judged, product, same, share

from factcheck.engine.candidate import Candidate
from factcheck.engine.coverage import strengths
from factcheck.engine.implied import implied
from factcheck.engine.joint import clashes
from factcheck.engine.judge import conflict
from factcheck.engine.localise import localise
from factcheck.engine.network import network
from factcheck.engine.printed import reprinted
from factcheck.model.claim import Rule
from factcheck.model.finding import Confidence, Strength, Verdict
from factcheck.model.stated import Stated

TEXTS = (
    "{} people", "{}.5 kg", "about {} cars", "{}%", "${},000", "over {} cars", "{}00 doses", "at least {} people",
    "{}.2 million doses", "nearly {} cars", "up to {} cars",
)  # fmt: skip
KINDS = ("balance", "open balance", "part", "same", "share", "product", "count")
Built = Callable[[dict[str, Stated]], list[Rule]]


def document(rng: random.Random) -> tuple[dict[str, Stated], Built]:
    """A few facts, some printed twice, and rules of all kinds over them; the rules are built anew from the facts."""
    facts: dict[str, Stated] = {}
    for at in range(rng.randint(3, 7)):
        text = rng.choice(TEXTS[:3] if rng.randrange(3) else TEXTS)
        number = rng.randint(1, rng.choice((9, 60)))
        again = [number if rng.randrange(3) else rng.randint(1, 60) for _ in range(rng.choice((0, 0, 0, 1, 2)))]
        texts = [text.format(its) for its in (number, *again)]
        evidence = [text.format(number + rng.randrange(2))] if rng.randrange(6) == 0 else []
        facts[f"f{at}"] = fact(f"f{at}", *texts, backed=rng.randrange(5) == 0, evidence=evidence)
    shapes = [(rng.choice(KINDS), rng.sample(sorted(facts), rng.randint(3, len(facts)))) for _ in range(3)]

    def build(its: dict[str, Stated]) -> list[Rule]:
        return [rule for kind, keys in shapes if (rule := made(kind, [its[key] for key in keys])) is not None]

    return facts, build


def made(kind: str, its: Sequence[Stated]) -> Rule | None:
    """A rule of a kind; ``None`` where the facts do not measure the same."""
    a, b, c, *_ = its
    try:
        match kind:
            case "balance":
                return balance(*its)
            case "open balance":
                return balance(*its, cue="including")
            case "part":
                return at_most(*its)
            case "same":
                return same(a, b)
            case "share":
                return share(a, b, c)
            case "product":
                return product(a, b, c)
            case _:
                return is_(a, 9)
    except ValueError:
        return None


def mended(facts: dict[str, Stated], its: Candidate) -> dict[str, Stated]:
    """The facts with what the candidate says would fit."""
    assert its.value is not None
    step = its.slip.step if its.slip and its.slip.value == its.value else None
    fact = facts[its.stated.key]
    printings = tuple(reprinted(old, its.value, step) if old.key == its.printing.key else old for old in fact.printings)
    return {**facts, fact.key: replace(fact, printings=printings)}


@settings(max_examples=400)
@given(st.integers(0, 10**9))
def test_what_is_said_to_fit_lets_the_rules_hold_and_breaks_none(seed: int) -> None:
    """The values are put in, and everything is judged again."""
    facts, build = document(random.Random(seed))
    rules, before = judged(*build(facts))
    groups = localise(network(rules, before))
    for group in groups:
        if any(its.confidence == Confidence.HIGH for other in groups if other is not group for its in other.candidates):
            # What is named in one group is taken as mended in the others.
            continue
        for its in group.candidates:
            if its.value is None:
                continue
            changed = mended(facts, its)
            _, after = judged(*build(changed))
            if not its.unresolved:
                assert all(after[at].verdict != Verdict.INCONSISTENT for at in its.rules)
            for at, judgement in enumerate(before):
                if judgement.verdict == Verdict.CONSISTENT:
                    assert after[at].verdict == Verdict.CONSISTENT
            if its.stated in group.conflicts:
                assert conflict(changed[its.stated.key]) is None


@settings(max_examples=200)
@given(st.integers(0, 10**9))
def test_every_broken_rule_stands_in_one_group(seed: int) -> None:
    """None is left out, none is told twice, and no rule that holds is drawn in."""
    facts, build = document(random.Random(seed))
    rules, judgements = judged(*build(facts))
    told = [at for group in localise(network(rules, judgements)) for at in group.rules]
    assert len(told) == len(set(told))
    broken = {at for at, its in enumerate(judgements) if its.verdict == Verdict.INCONSISTENT}
    assert broken <= set(told)
    assert all(judgements[at].verdict != Verdict.CONSISTENT for at in told)


@settings(max_examples=200)
@given(st.integers(0, 10**9))
def test_whatever_the_rules_are_the_other_questions_have_answers(seed: int) -> None:
    """Bounds, coverage and clashes: of no document does the engine break."""
    facts, build = document(random.Random(seed))
    rules, judgements = judged(*build(facts))
    assert set(implied(rules, judgements)) <= set(facts)
    net = network(rules, judgements, facts.values())
    found = strengths(net)
    assert set(found) == {printing.key for its in facts.values() for printing in its.printings}
    assert set(found.values()) <= set(Strength)
    assert all(judgements[at].verdict == Verdict.CONSISTENT for its in clashes(net) for at in its.rules)
