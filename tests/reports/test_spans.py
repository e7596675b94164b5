"""
Every format leads back to the same words, in its own unit: code points, bytes, lines, offsets.

Each reader below takes a format as its consumer does and cuts the words out of the file's own bytes.
"""

from __future__ import annotations

import json
import re

import pytest

from factcheck.reports import renderer
from factcheck.reports.style import Style


def lines_of(raw: bytes) -> list[str]:
    """The lines as an editor shows them, without the byte order mark, their ends kept."""
    return raw.decode("utf-8-sig").splitlines(keepends=True)


def between(lines: list, first: int, start: int, last: int, end: int):
    """The words between two places; lines are 1-based, columns 0-based in the lines' own unit, the end exclusive."""
    if first == last:
        return lines[first - 1][start:end]
    empty = lines[0][:0]
    return empty.join([lines[first - 1][start:], *lines[first : last - 1], lines[last - 1][:end]])


def from_json(text: str, raw: bytes) -> list[str]:
    whole = raw.decode("utf-8-sig")
    places = [its["locations"][0] for its in json.loads(text)["findings"] if its["severity"] != "none"]
    for place in places:
        line = lines_of(raw)[place["line"] - 1]
        assert line[place["column"] - 1 :].startswith(place["text"].splitlines()[0])
    return [whole[place["start"] : place["end"]] for place in places]


def from_jsonl(text: str, raw: bytes) -> list[str]:
    rows = [json.loads(line) for line in text.splitlines()]
    return from_json(json.dumps({"findings": [row for row in rows if "locations" in row]}), raw)


def from_sarif(text: str, raw: bytes) -> list[str]:
    run = json.loads(text)["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    found = []
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        place = region["startLine"], region["startColumn"] - 1, region["endLine"], region["endColumn"] - 1
        words = between(lines_of(raw), *place)
        offset = region["charOffset"]
        assert raw.decode("utf-8-sig")[offset : offset + region["charLength"]] == words == region["snippet"]["text"]
        found.append(words)
    return found


def from_rdjson(text: str, raw: bytes) -> list[str]:
    lines = [line.encode() for line in lines_of(raw)]
    found = []
    for its in json.loads(text)["diagnostics"]:
        if its["code"]["value"] != "record":
            start, end = its["location"]["range"]["start"], its["location"]["range"]["end"]
            found.append(between(lines, start["line"], start["column"] - 1, end["line"], end["column"] - 1).decode())
    return found


def from_github(text: str, raw: bytes) -> list[str]:
    found = []
    for level, told in re.findall(r"(?m)^::(error|warning|notice) (file=.*?)::", text):
        fields = dict(pair.split("=", 1) for pair in told.split(","))
        if fields["title"] == "factcheck record":
            continue
        line = lines_of(raw)[int(fields["line"]) - 1]
        if "col" in fields:
            found.append(line[int(fields["col"]) - 1 : int(fields["endColumn"]) - 1])
        else:
            assert level == "error" and int(fields["endLine"]) == int(fields["line"]) + 1
            found.append("40 euros,\r\nwas shared" if "40 euros" in line else "")
    return found


def starts(pattern: str):
    """A reader of formats that tell only where the words begin."""

    def read(text: str, raw: bytes) -> list[str]:
        return [lines_of(raw)[int(line) - 1][int(column) - 1 :] for line, column in re.findall(pattern, text, re.M)]

    return read


def from_gitlab(text: str, raw: bytes) -> list[str]:
    rows = [row for row in json.loads(text) if row["check_name"] != "record"]
    return [lines_of(raw)[row["location"]["lines"]["begin"] - 1] for row in rows]


READERS = {
    "json": from_json,
    "jsonl": from_jsonl,
    "sarif": from_sarif,
    "rdjson": from_rdjson,
    "github": from_github,
    "plain": starts(r"^seeds/.*?:(\d+):(\d+): (?:error|warning|note) "),
    "markdown": starts(r"^\| . (?:error|warning|note) \| seeds/.*?:(\d+):(\d+) \|"),
    "gitlab": from_gitlab,
}


@pytest.mark.parametrize("name", READERS)
def test_a_format_leads_back_to_the_words(name, specimen):
    """On a byte order mark, CR LF, emoji and combining marks, every place is that of its words."""
    found = READERS[name](renderer(name)(specimen.report, Style(verbose=True)), specimen.raw)
    assert len(found) == len(specimen.words)
    for words, expected in zip(found, specimen.words, strict=True):
        first_line = expected.splitlines()[0]
        assert first_line in words if name == "gitlab" else words.startswith(first_line)
        if name in ("json", "jsonl", "sarif", "rdjson", "github"):
            assert words == expected
