# ruff: noqa: E501
"""Chinese prose: periods and aims told by the way, months in names, round words, other countries."""

import pytest

from tests.collect.bulletins import in_chinese

# fmt: off
ROWS = [  # period, place, text, what is claimed: period and place where not those of the text
    ("2025", "CN", "上半年，电信业务收入9055亿元，同比增长1%，一季度增速为0.7%；若按上年不变价计算，电信业务总量增幅达9.3%。新兴业务收入占26.1%，比上年同期提高0.6个百分点。",
     ["9.055e+11 telecom_revenue 2025-H1", "1 yoy(telecom_revenue) 2025-H1", "0.7 yoy(telecom_revenue) 2025-Q1", "9.3 yoy(telecom_volume_prev) 2025-H1", "26.1 share(telecom_revenue_emerging, of=telecom_revenue) 2025-H1", "0.6 pp(share(telecom_revenue_emerging, of=telecom_revenue)) 2025-H1"]),
    ("2023", "CN", "1—8月，快递业务收入完成7500亿元，同比增长10.5%，其中8月份增长9.9%；快递业务量完成814亿件，同比增长15.9%。",
     ["7.5e+11 express_revenue 2023-01/2023-08", "10.5 yoy(express_revenue) 2023-01/2023-08", "9.9 yoy(express_revenue) 2023-08", "8.14e+10 express_volume 2023-01/2023-08", "15.9 yoy(express_volume) 2023-01/2023-08"]),
    ("2021", "CN", "2021年末，5G基站142.5万个，2020年底这一数字还只有71.8万个；4G基站590万个。",
     ["1425000 base_stations_5g 2021-12", "718000 base_stations_5g 2020-12", "5900000 base_stations_4g 2021-12"]),
    ("2018", "CN", "1—7月，移动互联网流量达350亿GB，同比增长204%。7月1日起流量“漫游”费取消，当月户均移动互联网接入流量（DOU）冲到4.85GB，去年同月仅为1.76GB。",
     ["3.5e+10 mobile_data_traffic 2018-01/2018-07", "204 yoy(mobile_data_traffic) 2018-01/2018-07", "4.85 dou_month 2018-07", "1.76 dou_month 2017-07"]),
    # an aim that was reached is of its own time, and plans nothing
    ("2025-06", "CN", "年初提出的“今年年底5G基站达到450万个以上”的目标已提前完成，每万人拥有5G基站数也由去年底的30.2个提高到32.3个。",
     ["4500000 base_stations_5g over target 2025-12", "30.2 base_stations_5g_per10k 2024-12", "32.3 base_stations_5g_per10k"]),
    ("2023", "CN", "“十四五”规划提出的“到2025年每万人拥有5G基站26个”的目标已提前实现，2023年底每万人拥有5G基站达24个。",
     ["26 base_stations_5g_per10k target 2025-12", "24 base_stations_5g_per10k 2023-12"]),
    ("2020-06", "CN", "上半年新建5G基站25.7万个，5G终端连接数已达6600万。三家企业原定全年建设50万个以上的目标有望提前完成，预计年底全国5G基站将超60万个。",
     ["257000 base_stations_5g_built 2020-H1", "66000000 mobile_5g_terminals", "500000 base_stations_5g_built over target 2020", "600000 base_stations_5g over target 2020-12"]),
    # the same in round words, and what is no figure
    ("2016", "CN", "互联网宽带用户接近3亿户，光纤用户占76.6%，超过四分之三。",
     ["300000000 broadband_subs nearly 2016-12", "76.6 share(broadband_subs_fiber, of=broadband_subs) 2016-12"]),
    ("2011", "CN", "非话音收入占到46.4%，快接近一半了。",
     ["46.4 share(telecom_revenue_nonvoice, of=telecom_revenue)"]),
    ("2021", "CN", "5G用户占比34.1%，占全国的近三成。",
     ["34.1 share(mobile_subs_5g, of=mobile_subs) 2021-12"]),
    ("2013-04", "CN", "4月份3G用户又多了百万，固话少了近5万户",
     ['-50000 change_since(fixed_line_subs, "2013-03") nearly']),
    ("2017", "CN", "固话用户1.94亿户，一年又丢了1288万户。",
     ["194000000 fixed_line_subs 2017-12", "-12880000 change(fixed_line_subs) 2017-12"]),
    ("2015-05", "CN", "5月末，4G用户突破2亿户，一个月里又添了1900多万户。",
     ["200000000 mobile_subs_4g over", '19000000 change_since(mobile_subs_4g, "2015-04") over']),
    # other countries
    ("2013-06", "CN", "我国互联网普及率为44.1%，韩国、日本同期分别为81.7%和79.0%。",
     ["44.1 internet_penetration", "81.7 internet_penetration KR", "79 internet_penetration JP"]),
    ("2012", "CN", "我国网民规模5.64亿，美国为2.45亿，印度为1.37亿。",
     ["564000000 internet_users 2012-12", "245000000 internet_users US 2012-12", "137000000 internet_users IN 2012-12"]),
    ("2020", "CN", "我国固定宽带家庭普及率达96%，高于美国的85%和日本的78%。",
     ["96 broadband_home_penetration 2020-12"]),
    # prices hold for the parts of a volume
    ("2009", "CN", "邮电业务总量（2000年不变价）1215.3亿元，比上年增长14.2%。其中，邮政业务总量61.8亿元，增长12.9%；电信业务总量1153.5亿元，增长14.3%。",
     ["1.2153e+11 postal_telecom_volume", "14.2 yoy(postal_telecom_volume)", "6180000000 postal_volume", "12.9 yoy(postal_volume)", "1.1535e+11 telecom_volume_c2000", "14.3 yoy(telecom_volume_c2000)"]),
    ("2021", "CN", "全年邮政行业业务总量（按2020年价格计算）13698亿元，比上年增长25.1%；电信业务总量（按2020年价格计算）16960亿元，增长27.8%。",
     ["1.3698e+12 postal_volume", "25.1 yoy(postal_volume)", "1.696e+12 telecom_volume_prev", "27.8 yoy(telecom_volume_prev)"]),
    # headlines
    ("-", "CN", "2014年12月4G用户净增2500万 3G用户首现负增长",
     ['25000000 change_since(mobile_subs_4g, "2014-11") 2014-12']),
    ("-", "CN", "2018年前7月通信业：流量同比增长两倍，收入只涨3.7%",
     ["3.7 yoy(telecom_revenue) 2018-01/2018-07"]),
    # brokers
    ("2022", "CN", "中金公司预测，2022年快递业务量将增长15%至1245亿件。",
     ["15 yoy(express_volume) forecast", "1.245e+11 express_volume forecast"]),
    # Hong Kong and Taiwan
    ("2022-12", "HK", "截至2022年12月，本港流動服務用戶數目約為2 541萬，按人口計算的滲透率達345.1%，屬全球最高的地區之一。",
     ["25410000 mobile_subs about", "345.1 mobile_penetration"]),
    ("2022-12", "HK", "流動數據用量方面，2022年12月錄得140 216太字節，按年增加22.4%。",
     ["140216000 mobile_data_traffic", "22.4 yoy(mobile_data_traffic)"]),
    ("2022-12", "HK", "短訊數目持續減少，12月全港發出的短訊約2.4億個，按年下跌8.5%。",
     ["240000000 sms_volume about", "-8.5 yoy(sms_volume)"]),
    ("2021-06", "TW", "2021年6月底，台灣行動電話門號數2,930萬門，較去年同期增加1.1%。",
     ["29300000 mobile_subs", "1.1 yoy(mobile_subs)"]),
    ("2022", "TW", "2022年台灣行動上網用量為12,345,000 TB，較去年同期成長10.5%。",
     ["1.2345e+10 mobile_data_traffic", "10.5 yoy(mobile_data_traffic)"]),
    ("2022", "CN", "2022Q1电信业务收入增长9.3%，2022年H1增长8.3%，Q3单季增长7.5%。",
     ["9.3 yoy(telecom_revenue) 2022-Q1", "8.3 yoy(telecom_revenue) 2022-H1", "7.5 yoy(telecom_revenue) 2022-Q3"]),
    ("2023", "CN", "1至5月，电信业务收入7180亿元，同比增长6.8%，较前4个月略低0.3个百分点，而4月末这一增速为7.1%；固定数据及互联网业务收入1075亿元，增长4.1%。",
     ["7.18e+11 telecom_revenue 2023-01/2023-05", "6.8 yoy(telecom_revenue) 2023-01/2023-05", '-0.3 change_since(yoy(telecom_revenue), "2023-01/2023-04") 2023-01/2023-05', "7.1 yoy(telecom_revenue) 2023-01/2023-04", "1.075e+11 telecom_revenue_fixed_data 2023-01/2023-05", "4.1 yoy(telecom_revenue_fixed_data) 2023-01/2023-05"]),
    ("2022", "CN", "一季度，移动数据流量达到529亿GB，同比增长23.9%，3月当月户均流量13.86GB；短信业务量4300亿条，下降2%。",
     ["5.29e+10 mobile_data_traffic 2022-Q1", "23.9 yoy(mobile_data_traffic) 2022-Q1", "13.86 dou_month 2022-03", "4.3e+11 sms_volume 2022-Q1", "-2 yoy(sms_volume) 2022-Q1"]),
    ("2022", "CN", "年初制定的新建开通5G基站60万个的年度目标，9月底已经完成，全国5G基站总数达到222万个。",
     ["600000 base_stations_5g_built target", "2220000 base_stations_5g 2022-09"]),
    ("2022", "CN", "提前超额完成“十三五”末光纤用户占比80%的目标，达到91.5%。",
     ["80 share(broadband_subs_fiber, of=broadband_subs) target 2020-12", "91.5 share(broadband_subs_fiber, of=broadband_subs) 2022-12"]),
    ("2013", "CN", "从增速看，中部地区最快，快递业务量增长28.1%，西部增长24.3%，东部增长17.0%，东北地区增长25.6%。",
     ["28.1 yoy(express_volume) CN-CENTRAL", "24.3 yoy(express_volume) CN-WEST", "17 yoy(express_volume) CN-EAST", "25.6 yoy(express_volume) CN-NE"]),
    ("2013-01", "CN", "1月份，移动短信业务量637亿条，同比下降12.6%，降幅比上年12月扩大1.1个百分点，春节因素影响明显。",
     ["6.37e+10 sms_volume", "-12.6 yoy(sms_volume)", '-1.1 change_since(yoy(sms_volume), "2012-12")']),
    ("2021", "CN", "上半年完成固定资产投资1256亿元，其中5G投资866亿元，占了近七成，全年目标完成进度接近一半。",
     ["1.256e+11 investment 2021-H1", "8.66e+10 investment_5g 2021-H1", "70 share(investment_5g, of=investment) nearly 2021-H1"]),
    ("2010", "CN", "全年完成邮电业务总量1520亿元，按2000年不变单价计算比上年增长20.1%。其中，电信业务总量1460亿元，增长20.3%。",
     ["1.52e+11 postal_telecom_volume", "20.1 yoy(postal_telecom_volume)", "1.46e+11 telecom_volume_c2000", "20.3 yoy(telecom_volume_c2000)"]),
    ("2019-03", "HK", "2019年3月，本地流動數據用量為53 266太字節，即人均每月7.1吉字節，按月增加11.4%，按年增加51.2%。",
     ["53266000 mobile_data_traffic"]),
    # of what is not known, or not reached
    ("2022", "CN", "上半年国内手机出货量1.36亿部，5G手机占八成，同期5G用户净增9950万户。",
     ["99500000 change(mobile_subs_5g) 2022-06"]),
    ("2011", "CN", "2011年，全国移动电话用户净增1.27亿户，总数9.86亿户，离10亿大关仅一步之遥。",
     ["127000000 change(mobile_subs) 2011-12", "986000000 mobile_subs 2011-12"]),
    ("2022", "CN", "每百户家庭拥有移动电话253.8部、计算机53部，其中接入互联网的移动电话为219部。",
     []),
    ("2022", "CN", "2月，行政村通宽带比例98%，农村宽带用户1.36亿户，较上年末新增134万户；而城市宽带用户达3.15亿户。",
     ["136000000 broadband_subs_rural 2022-02", "1340000 change(broadband_subs_rural) 2022-02", "315000000 broadband_subs_urban 2022-02"]),
    ("2023-09", "CN", "前三季度快递业务收入8500亿元，去年全年为1.06万亿元；业务量931亿件。",
     ["8.5e+11 express_revenue 2023-01/2023-09", "1.06e+12 express_revenue 2022", "9.31e+10 express_volume 2023-01/2023-09"]),
    ("2018", "CN", "7月当月户均流量4.85GB，创下新高；1—7月累计户均为3.8GB。",
     ["4.85 dou_month 2018-07", "3.8 dou 2018-01/2018-07"]),
    ("2021", "CN", "截至2020年底，全国5G基站71.8万个，计划2021年新建60万个。2021年实际新建65万个，总数达142.5万个。",
     ["718000 base_stations_5g 2020-12", "600000 base_stations_5g_built target", "650000 base_stations_5g_built", "1425000 base_stations_5g 2021-12"]),
    ("2015", "CN", "按2010年不变单价测算，2015年电信业务总量23141.7亿元，增长27.5%，按2015年不变单价则增长25%左右。",
     ["2.31417e+12 telecom_volume_c2010", "27.5 yoy(telecom_volume_c2010)", "25 yoy(telecom_volume_c2015) about"]),
]
# fmt: on


@pytest.mark.parametrize(("period", "place", "text", "claims"), ROWS)
def test_said(period: str, place: str, text: str, claims: list[str]) -> None:
    assert in_chinese(text, period, place) == claims
