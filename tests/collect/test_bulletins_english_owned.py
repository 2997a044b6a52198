# ruff: noqa: E501
"""English: who has how many, and what was added: every claim of a text, in lines below it.

A text begins at ">". A line is number, expression, and place and period where they are not CN and
2020-12. Whatever else is read is wrong; of a text without lines nothing is.
"""

import pytest

from tests.collect.test_bulletins_shares import said

TEXTS = """
> At the end of 2020, the eastern, central, western and northeastern regions had opened 350,000, 155,000, 172,000 and 42,000 5G base stations.
350000 base_stations_5g CN-EAST
155000 base_stations_5g CN-CENTRAL
172000 base_stations_5g CN-WEST
42000 base_stations_5g CN-NE
> At the end of 2020, Guangdong, Jiangsu and Shandong had built 1.2 million, 930,000 and 907,000 4G base stations.
1200000 base_stations_4g CN-GD
930000 base_stations_4g CN-JS
907000 base_stations_4g CN-SD
> In April 2020, express volume was 6.5 billion pieces, compared with 5 billion in the same month last year.
6500000000 express_volume 2020-04
5000000000 express_volume 2019-04
> In April 2020, express volume was 6.5 billion pieces, versus 5 billion in the same month of 2019.
6500000000 express_volume 2020-04
5000000000 express_volume 2019-04
> From January to April 2020, the volume of same-city express business accumulated 3.26 billion pieces, down 1.3%; that of cross-city business accumulated 15.19 billion pieces, up 15.6%.
3260000000 express_volume_local 2020-01/2020-04
-1.3 yoy(express_volume_local) 2020-01/2020-04
1.519e+10 express_volume_intercity 2020-01/2020-04
15.6 yoy(express_volume_intercity) 2020-01/2020-04
> From January to April 2020, the business revenue of express delivery enterprises accumulated to 222.9 billion yuan.
2.229e+11 express_revenue 2020-01/2020-04
> In 2020, debts accumulated to 30 billion yuan in the telecom industry.
> At the end of 2020, the penetration rate of 4G users reached 80.8%.
80.8 share(mobile_subs_4g, of=mobile_subs)
> The fiber-optic broadband user penetration rate was 93.9 percent at the end of 2020.
93.9 share(broadband_subs_fiber, of=broadband_subs)
> The penetration rate of 4G users in Beijing reached 85.1% at the end of 2020.
85.1 share(mobile_subs_4g, of=mobile_subs) CN-BJ
> The penetration rate of mobile broadband users reached 96 percent.
> The penetration rate of 4G users in urban areas reached 90 percent.
> China had 1.14 billion cellular IoT connections at the end of 2020. The US had about 150 million cellular IoT connections.
1140000000 iot_subs
150000000 iot_subs US
> China had 989 million internet users. South Korea, a pioneer of broadband, had 49 million internet users at the end of 2019.
989000000 internet_users
49000000 internet_users KR 2019-12
> China had 1.59 billion mobile users. The US has 3 mobile operators.
1590000000 mobile_subs
> Operators added 6.8 million mobile users in November 2020, up from 6.7 million in October.
6800000 change_since(mobile_subs, "2020-10") 2020-11
6700000 change_since(mobile_subs, "2020-09") 2020-10
> In November 2020, 6.8 million mobile users were added, versus 5.7 million a year earlier.
6800000 change_since(mobile_subs, "2020-10") 2020-11
5700000 change_since(mobile_subs, "2019-10") 2019-11
> A total of 6.8 million mobile connections were sold in November 2020, up from the 6.7 million added in October.
6800000 change_since(mobile_subs, "2020-10") 2020-11
6700000 change_since(mobile_subs, "2020-09") 2020-10
> Mobile users increased by 6.8 million in November 2020 to 1.6 billion, up from 1.59 billion in October.
6800000 change_since(mobile_subs, "2020-10") 2020-11
1600000000 mobile_subs 2020-11
1590000000 mobile_subs 2020-10
> China had 1.77 billion phones at the end of 2020.
1770000000 phone_subs
> Guangdong had 155 million mobile phones and 21.8 million landlines.
155000000 mobile_subs CN-GD
21800000 fixed_line_subs CN-GD
> Factories made 1.2 billion phones in 2020.
> China had 250 million phones made in Vietnam.
> Nokia of Finland had 250 million phones in stores.
> There were 26.2 million cards for machine-to-machine communication at the end of 2019.
26200000 iot_subs 2019-12
"""


@pytest.mark.parametrize("text", TEXTS.strip().removeprefix("> ").split("\n> "))
def test_text(text: str) -> None:
    said_so, *claims = text.split("\n")
    assert said(said_so) == claims
