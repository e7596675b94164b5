"""
Findings assembled: one for each slip, one for each rule that holds or cannot be judged.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from factcheck.engine import change
from factcheck.engine.change import Changed
from factcheck.engine.joint import Clash
from factcheck.engine.judge import Judgement, conflict, judge
from factcheck.engine.slip_group import Slip
from factcheck.engine.suspect import is_named, suspects_of
from factcheck.engine.tell import Teller, Told, hedged, percent
from factcheck.engine.unlikely import unlikely
from factcheck.model.claim import Rule
from factcheck.model.expression import render
from factcheck.model.finding import Confidence, Finding, Location, Problem, Severity, Suspect, Verdict
from factcheck.model.number import magnitude
from factcheck.model.quantity import show
from factcheck.model.reading import Reading
from factcheck.model.relation import Agreement, Comparison, Conjunction, Inclusion, parts_of, stated_in
from factcheck.model.stated import Stated
from factcheck.model.wording import listed, sentence

_UNLIKELY = (
    "The gap{gap} closes only if nearly all these numbers were rounded the same way; honest rounding leaves so much"
    " in fewer than one of 1,000 cases."
)


class Assembler:
    """Makes findings of judged rules; ``told`` are the rules that a finding speaks of already."""

    def __init__(
        self, rules: Sequence[Rule], judgements: Sequence[Judgement], teller: Teller, changed: Sequence[Changed]
    ) -> None:
        self.rules, self.judgements, self.teller = rules, judgements, teller
        self.changed = changed
        self.told: set[int] = set()
        # Of a chain that two slips break, the parts that a finding speaks of already.
        self._parts: dict[int, list[Judgement]] = {}

    def of_rule(self, at: int, suspects: Collection[str] = ()) -> Finding:
        """The finding of a rule; of a chain, of the broken part that uses the suspects (``Stated.key``)."""
        rule, judgement = self.rules[at], self._broken_part(at, suspects)
        told = self.teller.tell(rule, judgement)
        self.told.add(at)
        severity = judgement.severity
        details: tuple[str, ...] = ()
        message = told.message
        if judgement.verdict == Verdict.CONSISTENT:
            message = self._holds(rule, judgement, told)
            details = self._because(judgement)
            if _is_unlikely(judgement):
                gap = f" of {show(magnitude(told.gap.value), told.gap.unit)}" if told.gap else ""
                severity, details = Severity.NOTE, (_UNLIKELY.format(gap=gap),)
        elif judgement.verdict == Verdict.UNDETERMINED:
            message = sentence(f"{rule.subject} cannot be judged: {judgement.reason}")
        elif rule.severity is not None:
            severity = rule.severity
        return Finding(
            _path(told.locations, rule), rule.name, rule.kind, judgement.verdict, judgement.reading, severity,
            _confidence(rule, judgement), message, told.locations, told.gap, (), told.ledger, told.equation,
            details, rule.file, tuple(key for key, _ in rule.roles), told.sides, (at,), *_problem(rule, judgement),
        )  # fmt: skip

    def is_silent(self, at: int) -> bool:
        """Whether a rule holds as printed, or by honest rounding: there is nothing more to say of it."""
        its = self.judgements[at]
        return its.verdict == Verdict.CONSISTENT and its.severity == Severity.NONE and not _is_unlikely(its)

    def _broken_part(self, at: int, suspects: Collection[str]) -> Judgement:
        """
        The judgement of a rule, and of a chain that of its next broken part: one that uses the suspects
        goes first. Two slips in one chain are two findings, each about its own part.
        """
        judgement = self.judgements[at]
        if judgement.verdict != Verdict.INCONSISTENT or not isinstance(self.rules[at].relation, Conjunction):
            return judgement
        if at not in self._parts:
            judged = [judge(part) for part in parts_of(self.rules[at].relation)]
            self._parts[at] = [its for its in judged if its.verdict == Verdict.INCONSISTENT]
        left = self._parts[at]
        concerned = [its for its in left if its.part and {one.key for one in stated_in(its.part)} & set(suspects)]
        found = next(iter(concerned or left), judgement)
        if found in left:
            left.remove(found)
        return found

    def of_slip(self, slip: Slip) -> Finding:
        """The finding of everything that one slip breaks."""
        doubted = [candidate.stated.key for group in slip.groups for candidate in group.candidates]
        again = [at for group in slip.groups for at in group.again]
        if not slip.rules and again:
            # The rule is told already: the slip breaks another part of the same chain.
            slip = Slip(again[:1], slip.groups, slip.changed)
        self.told.update(slip.rules)
        broken = [at for at in slip.rules if self.judgements[at].verdict == Verdict.INCONSISTENT]
        main = next((at for at in broken if self.rules[at].kind != "evidence"), None)
        facts = [fact for group in slip.groups for fact in group.conflicts]
        suspects = suspects_of(slip, self.teller, self.rules)
        renamed = next((its for its in slip.changed if its.statement.change and not its.statement.change.numbers), None)
        if renamed is not None:
            base = self._of_change(renamed)
        elif main is not None:
            base = self.of_rule(main, doubted[:1])
        elif facts:
            base = self._of_conflict(facts[0])
        elif slip.changed:
            base = self._of_change(slip.changed[0])
        else:
            base = self.of_rule(broken[0] if broken else slip.rules[0])
        details = self._details(slip, broken, main, facts, base)
        locations = _primary_first(base.locations, suspects)
        if any(group.incomplete_list_fits for group in slip.groups) and not is_named(suspects):
            details += ("The list may as well be incomplete.",)
        edited = [Severity.ERROR] if slip.changed else []
        severity = min([base.severity, *edited, *(self._severity(at) for at in broken)], key=list(Severity).index)
        touched = (key for its in slip.changed for key in sorted(its.keys))
        return Finding(
            locations[0].path if locations else base.path, base.rule, base.kind, Verdict.INCONSISTENT, base.reading,
            severity, base.confidence, base.message, locations, base.gap, suspects, base.ledger, base.equation,
            details, base.file, tuple(dict.fromkeys([*base.keys, *touched])), base.sides, tuple(broken), base.problem,
            base.said, base.expected,
        )  # fmt: skip

    def of_clash(self, clash: Clash) -> Finding:
        """The finding of rules that hold one by one and not together; each is told by itself as well."""
        rules = [self.rules[at] for at in clash.rules]
        names = listed(list(dict.fromkeys(rule.subject or rule.name for rule in rules)))
        roles = {key: role for rule in rules for key, role in rule.roles}
        numbers = listed([_with_label(hedged(its.quantity), its) for its in clash.facts], "or")
        severities = [rule.severity for rule in rules if rule.severity is not None]
        severity = max([Severity.WARNING if clash.soft else Severity.ERROR, *severities], key=list(Severity).index)
        locations = tuple(filter(None, (self.teller.location(its, roles) for its in clash.facts)))
        what = "These rules cannot all hold" if len(rules) > 1 else "This rule cannot hold as a whole"
        return Finding(
            _path(locations, rules[0]), "; ".join(rule.name for rule in rules), "joint", Verdict.INCONSISTENT, None,
            severity, max((rule.confidence for rule in rules), key=list(Confidence).index),
            f"{what}: {names}; {numbers} must be wrong", locations, None, (),
            tuple(self.teller.entry(its, roles) for its in clash.facts), "",
            tuple(self._told_of(at) for at in clash.rules), rules[0].file, tuple(its.key for its in clash.facts),
            (), clash.rules,
        )  # fmt: skip

    def _told_of(self, at: int) -> str:
        rule, judgement = self.rules[at], self.judgements[at]
        return f"{self._holds(rule, judgement, self.teller.tell(rule, judgement))}."

    def _severity(self, at: int) -> Severity:
        return self.rules[at].severity or self.judgements[at].severity

    def _of_conflict(self, fact: Stated) -> Finding:
        """The finding of a fact that is stated in two ways."""
        one, other = conflict(fact) or (fact.printings[0], fact.printings[-1])
        where = [self.teller.printing_location(its, "restated") for its in (one, other)]
        places = tuple(its for its in where if its)
        twice = f"{hedged(one.quantity)} in one place and {hedged(other.quantity)} in another"
        message = sentence(f"{fact.source_label} says {_with_label(twice, fact)}")
        ledger = tuple(self.teller.printing_entry(its, fact.own_label, "restated") for its in fact.printings)
        file, _, claim = fact.key.rpartition(":")
        return Finding(
            places[0].path if places else file, claim, "agree", Verdict.INCONSISTENT, None, Severity.ERROR,
            Confidence.HIGH, message, places, None, (), ledger, "", (), file, (fact.key,),
        )  # fmt: skip

    def _of_change(self, changed: Changed) -> Finding:
        """The finding of a quote whose numbers the source has changed, and that breaks no rule."""
        claim = changed.claims[0]
        places = tuple(change.location(changed, self.teller))
        parent = changed.statement.mark.where.removeprefix("$.claims.").partition(".quote")[0]
        return Finding(
            places[0].path, parent or claim.id, "quote", Verdict.INCONSISTENT, None, Severity.ERROR, Confidence.HIGH,
            change.message(changed, self.teller), places, None, (), change.ledger(changed, self.teller), "", (),
            claim.file, tuple(sorted(changed.keys)),
        )  # fmt: skip

    def _details(
        self, slip: Slip, broken: list[int], main: int | None, facts: list[Stated], base: Finding
    ) -> tuple[str, ...]:
        details = []
        edited = change.distinct(slip.changed)
        details += [change.remark(its, self.teller) for its in edited if base.kind != "quote" or its is not edited[0]]
        if main is not None:
            details += [self._of_conflict(fact).message + "." for fact in facts]
        for at in broken:
            if (at != main or base.kind == "quote") and not (
                base.kind == "evidence" and self.rules[at].name == base.rule
            ):
                details.append(self.teller.tell(self.rules[at], self.judgements[at]).message + ".")
        waiting = [self.rules[at].subject for at in slip.rules if self.judgements[at].verdict == Verdict.UNDETERMINED]
        if waiting:
            details.append(sentence(f"{listed(waiting)} cannot be judged before that is settled."))
        if base.reading == Reading.TRUNCATION:
            details.append("It would hold if a number were cut off instead of rounded.")
        elif base.reading == Reading.SOFT:
            details.append("The words allow it, but nobody would use them so.")
        details += [change.question(its) for its in edited if its.statement.change and its.statement.change.numbers]
        return tuple(dict.fromkeys(details))

    def _holds(self, rule: Rule, judgement: Judgement, told: Told) -> str:
        part = judgement.part
        if isinstance(part, Comparison) and not told.equation:
            sides = f"{render(part.left)} {part.sign.value} {render(part.right)}"
            return sentence(f"{rule.subject}: {sides}")
        if not isinstance(part, Comparison):
            words = {Agreement: "agree", Inclusion: "none stands outside"}.get(type(part), "as said")
            return sentence(f"{rule.subject}: {words}")
        unit_gap = told.gap
        right = next(iter(stated_in(part)), None)
        message = f"{rule.subject}: {told.equation}"
        if part.right and right is not None:
            stated = told.ledger[-1] if told.ledger else None
            message += f" of “{stated.quote or stated.value}”" if stated and stated.location else ""
        if unit_gap is not None and judgement.reading in (Reading.HEDGE, Reading.OPEN_LIST):
            size = show(magnitude(unit_gap.value), unit_gap.unit)
            share = f" ({percent(unit_gap.share)})" if unit_gap.share else ""
            message += f"; {size}{share} {'not itemised' if unit_gap.value < 0 else 'over'}"
        return sentence(message)

    def _because(self, judgement: Judgement) -> tuple[str, ...]:
        """Which words save a relation that rounding alone does not."""
        part = judgement.part
        if judgement.reading not in (Reading.HEDGE, Reading.OPEN_LIST) or part is None:
            return ()
        words = []
        if judgement.reading == Reading.HEDGE:
            words = [its.quantity.hedge.words for its in stated_in(part) if its.quantity.hedge]
        quoted = [f"“{word}”" for word in dict.fromkeys(words)]
        if isinstance(part, Comparison) and part.remainder:
            quoted.append(f"“{part.remainder}”")
        if not quoted:
            return ("Rounding alone does not explain it; a round number may be meant roughly.",)
        return (f"Rounding alone does not explain it; the source says {', and '.join(quoted)}.",)


def _is_unlikely(judgement: Judgement) -> bool:
    part = judgement.part
    return judgement.reading == Reading.ROUNDING and isinstance(part, Comparison) and unlikely(part)


def _confidence(rule: Rule, judgement: Judgement) -> Confidence:
    if _is_unlikely(judgement):
        return Confidence.LOW
    soft = judgement.reading in (Reading.SOFT, Reading.TRUNCATION)
    own = Confidence.MEDIUM if soft else Confidence.HIGH
    return max(own, rule.confidence, key=list(Confidence).index)


def _path(locations: Sequence[Location], rule: Rule) -> str:
    return locations[0].path if locations else rule.file


def _with_label(words: str, fact: Stated) -> str:
    return f"{words} ({fact.own_label})" if fact.own_label else words


def _primary_first(locations: Sequence[Location], suspects: Sequence[Suspect]) -> tuple[Location, ...]:
    """The places of a finding, that of the first suspect before the others."""
    first = suspects[0].location if suspects and suspects[0].location else None
    if first is None:
        return tuple(locations)
    same = next((its for its in locations if (its.path, its.start) == (first.path, first.start)), first)
    return (same, *(its for its in locations if its is not same))


def _problem(rule: Rule, judgement: Judgement) -> tuple[Problem | None, str, str]:
    """What is wrong with a number that was held against sources, what was said and what they have; of one that is."""
    broken = judgement.verdict == Verdict.INCONSISTENT
    return (rule.problem, rule.said, rule.expected) if broken else (None, "", "")
