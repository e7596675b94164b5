"""
Forms that are read by a rule of the language: each with what it means, and with what looks like it and means another.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.model.number import Rational
from factcheck.model.quantity import Modifier
from factcheck.reader import read

Told = tuple[Rational | tuple[Rational | None, Rational | None] | None, str | None]


def told(text: str) -> list[Told]:
    """Value (or the ends of a range) and unit or noun of every quantity."""
    return [
        (its.value if its.value is not None else (its.lower, its.upper), its.unit.name if its.unit else its.counted)
        for its in read(text).quantities
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lost 3b last year.", [(3_000_000_000, None)]),
        ("It sends 3b of data.", [(3, "bit")]),
        ("It sends 320b/s.", [(320, "bit per second")]),
        ("The key has 3b, the address 4b.", [(3, "bit"), (4, "bit")]),
        ("She ran a 10K race.", [(10, "kilometer")]),
        ("It has 12K users.", [(12_000, "user")]),
        ("It has 10K runs.", [(10, "kilometer")]),
        ("It cost $10K to run.", [(10_000, "USD")]),
    ],
)
def test_a_letter_behind_digits_is_a_scale_or_a_unit(text: str, expected: list[Told]) -> None:
    """ "b" is a billion but for words of data, "K" a thousand but before a race."""
    assert expected == told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell **-58 %** in May.", [-58]),
        ("It fell *-58%* and _-3%_.", [-58, -3]),
        ("FTSE 100: -0.5%, DAX -1.5%, CAC 40 -0.3%", [Fraction(-1, 2), Fraction(-3, 2), Fraction(-3, 10)]),
        ('They said "-5" and left in 3 days.', [-5, 3]),
        ("The COVID -19 wave took 3 men.", [3]),
        ("It is a 5-3 win.", []),
        ("It ran from 1-5 goats.", [(1, 5)]),
        ("Pages 3-5 are lost.", []),
        ("It holds 3 - 5 litres.", [(3, 5)]),
        ("The well-5 site has 3 men.", [3]),
    ],
)
def test_a_dash_before_a_number_is_a_minus_or_not(text: str, expected: list[Rational]) -> None:
    """Behind a space, a bracket or markup it is its sign; behind a word or a number it joins."""
    assert expected == [value for value, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It took two hours, five minutes and three seconds.", [(Fraction(2501, 1200), "hour")]),
        ("It took 2 h 5 min 3 s.", [(Fraction(2501, 1200), "hour")]),
        ("It took 2 days and 6 hours.", [(Fraction(9, 4), "day")]),
        ("She is two years and six months old.", [(Fraction(5, 2), "year of age")]),
        ("It took two hours and 95 minutes.", [(2, "hour"), (95, "minute")]),
        ("It took two hours and three men.", [(2, "hour"), (3, "man")]),
        ("It took 2 days, 6 hours a day.", [(2, "day"), (6, "hour per day")]),
        ("It took 3 seconds, 2 minutes before.", [(3, "second"), (2, "minute")]),
        ("It took 2 hours; 5 minutes were lost.", [(2, "hour"), (5, "minute")]),
    ],
)
def test_an_amount_in_several_units_is_one(text: str, expected: list[Told]) -> None:
    """Each unit is the next smaller one, and its number less than one of the larger."""
    assert expected == told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stocks went down 45,400 to 8,153,900.", [45_400, 8_153_900]),
        ("Stocks fell 3,100 to 20,000 barrels.", [3_100, 20_000]),
        ("It fell 5 to 10 percent.", [(5, 10)]),
        ("It fell 1 to 10 percent.", [(1, 10)]),
        ("It holds 5 to 100 people.", [(5, 100)]),
        ("It grew from 5 to 100 people.", [(5, 100)]),
        ("It grew 20 to 30 feet.", [(20, 30)]),
    ],
)
def test_a_change_and_its_level_are_no_range(text: str, expected: list[Rational]) -> None:
    """Nobody gives a range of a change whose end is many times its beginning."""
    assert expected == [value for value, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost P5.08 billion.", [(5_080_000_000, "PHP")]),
        ("It cost P1,200 a day.", [(1200, "PHP per day")]),
        ("It cost Z5.08 billion.", [(5_080_000_000, None)]),
        ("The P5 form has 3 parts.", [(3, "part")]),
        ("The A320 and the P38 are 3 million.", [(3_000_000, None)]),
        ("Take the M25 for 3 miles.", [(3, "mile")]),
    ],
)
def test_an_amount_may_be_glued_to_a_letter(text: str, expected: list[Told]) -> None:
    """A letter is the sign of its currency, or of one that is not known; a name has no scale word behind it."""
    assert expected == told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were 63 649 persons.", [(63_649, "person")]),
        ("There were 597 000 deaths.", [(597_000, "death")]),
        ("In 2019 300 people came.", [(300, "person")]),
        ("Under Article 12 300 people came.", [(300, "person")]),
        ("On May 12 300 people came.", [(300, "person")]),
        ("Of the 12, 300 people came.", [(12, None), (300, "person")]),
        ("See 12  300 people.", [(12, None), (300, "person")]),
    ],
)
def test_a_space_may_set_off_thousands(text: str, expected: list[Told]) -> None:
    """One space, three digits and a plural behind them; not two numbers that only meet."""
    assert expected == told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It earned $US31.6 ($42) million.", [31_600_000, 42_000_000]),
        ("It lost ($1.2) million.", [-1_200_000]),
        ("Net loss (361,055) in May.", [-361_055]),
        ("A loss of ($361,055) was told.", [-361_055]),
        ("The city (361,055) grew.", [361_055]),
        ("A loss of goats (12) was told.", [12]),
        ("A gain (361,055) was told.", [361_055]),
        ("It cost 5 dollars ($5) then.", [5, 5]),
    ],
)
def test_brackets_are_a_minus_in_accounts_alone(text: str, expected: list[Rational]) -> None:
    """Behind a word for a loss they are; behind a number they hold it in another unit."""
    assert expected == [value for value, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One online shopper in five buys it.", [(Fraction(1, 5), "shopper")]),
        ("One person in ten is ill.", [(Fraction(1, 10), "person")]),
        ("He scored one goal in five games.", [(1, "goal"), (5, "game")]),
        ("She lost one friend in 10 days.", [(1, "friend"), (10, "day")]),
        ("He made one trip in 2019.", [(1, "trip")]),
        ("They sold one house in 300.", [(1, "house"), (300, None)]),
    ],
)
def test_a_ratio_may_have_its_noun_inside(text: str, expected: list[Told]) -> None:
    """The clause goes on or ends behind it; where something is counted there it is no ratio."""
    assert expected == told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is up 324% and a quarter of it is new.", [(324, "percent"), (Fraction(1, 4), None)]),
        ("It took two hours and a half.", [(Fraction(5, 2), "hour")]),
        ("It took two hours and a half of the men slept.", [(2, "hour"), (Fraction(1, 2), "man")]),
        ("They took 55 luxury vehicles and over $48 million.", [(55, "vehicle"), (48_000_000, "USD")]),
        ("They took 55 cars and more than 48 vans.", [(55, "car"), (48, "van")]),
    ],
)
def test_and_begins_another_number(text: str, expected: list[Told]) -> None:
    """What stands behind "and" belongs to the number before it only where nothing is counted with it."""
    assert expected == told(text)
    assert read(text).quantities[0].modifier is Modifier.EXACT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 2 × 3 × 3 design was used.", []),
        ("A 2 x 3 factorial was used.", []),
        ("We know that 2 × 3 = 6 here.", [2, 3, 6]),
        ("It holds 2 × 3 × 3 = 18 eggs.", [2, 3, 3, 18]),
    ],
)
def test_the_sides_of_a_design_count_nothing(text: str, expected: list[Rational]) -> None:
    """Where the product is told it is arithmetic."""
    assert expected == [value for value, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Raise the cap 5 -> 3 now.", [Modifier.EXACT, Modifier.EXACT]),
        ("It went 5 --> 3 percent.", [Modifier.EXACT, Modifier.EXACT]),
        ("It needs > 3 percent.", [Modifier.MORE_THAN]),
        ("It needs >3 percent.", [Modifier.MORE_THAN]),
    ],
)
def test_an_arrow_is_no_bound(text: str, expected: list[Modifier]) -> None:
    """ ">" behind a dash points."""
    assert expected == [its.modifier for its in read(text).quantities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("17 of 25 SKUs are gone.", [(17, "sku"), (25, "sku")]),
        ("It has 3 new CPUs.", [(3, "cpu")]),
        ("It is 145 kms away.", [(145, "kilometer")]),
        ("It has 82,7 million people.", [(82_700_000, "person")]),
        ("He waited 32½ years.", [(Fraction(65, 2), "year")]),
        ("The mean was 4.2 (SD = 1.1).", [(Fraction(21, 5), None), (Fraction(11, 10), None)]),
        ("Of all, 85% (922/379) agreed.", [(85, "percent")]),
        ("He joined 10 Democrat-led resolutions.", [(10, "resolution")]),
        ("It hit 15 of Missouri's 114 counties.", [(15, "county"), (114, "county")]),
        ("They cosponsor S.2246 and H.R.2 today.", []),
        ("The rules 2021R-05 and 2021R-08 stay.", []),
        ("It was 68F-77F at noon.", [((68, 77), "degree Fahrenheit")]),
    ],
)
def test_it_is_read(text: str, expected: list[Told]) -> None:
    """Acronyms have plurals; units have forms of their own."""
    assert expected == told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were 22, 000 deaths.", [(22_000, "death")]),
        ("It cost $3, 150 in all.", [(3150, "USD")]),
        ("In all 3, 700 people came , he said .", [(3700, "person")]),
        ("A 27 - year - old man left.", [(27, "year of age")]),
        ("He paid for a 10 - year ban , he said .", [(10, "year")]),
        ("Of the 12, 300 people came.", [(12, None), (300, "person")]),
        ("They sold 10 - mostly goats - in May.", [(10, None)]),
        ("In groups of 5, 12 and 300 people came.", [(5, None), (12, None), (300, "person")]),
    ],
)
def test_a_text_of_spaced_tokens_is_read_as_any(text: str, expected: list[Told]) -> None:
    """Spaces around hyphens and behind the comma of thousands; where a dash or a list would be meant, they stay."""
    assert expected == told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KENT, 63, DIED IN FEBRUARY", [(63, "year of age")]),
        ("Republicans Have a 21 Point Margin Today", [(21, "point")]),
        ("Police Killed Three, Including a Baby", [(3, None)]),
        ("NEVER MORE THAN 4 BILLION A YEAR AGO", [(4_000_000_000, None)]),
        ("They own the 787 Dreamliner and an iPhone 14.", []),
        ("Boyer stabbed Jane Roe 24 times.", [(24, "time")]),
        ("The FTSE 100 and the Big Three fell.", []),
    ],
)
def test_capitals_of_a_headline_make_no_names(text: str, expected: list[Told]) -> None:
    """Where every longer word has a capital, a number beside one is no model and no label."""
    found = told(text)
    assert [value for value, _ in expected] == [value for value, _ in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dollar rose to 146.40/50 yen from 144.20/40.", [(Fraction(1464, 10), Fraction(1465, 10)), None]),
        ("It was at 0.7040/45 dollars.", [(Fraction(704, 1000), Fraction(7045, 10000))]),
        ("It scored 1.5/10 points.", [Fraction(3, 2), 10]),
        ("It rose 146.40/30 yen.", [Fraction(1464, 10), 30]),
        ("It holds 1/16 pint.", [Fraction(1, 16)]),
    ],
)
def test_a_rate_at_two_prices_is_a_range(text: str, expected: list[Rational | None]) -> None:
    """The second is told by its last digits, and is the higher one."""
    found = [value for value, _ in told(text)]
    assert [value for value in expected if value is not None] == found[: len([v for v in expected if v is not None])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-$10 million for schools\n-$5 million for roads", [10_000_000, 5_000_000]),
        ("−$10 million was lost.", [-10_000_000]),
        ("The net was -$10 million.", [-10_000_000]),
        ("-5 degrees at night", [-5]),
        ("Its debt was cut to A-3 from Ba-3 and B-1.", []),
        ("Call 1-855-TIP-OCCS for 3 men.", [3]),
        ("Development$795,000State University asks", [795_000]),
    ],
)
def test_what_is_glued_to_a_number(text: str, expected: list[Rational]) -> None:
    """A list's hyphen is no minus, a rating and a telephone number are none, and a space may be missing."""
    assert expected == [value for value, _ in told(text)]
