# ruff: noqa: E501
"""Sentences as bulletins write them, and what each of their numbers says.

A row: language, sentence, then `number | expression | territory | period | value | half width`
for each number in order; `number | ?` for one whose subject is not known.
"""

import pytest

from bluebook.collect.bulletins import read
from bluebook.collect.bulletins.command import catalogue_of
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim

REVENUE, VOLUME = "telecom_revenue", "telecom_volume_prev"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return catalogue_of()


def claims_of(
    text: str, catalogue: Catalogue, language: str | None = "zh", period: str = "2020"
) -> list[Claim]:
    return read(
        text, catalogue=catalogue, language=language, territory="CN", period=period, source="s"
    )


def said(text: str, claim: Claim) -> str:
    number = text[claim.start : claim.end]
    if claim.expression is None:
        return f"{number} | ?"
    flags = "".join(f" {f}" for f in (claim.bound, claim.status) if f)
    return (
        f"{number} | {claim.expression} | {claim.territory} | {claim.period} | "
        f"{claim.value:.12g} | {claim.half_width:.12g}{flags}"
    )


ROWS = {
    "headline, growth, change of growth": (
        "2020年，电信业务收入累计完成1.36万亿元，比上年增长3.6%，增速同比提高2.9个百分点。",
        "1.36万亿元 | telecom_revenue | CN | 2020 | 1.36e+12 | 5000000000",
        "3.6% | yoy(telecom_revenue) | CN | 2020 | 3.6 | 0.05",
        "2.9个百分点 | pp(yoy(telecom_revenue)) | CN | 2020 | 2.9 | 0.05",
    ),
    "price base in front": (
        "按照上年不变价计算的电信业务总量1.5万亿元，同比增长20.6%。",
        "1.5万亿元 | telecom_volume_prev | CN | 2020 | 1.5e+12 | 50000000000",
        "20.6% | yoy(telecom_volume_prev) | CN | 2020 | 20.6 | 0.05",
    ),
    "share from last year's to this year's, pull": (
        "固定数据及互联网业务实现收入2601亿元，在电信业务收入中占比由上年的17.4%提升至17.8%，拉动电信业务收入增长1.2个百分点。",
        "2601亿元 | telecom_revenue_fixed_data | CN | 2020 | 260100000000 | 50000000",
        "17.4% | share(telecom_revenue_fixed_data, of=telecom_revenue) | CN | 2019 | 17.4 | 0.05",
        "17.8% | share(telecom_revenue_fixed_data, of=telecom_revenue) | CN | 2020 | 17.8 | 0.05",
        "1.2个百分点 | pull(telecom_revenue_fixed_data, of=telecom_revenue) | CN | 2020 | 1.2 | 0.05",
    ),
    "the base in brackets": (
        "截至2020年12月末，固定互联网宽带接入用户总数达4.84亿户，比上年末（4.49亿户）净增3427万户。",
        "4.84亿户 | broadband_subs | CN | 2020-12 | 484000000 | 500000",
        "4.49亿户 | broadband_subs | CN | 2019-12 | 449000000 | 500000",
        "3427万户 | change(broadband_subs) | CN | 2020-12 | 34270000 | 5000",
    ),
    "verbs carry the sign": (
        "全年移动电话用户净减728万户；移动短信业务量同比下降8.4%，降幅较上年收窄5.6个百分点。",
        "728万户 | change(mobile_subs) | CN | 2020-12 | -7280000 | 5000",
        "8.4% | yoy(sms_volume) | CN | 2020 | -8.4 | 0.05",
        "5.6个百分点 | pp(yoy(sms_volume)) | CN | 2020 | 5.6 | 0.05",
    ),
    "penetration per hundred, and as a percentage": (
        "移动电话普及率为113.9部/百人，比上年末回落0.5部/百人；我省固定电话、移动电话普及率分别达到14.9%和89%。",
        "113.9部/百人 | mobile_penetration | CN | 2020-12 | 113.9 | 0.05",
        "0.5部/百人 | change(mobile_penetration) | CN | 2020-12 | -0.5 | 0.05",
        "14.9% | fixed_penetration | CN | 2020-12 | 14.9 | 0.05",
        "89% | mobile_penetration | CN | 2020-12 | 89 | 0.5",
    ),
    "respective lists, of indicators": (
        "完成固定语音和移动语音业务收入224亿元和1155亿元，比上年分别下降2.9%和4.4%，在电信业务收入中总占比9.6%。",
        "224亿元 | telecom_revenue_voice_fixed | CN | 2020 | 22400000000 | 50000000",
        "1155亿元 | telecom_revenue_voice_mobile | CN | 2020 | 115500000000 | 50000000",
        "2.9% | yoy(telecom_revenue_voice_fixed) | CN | 2020 | -2.9 | 0.05",
        "4.4% | yoy(telecom_revenue_voice_mobile) | CN | 2020 | -4.4 | 0.05",
        "9.6% | share(telecom_revenue_voice, of=telecom_revenue) | CN | 2020 | 9.6 | 0.05",
    ),
    "respective lists, of regions, the unit once": (
        "东、中、西部和东北地区5G移动电话用户分别达4.92亿、2.7亿、2.97亿、0.78亿户，较上年末分别提升5.6个、6个、6.2个和6.8个百分点。",
        "4.92亿 | mobile_subs_5g | CN-EAST | 2020-12 | 492000000 | 500000",
        "2.7亿 | mobile_subs_5g | CN-CENTRAL | 2020-12 | 270000000 | 5000000",
        "2.97亿 | mobile_subs_5g | CN-WEST | 2020-12 | 297000000 | 500000",
        "0.78亿户 | mobile_subs_5g | CN-NE | 2020-12 | 78000000 | 500000",
        "5.6个 | ?",
        "6个 | ?",
        "6.2个 | ?",
        "6.8个百分点 | ?",
    ),
    "a part of the nation, a rank, provinces": (
        "截至2020年底，广东省移动电话用户达1.55亿户，占全国的9.7%，居全国第1位。广东、江苏、浙江移动电话用户分别达1.55亿户、1.0亿户和0.87亿户。",
        "1.55亿户 | mobile_subs | CN-GD | 2020-12 | 155000000 | 500000",
        '9.7% | share(mobile_subs, within="CN") | CN-GD | 2020-12 | 9.7 | 0.05',
        "第1位 | rank(mobile_subs) | CN-GD | 2020-12 | 1 | 0",
        "1.55亿户 | mobile_subs | CN-GD | 2020-12 | 155000000 | 500000",
        "1.0亿户 | mobile_subs | CN-JS | 2020-12 | 100000000 | 5000000",
        "0.87亿户 | mobile_subs | CN-ZJ | 2020-12 | 87000000 | 500000",
    ),
    "multiples and doubling": (
        "移动互联网接入流量是上年的2.3倍；物联网业务收入增长4.19倍；5G移动电话用户比上年翻一番；2020年移动互联网接入流量是2015年的40倍。",
        "2.3倍 | yoy(mobile_data_traffic) | CN | 2020 | 130 | 5",
        "4.19倍 | yoy(telecom_revenue_iot) | CN | 2020 | 419 | 0.5",
        "翻一番 | yoy(mobile_subs_5g) | CN | 2020-12 | 100 | 50 about",
        '40倍 | index(mobile_data_traffic, base="2015") | CN | 2020 | 4000 | 50',
    ),
    "fractions": (
        "截至4月底，百兆宽带用户占比近四分之三，广东移动电话用户占全国1/10。",
        "四分之三 | share(broadband_subs_100m, of=broadband_subs) | CN | 2020-04 | 75 | 7.5 nearly",
        '1/10 | share(mobile_subs, within="CN") | CN-GD | 2020-04 | 10 | 0.454545454545',
    ),
    "bounds": (
        "5G基站超过71.8万个，IPTV用户近3.15亿户，手机网民约9.86亿人，新建5G基站60余万个，4G基站575万个以上。",
        "71.8万个 | base_stations_5g | CN | 2020-12 | 718000 | 500 over",
        "3.15亿户 | iptv_subs | CN | 2020-12 | 315000000 | 500000 nearly",
        "9.86亿人 | internet_users_mobile | CN | 2020-12 | 986000000 | 500000 about",
        "60余万个 | base_stations_5g_built | CN | 2020 | 600000 | 5000 over",
        "575万个 | base_stations_4g | CN | 2020-12 | 5750000 | 5000 over",
    ),
    "plans and forecasts are not facts": (
        "2020年，新建5G基站超60万个。力争到2021年底5G基站达到128万个，预计新建5G基站60万个。",
        "60万个 | base_stations_5g_built | CN | 2020 | 600000 | 5000 over",
        "128万个 | base_stations_5g | CN | 2021-12 | 1280000 | 5000 target",
        "60万个 | base_stations_5g_built | CN | 2021 | 600000 | 5000 target",
    ),
    "year to date and single month": (
        "1—10月，电信业务收入累计完成10973亿元，10月当月完成1059亿元，同比增长2.6%。",
        "10973亿元 | telecom_revenue | CN | 2020-01/2020-10 | 1.0973e+12 | 50000000",
        "1059亿元 | telecom_revenue | CN | 2020-10 | 105900000000 | 50000000",
        "2.6% | yoy(telecom_revenue) | CN | 2020-10 | 2.6 | 0.05",
    ),
    "average of the year and of the month": (
        "全年移动互联网月户均流量（DOU）达10.35GB/户·月，比上年增长32%；12月当月DOU高达11.92GB/户·月。",
        "10.35GB/户·月 | dou | CN | 2020 | 10.35 | 0.005",
        "32% | yoy(dou) | CN | 2020 | 32 | 0.5",
        "11.92GB/户·月 | dou_month | CN | 2020-12 | 11.92 | 0.005",
    ),
    "compared with the last month, with another period": (
        "截至6月末，移动电话用户达15.9亿户，但较上月末减少353万户；电信业务收入增速较1—3月回落0.3个百分点。",
        "15.9亿户 | mobile_subs | CN | 2020-06 | 1590000000 | 5000000",
        '353万户 | change_since(mobile_subs, "2020-05") | CN | 2020-06 | -3530000 | 5000',
        '0.3个百分点 | change_since(yoy(telecom_revenue), "2020-Q1") | CN | 2020-H1 | -0.3 | 0.05',
    ),
    "mixed, spaced, full-width and written numbers": (
        "移动电话用户1亿零6千户，固定电话用户８ ０３６ 万户，IPTV用户三百二十万户，5G用户占比达两成五。",
        "1亿零6千户 | mobile_subs | CN | 2020-12 | 100006000 | 500",
        "８ ０３６ 万户 | fixed_line_subs | CN | 2020-12 | 80360000 | 5000",
        "三百二十万户 | iptv_subs | CN | 2020-12 | 3200000 | 5000",
        "两成五 | share(mobile_subs_5g, of=mobile_subs) | CN | 2020-12 | 25 | 0.5",
    ),
    "traditional script, and the pinyin a converter left": (
        "截至12月末，移動電話用戶總數(shù)達(dá)15.94億戶，其中4G用戶占移動電話用戶的80.8%；5G基站71.8萬個。",
        "15.94億戶 | mobile_subs | CN | 2020-12 | 1594000000 | 500000",
        "80.8% | share(mobile_subs_4g, of=mobile_subs) | CN | 2020-12 | 80.8 | 0.05",
        "71.8萬個 | base_stations_5g | CN | 2020-12 | 718000 | 500",
    ),
    "the sum of two subjects has its own name": (
        "移动电话用户和固定电话用户合计17.76亿户。",
        "17.76亿户 | phone_subs | CN | 2020-12 | 1776000000 | 500000",
    ),
    "what is not known keeps its words": (
        "2020年，电信业务收入1.36万亿元，快递业务收入8795亿元，同比增长17.3%，覆盖98%的县城。",
        "1.36万亿元 | telecom_revenue | CN | 2020 | 1.36e+12 | 5000000000",
        "8795亿元 | ?",
        "17.3% | ?",
    ),
    "a company's and the world's figures are not the nation's": (
        "中国移动4G用户达7.75亿户，全球移动用户达80亿户。三家基础电信企业的移动电话用户总数达15.94亿户。",
        "7.75亿户 | ?",
        "80亿户 | ?",
        "15.94亿户 | mobile_subs | CN | 2020-12 | 1594000000 | 500000",
    ),
    "sloppy points": (
        "上半年，电信业务收入增长8.7%，增速较一季度提高2.2%。",
        "8.7% | yoy(telecom_revenue) | CN | 2020-H1 | 8.7 | 0.05",
        '2.2% | change_since(yoy(telecom_revenue), "2020-Q1") | CN | 2020-H1 | 2.2 | 0.05',
    ),
}

ENGLISH = {
    "level, growth, share of": (
        "In 2020, telecom revenue rose 3.6 percent year on year to 1.36 trillion yuan. Fixed communications revenue reached 467.3 billion yuan, accounting for 34.5% of telecom revenue.",
        "3.6 percent | yoy(telecom_revenue) | CN | 2020 | 3.6 | 0.05",
        "1.36 trillion yuan | telecom_revenue | CN | 2020 | 1.36e+12 | 5000000000",
        "467.3 billion yuan | telecom_revenue_fixed | CN | 2020 | 467300000000 | 50000000",
        "34.5% | share(telecom_revenue_fixed, of=telecom_revenue) | CN | 2020 | 34.5 | 0.05",
    ),
    "the subject after the number, a bound, a date at the end": (
        "The country had built nearly 3.22 million 5G base stations by the end of October 2023, accounting for 28.1 percent of all its mobile base stations.",
        "3.22 million | base_stations_5g | CN | 2023-10 | 3220000 | 5000 nearly",
        "28.1 percent | share(base_stations_5g, of=base_stations) | CN | 2023-10 | 28.1 | 0.05",
    ),
    "respectively, and a net increase": (
        "Cloud computing and big data revenue increased by 35.5 percent and 42.2 percent respectively. By the end of 2020, mobile phone subscribers stood at 1.594 billion, a net decrease of 7.28 million from the end of the previous year.",
        "35.5 percent | yoy(telecom_revenue_cloud) | CN | 2020 | 35.5 | 0.05",
        "42.2 percent | yoy(telecom_revenue_bigdata) | CN | 2020 | 42.2 | 0.05",
        "1.594 billion | mobile_subs | CN | 2020-12 | 1594000000 | 500000",
        "7.28 million | change(mobile_subs) | CN | 2020-12 | -7280000 | 5000",
    ),
    "a province, a bare count, points": (
        "By the end of June 2020, 5G base stations in Guangdong reached over 78,000. Internet penetration was 70.4%, 5.9 percentage points higher than a year earlier.",
        "78,000 | base_stations_5g | CN-GD | 2020-06 | 78000 | 0.5 over",
        "70.4% | internet_penetration | CN-GD | 2020-06 | 70.4 | 0.05",
        "5.9 percentage points | pp(internet_penetration) | CN-GD | 2020-06 | 5.9 | 0.05",
    ),
    "additions after the number": (
        "4G users totaled 814 million by the end of February 2017, with 11.71 million net additions in January, February 2017.",
        "814 million | mobile_subs_4g | CN | 2017-02 | 814000000 | 500000",
        "11.71 million | change(mobile_subs_4g) | CN | 2017-02 | 11710000 | 5000",
    ),
    "a company's figures, and all three companies'": (
        "China Tower, the largest builder in the country, had 345,000 5G base stations by June 2020, compared to 200,000 in 2019. In 2020, China Mobile, China Telecom and China Unicom had 200 million 5G users.",
        "200 million | mobile_subs_5g | CN | 2020-12 | 200000000 | 500000",
    ),
    "no base of prices, and a mean of months": (
        "In 2023 the telecommunications business volume increased by 16.8 percent, and users grew by 3 million per month.",
        "16.8 percent | yoy(telecom_volume_unspec) | CN | 2023 | 16.8 | 0.05",
        "3 million | ?",
    ),
    "three regions, and two names that share their last words": (
        "In 2020, mobile phone users in the eastern, central and western regions reached 700 million, 390 million and 420 million, respectively. In 2008, mobile and fixed-line phone users grew by 3 percent and 4 percent respectively.",
        "700 million | mobile_subs | CN-EAST | 2020-12 | 700000000 | 500000",
        "390 million | mobile_subs | CN-CENTRAL | 2020-12 | 390000000 | 500000",
        "420 million | mobile_subs | CN-WEST | 2020-12 | 420000000 | 500000",
        "3 percent | yoy(mobile_subs) | CN | 2008-12 | 3 | 0.5",
        "4 percent | yoy(fixed_line_subs) | CN | 2008-12 | 4 | 0.5",
    ),
    "a part of the total, and what comes after it": (
        "By June 2019, 4G subscribers totaled 1.23 billion, accounting for 77.6% of the total and 3.2% higher than the end of the prior year.",
        "1.23 billion | mobile_subs_4g | CN | 2019-06 | 1230000000 | 5000000",
        "77.6% | share(mobile_subs_4g, of=mobile_subs) | CN | 2019-06 | 77.6 | 0.05",
        "3.2% | change(share(mobile_subs_4g, of=mobile_subs)) | CN | 2019-06 | 3.2 | 0.05",
    ),
    "a rate of growth compared with an earlier one's": (
        "In the first half of 2020, the telecom business revenue rose 14.1 percent year on year, 12.6 percentage points higher than the growth rate registered in the first quarter.",
        "14.1 percent | yoy(telecom_revenue) | CN | 2020-H1 | 14.1 | 0.05",
        '12.6 percentage points | change_since(yoy(telecom_revenue), "2020-Q1") | CN | 2020-H1 | 12.6 | 0.05',
    ),
    "other money, other subjects": (
        "The combined business revenue in the telecom sector totaled 1.14 trillion yuan (about US$158.57 billion), up 6.2 percent. Profit rose 5 percent.",
        "1.14 trillion yuan | telecom_revenue | CN | 2020 | 1.14e+12 | 5000000000",
        "US$158.57 billion | ?",
        "6.2 percent | yoy(telecom_revenue) | CN | 2020 | 6.2 | 0.05",
        "5 percent | ?",
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_chinese(name: str, catalogue: Catalogue) -> None:
    text, *expected = ROWS[name]
    assert [said(text, claim) for claim in claims_of(text, catalogue)] == expected


@pytest.mark.parametrize("name", ENGLISH)
def test_english(name: str, catalogue: Catalogue) -> None:
    text, *expected = ENGLISH[name]
    assert [said(text, claim) for claim in claims_of(text, catalogue, "en")] == expected


def test_the_day_of_printing_is_not_that_of_issue(catalogue: Catalogue) -> None:
    text = (
        "March 14, 2026 12:28 am\nMinnows reach the cup of 2026\n\nApr 25, 2020, at 03:33 pm\n\n"
        "China's telecom business revenue reached 338.3 billion yuan in the first quarter."
    )
    found = read(text, catalogue=catalogue, language=None, territory="", period="", source="s")
    assert [(c.expression, c.period) for c in found] == [("telecom_revenue", "2020-Q1")]


def test_the_period_is_found_in_the_title(catalogue: Catalogue) -> None:
    text = "2022年1—5月份通信业经济运行情况\n5月末，移动电话用户16.6亿户。电信业务收入累计完成6650亿元。"
    found = read(text, catalogue=catalogue, language=None, territory="", period="", source="s")
    assert [(c.period, c.territory) for c in found] == [
        ("2022-05", "CN"),
        ("2022-01/2022-05", "CN"),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "电信业务收入占比345%。移动数据及互联网业务收入占电信业务收入的457%，比上年增长17%。",
            "decimal",
        ),
        ("移动电话用户达8 36亿户。", "digits are missing"),
        ("电信业务收入1.36万亿元，移动通信业务收入8891亿元，占电信业务收入的6.5%。", "contradicts"),
        ("记者得悉，通信业运转态势良好，电信业务收入累计完结7488亿元，同比增加1.4%。", "machine"),
        ("\ufffd\ufffd电信业务收入\ufffd1.36万亿元", "broken"),
    ],
)
def test_damage_is_refused(text: str, reason: str, catalogue: Catalogue) -> None:
    found = [c for c in claims_of(text, catalogue) if c.expression]
    assert found
    assert all(reason in c.suspect for c in found if "占" in text or c is found[0])
    assert not any(c.is_fact for c in found if reason in c.suspect)


def test_tables_in_text(catalogue: Catalogue) -> None:
    text = (
        "2010年11月通信业主要指标\n"
        "指标名称\t单位\t本年本月止累计到达\t比上年同期累计(±%)\t本月\n"
        "其中：电信主营业务收入\t亿元\t8190.3\t6.6\t742.3\n"
        "指标名称\t单位\t本月末到达\t比上年末净增\n"
        "移动电话用户\t万户\t84236.6\t9514.8\n"
        "不认识的指标\t万户\t1.0\t2.0\n"
    )
    found = [said(text, c) for c in claims_of(text, catalogue, period="2010-11")]
    assert found == [
        "8190.3 | telecom_main_revenue | CN | 2010-01/2010-11 | 819030000000 | 5000000",
        "6.6 | yoy(telecom_main_revenue) | CN | 2010-01/2010-11 | 6.6 | 0.05",
        "742.3 | telecom_main_revenue | CN | 2010-11 | 74230000000 | 5000000",
        "84236.6 | mobile_subs | CN | 2010-11 | 842366000 | 500",
        "9514.8 | change(mobile_subs) | CN | 2010-11 | 95148000 | 500",
        "1.0 | ?",
        "2.0 | ?",
    ]


def test_another_industry_needs_a_catalogue_and_no_code() -> None:
    postal = catalogue_of(("postal",))
    text = (
        "2020年，全国快递服务企业业务量累计完成833.6亿件，同比增长31.2%；业务收入累计完成8795.4亿元。"
        "同城、异地、国际/港澳台快递业务量分别占全部快递业务量的14.6%、83.2%和2.2%。"
    )
    found = read(text, catalogue=postal, language="zh", territory="CN", period="2020", source="s")
    assert [(c.expression, c.value) for c in found] == [
        ("express_volume", 83.36e9),
        ("yoy(express_volume)", 31.2),
        ("express_revenue", 879.54e9),
        ("share(express_volume_local, of=express_volume)", 14.6),
        ("share(express_volume_intercity, of=express_volume)", 83.2),
        ("share(express_volume_abroad, of=express_volume)", 2.2),
    ]
    english = "Express parcels reached 83.36 billion pieces in 2020, up 31.2 percent."
    found = read(
        english, catalogue=postal, language="en", territory="CN", period="2020", source="s"
    )
    assert [c.expression for c in found] == ["express_volume", "yoy(express_volume)"]
