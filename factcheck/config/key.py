"""
The keys of the configuration: what each holds, and how the environment says it.
"""

from __future__ import annotations

from enum import StrEnum

from factcheck.checks import KINDS
from factcheck.model.finding import Problem
from factcheck.model.frozen import frozen

FINDING_KINDS = (*KINDS, "quote", "evidence", "joint")
"""Every kind of finding that may be ignored: the check kinds, and what a record implies."""


class Holds(StrEnum):
    """What a key holds."""

    TEXT = "text"
    TEXTS = "a list of texts"
    NAMES = "a table of names"
    WIDTHS = "a table of widths"
    OVERRIDES = "a list of tables"


@frozen
class Key:
    """A key of the configuration."""

    name: str
    holds: Holds
    about: str
    choices: tuple[str, ...] = ()
    """The words that it may hold; empty for any."""
    path: bool = False
    """Whether its texts are paths, relative to the file that says them."""
    many: bool = False
    """Whether its text may be several of the words, with commas."""
    default: str = ""
    """What holds where nothing is said, as TOML; empty for nothing."""

    def wrong(self, text: str) -> str:
        """The first of its words that it may not hold; empty where all are right."""
        words = [its.strip() for its in text.split(",")] if self.many else [text]
        return next((its or "," for its in words if its not in self.choices), "") if self.choices else ""

    @property
    def variable(self) -> str:
        """Its variable in the environment; empty where a variable cannot hold it."""
        if self.holds in (Holds.NAMES, Holds.WIDTHS, Holds.OVERRIDES):
            return ""
        return f"FACTCHECK_{self.name.upper().replace('-', '_')}"


LEVELS = ("error", "warning", "note", "never")
PROBLEMS = tuple(its.value for its in Problem)
"""What may be wrong with a number that is held against sources."""
FAIL_ON = (*LEVELS, *PROBLEMS)
KEYS = (
    Key("paths", Holds.TEXTS, "Claim files, or folders of them.", path=True, default='["claims"]'),
    Key(
        "fail-on",
        Holds.TEXT,
        "The least severity that makes the exit status 1, and problems that do.",
        FAIL_ON,
        many=True,
        default='"error"',
    ),
    Key("require", Holds.TEXT, "The least that every number must be worth.", ("limited", "tested", "backed")),
    Key("report", Holds.TEXTS, "Reports: FORMAT, or FORMAT=PATH."),
    Key("baseline", Holds.TEXT, "A file of known findings.", path=True),
    Key("ignore", Holds.TEXTS, "Kinds of findings that are let pass.", FINDING_KINDS),
    Key("select", Holds.TEXTS, "Kinds of findings that are told, and no others.", FINDING_KINDS),
    Key("exclude", Holds.TEXTS, "Files of folders that are left out, * for any letters."),
    Key("aliases", Holds.NAMES, "Further names of a name, for all claim files."),
    Key("hedges", Holds.WIDTHS, "How far a hedge reaches on each side: a share of the value, or a multiple."),
    Key("overrides", Holds.OVERRIDES, "Other settings for some paths: `paths`, and `ignore` or `fail-on`."),
)
"""Every key, in the order in which `--show-settings` tells them."""

OVERRIDE_KEYS = (
    Key("paths", Holds.TEXTS, "Sources or claim files, * for any letters."),
    Key("ignore", Holds.TEXTS, "Kinds of findings that are let pass there.", FINDING_KINDS),
    Key("fail-on", Holds.TEXT, "The least severity that makes the exit status 1 there.", FAIL_ON, many=True),
)
"""The keys of an entry of `overrides`."""
