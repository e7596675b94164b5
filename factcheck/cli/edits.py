"""
Edits of claim files on the command line: judged before they are written, shown, applied.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.config import Settings
    from factcheck.model.claim import ClaimSet
    from factcheck.records.edit import FileEdit


def judge_edits(files: Iterable[FileEdit], before: ClaimSet, settings: Settings) -> ClaimSet:
    """
    The claims and rules as they are with some files edited.

    Raises FactcheckError where the edited files have an error that they had not.
    """
    from factcheck.cli.settings import claims_of
    from factcheck.model.error import FactcheckError
    from factcheck.records.edit import new_errors

    after = claims_of(settings, {its.path: its.after for its in files})
    if errors := new_errors(before, after):
        raise FactcheckError(*errors)
    return after


def broken_by(after: ClaimSet, claims: Collection[str]) -> list[str]:
    """What does not hold of some claims, by ``Claim.key``: an indented sentence each, of evidence too."""
    from factcheck.engine import evaluate
    from factcheck.model.finding import Severity
    from factcheck.model.visible import visible

    facts = {after.claims[key].stated for key in claims if key in after.claims}
    keys = {*claims, *(f"{key}#names" for key in claims), *(its.key for its in facts if its)}
    wrong = (its for its in evaluate(after).findings if its.severity in (Severity.ERROR, Severity.WARNING))
    return [f"  {visible(its.message)}." for its in wrong if keys & set(its.keys)]


def write_edits(files: Iterable[FileEdit], *, shown: bool, written: bool) -> None:
    """
    Show edits as a diff, and apply them where that is wanted.

    Raises FactcheckError where a file is not as it was read, or cannot be written.
    """
    from factcheck.cli.output import tell, write
    from factcheck.model.visible import named
    from factcheck.model.visible import shown as visible_lines
    from factcheck.records.edit import apply, diff

    for its in files:
        if shown:
            write(visible_lines(diff(its)))
        if written:
            apply(its)
            tell(f"wrote {named(its.path)}")
