"""
Frozen values: dataclasses that the type checker keeps from being changed, at no cost when the program runs.

``dataclass(frozen=True)`` sets each field by a call of ``object.__setattr__``: of ten fields that takes 1.6
microseconds, and a plain assignment 0.3 (Python 3.11). A run makes hundreds of thousands of values, and an eighth of
it went there. So nothing is refused at run time; mypy, which must pass in strict mode, refuses every assignment to a
field (T. Tvrtković, "Zero-Overhead Frozen Attrs Classes", 2022). Slots refuse a field that there is not.

Some ninety classes of values are made at every start of the command line. ``dataclasses`` compiles six methods for
each, this one: comparing, hashing and printing need no code of their own, as a getter of all fields serves them as
fast.
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
    Make a class a dataclass with slots, frozen for the type checker, equal and hashed by its fields (but
    ``compare=False``).

    >>> @frozen
    ... class Point:
    ...     x: int
    ...     y: int = 0
    >>> Point(1), Point(1) == Point(1, 0), len({Point(1), Point(1, 0)}), Point(1) == (1, 0)
    (Point(x=1, y=0), True, 1, False)
    """
    made: Any = dataclass(slots=True, eq=False, repr=False)(cls)
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
