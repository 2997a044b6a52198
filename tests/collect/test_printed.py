"""Printed numbers and their units, in both languages."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook import catalogues
from bluebook.collect.printed import SCALES, printed
from bluebook.errors import BluebookError
from bluebook.model.catalogue import Catalogue
from bluebook.model.fact import Fact
from bluebook.write.numbers import Known, Printer

CATALOGUE: Catalogue = catalogues.assemble([Path(catalogues.__file__).parent / "base.yaml"])

READINGS = [
    # value, unit, expected unit, (value, half width, unit)
    ("1.36", "万亿元", None, (1.36e12, 5e9, "CNY")),
    ("1.36万亿", "元", None, (1.36e12, 5e9, "CNY")),
    ("1.36万亿元", "", "CNY", (1.36e12, 5e9, "CNY")),
    ("13,564", "亿元", None, (1.3564e12, 5e7, "CNY")),
    ("1.36 trillion", "yuan", None, (1.36e12, 5e9, "CNY")),
    ("36.2", "billion yuan", None, (36.2e9, 5e7, "CNY")),
    ("13564", "100 million yuan", None, (1.3564e12, 5e7, "CNY")),
    ("15.94", "亿户", "subscribers", (15.94e8, 5e5, "subscribers")),
    ("-728", "万户", "subscribers", (-7.28e6, 5e3, "subscribers")),
    ("\u2212728", "万户", "subscribers", (-7.28e6, 5e3, "subscribers")),
    ("5169", "万公里", None, (51.69e6, 5e3, "km")),
    ("51.69", "million km", None, (51.69e6, 5e3, "km")),
    ("1656", "亿GB", None, (1656e8, 5e7, "GB")),
    ("30", "万G", "GB", (3e5, 5e3, "GB")),
    ("98613", "个", "stations", (98613, 0.5, "stations")),
    ("71.8", "万座", "stations", (718e3, 500, "stations")),
    ("113.9", "部/百人", None, (113.9, 0.05, "per_100")),
    ("113.9", "per 100 persons", None, (113.9, 0.05, "per_100")),
    ("10.35", "GB/户·月", None, (10.35, 0.005, "GB_per_user_month")),
    ("9.40", "%", None, (9.4, 0.005, "percent")),
    ("9.4%", "%", None, (9.4, 0.05, "percent")),
    ("9.4%", "", None, (9.4, 0.05, "percent")),
    ("2.1", "个百分点", None, (2.1, 0.05, "points")),
    ("1/8", "", "number", (0.125, 1 / 144, "number")),
    ("1亿零6千", "户", "subscribers", (100_006_000, 500, "subscribers")),
    ("3億2千萬", "戶", "subscribers", (320_000_000, 5e6, "subscribers")),
    ("１２．５", "％", None, (12.5, 0.05, "percent")),
    ("1.5E+09", "元", None, (1.5e9, 5e7, "CNY")),
    ("3", "million", "subscribers", (3e6, 5e5, "subscribers")),
    ("¥1.36 trillion", "", "CNY", (1.36e12, 5e9, "CNY")),
    ("RMB 13.6", "billion", None, (13.6e9, 5e7, "CNY")),
    ("12", "", None, (12, 0.5, "number")),
]


@pytest.mark.parametrize(("value", "unit", "expected", "wanted"), READINGS)
def test_reading(
    value: str, unit: str, expected: str | None, wanted: tuple[float, float, str]
) -> None:
    number, half, code = printed(value, unit, CATALOGUE, expected)
    assert (number, half) == pytest.approx(wanted[:2], rel=1e-12) and code == wanted[2]


@pytest.mark.parametrize(
    "value",
    ["", "-", "n/d", "about 5", "1,36", "1.2.3", "2020-01-01", "nan", "inf", "1/0", "1/2/3", "0x10",
     "1_000", "٣", "1e400", "1e9999", "9" * 10_000, "1." + "0" * 60],
)  # fmt: skip
def test_not_a_number(value: str) -> None:
    with pytest.raises(BluebookError) as caught:
        printed(value, "元", CATALOGUE)
    assert caught.value.remedy and len(str(caught.value)) < 300


def test_an_unknown_unit_is_named() -> None:
    with pytest.raises(BluebookError, match="万貫"):
        printed("1", "万貫", CATALOGUE)


_TERMS = {t.lower() for u in CATALOGUE.units.values() for ts in u.terms.values() for t in ts}
_SCALES = {
    "zh": ["", *(word for word in SCALES if word[0] >= "\u4e00")],
    "en": ["", "trillion", "billion", "million", "thousand", "hundred million"],
}
_UNITS = [
    (
        unit.code,
        scale + ("" if language == "zh" or not scale else " ") + term,
        SCALES[scale] if scale else 1,
        factor,
    )
    for unit in CATALOGUE.units.values()
    for language in ("zh", "en")
    for term, factor in unit.terms.get(language, {}).items()
    for scale in _SCALES[language]
    if not scale or f"{scale}{term}".lower() not in _TERMS  # 千米 is a unit itself
]


@given(st.sampled_from(_UNITS), st.integers(-(10**9), 10**9), st.integers(0, 6), st.booleans())
def test_what_is_written_is_read(
    unit: tuple[str, str, Decimal | int, float], digits: int, places: int, together: bool
) -> None:
    """write then read keeps value and half width, in both languages."""
    code, words, scale, factor = unit
    number, half = Decimal(digits).scaleb(-places), Decimal(1).scaleb(-places) / 2
    text = f"{number:,f}"
    if together and not words.startswith("/"):
        found = printed(f"{text} {words}", "", CATALOGUE, code)
    else:
        found = printed(text, words, CATALOGUE, code)
    by = Decimal(scale) * Decimal(str(factor))
    assert found == (float(number * by), float(half * by), code)


@given(
    st.sampled_from([code for code, unit in CATALOGUE.units.items() if unit.terms]),
    st.integers(1, 10**6),
    st.integers(-2, 9),
    st.sampled_from([Printer(CATALOGUE, "zh"), Printer(CATALOGUE, "en")]),
)
def test_what_the_book_prints_is_read(code: str, digits: int, place: int, printer: Printer) -> None:
    """What a chapter prints of a fact reads as a claim that holds for the fact."""
    value, half = float(Decimal(digits).scaleb(place)), float(Decimal(1).scaleb(place) / 2)
    fact = Fact(expression="x", territory="CN", period="2020", value=value,
                lower=value - half, upper=value + half, unit=code)  # fmt: skip
    text = printer.print(fact, known=Known(half_width=half))
    if " to " in text or "至" in text:
        return  # a range is no claim of one value
    number, width, unit = printed(text, "", CATALOGUE, code)
    assert unit == code and abs(number - value) <= width * (1 + 1e-9)
