"""
The cells of a document's tables, by the first cell of their row and the head of their column.

>>> from factcheck.sources import document
>>> text = document("| City | Arrests |\\n| --- | ---: |\\n| Rome | 7 |\\n", "raids.md")
>>> cells = Cells(text)
>>> [text.text[slice(*span)] for span in cells.of("Rome", "Arrests")], cells.names(text.text.index("7"))
(['7'], ('Rome', 'Arrests'))
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from functools import cached_property

from factcheck.model.document import BlockKind, Document, Offsets
from factcheck.sources.blank import Blanked
from factcheck.sources.fold import fold

Names = tuple[str, str]
"""What names a cell: the first cell of its row, and the head of its column, folded."""


class Cells:
    """The cells of every table in the body of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def of(self, row: str, column: str) -> list[Offsets]:
        """
        The cells of a name, in the order of the text. Where there is none, those whose names have the same words: a
        number in them may have been edited ("2019").
        """
        names = fold(row), fold(column)
        return self._by_names.get(names) or self._by_words.get(_words(names), [])

    def names(self, offset: int) -> Names | None:
        """What names the cell that an offset lies in; ``None`` where it is none, or others are called the same."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or offset >= self._cells[at][0][1]:
            return None
        names = self._cells[at][1]
        return names if len(self._by_names[names]) == 1 else None

    @cached_property
    def _cells(self) -> list[tuple[Offsets, Names]]:
        return sorted(self._found())

    @cached_property
    def _starts(self) -> list[int]:
        return [start for (start, _), _ in self._cells]

    @cached_property
    def _by_names(self) -> dict[Names, list[Offsets]]:
        found: defaultdict[Names, list[Offsets]] = defaultdict(list)
        for span, names in self._cells:
            found[names].append(span)
        return dict(found)

    @cached_property
    def _by_words(self) -> dict[Names, list[Offsets]]:
        found: defaultdict[Names, list[Offsets]] = defaultdict(list)
        for span, names in self._cells:
            found[_words(names)].append(span)
        return dict(found)

    def _found(self) -> list[tuple[Offsets, Names]]:
        text, body = self.document.text, self.document.body
        found = []
        for block in self.document.blocks:
            if block.kind != BlockKind.TABLE or block.start < body[0] or block.end > body[1]:
                continue
            rows = self.document.tables[block.start].rows
            table = [[(span, fold(text[slice(*span)])) for span in row] for row in rows]
            heads = [words for _, words in table[0]] if table else []
            for row in table[1:]:
                for (span, words), head in list(zip(row, heads, strict=False))[1:]:
                    if words and head and row[0][1]:
                        found.append((span, (row[0][1], head)))
        return found


def _words(names: Names) -> Names:
    row, column = names
    return Blanked(row).text, Blanked(column).text
