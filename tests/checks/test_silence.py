"""
Where a check must stay silent, and where it fires: sentences of one's own, more silence than alarm.
"""

from __future__ import annotations

import pytest
from conftest import Newsroom, broken

# text, claims (id: quote), rule, and how it must come out: a reading, "error", "warning" or "undetermined".
CASES = [
    # Sums: rounding, hedges, open lists.
    (
        "Sales were 10.2, 3.4 and 1.1 kg, in all 14.8 kg.",
        {"a": "10.2", "b": "3.4", "c": "1.1 kg", "t": "14.8 kg"},
        "formula: a * 1 kg + b * 1 kg + c = t",
        "rounding",
    ),
    (
        "It weighs 1.24 kg, made of 0.61 kg of iron and 0.62 kg of tin.",
        {"t": "1.24 kg", "a": "0.61 kg", "b": "0.62 kg"},
        "balance: {whole: t, parts: [a, b]}",
        "rounding",
    ),
    (
        "It weighs 1.24 kg, made of 0.61 kg of iron and 0.60 kg of tin.",
        {"t": "1.24 kg", "a": "0.61 kg", "b": "0.60 kg"},
        "balance: {whole: t, parts: [a, b]}",
        "error",
    ),
    (
        "About 240 kg were found: 120.4 kg of tea and 113.1 kg of flour.",
        {"t": "About 240 kg", "a": "120.4 kg", "b": "113.1 kg"},
        "balance: {whole: t, parts: [a, b]}",
        "hedge",
    ),
    (
        "In all 240 kg were found: 120.4 kg of tea and 113.1 kg of flour.",
        {"t": "240 kg", "a": "120.4 kg", "b": "113.1 kg"},
        "balance: {whole: t, parts: [a, b]}",
        "error",
    ),
    (
        "Of 90 people, among them 40 men and 30 women, some left.",
        {"t": "90 people", "a": "40 men", "b": "30 women"},
        "balance: {whole: t, parts: [a, b]}",
        "open_list",
    ),
    (
        "Of 60 people, among them 40 men and 30 women, some left.",
        {"t": "60 people", "a": "40 men", "b": "30 women"},
        "balance: {whole: t, parts: [a, b]}",
        "error",
    ),
    (
        "Of 90 people 40 men and 30 women left.",
        {"t": "90 people", "a": "40 men", "b": "30 women"},
        "balance: {whole: t, parts: [a, b], list: open}",
        "open_list",
    ),
    (
        "Of 90 people, including 40 men and 30 women, some left.",
        {"t": "90 people", "a": "40 men", "b": "30 women"},
        "balance: {whole: t, parts: [a, b], list: closed}",
        "error",
    ),
    # Restated facts.
    (
        "Police held 150 people. The 150 suspects are in custody.",
        {"a": "150 people", "b": "150 suspects"},
        "agree: {claims: [a, b]}",
        "exact",
    ),
    (
        "Police held 150 people. The 155 suspects are in custody.",
        {"a": "150 people", "b": "155 suspects"},
        "agree: {claims: [a, b]}",
        "error",
    ),
    (
        "Police held more than 150 people. The 150 suspects are in custody.",
        {"a": "more than 150 people", "b": "150 suspects"},
        "agree: {claims: [a, b]}",
        "error",
    ),
    (
        "It cost $1.6 million. The price of $1,583,000 was high.",
        {"a": "$1.6 million", "b": "$1,583,000"},
        "agree: {claims: [a, b]}",
        "rounding",
    ),
    ("It weighs 21.6 kg. The 21.7 kg were sold.", {"a": "21.6 kg", "b": "21.7 kg"}, "agree: {claims: [a, b]}", "error"),
    (
        "It weighs about 21.6 kg. The 21.7 kg were sold.",
        {"a": "about 21.6 kg", "b": "21.7 kg"},
        "agree: {claims: [a, b]}",
        "rounding",
    ),
    (
        "It cost $26 million. The price of $26.7 million was high.",
        {"a": "$26 million", "b": "$26.7 million"},
        "agree: {claims: [a, b]}",
        "warning",
    ),
    (
        "It cost over $31.6 million. The price of $31.9 million was high.",
        {"a": "over $31.6 million", "b": "$31.9 million"},
        "agree: {claims: [a, b]}",
        "warning",
    ),
    # Parts.
    ("Of 150 people 150 stayed.", {"t": "150 people", "a": "150 stayed"}, "part: {part: a, whole: t}", "exact"),
    ("Of 150 people 151 stayed.", {"t": "150 people", "a": "151 stayed"}, "part: {part: a, whole: t}", "error"),
    (
        "Of about 150 people 151 stayed.",
        {"t": "about 150 people", "a": "151 stayed"},
        "part: {part: a, whole: t}",
        "hedge",
    ),
    (
        "Of over $3 million they spent $500,000.",
        {"t": "over $3 million", "a": "$500,000"},
        "part: {part: a, whole: t}",
        "exact",
    ),
    # Shares and changes.
    (
        "Of 30 people 20, or 67%, stayed.",
        {"t": "30 people", "a": "20", "p": "67%"},
        "share: {part: a, whole: t, percent: p}",
        "rounding",
    ),
    (
        "Of 30 people 20, or 66%, stayed.",
        {"t": "30 people", "a": "20", "p": "66%"},
        "share: {part: a, whole: t, percent: p}",
        "warning",
    ),
    (
        "Of 30 people 20, or 57%, stayed.",
        {"t": "30 people", "a": "20", "p": "57%"},
        "share: {part: a, whole: t, percent: p}",
        "error",
    ),
    (
        "One half of the 30 people were heard, 50%.",
        {"t": "30 people", "p": "50%"},
        "share: {whole: t, percent: p}",
        "exact",
    ),
    (
        "Prices rose 25% to $5 from $4.",
        {"n": "$5", "o": "$4", "p": "25%"},
        "change: {old: o, new: n, percent: p}",
        "exact",
    ),
    (
        "Prices fell 20% to $4 from $5.",
        {"n": "$4", "o": "$5", "p": "20%"},
        "change: {old: o, new: n, percent: p}",
        "exact",
    ),
    (
        "Prices rose 20% to $4 from $5.",
        {"n": "$4", "o": "$5", "p": "20%"},
        "change: {old: o, new: n, percent: p}",
        "error",
    ),
    # The rest.
    (
        "They have 12 boats, 5 more than the 7 boats of Bari.",
        {"m": "12 boats", "b": "5 more", "l": "7 boats"},
        "difference: {more: m, less: l, by: b}",
        "exact",
    ),
    (
        "They have 12 boats, 6 more than the 7 boats of Bari.",
        {"m": "12 boats", "b": "6 more", "l": "7 boats"},
        "difference: {more: m, less: l, by: b}",
        "error",
    ),
    (
        "The road is 50 miles (80 km) long.",
        {"a": "50 miles", "b": "80 km"},
        "conversion: {one: a, other: b}",
        "rounding",
    ),
    ("The road is 50 miles (90 km) long.", {"a": "50 miles", "b": "90 km"}, "conversion: {one: a, other: b}", "error"),
    (
        "They sold 12 boats at $30,000 each for $360,000.",
        {"n": "12 boats", "r": "$30,000", "t": "$360,000"},
        "product: {rate: r, base: n, is: t}",
        "exact",
    ),
    (
        "They sold 12 boats at $30,000 each for $460,000.",
        {"n": "12 boats", "r": "$30,000", "t": "$460,000"},
        "product: {rate: r, base: n, is: t}",
        "error",
    ),
    (
        "They sold 0 boats of 12 boats.",
        {"a": "0 boats", "b": "of 12 boats"},
        "ratio: {one: b, other: a, times: 2}",
        "undetermined",
    ),
]


@pytest.mark.parametrize(
    ("text", "claims", "rule", "outcome"), CASES, ids=[f"{at}: {case[0][:40]}" for at, case in enumerate(CASES)]
)
def test_a_relation_comes_out_as_its_words_allow(
    text: str, claims: dict[str, str], rule: str, outcome: str, newsroom: Newsroom
) -> None:
    """The first reading that lets the relation hold, else how bad it is."""
    records = "".join(f"  {name}: '{quote}'\n" for name, quote in claims.items())
    report = newsroom.write(text, f"claims:\n{records}rules:\n  - {rule}\n").verify()
    assert report.errors == ()
    (finding,) = [its for its in report.findings if its.kind != "quote"]
    if outcome in ("error", "warning"):
        assert broken(report) == [finding]
        assert finding.severity == outcome
    elif outcome == "undetermined":
        assert finding.verdict == outcome
    else:
        assert (finding.verdict, finding.reading) == ("consistent", outcome)


def test_a_tolerance_widens_a_rule(newsroom: Newsroom) -> None:
    """Half a kilogram more is granted where the record says so."""
    text, claims = "In all 240 kg: 120 kg of tea and 118.7 kg of flour.", "  t: 240 kg\n  a: 120 kg\n  b: 118.7 kg\n"
    rule = "balance: {whole: t, parts: [a, b], list: closed}"
    assert broken(newsroom.write(text, f"claims:\n{claims}rules:\n  - {{{rule}}}\n").verify())
    assert not broken(newsroom.write(text, f"claims:\n{claims}rules:\n  - {{{rule}, tolerance: 0.5}}\n").verify())


def test_a_severity_of_the_record_replaces_the_arithmetics(newsroom: Newsroom) -> None:
    """A breach that the desk takes for a warning is one."""
    claims = "claims:\n  t: 10 people\n  a: 12 men\nrules:\n  - {part: {part: a, whole: t}, severity: warning}\n"
    (found,) = broken(newsroom.write("Of 10 people 12 men left.", claims).verify())
    assert found.severity == "warning"
