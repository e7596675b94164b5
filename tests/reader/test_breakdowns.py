"""
Breakdowns by place, class and label, lists of names, and amounts in two units.
"""

from __future__ import annotations

import pytest

from factcheck.model.number import plain
from factcheck.model.quantity import Quantity
from factcheck.reader import read


def shown(quantity: Quantity) -> str:
    """A value or both ends, and the unit or noun."""
    ends = [quantity.value] if quantity.value is not None else [quantity.lower, quantity.upper]
    values = "..".join(plain(end) for end in ends if end is not None)
    return f"{values} {quantity.unit.name if quantity.unit else quantity.counted or ''}".rstrip()


def items(text: str) -> list[list[str]]:
    """Every breakdown: of each item its value, what it counts, its place."""
    return [
        [f"{shown(item)} @ {item.place.text if item.place else ''}" for item in breakdown.items]
        for breakdown in read(text).breakdowns
    ]


def lists(text: str) -> list[list[str]]:
    return [[name.text for name in names.names] for names in read(text).names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "65 arrests in the U.S., one in Bulgaria and two in Italy",
            ["65 arrest @ the U.S.", "1 arrest @ Bulgaria", "2 arrest @ Italy"],
        ),
        ("There were seven in Rome and five in Milan.", ["7 @ Rome", "5 @ Milan"]),
        ("seven in Rome and one in Milan fell ill", ["7 @ Rome", "1 @ Milan"]),
        (
            "610 from Denmark, 430 from Germany and 200 from Norway",
            ["610 @ Denmark", "430 @ Germany", "200 @ Norway"],
        ),
        ("65 were arrested in Rome, one in Milan", ["65 @ Rome", "1 @ Milan"]),
        ("24 in England and Wales, three in Scotland", ["24 @ England and Wales", "3 @ Scotland"]),
        (
            "20 members from Bosnia and Herzegovina and 12 from Serbia",
            ["20 member @ Bosnia and Herzegovina", "12 member @ Serbia"],
        ),
        (
            "152.1 kilograms of cannabis, 21.6 kilograms of cocaine",
            ["152.1 kilogram @ cannabis", "21.6 kilogram @ cocaine"],
        ),
        (
            "Of these, 610 were container ships, 430 tankers and 200 ferries.",
            ["610 ship @ container ships", "430 tanker @ tankers", "200 ferry @ ferries"],
        ),
        ("40 tankers and 12 ferries", ["40 tanker @ tankers", "12 ferry @ ferries"]),
        ("Rome: 65, Milan: 47", ["65 @ Rome", "47 @ Milan"]),
        ("By country.\nItaly: 65\nFrance: 47\n", ["65 @ Italy", "47 @ France"]),
        (
            "150 people, including 65 in Rome, 47 in Milan and one in Turin",
            ["65 person @ Rome", "47 person @ Milan", "1 person @ Turin"],
        ),
    ],
)
def test_numbers_of_one_thing_by_place_or_class_are_a_breakdown(text: str, expected: list[str]) -> None:
    assert items(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "They seized 45 firearms, 12 cars and three boats.",
        "There were 12 arrests in Rome.",
        "one in four and two in five adults",
        "It rose to 45 in Rome from 52 in Milan.",
        "12 boats in Rome said the mayor, five in Milan",
        "65 arrests in Rome, 21.6 kilograms in Milan",
        "He won 3 of 5 and 4 of 7.",
        "We have 12 in all and 3 in short.",
        "The book, with pages: 300, chapters: 12, is out.",
        "610 were built, 430 sold and 200 scrapped.",
        "from 3 in 2010 to 5 in 2012",
    ],
)
def test_numbers_that_share_no_noun_or_word_are_no_breakdown(text: str) -> None:
    assert items(text) == []


def test_a_breakdown_with_labels_begins_with_its_first_label() -> None:
    (found,) = read("Italy: 65, France: 47.").breakdowns
    assert (found.start, found.end) == (0, 21)


def test_a_place_is_compared_by_its_name() -> None:
    (found,) = read("65 arrests in the U.S., one in Britain").breakdowns
    assert [item.place.key for item in found.items if item.place] == ["united states", "united kingdom"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Australia, Bulgaria and the United States took part.", ["Australia", "Bulgaria", "the United States"]),
        ("They came from France and Germany.", ["France", "Germany"]),
        ("In Australia, France and Germany it rained.", ["Australia", "France", "Germany"]),
        ("Finally, Rome, Milan and Turin agreed.", ["Rome", "Milan", "Turin"]),
        ("Italy, France and Spain", ["Italy", "France", "Spain"]),
        ("On Monday, France and Germany met.", ["France", "Germany"]),
        ("Sens. Ada Roe, Bo Lin and Cy Oz voted.", ["Sens. Ada Roe", "Bo Lin", "Cy Oz"]),
        ("Acme, Inc., Globex and Initech merged.", ["Acme, Inc.", "Globex", "Initech"]),
        ("Johnson & Johnson, Acme and Globex merged.", ["Johnson & Johnson", "Acme", "Globex"]),
        ("They met in Providence, R.I., Albany, N.Y., and Paris.", ["Providence, R.I.", "Albany, N.Y.", "Paris"]),
        (
            "It binds Bosnia and Herzegovina, Serbia and Trinidad and Tobago.",
            ["Bosnia and Herzegovina", "Serbia", "Trinidad and Tobago"],
        ),
        ("José Álvarez, Łucja Nowak and Émile Roux", ["José Álvarez", "Łucja Nowak", "Émile Roux"]),
        ("the U.S. and West Germany", ["the U.S.", "West Germany"]),
        ("Acme and Globex", ["Acme", "Globex"]),
    ],
)
def test_names_side_by_side_are_a_list(text: str, expected: list[str]) -> None:
    assert lists(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "He met Acme and Globex.",
        "Despite its support for the United States, Poland declined.",
        "It rained in January, February and March.",
        "They live in Washington, D.C.",
        "They live in Paris, France.",
        "He asked Europol, Roe's team and Acme.",
        "apples, pears and plums",
        "The Mayor Spoke",
    ],
)
def test_names_that_only_stand_near_each_other_are_no_list(text: str) -> None:
    assert lists(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 feet 2 inches", ["31/6 foot"]),
        ("a 6-foot-6 guard", ["6.5 foot"]),
        ("6'6\" tall", ["6.5 foot"]),
        ("2 hours and 15 minutes", ["2.25 hour"]),
        ("thirteen dollars and forty-five cents", ["13.45 USD"]),
        ("15 minutes and 2 hours", ["15 minute", "2 hour"]),
        ("5 pounds, 10 men", ["5 pound", "10 man"]),
        ("2 hours and 90 people", ["2 hour", "90 person"]),
    ],
)
def test_an_amount_in_two_units_is_one_quantity_in_the_larger(text: str, expected: list[str]) -> None:
    assert [shown(quantity) for quantity in read(text).quantities] == expected
