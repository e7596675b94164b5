"""
A whole and its parts.

The parts are siblings (facts/sibling.py), and the words say of what. "Consisting of", a colon, a dash or a bracket
close their list: they make the whole. "Including" and "of whom" open it: they make no more. A rest ("the other two")
closes it again. The whole stands before them in the sentence; behind them, where it is a total ("63 in all"); or a
sentence before, where the words take it up ("the haul comprised", "of the total").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.discover.proposal import Proposal
from factcheck.discover.templates import Candidate, Guard
from factcheck.discover.templates.slot import is_amount, is_size
from factcheck.facts.covers import are_sorts, covers, is_person, may_overlap, of_one_kind
from factcheck.facts.page import Page
from factcheck.facts.sibling import SOME, Opening, Reached, Row, alike, fit, lent
from factcheck.model.fact import Fact, Role, Scope

BESIDE = 6
"""How far a number may stand before the colon or the dash that opens its parts [tokens]."""
AROUND = 14
"""How far before "including" its whole may stand [tokens]."""
Here = Mapping[int, Sequence[Fact]]
"""The facts of each sentence."""


def candidates(page: Page) -> Iterator[Candidate]:
    """Each list with its whole."""
    here = {sentence.place: facts for sentence, facts in page.understood}
    for row in page.rows:
        if all(is_amount(fact) for fact in row.facts) and len(row.facts) > 1:
            yield from _of_row(here, row)
    yield from _remainders(page, here)


def _remainders(page: Page, here: Here) -> Iterator[Candidate]:
    """ "Four of the six died. The other two …": the rest stands a sentence behind the part and the whole."""
    for sentence, facts in page.understood:
        rest = [fact for fact in facts if fact.scope == Scope.REST and is_amount(fact)]
        before = here.get(sentence.place - 1, ())
        pairs = [pair for pair in pairwise(before) if pair[0].has(Role.PART) and pair[1].has(Role.WHOLE)]
        if len(rest) == 1 and len(pairs) == 1 and rest[0] is facts[0] and len(before) == _PAIR:
            part, whole = pairs[0]
            yield Candidate({"whole": (whole,), "parts": (part, rest[0])}, "the other", "closed rest behind")


_PAIR = 2
"""No other number stands in the sentence of a part and its whole, so that nothing else is a part."""


def _of_row(here: Here, row: Row) -> Iterator[Candidate]:
    total = _total(here[row.facts[0].sentence], row)
    if total is not None:
        yield Candidate({"whole": (total,), "parts": row.facts}, total.cue(Role.TOTAL), "closed total")
        return
    form, whole = _whole(here, row)
    if whole is not None:
        parts = lent(row.facts, whole.quantity.unit)
        yield Candidate({"whole": (whole,), "parts": parts}, row.words or whole.cue(Role.WHOLE), form)


def _total(here: Sequence[Fact], row: Row) -> Fact | None:
    """The total right behind a list."""
    last = row.facts[-1]
    behind = [fact for fact in here if fact.number > last.number and alike(fact.quantity, last.quantity)]
    if not behind or not behind[0].has(Role.TOTAL) or row.opening in SOME or behind[0].clause != last.clause:
        return None
    return behind[0]


def _whole(here: Here, row: Row) -> tuple[str, Fact | None]:
    """How the words state a list, and the number that it is the parts of: of its sentence, or of the one before."""
    found = [reached for reached in row.wholes if _may_be(reached.fact, row)]
    closed = "closed" if row.ended and not row.more else "bound"
    match row.opening:
        case Opening.CLOSED:
            return (closed, found[0].fact) if found else (f"{closed} taken up", _taken_up(here, row))
        case Opening.SIGN | Opening.COMMA:
            return f"{closed} {row.opening}", _beside(found)
        case Opening.BRACKET:
            return f"closed {row.opening}", found[0].fact if found and found[0].gap == 0 else None
        case Opening.OPEN | Opening.OF_THEM | Opening.WITH:
            near = [reached.fact for reached in found if reached.gap <= AROUND]
            whole = next((fact for fact in near if not fact.has(Role.PART)), near[0] if near else None)
            return f"{'closed rest' if row.has_rest else 'open'} {row.opening}", whole
        case Opening.VERB:
            return f"{closed} verb taken up", _taken_up(here, row)
        case Opening.OF_TOTAL:
            return f"{'closed rest' if row.has_rest else 'open'} taken up", _taken_up(here, row)
    return _unopened(here, row, found)


def _unopened(here: Here, row: Row, found: Sequence[Reached]) -> tuple[str, Fact | None]:
    """The whole of a list that nothing opens: "of the 30 members, 20 …", "four of the six …; the other two"."""
    way = "closed rest" if row.has_rest else "open"
    if row.bracketed and found:
        return "closed brackets", found[0].fact
    if row.wholes and row.parted and found and _is_fronted(row.wholes[-1]) and row.wholes[-1] == found[-1]:
        return f"{way} of", found[-1].fact
    if found and found[0].gap <= _SIZED and is_size(found[0].fact) and row.ended:
        return "closed size", found[0].fact if all(is_person(fact.quantity) for fact in row.facts) else None
    if row.has_rest:
        first = row.facts[0]
        inside = [fact for fact in here[first.sentence] if fact.number == first.number + 1 and fact.has(Role.WHOLE)]
        if inside and first.has(Role.PART):
            return f"{way} some of", inside[0]
        if not row.wholes and row.facts[0].number == here[first.sentence][0].number:
            return f"{way} before", _only(here, row)
    if row.respective and len(row.facts) == 2 and not row.wholes:
        return "closed respective taken up", _taken_up(here, row)
    return "", None


_SIZED = 3
"""How far behind "a 12-member jury of" the sorts of its members may stand [tokens]."""


def _is_fronted(reached: Reached) -> bool:
    """Whether a number is told as known before its parts: "of the 30 members, 20 …", "among 255 patients, 208 …"."""
    cue = reached.fact.cue(Role.WHOLE)
    return reached.gap <= AROUND and (cue == "among" or (bool(cue) and reached.fact.known))


def _beside(found: Sequence[Reached]) -> Fact | None:
    """The number right before a sign; where that counts the parts ("among three parties:"), the one before it."""
    if not found or found[0].gap > BESIDE:
        return None
    if found[0].fact.governor in _WHERE and len(found) > 1:
        return None
    if found[0].fact.governor in _AMONG and len(found) > 1:
        return found[1].fact
    return found[0].fact


_AMONG = frozenset({"from", "into", "among", "between"})
_WHERE = frozenset({"in", "at", "across"})
"""What hangs on these may be the whole, or the number of its places: "900 pupils in four schools: two …"."""
_NO_WHOLES = (Role.OLD, Role.CHANGE, Role.FACTOR, Role.AGE, Role.TIMES, Role.RANK, Role.MARGIN, Role.SAME)


def _may_be(fact: Fact, row: Row) -> bool:
    quantity = fact.quantity
    return (
        fit(quantity, row.facts[0].quantity)
        and is_amount(fact)
        and not fact.has(*_NO_WHOLES)
        and (quantity.unit is not None or quantity.counted is not None or fact.has(Role.WHOLE, Role.TOTAL))
    )


def _taken_up(here: Here, row: Row) -> Fact | None:
    """The one number of the sentence before that the subject of the list takes up."""
    if not (row.taken_up or row.opening == Opening.OF_TOTAL or row.respective):
        return None
    return _only(here, row)


def _only(here: Here, row: Row) -> Fact | None:
    """The only number of the sentence before that a list may be the parts of."""
    before = here.get(row.facts[0].sentence - 1, ())
    found = [fact for fact in before if _may_be(fact, row) and not is_size(fact)]
    return found[0] if len(found) == 1 else None


def _may_be_parts(page: Page, candidate: Candidate) -> bool:
    whole, parts = candidate["whole"], candidate.slots["parts"]
    place = whole.quantity.place
    if place and any(part.quantity.place and part.quantity.place.start == place.start for part in parts):
        # "53 men were arrested in France (22), Italy (18) …": France is the place of the 22.
        whole = replace(whole, quantity=replace(whole.quantity, place=None))
    return all(covers(whole, part).may_be for part in parts)


def _once(page: Page, candidate: Candidate) -> bool:
    return candidate.form.startswith("closed") or not may_overlap([part.quantity for part in candidate.slots["parts"]])


def _of_one_kind(page: Page, candidate: Candidate) -> bool:
    whole, parts = candidate["whole"], candidate.slots["parts"]
    if candidate.form.endswith(("total", "size")) or all(of_one_kind(whole, part) for part in parts):
        return True
    if "verb" in candidate.form:
        return False
    beside = not candidate.form.endswith(Opening.SIGN) or parts[0].governor == candidate.cue
    return beside and are_sorts(whole.quantity, [part.quantity for part in parts])


def _not_bound(page: Page, candidate: Candidate) -> bool:
    return not candidate.form.startswith("bound")


def _of_one_unit(page: Page, candidate: Candidate) -> bool:
    return "respective" not in candidate.form or len({fact.quantity.unit for fact in candidate.facts}) == 1


GUARDS: tuple[Guard[Candidate], ...] = (
    Guard("they are told in one unit", _of_one_unit),
    Guard("the list is complete", _not_bound),
    Guard("the parts may be of the whole", _may_be_parts),
    Guard("nobody is counted twice", _once),
    Guard("they count things of one kind", _of_one_kind),
)


def propose(page: Page, candidate: Candidate) -> Proposal | None:
    """The parts make the whole, or in an open list no more."""
    parts = tuple(page.stated(fact.quantity) for fact in candidate.slots["parts"])
    whole = page.stated(candidate["whole"].quantity)
    way = candidate.form.partition(" ")[0]
    return Proposal("balance", {"whole": whole, "parts": parts, "list": way}, "the parts", True, candidate.cue)
