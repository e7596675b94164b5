"""
Reading the configuration: the nearest files, then the environment; every error at once, with its line.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from factcheck.config.key import KEYS, OVERRIDE_KEYS, Holds, Key
from factcheck.config.settings import Override, Setting, Settings, Value
from factcheck.config.width import GROUP, REMEDY, hedges, width_of
from factcheck.model.error import FactcheckError, RecordError
from factcheck.model.wording import did_you_mean
from factcheck.sources import decode
from factcheck.sources.file import exists, read_bytes
from factcheck.sources.root import OWN_FILE, SHARED_FILE, Reach, has_table

MAX_BYTES = 4 * 1024 * 1024
"""The largest configuration that is read."""


def load(
    folder: Path, environment: Mapping[str, str], reach: Reach | None = None, config: Path | None = None
) -> Settings:
    """
    The settings that hold in a folder; ``reach`` says how far what its files name may lie, and they themselves;
    ``config`` is a file, wherever it is, that stands for those of the folder and above it.

    Raises FactcheckError with everything that is wrong with them.
    """
    errors: list[RecordError] = []
    values: dict[str, Setting] = {}
    reach = reach or Reach()
    if config is not None and not exists(config):
        raise FactcheckError(RecordError(config.as_posix(), "there is no such file", "Check the path after --config."))
    for path in [config] if config is not None else reversed(_files(folder.absolute(), errors)):
        try:
            if config is None:
                reach.check(path, path.parent, "the configuration")
        except FactcheckError as failure:
            errors += failure.errors
        else:
            values |= _File(path, errors).values()
    values |= _of_environment(environment, errors)
    if errors:
        raise FactcheckError(*dict.fromkeys(errors))
    return Settings(values, reach)


def candidates(folder: Path) -> list[Path]:
    """
    The files that may decide what holds in a folder, there or not: both of each folder upwards, as far as
    the nearest that has one of ours. When none of them changes, no setting of a file does.
    """
    folder, asked = folder.absolute(), list[Path]()
    decisive = {path.parent for path in _files(folder, [])}
    for parent in (folder, *folder.parents):
        asked += [parent / OWN_FILE, parent / SHARED_FILE]
        if parent in decisive:
            break
    return asked


def _files(folder: Path, errors: list[RecordError]) -> list[Path]:
    """The files of the nearest folder that has any, the one that counts more first."""
    for parent in (folder, *folder.parents):
        found = [its for its in (parent / OWN_FILE, parent / SHARED_FILE) if _is_ours(its, errors)]
        if found or errors:
            return found
    return []


def _is_ours(path: Path, errors: list[RecordError]) -> bool:
    """Whether a file that may be there holds settings of ours."""
    if path.name == OWN_FILE:
        return os.path.lexists(path)
    # A pyproject.toml of somebody else costs no more than a search for our name.
    try:
        if b"factcheck" not in (data := read_bytes(path, "", MAX_BYTES)):
            return False
    except FactcheckError:
        return False
    wrong: list[RecordError] = []
    tool = _read(path, wrong).get("tool")
    errors += wrong if has_table(data) else []
    return (isinstance(tool, dict) and "factcheck" in tool) or (bool(wrong) and has_table(data))


def _read(path: Path, errors: list[RecordError]) -> dict[str, Any]:
    """The tables of a file; one that cannot be read is an error."""
    # Imported where there is a file to read: most folders have none.
    import tomllib

    shown = _shown(path)
    text = ""
    try:
        text = decode(read_bytes(path, shown, MAX_BYTES, what="the configuration", remedy="Shorten it."), shown)
        # A width is exact: 0.1 is a tenth.
        return tomllib.loads(text, parse_float=Decimal)
    except FactcheckError as failure:
        errors += failure.errors
    except RecursionError:
        errors.append(RecordError(shown, "the configuration nests too deep", "Check the brackets."))
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"line (\d+), column (\d+)", str(error))
        line, column = (int(where[1]) - 1, int(where[2]) - 1) if where else (0, 0)
        excerpt = text.splitlines()[line : line + 1]
        what = f"this is not TOML: {str(error).partition(' (at')[0]}"
        errors.append(RecordError(shown, what, "", line, column, "$", "".join(excerpt)))
    return {}


def _shown(path: Path) -> str:
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:
        # Windows: another drive.
        return path.as_posix()


def _lines(path: Path) -> list[str]:
    try:
        return read_bytes(path, "", MAX_BYTES).decode("utf-8", "replace").splitlines()
    except FactcheckError:
        return []


class _File:
    """A configuration file, its values checked one by one."""

    def __init__(self, path: Path, errors: list[RecordError]) -> None:
        self.path, self.errors = path, errors
        tables = _read(path, errors)
        self.table: Any = tables.get("tool", {}).get("factcheck", {}) if path.name == SHARED_FILE else tables
        self.lines = _lines(path)
        self.first = 0
        if path.name == SHARED_FILE:
            self.first = next((at for at, line in enumerate(self.lines) if "tool.factcheck" in line), 0)

    def values(self) -> dict[str, Setting]:
        """The settings that the file gives."""
        if not isinstance(self.table, dict):
            self.error("tool.factcheck", "factcheck must be a table", "Write `[tool.factcheck]`.")
            return {}
        values = {}
        for key in self.known(self.table, KEYS):
            value = self.value(key, self.table[key.name])
            if value is not None:
                values[key.name] = Setting(value, self.origin(key.name), self.path.parent)
        return values

    def known(self, table: Mapping[str, object], keys: Sequence[Key]) -> list[Key]:
        """The keys that a table has; one that is not known is an error."""
        names = [key.name for key in keys]
        for name in table:
            if name not in names:
                self.error(name, f"unknown key “{name}”", did_you_mean(name, names))
        return [key for key in keys if key.name in table]

    def value(self, key: Key, value: object) -> Value | None:
        """The value of a key, or ``None`` after an error."""
        if key.holds == Holds.TEXT and isinstance(value, str):
            return self.text(key, value)
        if key.holds == Holds.TEXTS and isinstance(value, list) and all(isinstance(its, str) for its in value):
            texts = [self.text(key, its) for its in value]
            return tuple(its for its in texts if its is not None)
        if key.holds == Holds.NAMES and isinstance(value, dict):
            return self.names(key, value)
        if key.holds == Holds.WIDTHS and isinstance(value, dict):
            return self.widths(value)
        if key.holds == Holds.OVERRIDES and isinstance(value, list) and all(isinstance(its, dict) for its in value):
            return tuple(its for table in value if (its := self.override(table)) is not None)
        self.error(key.name, f"{key.name} must be {key.holds.value}", "")
        return None

    def text(self, key: Key, text: str) -> str | None:
        """A text of a key: one of its words, or a path."""
        if wrong := key.wrong(text):
            self.error(key.name, f"{key.name} cannot be “{wrong[:40]}”", did_you_mean(wrong, key.choices))
            return None
        if key.path:
            return _shown(Path(os.path.normpath(self.path.parent / text)))
        return text

    def names(self, key: Key, table: dict[str, object]) -> Value | None:
        """A table of names, each with one further name or a list of them."""
        names = {}
        for name, others in table.items():
            listed = [others] if isinstance(others, str) else others
            if not isinstance(listed, list) or not all(isinstance(its, str) for its in listed):
                self.error(name, f"the aliases of “{name}” must be texts", 'Write `"United States" = ["the States"]`.')
                return None
            names[name] = tuple(listed)
        return names

    def widths(self, table: dict[str, object]) -> Value | None:
        """A table of widths, by the words of a hedge."""
        known = hedges()
        free = [GROUP, *(words for words, hedge in known.items() if not hedge.bound)]
        found = {}
        for words, value in table.items():
            width = width_of(value)
            if words not in free and words in known:
                self.error(words, f"“{words}” is a bound: it has no width", "Give the rule a `tolerance:`.")
            elif words not in free:
                self.error(words, f"there is no hedge “{words}”", did_you_mean(words, free))
            elif width is None:
                self.error(words, f"the width of “{words}” cannot be “{str(value)[:40]}”", REMEDY)
            else:
                found[words] = width
        return found

    def override(self, table: dict[str, object]) -> Override | None:
        """An entry of `overrides`."""
        found: dict[str, Value] = {}
        for key in self.known(table, OVERRIDE_KEYS):
            value = self.value(key, table[key.name])
            if value is None:
                return None
            found[key.name] = value
        paths, ignore, fail_on = found.get("paths", ()), found.get("ignore", ()), found.get("fail-on", "")
        assert isinstance(paths, tuple) and isinstance(ignore, tuple) and isinstance(fail_on, str)
        if not paths:
            self.error("overrides", "an override has no paths", 'Write `paths = ["drafts/*"]`.')
            return None
        own = [tuple(its for its in texts if isinstance(its, str)) for texts in (paths, ignore)]
        return Override(own[0], own[1], fail_on, self.path.parent, self.origin("overrides"))

    def origin(self, name: str) -> str:
        """File and line of a key."""
        return f"{_shown(self.path)}:{self.line(name) + 1}"

    def line(self, name: str) -> int:
        """The 0-based line of a key, as far as it can be told: TOML keeps none."""
        word = rf"[\"']?{re.escape(name)}[\"']?"
        # `name = …`, `name.x = …`; `[tool.factcheck.name]`, `[[…name]]`; `{…, name = …}`.
        wanted = re.compile(rf"\s*(?:{word}\s*[=.]|\[+(?:[^\]]*\.)?\s*{word}\s*\]|.*[{{,]\s*{word}\s*=)")
        for at in range(self.first, len(self.lines)):
            if wanted.match(self.lines[at]):
                return at
        return self.first

    def error(self, name: str, what: str, remedy: str) -> None:
        """Note an error at a key."""
        line = self.line(name)
        excerpt = self.lines[line] if line < len(self.lines) else ""
        column = max(excerpt.find(name), 0)
        self.errors.append(RecordError(_shown(self.path), what, remedy, line, column, "$", excerpt))


def _of_environment(environment: Mapping[str, str], errors: list[RecordError]) -> dict[str, Setting]:
    values: dict[str, Setting] = {}
    for key in KEYS:
        text = environment.get(key.variable, "") if key.variable else ""
        if not text:
            continue
        separator = os.pathsep if key.path else ","
        texts = [its.strip() for its in text.split(separator)] if key.holds == Holds.TEXTS else [text]
        for its in texts:
            if wrong := key.wrong(its):
                what = f"{key.name} cannot be “{wrong[:40]}”"
                errors.append(RecordError(key.variable, what, did_you_mean(wrong, key.choices)))
        own = tuple(filter(None, texts))
        values[key.name] = Setting(own if key.holds == Holds.TEXTS else text, key.variable)
    return values
