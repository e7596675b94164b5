"""
What `list` and `show` look at: the claims of some claim files, or the numbers of some texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from factcheck.model.frozen import frozen

if TYPE_CHECKING:
    from factcheck.config import Settings
    from factcheck.model.claim import Claim, ClaimSet
    from factcheck.model.document import Document
    from factcheck.model.finding import Report
    from factcheck.model.sheet import Portrait, Row


@frozen
class Sheet:
    """Some claims, judged: those of the claim files together, or those of one text."""

    claims: ClaimSet
    report: Report

    @property
    def rows(self) -> tuple[Row, ...]:
        """One a claim. A number of a text is no claim yet: it has no id, and its note is why nothing tests it."""
        from factcheck.engine.sheet import rows

        found = rows(self.claims, self.report)
        return found if self.report.records else tuple(self._of_text(row) for row in found)

    def named(self, name: str) -> list[Claim]:
        """
        The claims that somebody means: by id, or file:id; of a text, by LINE, LINE:COLUMN or the words of the number.
        """
        if self.report.records:
            return [
                claim
                for claim in self.claims.claims.values()
                if name in (claim.id, claim.key) or claim.key.endswith(f"/{name}")
            ]
        pairs = zip(self.claims.claims.values(), self.rows, strict=True)
        return [claim for claim, row in pairs if _means(name, row)]

    def portrait(self, claim: Claim) -> Portrait:
        """Everything that is known of one of them."""
        from factcheck.engine.sheet import portrait

        drawn = portrait(claim, self.claims, self.report)
        return drawn if self.report.records else replace(drawn, row=self._of_text(drawn.row))

    def _of_text(self, row: Row) -> Row:
        why = self.report.coverage.why
        note = why.get((row.location.path, row.location.start), "") if row.location else ""
        return replace(row, claim="", file="", note=note)


def sheets(settings: Settings, paths: Sequence[Path]) -> list[Sheet]:
    """
    What some paths name, texts after claim files; without paths the claim files of the settings.

    Ends with exit status 2 where a file of the tree names one outside of the root.
    """
    from factcheck import api
    from factcheck.cli.settings import claims_of
    from factcheck.engine import evaluate
    from factcheck.sources.path import shown_path

    texts = [path for path in paths if is_text(path)]
    files = [path.as_posix() for path in paths if path not in texts]
    found = []
    if files or not texts:
        claims = claims_of(settings.given("paths", files))
        found.append(Sheet(claims, evaluate(claims)))
    for path in texts:
        shown = path.as_posix() if path.as_posix() == "-" else shown_path(path)
        found.append(Sheet(*api.stated(_paste(shown) if shown == "-" else path, widths=settings.hedges)))
    return found


def is_text(path: Path) -> bool:
    """Whether a path names a text: a paste (-), or a file whose name ends like one; what else there is, is records."""
    from factcheck.sources import SUFFIXES
    from factcheck.sources.folder import is_folder

    return path.as_posix() == "-" or (path.suffix.lower() in SUFFIXES and not is_folder(path))


def _paste(shown: str) -> Document:
    from factcheck import api
    from factcheck.cli.settings import fail
    from factcheck.cli.stream import standard_input
    from factcheck.model.error import FactcheckError

    try:
        return api.document(standard_input(shown), shown)
    except FactcheckError as failure:
        fail(failure)


def _means(name: str, row: Row) -> bool:
    if row.location is None:
        return False
    line, column = row.location.line, row.location.column
    return name in (str(line), f"{line}:{column}") or name.casefold() == row.words.casefold()


def ended(sheets: Sequence[Sheet]) -> typer.Exit:
    """The end of a command, with what is wrong with the records and texts told: exit status 2, else 0."""
    from factcheck.cli.output import tell_errors

    errors = [error for sheet in sheets for error in sheet.report.errors]
    tell_errors(errors)
    return typer.Exit(2 if errors else 0)
