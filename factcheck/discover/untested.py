"""
Why no relation tests a number of a text: what a person may want to know before trusting a clean scan.
"""

from __future__ import annotations

from collections import Counter

from factcheck.model.claim import ClaimSet
from factcheck.model.document import BlockKind, Document
from factcheck.model.quantity import Quantity
from factcheck.model.relation import stated_in
from factcheck.model.stated import Printing


def reasons(claims: ClaimSet) -> dict[tuple[str, int], str]:
    """For each number that no rule leaves one value alone, by its document and its place, why that is."""
    used = {printing.key for rule in claims.rules for its in stated_in(rule.relation) for printing in its.printings}
    found = {}
    for path, contents in claims.contents.items():
        document = claims.documents[path]
        beside = Counter(document.sentence(its.number_start) for its in contents.quantities)
        for quantity in contents.quantities:
            if any(Printing(its, path).key in used for its in (quantity, *quantity.ends)):
                found[path, quantity.start] = "its relation leaves it free"
            else:
                found[path, quantity.start] = _reason(document, quantity, beside)
    return found


def _reason(document: Document, quantity: Quantity, beside: Counter[tuple[int, int]]) -> str:
    block = document.block(quantity.number_start)
    if block is not None and block.kind == BlockKind.TABLE:
        return "its table has no total or share that tests it"
    if quantity.value is None and not quantity.ends:
        return "it names no single value"
    if beside[document.sentence(quantity.number_start)] == 1:
        return "it is alone in its sentence, and no other passage surely states it again"
    return "no words tie it to the numbers beside it"
