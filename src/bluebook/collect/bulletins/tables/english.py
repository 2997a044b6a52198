"""English heads of tables: marks of notes, times that stand alone, forecasts, units as printed."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.text.hints import figures
from bluebook.collect.bulletins.times.dates import mentions
from bluebook.collect.bulletins.times.dates_en import SPOKEN
from bluebook.collect.bulletins.times.forms_en import MONTH, month_of
from bluebook.collect.bulletins.times.when import YEAR, When

# Letters and numbers of notes: rate (b), users [1], customers*. "(m)" and "(k)" are scales.
_NOTES = re.compile(
    r"(?:\s?(?:[(\[](?:(?<=\()[a-jln-z]|(?<=\[)[a-z]|\d{1,2}|notes? ?\w{1,2})[)\]]|\*{1,3}|[†‡]))+$"
)
# What is guessed, and what is known: 2013e, 2012 (f), 2011a.
_MARK = re.compile(
    r"(?<=\d)\s?(?:\(?(?P<guess>e|f|est\.?|estimates?|forecasts?)\)?|\(?a\)?|\(?actual\)?)$"
)
_ALONE = re.compile(
    rf"(?:(?:in |for )?(?P<month>{MONTH})(?:[ ,]{{1,2}}(?P<year>{YEAR}))?"
    rf"|(?P<first>{YEAR})[ ./-](?:(?P<named>{MONTH})|(?P<digits>0?[1-9]|1[0-2])(?!\d))"
    rf"|(?:ye|year[- ]end|end[- ]?(?:of )?)\s?(?P<end>{YEAR}))"
)
_MONEY = r"rmb|cny|yuan|us\$|usd|hk\$|\$"
_SCALE = r"(?:100 ?)?(?:mn?|mln|millions?|bn|blns?|billions?|tn|trillions?|thousands?|k)|100 ?m(?:n|illion)|10[ ,]?000|'?000s?"
_MONEY_FIRST = re.compile(rf"(?:{_MONEY}) ?(?P<scale>{_SCALE})")
_SHORT = {"m": "million", "k": "thousand", "thousands": "thousand", "000": "thousand", "'000": "thousand", "000s": "thousand", "'000s": "thousand"}  # fmt: skip

_AXIS = re.compile(r",? ?(?:[lr]hs|(?:left|right)(?:[- ]hand)?(?: axis| scale| side)?)$")
_RUN = re.compile(r"^(\d+) ?m(?:n|ln)?(?![a-z])")  # 100m pieces
_SCALES_OF = re.compile(rf"(?P<scale>{_SCALE}) of (?P<what>[a-z ]+)")

# Below a table: all numbers are in millions.
_NOTE = re.compile(
    r"\b(?:numbers|figures|data|values|amounts|subscribers|users|units|all)\b[^.\n]{0,40}?"
    r"\b(?P<unit>in (?:thousands|millions|billions|10[ ,]000)(?: of (?!which)[a-z]+)?)"
    r"|^[ (]*(?P<only>units?: ?[^\n)]{1,40})",
    re.MULTILINE,
)


GENERATION = re.compile(r"[2-6]g")  # of networks, no gigabytes

# Numbers of no figures: (unit: 10,000 pieces; %).
UNITS = re.compile(r"\((?:in )?units?: ?([^()\n]{1,60})\)", re.IGNORECASE)

_SCALED = re.compile(r"\((?:10[, ]000|100 million|1[, ]000) (?:[A-Za-z]+ ?){1,3}\)")


def units_in(text: str) -> list[tuple[int, int]]:
    """Where a text states units in brackets, whose numbers are no figures."""
    return [m.span() for pattern in (UNITS, _SCALED) for m in pattern.finditer(text)]


def times(text: str) -> list[tuple[int, int]]:
    """Where the times of a line stand that holds nothing else: Q4 2014 Q1 2015."""
    words = [m.span() for m in re.finditer(r"\S+", text)]
    found: list[tuple[int, int]] = []
    n = 0
    while n < len(words):
        for last in (n + 1, n):
            if last < len(words) and alone(text[words[n][0] : words[last][1]]):
                found.append((words[n][0], words[last][1]))
                n = last + 1
                break
        else:
            return []
    return found if len(found) > 1 else []


def stated(below: str) -> list[str]:
    """Units that a note below a table states for all of it."""
    return [m["unit"] or m["only"] for m in _NOTE.finditer(below)][:1]


def unnoted(text: str) -> str:
    """A head without the marks of its notes."""
    return _NOTES.sub("", text) or text


def alone(text: str) -> tuple[When, str] | None:
    """A head that is a time and nothing else, and whether what it is over is a forecast."""
    if not (figures(text) or SPOKEN.within(text)):
        return None
    mark = _MARK.search(text)
    status = "forecast" if mark and mark["guess"] else ""
    text = text[: mark.start()] if mark else text
    match = _ALONE.fullmatch(text)
    if match is None:
        found = mentions(text, "en")
        whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(text))
        when = found[0].when if whole else None
    elif match["end"]:
        when = When(int(match["end"]), 11, 11, True)
    else:
        name, year = match["month"] or match["named"], match["year"] or match["first"]
        month = month_of(name) - 1 if name else int(match["digits"]) - 1
        when = When(int(year) if year else None, month, month)
    return (when, status) if when is not None else None


def unit(text: str) -> str:
    """A unit as the reader of numbers has it: rmb bn, 000s, in millions of subscribers."""
    text = _AXIS.sub("", text).removeprefix("in ").removeprefix("units of ")
    if money := _MONEY_FIRST.fullmatch(text):
        text = f"{money['scale']} {text[: money.start('scale')].strip()}"
    if of := _SCALES_OF.fullmatch(text):
        text = f"{of['scale']} {of['what']}"
    text = _RUN.sub(r"\1 million", text)
    first, blank, rest = text.partition(" ")
    return f"{_SHORT.get(first, first)}{blank}{rest}"
