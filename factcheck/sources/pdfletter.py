"""
The letters of a PDF's pages: where each stands, and how large it is drawn.
"""

from __future__ import annotations

import atexit
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

    # Before pdfium itself is closed, which it would complain of.
    atexit.register(closed)
    return pypdfium2.PdfDocument(data)


def closed() -> None:
    """Let go of the document that stays open."""
    _text_page.cache_clear()
    opened.cache_clear()


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


_UNIT = 2.0
"""Fonts of up to this size in the file are scaled each in its own way when they are drawn."""


class Letters:
    """The letters of one page, by their number."""

    def __init__(self, text: Any) -> None:
        import pypdfium2.raw as raw

        self._raw, self._text = raw, text.raw
        self._x, self._y, self._right, self._top = (ctypes.c_double() for _ in range(4))
        # Made once: ctypes takes as long to make them as pdfium to answer.
        self._box = tuple(map(ctypes.byref, (self._x, self._right, self._y, self._top)))
        self._origin = self._box[0], self._box[2]
        self._matrix = raw.FS_MATRIX()
        self._matrix_at = ctypes.byref(self._matrix)
        self._scales: dict[float, float] = {}

    def box(self, at: int) -> Box | None:
        """What a letter covers; ``None`` where it is white space that stands nowhere."""
        found = self._raw.FPDFText_GetCharBox(self._text, at, *self._box)
        left, right = self._x.value, self._right.value
        return (left, self._y.value, right, self._top.value) if found and right > left else None

    def base(self, at: int) -> tuple[float, float]:
        """Where a letter stands: its left end on the line."""
        self._raw.FPDFText_GetCharOrigin(self._text, at, *self._origin)
        return self._x.value, self._y.value

    def line(self, first: int, last: int) -> tuple[float, float, float, float]:
        """Of the letters of a line: where they begin, how high they stand, where they end, and how large they are."""
        self._raw.FPDFText_GetCharOrigin(self._text, first, *self._origin)
        left, base = self._x.value, self._y.value
        found = self._raw.FPDFText_GetCharBox(self._text, last, *self._box)
        return left, base, max(self._right.value, left) if found else left, self.size(first) or 1.0

    def size(self, at: int) -> float:
        """The size of a letter's font, as it is drawn: of one size in the file, all are scaled alike on a page."""
        size = float(self._raw.FPDFText_GetFontSize(self._text, at))
        scale = self._scales.get(size)
        if scale is None:
            has_matrix = self._raw.FPDFText_GetMatrix(self._text, at, self._matrix_at)
            scale = (abs(self._matrix.d) or abs(self._matrix.b)) if has_matrix else 1.0
            if size > _UNIT:
                self._scales[size] = scale
        return size * (scale or 1.0)
