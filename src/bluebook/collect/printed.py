"""Printed numbers: `1.36` + `万亿元` -> 1.36e12 CNY ± 0.005e12. The digits give the precision.

printed("1.36", "万亿元", catalogue)                # (1.36e12, 5e9, "CNY")
printed("1.36 trillion", "yuan", catalogue)        # the same
printed("9.40", "%", catalogue)                    # (9.4, 0.005, "percent")
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import NamedTuple

from bluebook.errors import BluebookError
from bluebook.model.catalogue import Catalogue

MAX_DIGITS = 40
SCALES: dict[str, Decimal] = {
    "万亿": Decimal("1e12"), "千亿": Decimal("1e11"), "百亿": Decimal("1e10"),
    "十亿": Decimal("1e9"), "亿": Decimal("1e8"), "千万": Decimal("1e7"),
    "百万": Decimal("1e6"), "十万": Decimal("1e5"), "万": Decimal("1e4"),
    "千": Decimal("1e3"), "百": Decimal("1e2"),
    "trillion": Decimal("1e12"), "billion": Decimal("1e9"), "million": Decimal("1e6"),
    "thousand": Decimal("1e3"), "hundred million": Decimal("1e8"),
    "ten thousand": Decimal("1e4"), "100 million": Decimal("1e8"), "100,000,000": Decimal("1e8"),
    "10 million": Decimal("1e7"), "10 thousand": Decimal("1e4"), "10,000": Decimal("1e4"),
    "10 000": Decimal("1e4"), "1,000": Decimal("1e3"), "1000": Decimal("1e3"),
}  # fmt: skip
_SCALE = re.compile("|".join(sorted(SCALES, key=len, reverse=True)), re.IGNORECASE)
_GAP = "[,'\u00a0\u2009\u202f ]"
_NUMBER = re.compile(
    rf"([+-]?(?:[0-9]{{1,3}}(?:{_GAP}[0-9]{{3}})+|[0-9]+)(?:\.[0-9]+)?)"
    r"(?:[eE]([+-]?[0-9]{1,3}))?(?![0-9.])"
)
_BEFORE = re.compile(r"([^0-9+\-−–.,/\s]{1,4})\s?(?=[0-9])")  # EUR 70,000; ¥1.36
_MANY = re.compile(r"(?<=[a-z]{3})s(?= per |$)")
_FRACTION = re.compile(r"([0-9]+)/([0-9]+)")
_MIXED = re.compile(r"([0-9]+(?:\.[0-9]+)?)(亿|万)零?([0-9]+(?:\.[0-9]+)?)(千万|百万|万|千)?")
_TRADITIONAL = str.maketrans("萬億戶個臺", "万亿户个台")
_REMEDY = "write digits as printed, such as 1.36"


def printed(
    value: str, unit: str, catalogue: Catalogue, expected: str | None = None
) -> tuple[float, float, str]:
    """(value, half width, unit code) in base units of a number and its unit as printed.

    `value` may carry a scale or the unit itself (`1.36万亿`, `9.4%`). `expected` is the unit of
    what the number is said of: it decides where a word serves several units (个) and stands in
    where only a scale is printed (`million`).
    """
    before = _BEFORE.match(_plain(value[:9]))
    number, half, behind = _digits(_plain(value)[before.end() :] if before else value)
    said = [behind, _plain(unit), before[1] if before else ""]
    words = " ".join(dict.fromkeys(word for word in said if word))
    found = _unit(catalogue, words, expected)
    by = found.scale * found.factor
    return float(number * by), float(half * by), found.code


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_TRADITIONAL).strip()


def _digits(text: str) -> tuple[Decimal, Decimal, str]:
    """A number, half a unit of its last printed digit, and the words behind it."""
    if len(text) > 2 * MAX_DIGITS:
        raise BluebookError(f"a number of {len(text):,} characters", "check the cell")
    plain = _plain(text).replace("−", "-").replace("–", "-")
    if match := _MIXED.match(plain):
        high, low = Decimal(match[1]) * SCALES[match[2]], SCALES.get(match[4] or "", Decimal(1))
        return high + Decimal(match[3]) * low, _half(match[3]) * low, _rest(plain, match)
    if (match := _FRACTION.match(plain)) and int(match[2]):
        over, under = int(match[1]), int(match[2])
        half = Decimal(1) / (2 * under * (under + 1))
        return Decimal(over) / under, half, _rest(plain, match)
    match = _NUMBER.match(plain)
    if not match:
        raise BluebookError(f"{text!r} is not a number", _REMEDY)
    digits, power = re.sub(_GAP, "", match[1]), int(match[2] or 0)
    if len(digits) > MAX_DIGITS or abs(power) > MAX_DIGITS:
        raise BluebookError(f"{text!r} is beyond all measure", "check the cell")
    return Decimal(digits).scaleb(power), _half(digits).scaleb(power), _rest(plain, match)


def _rest(text: str, match: re.Match[str]) -> str:
    rest = text[match.end() :].strip()
    if rest and (rest[0] in "./,+-'" or (rest[0].isdigit() and not _GENERATION.match(rest))):
        raise BluebookError(f"{text!r} is not a number", _REMEDY)
    return rest


_GENERATION = re.compile(r"[2-6][gG]\b")  # 0 5G base stations


def _half(digits: str) -> Decimal:
    return Decimal(1).scaleb(-len(digits.partition(".")[2])) / 2


class Reading(NamedTuple):
    """Unit words read: `万亿元` is the scale 1e12 of the unit CNY, whose 元 is one base unit."""

    scale: Decimal
    code: str
    factor: Decimal


_ONE = Decimal(1)
_cache: dict[int, tuple[Catalogue, dict[str, dict[str, Decimal]]]] = {}


def _terms(catalogue: Catalogue) -> dict[str, dict[str, Decimal]]:
    """Of each unit word (lower case) the units it stands for, with the base units it counts."""
    held = _cache.get(id(catalogue))
    if held and held[0] is catalogue:
        return held[1]
    found: dict[str, dict[str, Decimal]] = {}
    for unit in catalogue.units.values():
        words = {**dict.fromkeys(unit.name.values(), 1.0), unit.code: 1.0}
        for terms in unit.terms.values():
            words.update(terms)
        for word, factor in words.items():
            many = _plain(word).lower()
            for said in (many, _MANY.sub("", many, count=1)):  # 5 stations, 1 station
                found.setdefault(said, {})[unit.code] = Decimal(str(factor))
    if len(_cache) >= 8:
        _cache.clear()
    _cache[id(catalogue)] = (catalogue, found)
    return found


def _unit(catalogue: Catalogue, text: str, expected: str | None) -> Reading:
    """Unit words such as `万亿元`, `billion yuan`, `%`; empty words stand for what is expected."""
    terms = _terms(catalogue)
    for scale, rest in _splits(text):
        if not rest and expected is not None:
            return Reading(scale, expected, _ONE)
        found = terms.get(rest.lower(), {})
        if expected is not None and expected in found:
            return Reading(scale, expected, found[expected])
        if found:
            code, factor = next(iter(found.items()))
            return Reading(scale, code, factor)
        if not rest:
            return Reading(scale, "number", _ONE)
    raise BluebookError(
        f"unknown unit {text!r}", "add its word to the unit's terms in the catalogue"
    )


def _splits(text: str) -> list[tuple[Decimal, str]]:
    """The unit words as a whole; then behind one scale, and behind two (`100 million`)."""
    found, by, rest = [(_ONE, text)], _ONE, text
    while (match := _SCALE.match(rest)) and len(found) < 3:
        by *= SCALES[match[0].lower()]
        rest = rest[match.end() :].strip()
        found.append((by, rest))
    return found
