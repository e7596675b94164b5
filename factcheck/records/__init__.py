"""
Claim files to and from a ClaimSet: the YAML that people write, with every error and its place.
"""

from factcheck.records.load import load

__all__ = ["load"]
