"""What a figure is, in words: its expression, territory, period, value and interval."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Final

from bluebook.errors import BluebookError
from bluebook.language.expression import Binary, Call, Expression, Name, Negative, parse, show
from bluebook.language.meaning import is_stock
from bluebook.model.catalogue import Catalogue
from bluebook.model.fact import Fact
from bluebook.model.period import Period
from bluebook.publish.site.words import words
from bluebook.write import digits
from bluebook.write.numbers import Printer, at
from bluebook.write.periods import named
from bluebook.write.units import Frame
from bluebook.write.words import capital, lower_first

Tree = Mapping[str, Any]
EXACT = 1e-9  # relative width below which an interval is only rounding

# What an operator makes of {x}; {y} is of=, {place} within=, {n} the second argument.
_SAID: Final[dict[str, dict[str, str]]] = {
    "zh": {
        "at": "{x}（{place}{n}）",
        "cagr": "{x}的{n}年年均增长率",
        "change": "{x}比上年末净增",
        "change_since": "{x}比{n}的变化",
        "completion": "{x}规划目标完成度",
        "contribution": "{x}对{y}增长的贡献率",
        "index": "{x}指数（{n}=100）",
        "lag": "{n}年前的{x}",
        "mean2": "{x}期初期末平均",
        "pp": "{x}较上年的变化",
        "pull": "{x}对{y}增长的拉动",
        "rank": "{x}的位次",
        "share": "{x}占{y}的比重",
        "share within": "{x}占{place}的比重",
        "sum": "{x}各地合计",
        "target": "{x}的规划目标",
        "yoy": "{x}同比增速",
        "ytd": "{x}（年初以来累计）",
    },
    "en": {
        "at": "{x} ({place} {n})",
        "cagr": "average annual growth of {x} over {n} years",
        "change": "net change of {x} since the end of the year before",
        "change_since": "change of {x} since {n}",
        "completion": "completion of the plan target for {x}",
        "contribution": "contribution of {x} to the growth of {y}",
        "index": "index of {x} ({n} = 100)",
        "lag": "{x} {n} year(s) before",
        "mean2": "mean of {x} over the period",
        "pp": "change on the year before in the {x}",
        "pull": "points that {x} adds to the growth of {y}",
        "rank": "rank by {x}",
        "share": "share of {x} in {y}",
        "share within": "share in {place} of {x}",
        "sum": "{x}, sum of the parts",
        "target": "plan target for {x}",
        "yoy": "year-on-year growth of {x}",
        "ytd": "{x} (year to date)",
    },
}


class Say:
    """Says trees in one language, with the names of a catalogue."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        self.catalogue = catalogue
        self.language = language if language in _SAID else "en"
        self.words = words(language)
        self.printer = Printer(catalogue, self.language)

    def expression(self, text: str) -> str:
        """`yoy(telecom_revenue)` -> `Year-on-year growth of telecom revenue`."""
        try:
            return capital(self._said(parse(text)))
        except BluebookError:
            return text

    def place(self, code: str) -> str:
        """A territory's name."""
        found = self.catalogue.territories.get(code)
        return found.name.get(self.language, code) if found else code

    def period(self, text: str, expression: str = "") -> str:
        """A period in words; a stock is said of the end of its period."""
        try:
            stock = bool(expression) and is_stock(parse(expression), self.catalogue)
            return named(Period.parse(text), self.language, stock=stock)
        except BluebookError:
            return text

    def value(self, tree: Tree) -> str:
        """The value with its unit, with the digits that its interval supports."""
        if tree["value"] is None or not math.isfinite(tree["value"]):
            return "…"
        try:
            return self.printer.print(_fact(tree))
        except (BluebookError, ArithmeticError, ValueError):
            return f"{tree['value']:,.10g} {tree['unit']}"

    def interval(self, tree: Tree) -> str:
        """Where the truth lies, in words; both ends rounded outward."""
        lower, upper = _end(tree["lower"], -math.inf), _end(tree["upper"], math.inf)
        if math.isinf(lower) and math.isinf(upper):
            return ""
        sided = math.isinf(upper - lower)
        known = lower if math.isinf(upper) else upper
        if not sided and upper - lower <= EXACT * max(abs(lower), abs(upper)):
            return self.words["exactly"]
        try:
            frame = self.printer.frame(at(_fact(tree), known) if sided else _fact(tree))
        except (BluebookError, ArithmeticError, ValueError):
            return self._between(f"{lower:,.10g}", f"{upper:,.10g}", lower, upper)
        spread = known / 1000 if sided else upper - lower
        place = digits.leading(spread / frame.factor) - 1

        def end(x: float, way: str, around: Frame) -> str:
            if math.isinf(x):
                return ""
            number = digits.rounded(x / around.factor, place, way).normalize()
            decimals = -int(number.as_tuple().exponent)
            return around.around(digits.written(number, decimals, self.language))

        first, last = frame, frame
        if not sided and not frame.after.startswith("%"):  # the unit is said once
            first, last = frame._replace(after="", one=""), frame._replace(before="")
        return self._between(end(lower, "down", first), end(upper, "up", last), lower, upper)

    def _between(self, a: str, b: str, lower: float, upper: float) -> str:
        if math.isinf(lower) or math.isinf(upper):
            return self.words["at_most" if math.isinf(lower) else "at_least"].format(a=a, b=b)
        return self.words["from_to"].format(a=a, b=b)

    def _name(self, code: str) -> str:
        found = self.catalogue.indicators.get(code)
        name = found.name.get(self.language, code) if found else code
        return lower_first(name) if self.language == "en" else name

    def _said(self, node: Expression) -> str:
        match node:
            case Name(code):
                return self._name(code)
            case Negative(operand):
                return f"\u2212{self._said(operand)}"
            case Binary(sign, left, right):
                shown = {"*": "×", "/": "÷", "-": "\u2212"}.get(sign, sign)
                return f"{self._side(left, sign, 0)} {shown} {self._side(right, sign, 1)}"
            case Call():
                return self._call(node)
            case _:
                return show(node)

    def _side(self, side: Expression, sign: str, place: int) -> str:
        """A side of a formula, in brackets where they are needed."""
        said = self._said(side)
        if not isinstance(side, Binary):
            return said
        if side.operator in "+-":
            needed = sign in "*/" or (place == 1 and sign == "-")
        else:
            needed = place == 1 and sign in "*/"
        return f"({said})" if needed else said

    def _call(self, call: Call) -> str:
        options = dict(call.options)
        said = _SAID[self.language]
        form = said.get(f"{call.operator} within") if "within" in options else None
        form = form or said.get(call.operator)
        first = call.arguments[0] if call.arguments else None
        if form is None or first is None or isinstance(first, str):
            return show(call)
        if call.operator == "share" and not {"of", "within"} & set(options):
            return show(call)
        place = options.get("within") or options.get("territory") or ""
        more = call.arguments[1] if len(call.arguments) > 1 else None
        more = more or options.get("base") or options.get("period")
        whole = options.get("of")
        return form.format(
            x=self._said(first),
            y=self._said(whole) if whole is not None and not isinstance(whole, str) else whole,
            place=self.place(place) if isinstance(place, str) else show(place),
            n=self.period(more) if isinstance(more, str) else show(more) if more else "1",
        )


def _end(value: float | None, without: float) -> float:
    return without if value is None else value


def _fact(tree: Tree) -> Fact:
    return Fact(
        expression=tree["expression"] or "",
        territory=tree["territory"],
        period=tree["period"],
        value=tree["value"],
        lower=_end(tree["lower"], -math.inf),
        upper=_end(tree["upper"], math.inf),
        unit=tree["unit"],
        status=tree.get("status", "A"),
    )
