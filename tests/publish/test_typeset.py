"""What stays on one line in the PDF, and how wide its cells stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bluebook.publish.typeset import annotate, breadth, plain, unbroken


def text(words: str) -> dict:
    return {"type": "text", "text": words}


def printed(words: str) -> dict:
    return {"type": "printed", "text": words, "figure": "f"}


def test_a_chinese_number_keeps_its_unit_and_no_line_begins_with_what_closes_it() -> None:
    before, it, after = unbroken([text("收入"), printed("4072亿元"), text("；其中")])
    assert (before["text"], it["kept"], it["rest"], after["text"]) == (
        "收入", "4072亿元", "", "\u2060；其中",
    )  # fmt: skip
    assert it["gaps"] == [True, False]  # a Chinese character meets a digit; 元 meets a stop


def test_an_english_number_keeps_its_scale_and_lets_its_unit_go() -> None:
    _, it, _ = unbroken([text("lasted "), printed("242.981 billion minutes"), text(", up")])
    assert (it["kept"], it["rest"]) == ("242.981 billion", " minutes")
    assert it["gaps"] == [False, False]


def test_a_percentage_before_chinese_keeps_the_gap_between_the_scripts() -> None:
    (it, _) = unbroken([printed("3.6%"), text("以上")])
    assert it["gaps"] == [False, True]


def test_what_is_long_may_be_broken() -> None:
    (it,) = unbroken([printed("between 1.5 and 5.9 billion subscribers of all kinds")])
    assert "kept" not in it


@given(st.lists(st.tuples(st.booleans(), st.text("收入元，。；1.5% a", max_size=8)), max_size=6))
def test_nothing_is_lost(parts: list[tuple[bool, str]]) -> None:
    content = [printed(words) if number else text(words) for number, words in parts]
    out = unbroken(content)
    said = "".join(it["kept"] + it["rest"] if "kept" in it else it["text"] for it in out)
    assert said.replace("\u2060", "") == plain(content)


def test_cells_know_their_breadth_and_heads_their_unit() -> None:
    head = {"content": [text("移动电话用户（万户）")]}
    cell = {"content": [text("2020年末")]}
    annotate([{"type": "table", "header": [[head]], "rows": [[cell]]}])
    assert head["unit"] == ["移动电话用户", "（万户）"] and head["word"] == breadth("（万户）")
    assert (cell["breadth"], cell["unit"]) == (9, None)
