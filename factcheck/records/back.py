"""
Evidence added to a claim file: one entry more for one claim, the way the file is written; all else stays.

A claim that is a bare quote becomes a mapping; a list of evidence gets one item more, inside of brackets too.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.model.claim import Claim
from factcheck.model.error import FactcheckError, RecordError
from factcheck.model.frozen import frozen
from factcheck.records.edit import FileEdit, changed_meanwhile, read_tree
from factcheck.records.node import Node
from factcheck.records.writing import flow_scalar, scalar

Entry = Mapping[str, str]
"""The fields of an entry of evidence, in their order: "from", "by", "date", "says"; "source", "quote"."""


def add_evidence(claim: Claim, entry: Entry) -> FileEdit:
    """
    The claim file of a claim with an entry of evidence more.

    Raises FactcheckError where the claim has no record of its own (an item of a breakdown, an alias of YAML), or the
    file cannot be read or has changed since it was loaded.
    """
    text, root = read_tree(claim.file)
    claims = root.fields.get("claims")
    pair = claims[1].fields.get(claim.id) if claims else None
    if claims is None or pair is None:
        parent = claim.id.rpartition(".")[0]
        if claims is not None and parent in claims[1].fields:
            what = f"“{claim.id}” is an item of the breakdown “{parent}”: it has no record of its own"
            raise FactcheckError(_refused(claim, what, "Write a claim of its own for it, with its quote."))
        raise FactcheckError(changed_meanwhile(claim.file))
    key, value = pair
    if value.index < key.index or (value.kind == "mapping" and text[value.index] == "&"):
        what = f"“{claim.id}” is an anchor or an alias of YAML: what it gets others may get too"
        raise FactcheckError(_refused(claim, what, "Write the claim out, and run this again."))
    at, new = _Insertion(text, claims[1], key, value, entry).edit()
    return FileEdit(claim.file, text, f"{text[: at[0]]}{new}{text[at[1] :]}")


def _refused(claim: Claim, what: str, remedy: str) -> RecordError:
    return RecordError(claim.file, what, remedy, claim.mark.line, claim.mark.column, claim.mark.where)


@frozen
class _Insertion:
    """Where an entry goes, and how it is written there."""

    text: str
    claims: Node
    key: Node
    value: Node
    entry: Entry

    def edit(self) -> tuple[tuple[int, int], str]:
        """The passage of the file that is replaced, and what stands there then."""
        if self._in_flow(self.claims):
            return self._of_flow() if self.value.kind == "mapping" else self._bare_in_flow()
        if self.value.kind == "scalar":
            return self._of_bare()
        if self._in_flow(self.value):
            return self._of_flow()
        pair = self.value.fields.get("evidence")
        return self._of_list(pair[1]) if pair else self._of_block()

    def _in_flow(self, node: Node) -> bool:
        """Whether a list or a mapping is written in brackets."""
        return self.text[node.index : node.index + 1] in ("{", "[")

    @property
    def _newline(self) -> str:
        return "\r\n" if "\r\n" in self.text else "\n"

    @property
    def _step(self) -> int:
        """How far the file indents [code points]."""
        return max(1, self.key.column) if self.key.column <= 8 else 2

    def _lines(self, indent: int) -> str:
        """The entry as an item of a list in lines of its own."""
        lines = [f"{name}: {scalar(value)}" for name, value in self.entry.items()]
        return self._newline.join(f"{' ' * indent}{'- ' if at == 0 else '  '}{line}" for at, line in enumerate(lines))

    def _braced(self) -> str:
        return "{" + ", ".join(f"{name}: {flow_scalar(value)}" for name, value in self.entry.items()) + "}"

    def _of_bare(self) -> tuple[tuple[int, int], str]:
        """``id: quote`` as a mapping of the quote and its evidence; further lines of the quote move to the right."""
        start, end = self.value.index, self._line_end(self.value.end)
        column, step, newline = self.key.column + self._step, self._step, self._newline
        written = self.text[start:end].rstrip("\r\n").split("\n")
        moved = [written[0], *(f"{' ' * step}{line}" if line.strip() else line for line in written[1:])]
        before = self.text[:start].rstrip()
        quote = f"{newline}{' ' * column}quote: " + "\n".join(moved)
        evidence = f"{newline}{' ' * column}evidence:{newline}{self._lines(column + step)}"
        return (len(before), self._without_end(end)), f"{quote}{evidence}"

    def _of_block(self) -> tuple[tuple[int, int], str]:
        """A mapping in lines of its own, with ``evidence:`` behind its last field."""
        column, newline = self.value.column, self._newline
        end = self._without_end(self._line_end(self._last(self.value)))
        lead = f"{newline}{' ' * column}evidence:{newline}"
        return (end, end), f"{lead}{self._lines(column + self._step)}"

    def _of_list(self, evidence: Node) -> tuple[tuple[int, int], str]:
        """A list of evidence with an item more; one entry without a list becomes one."""
        if self._in_flow(evidence):
            return self._of_brackets(evidence)
        end = self._without_end(self._line_end(self._last(evidence)))
        if evidence.kind == "sequence":
            return (end, end), f"{self._newline}{self._lines(evidence.column)}"
        start = evidence.index - evidence.column
        first, *rest = self.text[start:end].split("\n")
        rest = [f"  {line}" if line.strip() else line for line in rest]
        written = "\n".join([f"{' ' * evidence.column}- {first[evidence.column :]}", *rest])
        return (start, end), f"{written}{self._newline}{self._lines(evidence.column)}"

    def _of_brackets(self, evidence: Node) -> tuple[tuple[int, int], str]:
        """``[{…}]`` with one more; ``{…}`` as a list of both."""
        if evidence.kind == "mapping":
            written = self.text[evidence.index : evidence.end]
            return (evidence.index, evidence.end), f"[{written}, {self._braced()}]"
        return self._before_end(evidence, self._braced())

    def _of_flow(self) -> tuple[tuple[int, int], str]:
        """``{quote: …}`` with evidence, or with one entry more."""
        pair = self.value.fields.get("evidence")
        if pair:
            return self._of_brackets(pair[1])
        return self._before_end(self.value, f"evidence: [{self._braced()}]")

    def _bare_in_flow(self) -> tuple[tuple[int, int], str]:
        """``{id: quote}`` as ``{id: {quote: quote, evidence: […]}}``."""
        start, end = self.value.index, self.value.end
        written = self.text[start:end].rstrip()
        return (start, start + len(written)), f"{{quote: {written}, evidence: [{self._braced()}]}}"

    def _before_end(self, node: Node, what: str) -> tuple[tuple[int, int], str]:
        """Something more before the bracket that ends a list or a mapping."""
        inside = self.text[node.index + 1 : node.end - 1].rstrip()
        end = node.index + 1 + len(inside)
        comma = ", " if inside and not inside.endswith(",") else " " if inside else ""
        return (end, end), f"{comma}{what}"

    def _last(self, node: Node) -> int:
        """Where a value ends; of a list or a mapping in lines of its own, its last value."""
        children = [*node.items, *(value for _, value in node.fields.values())]
        if not children or self._in_flow(node):
            return node.end
        return max(self._last(its) if its.index >= node.index else node.index for its in children)

    def _line_end(self, at: int) -> int:
        """The end of the line that an offset lies in, or that it ends; with the comment behind it."""
        if at > 0 and self.text[at - 1] == "\n":
            return at
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end + 1

    def _without_end(self, end: int) -> int:
        """The same offset before the line's own end, and before empty lines."""
        return len(self.text[:end].rstrip("\r\n "))
