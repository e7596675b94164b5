"""
A rewrite against its sources: what it says of their numbers, bound to what they say.

A number of the rewrite is bound to the number of the sources that states the same fact: by what both count, their
units, places and classes, and the words around them (``binding``). Bound numbers must agree, units converted, as
far as precision and hedges allow; what has the same digits in another unit was mislabelled; what the sources do
not have, and what does not follow from them (``derived``), is told of. A list may leave no member out
(``member``), and a whole's figure may not be given to a part (``scope``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from factcheck.comparison import told
from factcheck.comparison.binding import SMALL, Binding, Sameness, bind, is_fraction, is_vague
from factcheck.comparison.derived import compares, derivation, lies_between, says_rest
from factcheck.comparison.figure import Figure, figures
from factcheck.comparison.known import Known
from factcheck.comparison.member import departures
from factcheck.comparison.moved import moved
from factcheck.comparison.reckoned import BY_WORDS
from factcheck.comparison.rival import exchanges, misplaced
from factcheck.comparison.scope import is_of_everything, outside
from factcheck.comparison.swap import swapped
from factcheck.comparison.variant import variants
from factcheck.facts.claim import claim_of
from factcheck.facts.page import Page
from factcheck.model import table
from factcheck.model.amount import is_percent
from factcheck.model.claim import ClaimSet, Rule
from factcheck.model.fact import Role
from factcheck.model.frozen import frozen

_LENGTHS = {"day": (7, 14, 30, 365), "hour": (24, 48, 72), "month": (3, 6, 9, 12, 18, 24), "week": (52,), "year": ()}
"""Lengths of the calendar, which say a quarter, a day, a year in other words [unit]."""
_WEAK = 3
"""Up to here a percentage that is some share of the source was not made from another [points]."""
_AT_LEAST = 300
"""So many numbers are compared however short the text is."""
_SPARSE = 40
"""Beyond, one for so much text: prose has one in a hundred code points, and each takes its time [code points]."""
_FEW = 12
"""Up to here a bare number without a noun is hardly a figure ("one in ten")."""


@frozen
class Comparison:
    """A rewrite bound to its sources."""

    claims: ClaimSet
    """The numbers of the rewrite as claims, and a rule for each that the sources state."""
    why: Mapping[tuple[str, int], str] = field(default_factory=dict)
    """Why a number is bound to none of the sources', by its document and its start."""
    follows: frozenset[int] = frozenset()
    """Where the numbers begin that follow from the sources, though they do not print them."""
    unsure: frozenset[int] = frozenset()
    """Where the numbers begin that agree with one of the sources, though no words say that both are of one fact."""


def compare(
    rewrite: Page,
    sources: Sequence[Page],
    relations: Iterable[Rule] = (),
    *,
    pedantic: bool = False,
    known: Known | None = None,
) -> Comparison:
    """
    A rewrite's numbers as claims, each with the number of the sources that it must agree with.

    ``relations`` are those that the sources themselves state: their balances tell what is part of what. ``pedantic``
    tells of small numbers too that the sources do not have; ``known`` is what was made of the same sources before.
    """
    known = known or Known(sources, tuple(relations))
    every = figures(rewrite, known.places)
    ours = every[: _AT_LEAST + len(rewrite.text) // _SPARSE]
    known.expect(len(ours))
    rules: list[Rule] = []
    derived: set[int] = set()
    why: dict[tuple[str, int], str] = {}
    bindings = _whole_or_parted([_bound(figure, known) for figure in ours])
    meant = misplaced(bindings, known)
    for number, binding in enumerate(bindings):
        figure = binding.figure
        if number in meant and not (_asks(figure) and derivation(figure, known)):
            rules.append(told.misplaced(binding, meant[number].source))
            continue
        open_ = binding.sameness in (Sameness.ABSENT, Sameness.CHANGED)
        follows = derivation(figure, known) if open_ else ""
        found = list(_rules(binding, follows, known, number, pedantic=pedantic))
        if follows and not found:
            derived.add(figure.quantity.start)
        if not found:
            why[rewrite.document.path, figure.quantity.start] = follows or "the source has no number like it"
        rules += found
    for figure in every[len(ours) :]:
        why[rewrite.document.path, figure.quantity.start] = "it was not compared"
    pairs = {(id(one), id(other)): (one, other) for one, other in (*swapped(bindings), *exchanges(bindings, known))}
    rules += [told.exchanged(*pair) for pair in pairs.values()]
    rules += [told.departure(its) for its in departures(rewrite, sources)]
    rules += [told.moved(its) for its in moved(rewrite, sources)]
    claims = [claim_of(rewrite, its) for its in rewrite.contents.quantities]
    pages = [rewrite, *sources]
    claim_set = ClaimSet(
        {its.key: its for its in claims},
        tuple(rules),
        {page.document.path: page.document for page in pages},
        {page.document.path: page.contents for page in pages},
        left_out=(*_left_out(len(ours), len(every)), *known.left_out),
    )
    unsure = (its.figure.quantity.start for its in bindings if its.sameness == Sameness.STATED and not its.sure)
    return Comparison(claim_set, why, frozenset(derived), frozenset(unsure))


def _left_out(compared: int, every: int) -> Iterator[str]:
    """What was not compared, as a sentence."""
    if compared < every:
        yield f"Only the first {compared:,} of the text's {every:,} numbers were compared: no prose has so many"


def _rules(binding: Binding, follows: str, known: Known, number: int, *, pedantic: bool) -> Iterator[Rule]:
    """What is to be said of a bound number; ``follows`` says how it follows from the source, if it does."""
    figure = binding.figure
    if binding.sameness == Sameness.ABSENT:
        if not follows and (pedantic or not _is_slight(figure)):
            yield told.absent(figure)
        return
    if binding.sameness == Sameness.CHANGED and (follows in BY_WORDS or (follows and _follows_rather(binding, known))):
        return
    yield told.restated(binding, number)
    if binding.sameness != Sameness.STATED or binding.source is None:
        return
    for whole in known.wholes_of(binding.source):
        if left_out := outside(figure, whole):
            yield told.given_to_part(figure, whole, left_out)
            return
    if binding.source.places and is_of_everything(figure):
        yield told.given_to_whole(figure, binding.source)


def _bound(figure: Figure, known: Known) -> Binding:
    """A number bound as it was read, or else in another unit that it may be said in; one word for word to its own."""
    twin = known.twin(figure)
    if twin is not None:
        return Binding(figure, Sameness.STATED, twin, sure=True)
    binding = bind(figure, known.near(figure))
    if binding.sameness in (Sameness.STATED, Sameness.REVERSED):
        return binding
    for its in variants(figure, known):
        other = bind(its, known.near(its))
        if other.sameness == Sameness.STATED:
            return other
    return binding


def _whole_or_parted(bindings: Sequence[Binding]) -> list[Binding]:
    """Of a range with its two values behind it the range, where the source states it, else the two."""
    found: list[Binding] = []
    skipped = (0, 0)
    for at, its in enumerate(bindings):
        quantity = its.figure.quantity
        inside = skipped[0] <= quantity.number_start and quantity.number_end <= skipped[1]
        if inside and not quantity.ends:
            continue
        follower = bindings[at + 1].figure.quantity if at + 1 < len(bindings) else None
        if quantity.ends and follower is not None and follower.number_start < quantity.end:
            if its.sameness != Sameness.STATED:
                continue
            skipped = (quantity.number_start, quantity.end)
        found.append(its)
    return found


def _follows_rather(binding: Binding, known: Known) -> bool:
    """Whether a number that follows from the source is rather that than a changed one."""
    quantity, source = binding.figure.quantity, binding.source
    if is_fraction(quantity) or (binding.figure.fact is not None and binding.figure.fact.has(Role.TOTAL)):
        return True
    if compares(binding.figure):
        return lies_between(binding.figure, known)
    if source is not None and _count_apart(binding.figure, source):
        return True
    if is_percent(quantity):
        return binding.points <= _WEAK
    return not binding.exact or says_rest(binding.figure)


def _asks(figure: Figure) -> bool:
    """Whether the words say that a number was reckoned: a total, a change, a margin, so many for each."""
    fact = figure.fact
    roles = (Role.TOTAL, Role.CHANGE, Role.MARGIN, Role.FACTOR, Role.TIMES)
    return says_rest(figure) or (fact is not None and fact.has(*roles))


def _count_apart(one: Figure, other: Figure) -> bool:
    """Whether two numbers count different things, none of them people."""
    both = bool(one.noun) and bool(other.noun) and one.noun != other.noun
    return both and not (one.counts_people and other.counts_people)


def _is_slight(figure: Figure) -> bool:
    """Whether a number is hardly a figure that a source would have: a few, a vague plural, a length of the calendar."""
    quantity = figure.quantity
    value = quantity.value
    if value is None:
        return False
    if quantity.unit is not None and quantity.unit.name in _LENGTHS:
        return value <= SMALL or value in _LENGTHS[quantity.unit.name]
    if quantity.unit is not None and not is_fraction(quantity):
        return False
    if is_fraction(quantity) or is_vague(quantity) or quantity.text.split()[-1].lower() in table.numbers().multiples:
        return True
    return quantity.counts and value <= (SMALL if quantity.counted or quantity.place else _FEW)
