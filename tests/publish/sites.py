"""The sample book's site: a small catalogue, and traces made of the sample's figures and claims."""

from __future__ import annotations

from functools import cache
from typing import Any

from bluebook.model.catalogue import Catalogue, Indicator
from bluebook.model.territory import Territory
from bluebook.model.unit import PERCENT, POINTS, Unit, parse_dimension
from bluebook.publish import site
from bluebook.write.document import Figure
from tests.publish.sample import sample_books, sample_claims
from tests.publish.sample_text import PROVINCES

_UNITS = {
    "CNY": ("元", "yuan"),
    "subscribers": ("户", "subscribers"),
    "stations": ("个", "stations"),
    "GB": ("GB", "GB"),
}
_INDICATORS = {
    "telecom_revenue": ("电信业务收入", "Telecom revenue", "CNY", "flow"),
    "mobile_subs": ("移动电话用户", "Mobile subscribers", "subscribers", "stock"),
    "mobile_subs_4g": ("4G用户", "4G subscribers", "subscribers", "stock"),
    "broadband_subs": ("固定宽带用户", "Fixed broadband subscribers", "subscribers", "stock"),
    "iptv_subs": ("IPTV用户", "IPTV subscribers", "subscribers", "stock"),
    "stations_5g": ("5G基站", "5G base stations", "stations", "stock"),
    "mobile_penetration": ("移动电话普及率", "Mobile penetration", "percent", "stock"),
    "dou": ("户均移动互联网流量", "Mobile data per user", "GB", "average"),
}


@cache
def catalogue() -> Catalogue:
    """Names for what the sample prints."""
    units = [
        Unit(code, parse_dimension(code), {"zh": zh, "en": en},
             {"zh": {zh: 1}, "en": {en: 1}}, counted=code in ("subscribers", "stations"))
        for code, (zh, en) in _UNITS.items()
    ]  # fmt: skip
    units += [
        Unit("percent", PERCENT, {"zh": "%", "en": "%"}),
        Unit("points", POINTS, {"zh": "个百分点", "en": "percentage points"}),
    ]
    places = [Territory("CN", {"zh": "全国", "en": "China"}, level="country")]
    places += [
        Territory(code, {"zh": zh, "en": en}, "CN", level="province") for code, zh, en in PROVINCES
    ]
    return Catalogue(
        {c: Indicator(c, {"zh": z, "en": e}, u, k) for c, (z, e, u, k) in _INDICATORS.items()},
        {unit.code: unit for unit in units},
        {place.code: place for place in places},
    )


def leaf(claim: str) -> dict[str, Any]:
    """A claim of the sample as `prove.trace` gives it."""
    said = sample_claims()[claim]
    names = {"mb2020": ("2020年通信业统计公报", "Statistical bulletin, 2020")}
    zh, en = names.get(said.source, ("国家数据", "National data"))
    return {
        "claim": said.id, "expression": said.expression, "territory": said.territory,
        "period": said.period, "value": said.value, "half_width": said.half_width,
        "unit": said.unit, "bound": said.bound, "status": said.status, "source": said.source,
        "title": {"zh": zh, "en": en}, "publisher": {"zh": "工业和信息化部", "en": "MIIT"},
        "date": "2021-01-22", "address": "https://www.example.org/bulletin?a=1&b=2",
        "file": said.file, "locator": said.locator, "start": said.start, "end": said.end,
        "text": said.text,
    }  # fmt: skip


def trace(language: str, figure: Figure) -> dict[str, Any]:
    """A tree: growth is computed from two levels, everything else is said by the claims."""
    head = {
        "expression": figure.expression, "territory": figure.territory, "period": figure.period,
        "value": figure.value, "lower": figure.lower, "upper": figure.upper, "unit": figure.unit,
        "status": figure.status, "formula": None,
    }  # fmt: skip
    claims = [leaf(claim) for claim in figure.origins]
    if figure.expression == "yoy(telecom_revenue)":
        parts = [
            head | {"expression": "telecom_revenue", "period": period, "unit": "CNY", "value": v,
                    "lower": v * 0.999, "upper": v * 1.001, "children": claims}
            for period, v in (("2020", 1.3564e12), ("2019", 1.3096e12))
        ]  # fmt: skip
        tree = head | {"formula": "100 * telecom_revenue / lag(telecom_revenue) - 100"}
        return tree | {"children": parts, "set_aside": claims[:1]}
    return head | {"children": claims}


@cache
def files() -> dict[str, bytes]:
    """Every file of the sample's site."""
    return site.render(sample_books(), catalogue(), trace)
