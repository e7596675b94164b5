"""
The gazetteer: names of countries, states and unions with their aliases, and the countries of a region.
"""

from __future__ import annotations

from functools import cache

from factcheck.model.table import TableError, read


@cache
def names() -> dict[str, dict[str, str]]:
    """
    The tables of names: for each kind, every folded alias and the name itself.

    >>> names()["country"]["us"], names()["us_state"]["ri"]
    ('united states', 'rhode island')
    """
    tables = {}
    for kind, entry in read("names")["tables"].items():
        if not entry.get("reference"):
            raise TableError(f"names.yaml, {kind}: no reference")
        aliases: dict[str, str] = {}
        for name, others in entry["names"].items():
            aliases.update(dict.fromkeys((name, *others), name))
        tables[kind] = aliases
    return tables


@cache
def regions() -> dict[str, frozenset[str]]:
    """
    The regions and unions, each with the countries in it, as ``names`` calls them.

    >>> "switzerland" in regions()["europe"], "switzerland" in regions()["european union"]
    (True, False)
    """
    found = {}
    for kind, entry in read("regions")["tables"].items():
        if not entry.get("reference"):
            raise TableError(f"regions.yaml, {kind}: no reference")
        found.update({name: frozenset(countries) for name, countries in entry["countries"].items()})
    return found
