"""Printed numbers: `1.36` + `万亿元` -> 1.36e12 CNY ± 0.005e12. The digits give the precision."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from bluebook.errors import BluebookError
from bluebook.model.catalogue import Catalogue

MAX_DIGITS = 40
SCALES: dict[str, Decimal] = {
    "万亿": Decimal("1e12"), "千亿": Decimal("1e11"), "百亿": Decimal("1e10"),
    "十亿": Decimal("1e9"), "亿": Decimal("1e8"), "千万": Decimal("1e7"),
    "百万": Decimal("1e6"), "十万": Decimal("1e5"), "万": Decimal("1e4"),
    "千": Decimal("1e3"), "百": Decimal("1e2"),
    "trillion": Decimal("1e12"), "billion": Decimal("1e9"), "hundred million": Decimal("1e8"),
    "million": Decimal("1e6"), "thousand": Decimal("1e3"),
}  # fmt: skip
_SCALE = re.compile("|".join(sorted(SCALES, key=len, reverse=True)), re.IGNORECASE)
_GROUP = re.compile(r"(?<=\d)[,\u00a0\u2009\u202f ](?=\d{3}(?:\D|$))")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_FRACTION = re.compile(r"(\d+)/(\d+)")
_MIXED = re.compile(r"(\d+(?:\.\d+)?)(亿|万)零?(\d+(?:\.\d+)?)(万|千)?")
_TRADITIONAL = str.maketrans("萬億戶個臺", "万亿户个台")


def printed(
    value: str, unit: str, catalogue: Catalogue, expected: str | None = None
) -> tuple[float, float, str]:
    """(value, half width, unit code) in base units of a number and its unit as printed.

    `expected` is the unit of what the number is said of: it decides where a word serves several
    units (个) and stands in where only a scale is printed (`million`).
    """
    number, half = _digits(value)
    scale, code, factor = _unit(catalogue, unit.strip(), expected)
    by = scale * factor
    return float(number * by), float(half * by), code


def _digits(text: str) -> tuple[Decimal, Decimal]:
    """A number and half a unit of its last printed digit."""
    plain = unicodedata.normalize("NFKC", text).strip().replace("−", "-").replace("–", "-")
    plain = _GROUP.sub("", plain).translate(_TRADITIONAL)
    if len(plain) > MAX_DIGITS:
        raise BluebookError(
            f"a number of {len(plain)} characters", f"at most {MAX_DIGITS}; check the cell"
        )
    if match := _MIXED.fullmatch(plain):
        high, low = Decimal(match[1]) * SCALES[match[2]], SCALES.get(match[4] or "", Decimal(1))
        return high + Decimal(match[3]) * low, _half(match[3]) * low
    if (match := _FRACTION.fullmatch(plain)) and int(match[2]):
        over, under = int(match[1]), int(match[2])
        return Decimal(over) / under, Decimal(1) / (2 * under * (under + 1))
    if not _NUMBER.fullmatch(plain):
        raise BluebookError(f"{text!r} is not a number", "write digits as printed, such as 1.36")
    try:
        return Decimal(plain), _half(plain)
    except InvalidOperation:
        raise BluebookError(f"{text!r} is not a number", "write digits as printed") from None


def _half(digits: str) -> Decimal:
    return Decimal(1).scaleb(-len(digits.partition(".")[2])) / 2


@lru_cache(maxsize=8)
def _terms(catalogue: _Held) -> dict[str, list[tuple[str, Decimal]]]:
    """Units by each of their words, lower case."""
    found: dict[str, list[tuple[str, Decimal]]] = {}
    for unit in catalogue.it.units.values():
        words = {**{n: 1.0 for n in unit.name.values()}, unit.code: 1.0}
        for terms in unit.terms.values():
            words.update(terms)
        for word, factor in words.items():
            found.setdefault(word.lower(), []).append((unit.code, Decimal(str(factor))))
    return found


class _Held:
    """A catalogue as a key of a cache: the same object is the same key."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.it = catalogue

    def __hash__(self) -> int:
        return id(self.it)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.it is self.it


def _unit(catalogue: Catalogue, text: str, expected: str | None) -> tuple[Decimal, str, Decimal]:
    """(scale, unit code, base units a unit) of unit words such as `万亿元`, `billion yuan`."""
    terms = _terms(_Held(catalogue))
    plain = unicodedata.normalize("NFKC", text).translate(_TRADITIONAL).strip()
    for scale, rest in _splits(plain):
        if not rest and expected is not None:
            return scale, expected, Decimal(1)
        found = dict(terms.get(rest.lower(), []))
        if expected in found:
            assert expected is not None
            return scale, expected, found[expected]
        if found:
            code, factor = next(iter(found.items()))
            return scale, code, factor
        if not rest:
            return scale, "number", Decimal(1)
    raise BluebookError(f"unknown unit {text!r}", "add its word to the unit's terms in the catalogue")


def _splits(text: str) -> list[tuple[Decimal, str]]:
    """The unit words as a whole, and behind a scale."""
    whole = [(Decimal(1), text)]
    match = _SCALE.match(text)
    if not match:
        return whole
    behind = (SCALES[match[0].lower()], text[match.end() :].strip())
    return [*whole, behind] if text else whole
