"""
Every regular expression of the package, and the texts that would make each go astray if any does.

A pattern is slow on repeats of what it repeats itself: "(a+)+$" on many "a" and something else behind them. So each
repeat in the parsed pattern is fed its own body over and over, behind what the pattern asks for before it, and
the characters of the whole pattern one by one.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import time
from collections.abc import Iterator
from pathlib import Path
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import factcheck
from factcheck.model.regex import Regex

POOL = " \n\ta1.,-A\"'(:=|*<>[$%#_&b;/é/—“"
"""One character at least of each class that the patterns tell apart."""
TAILS = ("\0", " \0")
"""What ends an attack: what hardly a pattern expects."""
LONG = 8
"""From so many times on a repeat is worth attacking."""
SHORTEST, LONGEST = 16, 640
"""Lengths of attacks [characters]."""
NOTICED = 0.002
"""From here on an attack grows slowly, so that an exponential pattern is stopped in time [CPU s]."""

_CALLS = {"regex", "compile", "match", "search", "fullmatch", "finditer", "findall", "sub", "split"}


def patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern of the package, by the module that it stands in and its source."""
    found: dict[str, re.Pattern[str]] = {}
    for info in pkgutil.walk_packages(factcheck.__path__, "factcheck."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        for value in (*_held(module), *_written(Path(module.__file__ or ""))):
            found.setdefault(f"{info.name.removeprefix('factcheck.')}: {value.pattern}", value)
    return found


def slow(pattern: re.Pattern[str], seconds: float) -> str:
    """The first attack for which a pattern takes longer [CPU s]; empty where there is none."""
    for attack in attacks(pattern):
        size = SHORTEST
        while size <= LONGEST:
            text = attack[0] + attack[1] * (size // len(attack[1]) + 1) + attack[2]
            started = time.process_time()
            pattern.search(text)
            taken = time.process_time() - started
            if taken > seconds:
                return f"{size} characters of {attack!r}"
            # What takes b to the n is not noticed at n, and at 1.5 n takes less than a second.
            size += size // 2 if taken < NOTICED else max(2, size // 20)
    return ""


def attacks(pattern: re.Pattern[str]) -> list[tuple[str, str, str]]:
    """What to try on a pattern: what stands before, what is repeated, what ends it."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    bodies: dict[tuple[str, str], None] = {}
    for before, body in _repeats(list(tree), ""):
        for its in _samples(body)[:6]:
            if its:
                bodies[before, its] = None
                bodies["", its] = None
    for its in _alphabet(tree):
        bodies["", its] = None
    return [(before, body, tail) for before, body in bodies for tail in TAILS]


def _held(module: Any) -> Iterator[re.Pattern[str]]:
    """Patterns that are values of a module, or what its cached functions without parameters make."""
    for value in vars(module).values():
        if isinstance(value, Regex):
            yield re.compile(value.pattern, value.flags)
        elif isinstance(value, re.Pattern):
            yield value
        elif hasattr(value, "cache_info") and not inspect.signature(value).parameters:
            made = value()
            if isinstance(made, re.Pattern):
                yield made


def _written(path: Path) -> Iterator[re.Pattern[str]]:
    """Patterns that are written where they are used."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and _name(node.func) in _CALLS:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield re.compile(first.value)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id == "re":
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _repeats(items: list[Any], before: str) -> Iterator[tuple[str, Any]]:
    """Each long repeat in a sequence, with a text that leads to it."""
    for code, value in items:
        if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            _, most, body = value
            if most >= LONG:
                yield before, body
            yield from _repeats(list(body), before)
        for inner in _inside(code, value):
            yield from _repeats(list(inner), before)
        before += (_samples([(code, value)]) or [""])[0]


def _inside(code: Any, value: Any) -> list[Any]:
    if code == op.SUBPATTERN:
        return [value[3]]
    if code == op.BRANCH:
        return list(value[1])
    if code == op.ATOMIC_GROUP:
        return [value]
    if code in (op.ASSERT, op.ASSERT_NOT):
        return [value[1]]
    return []


def _samples(items: Any) -> list[str]:
    """A few short texts that a sequence matches."""
    found = [""]
    for code, value in items:
        choices = _choices(code, value)
        found = [head + tail for head in found for tail in choices][:12]
    return found


def _choices(code: Any, value: Any) -> list[str]:
    if code == op.LITERAL:
        return [chr(value)]
    if code in (op.IN, op.NOT_LITERAL, op.ANY, op.CATEGORY):
        return _of_class(code, value)[:4] or [""]
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        least, _, body = value
        return [its * max(least, 1) for its in _samples(body)]
    if code in (op.SUBPATTERN, op.ATOMIC_GROUP, op.BRANCH):
        return [its for inner in _inside(code, value) for its in _samples(inner)] or [""]
    return [""]


def _of_class(code: Any, value: Any) -> list[str]:
    """The characters of the pool, and of its own, that a class holds."""
    items = [] if code in (op.ANY, op.NOT_LITERAL) else value
    own = [chr(its[1]) for its in items if its[0] == op.LITERAL and its[1] < 0x3000]
    own += [chr(its[1][0]) for its in items if its[0] == op.RANGE]
    return [its for its in dict.fromkeys([*own, *POOL]) if _holds(code, value, its)]


def _holds(code: Any, value: Any, character: str) -> bool:
    if code == op.ANY:
        return character != "\n"
    if code == op.NOT_LITERAL:
        return ord(character) != value
    negated, found = False, False
    for kind, its in value:
        if kind == op.NEGATE:
            negated = True
        elif kind == op.LITERAL:
            found |= ord(character) == its
        elif kind == op.RANGE:
            found |= its[0] <= ord(character) <= its[1]
        elif kind == op.CATEGORY:
            found |= _CATEGORIES[its](character)
    return found != negated


_CATEGORIES = {
    getattr(op, f"CATEGORY_{name}"): (lambda its, test=re.compile(test): bool(test.match(its)))
    for name, test in {
        "DIGIT": r"\d", "NOT_DIGIT": r"\D", "SPACE": r"\s", "NOT_SPACE": r"\S", "WORD": r"\w", "NOT_WORD": r"\W",
    }.items()
}  # fmt: skip


def _alphabet(tree: Any) -> list[str]:
    """The characters of a pattern, each once."""
    found: dict[str, None] = {}
    stack = list(tree)
    while stack:
        code, value = stack.pop()
        if code in (op.LITERAL, op.IN, op.NOT_LITERAL):
            found.update(dict.fromkeys(_choices(code, value)))
        elif code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            stack += value[2]
        for inner in _inside(code, value):
            stack += inner
    return [its for its in found if its][:16]
