"""The words around a number: its scale and its unit, before and after."""

from __future__ import annotations

import re
from typing import NamedTuple

from bluebook.errors import BluebookError
from bluebook.model.catalogue import Catalogue
from bluebook.model.unit import PERCENT, POINTS, Dimension, parse_dimension
from bluebook.write.scales import ASKED, ONE, Scale
from bluebook.write.words import WORDS

_CURRENCY = re.compile(r"[A-Z]{3}")
_SINGULAR = {"people": "person"}


class Frame(NamedTuple):
    """How a number of some unit is written: divided by `factor`, between `before` and `after`."""

    factor: float
    before: str = ""
    after: str = ""
    one: str = ""  # `after` for exactly one

    def around(self, digits: str) -> str:
        after = self.one if digits == "1" else self.after
        if self.before and digits[0] in "\u2212+":
            return f"{digits[0]}{self.before}{digits[1:]}{after}"
        return f"{self.before}{digits}{after}"


class Units:
    """The units of a catalogue in the words of one language."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        self.catalogue = catalogue
        self.language = language

    def dimension(self, code: str) -> Dimension:
        """The dimension of a unit's code, or of `GB/subscribers` where there is no such unit."""
        unit = self.catalogue.units.get(code)
        if unit:
            return unit.dimension
        return () if code == "a plain number" else parse_dimension(code)

    def scaled(self, code: str) -> bool:
        """Do figures of this unit take 万 or million? Counts, money and quantities do."""
        dimension = self.dimension(code)
        return len(dimension) == 1 and dimension[0][1] == 1 and dimension not in (PERCENT, POINTS)

    def counted(self, code: str) -> bool:
        unit = self.catalogue.units.get(code)
        return unit is not None and unit.counted

    def frame(self, code: str, scale: Scale = ONE, *, plain: bool = False) -> Frame:
        """The frame of a unit's usual words at a scale; `plain` keeps the scale alone."""
        before, after = ("", "") if plain else self.words(code)
        return self._frame(scale, scale.factor, before, after)

    def asked(self, code: str, text: str, *, plain: bool = False) -> Frame:
        """The frame for `in 亿元`, `in million`, `in TB`; with `plain` the bare number."""
        unit = self.catalogue.units.get(code)
        terms = dict(unit.terms.get(self.language, {})) if unit else {}
        for scale in sorted(ASKED[self.language], key=lambda s: -len(s.word)):
            rest = text[len(scale.word) :].strip()
            if not text.startswith(scale.word) or (scale.word and not self.scaled(code)):
                continue
            if not (rest in terms or (scale.word and not rest)):
                continue
            if plain:
                return Frame(scale.factor * terms.get(rest, 1.0))
            words = self._term(unit.dimension, rest) if unit and rest else self.words(code)
            return self._frame(scale, scale.factor * terms.get(rest, 1.0), *words)
        scales = ", ".join(s.word for s in ASKED[self.language] if s.word)
        raise BluebookError(
            f"{text!r} is neither a scale nor a unit of this figure",
            f"scales: {scales}; units: {', '.join(terms) or 'none'}",
        )

    def own(self, code: str, text: str) -> bool:
        """Is the unit word of `亿元` one that a book would use for this unit, and not another's?

        Readers know more words for a unit (人 are also counted in 户) than writers should use.
        """
        words = [s.word for s in ASKED[self.language] if s.word and text.startswith(s.word)]
        rest = text[len(max(words, key=len, default="")) :].strip()
        usual = {self.words(c)[1].strip(): c for c in reversed(self.catalogue.units)}
        return not rest or usual.get(rest, code) == code or self.words(code)[1].strip() == rest

    def words(self, code: str) -> tuple[str, str]:
        """What stands before and after a number: ("CNY ", ""), ("", "户")."""
        unit = self.catalogue.units.get(code)
        dimension = self.dimension(code)
        if dimension in (PERCENT, POINTS):
            return "", "%" if dimension == PERCENT else WORDS[self.language]["points"]
        if not unit:
            return self._quotient(dimension)
        terms = unit.terms.get(self.language, {})
        if not terms and not dimension:
            return "", ""
        name = unit.name.get(self.language, code)
        return self._term(dimension, next((t for t, by in terms.items() if by == 1), name))

    def named(self, code: str, scale: Scale = ONE) -> str:
        """Scale and unit as a heading of a column has them: `亿元`, `million subscribers`."""
        before, after = self.words(code)
        parts = [before.strip(), scale.word, after.strip()]
        return ("" if self.language == "zh" else " ").join(filter(None, parts))

    def _frame(self, scale: Scale, factor: float, before: str, after: str) -> Frame:
        if scale.word and self.language == "en":
            after = f" {scale.word}{after}"
            return Frame(factor, before, after, after)
        after = scale.word + after
        one = f" {singular(after.strip())}" if after.startswith(" ") else after
        return Frame(factor, before, after, one)

    def _term(self, dimension: Dimension, term: str) -> tuple[str, str]:
        if self.language == "zh":
            return "", term
        base, power = dimension[0] if len(dimension) == 1 else ("", 0)
        if power == 1 and _CURRENCY.fullmatch(base):
            return f"{base} ", ""
        return "", f" {term}"

    def _quotient(self, dimension: Dimension) -> tuple[str, str]:
        """Words of a unit that the catalogue has no entry for, such as CNY/subscribers."""
        before, after, below = "", "", ""
        for base, power in dimension:
            alone = (u.code for u in self.catalogue.units.values() if u.dimension == ((base, 1),))
            code = next(alone, "")
            pre, post = self.words(code) if code else ("", f" {base}")
            if power > 0:
                before, after = before + pre, after + post
            elif self.language == "zh":
                below += f"/{post.strip()}"
            else:
                below += f" per {singular(post.strip() or pre.strip())}"
        return before, after + below


def singular(words: str) -> str:
    """`stations` -> `station`, `GB per user` unchanged."""
    head, gap, rest = words.partition(" ")
    if rest and not rest.startswith("per "):
        return f"{head}{gap}{singular(rest)}"
    if head in _SINGULAR:
        head = _SINGULAR[head]
    elif head.islower() and head.endswith("ies"):
        head = f"{head[:-3]}y"
    elif head.islower() and head.endswith("s") and not head.endswith("ss") and head != "points":
        head = head[:-1]
    elif head == "points":
        head = "point"
    return f"{head}{gap}{rest}"
