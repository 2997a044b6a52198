"""What multiples and indices say: 是上年的2.3倍, doubled, an index of 188 on the base of 2015."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct

from bluebook.collect.bulletins.amounts.numbers import Quantity
from bluebook.collect.bulletins.clause.context import Context
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.shares import Shares
from bluebook.collect.bulletins.clause.since import Since
from bluebook.language.expression import Call, Expression
from bluebook.model.period import Period

HUNDRED = Decimal(100)
_BASED = re.compile(r"以(\d{4})年为基期")


class Said(Struct, frozen=True):
    """An expression and the factor its printed value takes; `expression` None: not understood."""

    expression: Expression | None
    period: Period
    manner: str
    factor: Decimal = Decimal(1)
    plus: Decimal = Decimal(0)
    inner: Expression | None = None
    note: str = ""
    bound: str = ""


class Multiples(Since, Shares):
    """Decides what a multiple or an index says."""

    def _index(self, x: Expression, lead: Lead, context: Context, now: Period) -> Said:
        """以2015年为基期的指数为188, an index of 188 on the base of 2015."""
        based = _BASED.search(context.text)
        if based is None and lead.basis is None:
            return Said(None, now, "")
        base = Period.parse(based[1]) if based else lead.basis.resolve(now) if lead.basis else now
        return Said(
            Call(
                "index", (x,), (("base", str(self.dated(x, base) if base.months == 1 else base)),)
            ),
            now,
            "index",
        )

    def _multiple(
        self, x: Expression, q: Quantity, lead: Lead, context: Context, now: Period
    ) -> Said:
        """是上年的2.3倍, 增长4.19倍, 比2015年翻一番: growth, or an index on the year named."""
        basis = lead.basis or lead.prior
        if lead.prior is not None:
            now = self.now(x, Lead(), context)
        grown = (
            "up" in lead.near and "reach" not in lead.near and q.unit != "" and q.kind != "multiple"
        )
        if q.kind == "multiple" and basis is None and "yoy" not in lead.near:
            return Said(None, now, "")
        if q.kind == "multiple" and lead.bound and context.text.isascii():
            return Said(None, now, "")  # nearly doubled: by how much, nobody says
        bound = "about" if q.kind == "multiple" else ""
        plus = Decimal(0) if grown else -HUNDRED
        if basis is None and not grown and "yoy" not in lead.near:
            return Said(None, now, "")
        if basis is not None and not grown and not basis.relative:
            base = str(self.dated(x, basis.resolve(now)))
            return Said(Call("index", (x,), (("base", base),)), now, "index", HUNDRED, bound=bound)
        since = Lead(near=lead.near, basis=basis)
        growth = self.growth(x, since, context, now)
        return Said(growth, now, "growth", HUNDRED, plus, inner=growth, bound=bound)
