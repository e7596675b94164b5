"""
A name as a part of an id.
"""

from __future__ import annotations

import re
import unicodedata


def slug(key: str) -> str:
    """
    The part of an id that stands for a name.

    >>> slug("united states"), slug("côte d'ivoire")
    ('united_states', 'cote_d_ivoire')
    """
    plain = unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain.lower()).strip("_") or "item"
