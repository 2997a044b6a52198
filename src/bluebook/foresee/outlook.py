"""The outlook as data: projections with their backtests, and plan targets with their progress."""

from __future__ import annotations

import msgspec

from bluebook.model.fact import Fact

Names = dict[str, str]


class Ahead(msgspec.Struct, frozen=True):
    """One projected period: value and the 80 and 95 per cent prediction intervals."""

    period: str
    value: float
    lower80: float
    upper80: float
    lower95: float
    upper95: float


class Backtest(msgspec.Struct, frozen=True):
    """How the model did from rolling origins on the series' own past.

    `origins` forecasts of up to `horizon` periods each, `points` errors in all. `smape` in
    per cent (200|a-f|/(|a|+|f|), mean), `smape_naive` the same of the seasonal naive forecast
    (last year's value); `mase` scaled by the seasonal naive's error in the past (Hyndman and
    Koehler 2006); `coverage80`, `coverage95`: per cent of truths inside the intervals.
    """

    origins: int
    horizon: int
    points: int
    mase: float
    smape: float
    smape_naive: float
    coverage80: float
    coverage95: float


class Projection(msgspec.Struct, frozen=True, kw_only=True):
    """A monthly series and where it is heading. `too_short` says why nothing is projected.

    `history` and `came` are facts; `came` are those known today of the projected periods.
    Where January is not published alone, January and February are one observation. `total` is
    the calendar year's sum of a flow: what is known plus what is projected, its interval the
    sum of the intervals (safe, therefore wide).
    """

    name: Names
    expression: str
    territory: str
    unit: str
    history: tuple[Fact, ...] = ()
    ahead: tuple[Ahead, ...] = ()
    came: tuple[Fact, ...] = ()
    total: Ahead | None = None
    model: str = ""
    season: int = 12
    backtest: Backtest | None = None
    too_short: Names = {}
    origins: tuple[str, ...] = ()


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """A plan figure, what is reached, and the growth a year that is still needed.

    `completion` and `needed` are in per cent; None where nothing comparable is known.
    """

    name: Names
    expression: str
    territory: str
    period: str
    bound: str
    target: Fact
    reached: Fact | None = None
    completion: float | None = None
    needed: float | None = None
    origins: tuple[str, ...] = ()


class Outlook(msgspec.Struct, frozen=True):
    """All projections by name, and all targets in the order of targets.toml."""

    series: dict[str, Projection] = {}
    targets: tuple[Target, ...] = ()
