"""
A text with its numbers left open: by its words alone a passage is found again whose number was changed.

>>> blanks = Blanked("It took 10 months; the second took two.")
>>> blanks.text.replace(BLANK, "_"), [blanks.plain[slice(*span)] for span in blanks.spans]
('It took _ months; the second took _.', ['10', 'two'])

Numbers are taken as they are printed, digits or words with their scale, not as the reader understands them: a
misprint may make a year of an amount, and no quantity at all of "50,0000".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache, cached_property

from factcheck.model import table
from factcheck.model.document import Offsets
from factcheck.model.regex import regex

BLANK = "\x1a"
"""What stands for a number (SUBSTITUTE of ASCII); folding makes a space of one in a text."""


class Blanked:
    """A folded text, and the same with every number as one sign."""

    def __init__(self, plain: str) -> None:
        self.plain = plain
        pieces: list[str] = []
        self.spans: list[Offsets] = []
        """The numbers, as offsets in the plain text, in order."""
        self.at: list[int] = []
        """Where each of them stands in ``text``."""
        end = length = 0
        for match in _number().finditer(plain):
            start = match.start()
            pieces += [plain[end:start], BLANK]
            length += start - end
            self.at.append(length)
            self.spans.append(match.span())
            length, end = length + 1, match.end()
        pieces.append(plain[end:])
        self.text = "".join(pieces)

    def passage(self, start: int, end: int) -> Offsets:
        """The offsets in the plain text of a passage of the blanked one that is not empty."""
        numbered = self.text[end - 1] == BLANK
        return self._plain(start), self.spans[bisect_left(self.at, end - 1)][1] if numbered else self._plain(
            end - 1
        ) + 1

    def blanked(self, offset: int) -> int:
        """The offset in the blanked text of an offset in the plain one that lies inside of no number."""
        before = bisect_right(self._ends, offset) - 1
        return offset if before < 0 else self.at[before] + 1 + offset - self.spans[before][1]

    @cached_property
    def _ends(self) -> list[int]:
        return [end for _, end in self.spans]

    def _plain(self, offset: int) -> int:
        """The offset in the plain text of an offset in the blanked one; of a number, where it begins."""
        before = bisect_left(self.at, offset) - 1
        return offset if before < 0 else self.spans[before][1] + offset - self.at[before] - 1

    def numbers(self, start: int, end: int) -> list[Offsets]:
        """The numbers between two offsets of the blanked text, as offsets in the plain one."""
        return self.spans[bisect_left(self.at, start) : bisect_left(self.at, end)]


@cache
def _number() -> re.Pattern[str]:
    numbers = table.numbers()
    scales = "|".join(sorted(numbers.scales, key=lambda its: (-len(its), its)))
    known = {*numbers.cardinals, *numbers.scales, *numbers.groups, *numbers.plurals, "half"}
    word = "|".join(sorted(known, key=lambda its: (-len(its), its)))
    # A number in words has few of them: the bound keeps a text of nothing else from being one number.
    words = rf"(?<!\w)(?:{word})(?:[ -](?:{word})){{0,12}}(?!\w)"
    return regex(rf"(?:[0-9]+(?:[.,][0-9]+)*|{words})(?:[ -](?:{scales})(?!\w)){{0,3}}", re.IGNORECASE)
