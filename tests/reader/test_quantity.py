"""
What a number is read as: its value, its unit or what it counts, what the words around it do.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.model.quantity import Quantity
from factcheck.reader import read


def only(text: str) -> Quantity:
    """The one quantity of a text."""
    (quantity,) = read(text).quantities
    return quantity


NUMBERS = [
    ("They sold 1,500,000 of them.", 1_500_000),
    ("They sold 1 500 000 of them.", 1_500_000),
    ("They sold four million of them.", 4_000_000),
    ("They sold 4 hundred of them.", 400),
    ("They sold twenty-one thousand and five of them.", 21_005),
    ("They sold one million two hundred thousand of them.", 1_200_000),
    ("They sold a dozen of them.", 12),
    ("They sold 2½ tonnes.", Fraction(5, 2)),
    ("They sold 10 1/2 tonnes.", Fraction(21, 2)),
    ("They sold one and a half million of them.", 1_500_000),
    ("They sold half a million of them.", 500_000),
    ("They sold three quarters of a million of them.", 750_000),
    ("They sold three in ten.", Fraction(3, 10)),
    ("They sold one out of every three.", Fraction(1, 3)),
    ("They made $(2.5) million.", -2_500_000),
    ("They left 1-in-5 users behind.", Fraction(1, 5)),
    ("Two-thirds of the crop was sold.", Fraction(2, 3)),
    ("A third of the crop was sold.", Fraction(1, 3)),
    ("They need 1.3x10^6 of them.", 1_300_000),
    ("It reads minus-130 degrees.", -130),
    ("It reads -4.5 °C.", Fraction(-9, 2)),
    ("It weighs .25 kg.", Fraction(1, 4)),
    ("It weighs two point seven one kg.", Fraction(271, 100)),
    ("They are worth three lakh crore rupees.", 3_000_000_000_000),
    ("They are worth 12,34,567 rupees.", 1_234_567),
    ("It took an hour and a half.", Fraction(3, 2)),
    ("It took two hours and a half.", Fraction(5, 2)),
    ("It is a mile and a quarter away.", Fraction(5, 4)),
    ("More than half stayed.", Fraction(1, 2)),
    ("Sales rose by a third to an all-time high.", Fraction(1, 3)),
    ("They did it 3x10^6 times.", 3_000_000),
    ("It is three thirty-seconds wide.", Fraction(3, 32)),
    ("It earned 2.7m in fees.", 2_700_000),
    ("It is worth 3m.", 3_000_000),
    ("The population of it is 8.4m.", 8_400_000),
    ("The people own a 30m yacht.", 30),  # metres
    ("A magnitude-7.1 quake hit it.", Fraction(71, 10)),
    ("The wall costs 3m deep no less.", 3),  # metres
]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_a_number_is_read_exactly_in_digits_and_in_words(text: str, value: int | Fraction) -> None:
    """The value is an exact rational, however it is written."""
    assert value == only(text).value


UNITS = [
    ("It cost $5.", 5, "USD"),
    ("It cost US$2.7m.", 2_700_000, "USD"),
    ("It cost $1.2bn.", 1_200_000_000, "USD"),
    ("It cost RM79.", 79, "MYR"),
    ("It cost A$82 million.", 82_000_000, "AUD"),
    ("A $82 million deal was struck.", 82_000_000, "USD"),
    ("It cost €1,200.", 1200, "EUR"),
    ("It cost 1,200€.", 1200, "EUR"),
    ("It cost EUR 20.", 20, "EUR"),
    ("It cost Rs 500.", 500, "INR"),
    ("It cost MEUR 120.", 120_000_000, "EUR"),
    ("It cost 75 USD million.", 75_000_000, "USD"),
    ("It is a 3.4bn-euro bid.", 3_400_000_000, "EUR"),
    ("It cost 10.5 million Australian dollars.", 10_500_000, "AUD"),
    ("It cost thirteen dollars and forty-five cents.", Fraction(1345, 100), "USD"),
    ("It cost 98 pence.", 98, "penny"),
    ("It cost $98 an ounce.", 98, "USD per ounce"),
    ("It cost $21.25 per square foot.", Fraction(2125, 100), "USD per square foot"),
    ("It weighs 5 kg.", 5, "kilogram"),
    ("It weighs 200lbs.", 200, "pound"),
    ("It holds 54GB.", 54, "gigabyte"),
    ("It covers 32m2.", 32, "square meter"),
    ("It covers 400 square feet.", 400, "square foot"),
    ("It went 800 miles per hour.", 800, "mile per hour"),
    ("It went 60mph.", 60, "mile per hour"),
    ("It took a 10-month trial.", 10, "month"),
    ("It took a five-hour trial.", 5, "hour"),
    ("It rose 19 per cent.", 19, "percent"),
    ("It rose 3 percentage points.", 3, "percentage point"),
    ("It rose 25 basis points.", 25, "basis point"),
    ("It is 3.5‰.", Fraction(7, 2), "per mille"),
    ("A 50-year-old man came.", 50, "year of age"),
    ("Jane Roe, 52, came.", 52, "year of age"),
    ("The average age was 41.", 41, "year of age"),
    ("Life expectancy there is around 73.", 73, "year of age"),
    ("It makes 275 pound-feet.", 275, "pound-foot"),
    ("It is 5 feet 2 inches tall.", Fraction(31, 6), "foot"),
    ("The 6-foot-5 guard came.", Fraction(77, 12), "foot"),
    ("It is 104F outside.", 104, "degree Fahrenheit"),
    ("Billions of dollars were lost.", 2_000_000_000, "USD"),
    ("Hundreds of miles were flown.", 200, "mile"),
    ("It took 5 or more kilograms.", 5, "kilogram"),
    ("The ball is dropped at 9.8 m/s2.", Fraction(98, 10), "meter per square second"),
    ("It took 2 h 30 min.", Fraction(5, 2), "hour"),
    ("It took 3 min 59.4 sec.", Fraction(399, 100), "minute"),
    ("A 2-hour, 30-minute film.", Fraction(5, 2), "hour"),
    ("Her brother, 22, came.", 22, "year of age"),
    ("The couple, both 35, came.", 35, "year of age"),
    ("It cost 500 birr.", 500, "ETB"),
    ("It cost rupees 500 crore.", 5_000_000_000, "INR"),
    ("It cost sen 100,000.", 100_000, "sen"),
    ("It cost 300 Jamaican dollars.", 300, "JMD"),
    ("It cost ₵500.", 500, "GHS"),
    ("It cost R19.99.", Fraction(1999, 100), "ZAR"),
    ("It cost PS5m.", 5_000_000, "GBP"),
]


@pytest.mark.parametrize(("text", "value", "unit"), UNITS)
def test_a_unit_of_measure_or_money_is_told_by_symbol_code_or_name(text: str, value: int | Fraction, unit: str) -> None:
    """The unit's name is singular English, of money its code."""
    quantity = only(text)
    assert (value, unit) == (quantity.value, quantity.unit.name if quantity.unit else None)


SENSES = [
    ("He was fined 20 pounds.", "GBP"),
    ("A 50-pound fine was paid.", "GBP"),
    ("They owe thousands of pounds.", "GBP"),
    ("It went for 20 pounds ($25).", "GBP"),
    ("He lost 20 pounds.", "pound"),
    ("He paid for 20 pounds of flour.", "pound"),
    ("It cost little and weighs 20 pounds.", "pound"),
    ("It costs $9 and is 20 pounds.", "pound"),
    ("He was fined. It is 20 pounds.", "pound"),
    ("The ticket cost 35c.", "cent"),
    ("The capacitor is 2.5 F.", "farad"),
    ("It was 70 F.", "degree Fahrenheit"),
    ("The capacitor held 3 C.", "coulomb"),
    ("It was 30 C.", "degree Celsius"),
    ("The ticket cost 150 kn.", "HRK"),
    ("The ship made 15 kn.", "knot"),
]


@pytest.mark.parametrize(("text", "unit"), SENSES)
def test_a_word_of_two_units_means_what_the_words_near_by_say(text: str, unit: str) -> None:
    """Within its sentence; else it means the more common one."""
    assert [unit] == [q.unit.name for q in read(text).quantities if q.unit and q.unit.name != "USD"]


@pytest.mark.parametrize("text", ["9 kilograms (20 pounds)", "20 pounds (9 kg)", "9 kg, or 20 pounds,"])
def test_a_pound_beside_another_weight_is_one(text: str) -> None:
    """Whatever words of money stand near."""
    assert "pound" in [q.unit.name for q in read(f"He was charged over {text} of it.").quantities if q.unit]


TEXTS = [
    ("They sold 20 pounds.", "pound"),
    ("They sold it for 20 pounds.", "GBP"),
    ("They sold it for about two million pounds.", "GBP"),
    ("They sold 20 pounds.\n\nHe owes them £5.", "GBP"),
    ("They sold 20 pounds.\n\nHe owes them 50 pence.", "GBP"),
    ("They paid 2 million pounds ($2.5 million).\n\nThey sold 20 pounds.", "GBP"),
    ("They sold 20 pounds.\n\nOne weighs 5 lb.", "pound"),
    ("They sold 20 pounds, and it weighs little.\n\nIt is £5.", "pound"),
    ("He was charged with taking 20 pounds.", "pound"),
    ("He was fined 20 pounds.\n\nOne is 3 feet.", "GBP"),
    ("He paid for all 20 pounds.\n\nThe street price is $500 an ounce.", "pound"),
    ("He paid for all 20 pounds.\n\nIt is £500 here, $600 there.", "GBP"),
    ("He lost 20 pounds.\n\nIt is £500.", "pound"),
    ("He bought 20 pounds of flour.\n\nIt is £500.", "pound"),
]


@pytest.mark.parametrize(("text", "unit"), TEXTS)
def test_a_text_says_which_pounds_are_its_own(text: str, unit: str) -> None:
    """Sterling where it has £ or pence elsewhere; weight where it has dollars or ounces, or where goods are sold."""
    names = [q.unit.name for q in read(text).quantities if q.unit and "pounds" in q.text]
    assert names[-1] == unit


COUNTED: list[tuple[str, str | None]] = [
    ("Police held 150 individuals.", "individual"),
    ("They took four million lethal fentanyl doses.", "dose"),
    ("They took 200,000 ecstasy, fentanyl, oxycodone and methamphetamine pills.", "pill"),
    ("The 11-member board met.", "member"),
    ("Dozens of people came.", "person"),
    ("One of the best speakers came.", "speaker"),
    ("They gave one clear message to all.", "message"),
    ("There were 27 dead.", "dead"),
    ("They built 57 737s.", "737"),
    ("They built 120 Model 3s.", "model 3"),
    ("He kept a 4.50 ERA over the year.", "era"),
    ("They met 12 times.", "time"),
    ("They made 36 monthly payments.", "payment"),
    ("They need 50 or more volunteers.", "volunteer"),
    ("They need 50+ volunteers.", "volunteer"),
    ("A hundred or so people came.", "person"),
    ("They handed out one or more name tags.", "tag"),
    ("They built two A350s.", "a 350"),
    ("The other two came.", None),
    ("They left dozens more hurt.", None),
    ("They lost 15 youth clubs.", "club"),
    ("They made thousands of COVID -19 tests.", "test"),
    ("Of these, 12 won.", None),
    ("They won 1,200.", None),
    ("Against the dollar 500 was lost.", None),
    ("A mother with three kids needs help.", "kid"),
]


@pytest.mark.parametrize(("text", "counted"), COUNTED)
def test_what_is_counted_is_the_head_of_its_noun_phrase(text: str, counted: str | None) -> None:
    """It is singular and lower case; the words that narrow it stay in ``noun``."""
    assert counted == only(text).counted


HEDGES = [
    ("It holds about 40 people.", "approximate"),
    ("It holds an estimated 40 people.", "approximate"),
    ("It holds nearly 40 people.", "approximate"),
    ("It holds ~40 people.", "approximate"),
    ("It holds 40 or so people.", "approximate"),
    ("It holds more than 40 people.", "more_than"),
    ("It holds upwards of 40 people.", "more_than"),
    ("It holds at least 40 people.", "at_least"),
    ("It holds no fewer than 40 people.", "at_least"),
    ("It holds 40 or more people.", "at_least"),
    ("It holds a 40-plus crowd.", "at_least"),
    ("It holds 40+ people.", "at_least"),
    ("It holds approx. 40 people.", "approximate"),
    ("It holds at the very least 40 people.", "at_least"),
    ("It holds up to and including 40 people.", "at_most"),
    ("It is for those of 40 and under.", "at_most"),
    ("She has two sisters and younger friends.", "exact"),
    ("It is worth north of $40.", "more_than"),
    ("It is north of 40 villages.", "exact"),
    ("It holds fewer than 40 people.", "less_than"),
    ("It holds just under 40 people.", "less_than"),
    ("It holds no more than 40 people.", "at_most"),
    ("It holds smaller or equal than 40 people.", "at_most"),
    ("It holds up to 40 people.", "up_to"),
    ("It holds as many as 40 people.", "up_to"),
    ("It holds 40 people.", "exact"),
    ("It holds exactly 40 people.", "exact"),
    ("It holds just 40 people.", "exact"),
    ("It holds 40 to 50 people.", "range"),
    ("It lasted over three years.", "exact"),  # during them
    ("It lasted for over three years.", "more_than"),
]


@pytest.mark.parametrize(("text", "modifier"), HEDGES)
def test_a_hedge_says_how_the_number_is_meant(text: str, modifier: str) -> None:
    """The hedge is part of the quantity's words."""
    assert modifier == only(text).modifier


DIRECTIONS = [
    ("Sales rose 5%.", "up"),
    ("Sales were up nearly 57 percent.", "up"),
    ("The index lost 190 points.", "down"),
    ("It cut its forecast by 5%.", "down"),
    ("Shares added 15 sen.", "up"),
    ("The deficit widened 5%.", "up"),
    ("The gap narrowed by 3 points.", "down"),
    ("He was shot by 3 men.", None),
    ("They recovered 12 bodies.", None),
    ("Sales rose to $5 million.", None),
    ("Sales fell below $50.", None),
    ("The firm added ten users.", None),
    ("It lost 10% of its staff.", None),
    ("Sales were $5 million.", None),
    ("He gave up 517 yards.", None),
]


@pytest.mark.parametrize(("text", "direction"), DIRECTIONS)
def test_a_verb_of_change_gives_the_change_its_direction(text: str, direction: str | None) -> None:
    """A level, a part and what is merely had have none."""
    assert direction == only(text).direction


def test_the_words_of_a_quantity_run_from_its_hedge_to_its_noun() -> None:
    """The number alone has its own place."""
    text = "Police took approximately 234 kilograms of it."
    quantity = only(text)
    assert quantity.text == "approximately 234 kilograms"
    assert text[quantity.number_start : quantity.number_end] == "234"


def test_the_precision_of_a_number_is_what_was_written() -> None:
    """One unit of the last printed place, and of the last significant one."""
    assert [(1, 10), (Fraction(1, 10), Fraction(1, 10)), (100_000, 100_000), (0, 0)] == [
        (quantity.step, quantity.significant)
        for quantity in read("4,560 cars, 152.1 kg, $31.6 million, a third of them").quantities
    ]


@pytest.mark.parametrize(
    ("text", "directions"),
    [
        ("Shares fell 12 cents, or 1.5 percent, to $7.88.", ["down", "down", None]),
        ("Shares fell 12 cents or so.", ["down"]),
        ("It holds 12 litres, or 3 gallons.", [None, None]),
    ],
)
def test_a_change_told_again_in_other_units_has_the_direction_of_the_first(
    text: str, directions: list[str | None]
) -> None:
    """Between a comma and "or"."""
    assert directions == [quantity.direction for quantity in read(text).quantities]
