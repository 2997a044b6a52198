"""A table's parts -> a mapping: which labels say what, where, when and in which unit.

A *carrier* is a column of labels or a row of heads. Each is looked at for periods, places, units
and words; what is left unexplained becomes a remark, never a guess.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bluebook.collect.mapping import fields
from bluebook.collect.markup import letters, number
from bluebook.collect.propose.cells import Carrier, Draft, ranges, slug
from bluebook.collect.propose.dated import Dated
from bluebook.collect.propose.forms import fold
from bluebook.collect.propose.layout import MARKS, Block, is_number
from bluebook.collect.propose.times import is_part, is_period
from bluebook.collect.propose.words import NOT_KNOWN, Label, Words

if TYPE_CHECKING:
    from bluebook.edition import Book

MAX_WORDS = 600
_NOTES = re.compile(r"^(?:备注|注|说明|notes?|remarks?|comments?)$", re.IGNORECASE)
_TOTAL = re.compile(r"(?:合计|总计|总和|小计|total|sum)s?", re.IGNORECASE)
_NAMES = re.compile(r"指标|项目|名称|indicator|variable|variável|item|measure", re.IGNORECASE)
_MONTH = re.compile(r"0?[1-9]|1[0-2]")


def draft(block: Block, words: Words, around: dict[str, str], book: Book) -> Draft:
    """The mapping of one table. `around` are the names of its `sheet` and `file`."""
    return _Table(block, words, around).draft(book.territory, book.period)


class _Table(Dated):
    # The parts ------------------------------------------------------------------------------

    def draft(self, territory: str, period: str) -> Draft:
        keys = self.out.keys
        carriers = [*self.heads, *self.labels]
        full = [c for c in carriers if self.share(c, is_period) >= 0.8]
        part = [
            c for c in carriers
            if c not in full
            and (self.share(c, is_part) >= 0.8 or self.share(c, _MONTH.fullmatch) == 1)
        ]  # fmt: skip
        places = [c for c in carriers if c not in full and self.share(c, self._place) >= 0.5][:1]
        taken = [*full, *part, *places]
        units = [
            c for c in carriers if c not in taken and self.share(c, self.words.unit) >= 0.8
        ][:1]  # fmt: skip
        rest = [c for c in carriers if c not in [*taken, *units] and self.texts(c)]
        rest = [c for c in rest if c.over or not _NOTES.match(c.field)]
        used, found = self._expression(rest)
        self._unit(used, units, found)
        self._territory(places, territory)
        self._period(full, part, used, found, period)
        self._dimensions([c for c in rest if not c.over and c not in used])
        keys |= self._missing()
        self._where(taken + units + used)
        return self.out

    def _place(self, text: str) -> str:
        return self.words.territory(text) or self.words.territory(_TOTAL.sub("", fold(text)))

    def _expression(self, rest: list[Carrier]) -> tuple[list[Carrier], dict[str, Label]]:
        """What is measured: the heads, and those columns of labels that make the most known."""
        said = [c for c in rest if c.over and any(self._speaks(t) for t in self.texts(c))]
        columns = [c for c in rest if not c.over][:4]
        ways = [said]
        if said and any(self._unsaid(said)):
            ways.append([Carrier("column", True, -1), *said])
        best: tuple[int, int] = (-1, 0)
        used, found = said, dict[str, Label]()
        for size in range(len(columns) + 1):
            for some, over in itertools.product(itertools.combinations(columns, size), ways):
                tried = [*some, *over]
                labels = self._read(tried)
                known = (
                    sum(bool(labels[self.key(tried, p)].expression) for p in self.points)
                    if tried
                    else 0
                )
                if (known, -len(tried)) > best:
                    best, used, found = (known, -len(tried)), tried, labels
        if best[0] == 0 and columns and not said:
            named = [c for c in columns if _NAMES.search(c.field)] or columns[-1:]
            used = named[:1]
            found = self._read(used)
        if not used:
            return [], {"": self._of_title()}
        self.out.keys["expression"] = " ".join(c.told for c in used)
        self.out.maps["expression"] = {
            key: label.expression or False for key, label in found.items()
        }
        return used, found

    def _unsaid(self, said: list[Carrier]) -> Iterator[bool]:
        """Of each column, does its head say how its numbers are meant, but not of what?"""
        for point in {p["column"]: p for p in self.points}.values():
            yield self.words.only_form(self.key(said, point))

    def _speaks(self, text: str) -> bool:
        """Does a head say anything beside "value"?"""
        return self.words.says(text)

    def _read(self, used: list[Carrier]) -> dict[str, Label]:
        keys = list(dict.fromkeys(self.key(used, p) for p in self.points)) if used else []
        found = {key: self.words.label(key, self.context) for key in keys[:MAX_WORDS]}
        if any(c.field == "column" for c in used):
            found = self._continued(used, keys[:MAX_WORDS])
        return found | {key: Label(why="too many words") for key in keys[MAX_WORDS:]}

    def _continued(self, used: list[Carrier], keys: list[str]) -> dict[str, Label]:
        """Heads that only say how (同比增长) speak of what the head before them names."""
        rest = [c for c in used if c.field != "column"]
        found: dict[str, Label] = {}
        subject = ""
        columns = {self.key(used, p): p for p in self.points}
        for key in sorted(keys, key=lambda k: number(columns[k]["column"])):
            said = self.key(rest, columns[key])
            if self.words.only_form(said) and subject:
                found[key] = self.words.label(f"{subject} {said}", self.context)
            else:
                found[key] = self.words.label(said, self.context)
                subject = self.words.bare(said) if found[key].expression else ""
        return found

    def _of_title(self) -> Label:
        """What the title, the sheet's or the file's name speaks of."""
        for text in [*(t for _, _, t in self.block.above), *self.around.values()]:
            if found := self.words.speaks_of(text):
                self.out.keys["expression"] = found.expression
                self.out.remarks.append(f"what is measured is taken from {text[:60]!r}: check it")
                return found
        self.out.keys["expression"] = ""
        self.out.remarks.append("nothing says what is measured: write it as `expression`")
        return Label()

    def _unit(self, used: list[Carrier], units: list[Carrier], found: dict[str, Label]) -> None:
        notes = [u for _, _, t in self.block.above if (u := self.words.unit_note(t))]
        said: dict[str, Counter[str]] = {}
        direct = bool(units)
        for point in self.points:
            key = self.key(used, point)
            label = found[key]
            if not label.expression:
                continue
            column = point[units[0].field] if units else ""
            cell = "%" if point["="].rstrip().endswith(("%", "\uff05")) else ""
            fits = [
                fit for one in (label.unit, column, cell, *notes)
                if one and (fit := self.words.unit_for(one, label.expression))
            ]  # fmt: skip
            printed = next(iter(fits), "")
            if not printed and (label.unit or column):
                why = f"the unit {label.unit or column} does not fit {label.expression}"
                found[key] = Label(near=(label.expression,), why=why)
                self.out.maps.get("expression", {})[key] = False
                continue
            if not printed and label.expression.startswith(("yoy", "share")):
                printed = "%"
            if not printed and label.expression.startswith("pp"):
                printed = "个百分点"
            direct = direct and printed == column
            said.setdefault(key, Counter())[printed] += 1
        self.out.why |= {k: self._reason(k, one) for k, one in found.items() if not one.expression}
        one = {key: count.most_common(1)[0][0] for key, count in said.items()}
        if direct:
            self.out.keys["unit"] = units[0].told
        elif len(set(one.values())) <= 1 or not used:
            self.out.keys["unit"] = next(iter(one.values()), "")
        else:
            self.out.keys["unit"] = self.out.keys["expression"]
            self.out.maps["unit"] = dict(one)
        bare = [key for key, unit in one.items() if not unit]
        if bare and not direct:
            names = ", ".join(k[:40] or "all figures" for k in bare[:2])
            names += f" and {len(bare) - 2} more" if len(bare) > 2 else ""
            self.out.remarks.append(f"no unit is printed for {names}: base units are assumed")
        if any(len(count) > 1 for count in said.values()) and not direct:
            self.out.remarks.append("one name has several units: check `unit`")

    def _reason(self, key: str, label: Label) -> str:
        near = self.words.near(key) if label.why == NOT_KNOWN else label.near
        return f"{label.why}; near: {', '.join(near)}" if near else label.why

    def _territory(self, places: list[Carrier], default: str) -> None:
        keys = self.out.keys
        if not places:
            keys["territory"] = self.words.place_in(self.context) or default
            if not self.words.place_in(self.context):
                self.out.remarks.append(f"the table names no place: {default} is assumed")
            return
        texts = self.texts(places[0])
        blank = any(not p[places[0].field] for p in self.points)
        codes = {t: self._place(t) for t in texts}
        total = self._whole({c for c in codes.values() if c})
        keys["territory"] = places[0].told
        if all(self.words.reads_place(t) for t in texts) and not blank:
            self.out.direct["territory"] = dict(codes)
            return
        found = self.out.maps.setdefault("territory", {})
        for text, code in codes.items():
            found[text] = code or (total if _TOTAL.search(text) else "") or False
            if not found[text]:
                self.out.why[text] = "no place of the catalogue"
        if blank:
            found[""] = False

    def _whole(self, codes: set[str]) -> str:
        """The territory all of whose parts at some level are listed, "" where there is none."""
        known = self.words.catalogue
        for code in codes:
            level = known.territory(code).level
            for up in known.above(code):
                below = set(known.children(up, level))
                if len(below) > 1 and below <= codes:
                    return up
        return ""

    def _dimensions(self, others: list[Carrier]) -> None:
        """Columns that tell rows apart but are no place, time or measure."""
        found = {}
        for n, one in enumerate(others, 1):
            texts = self.texts(one)
            if len(texts) > 1 and all(p[one.field] for p in self.points):
                found[slug(one.field) or f"kind{n}"] = one.told
        if found:
            self.out.keys["dimensions"] = found
            names = ", ".join(one.field for one in others)
            self.out.remarks.append(f"kept as parts of the whole, by {names}: see docs/tables.md")

    def _where(self, used: list[Carrier]) -> None:
        """Header, and the columns of values."""
        keys, block = self.out.keys, self.block
        rows = block.heads or [0]
        front: dict[str, object] = {"header": rows[0] if len(rows) == 1 else rows}
        if not block.heads:
            front["names"] = [letters(c) for c in range(len(block.rows[0]))]
            front["first"] = block.first
        over = [c.field if c in used else "" for c in self.heads]
        if any(c.field == "column" for c in used) and not any(over):
            over = ["head"]
        dims = keys.get("dimensions", {})
        told = [keys.get(part) for part in ("expression", "territory", "period", "unit")]
        told += dims.values() if isinstance(dims, dict) else []
        columns = {f for text in told if isinstance(text, str) for f in fields(text)}
        if fill := [f for f in self.fill if f in columns]:
            front["fill"] = fill
        if len(block.values) == 1 and not any(over):
            front["value"] = self.name(block.values[0])
            if any(not row[block.values[0]] for row in block.rows[block.first - 1 : block.end - 1]):
                keys["missing"] = [""]
        else:
            front["wide"] = over
            if not self._all_others(columns):
                front["values"] = ",".join(ranges(block.values))
        self.out.keys = front | keys

    def _all_others(self, columns: set[str]) -> bool:
        """Are the columns of values all those with a head that nothing else uses?"""
        block = self.block
        taken = {c.at for c in self.labels if c.field in columns} | set(block.values)
        others = [c for c in range(len(block.rows[0])) if c not in taken and any(self.over(c))]
        body = block.rows[block.first - 1 : block.end - 1]
        return all(any(self.over(c)) for c in block.values) and not any(
            row[c] for row in body for c in others
        )

    def _missing(self) -> dict[str, object]:
        cells = {
            row[c] for row in self.block.rows[self.block.first - 1 : self.block.end - 1]
            for c in self.block.values if row[c] and not is_number(row[c])
        }  # fmt: skip
        found = sorted(c for c in cells if len(c) <= 30)[:40]
        odd = [c for c in found if c.lower() not in MARKS]
        if odd:
            told = ", ".join(map(repr, odd[:5]))
            self.out.remarks.append(f"cells that hold no number are taken as empty: {told}")
        return {"missing": found} if found else {}
