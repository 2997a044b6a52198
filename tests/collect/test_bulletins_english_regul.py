# ruff: noqa: E501
"""English: what regulators of other countries write: every claim of a text, in lines below it.

A text begins at ">". A line is number, expression, and place and period where they are not CN and
2020-12. Whatever else is read is wrong; of a text without lines nothing is.
"""

import pytest

from tests.collect.test_bulletins_shares import said

TEXTS = """
> Mobile subscriptions in Uganda reached 22.5 million at the end of 2019.
22500000 mobile_subs UG 2019-12
> Korea's 5G subscriptions came to 22.9 million at the end of 2021.
22900000 mobile_subs_5g KR 2021-12
> Mobile penetration in Bulgaria was 142 per 100 people at the end of 2019, compared with 96 in North Macedonia.
142 mobile_penetration BG 2019-12
96 mobile_penetration MK 2019-12
> Fixed lines in China were down 22 million (1.1%) from the previous quarter at the end of June 2019.
-22000000 change_since(fixed_line_subs, "2019-03") 2019-06
-1.1 growth_since(fixed_line_subs, "2019-03") 2019-06
> Fixed lines in China stood at 220 million at the end of June 2019, down 22 million (1.1%) from the previous quarter.
220000000 fixed_line_subs 2019-06
-22000000 change_since(fixed_line_subs, "2019-03") 2019-06
-1.1 growth_since(fixed_line_subs, "2019-03") 2019-06
> Fixed lines in China stood at 220 million at the end of June 2019, having risen by 2 million (0.9%) over the quarter.
220000000 fixed_line_subs 2019-06
2000000 change_since(fixed_line_subs, "2019-03") 2019-06
0.9 growth_since(fixed_line_subs, "2019-03") 2019-06
> Fixed broadband in Brazil ended 2021 with 45.1 million subscribers.
45100000 broadband_subs BR 2021-12
> Mobile telephony in Brazil ended 2021 with 245.1 million lines.
245100000 mobile_subs BR 2021-12
> Fixed telephony in Brazil had 27.3 million lines at the end of 2021.
27300000 fixed_line_subs BR 2021-12
> In Brazil, fixed broadband had 45.1 million contracts at the end of 2021.
> Vivo ended 2021 with 84.1 million mobile lines in Brazil.
> In France at the end of 2015 mobile subscriptions came to 72.1 million. Mobile subscriptions on contract represented 80% of the total.
72100000 mobile_subs FR 2015-12
> The UK had 62.1 million mobile subscriptions on contract at the end of 2015.
> The UK had 82.1 million mobile subscriptions, including 52 million on contract, at the end of 2015.
82100000 mobile_subs GB 2015-12
> Contract mobile subscriptions rose 5% to 60 million in France in 2015.
> Average monthly data traffic per 5G user in China was 27.0 GB in November 2021.
> In Korea average monthly data traffic per 5G subscriber was 27.0 GB in November 2021, compared with 8.9 GB for a 4G subscriber.
> Average mobile data use in China was 7.0 GB per user in November 2019, with 5G users consuming 25 GB.
7 dou_month 2019-11
> In December 2016, each 2.5G/3G/4G customer in Hong Kong used 1 891 MB of mobile data, up from 1 589 MB a year ago.
1.891 dou_month HK 2016-12
1.589 dou_month HK 2015-12
> In Q2 2019 UK users sent 16.1 billion SMS and MMS messages, down 8.3% on the year.
> SMS fell 8.3% to 16.1 billion and MMS fell 10% to 100 million in the UK in Q2 2019.
-8.3 yoy(sms_volume) GB 2019-Q2
1.61e+10 sms_volume GB 2019-Q2
-10 yoy(mms_volume) GB 2019-Q2
100000000 mms_volume GB 2019-Q2
> In Korea high-speed internet subscriptions came to 22.9 million at the end of 2021.
22900000 broadband_subs KR 2021-12
> Nigeria's mobile voice subscriptions rose from 172.8 million in December 2018 to 184.4 million in December 2019.
172800000 mobile_subs NG 2018-12
184400000 mobile_subs NG 2019-12
> Fixed lines in China stood at 220 million at the end of June 2019, having fallen by 22 million (1.1%) over the three months.
220000000 fixed_line_subs 2019-06
-22000000 change_since(fixed_line_subs, "2019-03") 2019-06
-1.1 growth_since(fixed_line_subs, "2019-03") 2019-06
> The UK's broadband lines stood at 26.8 million at the end of June 2019, having increased by 61,000 (0.2%) over the three months.
26800000 broadband_subs GB 2019-06
61000 change_since(broadband_subs, "2019-03") GB 2019-06
0.2 growth_since(broadband_subs, "2019-03") GB 2019-06
> As of the end of December 2022 Taiwan had 30.2 million mobile subscriptions. Of those, 7.02 million were 5G accounts, 218,000 more than in November, while 4G accounts fell by 190,000 to 23.2 million.
30200000 mobile_subs TW 2022-12
7020000 mobile_subs_5g TW 2022-12
218000 change_since(mobile_subs_5g, "2022-11") TW 2022-12
-190000 change_since(mobile_subs_4g, "2022-11") TW 2022-12
23200000 mobile_subs_4g TW 2022-12
> In the third quarter of 2021 in Uganda, 131,000 letters were posted, 12% fewer than in the quarter before, whereas courier items went up by 18% to 240,000.
131000 letters UG 2021-Q3
-12 growth_since(letters, "2021-Q2") UG 2021-Q3
18 growth_since(express_volume, "2021-Q2") UG 2021-Q3
240000 express_volume UG 2021-Q3
> In Q3 2021 China's mobile users rose 0.5% from the previous quarter, while telecom revenue grew 3% year on year.
0.5 growth_since(mobile_subs, "2021-06") 2021-09
3 yoy(telecom_revenue) 2021-Q3
> China's mobile users rose by 8 million from November to 1.6 billion at the end of December 2020, and telecom revenue for the year grew 3.6%.
8000000 change_since(mobile_subs, "2020-11")
1600000000 mobile_subs
3.6 yoy(telecom_revenue) 2020
> Uganda had 29.1 million telephone subscriptions at the end of 2021, equivalent to 69 lines for every 100 Ugandans.
29100000 phone_subs UG 2021-12
69 phone_penetration UG 2021-12
> In Germany fixed broadband connections increased by 1.1 million in 2020. At year-end 36.2 million were in use, compared with 35.2 million one year earlier.
1100000 change(broadband_subs) DE
36200000 broadband_subs DE
35200000 broadband_subs DE 2019-12
> The number of fixed lines in Germany fell again in 2020. At year-end 38.3 million were in operation, 0.4 million fewer than at the end of 2019.
38300000 fixed_line_subs DE
-400000 change(fixed_line_subs) DE
> SIM cards in Germany reached 107 million at the end of 2020. 20 million were in the hands of children.
107000000 mobile_subs DE
> In Brazil 5G already had 6.2 million accesses at the end of 2022.
6200000 mobile_subs_5g BR 2022-12
> Taiwan had 30 million mobile subscriptions at the end of 2022. 5G's share rose to 23.2% from 22.6% a month earlier.
30000000 mobile_subs TW 2022-12
23.2 share(mobile_subs_5g, of=mobile_subs) TW 2022-12
22.6 share(mobile_subs_5g, of=mobile_subs) TW 2022-11
> Taiwan had 30 million mobile subscriptions at the end of 2022. 5G's share of all mobile lines thus rose to 23.2%.
30000000 mobile_subs TW 2022-12
23.2 share(mobile_subs_5g, of=mobile_subs) TW 2022-12
> Taiwan had 30 million mobile subscriptions at the end of 2022, with 5G taking a 23.2% share.
30000000 mobile_subs TW 2022-12
23.2 share(mobile_subs_5g, of=mobile_subs) TW 2022-12
> China had 400 million fixed broadband users at the end of 2018. Fibre's share was 90.4 percent.
400000000 broadband_subs 2018-12
90.4 share(broadband_subs_fiber, of=broadband_subs) 2018-12
> China's telecom revenue was 1.3 trillion yuan in 2018. Mobile data revenue's share of telecom revenue rose to 46.6 percent, up 4 percentage points.
1.3e+12 telecom_revenue 2018
46.6 share(telecom_revenue_mobile_data, of=telecom_revenue) 2018
4 pp(share(telecom_revenue_mobile_data, of=telecom_revenue)) 2018
> China's telecom revenue was 1.3 trillion yuan in 2018. China Mobile's share was 53%.
1.3e+12 telecom_revenue 2018
> Average mobile data use per 4G subscriber in Tunisia was 9.2 GB a month in 2019.
> In Lithuania, mobile subscriptions shrank by 12,000 (0.3%) in the third quarter of 2020 to 4.9 million.
-12000 change_since(mobile_subs, "2020-06") LT 2020-09
-0.3 growth_since(mobile_subs, "2020-06") LT 2020-09
4900000 mobile_subs LT 2020-09
> Fixed telephony in Croatia had 1.2 million lines at the end of 2021, 46,000 (3.7%) fewer than a year earlier.
1200000 fixed_line_subs HR 2021-12
-46000 change(fixed_line_subs) HR 2021-12
-3.7 yoy(fixed_line_subs) HR 2021-12
> Letters in Switzerland were down 96 million (5.6%) on the previous year to 1.6 billion in 2021.
-96000000 change_since(letters, "2020") CH 2021
-5.6 yoy(letters) CH 2021
1600000000 letters CH 2021
"""


@pytest.mark.parametrize("text", TEXTS.strip().removeprefix("> ").split("\n> "))
def test_text(text: str) -> None:
    said_so, *claims = text.split("\n")
    assert said(said_so, "") == claims
