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
"""


@pytest.mark.parametrize("text", TEXTS.strip().removeprefix("> ").split("\n> "))
def test_text(text: str) -> None:
    said_so, *claims = text.split("\n")
    assert said(said_so, "") == claims
