# ruff: noqa: E501
"""Chinese as columnists and local papers write it: names cut short, asides, comparisons in passing."""

from functools import cache

import pytest

from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.reader import Reader


@cache
def reader() -> Reader:
    return Reader(catalogue_of(("communications", "postal")), "zh", "s")


def said(text: str, period: str = "") -> list[str]:
    """What is claimed, in short: number, expression, place where not the nation, period."""
    return [
        " ".join(
            filter(
                None,
                (
                    f"{c.value:.10g}",
                    c.expression,
                    c.bound,
                    c.status,
                    c.territory if c.territory != "CN" else "",
                    c.period,
                ),
            )
        )
        for c in reader().read(text, "", period)
        if c.expression and not c.suspect
    ]


FORMS = {
    # names cut short
    "a part by the name of the whole, after 其中": (
        "2009年5月，邮电业务总量800亿元，邮电业务收入500亿元，其中电信420亿元，增长9%；邮政80亿元，增长4%。",
        [
            "8e+10 postal_telecom_volume 2009-05",
            "5e+10 postal_telecom_revenue 2009-05",
            "4.2e+10 telecom_revenue 2009-05",
            "9 yoy(telecom_revenue) 2009-05",
            "8000000000 postal_revenue 2009-05",
            "4 yoy(postal_revenue) 2009-05",
        ],
    ),
    "a rate of others by who they are": (
        "2016年末，全国互联网普及率53.2%，农村只有33.1%。",
        ["53.2 internet_penetration 2016-12", "33.1 internet_penetration_rural 2016-12"],
    ),
    "the beginning of a name was told before": (
        "2015年，短信收入下降12%，发送量7000亿条。",
        ["-12 yoy(telecom_revenue_sms) 2015", "7e+11 sms_volume 2015"],
    ),
    "a topic and a bare noun": (
        "2022年末，移动电话用户16.8亿户。固网宽带方面，用户总数5.9亿户。",
        ["1680000000 mobile_subs 2022-12", "590000000 broadband_subs 2022-12"],
    ),
    "a topic that no name continues": (
        "2022年末，移动电话用户16.8亿户。农村方面，用户达4亿户。",
        ["1680000000 mobile_subs 2022-12"],
    ),
    "users of the generation that a clause speaks of": (
        "2020年末，4G用户12.9亿户。5G开通一年，用户2亿户，基站72万个。",
        [
            "1290000000 mobile_subs_4g 2020-12",
            "200000000 mobile_subs_5g 2020-12",
            "720000 base_stations_5g 2020-12",
        ],
    ),
    "by the user, of the traffic spoken of": (
        "2020年前8月移动互联网接入流量1035亿GB，其中手机上网流量占96%；8月当月户均11.2GB，比7月多0.3GB，比去年同月多2.1GB。",
        [
            "1.035e+11 mobile_data_traffic 2020-01/2020-08",
            "96 share(mobile_data_traffic_phone, of=mobile_data_traffic) 2020-01/2020-08",
            "11.2 dou_month 2020-08",
            '0.3 change_since(dou_month, "2020-07") 2020-08',
            '2.1 change_since(dou_month, "2019-08") 2020-08',
        ],
    ),
    "things named by their unit": (
        "2019年末，光缆4750万公里；全年短信1.5万亿条。",
        ["47500000 fiber_km 2019-12", "1.5e+12 sms_volume 2019"],
    ),
    # what is compared with
    "the figure that is compared with is the other period's": (
        "2018年4月电信业务收入1100亿元，比3月的1150亿元少了50亿元。",
        [
            "1.1e+11 telecom_revenue 2018-04",
            "1.15e+11 telecom_revenue 2018-03",
            '-5000000000 change_since(telecom_revenue, "2018-03") 2018-04',
        ],
    ),
    "a bracket behind a period": (
        "2013年上半年，移动电话用户新增6000万户，多于上年同期（5600万户）。",
        ["60000000 change(mobile_subs) 2013-06", "56000000 change(mobile_subs) 2012-06"],
    ),
    "a bracket behind the whole": (
        "2023年5月末，千兆宽带用户1.2亿户，占固定宽带用户（6亿户）的20%。",
        [
            "120000000 broadband_subs_1000m 2023-05",
            "600000000 broadband_subs 2023-05",
            "20 share(broadband_subs_1000m, of=broadband_subs) 2023-05",
        ],
    ),
    "the whole before its name": (
        "2023年5月末，5G用户6.5亿户，在17亿户移动电话用户中占38%。",
        [
            "650000000 mobile_subs_5g 2023-05",
            "1700000000 mobile_subs 2023-05",
            "38 share(mobile_subs_5g, of=mobile_subs) 2023-05",
        ],
    ),
    "a growth below that to the middle of the year": (
        "2021年前三季度，电信业务收入增长8.4%，增幅低于上半年0.3个百分点。",
        [
            "8.4 yoy(telecom_revenue) 2021-01/2021-09",
            '-0.3 change_since(yoy(telecom_revenue), "2021-H1") 2021-01/2021-09',
        ],
    ),
    "quicker than another's growth": (
        "2021年，电信业务总量增长27%，比收入快19个百分点，增速快于收入。",
        ["27 yoy(telecom_volume_unspec) 2021"],
    ),
    "the rank of a growth that goes beyond the nation's": (
        "2021年，广西电信业务收入增长9%，增速高于全国1.2个百分点，居全国第6位。",
        ["9 yoy(telecom_revenue) CN-GX 2021", "6 rank(yoy(telecom_revenue)) CN-GX 2021"],
    ),
    "two shares and how both moved": (
        "2015年9月末，宽带用户2.1亿户，其中8M以上用户占比为60%，20M以上占30%，分别比上季度末提高5.5和4个百分点。",
        [
            "210000000 broadband_subs 2015-09",
            "60 share(broadband_subs_8m, of=broadband_subs) 2015-09",
            "30 share(broadband_subs_20m, of=broadband_subs) 2015-09",
            '5.5 change_since(share(broadband_subs_8m, of=broadband_subs), "2015-06") 2015-09',
            '4 change_since(share(broadband_subs_20m, of=broadband_subs), "2015-06") 2015-09',
        ],
    ),
    # whose, when, where
    "a company's in a bracket, or by the word alone": (
        "2014年6月，4G用户1400万户，几乎全是中国移动的（1390万户）。该负责人说，公司4G用户渗透率已达五成。",
        ["14000000 mobile_subs_4g 2014-06"],
    ),
    "Hong Kong's up to the next place": (
        "2010年末，我国移动电话用户8.6亿户。\n香港方面，移动电话用户1300万户，其中3G用户500万户；澳门移动电话用户110万户。全国固定电话用户2.9亿户。",
        [
            "860000000 mobile_subs 2010-12",
            "13000000 mobile_subs HK 2010-12",
            "5000000 mobile_subs_3g HK 2010-12",
            "1100000 mobile_subs MO 2010-12",
            "290000000 fixed_line_subs 2010-12",
        ],
    ),
    "a place and what it holds": (
        "2024年，浙江快递业务量330亿件。金华（含义乌）快递业务量150亿件，占全省45.5%。",
        [
            "3.3e+10 express_volume CN-ZJ 2024",
            "1.5e+10 express_volume CN-ZJ-JH 2024",
            '45.5 share(express_volume, within="CN-ZJ") CN-ZJ-JH 2024',
        ],
    ),
    "last year in an aside is not what a page is about": (
        "2023年7月12日\n“去年这时候一天才发两千件。”店主说。\n1至6月份，全国快递业务量595.2亿件，去年同期512.2亿件。",
        ["5.952e+10 express_volume 2023-H1", "5.122e+10 express_volume 2022-H1"],
    ),
    "when a plan was made": (
        "2014年6月末，年初定的目标是4G用户年内达到5000万户。",
        ["50000000 mobile_subs_4g target 2014-12"],
    ),
    "two months together": (
        "2010年2月，固定电话用户减少100万户，两个月累计减少190万户，达到3.11亿户。",
        [
            '-1000000 change_since(fixed_line_subs, "2010-01") 2010-02',
            "-1900000 change(fixed_line_subs) 2010-02",
            "311000000 fixed_line_subs 2010-02",
        ],
    ),
    "one month, this quarter, this year so far": (
        "截至2015年6月底，3G用户4.5亿户，今年以来减少3500万户，但6月一个月减少了400万户；4G用户本季度净增6000万户。",
        [
            "450000000 mobile_subs_3g 2015-06",
            "-35000000 change(mobile_subs_3g) 2015-06",
            '-4000000 change_since(mobile_subs_3g, "2015-05") 2015-06',
            '60000000 change_since(mobile_subs_4g, "2015-03") 2015-06',
        ],
    ),
    "when something came about": (
        "2024年6月末，5G用户9.27亿户，过半的时间点落在4月。移动电话用户17.8亿户。",
        ["927000000 mobile_subs_5g 2024-06", "1780000000 mobile_subs 2024-06"],
    ),
    "a line that a comma breaks": (
        "2014年末农村网民1.78亿，\n较2013年底增加191万人。",
        ["178000000 internet_users_rural 2014-12", "1910000 change(internet_users_rural) 2014-12"],
    ),
    "a line whose figure the next goes on from": (
        "手机网民占比由2013年末的81.0%\n提升至2014年末的85.8%。",
        [
            "81 share(internet_users_mobile, of=internet_users) 2013-12",
            "85.8 share(internet_users_mobile, of=internet_users) 2014-12",
        ],
    ),
    "a stock beside its growth, in a report of three quarters": (
        "2021年前三季度，电信业务收入31亿元。宽带用户241.6万户，增长9.8%。",
        [
            "3100000000 telecom_revenue 2021-01/2021-09",
            "2416000 broadband_subs 2021-09",
            "9.8 yoy(broadband_subs) 2021-09",
        ],
    ),
    "a place of which a part is told": (
        "2021年四川快递业务量27亿件，其中成都16亿件，占了近六成。",
        [
            "2700000000 express_volume CN-SC 2021",
            "1600000000 express_volume CN-SC-CD 2021",
            '60 share(express_volume, within="CN-SC") nearly CN-SC-CD 2021',
        ],
    ),
    "a county, or a province that nobody names": (
        "到2011年末，全县固定电话用户4万户，移动电话用户20万户。2011年末我国移动电话用户9.86亿户。我省宽带用户则突破700万户。",
        ["986000000 mobile_subs 2011-12"],
    ),
    "a rate of a thing that no name matches": (
        "2021年末，5G用户3.5亿户，商铺宽带渗透率为90.3%。",
        ["350000000 mobile_subs_5g 2021-12"],
    ),
    "by how much it goes beyond another": (
        "2023年末，物联网用户23.3亿户，超过移动电话用户6亿户。",
        ["2330000000 iot_subs 2023-12"],
    ),
    "a picture with arrows": (
        "【图解】2021年通信业\n收入：1.47万亿元 ↑8%\n5G基站：142.5万个",
        [
            "1.47e+12 telecom_revenue 2021",
            "8 yoy(telecom_revenue) 2021",
            "1425000 base_stations_5g 2021-12",
        ],
    ),
    "a few more than": (
        "2009年末，3G用户1300万出头。",
        ["13000000 mobile_subs_3g over 2009-12"],
    ),
    "the revenue of the trade that is spoken of": (
        "2023年快递行业件量1320亿件，收入1.2万亿元，票均价格9.1元。",
        ["1.32e+11 express_volume 2023", "1.2e+12 express_revenue 2023", "9.1 express_price 2023"],
    ),
    "Taiwan by its agency": (
        "（中央社台北讯）2022年底，我国行动宽频用户数2,990万户，其中5G用户600万户。",
        ["29900000 mobile_bb_subs TW 2022-12", "6000000 mobile_subs_5g TW 2022-12"],
    ),
    "a month looked at by itself": (
        "2016年前7个月，电信业务收入7000亿元，单看7月，收入1000亿元。移动通信业务收入5000亿元。",
        [
            "7e+11 telecom_revenue 2016-01/2016-07",
            "1e+11 telecom_revenue 2016-07",
            "5e+11 telecom_revenue_mobile 2016-01/2016-07",
        ],
    ),
    "within a year": (
        "2022年末，5G用户占比33.3%，一年提高了11.7个百分点；固定电话用户1.79亿户，一年减少了136万户。",
        [
            "33.3 share(mobile_subs_5g, of=mobile_subs) 2022-12",
            "11.7 change(share(mobile_subs_5g, of=mobile_subs)) 2022-12",
            "179000000 fixed_line_subs 2022-12",
            "-1360000 change(fixed_line_subs) 2022-12",
        ],
    ),
    "kinds of parcels by their first words": (
        "2019年：快递635亿件，增长25%；快递收入7498亿元；同城110亿件，异地510亿件。",
        [
            "6.35e+10 express_volume 2019",
            "25 yoy(express_volume) 2019",
            "7.498e+11 express_revenue 2019",
            "1.1e+10 express_volume_local 2019",
            "5.1e+10 express_volume_intercity 2019",
        ],
    ),
    "so many of which are": (
        "2022年末移动电话用户16.83亿户，其中5.61亿户是5G用户，比上年增长58%。",
        [
            "1683000000 mobile_subs 2022-12",
            "561000000 mobile_subs_5g 2022-12",
            "58 yoy(mobile_subs_5g) 2022-12",
        ],
    ),
    "a bracket that dates what follows": (
        "2009年初，小灵通用户还有6900万；眼下（2010年6月末）只剩3200万。",
        ["69000000 pas_subs 2008-12", "32000000 pas_subs 2010-06"],
    ),
    "the beginning of a year, compared with and told of": (
        "截至2020年6月末，5G用户1亿户，比2020年初增加8000万户。2020年初疫情暴发，固定电话用户1.8亿户。",
        [
            "100000000 mobile_subs_5g 2020-06",
            "80000000 change(mobile_subs_5g) 2020-06",
            "180000000 fixed_line_subs 2020-06",
        ],
    ),
    "a rate by the first word of who has it": (
        "千兆渗透率已从2020年底的1.3%升至2021年底的6.4%。",
        [
            "1.3 share(broadband_subs_1000m, of=broadband_subs) 2020-12",
            "6.4 share(broadband_subs_1000m, of=broadband_subs) 2021-12",
        ],
    ),
    "from when another went from, too": (
        "2014年末，移动电话用户从2012年底的11.1亿户增至12.9亿户；宽带用户由1.75亿户增至2亿户。",
        [
            "1110000000 mobile_subs 2012-12",
            "1290000000 mobile_subs 2014-12",
            "175000000 broadband_subs 2012-12",
            "200000000 broadband_subs 2014-12",
        ],
    ),
    "when it came out": (
        "4月户均流量再创新高，达到15GB。发布于2022-05-24",
        ["15 dou_month 2022-04"],
    ),
    "some province that is not named": (
        "2021年某省电信业务收入增长7%，达300亿元。全国电信业务收入1.47万亿元。",
        ["1.47e+12 telecom_revenue 2021"],
    ),
    "cities together": (
        "2022年，长沙快递业务量13亿件，株洲1亿件，两市合计占全省55%。",
        ["1300000000 express_volume CN-HN-CS 2022", "100000000 express_volume CN-HN-ZZ 2022"],
    ),
    "a rank in the nation, said last": (
        "2014年末，上海网民1716万人，普及率71.1%，全国第二。",
        [
            "17160000 internet_users CN-SH 2014-12",
            "71.1 internet_penetration CN-SH 2014-12",
            "2 rank(internet_penetration) CN-SH 2014-12",
        ],
    ),
    "the year of a quarter in a bracket": (
        "三季度（2021年），东部地区电信业务收入增长8%。",
        ["8 yoy(telecom_revenue) CN-EAST 2021-Q3"],
    ),
    "a list of places of which one is not known": (
        "浙江省2021年底5G基站10万个，杭州、某地分别建成3万个和1万个，占全省四成。",
        ["100000 base_stations_5g CN-ZJ 2021-12"],
    ),
    "more than a figure told before": (
        "2015年第二季度末，手机用户12.95亿，一季度末12.93亿，仅多出200万。",
        ["1295000000 mobile_subs 2015-06", "1293000000 mobile_subs 2015-03"],
    ),
    "the same figure a year before, and before that": (
        "2020年前11个月，电信业务收入增长3.4%，去年同期，这一数字是0.7%，再往前一年是2.9%。",
        [
            "3.4 yoy(telecom_revenue) 2020-01/2020-11",
            "0.7 yoy(telecom_revenue) 2019-01/2019-11",
            "2.9 yoy(telecom_revenue) 2018-01/2018-11",
        ],
    ),
    "cities by their ranks": (
        "2022年浙江快递业务量：金华第一，118亿件；杭州第二，36亿件。",
        ["1.18e+10 express_volume CN-ZJ-JH 2022", "3600000000 express_volume CN-ZJ-HZ 2022"],
    ),
    "more than another, whose figure stands in a bracket": (
        "2022年末物联网用户18.45亿户，首超移动电话用户（16.83亿户），比上年末增加4.5亿户。",
        [
            "1845000000 iot_subs 2022-12",
            "1683000000 mobile_subs 2022-12",
            "450000000 change(iot_subs) 2022-12",
        ],
    ),
    "a year ago, by itself": (
        "2022年6月末，移动电话用户16.7亿户。一年前，5G基站才96万个；如今已达185万个。",
        [
            "1670000000 mobile_subs 2022-06",
            "960000 base_stations_5g 2021-06",
            "1850000 base_stations_5g 2022-06",
        ],
    ),
    "an operator's users among all": (
        "2012年底，联通3G用户7646万户；全行业3G用户2.33亿户。",
        ["233000000 mobile_subs_3g 2012-12"],
    ),
    "parts by their first words, one after the other": (
        "2022年贵州电话用户4785万户，其中移动4553万户，增长6.2%；固定232万户。",
        [
            "47850000 phone_subs CN-GZ 2022-12",
            "45530000 mobile_subs CN-GZ 2022-12",
            "6.2 yoy(mobile_subs) CN-GZ 2022-12",
            "2320000 fixed_line_subs CN-GZ 2022-12",
        ],
    ),
    "the lowest, and the nation's mean": (
        "2020年移动电话普及率最低的江西仅88.3部/百人，全国平均113.9部/百人。",
        ["88.3 mobile_penetration CN-JX 2020-12"],
    ),
    "资料 is no forecast": (
        "2021年末，国家统计资料显示，移动电话用户16.4亿户。",
        ["1640000000 mobile_subs 2021-12"],
    ),
}


@pytest.mark.parametrize("name", FORMS)
def test_forms_of_columns(name: str) -> None:
    text, expected = FORMS[name]
    assert said(text) == expected
