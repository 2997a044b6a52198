"""What one number says of one subject: a level, a growth, a share, a change, a rank …"""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from bluebook.collect.bulletins.context import Context, Subject, choose
from bluebook.collect.bulletins.derived import rates
from bluebook.collect.bulletins.lead import MOVES, Lead
from bluebook.collect.bulletins.numbers import Quantity
from bluebook.errors import BluebookError
from bluebook.language.expression import Call, Expression, Name, Number
from bluebook.language.meaning import dimension, is_stock, unit_of
from bluebook.model.catalogue import Catalogue
from bluebook.model.period import Period
from bluebook.model.unit import PERCENT, Dimension

HUNDRED = Decimal(100)
MILLION = Decimal(1_000_000)  # 842m subscribers: no Mbps
_MEASURES = (("ratio", "multiple"), ("points", "points"), ("percent", "percent"))  # the last counts
_FROM_TO = re.compile(r"(?:从|自)\d{4}年?[到至]|\b(?:between \d{4} and|from \d{4} to) \d{4}")
_BASED = re.compile(r"以(\d{4})年为基期")
_PLANNED = re.compile(r'十[一二三四五]?五"?(?:规划)?(?:时期|期间|以来)')
SLOPPY = "percent is printed where points are meant"


class Said(Struct, frozen=True):
    """An expression and the factor its printed value takes; `expression` None: not understood."""

    expression: Expression | None
    period: Period
    manner: str
    factor: Decimal = Decimal(1)
    plus: Decimal = Decimal(0)
    inner: Expression | None = None
    suspect: str = ""
    bound: str = ""


class Teller:
    """Decides what numbers say, for one catalogue and the words of its units."""

    def __init__(self, catalogue: Catalogue, words: dict[str, dict[str, float]]) -> None:
        self.catalogue = catalogue
        self.words = words
        self._measures = {
            word: kind for unit, kind in _MEASURES for word, units in words.items() if unit in units
        }
        self._stock: dict[Expression, bool] = {}
        self._unit: dict[Expression, str] = {}
        self._dimension: dict[Expression, Dimension] = {}

    # What the language knows of an expression, asked once ----------------------------------------

    def stock(self, x: Expression) -> bool:
        """Is it dated by the last month of its period?"""
        found = self._stock.get(x)
        if found is None:
            found = self._stock[x] = is_stock(x, self.catalogue)
        return found

    def unit(self, x: Expression) -> str:
        """The code of its unit."""
        found = self._unit.get(x)
        if found is None:
            found = self._unit[x] = unit_of(x, self.catalogue)
        return found

    def dimension(self, x: Expression) -> Dimension:
        found = self._dimension.get(x)
        if found is None:
            found = self._dimension[x] = dimension(x, self.catalogue)
        return found

    def dated(self, x: Expression, period: Period) -> Period:
        """The canonical period: a stock's is its last month."""
        return period.at_end if self.stock(x) else period

    # Units --------------------------------------------------------------------------------------

    def measure(self, q: Quantity) -> str:
        """percent, points, multiple, rank, or level."""
        return q.kind if q.kind in ("rank", "multiple") else self._measures.get(q.unit, "level")

    def factor(self, q: Quantity, expression: Expression) -> Decimal | None:
        """Base units that one printed unit stands for, None where the unit does not fit."""
        code = self.unit(expression)
        if not q.unit:  # 1.56 billion is no rate per head
            return None if q.scale >= 4 and self.each(expression) else Decimal(1)
        meanings = self.words.get(q.unit, {})
        if code not in meanings:
            return MILLION if q.unit == "m" and self.catalogue.units[code].counted else None
        return Decimal(str(meanings[code]))

    def each(self, x: Expression) -> bool:
        """Is it itself so much for each user, person or piece?"""
        return any(power < 0 for _, power in self.dimension(x))

    def relative(self, expression: Expression) -> bool:
        """Is the level itself a percentage, or a rate per hundred printed as one?"""
        unit = self.unit(expression)
        return unit == "percent" or unit in self.words.get("%", {})

    # Manners ------------------------------------------------------------------------------------

    def say(self, q: Quantity, lead: Lead, subject: Subject, context: Context) -> Said:
        """What a number of a known subject says; nothing where the parts do not go together."""
        said = self._say(q, lead, subject, context)
        sound = said.expression is None or self.sound(said.expression)
        return said if sound else replace(said, expression=None)

    def sound(self, x: Expression) -> bool:
        """Has it a unit? A share of stations in a percentage has none."""
        try:
            self.unit(x)
        except BluebookError:
            return False
        return True

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
            return self._points(x, lead, context, now)
        if measure == "multiple":
            return self._multiple(x, q, lead, context, now)
        return self._level(x, q, lead, context, now)

    def _of_net(self, lead: Lead, q: Quantity, context: Context) -> bool:
        """Is a net change or a monthly pace compared with that of another time?"""
        if context.manner != "pace" and (context.manner != "change" or self.measure(q) != "level"):
            return False
        moves = lead.has("up", "down") and not lead.has(
            "reach", "net_up", "net_down", "share", "part"
        )
        compares = lead.has("yoy", "mom") or (lead.basis is not None and not lead.basis.end)
        return moves and compares and not lead.subjects and self.measure(q) in ("percent", "level")

    def now(self, x: Expression, lead: Lead, context: Context) -> Period:
        """The period a number belongs to."""
        now = context.period
        if lead.prior is not None:
            now = lead.prior.resolve(now)
        if context.at_end and not self.stock(x) and (lead.prior is None or lead.prior.same):
            now = now.to_date
        return now

    def _ranked(self, x: Expression, lead: Lead, context: Context) -> Expression:
        """What a place is ranked by: a level, its growth, a share, its net change."""
        if lead.has("share"):
            return self.share(x, lead, context) or x
        if lead.has("growth", "fall") and not self.relative(x):
            return Call("yoy", (x,))
        return Call("change", (x,)) if lead.has("net_up") and self.stock(x) else x

    def _percent(
        self, x: Expression, q: Quantity, lead: Lead, context: Context, now: Period
    ) -> Said:
        grows = lead.has(
            "up", "down", "flat", "growth", "fall", "yoy", "mom", "average", "net_up", "net_down"
        )
        grows = grows or lead.basis is not None or q.signed
        plain = not lead.has("share", "part") and not grows
        grows = grows or (plain and lead.has("level", "reach") and "growth" in lead.far)
        if lead.has("contribution"):
            whole = self._whole(x, lead, context)
            brought = whole and Call("contribution", (x,), (("of", whole),))
            return Said(brought, now, "contribution", inner=brought)
        if lead.has("completion") and isinstance(x, Name):
            return Said(Call("completion", (x,)), now, "completion")
        if lead.has("pull") and not (lead.of and lead.wholes):
            whole = self._whole(x, lead, context)
            return Said(whole and Call("pull", (x,), (("of", whole),)), now, "pull", suspect=SLOPPY)
        if lead.has("reach", "from", "level") and context.manner == "contribution" and not grows:
            return Said(context.inner, now, "contribution", inner=context.inner)
        late = not lead.close and "share" in lead.far and lead.has("reach", "level")
        shared = lead.has("part", "share") or (
            (bool(lead.wholes) or lead.within != "" or late) and not grows
        )
        if lead.near >= {"part", "or"} and context.manner == "change" and not lead.wholes:
            shared, grows = False, True  # up by 205.5 million, or 57.8 percent
        since = lead.near >= {"with", "up"} and lead.basis is not None and lead.basis.end
        if since and context.manner == "share" and context.inner is not None and not shared:
            return self._sloppy(context.inner, lead, context, now)  # 77.6% and 3.2% higher than
        if shared and self._part_of(context.subject, x) and not lead.wholes:
            assert context.subject is not None and context.subject.expression is not None
            x = context.subject.expression  # 3G用户…,移动用户渗透率13%
        if shared or (context.manner == "share" and (lead.has("reach", "from") or not grows)):
            share = self.share(x, lead, context)
            if grows and not lead.has("reach", "from", "part") and share is not None:
                return self._sloppy(share, lead, context, now)
            return Said(share, now, "share", inner=share)
        if self.relative(x) and not (grows and not lead.has("reach")):
            return Said(x, now, "level", inner=x)
        if lead.bound and not grows and context.manner != "growth":  # 5G用户超四成
            share = self.share(x, lead, context)
            return Said(share, now, "share", inner=share)
        if grows or context.manner == "growth":
            if (
                lead.has("growth", "fall")
                and lead.has("up", "down", "narrow")
                and not lead.has("reach")
            ):
                return self._sloppy(Call("yoy", (x,)), lead, context, now)
            if self.relative(x) and self.dimension(x) == PERCENT:
                return self._sloppy(x, lead, context, now)
            growth = self.growth(x, lead, context, now)
            if isinstance(growth, Call) and growth.operator == "cagr":
                span = lead.prior.resolve(context.period) if lead.prior else context.period
                now = Period.year_of(span.year)
            return Said(growth, now, "growth", inner=growth)
        return Said(None, now, "")

    def _part_of(self, subject: Subject | None, whole: Expression) -> bool:
        """Is what was spoken of a part of this, by the catalogue?"""
        part = subject.expression if subject else None
        if not isinstance(part, Name) or not isinstance(whole, Name):
            return False
        return self.catalogue.indicator(part.code).part_of == whole.code

    def _sloppy(self, inner: Expression, lead: Lead, context: Context, now: Period) -> Said:
        """提高2.2% said of a percentage: points are meant."""
        change = self._difference(inner, lead, context, now)
        return Said(change, now, "change", inner=inner, suspect=SLOPPY)

    def _points(self, x: Expression, lead: Lead, context: Context, now: Period) -> Said:
        if lead.has("pull", "drag", "contribution"):
            whole = self._whole(x, lead, context)
            match (
                context.inner
            ):  # its share of revenue rose …, boosting revenue growth by 1.2 points
                case Call("share", (part, *_), (("of", of),)) if of == x and whole is None:
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
            inner = context.inner
        else:
            return Said(None, now, "")
        if inner is None:
            return Said(None, now, "")
        return Said(self._difference(inner, lead, context, now), now, "change", inner=inner)

    def _level(self, x: Expression, q: Quantity, lead: Lead, context: Context, now: Period) -> Said:
        if lead.has("index") and not q.unit:
            return self._index(x, lead, context, now)
        if lead.hundred:
            return Said(self._per_hundred(x), now, "level", inner=self._per_hundred(x))
        factor = self.factor(q, x)
        if factor is None:
            return Said(None, now, "")
        if lead.has("per") and not self.each(x):
            return Said(None, now, "")  # 平均每人的移动流量
        ranked = context.said if context.manner == "rank" and not lead.subjects else None
        if isinstance(ranked, Call) and isinstance(ranked.arguments[0], Call):
            return Said(
                ranked.arguments[0], now, "change", factor, inner=x
            )  # 新增…居第一,超过137万户
        verbs = [v for v in lead.verbs if v != "flat"]
        if lead.has("per") and self.catalogue.units[self.unit(x)].counted:
            return Said(None, now, "")  # 每百户…61.4户
        net = lead.has("net_up", "net_down")
        moved = bool(verbs) and verbs[-1] in ("up", "down") and not lead.has("reach")
        if (
            moved
            and lead.has("level")
            and "level" in verbs
            and verbs.index("level") > 0
            and not lead.basis
        ):
            moved = verbs[-1] != "level"
        if lead.has("reach") and context.ranging and context.manner == "change":
            return Said(context.said, now, "change", factor, inner=x)  # 净增从不足1亿提高到1.49亿
        if net or moved:
            return Said(self._difference(x, lead, context, now), now, "change", factor, inner=x)
        if lead.has("mean") and self.stock(x):
            return Said(Call("mean2", (x,)), now, "mean", factor)
        return Said(x, now, "level", factor, inner=x)

    def _per_hundred(self, x: Expression) -> Expression | None:
        """100人中有26.63部固定电话: the rate of what is counted, or the rate that is named."""
        known = [x, *rates(self.catalogue, x).values()]
        return next((one for one in known if self.unit(one) == "per_100"), None)

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
        grown = lead.has("up") and not lead.has("reach") and q.unit != "" and q.kind != "multiple"
        if q.kind == "multiple" and basis is None and not lead.has("yoy"):
            return Said(None, now, "")
        bound = "about" if q.kind == "multiple" else ""
        plus = Decimal(0) if grown else -HUNDRED
        if basis is None and not grown and not lead.has("yoy"):
            return Said(None, now, "")
        if basis is not None and not grown and not basis.relative:
            base = str(self.dated(x, basis.resolve(now)))
            return Said(Call("index", (x,), (("base", base),)), now, "index", HUNDRED, bound=bound)
        since = Lead(near=lead.near, basis=basis)
        growth = self.growth(x, since, context, now)
        return Said(growth, now, "growth", HUNDRED, plus, inner=growth, bound=bound)

    # Expressions --------------------------------------------------------------------------------

    def growth(self, x: Expression, lead: Lead, context: Context, now: Period) -> Expression | None:
        """yoy(x), growth_since(x, …) or cagr(x, n), as the basis has it."""
        if lead.has("average"):
            span = context.period
            years, rest = divmod(span.months, 12)
            if lead.prior is not None:  # 从2015年到2019年: four years' growth
                span = lead.prior.resolve(span)
                years, rest = span.months // 12 - 1, span.months % 12
            elif lead.basis is not None:
                since = lead.basis.resolve(context.period)
                years, rest = divmod(context.period.last - since.last, 12)
            elif _FROM_TO.search(context.text):
                years -= 1  # from 1997 to 2018 are 21 years of growth
            elif not (_PLANNED.search(context.text) or (years == 5 and span.year % 5 == 0)):
                return None  # of 2013-2020, seven or eight: nobody says
            return Call("cagr", (x, Number(float(years)))) if years > 1 and not rest else None
        base = self._base(x, lead, now)
        if base is None and self._since_new_year(x, lead, context):
            return Call("growth_since", (x, str(now.year_end_before())))
        if base is None or self._same(x, base, now.lag(1)):
            return Call("yoy", (x,))
        return Call("growth_since", (x, str(self.dated(x, base))))

    def _since_new_year(self, x: Expression, lead: Lead, context: Context) -> bool:
        """In the first five months, users grew 3%: since the year began."""
        period = context.period
        begun = period.first % 12 == 0 and 1 < period.months < 12 and not context.at_end
        return begun and self.stock(x) and not context.yearly and lead.basis is None

    def _difference(self, x: Expression, lead: Lead, context: Context, now: Period) -> Expression:
        """change(x), pp(x) or change_since(x, …), as the basis has it."""
        base = self._base(x, lead, now)
        stock = self.stock(x)
        level = self.dimension(x) != PERCENT
        if base is None:
            quarter = stock and level and now.first % 12 and now.months in (3, 6)
            if quarter and lead.prior is None and not lead.has("yoy", "ytd"):
                return Call(
                    "change_since", (x, str(Period.month_of(now.first // 12, now.first % 12)))
                )
            month = context.period.months == 1 and not context.at_end and lead.prior is None
            if stock and level and month and not lead.has("yoy", "ytd") and now.month > 1:
                return Call("change_since", (x, str(now.shift(-1).at_end)))
            since_new_year = stock and (now.month == 12 and level if lead.has("yoy") else True)
            return Call("change" if since_new_year else "pp", (x,))
        ended = lead.has("half") or (lead.basis is not None and lead.basis.end) or base.months == 1
        if (
            stock
            and base.last == now.year_end_before().last
            and (ended or base.months == 1 or (level and now.month == 12))
        ):
            return Call("change", (x,))
        if self._same(x, base, now.lag(1)):
            return Call("pp", (x,))
        return Call("change_since", (x, str(self.dated(x, base))))

    def _base(self, x: Expression, lead: Lead, now: Period) -> Period | None:
        """The period compared with; None where the words name none or the year before."""
        if lead.basis is not None:
            base: Period = lead.basis.resolve(now)
            whole_year = base.is_year and not now.is_year and not lead.basis.end
            if whole_year and (lead.basis.relative or not isinstance(x, Call)):
                return now.lag((now.year - base.year) or 1)
            return base
        if lead.has("half"):
            return now.at_end.shift(-6)
        if lead.has("mom"):
            return (
                now.shift(-now.months)
                if now.first % 12 or now.months == 1
                else Period(now.first, now.last - 1)
            )
        return None

    def _same(self, x: Expression, a: Period, b: Period) -> bool:
        return self.dated(x, a) == self.dated(x, b)

    def share(self, x: Expression, lead: Lead, context: Context) -> Expression | None:
        """share(x, of=…) or share(x, within=…); the whole is inherited where none is named."""
        if (
            lead.within
            and not lead.wholes
            and lead.within not in (context.places or (context.territory,))
        ):
            return Call("share", (x,), (("within", lead.within),))
        if not lead.wholes and context.manner == "share" and context.inner is not None:
            inner = context.inner
            if isinstance(inner, Call) and inner.operator == "share" and inner.arguments[0] == x:
                return inner
        if lead.parted and not lead.wholes:
            return Call("share", (x,), (("within", lead.parted),))
        if not lead.wholes and not lead.has("part") and x in context.shares:
            return context.shares[x]
        whole = self._whole(x, lead, context)
        if whole is None:
            return self._of_nation(x, context)
        if whole == x:
            return Call("share", (x,), (("within", lead.within),)) if lead.within else None
        rate = rates(self.catalogue, x).get(whole)  # subscribers as a part of the population
        if rate is not None or self.dimension(whole) != self.dimension(x):
            return rate
        return Call("share", (x,), (("of", whole),))

    def _of_nation(self, x: Expression, context: Context) -> Expression | None:
        """A region's share of what is no part of anything else is of the nation's."""
        place = self.catalogue.territory((context.places or (context.territory,))[0])
        if place.level != "region" or not place.parent:
            return None
        return Call("share", (x,), (("within", place.parent),))

    def _whole(self, x: Expression, lead: Lead, context: Context) -> Expression | None:
        """The whole that a part is of: named, else the one last named, else the catalogue's."""

        if lead.wholes:
            return choose(lead.wholes[-1].word, context, lead.wholes[-1].start, whole=True)
        parent = context.parent
        if (
            lead.has("part", "share")
            and parent is not None
            and parent != x
            and (self.dimension(parent) == self.dimension(x))
        ):
            return parent
        if isinstance(x, Name) and (code := self.catalogue.indicator(x.code).part_of):
            return Name(code)
        return None
