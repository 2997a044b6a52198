"""Many words looked for in one pass: what is found is what looking one by one finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bluebook.collect.bulletins.text.hints import Hints, Sought

WORDS = ("h1", "1h", "world", "new", "newly", " new ", "by ", "the f", "first", "irs")
TEXTS = st.lists(st.sampled_from((*WORDS, "h", "1", " ", "ne", "the ", "、")), max_size=8).map(
    "".join
)


@given(TEXTS)
def test_words_of_all_groups_are_found_wherever_they_overlap(text: str) -> None:
    sought = Sought()
    groups = {sought.group(*words): words for words in (WORDS[:5], WORDS[3:], WORDS[4:6])}
    assert sought.found(text) == {n for n, words in groups.items() if any(w in text for w in words)}


def test_a_group_that_comes_later_is_looked_for_too() -> None:
    sought = Sought()
    old = sought.group("old")
    assert sought.found("old and new") == {old}
    new = sought.group("new")
    assert sought.found("old and new") == {old, new}


@given(TEXTS)
def test_beginnings_are_told_in_order(text: str) -> None:
    every = [n for n in range(len(text)) for w in WORDS if text.startswith(w, n)]
    assert Hints(*WORDS).starts(text) == every
