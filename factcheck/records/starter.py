"""
The starter that `init` writes: a short source, a claim file that shows what records can do, and the
schema that an editor finds by the file's first line (yaml-language-server's modeline).
"""

from __future__ import annotations

import json

from factcheck.records.schema import schema

SOURCE = """\
Harbour office counts its ships

The harbour office registered 1,240 ships last year, about 3% more than the 1,204 of the year before.

Of the 1,240 ships 610 were container ships, 430 tankers and 200 ferries. Four countries sent most of
them: Denmark, Germany, Norway and Sweden.
"""

CLAIMS = """\
# yaml-language-server: $schema=claims.schema.json
# A claim is an id and the words that state it, copied from the source. The number is read from them.
source: ../seeds/first.txt

claims:
  ships.total:
    quotes:                            # several quotes of one claim must agree
      - registered 1,240 ships
      - Of the 1,240 ships
  ships.before: the 1,204 of the year before
  ships.growth: about 3% more
  ships.by_type:
    quote: 610 were container ships, 430 tankers and 200 ferries
    breakdown: type                    # ships.by_type.tankers and so on
  countries.announced: Four countries
  countries:
    quote: Denmark, Germany, Norway and Sweden
    names: country

# A rule is a check kind and its fields; `factcheck explain` lists the kinds.
rules:
  - balance: {whole: ships.total, parts: ships.by_type}
  - change: {old: ships.before, new: ships.total, percent: ships.growth}
  - count: {of: countries, is: countries.announced}
"""


def files() -> dict[str, str]:
    """Each file's path and text."""
    text = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    return {"seeds/first.txt": SOURCE, "claims/first.yaml": CLAIMS, "claims/claims.schema.json": text}
