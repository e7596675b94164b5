"""
Frozen values: what ``dataclass(frozen=True, slots=True)`` makes, at a third of its cost.

``dataclasses`` sets each field of a frozen value by a call of ``object.__setattr__``: of ten fields that takes 1.6
microseconds, and a plain assignment 0.3 (Python 3.11). A run makes hundreds of thousands of values, and an eighth of
it went there. So a value is filled as one of a twin class that may be assigned to, and turned into the frozen class
when it is full.

Some ninety classes of values are made at every start of the command line. ``dataclasses`` compiles six methods for
each, ``frozen`` one: comparing, hashing and printing need no code of their own, as a getter of all fields serves
them as fast.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, cast, dataclass_transform

_Class = TypeVar("_Class", bound=type)

_become: Callable[[object, type], None] = vars(object)["__class__"].__set__


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
    made: Any = dataclass(init=False, eq=False, repr=False, slots=True)(cls)
    compared = tuple(f.name for f in fields(made) if f.compare)
    made.__eq__, made.__hash__ = _equality(attrgetter(*compared) if compared else lambda _: ())
    # One that the class brings itself is kept, as by ``dataclass``.
    if made.__repr__ is object.__repr__:
        made.__repr__ = _represent
    plain = {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    made.__init__ = _initialiser(made, type(cls.__name__, (made,), plain), fields(made))
    made.__setattr__, made.__delattr__ = _refuse_to_assign, _refuse_to_delete
    made.__getstate__, made.__setstate__ = _state, _restore
    return cast("_Class", made)


def _initialiser(made: type, twin: type, its: tuple[Field[Any], ...]) -> Callable[..., None]:
    """The ``__init__`` of a class: it fills a value as one of the twin, and closes it."""
    known: dict[str, Any] = {"_become": _become, "_twin": twin, "_made": made, "_missing": MISSING}
    parameters, lines = ["self"], ["    _become(self, _twin)"]
    for f in its:
        value = f.name
        if f.default is not MISSING:
            known[f"_default_{f.name}"] = f.default
            parameters.append(f"{f.name}=_default_{f.name}")
        elif f.default_factory is not MISSING:
            known[f"_factory_{f.name}"] = f.default_factory
            parameters.append(f"{f.name}=_missing")
            value = f"_factory_{f.name}() if {f.name} is _missing else {f.name}"
        else:
            parameters.append(f.name)
        lines.append(f"    self.{f.name} = {value}")
    lines.append("    self.__class__ = _made")
    if hasattr(made, "__post_init__"):
        lines.append("    self.__post_init__()")
    # As ``dataclasses`` does it: the text is made of the names of this program's own fields, never of an input.
    exec(f"def __init__({', '.join(parameters)}):\n" + "\n".join(lines), known)  # noqa: S102
    made_init: Callable[..., None] = known["__init__"]
    made_init.__qualname__ = f"{made.__qualname__}.__init__"
    return made_init


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


def _refuse_to_assign(self: Any, name: str, value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    """What is pickled."""
    return [getattr(self, f.name) for f in fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for f, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, f.name, value)
