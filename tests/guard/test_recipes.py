"""
The recipes of docs/guard.md, run with the libraries that they are for; each is skipped where its library is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import ROOT

import factcheck

ROWS = [
    {"region": "North", "revenue_eur_m": 5.1, "units": 1200},
    {"region": "South", "revenue_eur_m": 7.4, "units": 900},
]
WRONG = "The South sold 1,200 units."
RIGHT = "The South sold 900 units."


def recipe(heading: str) -> dict[str, Any]:
    """What the code below a heading of the page defines."""
    page = (ROOT / "docs" / "guard.md").read_text(encoding="utf-8")
    section = page.partition(f"### {heading}\n")[2].partition("\n#")[0]
    (code,) = re.findall(r"```python\n(.*?)```", section, re.DOTALL)
    names: dict[str, Any] = {"rows": ROWS, "model": None}
    exec(compile(code, "docs/guard.md", "exec"), names)
    return names


def test_pydantic_ai_asks_again_with_the_repairs() -> None:
    """The model is told what is wrong and what would be right; its second answer goes through."""
    pytest.importorskip("pydantic_ai")
    from pydantic_ai.messages import ModelMessage, ModelResponse, TextPart
    from pydantic_ai.models.function import AgentInfo, FunctionModel

    asked: list[str] = []

    def model(messages: list[ModelMessage], info: AgentInfo) -> ModelResponse:
        # The part has had several names; it is what the answer is followed by.
        retries = [part for its in messages[2:] for part in its.parts]
        asked.extend(map(str, retries))
        return ModelResponse(parts=[TextPart(RIGHT if retries else WRONG)])

    agent = recipe("pydantic-ai")["agent"]
    result = agent.run_sync("How many?", model=FunctionModel(model), deps=ROWS)
    assert result.output == RIGHT
    (said,) = asked
    assert "1,200" in said and "write “900”" in said


def test_pydantic_ai_gives_up_on_a_model_that_repeats_itself() -> None:
    """Nothing wrong is ever returned."""
    pytest.importorskip("pydantic_ai")
    from pydantic_ai.exceptions import UnexpectedModelBehavior
    from pydantic_ai.models.test import TestModel

    agent = recipe("pydantic-ai")["agent"]
    with pytest.raises(UnexpectedModelBehavior):
        agent.run_sync("How many?", model=TestModel(custom_output_text=WRONG), deps=ROWS)
    assert agent.run_sync("?", model=TestModel(custom_output_text=RIGHT), deps=ROWS).output == RIGHT


def test_langchain_lets_nothing_wrong_through() -> None:
    """A step behind the model: what the sources support goes on, all else raises with the table of discrepancies."""
    pytest.importorskip("langchain_core")
    from langchain_core.language_models import FakeListChatModel

    names = recipe("LangChain")
    chain = FakeListChatModel(responses=[RIGHT, WRONG]) | names["supported"]
    assert chain.invoke("How many?") == RIGHT
    with pytest.raises(ValueError, match="subject") as refused:
        chain.invoke("How many?")
    assert "1,200 units" in str(refused.value)


def tables() -> Iterator[Any]:
    """The rows as tables of other libraries, and as one that has the interchange protocol alone."""
    yield "pandas", lambda pandas: pandas.DataFrame(ROWS)
    yield "pandas", lambda pandas: pandas.DataFrame(ROWS).set_index("region")
    yield "pyarrow", lambda pyarrow: pyarrow.Table.from_pylist(ROWS)
    yield "pyarrow", lambda pyarrow: Protocol(pyarrow.Table.from_pylist(ROWS))
    yield "polars", lambda polars: polars.DataFrame(ROWS)


class Protocol:
    """A table of some library that is known by the protocol alone."""

    def __init__(self, table: Any) -> None:
        self.table = table

    def __dataframe__(self, nan_as_null: bool = False, allow_copy: bool = True) -> Any:
        return self.table.__dataframe__(nan_as_null, allow_copy)


@pytest.mark.parametrize(("library", "table"), [*tables()])
def test_a_table_of_a_library_is_data(library: str, table: Any) -> None:
    """Its rows and columns say what a number is of, as those of a list of mappings do."""
    source = table(pytest.importorskip(library))
    for given in (source, [source]):
        assert factcheck.guard(f"{RIGHT} Its revenue was €7.4 million.", given).ok
        result = factcheck.guard(WRONG, given)
        assert [its.problem.value for its in result.findings] == ["subject"]
        assert [its.new for its in result.repairs] == ["900"]
