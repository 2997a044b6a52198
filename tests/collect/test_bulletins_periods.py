# ruff: noqa: E501
"""What whole pages are of: years that are over and years that are planned, months within spans."""

import pytest

from tests.collect.bulletins import readings

PAGES = {
    "四川5G基站突破6万个": (
        "四川5G基站突破6万个",
        "川观新闻记者 李某 2022-01-18 15:20",
        "1月18日，记者从2022年四川信息通信业工作会上获悉，去年全省新建5G基站2.7万个，累计建成6.6万个。移动电话用户9450万户，同比增长3.2%。",
        "今年，四川计划新建5G基站2.5万个，到年底超过9万个。会议提出，2022年电信业务收入增长6%。",
        "全年移动互联网接入流量120亿GB。固定宽带用户3300万户，其中千兆用户150万户。",
        [
            "base_stations_5g_built CN-SC 2021",
            "base_stations_5g CN-SC 2021-12",
            "mobile_subs CN-SC 2021-12",
            "yoy(mobile_subs) CN-SC 2021-12",
            "base_stations_5g_built CN-SC 2022",
            "mobile_data_traffic CN-SC 2021",
            "broadband_subs CN-SC 2021-12",
            "broadband_subs_1000m CN-SC 2021-12",
        ],
    ),
    "陕西通信业去年收入增6%": (
        "陕西通信业去年收入增6%",
        "2020年1月10日 陕西日报",
        "1月9日，全省通信业工作会议在西安召开。会议通报，全省电信业务收入完成430亿元，同比增长6.1%，移动电话用户达4600万户。2020年，我省将建成5G基站1万个以上。",
        [
            "telecom_revenue CN-SN 2019",
            "yoy(telecom_revenue) CN-SN 2019",
            "mobile_subs CN-SN 2019-12",
        ],
    ),
    "云南省“十四五”信息通信业发展规划（摘要）": (
        "云南省“十四五”信息通信业发展规划（摘要）",
        "2021年12月",
        "“十三五”时期，全省信息通信业快速发展。2020年，电信业务收入达到320亿元，移动电话用户达到4900万户，光缆线路总长度200万公里。",
        "主要目标：到2025年，5G基站达到15万个，每万人拥有5G基站数由2020年的4个提高到30个；移动互联网接入流量达到200亿GB；千兆宽带用户达到400万户。",
        [
            "telecom_revenue CN-YN 2020",
            "mobile_subs CN-YN 2020-12",
            "fiber_km CN-YN 2020-12",
            "base_stations_5g CN-YN 2025-12",
            "mobile_data_traffic CN-YN 2025",
            "broadband_subs_1000m CN-YN 2025-12",
        ],
    ),
    "江西省信息通信业“十三五”规划": (
        "江西省信息通信业“十三五”规划",
        "一、发展基础",
        "“十二五”末，全省电话用户总数达3680万户，其中移动电话用户3100万户；互联网宽带用户560万户。五年累计完成投资400亿元。",
        "二、发展目标",
        "到2020年，移动电话用户达到4200万户，宽带用户达到1200万户，光纤用户占比达到90%。",
        [
            "phone_subs CN-JX 2015-12",
            "mobile_subs CN-JX 2015-12",
            "broadband_subs CN-JX 2015-12",
            "mobile_subs CN-JX 2020-12",
            "broadband_subs CN-JX 2020-12",
        ],
    ),
    "工信部：我国4G用户达7.7亿户": (
        "工信部：我国4G用户达7.7亿户",
        "2017-01-25 来源：中国信息产业网",
        "工信部昨日发布的数据显示，2016年我国移动电话用户净增5054万户，总数达13.2亿户。4G用户数呈爆发式增长，全年新增3.4亿户，总数达到7.7亿户。",
        "去年12月，户均移动互联网接入流量达1232MB。今年，工信部将推动提速降费，目标是年内取消长途漫游费。",
        "移动宽带用户9.41亿户。",
        [
            "change(mobile_subs) CN 2016-12",
            "mobile_subs CN 2016-12",
            "change(mobile_subs_4g) CN 2016-12",
            "mobile_subs_4g CN 2016-12",
            "dou_month CN 2016-12",
            "mobile_bb_subs CN 2016-12",
        ],
    ),
    "前三季度全省快递业务量突破10亿件": (
        "前三季度全省快递业务量突破10亿件",
        "2019年10月22日 湖北日报",
        "10月21日，省邮政管理局发布消息，前三季度全省快递业务量完成12.3亿件，同比增长32%。其中9月完成1.6亿件，增长35%。快递业务收入130亿元。预计全年业务量将达17亿件。",
        [
            "express_volume CN-HB 2019-01/2019-09",
            "express_volume CN-HB 2019-09",
            "express_revenue CN-HB 2019-01/2019-09",
            "express_volume CN-HB 2019",
        ],
    ),
    "一图读懂2021年上半年通信业": (
        "一图读懂2021年上半年通信业",
        "移动电话用户16.14亿户，5G终端连接数3.65亿户。电信业务收入7533亿元，同比增长8.7%。6月当月户均流量13.58GB。",
        [
            "mobile_subs CN 2021-06",
            "telecom_revenue CN 2021-H1",
            "dou_month CN 2021-06",
        ],
    ),
    "2010年12月通信业运行状况": (
        "2010年12月通信业运行状况",
        "2010年1-12月，全国电信业务总量累计完成30955亿元，同比增长20.5%。",
        "12月，移动电话用户净增1000万户，累计达到85900万户。宽带用户12634万户。",
        [
            "telecom_volume_unspec CN 2010",
            'change_since(mobile_subs, "2010-11") CN 2010-12',
            "mobile_subs CN 2010-12",
            "broadband_subs CN 2010-12",
        ],
    ),
    "辽宁去年快递量超13亿件": (
        "辽宁去年快递量超13亿件",
        "新华社沈阳1月15日电（记者王某）记者从辽宁省邮政管理局获悉，2020年，全省快递业务量完成13.5亿件，同比增长36%；快递业务收入130亿元。今年1月1日至10日，全省快递业务量达5000万件。邮政业务总量250亿元。",
        [
            "express_volume CN-LN 2020",
            "express_revenue CN-LN 2020",
            "postal_volume CN-LN 2020",
        ],
    ),
    "第29次中国互联网络发展状况统计报告发布": (
        "第29次中国互联网络发展状况统计报告发布",
        "2012年1月16日，中国互联网络信息中心（CNNIC）在京发布报告。报告显示，截至2011年12月底，中国网民规模突破5亿，达到5.13亿，全年新增网民5580万。互联网普及率较上年底提升4个百分点，达到38.3%。手机网民规模达3.56亿，同比增长17.5%。家庭宽带网民3.92亿。2012年，手机上网将继续增长。我国域名总数775万个，其中.CN域名353万个。",
        [
            "internet_users CN 2011-12",
            "change(internet_users) CN 2011-12",
            "internet_penetration CN 2011-12",
            "internet_users_mobile CN 2011-12",
            "cn_domains CN 2011-12",
        ],
    ),
    "广东发布蓝皮书": (
        "广东发布蓝皮书",
        "南方网讯 2021年5月17日，广东省通信管理局发布《广东信息通信业发展蓝皮书（2020年）》。截至去年底，广东5G基站12.4万个，移动电话用户1.55亿户，电信业务收入1732亿元，增长3.5%。2021年计划新建5G基站4.67万座。4G用户1.3亿户。",
        [
            "base_stations_5g CN-GD 2020-12",
            "mobile_subs CN-GD 2020-12",
            "telecom_revenue CN-GD 2020",
            "mobile_subs_4g CN-GD 2020-12",
        ],
    ),
    "天津市2008年国民经济和社会发展统计公报": (
        "天津市2008年国民经济和社会发展统计公报",
        "全年邮电业务总量370亿元，增长18%。年末固定电话用户390万户，移动电话用户900万户。到2010年，移动电话用户将达1200万户。互联网用户500万户。",
        [
            "postal_telecom_volume CN-TJ 2008",
            "fixed_line_subs CN-TJ 2008-12",
            "mobile_subs CN-TJ 2008-12",
        ],
    ),
    "权威发布｜国新办介绍一季度工业和信息化发展": (
        "权威发布｜国新办介绍一季度工业和信息化发展",
        "4月20日上午，国新办举行新闻发布会。2023年一季度，电信业务收入4252亿元，同比增长7.7%。截至3月末，5G基站264.6万个，5G移动电话用户6.2亿户。有记者问及全年走势，赵某表示，2022年5G投资1803亿元，今年将新建开通5G基站60万个。3月末，千兆宽带用户1.08亿户。移动互联网流量681亿GB，同比增长14.7%。",
        [
            "telecom_revenue CN 2023-Q1",
            "base_stations_5g CN 2023-03",
            "mobile_subs_5g CN 2023-03",
            "broadband_subs_1000m CN 2023-03",
            "mobile_data_traffic CN 2023-Q1",
        ],
    ),
    "Sichuan to build 25,000 5G base stations this year": (
        "Sichuan to build 25,000 5G base stations this year",
        "Jan 19, 2022, Sichuan Daily",
        "Sichuan built 27,000 5G base stations last year, bringing the total to 66,000, a conference in Chengdu heard on Tuesday. Mobile phone users reached 94.5 million. This year the province plans to build 25,000 more. Mobile data traffic totaled 12 billion GB.",
        [
            "base_stations_5g_built CN-SC 2021",
            "base_stations_5g CN-SC 2021-12",
            "mobile_subs CN-SC 2021-12",
            "mobile_data_traffic CN-SC 2021",
        ],
    ),
    "China telecom revenue up 8 pct in 2022": (
        "China telecom revenue up 8 pct in 2022",
        "BEIJING, Jan. 19, 2023 (Xinhua) -- China's telecom revenue totaled 1.58 trillion yuan in 2022, up 8 percent year on year. In December alone, revenue was 130 billion yuan. By the end of 2022, 5G users reached 561 million. The ministry said it would build 600,000 5G base stations this year. Mobile phone users numbered 1.683 billion.",
        [
            "telecom_revenue CN 2022",
            "mobile_subs_5g CN 2022-12",
            "mobile_subs CN 2022-12",
        ],
    ),
    "Express sector in first three quarters": (
        "Express sector in first three quarters",
        "October 18, 2019",
        "The State Post Bureau said on Friday that courier firms handled 43.91 billion parcels in the first nine months, up 26.4 percent. In September, 5.56 billion parcels were handled. Revenue was 522.1 billion yuan, up 24 percent. The bureau expects 60 billion parcels for the year.",
        [
            "express_volume CN 2019-01/2019-09",
            "express_volume CN 2019-09",
            "express_volume CN 2019",
        ],
    ),
    "The 29th Statistical Report": (
        "The 29th Statistical Report",
        "CNNIC, Beijing, January 16, 2012",
        "By the end of December 2011, the number of Internet users reached 513 million, an increase of 55.8 million over the year. Mobile Internet users numbered 356 million. There were 3.53 million .CN domain names.",
        [
            "internet_users CN 2011-12",
            "change(internet_users) CN 2011-12",
            "internet_users_mobile CN 2011-12",
            "cn_domains CN 2011-12",
        ],
    ),
    "Q&A: State of 5G in China": (
        "Q&A: State of 5G in China",
        "Updated July 20, 2023",
        "How many users are there? At the end of June there were 676 million 5G users, up from 561 million at the end of 2022. How many stations? 2.937 million, of which 600,000 were built this year. What about data? In the first half of the year, mobile data traffic was 142.3 billion GB. By 2025 the country wants 3.64 million stations. Gigabit users numbered 128 million.",
        [
            "mobile_subs_5g CN 2023-06",
            "mobile_subs_5g CN 2022-12",
            "mobile_data_traffic CN 2023-H1",
            "broadband_subs_1000m CN 2023-06",
        ],
    ),
}


@pytest.mark.parametrize("page", PAGES)
def test_figures_are_of_the_time_that_the_page_means(page: str) -> None:
    *lines, said = PAGES[page]
    found = [f"{x} {place} {period}" for x, place, period, _ in readings("\n".join(lines))]
    assert [told for told in said if told not in found] == []
