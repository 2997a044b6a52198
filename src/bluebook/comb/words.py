"""How figures are named in messages, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Callable

from bluebook.comb.system.register import canonical
from bluebook.language.expression import Binary, Call, Expression, Name, Negative, Number, show
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim

LANGUAGES = ("zh", "en")
_CALLS = {
    "yoy": ("{x}同比增速", "growth of {x}"),
    "change": ("{x}比上年末净增", "change of {x} since the year's end before"),
    "change_since": ("{x}增量", "change of {x}"),
    "share": ("{x}占比", "share of {x}"),
    "pp": ("{x}的变动", "change of {x}"),
    "pull": ("{x}的拉动", "points contributed by {x}"),
    "contribution": ("{x}的贡献率", "contribution of {x}"),
    "cagr": ("{x}年均增速", "average annual growth of {x}"),
    "mean2": ("{x}平均数", "average {x}"),
    "ytd": ("{x}累计", "{x}, year to date"),
}


def subject(text: str, catalogue: Catalogue, language: str) -> str:
    """An expression in words, short."""
    return _say(canonical(text)[0], catalogue, language)


def _say(expression: Expression | str, catalogue: Catalogue, language: str) -> str:
    match expression:
        case Name(code):
            names = catalogue.indicator(code).name
            return names.get(language) or names.get("en") or code
        case Call(operator, arguments, _) if operator in _CALLS:
            inner = _say(arguments[0], catalogue, language)
            return _CALLS[operator][language != "zh"].format(x=inner)
        case Binary() | Negative() | Number() | Call():
            return show(expression)
        case _:
            return str(expression)


def place(code: str, catalogue: Catalogue, language: str) -> str:
    """A territory's name."""
    names = catalogue.territory(code).name
    return names.get(language) or names.get("en") or code


def number(value: float, half_width: float = 0.5) -> str:
    """A value grouped, to the digits that were printed."""
    digits = 0
    while half_width and digits < 6 and half_width * 2 < 0.999999 * 10.0**-digits:
        digits += 1
    text = f"{value:,.{digits}f}"
    return text.replace("-", "−")


def printed(claim: Claim, catalogue: Catalogue, language: str) -> str:
    """The figure as printed where the claim holds a cell, else its value and unit."""
    if claim.text and claim.start is None and len(claim.text) <= 24:
        return claim.text
    found = catalogue.units.get(claim.unit)
    unit = (found.name.get(language) or claim.unit) if found else claim.unit
    return f"{number(claim.value, claim.half_width)} {unit}".strip()


def both(make: Callable[[str], str]) -> dict[str, str]:
    """A message in every language."""
    return {language: make(language) for language in LANGUAGES}
