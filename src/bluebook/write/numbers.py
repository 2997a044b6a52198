"""A fact as printed: natural scale, the digits its interval supports, its unit, its sign."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import NamedTuple

from bluebook.errors import BluebookError
from bluebook.model.catalogue import Catalogue
from bluebook.model.fact import Fact
from bluebook.model.unit import PERCENT, POINTS, Dimension, Unit, parse_dimension
from bluebook.write import digits
from bluebook.write.scales import ONE, Asked, Scale, asked, natural
from bluebook.write.words import WORDS

MOST_DECIMALS = {"zh": 2, "en": 3}  # of what a source printed; what we compute gets two
SIGNIFICANT = 4  # digits of a computed figure
_CURRENCY = re.compile(r"[A-Z]{3}")
_SINGULAR = {"people": "person", "households": "household", "companies": "company"}


class Style(NamedTuple):
    """How a number is to be printed; the options of the {n} role."""

    into: str = ""
    digits: int | None = None
    plain: bool = False
    sign: bool = False
    absolute: bool = False
    fixed: bool = False  # keep zeros after the point: columns of a table
    ordinal: bool = False


PLAIN = Style()


class Precision(NamedTuple):
    """What is known of a fact's digits beside its interval.

    `half_width` of the finest source that prints this very figure; `bound` where sources only
    bound it; `place` the coarsest place to print, for projections.
    """

    half_width: float | None = None
    bound: str = ""
    place: int = digits.EXACT


def read_style(text: str) -> Style:
    """The options after `|`: `in 亿元; digits 1; plain; sign; abs; ordinal`."""
    style = PLAIN
    for option in filter(None, (part.strip() for part in text.split(";"))):
        word, _, rest = option.partition(" ")
        match word:
            case "in" if rest.strip():
                style = style._replace(into=rest.strip())
            case "digits" if rest.strip().isdigit() and int(rest) <= 9:
                style = style._replace(digits=int(rest))
            case "plain" | "sign" | "ordinal" if not rest:
                style = style._replace(**{word: True})
            case "abs" if not rest:
                style = style._replace(absolute=True)
            case _:
                raise BluebookError(
                    f"unknown option {option!r}",
                    "options: in SCALE or UNIT, digits N, plain, sign, abs, ordinal",
                )
    return style


class Printer:
    """Prints facts in one language."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        self.catalogue = catalogue
        self.language = language

    def print(self, fact: Fact, style: Style = PLAIN, known: Precision = Precision()) -> str:
        """The number with its unit, as it stands on the page.

        A one-sided fact is printed as a bound, a fact without one sure digit as a range.
        """
        bound = self.bound(fact, known)
        if bound:
            return self._bounded(fact, style, known, bound)
        if self.vague(fact, style, known):
            return self._range(fact, style)
        value = abs(fact.value) if style.absolute else fact.value
        return self._number(fact, value, self.place(fact, style, known), style, known)

    @staticmethod
    def bound(fact: Fact, known: Precision = Precision()) -> str:
        """`over` or `up to` where only one side of the fact is known, else ""."""
        if math.isinf(fact.upper) and math.isinf(fact.lower):
            raise BluebookError(f"nothing is known of {fact.expression}", "ask for another figure")
        if math.isinf(fact.upper):
            return "over"
        if math.isinf(fact.lower):
            return "nearly" if known.bound == "nearly" else "up to"
        wide = fact.upper - fact.lower > 0.5 * abs(fact.value)
        return known.bound if known.bound and known.half_width is None and wide else ""

    def vague(self, fact: Fact, style: Style = PLAIN, known: Precision = Precision()) -> bool:
        """Is not even the first digit sure?"""
        place = max(digits.supported(fact.lower, fact.upper), known.place)
        floor = 0 if self.dimension(fact.unit) in (PERCENT, POINTS) else place
        return place > max(digits.leading(fact.value), floor if place <= 0 else -99)

    def place(self, fact: Fact, style: Style = PLAIN, known: Precision = Precision()) -> int:
        """The place of the last digit to print."""
        finest = max(digits.supported(fact.lower, fact.upper), known.place)
        said = None if known.half_width is None else digits.stated(known.half_width)
        scale = self.scale(fact, style, known)
        if style.digits is not None:
            return max(finest, round(math.log10(scale.factor)) - style.digits)
        if said is not None:
            if style.into:  # a scale finer than the source's: the units that are known
                said = min(said, max(finest, scale.power))
            return max(finest, said, scale.power - MOST_DECIMALS[self.language])
        return max(finest, self._enough(fact, scale))

    def _enough(self, fact: Fact, scale: Scale) -> int:
        """The last place of a computed figure that nobody printed."""
        lead = digits.leading(fact.value)
        dimension = self.dimension(fact.unit)
        if dimension in (PERCENT, POINTS):
            return -1 if abs(fact.value) >= 0.05 else -2
        if not dimension:
            return min(-1, lead - 2) if abs(fact.value) < 1000 else 0
        if not self.scaled(fact.unit):
            return max(-2, lead - SIGNIFICANT + 1) if abs(fact.value) >= 0.1 else lead - 1
        if scale == ONE:
            unit = self.unit(fact.unit)
            return 0 if unit and unit.counted else max(-2, min(0, lead - SIGNIFICANT + 1))
        return max(scale.power - 2, lead - SIGNIFICANT + 1)

    # Scale and unit ------------------------------------------------------------------------

    def unit(self, code: str) -> Unit | None:
        return self.catalogue.units.get(code)

    def dimension(self, code: str) -> Dimension:
        unit = self.unit(code)
        if unit:
            return unit.dimension
        return () if code == "a plain number" else parse_dimension(code)

    def scaled(self, code: str) -> bool:
        """Do figures of this unit take 万 or million? Counts, money and quantities do."""
        dimension = self.dimension(code)
        return len(dimension) == 1 and dimension[0][1] == 1 and dimension not in (PERCENT, POINTS)

    def scale(self, fact: Fact, style: Style = PLAIN, known: Precision = Precision()) -> Scale:
        """The scale that is printed (with the factor of the unit's word folded in)."""
        if style.into:
            want = asked(style.into, self.unit(fact.unit), self.language)
            return Scale(want.scale.word, round(math.log10(want.scale.factor * want.factor)))
        if not self.scaled(fact.unit):
            return ONE
        finest = max(digits.supported(fact.lower, fact.upper), known.place)
        said = None if known.half_width is None else digits.stated(known.half_width)
        place = max(finest, -9 if said is None else said)
        scale = natural(fact.value, place, self.language, said == 0)
        place = max(finest, scale.power - 2)
        up = abs(float(digits.rounded(fact.value, place)))
        return natural(up, place, self.language, said == 0) if scale != ONE else scale

    def words(self, code: str) -> tuple[str, str]:
        """What stands before and after a number of this unit, without scale: ("CNY ", "")."""
        unit = self.unit(code)
        if unit:
            if unit.dimension == PERCENT:
                return "", "%"
            if unit.dimension == POINTS:
                return "", WORDS[self.language]["points"]
            if not unit.dimension and not unit.terms.get(self.language):
                return "", ""
            terms = unit.terms.get(self.language) or {unit.name.get(self.language, code): 1.0}
            term = next((t for t, factor in terms.items() if factor == 1), next(iter(terms)))
            return self._around(unit.dimension, term)
        return self._quotient(self.dimension(code))

    def _around(self, dimension: Dimension, term: str) -> tuple[str, str]:
        if self.language == "zh":
            return "", term
        if len(dimension) == 1 and _CURRENCY.fullmatch(dimension[0][0]) and dimension[0][1] == 1:
            return f"{dimension[0][0]} ", ""
        return "", f" {term}"

    def _quotient(self, dimension: Dimension) -> tuple[str, str]:
        """Words of a unit the catalogue has no entry for, such as CNY/subscribers."""
        if dimension == PERCENT:
            return "", "%"
        if dimension == POINTS:
            return "", WORDS[self.language]["points"]
        before, after = "", ""
        for base, power in dimension:
            one = next((u for u in self.catalogue.units.values() if u.dimension == ((base, 1),)), None)
            pre, post = self.words(one.code) if one else ("", f" {base}")
            if power > 0:
                before, after = before + pre, after + post
        for base, power in dimension:
            if power < 0:
                one = next(
                    (u for u in self.catalogue.units.values() if u.dimension == ((base, 1),)), None
                )
                post = (self.words(one.code)[1] if one else base).strip()
                zh = self.language == "zh"
                after += f"/{post}" if zh else f" per {singular(post)}"
        return before, after

    # Texts ---------------------------------------------------------------------------------

    def _number(
        self, fact: Fact, value: float, place: int, style: Style, known: Precision, outward: str = ""
    ) -> str:
        scale = self.scale(fact, style, known)
        factor, word, term = scale.factor, scale.word, None
        if style.into:
            want: Asked = asked(style.into, self.unit(fact.unit), self.language)
            factor, word, term = want.scale.factor * want.factor, want.scale.word, want.term
        number = digits.rounded(value, place, factor, outward)
        decimals = max(0, round(math.log10(factor)) - place)
        text = digits.written(number, decimals, self.language, fixed=style.fixed)
        if style.sign and number > 0:
            text = f"+{text}"
        if style.ordinal:
            return ordinal(number, text, self.language)
        return self._with_unit(text, number, fact.unit, word, term, style)

    def _with_unit(
        self, text: str, number: Decimal, code: str, word: str, term: str | None, style: Style
    ) -> str:
        if style.plain and style.into:
            return text
        before, after = self.words(code)
        if term:
            unit = self.unit(code)
            before, after = self._around(unit.dimension if unit else (), term)
        if style.plain:
            before, after = "", ""
        gap = " " if word and self.language == "en" else ""
        if not word and text == "1" and self.language == "en":
            after = f" {singular(after.strip())}" if after.startswith(" ") else after
        if before and text[0] in (digits.MINUS, "+"):
            return f"{text[0]}{before}{text[1:]}{gap}{word}{after}"
        return f"{before}{text}{gap}{word}{after}"

    def _bounded(self, fact: Fact, style: Style, known: Precision, bound: str) -> str:
        over = bound == "over"
        end = fact.lower if over else fact.upper
        at = fact if math.isinf(fact.lower) or math.isinf(fact.upper) else None
        end = end if at else fact.value
        exact = msgspec_replace(fact, end)
        place = digits.leading(end) - 3
        if known.half_width is not None:
            place = digits.stated(known.half_width)
        text = self._number(
            exact, end, place, style, Precision(10.0**place / 2), "down" if over else "up"
        )
        return WORDS[self.language][bound].format(v=text)

    def _range(self, fact: Fact, style: Style) -> str:
        """Both ends, rounded outward to two digits."""
        wide = max(abs(fact.lower), abs(fact.upper))
        place = digits.leading(wide) - 1
        middle = msgspec_replace(fact, wide)
        known = Precision(10.0**place / 2)
        if not style.into and self.scaled(fact.unit):
            scale = self.scale(middle, style, known)
            into = scale.word
        else:
            into = style.into
        bare = style._replace(into=into, plain=True)
        low = self._number(middle, fact.lower, place, bare, known, "down")
        whole = self._number(
            middle, fact.upper, place, style._replace(into=into), known, "up"
        )
        before = self.words(fact.unit)[0] if not style.plain else ""
        if before and whole.startswith(before):
            return WORDS[self.language]["range"].format(a=before + low, b=whole[len(before) :])
        return WORDS[self.language]["range"].format(a=low, b=whole)


def msgspec_replace(fact: Fact, value: float) -> Fact:
    """The fact as if this value were known exactly."""
    import msgspec

    return msgspec.structs.replace(fact, value=value, lower=value, upper=value)


def singular(word: str) -> str:
    """`stations` -> `station`; words that are no plain plural stay."""
    head, _, rest = word.partition(" ")
    if head in _SINGULAR:
        head = _SINGULAR[head]
    elif head.endswith("ies"):
        head = f"{head[:-3]}y"
    elif head.endswith("s") and not head.endswith("ss") and head.islower():
        head = head[:-1]
    elif head.islower() and rest.endswith("s") and "per" not in rest:
        return f"{head} {rest[:-1]}"
    return f"{head} {rest}".strip()


def ordinal(number: Decimal, text: str, language: str) -> str:
    """`3rd`; Chinese ordinals take their 第 from the sentence."""
    if language == "zh":
        return text
    n = int(number)
    ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{text}{ending}"
