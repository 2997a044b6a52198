"""Bulletins of which nothing is told beforehand: neither their place nor their period."""

from __future__ import annotations

from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.reader import Reader

CATALOGUE = catalogue_of(("communications", "postal"))


def readings(text: str) -> list[tuple[str | None, str, str, float]]:
    """Expression, place, period and value of what is read without doubt."""
    claims = Reader(CATALOGUE).read(text)
    return [(c.expression, c.territory, c.period, c.value) for c in claims if not c.suspect]
