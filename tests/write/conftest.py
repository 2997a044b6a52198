"""A small edition with a handful of real figures, its account made by hand."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from bluebook.comb.account import Account
from bluebook.edition import Edition
from bluebook.foresee.outlook import Outlook
from bluebook.language.expression import Name, parse, show
from bluebook.model.catalogue import Catalogue, Indicator
from bluebook.model.claim import Claim, claim_id
from bluebook.model.fact import Fact
from bluebook.model.territory import Territory
from bluebook.model.unit import NUMBER, PERCENT, POINTS, Unit
from bluebook.write.binding import chapter
from bluebook.write.desk import Desk, Draft

PROVINCES = {
    "CN-GD": ("广东", "Guangdong"), "CN-JS": ("江苏", "Jiangsu"), "CN-ZJ": ("浙江", "Zhejiang"),
    "CN-SD": ("山东", "Shandong"), "CN-HE": ("河北", "Hebei"),
    "CN-NM": ("内蒙古", "Inner Mongolia"),
}  # fmt: skip


def _unit(code: str, zh: str, en: str, *, counted: bool = False, **more: object) -> Unit:
    return Unit(
        code=code, dimension=((code, 1),), name={"zh": zh, "en": en},
        terms={"zh": {zh: 1.0}, "en": {en: 1.0}}, counted=counted,
    )  # fmt: skip


def make_catalogue() -> Catalogue:
    units = [
        _unit("CNY", "元", "yuan"),
        _unit("subscribers", "户", "subscribers", counted=True),
        _unit("stations", "座", "stations", counted=True),
        _unit("km", "公里", "km"),
        Unit("GB", (("GB", 1),), {"zh": "GB", "en": "GB"},
             {"zh": {"GB": 1.0, "TB": 1024.0}, "en": {"GB": 1.0, "TB": 1024.0}}),
        Unit("percent", PERCENT, {"zh": "%", "en": "%"}),
        Unit("points", POINTS, {"zh": "个百分点", "en": "percentage points"}),
        Unit("number", NUMBER, {"zh": "", "en": ""}),
        Unit("per_100", (("persons", -1), ("subscribers", 1)),
             {"zh": "部/百人", "en": "per 100 persons"},
             {"zh": {"部/百人": 1.0}, "en": {"per 100 persons": 1.0}}),
        Unit("GB_per_user_month", (("GBpm", 1), ("user", -1)), {"zh": "GB/户·月", "en": "GB"},
             {"zh": {"GB/户·月": 1.0}, "en": {"GB per user and month": 1.0}}),
    ]  # fmt: skip
    indicators = [
        Indicator("telecom_revenue", {"zh": "电信业务收入", "en": "Telecom service revenue"},
                  "CNY", "flow"),
        Indicator("telecom_revenue_fixed",
                  {"zh": "固定通信业务收入", "en": "Fixed communications revenue"},
                  "CNY", "flow", part_of="telecom_revenue"),
        Indicator("telecom_revenue_mobile",
                  {"zh": "移动通信业务收入", "en": "Mobile communications revenue"},
                  "CNY", "flow", part_of="telecom_revenue"),
        Indicator("mobile_subs", {"zh": "移动电话用户", "en": "Mobile phone subscribers"},
                  "subscribers", "stock"),
        Indicator("mobile_subs_4g", {"zh": "4G移动电话用户", "en": "4G mobile subscribers"},
                  "subscribers", "stock", part_of="mobile_subs"),
        Indicator("broadband_subs_100m",
                  {"zh": "100Mbps及以上宽带用户", "en": "Broadband subscribers at 100 Mbps"},
                  "subscribers", "stock"),
        Indicator("base_stations_5g", {"zh": "5G基站", "en": "5G base stations"},
                  "stations", "stock"),
        Indicator("mobile_penetration", {"zh": "移动电话普及率", "en": "Mobile penetration"},
                  "per_100", "stock"),
        Indicator("internet_penetration", {"zh": "互联网普及率", "en": "Internet penetration"},
                  "percent", "stock"),
        Indicator("dou", {"zh": "月户均流量", "en": "Data per user and month"},
                  "GB_per_user_month", "average"),
        Indicator("mobile_data_traffic", {"zh": "移动互联网流量", "en": "Mobile data traffic"},
                  "GB", "flow"),
        Indicator("fiber_km", {"zh": "光缆线路长度", "en": "Optical cable length"}, "km", "stock"),
    ]  # fmt: skip
    territories = [Territory("CN", {"zh": "全国", "en": "China"}, level="country")]
    territories += [
        Territory(code, {"zh": zh, "en": en}, "CN", level="province")
        for code, (zh, en) in PROVINCES.items()
    ]
    return Catalogue(
        {i.code: i for i in indicators}, {u.code: u for u in units},
        {t.code: t for t in territories},
    )  # fmt: skip


FIGURES = """
telecom_revenue CN 2020 1.36e12 0.005e12 b2020
yoy(telecom_revenue) CN 2020 3.6 0.05 b2020
telecom_revenue CN 2019 1.31e12 0.005e12 b2019
telecom_revenue CN 2018 1.3e12 0.005e12 b2019
telecom_revenue CN 2017 1.26e12 0.005e12 b2019
yoy(telecom_revenue) CN 2019 0.8 0.05 b2019
yoy(telecom_revenue) CN 2018 3 0.05 b2019
yoy(telecom_revenue) CN 2017 6.4 0.05 b2019
telecom_revenue_fixed CN 2020 467300000000 50000000 b2020
telecom_revenue_fixed CN 2019 417200000000 50000000 b2019
telecom_revenue_mobile CN 2020 889100000000 50000000 b2020
telecom_revenue_mobile CN 2019 894200000000 50000000 b2019
yoy(telecom_revenue_fixed) CN 2020 12 0.05 b2020
mobile_subs CN 2020-12 1594000000 500000 b2020
mobile_subs CN 2019-12 1601000000 500000 b2019
mobile_subs_4g CN 2020-12 1289000000 500000 b2020
mobile_subs_4g CN 2019-12 1282000000 500000 b2019
mobile_subs CN-GD 2020-12 155000000 500000 b2020
mobile_subs CN-JS 2020-12 99000000 500000 b2020
mobile_subs CN-ZJ 2020-12 85700000 50000 b2020
mobile_subs CN-SD 2020-12 108000000 500000 b2020
mobile_subs CN-HE 2020-12 83000000 500000 b2020
base_stations_5g CN-GD 2020-12 98613 0.5 b2020
base_stations_5g CN-GD 2019-12 36988 0.5 b2019
mobile_penetration CN 2020-12 113.9 0.05 b2020
mobile_penetration CN-GD 2020-12 134.2 0.05 b2020
mobile_penetration CN-JS 2020-12 116.9 0.05 b2020
dou CN 2020 10.35 0.005 b2020
internet_penetration CN 2020-12 70.4 0.05 b2020
internet_penetration CN 2019-12 70.4 0.05 b2019
mobile_data_traffic CN 2020 1.656e11 50000000 b2020
"""


def claims_of(text: str) -> list[Claim]:
    out = []
    for line in filter(None, text.strip().splitlines()):
        expression, territory, period, value, half, source = line.split()[:6]
        bound = line.split()[6] if len(line.split()) > 6 else ""
        out.append(
            Claim(
                expression=show(parse(expression)), territory=territory, period=period,
                value=float(value), half_width=float(half), unit="", source=source, bound=bound,
                text=value, id=claim_id(source, line, expression),
            )
        )  # fmt: skip
    return out


def make_account(text: str = FIGURES, **more: object) -> Account:
    """An account whose facts are the claims as they stand."""
    from bluebook.language.meaning import unit_of

    catalogue = make_catalogue()
    account = Account(catalogue=catalogue, claims={}, levels={}, stated={}, targets={}, **more)
    for claim in claims_of(text):
        unit = unit_of(parse(claim.expression or ""), catalogue)
        claim = Claim(**{f: getattr(claim, f) for f in claim.__struct_fields__} | {"unit": unit})
        account.claims[claim.id] = claim
        low, high = claim.interval
        key = (claim.expression or "", claim.territory, claim.period)
        into = account.levels if isinstance(parse(key[0]), Name) else account.stated
        into[key] = Fact(
            expression=key[0], territory=key[1], period=key[2], value=claim.value,
            lower=low, upper=high, unit=unit, claims=(claim.id,),
        )  # fmt: skip
    return account


EDITION = """
[edition]
title = {zh = "蓝皮书", en = "Blue Book"}
publisher = {zh = "通信管理局", en = "Communications Administration"}
territory = "CN"
period = "2020"
languages = ["zh", "en"]
issued = 2021-05-17
"""
SOURCES = """
[b2019]
title = {zh = "2019年公报", en = "Bulletin 2019"}
publisher = {zh = "工信部", en = "MIIT"}
date = 2020-02-27

[b2020]
title = {zh = "2020年公报", en = "Bulletin 2020"}
publisher = {zh = "工信部", en = "MIIT"}
date = 2021-01-22
"""


class Bench:
    """An edition in a folder, and a way to write chapters in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "sources").mkdir(parents=True)
        (folder / "edition.toml").write_text(EDITION, "utf-8")
        (folder / "sources" / "sources.toml").write_text(SOURCES, "utf-8")
        self.account = make_account()
        self.outlook = Outlook()

    @property
    def edition(self) -> Edition:
        return Edition(self.folder)

    def file(self, text: str, language: str = "zh", name: str = "03-users.md") -> Path:
        path = self.folder / "chapters" / language / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def draft(
        self, body: str, language: str = "zh", name: str = "03-users.md", number: int = 3, svg=None
    ) -> Draft:
        """A chapter with this body (below a title and an empty line: line 3 on)."""
        title = "# 用户\n\n" if language == "zh" else "# Users\n\n"
        path = self.file(title + body, language, name)
        return chapter(
            self.edition, path, number, self.account, self.outlook, language,
            svg=svg or (lambda spec: "<svg/>"),
        )  # fmt: skip

    def desk(self, language: str) -> Desk:
        return Desk(
            self.edition, self.account, self.outlook, language,
            file="chapters/x.md", slug="users", number=3, svg=lambda spec: "<svg/>",
        )  # fmt: skip


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path / "edition")


def close(a: float, b: float) -> bool:
    return math.isclose(a, b, rel_tol=1e-9)
