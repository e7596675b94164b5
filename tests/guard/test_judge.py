"""
Relations that somebody proposes: the caller proposes, the engine disposes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

import factcheck

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "data" / "relations.yaml").read_text(encoding="utf-8")
)
RAID = (
    "Police made 150 arrests: 65 in Rome, 47 in Milan and 38 in Turin. "
    "They seized 21.6 kg of cocaine. In Milan 47 people were held."
)


def outcome(text: str, relation: Any) -> tuple[str, str]:
    """What the engine says of one relation, and why."""
    (answer,) = factcheck.judge(text, [relation]).answers
    return answer.outcome.value, answer.message


def filled(case: dict[str, Any], value: str) -> tuple[str, Any]:
    """A text and its relation, with a number in the place of #."""
    return case["text"].replace("#", value), json.loads(json.dumps(case["relation"]).replace("#", value))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:24])
def test_a_right_proposal_is_judged_exactly(case: dict[str, Any]) -> None:
    assert outcome(*filled(case, case["right"]))[0] == "holds"
    for wrong in case["wrong"]:
        kind, why = outcome(*filled(case, wrong))
        assert (kind, bool(why)) == ("broken", True), wrong


@pytest.mark.parametrize(
    ("relation", "why"),
    [
        ({"balance": {"whole": "151 arrests", "parts": ["65 in Rome"]}}, "does not say"),
        ({"balance": {"whole": "150 arrests", "parts": ["21.6 kg", "47 in Milan"]}}, "unit"),
        ({"balance": {"whole": "150 arrests", "parts": ["65 in Rome, 47 in Milan"]}}, "states 2 numbers"),
        ({"balance": {"whole": "Police", "parts": ["65 in Rome"]}}, "states no number"),
        ({"balance": {"whole": "50 arrests", "parts": ["65 in Rome"]}}, "inside"),
        ({"balance": {"whole": "", "parts": ["65 in Rome"]}}, "empty"),
        ({"balance": {"whole": "150 arrests"}}, "parts"),
        ({"balance": {"whole": "150 arrests", "parts": ["150 arrests"]}}, "twice"),
        ({"agree": ["150 arrests", "150 arrests"]}, "twice"),
        ({"balance": {"whole": {"quote": "150 arrests", "near": "x"}, "parts": ["65 in Rome"]}}, "quote"),
        ({"part": {"part": {"quote": "47", "prefix": "Turin,"}, "whole": "150 arrests"}}, "prefix"),
        ({"magic": {"a": "1"}}, "check kind"),
        ({"part": {"part": "47 in Milan", "whole": "150 arrests"}, "agree": []}, "check kind"),
        ({"formula": "150 = 150"}, "no number"),
        ({"formula": "__import__('os')"}, "formula"),
        ({"difference": {"more": "65 in Rome", "less": "47 in Milan", "by": "18"}}, "does not say"),
        ("150 arrests", "check kind"),
        (5, "check kind"),
        (None, "check kind"),
        ([], "check kind"),
        ({}, "check kind"),
    ],
)
def test_a_wrong_proposal_is_refused_with_its_reason(relation: Any, why: str) -> None:
    kind, message = outcome(RAID, relation)
    assert kind == "cannot be judged"
    assert why in message


def test_a_wrong_but_sensible_relation_is_broken() -> None:
    assert outcome(RAID, {"balance": {"whole": "150 arrests", "parts": ["65 in Rome", "38 in Turin"]}})[0] == "broken"


def test_a_quote_in_several_places_is_taken_where_one_value_stands() -> None:
    assert outcome(RAID, {"part": {"part": "47", "whole": "150 arrests"}})[0] == "holds"
    text = "Of 20 cases over 12 were tried. Of 20 others, about 12 were."
    kind, why = outcome(text, {"part": {"part": "12 were", "whole": "20 cases"}})
    assert (kind, "2 places (1:18; 1:53)" in why) == ("cannot be judged", True), why


def test_relations_are_a_list_or_their_text_in_yaml_or_json() -> None:
    rule = {"part": {"part": "47 in Milan", "whole": "150 arrests"}}
    for relations in (
        [rule],
        {"rules": [rule]},
        json.dumps([rule]),
        yaml.safe_dump([rule]),
        yaml.safe_dump({"rules": [rule]}),
    ):
        result = factcheck.judge(RAID, relations)
        assert result.ok
        assert [its.text for its in result.tested] == ["150 arrests", "47 in Milan"] or len(result.tested) == 2
        assert "21.6 kg" in [its.text for its in result.untested]
    assert not factcheck.judge(RAID, []).ok


@pytest.mark.parametrize("relations", ["", "- [", "hello", "{a: b}", "a: 1\na: 2", "[" * 2000])
def test_relations_that_cannot_be_read_are_told(relations: str) -> None:
    with pytest.raises(ValueError, match="relations"):
        factcheck.judge(RAID, relations)


@pytest.mark.parametrize("relations", [None, 5, b"[]", Path("x.yaml"), [object()]])
def test_relations_are_no_path_and_no_object(relations: Any) -> None:
    with pytest.raises(TypeError):
        factcheck.judge(RAID, relations)
