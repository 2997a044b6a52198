"""English as news agencies, ministries and newspapers write it: passages of our own, every claim.

`data/english.txt` holds them, `data/english_times.txt` those of periods and bases,
`data/english_onward.txt` those of sentences that go on with what was said,
`data/english_parts.txt` those of parts, growth and averages, `data/english_regulators.txt` those
that regulators of many countries and the trade press write, `data/english_press.txt` those of
newspapers, wires and brokers, `data/english_subjects.txt` and `data/english_counted.txt` those of
many ways to say what is counted, `data/english_names.txt` those of names with all that noun phrases
hold: a passage begins at "@" with its dateline; a line "=" is a claim
of the sentence above it: number; expression; territory (CN where none) and period; its value where
it is not the number's own, as of a decline. Whatever else is read of a passage is wrong.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.reader import Reader
from bluebook.model.period import Period

DATA = Path(__file__).parent / "data"
PASSAGES = [
    passage
    for name in (
        "english.txt",
        "english_counted.txt",
        "english_names.txt",
        "english_onward.txt",
        "english_parts.txt",
        "english_places.txt",
        "english_press.txt",
        "english_regulators.txt",
        "english_reports.txt",
        "english_subjects.txt",
        "english_times.txt",
    )
    for passage in (DATA / name).read_text("utf-8").split("\n@")
]
# Sentences of other industries, companies, countries, days and groups of people: no figure of ours.
OTHERS = (DATA / "english_others.txt").read_text("utf-8").splitlines()
DATELINE = "BEIJING, Jan. 20, 2024 (Xinhua) -- China's telecom industry and courier sector grew.\n"
CATALOGUE = catalogue_of(("communications", "postal"))


class Marked(NamedTuple):
    number: str
    expression: str
    territory: str
    period: str


def marked(passage: str) -> tuple[str, list[Marked], list[float]]:
    """The text of a passage, its claims, and the values that are printed for them, with a sign."""
    text, claims, values = "", [], []
    for line in filter(None, (line.strip(" @") for line in passage.split("\n"))):
        if not line.startswith("="):
            text += f"{line}\n" if not text else f"{line} "
            continue
        number, expression, at, *value = (part.strip() for part in line[1:].split(";"))
        *place, period = at.split()
        claims.append(Marked(number, expression, "".join(place) or "CN", str(Period.parse(period))))
        values.append(float(value[0]) if value else 0.0)
    return text, claims, values


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda p: p.strip(" @").split("\n")[0][:40])
def test_a_passage_says_what_is_marked_and_nothing_else(passage: str) -> None:
    text, claims, values = marked(passage)
    read = [c for c in Reader(CATALOGUE, None, "own").read(text) if c.expression]
    assert not [c for c in read if c.suspect]
    found = []
    for c in read:
        printed = text[c.start : c.end]
        number = next((m.number for m in claims if m.number.startswith(printed)), printed)
        found.append(Marked(number, c.expression or "", c.territory, c.period))
    assert sorted(found) == sorted(claims)
    signed = {v for v in values if v}
    assert {c.value for c in read if c.value < 0} == signed


def test_there_are_many_passages() -> None:
    sentences = sum(marked(p)[0].count(". ") for p in PASSAGES)
    assert sentences >= 150
    assert sum(len(marked(p)[1]) for p in PASSAGES) >= 300


@pytest.mark.parametrize("sentence", OTHERS)
def test_a_figure_of_something_else_is_no_claim(sentence: str) -> None:
    read = Reader(CATALOGUE, None, "own").read(DATELINE + sentence)
    assert not [c.expression for c in read if c.expression and not c.suspect]
