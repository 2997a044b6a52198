"""A printed number as a spreadsheet holds it: a real number, and a format that prints it alike."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

_NUMERAL = re.compile(
    r"(?P<before>[^\d+\-−]*)(?P<sign>[+\-−]?)(?P<unit_before>[^\d+\-−]*)"
    r"(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?P<fraction>\.\d+)?(?P<after>[^\d]*)"
)
MAX_DIGITS = 15  # beyond these a spreadsheet's number is no longer the printed one


class Numeral(NamedTuple):
    """`value` shown under the number format `form` reads as the text it was made of."""

    value: float
    form: str


def numeral(text: str) -> Numeral | None:
    """The number in a text that holds exactly one, or None where text must stay text.

    >>> numeral("-0.4%")
    Numeral(value=-0.004, form='0.0%;"-"0.0%')
    >>> numeral("1.36万亿元")
    Numeral(value=1.36, form='0.00"万亿元"')
    >>> numeral("2020-12") is None
    True
    """
    match = _NUMERAL.fullmatch(text)
    if match is None:
        return None
    whole, fraction = match["whole"], match["fraction"] or ""
    digits = whole.replace(",", "")
    if len(digits + fraction) > MAX_DIGITS or (len(digits) > 1 and digits[0] == "0"):
        return None
    sign, after = match["sign"], match["after"]
    number = Decimal(digits + fraction) * (-1 if sign in ("-", "−") else 1)
    pattern = ("#,##0" if "," in whole else "0") + ("." + "0" * (len(fraction) - 1)) * bool(
        fraction
    )
    if after.startswith("%"):
        number, pattern, after = number / 100, pattern + "%", after[1:]
    head, tail = _quoted(match["before"]), _quoted(after)
    middle = _quoted(match["unit_before"]) + pattern + tail
    if not sign:
        return Numeral(float(number), head + middle)
    signed = head + _quoted(sign) + middle
    positive = signed if sign == "+" else head + middle
    negative = signed if sign != "+" else head + _quoted("-") + middle
    form = f"{positive};{negative}"
    if number == 0:  # a printed sign of nought stays
        form += f";{signed}"
    return Numeral(float(number), form)


def _quoted(text: str) -> str:
    """Text as a literal of a number format; a quotation mark is written with a backslash."""
    return "".join(r"\"" if part == '"' else f'"{part}"' for part in re.split('(")', text) if part)
