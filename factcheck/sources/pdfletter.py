"""
The letters of a PDF's pages: where each stands, and how large it is drawn.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from factcheck.model.origin import Box


@lru_cache(maxsize=1)
def opened(data: bytes) -> Any:
    """
    The document of some bytes; the last one stays open.

    Raises PdfiumError where pdfium cannot open it.
    """
    import pypdfium2

    return pypdfium2.PdfDocument(data)


@lru_cache(maxsize=4)
def _text_page(data: bytes, number: int) -> Any:
    return opened(data)[number].get_textpage()


def boxes(data: bytes, number: int, runs: Sequence[tuple[int, int]]) -> tuple[Box, ...]:
    """The box around each of some runs of letters of a page, given by its first letter and its length."""
    letters = Letters(_text_page(data, number))
    return tuple(box for first, count in runs if (box := _around(map(letters.box, range(first, first + count)))))


def _around(found: Iterable[Box | None]) -> Box | None:
    edges = list(zip(*filter(None, found), strict=True))
    if not edges:
        return None
    left, bottom, right, top = edges
    return round(min(left), 2), round(min(bottom), 2), round(max(right), 2), round(max(top), 2)


class Letters:
    """The letters of one page, by their number."""

    def __init__(self, text: Any) -> None:
        import pypdfium2.raw as raw

        self._raw, self._text = raw, text.raw
        self._x, self._y, self._right, self._top = (ctypes.c_double() for _ in range(4))
        self._matrix = raw.FS_MATRIX()

    def box(self, at: int) -> Box | None:
        """What a letter covers; ``None`` where it is white space that stands nowhere."""
        x, y, right, top = self._x, self._y, self._right, self._top
        if not self._raw.FPDFText_GetCharBox(self._text, at, x, right, y, top) or right.value <= x.value:
            return None
        return x.value, y.value, right.value, top.value

    def base(self, at: int) -> tuple[float, float]:
        """Where a letter stands: its left end on the line."""
        self._raw.FPDFText_GetCharOrigin(self._text, at, self._x, self._y)
        return self._x.value, self._y.value

    def size(self, at: int) -> float:
        """The size of a letter's font, as it is drawn."""
        has_matrix = self._raw.FPDFText_GetMatrix(self._text, at, self._matrix)
        scale = max(abs(self._matrix.d), abs(self._matrix.b)) if has_matrix else 0.0
        return float(self._raw.FPDFText_GetFontSize(self._text, at)) * (scale or 1.0)
