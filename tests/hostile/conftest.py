"""
The generators of `benchmarks/` are at hand: what is run at length by hand or at night is run shortly here.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
