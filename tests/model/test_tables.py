"""
The tables of English words: every entry names its source, and says what it should.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from factcheck.model import gazetteer, name, table
from factcheck.model.number import Rational

FOLDER = Path(table.__file__).parent / "en"
TABLES = sorted(path for path in FOLDER.glob("*.yaml") if path.stem != "sameness")
"""Those of words; the weights of sameness are learned."""
KEPT_APART = {"references", "kinds"}


def entries(content: dict[str, dict[str, object]]) -> Iterator[tuple[str, object]]:
    for part, members in content.items():
        if part not in KEPT_APART:
            yield from ((f"{part}.{key}", entry) for key, entry in members.items())


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_every_entry_has_a_reference(path: Path) -> None:
    """A word is in a table because a source says so; the source is written out in the same file."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    references = content.get("references", {})
    for key, entry in entries(content):
        if isinstance(entry, dict):
            assert entry.get("reference"), key
        else:
            fields = entry if isinstance(entry, list) else [entry]
            assert {fields[0], fields[-1]} & references.keys(), key


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_every_reference_is_used(path: Path) -> None:
    """A list of references holds no strays."""
    text = path.read_text(encoding="utf-8")
    for reference in yaml.safe_load(text).get("references", {}):
        assert text.count(reference) > 1, reference


@pytest.mark.parametrize(
    ("word", "name"),
    [("kg", "kilogram"), ("kWh", "kilowatt hour"), ("mW", "milliwatt"), ("MW", "megawatt"), ("µm", "micrometer")],
)
def test_symbols_are_told_apart_by_case(word: str, name: str) -> None:
    """A milliwatt is no megawatt."""
    assert table.units().symbols[word].name == name


@pytest.mark.parametrize(
    ("word", "value", "other", "expected"),
    [
        ("miles", 1, "kilometers", 1.609344),
        ("pounds", 1, "grams", 453.59237),
        ("hours", 2, "minutes", 120),
        ("acres", 1, "hectares", 0.40468564224),
    ],
)
def test_units_convert_exactly(word: str, value: Rational, other: str, expected: float) -> None:
    """Factors are the defined ones (NIST SP 811), as rationals."""
    units = table.units().names
    assert units[word].converts_to(units[other])
    assert units[other].from_base(units[word].to_base(value)) == pytest.approx(expected, rel=1e-15)


def test_temperatures_have_a_zero_of_their_own() -> None:
    """Water boils at 100 °C and 212 °F."""
    celsius, fahrenheit = table.units().symbols["°C"], table.units().symbols["°F"]
    assert fahrenheit.from_base(celsius.to_base(100)) == 212


def test_a_currency_is_a_dimension_of_its_own() -> None:
    """No pound becomes a dollar without a rate; a cent is a hundredth of one."""
    money = table.currencies()
    assert not money.signs["£"].converts_to(money.signs["$"])
    assert money.names["cents"].converts_to(money.signs["$"])
    assert money.signs["$"].from_base(money.names["cents"].to_base(250)) == pytest.approx(2.5)


def test_no_name_is_an_alias_of_two() -> None:
    """Within a table an alias leads to one name, and a name to itself."""
    for kind, aliases in gazetteer.names().items():
        for alias, whole in aliases.items():
            assert aliases[whole] == whole, (kind, alias)


def test_names_are_stored_as_they_are_compared() -> None:
    """Every alias is folded already, or it would never be found."""
    for aliases in gazetteer.names().values():
        for alias in aliases:
            assert name.fold(alias) == alias


def test_a_table_that_is_wrong_says_where(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An entry without a known reference is an error of the package, with its place."""
    (tmp_path / "numbers.yaml").write_text("references: {A: a}\ncardinals: {one: [1, B]}\n", encoding="utf-8")
    monkeypatch.setattr(table, "_FOLDER", tmp_path)
    table.numbers.cache_clear()
    try:
        with pytest.raises(table.TableError, match=r"numbers\.yaml, cardinals, one: no reference 'B'"):
            table.numbers()
    finally:
        monkeypatch.undo()
        table.numbers.cache_clear()


def test_the_countries_of_a_region_are_names_that_are_known() -> None:
    """A region lists countries by the names that the table of names has for them."""
    known = set(gazetteer.names()["country"].values())
    for region, countries in gazetteer.regions().items():
        assert countries <= known, region
