"""English of offices and their translators: pages of our own, line by line, every claim.

`data/english_translated.txt` holds them: a page begins at "@" with a name for it, its lines are
lines of the page, an empty one is "_"; a line "=" is a claim of the line above, as in
`english.txt`. Whatever else is read of a page is wrong.
"""

import pytest

from bluebook.collect.bulletins.reader import Reader
from bluebook.model.claim import Claim
from bluebook.model.period import Period
from tests.collect.test_bulletins_english import CATALOGUE, DATA

PAGES = (DATA / "english_translated.txt").read_text("utf-8").removeprefix("@").split("\n@")


def told(claim: Claim, text: str) -> tuple[str, str, str, str, float]:
    printed = text[claim.start : claim.end].replace("\n", " ")
    return printed, claim.expression or "", claim.territory, claim.period, claim.value


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.strip().split("\n")[0])
def test_a_page_says_what_is_marked_and_nothing_else(page: str) -> None:
    lines, marks = [], []
    for line in page.rstrip("\n").split("\n")[1:]:
        if not line.startswith("="):
            lines.append("" if line == "_" else line)
            continue
        number, expression, at, value = (part.strip() for part in line[1:].split(";"))
        *place, period = at.split()
        where, when = "".join(place) or "CN", str(Period.parse(period))
        marks.append((number, expression, where, when, float(value)))
    text = "\n".join(lines)
    read = [c for c in Reader(CATALOGUE, None, "own").read(text) if c.expression]
    assert not [told(c, text) for c in read if c.suspect]
    assert sorted(told(c, text) for c in read) == sorted(marks)
