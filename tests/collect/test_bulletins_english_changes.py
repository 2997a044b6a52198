"""English: what was added, by how much it changed and since when.

`data/english_changes.txt` holds the passages: `@ PERIOD | text`, and below it each of its claims as
`= printed | expression | period | value`. What else is read of a passage is wrong.
"""

from __future__ import annotations

import pytest

from tests.collect.bulletins import passages, read_and_told

PASSAGES = passages("english_changes.txt")


@pytest.mark.parametrize("passage", PASSAGES, ids=[p[0][:70] for p in PASSAGES])
def test_a_change_is_since_when_its_words_say(passage: list[str]) -> None:
    read, told = read_and_told(passage)
    assert read == told
