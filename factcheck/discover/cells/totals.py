"""
Totals in a table: a line that the lines above, below or beside it make, with subtotals, within others, and as a net.

A row or a column called "total" adds up the others; so does one whose parts are set in below it. A line that no word
calls so is one where it comes out in most other columns: "gross profit" is revenue less costs because it is in the
other years. Where a table shows more than one total, those that hold prove that they are sums, and the one that does
not is an error; a total alone is one where a single slip would mend it. Averages, rates and rows of "of which" are
not added up, and a total of things that overlap ("unique visitors") is not told.

Finds:

    | Field | Bytes |
    | --- | --- |
    | head | 31 |
    | body | 20 |
    | tail | 8 |
    | **Total** | 95 |
    ---
    | Kind | Count | Share |
    | --- | --- | --- |
    | Fast | 38 | 31% |
    | Slow | 22 | 38% |
    | None | 18 | 31% |
    | **Total** | **58** | **100%** |
    ---
    | City | 2020 | 2021 | Total |
    | --- | --- | --- | --- |
    | Rome | 12 | 15 | 27 |
    | Milan | 7 | 9 | 61 |
    | Turin | 3 | 4 | 7 |
    ---
    | Store | Start of year | Opened | End of year |
    | --- | --- | --- | --- |
    | North | 552 | 44 | 596 |
    | South | 260 | 14 | 274 |
    | Total | 812 | 58 | 880 |
    ---
    | (thousands) | 2023 | 2022 | 2021 |
    | --- | --- | --- | --- |
    | Revenue | $48,210 | $44,905 | $41,118 |
    | Cost of sales | (29,874) | (28,133) | (26,004) |
    | Gross profit | 18,363 | 16,772 | 15,114 |
    ---
    | Source | 2020 | 2021 |
    | --- | --- | --- |
    | Renewable | 4,658 | 4,911 |
    | &nbsp;&nbsp;Wind | 3,410 | 3,522 |
    | &nbsp;&nbsp;Solar | 1,275 | 1,389 |
    | Gas | 2,145 | 2,067 |
    ---
    | Tenure | England | Wales | Both |
    | --- | --- | --- | --- |
    | Owned | 15,430 | 912 | 16,342 |
    | Private rent | 4,480 | 190 | 4,760 |
    | Social rent | 3,975 | 228 | 4,203 |
    ---
    | | Women | Men | All |
    | --- | --- | --- | --- |
    | Members | 1,216 | 1,187 | 2,448 |

Leaves alone:

    | Field | Bytes |
    | --- | --- |
    | head | 31 |
    | body | 20 |
    | tail | 8 |
    | **Total** | 59 |
    ---
    | Kind | Count | Share |
    | --- | --- | --- |
    | Fast | 18 | 31% |
    | Slow | 22 | 38% |
    | None | 18 | 31% |
    | **Total** | **58** | **100%** |
    ---
    | Group | Members | Average age |
    | --- | --- | --- |
    | North | 12 | 41 |
    | South | 18 | 37 |
    | Total | 30 | 38.6 |
    ---
    | Page | Unique visitors |
    | --- | --- |
    | Home | 900 |
    | News | 700 |
    | Total | 1,100 |
    ---
    | Branch | Staff |
    | --- | --- |
    | North | 12 |
    | of which women | 7 |
    | South | 18 |
    | Total | 30 |
    ---
    | Year | Members |
    | --- | --- |
    | 2019 | 310 |
    | 2020 | 322 |
    | Total ever joined | 1,974 |
    ---
    | Store | Start of year | Opened | End of year |
    | --- | --- | --- | --- |
    | North | 552 | 44 | 596 |
    | South | 260 | 14 | 274 |
    | Total | 812 | 58 | 870 |
    ---
    | Version | Size | Total |
    | --- | --- | --- |
    | 1.2 | 40 | 900 |
    | 1.3 | 45 | 945 |
    ---
    | (thousands) | 2023 | 2022 | 2021 |
    | --- | --- | --- | --- |
    | Revenue | $48,210 | $44,905 | $41,118 |
    | Cost of sales | (29,874) | (28,133) | (26,004) |
    | Gross profit | 18,336 | 16,772 | 15,114 |
    ---
    | Source | 2020 | 2021 |
    | --- | --- | --- |
    | Renewable | 4,685 | 4,911 |
    | &nbsp;&nbsp;Wind | 3,410 | 3,522 |
    | &nbsp;&nbsp;Solar | 1,275 | 1,389 |
    | Gas | 2,145 | 2,067 |
    | Total | 6,830 | 6,978 |
    ---
    | Tenure | England | Wales | Both |
    | --- | --- | --- | --- |
    | Owned | 15,430 | 912 | 16,342 |
    | Private rent | 4,480 | 190 | 4,670 |
    | Social rent | 3,975 | 228 | 4,203 |
    ---
    | Year | Boats | Crew | Landed (t) |
    | --- | --- | --- | --- |
    | 2019 | 12 | 48 | 60 |
    | 2020 | 13 | 52 | 71 |
    | 2021 | 11 | 45 | 56 |
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.discover.cells.family import told
from factcheck.discover.cells.grid import Lines, grids
from factcheck.discover.cells.sums import Search
from factcheck.discover.proposal import Proposal
from factcheck.facts.page import Page


def find(page: Page) -> Iterator[Proposal]:
    """The totals of each table, in its columns and along its rows."""
    for grid in grids(page):
        for turned in (False, True):
            for found in Search(Lines(grid, turned)).sums():
                yield from told(found.cases, found.worded)
