"""Takes the tokens of a gap one by one, and tells each its part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from bluebook.collect.bulletins.clause.dating import ABOUT, STANDS, Dating
from bluebook.collect.bulletins.clause.joining import JOIN, LONGEST_JOIN
from bluebook.collect.bulletins.clause.lead import (
    MOVES,
    SEEN,
    THIN,
    VERBS,
    About,
    Lead,
)
from bluebook.collect.bulletins.clause.strangers_en import of_age, shortened
from bluebook.collect.bulletins.clause.tokens import NOTHING, Token
from bluebook.collect.bulletins.lexicon.vocabulary import Vocabulary

_PLAIN = frozenset(("level", "reach", "share"))  # no part is named after these
_GROWS = frozenset(("up", "down", "growth", "fall"))
_PULLS = frozenset(("pull", "drag"))
# What tells of what follows, not only of its own clause.
_STEERS = _PULLS | {"part", "in", "since", "rate", "rival", "example"}
EXCEEDS = frozenset(
    (
        "首超",
        "首次超过",
        "首次超越",
        "已超过",
        "已超",
        "再超",
        "超过",
        "超越",
        "反超",
        "赶超",
        "超出",
        "超",
    )
)
_RIVALS = frozenset(("since", "rate", "rival"))
_WORD = re.compile(r"[\u4e00-\u9fffa-z0-9]")
BEYOND = frozenset(("exceeding", "exceeded", "surpassing", "surpassed", "outnumbering"))
_GLUE = re.compile(
    r"(?:[ '\"-]|\b(?:the|that|those|this|base|same|period|corresponding|level|figures?|rate|pace|growth|number|its|their|seen|recorded|posted"
    r"|registered|logged|reported|registering|last|this|of|in|for|at|during|by|as|was|were|all|s)\b)*"
)
_GENERATION = re.compile(r"(?P<words>(?<![a-z0-9])[2-6]g|td)在")
# Chinese: what drives another thing.
_DRIVES = re.compile(r"[^,;:]{0,10}的[^,;:]{0,6}(?:动力|力量|引擎|因素|主力|主因|增长点)")
_DASH = re.compile(r" --? | ?--")
# Representing a year-on-year increase of: no part of anything.
_AN_INCREASE = re.compile(
    r" (?:an?|the)(?: [a-z-]+){0,5}? (?:increase|decrease|rise|growth|drop|decline|fall|jump|gain|surge|expansion|reduction)\b"
)
_IN = re.compile(
    r"(?: (?:penetration|adoption|take-up|uptake|prevalence|usage|popularity)(?: rates?| ratios?| levels?)?)? (?:in|of|to|among|within|out of|as a (?:share|proportion|percentage) of)(?: (?:the|all|total|overall|number|of"
    r"|china's|its|country's|nation's|nation|country|whole))* ?"
)
_ITS_SHARE = re.compile(
    r"\b(?:its|their) (?:share|proportion|percentage|portion) (?:of|in) (?:the |all |total |national |overall |china's |country's |nation's )*$"
)

MANY = 4_096  # clauses of which it is remembered whether they say what a name is of


class Sorter(Dating):
    """Takes the tokens of a gap one by one."""

    listed: Token | None = None  # the last period or place
    same: Token | None = None  # 同期 behind a word of comparison
    example = False
    part = pull = above = False
    inside = 0  # where 在 … 中 begins

    def __init__(self, text: str, stop: int, vocabulary: Vocabulary, about: About) -> None:
        self.home = about.home
        self.found = Lead()
        self.text = text
        self.stop = stop
        self.vocabulary = vocabulary
        self.english = vocabulary.language == "en"
        self.codes = about.codes
        self.far_wholes: list[Token] = []  # of an earlier clause: 占…的比重居全国前三,分别为

    def sort(self, gap: Sequence[Token], near: int) -> Lead:
        """Take all tokens of a gap, of which those from `near` on stand in the last clause."""
        before: Token | None = None
        english = self.english
        close = False
        for i, token in enumerate(gap):
            if i == near:
                close = True
                self.clause()
                self.example = self.example and not (english and _aside(gap[:i]))
            kind = token.kind
            if kind == "cue":
                if close and before and not english and "noun" in token.cues:
                    stands = before.text in STANDS or before.text in ("比", "较")
                    beside = stands and self._touches(before, token)
                    self.found.rival = self.found.rival or beside  # 增速仍快于收入
                self._cue(token, close)
            elif kind == "name":
                self._name(token, before, close)
            elif kind in ("when", "place"):
                self._dated(token, before, close)
            if english and (
                token.text in THIN or (token.text in SEEN and before and "cmp" in before.cues)
            ):
                continue
            before = token
        return self.found

    def clause(self) -> None:
        """A clause begins: what a part is of is to be named anew."""
        self.part = self.pull = self.above = False
        self.inside = 0

    def _dated(self, token: Token, before: Token | None, near: bool) -> None:
        touching = before if self._touches(before, token) else None
        beside = False
        if self.listed and token.start - self.listed.end < LONGEST_JOIN:
            between = self.text[self.listed.end : token.start]
            beside = not between or JOIN.fullmatch(between) is not None
        if (when := token.when) is None:
            self._place(token, touching, beside, near)
        else:
            if when.same and touching and "cmp" in touching.cues:
                self.same = token  # 高于同期GDP增速
            self._when(token, when, touching, beside, near)
        self.listed = token
        self.above = self.above and not (touching and touching.kind == "cue")

    def _touches(self, before: Token | None, token: Token) -> bool:
        """Does nothing that matters stand between: "than" and "2019" in "than that of 2019"?"""
        if before is None:
            return False
        if before.end == token.start:
            return True
        between = self.text[before.end : token.start]
        if self.english:
            return _GLUE.fullmatch(between) is not None
        return not _WORD.search(between)

    def _cue(self, token: Token, near: bool) -> None:
        found, kinds = self.found, token.cues
        if self.english and "part" in kinds and _AN_INCREASE.match(self.text, token.end):
            return
        if self.above and near:
            found.rival = True  # 高于平均水平
        if near:
            found.near |= kinds
            if token.text not in THIN:
                found.verbs += _verbs(kinds)
            self.above = "cmp" in kinds and ("over" in kinds or "up to" in kinds)
        else:
            found.far |= kinds
            found.far_verb = found.far_verb or not (found.basis is None or kinds.isdisjoint(MOVES))
            self.above = False
        steered = self.part or self.pull or self.inside or self.example
        if not steered and kinds.isdisjoint(_STEERS):
            return
        if self.english and self.part and near and not kinds.isdisjoint(_GROWS):
            found.near.discard("part")  # representing a year-on-year increase of
            self.part = False
        self.part = (self.part or "part" in kinds) and kinds.isdisjoint(_PLAIN)
        self.pull = (self.pull or not kinds.isdisjoint(_PULLS)) and (
            "level" not in kinds or token.text in THIN
        )
        if "in" in kinds:
            self.inside = token.end
        if self.inside and ("mid" in kinds or ("share" in kinds and self._within(token))):
            if found.subjects and found.subjects[-1].start >= self.inside:
                found.wholes.append(found.subjects.pop())
            short = _GENERATION.search(self.text, max(0, self.inside - 8), self.inside)
            if short and not found.subjects:
                found.short = short["words"]  # 3G在移动电话用户中的占比
            self.inside = 0
        if near and (not kinds.isdisjoint(_RIVALS) or (self.part and "entity" in kinds)):
            found.rival = True
        self.example = (self.example or "example" in kinds) and kinds.isdisjoint(VERBS)

    def _within(self, share: Token) -> bool:
        """Chinese: does a share follow its whole: 3G在移动电话用户的渗透率?"""
        subjects = self.found.subjects
        return bool(subjects) and self.text[subjects[-1].end : share.start] == "的"

    def _name(self, token: Token, before: Token | None, near: bool) -> None:
        found = self.found
        if (
            self.english
            and before is not None
            and "aspect" in before.cues
            and self._touches(before, token)
        ):
            token = replace(token, word=NOTHING)  # the unit price of mobile traffic
        beyond = before is not None and before.text in BEYOND
        if before is not None and before.text == "taking":  # taking penetration to 94.5%
            found.near.discard("drag")
            self.pull = False
        compared = beyond or (before is not None and ("cmp" in before.cues or before is self.same))
        if compared and before is not None and before.text == "与":  # 业务收入与业务总量分别增长
            listed = found.subjects[-1:] and found.subjects[-1].end == before.start
            compared = not listed or self.text.startswith(("相比", "相较"), token.end)
        if before is not None and before.text in EXCEEDS and not self.english:
            beside = ABOUT.fullmatch(self.text, token.end, self.stop) is not None
            if found.subjects or not (near and beside):
                return  # 物联网连接数首次超越手机用户,达17亿户
            found.rival = True  # 物联网用户…,超过移动电话用户1.61亿户
        if compared and near and self._touches(before, token):
            found.rival = True  # 较城市宽带用户高6.3%
            return
        if not self.english and self.text.startswith("向", token.start - 1):
            return  # 3G用户向4G用户迁移
        if self.pull and found.subjects and _DRIVES.match(self.text, token.end):
            return  # 手机网民成为拉动网民规模攀升的主要动力
        if self.english and of_age(self.text, token.end):
            token = replace(token, word=NOTHING)  # the population aged 60 and above
        if self.english and found.subjects and self._apposed(token):
            return  # emerging services -- cloud computing, big data, IoT -- account for
        if self.example:
            return
        if not token.word.plain:
            codes = meant(found.subjects) or self.codes
            if self.vocabulary.generic(token.text, codes) and not self._conditioned(token):
                return
        if self.english and self.part and self._rate(token):
            self.part = False  # representing a penetration rate of
            found.near.discard("part")
        if self.part or (self.pull and near) or self._among(token) or self._of_its(token):
            whole = near or not self.part
            (found.wholes if whole else self.far_wholes).append(token)
        else:
            if self.english and not (before and before.kind == "name"):
                found.subjects += filter(None, [shortened(token, self.text, self.vocabulary)])
            found.subjects.append(token)
            found.close = near

    def _conditioned(self, token: Token) -> bool:
        """Chinese: does its own clause say what a name is of: 电信业完成业务总量?"""
        if self.english:
            return False
        begin = max(self.text.rfind(mark, 0, token.start) for mark in ",;:") + 1
        key = token.text, self.text[begin : token.start]
        told = self.vocabulary.told  # a name of many conditions stands before many numbers
        if key not in told:
            if len(told) >= MANY:
                told.clear()
            told[key] = any(
                all(any(word in key[1] for word in c.split("|")) for c in naming.conditions)
                for naming in token.word.namings
            )
        return told[key]

    def _rate(self, name: Token) -> bool:
        """Is a name one of a rate, of which nothing is a part?"""
        known = self.vocabulary.catalogue.indicator
        units = {known(naming.code).unit for naming in name.word.namings}
        return bool(units) and units <= {"percent", "per_100"}

    def _apposed(self, token: Token) -> bool:
        """English: does a name stand between dashes after the one that it says more of?"""
        subjects = self.found.subjects
        if token.start <= subjects[-1].end:
            return False
        between = self.text[subjects[-1].end : token.start]
        if "-" not in between or not _DASH.search(between) or len(_DASH.findall(between)) != 1:
            return False
        return _DASH.search(self.text, token.end, self.stop) is not None

    def _among(self, token: Token) -> bool:
        """English: is the name the whole in "the share of A in B"?"""
        found = self.found
        if not self.english or not found.subjects or "share" not in found.near:
            return False
        return _IN.fullmatch(self.text, found.subjects[-1].end, token.start) is not None

    def _of_its(self, token: Token) -> bool:
        """English: is the name the whole in "its share of GDP"?"""
        if not self.english or "share" not in self.found.near:
            return False
        return _ITS_SHARE.search(self.text, max(0, token.start - 48), token.start) is not None


@lru_cache(maxsize=1024)
def _verbs(kinds: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(kinds & VERBS))


def meant(names: Sequence[Token]) -> list[str]:
    """The indicators that names may stand for."""
    return [naming.code for token in names for naming in token.word.namings]


def _aside(gap: Sequence[Token]) -> bool:
    """English: does "Including 3G users," stand by itself before what the figure is of?"""
    kinds = [t.kind if not t.cue("example") else "example" for t in gap]
    at = max((n for n, kind in enumerate(kinds) if kind == "example"), default=-1)
    fronted = at >= 0 and (at == 0 or gap[at - 1].mark(","))
    named = any(kind == "name" for kind in kinds[:at])
    return fronted and not named and kinds[at + 1 :] == ["name", "mark"]
