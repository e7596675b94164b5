"""
Relations that somebody proposes, judged on a text: the caller proposes, the engine disposes.

A relation is a rule as in a claim file, with a quote where a claim's id would stand: its words, or a mapping
``{quote, prefix?, suffix?}``. What a quote does not settle is refused with the reason; nothing is guessed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Any

from factcheck.checks import KINDS
from factcheck.engine import evaluate
from factcheck.facts.claim import claim_of
from factcheck.facts.page import Page
from factcheck.gate.quote import Quotes
from factcheck.gate.result import Place
from factcheck.gate.source import page_of
from factcheck.model.claim import ClaimSet, Rule
from factcheck.model.finding import Finding, Verdict
from factcheck.model.frozen import frozen
from factcheck.records.fields import Errors
from factcheck.records.node import Node, compose
from factcheck.records.rule import operand_fields, rule_of

TEXT = "text"
_SETTLES = ("prefix", "suffix")
_NO_QUOTE = ("Formula", "Day", "Literal")


class Outcome(StrEnum):
    """What becomes of a proposed relation."""

    HOLDS = "holds"
    BROKEN = "broken"
    NOT_JUDGED = "cannot be judged"


@frozen
class Answer:
    """What the engine says of one proposed relation."""

    number: int
    """Its place among those that were proposed, from 0."""
    name: str
    kind: str
    """The check kind; empty where it has none."""
    outcome: Outcome
    message: str
    """What does not hold and by how much, or why it cannot be judged; empty where it holds as printed."""
    gap: str = ""
    """What is missing (below 0) or too much, in the relation's unit."""
    fits: tuple[tuple[str, str], ...] = ()
    """Each number that may be wrong, and what would fit in its place."""
    places: tuple[Place, ...] = ()


@frozen
class Judgement:
    """What the engine says of all proposed relations, and how much of the text they speak of."""

    answers: tuple[Answer, ...]
    tested: tuple[Place, ...] = ()
    """The numbers of the text that a judged relation speaks of."""
    untested: tuple[Place, ...] = ()
    """All others."""
    rules: tuple[Rule, ...] = field(default=(), repr=False)

    @property
    def ok(self) -> bool:
        """Whether there is a relation, and each could be judged and holds."""
        return bool(self.answers) and all(its.outcome == Outcome.HOLDS for its in self.answers)

    def __bool__(self) -> bool:
        return self.ok

    def to_dict(self) -> dict[str, Any]:
        """The same as values of JSON."""
        return {
            "ok": self.ok,
            "answers": [
                {
                    "number": its.number,
                    "name": its.name,
                    "kind": its.kind or None,
                    "outcome": its.outcome.value,
                    "message": its.message,
                    "gap": its.gap or None,
                    "fits": [{"said": said, "would_fit": fits} for said, fits in its.fits],
                    "places": [_object(place) for place in its.places],
                }
                for its in self.answers
            ],
            "tested": [_object(its) for its in self.tested],
            "untested": [_object(its) for its in self.untested],
        }


def _object(place: Place) -> dict[str, Any]:
    return {"start": place.start, "end": place.end, "text": place.text}


def judged(text: str, relations: Any) -> Judgement:
    """
    Relations judged on a text: a list of rules, or a text of them in YAML or JSON.

    Raises ValueError where they cannot be read, TypeError for what is no list of rules.
    """
    page = page_of(text, TEXT)
    answers: list[Answer] = []
    used: set[tuple[int, int]] = set()
    rules: list[Rule] = []
    for number, relation in enumerate(_rules(relations)):
        answer, rule, places = _judge(page, relation, number)
        answers.append(answer)
        if rule is not None and answer.outcome != Outcome.NOT_JUDGED:
            rules.append(rule)
            used.update(places)
    numbers = [
        (Place(TEXT, its.start, its.end, its.text), (its.number_start, its.number_end))
        for its in page.contents.quantities
    ]
    tested = tuple(place for place, at in numbers if _is_used(at, used))
    untested = tuple(place for place, at in numbers if not _is_used(at, used))
    return Judgement(tuple(answers), tested, untested, tuple(rules))


def _is_used(at: tuple[int, int], used: set[tuple[int, int]]) -> bool:
    return any(at[0] <= start and end <= at[1] for start, end in used)


def _rules(relations: Any) -> list[Any]:
    """The proposed rules as plain values, every scalar a text."""
    if not isinstance(relations, (str, list, tuple, Mapping)):
        raise TypeError(f"relations are {type(relations).__name__}: give a list of rules, or their YAML or JSON")
    try:
        words = relations if isinstance(relations, str) else json.dumps(relations, ensure_ascii=False)
    except (TypeError, ValueError, RecursionError) as error:
        raise TypeError(f"relations must be of strings, numbers, lists and mappings: {error}") from None
    root, errors = compose(words, "relations")
    if errors or root is None:
        first = errors[0] if errors else None
        told = f"line {first.line_number}: {first.what}" if first else "there are none"
        raise ValueError(f"the relations cannot be read: {told}")
    value = _plain(root)
    if isinstance(value, dict):
        value = value.get("rules", [value] if set(value) & set(KINDS) else None)
    if not isinstance(value, list):
        raise ValueError("relations are a list of rules: `- balance: {whole: …, parts: […]}`")
    return value


def _plain(node: Node) -> Any:
    if node.kind == "sequence":
        return [_plain(its) for its in node.items]
    if node.kind == "mapping":
        return {key: _plain(value) for key, (_, value) in node.fields.items()}
    return node.text


def _judge(page: Page, relation: Any, number: int) -> tuple[Answer, Rule | None, list[tuple[int, int]]]:
    """One relation judged, with its rule and the places of its numbers."""
    kinds = [key for key in relation if key in KINDS] if isinstance(relation, dict) else []
    kind = kinds[0] if len(kinds) == 1 else ""
    name = relation.get("name", "") if isinstance(relation, dict) else ""
    name = name if isinstance(name, str) and name else f"{kind or 'relation'} {number + 1}"

    def refused(why: str) -> tuple[Answer, None, list[tuple[int, int]]]:
        return Answer(number, name, kind, Outcome.NOT_JUDGED, why), None, []

    if not kind:
        return refused(f"a relation has one check kind: {', '.join(KINDS)}")
    quotes = Quotes(page)
    try:
        named = relation | {kind: _with_names(relation[kind], kind, quotes), "name": name}
    except ValueError as error:
        return refused(str(error))
    words = json.dumps(named, ensure_ascii=False)
    root, wrong = compose(words, "relations")
    errors = Errors("relations", words)
    rule = rule_of(root, quotes, errors) if root is not None and not wrong else None
    if rule is None:
        told = [*wrong, *errors.found]
        return refused("; ".join(dict.fromkeys(its.what for its in told)) or "it is no rule")
    if len(set(quotes.used)) < len(quotes.used):
        return refused("one number of the text stands in it twice: it would hold by itself")
    if not rule.roles:
        return refused("it speaks of no number of the text")
    return _answer(page, rule, number, name), rule, quotes.used


def _with_names(body: Any, kind: str, quotes: Quotes) -> Any:
    """The operands of a rule with a name for every quote."""
    if not isinstance(body, dict):
        (only, *more) = operand_fields(kind)
        return body if more or _is_plain(only.options) else _named(body, quotes)
    plain = {its.key for its in operand_fields(kind) if _is_plain(its.options)}
    if set(body) <= {"quote", *_SETTLES}:
        return _named(body, quotes)
    return {key: value if key in plain else _named(value, quotes) for key, value in body.items()}


def _is_plain(options: tuple[Any, ...]) -> bool:
    """Whether an operand is no number of the text: a formula, a date, one of some words."""
    return any(word in str(its) for its in options for word in _NO_QUOTE)


def _named(value: Any, quotes: Quotes) -> Any:
    if isinstance(value, list):
        return [_named(its, quotes) for its in value]
    quote = {"quote": value} if isinstance(value, str) else value
    if not (
        isinstance(quote, dict)
        and set(quote) <= {"quote", *_SETTLES}
        and isinstance(quote.get("quote"), str)
        and all(isinstance(its, str) for its in quote.values())
    ):
        raise ValueError("where a claim's id would stand there is a quote: {quote, prefix?, suffix?}")
    if not quote["quote"].strip():
        raise ValueError("a quote is empty")
    return quotes.name(quote)


def _answer(page: Page, rule: Rule, number: int, name: str) -> Answer:
    claims = [claim_of(page, its) for its in page.contents.quantities]
    document = page.document
    claim_set = ClaimSet(
        {its.key: its for its in claims}, (rule,), {document.path: document}, {document.path: page.contents}
    )
    findings = evaluate(claim_set, held=True).findings
    its = next((one for one in findings if 0 in one.rules or one.rule == rule.name), None)
    if its is None:
        return Answer(number, name, rule.kind, Outcome.HOLDS, "")
    outcome = {
        Verdict.CONSISTENT: Outcome.HOLDS,
        Verdict.INCONSISTENT: Outcome.BROKEN,
        Verdict.UNDETERMINED: Outcome.NOT_JUDGED,
    }[its.verdict]
    places = tuple(Place(TEXT, one.start, one.end, one.text) for one in its.locations)
    fits = tuple((one.printed, one.would_fit) for one in its.suspects)
    return Answer(number, name, rule.kind, outcome, its.message, _gap(its), fits, places)


def _gap(finding: Finding) -> str:
    if finding.gap is None:
        return ""
    from factcheck.model.quantity import show

    return show(finding.gap.value, finding.gap.unit)
