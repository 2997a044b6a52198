"""Periods in words: `2020年末`, `at the end of 2020`, `1—8月`, `January–August 2020`."""

from __future__ import annotations

from bluebook.model.period import Period
from bluebook.write.words import month_name

_HALF = {"zh": ("上半年", "下半年"), "en": ("first half", "second half")}
_QUARTER = {
    "zh": ("第一季度", "第二季度", "第三季度", "第四季度"),
    "en": ("first quarter", "second quarter", "third quarter", "fourth quarter"),
}


def named(period: Period, language: str, *, stock: bool = False) -> str:
    """A period as a heading has it: `2020年`, `2020年8月`, `August 2020`, `end of 2020`."""
    year, start, end = period.year, period.first % 12, period.last % 12
    zh = language == "zh"
    if stock:
        if end == 11:
            return f"{year}年末" if zh else f"end of {year}"
        return f"{year}年{end + 1}月末" if zh else f"end of {month_name(end + 1)} {year}"
    if period.is_year:
        return f"{year}年" if zh else str(year)
    if period.months == 1:
        return f"{year}年{end + 1}月" if zh else f"{month_name(end + 1)} {year}"
    if period.months == 6 and start % 6 == 0:
        half = _HALF[language][start // 6]
        return f"{year}年{half}" if zh else f"{half} of {year}"
    if period.months == 3 and start % 3 == 0:
        quarter = _QUARTER[language][start // 3]
        return f"{year}年{quarter}" if zh else f"{quarter} of {year}"
    if period.first // 12 == year:
        if zh:
            return f"{year}年{start + 1}—{end + 1}月"
        return f"{month_name(start + 1)}–{month_name(end + 1)} {year}"
    first = named(Period(period.first, period.first), language)
    last = named(period.at_end, language)
    return f"{first}—{last}" if zh else f"{first} to {last}"


def adverbial(period: Period, language: str, *, stock: bool = False) -> str:
    """A period as it begins a sentence: `截至2020年末`, `In the first half of 2020`."""
    text = named(period, language, stock=stock)
    if language == "zh":
        return f"截至{text}" if stock else text
    if stock:
        return f"At the {text}"
    article = "the " if text[0].islower() else ""
    return f"In {article}{text}"


def short(period: Period, language: str) -> str:
    """A period on an axis: `2020`, `8月`, `Aug`; months name their year elsewhere."""
    if period.is_year:
        return str(period.year)
    start = period.first % 12
    if period.months == 3 and start % 3 == 0:
        quarter = start // 3
        return f"{'一二三四'[quarter]}季度" if language == "zh" else f"Q{quarter + 1}"
    if period.months == 6 and start % 6 == 0:
        return _HALF["zh"][start // 6] if language == "zh" else f"H{start // 6 + 1}"
    if period.months == 2 and start == 0:
        return "1—2月" if language == "zh" else "Jan–Feb"
    if period.months == 1 or start == 0:
        month = period.month
        return f"{month}月" if language == "zh" else month_name(month)[:3]
    return str(period)


def month_of(period: Period, language: str) -> str:
    """The last month of a run from January on: `1—2月`, `6月`, `Dec`."""
    if period.months == 2:
        return short(period, language)
    return f"{period.month}月" if language == "zh" else month_name(period.month)[:3]


def dated(iso: str, language: str) -> str:
    """A date: `2021-05-17` -> `2021年5月17日`, `17 May 2021`."""
    parts = iso.split("-")
    if len(parts) != 3:
        return iso
    year, month, day = map(int, parts)
    return f"{year}年{month}月{day}日" if language == "zh" else f"{day} {month_name(month)} {year}"
