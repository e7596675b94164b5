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
from factcheck.discover.templates.slot import is_amount, is_size, is_time
from factcheck.facts.covers import are_sorts, covers, is_person, may_overlap, of_one_kind
from factcheck.facts.opener import SOME, Opening
from factcheck.facts.page import Page
from factcheck.facts.sibling import Reached, Row
from factcheck.facts.unit import alike, fit, lent
from factcheck.model.fact import Fact, Role, Scope
from factcheck.model.lexicon import lexicon
from factcheck.model.quantity import Modifier

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
    yield from _breakdowns(page)


def _breakdowns(page: Page) -> Iterator[Candidate]:
    """
    Counts by place that nothing opens, and the one number elsewhere that counts the same without a place: "the arrest
    of 150 people … 65 arrests in the U.S., 47 in Germany and 38 in Italy".
    """
    rows = [row for row in page.rows if row.opening == Opening.NONE and row.ended and len(row.facts) >= _PLACES]
    rows = [row for row in rows if all(_is_placed(fact) for fact in row.facts)]
    for row in rows:
        noun, apart = row.facts[0].measure.head, row.facts[0].sentence
        found = [fact for fact in page.facts if fact.sentence != apart and noun and _counts(fact, noun, row)]
        if found and len({fact.quantity.value for fact in found}) == 1:
            yield Candidate({"whole": (found[0],), "parts": row.facts}, "", "closed by place")


_PLACES = 3
"""Fewer places are no breakdown."""


def _is_placed(fact: Fact) -> bool:
    """Whether a count is said of a place with a name."""
    place = fact.quantity.place
    return place is not None and fact.quantity.unit is None and any(word[:1].isupper() for word in place.text.split())


def _counts(fact: Fact, noun: str, row: Row) -> bool:
    """Whether a number counts the things of a list, all of them."""
    quantity = fact.quantity
    named = noun in (fact.measure.head, fact.measure.event) and "measure" not in fact.inherited
    if row.facts[0].when.is_said and row.facts[0].when != fact.when:
        return False
    free = quantity.place is None and fact.scope == Scope.ALL and quantity.modifier == Modifier.EXACT
    return named and free and quantity.counts and not is_size(fact) and _may_be(fact, row)


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
    """The total right behind a list; one "over three years" may be of more than the list tells."""
    last = row.facts[-1]
    behind = [fact for fact in here if fact.number > last.number and alike(fact.quantity, last.quantity)]
    if not behind or not behind[0].has(Role.TOTAL) or row.opening in SOME or behind[0].clause != last.clause:
        return None
    if behind[0].governor not in _MAKES and not lexicon().phrase("altogether").beginning(
        behind[0].cue(Role.TOTAL).split(), 0
    ):
        return None
    spread = any(fact.number == behind[0].number + 1 and is_time(fact) for fact in here)
    return None if spread else behind[0]


_MAKES = frozenset({"for", ",", "or", "and", "making", "giving", "totalling", "totaling", "-", "—", "–", "of", "to"})


def _whole(here: Here, row: Row) -> tuple[str, Fact | None]:
    """How the words state a list, and the number that it is the parts of: of its sentence, or of the one before."""
    found = [reached for reached in row.wholes if not reached.inserted and _may_be(reached.fact, row)]
    closed = "closed" if row.ended and row.full and not row.more else "bound"
    match row.opening:
        case Opening.CLOSED:
            return (closed, found[0].fact) if found else (f"{closed} taken up", _taken_up(here, row))
        case Opening.SIGN:
            return f"{closed} {row.opening}", _beside(found)
        case Opening.COMMA:
            return f"open {row.opening}", _beside(found)
        case Opening.BRACKET:
            return f"closed {row.opening}", found[0].fact if found and found[0].gap == 0 else None
        case Opening.OPEN | Opening.OF_THEM | Opening.WITH:
            near = [reached.fact for reached in found if reached.gap <= AROUND]
            whole = next((fact for fact in near if not fact.has(Role.PART)), near[0] if near else None)
            return f"{'closed rest' if row.has_rest else 'open'} {row.opening}", whole
        case Opening.VERB:
            return f"{closed} verb taken up", None if row.clausal else _taken_up(here, row)
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
    first, last = row.facts[0], row.facts[-1]
    inside = [fact for fact in here[first.sentence] if fact.number == first.number + 1 and fact.has(Role.WHOLE)]
    if inside and first.has(Role.PART):
        bare = all(fact.quantity.counted is None or fact.quantity.place for fact in row.facts[1:])
        return f"{way} some of", inside[0] if row.has_rest or (row.ended and bare) else None
    if row.has_rest:
        counts = first.quantity.unit is None and last.scope == Scope.REST != first.scope
        if counts and first is here[first.sentence][0]:
            return "closed rest before", _only(here, row)
    if row.ended and row.full and len(row.facts) >= _SEVERAL:
        return "closed named", _named(here, row)
    return "", None


_SEVERAL = 3
"""Fewer parts "of net sales" are hardly all [numbers]."""


def _named(here: Here, row: Row) -> Fact | None:
    """The number of the sentence before whose name an item tells: "… contributed $214.6 million of net sales, …"."""
    ofs = [fact.measure.of for fact in row.facts if fact.measure.of]
    before = here.get(row.facts[0].sentence - 1, ())
    found = [fact for fact in before if _may_be(fact, row) and any(_is_name(of, fact) for of in ofs)]
    return found[0] if len(found) == 1 else None


def _is_name(of: frozenset[str], fact: Fact) -> bool:
    return of <= fact.measure.before | {fact.measure.head}


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
    if not (row.taken_up or row.opening == Opening.OF_TOTAL) or row.respective:
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
    if candidate.form.endswith(("total", "size", "by place")) or all(of_one_kind(whole, part) for part in parts):
        return True
    if "verb" in candidate.form:
        return False
    beside = not candidate.form.endswith(Opening.SIGN) or parts[0].governor == candidate.cue
    return beside and are_sorts(whole.quantity, [part.quantity for part in parts])


def _not_bound(page: Page, candidate: Candidate) -> bool:
    return not candidate.form.startswith("bound")


GUARDS: tuple[Guard[Candidate], ...] = (
    Guard("the list is complete", _not_bound),
    Guard("the parts may be of the whole", _may_be_parts),
    Guard("nobody is counted twice", _once),
    Guard("they count things of one kind", _of_one_kind),
)


_MEANT = frozenset({"closed rest before", "closed named", "closed by place", f"open {Opening.COMMA}", "open some of"})
"""Forms that only seem to be meant so: they may warn."""


def propose(page: Page, candidate: Candidate) -> Proposal | None:
    """The parts make the whole, or in an open list no more."""
    parts = tuple(page.stated(fact.quantity) for fact in candidate.slots["parts"])
    whole = page.stated(candidate["whole"].quantity)
    way = candidate.form.partition(" ")[0]
    explicit = candidate.form not in _MEANT
    return Proposal("balance", {"whole": whole, "parts": parts, "list": way}, "the parts", explicit, candidate.cue)
