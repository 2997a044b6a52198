"""Chinese: parcels that are sent, named behind how many: 全国收寄了92.5亿件快递."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.amounts.numbers import Quantity
from bluebook.collect.bulletins.clause.tokens import Token

_VERB = r"(?:揽收|收寄|寄递|揽件|寄出|发出|发送|送出)"
SENT = re.compile(rf"^(?:共|累计|总共|一共)?{_VERB}(?:的|了)?(?=快递|快件)")
_SENDING = re.compile(rf"(?:{_VERB}|产生|完成)(?:了|出|掉)?(?:近|约|超过?|逾|大约)?$")
_POST = re.compile(r"邮政(?!局|行?业|管理|快递)|公司|集团")  # by one of those who carry them
_PARCELS = re.compile(r"(?:的|多)?(?:快递|快件)(?=[,;。!?)]|$)")


def sent(text: str, number: Token, q: Quantity) -> bool:
    """Does a clause say that so many parcels were sent, as it names them behind?"""
    if q.unit != "件" or not q.scale or _PARCELS.match(text, number.end) is None:
        return False
    if _POST.search(text, 0, number.start):
        return False
    return _SENDING.search(text, max(0, number.start - 12), number.start) is not None
