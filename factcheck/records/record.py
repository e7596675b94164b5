"""
A claim file as written: its sections and fields, checked for shape, nothing looked up yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from factcheck.model.regex import regex
from factcheck.records.fields import Errors, Fields, text_of
from factcheck.records.node import Node

FILE_KEYS = ("sources", "source", "claims", "rules", "not_claims", "aliases")
SOURCE_KEYS = ("path", "title", "publisher", "published", "starts_after", "ends_before", "sha256", "note")
CLAIM_KEYS = (
    "quote",
    "quotes",
    "prefix",
    "suffix",
    "row",
    "column",
    "source",
    "value",
    "unit",
    "because",
    "items",
    "names",
    "breakdown",
    "precision",
    "evidence",
    "label",
    "note",
)
QUOTE_KEYS = ("quote", "prefix", "suffix", "row", "column", "source")
EVIDENCE_KEYS = (
    "source",
    "quote",
    "prefix",
    "suffix",
    "row",
    "column",
    "from",
    "says",
    "by",
    "date",
    "note",
    "url",
    "claim",
)

_ID = regex(r"[a-z0-9_]+(?:\.[a-z0-9_]+)*")


@dataclass(slots=True)
class SourceRecord:
    """An entry of `sources`."""

    name: str
    node: Node
    path: str
    starts_after: str = ""
    ends_before: str = ""
    sha256: str = ""


@dataclass(slots=True)
class QuoteRecord:
    """A quote and what settles its place."""

    node: Node
    text: str
    prefix: str = ""
    suffix: str = ""
    source: str = ""
    row: str = ""
    column: str = ""
    """Of a cell of a table: the first cell of its row, and the head of its column."""

    @property
    def in_table(self) -> bool:
        """Whether it is quoted by its row and its column."""
        return bool(self.row and self.column)


@dataclass(slots=True)
class EvidenceRecord:
    """An entry of a claim's `evidence`."""

    node: Node
    quote: QuoteRecord | None = None
    claim: Node | None = None
    says: Node | None = None
    person: str = ""
    by: str = ""
    date: Node | None = None
    note: str = ""


@dataclass(slots=True)
class ClaimRecord:
    """An entry of `claims`."""

    id: str
    node: Node
    quotes: Sequence[QuoteRecord] = ()
    value: Node | None = None
    unit: Node | None = None
    precision: Node | None = None
    names: str = ""
    breakdown: str = ""
    items: Node | None = None
    because: str = ""
    label: str = ""
    note: str = ""
    evidence: Sequence[EvidenceRecord] = ()


@dataclass(slots=True)
class FileRecord:
    """A claim file as written."""

    sources: dict[str, SourceRecord] = field(default_factory=dict)
    default: str = ""
    """The name in ``sources`` of the default source."""
    claims: list[ClaimRecord] = field(default_factory=list)
    rules: Sequence[Node] = ()
    not_claims: list[QuoteRecord] = field(default_factory=list)
    aliases: dict[str, list[str]] = field(default_factory=dict)


def file_record(root: Node | None, errors: Errors) -> FileRecord:
    """Read the shape of a claim file; every error is noted, none stops the rest."""
    record = FileRecord()
    if root is None:
        return record
    if root.kind != "mapping":
        errors.add(root, "a claim file is a mapping of sections", f"Begin with one of: {', '.join(FILE_KEYS)}.")
        return record
    fields = Fields(root, errors, FILE_KEYS)
    _sources(fields, record, errors)
    claims = fields.node_of("claims")
    if claims is not None and claims.kind != "mapping":
        errors.add(claims, "claims must be a mapping of ids", "Write `id: quote`, one a line.")
    elif claims is not None:
        record.claims = [_claim(key, value, errors) for key, value in claims.fields.values()]
    rules = fields.node_of("rules")
    if rules is not None and rules.kind != "sequence":
        errors.add(rules, "rules must be a list", "Begin each rule with “- ”.")
    elif rules is not None:
        record.rules = rules.items
    not_claims = fields.node_of("not_claims")
    if not_claims is not None:
        record.not_claims = _quotes(not_claims, errors, "not_claims")
    aliases = fields.node_of("aliases")
    if aliases is not None and aliases.kind == "mapping":
        names = Fields(aliases, errors, aliases.fields)
        record.aliases = {name: [text for _, text in names.texts(name)] for name in aliases.fields}
    elif aliases is not None:
        errors.add(aliases, "aliases must be a mapping", "Write `United States: [the States, USA]`.")
    return record


def _sources(fields: Fields, record: FileRecord, errors: Errors) -> None:
    section = fields.node_of("sources")
    if section is not None and section.kind != "mapping":
        errors.add(section, "sources must be a mapping of names", "Write `article: {path: ../seeds/x.txt}`.")
        section = None
    for name, (_, node) in section.fields.items() if section is not None else ():
        if node.kind == "scalar":
            record.sources[name] = SourceRecord(name, node, node.text)
        elif node.kind == "mapping":
            its = Fields(node, errors, SOURCE_KEYS)
            if "path" not in its:
                errors.add(node, f"the source “{name}” has no path", "Add `path:`, relative to this file.")
                continue
            place = its.node_of("path") or node
            bounds = its.text("starts_after"), its.text("ends_before")
            record.sources[name] = SourceRecord(name, place, its.text("path"), *bounds, its.text("sha256").lower())
        else:
            errors.add(node, f"the source “{name}” must be a path or a mapping", "Write `path: ../seeds/x.txt`.")
    default = fields.node_of("source")
    if default is not None:
        record.default = text_of(default, errors, "source")
        if record.default and record.default not in record.sources:
            record.sources[record.default] = SourceRecord(record.default, default, record.default)
    elif len(record.sources) == 1:
        record.default = next(iter(record.sources))


def _claim(key: Node, node: Node, errors: Errors) -> ClaimRecord:
    record = ClaimRecord(key.text, key)
    if not _ID.fullmatch(key.text):
        errors.add(key, f"“{key.text}” is no id", "Ids are dotted words of a–z, 0–9 and _: `arrests.total`.")
    if node.kind == "scalar":
        record.quotes = [QuoteRecord(node, node.text)]
        _complain_of_empty(record.quotes, errors)
        return record
    if node.kind == "sequence":
        errors.add(
            node, "a claim is a quote or a mapping, not a list", "Put several quotes of one fact under `quotes:`."
        )
        return record
    fields = Fields(node, errors, CLAIM_KEYS)
    if "quote" in fields and "quotes" in fields:
        errors.add(node, "quote and quotes are given both", "Put all of them under `quotes:`.")
    if "quote" in fields:
        record.quotes = [_quote(fields, node, errors)]
        _complain_of_empty(record.quotes, errors)
    elif (quotes := fields.node_of("quotes")) is not None:
        record.quotes = _quotes(quotes, errors, "quotes")
        for quote in record.quotes:
            quote.source = quote.source or fields.text("source")
    record.value, record.unit, record.precision = map(fields.node_of, ("value", "unit", "precision"))
    record.names, record.breakdown = fields.text("names"), fields.text("breakdown")
    record.items = fields.node_of("items")
    record.because, record.label, record.note = fields.text("because"), fields.text("label"), fields.text("note")
    if record.value is not None and not record.quotes and not record.because:
        errors.add(key, f"“{key.text}” has a value but no quote", "Say where it comes from: add `because:`.")
    asked = {"quote", "quotes", "value"} & set(node.fields) or set(node.fields) - set(CLAIM_KEYS)
    if record.value is None and not record.quotes and not asked:
        errors.add(key, f"“{key.text}” has neither quote nor value", "Add `quote:`, or `value:` and `because:`.")
    evidence = fields.node_of("evidence")
    if evidence is not None:
        items = evidence.items if evidence.kind == "sequence" else [evidence]
        record.evidence = [found for item in items if (found := _evidence(item, errors))]
    return record


def _quote(fields: Fields, node: Node, errors: Errors) -> QuoteRecord:
    """The quote that a mapping holds, and what settles its place."""
    place = fields.node_of("quote") or node
    settled = (fields.text(key) for key in ("prefix", "suffix", "source", "row", "column"))
    quote = QuoteRecord(place, fields.text("quote"), *settled)
    if bool(quote.row) != bool(quote.column):
        lacking = "column" if quote.row else "row"
        errors.add(node, f"a cell of a table has a row and a column, {lacking} is lacking", f"Add `{lacking}:`.")
    return quote


def _quotes(node: Node, errors: Errors, key: str) -> list[QuoteRecord]:
    if node.kind == "mapping" and "quote" not in node.fields:
        errors.add(node, f"{key} must be a quote or a list of quotes", "Put a quote that holds “: ” in quotes.")
        return []
    quotes = []
    items = node.items if node.kind == "sequence" else [node]
    if _split_numbers(items, errors):
        return []
    for item in items:
        if item.kind == "scalar":
            quotes.append(QuoteRecord(item, item.text))
        elif item.kind == "mapping":
            quotes.append(_quote(Fields(item, errors, QUOTE_KEYS), item, errors))
        else:
            errors.add(item, "a quote must be text", "")
    _complain_of_empty(quotes, errors)
    return quotes


def _complain_of_empty(quotes: Iterable[QuoteRecord], errors: Errors) -> None:
    for quote in quotes:
        if not quote.text.strip():
            errors.add(quote.node, "the quote is empty", "Copy the words from the source.")


def _split_numbers(items: Sequence[Node], errors: Errors) -> bool:
    """YAML splits ``[more than 200,000 pills, 45 firearms]`` at every comma, inside numbers too."""
    for one, other in pairwise(items):
        glued = one.kind == other.kind == "scalar" and other.index - one.end == 1 and not (one.style or other.style)
        if glued and one.text[-1:].isdecimal() and other.text[:1].isdecimal():
            what = f"YAML has split a number at its comma: “{one.text}” and “{other.text}”"
            errors.add(other, what, "Put each quote of the list in quotes.")
            return True
    return False


def _evidence(node: Node, errors: Errors) -> EvidenceRecord | None:
    if node.kind != "mapping":
        errors.add(node, "evidence is a mapping", "Write `source:` and `quote:`, or `from:` and `says:`.")
        return None
    fields = Fields(node, errors, EVIDENCE_KEYS)
    record = EvidenceRecord(node, note=fields.text("note"), by=fields.text("by"), person=fields.text("from"))
    record.date = fields.node_of("date")
    record.says, record.claim = fields.node_of("says"), fields.node_of("claim")
    if "quote" in fields:
        if "source" not in fields:
            errors.add(node, "the evidence has a quote but no source", "Add `source:`, a name from `sources:`.")
        record.quote = _quote(fields, node, errors)
    elif record.says is None and record.claim is None:
        errors.add(node, "the evidence says nothing", "Add `says:` with what was said, or `source:` and `quote:`.")
        return None
    return record
