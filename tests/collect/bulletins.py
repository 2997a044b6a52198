"""What is read of a bulletin or a table, in short."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.reader import Reader

CATALOGUE = catalogue_of(("communications", "postal"))


def readings(text: str) -> list[tuple[str | None, str, str, float]]:
    """Expression, place, period and value of what is read without doubt."""
    claims = Reader(CATALOGUE).read(text)
    return [(c.expression, c.territory, c.period, c.value) for c in claims if not c.suspect]


@cache
def rows_of(text: str, period: str = "2020-12") -> list[str]:
    """What each cell of a table says, in the order of its claims; none is doubted."""
    found = []
    for c in Reader(catalogue_of(), None, "s").read(text, "CN", period):
        assert not c.suspect
        told = c.expression or f"? {c.subject}"
        printed, value = text[c.start : c.end], f"{c.value:.10g} | {c.half_width:.4g}"
        found.append(f"{printed} | {told} | {c.territory} | {c.period} | {value}")
    return found


def said(text: str) -> dict[str, list[float]]:
    """What the cells say, by expression, place and period but for CN."""
    found: dict[str, list[float]] = {}
    for x, place, period, value in readings(text):
        if x is None:
            continue
        found.setdefault(f"{x} {place}".removesuffix(" CN"), []).append(float(f"{value:.10g}"))
        found.setdefault("periods", [])
        if period not in found["periods"]:
            found["periods"].append(period)  # type: ignore[arg-type]
    return found


@cache
def _in_chinese() -> Reader:
    return Reader(CATALOGUE, "zh", "s")


def in_chinese(text: str, period: str, place: str) -> list[str]:
    """What is claimed of a Chinese text: value, expression, bound and status, place and period
    where not the given ones; "-" gives none."""
    found = []
    for c in _in_chinese().read(text, place.strip("-"), period.strip("-")):
        if c.expression and not c.suspect:
            parts = [f"{c.value:.10g}", c.expression, c.bound, c.status]
            parts += [c.territory] * (c.territory != place) + [c.period] * (c.period != period)
            found.append(" ".join(filter(None, parts)))
    return found


def passages(name: str) -> list[list[str]]:
    """The passages of a file of `data`, each `@ PERIOD | text` and its claims, a line each."""
    path = Path(__file__).parent / "data" / name
    return [p.splitlines() for p in path.read_text(encoding="utf-8").split("\n\n")]


def read_and_told(passage: list[str]) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """What is read of a passage in English, and what it says: number, expression, period, value."""
    period, text = passage[0].removeprefix("@ ").split("| ", 1)
    claims = Reader(CATALOGUE, "en", "own").read(text, "CN", period.strip())
    rows = [line.removeprefix("= ").split(" | ") for line in passage[1:]]
    read: list[tuple[object, ...]] = [
        (text[c.start : c.end], c.expression, c.period, c.value)
        for c in claims
        if c.expression and not c.suspect
    ]
    return read, [(what, x, when, float(value)) for what, x, when, value in rows]
