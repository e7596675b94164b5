"""
Two numbers together: ranges, changes, comparisons, and breakdowns with the nouns that the words leave out.
"""

from __future__ import annotations

import pytest

from factcheck.model.quantity import Quantity
from factcheck.reader import read


def told(quantity: Quantity) -> str:
    """A value or the ends of a range, and the unit or what is counted: "40 kilogram", "40-44"."""
    number = quantity.value if quantity.value is not None else f"{quantity.lower}-{quantity.upper}"
    of = quantity.unit.name if quantity.unit else quantity.counted
    return f"{number} {of}" if of else str(number)


RANGES = [
    ("It costs between $26 and $31 million.", ["26000000-31000000 USD"]),
    ("It costs $3 billion to $5 billion.", ["3000000000-5000000000 USD"]),
    ("It costs between 5m and 7m euros.", ["5000000-7000000 EUR"]),
    ("It costs from 10 to 20 dollars.", ["10-20 USD"]),
    ("Prices range from $5 to $10.", ["5-10 USD"]),
    ("After a rise, prices ranged from $5 to $10.", ["5-10 USD"]),
    ("It draws 5-10W.", ["5-10 watt"]),
    ("It takes 25–40 minutes.", ["25-40 minute"]),
    ("It takes three or four days.", ["3-4 day"]),
    ("Growth of 3 to 5 percent is expected.", ["3-5 percent"]),
    ("They found 200,000-to-260,000 pills.", ["200000-260000 pill"]),
    ("People aged 18-24 came.", ["18-24 year of age"]),
    ("The club is for 16- to 24-year-olds.", ["16-24 year of age"]),
    ("It is for those between the ages of 13 and 24.", ["13-24 year of age"]),
    ("It was tried at 1.3 V to 0.9 V.", ["9/10-13/10 volt"]),  # what is measured may fall
]


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_two_ends_are_one_range(text: str, expected: list[str]) -> None:
    """The ends share the unit, the noun and a lost scale word."""
    assert [told(quantity) for quantity in read(text).quantities] == expected


APART = [
    ("It passed by 52 to 48.", ["52", "48"]),  # a vote
    ("It passed by 52 to 48 percent.", ["52 percent", "48 percent"]),
    ("They lost 25 to 22.", ["25", "22"]),
    ("Profit rose by a third to 4 million euros.", ["1/3", "4000000 EUR"]),
    ("Sales rose from 24.2 to 33-35 billion euros.", ["24200000000 EUR", "33000000000-35000000000 EUR"]),
    ("Use went from 14-18 mpg to 24.", ["14-18 mile per gallon", "24 mile per gallon"]),
    ("It has 200 or greater than 190.", ["200", "190"]),
]


@pytest.mark.parametrize(("text", "expected"), APART)
def test_two_numbers_are_no_range_where_one_is_a_level_or_a_vote(text: str, expected: list[str]) -> None:
    """No count falls without "from", and a dash binds more tightly than "to"."""
    assert [told(quantity) for quantity in read(text).quantities] == expected


CHANGES = [
    ("Seizures doubled from 105 last year to 210.", ["105-210"], ["105", "210"]),
    ("It fell by two points, from 9% to 7%.", ["2 point", "7-9 percent"], ["9 percent", "7 percent"]),
    ("Sales rose from $26 to $31 million.", ["26000000-31000000 USD"], ["26000000 USD", "31000000 USD"]),
    ("They cut the team from 12 to 9 people.", ["9-12 person"], ["12 person", "9 person"]),
]


@pytest.mark.parametrize(("text", "expected", "ends"), CHANGES)
def test_old_and_new_are_the_ends_of_a_range_in_the_order_of_the_text(
    text: str, expected: list[str], ends: list[str]
) -> None:
    """Whichever is larger: a record may quote either end."""
    found = read(text).quantities
    assert [told(quantity) for quantity in found] == expected
    assert [told(end) for end in found[-1].ends] == ends


def test_a_change_and_the_level_that_it_leads_to_are_two_numbers() -> None:
    """ "By" tells one from the other."""
    found = read("Debt rose by $43 billion to $419 billion.").quantities
    assert [told(quantity) for quantity in found] == ["43000000000 USD", "419000000000 USD"]


UNDERSTOOD = [
    ("They built 900 cars, up from 700.", ["900 car", "700 car"]),
    ("They built 900 cars, compared with 700 in May.", ["900 car", "700 car"]),
    ("They sold 900 cars in 2018 and 700 in 2019.", ["900 car", "700 car"]),
    ("Of the 12 people held, four of them were hurt.", ["12 person", "4 person"]),
    ("They won six of the last seven games.", ["6 game", "7 game"]),
    ("It holds 22 of the 27 countries.", ["22 country", "27 country"]),
    ("Output rose 20 barrels to 340.", ["20 barrel", "340 barrel"]),
    ("Police held 150 individuals, including 65 in the U.S.", ["150 individual", "65 individual"]),
    ("They won 13 seats and lost 10.", ["13 seat", "10"]),
    ("Acme gained 13 seats and lost 10.", ["13 seat", "10 seat"]),
    ("He has two 12-year-old sons.", ["2 son", "12 year of age"]),
    ("They own three four-bedroom flats.", ["3 flat", "4 bedroom"]),
    ("At least 12, possibly 20, people came.", ["12 person", "20 person"]),
    ("At least 12, perhaps 20 people came.", ["12 person", "20 person"]),
    ("France won 12 medals, Germany nine and Italy 7.", ["12 medal", "9 medal", "7 medal"]),
    ("France won 12 medals, the Netherlands nine.", ["12 medal", "9 medal"]),
    ("Acme fell 1% at 40 points, while Globex fell 2% to 30.", ["1 percent", "40 point", "2 percent", "30 point"]),
    ("Four-, five- and six-cylinder engines.", ["4 cylinder", "5 cylinder", "6 cylinder"]),
    # What says nothing of the number before is left bare.
    ("Output rose 8 percent to 340.", ["8 percent", "340"]),
    ("They built 900 cars. Up from 700, they said.", ["900 car", "700"]),
    ("They built 900 cars and 700 boats.", ["900 car", "700 boat"]),
    ("Of these, 65 are American, 47 German and 24 British.", ["65", "47", "24"]),
    ("It has 12 lenses, the Galaxy 9 has fewer.", ["12 lens"]),
    ("They own 65, the 787 Dreamliner and 49 Elm.", ["65"]),
    ("It has 12 lenses, the Galaxy 9, and a case.", ["12 lens"]),
    ("They won 12 medals. Germany nine, he said.", ["12 medal", "9"]),
    ("They won 12 medals, he said in May, nine years later.", ["12 medal", "9 year"]),
    ("It grew 3 percent and swelled by 200,000.", ["3 percent", "200000"]),
    ("Acme fell 1% at 40 points. Globex fell 2% to 30.", ["1 percent", "40 point", "2 percent", "30"]),
]


@pytest.mark.parametrize(("text", "expected"), UNDERSTOOD)
def test_a_comparison_gives_the_number_its_noun(text: str, expected: list[str]) -> None:
    """The second half leaves out what it shares with the first."""
    assert [told(quantity) for quantity in read(text).quantities] == expected


BREAKDOWNS = [
    (
        "65 arrests in the U.S., one in Bulgaria and two in Italy",
        ["65 arrest united states", "1 arrest bulgaria", "2 arrest italy"],
    ),
    ("The raid led to 12 arrests: seven in Rome and six in Milan.", ["7 arrest rome", "6 arrest milan"]),
    ("Police made 12 arrests in May, seven in Rome and five in Milan.", ["7 arrest rome", "5 arrest milan"]),
    ("There were 12 arrests (seven in Rome, five in Milan).", ["7 arrest rome", "5 arrest milan"]),
    ("There were nine: seven arrests in Italy and two in France.", ["7 arrest italy", "2 arrest france"]),
    ("It drew 610 from Denmark, 430 from Germany and 200 from Norway.", ["610 denmark", "430 germany", "200 norway"]),
    (
        "Of 1,240 ships, 610 were container ships, 430 tankers and 200 ferries.",
        ["610 ship container ships", "430 tanker tankers", "200 ferry ferries"],
    ),
    ("Three in England and Wales, two in France.", ["3 england and wales", "2 france"]),
    ("Rome: 65, Milan: 47", ["65 rome", "47 milan"]),
]


@pytest.mark.parametrize(("text", "expected"), BREAKDOWNS)
def test_a_breakdown_knows_what_it_counts_and_where(text: str, expected: list[str]) -> None:
    """Every item has its place and the noun of the whole."""
    (breakdown,) = read(text).breakdowns
    assert [f"{told(item)} {item.place.key if item.place else '-'}" for item in breakdown.items] == expected


@pytest.mark.parametrize(
    "text",
    [
        "They built 12 cars in May and 10 in June.",
        "They built 12 cars in Rome. Five in Milan agree.",
        "He won 3 medals and lost 5 kg.",
        "They met 12 people in 30 days.",
        "It has 12 rooms and two baths.",
    ],
)
def test_no_breakdown_is_read_where_numbers_only_stand_together(text: str) -> None:
    """Times, sentences of their own and different things make none."""
    assert read(text).breakdowns == ()


NAMES = [
    ("Australia, Bulgaria, the United Kingdom and the United States took part.", 4),
    ("France and Germany took part.", 2),
    ("Acme, Inc., Globex and Initech took part.", 3),
    ("Miami and Providence, R.I.", 2),
    ("Bosnia and Herzegovina, Serbia and Italy took part.", 3),
    ("Johnson & Johnson, Globex and Initech took part.", 3),
    ("Sens. Ada Roe, Bo Lin and Cy Oz took part.", 3),
]


@pytest.mark.parametrize(("text", "count"), NAMES)
def test_a_list_of_names_has_each_name_once(text: str, count: int) -> None:
    """A state, "Inc." and the second half of a name with "and" belong to the name before."""
    (names,) = read(text).names
    assert len(names.names) == count
    assert all(text[name.start : name.end] == name.text for name in names.names)


@pytest.mark.parametrize("text", ["Ada Roe and Bo Lin came.", "Smith & Wesson sold it.", "In May and June it rained."])
def test_two_names_that_no_table_knows_are_no_list(text: str) -> None:
    """Nor are two months."""
    assert read(text).names == ()


@pytest.mark.parametrize(
    ("text", "inherited"),
    [
        ("They built 900 cars, up from 700.", [False, True]),
        ("It cost between 26 and $31 million.", [True]),
        ("They took 6 of their last seven games.", [True, False]),
        ("They built 900 cars and 700 vans.", [False, False]),
        ("They had 7 and ate 5 eggs.", [False, False]),
    ],
)
def test_it_is_told_where_a_noun_or_a_unit_is_another_numbers(text: str, inherited: list[bool]) -> None:
    """What was said of a number and what was taken over are told apart, and the noun's place is kept."""
    found = read(text).quantities
    flags = [its.inherited for quantity in found for its in (quantity.ends[:1] or (quantity,))]
    assert inherited == flags
    assert [its.noun for its in found if its.noun_span] == [
        text[its.noun_span[0] : its.noun_span[1]] for its in found if its.noun_span
    ]
