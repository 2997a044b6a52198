# ruff: noqa: E501
"""English: how the trade press tells figures: every claim of a text, in lines below it.

A text begins at ">". A line is number, expression, and place and period where they are not CN and
2020-12. Whatever else is read is wrong; of a text without lines nothing is.
"""

import pytest

from tests.collect.test_bulletins_shares import said

TEXTS = """
> Telecom service revenue fell 0.03% in 2020. Fixed communications were the bright spot, with revenue climbing 10.7% to 209.6 billion yuan.
-0.03 yoy(telecom_revenue) 2020
10.7 yoy(telecom_revenue_fixed) 2020
2.096e+11 telecom_revenue_fixed 2020
> Telecom revenue rose 3.6% in 2020. Mobile communications were the drag, as revenue slid 4.2%.
3.6 yoy(telecom_revenue) 2020
-4.2 yoy(telecom_revenue_mobile) 2020
> Telecom revenue rose 3.6% in 2020. Fixed communications fared better: revenue rose 10%.
3.6 yoy(telecom_revenue) 2020
10 yoy(telecom_revenue_fixed) 2020
> Telecom revenue rose 3.6% in 2020. Fixed broadband grew 3%, mobile voice sank 12% and IPTV leapt 20%.
3.6 yoy(telecom_revenue) 2020
3 yoy(telecom_revenue_broadband) 2020
-12 yoy(telecom_revenue_voice_mobile) 2020
20 yoy(telecom_revenue_iptv) 2020
> Emerging businesses contributed 299 billion yuan in 2020, adding 3.8 percentage points to the headline number.
2.99e+11 telecom_revenue_emerging 2020
3.8 pull(telecom_revenue_emerging, of=telecom_revenue) 2020
> Telecom revenue rose 3.6% in 2020. Emerging businesses grew 20%, adding 3.8 percentage points to the total.
3.6 yoy(telecom_revenue) 2020
20 yoy(telecom_revenue_emerging) 2020
3.8 pull(telecom_revenue_emerging, of=telecom_revenue) 2020
> Users of 3G and 4G were counted. 3G and 4G users together accounted for 50.9% of mobile users.
50.9 share(mobile_bb_subs, of=mobile_subs)
> Voice and SMS revenue came to 100 billion yuan in 2020.
> Cloud and big data revenue rose 35% in 2020.
> Local and intercity deliveries came to 4 billion parcels in 2020.
> 3G and broadband users grew to 400 million.
> 3G users numbered 240 million, said an analyst at a Shanghai brokerage. China had 200 million 4G users.
240000000 mobile_subs_3g
200000000 mobile_subs_4g
> A professor at a Beijing university said China had 240 million 3G users.
240000000 mobile_subs_3g
> Mobile traffic was up. Mobile data consumption surged 33.9 per cent to 221.6 billion gigabytes by December 2020, with the typical user burning through 13.36GB a month, 29.2 per cent more than the year before.
33.9 yoy(mobile_data_traffic) 2020
2.216e+11 mobile_data_traffic 2020
13.36 dou 2020
29.2 yoy(dou) 2020
> China had 754 million 5G users, 43.7% of the 1.725 billion total. They numbered 561 million at the start of the year.
754000000 mobile_subs_5g
43.7 share(mobile_subs_5g, of=mobile_subs)
1725000000 mobile_subs
561000000 mobile_subs_5g 2019-12
> Cellular IoT hit 2.27 billion connections.
2270000000 iot_subs
> Fixed broadband climbed to 348 million lines.
348000000 broadband_subs
> China had 1.586 billion mobile users. 4G hit 1.232 billion, up 20% on the year.
1586000000 mobile_subs
1232000000 mobile_subs_4g
20 yoy(mobile_subs_4g)
> There were 435 million broadband lines. IPTV ended the year at 281 million, adding 26.4 million since the turn of the year.
435000000 broadband_subs
281000000 iptv_subs
26400000 change(iptv_subs)
> China had 1.586 billion mobile users. 4G reached 300 million in investment.
1586000000 mobile_subs
> China had 754 million 5G users. Gigabit broadband? 152 million, or 24% of all fixed broadband users.
754000000 mobile_subs_5g
152000000 broadband_subs_1000m
24 share(broadband_subs_1000m, of=broadband_subs)
> Telecom revenue rose 6.9% in 2020. Cloud revenue? Up 36.9%.
6.9 yoy(telecom_revenue) 2020
36.9 yoy(telecom_revenue_cloud) 2020
> China had 754 million 5G users. What next? 800 million will be on 5G.
754000000 mobile_subs_5g
> China had 1.425 million 5G base stations. That works out to 10.1 stations for every 10,000 people.
1425000 base_stations_5g
10.1 base_stations_5g_per10k
> China held 41,079 /32 blocks of IPv6 addresses.
41079 ipv6_blocks
> Just 38.4% of country dwellers are online.
38.4 internet_penetration_rural
> Only 38.4% of the rural population was online.
38.4 internet_penetration_rural
> India's mobile market contracted. The total number of telephone subscribers in the country dropped to 1.172 billion.
1172000000 phone_subs
> Of the total, 144 million were on 3G networks, or 14.3 percent, up from 128 million at the end of 2019. China had 1.007 billion mobile phone users.
144000000 mobile_subs_3g
14.3 share(mobile_subs_3g, of=mobile_subs)
128000000 mobile_subs_3g 2019-12
1007000000 mobile_subs
> Operators slashed prices in 2020. The industry's revenue grew just 5.6% to 1.19 trillion yuan.
5.6 yoy(telecom_revenue) 2020
1.19e+12 telecom_revenue 2020
> China's three carriers earned 1.19 trillion yuan in 2020.
1.19e+12 telecom_revenue 2020
> Port operators slashed fees in 2020. The industry's revenue grew just 5.6% to 1.19 trillion yuan.
> Under pressure from Beijing's crackdown, operators cut prices. 4G users reached 770 million.
770000000 mobile_subs_4g
> Fixed-line operators bled 24.4 million customers in 2020.
-24400000 change(fixed_line_subs)
> Operators disconnected 24.4 million fixed lines in 2020.
> In 2020, 24.4 million fixed-line users cancelled their service.
"""


@pytest.mark.parametrize("text", TEXTS.strip().removeprefix("> ").split("\n> "))
def test_text(text: str) -> None:
    said_so, *claims = text.split("\n")
    assert said(said_so) == claims
