"""
How help looks: the commands in three groups, and arguments written in one way.
"""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand, TyperGroup

# Newer releases of Typer bring their own Click: the types of contexts and formatters are named by neither.
GROUPS = {
    "Check": ("scan", "verify", "compare", "judge", "annotate"),
    "Records": ("draft", "list", "show", "update", "back", "init"),
    "Manual, and for programs": ("explain", "read", "schema"),
}
"""The commands as help lists them; a test holds them and the commands together."""


class Group(TyperGroup):
    """The command line; its help lists the commands by what a person wants to do."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write a section for each group."""
        longest = max(len(name) for names in GROUPS.values() for name in names)
        for title, names in GROUPS.items():
            commands = [(name, self.get_command(ctx, name)) for name in names]
            room = formatter.width - 6 - longest
            rows = [(name.ljust(longest), its.get_short_help_str(room)) for name, its in commands if its is not None]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)


class Command(TyperCommand):
    """A command; what must be given is written plainly (PATH), what may be left out in brackets ([PATH])."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """The words behind the command's name; newer releases of Typer put braces around what must be given."""
        return [piece[1:-1] if piece.startswith("{") else piece for piece in super().collect_usage_pieces(ctx)]
