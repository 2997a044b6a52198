"""Sign, bound and plausibility of a number that has been understood."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.amounts.numbers import Quantity
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.manner import Teller
from bluebook.collect.bulletins.clause.multiples import Said
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.language.expression import Expression
from bluebook.model.unit import NUMBER

FALLS = frozenset(("down", "net_down", "narrow"))
_AGAIN = frozenset(("with", "yoy", "mom", "or", "part"))
_BOTH = frozenset(("or", "part"))  # a change said once more, as a percentage
MOVING = FALLS | {"up", "net_up"}
_AFTER = re.compile(r"(?:的)?(出头|有余|以上|以下|以内|左右|上下|多|or more|or so|or less)")
_TORN = re.compile(r"-\d")  # 8785975-6.2万户
_AFTER_BOUND = {"以上": "over", "出头": "over", "有余": "over", "多": "over", "or more": "over", "左右": "about", "上下": "about",
                "or so": "about", "以下": "up to", "以内": "up to", "or less": "up to"}  # fmt: skip


def bound(text: str, token: Token, q: Quantity, found: Lead) -> str:
    """over, nearly, about or up to, as the words around a number have it."""
    if told := found.bound or q.bound:
        return told
    after = _AFTER.match(text, token.end)
    return _AFTER_BOUND[after[1]] if after else ""


def falls(found: Lead, said: Said, q: Quantity, *, fell: bool) -> bool:
    """Is the number a decline? The verb tells; `fell` says that the growth before it was one."""
    if q.value < 0 or said.manner in (
        "level",
        "share",
        "rank",
        "contribution",
        "completion",
        "mean",
    ):
        return False
    moves = [v for v in found.verbs if v in MOVING]
    joined = "or" in found.near or ("with" in found.near and found.basis is not None)
    if not moves and said.manner == "change" and joined:
        return fell  # down 5.4 percent, or 145 billion minutes
    if said.manner == "growth":
        again = found.near - {"level"} if not found.verbs else found.near
        if found.basis is not None and "with" in found.near:
            again = again - {"from", "cmp"}  # fell 1.2% from June and 5.5% from July 2017
        if not moves and (again <= _AGAIN or again >= _BOTH):
            return fell  # decreasing 0.62% on month and 7.95% on year, and of 1.5% on June
        if "growth" in found.near and ("reach" in found.near or found.starting):
            return "fall" in found.near  # growth slowed to 3%, from 5%
        # a decline narrowed to 3%, growth slowed from 5%: of the sign of what is spoken of
        return "fall" in found.near or bool(
            moves and moves[0 if "reach" in found.near or found.starting else -1] in FALLS
        )
    if said.manner == "pull":
        return "drag" in found.near or moves[-1:] == ["down"]
    return (bool(moves) and moves[-1] in FALLS) != ("fall" in found.near)


def plausible(
    text: str,
    q: Quantity,
    found: Lead,
    x: Expression | None,
    teller: Teller,
    *,
    second: bool = False,
) -> bool:
    """May a number without unit or scale be a figure at all? English prints counts so.

    `second`: it is what another one went up or down to.
    """
    if "index" in found.near and x is not None:
        return True
    told = (
        found.named
        or second
        or found.has("ofwhich", "level", "reach", "net_up", "net_down", "up", "down")
        or ("part" in found.near and found.close)  # fibre represented 12,400 of these
    )
    if x is None or not told or _TORN.match(text, q.end):
        return False
    if teller.dimension(x) == NUMBER:
        since = found.basis is not None or (text.isascii() is False and found.has("yoy", "mom"))
        moved = since and found.has("up", "down") and "." in q.digits
        return found.close or moved  # …为81.3,较1月上升了0.1
    counted = teller.catalogue.units[teller.unit(x)].counted
    year = "," not in text[q.start : q.end] and 1900 <= q.value < 2100
    each = teller.each(x)
    if (
        (found.named or ((found.close or second) and each))
        and not counted
        and ("." in q.digits or each)
    ):
        torn = text[max(0, q.start - 2) : q.start].rstrip().isdecimal()  # 13.5 5 5G base stations
        return not (year or torn)  # 34.4 5G base stations per 10,000 people; a teledensity of 86.38
    return counted and len(q.digits) >= 4 and "." not in q.digits and not year
