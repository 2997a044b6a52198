"""A sample of the random and mutated texts and files that benchmarks/fuzz_bulletins.py makes."""

from __future__ import annotations

import pytest
from benchmarks.fuzz_bulletins import Case

SEED = 4


@pytest.fixture(scope="module")
def case() -> Case:
    return Case(SEED)


@pytest.mark.parametrize("first", range(0, 500, 100))
def test_texts_are_read_whatever_they_hold(case: Case, first: int) -> None:
    for number in range(first, first + 100):
        case.text(number)  # that claims lie in the text is asserted there


@pytest.mark.parametrize("first", range(0, 60, 20))
def test_files_are_read_or_refused_whatever_they_hold(case: Case, first: int) -> None:
    for number in range(first, first + 20):
        case.file(number)
