"""
``factcheck update``: claim files brought up to date with their sources.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.option import AllowOption, RootOption

if TYPE_CHECKING:
    from factcheck.model.claim import Claim, ClaimSet
    from factcheck.records.update import Taken

_ID = re.compile(r"(?:.+\.ya?ml:)?[a-z0-9_.*?]+")
"""How the id of a claim looks, or a glob of ids, with or without its file."""


def update(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID|PATH]...",
            help="Claims whose new numbers are taken, * for any letters; claim files, or folders of them.",
            show_default="reworded quotes of claims/",
        ),
    ] = None,
    write_files: Annotated[
        bool, typer.Option("--write", help="Write the new quotes into the claim files, and nothing else.")
    ] = False,
    root: RootOption = None,
    allow_path: AllowOption = None,
) -> None:
    """
    Bring quotes up to date with their sources: a diff, or --write.

    Alone it takes new words where the number is the same. Claims that are named get their new numbers too, and it
    is told which rules break with them. Evidence is never touched.

    Exit status: 0; 2 after a record error, or where a name is no claim's.
    """
    from factcheck.cli.edits import judge_edits, write_edits
    from factcheck.cli.output import tell_errors
    from factcheck.cli.settings import claims_of, fail, settings_here
    from factcheck.model.error import FactcheckError
    from factcheck.records.update import chosen, edits, take

    ids = [name for name in names or () if is_id(name)]
    settings = settings_here(root, allow_path).given("paths", [name for name in names or () if not is_id(name)])
    claim_set = claims_of(settings)
    try:
        claims = chosen(claim_set, ids)
        taken = take(claim_set, claims) if claims or not ids else []
        files = edits(taken)
        after = judge_edits(files, claim_set, settings)
        _tell(taken, claims, claim_set, after)
        write_edits(files, shown=True, written=write_files)
    except FactcheckError as failure:
        fail(failure)
    tell_errors(claim_set.errors)
    raise typer.Exit(2 if claim_set.errors else 0)


def is_id(name: str) -> bool:
    """Whether an argument names claims: it looks like an id and is no file or folder."""
    from factcheck.sources.file import exists

    return bool(_ID.fullmatch(name)) and not name.endswith((".yaml", ".yml")) and not exists(Path(name))


def _tell(taken: Sequence[Taken], claims: Sequence[Claim], before: ClaimSet, after: ClaimSet) -> None:
    """What is taken, which claims stand as they are, and what does not hold with the new numbers."""
    from factcheck.cli.edits import broken_by
    from factcheck.cli.output import tell
    from factcheck.model.wording import listed
    from factcheck.records.update import changed_numbers

    for its in taken:
        if not its.same_number:
            tell(f"{listed([claim.id for claim in its.claims])}: “{its.was}” → “{its.now}”")
    meant = {claim.key for its in taken for claim in its.claims}
    idle = [claim.id for claim in claims if claim.key not in meant and claim.statements]
    if idle:
        tell(f"Nothing to take: {listed(idle)}.")
    if not claims and not taken:
        tell("No quote needs new words.")
    if not claims and (waiting := changed_numbers(before)):
        named = listed([claim.id for claim in waiting])
        tell(f"Other numbers now: {named}. `factcheck update ID` takes those of the claims it names.")
    if claims and taken:
        broken = broken_by(after, meant)
        tell("\n".join(["Rules that break with it:", *broken]) if broken else "Rules that break with it: none.")
