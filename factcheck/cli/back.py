"""
``factcheck back``: evidence for a claim, added to its claim file.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.option import AllowOption, Paths, RootOption

if TYPE_CHECKING:
    from factcheck.model.claim import Claim, ClaimSet


def back(
    claim: Annotated[str, typer.Argument(metavar="ID", help="The claim; `file.yaml:id` where several files have it.")],
    paths: Paths = None,
    person: Annotated[
        str | None, typer.Option("--from", metavar="WHO", help="Who or what says so.", show_default=False)
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="WHO", help="Who recorded it.", show_default=False)] = None,
    says: Annotated[
        str | None, typer.Option("--says", metavar="WORDS", help="What was said, with its number.", show_default=False)
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="When, as 2021-10-27.", show_default="today")
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="NAME", help="Instead: a source of the claim file.", show_default=False),
    ] = None,
    quote: Annotated[
        str | None, typer.Option("--quote", metavar="WORDS", help="The words of that source.", show_default=False)
    ] = None,
    note: Annotated[
        str | None, typer.Option("--note", metavar="WORDS", help="Anything worth knowing.", show_default=False)
    ] = None,
    root: RootOption = None,
    allow_path: AllowOption = None,
    shown: Annotated[bool, typer.Option("--diff", help="Show what would be written as a diff; write nothing.")] = False,
) -> None:
    """
    Add evidence to a claim.

    It is what a person said (--from, --says), or a passage of a source (--source, --quote).

    The claim file keeps its comments and its layout. Where it would not load with the evidence nothing is written.

    Exit status: 0; 1 where the claim is contradicted; 2 where nothing is written.
    """
    from factcheck.cli.edits import judge_edits, write_edits
    from factcheck.cli.settings import claims_of, fail, settings_here
    from factcheck.model.error import FactcheckError
    from factcheck.records.back import add_evidence
    from factcheck.records.update import chosen

    given = {"source": source, "quote": quote, "from": person, "by": by, "date": date, "says": says, "note": note}
    _complain_of({name for name, value in given.items() if value})
    if not source:
        given["date"] = date or datetime.date.today().isoformat()
    entry = {name: value for name, value in given.items() if value}
    settings = settings_here(root, allow_path).given("paths", [path.as_posix() for path in paths or ()])
    claim_set = claims_of(settings)
    try:
        found = chosen(claim_set, [claim])
        if len(found) > 1:
            raise typer.BadParameter(f"“{claim}” names {len(found)} claims; evidence is for one")
        edit = add_evidence(found[0], entry)
        after = judge_edits([edit], claim_set, settings)
        write_edits([edit], shown=shown, written=not shown)
    except FactcheckError as failure:
        fail(failure)
    raise typer.Exit(_agreement(after, found[0]))


def _agreement(after: ClaimSet, claim: Claim) -> int:
    """The exit status, with what the evidence makes of the claim."""
    from factcheck.cli.edits import broken_by
    from factcheck.cli.output import tell
    from factcheck.engine import evaluate
    from factcheck.model.finding import Standing

    standing = dict(evaluate(after).standings)[claim.key]
    if standing == Standing.BACKED:
        tell(f"{claim.id} is backed.")
    elif standing == Standing.CONTRADICTED:
        tell("\n".join([f"{claim.id} is contradicted:", *broken_by(after, {claim.key})]))
    else:
        tell(f"{claim.id} has no number of the same unit to hold this against.")
    return int(standing == Standing.CONTRADICTED)


def _complain_of(given: set[str]) -> None:
    """End with exit status 2 where the options make no evidence."""
    of_source = bool(given & {"source", "quote"})
    if of_source and not given >= {"source", "quote"}:
        raise typer.BadParameter("--source and --quote go together")
    if of_source and "says" in given:
        raise typer.BadParameter("evidence is a passage of a source, or what somebody says: not --quote and --says")
    if not of_source and not given >= {"from", "says"}:
        raise typer.BadParameter("say who and what: --from WHO --says WORDS; or --source NAME --quote WORDS")
