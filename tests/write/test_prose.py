"""{g} and {facts}: natural wording that says no more than the facts hold."""

from __future__ import annotations

import re

import pytest

from bluebook.write import document as d

from .conftest import FIGURES, make_account
from .texts import first, walk, words

SAID = [  # role, zh, en
    ("yoy(telecom_revenue)", "比上年增长3.6%", "up 3.6% year on year"),
    ("yoy(telecom_revenue_mobile)", "比上年下降0.6%", "down 0.6% year on year"),
    ("change(base_stations_5g)@CN-GD", "比上年末净增61,625座",
     "a net increase of 61,625 stations over the end of the previous year"),
    ("change(mobile_subs)", "比上年末净减700万户",
     "a net decrease of 7 million subscribers from the end of the previous year"),
    ("pp(internet_penetration)", "与上年末基本持平", "broadly unchanged from a year earlier"),
    ('share(mobile_subs, within="CN")@CN-GD', "占全国的9.7%",
     "accounting for 9.7% of the national total"),
    ("share(mobile_subs_4g, of=mobile_subs)", "占移动电话用户的80.9%",
     "accounting for 80.9% of mobile phone subscribers"),
]  # fmt: skip


@pytest.mark.parametrize(("role", "zh", "en"), SAID)
def test_a_figure_in_the_words_of_its_operator(bench, role, zh, en):
    for language, expected in (("zh", zh), ("en", en)):
        chapter = bench.draft(f"{{g}}`{role}`", language).chapter
        assert words(chapter.blocks) == expected


def test_a_period_within_a_year_is_compared_with_the_same_period(bench):
    bench.account = make_account(
        FIGURES
        + "telecom_revenue CN 2020-H1 6.9e11 5e7 b2020\n"
        + "yoy(telecom_revenue) CN 2020-H1 3.1 0.05 b2020"
    )
    chapter = bench.draft("{g}`yoy(telecom_revenue)@CN,2020-H1`").chapter
    assert words(chapter.blocks) == "同比增长3.1%"


def test_unchanged_where_the_interval_holds_nought_and_is_small(bench):
    bench.account = make_account(
        FIGURES
        + "telecom_revenue CN 2021 1.36e12 0.005e12 b2020\n"
        + "yoy(telecom_revenue) CN 2021 0.04 0.05 b2020"
    )
    draft = bench.draft("{g}`yoy(telecom_revenue)@CN,2021`", "en")
    assert words(draft.chapter.blocks) == "broadly unchanged from a year earlier"
    assert not draft.figures  # nothing was printed


def test_a_growth_of_unknown_sign_is_not_called_unchanged(bench):
    bench.account = make_account(
        "telecom_revenue CN 2020 1e12 0.1e12 b2020\ntelecom_revenue CN 2019 0.99e12 0.1e12 b2019"
    )
    text = words(bench.draft("{g}`yoy(telecom_revenue)`").chapter.blocks)
    assert "持平" not in text and "增长" not in text and "至" in text


def test_a_rank_is_said_only_where_it_is_a_single_one(bench):
    known = words(bench.draft(":::{facts}\n:of: mobile_subs@CN-GD\n:::").chapter.blocks)
    assert "居全国" not in known  # one province is unknown and may be greater
    bench.account = make_account(FIGURES + "mobile_subs CN-NM 2020-12 30000000 500000 b2020")
    full = words(bench.draft(":::{facts}\n:of: mobile_subs@CN-GD\n:::", "en").chapter.blocks)
    assert full.endswith("ranking 1st in the country.")


PARAGRAPH = ":::{facts}\n:of: telecom_revenue; telecom_revenue_fixed; mobile_subs\n:::"


def test_an_automatic_paragraph(bench):
    assert words(bench.draft(PARAGRAPH).chapter.blocks) == (
        "2020年，全国电信业务收入为1.36万亿元，比上年增长3.6%。其中，固定通信业务收入达4673亿元，"
        "同比增长12%，占电信业务收入的比重为34%，占比较上年提升3个百分点。"
        "截至2020年末，移动电话用户为15.94亿户，比上年末净减700万户。"
    )
    assert words(bench.draft(PARAGRAPH, "en").chapter.blocks) == (
        "In 2020, telecom service revenue in China came to CNY 1.36 trillion, up 3.6% year on "
        "year. Of this, fixed communications revenue reached CNY 467.3 billion, an increase of "
        "12.0% over the previous year, 34% of telecom service revenue, with the share up 3 "
        "percentage points from a year earlier. At the end of 2020, mobile phone subscribers "
        "stood at 1.594 billion, a net decrease of 7 million from the end of the previous year."
    )


def test_what_is_said_may_be_chosen_and_listed(bench):
    chapter = bench.draft(":::{facts}\n:of: telecom_revenue\n:say: yoy\n:as: list\n:::").chapter
    bullets = first(chapter, d.Bullets)
    assert words(bullets.items[0]) == "2020年，全国电信业务收入为1.36万亿元，比上年增长3.6%。"


def test_a_figure_that_is_not_known_is_left_out_with_a_warning(bench):
    draft = bench.draft(":::{facts}\n:of: telecom_revenue; fiber_km\n:::")
    assert "光缆" not in words(draft.chapter.blocks)
    assert any(":4: {facts}: nothing is known of fiber_km@CN" in w for w in draft.warnings)


def test_every_number_in_a_paragraph_is_a_figure(bench):
    for language in ("zh", "en"):
        draft = bench.draft(PARAGRAPH, language)
        bare = "".join(p.text for p in walk(draft.chapter) if isinstance(p, d.Text))
        assert not re.search(r"\d", bare.replace("2020", ""))
        printed = [p for p in walk(draft.chapter) if isinstance(p, d.Printed)]
        assert {p.figure for p in printed} == {f.id for f in draft.figures}
        assert all(f.origins for f in draft.figures)
