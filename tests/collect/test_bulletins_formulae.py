"""What offices and agencies say every month: wordings that must never be lost.

`data/formulae.txt` holds them, a sentence or two a line; whatever else is read of a line is wrong.
"""

from __future__ import annotations

import pytest

from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.reader import Reader
from tests.collect.test_bulletins_english import DATA

CATALOGUE = catalogue_of(("communications", "postal"))
LINES: dict[str, list[str]] = {}
for line in (DATA / "formulae.txt").read_text("utf-8").splitlines():
    if line.startswith("= "):
        LINES[next(reversed(LINES))].append(line.removeprefix("= "))
    elif not line.startswith("#"):
        LINES[line] = []


@pytest.mark.parametrize("line", LINES)
def test_a_formula_says_what_it_always_says(line: str) -> None:
    claims = [c for c in Reader(CATALOGUE).read(line, "CN", "2023") if c.expression]
    assert not [c for c in claims if c.suspect]
    assert [
        f"{line[c.start : c.end]} ; {c.expression} ; {c.territory} {c.period} ; {c.value:.10g}"
        for c in claims
    ] == LINES[line]
