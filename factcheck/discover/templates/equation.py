"""
What is written as arithmetic comes out.

"16 − 3 − 4 = 9", "$12 x 5 = $60", "200 GB * 40% = 80 GB", "80 GB / 2 GB/minute = 40 minutes". A result may be rounded
to its last printed place where something is divided.

Finds:

    formula 16; 3; 4; 10
    She has 16 - 3 - 4 = 10 eggs left.
    ---
    formula $12; 5; $63
    So she will receive $12 x 5 = $63 for the week.
    ---
    formula 200; 40; 90
    First find how much that is: 200 GB * 40% = 90 GB.
    ---
    formula 6; 2; 3; 5
    He walks for 6*(2/3)=5 hours.

Leaves alone:

    She has 16 - 3 - 4 = 9 eggs left.
    ---
    So she will receive $12 x 5 = $60 for the week.
    ---
    Each takes a third: 100 / 3 = 33.
    ---
    The rest is known: 2*x + 30 = 80, so x = 25.
    ---
    The score of the model was a=0.5 with p < 0.05 and n = 12.
    ---
    Of 48 towns 12 answered, that is 12/48 = 25%.
    ---
    It takes 20 minutes * 6 = 2 hours.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.grammar import Formula
from factcheck.discover.proposal import Proposal
from factcheck.discover.templates import Guard
from factcheck.facts.arithmetic import Written, equations
from factcheck.facts.page import Page
from factcheck.model.expression import Constant, Operand, Product, render
from factcheck.model.number import divide
from factcheck.model.relation import Sign


def candidates(page: Page) -> Iterator[Written]:
    """Each equation that is written out."""
    return equations(page)


GUARDS: tuple[Guard[Written], ...] = ()


def propose(page: Page, candidate: Written) -> Proposal | None:
    """left = right, to the last printed place of the result where that may be rounded."""
    left = candidate.left
    if candidate.factor != 1:
        left = Product(left, Constant.number(candidate.factor))
    formula = Formula(render(left), ((left, Sign.EQUAL, Operand(candidate.right)),))
    tolerance = divide(candidate.right.quantity.step, 2) if candidate.rounded else 0
    return Proposal("formula", {"expression": formula}, "the equation", True, "=", tolerance=tolerance)
