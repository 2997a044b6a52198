"""A fact as printed: natural scale, the digits its interval supports, its unit, its sign."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import NamedTuple

from bluebook.errors import BluebookError
from bluebook.model.catalogue import Catalogue
from bluebook.model.fact import Fact
from bluebook.model.unit import PERCENT, POINTS
from bluebook.write import digits
from bluebook.write.scales import ONE, Scale, natural
from bluebook.write.units import Frame, Units
from bluebook.write.words import WORDS

DECIMALS = {"zh": 2, "en": 3}  # the most, of what a source printed
SIGNIFICANT = 4  # digits of a figure that we computed


class Style(NamedTuple):
    """How a number is to be printed; mostly the options of the {n} role."""

    into: str = ""
    digits: int | None = None
    plain: bool = False
    sign: bool = False
    absolute: bool = False
    ordinal: bool = False
    fixed: bool = False  # keep zeros after the point: columns of a table
    trimmed: bool = False  # drop them, in English too: figures of plans
    scale: Scale | None = None  # set by a table or chart for all of a column


class Known(NamedTuple):
    """What is known of a fact's digits beside its interval.

    `half_width` of the finest source that prints this very figure and the `value` it prints,
    `bound` where sources only bound it or say "about", `place` the finest place worth printing
    (of projections).
    """

    half_width: float | None = None
    bound: str = ""
    place: int = digits.EXACT
    value: float | None = None


AS_IS = Style()
UNKNOWN = Known()


def read_style(text: str) -> Style:
    """The options after `|`: `in 亿元; digits 1; plain; sign; abs; ordinal`."""
    style = Style()
    for option in filter(None, (part.strip() for part in text.split(";"))):
        word, _, rest = option.partition(" ")
        match word, rest.strip():
            case "in", wanted if wanted:
                style = style._replace(into=wanted)
            case "digits", count if count.isdigit() and int(count) <= 9:
                style = style._replace(digits=int(count))
            case "plain", "":
                style = style._replace(plain=True)
            case "sign", "":
                style = style._replace(sign=True)
            case "abs", "":
                style = style._replace(absolute=True)
            case "ordinal", "":
                style = style._replace(ordinal=True)
            case _:
                raise BluebookError(
                    f"unknown option {option!r}",
                    "options: in SCALE or UNIT; digits N; plain; sign; abs; ordinal",
                )
    return style


class Printer:
    """Prints facts in one language."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        self.units = Units(catalogue, language)
        self.language = language
        self.words = WORDS[language]

    def print(self, fact: Fact, style: Style = AS_IS, known: Known = UNKNOWN) -> str:
        """The number with its unit, as it stands on the page.

        A one-sided fact is printed as a bound; one without a single sure digit as a range.
        """
        if bound := self.bound(fact, known):
            return self._bounded(fact, style, known, bound)
        frame = self.frame(fact, style, known)
        place = self.place(fact, style, known)
        if self.vague(fact, known):
            return self._range(fact, style, frame)
        value = self._said(fact, known, place + math.log10(frame.factor))
        value = abs(value) if style.absolute else value
        number = digits.rounded(value / frame.factor, place)
        about = self.words["about"] if known.bound == "about" else ""
        return about + frame.around(self._digits(number, place, style))

    def _said(self, fact: Fact, known: Known, power: float) -> float:
        """The value to be rounded: a source's own, where no finer digit is asked for.

        The account's value may lie at the end of the source's interval and be rounded away.
        """
        if known.value is None or known.half_width is None:
            return fact.value
        near = abs(fact.value - known.value) <= known.half_width * (1 + 1e-6)
        coarse = power >= digits.stated(known.half_width) - 1e-6
        return known.value if near and coarse else fact.value

    def zero(self, fact: Fact, known: Known = UNKNOWN) -> bool:
        """Is the fact printed as nought, or may it be nought?"""
        place = self.place(fact, AS_IS, known)
        factor = self.frame(fact, AS_IS, known).factor
        return fact.lower <= 0 <= fact.upper or digits.rounded(fact.value / factor, place) == 0

    def bound(self, fact: Fact, known: Known = UNKNOWN) -> str:
        """`over`, `nearly` or `up to` where the fact is known from one side only, else ""."""
        if math.isinf(fact.upper) and math.isinf(fact.lower):
            raise BluebookError(f"nothing is known of {fact.expression}", "ask for another figure")
        if math.isinf(fact.upper):
            return "over"
        if math.isinf(fact.lower):
            return known.bound if known.bound == "nearly" else "up to"
        return known.bound if known.bound != "about" and self.vague(fact, known) else ""

    def vague(self, fact: Fact, known: Known = UNKNOWN) -> bool:
        """Is not even the first digit sure? A percentage near nought is as good as a sure one; of
        a large one that no source prints the first digit alone says too little (growth of 410 to
        540 per cent is no 500)."""
        if self.place_among(fact):
            return fact.lower < fact.upper
        place = max(digits.supported(fact.lower, fact.upper), known.place)
        unsure = place - digits.leading(fact.value)
        if self.units.dimension(fact.unit) in (PERCENT, POINTS):
            if place <= 0:
                return False
            unsure += known.half_width is None
        return unsure > 0 and fact.lower < fact.upper

    def place_among(self, fact: Fact) -> bool:
        """Is it a rank: a number without unit whose bounds are whole?"""
        whole = fact.lower == round(fact.lower, 0) and fact.upper == round(fact.upper, 0)
        return not self.units.dimension(fact.unit) and whole

    def frame(self, fact: Fact, style: Style = AS_IS, known: Known = UNKNOWN) -> Frame:
        """Scale and unit words; the natural scale of the language where none is asked for."""
        if style.into:
            return self.units.asked(fact.unit, style.into, plain=style.plain)
        if style.scale:
            whole = self.units.frame(fact.unit, style.scale, plain=True)
            return Frame(whole.factor) if style.plain else self.units.frame(fact.unit, style.scale)
        return self.units.frame(fact.unit, self.scale(fact, known), plain=style.plain)

    def scale(self, fact: Fact, known: Known = UNKNOWN) -> Scale:
        """The natural scale of a fact."""
        if not self.units.scaled(fact.unit):
            return ONE
        said = None if known.half_width is None else digits.stated(known.half_width)
        finest = max(digits.supported(fact.lower, fact.upper), known.place)
        place = max(finest, 0 if said is None else said)
        found = natural(fact.value, place, self.language, whole=said == 0)
        if found == ONE:
            return found
        up = abs(float(digits.rounded(fact.value, max(finest, found.power - 2))))
        return natural(max(up, abs(fact.value)), place, self.language)  # 9,999.999万 is 1亿

    def place(self, fact: Fact, style: Style = AS_IS, known: Known = UNKNOWN) -> int:
        """The place of the last digit to print, of the number as scaled."""
        factor = self.frame(fact, style, known).factor
        power = math.log10(factor)
        supported = digits.supported(fact.lower / factor, fact.upper / factor)
        finest = max(supported, math.ceil(known.place - power - 1e-9))
        if style.digits is not None:
            return max(finest, -style.digits)
        if known.half_width is None:
            return max(finest, self._enough(fact, factor))
        said = digits.stated(known.half_width / factor)
        if style.into or style.scale:  # finer units than the source's: as far as they are known
            said = min(said, 0)
        return max(finest, said, -DECIMALS[self.language])

    def _enough(self, fact: Fact, factor: float) -> int:
        """The last place of a computed figure that no source prints."""
        value = abs(fact.value) / factor
        lead = digits.leading(value)
        dimension = self.units.dimension(fact.unit)
        if dimension in (PERCENT, POINTS):
            return -1 if value >= 0.05 else -2
        if not dimension:
            return 0 if self.place_among(fact) or value >= 1000 else -1
        if factor == 1 and self.units.counted(fact.unit):
            return 0
        if value < 0.1:
            return lead - 1
        return min(0, max(-2, lead - SIGNIFICANT + 1))

    def _digits(self, number: Decimal, place: int, style: Style) -> str:
        text = digits.written(number, -place, self.language, fixed=style.fixed)
        if style.trimmed and "." in text:
            text = text.rstrip("0").rstrip(".")
        if style.ordinal:
            return ordinal(text) if self.language == "en" else text
        return f"+{text}" if style.sign and number > 0 else text

    def _bounded(self, fact: Fact, style: Style, known: Known, bound: str) -> str:
        over = bound == "over"
        end = fact.lower if over else fact.upper
        sharp = digits.stated(known.half_width) if known.half_width else digits.leading(end) - 2
        exact = at(fact, end)
        frame = self.frame(exact, style, Known(10.0**sharp / 2))
        place = math.ceil(sharp - math.log10(frame.factor) - 1e-9)
        number = digits.rounded(end / frame.factor, place, "down" if over else "up")
        text = self._digits(number, place, style._replace(trimmed=not style.fixed))
        return self.words[bound].format(v=frame.around(text))

    def _range(self, fact: Fact, style: Style, frame: Frame) -> str:
        """Both ends, rounded outward to two digits."""
        ends = fact.lower / frame.factor, fact.upper / frame.factor
        place = 0 if self.place_among(fact) else digits.leading(max(map(abs, ends))) - 1
        a, b = (
            self._digits(digits.rounded(end, place, way), place, style)
            for end, way in zip(ends, ("down", "up"), strict=True)
        )
        return frame.around(self.words["range"].format(a=a, b=b))


def at(fact: Fact, value: float) -> Fact:
    """The fact as if this value were known exactly."""
    from msgspec.structs import replace

    return replace(fact, value=value, lower=value, upper=value)


def ordinal(text: str) -> str:
    """`3` -> `3rd`."""
    teen = text[-2:] in ("11", "12", "13")
    return text + ("th" if teen else {"1": "st", "2": "nd", "3": "rd"}.get(text[-1], "th"))
