"""Chinese ranks that are no place among the nation's provinces: in the world, the east, among a few."""

from __future__ import annotations

import re

# In 在经济大省中排名第一 the others are not the nation's provinces.
_PART = re.compile(
    r"(?:世界|全球|国际|[东中西]部|东北|华[东南北中]|西[南北]|沿海|长三角|珠三角|同类|[一二三四五六七八九十\d]省)"
    r"(?:地区|省份|省市|城市|[一二三四五六七八九十\d]+省[区市]*)?(?:中)?(?:排名?|居|位居|位列|名列|列)?$"
)  # 东部第3位 is no rank in the nation
_AMONG = re.compile(r"(?<![全各][国省市])中(?:排名?|排在|居|位居|位列|名列|列)?$")


def among_few(text: str, start: int) -> bool:
    """Is a rank that begins at a place of the text one among others than all provinces?"""
    return _AMONG.search(text, 0, start) is not None or _PART.search(text, 0, start) is not None
