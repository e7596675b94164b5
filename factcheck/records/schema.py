"""
The JSON Schema (draft-07) of a claim file, for editors: every key with a description and an example.

The fields of check kinds are read off the checks themselves: their types, and the words below each.
"""

from __future__ import annotations

import ast
import inspect
import typing
from typing import Any, Literal

from factcheck.checks import KINDS, check
from factcheck.checks.grammar import Formula
from factcheck.model.day import Day
from factcheck.model.relation import Names
from factcheck.model.stated import Stated
from factcheck.records.rule import OperandField, operand_fields

URI = "http://json-schema.org/draft-07/schema#"
_ID = "^[a-z0-9_]+(\\.[a-z0-9_]+)*$"

# Each key: its description and an example.
_SOURCE = {
    "path": ("The file, relative to this one.", "../seeds/article.txt"),
    "title": ("The headline.", "Harbour office counts its ships"),
    "publisher": ("Who published it.", "The Harbour Courier"),
    "published": ("When, as an ISO 8601 date.", "2021-10-27"),
    "starts_after": ("Words of the text after which the article begins.", "Print More"),
    "ends_before": ("Words of the text before which the article ends.", "One thought on"),
    "sha256": (
        "The file's SHA-256, to notice any change.",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    ),
    "note": ("Anything worth knowing.", "as of the evening edition"),
}
_QUOTE = {
    "quote": (
        "The words of the source that state it, copied; they stand in it exactly once.",
        "the arrest of 150 individuals",
    ),
    "prefix": ("The words just before the quote, where it stands in several places.", "led to"),
    "suffix": ("The words just after the quote.", "worldwide"),
    "row": ("Of a cell of a table: the first cell of its row.", "Germany"),
    "column": ("Of a cell of a table: the head of its column.", "Arrests"),
    "source": ("A name from `sources`; by default the file's `source`.", "article"),
}
_CLAIM = {
    **_QUOTE,
    "value": ("The value as text: a constant from elsewhere, or what the quote must agree with.", "2 mg"),
    "unit": ("The unit of the quoted number, where its own words leave it out.", "USD"),
    "because": ("Where a value without a quote comes from.", "the agency counts 2 mg as a lethal dose"),
    "names": ("The quote is a list of names; which table of aliases they go by.", "country"),
    "breakdown": (
        "The quote is a list of “number … name” items, each a claim of its own; what the names are.",
        "country",
    ),
    "items": ("The claim is the list that stands below the quote; count its items.", "below"),
    "precision": ("The last place that the number is known to, or exact; overrides the words.", "1000"),
    "label": ("How messages call it.", "drug proceeds"),
    "note": ("Anything worth knowing.", "revised on Tuesday"),
}
_EVIDENCE = {
    **_QUOTE,
    "from": ("Who or what says so.", "telephone, press office"),
    "says": ("What was said, with its number.", "45 firearms"),
    "by": ("Who recorded it.", "news desk"),
    "date": ("When, as an ISO 8601 date.", "2021-10-27"),
    "note": ("Anything worth knowing.", "called back twice"),
    "url": ("Where it can be read.", "https://www.justice.gov/opa/pr"),
    "claim": ("Another claim that backs this one; `file.yaml:id` for one of another file.", "release.firearms"),
}
_RULE = {
    "name": ("How messages call the rule.", "drugs by type"),
    "note": ("Anything worth knowing.", "the agency counts mixtures apart"),
    "tolerance": ("The half-width that the rule grants, in its unit.", "0.5"),
    "ignore": ("Why a breach of the rule is let pass; it is left out of the reports.", "the agency counts twice"),
    "until": ("The last day on which it is let pass, as an ISO 8601 date.", "2027-01-01"),
}


def schema() -> dict[str, Any]:
    """The schema as the values of its JSON."""
    source = {
        "type": "string",
        "description": "A path, or a name from `sources`.",
        "examples": ["../seeds/article.txt"],
    }
    return {
        "$schema": URI,
        "title": "factcheck claim file",
        "description": "Numbers tied to the very words that state them, and how they hang together.",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "sources": {
                "description": "The texts that claims are quoted from, by name.",
                "examples": [{"article": {"path": "../seeds/article.txt"}}],
                "type": "object",
                "additionalProperties": {"anyOf": [source, _object(_SOURCE, ["path"])]},
            },
            "source": source | {"description": "The default source: a path, or a name from `sources`."},
            "claims": {
                "description": "One statement each: an id, and the quote that states it.",
                "examples": [{"arrests.total": "the arrest of 150 individuals"}],
                "type": "object",
                "propertyNames": {"pattern": _ID},
                "additionalProperties": {"anyOf": [_text("The quote."), _claim()]},
            },
            "rules": {
                "description": "How the claims hang together: a check kind and its fields each.",
                "examples": [[{"balance": {"whole": "arrests.total", "parts": "arrests.by_country"}}]],
                "type": "array",
                "items": _rule(),
            },
            "not_claims": {
                "description": "Quotes of numbers that state nothing: they are left out of the coverage.",
                "examples": [["one clear message"]],
                "anyOf": [_quotes(), _text("A quote.")],
            },
            "aliases": {
                "description": "Further names of a name.",
                "examples": [{"United States": ["the States"]}],
                "type": "object",
                "additionalProperties": {"anyOf": [_text("A name."), _list(_text("A name."))]},
            },
        },
    }


def field_docs(cls: type[Any]) -> dict[str, str]:
    """The sentence below each field of a dataclass, by the field's name."""
    tree = ast.parse(inspect.getsource(cls))
    body = tree.body[0]
    assert isinstance(body, ast.ClassDef)
    docs = {}
    for field, below in zip(body.body, body.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            text = below.value
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                docs[field.target.id] = " ".join(text.value.split())
    return docs


def _text(description: str, example: str = "") -> dict[str, Any]:
    # YAML writes 2021, 0.1 or yes without quotes; the program takes the text as written.
    scalar: dict[str, Any] = {"type": ["string", "number", "boolean"], "description": description}
    return scalar | ({"examples": [example]} if example else {})


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _object(keys: dict[str, tuple[str, str]], required: list[str] | None = None, **more: Any) -> dict[str, Any]:
    properties = {key: _text(*its) for key, its in keys.items()} | more
    found: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": properties}
    return found | ({"required": required} if required else {})


def _quotes() -> dict[str, Any]:
    return _list({"anyOf": [_text("A quote."), _object(_QUOTE, ["quote"])]})


def _claim() -> dict[str, Any]:
    quotes = _quotes() | {
        "description": "Several quotes of one fact; they must agree.",
        "examples": [["including 65 in the U.S.", "65 arrests in the U.S."]],
    }
    evidence = _list(_object(_EVIDENCE)) | {
        "description": "Where else the number stands; each must agree.",
        "examples": [[{"from": "telephone, press office", "says": "45 firearms"}]],
    }
    return _object(_CLAIM, quotes=quotes, evidence=evidence)


def _rule() -> dict[str, Any]:
    severity = {
        "enum": ["error", "warning", "note"],
        "description": "What a breach is worth; by default the arithmetic decides.",
        "examples": ["warning"],
    }
    kinds = {kind: _kind(kind) for kind in KINDS}
    return _object(_RULE, None, severity=severity, **kinds) | {"oneOf": [{"required": [kind]} for kind in KINDS]}


def _kind(kind: str) -> dict[str, Any]:
    its = check(kind)
    docs = field_docs(its.operands)
    fields = operand_fields(kind)
    properties = {field.key: _operand(field, docs.get(field.name, "")) for field in fields}
    required = [field.key for field in fields if field.required]
    body: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": properties}
    body |= {"required": required} if required else {}
    about = {
        "description": f"{its.summary}.",
        "examples": [{field.key: _example(field) for field in fields if field.required}],
    }
    if len(fields) == 1:
        return about | {"anyOf": [properties[fields[0].key], body]}
    return about | body


def _operand(field: OperandField, description: str) -> dict[str, Any]:
    options = [field.type, *typing.get_args(field.type)]
    choice = next((option for option in options if typing.get_origin(option) is Literal), None)
    if choice is not None:
        return {
            "enum": list(typing.get_args(choice)),
            "description": description,
            "examples": [typing.get_args(choice)[0]],
        }
    one = _text(description, _example(field))
    if tuple[Stated, ...] in options:
        return {
            "anyOf": [one, _list(_text("A claim, or a number."))],
            "description": description,
            "examples": [_example(field)],
        }
    return one


def _example(field: OperandField) -> str:
    if field.type is Formula:
        return "doses * 2 mg <= drugs.opioids"
    if field.type is Names or Names in typing.get_args(field.type):
        return "countries"
    if Day in typing.get_args(field.type):
        return "Wednesday" if field.key == "weekday" else "2021-10-27"
    return {"percent": "87%", "is": "9", "times": "2"}.get(field.key, "arrests.total")
