"""What one number says of one subject: a level, a growth, a share, a change, a rank …"""

from __future__ import annotations

import re

from msgspec.structs import replace

from bluebook.collect.bulletins.amounts.numbers import Quantity
from bluebook.collect.bulletins.clause.context import Context, Subject
from bluebook.collect.bulletins.clause.lead import MOVES, Lead
from bluebook.collect.bulletins.clause.multiples import HUNDRED, Multiples, Said
from bluebook.collect.bulletins.lexicon.derived import rates, stock
from bluebook.language.expression import Call, Expression, Name
from bluebook.model.period import Period
from bluebook.model.unit import PERCENT

_WHERE = (" on ", " in ", " for ", " from ", " via ", " with ", " on the ", " in the ", " for the ")
_TO_GROWTH = re.compile(
    r" (?:to|of) (?:the |that |this |its |total |overall |sector |industry |telecom |revenue |headline |top-line )*(?:growth|increase|rise)\b"
    r"| to (?:the |that |this |its )?(?:total|overall|headline|top-line|aggregate|combined|sector|industry)(?: (?:number|figure|rate|growth|total|pace))?(?=[,.;)]|$| (?:and|in|for|while)\b)"
)
SLOPPY = "percent is printed where points are meant"


class Teller(Multiples):
    """Decides what numbers say, for one catalogue and the words of its units."""

    def say(self, q: Quantity, lead: Lead, subject: Subject, context: Context) -> Said:
        """What a number of a known subject says; nothing where the parts do not go together."""
        said = self._say(q, lead, subject, context)
        years = context.period.months
        if years > 12 and said.manner in ("growth", "change") and said.expression is not None:
            said = self._over_years(said, lead, context.period)
        sound = said.expression is None or self.sound(said.expression)
        return said if sound else replace(said, expression=None)

    def _over_years(self, said: Said, lead: Lead, span: Period) -> Said:
        """Growth that nothing says is yearly, over several years: since the year before a plan.

        From one year to another, the first may be counted or not: nothing is said then.
        """
        x = said.expression
        yearly = isinstance(x, Call) and x.operator in ("yoy", "change")
        if not isinstance(x, Call) or not yearly or lead.basis is not None or "yoy" in lead.near:
            return said
        first, month = divmod(span.first, 12)
        if span.months != 5 * 12 or first % 5 != 1 or month:
            return replace(said, expression=None)
        level = x.arguments[0]
        assert not isinstance(level, str)
        before, last = Period.year_of(first - 1), Period.year_of(first + 4)
        operator = "growth_since" if x.operator == "yoy" else "change_since"
        since = str(self.dated(level, before.at_end if self.stock(level) else before))
        return replace(said, expression=Call(operator, (level, since)), period=last)

    def _say(self, q: Quantity, lead: Lead, subject: Subject, context: Context) -> Said:
        x = subject.expression
        assert x is not None
        now = self.now(x, lead, context)
        measure = self.measure(q)
        if lead.starting:
            lead = replace(lead, near=lead.near - MOVES | {"from"}, verbs=[])
        if self._of_net(lead, q, context):
            return Said(None, now, "")  # 净增146.9万户,比上月减少22.2万户
        if measure == "rank":
            return Said(Call("rank", (self._ranked(x, lead, context),)), now, "rank")
        if measure == "percent":
            return self._percent(x, q, lead, context, now)
        if self.unit(x) in self.words.get(q.unit, {}):
            return self._level(x, q, lead, context, now)  # an index of points, a ratio in times
        if measure == "points":
            return self._points(x, q, lead, context, now)
        if measure == "multiple":
            return self._multiple(x, q, lead, context, now)
        return self._level(x, q, lead, context, now)

    def _of_net(self, lead: Lead, q: Quantity, context: Context) -> bool:
        """Is a net change or a monthly pace compared with that of another time?"""
        built = context.manner == "change" and "新建" in context.text  # 新建5万个,同比增长38.9%
        level = self.measure(q) == "level" or built
        if context.compared and level:
            return False  # 比9月高0.38GB,比去年同月高1.9GB
        if context.manner != "pace" and (context.manner != "change" or not level):
            return False
        moves = lead.has("up", "down") and not lead.has(
            "reach", "net_up", "net_down", "share", "part"
        )
        compares = lead.has("yoy", "mom") or (lead.basis is not None and not lead.basis.end)
        if "with" in lead.near and context.text.isascii():
            return False  # 1.2 million down on the year and 15 million below the level of 2018
        return moves and compares and not lead.subjects and self.measure(q) in ("percent", "level")

    def _ranked(self, x: Expression, lead: Lead, context: Context) -> Expression:
        """What a place is ranked by: a level, its growth, a share, its net change."""
        if "share" in lead.near:
            return self.share(x, lead, context) or x
        if lead.has("growth", "fall") and not self.relative(x):
            return Call("yoy", (x,))
        return Call("change", (x,)) if "net_up" in lead.near and self.stock(x) else x

    def _percent(
        self, x: Expression, q: Quantity, lead: Lead, context: Context, now: Period
    ) -> Said:
        if q.signed:
            lead.near.discard("part")  # i.e. +22.3%
        grows = lead.has(
            "up", "down", "flat", "growth", "fall", "yoy", "mom", "average", "net_up", "net_down"
        )
        grows = grows or lead.basis is not None or q.signed
        if grows and "per" in lead.near and not self.each(x) and context.text.isascii():
            return Said(None, now, "")  # data usage per capita grew
        if not grows and "posts" in lead.near and lead.close and not self.relative(x):
            grows = not (
                lead.wholes or lead.of or lead.within or lead.has("share", "part", "reach")
            )
        if q.signed and context.text.isascii():
            lead.near.discard("part")  # 33.98 billion of them (+33.6%)
        plain = not lead.has("share", "part") and not grows
        grows = grows or (plain and self._again(lead, context))
        grows = grows or (plain and lead.has("level", "reach") and "growth" in lead.far)
        if "contribution" in lead.near:
            whole = self._whole(x, lead, context)
            brought = (
                Call("contribution", (x,), (("of", whole),)) if whole not in (None, x) else None
            )
            return Said(brought, now, "contribution", inner=brought)
        if "completion" in lead.near and isinstance(x, Name):
            return Said(Call("completion", (x,)), now, "completion")
        if "pull" in lead.near and not (lead.of and lead.wholes):
            whole = self._whole(x, lead, context)
            return Said(whole and Call("pull", (x,), (("of", whole),)), now, "pull", note=SLOPPY)
        if lead.has("reach", "from", "level") and context.manner == "contribution" and not grows:
            return Said(context.inner, now, "contribution", inner=context.inner)
        if not grows and (came := self._come_to(x, lead, context)) is not None:
            kind = "share" if came.operator == "share" else "growth"
            return Said(came, now, kind, inner=came)
        late = not lead.close and "share" in lead.far and lead.has("reach", "level")
        shared = lead.has("part", "share") or (
            (bool(lead.wholes) or lead.within != "" or late)
            and not (grows or (self.relative(x) and lead.has("level", "reach")))
        )
        if lead.near >= {"part", "or"} and context.manner == "change" and not lead.wholes:
            shared, grows = False, True  # up by 205.5 million, or 57.8 percent
        changes = lead.near >= {"with", "up"} and lead.basis is not None and lead.basis.end
        weighed = context.weighed and grows and lead.basis is not None and not lead.subjects
        of_share = context.manner == "share" and context.inner is not None and not shared
        if of_share and context.inner is not None and (changes or weighed):
            # 77.6% and 3.2% higher than; 比重降至32.5%,比上年同期回落10.5%
            return self._sloppy(context.inner, lead, context, now)
        named = lead.close and self.relative(x) and not (lead.wholes or lead.within)
        if named and (shared or not grows):
            # the figure represents a penetration rate of 44.9%; 占27.7%。普及率为58.6%
            return Said(x, now, "level", inner=x)
        if shared and self._part_of(context.subject, x) and not lead.wholes:
            assert context.subject is not None and context.subject.expression is not None
            x = context.subject.expression  # 3G用户…,移动用户渗透率13%
        if (
            shared and not lead.wholes and (q.value > HUNDRED or lead.hundred)
        ):  # more than all: of each hundred
            rate = self._per_hundred(x)
            return Said(rate, now, "level", inner=rate)
        if shared or (context.manner == "share" and (lead.has("reach", "from") or not grows)):
            share = self.share(x, lead, context)
            if grows and not lead.has("reach", "from", "part") and share is not None:
                return self._sloppy(share, lead, context, now)
            return Said(share, now, "share", inner=share)
        if self.relative(x) and not (grows and "reach" not in lead.near):
            return Said(x, now, "level", inner=x)
        if lead.bound and not grows and context.manner != "growth":  # 5G用户超四成
            share = self.share(x, lead, context)
            return Said(share, now, "share", inner=share)
        if grows or context.manner == "growth":
            if (
                lead.has("growth", "fall")
                and lead.has("up", "down", "narrow")
                and "reach" not in lead.near
            ):
                return self._sloppy(Call("yoy", (x,)), lead, context, now)
            if self.relative(x) and self.dimension(x) == PERCENT:
                return self._sloppy(x, lead, context, now)
            growth = self.growth(x, lead, context, now)
            if isinstance(growth, Call) and growth.operator == "cagr":
                span = lead.prior.resolve(context.period) if lead.prior else context.period
                now = Period.year_of(span.year) if span.months % 12 == 0 else now
            return Said(growth, now, "growth", inner=growth)
        return Said(None, now, "")

    def _again(self, lead: Lead, context: Context) -> bool:
        """English: a verb left out: SMS fell 0.6 percent to 440 billion and MMS by 11.9 percent."""
        told = context.grown is not None and context.manner in ("growth", "level")
        own = lead.close and not (lead.of or lead.wholes or lead.within)
        if own and context.text.endswith(_WHERE, 0, lead.subjects[-1].start):
            return False  # minutes on mobiles fell 4.1 percent, and on fixed lines 12.6 percent
        return told and own and lead.near <= {"with"} and context.text.isascii()

    def _sloppy(self, inner: Expression, lead: Lead, context: Context, now: Period) -> Said:
        """提高2.2% said of a percentage: points are meant."""
        change = self._difference(inner, lead, context, now)
        return Said(change, now, "change", inner=inner, note=SLOPPY)

    def _points(
        self, x: Expression, q: Quantity, lead: Lead, context: Context, now: Period
    ) -> Said:
        if "net_up" in lead.near and _TO_GROWTH.match(context.text, q.end):
            lead.near.add("pull")  # adds 0.8 points to growth
        match context.inner:
            case Call("contribution", (part, *_), (("of", of),)) if lead.has("pull", "net_up"):
                return Said(Call("pull", (part,), (("of", of),)), now, "pull")
        if lead.has("pull", "drag", "contribution"):
            whole = self._whole(x, lead, context)
            match (
                context.inner
            ):  # its share of revenue rose …, boosting revenue growth by 1.2 points
                case Call("share", (part, *_), (("of", of),)) if of == x and whole in (None, x):
                    return Said(Call("pull", (part,), (("of", x),)), now, "pull")
            return Said(whole and Call("pull", (x,), (("of", whole),)), now, "pull")
        inner: Expression | None
        if lead.has("share", "part"):
            inner = self.share(x, lead, context)
        elif lead.has("growth", "fall"):
            inner = Call("yoy", (x,))
        elif self.relative(x):
            inner = x
        elif context.inner is not None and context.manner in (
            "share",
            "growth",
            "change",
            "contribution",
        ):
            told = context.shares.get(x) if context.manner in ("share", "change") else None
            inner = told if told is not None and "list" in lead.near else context.inner
        elif isinstance(context.grown, Call) and context.grown.arguments[0] == x:
            inner = context.grown  # revenue rose 6.5% to 360 billion, up 4.7 points
        else:
            return Said(None, now, "")
        if inner is None:
            return Said(None, now, "")
        return Said(self._difference(inner, lead, context, now), now, "change", inner=inner)

    def _level(self, x: Expression, q: Quantity, lead: Lead, context: Context, now: Period) -> Said:
        if "index" in lead.near and not q.unit:
            return self._index(x, lead, context, now)
        if lead.hundred:
            return Said(self._per_hundred(x), now, "level", inner=self._per_hundred(x))
        factor = self.factor(q, x)
        if factor is None:
            return Said(None, now, "")
        if lead.has("per", "rate") and not self.each(x):
            return Said(None, now, "")  # 平均每人的移动流量, parcels a day
        ranked = context.said if context.manner == "rank" and not lead.subjects else None
        if isinstance(ranked, Call) and isinstance(ranked.arguments[0], Call):
            return Said(
                ranked.arguments[0], now, "change", factor, inner=x
            )  # 新增…居第一,超过137万户
        alone = not (lead.near or lead.subjects or context.compared)
        if alone and lead.prior and lead.prior.same and context.manner == "change":
            return Said(context.said, now, "change", factor, inner=x)  # 上年同期(6387万户)
        verbs = [v for v in lead.verbs if v != "flat"]
        if "per" in lead.near and self.catalogue.units[self.unit(x)].counted:
            return Said(None, now, "")  # 每百户…61.4户
        built = stock(self.catalogue, x) is not None and lead.basis is None
        net = lead.has("net_up", "net_down") and not built  # 今年将新建60万个, after what was built
        moved = bool(verbs) and verbs[-1] in ("up", "down") and "reach" not in lead.near
        if (
            moved
            and "level" in lead.near
            and "level" in verbs
            and verbs.index("level") > 0
            and not lead.basis
        ):
            moved = verbs[-1] != "level"
        if "reach" in lead.near and context.ranging and context.manner == "change":
            return Said(context.said, now, "change", factor, inner=x)  # 净增从不足1亿提高到1.49亿
        if net and lead.prior is not None and (before := self._as_before(x, context, now)):
            return Said(before, now, "change", factor, inner=x)
        joined = lead.near <= {"with", "from", "cmp"} and lead.basis is not None
        if joined and context.manner == "change" and not lead.subjects and context.text.isascii():
            moved = lead.near >= {"with"}  # rose 8 million from a year ago and 1.6 million from May
        if net or moved:
            return Said(self._difference(x, lead, context, now), now, "change", factor, inner=x)
        if "mean" in lead.near and self.stock(x):
            return Said(Call("mean2", (x,)), now, "mean", factor)
        return Said(x, now, "level", factor, inner=x)

    def _as_before(self, x: Expression, context: Context, now: Period) -> Expression | None:
        """English: 6.8 million were added, up from 6.7 million in October: in as long a time."""
        match context.said:
            case Call("change", (of,)) if of == x and context.text.isascii():
                month = now.months == 1 and not context.at_end
                return None if month else context.said
            case Call("change_since", (of, str() as since)) if of == x and context.text.isascii():
                begun = now.last - context.period.last + Period.parse(since).last
                return Call("change_since", (x, str(Period(begun, begun))))
        return None

    def _per_hundred(self, x: Expression) -> Expression | None:
        """100人中有26.63部固定电话: the rate of what is counted, or the rate that is named."""
        known = [x, *rates(self.catalogue, x).values()]
        return next((one for one in known if self.unit(one) == "per_100"), None)
