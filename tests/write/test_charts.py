"""Charts: every number a link to its figure, no text on another, the same in two engines."""

from __future__ import annotations

import random
import re

import pytest

from bluebook.errors import BluebookError
from bluebook.foresee.outlook import Ahead, Backtest, Outlook, Projection, Target
from bluebook.model.fact import Fact
from bluebook.write import document as d
from bluebook.write.charts.draw import apart, ticks
from bluebook.write.charts.render import render
from bluebook.write.charts.theme import HALF, breadth, wrapped

from .conftest import FIGURES, make_account
from .svgs import links, outside, overlaps, texts
from .texts import first

MONTHS = [f"{y}-{m:02d}" for y in (2019, 2020) for m in range(1, 13)]


def figures() -> str:
    """Months of subscribers and of two growths, seeded; years of regions."""
    rng = random.Random(7)
    rows = []
    for n, month in enumerate(MONTHS):
        for code, base in (("mobile_subs", 1.58e9), ("mobile_subs_4g", 1.2e9)):
            rows.append(
                f"{code} CN {month} {base + n * 1e6 + rng.randint(-9, 9) * 1e6:.0f} 5000 b2020"
            )
    for n, month in enumerate(MONTHS[12:]):
        for code, base in (("telecom_revenue", 3), ("telecom_revenue_fixed", 9),
                           ("telecom_revenue_mobile", -2)):  # fmt: skip
            value = base + rng.uniform(-3, 3) + n / 5
            rows.append(f"yoy({code}) CN {month} {value:.1f} 0.05 b2020")
    kept = [row for row in FIGURES.splitlines() if not re.match(r"mobile_subs(_4g)? CN ", row)]
    return "\n".join([*kept, *rows])


REVENUE = ("telecom_revenue", "telecom_revenue_fixed", "telecom_revenue_mobile")
GROWTH = "; ".join(f"yoy({code})" for code in REVENUE)
SHARES = "; ".join(f"share({code}, of=telecom_revenue)" for code in REVENUE[1:])
CHARTS = {
    "level-growth": ":of: telecom_revenue\n:periods: 2017..2020\n:in: {billion}",
    "line-years": f":of: {'; '.join(REVENUE)}\n:periods: 2017..2020",
    "line-months": ":of: mobile_subs\n:periods: 2019-01..2020-12",
    "line-two": ":of: mobile_subs; mobile_subs_4g\n:periods: 2019-01..2020-12",
    "line-growth": f":of: {GROWTH}\n:periods: 2020-01..2020-12",
    "stacked": f":of: {SHARES}\n:periods: 2019, 2020",
    "grouped": ":of: telecom_revenue_fixed; telecom_revenue_mobile\n:periods: 2019, 2020",
    "grouped-places": ":of: mobile_subs\n:territories: province\n:period: 2020-12",
    "ranked": ":of: mobile_subs\n:territories: province\n:highlight: CN-GD",
    "fan": ":series: revenue",
    "progress": "",
}
SCALE = {"zh": "亿元", "en": "billion"}


def outlook(origin: str) -> Outlook:
    def fact(period: str, value: float) -> Fact:
        return Fact(expression="telecom_revenue", territory="CN", period=period, value=value,
                    lower=value - 5e8, upper=value + 5e8, unit="CNY", claims=(origin,))  # fmt: skip

    rng = random.Random(3)

    periods = [
        f"{y}-01/{y}-02" if m == 2 else f"{y}-{m:02d}" for y in (2019, 2020) for m in range(2, 13)
    ]
    history = tuple(
        fact(p, 1.1e11 * (2 if "/" in p else 1) + rng.uniform(-4, 4) * 1e9) for p in periods
    )
    ahead = []
    for m in range(2, 13):
        many = 2 if m == 2 else 1
        value = 1.15e11 * many
        spread = (1 + m) * 1e9 * many
        ahead.append(Ahead("2021-01/2021-02" if m == 2 else f"2021-{m:02d}", value, value - spread,
                           value + spread, value - 2 * spread, value + 2 * spread))  # fmt: skip
    projection = Projection(
        name={"zh": "收入", "en": "Revenue"}, expression="telecom_revenue", territory="CN",
        unit="CNY", history=history, ahead=tuple(ahead), model="Theta",
        backtest=Backtest(8, 12, 96, 0.61, 1.84, 2.97, 83.3, 95.8), origins=(origin,),
        total=Ahead("2021", 1.38e12, 1.3e12, 1.46e12, 1.2e12, 1.5e12),
        came=(fact("2021-03", 1.16e11),),
    )  # fmt: skip
    short = Projection(
        name={"zh": "短", "en": "Short"},
        expression="dou",
        territory="CN",
        unit="GB_per_user_month",
        too_short={"zh": "只有三期。", "en": "Three periods."},
    )
    goal = Fact(
        expression="base_stations_5g",
        territory="CN-GD",
        period="2022-12",
        value=220_000,
        lower=220_000,
        upper=220_000,
        unit="stations",
        status="T",
        claims=(origin,),
    )
    targets = (
        Target(name={"zh": "广东5G基站（三年实施方案）", "en": "5G in Guangdong (three-year plan)"},
               expression="base_stations_5g", territory="CN-GD", period="2022-12", bound="over",
               target=goal, completion=44.82, needed=49.35, origins=(origin,)),
        Target(name={}, expression="base_stations_5g", territory="CN-GD", period="2020-12",
               bound="", target=goal, completion=103.0, origins=(origin,)),
    )  # fmt: skip
    return Outlook({"revenue": projection, "short": short}, targets)


@pytest.fixture
def charts(bench):
    bench.account = make_account(figures())
    bench.outlook = outlook(next(iter(bench.account.claims)))
    specs = []

    def draw(name: str, language: str, more: str = ""):
        options = (CHARTS[name].format(billion=SCALE[language]) + more).strip("\n")
        kind = name if name == "level-growth" else name.split("-")[0]
        body = (
            f":::{{chart}} {'图' if language == 'zh' else 'A chart'}\n:kind: {kind}\n{options}\n:::"
        )

        def svg(spec):
            specs.append(spec)
            return render(spec)

        draft = bench.draft(body, language, svg=svg)
        return draft, first(draft.chapter, d.Chart), specs[-1]

    return draw


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", CHARTS)
class TestEveryKind:
    def test_marks_are_figures_and_shown_ones_are_printed(self, charts, name, language):
        draft, chart, _ = charts(name, language)
        known = {f.id: f for f in draft.figures}
        printed = {(t.href.removeprefix("#"), t.words) for t in texts(chart.svg) if t.href}
        assert chart.marks and all(m.figure in known for m in chart.marks)
        assert {(m.figure, m.text) for m in chart.marks if m.shown} == printed
        assert links(chart.svg) <= set(known)
        assert links(chart.svg) == {m.figure for m in chart.marks} or name.startswith("line")
        assert all(
            f.place.startswith("users/figure-3-1") for f in draft.figures[: len(chart.marks)]
        )

    def test_no_text_stands_on_another_or_outside(self, charts, name, language):
        _, chart, _ = charts(name, language)
        found = texts(chart.svg)
        assert overlaps(found) == [] and outside(found, chart.width, chart.height) == []
        assert chart.width <= 480 and len(chart.svg) < 60_000

    def test_a_narrow_one_holds_its_texts_too(self, charts, name, language):
        _, chart, _ = charts(name, language, "\n:width: half")
        found = texts(chart.svg)
        assert chart.width == HALF and outside(found, chart.width, chart.height) == []
        assert overlaps(found) == []

    def test_every_number_in_the_alternative_text_is_a_mark(self, charts, name, language):
        _, chart, _ = charts(name, language)
        said = re.sub(r"(?:20\d\d|[35]G|\d+月|1—2月)", "", chart.alt)
        marks = " ".join(m.text for m in chart.marks)
        for number in re.findall(r"\d[\d,.]*\d|\d", said):
            assert number.rstrip(".,") in marks, (number, chart.alt)

    def test_the_same_spec_gives_the_same_bytes(self, charts, name, language):
        _, chart, spec = charts(name, language)
        assert render(spec) == chart.svg

    def test_vega_draws_the_same(self, charts, name, language):
        import vl_convert

        _, chart, spec = charts(name, language)
        vega = vl_convert.vegalite_to_svg(spec)
        for pattern in (r"<svg[^>]*viewBox=\"([^\"]*)\"", r"<text[^>]*>([^<]+)<"):
            assert re.findall(pattern, vega) == re.findall(pattern, chart.svg)
        places = r"<text[^>]*translate\(([-\d.]+),([-\d.]+)\)"
        for a, b in zip(re.findall(places, vega), re.findall(places, chart.svg), strict=True):
            assert [float(x) for x in a] == pytest.approx([float(x) for x in b], abs=0.02)
        assert vega.count("<path") - vega.count('class="background"') - vega.count(
            'class="foreground"'
        ) == chart.svg.count("<path")


def test_months_are_labelled_at_the_striking_points(charts):
    _, chart, _ = charts("line-months", "zh")
    shown = [m for m in chart.marks if m.shown]
    assert 2 <= len(shown) <= 4 and chart.marks[-1].shown
    words = [t.words for t in texts(chart.svg)]
    assert "2019年" in words and "2020年" in words and "7月" in words


def test_the_highlighted_territory_stands_out(charts):
    _, chart, _ = charts("ranked", "zh")
    assert chart.svg.count('fill="#c2610c"') == 2  # its bar and its name
    assert [m.at for m in chart.marks][:2] == ["广东", "山东"]


def test_a_growth_known_too_loosely_is_not_drawn(bench):
    loose = "\n".join(f"telecom_revenue CN {y} 1.2e12 0.05e12 b2020" for y in (2018, 2019, 2020))
    bench.account = make_account(loose)
    body = ":::{chart} 图\n:kind: level-growth\n:of: telecom_revenue\n:periods: 2018..2020\n:::"
    chart = first(bench.draft(body).chapter, d.Chart)
    assert {m.series for m in chart.marks} == {"电信业务收入"}


def test_january_and_february_are_drawn_as_their_average(charts):
    _, chart, _ = charts("fan", "zh")
    assert "两月平均" in str(chart.notes)
    assert not any(m.shown for m in chart.marks if "1—2月" in m.at)


def test_ticks_are_round_and_cover():
    assert ticks(0, 13_600) == [0, 5000, 10_000, 15_000]
    assert ticks(76.2, 80.9) == [76, 78, 80, 82]


def test_labels_are_moved_apart_within_their_room():
    placed = apart([100, 101, 102], 20, 0, 110)
    assert placed == [70, 90, 110]


def test_names_are_wrapped():
    assert wrapped("Fixed communications revenue", 100) == ["Fixed", "communications", "revenue"]
    assert all(breadth(line) <= 60 for line in wrapped("移动数据及互联网业务收入", 60))


def test_a_chart_is_whole_or_half(charts):
    with pytest.raises(BluebookError, match="half"):
        charts("ranked", "en", "\n:width: third")
