"""When a table's values are: from carriers of periods, from words that name them, from around."""

from __future__ import annotations

import re

from bluebook.collect.markup import letters
from bluebook.collect.propose.cells import Carrier, Cells, Draft
from bluebook.collect.propose.layout import Block
from bluebook.collect.propose.times import JOINED, is_period, spoken, to_date, when
from bluebook.collect.propose.words import Label, Words
from bluebook.model.period import Period


class Dated(Cells):
    """A table's cells, what stands around them, and when their values are."""

    def __init__(self, block: Block, words: Words, around: dict[str, str]) -> None:
        super().__init__(block)
        self.words, self.around = words, around
        self.context = " ".join([*around.values(), *(text for _, _, text in block.above)])[:2_000]
        self.out = Draft({}, above=block.above)

    def _period(
        self, full: list[Carrier], part: list[Carrier], used: list[Carrier],
        found: dict[str, Label], default: str,
    ) -> None:  # fmt: skip
        """When: from carriers of periods; from words that name them; from what stands around."""
        if part and full and self._joined(full[0].field, part[0].field):
            return
        if full:
            self._mapped_period(full[:1], [], "")
            return
        around = [f for f in self._around() if when(f[1])]
        if part:
            year = re.search(r"(?:19|20)\d\d", self.around["file"])
            if year and around[:1] != [("sheet", self.around["sheet"])]:
                self.out.keys["name"] = r"(?P<year>(?:19|20)\d\d)"
                for p in self.points:
                    p["year"] = year[0]
                if self._joined("year", part[0].field):
                    return
                del self.out.keys["name"]
            self._mapped_period(part[:1], around[:1], default)
            return
        some = [c for c in used if any(when(t) for t in self.texts(c))]
        if some or around:
            self._mapped_period(some[:1], [] if some else around[:1], default)
            if not some and any(label.to_date for label in found.values()):
                held = self.out.maps.get("period", {})
                self.out.maps["period"] = {k: to_date(str(v)) for k, v in held.items()}
            return
        self.out.keys["period"] = default
        self.out.remarks.append(f"the table does not say when: {default} is assumed")

    def _joined(self, year: str, part: str) -> bool:
        for form in JOINED:
            if all(is_period(form.format(p[year], p[part])) for p in self.points):
                self.out.keys["period"] = form.format(f"{{{year}}}", f"{{{part}}}")
                return True
        return False

    def _around(self) -> list[tuple[str, str]]:
        """Fields that are the same for the whole table, nearest first."""
        cells = [(f"{letters(c)}{r}", t) for r, c, t in self.block.above]
        return [*reversed(cells), *self.around.items()]

    def _mapped_period(
        self, some: list[Carrier], around: list[tuple[str, str]], default: str
    ) -> None:
        told = [c.told for c in some]
        for name, text in around[:1]:
            if name not in self.around:
                self.out.keys["cells"] = {name: name}
            told.insert(0, f"{{{name}}}")
            for p in self.points:
                p[name] = text
        names = [name for name, _ in around[:1]] + [c.field for c in some]
        texts = dict.fromkeys(" ".join(p[n] for n in names).strip() for p in self.points)
        self.out.keys["period"] = " ".join(told)
        read = {t: spoken(t) for t in texts}
        if all(is_period(t) for t in texts):
            self.out.direct["period"] = dict(read)
            return
        latest = max(
            filter(None, read.values()), key=lambda p: Period.parse(p).last, default=default
        )
        self.out.maps["period"] = {t: p or latest for t, p in read.items()}
        if "" in read.values():
            self.out.remarks.append(f"some heads do not say when: {latest} is assumed")
