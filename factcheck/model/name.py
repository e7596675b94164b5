"""
Names as they are compared: folded, and aliases resolved.

"the U.S.", "US" and "the United States" are one name. The aliases are data
(``en/names.yaml``: countries, unions, states of the US); a claim file may add its own.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from factcheck.model import gazetteer


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """
    A name without what printing adds: case, white space, "the", the points of an abbreviation,
    accents, a possessive ending; curly apostrophes and long dashes become plain.

    >>> fold("the U.S."), fold("Côte d’Ivoire"), fold("St. Lucia"), fold("Germany's")
    ('us', "cote d'ivoire", 'st lucia', 'germany')
    """
    plain = text
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("–", "-").replace("‑", "-"))
        plain = "".join(character for character in plain if not unicodedata.combining(character))
    plain = plain.casefold()
    plain = " ".join(plain.replace(".", "").split())
    return plain.removeprefix("the ").removesuffix("'s")


@lru_cache(maxsize=4096)
def canonical(text: str) -> str:
    """
    The key under which a name is compared: folded, and its alias replaced by the name itself.

    >>> canonical("the U.S."), canonical("Britain"), canonical("R.I."), canonical("Acme Ltd")
    ('united states', 'united kingdom', 'rhode island', 'acme ltd')
    """
    key = fold(text)
    for aliases in gazetteer.names().values():
        if key in aliases:
            return aliases[key]
    return key


def table_of(names: Sequence[str]) -> str:
    """
    The table of places that knows all of some names; empty where none does.

    >>> table_of(["Italy", "the U.S."]), table_of(["Georgia", "Ohio"]), table_of(["Acme Ltd"])
    ('country', 'us_state', '')
    """
    known = [kinds(name) for name in names]
    return next((table for table in ("country", "us_state") if all(table in tables for tables in known)), "")


def kinds(text: str) -> tuple[str, ...]:
    """
    The tables of names that know this one.

    >>> kinds("the Netherlands"), kinds("Georgia"), kinds("Acme Ltd")
    (('country',), ('country', 'us_state'), ())
    """
    key = fold(text)
    return tuple(kind for kind, aliases in gazetteer.names().items() if key in aliases)
