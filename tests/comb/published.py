"""The published figures beside the checkout (facts.csv) as claims, for tests and benchmarks."""

from __future__ import annotations

import csv
import datetime
import re
from decimal import Decimal
from pathlib import Path

from bluebook.catalogues import HERE, assemble
from bluebook.language.expression import parse
from bluebook.language.meaning import canonical_period
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim
from bluebook.model.period import Period
from tests.comb.bodies import Source

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "guangdong"

FORMS = {
    "level": "{x}",
    "yoy_pct": "yoy({x})",
    "net_add": "change({x})",
    "share_of_national": 'share({x}, within="CN")',
    "share_of_province": 'share({x}, within="CN-GD")',
    "share_of_gdp": "share({x}, of=gdp)",
    "yoy_accel_pp": "pp(yoy({x}))",
    "plan_target": "{x}",
}
WHOLES = {
    "telecom_revenue": "telecom_revenue", "mobile_subs": "mobile_subs",
    "broadband_subs": "broadband_subs", "phone": "phone_subs", "ports": "ports_bb",
    "investment": "investment", "fiber_km": "fiber_km", "base_stations": "base_stations",
    "internet_users": "internet_users",
}  # fmt: skip
# What English news prints of round figures is a bound (README of the data).
ROUND = re.compile(r"^\d{1,2}0{3,}$")


def catalogue() -> Catalogue:
    """The built-in catalogue of the industry."""
    return assemble([HERE / "base.yaml", HERE / "communications.yaml"])


def sources() -> dict[str, Source]:
    """The sources of the figures, with their reliability as the notes tell it."""
    found = {}
    with (FOLDER / "sources.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            note = " ".join(v for k, v in row.items() if k and isinstance(v, str) and k != "title")
            day = re.search(r"\b(20\d\d)(?:-(\d\d))?(?:-(\d\d))?\b", row["date"] or "")
            date = datetime.date(*(int(day[k] or 1) for k in (1, 2, 3)) if day else (2000, 1, 1))
            found[row["source_id"]] = Source(_reliability(row["source_id"], note), "", date)
    return found


def _reliability(code: str, note: str) -> str:
    if "panel" in code or "corrupt" in note or "aggregator" in note or "machine" in note:
        return "aggregator"
    if "official portal" in note or code.startswith("nbs"):
        return "official"
    if "repost" in note or "mirror" in note:
        return "repost"
    return "news"


def claims(catalogue: Catalogue, *, panel: bool = False) -> list[Claim]:
    """The figures that the language can say, each a claim; the panel's only if asked for."""
    said = sources()
    out = []
    with (FOLDER / "facts.csv").open(encoding="utf-8") as file:
        for line, row in enumerate(csv.DictReader(file), 2):
            source = row["source_id"]
            if not panel and source.startswith(("prov_panel", "prov_gdp")):
                continue
            expression = _expression(row)
            if expression is None:
                continue
            value = float(row["value_si"])
            unit = catalogue.indicator(row["indicator_code"]).unit
            period = canonical_period(parse(expression), Period.parse(row["period"]), catalogue)
            news = row["unit_zh"].isascii() and ROUND.match(row["value"])
            out.append(
                Claim(
                    expression=expression, territory=row["territory"], period=str(period),
                    value=value, half_width=0.0 if news else _half_width(row), unit=unit,
                    source=source, locator=str(line), text=f"{row['value']} {row['unit_zh']}",
                    bound="about" if news else "",
                    status="target" if row["basis"] == "plan_target" else "",
                    said=said[source].date.isoformat(), id=f"{source}:{line}",
                )
            )  # fmt: skip
            if news:
                digits = len(row["value"].rstrip("0"))
                unit_of_last = value / int(row["value"].rstrip("0")[:digits])
                out[-1] = _with(out[-1], unit_of_last / 2)
    return out


def _with(claim: Claim, half_width: float) -> Claim:
    import msgspec

    return msgspec.structs.replace(claim, half_width=half_width)


def _half_width(row: dict[str, str]) -> float:
    """Half a unit of the last printed digit."""
    try:
        printed = Decimal(row["value"].replace(",", ""))
    except ArithmeticError:
        return 0.0
    exponent = printed.as_tuple().exponent
    assert isinstance(exponent, int)
    scale = float(row["value_si"]) / float(printed) if printed else 1.0
    return abs(scale) * 10.0**exponent / 2


def _expression(row: dict[str, str]) -> str | None:
    code, basis = row["indicator_code"], row["basis"]
    whole = next((w for prefix, w in WHOLES.items() if code.startswith(prefix)), None)
    if basis == "share_pct":
        return f"share({code}, of={whole})" if whole and whole != code else None
    if basis in ("pull_pp", "contribution_pct"):
        return f"{basis.partition('_')[0]}({code}, of=telecom_revenue)"
    if basis == "change" and "/" not in row["period"]:
        return f"change({code})" if code.endswith(("penetration", "per10k")) else None
    if basis == "net_add" and (since := _since(row["period"])):
        return f'change_since({code}, "{since}")'
    if basis in FORMS:
        return FORMS[basis].format(x=code)
    return None


def _since(text: str) -> str | None:
    """What a net increase is counted from, where it is not the end of the year before.

    A bare month is the increase in the month, and a run of months starts at its first date.
    """
    period = Period.parse(text)
    if period.months == 1:
        return str(period.shift(-1))
    return None if period.first % 12 == 0 else text.partition("/")[0]
