"""
For tests of what language models write: an assertion, and a fixture of pytest.

The fixture ``assert_supported`` is there as soon as the package is installed.
"""

from __future__ import annotations

from typing import Any

from factcheck import api


def assert_supported(answer: str, sources: Any, *, strict: bool = False) -> None:
    """
    Assert that the sources support every number of an answer; what they do not is the message, as a table.

    Raises AssertionError where ``guard`` refuses the answer; ValueError and TypeError as ``guard`` does.

    >>> assert_supported("Police made 45 arrests.", "On Monday police made 45 arrests.")
    """
    # No line of pytest's own belongs into the message.
    __tracebackhide__ = True
    result = api.guard(answer, sources, strict=strict)
    if not result.ok:
        raise AssertionError(f"the sources do not support the answer\n{result}")
