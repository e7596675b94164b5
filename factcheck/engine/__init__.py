"""
The engine: a ClaimSet in, a Report out; pure.
"""

from factcheck.engine.evaluate import evaluate

__all__ = ["evaluate"]
