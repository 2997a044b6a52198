"""Chinese: what stands right behind a number: a part, its whole, an aim, the place of a rank."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.chinese.others import Others
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.tokens import Token

_AMONG = re.compile("当?中|里")
_ARE = re.compile(
    r"(?:的?用户|的)?(?:已经?|都|在)?(?:为|是|都是|属于|用上了?|使用|在用|选用了?|选择了?|办理了?|升级到了?|升级为)"
)
_WHICH = re.compile(r"[\u4e00-\u9fffa-z0-9]{2,10}?(?=的?套餐|的?宽带|[,。;(]|$)")
_AIM = re.compile(
    r"(?:以上|左右)?\"?的?(?:这一)?(?:规划|发展|建设|年度|全年|预期|既定|任务)?(?:目标|任务)"
)
_REACHED = re.compile(
    r"目标(?:任务)?(?:值|数)?(?:,[^,;:]{0,8}?)?(?:已|都|均|也|就|的?)(?:经|提前|全部|超额|如期|顺利|圆满)*(?:完成|实现|达成|达到|突破)"
)
_RANKED = re.compile(r"的?(?:地区|省份|省|城市|市|区)?(?:是|为|:)")


class Behind(Others):
    """Reads what follows one number of a sentence."""

    row: Row

    def _are(self, end: int) -> Token | None:
        """The name of a part that follows its share: 移动电话用户中,81.3%为4G用户."""
        match = _ARE.match(self.text, end)
        if match is None:
            return None
        start = match.end()
        name = next((t for t in self.tokens if t.start == start and t.kind == "name"), None)
        which = _WHICH.match(self.text, start) if name is None else None
        word = self.row.vocabulary.index.get(f"{which[0]}用户") if which else None
        if which is None or word is None or not word.plain:
            return name
        return Token(start, which.end(), "name", f"{which[0]}用户", word)  # 已经用上百兆以上

    def _parted(self, found: Lead, part: Token) -> None:
        """Let a lead know that its number is the share of a part in what was named before."""
        found.subjects, found.close, found.unknown = [part], True, ""
        found.near.add("part")

    def aims(self, token: Token) -> bool:
        """Is a number an aim that was reached, of a time that is not the text's?"""
        return self.aim(token) > 0

    def aim(self, token: Token) -> int:
        """Where the words end that make a number an aim: 450万个以上"的目标; 0 where none do."""
        aim = _AIM.match(self.text, token.end)
        return aim.end() if aim else 0

    def reached(self) -> int:
        """Where it ends that an aim was reached: 目标已提前完成; 0 where nothing says so."""
        reached = _REACHED.search(self.text) if "目标" in self.text else None
        return reached.end() if reached else 0

    def _whole(self, number: Token) -> Token | None:
        """The name that says what a number is of as a whole: 在17.18亿户移动电话用户中占43.7%."""
        text, end = self.text, number.end
        if not text.endswith("在", 0, number.start):
            return None
        name = next((t for t in self.tokens if t.start == end and t.kind == "name"), None)
        return name if name is not None and _AMONG.match(text, name.end) else None

    def ranked(self, token: Token) -> str:
        """The place that a rank is said to be of: 排在第一名的地区是四川."""
        match = _RANKED.match(self.text, token.end)
        place = next((t for t in self.tokens if match and t.start == match.end()), None)
        return place.word.territory if place is not None and place.kind == "place" else ""
