"""A realistic book built by hand: every kind of block, in both languages, about ten pages.

`sample_book("zh")`, `sample_books()`, `sample_claims()`, `sample_facts()`. Some of its figures
are true and some invented; it is here to be set in type, not to be read.
"""

from __future__ import annotations

from functools import cache

from bluebook.model.claim import Claim
from bluebook.model.fact import Fact
from bluebook.write import document as d
from tests.publish import sample_charts, sample_text
from tests.publish.sample_text import PROVINCES, WORDS

REVENUE = {2015: 11251, 2016: 11893, 2017: 12620, 2018: 13010, 2019: 13096, 2020: 13564}
GROWTH = {2015: 0.8, 2016: 5.6, 2017: 6.4, 2018: 3.0, 2019: 0.8, 2020: 3.6}
CLAIM = "mb2020:0a1b2c3d"


class Maker:
    """Collects figures while a book is put together."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.place = ""
        self.figures: list[d.Figure] = []

    def figure(
        self, text: str, value: float, unit: str, expression: str,
        territory: str = "CN", period: str = "2020",
    ) -> str:  # fmt: skip
        name = f"f{len(self.figures) + 1:04d}"
        half = 0.05 if unit in ("percent", "points") else abs(value) * 0.001
        self.figures.append(
            d.Figure(name, self.place, text, expression, territory, period, value, value - half,
                     value + half, unit, "A", (CLAIM, "nbs:11223344"))
        )  # fmt: skip
        return name

    def n(
        self, text: str, value: float, unit: str = "CNY", expression: str = "telecom_revenue",
        territory: str = "CN", period: str = "2020",
    ) -> d.Printed:  # fmt: skip
        return d.Printed(text, self.figure(text, value, unit, expression, territory, period))

    def say(self, template: str, /, **parts: d.Inline) -> tuple[d.Inline, ...]:
        """Text with parts in braces: `{name}` is replaced by an inline."""
        content: list[d.Inline] = []
        for piece in template.replace("}", "{").split("{"):
            content.append(parts[piece] if piece in parts else d.Text(piece))
        return tuple(c for c in content if c != d.Text(""))


def _cite(*numbers: int) -> tuple[d.Cite, ...]:
    return tuple(d.Cite(("mb2020", "nbs", "gdca", "cnnic")[n - 1], n) for n in numbers)


def _t(text: str) -> tuple[d.Inline, ...]:
    return (d.Text(text),)


def _revenue_chart(m: Maker, w: dict[str, str]) -> d.Chart:
    m.place = "glance/figure-1-1"
    marks: list[d.Mark] = []
    rows: dict[str, list[sample_charts.Row]] = {"level": [], "growth": []}
    for year, value in REVENUE.items():
        text = f"{value:,}"
        name = m.figure(text, value * 1e8, "CNY", "telecom_revenue", period=str(year))
        marks.append(d.Mark(name, w["revenue"], str(year), text, True))
        rows["level"].append((str(year), value, name))
    for year, value in GROWTH.items():
        text = f"{value}%"
        name = m.figure(text, value, "percent", "yoy(telecom_revenue)", period=str(year))
        marks.append(d.Mark(name, w["growth"], str(year), text, False))
        rows["growth"].append((str(year), value, name))
    svg, width, height = sample_charts.level_growth(
        tuple(rows["level"]), tuple(rows["growth"]), w["revenue_axis"], w["growth_axis"]
    )
    return d.Chart(
        "fig-revenue", "1-1", _t(w["revenue_caption"]), svg, w["revenue_alt"], width, height,
        tuple(marks), (_t(w["revenue_note"]),), _cite(1, 2),
    )  # fmt: skip


def _ranked_chart(m: Maker, w: dict[str, str]) -> d.Chart:
    m.place = "foundation/figure-2-1"
    rows, marks = [], []
    for (code, zh, en), value in zip(PROVINCES[:16], range(160, 0, -7), strict=False):
        at, text = (zh if m.language == "zh" else en), f"{value / 1.0:.1f}"
        name = m.figure(text, value, "per_100", "mobile_penetration", code, "2020-12")
        rows.append((at, float(value), name))
        marks.append(d.Mark(name, w["penetration"], at, text, True))
    highlight = PROVINCES[2][1 if m.language == "zh" else 2]
    svg, width, height = sample_charts.ranked(tuple(rows), w["penetration"], highlight)
    return d.Chart(
        "fig-ranked", "2-1", _t(w["ranked_caption"]), svg, w["ranked_alt"], width, height,
        tuple(marks), (), _cite(1),
    )  # fmt: skip


def _monthly_chart(m: Maker, w: dict[str, str]) -> d.Chart:
    m.place = "outlook/figure-3-1"
    series, marks = [], []
    for label, base in ((w["mobile"], 7.0), (w["fixed"], 3.0)):
        rows = []
        for month in range(1, 13):
            value = round(base + (month * 37 % 11) / 10, 1)
            name = m.figure(f"{value}%", value, "percent", "yoy(telecom_revenue)",
                            period=f"2020-01/2020-{month:02d}")  # fmt: skip
            rows.append((f"{month:02d}", value, name))
            marks.append(d.Mark(name, label, f"2020-{month:02d}", f"{value}%", False))
        series.append((label, tuple(rows)))
    svg, width, height = sample_charts.lines(tuple(series), w["growth_axis"])
    return d.Chart(
        "fig-monthly", "3-1", _t(w["monthly_caption"]), svg, w["monthly_alt"], width, height,
        tuple(marks),
    )  # fmt: skip


def _users_table(m: Maker, w: dict[str, str]) -> d.Table:
    """A table of two header rows with a spanning head."""
    m.place = "glance/table-1-1"
    header = (
        (d.Cell(_t(w["indicator"]), header=True), d.Cell(_t(w["unit"]), "center", header=True),
         d.Cell(_t("2019"), "center", 1, True), d.Cell(_t("2020"), "center", 2, True)),
        (d.Cell(header=True), d.Cell(header=True), d.Cell(_t(w["level"]), "right", 1, True),
         d.Cell(_t(w["level"]), "right", 1, True), d.Cell(_t(w["growth"]), "right", 1, True)),
    )  # fmt: skip
    data = (("mobile_subs", 160134, 159407, -0.4), ("broadband_subs", 44928, 48355, 7.6),
            ("mobile_subs_4g", 128198, 128876, 0.5), ("iptv_subs", 29396, 31500, 7.1))  # fmt: skip
    rows = tuple(
        (d.Cell(_t(w[code]), header=True), d.Cell(_t(w["ten_thousand"]), "center"),
         d.Cell((m.n(f"{a:,}", a * 1e4, "subscribers", code, period="2019-12"),), "right"),
         d.Cell((m.n(f"{b:,}", b * 1e4, "subscribers", code, period="2020-12"),), "right"),
         d.Cell((m.n(f"{g}%", g, "percent", f"yoy({code})", period="2020-12"),), "right"))
        for code, a, b, g in data
    )  # fmt: skip
    unknown = tuple(d.Cell(_t("…"), "right") for _ in range(3))
    rows += ((d.Cell(_t(w["ipv6"]), header=True), d.Cell(_t("…"), "center"), *unknown),)
    return d.Table("tab-users", "1-1", _t(w["users_caption"]), header, rows,
                   (_t(w["users_note"]),), _cite(1, 3))  # fmt: skip


def _long_table(m: Maker, w: dict[str, str]) -> d.Table:
    """Longer than a page: its header must be repeated."""
    m.place = "foundation/table-2-1"
    heads = (w["territory"], w["stations"], w["change"], w["share"], w["rank"])
    header = (tuple(d.Cell(_t(h), "right" if i else "left", 1, True) for i, h in enumerate(heads)),)
    rows = []
    for i, (code, zh, en) in enumerate(PROVINCES):
        value = 124000 - 3711 * i
        rows.append((
            d.Cell(_t(zh if m.language == "zh" else en), header=True),
            d.Cell((m.n(f"{value:,}", value, "stations", "stations_5g", code),), "right"),
            d.Cell((m.n(f"{value // 2:+,}", value // 2, "stations", "change(stations_5g)", code),),
                   "right"),
            d.Cell((m.n(f"{value / 21000:.1f}%", value / 21000, "percent",
                        'share(stations_5g, within="CN")', code),), "right"),
            d.Cell((m.n(str(i + 1), i + 1, "1", 'rank(stations_5g, among="province")', code),),
                   "right"),
        ))  # fmt: skip
    return d.Table("tab-stations", "2-1", _t(w["stations_caption"]), header, tuple(rows),
                   (_t(w["stations_note"]), _t(w["rank_note"])), _cite(1, 2, 3))  # fmt: skip


def _typed_table(w: dict[str, str]) -> d.Table:
    """A table typed in Markdown: without number and caption."""
    header = ((d.Cell(_t(w["indicator"]), header=True), d.Cell(_t(w["unit"]), header=True)),)
    rows = tuple((d.Cell(_t(w[k])), d.Cell(_t(w["ten_thousand"]))) for k in ("ipv6", "iptv_subs"))
    return d.Table("", "", (), header, rows)


def _glance(m: Maker, w: dict[str, str]) -> d.Chapter:
    m.place = "glance/tiles"
    tiles = d.Tiles((
        (_t(w["revenue"]), (m.n(w["t_revenue"], 1.3564e12),),
         (m.n(w["t_growth"], 3.6, "percent", "yoy(telecom_revenue)"),)),
        (_t(w["stations"]), (m.n(w["t_stations"], 718000, "stations", "stations_5g"),),
         (m.n(w["t_new"], 5.8e5, "stations", "change(stations_5g)"),)),
        (_t(w["broadband_subs"]), (m.n(w["t_broadband"], 4.84e8, "subscribers", "broadband_subs"),),
         (m.n(w["t_net"], 3.427e7, "subscribers", "change(broadband_subs)"),)),
        (_t("DOU"), (m.n(w["t_dou"], 10.35, "GB", "dou"),), _t(w["t_dou_remark"])),
    ))  # fmt: skip
    m.place = "glance/p1"
    p1 = d.Paragraph(m.say(
        w["p1"], revenue=m.n(w["n_revenue"], 1.3564e12), cite=d.Cite("mb2020", 1),
        growth=m.n(w["n_growth"], 3.6, "percent", "yoy(telecom_revenue)"),
        figure=d.Refer(w["ref_figure"], "fig-revenue"), table=d.Refer(w["ref_table"], "tab-users"),
        strong=d.Strong(_t(w["p1_strong"])),
    ))  # fmt: skip
    p2 = d.Paragraph(m.say(
        w["p2"], em=d.Emphasis(_t(w["p2_em"])), code=d.Code("yoy(telecom_revenue)"),
        link=d.Link(_t(w["p2_link"]), "https://www.example.org/2020/bulletin?a=1&b=2#top"),
        br=d.Break(), cites=d.Cite("nbs", 2),
    ))  # fmt: skip
    m.place = "glance/key"
    points = []
    for line in w["key_lines"].split("|"):
        growth = (w["n_growth"], 3.6, "percent", "yoy(telecom_revenue)")
        parts: dict[str, d.Inline] = {"n": m.n(*growth)} if "{n}" in line else {}
        points.append((d.Paragraph(m.say(line, **parts)),))
    key = d.Box("key", _t(w["key_title"]), (d.Bullets(tuple(points)),))
    blocks = (
        tiles, p1, key, d.Heading(2, _t(w["h_revenue"]), "revenue"), p2, _revenue_chart(m, w),
        d.Paragraph(_t(w["filler"])), d.Heading(2, _t(w["h_users"]), "users"),
        d.Paragraph(_t(w["filler2"])), _users_table(m, w),
        d.Heading(3, _t(w["h_third"]), "third"), d.Paragraph(_t(w["filler"])),
    )  # fmt: skip
    return d.Chapter("glance", 1, _t(w["glance"]), blocks)


def _foundation(m: Maker, w: dict[str, str]) -> d.Chapter:
    m.place = "foundation/conflict"
    conflict = d.Box("conflict", _t(w["conflict_title"]), (d.Paragraph(m.say(
        w["conflict"], a=m.n("36,988", 36988, "stations", "stations_5g", "CN-GD", "2019-12"),
        b=m.n("35,988", 35988, "stations", "stations_5g", "CN-GD", "2019-12"),
        c1=d.Cite("mb2020", 1), c2=d.Cite("gdca", 3),
    )),))  # fmt: skip
    blocks = (
        d.Paragraph(_t(w["filler2"])), d.Heading(2, _t(w["h_stations"]), "stations"),
        d.Paragraph(_t(w["filler"])), _long_table(m, w), conflict,
        d.Heading(2, _t(w["h_ranked"]), "ranked"), d.Paragraph(_t(w["filler2"])),
        _ranked_chart(m, w), d.Paragraph(_t(w["filler"])),
    )  # fmt: skip
    return d.Chapter("foundation", 2, _t(w["foundation"]), blocks)


def _outlook(m: Maker, w: dict[str, str]) -> d.Chapter:
    nested = d.Bullets(((d.Paragraph(_t(w["li_a"])),), (d.Paragraph(_t(w["li_b"])),)))
    ordered = d.Bullets(
        ((d.Paragraph(_t(w["li_1"])), nested), (d.Paragraph(_t(w["li_2"])),)), ordered=True
    )
    blocks = (
        d.Box("quote", _t(w["quote_by"]), (d.Paragraph(_t(w["quote"])),)),
        d.Paragraph(_t(w["filler"])), _monthly_chart(m, w), ordered,
        d.Box("warning", _t(w["warning_title"]), (d.Paragraph(_t(w["warning"])),)),
        d.Box("note", _t(w["note_title"]), (d.Paragraph(_t(w["note"])), ordered)),
    )  # fmt: skip
    return d.Chapter("outlook", 3, _t(w["outlook"]), blocks)


@cache
def sample_book(language: str = "zh") -> d.Book:
    """The sample in one language."""
    w, m = WORDS[language], Maker(language)
    preface = d.Chapter("preface", 0, _t(w["preface"]), (
        d.Paragraph(_t(w["filler2"])), d.Paragraph(_t(w["filler"])),
    ))  # fmt: skip
    sources = d.Chapter("sources", 4, _t(w["sources"]), (
        d.Paragraph(_t(w["note"])), _typed_table(w), d.References(),
    ))  # fmt: skip
    chapters = (preface, _glance(m, w), _foundation(m, w), _outlook(m, w), sources)
    return d.Book(
        language, w["title"], w["publisher"], "2021-05-17", w["notice"], chapters,
        sample_text.references(language), tuple(m.figures), ("glance.md:3: a typed statistic",),
    )  # fmt: skip


def sample_books() -> dict[str, d.Book]:
    """Both languages."""
    return {language: sample_book(language) for language in ("zh", "en")}


def sample_claims() -> dict[str, Claim]:
    """The claims that the sample's figures name as their origins."""
    said = Claim(
        expression="telecom_revenue", territory="CN", period="2020", value=1.36e12,
        half_width=5e9, unit="CNY", source="mb2020", file="digests/mb2020.md", start=17, end=23,
        text="2020年,电信业务收入累计完成1.36万亿元,比上年增长3.6%。", id=CLAIM,
    )  # fmt: skip
    cell = Claim(
        expression="telecom_revenue", territory="CN", period="2020", value=1.3564e12,
        half_width=5e7, unit="CNY", source="nbs", file="tables/nbs.csv", locator="D7",
        text="=13564", id="nbs:11223344",
    )  # fmt: skip
    return {c.id: c for c in (said, cell)}


def sample_facts() -> list[Fact]:
    """A few facts, one of them unbounded above."""
    inf = float("inf")
    return [
        Fact(expression="telecom_revenue", territory="CN", period="2020", value=1.3564e12,
             lower=1.3563e12, upper=1.3565e12, unit="CNY", claims=tuple(sample_claims())),
        Fact(expression="dou", territory="CN", period="2020", value=10.35, lower=10.3,
             upper=inf, unit="GB", status="E", claims=(CLAIM,)),
    ]  # fmt: skip
