"""What the words of a table's heads may name: indicators, growth and change, places, units."""

from __future__ import annotations

import difflib
import json
import re
from functools import cached_property

from bluebook.collect.periods import read_period
from bluebook.collect.printed import printed
from bluebook.collect.reading import by_name
from bluebook.errors import BluebookError
from bluebook.model.catalogue import Catalogue

_GROWTH = re.compile(
    r"(?:同比|比上年|比去年|较上年)?(?:增长率?|增速|增幅)|同比"
    r"|(?:annual )?growth(?: rate)?|\byoy\b|year[- ]on[- ]year|% change", re.I
)  # fmt: skip
_CHANGE = re.compile(r"(?:比上年末|较上年末|全年)?净增|net (?:additions?|increase)", re.I)
_NOTHING = re.compile(
    r"(?:本年|本月|年|期)?末(?:累计)?到达数?|(?:本年|本期|全年)?累计(?:数|值|完成)?|本期|本月|绝对[数量值]|数值|指标值"
    r"|\b(?:values?|total|amount|year to date|end of (?:year|period))\b", re.I
)  # fmt: skip
_NOISE = re.compile(
    r"(?:其中|of which)\s*[:：]?|^\s*[一二三四五六七八九十\d]+[、.．)）]|[*＊]+$", re.I
)
_BRACKETS = re.compile(r"[(（\[]([^()（）\[\]]+)[)）\]]")
_YEAR = re.compile(r"(?:19|20)\d\d年?末?|[%％]")


def is_number(text: str) -> bool:
    """Is it a number, and none that is a year?"""
    number = r"[+\-−]?\d[\d,，\s]*(?:\.\d+)?(?:[eE][+-]?\d+)?\s*[%％]?"
    return bool(re.fullmatch(number, text)) and not is_year(text)


def is_year(text: str) -> bool:
    """Is it a year?"""
    return bool(re.fullmatch(r"(?:19|20)\d\d", text))


def is_period(text: str) -> bool:
    """Is it a period, and no plain number?"""
    if text.isdigit() and not is_year(text):
        return False
    try:
        read_period(text)
    except BluebookError:
        return False
    return True


class Names:
    """A catalogue's names as heads may print them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    @cached_property
    def _codes(self) -> dict[str, str]:
        known = by_name(self._catalogue.indicators)
        return {_folded(name): code for name, code in known.items()} | {
            code: code for code in self._catalogue.indicators
        }

    @cached_property
    def _places(self) -> dict[str, str]:
        return by_name(self._catalogue.territories)

    def place(self, text: str) -> bool:
        """Is it a territory?"""
        return text in self._catalogue.territories or text in self._places

    def rest(self, text: str) -> str:
        """A head without its unit, year, and words of growth, change or level."""
        plain = _YEAR.sub(" ", _BRACKETS.sub(" ", text))
        for words in (_GROWTH, _CHANGE, _NOTHING, _NOISE):
            plain = words.sub(" ", plain)
        return " ".join(plain.split()).strip(":：-—/、 ")

    def code(self, text: str) -> str:
        """The indicator a head names; "" where none does."""
        return self._codes.get(_folded(self.rest(text)), "")

    def expression(self, text: str, before: str) -> str:
        """What a head means, as TOML: an expression, or false with the nearest codes.

        `before` is the indicator of the head before: a bare "growth" is its growth.
        """
        plain = _BRACKETS.sub(" ", text)
        operator = "yoy" if _GROWTH.search(plain) else "change" if _CHANGE.search(plain) else ""
        code, note = self.code(text), ""
        if not code and operator and not self.rest(text):
            code, note = before, "  # ? of the column before"
        if code:
            return json.dumps(f"{operator}({code})" if operator else code) + note
        near = difflib.get_close_matches(_folded(self.rest(text)), self._codes, n=3, cutoff=0.4)
        near += [name for name in self._codes if _folded(self.rest(text)) in name][:3]
        said = ", ".join(dict.fromkeys(self._codes[name] for name in near))
        return f"false  # ? perhaps {said}" if said else "false  # ? none in the catalogue is near"

    def unit(self, text: str) -> str:
        """The unit in a head's brackets; % for growth; "" where there is none."""
        for found in _BRACKETS.findall(text)[::-1]:
            word = re.sub(r"^(?:单位|unit)\s*[:：]?\s*", "", found.strip(), flags=re.I)
            if self._is_unit(word):
                return word
        return "%" if _GROWTH.search(text) or text.rstrip().endswith(("%", "％")) else ""

    def _is_unit(self, text: str) -> bool:
        try:
            printed("1", text, self._catalogue)
        except BluebookError:
            return False
        return bool(text) and (not is_number(text) or text == "10,000")

    def kind(self, texts: set[str]) -> str:
        """Of what most texts are: territory, period, unit, number or other."""
        given = [text for text in texts if text]
        if sum(map(self.place, given)) * 2 >= max(1, len(given)):
            return "territory"
        for kind, test in (
            ("period", is_period),
            ("unit", self._is_unit), ("number", is_number),
        ):  # fmt: skip
            if sum(map(test, given)) * 2 > len(given):
                return kind
        return "other" if given else "number"


def _folded(text: str) -> str:
    """A name as names are compared: without spaces, case, and a counting word at its end."""
    return re.sub(r"[\s、,，]|(?:总数|总量|数)$", "", text.lower())
