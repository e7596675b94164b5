"""
A ClaimSet of one text as a claim file: a draft that a person reads, corrects and names.

One claim a number, one rule a relation; comments say where each came from. Numbers that no rule uses stand
at the end, each with the reason. What a claim file cannot state is told in a comment, so that nothing of
what was found is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from factcheck.model.claim import Claim, ClaimSet, Rule
from factcheck.model.contents import Breakdown, NameList
from factcheck.model.name import table_of
from factcheck.model.relation import Agreement, Comparison, Evident, Inclusion, Names, parts_of, stated_in
from factcheck.model.stated import printing_key
from factcheck.model.wording import plural
from factcheck.records.borrowed import lent_unit, lent_units, states
from factcheck.records.identifier import Identifiers, described
from factcheck.records.option import list_style, options
from factcheck.records.quotation import Quoter
from factcheck.records.slug import slug
from factcheck.records.writing import claim_lines, comment, flow_scalar, rule_lines, scalar
from factcheck.sources.listing import Listing

_EXCERPT = 60
"""How much of a sentence a comment shows [code points]."""
_HEAD = (
    "# yaml-language-server: $schema=claims.schema.json",
    "# A draft: read it, correct it, give the claims better names. It says what the text states,",
    "# not that it is true. `factcheck verify` judges it.",
)


def dump(claims: ClaimSet, source: str, rules: Iterable[Rule], why: Mapping[int, str], ends_before: str = "") -> str:
    """
    The claim file of one text's claims.

    ``source`` is the path of the text as the file is to write it, relative to itself, and ``ends_before`` the
    words that bound its body; ``why`` says of a number, by its start, why no relation tests it.
    """
    where = [f"source: {scalar(source)}"]
    if ends_before:
        where = ["sources:", "  text:", f"    path: {scalar(source)}", f"    ends_before: {scalar(ends_before)}"]
    return "\n".join([*_HEAD, *where, "", *_Dumper(claims, tuple(rules), why).lines(), ""])


@dataclass(slots=True)
class _Entries:
    """The claims as lines, each with where it begins in the text."""

    bound: list[tuple[int, list[str]]] = field(default_factory=list)
    free: list[tuple[int, list[str]]] = field(default_factory=list)
    lost: list[Claim] = field(default_factory=list)
    """Those that no words settle."""


class _Dumper:
    """Writes the claims and rules of one document."""

    def __init__(self, claims: ClaimSet, rules: tuple[Rule, ...], why: Mapping[int, str]) -> None:
        (self.document,) = claims.documents.values()
        self.contents = claims.contents[self.document.path]
        self.claims, self.rules, self.why = claims, rules, why
        self.quoter = Quoter(self.document, self.contents.quantities)
        self.listing = Listing(self.document)
        self.identifiers = Identifiers()
        self.ids: dict[str, str] = {}
        """How rules call what they use, by its key: a number's claim, a list of names."""
        stated = [its.stated for its in self.claims.claims.values() if its.stated]
        self.own = {printing.key: printing.quantity for its in stated for printing in its.printings}
        """The numbers as their own words say them, by key."""
        self.lent = lent_units(self.own, rules)
        self.lent_ids: dict[tuple[str, str], str] = {}
        """The same of numbers in a unit that their own words leave out, by the key and the unit's name."""
        self.breakdowns: dict[tuple[str, ...], str] = {}
        """The id of each breakdown, by the keys of its items."""
        self.used = {key for rule in rules for key, _ in rule.roles}

    def lines(self) -> Iterator[str]:
        """The claims, then the rules."""
        entries = self._entries()
        yield "claims:" if entries.bound or entries.free else "claims: {}"
        yield from (line for _, lines in sorted(entries.bound) for line in lines)
        if entries.free:
            yield from ("", "  # No rule uses these numbers yet.")
        yield from (line for _, lines in entries.free for line in lines)
        for claim in entries.lost:
            yield f"  # No words of the text settle which number this is: {self._excerpt(claim.statements[0].start)}"
        yield from self._rules()

    def _entries(self) -> _Entries:
        entries = _Entries()
        entries.bound += [its for found in self.contents.names if (its := self._list(found))]
        entries.bound += [its for rule in self.rules for names in _lists(rule) if (its := self._items(rule, names))]
        entries.bound += [its for found in self.contents.breakdowns if (its := self._breakdown(found))]
        inside = {key for keys in self.breakdowns for key in keys}
        for claim in self.claims.claims.values():
            keys = {its.key for its in claim.stated.printings} if claim.stated else set()
            units = self._units(keys)
            if keys <= inside:
                # An item of a breakdown has its claim; in another unit it needs one of its own.
                units.pop("", None)
            free = len(keys) == 1 and not keys & self.used
            for unit in units:
                lines = self._claim(claim, unit, free=free)
                if lines:
                    (entries.free if free else entries.bound).append((claim.statements[0].start, lines))
                elif claim not in entries.lost:
                    entries.lost.append(claim)
        return entries

    def _units(self, keys: set[str]) -> dict[str, None]:
        """The units in which rules use some numbers of one claim; "" is that of their own words."""
        lent = dict.fromkeys(unit for key in sorted(keys) for unit in self.lent.get(key, ()))
        return lent or {"": None}

    def _claim(self, claim: Claim, unit: str, *, free: bool) -> list[str]:
        """A claim as lines, in its own unit or in another; none where no words settle any of its numbers."""
        assert claim.stated is not None
        numbers = [its.quantity for its in claim.statements if its.quantity is not None]
        quotes = [found for its in numbers if (found := self.quoter.number(its, claim.stated.label))]
        if not quotes:
            return []
        own = self.identifiers.of(claim.stated)
        keys = [its.key for its in claim.stated.printings]
        if unit:
            self.lent_ids |= dict.fromkeys(((key, unit) for key in keys), own)
        else:
            # An item of a breakdown keeps the name that it has there.
            self.ids = dict.fromkeys(keys, own) | self.ids
        start = claim.statements[0].start
        why = self.why.get(start, "") if free else ""
        more = {"unit": scalar(unit)} if unit else {}
        return list(claim_lines(own, quotes, more, f"{self._place(start)}: {why}" if why else self._place(start)))

    def _breakdown(self, found: Breakdown) -> tuple[int, list[str]] | None:
        """The claim of a breakdown, where a claim file reads the same items there."""
        items = [its for its in found.items if its.place]
        places = [its.place for its in items if its.place]
        slugs = [slug(its.key) for its in places]
        start = min(items[0].start, items[0].number_start) if items else 0
        inside = [its for its in self.contents.quantities if start <= its.number_start < found.end]
        quote = self.quoter.passage(start, found.end)
        if len(items) < 2 or len(set(slugs)) < len(slugs) or inside != items or quote is None:
            return None
        group = _group([its.text for its in places])
        keys = tuple(printing_key(self.document.path, its) for its in items)
        what = slug(plural(items[0].counted)) if items[0].counted else self._whole_of(keys)
        own = self.identifiers.free(f"{what}.by_{group}" if what else f"by_{group}")
        self.breakdowns[keys] = own
        self.ids[self._names_key(places[0].start, places[-1].end)] = own
        self.ids |= {key: f"{own}.{its}" for key, its in zip(keys, slugs, strict=True)}
        return start, list(claim_lines(own, [quote], {"breakdown": group}, self._place(start)))

    def _whole_of(self, parts: tuple[str, ...]) -> str:
        """What the whole of some parts is, as an id; empty where no rule says."""
        for rule in self.rules:
            if tuple(key for key, role in rule.roles if role == "parts") == parts:
                stated = {its.key: its for its in stated_in(rule.relation)}
                return next((described(stated[key]) for key, role in rule.roles if role == "whole"), "")
        return ""

    def _list(self, found: NameList) -> tuple[int, list[str]] | None:
        """The claim of a list of names that a rule uses."""
        start, key = found.names[0].start, self._names_key(found.names[0].start, found.names[-1].end)
        # What a pattern took for the items may be other names than those that a claim file reads there.
        wanted = {its.key: its.names for rule in self.rules for its in _lists(rule)}
        quote = self.quoter.passage(start, found.names[-1].end)
        if quote is None or wanted.get(key) != found.names:
            return None
        group = _group([its.text for its in found.names])
        self.ids[key] = self.identifiers.free(f"{plural(group)}.listed")
        return start, list(claim_lines(self.ids[key], [quote], {"names": group}, self._place(start)))

    def _items(self, rule: Rule, names: Names) -> tuple[int, list[str]] | None:
        """The claim of a list of items, where it stands below the number that counts it."""
        number = next((its.quantity for its in stated_in(rule.relation)), None)
        if number is None or self.listing.below(number.number_start) != names.names:
            return None
        quote = self.quoter.number(number)
        if quote is None or names.key in self.ids:
            return None
        what = slug(plural(number.counted)) if number.counted else "items"
        self.ids[names.key] = own = self.identifiers.free(f"{what}.listed")
        return number.start, list(claim_lines(own, [quote], {"items": "below"}, self._place(names.start)))

    def _names_key(self, start: int, end: int) -> str:
        return f"{self.document.path}:{start}:{end}#names"

    def _rules(self) -> Iterator[str]:
        written = [(rule, self._fields(rule)) for rule in self.rules]
        yield from ("", "rules:" if any(fields for _, fields in written) else "rules: []")
        for rule, fields in written:
            if fields:
                yield f"  # {self._places(rule)}: {comment(rule.because)}"
                yield from rule_lines(rule.kind, fields, options(rule))
        unwritten = [rule for rule, fields in written if not fields]
        if unwritten:
            yield from ("", "# `factcheck scan` judges these as well; a claim file cannot state them.")
        for rule in unwritten:
            yield f"#   {rule.kind}, {self._places(rule)}: {comment(rule.because)}"

    def _fields(self, rule: Rule) -> dict[str, list[str]]:
        """The fields of a rule; none where a claim file cannot state it."""
        used = {its.key: its.quantity for its in stated_in(rule.relation)}
        if not all(states(self.own.get(key), quantity) for key, quantity in used.items()):
            return {}
        keys: dict[str, list[str]] = {}
        for key, name in rule.roles:
            keys.setdefault(name, []).append(key)
        fields: dict[str, list[str]] = {}
        for name, its in keys.items():
            units = [lent_unit(self.own.get(key), used.get(key)) for key in its]
            whole_list = self.breakdowns.get(tuple(its)) if not any(units) else None
            pairs = zip(its, units, strict=True)
            values = [whole_list] if whole_list else [self._operand(key, unit) for key, unit in pairs]
            if not all(values):
                return {}
            fields[name] = [value for value in values if value]
        return fields | list_style(rule)

    def _operand(self, key: str, unit: str) -> str:
        """How a field writes an operand in a unit; empty where it cannot."""
        if unit:
            return self.lent_ids.get((key, unit), "")
        if key in self.ids:
            return self.ids[key]
        if key.startswith("#"):
            # A number that the words give without printing it: "doubled".
            return flow_scalar(key.partition("=")[2])
        path = f"{self.document.path}:"
        if key.startswith(path) and key.endswith("#date"):
            start, end = key.removeprefix(path).removesuffix("#date").split(":")
            return flow_scalar(" ".join(self.document.text[int(start) : int(end)].split()))
        return ""

    def _place(self, start: int) -> str:
        paragraph = f"¶{self.document.place(start).paragraph} " if self.document.has_lines else ""
        return f"{paragraph}{self.document.where(start)}"

    def _excerpt(self, start: int) -> str:
        first, end = self.document.sentence(start)
        text = self.document.text[max(first, start - _EXCERPT // 2) : min(end, start + _EXCERPT // 2)]
        return f"{self._place(start)} “{comment(text)}”"

    def _places(self, rule: Rule) -> str:
        starts = [its.printings[0].quantity.start for its in stated_in(rule.relation) if its.printings[0].source]
        starts += [its.start for its in _lists(rule)]
        many = len(starts) > 3
        found = dict.fromkeys(self._place(its) for its in (starts[:1] + starts[-1:] if many else starts))
        return (" to " if many else " and ").join(found)


def _lists(rule: Rule) -> Iterator[Names]:
    """The lists of names that a rule uses."""
    for part in parts_of(rule.relation):
        match part:
            case Inclusion(names, of):
                yield from (names, of)
            case Comparison():
                yield from part.lists
            case Agreement() | Evident():
                pass


def _group(names: list[str]) -> str:
    """The table that knows all of some names; "item" where none does."""
    return table_of(names) or "item"
