"""
Frozen values are dataclasses that nobody changes: the type checker sees to it.
"""

from __future__ import annotations

import copy
import pickle
from dataclasses import field, fields, replace
from pathlib import Path

import pytest

from factcheck.model.frozen import frozen


@frozen
class Span:
    """Two ends, the second not before the first."""

    start: int
    end: int = 0
    names: list[str] = field(default_factory=list, compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError("the end goes before the start")


def test_a_value_has_its_fields_and_no_others() -> None:
    """That a field is not assigned to is for the type checker to say: see the next test."""
    with pytest.raises(AttributeError):
        Span(1, 2).other = 3  # type: ignore[attr-defined]
    assert not hasattr(Span(1, 2), "__dict__")


def test_the_type_checker_refuses_an_assignment(tmp_path: Path) -> None:
    """Nothing does at run time; mypy passes over the whole package in `.ci/run`."""
    api = pytest.importorskip("mypy.api", reason="mypy comes with the extra `lint`")
    program = tmp_path / "change.py"
    program.write_text(
        "from factcheck.model.interval import Interval\n\nits = Interval(1, 2)\nits.lower = 3\n", encoding="utf-8"
    )
    said, _, status = api.run([str(program), "--no-incremental", "--follow-imports=silent"])
    assert (status, "is read-only" in said) == (1, True), said


def test_fields_are_given_by_place_or_by_name_and_have_defaults() -> None:
    """A default that is made is made anew for each."""
    assert Span(end=2, start=1) == Span(1, 2)
    assert Span(0).end == 0
    assert Span(0).names is not Span(0).names
    assert [its.name for its in fields(Span)] == ["start", "end", "names"]


@pytest.mark.parametrize(("given", "named"), [((), {}), ((1, 2, [], 4), {}), ((1,), {"other": 2})], ids=str)
def test_a_field_that_lacks_or_is_unknown_is_a_type_error(given: tuple[int, ...], named: dict[str, int]) -> None:
    """As of any call."""
    with pytest.raises(TypeError, match="__init__"):
        Span(*given, **named)  # type: ignore[arg-type]


def test_a_value_is_checked_when_it_is_full() -> None:
    """By its own ``__post_init__``, which may read all fields and set none."""
    with pytest.raises(ValueError, match="the end goes before the start"):
        Span(2, 1)
    with pytest.raises(ValueError, match="the end goes before the start"):
        replace(Span(1, 2), start=3)


def test_equality_is_of_the_class_and_the_compared_fields() -> None:
    """A twin by another class is another value."""

    @frozen
    class Other:
        start: int
        end: int = 0

    assert Span(1, 2, ["a"]) == Span(1, 2, ["b"])
    assert hash(Span(1, 2)) == hash(Span(1, 2, ["a"]))
    assert Span(1, 2) != Other(1, 2)
    assert repr(Span(1, 2, ["a"])) == "Span(start=1, end=2)"


def test_values_are_copied_and_pickled() -> None:
    """Processes that share the work send them to each other."""
    span = Span(1, 2, ["a"])
    for twin in (copy.copy(span), copy.deepcopy(span), pickle.loads(pickle.dumps(span))):
        assert (twin, twin.names, type(twin)) == (span, ["a"], Span)
