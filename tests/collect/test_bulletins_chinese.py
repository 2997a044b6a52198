# ruff: noqa: E501
"""Chinese prose: several subjects or places with one number, lists, parts, what is no claim."""

from functools import cache

import pytest

from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.reader import Reader


@cache
def reader() -> Reader:
    return Reader(catalogue_of(("communications", "postal")), "zh", "s")


def said(text: str, period: str = "2021-05") -> list[str]:
    """What is claimed, in short: number, expression, place and period where not the text's."""
    found = []
    for c in reader().read(text, "CN", period):
        if c.expression and not c.suspect:
            parts = [f"{c.value:.10g}", c.expression, c.bound, c.status]
            parts += [c.territory] * (c.territory != "CN") + [c.period] * (c.period != period)
            found.append(" ".join(filter(None, parts)))
    return found


FORMS = {
    "连接数：人与物之和": (
        "5月末，移动网络终端连接总数达35.1亿户，其中代表“物”的蜂窝物联网终端用户18.4亿户，占移动网终端连接数(包括移动电话用户和蜂窝物联网终端用户)的比重达52.4%。",
        ["3510000000 mobile_connections", "1840000000 iot_subs", "52.4 share(iot_subs, of=mobile_connections)"],
    ),
    # one number of several subjects
    "A和B双双": (
        "固定电话用户和移动电话用户双双突破3000万户。",
        ["30000000 fixed_line_subs over", "30000000 mobile_subs over"],
    ),
    "A、B均": (
        "4G用户、5G用户均超过6亿户。",
        ["600000000 mobile_subs_4g over", "600000000 mobile_subs_5g over"],
    ),
    "one number of several places": (
        "辽宁、吉林和福建的移动电话普及率首次突破110部/百人。",
        [f"110 mobile_penetration over CN-{p}" for p in ("LN", "JL", "FJ")],
    ),
    "a level and its growth in one rank": (
        "广东电信业务总量及增速均居全国第2位。",
        ["2 rank(telecom_volume_unspec) CN-GD 2021-01/2021-05", "2 rank(yoy(telecom_volume_unspec)) CN-GD 2021-01/2021-05"],
    ),
    "ranks of what was said before": (
        "山东电信业务总量达300亿元，电信业务收入达200亿元，分居全国第四和第五。",
        ["3e+10 telecom_volume_unspec CN-SD 2021-01/2021-05", "2e+10 telecom_revenue CN-SD 2021-01/2021-05",
         "4 rank(telecom_volume_unspec) CN-SD 2021-01/2021-05", "5 rank(telecom_revenue) CN-SD 2021-01/2021-05"],
    ),
    "这N个指标": (
        "四川移动电话基站50.1万个，5G基站9.2万个，这2个指标均居全国第五位。",
        ["501000 base_stations CN-SC", "92000 base_stations_5g CN-SC",
         "5 rank(base_stations) CN-SC", "5 rank(base_stations_5g) CN-SC"],
    ),
    # lists of which one part is not known
    "an unknown part in a list": (
        "移动通信业务收入和卫星租赁收入同比分别增长6.2%和3.4%。",
        ["6.2 yoy(telecom_revenue_mobile) 2021-01/2021-05"],
    ),
    "names cut short with letters": (
        "3G及4G移动电话用户有1002.4万户、6876.7万户，占移动电话用户比重为1.2%、80.1%。",
        ["10024000 mobile_subs_3g", "68767000 mobile_subs_4g",
         "1.2 share(mobile_subs_3g, of=mobile_subs)", "80.1 share(mobile_subs_4g, of=mobile_subs)"],
    ),
    "a list said again of another whole": (
        "同城、异地、国际/港澳台快递业务量分别占全部快递业务量的12.1%、85.9%和2.0%；业务收入分别占全部快递业务收入的7.5%、50.3%和10.1%。",
        ["12.1 share(express_volume_local, of=express_volume) 2021-01/2021-05", "85.9 share(express_volume_intercity, of=express_volume) 2021-01/2021-05",
         "2 share(express_volume_abroad, of=express_volume) 2021-01/2021-05", "7.5 share(express_revenue_local, of=express_revenue) 2021-01/2021-05",
         "50.3 share(express_revenue_intercity, of=express_revenue) 2021-01/2021-05", "10.1 share(express_revenue_abroad, of=express_revenue) 2021-01/2021-05"],
    ),
    # parts by the name of the whole; places in brackets
    "其中, by the name of the whole": (
        "完成邮电业务总量900亿元，其中，电信800亿元，增长20%。",
        ["9e+10 postal_telecom_volume 2021-01/2021-05", "8e+10 telecom_volume_unspec 2021-01/2021-05",
         "20 yoy(telecom_volume_unspec) 2021-01/2021-05"],
    ),
    "places with their growth in brackets": (
        "互联网企业互联网业务收入居前3名的北京（增长8.5%）、上海（11%）和广东（2.4%）共完成业务收入5000亿元。",
        ["8.5 yoy(internet_company_revenue) CN-BJ 2021-01/2021-05", "11 yoy(internet_company_revenue) CN-SH 2021-01/2021-05",
         "2.4 yoy(internet_company_revenue) CN-GD 2021-01/2021-05"],
    ),
    # as blogs and papers speak
    "一年净增": (
        "5G用户3亿户，一年净增1.5亿户。快递平均单价9.5元，一年少了0.14元。",
        ["300000000 mobile_subs_5g", '150000000 change_since(mobile_subs_5g, "2020-05")',
         '9.5 express_price 2021-01/2021-05', '-0.14 change_since(express_price, "2020-01/2020-05") 2021-01/2021-05'],
    ),
    "一年 of no period": ("河北清河的快递业务量一年6亿多件。", []),
    "农村这一块": (
        "农村这一块，网民1.77亿，占28.7%，农村普及率27.9%。",
        ["177000000 internet_users_rural", "28.7 share(internet_users_rural, of=internet_users)", "27.9 internet_penetration_rural"],
    ),
    "农村 of what no name has": ("再看城镇，网民7.58亿，占72.3%。", []),
    "短信呢": (
        "短信呢，前5个月7000亿条，少了0.6%，算是见顶了。", ["7e+11 sms_volume 2021-01/2021-05", "-0.6 yoy(sms_volume) 2021-01/2021-05"],
    ),
    "a topic in a clause of its own": ("短信仍在萎缩，5月10.4亿条。", ["1040000000 sms_volume"]),
    "a month alone, below what was told": (
        "快递业务量400亿件，收入4000亿元\n5月单月90亿件，同比增长24.6%\n城市榜上，广州以20亿件居首位，深圳以12亿件紧随其后。",
        ["4e+10 express_volume 2021-01/2021-05", "4e+11 express_revenue 2021-01/2021-05", "9000000000 express_volume",
         "24.6 yoy(express_volume)", "2000000000 express_volume CN-GD-GZ 2021-01/2021-05",
         "1 rank(express_volume) CN-GD-GZ 2021-01/2021-05", "1200000000 express_volume CN-GD-SZ 2021-01/2021-05"],
    ),
    "已经用上": (
        "固定宽带用户5亿户，94.1%已经用上百兆以上，其中千兆用户1亿户，占比20%，百兆以上的占94.1%。",
        ["500000000 broadband_subs", "94.1 share(broadband_subs_100m, of=broadband_subs)", "100000000 broadband_subs_1000m",
         "20 share(broadband_subs_1000m, of=broadband_subs)", "94.1 share(broadband_subs_100m, of=broadband_subs)"],
    ),
    "a rate that is named, after a share": (
        "农村网民2.9亿，占27.7%。互联网普及率为70.4%。",
        ["290000000 internet_users_rural", "27.7 share(internet_users_rural, of=internet_users)", "70.4 internet_penetration"],
    ),
    "迈上台阶": ("快递业务量首次迈上30亿件台阶。", ["3000000000 express_volume over 2021-01/2021-05"]),
    "每百人": ("手机用户破亿，每百人97.6部。", ["97.6 mobile_penetration"]),
    "to be built": (
        "2022年将再建5G基站6000个，年底累计超过2.9万个。",
        ["6000 base_stations_5g_built 2022", "29000 base_stations_5g over 2022-12"],
    ),
    "两项指标": (
        "四川电信业务收入782亿元，电信业务总量997亿元，两项指标分列全国第六、第五。",
        ["7.82e+10 telecom_revenue CN-SC 2021-01/2021-05", "9.97e+10 telecom_volume_unspec CN-SC 2021-01/2021-05",
         "6 rank(telecom_revenue) CN-SC 2021-01/2021-05", "5 rank(telecom_volume_unspec) CN-SC 2021-01/2021-05"],
    ),
    "of so few, and not of all": (
        "宽带用户5亿户，每5户里就有1户是千兆。手机用户16亿户，平均每人超过1部。流量单价跌到3.5元/GB。",
        ["500000000 broadband_subs", "1600000000 mobile_subs"],
    ),
    "a speed and more words": (
        "光纤用户321万户，50M以上高速率宽带用户占到九成三。", ["3210000 broadband_subs_fiber"],
    ),
    "more than half, and how much": (
        "5G用户3亿户，占比首次过半，达到55.9%。", ["300000000 mobile_subs_5g", "55.9 share(mobile_subs_5g, of=mobile_subs)"],
    ),
    "其中 ends with its sentence": (
        "广东快递业务量22亿件，其中深圳5亿件。快递业务收入220亿元。",
        ["2200000000 express_volume CN-GD 2021-01/2021-05", "500000000 express_volume CN-GD-SZ 2021-01/2021-05",
         "2.2e+10 express_revenue CN-GD 2021-01/2021-05"],
    ),
    # of each user
    "个G": ("移动互联网流量745亿GB，5月份户均10.14个G。", ["7.45e+10 mobile_data_traffic 2021-01/2021-05", "10.14 dou_month"]),
    "用掉的流量": (
        "5G用户3亿户。5月份，平均每户用掉的流量是14.9GB，比上年同月多了3.2GB。",
        ["300000000 mobile_subs_5g", "14.9 dou_month", '3.2 change_since(dou_month, "2020-05")'],
    ),
    "DOU": (
        "5月DOU达到18.12GB/户·月，单用户DOU去年同期为15.1GB。",
        ["18.12 dou_month", "15.1 dou_month 2020-05"],
    ),
    "of whose users, others": ("5G用户3亿户，每个5G用户用掉30GB，每户家庭宽带用掉200GB。", ["300000000 mobile_subs_5g"]),
    "a share of more than all": (
        "移动电话用户3.1亿户，按人口计算，渗透率高达322.6%。", ["310000000 mobile_subs", "322.6 mobile_penetration"],
    ),
    # what follows the number
    "的增长 after the number": (
        "电信业务收入连续三个月保持7.1%的同比增长。", ["7.1 yoy(telecom_revenue) 2021-01/2021-05"],
    ),
    "an aim that was reached": (
        "光缆线路长度达168万公里，提前完成2025年150万公里目标，5G基站总数达12万个。",
        ["1680000 fiber_km", "1500000 fiber_km target 2025-12", "120000 base_stations_5g"],
    ),
    "what was added, then what there is": (
        "新建光缆线路长度60.4万公里，总长度达到412.3万公里。",
        ["604000 fiber_km_new 2021-01/2021-05", "4123000 fiber_km"],
    ),
    "a place's share of the nation": (
        "山东千兆宽带用户数达910.7万户，全国占比近1/10。",
        ["9107000 broadband_subs_1000m CN-SD", "10 share(broadband_subs_1000m, within=\"CN\") nearly CN-SD"],
    ),
    "shares of one whole, one above the other": (
        "固定宽带接入用户中，100M以上用户占比达95.2%，其中1000M以上用户占比20.5%。",
        ["95.2 share(broadband_subs_100m, of=broadband_subs)", "20.5 share(broadband_subs_1000m, of=broadband_subs)"],
    ),
    "speeds in any spelling": (
        "固定宽带接入用户达2亿户，其中8M以上用户占比突破35%，20兆及以上用户3000万户。",
        ["200000000 broadband_subs", "35 share(broadband_subs_8m, of=broadband_subs) over", "30000000 broadband_subs_20m"],
    ),
    "a rank and the place after it": (
        "长途光缆线路长度100万公里，排在第一名的地区是四川。",
        ["1000000 fiber_km_long", "1 rank(fiber_km_long) CN-SC"],
    ),
    "each of several places": (
        "东部、西部地区电信业务收入占比分别为51.1%、23.9%，均比上年同期提升0.1个百分点。",
        ["51.1 share(telecom_revenue, within=\"CN\") CN-EAST 2021-01/2021-05", "23.9 share(telecom_revenue, within=\"CN\") CN-WEST 2021-01/2021-05",
         "0.1 pp(share(telecom_revenue, within=\"CN\")) CN-EAST 2021-01/2021-05", "0.1 pp(share(telecom_revenue, within=\"CN\")) CN-WEST 2021-01/2021-05"],
    ),
    "a list of the sentence before": (
        "IPTV用户和物联网用户分别新增14万户和13.8万户。用户规模分别达到34.7万户和37.1万户。",
        ["140000 change(iptv_subs)", "138000 change(iot_subs)", "347000 iptv_subs", "371000 iot_subs"],
    ),
    "percent said of a share that is named": (
        "话音业务收入占电信业务收入的比重降至31.9%，比上年同期回落8.4%。",
        ["31.9 share(telecom_revenue_voice, of=telecom_revenue) 2021-01/2021-05",
         "-8.4 pp(share(telecom_revenue_voice, of=telecom_revenue)) 2021-01/2021-05"],
    ),
    "a share and its change, then what it came to": (
        "移动通信收入占电信业务收入的比重比上年同期上升了3.3个百分点，达到70.2%。",
        ["3.3 pp(share(telecom_revenue_mobile, of=telecom_revenue)) 2021-01/2021-05",
         "70.2 share(telecom_revenue_mobile, of=telecom_revenue) 2021-01/2021-05"],
    ),
    "growth and its change, then what it came to": (
        "电信业务收入增速同比提高1.5个百分点，达到6.1%。",
        ["1.5 pp(yoy(telecom_revenue)) 2021-01/2021-05", "6.1 yoy(telecom_revenue) 2021-01/2021-05"],
    ),
    "two names that have no sum, then a list of them": (
        "云计算和大数据收入占比为8.1%，增速分别达61.5%和33%。",
        ["61.5 yoy(telecom_revenue_cloud) 2021-01/2021-05", "33 yoy(telecom_revenue_bigdata) 2021-01/2021-05"],
    ),
    "a generation's share of all": (
        "5G在移动电话用户中的渗透率达到21.4%。", ["21.4 share(mobile_subs_5g, of=mobile_subs)"],
    ),
    "what was driven to grow": (
        "宽带建设推动农村地区互联网普及率较2020年12月提升2.1个百分点，达59.2%。",
        ["2.1 change(internet_penetration_rural)", "59.2 internet_penetration_rural"],
    ),
    "built in part of a year": (
        "5G基站总数81.9万个，其中1—5月新建6.2万个。",
        ["819000 base_stations_5g", "62000 base_stations_5g_built 2021-01/2021-05"],
    ),
    "growth compared with the year's, and with that to the month before": (
        "1-5月，电信业务收入同比增长6.5%，较上年末提高2.9个百分点，较上月回落0.1个百分点。",
        ["6.5 yoy(telecom_revenue) 2021-01/2021-05", "2.9 change_since(yoy(telecom_revenue), \"2020\") 2021-01/2021-05",
         "-0.1 change_since(yoy(telecom_revenue), \"2021-01/2021-04\") 2021-01/2021-05"],
    ),
    "what is not known opens a sentence": (
        "移动通信收入同比增长18.3%。数据通信收入仍是增长最快的领域，同比增长29%。",
        ["18.3 yoy(telecom_revenue_mobile) 2021-01/2021-05"],
    ),
    "a name of two, told apart by its unit": (
        "同城快递业务累计完成69亿件，同比下降1.1%；异地业务累计完成300亿元。",
        ["6900000000 express_volume_local 2021-01/2021-05", "-1.1 yoy(express_volume_local) 2021-01/2021-05",
         "3e+10 express_revenue_intercity 2021-01/2021-05"],
    ),
    "post and express companies together": (
        "邮政企业和规模以上快递服务企业业务收入完成72.3亿元，同比增长9.1%；业务总量完成85亿元。",
        ["7230000000 postal_revenue 2021-01/2021-05", "9.1 yoy(postal_revenue) 2021-01/2021-05",
         "8500000000 postal_volume 2021-01/2021-05"],
    ),
    "a forecast of growth": (
        "预计2022年电信业务收入将增长8%左右。", ["8 yoy(telecom_revenue) about forecast 2022"],
    ),
    "a part by a modifier": (
        "光缆线路总长度已超过1200万公里，其中长途84.2万公里。",
        ["12000000 fiber_km over", "842000 fiber_km_long"],
    ),
    "the nation's, after a company's": (
        "中国移动用户达9.75亿户。全国移动电话用户达16.8亿户；广东移动电话用户1.6亿户。",
        ["1680000000 mobile_subs", "160000000 mobile_subs CN-GD"],
    ),
    "a month that runs into a name": (
        "1-6月接入流量平稳增长。6月户均移动互联网接入流量21.4GB/户·月。", ["21.4 dou_month 2021-06"],
    ),
    "a rank in the nation, another in its east": (
        "浙江电信业务收入同比增长4.8%，增幅列全国第8位、东部第3位。",
        ["4.8 yoy(telecom_revenue) CN-ZJ 2021-01/2021-05", "8 rank(yoy(telecom_revenue)) CN-ZJ 2021-01/2021-05"],
    ),
    "a bare name after a part": (
        "同城快递业务量完成50.1亿件；实现业务收入288.4亿元，同比下降16.0%。营业网点43.4万处，其中设在农村的12.1万处。",
        ["5010000000 express_volume_local 2021-01/2021-05", "2.884e+10 express_revenue_local 2021-01/2021-05",
         "-16 yoy(express_revenue_local) 2021-01/2021-05", "434000 postal_outlets"],
    ),
    # forms of numbers and periods
    "a space after the point": ("移动电话用户总数达到11. 96亿户。", ["1196000000 mobile_subs"]),
    "a year run into 增加": ("移动电话用户比2020年增加300万户。", ["3000000 change_since(mobile_subs, \"2020-05\")"]),
    "增减 with its sign": ("固定电话用户比上年末增减-45万户。", ["-450000 change(fixed_line_subs)"]),
    "of every 100 persons": ("100人中有26.6部固定电话。", ["26.6 fixed_penetration"]),
    "net change of a quarter": (
        "第二季度移动电话用户净增120万户。", ["1200000 change_since(mobile_subs, \"2021-03\") 2021-06"],
    ),
    "years of a plan gone by": (
        "截至2024年，“十四五”期间电信业务收入年均增长7.6%。", ["7.6 cagr(telecom_revenue, 4) 2024"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_forms_of_chinese(name: str) -> None:
    text, expected = FORMS[name]
    found = said(text)
    assert found == expected


NOTHING = [
    "9省市移动电话普及率超过100部/百人。",  # of several places
    "TD用户占比达到45%。",  # letters narrow the noun
    "移动网络IPv6流量占比达到35.2%。",
    "移动电话用户净增120万户，比上月减少20万户。",  # a net change compared
    "每万人拥有5G基站34.4个，高于规划目标8.4个。",
    "电信业务收入每月保持70亿元的增长。",
    "规模以上企业（年业务收入300万元以上的企业）共200家。",
    "以提供生活服务为主的平台企业实现互联网业务收入2000亿元，同比增长4%。",
    "通信业平稳增长；软件业完成业务收入2.5万亿元，增长24%。",
    "我国电子商务市场交易规模达9.7万亿元，增长34%。",
    "“十四五”期间5G用户普及率提升至84%。",
    "1月21日至27日，全国移动互联网接入流量543.6万TB，同比增长24.1%。",  # no months
    "国庆假期期间，全国移动短信业务量为107.4亿条。",
    "苏南、苏中、苏北地区5G基站数分别占全省的54.2%、19.5%和26.3%。",
    "新增用户占同期移动电话用户净增数的64%。",  # of what was added
    "4G用户占比高。移动宽带用户普及率达到100.3%。",
    "互联网平台服务企业实现业务收入1346亿元，同比增长5.3%。",
    "中国移动公布业绩：移动电话用户总数达到9.75亿户。其中5G套餐用户6.14亿户。",  # a company's
    "广东移动5G基站超过10万个，5G用户超过5000万户。",
    "某某科技公司物联网用户达2.5亿户，短信业务收入12亿元。",
    "中国移动营业收入9373亿元。中国电信业务收入4700亿元。",
    "全国已通固定电话行政村比重达到99.5%。",
    "60岁及以上老年网民规模达1.19亿人，互联网普及率达43.2%。",  # the group's
    "中国移动某某：5G套餐客户超5.9亿户，5G用户超5亿户。",
    "增值电信业务经营单位总数达到1871家，居全国第7位。",
    "城镇地区互联网普及率为76.4%，较3月提升0.1个百分点。城乡地区互联网普及率差异缩小6.3个百分点。",
    "电信业务收入和快递业务收入同比增长9.3%。",  # of which, nobody says
    "全国电话用户总数达到8785975-6.2万户。",
    "同城快递业务同比增长5.2%。",  # its volume or its revenue
]


@pytest.mark.parametrize("text", NOTHING)
def test_where_nothing_decides_there_is_no_claim(text: str) -> None:
    others = {"1200000 change(mobile_subs)", "34.4 base_stations_5g_per10k"}
    assert not [c for c in said(text) if c not in others]


def test_a_note_states_the_prices_of_all_volumes() -> None:
    text = "全国电信业务总量完成1120亿元。\n(注：电信业务总量按照2015年不变单价计算)"
    assert said(text) == ["1.12e+11 telecom_volume_c2015 2021-01/2021-05"]


def test_a_month_that_opens_a_sentence_goes_on_past_its_semicolons() -> None:
    text = "12月份，快递业务量完成15亿件；快递业务收入完成210亿元。快递业务量居全国第一位。"
    assert said(text, "2014") == [
        "1500000000 express_volume 2014-12",
        "2.1e+10 express_revenue 2014-12",
        "1 rank(express_volume)",
    ]


def test_a_page_broken_at_its_width_is_read_whole() -> None:
    whole = (
        "全年移动电话用户总数达到十六亿户，比上年末净增3521万户，移动电话普及率上升至114.4部/百人，"
        "高于全球平均水平，固定电话用户总数1.91亿户，比上年末增加895.6万户，普及率为13.5部/百人。"
    )
    broken, width = "", 0
    for char in whole:
        ends = width >= 46 and char > "\u2e80" and not broken[-1].isascii()
        broken += "\n" * ends + char
        width = width * (not ends) + 1 + (char > "\u2e80")
    assert said(broken, "2021-12") == said(whole, "2021-12") != []


def test_the_month_of_a_page_whose_year_stands_further_on() -> None:
    text = (
        "4月末，移动电话用户总数达13.5亿户。\n图1 2016-2017年电信业务收入\n移动电话用户数超13亿户。"
    )
    assert {c.period for c in Reader(catalogue_of(), "zh", "s").read(text)} == {"2017-04"}


def test_one_wrong_number_does_not_condemn_a_page() -> None:
    lines = "。".join(f"{n}月末，移动电话用户总数{n + 5}.5亿户" for n in (1, 2))
    text = f"2021年{lines}。移动电话用户总数达95.5亿户。3月末，4G用户总数8.5亿户，占移动电话用户的62.9%。"
    found = reader().read(text, "CN", "2021-03")
    assert any(not c.suspect for c in found)
