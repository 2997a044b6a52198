# ruff: noqa: E501
"""A page that is damaged gives no wrong value without `suspect`; a clean one raises no alarm."""

import random
from pathlib import Path

import pytest
from benchmarks.damage_bulletins import DAMAGE, key

from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.reader import Reader
from bluebook.collect.digests import extracted
from bluebook.model.claim import Claim

CLEAN = {
    "zh": "2020年通信业统计公报\n经初步核算，2020年电信业务收入累计完成1.36万亿元，比上年增长3.6%，增速同比提高2.9个百分点。"
    "按照上年不变价计算的电信业务总量1.5万亿元，同比增长20.6%。\n固定通信业务收入完成4673.2亿元，同比增长12.4%，在电信业务收入中占比34.5%，占比同比提高2.8个百分点。"
    "其中，固定数据及互联网业务实现收入2601.4亿元，比上年增长9.2%。\n完成固定语音和移动语音业务收入224.3亿元和1155.2亿元，同比分别下降2.9%和4.4%。"
    "\n移动电话用户总数达15.94亿户，全年净减728.3万户；移动电话普及率为113.9部/百人，比上年末回落0.5部/百人。"
    "\n移动互联网接入流量消费达1656.8亿GB，比上年增长35.7%；全年移动短信业务量同比增长18.1%，增速较上年下降14.6个百分点。"
    "\n截至12月末，固定互联网宽带接入用户总数达4.84亿户，全年净增3427.5万户；5G基站超过71.8万个。",
    "en": "China's telecom industry in 2020\n\nTelecom revenue rose 3.6 percent year on year to 1.36 trillion yuan in 2020."
    " Fixed communications revenue reached 467.3 billion yuan, accounting for 34.5 percent of telecom revenue.\n\n"
    "By the end of 2020, mobile phone subscribers stood at 1.594 billion, a net decrease of 7.28 million from the end of the previous year."
    " Internet penetration was 70.4 percent, 5.9 percentage points higher than a year earlier.\n\n"
    "Mobile data traffic grew 35.7 percent to 165.7 billion GB. Cloud computing and big data revenue increased by 85.8 percent and 35.2 percent respectively.",
}
DETECTED = [
    name for name in DAMAGE if name not in ("points lost in half the lines", "some digits lost")
]


def claims(text: str, language: str | None = None) -> list[Claim]:
    found = Reader(catalogue_of(), language, "s").read(text, "CN", "2020")
    return [c for c in found if c.expression]


def test_what_is_said_again_and_otherwise_is_doubted_the_first_time_it_is_said_is_not() -> None:
    text = "By the end of 2020, mobile phone subscribers stood at 1.594 billion."
    found = claims(f"{text} Mobile phone subscribers stood at 128.2 million.")
    assert [bool(c.suspect) for c in found] == [False, True]


def test_numbers_with_units_stand_on_a_page_that_lost_its_percent_signs() -> None:
    text = "2016年6月，网站总数为454万个，增长7.4；互联网普及率为51.7，增长0.9；占比为52.7。网民规模达到7.10亿人。"
    assert not [c.text for c in claims(text) if c.suspect and c.unit != "percent"]


@pytest.mark.parametrize("language", CLEAN)
def test_a_clean_page_raises_no_alarm(language: str) -> None:
    found = claims(CLEAN[language])
    assert len(found) >= (20 if language == "zh" else 10)
    assert not [c.text for c in found if c.suspect]


@pytest.mark.parametrize("name", DETECTED)
@pytest.mark.parametrize("language", CLEAN)
def test_no_wrong_value_of_a_damaged_page_goes_unmarked(language: str, name: str) -> None:
    truth = {key(c) for c in claims(CLEAN[language])}
    bad = DAMAGE[name](CLEAN[language], random.Random(1))
    wrong = [c for c in claims(bad) if key(c) not in truth]
    assert not [(c.text, c.expression) for c in wrong if not c.suspect]
    if name == "decimal points lost":
        assert len(wrong) > 10


def test_the_digests_of_the_examples_raise_no_alarm() -> None:
    examples = Path(__file__).parents[2] / "examples"
    found = [
        claim
        for path in examples.glob("*/sources/digests/*.md")
        for claim in claims(extracted(path.read_text("utf-8")))
    ]
    assert len(found) > 250
    assert not [c.text for c in found if c.suspect]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("电信业务收入1.36万亿元，比上年增长.6%。", ["1.36万亿元", ".6%"]),
        ("移动电话用户15.94亿户，净增3.万户；4G用户12.89亿户。", ["15.94亿户", "12.89亿户"]),
        ("电信业务收入13564.3亿元，增长3.6%。\n移动通信业务收入8891亿元，增长104%，增速提高29个百分点。",
         ["8891亿元", "104%", "29个百分点"]),
        ("电信业务收入13564.3亿元，增长3.6%。\n移动通信业务收入8891亿元，增长8%。", []),
        ("总数达到11. 96亿户。2020年移动电话用户总数达到15. 94亿户。", []),
        ("移动电话用户达8 36亿户。", ["36亿户"]),
        ("电信业务收入同比增长3.6%，增速同比提高2.9个百分点；移动通信业务收入同比增长0.4%，增速同比提高29个百分点。", ["29个百分点"]),
        ("电信业务收入同比增长05%。", ["05%"]),
        ("移动电话用户15.94亿户，其中5G用户5.61亿户，占移动电话用户的3.3%。", ["15.94亿户", "5.61亿户", "3.3%"]),
        ("移动电话用户15.94亿户，其中5G用户5.61亿户，占移动电话用户的35.2%。", []),
        ("光纤接入用户占固定互联网宽带接入用户总数的134%。", ["134%"]),
        ("2020年移动电话用户达1594亿户。", ["1594亿户"]),
        ("固定电话用户1 017.8万户，移动电话用户2 081.6万户。", []),
        ("2018年 2019年 2020年移动电话用户达15.94亿户。", []),
    ],
)  # fmt: skip
def test_a_number_that_cannot_be_right_is_marked(text: str, marked: list[str]) -> None:
    found = Reader(catalogue_of(), "zh", "s").read(text, "CN", "2020")
    printed = [
        ("." if text[(c.start or 1) - 1] == "." else "") + text[c.start : c.end]
        for c in found
        if c.suspect
    ]
    assert printed == marked
