"""
Rules: from a record to operands of a check, and through the check to a relation.

The fields of a kind are those of its ``Operands``; their types say what may stand there: one claim or
a number, several claims, a list of names, one of some words, a formula.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from functools import cache
from typing import Any, Literal

from factcheck.checks import KINDS, Check, check
from factcheck.checks.grammar import Formula, FormulaError, parse
from factcheck.checks.operand import OperandError
from factcheck.model.claim import Rule
from factcheck.model.day import Day
from factcheck.model.expression import UnitMismatchError
from factcheck.model.finding import Severity
from factcheck.model.number import parse_decimal
from factcheck.model.relation import Names, Relation, with_tolerance
from factcheck.model.stated import Printing, Stated
from factcheck.model.wording import did_you_mean
from factcheck.reader import read
from factcheck.records.fields import Errors, Fields
from factcheck.records.ignore import ignore_of
from factcheck.records.node import Node
from factcheck.records.scope import Scope
from factcheck.records.value import quantities_of

RULE_KEYS = ("name", "severity", "tolerance", "note", "ignore", "until")
_KINDS = frozenset(KINDS)
_KEYS = dict.fromkeys((*KINDS, *RULE_KEYS))
"""In their order, and quick to look up."""


@dataclasses.dataclass(frozen=True, slots=True)
class OperandField:
    """A field of a check's operands, as a record writes it."""

    name: str
    """As in Python: ``is_``."""
    key: str
    """As in YAML: ``is``."""
    type: Any
    options: tuple[Any, ...]
    """What its type lets stand there, one after the other."""
    required: bool


@cache
def operand_fields(kind: str) -> tuple[OperandField, ...]:
    """The fields of a kind, in their order."""
    operands = check(kind).operands
    hints = typing.get_type_hints(operands)
    return tuple(
        OperandField(
            its.name,
            its.name.rstrip("_"),
            hints[its.name],
            _options(hints[its.name]),
            its.default is dataclasses.MISSING and its.default_factory is dataclasses.MISSING,
        )
        for its in dataclasses.fields(operands)
    )


def rule_of(node: Node, scope: Scope, errors: Errors) -> Rule | None:
    """A rule; ``None`` where its record is wrong, with the errors noted."""
    if node.kind != "mapping":
        errors.add(node, "a rule is a mapping", "Write `- balance: {whole: …, parts: …}`.")
        return None
    before = len(errors.found)
    fields = Fields(node, errors, _KEYS)
    kinds = [key for key in node.fields if key in _KINDS]
    if len(kinds) != 1:
        if len(errors.found) == before:
            what = f"a rule has one check kind, this has {len(kinds)}"
            errors.add(node, what, f"Kinds: {', '.join(KINDS)}." if not kinds else "Make two rules of it.")
        return None
    kind = kinds[0]
    severity = fields.choice("severity", ("error", "warning", "note"))
    body = fields.node_of(kind)
    assert body is not None
    reader = _OperandReader(check(kind), scope, errors)
    relation = reader.relation(body)
    if relation is None or len(errors.found) > before:
        return None
    relation = _tolerant(relation, fields, errors)
    ignore = ignore_of(fields, errors)
    name = fields.text("name") or f"{kind} {reader.first}".strip()
    subject = fields.text("name") or reader.subject or kind
    return Rule(
        name, kind, relation, tuple(reader.roles), errors.path, errors.mark(body),
        Severity(severity) if severity else None, subject=subject, ignore=ignore,
    )  # fmt: skip


class _OperandReader:
    """Reads the operands of one rule."""

    def __init__(self, its_check: Check, scope: Scope, errors: Errors) -> None:
        self.check, self.scope, self.errors = its_check, scope, errors
        self.roles: list[tuple[str, str]] = []
        self.first = ""
        self.subject = ""

    def relation(self, body: Node) -> Relation | None:
        """What the check says of the operands; ``None`` after an error."""
        fields = operand_fields(self.check.kind)
        before = len(self.errors.found)
        if body.kind != "mapping" and len(fields) == 1:
            values = {fields[0].name: self._value(fields[0], body)}
        elif body.kind != "mapping":
            needs = ", ".join(field.key for field in fields)
            self.errors.add(
                body, f"{self.check.kind} needs its fields", f"Write `{self.check.kind}: {{…}}` with {needs}."
            )
            return None
        else:
            values = self._values(body, fields)
        if len(self.errors.found) > before:
            return None
        try:
            return self.check.relation(self.check.operands(**values))
        except OperandError as error:
            self.errors.add(body, str(error), error.remedy)
        except UnitMismatchError as error:
            self.errors.add(
                body, str(error), "Check which claims are meant, and the units that were read (`factcheck list`)."
            )
        return None

    def _values(self, body: Node, fields: tuple[OperandField, ...]) -> dict[str, Any]:
        Fields(body, self.errors, [field.key for field in fields])
        values = {}
        for field in fields:
            pair = body.fields.get(field.key)
            if pair is not None:
                values[field.name] = self._value(field, pair[1])
            elif field.required:
                self.errors.add(
                    body, f"{self.check.kind} lacks {field.key}", f"See `factcheck explain {self.check.kind}`."
                )
        return values

    def _value(self, field: OperandField, node: Node) -> Any:
        options = field.options
        if Formula in options:
            return self._formula(node)
        if Day in options:
            return self._day(node, field.key)
        if typing.get_origin(options[0]) is Literal:
            choices = typing.get_args(options[0])
            if node.text not in choices:
                self.errors.add(node, f"{field.key} cannot be “{node.text[:40]}”", f"One of: {', '.join(choices)}.")
            return node.text
        wants_names, wants_many = Names in options, _MANY in options
        if node.kind == "mapping":
            self.errors.add(node, f"{field.key} must name a claim", "Write a claim's id.")
            return None
        nodes = node.items if node.kind == "sequence" else [node]
        if node.kind == "sequence" and not wants_many:
            self.errors.add(node, f"{field.key} takes one claim, not a list", "")
            return None
        found: list[Stated] = []
        for item in nodes:
            value = self._operand(item, field.key, wants_names, wants_many)
            if isinstance(value, Names):
                return value
            found.extend(value)
        if not found and node.kind == "sequence":
            self.errors.add(node, f"{field.key} is empty", "Name the claims.")
        return tuple(found) if wants_many else found[0] if found else None

    def _operand(self, node: Node, key: str, wants_names: bool, wants_many: bool) -> tuple[Stated, ...] | Names:
        text = node.text
        try:
            found = self.scope.lookup(text, names=wants_names)
        except LookupError as error:
            literal = None if wants_names and not wants_many else self._literal(node)
            if literal is None:
                self.errors.add(node, str(error.args[0]), did_you_mean(text, self.scope.known(text)))
                return ()
            found = (literal,)
        if isinstance(found, Names):
            if not wants_names:
                self.errors.add(node, f"“{text}” is a list of names, {key} needs a number", "")
                return ()
            self.roles.append((found.key, key))
            self.first = self.first or text
            return found
        if not found or (wants_names and not wants_many):
            self.errors.add(node, self._nothing(text, "names" if wants_names else "number"))
            return ()
        if len(found) > 1 and not wants_many:
            self.errors.add(node, f"“{text}” stands for {len(found)} claims, {key} takes one", "")
            return ()
        self.roles.extend((stated.key, key) for stated in found)
        self.first = self.first or text
        self.subject = self.subject or self.scope.label(text) or found[0].label
        return found

    def _nothing(self, name: str, what: str) -> str:
        """What is wrong with a claim that gives a rule nothing: most often it has an error of its own."""
        draft = self.scope.draft(name)
        if draft is not None and not draft.statements:
            own = any(error.where.startswith(draft.mark.where) for error in self.errors.found)
            if own or not draft.evidence:
                return f"“{name}” has an error of its own ({draft.mark.path}:{draft.mark.line + 1}): mend that first"
        return f"“{name}” states no {what}"

    def _literal(self, node: Node) -> Stated | None:
        """A number that the record gives itself."""
        found = quantities_of(node.text)
        if len(found) != 1 or found[0].value is None or found[0].start > 8:
            return None
        printing = Printing(found[0], "", f"{self.errors.path}:{node.line}:{node.column}", 0, said=node.text)
        return Stated(printing.key, node.text, (printing,), "", "the record")

    def _day(self, node: Node, key: str) -> Day | None:
        """A date that the rule itself gives."""
        found = read(node.text).dates if node.kind == "scalar" else ()
        if len(found) != 1:
            self.errors.add(node, f"{key} “{node.text[:40]}” is not one date", "Write October 27, 2021 or 2021-10-27.")
            return None
        day = Day(found[0])
        self.roles.append((day.key, key))
        self.subject = self.subject or "the dates"
        self.first = self.first or node.text
        return day

    def _formula(self, node: Node) -> Formula | None:
        if node.kind != "scalar":
            self.errors.add(node, "a formula is text", "Write `formula: a + b = c`.")
            return None
        self.subject = f"“{node.text}”"

        def lookup(name: str) -> tuple[Stated, ...] | Names:
            """What a name of the formula stands for; its role is noted on the way."""
            found = self.scope.lookup(name, names=None)
            if not found:
                raise LookupError(self._nothing(name, "number"))
            if not isinstance(found, Names):
                self.roles.extend((stated.key, "operand") for stated in found)
            self.first = self.first or name
            return found

        try:
            return parse(node.text, lookup)
        except FormulaError as error:
            self.errors.add(
                node,
                f"the formula cannot be read: {error} (at character {error.at + 1})",
                "See `factcheck explain formula`.",
            )
        except LookupError as error:
            known = did_you_mean(str(error.args[1]), self.scope.known(str(error.args[1]))) if error.args[1:] else ""
            self.errors.add(node, str(error.args[0]), known)
        except UnitMismatchError as error:
            self.errors.add(node, str(error), "Check the units that were read (`factcheck list`).")
        return None


_MANY = tuple[Stated, ...]


def _options(annotation: Any) -> tuple[Any, ...]:
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return tuple(option for option in typing.get_args(annotation) if option is not type(None))
    return (annotation,)


def _tolerant(relation: Relation, fields: Fields, errors: Errors) -> Relation:
    node = fields.node_of("tolerance")
    if node is None:
        return relation
    try:
        tolerance = parse_decimal(node.text)[0]
    except ValueError:
        tolerance = -1
    if tolerance < 0:
        errors.add(
            node, f"tolerance cannot be “{node.text[:40]}”", "Write a number in the rule's unit: `tolerance: 0.5`."
        )
        return relation
    return with_tolerance(relation, lambda part: tolerance * (part.unit.factor if part.unit else 1))
