"""What the words of a table's heads and labels mean: an expression, its unit, when, where.

words = Words(catalogue)
words.label("固定互联网宽带接入用户 比上年末净增(万户)")   # change(broadband_subs), 万户
"""

from __future__ import annotations

import difflib
import re
from functools import cached_property
from typing import NamedTuple

from bluebook.collect.bulletins.lexicon.vocabulary import vocabulary
from bluebook.collect.bulletins.text.script import chinese, flat
from bluebook.collect.printed import printed
from bluebook.collect.propose.forms import MAX_LABEL, PER_CENT, PLAIN, fold, form_of
from bluebook.collect.propose.times import WHEN, is_period
from bluebook.errors import BluebookError
from bluebook.language.expression import Call, Expression, Name, parse, show
from bluebook.language.meaning import agree, unit_of
from bluebook.model.catalogue import Catalogue

_LEAD = re.compile(
    r"^(?:[\s#*·—–-]+|(?:其中|含|注)[::]?|(?:of which|o/w|incl\.|including)[\s:]*"
    r"|[(\[]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}(?:\.\d{1,2})*)[)\]、.．:](?!\d)\s*)+",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"(?:[①-⑳*†‡]+|(?<=[^\d\s])\d\))(?=\s|$)")
_BRACKET = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]")
_UNIT_NOTE = re.compile(r"(?:计量单位|单\s*位|units?)\s*[::]\s*(.+?)\s*[)\]]?$", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"(?!1[0,\s]*$)[\d.,]+")
_LIST = re.compile(r"[、,;/]|\band\b|和")


NOT_KNOWN = "not in the catalogue"


class Label(NamedTuple):
    """A label understood: the expression ("" where it is not known), the unit as printed.

    `near` are codes that come close; `why` says what stands in the way; `to_date` tells whether
    its figures are of the year to date.
    """

    expression: str = ""
    unit: str = ""
    near: tuple[str, ...] = ()
    why: str = ""
    to_date: bool = False


class Words:
    """The words of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._labels: dict[tuple[str, str], Label] = {}

    # Places, times, units -------------------------------------------------------------------

    def territory(self, text: str) -> str:
        """The code of a place by name or code, "" where there is none."""
        found = text.strip()
        return found if found in self.catalogue.territories else self._places.get(fold(text), "")

    def unit(self, text: str) -> bool:
        """Are these words a unit?"""
        plainly = text.strip()
        if (
            not plainly
            or len(plainly) > 40
            or _BARE_NUMBER.fullmatch(plainly)
            or is_period(plainly)
        ):
            return False
        try:
            printed("1", text.strip(), self.catalogue)
        except BluebookError:
            return False
        return True

    def unit_for(self, said: str, expression: str) -> str:
        """Of units as printed (万户、亿元) the one that fits an expression, "" where none does."""
        try:
            parsed = parse(expression)
            wanted = unit_of(parsed, self.catalogue)
        except BluebookError:
            return ""
        for one in [said, *_LIST.split(said)]:
            try:
                agree(parsed, printed("1", one.strip(), self.catalogue, wanted)[2], self.catalogue)
            except BluebookError:
                continue
            if one.strip():
                return one.strip()
        return ""

    def unit_note(self, text: str) -> str:
        """The units of a note (单位:万户), "" where it is none."""
        found = _UNIT_NOTE.search(flat(text[:MAX_LABEL]))
        if found and self._units(found[1]):
            return found[1]
        inside = [m for m in _BRACKET.findall(flat(text[:MAX_LABEL])) if self._units(m)]
        return inside[-1] if inside else ""

    def _units(self, text: str) -> bool:
        return self.unit(text) or all(self.unit(one) for one in _LIST.split(text))

    # Labels ---------------------------------------------------------------------------------

    def label(self, text: str, context: str = "") -> Label:
        """What a label says; `context` is where a name's condition may stand besides."""
        key = (text, context)
        if key not in self._labels:
            self._labels[key] = self._read(text[:MAX_LABEL], fold(context + " " + text))
        return self._labels[key]

    def _read(self, text: str, around: str) -> Label:
        bare, unit = self._without_unit(fold(text))
        bare = _FOOTNOTE.sub("", WHEN.sub(" ", bare))
        bare = " ".join(_LEAD.sub("", part) for part in bare.split(" ") if part).strip(" ,;:/-—")
        to_date = bool(
            re.search(r"累计|year to date|\bytd\b|cumulative|1\s?[-–至]\s?\d+月", fold(text))
        )
        if code := self._exact.get(bare):
            return Label(code, unit, to_date=to_date)
        found, rest = self._named(bare, around)
        form, rest = form_of(rest)
        if not form and unit in PER_CENT and re.search(r"change|±|增", rest):
            form = "growth"
        rest = re.sub(r"[\W_]+", "", PLAIN.sub(" ", rest))
        if not found:
            return Label("", unit, (), NOT_KNOWN)
        near = tuple(dict.fromkeys(found))[:3]
        if rest:
            return Label("", unit, near, f"what is {rest[:30]!r}?")
        if form == "month":
            return Label("", unit, near, "of one month: it needs a mapping with that period")
        if form == "other":
            return Label(
                "", unit, near, "growth on the month before, ranks and completion are not read"
            )
        return self._formed(found, form, unit, bare, to_date)

    def says(self, text: str) -> bool:
        """Does a head say anything beside "value"?"""
        bare, unit = self._without_unit(WHEN.sub(" ", fold(text)))
        return bool(unit or re.sub(r"[\W_]+", "", PLAIN.sub(" ", bare)))

    def bare(self, text: str) -> str:
        """A label without its unit and period."""
        return self._without_unit(WHEN.sub(" ", fold(text)))[0]

    def only_form(self, text: str) -> bool:
        """Does it say how a number is meant (同比增长), but not of what?"""
        bare, unit = self._without_unit(WHEN.sub(" ", fold(text)))
        form, rest = form_of(bare)
        return bool(form or unit) and not re.sub(r"[\W_]+", "", PLAIN.sub(" ", rest))

    def speaks_of(self, text: str) -> Label | None:
        """The one indicator that a title names, with its unit."""
        bare, unit = self._without_unit(fold(text[:MAX_LABEL]))
        codes = set(self._named(bare, fold(text))[0])
        return Label(codes.pop(), unit) if len(codes) == 1 else None

    def place_in(self, text: str) -> str:
        """The one place that a text names, the smallest of those within one another; or ""."""
        words = vocabulary(self.catalogue, "zh" if chinese(text) else "en")
        codes = {w.territory for _, _, w in words.find(fold(text)) if w.territory}
        small = [
            c for c in codes
            if all(self.catalogue.within(c, other) for other in codes)
        ]  # fmt: skip
        return small[0] if small else ""

    def reads_place(self, text: str) -> bool:
        """Will a mapping read the text as a place without being told?"""
        code = self.territory(text)
        if not code:
            return False
        one = self.catalogue.territories[code]
        return text in (code, *one.name.values(), *(s for w in one.synonyms.values() for s in w))

    def _formed(self, found: list[str], form: str, unit: str, bare: str, to_date: bool) -> Label:
        code = found[-1]
        expression: Expression = Name(code)
        indicator = self.catalogue.indicator(code)
        if form == "growth" and unit in ("个百分点", "百分点"):
            expression = Call("pp", (expression,))
        elif form == "growth":
            expression = Call("yoy", (expression,))
        elif form == "net":
            expression = Call("change", (expression,))
        elif form == "share":
            whole = found[1] if len(found) > 1 and re.search("占|of", bare) else indicator.part_of
            if not whole:
                return Label("", unit, (code,), "a share of what?")
            expression = Call("share", (Name(found[0]),), (("of", Name(whole)),))
        return Label(show(expression), unit, to_date=to_date)

    def _without_unit(self, text: str) -> tuple[str, str]:
        """A label without its unit, and the unit."""
        units = [m for m in _BRACKET.finditer(text) if self._units(m[1])]
        if units:
            last = units[-1]
            for m in reversed(units):
                text = text[: m.start()] + " " + text[m.end() :]
            return text, last[1].strip()
        for mark in (",", ":", "/", " in ", " - "):
            head, _, tail = text.rpartition(mark)
            if head and self._units(tail):
                return head, tail.strip()
        return text, ""

    def _named(self, bare: str, around: str) -> tuple[list[str], str]:
        """The indicators named, in order, and the words besides."""
        words = vocabulary(self.catalogue, "zh" if chinese(bare) else "en")
        found: list[str] = []
        rest, place = [], 0
        for start, end, word in words.find(bare):
            fits = [n.code for n in word.namings if all(c in around for c in n.conditions)]
            narrow = [
                n.code for n in word.namings
                if n.conditions and all(c in around for c in n.conditions)
            ]  # fmt: skip
            if not fits:
                continue
            found.append((narrow or fits)[0])
            rest.append(bare[place:start])
            place = end
        return found, " ".join([*rest, bare[place:]])

    def near(self, text: str) -> tuple[str, ...]:
        """Codes of the names that are written most like a text."""
        bare = self.bare(text)
        close = difflib.get_close_matches(bare, list(self._exact), 6, 0.6)
        return tuple(dict.fromkeys(self._exact[name] for name in close))[:3]

    @cached_property
    def _exact(self) -> dict[str, str]:
        """Indicators by code and by every name that only one of them has."""
        found: dict[str, set[str]] = {}
        for code, one in self.catalogue.indicators.items():
            names = [code, *one.name.values(), *(s for w in one.synonyms.values() for s in w)]
            for name in names:
                if "…" not in name:
                    found.setdefault(fold(name), set()).add(code)
        return {name: codes.pop() for name, codes in found.items() if len(codes) == 1 and name}

    @cached_property
    def _places(self) -> dict[str, str]:
        found: dict[str, set[str]] = {}
        for code, one in self.catalogue.territories.items():
            for name in [*one.name.values(), *(s for w in one.synonyms.values() for s in w)]:
                found.setdefault(fold(name), set()).add(code)
        return {name: codes.pop() for name, codes in found.items() if len(codes) == 1 and name}
