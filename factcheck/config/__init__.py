"""
Settings: what a project decides once, in ``factcheck.toml`` or under ``[tool.factcheck]`` of pyproject.toml.

Command line before environment before ``factcheck.toml`` before ``pyproject.toml``, of the nearest
folder upwards that has either. A key that is not known is an error.
"""

from factcheck.config.key import KEYS, Key
from factcheck.config.load import candidates, load
from factcheck.config.settings import Override, Setting, Settings

__all__ = ["KEYS", "Key", "Override", "Setting", "Settings", "candidates", "load"]
