"""A sentence's tokens: lists of numbers, and what follows a number that belongs to it."""

from __future__ import annotations

import re
from bisect import bisect_left

from bluebook.collect.bulletins.amounts.numbers import Quantity
from bluebook.collect.bulletins.clause.joining import JOIN
from bluebook.collect.bulletins.clause.lead import SEEN, THIN
from bluebook.collect.bulletins.clause.manner import Teller
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.lexicon.vocabulary import Vocabulary
from bluebook.collect.bulletins.text.hints import ENGLISH
from bluebook.collect.bulletins.text.once import once

MAX_LIST = 40
_BY = re.compile(r" (?:by )?(?:about |nearly |over |some |around |almost |a further )?")
_FOR = re.compile(r" (?:for|giving|at) an? $")
_DO = re.compile(
    r" (?:now |already )?(?:enjoy(?:ed)?|have|had|were|are|use|used|chose|subscribed?|connect(?:ed)?)\b"
)
TURN = re.compile(
    r"\b(?:(?:while|whereas|but|although|though|whilst|after|following|despite|amid|amidst|because|thanks to|helped|driven|fuelled|fueled|buoyed|spurred)\b"
    r"|as (?!of\b|at\b|in\b|against\b|compared\b|opposed\b|much\b|many\b|well\b|high\b|low\b|large\b|measured\b|an?\b|the end\b|part\b))"
)


# Verbs that go on to a number: the remaining 1.08 billion rose 29.5 percent.
_FINITE = frozenset(
    (
        "rose", "fell", "grew", "increased", "decreased", "declined", "dropped", "climbed", "jumped",
        "surged", "slipped", "shrank", "expanded", "soared", "dipped", "slid", "edged up", "gained",
    )
)  # fmt: skip


class Row:
    """One sentence as all look at it that read it: its text, its tokens, what they may mean.

    `told` is what its cues tell together, `kinds` of what kinds its tokens are.
    """

    def __init__(
        self, text: str, tokens: list[Token], teller: Teller, vocabulary: Vocabulary
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.kinds = {t.kind for t in tokens}
        self.told = frozenset().union(*[t.cues for t in tokens if t.cues])
        self.teller = teller
        self.catalogue = teller.catalogue
        self.vocabulary = vocabulary
        self.language = vocabulary.language
        self.listing = "list" in self.told
        self.strange = "strange" in self.told

    def group_end(self, i: int) -> int:
        """The end of a list of numbers of one kind that begins at token i: 3.2、4.1和5亿户."""
        first = self.tokens[i]
        stop, last, said = i + 1, first, first.end
        for j in range(i + 1, min(len(self.tokens), i + 2 * MAX_LIST)):
            token = self.tokens[j]
            if token.kind == "number":
                between = self.text[said : token.start]
                if (
                    not JOIN.fullmatch(between)
                    or not between.strip()
                    or not self.alike(last, token)
                ):
                    break
                listing = self.listing or (self.language == "en" and self._listed(i))
                if between.startswith(",") and not listing and self.language == "en":
                    break  # reached 355 million, and 512,000 villages
                if between.strip() == "," and not listing:
                    break
                last, stop, said = token, j + 1, token.end
            elif self.language == "en" and "yoy" in token.cues and self._again(token, said, j):
                said = token.end  # 46.4% YOY and 52.1% YOY
            elif not (token.mark("、,") or "with" in token.cues):
                break
        return stop

    def _listed(self, i: int) -> bool:
        """English: do three numbers of a unit at least stand side by side: 77.2%, 15.5% and 7.3%?

        Or as many large ones as places were named: 1.53 million, 710,000 and 237,000 base stations.
        """
        before, many, told = self.tokens[i], 1, True
        for token in self.tokens[i + 1 : i + 2 * MAX_LIST]:
            if token.mark(",") or token.cue("with"):
                continue
            if token.quantity is None or before.quantity is None:
                return False
            between = self.text[before.end : token.start]
            if not _beside(before.quantity, token.quantity):
                if not (_large(before.quantity) and _large(token.quantity)):
                    return False
                told = False
            many += 1
            if between in (" and ", ", and "):
                told = told and bool(token.quantity.unit or token.quantity.scale)
                return many > 2 and (told or (_large(token.quantity) and self._placed(i) == many))
            if between != ", ":
                return False
            before = token
        return False

    def _placed(self, i: int) -> int:
        """How many places are named before a number."""
        return sum(t.kind == "place" for t in self.tokens[:i])

    def _again(self, token: Token, said: int, j: int) -> bool:
        """Does "year on year" follow a number at once, and again the one that "and" joins to it?"""
        follows = self.tokens[j + 1 : j + 4]
        if token.start - said > 1 or [t.kind for t in follows] != ["cue", "number", "cue"]:
            return False
        return "with" in follows[0].cues and "yoy" in follows[2].cues

    def alike(self, a: Token, b: Token) -> bool:
        assert a.quantity and b.quantity
        kinds = self.teller.measure(a.quantity), self.teller.measure(b.quantity)
        if a.quantity.unit and b.quantity.unit.startswith(a.quantity.unit):
            return True  # 2.3个、2.4个和3.2个百分点
        if a.quantity.scale and not a.quantity.unit and kinds[1] != "level":
            return False  # 1.05 billion, and 99.6 percent of them
        return kinds[0] == kinds[1] or (not a.quantity.unit and a.quantity.kind == "number")

    def tail(self, stop: int) -> list[Token]:
        """The tokens after a number that still belong to it."""
        tail: list[Token] = []
        before = self.tokens[stop - 1]
        for token in self.tokens[stop : stop + 12]:
            if token.kind in ("number", "mark"):
                break
            between = self.text[before.end : token.start]
            if self.language == "zh":
                head = not self.text.startswith("的", token.end)  # 5631个5G基站的铁塔: of towers
                if (
                    token.kind == "name"
                    and between in ("", "的")
                    and head
                    and not self._goes_on(token)
                ):
                    tail.append(token)
                break
            if token.kind == "name" and any(t.kind == "name" for t in tail) and _DO.match(between):
                break  # 94 percent of broadband users enjoy 100 Mbps
            if (token.kind == "name" or token.when) and _FOR.search(between):
                break  # 420 million users by June for a penetration rate of 31.8%
            if TURN.search(between) or (
                token.text == "with" and (tail or not self._names(token, 24))
            ):
                break  # with a year-on-year growth of
            if not tail and token.text in ("were", "are", "registered") and self._names(token):
                continue
            if "with" in token.cues and (self._bases(tail, token) or self._dates_too(tail, token)):
                tail.append(token)  # compared with the first quarter and the whole year of 2018
                continue
            goes_on = "from" in token.cues and self._compares(token)
            if token.text == "added" and not tail:
                goes_on = self._dates(token)  # the 6.7 million added in October
            if not goes_on and token.cue(
                "with", "part", "reach", "net_up", "net_down", "from", "pull", "example"
            ):
                break
            if (
                "level" in token.cues
                and "cmp" not in token.cues
                and token.text not in ("of", "at", "with")
                and not (token.text in SEEN and (self._dates(token) or _on(tail)))
            ):
                break
            if token.cue("up", "down") and (len(between) > 16 or self._moves(token)):
                break
            tail.append(token)
            before = token
        return tail

    @once
    def sought(self) -> set[int]:
        """English: the groups of `hints.ENGLISH` of which a word is in the sentence."""
        return ENGLISH.found(self.text)

    @once
    def starts(self) -> list[int]:
        """Where the tokens begin."""
        return [t.start for t in self.tokens]

    def first(self, place: int) -> int:
        """The number of the first token that begins at a place or after it."""
        return bisect_left(self.starts, place)

    def following(self, last: Token) -> list[Token]:
        """The tokens after one, without a bracket that begins there."""
        after = self.tokens[self.first(last.end) :]
        if after and after[0].mark("("):
            closes = next((n for n, t in enumerate(after) if t.mark(")")), -1)
            if 0 < closes < 6:
                return after[closes + 1 :]
        return after

    def dated(self, number: Token) -> Token | None:
        """English: the period right behind a number: than the 66.4 million recorded in 2020."""
        for token in self.tokens[self.first(number.end) :][:4]:
            if token.when is not None:
                return token
            if token.text not in THIN and token.text not in SEEN:
                return None
        return None

    def _goes_on(self, name: Token) -> bool:
        """Has a name a number of its own: the second one in 电话用户超7.7亿 手机用户超4亿?"""
        after = (t for t in self.tokens if t.start >= name.end)
        return next((t.kind == "number" for t in after if t.kind in ("number", "mark")), False)

    def _moves(self, verb: Token) -> bool:
        """English: does a verb go on to a number of its own: 196 million by May, falling 0.6%?"""
        after = self.tokens[self.first(verb.end) :][:1]
        finite = verb.text.endswith("ing") or verb.text in _FINITE
        if not after or after[0].kind != "number" or not finite:
            return False
        return _BY.fullmatch(self.text, verb.end, after[0].start) is not None

    def _names(self, token: Token, far: int = 3) -> bool:
        """English: does a name follow "1.1 billion were"?"""
        follows = self.tokens[self.first(token.end) :][:1]
        return bool(follows) and follows[0].kind == "name" and follows[0].start - token.end < far

    def _bases(self, tail: list[Token], token: Token) -> bool:
        """English: does "and" join two periods that a number is compared with?"""
        compared = len(tail) > 1 and tail[-1].when is not None and "cmp" in tail[-2].cues
        return compared and self._compares(token)

    def _dates_too(self, tail: list[Token], token: Token) -> bool:
        """English: does "and" join two periods behind numbers: 63.5 and 83.4 billion in 2019 and 2020?"""
        after = self.tokens[self.first(token.end) :][:1]
        return bool(tail and tail[-1].when and after and after[0].when)

    def _dates(self, token: Token) -> bool:
        """English: does a period follow at once: up from 196 million recorded in July, at the end of …?"""
        follows = self.tokens[self.first(token.end) :][:2]
        follows = follows[1:] if follows and follows[0].text == "at" else follows
        return bool(follows) and follows[0].kind == "when" and follows[0].start - token.end < 12

    def _compares(self, token: Token) -> bool:
        """English: is "from" followed by a period, or by the growth of one?"""
        follows = self.tokens[self.first(token.end) :][:2]
        if len(follows) > 1 and follows[0].text in SEEN:
            return follows[1].kind == "when"  # up 4.7 points from the growth in Q1 last year
        return bool(follows) and follows[0].kind == "when"


def _beside(one: Quantity, other: Quantity) -> bool:
    """English: may two numbers stand in one list: 77.2% and 15.5%, 3.2 and 5 million?"""
    if not (one.unit or one.scale):
        return True
    return one.unit == other.unit and (one.scale > 0) == (other.scale > 0)


def _large(q: Quantity) -> bool:
    """Does a number count thousands of things at least, whether in digits or in words?"""
    return not q.unit and q.kind == "number" and (q.scale > 3 or q.value >= 1000)


def _on(tail: list[Token]) -> bool:
    """English: does a comparison go on: than was seen, from the growth recorded?"""
    return bool(tail) and tail[-1].cue("cmp", "growth", "from")
