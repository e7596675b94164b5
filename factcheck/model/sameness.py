"""
The learned weights of sameness: how much each thing speaks for two numbers being one fact, or against it.

``model/en/sameness.yaml`` has a set for what the words say of a pair ("pair"), and one for each class of numbers for
what the text adds. ``learning/fit.py`` makes the file; nothing here learns.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from factcheck.model import table


@cache
def weights(part: str) -> Callable[[str], int]:
    """
    How much a named thing weighs in one part of the table; 0 where it is not named [tenths of a natural logarithm of
    odds].

    >>> weights("pair")("noun shared") > 0, weights("pair")("a name that the table has not")
    (True, 0)
    """
    found = _weights().get(part, {})
    return lambda name: found.get(name, 0)


@cache
def _weights() -> Mapping[str, Mapping[str, int]]:
    content = table.read("sameness")
    return {part: {name: int(weight) for name, weight in named.items()} for part, named in content.items()}
