"""How long a period that is named holds, and what turns a text to another."""

from __future__ import annotations

import pytest

from tests.collect.bulletins import readings

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
    "where a rise began does not stay": (
        "NEW DELHI, March 12, 2019 - India's wireless subscribers numbered 1,180.2 million at the "
        "end of January 2019. Wireless teledensity rose from 89.8 at the end of December to 90.2.",
        [("2019-01", 1180.2e6), ("2018-12", 89.8), ("2019-01", 90.2)],
    ),
    "what was recorded before does not stay": (
        "China's mobile lines hit 1.589 billion in August 2020, up from 1.583 billion recorded in "
        "July. There were 476 million broadband subscribers.",
        [("2020-08", 1.589e9), ("2020-07", 1.583e9), ("2020-08", 476e6)],
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
