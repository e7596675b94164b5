"""
The word classes of the tables, put together as the rooms ask for them, once a process.
"""

from __future__ import annotations

from functools import cache

from factcheck.model import table
from factcheck.model.moment import Bearing


class Vocabulary:
    """Sets and maps of lower-case words, built from ``model/en``."""

    def __init__(self) -> None:
        words, numbers = table.words(), table.numbers()
        self.numbers = numbers
        self.openers = frozenset(
            {*numbers.cardinals, *numbers.plurals, *numbers.multiples, "half", "a", "an"}
            | {word for word, value in numbers.scales.items() if len(word) > 3}
            | {"quarter"}
        )
        """Words that a number in words can begin with."""
        self.months = {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
        self.month_names = words["months"]
        self.weekdays = {name: number for number, name in enumerate(_WEEKDAYS)}
        self.calendar = frozenset({*self.month_names, *self.weekdays})
        self.starters = self.openers | self.calendar
        """Words that a number or a date can begin with."""
        self.triggers = (self.openers - {"a", "an"}) | numbers.fractions.keys() | set(self.month_names)
        self.triggers |= set(numbers.groups) | self.weekdays.keys()
        function = words["determiners"] | words["prepositions"] | words["conjunctions"] | words["pronouns"]
        self.function = function | words["auxiliaries"] | words["adverbs"] | {"not", "to", "last", "next"}
        """Words that end a noun phrase."""
        self.adverbs = words["adverbs"]
        self.finite = words["verbs"]
        """Verb forms that are no nouns."""
        self.verbs = words["verbs"] | words["verbs_or_nouns"]
        self.determiners = words["determiners"]
        self.plurals = table.plurals()
        self.singulars = words["singulars_in_s"]
        self.persons = words["sorts_of_people"] | words["kin"]
        """Nouns for one person, whose age may follow between commas."""
        self.attributive_plurals = words["attributive_plurals"]
        """Plurals that stand before another noun: "sports cars"."""
        self.nominal = words["nominal_adjectives"]
        """Adjectives that stand for people: "27 dead"."""
        self.up = words["up"]
        self.down = words["down"]
        self.transitive_up = words["transitive_up"]
        """Verbs that change something else, by so much: "raised its forecast by"."""
        self.transitive_down = words["transitive_down"]
        self.life_events = words["life_events"]
        """What one does "at" an age."""
        self.screens = words["screens"]
        """What "4K" is the resolution of."""
        self.sold_by = words["sold_by"]
        """What a price is for: "$2 a ticket"."""
        self.verbs_up_to = words["verbs_up_to"]
        """Verbs whose "up to" tells a level, and is no bound."""
        self.particle_verbs = words["particle_verbs"]
        """Verbs whose "up" or "down" is a particle and no change."""
        self.no_wholes = words["no_wholes"]
        """What is behind the second number of "two in three games", which is then no ratio."""
        self.sections = words["sections"]
        """Parts of a book that a decimal numbers."""
        self.pointed_labels = words["pointed_labels"]
        """Labels that are abbreviated: "vol. 3"."""
        self.labels = words["labels"]
        self.telephone = words["telephone"]
        """Verbs before a telephone number: "dial 911"."""
        self.streets = words["streets"]
        self.year_cues = words["year_cues"]
        self.ordinal_contexts = words["ordinal_contexts"]
        self.races = words["races"]
        """What "10K" is the length of."""
        self.losses = words["losses"]
        """What brackets around an amount stand for in accounts."""
        self.ranking = words["ranking"]
        """Verbs that tell a rank: "finished second"."""
        self.not_superlatives = words["not_superlatives"]
        """Words in -est that are no superlatives."""
        self.contests = words["contests"]
        """Words near the result of a contest or of a vote."""
        self.odds = words["odds"]
        """Words near a ratio."""
        self.time_units = words["time_units"]
        """What a time may be told in that is relative to another."""
        self.before_times = {word: bearing for bearing in Bearing for word in words.get(f"time_{bearing}", ())}
        """Words before a unit of time that say how it lies: "last week"."""
        self.after_times = {word: bearing for bearing in Bearing for word in words.get(f"times_{bearing}", ())}
        """Words behind it: "a year earlier"."""
        self.triggers |= numbers.ordinals.keys() | words["days_named"] | set(self.time_units)
        self.triggers |= {f"{unit}s" for unit in self.time_units} | {"centuries"}
        forms = {*self.time_units, *(f"{unit}s" for unit in self.time_units), "centuries", "-"}
        self.time_forms = forms | {f"{unit}'s" for unit in self.time_units}
        """Units of time as they stand before one of those, or the hyphen of "year-ago"."""
        """Words without which (and without a digit) a passage holds nothing to read."""


_MONTHS = "january february march april may june july august september october november december".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of English."""
    return Vocabulary()
