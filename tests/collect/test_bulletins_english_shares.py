# ruff: noqa: E501
"""English: people who do something, shares and rates: every claim of a text, in lines below it.

A text begins at ">". A line is number, expression, and place and period where they are not CN and
2020-12. Whatever else is read is wrong; of a text without lines nothing is.
"""

import pytest

from tests.collect.test_bulletins_shares import said

TEXTS = """
> Of all mobile users, 63.4 percent have now upgraded to 5G.
63.4 share(mobile_subs_5g, of=mobile_subs)
> Mobile users came to 1.59 billion, with 80.5% on 4G.
1590000000 mobile_subs
80.5 share(mobile_subs_4g, of=mobile_subs)
> At the end of 2020, 58 per cent of mobile users in China were on 5G.
58 share(mobile_subs_5g, of=mobile_subs)
> The number of 3G users reached 42.3 million, and they account for just 5.1 percent of the country's 833 million mobile subscribers.
42300000 mobile_subs_3g
5.1 share(mobile_subs_3g, of=mobile_subs)
833000000 mobile_subs
> China had 1.24 billion mobile subscribers, and 6 million of them were on the 4G networks.
1240000000 mobile_subs
6000000 mobile_subs_4g
> Some 355 million Chinese mobile users had access to 5G at that date, equal to 21.6 per cent of the 1.64 billion total.
355000000 mobile_subs_5g
21.6 share(mobile_subs_5g, of=mobile_subs)
1640000000 mobile_subs
> Twenty-seven million customers were active on 4G networks.
27000000 mobile_subs_4g
> At the end of the year about 491 million customers had a fixed broadband connection, of whom 459 million used fibre.
491000000 broadband_subs
459000000 broadband_subs_fiber
> The Internet was within reach of 22.6 percent of the population.
22.6 internet_penetration
> The share of the population using the Web is 25.5 percent, although it has climbed from 22.6 percent at the end of 2019.
25.5 internet_penetration
22.6 internet_penetration 2019-12
> Some 155.5 million people had gone online with a handset in the previous six months.
155500000 internet_users_mobile
> Mobile users got through 118.5 billion GB of data in 2020.
1.185e+11 mobile_data_traffic 2020
> China now has 89 mobile phones for every 100 residents.
89 mobile_penetration
> There were 74.4 telephones for every 100 persons at the end of December.
74.4 phone_penetration
> Mobile telephones per 100 permanent residents reached 102.6.
102.6 mobile_penetration
> There are 33 5G base stations for every 10,000 people.
33 base_stations_5g_per10k
> The number of mobile subscribers rose to 1.59 billion, which took penetration to 111.9 percent from 109.2 percent in June.
1590000000 mobile_subs
111.9 mobile_penetration
109.2 mobile_penetration 2020-06
> Mobile subscriptions fell by 40 million to 1.59 billion. The penetration rate per 100 inhabitants eased to 131.2 from 138.5.
-40000000 change(mobile_subs)
1590000000 mobile_subs
131.2 mobile_penetration
> Broadband penetration was 84.5 per 100 households.
84.5 broadband_home_penetration
> Mobile data traffic came to 165.6 billion GB in 2020, with each mobile broadband user consuming 11.7 GB a month on average.
1.656e+11 mobile_data_traffic 2020
11.7 dou 2020
> Average monthly use was 7.5 GB per mobile phone service in 2020, against 5.4 GB in 2019.
7.5 dou 2020
5.4 dou 2019
> Telecom revenue was 1.36 trillion yuan in 2020, with mobile communications contributing 65.7 percent.
1.36e+12 telecom_revenue 2020
65.7 share(telecom_revenue_mobile, of=telecom_revenue) 2020
> Telecom revenue rose 3.6 percent in 2020, with emerging business contributing 1.8 percentage points of the growth.
3.6 yoy(telecom_revenue) 2020
1.8 pull(telecom_revenue_emerging, of=telecom_revenue) 2020
> Revenue from emerging businesses jumped 27.4 percent in 2020, which drove overall telecom revenue up by 3.7 percentage points.
27.4 yoy(telecom_revenue_emerging) 2020
3.7 pull(telecom_revenue_emerging, of=telecom_revenue) 2020
> Telecom investment was RMB 420 billion in 2020, with 5G accounting for RMB 167 billion, down 12.2%.
4.2e+11 investment 2020
1.67e+11 investment_5g 2020
-12.2 yoy(investment_5g) 2020
> Mobile subscribers rose to 6.4 million. Subscribers to 3G services accounted for 1,545,900.
6400000 mobile_subs
1545900 mobile_subs_3g
> Parcels sent from one city to another accounted for 74 percent of shipments in 2020.
74 share(express_volume_intercity, of=express_volume) 2020
> Broadband subscribers reached 31 million. DSL lines, which still represent 81% of the base, grew by 3.2% in 2020.
31000000 broadband_subs
81 share(broadband_subs_xdsl, of=broadband_subs)
3.2 yoy(broadband_subs_xdsl)
> 97.3 per cent of households were using broadband.
97.3 broadband_home_penetration
> At 1.6 billion, mobile subscriptions were flat on a year ago.
1600000000 mobile_subs
> Four in five mobile users chose a prepaid plan, and 35.2 percent of them changed their handset in 2020.
> Of all mobile users, 63.4 percent have bought something online.
> Some 12 percent of mobile users complained about their bills.
> Twenty-seven million customers were active on the company's music service.
> Of all parcels, 3 percent were returned to the sender.
> There were 18.4 smart watches for every 100 mobile users.
> A third of the growth came from cloud computing.
> 64.1 percent of netizens were aged between 20 and 49.
> Of the country's broadband customers, 71.5 percent now have a line of 100 Mbps or more.
71.5 share(broadband_subs_100m, of=broadband_subs)
> Nearly 250 million subscribers were hooked up to 3G networks at the end of the year.
250000000 mobile_subs_3g
> China Mobile, China Unicom and China Telecom together had 1.59 billion mobile customers, with 81 percent of them on 4G.
1590000000 mobile_subs
81 share(mobile_subs_4g, of=mobile_subs)
> Fixed telephones per 100 inhabitants dropped to 12.8, while mobile phones per 100 inhabitants rose to 112.9.
12.8 fixed_penetration
112.9 mobile_penetration
> The percentage of the population that goes online climbed to 70.4 percent from 64.5 percent in March.
70.4 internet_penetration
64.5 internet_penetration 2020-03
> Roughly 4.43 million registered sites operate under the .CN domain, and internet access was used by 70.4 percent of the population.
70.4 internet_penetration
> Data centers, cloud and big data contributed 2.1 percentage points to the growth of telecom revenue in 2020.
> In 2020 inter-city parcels made up 83.1 percent of deliveries, against 14.6 percent for same-city ones and 2.2 percent for cross-border ones.
83.1 share(express_volume_intercity, of=express_volume) 2020
14.6 share(express_volume_local, of=express_volume) 2020
2.2 share(express_volume_abroad, of=express_volume) 2020
> Telecom operators invested 407.2 billion yuan in fixed assets in 2020, with mobile networks taking up 50.9 percent and 5G making up 45 percent.
4.072e+11 investment 2020
50.9 share(investment_mobile, of=investment) 2020
45 share(investment_5g, of=investment) 2020
> In the year each customer used 10.35 GB a month on average, against 7.8 GB in 2019.
10.35 dou 2020
7.8 dou 2019
> Mobile users totaled 1.594 billion; 4G customers, who make up 80.8 percent of the base, numbered 1.289 billion.
1594000000 mobile_subs
80.8 share(mobile_subs_4g, of=mobile_subs)
1289000000 mobile_subs_4g
> The eastern region handled 79.4 percent of parcels in 2020, with Guangdong alone accounting for 26.4 percent.
79.4 share(express_volume, within="CN") CN-EAST 2020
26.4 share(express_volume, within="CN") CN-GD 2020
> Some 30 percent of mobile users changed their operator in 2020.
> Broadband users numbered 484 million, and 12 percent of them complained about speeds.
484000000 broadband_subs
> Household broadband reached 96 homes in every hundred.
> Revenue from cloud computing leapt 85.8 percent in 2020, lifting total telecom revenue by 0.6 points.
85.8 yoy(telecom_revenue_cloud) 2020
0.6 pull(telecom_revenue_cloud, of=telecom_revenue) 2020
> Mobile users came to 1.59 billion, with some 12 percent on prepaid plans.
1590000000 mobile_subs
> Express firms handled 83.36 billion parcels in 2020, with the eastern region contributing 79.4 percent.
8.336e+10 express_volume 2020
79.4 share(express_volume, within="CN") CN-EAST 2020
> Mobile communications contributed 65.7 percent of the total of telecom revenue in 2020.
65.7 share(telecom_revenue_mobile, of=telecom_revenue) 2020
> Emerging business grew by 24 percent in 2020, contributing 40 percent to telecom revenue growth.
24 yoy(telecom_revenue_emerging) 2020
40 contribution(telecom_revenue_emerging, of=telecom_revenue) 2020
> Telecom revenue rose 3.6 percent in 2020, with emerging business adding 1.8 percentage points of that growth.
3.6 yoy(telecom_revenue) 2020
1.8 pull(telecom_revenue_emerging, of=telecom_revenue) 2020
> Of 407 million fixed broadband subscriptions, 90.4% ran over fibre, and 70.3% had a nominal speed of 100 Mbps or more.
407000000 broadband_subs
90.4 share(broadband_subs_fiber, of=broadband_subs)
70.3 share(broadband_subs_100m, of=broadband_subs)
> On the fixed side, 71.8 million of the country's 570 million broadband customers take a gigabit service.
71800000 broadband_subs_1000m
570000000 broadband_subs
> Cars per 100 people reached 18.3.
> The number of 5G base stations per 10,000 of the population rose to 33.
33 base_stations_5g_per10k
> The percentage of rural residents using the internet was 55.9 percent, up from 46.2 percent in March.
55.9 internet_penetration_rural
46.2 internet_penetration_rural 2020-03
> The share of people who shop online rose to 12 percent.
> 97.3 per cent of households used broadband for television.
> By technology, 4G made up 80.8 percent of mobile subscribers, 3G 2.6 percent and 2G 16.6 percent.
80.8 share(mobile_subs_4g, of=mobile_subs)
2.6 share(mobile_subs_3g, of=mobile_subs)
16.6 share(mobile_subs_2g, of=mobile_subs)
> Voice and data accounted for 14.9 percent and 46.2 percent of telecom revenue in 2020 respectively.
> Eastern, central and western China took 79.4, 13.3 and 7.3 percent of parcels in 2020 respectively.
79.4 share(express_volume, within="CN") CN-EAST 2020
13.3 share(express_volume, within="CN") CN-CENTRAL 2020
7.3 share(express_volume, within="CN") CN-WEST 2020
> Fibre now reaches 93.9 percent of fixed broadband customers, compared with 92.9 percent at the end of 2019.
93.9 share(broadband_subs_fiber, of=broadband_subs)
92.9 share(broadband_subs_fiber, of=broadband_subs) 2019-12
> The proportion of 4G customers in the mobile base rose to 80.8 percent from 80.1 percent at the end of 2019.
80.8 share(mobile_subs_4g, of=mobile_subs)
80.1 share(mobile_subs_4g, of=mobile_subs) 2019-12
> Mobile connections numbered 1.594 billion, or 112.9 per 100 inhabitants.
1594000000 mobile_subs
112.9 mobile_penetration
> The country's mobile phone density stood at 112.9 per 100 people, against 114.4 at the end of 2019.
112.9 mobile_penetration
114.4 mobile_penetration 2019-12
> Every 100 Chinese now own 112.9 mobile phones.
112.9 mobile_penetration
> One in five mobile users is on 5G.
> Almost 99.7 percent of internet users went online with their phones in 2020.
99.7 share(internet_users_mobile, of=internet_users)
> 986 million Chinese, or 99.7 percent of all netizens, went online by phone.
986000000 internet_users_mobile
99.7 share(internet_users_mobile, of=internet_users)
> People living in the countryside account for 31.3 percent of netizens.
31.3 share(internet_users_rural, of=internet_users)
> Those in rural areas numbered 309 million, 31.3 percent of all internet users.
309000000 internet_users_rural
31.3 share(internet_users_rural, of=internet_users)
> Subscribers burned through 165.6 billion GB of mobile data in 2020, or 10.35 GB a head each month.
1.656e+11 mobile_data_traffic 2020
10.35 dou 2020
> Handsets accounted for 94.5 percent of mobile data traffic in 2020.
94.5 share(mobile_data_traffic_phone, of=mobile_data_traffic) 2020
> Mobile data revenue, which makes up 45.6 percent of telecom revenue, grew 1.3 percent in 2020.
45.6 share(telecom_revenue_mobile_data, of=telecom_revenue) 2020
1.3 yoy(telecom_revenue_mobile_data) 2020
> Of the 407.2 billion yuan invested in fixed assets in 2020, 45 percent went into 5G.
4.072e+11 investment 2020
45 share(investment_5g, of=investment) 2020
> With 718,000 5G base stations, China has 5.1 for every 10,000 people.
718000 base_stations_5g
5.1 base_stations_5g_per10k
> The international business was responsible for 2.2 percent of express volume and 12.2 percent of express revenue in 2020.
2.2 share(express_volume_abroad, of=express_volume) 2020
12.2 share(express_revenue_abroad, of=express_revenue) 2020
> Emerging businesses contributed 79.1 percent of the growth in telecom revenue in 2020 and added 3.3 percentage points to it.
79.1 contribution(telecom_revenue_emerging, of=telecom_revenue) 2020
3.3 pull(telecom_revenue_emerging, of=telecom_revenue) 2020
> Some 322 million people, a fifth of the country's mobile users, signed up for 5G.
> 12.5 percent of households own two cars.
> Among people over 60, 11.2 percent were online.
> At 1.594 billion, mobile users were down 0.4 percent on the end of 2019.
1594000000 mobile_subs
-0.4 yoy(mobile_subs)
> Telecom operators took in 66.5 percent of their revenue from mobile services in 2020.
66.5 share(telecom_revenue_mobile, of=telecom_revenue) 2020
> Mobile services brought in 66.5 percent of what operators earned in 2020, and fixed services the remaining 33.5 percent.
66.5 share(telecom_revenue_mobile, of=telecom_revenue) 2020
33.5 share(telecom_revenue_fixed, of=telecom_revenue) 2020
> Two thirds of parcels were sent by online shops.
> Penetration of 4G among mobile customers is 80.8 percent, up 0.7 points on 2019.
80.8 share(mobile_subs_4g, of=mobile_subs)
0.7 change(share(mobile_subs_4g, of=mobile_subs))
> Of every 100 parcels, 83 went from one city to another.
> The number of people using 4G passed 1.28 billion, equivalent to 80.8 percent of the total number of mobile users.
1280000000 mobile_subs_4g
80.8 share(mobile_subs_4g, of=mobile_subs)
> In December each smartphone user got through 11.92 GB of data, up from 8.59 GB a year earlier.
11.92 dou_month
8.59 dou_month 2019-12
> Of all express parcels in 2020, 83.1 percent were inter-city, 14.6 percent same-city and 2.2 percent international.
83.1 share(express_volume_intercity, of=express_volume) 2020
14.6 share(express_volume_local, of=express_volume) 2020
2.2 share(express_volume_abroad, of=express_volume) 2020
> Villagers made up 31.3 percent of the country's internet users.
31.3 share(internet_users_rural, of=internet_users)
> The third generation accounts for 22 percent of mobile subscriptions and the fourth for 51 percent.
22 share(mobile_subs_3g, of=mobile_subs)
> In the same period, 5G handled 12 percent of calls.
> Teledensity edged down to 125.6 percent in December from 127.1 percent a year before.
125.6 phone_penetration
127.1 phone_penetration 2019-12
> For every 100 inhabitants there were 34.4 broadband subscriptions and 112.9 mobile ones.
112.9 mobile_penetration
> Rural residents were responsible for 28.4 percent of broadband subscriptions.
28.4 share(broadband_subs_rural, of=broadband_subs)
> Fewer than 20 percent of mobile customers were still on 2G or 3G networks.
> A total of 454 million customers, 93.9 percent of the base, took a fibre connection.
> Investment in 5G was 181 billion yuan in 2020, some 45 percent of the total of 407.2 billion yuan.
1.81e+11 investment_5g 2020
45 share(investment_5g, of=investment) 2020
4.072e+11 investment 2020
> Guangdong handled 26.5 percent of the nation's parcels in 2020, Zhejiang 21.5 percent and Jiangsu 8.4 percent.
26.5 share(express_volume, within="CN") CN-GD 2020
21.5 share(express_volume, within="CN") CN-ZJ 2020
8.4 share(express_volume, within="CN") CN-JS 2020
> Companies with fewer than 50 staff account for 12 percent of broadband subscriptions.
> Foreign firms accounted for 3 percent of express volume in 2020.
> Young people represent 40 percent of internet users.
> Apple took 15 percent of smartphone shipments.
> Of the 1.59 billion mobile subscriptions, 1.29 billion were LTE and 160 million were 5G.
1590000000 mobile_subs
1290000000 mobile_subs_4g
160000000 mobile_subs_5g
> Cloud revenue contributed 0.6 percentage points to the 3.6 percent growth in telecom revenue in 2020.
0.6 pull(telecom_revenue_cloud, of=telecom_revenue) 2020
3.6 yoy(telecom_revenue) 2020
> Students make up 21 percent of internet users and the retired 12 percent.
"""


@pytest.mark.parametrize("text", TEXTS.strip().removeprefix("> ").split("\n> "))
def test_text(text: str) -> None:
    said_so, *claims = text.split("\n")
    assert said(said_so) == claims
