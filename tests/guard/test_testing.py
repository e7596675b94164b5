"""
An assertion for tests of what language models write, and the fixture.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck import testing
from factcheck.plugin import assert_supported as assert_supported

ROWS = [{"region": "North", "units": 1200}, {"region": "South", "units": 900}]


def test_the_message_is_the_table_of_discrepancies(assert_supported: Callable[..., None]) -> None:
    assert_supported("The North sold 1,200 units.", ROWS)
    with pytest.raises(AssertionError) as failure:
        assert_supported("The North sold 900 units, and 77 dogs barked.", ROWS)
    lines = str(failure.value).splitlines()
    assert lines[0] == "the sources do not support the answer"
    assert [line.split()[0] for line in lines[1:]] == ["problem", "subject", "unsupported"]


def test_what_cannot_be_judged_is_no_success() -> None:
    for answer, sources in (("", ROWS), ("45", [])):
        with pytest.raises(ValueError, match=r"no source|empty"):
            testing.assert_supported(answer, sources)
