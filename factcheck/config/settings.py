"""
The settings of a run, each with where it comes from.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from fnmatch import fnmatchcase
from pathlib import Path

from factcheck.config.key import KEYS, LEVELS
from factcheck.config.width import toml
from factcheck.model.finding import Finding
from factcheck.model.frozen import frozen
from factcheck.model.quantity import Width
from factcheck.sources.root import Reach

Value = str | tuple[str, ...] | Mapping[str, tuple[str, ...]] | Mapping[str, Width] | tuple["Override", ...]
DEFAULT = "default"


@frozen
class Override:
    """Other settings for some paths."""

    paths: tuple[str, ...]
    """Patterns, relative to ``folder``; ``*`` stands for any letters, slashes too."""
    ignore: tuple[str, ...]
    fail_on: str
    """Empty where it says nothing."""
    folder: Path
    origin: str

    def covers(self, finding: Finding) -> bool:
        """Whether a finding is about one of its paths: as a source, or as a claim file."""
        own = [self._seen(path) for path in {finding.path, finding.file, *(its.path for its in finding.locations[:1])}]
        return any(fnmatchcase(path, pattern) for path in own for pattern in self._patterns())

    def _patterns(self) -> list[str]:
        return [f"{path}*" if path.endswith("/") else path.replace("**", "*") for path in self.paths]

    def _seen(self, path: str) -> str:
        try:
            return Path(os.path.relpath(path, self.folder)).as_posix() if path else ""
        except ValueError:
            # Windows: another drive.
            return path


@frozen
class Setting:
    """A value, and where it comes from: "default", "command line", a variable, or file and line."""

    value: Value
    origin: str = DEFAULT
    folder: Path | None = None
    """Of a setting that a file of the tree says, the folder of that file: it may name no path outside of the root."""


@frozen
class Settings:
    """The settings of a run, by key."""

    values: Mapping[str, Setting] = field(default_factory=dict)
    reach: Reach = field(default_factory=Reach)
    """How far records, settings and links may reach."""

    def text(self, key: str, default: str = "") -> str:
        """The text of a key."""
        value = self.values[key].value if key in self.values else default
        assert isinstance(value, str)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a key."""
        value = self.values[key].value if key in self.values else ()
        assert isinstance(value, tuple)
        return tuple(its for its in value if isinstance(its, str))

    @property
    def aliases(self) -> Mapping[str, Sequence[str]]:
        """Further names of a name."""
        value = self.values["aliases"].value if "aliases" in self.values else {}
        assert isinstance(value, Mapping)
        return {name: its for name, its in value.items() if not isinstance(its, Width)}

    @property
    def hedges(self) -> Mapping[str, Width]:
        """How far hedges reach, by their words or their modifier."""
        value = self.values["hedges"].value if "hedges" in self.values else {}
        assert isinstance(value, Mapping)
        return {words: its for words, its in value.items() if isinstance(its, Width)}

    @property
    def overrides(self) -> tuple[Override, ...]:
        """Other settings for some paths, in order; of two that cover a finding the later counts."""
        value = self.values["overrides"].value if "overrides" in self.values else ()
        assert isinstance(value, tuple)
        return tuple(its for its in value if isinstance(its, Override))

    def given(self, key: str, value: str | Sequence[str] | None, origin: str = "command line") -> Settings:
        """The settings with a value from the command line, where there is one."""
        if not value:
            return self
        own: Value = value if isinstance(value, str) else tuple(value)
        return replace(self, values={**self.values, key: Setting(own, origin)})

    def with_more(self, key: str, values: Sequence[str]) -> Settings:
        """The settings with more values for a key from the command line, beside those it has."""
        return self.given(key, (*self.texts(key), *values)) if values else self

    def check(self, key: str, path: Path) -> None:
        """
        Raises FactcheckError where a file of the tree sets a path that it may not name. Of the person, any is right.
        """
        setting = self.values.get(key)
        if setting is not None and setting.folder is not None:
            self.reach.check(path, setting.folder, f"what {key} names ({setting.origin})")

    def without(self, key: str) -> Settings:
        """The settings as if a key had not been set."""
        return replace(self, values={name: its for name, its in self.values.items() if name != key})

    def ignores(self, finding: Finding) -> str:
        """Where it is said that a finding is let pass; empty where nothing says so."""
        selected = self.texts("select")
        if selected and finding.kind not in selected:
            return f"{finding.kind} is not selected ({self.values['select'].origin})"
        if finding.kind in self.texts("ignore"):
            return f"{finding.kind} is ignored ({self.values['ignore'].origin})"
        for override in reversed(self.overrides):
            if finding.kind in override.ignore and override.covers(finding):
                return f"{finding.kind} is ignored for {', '.join(override.paths)} ({override.origin})"
        return ""

    def fail_on(self, finding: Finding) -> str:
        """From which severity on a finding makes a run fail; one of a problem that is named fails it anyway."""
        words = [its.strip() for its in self._fail_on(finding).split(",")]
        if finding.problem is not None and finding.problem.value in words:
            return finding.severity.value
        return next((its for its in words if its in LEVELS), "error")

    def _fail_on(self, finding: Finding) -> str:
        if self.values.get("fail-on", Setting("")).origin != "command line":
            for override in reversed(self.overrides):
                if override.fail_on and override.covers(finding):
                    return override.fail_on
        return self.text("fail-on", "error")

    def lines(self) -> list[str]:
        """Every setting as a line of TOML, with where it comes from."""
        rows = []
        for key in KEYS:
            setting = self.values.get(key.name)
            if setting is None and key.default:
                rows.append((f"{key.name} = {key.default}", DEFAULT))
            elif setting is None:
                rows.append((f"# {key.name}", "not set"))
            elif key.name == "overrides":
                rows += [(f"overrides = {_override(its)}", its.origin) for its in self.overrides]
            else:
                rows.append((f"{key.name} = {_toml(setting.value)}", setting.origin))
        width = min(60, max(len(left) for left, _ in rows))
        return [f"{left:{width}}  # {origin}" for left, origin in rows]


def _override(override: Override) -> str:
    own: dict[str, Value] = {"paths": override.paths, "ignore": override.ignore, "fail-on": override.fail_on}
    return f"[{{{', '.join(f'{key} = {_toml(value)}' for key, value in own.items() if value)}}}]"


def _toml(value: Value | Width) -> str:
    if isinstance(value, Width):
        return toml(value)
    if isinstance(value, str):
        # Imported for `--show-settings` alone.
        import json

        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_toml(name)} = {_toml(names)}' for name, names in value.items())}}}"
    return f"[{', '.join(_toml(its) for its in value if isinstance(its, str))}]"
