"""English: those who were lost: 24.4 million lines were cut off; operators bled 3 million customers.

What operators bleed is what a stock fell by; how many left, or were cut off, while others came, is
nothing that is measured, and no level of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from bluebook.collect.bulletins.amounts.hedges import HEDGES
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.text.hints import ENGLISH

_BLED = re.compile(rf"\b(?:cut by|bled|bleeding|h(?:a)?emorrhag(?:ed|ing)){HEDGES} $")
_CUT = re.compile(
    r"\b(?:cut(?: off)?|disconnect(?:ed|ing)|scrapp(?:ed|ing)|axed|ditched|switched off|deactivated|terminated"
    rf"|cancell?ed|culled|purged|gave up|giving up){HEDGES} $"
)
_LEFT = re.compile(
    r"(?: (?:(?:were|was|have been|had been|being|got) (?:then |also )?(?:cut(?: off)?|disconnected|scrapped|axed|cancell?ed|given up|switched off|deactivated|terminated|culled|purged|lost|closed)"
    r"|(?:(?:have|had|having) )?(?:cancell?ed|gave up|given up|giving up|ditched|dropped|quit|abandoned|left|deserted|terminated|cut(?= the cord)))\b"
    r"(?! (?:the country|with|to|over|from|by half|in the)))"
)
LEAVING = ENGLISH.group("cut", "bled", "bleed", "disconnect", "scrapp", "axed", "ditched", "morrhag", "switched off", "deactivat", "terminat",
                        "cancel", "culled", "purged", "gave up", "giv", " lost", "closed", "dropped", " quit", "abandon", " left", "desert")  # fmt: skip


def bled(text: str, number: Token, sought: Collection[int]) -> bool:
    """Is a number by how many a stock fell: operators bled 3 million customers?"""
    start = number.start
    return LEAVING in sought and _BLED.search(text, max(0, start - 50), start) is not None


def left(text: str, group: list[Token], tail: list[Token], sought: Collection[int]) -> bool:
    """Is a number that of those who left or were cut off, as a verb beside it says?"""
    if LEAVING not in sought:
        return False
    start, end = group[0].start, group[-1].end
    if tail and tail[0].kind == "name" and tail[0].start - end < 2:
        end = tail[0].end
    before = _CUT.search(text, max(0, start - 50), start)
    return before is not None or _LEFT.match(text, end) is not None
