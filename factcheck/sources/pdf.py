"""
PDF: the text of its pages in the order in which it reads, paragraphs put together again, each word with its page and
the box that it covers there.

pypdfium2 (5.15) gives the lines of a page with their letters' places (``pdfpage``); ``pdfflow`` makes paragraphs,
tables and running heads of them. Where a box lies is asked when a report needs it: the file's bytes are kept for that,
and nothing is read from the disk again. Scripts are not run, links and attachments not opened. A page that is a picture
has no text: a file of such pages is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from factcheck.model.origin import Origin, Origins
from factcheck.sources.content import PDF
from factcheck.sources.layout import Layout
from factcheck.sources.package import damaged
from factcheck.sources.pdfflow import Flow
from factcheck.sources.pdfletter import boxes, opened
from factcheck.sources.pdfpage import Line, lines_of
from factcheck.sources.plain import furnished
from factcheck.sources.refused import RefusedError, missing

SORT = PDF

MOST_PAGES = 5_000
"""How many pages are read."""


def read(data: bytes) -> Layout:
    """
    The words of a PDF.

    Raises RefusedError where pypdfium2 is not installed; where the file is damaged, locked or too long, or has no text.
    """
    try:
        import pypdfium2
    except ImportError as error:
        raise missing("a PDF", "pypdfium2", "pdf") from error
    try:
        flow = Flow(_pages(data))
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise RefusedError("the file is locked by a password", "Save it without one.") from error
        raise damaged(str(error)) from error
    layout = flow.builder.layout()
    if not layout.blocks:
        raise RefusedError(
            "no page of the file has text: its pages are pictures", "Run it through OCR, or give its text."
        )
    return replace(layout, blocks=tuple(furnished(layout.text, layout.blocks)), origins=_origins(data, flow))


def _pages(data: bytes) -> list[list[Line]]:
    document = opened(data)
    if len(document) > MOST_PAGES:
        raise RefusedError(f"the file has {len(document):,} pages; at most {MOST_PAGES:,} are read", "Split it.")
    return [lines_of(document, page) for page in range(len(document))]


def _origins(data: bytes, flow: Flow) -> Origins:
    starts = [start for start, _ in flow.builder.places]
    letters = [letter for _, letter in flow.builder.places]
    pages = {page: Origin((("page", page + 1),)) for page in {page for page, _ in letters}}
    return Pages(starts, [pages[page] for page, _ in letters], letters, data)


@dataclass(frozen=True)
class Pages(Origins):
    """The places of a text on the pages of a PDF."""

    letters: Sequence[tuple[int, int]] = field(repr=False)
    """For each start the page, from 0, and the number of the letter on it."""
    data: bytes = field(repr=False)
    """The file."""

    def at(self, start: int, end: int) -> Origin | None:
        """The page on which a passage begins, with the boxes around its words there."""
        origin = super().at(start, end)
        if origin is None:
            return None
        return Origin(origin.steps, boxes=boxes(self.data, *self._letters(start, end)))

    def _letters(self, start: int, end: int) -> tuple[int, list[tuple[int, int]]]:
        """The page, and the runs of letters on it: the first, and how many."""
        found: list[tuple[int, int]] = []
        first = self._piece(start)
        page = self.letters[first][0]
        for piece in range(first, len(self.starts)):
            if self.starts[piece] >= end or self.letters[piece][0] != page:
                break
            limit = self.starts[piece + 1] if piece + 1 < len(self.starts) else end
            skipped = max(start - self.starts[piece], 0)
            found.append((self.letters[piece][1] + skipped, min(limit, end) - self.starts[piece] - skipped))
        return page, found
