# ruff: noqa: E501
"""Chinese as newspapers write it, and pages of Taiwan and Hong Kong with words of their own."""

from functools import cache

import pytest

from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.reader import Reader


@cache
def reader() -> Reader:
    return Reader(catalogue_of(("communications", "postal")), None, "s")


def said(text: str, territory: str = "CN", period: str = "2022-06") -> list[str]:
    """What is claimed, in short: number, expression, bound, place and period where not the text's."""
    found = []
    for c in reader().read(text, territory, period):
        if c.expression and not c.suspect:
            parts = [f"{c.value:.10g}", c.expression, c.bound]
            parts += [c.territory] * (c.territory != "CN") + [c.period] * (c.period != period)
            found.append(" ".join(filter(None, parts)))
    return found


FORMS = {
    "Taiwan's words for a mobile phone": (
        "截至6月底,大陸行動電話用戶總數達16.68億戶,較去年底淨增2552萬戶。",
        ["1668000000 mobile_subs", "25520000 change(mobile_subs)"],
    ),
    "年成長": (
        "上半年電信業務營收為8158億元(人民幣,下同),年成長8.3%。",
        ["8.158e+11 telecom_revenue 2022-H1", "8.3 yoy(telecom_revenue) 2022-H1"],
    ),
    "年增 and 月增": (
        "6月快遞業務量102.6億件,年增5.4%,月增9.1%。",
        ["1.026e+10 express_volume", "5.4 yoy(express_volume)", '9.1 growth_since(express_volume, "2022-05")'],
    ),
    "年減": (
        "4G用戶年減4.6%,降到10.2億戶。",
        ["-4.6 yoy(mobile_subs_4g)", "1020000000 mobile_subs_4g"],
    ),
    "季增": (
        "第2季電信業務收入為4223億元,季增7.3%。",
        ["4.223e+11 telecom_revenue 2022-Q2", '7.3 growth_since(telecom_revenue, "2022-Q1") 2022-Q2'],
    ),
    "成長率": (
        "快遞業務量成長率為3.7%,比1至5月提高0.4個百分點。",
        ["3.7 yoy(express_volume) 2022-H1", '0.4 change_since(yoy(express_volume), "2022-01/2022-05") 2022-H1'],
    ),
    "網友": (
        "手機網友規模為10.47億,占整體網友的99.6%。",
        ["1047000000 internet_users_mobile", "99.6 share(internet_users_mobile, of=internet_users)"],
    ),
    "基地台": (
        "全國建置5G基地台185.4萬座,占行動基地台總數的17.9%。",
        ["1854000 base_stations_5g", "17.9 share(base_stations_5g, of=base_stations)"],
    ),
    "簡訊": (
        "上半年簡訊發送量為8613億則,較去年同期減少0.7%。",
        ["8.613e+11 sms_volume 2022-H1", "-0.7 yoy(sms_volume) 2022-H1"],
    ),
    "Hong Kong's first months": (
        "首五月,內地電信業務收入6649億元人民幣,按年升8.5%。",
        ["6.649e+11 telecom_revenue 2022-01/2022-05", "8.5 yoy(telecom_revenue) 2022-01/2022-05"],
    ),
    "首季": (
        "首季電信業務收入3935億元,按年多9.3%。",
        ["3.935e+11 telecom_revenue 2022-Q1", "9.3 yoy(telecom_revenue) 2022-Q1"],
    ),
    "頭N個月": (
        "頭5個月快遞業務量達409.5億件,同比升3.3%。",
        ["4.095e+10 express_volume 2022-01/2022-05", "3.3 yoy(express_volume) 2022-01/2022-05"],
    ),
    "較前一個月": (
        "電話用戶總數較前一個月增加九百二十萬戶。",
        ['9200000 change_since(phone_subs, "2022-05")'],
    ),
    "tenths without a digit": ("快遞業務量較去年同期成長近兩成。", ["20 yoy(express_volume) nearly 2022-H1"]),
    "money named before its amount": (
        "快遞業務量和業務收入分別完成830億件和人民幣8750億元(約新台幣3.8兆元)。",
        ["8.3e+10 express_volume 2022-H1", "8.75e+11 express_revenue 2022-H1"],
    ),
    "revenue, then volume by its short name": (
        "电信业务收入8158亿元,业务总量8000亿元。",
        ["8.158e+11 telecom_revenue 2022-H1", "8e+11 telecom_volume_unspec 2022-H1"],
    ),
    "与 that joins": (
        "全国电信业务收入与业务总量同比分别增8.3%和22.7%。",
        ["8.3 yoy(telecom_revenue) 2022-H1", "22.7 yoy(telecom_volume_unspec) 2022-H1"],
    ),
    "a rate of those who were counted": (
        "大陸網友的規模達7.72億,普及率達到55.8%,超過全球平均水準4.1個百分點。",
        ["772000000 internet_users", "55.8 internet_penetration"],
    ),
    "quoted, with 却": (
        "中國域名總數同比減少9.0%,但「.CN」域名總數卻有1.2%的增長,達到2085萬個。",
        ["1.2 yoy(cn_domains)", "20850000 cn_domains"],
    ),
    "Chinese months by name": ("到四月底,宽带用户总数达到5.01亿户。", ["501000000 broadband_subs 2022-04"]),
    "the beginning of a year is no period of figures": (
        "2021年及2022年初,互联网普及率达74.4%,较2020年底提升4个百分点。",
        ["74.4 internet_penetration", '4 change_since(internet_penetration, "2020-12")'],
    ),
    "prices told in a bracket after the number": (
        "全省邮政行业业务总量完成116.31亿元(按2010年不变单价折算),同比增长26.38%。",
        ["1.1631e+10 postal_volume_c2010 2022-H1", "26.38 yoy(postal_volume_c2010) 2022-H1"],
    ),
    "a decline that narrowed, then widened": (
        "移动通信业务收入同比下降0.8%,降幅较上年同期收窄3.1个百分点,较1-5月扩大0.1个百分点。",
        ["-0.8 yoy(telecom_revenue_mobile) 2022-H1", "3.1 pp(yoy(telecom_revenue_mobile)) 2022-H1",
         '-0.1 change_since(yoy(telecom_revenue_mobile), "2022-01/2022-05") 2022-H1'],
    ),
    "a peak": ("2006年8月,我国小灵通用户达到9300万的巅峰。", ["93000000 pas_subs 2006-08"]),
    "5G渗透率": (
        "其中,5G渗透率达27.3%,比上年末提高5个百分点。",
        ["27.3 share(mobile_subs_5g, of=mobile_subs)", "5 change(share(mobile_subs_5g, of=mobile_subs))"],
    ),
    "spoken decimals": (
        "手機用戶超過三億戶,普及率達到每百人三十點三部,固定電話普及率為每百人二十七部。",
        ["300000000 mobile_subs over", "30.3 mobile_penetration", "27 fixed_penetration"],
    ),
    "four firms that are the industry": (
        "2021年中国移动、中国电信、中国联通和中国铁塔共完成1849亿元5G投资,占电信固定资产总投资45.6%。",
        ["1.849e+11 investment_5g 2021", "45.6 share(investment_5g, of=investment) 2021"],
    ),
    "the nation after a place where something happened": (
        "随着一件快件从新疆乌鲁木齐发往昌吉,今年我国快递业务量正式突破1000亿件。",
        ["1e+11 express_volume over 2022-H1"],
    ),
    "a day, then its year: to that day": (
        "截至5月31日,2022年我国电信业营业收入合计5681.5亿元,相对去年同期增长3.2%。",
        ["5.6815e+11 telecom_operating_revenue 2022-01/2022-05", "3.2 yoy(telecom_operating_revenue) 2022-01/2022-05"],
    ),
    "those who go online": (
        "中國大陸網路總人口達5.91億人,其中手機上網者4.64億人,占網路總人口比例提升至78.5%。",
        ["591000000 internet_users", "464000000 internet_users_mobile", "78.5 share(internet_users_mobile, of=internet_users)"],
    ),
    "messages that were sent": (
        "我国手机用户前5个月共发送短信5095亿条。",
        ["5.095e+11 sms_volume 2022-01/2022-05"],
    ),
    "revenue of what the volume was of": (
        "4月快递业务量74.8亿件,同比降11.9%;收入741亿元,降10.1%。",
        ["7480000000 express_volume 2022-04", "-11.9 yoy(express_volume) 2022-04",
         "7.41e+10 express_revenue 2022-04", "-10.1 yoy(express_revenue) 2022-04"],
    ),
    "what is exceeded": (
        "物联网连接数首次超越手机用户,达17亿户。",
        ["1700000000 iot_subs"],
    ),
    "clauses of a headline": (
        "5G基站总数达8.43万个 综合水平进入全国前列",
        ["84300 base_stations_5g"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_forms_of_newspapers(name: str) -> None:
    text, expected = FORMS[name]
    assert said(text) == expected


NOTHING = [
    "中華電信5G用戶達287萬戶。",
    "遠傳5G用戶達220萬戶,年增35%。",
    "顯示5G用戶的增加速度不及4G的一半。",
    "5G用戶數為2762,854人。",  # a torn number
    "網友使用線上支付來消費的比例由2016年底的50.3%提升至65.5%。",
    "快遞業務收入達新台幣300億元。",
    "关中地区完成快递业务量4.23亿件,同比增长23.95%;实现业务收入50.36亿元,同比增长23.95%。",
    "营业网点数量较5年前增长近1.5倍。",
    "快递业务量单日最高达7.77亿件。",
    "这距突破10亿户电话用户大关仅过了14个月。",
    "从去年3月份算起,移动电话用户数累计增加了1.26亿户。",
    "5G套餐用户数:移动5.11亿户、电信2.32亿户、联通1.85亿户。",
    "农村地区收投快件量10年间增长超10倍。",
    "关中地区快递业务量占比最大,达到92.5%。",
    "民营快递企业完成业务量4.20亿件,实现业务收入49.79亿元。",
    "我国电话用户目前以每年1亿户的高速度增加,新增用户中60%为移动电话用户。",
    "业内人士指出,3G渗透率到10%将成为一个转折点。",
    "全省信息基础设施综合水平进入全国第二方阵(第15名)。",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_a_careful_reader_refuses(text: str) -> None:
    assert said(text) == []


def test_a_page_of_taiwan_is_about_taiwan_and_its_money_is_no_yuan() -> None:
    text = (
        "NCC統計指出,台灣行動通訊用戶2022年第一季達2,953.7萬戶,季減4.3萬戶,快遞業務收入393億元,年增3%。"
        "截至5月底,台灣5G用戶數達550萬。"
    )
    assert said(text, "", "") == [
        "29537000 mobile_subs TW 2022-03",
        '-43000 change_since(mobile_subs, "2021-12") TW 2022-03',
        "3 yoy(express_revenue) TW 2022-Q1",
        "5500000 mobile_subs_5g TW 2022-05",
    ]


def test_a_growth_a_year_is_counted_from_the_year_named_before() -> None:
    text = "全省光缆长度累计达181万公里,较2015年增长2.8倍,年复合增长率16.0%。"
    assert said(text, period="2022-12")[-1] == "16 cagr(fiber_km, 7)"


def test_a_headline_has_the_period_that_its_text_tells() -> None:
    text = "2022年北京通信业运行数据\n电信业务收入达428.6亿元 增势突出\n截至2022年7月底,电信业务收入累计完成428.6亿元。"
    told = [c for c in reader().read(text) if c.expression]
    assert [c.period for c in told] == ["2022-01/2022-07"] * 2


def test_a_day_of_issue_with_two_digits_of_its_year() -> None:
    text = "10-12-22 11:18\n今年前11个月,我国小灵通用户累计减少1564.7万户。\n2006年8月,小灵通用户达到9300万户。"
    assert said(text, "", "")[0] == "-15647000 change(pas_subs) 2010-11"


def test_the_ministry_speaks_of_the_nation_on_a_page_of_a_province() -> None:
    text = "2022-11-28\n广东省累计建成5G基站21万座。广东省数量全国第一。\n工信部数据显示,截至10月末,5G基站总数达225万个。"
    told = {c.expression: c.territory for c in reader().read(text) if c.value == 2_250_000}
    assert told == {"base_stations_5g": "CN"}
