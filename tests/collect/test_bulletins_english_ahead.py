"""English plans and forecasts, money, and how levels are said to rise and fall.

`data/english_ahead.txt` holds passages of what is planned and forecast, for when and as what,
`data/english_money.txt` of prices, investment and other money than yuan, `data/english_moves.txt`
of verbs of level, rise and fall, and of old values beside new ones.

A passage begins at "@" with its dateline; a line "=" is a claim of the sentence above it: number;
expression; territory (CN where none) and period; its value where it is not the number's own; its
status. Whatever else is read of a passage is wrong.
"""

from pathlib import Path

import pytest

from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.reader import Reader
from bluebook.model.period import Period

CATALOGUE = catalogue_of(("communications", "postal"))
DATA = Path(__file__).parent / "data"
PASSAGES = [
    passage
    for name in ("english_ahead.txt", "english_money.txt", "english_moves.txt")
    for passage in ("\n" + (DATA / name).read_text("utf-8")).split("\n@")[1:]
]


def marked(passage: str) -> tuple[str, list[tuple[str, ...]]]:
    """The text of a passage and its claims, in order."""
    text, claims = "", []
    for line in filter(None, (line.strip() for line in passage.split("\n"))):
        if not line.startswith("="):
            text += f"{line}\n" if not text else f"{line} "
            continue
        number, expression, at, *rest = (part.strip() for part in line[1:].split(";"))
        *place, period = at.split()
        value, status = (*rest, "", "")[:2]
        period = str(Period.parse(period))
        claims.append((number, expression, "".join(place) or "CN", period, value, status))
    return text, claims


@pytest.mark.parametrize("passage", PASSAGES, ids=[p.strip().split("\n")[1][:60] for p in PASSAGES])
def test_passages_say_what_is_marked_and_nothing_else(passage: str) -> None:
    text, claims = marked(passage)
    found = [
        (
            text[c.start : c.end].removesuffix(" pieces"), c.expression, c.territory, c.period,
            "" if c.value >= 0 else f"{c.value:g}", c.status,
        )
        for c in Reader(CATALOGUE, "en", "x").read(text)
        if c.expression and not c.suspect and c.start is not None
    ]  # fmt: skip
    assert found == claims
