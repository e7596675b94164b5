"""
The collector of circular garbage, switched off where there is none.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """
    Run without the cyclic collector.

    Texts, claims, rules and findings hold no circles (tests say so): what is no longer used is freed at
    once by its count of references. The collector would find nothing, and looks for it through all that
    is loaded, again and again as that grows: a fifth of the time at 100,000 claims, and 11 of 330 ms
    where a page is scanned, for the modules alone.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            # Old from now on: or it would begin by looking through all that was loaded meanwhile.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
