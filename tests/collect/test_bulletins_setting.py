"""What a document tells of itself: its month of issue, the period and the place it is about."""

from __future__ import annotations

import pytest

from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.reader import Reader

CATALOGUE = catalogue_of(("communications", "postal"))


def readings(text: str) -> list[tuple[str | None, str, str, float]]:
    """Expression, place, period and value of what is read without doubt."""
    claims = Reader(CATALOGUE).read(text)
    return [(c.expression, c.territory, c.period, c.value) for c in claims if not c.suspect]


MONTHS = {
    "a printed day above, the day of the article below": (
        "May 2, 2024 9:10 am (GMT)\nMenu\nTelecom sector grows in Q1\nApr 25, 2019, at 03:33 pm\n"
        "Telecom revenue reached 338.3 billion yuan in the first quarter.",
        ("telecom_revenue", "CN", "2019-Q1", 338.3e9),
    ),
    "the day of an archive after that of the news": (
        "Time: 2021/07/07 14:07\nMay 30, 2006\nMobile subscribers rose by 23.2 million in the "
        "first four months of 2006. At the end of April mobile subscribers were 416.6 million.",
        ("mobile_subs", "CN", "2006-04", 416.6e6),
    ),
    "the day of a frame, which fits no month that is spoken of": (
        "Official website 15 July 2015\nHome > Statistics\n2017-11-03 Print\nIn the first three "
        "quarters, China's telecom revenue reached 951.3 billion yuan.",
        ("telecom_revenue", "CN", "2017-01/2017-09", 951.3e9),
    ),
    "a day before what is spoken of": (
        "2015-02-14 21:32\n2015年7月通信业运行情况\n7月,全国电信业务收入完成974.7亿元。",
        ("telecom_revenue", "CN", "2015-07", 974.7e8),
    ),
    "last year in a headline": (
        "China builds over 700,000 5G base stations\nJan 20, 2021\nOver 700,000 5G base stations "
        "had been built in China by the end of last year. In November 2020 there were fewer.",
        ("base_stations_5g", "CN", "2020-12", 700e3),
    ),
    "older news in the frame": (
        "Off the wire\nFinance grows in 2019 • Loans rise in 2018\n\nSeptember 1, 2020\n\n"
        "China had 480,000 5G base stations by the end of July.",
        ("base_stations_5g", "CN", "2020-07", 480e3),
    ),
    "a year so far": (
        "2020年10月25日\n邮政业收入自2016年以来持续增长。今年前三季度,邮政行业业务收入7731.1亿元。",
        ("postal_revenue", "CN", "2020-01/2020-09", 7731.1e8),
    ),
    "a plan of this year": (
        "Phone users are expected to grow in 2008, the ministry said.\nBy the end of this year, "
        "China's mobile phone subscribers will reach 600 million.\nIn 2007, they grew.",
        ("mobile_subs", "CN", "2008-12", 600e6),
    ),
    "Hong Kong, in traditional characters": (
        "截至2019年12月，香港流動電話用戶達2230萬戶，普及率291.2%。",
        ("mobile_subs", "HK", "2019-12", 22.3e6),
    ),
    "Taiwan, whose year is told once": (
        "2020年12月，台灣行動電話用戶數達2,950萬戶，寬頻用戶600萬戶。",
        ("broadband_subs", "TW", "2020-12", 6e6),
    ),
    "an update long after": (
        "January 15, 2010 08:29 pm | Updated November 17, 2021 07:11 am IST\n\nThe number of web "
        "users in China rose 29 percent last year to 384 million.",
        ("internet_users", "CN", "2009-12", 384e6),
    ),
    "a day at the foot": (
        "Text messages spread\n"
        + "People like to send greetings at home and at work. " * 31
        + "\nChina's mobile subscribers grew 17 percent last year to 641 million.\n"
        "(Xinhua News Agency January 26, 2009)",
        ("mobile_subs", "CN", "2008-12", 641e6),
    ),
    "years long past before it": (
        "The digital economy grew from 11 trillion yuan in 2012 to 45 trillion yuan in 2021.\n"
        "Telecom sector in January-May 2022\nTelecom revenue was 665 billion yuan in the first "
        "five months of the year.",
        ("telecom_revenue", "CN", "2022-01/2022-05", 665e9),
    ),
    "a quarter that is abbreviated": (
        "Revenue grew faster in Q1.\nBy the end of March, there were 285 million 5G subscribers. "
        "A company earned more in the first quarter (Q1) of 2021.",
        ("mobile_subs_5g", "CN", "2021-03", 285e6),
    ),
    "the month in which it came out": (
        "September 6, 2023\nTelecom revenue grew to 1.02 trillion yuan in the January-to-July "
        "period, a report published late last month says.",
        ("telecom_revenue", "CN", "2023-01/2023-07", 1.02e12),
    ),
    "a year of the Republic, and its regulator": (
        "105年11月底4G用戶占六成一\n國家通訊傳播委員會(NCC)指出，我國行動電話用戶2,895萬戶。",
        ("mobile_subs", "TW", "2016-11", 28.95e6),
    ),
    "a year of the Republic that is named so": (
        "民國97年底，台灣行動電話用戶2,541萬戶。",
        ("mobile_subs", "TW", "2008-12", 25.41e6),
    ),
    "the newspaper that a later copy stood in": (
        "发布时间:2024-11-25 20:11\n本报北京11月22日电 截至10月末,5G基站总数达321.5万个。\n"
        "《 人民日报 》( 2023年11月23日 01 版)",
        ("base_stations_5g", "CN", "2023-10", 3.215e6),
    ),
    "full stops for points": (
        "2024年6月末,宽带接入端口数量达11。7亿个;5G基站总数达391。7万个,比上年末净增54万个。",
        ("base_stations_5g", "CN", "2024-06", 3.917e6),
    ),
    "clauses of a plan, and what is of it": (
        "2020年快递业务量达到830亿件。\n预计2021年全年邮政行业业务总量完成1.4万亿元;邮政业务收入完成"
        "1.2万亿元。其中,快递业务量完成955亿件。",
        ("express_volume", "CN", "2021", 95.5e9),
    ),
    "the year after that of the base": (
        "China's online population hit 485 million at the end of June, up 6.1 per cent from the "
        "end of 2010. The number of mobile internet users reached 318 million.",
        ("internet_users_mobile", "CN", "2011-06", 318e6),
    ),
    "what is sent to Hong Kong, Macao and Taiwan": (
        "State Post Bureau: express delivery volume in the first quarter of 2024 was 37.11 billion "
        "pieces. International/Hong Kong, Macao and Taiwan volume was 820 million pieces.",
        ("express_volume", "CN", "2024-Q1", 37.11e9),
    ),
    "two years in a caption": (
        "4月,电信业务收入完成1109亿元。\n图1 2016-2017年4月电信业务收入发展情况",
        ("telecom_revenue", "CN", "2017-04", 1109e8),
    ),
    "a base of prices": (
        "(业务总量按2015年不变单价计算)\n2019年上半年通信业运行情况\n1-6月,电信业务收入完成171.0亿元。",
        ("telecom_revenue", "CN", "2019-H1", 171.0e8),
    ),
}


@pytest.mark.parametrize(("text", "said"), MONTHS.values(), ids=MONTHS)
def test_the_day_of_issue_and_the_periods_it_speaks_of_tell_the_year(text, said):
    assert said in readings(text)


@pytest.mark.parametrize(
    "text",
    [
        "July 20, 2023. As of June, internet users were 1.08 billion, up 11 million from December.",
        "By June 2023, internet users rose by 11 million from late 2022 to 1.08 billion.",
    ],
)
def test_a_base_stands_before_what_is_compared_with_it(text):
    assert ("change(internet_users)", "CN", "2023-06", 11e6) in readings(text)


@pytest.mark.parametrize(
    "day",
    [
        "Updated: 2019-09-05 10:22",
        "05/09/2019",
        "20.9.2019",
        "5th of September, 2019",
        "05-Sep-2019",
        "Thu Sep 5 2019",
        "2019 年 9 月 5 日",
        "二〇一九年9月5日",
    ],
)
def test_days_as_pages_print_them(day):
    text = f"{day}\n\nIn the first eight months, China's telecom revenue was 894 billion yuan."
    assert readings(text) == [("telecom_revenue", "CN", "2019-01/2019-08", 894e9)]


def test_a_bare_month_does_not_take_the_year_of_something_else():
    text = (
        "As of June, China had 1.1 billion mobile phone users.\n\nIn May 2008 the torch was "
        "carried to a mountain."
    )
    assert not readings(text)


PLACES = {
    "a province after its region": (
        "Southwest China's Sichuan has over 30,000 5G base stations\n\nBEIJING, Sept. 1, 2020 "
        "(Xinhua) -- Sichuan Province had 32,681 5G base stations at the end of July 2020.",
        "CN-SC",
    ),
    "a province that is not in the headline": (
        "Province sees more 5G base stations\n\nNANJING, April 25, 2023 (Xinhua) -- 5G base "
        "stations in Jiangsu Province, a coastal economy in east China, reached 202,000 at the end "
        "of March.\n\nThe province is ahead of its plan. Jiangsu had 41.9 million 5G users.",
        "CN-JS",
    ),
    "the place of a conference": (
        "The office held a press conference on April 18 in Beijing.\n\nIn the first quarter of "
        "2024, telecom revenue reached 443.7 billion yuan.",
        "CN",
    ),
    "the place of a photograph": (
        "China's telecom revenue grows\n\nA robot at a fair in Guiyang, southwest China's Guizhou "
        "Province, May 26, 2021.\n\nBEIJING, June 3, 2021 (Xinhua) -- Telecom revenue reached "
        "467.6 billion yuan in the January-April period.",
        "CN",
    ),
    "a newspaper": (
        "China's mobile phone users soared to 747 million by the end of 2009, the Beijing News "
        "reported.",
        "CN",
    ),
    "another province in the frame": (
        "Off the wire\nGuangdong reports new cases\n\nThe number of mobile phone users in "
        "southwest China's Tibet has reached 2.9 million by the end of 2014. Tibet grows.",
        "CN-XZ",
    ),
    "a province as an example": (
        "Beijing leads with 5G base stations, 45,000 of them in 2021.\n\nAt the end of 2021, China "
        "had 1.42 million 5G base stations. China had 355 million 5G users. China's telecom "
        "revenue grew. China built more. China's carriers, among them those of Beijing, invested. "
        "China's plans go on.\n\nTelecom revenue reached 1.47 trillion yuan in 2021.",
        "CN",
    ),
    "another country beside ours": (
        "China had 1.67 billion mobile subscribers at the end of June 2022. In India, mobile "
        "subscribers reached 1.15 billion at the end of June 2022.",
        "CN",
    ),
    "a country by its money": (
        "Post and telecom income reached 13 trillion dong in April 2012.\nThe number of mobile "
        "subscribers over the country reached 119.1 million by the end of April 2012.",
        "VN",
    ),
    "a country by its statistics office": (
        "Internet penetration was 77.6 percent in 2015, the Statistics and Census Service said.",
        "MO",
    ),
    "an economy beside the mainland": (
        "Hong Kong had 7.6 million 5G subscribers at end-September 2024. Hong Kong leads mainland "
        "China. Hong Kong goes on.",
        "HK",
    ),
    "companies of a city": (
        "Beijing Mobile and Beijing Unicom are busy in Beijing.\nChina had 460 million mobile "
        "phone subscribers at the end of 2006.",
        "CN",
    ),
    "外国": (
        "2022年6月末,我国移动电话用户达16.7亿户。印度移动电话用户达11.5亿户。",
        "CN",
    ),
    "名次与召开地点": (
        "会议在北京召开。2021年,江苏省电信业务收入1135.5亿元,居全国第3位。江苏增长10.3%。",
        "CN-JS",
    ),
    "我省": (
        "云南省通信管理局\n2021年8月,我省电信业务收入25.3亿元。云南移动电话用户增长。",
        "CN-YN",
    ),
    "直辖市、自治区的列举": (
        "2014年第三季度,全国电话用户总数达到15.26亿户,覆盖31个省、自治区、直辖市。江西、江西。",
        "CN",
    ),
    "新闻电头": (
        "中新社北京六月二十四日电 2009年1-5月,移动电话用户总数达到6.87亿户。",
        "CN",
    ),
}


@pytest.mark.parametrize(("text", "place"), PLACES.values(), ids=PLACES)
def test_its_own_figures_tell_the_place_of_a_text(text, place):
    said = readings(text)
    assert said
    assert {p for _, p, _, _ in said} == {place}


@pytest.mark.parametrize(
    "text",
    [
        "今年1-10月,电信业务收入1.1万亿元。去年为1万亿元。",
        "In the first ten months of this year, telecom revenue was 1.1 trillion yuan.",
    ],
)
def test_this_year_of_no_year_is_none(text):
    assert not readings(text)


def test_the_years_of_a_copyright_are_no_years_of_the_text():
    text = "前三个季度,电信业务收入9915亿元,同比增长3%。\nCopyright ©1996-2019 版权所有"
    assert not readings(text)


def test_a_city_that_the_catalogue_does_not_know_is_no_place_of_ours():
    text = "2025年,全市5G基站达6000个。全市移动电话用户300万户。"
    claims = Reader(CATALOGUE).read(text)
    assert claims
    assert {c.suspect for c in claims} == {"the place is not named"}


TURNS = {
    "a month after a whole year": (
        "July 20, 2022\nIn 2021, telecom revenue reached 1.47 trillion yuan. By the end of May, "
        "China had 428 million 5G mobile phone users.",
        [("2021", 1.47e12), ("2022-05", 428e6)],
    ),
    "the page's own month after another year": (
        "China had 1.6 billion mobile phone users as of March 2021. In 2020, telecom revenue was "
        "1.36 trillion yuan. The number of 5G base stations was 819,000 at the end of March.",
        [("2021-03", 1.6e9), ("2020", 1.36e12), ("2021-03", 819e3)],
    ),
    "what is compared with does not stay": (
        "Jan 26, 2023. Telecom revenue was 1.58 trillion yuan in 2022, compared with 1.47 trillion "
        "yuan in 2021. The number of 5G base stations reached 2.31 million.",
        [("2022", 1.58e12), ("2021", 1.47e12), ("2022-12", 2.31e6)],
    ),
    "the month and the year to date": (
        "MIIT releases July 2013 telecom data\nTelecom revenue was 98 billion yuan for the month, "
        "bringing the year-to-date total to 670 billion yuan, up 8.9% over the same 7-month period "
        "of 2012. Telecom investment for the month was 20 billion yuan.",
        [("2013-07", 98e9), ("2013-01/2013-07", 670e9), ("2013-01/2013-07", 8.9),
         ("2013-07", 20e9)],
    ),
    "last month, after a longer period": (
        "China had 455 million mobile subscribers at the end of November 2006. Telecom revenue "
        "grew 11% in January-November 2006. Last month, telecom revenue was 60 billion yuan.",
        [("2006-11", 455e6), ("2006-01/2006-11", 11), ("2006-11", 60e9)],
    ),
    "from one year to another": (
        "From 2012 to 2021, China's telecom revenue grew from 1.08 trillion yuan to 1.47 trillion "
        "yuan.",
        [("2012", 1.08e12), ("2021", 1.47e12)],
    ),
    "the first half of this year": (
        "Aug 10, 2021. Express volume in China hit 83 billion parcels in 2020. In the first half "
        "of this year, express volume reached 49.4 billion parcels.",
        [("2020", 83e9), ("2021-H1", 49.4e9)],
    ),
    "a quarter, and months up to one": (
        "Telecom revenue in the April-June quarter of 2021 was 375 billion yuan. In the six months "
        "through June 2021, express volume was 49.4 billion parcels.",
        [("2021-Q2", 375e9), ("2021-H1", 49.4e9)],
    ),
    "a month of last year": (
        "March 20, 2021. China had 718,000 5G base stations as of November last year. Telecom "
        "revenue rose 3.6 percent in the first quarter last year.",
        [("2020-11", 718e3), ("2020-Q1", 3.6)],
    ),
    "图题与正文相连": (
        "2014年5月通信业运行情况\n1-5月,电信业务收入4900亿元。图2. 2012-2014年发展情况 移动电话"
        "用户突破12亿户。",
        [("2014-01/2014-05", 4900e8), ("2014-05", 12e8)],
    ),
    "某时以来": (
        "自2019年6月发放5G牌照以来,截至2021年6月,我国建成5G基站96.1万个。",
        [("2021-06", 96.1e4)],
    ),
    "会议之年的去年": (
        "二○一五年全国邮政管理工作会议在北京召开,去年全国快递业务量139.6亿件;快递业务收入2045亿元。",
        [("2014", 139.6e8), ("2014", 2045e8)],
    ),
    "整年之后的月末": (
        "2022年7月20日\n2021年,全国电信业务收入1.47万亿元。截至5月末,全国5G移动电话用户达4.28亿户。",
        [("2021", 1.47e12), ("2022-05", 4.28e8)],
    ),
    "今年上半年": (
        "2021年8月10日\n2020年,全国快递业务量833.6亿件。今年上半年,快递业务量493.9亿件。",
        [("2020", 833.6e8), ("2021-H1", 493.9e8)],
    ),
    "今年的计划": (
        "2024年3月26日\n去年,电信业务收入1.68万亿元。今年,全国将新建5G基站60万个。",
        [("2023", 1.68e12), ("2024", 600e3)],
    ),
    "分号之间的月份": (
        "2014年邮政行业运行情况\n12月份,邮政行业业务收入317.5亿元;邮政行业业务总量403.2亿元。"
        "电信业务收入1.15万亿元。",
        [("2014-12", 317.5e8), ("2014-12", 403.2e8), ("2014", 1.15e12)],
    ),
    "从一年到另一年": (
        "从2012年到2021年,全国电信业务收入从1.08万亿元增长到1.47万亿元。",
        [("2012", 1.08e12), ("2021", 1.47e12)],
    ),
    "同期": (
        "2013年一季度,移动互联网接入流量2.7亿G,同期电信业务收入同比增长8.2%。",
        [("2013-Q1", 2.7e8), ("2013-Q1", 8.2)],
    ),
    "某年同期": (
        "2016年9月30日\n1-8月,电信业务收入7978亿元,同比增长3.9%,而2015年同期增长1%。"
        "8月,电信业务收入980亿元。",
        [("2016-01/2016-08", 7978e8), ("2016-01/2016-08", 3.9), ("2015-01/2015-08", 1),
         ("2016-08", 980e8)],
    ),
    "以此计算": (
        "2025年3月末,5G移动电话用户达10.68亿户。2024年末全国人口为14.08亿人。"
        "以此计算,移动电话普及率为127.8部/百人。",
        [("2025-03", 10.68e8), ("2024-12", 14.08e8), ("2025-03", 127.8)],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "said"), TURNS.values(), ids=TURNS)
def test_a_period_holds_as_long_as_its_sentence_means_it(text, said):
    assert [(period, value) for _, _, period, value in readings(text)] == said


NOT_OURS = {
    "the world's": "Globally, there were 400 million 5G mobile phone users at the end of 2020.",
    "全球": "全球,2020年末5G用户4亿户。",
    "days": "From January 28 to February 4, 2025, express volume reached 1.15 billion parcels.",
    "几天": "2025年11月1日至11日,快递业务量42.72亿件。",
    "a company's, and so on": (
        "China Mobile grew in 2020. China Mobile's telecom revenue was 768 billion yuan. "
        "Its mobile subscribers reached 942 million."
    ),
    "公司及其用户": "2020年,中国移动电信业务收入7681亿元。其移动电话用户达9.4亿户。",
    "a group of provinces": (
        "The Yangtze River Delta region had 400,000 5G base stations by the end of 2021."
    ),
    "a pace": "In 2017, China's express volume was 76,000 parcels per minute.",
    "不认识的市": "2024年上半年,湖南省电信业务平稳。其中昆山市电信业务收入95亿元,同比增长6%。",
}


@pytest.mark.parametrize("text", NOT_OURS.values(), ids=NOT_OURS)
def test_figures_of_others_and_of_days_are_no_claims(text):
    assert not [r for r in readings(text) if r[0] is not None]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2025年1月1日至6月30日,快递业务量956亿件。", [("2025-H1", 956e8)]),
        (
            "In Q1 2020, telecom revenue was 338.3 billion yuan. In the whole of 2019, telecom "
            "revenue grew 0.8%. Mobile subscribers numbered 1.6 billion at the end of the quarter.",
            [("2020-Q1", 338.3e9), ("2019", 0.8), ("2020-03", 1.6e9)],
        ),
    ],
)
def test_whole_months_by_their_days_and_the_quarter_that_is_spoken_of(text, said):
    assert [(period, value) for _, _, period, value in readings(text)] == said
