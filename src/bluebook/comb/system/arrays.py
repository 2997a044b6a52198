"""The arrays that many statements at once are kept in."""

from __future__ import annotations

from typing import Any

import numpy as np

Floats = np.ndarray[Any, np.dtype[np.float64]]
Ints = np.ndarray[Any, np.dtype[np.int64]]
Mask = np.ndarray[Any, np.dtype[np.bool_]]
INF = float("inf")


def added(at: Ints, terms: Floats | Mask, count: int) -> Floats:
    """Terms summed by the place each belongs to."""
    found: Floats = np.bincount(at, terms, count).astype(np.float64)
    return found
