# ruff: noqa: E501
"""What holds for every text: places, exactness, no crash; and reading is the inverse of writing."""

from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bluebook.collect.bulletins import read
from bluebook.collect.bulletins.amounts.numerals import chinese_number
from bluebook.collect.bulletins.amounts.quantities import quantities
from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.lexicon.vocabulary import vocabulary
from bluebook.collect.bulletins.text.script import plain
from bluebook.collect.bulletins.text.writing import CLAUSE, WIDE, Writing, lowered
from bluebook.language.expression import Call, Name, names, parse, show
from bluebook.language.meaning import unit_of
from bluebook.language.operators import operators
from bluebook.model.claim import Claim

CATALOGUE = catalogue_of()
PIECES = [
    "2020年", "截至5月末", "，", "。", "；", "、", "和", "（", "）", "电信业务收入", "移动电话用户", "5G基站", "达", "为", "占",
    "比上年末", "同比", "增长", "下降", "净增", "分别", "其中", "由上年的", "提升至", "1.36万亿元", "15.94亿户", "3.6%", "2.9个百分点",
    "第1位", "2.3倍", "1/10", "三百二十万户", "广东", "东、中、西部", "全国", "8 036", "超", "以上", "预计", "互联网普及率", "拉动", "较", "\n", "\u200b", "１２３",
    "In 2020, ", "telecom revenue", " rose ", "3.6 percent", " year on year", " to ", "1.36 trillion yuan", ", ",
    " respectively", " and ", "5G base stations", " in Guangdong", "from ", "last year", ". ",
]  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=40).map("".join)


def claims_of(text: str, language: str | None = None, period: str = "2020") -> list[Claim]:
    return read(
        text, catalogue=CATALOGUE, language=language, territory="CN", period=period, source="s"
    )


ODD = st.text("aB1 .  中国達萬，。\n\t(（é）)\u200b\u3000İ业è5", max_size=30)


@given(text=st.one_of(texts, ODD), a=st.integers(0, 40), size=st.integers(0, 40))
@settings(max_examples=300, deadline=None)
def test_a_part_of_a_whole_text_is_written_as_it_is_by_itself(text: str, a: int, size: int) -> None:
    writing, alone = Writing(text), plain(text[a : a + size])
    part = writing.part(a, a + size)
    clauses = CLAUSE.search(writing.same) or WIDE.search(text)
    assume(not clauses)  # a headline's clauses are parted
    assert part.text == lowered(alone.text)
    for n in range(len(part.text)):
        start, end = alone.place(n, n + 1)
        assert part.place(n, n + 1) == (a + start, a + end)
    assert writing.lines(0, len(text)) == [lowered(plain(x).text) for x in text.split("\n")]


def test_parts_that_make_no_measure_make_no_claim() -> None:
    """Stations pull no rate: what was read so would have no unit."""
    said = claims_of("5G基站拉动农村地区互联网普及率较2019年11月提升1.2个百分点。")
    assert [claim.expression for claim in said] == [None]


def test_english_that_quotes_a_chinese_place_is_read() -> None:
    text = "5G stations in the west, a部, and in 东北 stood at 2.3 million at the end of June 2020."
    assert [c.value for c in claims_of(text, "en")] == [2_300_000]


def test_a_country_is_a_part_of_no_place() -> None:
    claims_of("China accounted for 40 percent of express volume.", "en")


@given(texts)
@settings(max_examples=150, deadline=None)
def test_every_claim_is_well_formed(text: str) -> None:
    for claim in claims_of(text):
        assert claim.start is not None and claim.end is not None
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.half_width >= 0
        assert claim.territory in CATALOGUE.territories
        if claim.expression is None:
            continue
        expression = parse(claim.expression)
        assert show(expression) == claim.expression
        assert names(expression) <= set(CATALOGUE.indicators)
        assert claim.unit == unit_of(expression, CATALOGUE)


@given(texts)
@settings(max_examples=100, deadline=None)
def test_reading_is_a_function_of_the_text(text: str) -> None:
    assert claims_of(text) == claims_of(text)


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_the_plain_form_knows_its_places(text: str) -> None:
    written = plain(text)
    at = written.at if written.at is not None else list(range(len(text)))
    assert len(at) == len(written.text)
    assert all(a < b for a, b in pairwise(at))


@given(st.integers(1, 9_999))
def test_numbers_in_words(n: int) -> None:
    digits, words = "零一二三四五六七八九", ""
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = n // place % 10
        if digit:
            words += digits[digit] + unit
        elif words and n % place:
            words = words.rstrip("零") + "零"
    assert chinese_number(words) == n


@given(
    st.sampled_from(
        [("telecom_revenue", "CNY"), ("mobile_subs", "户"), ("mobile_data_traffic", "GB")]
    ),
    st.integers(1, 9_999_999),
    st.integers(0, 3),
    st.sampled_from([("", 0), ("万", 4), ("亿", 8), ("万亿", 12)]),
)
@settings(max_examples=150, deadline=None)
def test_printed_digits_give_value_and_half_width(
    subject: tuple[str, str], digits: int, decimals: int, scale: tuple[str, int]
) -> None:
    code, unit = subject
    printed = f"{digits / 10**decimals:.{decimals}f}"
    word, power = scale
    name = CATALOGUE.indicator(code).name["zh"]
    text = f"2020年，{name}达{printed}{word}{'元' if unit == 'CNY' else unit}。"
    (claim,) = claims_of(text, "zh")
    assert claim.expression == code
    assert claim.value == float(f"{printed}e{power}")
    assert claim.half_width == float(f"5e{power - decimals - 1}")


SUBJECTS = {
    "yoy": ("yoy(telecom_revenue)", "sms_volume"), "pp": ("pp(yoy(telecom_revenue))",),
    "change": ("change(mobile_subs)", "change(mobile_penetration)"),
    "change_since": ('change_since(internet_users, "2020-03")',),
    "growth_since": ('growth_since(mobile_subs, "2020-03")',),
    "share": ("share(telecom_revenue_mobile, of=telecom_revenue)",),
    "pull": ("pull(telecom_revenue_mobile, of=telecom_revenue)",),
    "contribution": ("contribution(telecom_revenue_mobile, of=telecom_revenue)",),
    "completion": ("completion(base_stations_5g)",), "mean2": ("mean2(mobile_subs)",),
    "rank": ("rank(mobile_subs)",),
}  # fmt: skip
PRINTED = {
    "zh": {"percent": "3.6%", "points": "2.9个百分点", "subscribers": "3427万户", "persons": "8540万人",
           "per_100": "2.2部/百人", "number": "2"},
    "en": {"percent": "3.6%", "points": "2.9 percentage points", "subscribers": "34.27 million subscribers",
           "persons": "85.4 million persons", "per_100": "2.2 per 100 persons", "number": "second"},
}  # fmt: skip


def test_every_phrase_that_is_written_is_read_back() -> None:
    for language, printed in PRINTED.items():
        for name, (text, *_) in SUBJECTS.items():
            expression = parse(text)
            assert isinstance(expression, Call)
            inner = expression.arguments[0]
            while isinstance(inner, Call):
                inner = inner.arguments[0]
            assert isinstance(inner, Name)
            value = printed[unit_of(expression, CATALOGUE)]
            whole = CATALOGUE.indicator("telecom_revenue").name[language]
            for phrase in operators()[name].phrases[language]:
                if not phrase.write or "{v}" not in phrase.text:
                    continue
                words = phrase.text.format(
                    v=value, x="", y=whole if language == "zh" else whole.lower(),
                    p="2020年3月" if language == "zh" else "March 2020",
                )  # fmt: skip
                subject = CATALOGUE.indicator(inner.code).name[language]
                if language == "zh":
                    sentence = f"2020年，{subject}{'增速' if name == 'pp' else ''}{words}。"
                else:
                    subject = f"the growth rate of {subject}" if name == "pp" else subject
                    sentence = f"In 2020, {subject} was {words}."
                found = claims_of(sentence, language)
                assert [c.expression for c in found] == [text], sentence
                assert (found[0].value < 0) == (phrase.sense == "down"), sentence


MONEY = [
    "人民币",
    "rmb ",
    "亿",
    "5g",
    "8593",
    "元",
    "美元",
    "-",
    "至",
    "million ",
    "yuan ",
    "¥",
    "%",
    "一",
    "成",
]


@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(MONEY)), max_size=30).map("".join)
)
@settings(max_examples=300)
def test_numbers_stand_beside_one_another(text: str) -> None:
    """In order and without overlaps, as whoever blots them out relies on."""
    lower = lowered(plain(text).text)
    for language in ("zh", "en"):
        found = quantities(lower, vocabulary(CATALOGUE, language).units)
        assert all(a.end <= b.start for a, b in pairwise(found)), found
