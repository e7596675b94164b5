"""
factcheck: a type checker for the numbers in a text.

``read``, ``load``, ``verify``, ``scan``, ``compare`` and ``draft`` are the command line's work from Python;
``guard`` is the gate for a text that nobody trusts (factcheck/api.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.model.version import VERSION

if TYPE_CHECKING:
    from factcheck.api import compare, document, draft, guard, judge, load, prepare, read, scan, verify

__version__ = VERSION
__all__ = ["compare", "document", "draft", "guard", "judge", "load", "prepare", "read", "scan", "verify"]


def __getattr__(name: str) -> Any:
    # Looked up when first used: `factcheck --version` loads none of the rooms.
    if name in __all__:
        from factcheck import api

        return getattr(api, name)
    raise AttributeError(f"module 'factcheck' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
