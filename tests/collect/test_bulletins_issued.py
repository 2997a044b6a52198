"""The day on which a document came out, and the years that it tells."""

from __future__ import annotations

import pytest

from tests.collect.bulletins import readings

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
    "the year of an edition": (
        "中国信通院发布《中国宽带发展白皮书（2019年）》\n核心观点摘要　2019年10月\n"
        "截至2019年6月底，光纤用户3.96亿户。\n宽带用户4.35亿户。",
        ("broadband_subs", "CN", "2019-06", 4.35e8),
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
    "the hour an agency sent it, below": (
        "New Delhi, Dec 14 (IANS) India had 142.3 million mobile subscribers in November.\n\n"
        "--Indo-Asian News Service\nrk/sg\n(67 Words)  2006-12-14-20:17:06",
        ("mobile_subs", "IN", "2006-11", 142.3e6),
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


@pytest.mark.parametrize(("day", "years"), [("2023-11-21", set()), ("2023-01-21", {"2022-12"})])
def test_only_early_in_a_year_is_a_text_without_periods_of_the_year_before(day, years):
    assert {p for _, _, p, _ in readings(f"{day}\n我国5G用户突破8亿户,千兆用户1.5亿户。")} == years
