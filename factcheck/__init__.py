"""
factcheck: a type checker for the numbers in a text.
"""

from factcheck.model.version import VERSION

__version__ = VERSION
