"""A claim in words: what, of where, of when, between which bounds."""

from __future__ import annotations

from bluebook.language.expression import Call, Expression, Name, Number, parse, show
from bluebook.language.meaning import is_stock
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim
from bluebook.model.interval import INF
from bluebook.model.period import Period

_OPERATORS = {
    "zh": {
        "yoy": "{x}比上年同期增长", "growth_since": "{x}比{p}增长", "change": "{x}比上年末净增", "pp": "{x}比上年同期的变动",
        "change_since": "{x}比{p}的变动", "share": "{x}占{y}的比重", "pull": "{x}对{y}增长的拉动", "rank": "{x}的位次",
        "contribution": "{x}对{y}增长的贡献率", "mean2": "{x}的年均值", "cagr": "{x}的年均增长（{p}年）",
        "index": "{x}相当于{p}的", "completion": "{x}的计划完成率", "target": "{x}的目标", "lag": "上年同期的{x}",
    },
    "en": {
        "yoy": "growth of {x} on a year before", "growth_since": "growth of {x} since {p}",
        "change": "net change of {x} since the end of the year before", "pp": "change of {x} on a year before",
        "change_since": "change of {x} since {p}", "share": "share of {x} in {y}", "rank": "rank of {x}",
        "pull": "points that {x} adds to the growth of {y}", "index": "{x} as an index of {p}",
        "contribution": "part of {x} in the growth of {y}", "mean2": "yearly mean of {x}",
        "cagr": "growth of {x} a year, over {p} years", "completion": "plan completion of {x}",
        "target": "target of {x}", "lag": "{x} a year before",
    },
}  # fmt: skip
_SCALES = {
    "zh": ((1e12, "万亿"), (1e8, "亿"), (1e4, "万"), (1, "")),
    "en": ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"), (1, "")),
}
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def expression_in_words(expression: Expression | str, catalogue: Catalogue, language: str) -> str:
    """An expression by the names of its indicators.

    >>> from bluebook.collect.bulletins.command import catalogue_of
    >>> expression_in_words(parse("yoy(mobile_subs)"), catalogue_of(), "zh")
    '移动电话用户比上年同期增长'
    """
    match expression:
        case Name(code):
            return catalogue.indicator(code).name.get(language, code)
        case Call(operator, arguments, options) if operator in _OPERATORS[language] and arguments:
            said = {key: _option(value, catalogue, language) for key, value in options}
            rest = [_option(value, catalogue, language) for value in arguments[1:]]
            return _OPERATORS[language][operator].format(
                x=expression_in_words(arguments[0], catalogue, language),
                y=said.get("of") or said.get("within") or "",
                p=said.get("base") or (rest[0] if rest else ""),
            )
        case str():
            return expression
        case _:
            return show(expression)


def _option(value: Expression | str, catalogue: Catalogue, language: str) -> str:
    if isinstance(value, Number):
        return f"{value.value:g}"
    if isinstance(value, str):
        if value in catalogue.territories:
            return territory_in_words(value, catalogue, language)
        return period_in_words(Period.parse(value), language) if value[:4].isdecimal() else value
    return expression_in_words(value, catalogue, language)


def territory_in_words(code: str, catalogue: Catalogue, language: str) -> str:
    """A place by its name."""
    place = catalogue.territories.get(code)
    return place.name.get(language, code) if place else code


def period_in_words(period: Period, language: str, *, stock: bool = False) -> str:
    """A period as it is said; that of a stock is its end.

    >>> period_in_words(Period.parse("2020-01/2020-05"), "en"), period_in_words(Period.parse("2020-12"), "zh", stock=True)
    ('January to May 2020', '2020年12月末')
    """
    year, first, last = period.year, period.first % 12, period.last % 12
    same = period.first // 12 == year
    if language == "zh":
        if period.months == 1:
            return f"{year}年{last + 1}月{'末' if stock else ''}"
        if period.is_year:
            return f"{year}年"
        start = "" if same else f"{period.first // 12}年"
        return f"{year if same else ''}{'年' if same else ''}{start}{first + 1}月—{'' if same else f'{year}年'}{last + 1}月"
    if period.months == 1:
        return f"{'end of ' if stock else ''}{_MONTHS[last]} {year}"
    if period.is_year:
        return str(year)
    start = "" if same else f" {period.first // 12}"
    return f"{_MONTHS[first]}{start} to {_MONTHS[last]} {year}"


def claim_period(claim: Claim, catalogue: Catalogue, language: str) -> str:
    """A claim's period in words."""
    stock = claim.expression is not None and is_stock(parse(claim.expression), catalogue)
    return period_in_words(Period.parse(claim.period), language, stock=stock)


def interval_in_words(claim: Claim, catalogue: Catalogue, language: str) -> str:
    """Between what bounds the truth lies: `1.355–1.365 trillion yuan`, `at least 718,000`."""
    within = claim.interval
    unit = (
        catalogue.units[claim.unit].name.get(language, "") if claim.unit in catalogue.units else ""
    )
    money = claim.unit not in ("percent", "points", "number", "index", "ratio", "per_100")
    by, scale = next(
        (s for s in _SCALES[language] if abs(claim.value) >= s[0]), _SCALES[language][-1]
    ) if money else (1, "")  # fmt: skip
    gap = " " if language == "en" and unit not in ("%", "") else ""
    tail = f"{scale}{gap}{unit}"

    def number(value: float) -> str:
        return f"{value / by:,.12g}"

    if within.lower == -INF:
        return f"{'不超过' if language == 'zh' else 'at most '}{number(within.upper)}{tail}"
    if within.upper == INF:
        return f"{'不低于' if language == 'zh' else 'at least '}{number(within.lower)}{tail}"
    if within.lower == within.upper:
        return f"{number(within.lower)}{tail}"
    return f"{number(within.lower)} – {number(within.upper)}{tail}"
