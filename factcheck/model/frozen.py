"""
Frozen values: what ``dataclass(frozen=True, slots=True)`` makes, for two thirds of its start-up cost.

Some ninety classes of values are made at every start of the command line. ``dataclasses`` compiles six
methods for each; comparing, hashing and printing need no code of their own, as a getter of all fields
serves them as fast (measured: 22 of 330 ms for a scan of one page, Python 3.11).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, cast, dataclass_transform

_Class = TypeVar("_Class", bound=type)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: _Class) -> _Class:
    """
    Make a class a frozen dataclass with slots, equal and hashed by its fields (but ``compare=False``).

    >>> @frozen
    ... class Point:
    ...     x: int
    ...     y: int = 0
    >>> Point(1), Point(1) == Point(1, 0), len({Point(1), Point(1, 0)}), Point(1) == (1, 0)
    (Point(x=1, y=0), True, 1, False)
    >>> Point(1).x = 2
    Traceback (most recent call last):
    dataclasses.FrozenInstanceError: cannot assign to field 'x'
    """
    made: Any = dataclass(frozen=True, slots=True, eq=False, repr=False)(cls)
    compared = tuple(f.name for f in fields(made) if f.compare)
    made.__eq__, made.__hash__ = _equality(attrgetter(*compared) if compared else lambda _: ())
    # One that the class brings itself is kept, as by ``dataclass``.
    if made.__repr__ is object.__repr__:
        made.__repr__ = _represent
    return cast("_Class", made)


def _equality(content: Callable[[Any], Any]) -> tuple[Any, Any]:
    """Equality with another value of the same class, and the hash that goes with it."""

    def equal(self: Any, other: object) -> Any:
        return content(self) == content(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(content(self))

    return equal, hashed


def _represent(self: Any) -> str:
    content = ", ".join(f"{f.name}={getattr(self, f.name)!r}" for f in fields(self) if f.repr)
    return f"{type(self).__qualname__}({content})"
