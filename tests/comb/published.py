"""The published figures beside the checkout (facts.csv) as claims, for tests and benchmarks.

A row's basis becomes an expression, its printed digits the interval. What its README says of
rounded news figures is followed: "over" and "nearly" were dropped from them, so they are bounds
where the direction is quoted in conflicts.md, else they are read as "about".
"""

from __future__ import annotations

import calendar
import csv
import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from bluebook.catalogues import HERE, assemble
from bluebook.comb import Account, Disagreement
from bluebook.language.expression import parse
from bluebook.language.meaning import canonical_period
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim
from bluebook.model.period import Period
from tests.comb.bodies import Source
from tests.comb.known import Known

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "guangdong"
Row = dict[str, str]

FORMS = {
    "level": "{x}",
    "yoy_pct": "yoy({x})",
    "net_add": "change({x})",
    "share_pct": "share({x}, of={whole})",
    "share_of_national": 'share({x}, within="CN")',
    "share_of_province": 'share({x}, within="CN-GD")',
    "share_of_gdp": "share({x}, of=gdp)",
    "yoy_accel_pp": "pp(yoy({x}))",
    "pull_pp": "pull({x}, of=telecom_revenue)",
    "contribution_pct": "contribution({x}, of=telecom_revenue)",
    "plan_target": "{x}",
    "plan_completion_pct": "completion({x})",
    "growth_pct": 'growth_since({x}, "{since}")',
}
# What was dropped from the rounded figures, as conflicts.md quotes it.
BOUNDS = {
    ("gov2020gd", "base_stations_5g", "CN-GD"): "over",
    ("gd_scmp", "base_stations_5g", "CN-GD"): "over",
    ("gd_rcr06", "base_stations_5g", "CN-GD"): "over",
    ("gd_ctn06", "base_stations_5g", "CN-GD"): "over",
    ("gd_xh11", "base_stations_5g", "CN-GD"): "over",
    ("gd_tower", "base_stations_5g", "CN-GD"): "over",
    ("gd_igbt", "base_stations_5g", "CN-GD"): "over",
    ("mb2019_luj", "base_stations_5g", "CN"): "over",
    ("gd_rcr06", "base_stations_5g", "CN"): "over",
}
ROUND = re.compile(r"^\d{1,3}0{3,}$")
MANY = 100  # claims that a systematic difference sets aside at once
OPEN = 0.98  # "over 46,000" is less than 47,000
SCALES = {"千": 1e3, "万": 1e4, "億": 1e8, "亿": 1e8}


def catalogue() -> Catalogue:
    """The built-in catalogue of the industry."""
    return assemble([HERE / "base.yaml", HERE / "communications.yaml"])


def sources() -> dict[str, Source]:
    """The sources of the figures: reliability from the notes; reposts of one bulletin copies of
    one another; a date without its day is the last day of the month or year."""
    found: dict[str, Source] = {}
    first: dict[str, str] = {}
    with (FOLDER / "sources.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            code = row["source_id"]
            note = row["reliability_note"] or ""
            bulletin = re.match(r"mb\d{4}_", code)
            original = first.setdefault(bulletin[0], code) if bulletin else code
            copy_of = original if original != code else ""
            found[code] = Source(_reliability(code, note), copy_of, _day(row["date"] or ""))
    return found


def _day(text: str) -> datetime.date:
    found = re.search(r"\b(20\d\d)(?:-(\d\d))?(?:-(\d\d))?\b", text)
    if not found:
        return datetime.date(2000, 1, 1)
    year, month = int(found[1]), int(found[2] or 12)
    return datetime.date(year, month, int(found[3] or calendar.monthrange(year, month)[1]))


def _reliability(code: str, note: str) -> str:
    if "panel" in code or "corrupt" in note or "aggregator" in note or "machine" in note:
        return "aggregator"
    if (note.startswith("official") and "news" not in note) or code.startswith("nbs"):
        return "official"
    return "repost" if note.startswith("repost") else "news"


def rows() -> Iterator[tuple[int, Row]]:
    """The rows of facts.csv with their lines."""
    with (FOLDER / "facts.csv").open(encoding="utf-8") as file:
        yield from enumerate(csv.DictReader(file), 2)


def claims(catalogue: Catalogue, *, panel: bool = True) -> list[Claim]:
    """The figures that the language can say, each a claim; the two provincial panels if asked."""
    said = sources()
    found = []
    for line, row in rows():
        if panel or not row["source_id"].startswith(("prov_panel", "prov_gdp")):
            claim = _claim(line, row, catalogue, said)
            if claim is not None:
                found.append(claim)
    return found


def _claim(line: int, row: Row, catalogue: Catalogue, said: dict[str, Source]) -> Claim | None:
    expression = _expression(row, catalogue)
    if expression is None:
        return None
    code, source = row["indicator_code"], row["source_id"]
    bound, half_width = _width(row, said[source].reliability)
    period = canonical_period(parse(expression), Period.parse(row["period"]), catalogue)
    target = row["basis"] == "plan_target" or code.endswith("_target")
    percent = row["unit_zh"] == "%"
    return Claim(
        expression=expression, territory=row["territory"], period=str(period),
        value=float(row["value_si"]), half_width=half_width,
        unit="percent" if percent else catalogue.indicator(code).unit,
        source=source, locator=str(line), text=f"{row['value']} {row['unit_zh']}", bound=bound,
        status="target" if target else "", said=said[source].date.isoformat(),
        id=f"{source}:{line}",
    )  # fmt: skip


def _width(row: Row, reliability: str) -> tuple[str, float]:
    """How the figure is bounded, and half a unit of its last digit that counts."""
    value, half = row["value"], _half_width(row)
    digits = value.replace(".", "").strip("0")
    stations = row["indicator_code"].startswith("base_stations_5g") and reliability == "news"
    round_ = row["unit_zh"].isascii() and ROUND.match(value)
    direction = BOUNDS.get((row["source_id"], row["indicator_code"], row["territory"]), "")
    rounded = bool(direction or round_ or (stations and len(digits) <= 2))
    if row["basis"] != "level" or not rounded:
        return "", half
    half = abs(float(row["value_si"])) / int(digits) / 2
    return (direction, half) if direction else ("about", half * OPEN)


def _half_width(row: Row) -> float:
    """Half a unit of the last printed digit."""
    text = row["value"].replace(",", "")
    size = float(row["value_si"])
    if "/" in text:  # 1/8 may be anything that is nearer to it than to 1/7 or 1/9
        return size * size / 2
    if text[-1] in SCALES:
        return SCALES[text[-1]] / 2
    printed = Decimal(text)
    exponent = printed.as_tuple().exponent
    assert isinstance(exponent, int)
    scale = size / float(printed) if printed else 1.0
    return abs(scale) * 10.0**exponent / 2


def _expression(row: Row, catalogue: Catalogue) -> str | None:
    code, basis = row["indicator_code"].removesuffix("_target"), row["basis"]
    code = f"{code}_built" if code != row["indicator_code"] else code
    whole = catalogue.indicator(code).part_of
    since = row["period"].partition("/")[0]
    if basis == "change":
        if "/" in row["period"]:
            return f'change_since({code}, "{since}")'
        return f"pp(share({code}, of={whole}))" if whole else f"change({code})"
    if basis == "net_add" and (since_when := _since(row["period"])):
        return f'change_since({code}, "{since_when}")'
    if basis not in FORMS or (basis == "share_pct" and not whole):
        return None  # "4.19 times" may be 319 or 419 per cent more
    return FORMS[basis].format(x=code, whole=whole, since=since)


def _since(text: str) -> str | None:
    """What a net increase is counted from, where it is not the end of the year before.

    A bare month is the increase in the month, and a run of months starts at its first date.
    """
    period = Period.parse(text)
    if period.months == 1:
        return str(period.shift(-1))
    return None if period.first % 12 == 0 else text.partition("/")[0]


def panel(catalogue: Catalogue) -> list[Claim]:
    """The 2,232 cells of the provincial panel as it was found, defects and all."""
    name = "provincial_panel_as_found.csv"
    scale = {"万人": 1e4, "亿元": 1e8}
    found = []
    with (FOLDER / "raw" / name).open(encoding="utf-8") as file:
        for line, row in enumerate(csv.DictReader(file), 2):
            code, by = row["indicator_code"], scale.get(row["unit_zh"], 1.0)
            stock = catalogue.indicator(code).kind == "stock"
            digits = max(-int(Decimal(row["value"]).as_tuple().exponent), 0)
            found.append(
                Claim(
                    expression=code, territory=row["territory"],
                    period=f"{row['year_label']}-12" if stock else row["year_label"],
                    value=float(row["value"]) * by, half_width=by * 10.0**-digits / 2,
                    unit=catalogue.indicator(code).unit, source="panel", file=name,
                    locator=str(line), text=row["value"], id=f"panel:{line}",
                    note=row["known_defect"],
                )
            )  # fmt: skip
    return found


def matches(account: Account, told: Disagreement, one: Known) -> bool:
    """Does a claim of this expression and source take part in a disagreement?"""
    claims = (account.claims[c] for c in told.claims)
    return any(c.expression == one.expression and c.source == one.source for c in claims)


def raised(account: Account) -> set[str]:
    """The claims that are set aside or disputed, but by a difference of whole vintages."""
    return {
        c
        for one in account.disagreements
        if len(one.set_aside) < MANY and one.kind != "target"
        for c in (*one.set_aside, *(c for tie in one.ties for c in tie))
    }
