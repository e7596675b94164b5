"""
The gate: a text that nobody trusts, held against what it was made from, and let through or not.

It fails closed: a number goes through only where something was found that supports it (``hold``). Sources are
texts, or data, whose rows and columns say what a number is of (``source``, ``grid``, ``cell``).
"""
