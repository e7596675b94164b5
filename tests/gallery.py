"""
The gallery of what may be wrong with a claim file: each case, so that its message can be read.
"""

from __future__ import annotations

TEXT = (
    "The raids led to 150 arrests—including 65 in the U.S.—and took 31.6 kg of drugs off the street.\n\n"
    "Officers found 21.6 kg of cocaine and $1.2 million. The raids took two days. Italy and France took part.\n"
    "Officers found 7 guns. The city is ranked # 1 of 45.\n"
)

CASES: dict[str, str | bytes] = {
    "A source that does not exist": "source: articel.txt\nclaims:\n  arrests: 150 arrests\n",
    "A source outside of the root": "source: ../secret.txt\nclaims:\n  arrests: 150 arrests\n",
    "A source that is the claim file itself": "source: claims.yaml\nclaims:\n  arrests: 150 arrests\n",
    "A bound of the article that does not stand in it": (
        "sources:\n  article: {path: source.txt, ends_before: One thougt on}\nclaims:\n  arrests: 150 arrests\n"
    ),
    "A source that has changed since it was pinned": (
        "sources:\n  article: {path: source.txt, sha256: 00ff}\nclaims:\n  arrests: 150 arrests\n"
    ),
    "A claim without a source": "claims:\n  arrests: 150 arrests\n",
    "A source that has no name here": "source: source.txt\nclaims:\n  arrests: {quote: 150 arrests, source: artikel}\n",
    "A source that is not UTF-8": "source: latin.txt\nclaims:\n  arrests: 150 arrests\n",
    "A claim file that is not UTF-8": "source: source.txt\nclaims:\n  caf\xe9: 150 arrests\n".encode("latin-1"),
    "A quote that does not stand in its source": "source: source.txt\nclaims:\n  arrests: police arrested many people in the raids\n",
    "A quote of too few words to tell a changed number by": "source: source.txt\nclaims:\n  guns: '8'\n",
    "A quote that stands in two places": "source: source.txt\nclaims:\n  found: Officers found\n",
    "A quote that begins inside a number": "source: source.txt\nclaims:\n  drugs: 6 kg of drugs\n",
    "A quote that ends inside a word": "source: source.txt\nclaims:\n  arrests: 150 arre\n",
    "A quote that leaves a scale word out": "source: source.txt\nclaims:\n  money: $1.2\n",
    "A quote of two numbers": "source: source.txt\nclaims:\n  found: 21.6 kg of cocaine and $1.2 million\n",
    "A quote of no number": "source: source.txt\nclaims:\n  raids: off the street\n",
    "A quote that YAML cuts at a hash": "source: source.txt\nclaims:\n  rank: ranked # 1 of 45\n",
    "An empty quote": "source: source.txt\nclaims:\n  arrests: ''\n",
    "A prefix that does not stand there": "source: source.txt\nclaims:\n  arrests: {quote: 150 arrests, prefix: saw}\n",
    "A list of names that is none": "source: source.txt\nclaims:\n  who: {quote: off the street, names: country}\n",
    "A breakdown that is none": "source: source.txt\nclaims:\n  by_country: {quote: took two days, breakdown: country}\n",
    "An unknown key": "source: source.txt\nclaims:\n  arrests: {qoute: 150 arrests}\n",
    "A key given twice": "source: source.txt\nclaims:\n  arrests: 150 arrests\n  arrests: 65 in the U.S.\n",
    "An id that is none": "source: source.txt\nclaims:\n  Arrests Total: 150 arrests\n",
    "A list that YAML splits inside a number": (
        "source: source.txt\nclaims:\n  pills:\n    quotes: [more than 200,000 pills, 45 firearms]\n"
    ),
    "A value that is no quantity": "claims:\n  start: {value: 1:30, because: the schedule says so}\n",
    "A value that comes from nowhere": "claims:\n  dose: {value: 2 mg}\n",
    "A precision that is none": "source: source.txt\nclaims:\n  arrests: {quote: 150 arrests, precision: good}\n",
    "Evidence that says nothing": "source: source.txt\nclaims:\n  arrests: {quote: 150 arrests, evidence: [{from: telephone}]}\n",
    "Evidence without its number": (
        "source: source.txt\nclaims:\n  arrests:\n    quote: 150 arrests\n    evidence: [{from: telephone, says: confirmed}]\n"
    ),
    "Evidence on a date that is none": (
        "source: source.txt\nclaims:\n  arrests:\n    quote: 150 arrests\n"
        "    evidence: [{from: telephone, says: 150, date: Tuesday}]\n"
    ),
    "Evidence that goes in a circle": (
        "source: source.txt\nclaims:\n  arrests: {quote: 150 arrests, evidence: [{claim: us}]}\n"
        "  us: {quote: 65 in the U.S., evidence: [{claim: arrests}]}\n"
    ),
    "A rule about an unknown claim": (
        "source: source.txt\nclaims:\n  arrests: 150 arrests\n  us: 65 in the U.S.\nrules:\n  - part: {part: us, whole: arests}\n"
    ),
    "A rule about a claim that is wrong itself": (
        "source: source.txt\nclaims:\n  arrests: 150 arrests\n  us: 66 in Peru\n"
        "rules:\n  - part: {part: us, whole: arrests}\n  - formula: us < arrests\n"
    ),
    "A rule of an unknown kind": "source: source.txt\nclaims:\n  arrests: 150 arrests\nrules:\n  - balence: {whole: arrests}\n",
    "A rule of two kinds": (
        "source: source.txt\nclaims:\n  arrests: 150 arrests\nrules:\n  - {count: {of: arrests, is: 1}, agree: {claims: [arrests]}}\n"
    ),
    "A rule that lacks a field": "source: source.txt\nclaims:\n  arrests: 150 arrests\nrules:\n  - balance: {whole: arrests}\n",
    "A rule whose operands do not fit": "source: source.txt\nclaims:\n  arrests: 150 arrests\nrules:\n  - agree: {claims: [arrests]}\n",
    "A rule with a word that is none of the choice": (
        "source: source.txt\nclaims:\n  arrests: 150 arrests\nrules:\n  - balance: {whole: arrests, parts: [arrests], list: opne}\n"
    ),
    "Units that do not match": (
        "source: source.txt\nclaims:\n  arrests: 150 arrests\n  drugs: 31.6 kg of drugs\nrules:\n"
        "  - part: {part: drugs, whole: arrests}\n"
    ),
    "A formula that cannot be read": (
        "source: source.txt\nclaims:\n  arrests: 150 arrests\nrules:\n  - formula: arrests <= 2 * (arrests + 1\n"
    ),
    "A formula about an unknown claim": "source: source.txt\nclaims:\n  arrests: 150 arrests\nrules:\n  - formula: arests > 1\n",
    "A tolerance that is none": (
        "source: source.txt\nclaims:\n  arrests: 150 arrests\nrules:\n  - {formula: arrests > 1, tolerance: some}\n"
    ),
    "Claims that are a list": "source: source.txt\nclaims:\n  - 150 arrests\n",
    "A file that is no mapping": "- 150 arrests\n",
    "A tab where YAML wants spaces": "source: source.txt\nclaims:\n\tarrests: 150 arrests\n",
    "A colon inside a quote": "source: source.txt\nclaims:\n  arrests: police: 150 arrests\n",
    "Brackets without end": "[" * 30_000,
    "Aliases that multiply": (
        "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        + "".join(
            f"{key}: &{key} [{', '.join(['*' + before] * 10)}]\n"
            for before, key in zip("abcdefg", "bcdefgh", strict=True)
        )
    ),
    "A second document": "source: source.txt\n---\nsource: source.txt\n",
    "Control characters and markup": 'source: source.txt\nclaims:\n  "a[red]\\e[2J": 150 arrests\n',
}
