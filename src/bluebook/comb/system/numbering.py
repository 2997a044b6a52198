"""Columns by number: a key for each code, place, first and last month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from bluebook.comb.system.arrays import Ints
from bluebook.comb.system.register import Register
from bluebook.errors import BluebookError
from bluebook.language.arithmetic import Column, Level
from bluebook.language.linear import Form, Ratio
from bluebook.model.catalogue import Catalogue
from bluebook.model.period import Period

SPAN = 1 << 15  # a key has 15 bits for the length, 17 for the first month,
PLACE, CODE = 32, 50  # 18 for the place and 13 for the code
LOW = np.int64((1 << PLACE) - 1)


class Numbering:
    """Columns by key: a key packs code, place, first and last month into 64 bits."""

    def __init__(self, catalogue: Catalogue, places: Sequence[str]) -> None:
        self.register = Register(catalogue)
        self.codes: dict[str, int] = {}
        self.places = {place: k for k, place in enumerate(places)}
        self.known: Ints = np.zeros(0, dtype=np.int64)
        self._packed: dict[tuple[object, ...], Ints] = {}
        self.broken = {one.indicator for one in catalogue.breaks}

    def code(self, name: str) -> int:
        return _limited(self.codes, name, 63 - CODE, "indicators")

    def positive(self, form: Form) -> bool:
        """Is a form with these coefficients never below zero?"""
        indicator = self.register.catalogue.indicator
        return all(
            c >= 0 and (level is None or not indicator(level.code).signed)
            for level, c in form.items()
        )

    def crosses(self, form: Ratio) -> bool:
        """May the form compare figures on two sides of a break in a series?"""
        named = {*form.numerator, *form.denominator}
        return any(one and one.where.steps and one.code in self.broken for one in named)

    def place(self, name: str) -> int:
        return _limited(self.places, name, CODE - PLACE, "territories")

    def learn(self, keys: Iterable[Ints]) -> None:
        """Add keys to the known ones, which stay sorted."""
        import polars as pl

        new = [self.unknown(some.ravel()) for some in keys]
        if new:
            known = pl.Series(np.concatenate([self.known, *new])).unique().sort()
            self.known = known.to_numpy()

    def unknown(self, keys: Ints) -> Ints:
        """Those of the keys that are not known."""
        if not len(self.known):
            return keys
        at = np.minimum(np.searchsorted(self.known, keys), len(self.known) - 1)
        found: Ints = keys[self.known[at] != keys]
        return found

    def keys(self, level: Level, place: Ints, periods: Sequence[Period], period: Ints) -> Ints:
        """The keys of a level at many places and periods."""
        where = self.place(level.where.territory) if level.where.territory else place
        head = np.int64(self.code(level.code)) << CODE
        packed = self._spans(level, tuple(periods))[period]
        keys: Ints = head + (np.asarray(where, dtype=np.int64) << PLACE) + packed
        return keys

    def _spans(self, level: Level, periods: tuple[Period, ...]) -> Ints:
        """The periods of a level, asked for at these, as the low bits of keys."""
        stock = self.register.stock(level.code)
        wanted = (level.where.steps, stock, periods)
        if wanted not in self._packed:
            moved = [level.where.period(p) for p in periods]
            self._packed[wanted] = np.array([span_of(p.at_end if stock else p) for p in moved])
        return self._packed[wanted]

    def key(self, at: Column) -> int | None:
        """The key of one column; None where its indicator or place is not known."""
        code, place = self.codes.get(at.code), self.places.get(at.territory)
        if code is None or place is None or at.status:
            return None
        return (code << CODE) + (place << PLACE) + span_of(at.period)

    def unpack(self, keys: Ints) -> tuple[Ints, Ints, Ints, Ints]:
        """Code, place, first and last month of keys."""
        rest = keys & LOW
        first = rest // SPAN
        return (
            keys >> CODE,
            (keys >> PLACE) & ((1 << (CODE - PLACE)) - 1),
            first,
            first + rest % SPAN,
        )


def _limited(numbers: dict[str, int], name: str, bits: int, what: str) -> int:
    found = numbers.setdefault(name, len(numbers))
    if found >> bits:
        raise BluebookError(f"more than {1 << bits} {what} at once", "comb the body in parts")
    return found


def span_of(period: Period) -> int:
    """A period as the low bits of a key."""
    return period.first * SPAN + period.last - period.first
