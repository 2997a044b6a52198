# ruff: noqa: E501
"""Chinese prose that takes up what was told: 三者, 两项指标, 前者, bare rates, lists of verbs."""

import pytest

from tests.collect.bulletins import in_chinese

# fmt: off
ROWS = [  # period, place, text, what is claimed: period and place where not those of the text
    ("2021", "CN", "同城、异地、国际/港澳台快递业务量分别完成141亿件、920亿件和21亿件，三者同比分别增长16%、32.8%和14.6%。",
     ["1.41e+10 express_volume_local", "9.2e+10 express_volume_intercity", "2100000000 express_volume_abroad", "16 yoy(express_volume_local)", "32.8 yoy(express_volume_intercity)", "14.6 yoy(express_volume_abroad)"]),
    ("2021", "CN", "固定电话用户1.82亿户，移动电话用户15.94亿户，两者普及率分别为13部/百人和113.9部/百人。",
     ["182000000 fixed_line_subs 2021-12", "1594000000 mobile_subs 2021-12", "13 fixed_penetration 2021-12", "113.9 mobile_penetration 2021-12"]),
    ("2021", "CN", "全国电话用户总数12.4亿户，其中移动电话9.52亿户，普及率分别为92.6部/百人和71.0部/百人。",
     ["1240000000 phone_subs 2021-12", "952000000 mobile_subs 2021-12", "92.6 phone_penetration 2021-12", "71 mobile_penetration 2021-12"]),
    ("2021", "CN", "4G用户12.89亿户，5G用户2亿户，前者占移动电话用户的80.8%，后者占12.5%。",
     ["1289000000 mobile_subs_4g 2021-12", "200000000 mobile_subs_5g 2021-12", "80.8 share(mobile_subs_4g, of=mobile_subs) 2021-12", "12.5 share(mobile_subs_5g, of=mobile_subs) 2021-12"]),
    ("2021", "CN", "固定宽带用户4.84亿户，移动电话用户15.94亿户，前者比上年增长7.7%，后者下降0.4%。",
     ["484000000 broadband_subs 2021-12", "1594000000 mobile_subs 2021-12", "7.7 yoy(broadband_subs) 2021-12", "-0.4 yoy(mobile_subs) 2021-12"]),
    ("2021", "CN", "广东快递业务量完成33.6亿件，增长59.6%；实现快递业务收入463.9亿元，增长43.2%。两项指标均位列全国第一，占全国的比重分别为24.1%和22.7%。",
     ["3360000000 express_volume CN-GD", "59.6 yoy(express_volume) CN-GD", "4.639e+10 express_revenue CN-GD", "43.2 yoy(express_revenue) CN-GD", "1 rank(express_volume) CN-GD", "1 rank(express_revenue) CN-GD", '24.1 share(express_volume, within="CN") CN-GD', '22.7 share(express_revenue, within="CN") CN-GD']),
    ("2021", "CN", "函件业务量14.2亿件，包裹业务量2026万件，这两类业务分别下降29.9%和5.9%。",
     ["1420000000 letters", "20260000 parcels", "-29.9 yoy(letters)", "-5.9 yoy(parcels)"]),
    ("2021", "CN", "固定电话用户2.67亿户，移动电话用户12.29亿户，二者此消彼长，分别比上年减少1116万户和净增1.17亿户。",
     ["267000000 fixed_line_subs 2021-12", "1229000000 mobile_subs 2021-12", "-11160000 change(fixed_line_subs) 2021-12", "117000000 change(mobile_subs) 2021-12"]),
    ("2021", "CN", "固定电话用户2.67亿户，移动电话用户12.29亿户，两者分别减少1116万户和增加1.17亿户。",
     ["267000000 fixed_line_subs 2021-12", "1229000000 mobile_subs 2021-12", "-11160000 change(fixed_line_subs) 2021-12", "117000000 change(mobile_subs) 2021-12"]),
    ("2021", "CN", "固定电话用户和移动电话用户分别下降4.0%和增长7.7%。",
     ["-4 yoy(fixed_line_subs) 2021-12", "7.7 yoy(mobile_subs) 2021-12"]),
    ("2021", "CN", "移动电话用户15.94亿户，固定电话用户1.82亿户，两者之和为17.76亿户。",
     ["1594000000 mobile_subs 2021-12", "182000000 fixed_line_subs 2021-12"]),
    ("2021", "CN", "快递业务收入增长17.3%，快递业务量增长31.2%，前者低于后者13.9个百分点。",
     ["17.3 yoy(express_revenue)", "31.2 yoy(express_volume)"]),
    ("2021", "CN", "快递业务量完成60亿件，业务收入完成500亿元，上述三项指标均居全国第一。",
     ["6000000000 express_volume", "5e+10 express_revenue"]),
    ("2021", "CN", "电信业务收入增长3.6%，快递业务收入增长13.3%，二者增速差为9.7个百分点。",
     ["3.6 yoy(telecom_revenue)", "13.3 yoy(express_revenue)"]),
    ("2022", "CN", "2022年前三季度，移动电话用户和固定宽带用户分别净增3900万户和4000万户，两者总数分别达到16.82亿户和5.78亿户。",
     ["39000000 change(mobile_subs) 2022-09", "40000000 change(broadband_subs) 2022-09", "1682000000 mobile_subs 2022-09", "578000000 broadband_subs 2022-09"]),
    ("2022", "CN", "9月末，IPTV用户3.7亿户，物联网终端用户17.5亿户，二者分别比上年末净增2100万户和3.5亿户。",
     ["370000000 iptv_subs 2022-09", "1750000000 iot_subs 2022-09", "21000000 change(iptv_subs) 2022-09", "350000000 change(iot_subs) 2022-09"]),
    ("2013", "CN", "电话普及率达到108.1部/百人，其中固定电话17部/百人，移动电话91.1部/百人，分别比2012年末下降1.3部/百人和提高8.3部/百人。",
     ["108.1 phone_penetration 2013-12", "17 fixed_penetration 2013-12", "91.1 mobile_penetration 2013-12", "-1.3 change(fixed_penetration) 2013-12", "8.3 change(mobile_penetration) 2013-12"]),
    ("2014", "CN", "移动通信业务实现收入8462亿元，占比73.8%，固定通信业务收入3081亿元，占比26.2%，两者之比约为74:26。",
     ["8.462e+11 telecom_revenue_mobile", "73.8 share(telecom_revenue_mobile, of=telecom_revenue)", "3.081e+11 telecom_revenue_fixed", "26.2 share(telecom_revenue_fixed, of=telecom_revenue)"]),
    ("2016", "CN", "移动互联网流量和短信业务量一增一减，前者为1.22亿GB，同比增长162.7%，后者为6641亿条，下降0.4%。",
     ["122000000 mobile_data_traffic", "6.641e+11 sms_volume"]),
    ("2018-05", "CN", "移动电话普及率是119.6部/百人，固定电话是12.7部/百人，前者比上年末提高了0.4部。",
     ["119.6 mobile_penetration", "12.7 fixed_penetration", "0.4 change(mobile_penetration)"]),
]
# fmt: on


@pytest.mark.parametrize(("period", "place", "text", "claims"), ROWS)
def test_said(period: str, place: str, text: str, claims: list[str]) -> None:
    assert in_chinese(text, period, place) == claims
