"""Shares: of which whole, or within which larger place."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.amounts.measures import Measures
from bluebook.collect.bulletins.clause.context import Context, Subject, choose
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.lexicon.derived import rates
from bluebook.language.expression import Call, Expression, Name

_PARCELS = frozenset((Name("express_volume"), Name("express_revenue")))
# That regions are looked at side by side.
_REGIONS = re.compile("比重|[分从各][区地]|(?:东部|中部|西部|东北).*(?:东部|中部|西部|东北)")


class Shares(Measures):
    """Finds the whole that a part is of."""

    def share(self, x: Expression, lead: Lead, context: Context) -> Expression | None:
        """share(x, of=…) or share(x, within=…); the whole is inherited where none is named."""
        if (
            lead.within
            and not lead.wholes
            and lead.within not in (context.places or (context.territory,))
        ):
            return Call("share", (x,), (("within", lead.within),))
        if lead.within and not lead.wholes and not context.text.isascii() and "part" in lead.near:
            return None  # of the nation, which all of it is in
        if not lead.wholes and context.manner == "share" and context.inner is not None:
            inner = context.inner
            if isinstance(inner, Call) and inner.operator == "share" and inner.arguments[0] == x:
                return inner
        if "share" in lead.near and not (lead.subjects or lead.wholes):
            told = {share for share in context.shares.values() if _of(share) == x}
            if len(told) == 1:  # 30.9% of all users have it; the share was 5.2 points higher
                return told.pop()
        if context.around and lead.has("part") and not (lead.wholes or lead.within):
            return Call("share", (x,), (("within", context.around),))  # 其中成都1.5亿件,占三分之二
        if lead.parted and not lead.wholes:
            return Call("share", (x,), (("within", lead.parted),))
        if not lead.wholes and "part" not in lead.near:
            if x in context.shares:
                return context.shares[x]
            by_region = x in _PARCELS and _REGIONS.search(context.text)
            if by_region and (nations := self._of_nation(x, context)) is not None:
                return nations  # 分区域看,西部快递业务量占比7.5%
            parcels = x in _PARCELS and context.manner == "level" and context.said == x
            if parcels and (around := self._around(context)):
                return Call("share", (x,), (("within", around),))
        whole = self._whole(x, lead, context)
        if whole is None:
            return self._of_nation(x, context)
        if whole == x:
            home = context.places or (context.territory,)
            within = lead.within if lead.within not in home else ""  # all of it is there
            return Call("share", (x,), (("within", within),)) if within else None
        if self._part_of(Subject(whole), x):
            x, whole = whole, x  # mobile users, 60 percent of them on 4G
        rate = rates(self.catalogue, x).get(whole)  # subscribers as a part of the population
        if rate is not None or self.dimension(whole) != self.dimension(x):
            return rate
        return Call("share", (x,), (("of", whole),))

    def _around(self, context: Context) -> str:
        """Chinese: the page's place, of a part of which is told: 广东以294亿件领跑全国,占比27.2%."""
        outer, inner = context.territory, context.places[:1]
        if context.text.isascii() or not any(inner) or inner[0] == outer:
            return ""
        return outer if outer in self.catalogue.above(inner[0]) else ""

    def _of_nation(self, x: Expression, context: Context) -> Expression | None:
        """A region's share of what is no part of anything else is of the nation's."""
        code = (context.places or (context.territory,))[0]
        if not code:
            return None  # of a place that nobody tells
        place = self.catalogue.territory(code)
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
            return self._shared(parent, x, context) or parent
        if isinstance(x, Name) and (code := self.catalogue.indicator(x.code).part_of):
            return Name(code)
        return None

    def _shared(self, parent: Expression, x: Expression, context: Context) -> Expression | None:
        """100M以上占比95%,其中1000M以上占比20%: the second is of the same whole as the first."""
        match context.shares.get(parent), x:
            case Call("share", _, (("of", Name() as whole),)), Name(code):
                same = self.catalogue.indicator(code).part_of == whole.code
                return whole if same and (context.manner == "share" or context.said == x) else None
            case _:
                return None

    def _come_to(self, x: Expression, lead: Lead, context: Context) -> Call | None:
        """Chinese: 比重上升了4.5个百分点,达到59.4%: the share or growth whose change was told."""
        if context.text.isascii():
            return None
        if context.manner != "change" or lead.subjects or lead.wholes or lead.within:
            return None
        if lead.has("part", "share") or not lead.has("reach", "level"):
            return None
        inner = context.shares.get(x, context.inner)
        if not isinstance(inner, Call) or inner.operator not in ("share", "yoy"):
            return None
        return inner if inner.arguments[0] == x else None

    def _part_of(self, subject: Subject | None, whole: Expression) -> bool:
        """Is what was spoken of a part of this, by the catalogue?"""
        part = subject.expression if subject else None
        if not isinstance(part, Name) or not isinstance(whole, Name):
            return False
        return self.catalogue.indicator(part.code).part_of == whole.code


def _of(share: Expression) -> Expression | None:
    """The whole of a share, if it is one of a whole."""
    match share:
        case Call("share", _, (("of", whole),)) if not isinstance(whole, str):
            return whole
        case _:
            return None
