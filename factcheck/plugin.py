"""
The fixture of pytest: ``assert_supported``, there as soon as the package is installed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


@pytest.fixture
def assert_supported() -> Callable[..., None]:
    """Assert that sources support every number of an answer (``factcheck.testing.assert_supported``)."""

    # Imported when a test asks for it: a run of tests that do not pays nothing.
    def check(answer: str, sources: Any, *, strict: bool = False) -> None:
        __tracebackhide__ = True
        from factcheck import testing

        testing.assert_supported(answer, sources, strict=strict)

    return check
