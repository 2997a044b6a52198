# ruff: noqa: E501
"""Chinese as evening papers, explainers, brokers, reposts and plans write it."""

import pytest

from tests.collect.bulletins import in_chinese

# fmt: off
ROWS = [  # period, place, text, what is claimed: period and place where not those of the text
    ("2023-06", "CN", '截至6月底,移动电话用户达17.1亿户。5G用户呢?6.76亿户,占了39.5%。',
     ['1710000000 mobile_subs', '676000000 mobile_subs_5g', '39.5 share(mobile_subs_5g, of=mobile_subs)']),
    ("2021", "CN", '5G用户达3.55亿户。宽带用户有多少?5.36亿户。',
     ['355000000 mobile_subs_5g 2021-12', '536000000 broadband_subs 2021-12']),
    ("2021", "CN", '5G用户达3.55亿户。那么千兆用户有多少呢?截至年底3456万户,占宽带用户的6.4%。',
     ['355000000 mobile_subs_5g 2021-12', '34560000 broadband_subs_1000m 2021-12', '6.4 share(broadband_subs_1000m, of=broadband_subs) 2021-12']),
    ("-", "-", '2018年02月01日\n1月31日,中国互联网络信息中心在京发布报告。报告指出,截至2017年12月,我国网民规模达7.72亿,普及率达到55.8%。\n手机网民规模达7.53亿。',
     ['772000000 internet_users CN 2017-12', '55.8 internet_penetration CN 2017-12', '753000000 internet_users_mobile CN 2017-12']),
    ("2017-12", "CN", '农村网民占比为27.0%,规模为2.09亿;城镇网民占比73.0%,规模为5.63亿。',
     ['27 share(internet_users_rural, of=internet_users)', '209000000 internet_users_rural']),
    ("-", "-", '台灣行動上網用戶再創新高 5G滲透率逾三成\n2023-09-12\nNCC昨公布統計,截至今年7月底,國內行動電話用戶數共3014萬戶。\n另據主計總處資料,我國家庭寬頻普及率為89.6%。',
     ['30 share(mobile_subs_5g, of=mobile_subs) over TW 2023-07', '30140000 mobile_subs TW 2023-07', '89.6 broadband_home_penetration TW 2023-07']),
    ("2023-Q1", "CN-JS", '江苏完成电信业务收入310.6亿元,同比增长7.8%,增幅高于全国平均水平0.6个百分点,总量位居全国第二。',
     ['3.106e+10 telecom_revenue', '7.8 yoy(telecom_revenue)', '2 rank(telecom_revenue)']),
    ("2023-Q1", "CN-JS", '江苏完成电信业务收入310.6亿元,同比增长7.8%,总量增长17%,居全国第二。',
     ['3.106e+10 telecom_revenue', '7.8 yoy(telecom_revenue)', '17 yoy(telecom_volume_unspec)', '2 rank(telecom_volume_unspec)']),
    ("2022-11", "CN", '同城/异地/国际及港澳台件量分别为11.5亿件、89.8亿件和2.1亿件。',
     ['1150000000 express_volume_local 2022-01/2022-11', '8980000000 express_volume_intercity 2022-01/2022-11', '210000000 express_volume_abroad 2022-01/2022-11']),
    ("2023", "CN", '移动/固定电话用户分别为17亿户和1.7亿户。',
     ['1700000000 mobile_subs 2023-12', '170000000 fixed_line_subs 2023-12']),
    ("-", "-", '快递行业月报\n2022年12月18日\n11月全行业完成快递业务量103.4亿件。\n1-11月累计业务量1002.1亿件,同比+2.2%,累计收入9572.9亿元,同比+2.2%。',
     ['1.034e+10 express_volume CN 2022-11', '1.0021e+11 express_volume CN 2022-01/2022-11', '2.2 yoy(express_volume) CN 2022-01/2022-11', '9.5729e+11 express_revenue CN 2022-01/2022-11', '2.2 yoy(express_revenue) CN 2022-01/2022-11']),
    ("2021", "CN", '移动上网用户再创新高,5G渗透率21.6%。',
     ['21.6 share(mobile_subs_5g, of=mobile_subs) 2021-12']),
    ("2021", "CN", '移动互联网流量2216亿GB,其中5G占比21.6%。',
     ['2.216e+11 mobile_data_traffic']),
    ("2021-12", "CN", '移动电话基站总数996万个,其中4G占59.2%,5G占比14.3%。',
     ['9960000 base_stations']),
    ("2021", "CN", '5G移动电话用户渗透率21.6%,4G占比70%。',
     ['21.6 share(mobile_subs_5g, of=mobile_subs) 2021-12', '70 share(mobile_subs_4g, of=mobile_subs) 2021-12']),
    ("2021-12", "CN", '全国收寄了92.5亿件快递,同比增幅达37.4%。',
     ['9250000000 express_volume 2021', '37.4 yoy(express_volume) 2021']),
    ("2021", "CN", '全国共揽收快递1083亿件。',
     ['1.083e+11 express_volume']),
    ("2021", "CN", '快递业务量1083亿件。全国每天寄出3亿件快递。',
     ['1.083e+11 express_volume']),
    ("2021", "CN", '中国邮政收寄了3亿件快递。',
     []),
    ("2021", "CN", '顺丰寄出了105亿件快递。',
     []),
    ("2020", "CN", '平均每件快递收费10.55元,比2019年便宜了1.25元。',
     ['10.55 express_price', '-1.25 change_since(express_price, "2019")']),
    ("2022-01/2022-11", "CN", 'CR8为84.6,环比下降0.1,同比提升4.1。',
     ['84.6 express_concentration', '-0.1 change_since(express_concentration, "2022-01/2022-10")', '4.1 change_since(express_concentration, "2021-01/2021-11")']),
    ("2020", "CN", '数字经济规模由2015年的18.6万亿元扩张到2020年的39.2万亿元。',
     ['1.86e+13 digital_economy 2015', '3.92e+13 digital_economy']),
    ("-", "-", '贵州省"十四五"信息通信业发展规划\n2020年,电信业务收入311亿元。\n到2025年,电信业务收入达到430亿元,年均增长6.7%以上,5G基站达到13万个,每万人拥有5G基站数由2020年的5.3个增至32个。',
     ['3.11e+10 telecom_revenue CN-GZ 2020', '4.3e+10 telecom_revenue target CN-GZ 2025', '6.7 cagr(telecom_revenue, 5) over target CN-GZ 2025', '130000 base_stations_5g target CN-GZ 2025-12', '5.3 base_stations_5g_per10k CN-GZ 2020-12', '32 base_stations_5g_per10k target CN-GZ 2025-12']),
]
# fmt: on


@pytest.mark.parametrize(("period", "place", "text", "claims"), ROWS)
def test_said(period: str, place: str, text: str, claims: list[str]) -> None:
    assert in_chinese(text, period, place) == claims
