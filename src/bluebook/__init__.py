"""Bluebook: from raw returns and bulletins to a published book whose every number is traced.

import bluebook

edition = bluebook.open("examples/guangdong-2020")
edition.facts("yoy(telecom_revenue)@CN")
edition.build()
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bluebook.press.build import Press

__all__ = ["open"]


def open(folder: str | Path) -> Press:
    """An edition at work: `claims()`, `comb()`, `facts(…)`, `check()`, `trace(…)`, `build()`."""
    from bluebook.press.build import Press

    return Press(folder)
