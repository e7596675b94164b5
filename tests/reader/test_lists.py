"""
What a sentence leaves out, breakdowns by place or class, and lists of names.
"""

from __future__ import annotations

import pytest

from factcheck.model.name import canonical, fold
from factcheck.reader import read

REGATTA = "The club sent 61 boats to Norway, one to Malta, three to Greece and two to the U.K. last year."


def test_every_item_of_a_breakdown_counts_the_noun_of_the_first() -> None:
    """ "61 boats to Norway, one to Malta": the one is a boat, and knows its place."""
    (breakdown,) = read(REGATTA).breakdowns
    assert [item.value for item in breakdown.items] == [61, 1, 3, 2]
    assert {item.counted for item in breakdown.items} == {"boat"}
    places = [item.place.key for item in breakdown.items if item.place]
    assert places[:3] == ["norway", "malta", "greece"]
    assert all(item.place and REGATTA[item.place.start : item.place.end] == item.place.text for item in breakdown.items)


def test_the_items_are_quantities_of_the_text_too() -> None:
    """A breakdown groups quantities, it does not hide them."""
    contents = read(REGATTA)
    assert set(contents.breakdowns[0].items) <= set(contents.quantities)


def test_a_breakdown_by_class() -> None:
    """The class behind "of" is the place of each item; the whole before "including" is none of them."""
    text = "They baked about 90 kg of bread including 40.5 kg of rye, 21 kg of oat and 28 kg of wheat."
    (breakdown,) = read(text).breakdowns
    assert [item.place and item.place.key for item in breakdown.items] == ["rye", "oat", "wheat"]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The fair drew 150 visitors, including 65 from Rome.", ["visitor", "visitor"]),
        ("The block has four-, five- and six-room flats.", ["room", "room", "room"]),
        ("Take another egg or two.", ["egg"]),
    ],
)
def test_a_noun_left_out_is_filled_in(text: str, counted: list[str]) -> None:
    """The noun comes from where the grammar of English finds it."""
    assert [quantity.counted for quantity in read(text).quantities] == counted


def test_a_unit_left_out_is_filled_in() -> None:
    """ "280 million of the 1.5 billion litres" are litres."""
    part, whole = read("The dam lost 280 million of the 1.5 billion litres it held.").quantities
    assert part.unit == whole.unit
    assert part.unit is not None


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("It grows in Spain, Chile, the Philippines and the United States.", "spain chile philippines united+states"),
        ("It grows in Spain and Chile.", "spain chile"),
        ("In Spain, Chile and Peru it grows.", "spain chile peru"),
    ],
)
def test_a_list_of_names(text: str, keys: str) -> None:
    """Each name has its span as printed and its key as compared."""
    (names,) = read(text).names
    assert [name.key for name in names.names] == [key.replace("+", " ") for key in keys.split()]
    assert all(text[name.start : name.end] == name.text for name in names.names)


@pytest.mark.parametrize(
    "text",
    [
        "The shops in Reno and Dover, Del., were shut.",
        "Roe and Doe signed.",
        "She met Rome’s Mayor, a priest and two nuns.",
        "bread, butter and jam",
    ],
)
def test_what_is_no_list_of_names(text: str) -> None:
    """Two names that no table knows are no list, and a state belongs to its town."""
    assert read(text).names == ()


def test_names_are_compared_folded() -> None:
    """One country has many names."""
    assert {canonical(name) for name in ("the U.S.", "US", "the United States", "USA")} == {"united states"}
    assert canonical("Great Britain") == canonical("the U.K.") == "united kingdom"
    assert fold("Côte d’Ivoire") == "cote d'ivoire"
