"""English: what was added, by how much it changed and since when.

`data/english_changes.txt` holds the passages: `@ PERIOD | text`, and below it each of its claims as
`= printed | expression | period | value`. What else is read of a passage is wrong.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bluebook.collect.bulletins.reader import Reader
from tests.collect.bulletins import CATALOGUE

DATA = Path(__file__).parent / "data" / "english_changes.txt"
PASSAGES = [p.splitlines() for p in DATA.read_text(encoding="utf-8").split("\n\n")]


@pytest.mark.parametrize("passage", PASSAGES, ids=[p[0][:70] for p in PASSAGES])
def test_a_change_is_since_when_its_words_say(passage: list[str]) -> None:
    period, text = passage[0].removeprefix("@ ").split("| ", 1)
    claims = Reader(CATALOGUE, "en", "own").read(text, "CN", period.strip())
    told = [
        (text[c.start : c.end], c.expression, c.period, c.value)
        for c in claims
        if c.expression and not c.suspect
    ]
    rows = [line.removeprefix("= ").split(" | ") for line in passage[1:]]
    assert told == [(what, x, when, float(value)) for what, x, when, value in rows]
