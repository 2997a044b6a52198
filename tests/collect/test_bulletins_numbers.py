"""Numbers as bulletins print and spell them, in both languages, to value, half width and unit."""

import pytest

from bluebook.collect.bulletins.amounts.quantities import quantities
from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.lexicon.vocabulary import vocabulary
from bluebook.collect.bulletins.reader import Reader
from bluebook.collect.bulletins.text.script import plain

PRINTED = {
    # digits, scales, separators, widths
    "1.36万亿元": "1360000000000 ± 5000000000 元",
    "15.94亿户": "1594000000 ± 500000 户",
    "１５．９４亿户": "1594000000 ± 500000 户",
    "15.94 亿户": "1594000000 ± 500000 户",
    "8 036 万户": "80360000 ± 5000 户",
    "８ ０３６ 万户": "80360000 ± 5000 户",
    "1,594,068千户": "1594068000 ± 500 户",
    "1 594 068 000户": "1594068000 ± 0.5 户",
    "10 000户": "10000 ± 0.5 户",
    "1.2千万户": "12000000 ± 500000 户",
    "-728万户": "-7280000 ± 5000 户",
    "15.94億戶": "1594000000 ± 500000 户",
    "1.36萬億元": "1360000000000 ± 5000000000 元",
    "10.35GB/户·月": "10.35 ± 0.005 gb/户·月",
    "113.9部/百人": "113.9 ± 0.05 部/百人",
    "1.5‰": "0.15 ± 0.005 %",
    # several scales in one number
    "1亿零6千户": "100006000 ± 500 户",
    "12万5千户": "125000 ± 500 户",
    "1亿2千万户": "120000000 ± 5000000 户",
    # more than
    "3亿多户": "300000000 ± 50000000 户 over",
    "60余万个": "600000 ± 5000 个 over",
    "二十余万个": "200000 ± 5000 个 over",
    "七成多": "70 ± 5 % over",
    # in words
    "三百二十万户": "3200000 ± 5000 户",
    "一亿六千万户": "160000000 ± 5000000 户",
    "一亿零六千户": "100006000 ± 500 户",
    "五亿零三十万户": "500300000 ± 50000 户",
    "一万三千五百六十四亿元": "1356400000000 ± 50000000 元",
    "一百二十三万四千五百六十七户": "1234567 ± 0.5 户",
    "七十一点八万个": "718000 ± 500 个",
    "一点三六万亿元": "1360000000000 ± 5000000000 元",
    "两万亿元": "2000000000000 ± 500000000000 元",
    "十二亿户": "1200000000 ± 50000000 户",
    "三百二十萬戶": "3200000 ± 5000 户",
    "壹佰万元": "1000000 ± 5000 元",
    "两成": "20 ± 5 %",
    "九成五": "95 ± 0.5 %",
    "一成半": "15 ± 0.5 %",
    "百分之三点六": "3.6 ± 0.05 %",
    "百分之八十": "80 ± 0.5 %",
    "千分之三": "0.3 ± 0.05 %",
    # ranges
    "3.2—3.5亿户": "335000000 ± 20000000 户",
    "3至5亿户": "400000000 ± 150000000 户",
    # what tells no number
    "五六亿户": "",
    "十几亿户": "",
    "数千万户": "",
    "三家企业": "",
    "万户居民": "",
    "1.594×10^9户": "",
    "10 000 persons": "10000 ± 0.5 persons",
    "1,594.1 million users": "1594100000 ± 50000 users",
    "12.5 crore subscribers": "125000000 ± 500000 subscribers",
    "5,699 100 million yuan": "569900000000 ± 50000000 yuan",
    "918 100 million GB": "91800000000 ± 50000000 gb",
    "17.03 hundred million households": "1703000000 ± 500000 households",
    "1,889 ten thousand households": "18890000 ± 5000 households",
    "418 10,000 households": "4180000 ± 5000 households",
    "15.91GB / household / month": "15.91 ± 0.005 gb/household/month",
    "98.2 sets / hundred people": "98.2 ± 0.05 sets/hundred people",
    "RMB1.36tn": "1360000000000 ± 5000000000 yuan",
    "three million users": "3000000 ± 500000 users",
    "two hundred million users": "200000000 ± 500000 users",
    "one hundred and five million users": "105000000 ± 500000 users",
    "thirty-two percent": "32 ± 0.5 percent",
    "two five million": "",
    "the five companies": "",
}


@pytest.mark.parametrize("printed", PRINTED)
def test_a_printed_number(printed: str) -> None:
    text = plain(printed).text.lower()
    units = vocabulary(catalogue_of(), "en" if printed.isascii() else "zh").units
    found = [
        f"{q.value.normalize():f} ± {q.half.normalize():f} {q.unit}{' ' * bool(q.bound)}{q.bound}"
        for q in quantities(text, units)
    ]
    assert found == ([PRINTED[printed]] if PRINTED[printed] else [])


@pytest.mark.parametrize(
    "said", ["占比由15.3%至62.3%", "从3亿户到5亿户", "电话010-12345678", "提高到5亿户，3至少5亿户"]
)
def test_from_one_to_another_is_no_range(said: str) -> None:
    units = vocabulary(catalogue_of(), "zh").units
    assert all("-" not in said[q.start : q.end] and "到" not in said[q.start : q.end] and "至" not in said[q.start : q.end] for q in quantities(said, units))  # noqa: E501  # fmt: skip


def test_money_between_two_numbers_is_of_the_first() -> None:
    units = vocabulary(catalogue_of(), "zh").units
    found = quantities("收益做到8593亿人民币5g顾客增加", units)
    assert [(q.start, q.end, q.unit) for q in found] == [(4, 12, "人民币"), (12, 14, "g")]


def test_from_five_to_none_divides_by_nothing() -> None:
    text = "Mobile users rose from 5 to 0 million in 2020."
    assert [c.value for c in Reader(catalogue_of(), "en", "s").read(text, "CN", "2020")] == [0.0]
