"""
The gate fails closed: one case for each way in which a wrong number could have gone through.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import factcheck
from factcheck.gate.result import GuardResult, repaired

RAID = "On Monday police made 45 arrests in Rome and 12 in Milan, and seized 21.6 kg of cocaine worth $31.6 million."
ROWS = [
    {"region": "North", "revenue_eur_m": 5.1, "units": 1200},
    {"region": "South", "revenue_eur_m": 7.4, "units": 900},
    {"region": "West", "revenue_eur_m": 2.5, "units": 400},
]
CSV = "region,revenue_eur_m,units\nNorth,5.1,1200\nSouth,7.4,900\nWest,2.5,400\n"
BY_YEAR = "region,2023,2024\nNorth,410,455\nSouth,380,310\n"


def problems(answer: str, sources: Any, *, strict: bool = False) -> list[str]:
    """What the gate says; a refusal without a reason would be none."""
    result = factcheck.guard(answer, sources, strict=strict)
    assert result.ok == (not result.findings)
    assert bool(result) == result.ok
    for its in result.findings:
        assert answer[its.start : its.end] == its.places[0].text
    return [its.problem.value for its in result.findings]


@pytest.mark.parametrize(
    "answer",
    [
        "Police made 45 arrests in Rome.",
        "There were 45 arrests in Rome and 12 in Milan.",
        "About 22 kg of cocaine were seized.",
        "Police seized 21.6 kg of cocaine worth $31.6 million.",
        "Police made arrests.",
    ],
)
def test_what_a_text_supports_goes_through(answer: str) -> None:
    assert problems(answer, RAID) == []


@pytest.mark.parametrize("source", [ROWS, [ROWS], CSV, [CSV], {"table": ROWS}])
@pytest.mark.parametrize(
    "answer",
    [
        "The North made €5.1 million in revenue.",
        "The North sold 1,200 units, and the West 400.",
        "Units sold were 1,200 in the North and 900 in the South.",
        "Total revenue was €15.0 million.",
        "The North made 34% of total revenue.",
        "The South had revenue of about €7 million.",
    ],
)
def test_what_data_support_goes_through(answer: str, source: Any) -> None:
    assert problems(answer, source) == []


@pytest.mark.parametrize(
    ("answer", "source", "problem"),
    [
        ("Police made 54 arrests in Rome.", RAID, "contradicted"),
        ("They seized 21.6 pounds of cocaine.", RAID, "unit"),
        ("It was worth €31.6 million.", RAID, "currency"),
        ("Police made 45 arrests, and 99 dogs barked.", RAID, "unsupported"),
        ("Nine men were hurt in the raid.", RAID, "unsupported"),
        ("The raid was on 5 March 2020.", RAID, "date"),
        ("South made €5.1 million in revenue.", CSV, "subject"),
        ("The North sold 900 units.", CSV, "subject"),
        ("The North had 5,100 units.", CSV, "contradicted"),
        ("The North made $5.1 million in revenue.", CSV, "currency"),
        ("Revenue in the West was €2.5 billion.", CSV, "scale"),
        ("The North made 50% of revenue.", CSV, "derived"),
        ("In 2024 the North had 410.", BY_YEAR, "period"),
        ("In 2023 the South had 410.", BY_YEAR, "subject"),
        ("There were 77 customers.", CSV, "unsupported"),
        ("The parcel weighs 21 pounds.", [{"item": "parcel", "weight_kg": 21}], "unit"),
        ("Turnout was 61.", [{"city": "Rome", "turnout_pct": 16}], "unsupported"),
    ],
)
def test_each_kind_of_slip_is_refused_by_its_name(answer: str, source: Any, problem: str) -> None:
    assert problems(answer, source) == [problem]


@pytest.mark.parametrize("comment", ["<!-- factcheck: ignore -->", "<!-- factcheck: ignore agree -- it is right -->"])
def test_a_comment_silences_nothing(comment: str) -> None:
    assert problems(f"{comment}\n\nPolice made 54 arrests in Rome.", RAID) == ["contradicted"]
    assert problems(
        f"12 arrests: seven in Rome and six in Milan.\n{comment}", "12 arrests: seven in Rome, six in Milan."
    )


@pytest.mark.parametrize(
    "hiding",
    [
        "`54 arrests`", "```\n54 arrests\n```", "    54 arrests", "<!-- 54 arrests -->", "# 54 arrests",
        "<b title='54'>arrests</b>", "| a | b |\n| --- | --- |\n| arrests | 54 |", "---\narrests: 54\n---\nPolice.",
        "٥٤ arrests", "５４ arrests", "5\u200b4 arrests", "5\u00ad4 arrests", "\u202e45\u202c arrests", "Ⅳ arrests",
        "五十四 arrests", "54ers", "x54", "v5.4", "Q4", "5⁴ arrests", "54\n. arrests", "&#53;&#52; arrests", "1.54. x",
        "Fifty-four arrests", "The total was\n54. Next", "- 54", "54)", "#54", "54°", "5 4 arrests", "in 1954", "54:12",
    ],
)  # fmt: skip
def test_a_number_hides_nowhere(hiding: str) -> None:
    assert problems(f"Police made arrests.\n\n{hiding}\n", "Police made 45 arrests.")


def test_nothing_is_ever_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "source.txt").write_text("Police made 45 arrests.")
    monkeypatch.chdir(tmp_path)
    assert problems("Police made 45 arrests.", "source.txt") == ["unsupported"]
    assert problems("source.txt", "Police made 45 arrests.") == ["unsupported"]
    for path in (Path("source.txt"), b"Police made 45 arrests.", None, 45):
        with pytest.raises(TypeError):
            factcheck.guard("Police made 45 arrests.", path)
        with pytest.raises(TypeError):
            factcheck.guard("Police made 45 arrests.", [path])
        with pytest.raises(TypeError):
            factcheck.guard(path, "Police made 45 arrests.")  # type: ignore[arg-type]


@pytest.mark.parametrize("answer", ["", " ", "\n\t "])
def test_an_empty_answer_is_no_answer(answer: str) -> None:
    with pytest.raises(ValueError, match="empty"):
        factcheck.guard(answer, RAID)


@pytest.mark.parametrize("sources", ["", [], [""], {}, [{}], (), iter(()), [" \n"], [[]]])
def test_no_source_supports_nothing(sources: Any) -> None:
    with pytest.raises(ValueError, match="no source"):
        factcheck.guard("Police made 45 arrests.", sources)


def test_two_sources_that_disagree_are_told() -> None:
    one, other = "Police made 45 arrests in Rome on Monday.", "Police made 54 arrests in Rome on Monday."
    for sources in ([one, other], [other, one]):
        result = factcheck.guard("Police made 45 arrests in Rome on Monday.", sources)
        assert not result.ok
        assert "disagree" in result.findings[0].message
        assert result.repairs == ()
    rows = [[{"region": "North", "units": 45}], [{"region": "North", "units": 54}]]
    result = factcheck.guard("The North sold 45 units.", rows)
    assert "disagree" in result.findings[0].message
    mixed = factcheck.guard(
        "The North sold 45 units.", [[{"region": "North", "units": 45}], "The North sold 54 units."]
    )
    assert not mixed.ok


def test_what_breaks_in_the_answer_itself_is_refused() -> None:
    answer = "Police made 57 arrests: 45 in Rome and 11 in Milan."
    assert not factcheck.guard(answer, f"{answer} They did.").ok


def test_strict_wants_a_subject() -> None:
    assert problems("It was 45.", [{"city": "Rome", "arrests": 45}, {"city": "Milan", "arrests": 12}]) == []
    assert problems("It was 45.", [{"city": "Rome", "arrests": 45}, {"city": "Milan", "arrests": 12}], strict=True) == [
        "subject"
    ]


def test_every_number_is_counted_and_located() -> None:
    result = factcheck.guard("1. Police made 45 arrests.\n2. They seized 21.6 kg.", RAID)
    assert result.ok
    assert [its.text for its in result.tested] == ["45 arrests", "21.6 kg"]
    assert [its.text for its in result.unchecked] == ["1", "2"]


def test_repairs_make_it_right() -> None:
    answer = "Police made 54 arrests in Rome and seized 21.6 pounds of cocaine worth €31.6 million."
    result = factcheck.guard(answer, RAID)
    assert len(result.repairs) == len(result.findings) == 3
    assert all(answer[its.start : its.end] == its.old for its in result.repairs)
    assert factcheck.guard(repaired(answer, result.repairs), RAID).ok


def test_a_result_says_itself_whether_it_is_right() -> None:
    assert not GuardResult(ok=False)
    told = factcheck.guard("Police made 54 arrests in Rome.", RAID).to_dict()
    assert sorted(told) == ["findings", "ok", "repairs", "tested", "unchecked"]
    assert told["findings"][0]["problem"] == "contradicted"
    assert told["findings"][0]["expected"] == "45 arrests"


@pytest.mark.parametrize("value", [Decimal("5.1"), Fraction(51, 10), 5.1, "5.1"])
def test_a_cell_is_what_its_number_is(value: Any) -> None:
    row = {"region": "North", "share_pct": value}
    assert problems("The North has 5.1% of it.", [row]) == []
    assert problems("The North has 5.2% of it.", [row]) != []


@pytest.mark.parametrize("value", [float("nan"), float("inf"), None, True, ""])
def test_a_cell_without_a_number_supports_none(value: Any) -> None:
    assert problems("The North has 1% of it.", [{"region": "North", "share_pct": value}]) == ["unsupported"]


def test_prepared_sources_serve_many_answers() -> None:
    prepared = factcheck.prepare([RAID, CSV])
    assert factcheck.guard("Police made 45 arrests in Rome.", prepared).ok
    assert factcheck.guard("The North sold 1,200 units.", prepared).ok
    assert not factcheck.guard("The North sold 1,300 units.", prepared).ok


@pytest.mark.parametrize("name", ["report.txt", "a/b.md", "q1.csv", "C:\\x.docx", " report.pdf "])
def test_the_name_of_a_file_is_no_text(name: str) -> None:
    for wrong in (
        lambda: factcheck.scan(name),
        lambda: factcheck.compare(name, "Police made 45 arrests."),
        lambda: factcheck.compare("Police made 45 arrests.", name),
        lambda: factcheck.document(name),
    ):
        with pytest.raises(TypeError, match="Path"):
            wrong()


def test_words_are_words_and_two_without_a_name_are_two() -> None:
    report = factcheck.compare("Police made 54 arrests in Rome.", "In Rome, police made 45 arrests on Monday.")
    (finding,) = report.findings
    assert [its.text for its in finding.locations] == ["54 arrests", "45 arrests"]
    assert finding.problem is not None
    assert (finding.problem.value, finding.said, finding.expected) == ("contradicted", "54 arrests", "45 arrests")
    assert factcheck.document("One.").path != factcheck.document("Two.").path
    assert factcheck.scan("12 arrests: seven in Rome and six in Milan.").findings
