"""
Paths as messages print them.
"""

from __future__ import annotations

import os
from pathlib import Path


def shown_path(path: Path) -> str:
    """A path as messages print it: relative to the working directory where it lies below, forward slashes."""
    try:
        relative = os.path.relpath(path)
    except ValueError:
        # Windows: another drive.
        return path.as_posix()
    up = Path(relative).parts.count("..")
    return (Path(relative) if up <= 2 else path).as_posix()
