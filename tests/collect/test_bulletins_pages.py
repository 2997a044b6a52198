"""The reader on pages with every number marked: it gets no worse than it was.

Precision counts most: a number that is read wrongly harms a book, one that is not read is missed.
"""

from __future__ import annotations

import pytest

from tests.collect.marks import PAGES, Score, scores

# (folder, language): least precision and recall, a little below what was measured
LEAST = {
    ("hard-dev", "zh"): (0.99, 0.98),
    ("hard-dev", "en"): (0.97, 0.78),
    ("hard-held", "zh"): (0.95, 0.79),
    ("hard-held", "en"): (0.71, 0.36),
    ("typical-dev", "zh"): (0.99, 0.98),
    ("typical-dev", "en"): (0.95, 0.88),
    ("typical-held", "zh"): (0.92, 0.84),
    ("typical-held", "en"): (0.90, 0.75),
}


@pytest.mark.parametrize(("folder", "language"), LEAST)
def test_marked_pages_are_read_as_well_as_they_were(folder: str, language: str) -> None:
    precision, recall = LEAST[folder, language]
    total = Score()
    for kind, _, score in scores(PAGES / folder / "text", [PAGES / folder / f"{language}.jsonl"]):
        if kind != "damaged":
            total.add(score)
    assert total.expected >= 299
    assert total.precision >= precision, total.wrong
    assert total.recall >= recall, total.missed


def test_of_damaged_pages_nothing_wrong_goes_without_doubt() -> None:
    damaged = [
        score
        for folder in ("hard-dev", "hard-held")
        for kind, _, score in scores(PAGES / folder / "text", [PAGES / folder / "zh.jsonl"])
        if kind == "damaged"
    ]
    assert len(damaged) == 3
    assert [score.wrong for score in damaged] == [[], [], []]
