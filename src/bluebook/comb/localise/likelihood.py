"""How likely a figure is printed so, given what is true: the mechanisms, over whole columns.

P(printed | true) is the sum over mechanisms of their frequency, divided among the figures each
could have produced. The same kinds as in `mechanism`, the other way round.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from bluebook.comb.localise.mechanism import KINDS, OTHER

Vector = np.ndarray[Any, np.dtype[np.float64]]
Whole = np.ndarray[Any, np.dtype[np.int64]]
Mask = np.ndarray[Any, np.dtype[np.bool_]]
LARGEST = 10**15
NAMES = (*KINDS, "")


def likelihood(printed: Vector, true: Vector, unit: float = 1.0) -> tuple[Vector, Whole]:
    """The log-likelihood of each printed figure, and the number in NAMES of the mechanism that
    explains it best. Figures are counted in units of their last digit."""
    p, t = printed / unit, true / unit
    sane = (np.abs(p) < LARGEST) & (np.abs(t) < LARGEST)
    a = np.where(sane, np.rint(np.abs(p)), 0).astype(np.int64)
    b = np.where(sane, np.rint(np.abs(t)), 0).astype(np.int64)
    length = np.maximum(_length(b), 1)
    size = 10.0 ** np.maximum(length, _length(a))
    best = np.log(OTHER / size)
    kind = np.full(len(p), len(NAMES) - 1, dtype=np.int64)
    whole = sane & (np.abs(p - np.rint(p)) < 1e-6) & (np.abs(t - np.rint(t)) < 1e-6)
    same_sign = (p < 0) == (t < 0)
    matches: dict[str, tuple[Mask, Vector | float]] = {
        "digit": (whole & same_sign & _one_digit(a, b), 9.0 * length),
        "transposed": (whole & same_sign & _transposed(a, b), np.maximum(length - 1.0, 1.0)),
        "dropped": (whole & same_sign & _dropped(b, a), 1.0 * length),
        "doubled": (whole & same_sign & _dropped(a, b), 10.0 * (length + 1)),
        "factor 10": (_times(p, t, (10.0, 0.1)), 2.0),
        "scale": (_times(p, t, (1e2, 1e3, 1e4, 1e8, 1e-2, 1e-3, 1e-4, 1e-8)), 8.0),
        "sign": ((p == -t) & (p != 0), 1.0),
    }
    for name, (hit, among) in matches.items():
        score = np.where(hit, np.log(KINDS[name][0] / np.asarray(among)), -np.inf)
        better = score > best
        best = np.where(better, score, best)
        kind = np.where(better, NAMES.index(name), kind)
    return best, kind


def _length(a: Whole) -> Whole:
    return np.where(a > 0, np.floor(np.log10(np.maximum(a, 1) + 0.5)) + 1, 1).astype(np.int64)


def _one_digit(a: Whole, b: Whole) -> Mask:
    """Do the two differ in exactly one decimal place?"""
    gap = np.abs(a - b)
    found = np.zeros(len(a), dtype=bool)
    for k in range(16):
        power = 10**k
        here = (gap % power == 0) & (gap >= power) & (gap < 10 * power)
        found |= here & (a // (10 * power) == b // (10 * power))
    result: Mask = found & (_length(a) == _length(b))
    return result


def _transposed(a: Whole, b: Whole) -> Mask:
    """Does one come from the other by exchanging two neighbouring digits?"""
    found = np.zeros(len(a), dtype=bool)
    for k in range(15):
        power = 10**k
        high, low = b // (10 * power) % 10, b // power % 10
        found |= (high != low) & (b + (low - high) * 9 * power == a)
    return found


def _dropped(longer: Whole, shorter: Whole) -> Mask:
    """Does the shorter come from the longer by leaving out one digit?"""
    found = np.zeros(len(longer), dtype=bool)
    for k in range(16):
        power = 10**k
        here = longer // (10 * power) * power + longer % power == shorter
        found |= here & (longer >= power)
    result: Mask = found & (longer != shorter)
    return result


def _times(p: Vector, t: Vector, factors: tuple[float, ...]) -> Mask:
    """Is one the other times a factor, to the last unit?"""
    found = np.zeros(len(p), dtype=bool)
    for factor in factors:
        found |= np.abs(p - t * factor) <= (0.5 if factor < 1 else 1e-9 * np.abs(p))
    result: Mask = found & (t != 0) & (p != t)
    return result
