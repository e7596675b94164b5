"""
The sources of an answer, read once for many.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from os import PathLike
from typing import Any

from factcheck.comparison.known import Known
from factcheck.discover import WHOLES, discover
from factcheck.facts.page import Page
from factcheck.gate.cell import Cells
from factcheck.gate.grid import Grid, csv_rows, grid_of, is_data
from factcheck.gate.sweep import tokens
from factcheck.model.claim import Rule
from factcheck.model.document import Document
from factcheck.model.error import FactcheckError
from factcheck.model.moment import Date
from factcheck.reader import read
from factcheck.sources import document, prose

MAX_LENGTH = 8 * 1024 * 1024
"""A longer text is refused [code points]."""


class Sources:
    """What an answer is held against: pages of prose, and the cells of data. ``prepare`` makes it."""

    def __init__(self, pages: tuple[Page, ...], grids: tuple[Grid, ...]) -> None:
        self.pages, self.grids = pages, grids
        self.cells = Cells(grids)

    @cached_property
    def relations(self) -> tuple[Rule, ...]:
        """What the texts themselves say of wholes and parts."""
        return tuple(
            rule
            for page in self.pages
            for rule in discover(page.document, page.contents, page.text, patterns=WHOLES).rules
        )

    @cached_property
    def known(self) -> Known:
        """Their numbers, as a comparison binds to them."""
        return Known(self.pages, self.relations)

    @cached_property
    def each(self) -> tuple[Known, ...]:
        """The same of each text alone."""
        return tuple(Known((page,), ()) for page in self.pages)

    @cached_property
    def tokens(self) -> frozenset[str]:
        """Everything in them that has a digit, by its letters."""
        words = (*(page.document.text for page in self.pages), *(its.words for its in self.grids))
        return frozenset(token for text in words for token, _, _ in tokens(text))

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """The dates that they give."""
        in_texts = [date for page in self.pages for date in page.contents.dates]
        return (*in_texts, *(date for its in self.grids for date in read(its.words).dates))


def sources_of(given: Any) -> Sources:
    """
    Texts and data as sources.

    Raises ValueError where none holds anything, or one cannot be read; TypeError for what is neither text nor data.
    """
    if isinstance(given, Sources):
        return given
    pages: list[Page] = []
    grids: list[Grid] = []
    for number, source in enumerate(_each(given), 1):
        if isinstance(source, str):
            rows = csv_rows(source) if len(source) <= MAX_LENGTH else None
            if rows is not None:
                grids.append(grid_of(rows, number))
            elif source.strip():
                pages.append(page_of(source, f"source {number}"))
        elif isinstance(source, Document):
            if source.text.strip():
                pages.append(_page(source))
        elif isinstance(source, (list, tuple)) and not source:
            continue
        elif is_data(source):
            grids.append(grid_of(source, number))
        else:
            raise TypeError(_no_source(source, number))
    grids = [its for its in grids if its.words.strip(" ;")]
    if not pages and not grids:
        raise ValueError("there is no source: give the texts or the data that the answer was made from")
    return Sources(tuple(pages), tuple(grids))


def _each(given: Any) -> Iterable[Any]:
    """The sources one by one; a table is one, and so is a text."""
    if isinstance(given, (str, Document, Mapping)) or hasattr(given, "__dataframe__"):
        return (given,)
    if isinstance(given, (bytes, bytearray, PathLike)) or not isinstance(given, Iterable):
        raise TypeError(_no_source(given, 1))
    sources = list(given)
    rows = [its for its in sources if isinstance(its, Mapping)]
    if rows and len(rows) == len(sources):
        # Rows of one table: those of the same columns.
        tables: dict[tuple[Any, ...], list[Any]] = {}
        for row in rows:
            tables.setdefault(tuple(row), []).append(row)
        return list(tables.values())
    lists = [its for its in sources if isinstance(its, (list, tuple))]
    if len(lists) == len(sources) and len(lists) > 1 and is_data(sources) and not any(map(is_data, sources)):
        return (sources,)
    return sources


def _no_source(source: Any, number: int) -> str:
    name = type(source).__name__
    if isinstance(source, PathLike):
        return f"source {number} is a path ({name}), and words are wanted: pass its text, path.read_text()"
    if isinstance(source, (bytes, bytearray)):
        return f"source {number} is {name}: decode it first"
    return f"source {number} is {name}: give a str, a mapping, a list of rows, or a table"


def page_of(text: str, name: str) -> Page:
    """
    Some words as a page.

    Raises ValueError where they cannot be read.
    """
    if len(text) > MAX_LENGTH:
        raise ValueError(f"{name} has more than {MAX_LENGTH:,} characters: give the part that is to be judged")
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        raise ValueError(f"{name} holds half a surrogate pair: it is no text, decode it anew")
    try:
        return _page(document(text, f"{name}.md"))
    except FactcheckError as failure:
        raise ValueError(f"{name} cannot be read: {failure}") from failure


def _page(text: Document) -> Page:
    words, spans = prose(text)
    return Page(text, read_spans(words, spans), words)


def read_spans(words: str, spans: Any) -> Any:
    """What the passages of a text state."""
    return read(words, spans)
