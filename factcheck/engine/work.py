"""
A bound on work: what is exact costs too much where the numbers of hundreds of rules depend on each other.

Each question has an allowance that grows with its own size, so that ordinary work is always done; beyond it, all
questions of a run live on one store. What it does not suffice for is left out, and said to be (evaluate.py). Steps
are counted, not seconds: the same input always gives the same report.
"""

from __future__ import annotations

from dataclasses import dataclass, field

EACH = 40
"""What each number that a question is about may take [steps]."""
STORE = 40_000
"""What all questions of the joint check may take beyond their allowances [steps]; about a second."""
LOCALISED = 160_000
"""The same of localisation, whose steps are shorter [steps]."""


class OutOfWorkError(Exception):
    """The allowance of a question and the store are used up."""


@dataclass(slots=True)
class Work:
    """
    How much may be done, and for which rules it did not suffice.

    >>> work = Work(store=5)
    >>> work.begin(2)
    >>> work.spend(85)
    >>> work.spend(1)
    Traceback (most recent call last):
    factcheck.engine.work.OutOfWorkError
    """

    store: int = STORE
    allowance: int = 0
    refused: set[int] = field(default_factory=set)
    """The rules that a question was given up for, by their index."""

    def begin(self, numbers: int) -> None:
        """Take up a question about so many numbers."""
        self.allowance = EACH * numbers

    def spend(self, steps: int) -> None:
        """
        Do so many steps.

        Raises OutOfWorkError where they are too many.
        """
        self.allowance -= steps
        if self.allowance < 0:
            self.store += self.allowance
            self.allowance = 0
            if self.store < 0:
                raise OutOfWorkError
