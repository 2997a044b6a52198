"""Chinese: subjects in words that no name explains: 快递业务收入, 300M以上宽带用户."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.lexicon.vocabulary import Vocabulary

_CHINESE = re.compile(r"[\u4e00-\u9fff]|[2-6]g|[a-z]{2}")
_OTHER_G = re.compile(r"[2-6]g$")  # 5G移动互联网流量 is not all traffic
_ALSO_G = re.compile(r"[2-6]g/$")
_SPEED = re.compile(r"\d(?:m|兆|mbps)(?:及?以上)?的?$")  # 8M以上终端速率宽带用户 are not all
_OF_SPEED = re.compile(
    r"\d+(?:m|兆|mbps|mb/s|g|gbps)(?:(?:\(含\))?及?以上)?的?(?:(?:高速|高)?(?:接入)?速率的?|高速的?)?$"
)  # 300M以上宽带用户
_PEOPLE = re.compile(
    "(?:地区|居民|人口|群体|家庭)?(?:收投|收寄|投递|揽收)?的?"
)  # 城镇地区的互联网普及率
TAIL = re.compile("(?<=..)(?:总数|总量|总规模|规模|数量|数|总额)$")
_LEADS = ("但", "而", "且", "另", "另外", "此外", "同时", "而且")
_ADVERB = frozenset(("adverb",))
_OPEN = frozenset(("noun", "modifier", "tail", "tail modifier"))  # cues that explain nothing


def in_chinese(
    near: Sequence[Token],
    text: str,
    span: tuple[int, int],
    vocabulary: Vocabulary,
    codes: Sequence[str],
) -> str:
    """The words of a Chinese subject that no name matches, "" where there are none; see `strangers`."""
    if not near and span[0] == span[1]:
        return ""
    names = [t for t in near if t.kind == "name"]
    last = names[-1] if names else None
    if last is not None and text[last.start - 1] in "上的m兆sg率速":
        speed = _OF_SPEED.search(text, max(0, last.start - 14), last.start)
        if speed is not None:
            return text[speed.start() : last.end]
    if last is not None and text[last.start - 1] == "/" and _ALSO_G.search(text, 0, last.start):
        return text[last.start - 3 : last.end]  # 4G/5G用户
    for begin, end, noun in _runs(near, names, text, span, vocabulary):
        words = text[begin:end]
        if last is None:
            ends = text[end : span[1]] in ("", "的")  # 其中设在农村的12.1万处
            bare = TAIL.sub("", words)
            alone = vocabulary.index.get(words)
            new = (ends and alone is not None and "modifier" in alone.cues) or (
                not vocabulary.generic(bare, codes)
                if noun
                else _begins(begin, span[0], near, words, vocabulary) or (ends and len(words) > 3)
            )
            if new:
                return words
        elif end == last.start:
            if (
                words.endswith("非")
                or _SPEED.search(text, max(0, begin - 8), begin)
                or _OTHER_G.search(words)
                or any(
                    "modifier" in t.cues
                    and t.start >= begin
                    and _PEOPLE.fullmatch(text, t.end, end)
                    for t in near
                )
            ):
                return text[begin : last.end]
        elif begin == last.end and (noun or (end == span[1] and len(words) > 2)):
            return text[last.start : end]
        elif begin > last.end and len(words) > 1 and text.startswith("的比例", end):
            return text[last.start : end]  # 网民使用线上支付的比例
        elif begin > last.end and noun and not vocabulary.generic(words, codes):
            return words
    return ""


def _inside(token: Token, text: str, before: int, stop: int) -> bool:
    """Is a cue of one character only a part of a word that no token explains: 研发经费?"""
    if (
        token.end - token.start > 1
        or token.text in "居列排"
        or before != token.start
        or token.end >= stop
    ):
        return False
    return token.word.cues == _ADVERB and _CHINESE.match(text, token.end) is not None


def _another(tail: Token, names: list[Token], vocabulary: Vocabulary) -> bool:
    """移动数据业务 is short for its revenue, 移动数据业务总量 is not."""
    if not tail.text.endswith("量"):
        return False
    codes = [n.code for t in names if t.end == tail.start for n in t.word.namings]
    return bool(codes) and all(vocabulary.catalogue.indicator(code).unit == "CNY" for code in codes)


def _begins(
    begin: int, start: int, near: Sequence[Token], words: str, vocabulary: Vocabulary
) -> bool:
    """Do words begin a clause, but for places and periods, 其中 and 而?"""
    least = 2
    for token in near:
        leads = token.cue("ofwhich") or token.text in _LEADS
        if token.start != start or not (leads or token.kind in ("place", "when")):
            break
        start, least = token.end, least if leads else 4
    if begin != start or len(words) < 2:
        return False
    return len(words) >= least or next(vocabulary.beginning(words), None) is not None


def _runs(
    near: Sequence[Token],
    names: list[Token],
    text: str,
    span: tuple[int, int],
    vocabulary: Vocabulary,
) -> list[tuple[int, int, bool]]:
    """Stretches of words that no token explains, with the nouns and modifiers they touch.

    Each is (start, end, does it hold a noun).
    """
    runs: list[tuple[int, int, bool]] = []

    def extend(begin: int, end: int, noun: bool) -> None:
        if runs and runs[-1][1] == begin:
            runs[-1] = (runs[-1][0], end, runs[-1][2] or noun)
        else:
            runs.append((begin, end, noun))

    start, stop = span
    place = start
    begins = [*(token.start for token in near[1:]), stop]
    for token, next_begins in zip(near, begins, strict=False):
        start_of = token.start
        if start_of > place and (free := _CHINESE.search(text, place, start_of)):
            extend(free.start(), start_of, False)
        if token.end - start_of == 1 and _inside(
            token, text, runs[-1][1] if runs else -1, next_begins
        ):
            extend(start_of, token.end, False)
        elif token.kind == "cue" and token.word.cues <= _OPEN:
            after_name = start_of == start or any(n.end == start_of for n in names)
            if not ("tail" in token.cues and after_name and not _another(token, names, vocabulary)):
                extend(start_of, token.end, token.cue("noun", "tail"))
        place = max(place, token.end)
    if place < stop and (free := _CHINESE.search(text, place, stop)):
        extend(free.start(), stop, False)
    return runs
