"""
``factcheck judge``: relations that somebody proposes, on a text.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from factcheck.gate.judge import Judgement


class Form(StrEnum):
    """How the answers are written."""

    PLAIN = "plain"
    JSON = "json"


def judge(
    text: Annotated[Path, typer.Argument(metavar="TEXT", help="The text.")],
    relations: Annotated[Path, typer.Argument(metavar="RELATIONS", help="The proposed rules, in YAML or JSON.")],
    form: Annotated[Form, typer.Option("--format", "-f", metavar="FORMAT", help="plain, json.")] = Form.PLAIN,
) -> None:
    """
    Judge relations that somebody proposes for a text.

    They are rules as in a claim file, with a quote where a claim's id would stand. Each holds, is broken, or cannot be
    judged, and why.

    Exit status: 0 all hold, 1 one is broken or cannot be judged, 2 a file that cannot be read, 3 no relation.
    """
    from factcheck import api
    from factcheck.cli.output import write
    from factcheck.cli.settings import fail
    from factcheck.model.error import FactcheckError, RecordError
    from factcheck.model.visible import in_json, shown
    from factcheck.sources import contents, decode, load

    try:
        words = load(text, text.as_posix()).text
        proposed = decode(contents(relations, relations.as_posix()), relations.as_posix())
        found = api.judge(words, proposed)
    except FactcheckError as failure:
        fail(failure)
    except ValueError as error:
        fail(FactcheckError(RecordError(relations.as_posix(), str(error), "See `factcheck explain`.")))
    if form == Form.JSON:
        write(in_json(found.to_dict(), 2) + "\n")
    else:
        write(shown("\n".join(_lines(found))) + "\n")
    raise typer.Exit(0 if found.ok else 1 if found.answers else 3)


def _lines(found: Judgement) -> list[str]:
    lines = [f"{its.name}: {its.outcome.value}{f'. {its.message}' if its.message else ''}" for its in found.answers]
    count = len(found.tested) + len(found.untested)
    return [*lines, f"{len(found.tested)} of the text's {count} numbers stand in a relation that was judged."]
