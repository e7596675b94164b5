"""
factcheck: a type checker for the numbers in a text.
"""

__version__ = "0.1.0"
