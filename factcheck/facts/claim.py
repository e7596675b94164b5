"""
A number of a page as a claim: what discovery and comparison make of each.
"""

from __future__ import annotations

from factcheck.facts.page import Page
from factcheck.model.claim import Claim, Mark, Statement
from factcheck.model.quantity import Quantity


def claim_of(page: Page, quantity: Quantity) -> Claim:
    """A number of a page as a claim, named by where it begins."""
    document = page.document
    place = document.place(quantity.number_start)
    mark = Mark(document.path, place.line - 1, place.column - 1, "")
    stated = page.stated(quantity)
    printing = stated.printings[0]
    statement = Statement(document.path, quantity.start, quantity.end, printing.said, mark, quantity)
    return Claim(f"{quantity.number_start}", document.path, mark, (statement,), stated=stated)
