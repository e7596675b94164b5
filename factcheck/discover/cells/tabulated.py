"""
A number of the prose beside a table, and the cell that gives it too.

"The firm has 45 workers in Rome" stands beside a row "Rome" and a column "Workers" of 54. The sentence must name
the row (or the column), and the number must be of what the other one is of: the same noun, or the same unit. Of
several numbers each goes with its own name ("45 in Rome and 30 in Milan"). Only the sentences near a table are
held against it, and only a slip is told, as a warning: what differs by more is of another time, or of another part.

Finds:

    The firm has 45 workers in Rome and 31 in Milan.

    | City | Workers |
    | --- | --- |
    | Rome | 54 |
    | Milan | 31 |
    ---
    | Method | Accuracy | Memory |
    | --- | --- | --- |
    | Basic | 88.1% | 12 MB |
    | Large | 93.4% | 40 MB |

    Large reaches an accuracy of 94.3%, but it needs 40 MB.
    ---
    | | 2019 | 2020 |
    | --- | --- | --- |
    | Visitors | 4,120 | 3,870 |
    | Members | 310 | 322 |

    In 2020 the museum had 3,780 visitors.
    ---
    A total of 98 schools closed.

    | County | Schools closed |
    | --- | --- |
    | North | 52 |
    | South | 37 |
    | Total | 89 |

Leaves alone:

    The firm has 54 workers in Rome and 31 in Milan.

    | City | Workers |
    | --- | --- |
    | Rome | 54 |
    | Milan | 31 |
    ---
    The firm had 45 workers in Rome a year earlier.

    | City | Workers |
    | --- | --- |
    | Rome | 54 |
    | Milan | 31 |
    ---
    The firm has 45 shops in Rome.

    | City | Workers |
    | --- | --- |
    | Rome | 54 |
    | Milan | 31 |
    ---
    | Method | Accuracy | Memory |
    | --- | --- | --- |
    | Basic | 88.1% | 12 MB |
    | Large | 93.4% | 40 MB |

    Large reaches an accuracy of about 93%. It is 5.3% better than Basic, and needs 28 MB more.
    ---
    | | 2019 | 2020 |
    | --- | --- | --- |
    | Visitors | 4,120 | 3,870 |
    | Members | 310 | 322 |

    In 2018 the museum had 4,210 visitors.
    ---
    More than 40 workers in Rome, and 13 workers of Milan, went on strike.

    | City | Workers |
    | --- | --- |
    | Rome | 54 |
    | Milan | 31 |
    ---
    Of the 98 schools that were inspected a total of 89 closed.

    | County | Schools closed |
    | --- | --- |
    | North | 52 |
    | South | 37 |
    | Total | 89 |
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from factcheck.discover.another import is_another
from factcheck.discover.cells.grid import LARGEST, Grid
from factcheck.discover.proposal import Proposal
from factcheck.facts.page import Page, Passage
from factcheck.facts.word import noun_words, words_of
from factcheck.model.document import BlockKind
from factcheck.model.quantity import Quantity
from factcheck.model.reading import Reading, interval
from factcheck.model.regex import regex
from factcheck.model.slip import is_slip

_REACH = 6
"""How many blocks before and behind a table are held against it."""
_WORD = regex(r"[\w&.'’+-]*\w")
_TOTAL = frozenset({"total", "totals", "sum", "grand total", "overall", "altogether"})
_IN_ALL = ("total", "altogether", "overall")
_LONGEST = 6
"""The longest name of a row or column that a sentence is looked through for [words]."""
_MOST = 40
"""A sentence that names more lines is none [names]."""
_COUNTED = frozenset({"number", "count", "total"})
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_CHANGE = regex(
    r"\b(?:more|fewer|less|higher|lower|better|worse|faster|slower|larger|smaller|up|down|rose|fell|grew|by)\b"
)
_ANOTHER = regex(r"\b(?:another|other|additional|further|each|every|per|of (?:the|those|these))\s+$")


class _Lines:
    """The rows of a grid, or with ``turned`` its columns, each with its name and its cells."""

    def __init__(self, grid: Grid, turned: bool) -> None:
        self._grid, self._turned = grid, turned
        self._rows, self._width = len(grid.rows), grid.width
        self.size, self.across = (self._width, self._rows) if turned else (self._rows, self._width)

    def name(self, line: int) -> str:
        """What a line is called, in its first cell."""
        return self._grid.words(0, line) if self._turned else self._grid.words(line, 0)

    def head(self, at: int) -> str:
        """What the cells at one place of all lines are called."""
        return self._grid.words(at, 0) if self._turned else self._grid.words(0, at)

    def number(self, line: int, at: int) -> Quantity | None:
        """The number that is all that a cell says."""
        row, column = (at, line) if self._turned else (line, at)
        cells = self._grid.numbers[row]
        return cells[column] if column < len(cells) else None

    @cached_property
    def heads(self) -> list[tuple[set[str], set[str]]]:
        """The stems of what the cells at each place are called, and the years in it."""
        told = [self.head(at) for at in range(self.across)]
        return [(words_of(its, 0, len(its)) - _COUNTED, set(_YEAR.findall(its))) for its in told]

    @cached_property
    def names(self) -> dict[tuple[str, ...], int]:
        """The lines by the words of their names, those of a name that two have left out."""
        found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for line in range(1, self.size):
            words = tuple(_WORD.findall(self.name(line).lower()))
            if 0 < len(words) <= _LONGEST and len("".join(words)) > 2:
                found[("total",) if " ".join(words) in _TOTAL else words].append(line)
        return {words: lines[0] for words, lines in found.items() if len(lines) == 1}


def find(page: Page) -> Iterator[Proposal]:
    """What the sentences near each table say of its cells."""
    for at, block in enumerate(page.blocks):
        if block.kind != BlockKind.TABLE:
            continue
        grid = Grid(page, block)
        near_by = range(max(0, at - _REACH), min(len(page.blocks), at + _REACH + 1))
        passages = [its for other in near_by for its in page.by_block.get(other, ())]
        if 1 < len(grid.rows) <= LARGEST and 1 < grid.width <= LARGEST and passages:
            for turned in (False, True):
                lines = _Lines(grid, turned)
                for passage in passages:
                    yield from _said(page, passage, lines)


def _said(page: Page, passage: Passage, lines: _Lines) -> Iterator[Proposal]:
    """Each number of a sentence that names its line and what its cell is of."""
    named = _named(page, passage, lines)
    if not named or len(named) > _MOST:
        return
    said = words_of(page.text, passage.start, passage.end)
    years = set(_YEAR.findall(page.text, passage.start, passage.end))
    heads = [at for at in range(1, lines.across) if lines.number(named[0][1], at) and _is_told(lines, at, said, years)]
    of = {
        index: [at for at in heads if _is_of(its, lines, named[0][1], at)]
        for index, its in enumerate(passage.quantities)
    }
    meant = [index for index, found in of.items() if found]
    for index, line in _pairs(passage, named, meant):
        quantity = passage.quantities[index]
        cells = [its for at in of[index] if (its := lines.number(line, at)) is not None]
        cell = next((its for its in cells if _agree(quantity, its)), None)
        if cell is None and len(cells) == 1 and _is_slip(page, passage, quantity, cells[0]):
            cell = cells[0]
        if cell is not None:
            label = lines.name(line)
            claims = (page.stated(quantity, f"{label}, text"), page.stated(cell, f"{label}, table"))
            yield Proposal("agree", {"claims": claims}, f"the text and the table on {label}", False, "table")


def _named(page: Page, passage: Passage, lines: _Lines) -> list[tuple[int, int]]:
    """Where a sentence names lines, and which: the longest name at each place."""
    words = [(its.group().lower(), its.start()) for its in _WORD.finditer(page.text, passage.start, passage.end)]
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            name = tuple(word for word, _ in words[at : at + size])
            line = lines.names.get(("total",) if size == 1 and name[0] in _IN_ALL else name)
            if line is not None:
                found.append((words[at][1], line))
                at += size - 1
                break
        at += 1
    return found


def _is_told(lines: _Lines, at: int, said: set[str], years: set[str]) -> bool:
    """Whether a sentence says what the cells at one place of the lines are called, and no other year."""
    told, dated = lines.heads[at]
    return told <= said and dated <= years and (bool(told) or bool(dated)) and (not years or years <= dated)


def _is_of(quantity: Quantity, lines: _Lines, line: int, at: int) -> bool:
    """Whether a number of a sentence may be of what the cells at one place of the lines are of."""
    cell, head = lines.number(line, at), lines.head(at)
    if cell is None or quantity.value is None or (quantity.hedge is not None and quantity.hedge.bound):
        return False
    unit = quantity.unit
    if unit is not None:
        return cell.unit == unit or (cell.unit is None and f"({unit.symbol})" in head)
    name = lines.name(line)
    nouns = words_of(head, 0, len(head)) | words_of(name, 0, len(name))
    return cell.unit is None and quantity.counts and bool(noun_words(quantity) & nouns)


def _pairs(passage: Passage, named: list[tuple[int, int]], meant: list[int]) -> list[tuple[int, int]]:
    """Each number with its line: one with one, or names and numbers in turn; nothing where that is not plain."""
    if len(named) != len(meant) or not named or len({line for _, line in named}) < len(named):
        return []
    events = sorted([*((start, -1) for start, _ in named), *((passage.quantities[its].start, its) for its in meant)])
    sides = [index < 0 for _, index in events]
    if any(one == other for one, other in pairwise(sides)):
        return []
    return list(zip(meant, (line for _, line in named), strict=True))


def _agree(one: Quantity, other: Quantity) -> bool:
    return interval(one, Reading.HEDGE).meets(interval(other, Reading.HEDGE))


def _is_slip(page: Page, passage: Passage, quantity: Quantity, cell: Quantity) -> bool:
    """Whether a number is meant to be that of a cell, and differs by a slip."""
    if quantity.hedge is not None or is_another(page, passage, quantity):
        return False
    before = page.text[max(passage.start, quantity.start - 24) : quantity.start].lower()
    after = page.text[quantity.end : quantity.end + 12]
    if _ANOTHER.search(before) or _CHANGE.search(before) or _CHANGE.search(after):
        return False
    return is_slip(quantity.value or 0, cell.value or 0)
