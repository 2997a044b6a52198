# ruff: noqa: E501
"""Chinese pages of provinces and cities: the places they speak of, and how they tell figures."""

import pytest

from tests.collect.test_bulletins_chinese import reader


def said(text: str, place: str = "CN-HE", period: str = "2024") -> list[str]:
    """What is claimed, in short: number, expression, place and period where not the text's."""
    found = []
    for c in reader().read(text, place, period):
        if c.expression and not c.suspect:
            parts = [f"{c.value:.10g}", c.expression]
            parts += [c.territory] * (c.territory != place) + [c.period] * (c.period != period)
            found.append(" ".join(parts))
    return found


FORMS = {
    # places
    "cities, then the province": (
        "石家庄、唐山移动电话用户分别为1500万户和900万户。全省移动电话用户9000万户。",
        ["15000000 mobile_subs CN-HE-SJZ 2024-12", "9000000 mobile_subs CN-HE-TS 2024-12", "90000000 mobile_subs 2024-12"],
    ),
    "a city's share of its province": (
        "石家庄市移动电话用户数为1500万户，占全省的15%。",
        ["15000000 mobile_subs CN-HE-SJZ 2024-12", "15 share(mobile_subs, within=\"CN-HE\") CN-HE-SJZ 2024-12"],
    ),
    "news from a city": ("从在唐山召开的会议上获悉，全省移动电话用户9000万户。", ["90000000 mobile_subs 2024-12"]),
    "a paper of a city": ("唐山新闻网讯 我省移动电话用户9000万户。", ["90000000 mobile_subs 2024-12"]),
    "no place among those of a region": (
        "5G基站9.3万个，位居中西部地区前列，中部省份排名第1；5G用户普及率达58.6%。",
        ["93000 base_stations_5g 2024-12", "58.6 mobile_penetration_5g 2024-12"],
    ),
    "where something runs along": ("旅游公路沿线累计建设移动基站2.4万个，高新区5G基站2000个。", []),
    # from … to …
    "two from one time to another": (
        "从2020年底到2024年6月底，光缆线路长度由60万公里增加到137万公里，移动电话基站由7万个增加到26万个；宽带接入端口从881万个增至2393万个。",
        ["600000 fiber_km 2020-12", "1370000 fiber_km 2024-06", "70000 base_stations 2020-12",
         "260000 base_stations 2024-06", "8810000 ports_bb 2020-12", "23930000 ports_bb 2024-06"],
    ),
    "from what it is compared with": (
        "与2015年相比，宽带接入用户由500万户增加到1000万户，移动电话用户由3000万户增加到4000万户。",
        ["5000000 broadband_subs 2015-12", "10000000 broadband_subs 2024-12", "30000000 mobile_subs 2015-12", "40000000 mobile_subs 2024-12"],
    ),
    # several at once
    "one rank of two levels": (
        "电信业务总量786.5亿元，电话用户总数9644万户，均居全国第7位。",
        ["7.865e+10 telecom_volume_unspec", "96440000 phone_subs 2024-12", "7 rank(telecom_volume_unspec)", "7 rank(phone_subs) 2024-12"],
    ),
    "a list said again of all": (
        "同城、异地、国际及港澳台快递业务量占全部比例分别为13.5%、85.7%和0.8%，业务收入占全部比例分别为8.0%、68.5%和4.6%。",
        ["13.5 share(express_volume_local, of=express_volume)", "85.7 share(express_volume_intercity, of=express_volume)",
         "0.8 share(express_volume_abroad, of=express_volume)", "8 share(express_revenue_local, of=express_revenue)",
         "68.5 share(express_revenue_intercity, of=express_revenue)", "4.6 share(express_revenue_abroad, of=express_revenue)"],
    ),
    "users who go from one to the other": (
        "3G用户继续向4G用户迁移，全年净减783万户，4G用户净增900万户。",
        ["-7830000 change(mobile_subs_3g) 2024-12", "9000000 change(mobile_subs_4g) 2024-12"],
    ),
    # what stands and what was added
    "built, then what there is": (
        "新建通信光缆15.4万公里，累计达到288.2万公里，居全国第10位。",
        ["154000 fiber_km_new", "2882000 fiber_km 2024-12", "10 rank(fiber_km) 2024-12"],
    ),
    "ports as newspapers name them": (
        "10G-PON及以上端口新增27.1万个，总数达60.3万个；平均每万人拥有5G基站26.7个。",
        ["271000 change(ports_10gpon) 2024-12", "603000 ports_10gpon 2024-12", "26.7 base_stations_5g_per10k 2024-12"],
    ),
    "speeds in words": (
        "接入速率百兆以上的宽带用户676万户，千兆以上宽带接入用户新增162万户，300M以上宽带用户50万户。",
        ["6760000 broadband_subs_100m 2024-12", "1620000 change(broadband_subs_1000m) 2024-12"],
    ),
    "another trade in the next sentence": (
        "邮政行业业务总量972.7亿元。其中，快递业完成业务量86.1亿件。电信业完成业务总量1297.5亿元。",
        ["9.727e+10 postal_volume", "8610000000 express_volume", "1.2975e+11 telecom_volume_unspec"],
    ),
    # rates and shares
    "so many of them are": (
        "移动电话用户9897万户，其中81.3%为4G用户，3.2%为2G用户，近六成是5G用户。",
        ["98970000 mobile_subs 2024-12", "81.3 share(mobile_subs_4g, of=mobile_subs) 2024-12",
         "3.2 share(mobile_subs_2g, of=mobile_subs) 2024-12", "60 share(mobile_subs_5g, of=mobile_subs) 2024-12"],
    ),
    "no share of itself": ("To B业务收入占电信业务收入的36%，同比增幅达25.2%。", []),
    "what was built, more than the year before": (
        "新建成3G基站5万个，比去年同期增长38.9%，总数达到86.5万个。",
        ["50000 change(base_stations_3g) 2024-12", "865000 base_stations_3g 2024-12"],
    ),
    "no rank in the nation": ("快递业务量达140亿件，首次超过美国，跃居世界第一。", ["1.4e+10 express_volume"]),
    "another speed": (
        "100M以上宽带用户占比70.3%，200M以上占比30%。", ["70.3 share(broadband_subs_100m, of=broadband_subs) 2024-12"],
    ),
    "other ways to go online": (
        "网民使用手机上网的比例达99.2%；使用电视上网的比例为28.6%，使用台式电脑上网的比例为37.3%。",
        ["99.2 share(internet_users_mobile, of=internet_users) 2024-12"],
    ),
    "some netizens": ("宽带网民数达到1.63亿人，学生网民5000万人。", []),
    "a heading over two lines": (
        "全年我省邮政行业寄递业务量22.9亿件\n同比增15.2%\n近日，省邮政管理局公布数据。\n有关情况如下。\n",
        ["2290000000 mail_volume", "15.2 yoy(mail_volume)"],
    ),
    "tenths with a digit": ("100M及以上用户占比超6成。", ["60 share(broadband_subs_100m, of=broadband_subs) 2024-12"]),
    "a bare rate after all telephones": ("电话用户达到1.2亿户，普及率为92.6部/百人。", ["120000000 phone_subs 2024-12", "92.6 phone_penetration 2024-12"]),
    "of every 100": ("每100个人中就有28.3部固定电话。", ["28.3 fixed_penetration 2024-12"]),
    "villages, no telephones": ("已通固定电话的行政村比重达94.4%。", []),
    "below and above the year before": (
        "电信业务收入增长5.2%，低于上年同期2.1个百分点；电信业务总量增长10.1%，高于上年同期1.3个百分点。",
        ["5.2 yoy(telecom_revenue)", "-2.1 pp(yoy(telecom_revenue))", "10.1 yoy(telecom_volume_unspec)", "1.3 pp(yoy(telecom_volume_unspec))"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_how_provinces_and_cities_tell_their_figures(name: str) -> None:
    text, expected = FORMS[name]
    found = said(text)
    assert sorted(found) == sorted(expected)


PERIODS = {
    "users more than the year before, within a year": (
        "移动电话用户4.55亿户，比上年增加6162万户。", "2006-11",
        ["455000000 mobile_subs", "61620000 change(mobile_subs)"],
    ),
    "a month alone, past a semicolon": (
        "2月份当月快递业务量完成1.9亿件；业务收入完成47.3亿元。快递业务量居全国第一位。", "2019-01/2019-02",
        ["190000000 express_volume 2019-02", "4730000000 express_revenue 2019-02", "1 rank(express_volume)"],
    ),
    "post and telecommunications, once called communications": (
        "通信业务收入6487亿元，其中电信业务收入5906亿元。", "2006-01/2006-11",
        ["6.487e+11 postal_telecom_revenue", "5.906e+11 telecom_revenue"],
    ),
    "a year long ago": ("固定电话用户达到1.8亿户，比1949年增长836倍。", "2018-12",
        ["180000000 fixed_line_subs", "83600 growth_since(fixed_line_subs, \"1949-12\")"]),
    "within one year": ("网民数达到2.1亿人，2007年一年增加了7300万，年增长率为53.3%。", "2007-12",
        ["210000000 internet_users", "73000000 change(internet_users)", "53.3 yoy(internet_users)"]),
    "communications today": ("通信业务收入6487亿元。", "2019-01/2019-11", ["6.487e+11 telecom_revenue"]),
    "a change of an index": (
        "品牌集中度指数CR8为81.3，较1月上升了0.1。", "2019-01/2019-02",
        ["81.3 express_concentration", "0.1 change_since(express_concentration, \"2019-01\")"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PERIODS)
def test_what_figures_are_compared_with(name: str) -> None:
    text, period, expected = PERIODS[name]
    assert sorted(said(text, "CN", period)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("2022年，荆门市邮政行业业务收入完成8.45亿元。全市快递业务量完成3441.9万件。", "CN-HB-JM"),
        ("沈阳市2022年前三季度电信业务收入86.2亿元。全市移动电话用户1170.6万户。", "CN-LN-SY"),
        ("2020年大理州电信业务总量增长治理成效明显，全州移动电话用户300万户。", "CN-YN-DL"),
    ],
)
def test_a_page_of_a_city(text: str, place: str) -> None:
    found = [c for c in reader().read(text) if c.expression and not c.suspect]
    assert found and {c.territory for c in found} == {place}


def test_a_yearbook_in_two_languages() -> None:
    """English stands beside the Chinese; parts go on with the unit of the row above."""
    text = (
        "指标 Item 2007 2008\n"
        "邮电业务总量(万元) Business Volume of Post and Telecommunications\nService(10 000 yuan)\n3640097 4576036\n"
        "1     邮政业务总量     Business Volume of Post Service 107785 118798\n"
        "本地电话年末用户(万户) Local Telephone Subscribers at Year-end\n(10 000 subscribers)\n525 462\n"
        "移动电话用户(万户) Number of Mobile Telephone Subscribers (10 000 subscribers) 1047.0 1344.4\n"
    )
    assert said(text, "CN-NM", "2008") == [
        "3.640097e+10 postal_telecom_volume 2007",
        "4.576036e+10 postal_telecom_volume",
        "1077850000 postal_volume 2007",
        "1187980000 postal_volume",
        "5250000 fixed_line_subs 2007-12",
        "4620000 fixed_line_subs 2008-12",
        "10470000 mobile_subs 2007-12",
        "13444000 mobile_subs 2008-12",
    ]


def test_a_row_with_empty_cells_keeps_its_figures_under_their_heads() -> None:
    rows = ("指标 |", "2007 |", "2008 |", "2009 |", "移动电话用户(万户) |", "54730.6 |", "64124.5 |", "74721.4 |",
            "#3G移动电话用户(万户) |", "|", "|", "1232.2 |", "固定电话用户(万户) |", "36563.7 |", "34035.9 |", "31373.2 |")  # fmt: skip
    found = said("\n".join(rows), "CN", "2009")
    assert "12322000 mobile_subs_3g 2009-12" in found and len(found) == 7


def test_heads_tell_the_years_of_an_old_table_that_is_not_dated() -> None:
    text = "指标 | 1998 | 1999 |\n移动电话用户(万户) | 2386.3 | 4329.6 |\n邮电业务总量(亿元) | 2431.2 | 3330.8 |\n"
    found = [c for c in reader().read(text) if c.expression]
    assert {c.period for c in found if not c.suspect} == {"1998-12", "1999-12", "1998", "1999"}


def test_a_note_does_not_date_a_page() -> None:
    text = "5月末移动电话用户总数达6.9亿户。\n注:上年末数据为2008年年报数据。\n"
    assert all(c.suspect for c in reader().read(text))


def test_whole_points_no_larger_than_the_growth_that_they_changed_are_no_damage() -> None:
    text = "电信业务总量增长29.7%，增速比上年同期提高15个百分点；电信业务收入增长4.6%，提高4.4个百分点。"
    assert "15 pp(yoy(telecom_volume_unspec))" in said(text, "CN", "2015-01/2015-08")
