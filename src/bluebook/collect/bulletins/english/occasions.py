"""English: flows of festivals, and of spans that a day ends, which are no periods of figures."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.text.hints import ENGLISH
from bluebook.collect.bulletins.text.once import once

# During the week-long Spring Festival: no period of figures.
_HOLIDAYS = r"(?:spring festival|(?:lunar|chinese) new year|new year'?s? (?:eve|day)|lantern festival|golden week|national day|may day|mid-autumn|valentine'?s day|christmas|holidays?|singles'? day|double 1[12]|double eleven|11\.11|6\.?18(?= (?:mid|shop|fest|sale|promo|event|campaign|online|e-comm|gala|carnival|period|grand))|shopping (?:festival|spree|gala|carnival)|chuxi|peak season|diwali|tet)"
# The first 38 days of a year, a ten-day holiday.
_DAYS = r"(?:\d\d?\d?|two|three|four|five|six|seven|eight|nine|ten|\d+ consecutive)(?: straight| consecutive)?[ -]days?\b(?! (?:earlier|ahead|before|later|sooner|ago))"
_FESTIVE = re.compile(
    rf"\b(?:during|over|for|in|on|at|throughout|of|before|after|last|this)(?: (?:the|this|last|past|year's|china's))*(?: [a-z0-9'-]+){{0,4}}? {_HOLIDAYS}"
    rf"|\bfestival (?:text )?(?:messages|sms|parcels|travel)"
    rf"|\b(?:in|over|during|within|for|after|of)(?: (?:just|only|about|the|less than|fewer than|under|first|last|past|opening|final))* {_DAYS}"
)
_FESTIVE_WORDS = ENGLISH.group("festival", "new year", "holiday", "week", "singles", "double ", "christmas", "valentine", "shopping", "chuxi", "11.11", "618", "6.18", "season", "national day", "may day", "mid-autumn", "diwali", " days", "-day ")  # fmt: skip
_WHILE = re.compile(r"[;]|\b(?:while|whereas)\b|, (?:and|but) ")
# By 11 October, as of Saturday: no span that flows are of.
_MONTH_NAME = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_BY_DAY = re.compile(
    rf"\b(?:by|as of|as at|until|till|before|up to|through) (?:{_MONTH_NAME} (?:[2-9]|1\d|2[0-7])(?:st|nd|rd|th)?\b(?! ?[mb]illion)"
    rf"|(?:[2-9]|1\d|2[0-7])(?:st|nd|rd|th)? (?:of )?{_MONTH_NAME}\b|(?:last |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_DAY_WORDS = ENGLISH.group(
    "by ", "as of ", "as at ", "until ", "till ", "before ", "up to ", "through "
)


class Occasions:
    """Tells whether numbers of one sentence are of some days."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.text = row.text

    @once
    def briefly(self) -> bool:
        """Does the sentence speak of a span that a day ends?"""
        return _DAY_WORDS in self.row.sought and _BY_DAY.search(self.text) is not None

    @once
    def festive(self) -> tuple[int, int] | None:
        """Where the sentence names a festival as the time that its numbers are of."""
        match = _FESTIVE.search(self.text) if _FESTIVE_WORDS in self.row.sought else None
        return match.span() if match else None

    def holiday(self, number: Token) -> bool:
        """Is a number of a festival's days, and not of a period that is named besides?"""
        if self.festive is None:
            return False
        start, end = self.festive
        if any(self._dates(t, number) and not start <= t.start <= end + 4 for t in self.row.tokens):
            return False  # not the holiday of 2020
        if number.start > end:
            return _WHILE.search(self.text, end, number.start) is None
        between = self.text[number.end : start]
        return "," not in between and _WHILE.search(between) is None

    def _dates(self, token: Token, number: Token) -> bool:
        """Is it a period before the number that is not compared with?"""
        when = token.when
        if when is None or token.start > number.start or (when.relative and not when.year):
            return False
        return not self.text.endswith(("in ", "than ", "with "), 0, token.start)
