"""Subjects that the catalogue does not know, and those that are not the text's own.

A bare noun (收入, users) takes up what is being spoken of; a noun with words before it that
nothing explains (快递业务收入) is another subject, and its words are kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.lexicon.vocabulary import Vocabulary

_CHINESE = re.compile(r"[\u4e00-\u9fff]|[2-6]g|[a-z]{2}")
_OTHER_G = re.compile(r"[2-6]g$")  # 5G移动互联网流量 is not all traffic
_LARGEST = re.compile(r"\s*(?:最大|最多|领先|第一|首|前列|范围|['’]?s? (?:largest|biggest|first))")
# Ranking second in the world says nothing of whose figures follow.
_RANKS_IN = re.compile(
    r"\b(?:rank(?:ed|ing|s)?|first|second|third|fourth|fifth|\dth|largest|biggest|most)(?: [a-z-]+){0,6} in $"
)
_SPEED = re.compile(r"\d(?:m|兆|mbps)(?:及?以上)?的?$")  # 8M以上终端速率宽带用户 are not all
_OF_SPEED = re.compile(
    r"\d+(?:m|兆|mbps|mb/s|g|gbps)(?:(?:\(含\))?及?以上)?的?$"
)  # 300M以上宽带用户
_PEOPLE = re.compile(
    "(?:地区|居民|人口|群体|家庭)?(?:收投|收寄|投递|揽收)?的?"
)  # 城镇地区的互联网普及率
_TAIL = re.compile("(?<=..)(?:总数|总量|总规模|规模|数量|数|总额)$")
_OF = re.compile(
    r" (?:for|from|in|of) (?!the (?:sector|industry|period|country|nation|first|same))"
)
_NARROWING = re.compile(
    r" (?!with (?:an? |the |its )?(?:[a-z-]+ ){0,3}(?:rates?|growth|increase|decrease|rise|drop|density|share|total|proportion|gain)\b)"
    r"(?:from|of|in|for|among|with|using|who|via|through|by|aged|on|under|without|between|at)"
    r"(?: (?:the|its|their|his|our|my|a|an|all|this|these|those|some|any|both|each|other))*+"
    r" (?P<word>[a-z][a-z-]*)"
)
_BEFORE = re.compile(r"(?<![a-z'-])(?P<word>[a-z][a-z-]{2,}) $")
_PLAINLY = frozenset(("through", "via", "using", "its", "how", "what", "total", "into"))
_DOING = re.compile(
    r" (?!during|according|nearing|topping|crossing|passing|breaking|numbering|including|excluding)[a-z]{3,}ing\b"
)
# Only some people: users aged 60 and above, non-users.
AGED = re.compile(
    r" (?:(?:for|of|among|in) (?:(?:those|people|persons|users|residents|adults|individuals|the population|the elderly) )?)?(?:(?:who are|who were|are|were) )?(?:aged|ages?|(?:under|over|above|below) the age)\b"
)
# Only some firms: revenue of firms mainly providing information services.
_KIND = re.compile(
    r" (?:mainly|primarily|that|providing|offering|specializing|specialising) [a-z-]+"
)
_CUT = re.compile(
    r"\b(?P<first>(?:mobile|cell ?phone|fixed|fixed-line|landline|urban|rural)(?: (?:phone|telephone))?)"
    r" and (?:the )?$|\b[2-6]g $"
)
_ENDS_CUT = ("and ", "and the ", "g ")
_MONEY = re.compile(r"(?:rmb|cny|usd|us)[ $]?\d")
_ASIDE = re.compile(r" ?(?:\([^()]{1,40}\) ?)?")
_LETTERS = re.compile(r"[a-z][a-z'-]*")
_ADVERB = frozenset(("adverb",))
_OPEN = frozenset(("noun", "modifier", "tail", "tail modifier"))  # cues that explain nothing


def stranger(
    near: Sequence[Token],
    text: str,
    span: tuple[int, int],
    vocabulary: Vocabulary,
    codes: Sequence[str],
) -> str:
    """Words of a subject that no name matches, "" where there are none.

    `near` are the tokens of the number's clause, `span` where it lies; `codes` are the indicators
    being spoken of.
    """
    if vocabulary.language == "zh":
        return _chinese(near, text, span, vocabulary, codes)
    return _english(near, text, span, vocabulary, codes)


def generic(noun: str, vocabulary: Vocabulary, codes: Sequence[str]) -> bool:
    """Does a bare noun only take up the subject that is being spoken of?"""
    return any(noun in vocabulary.heads.get(code, "") for code in codes)


def foreign(near: Sequence[Token], text: str) -> str:
    """The company or the world that a number is of, where its clause says so, else ""."""
    for token in near:
        if token.cue("part"):
            return ""
        if (
            token.cue("entity")
            and not _LARGEST.match(text, token.end)
            and not _RANKS_IN.search(text, max(0, token.start - 90), token.start)
        ):
            return token.text
    return ""


def _english(
    near: Sequence[Token],
    text: str,
    span: tuple[int, int],
    vocabulary: Vocabulary,
    codes: Sequence[str],
) -> str:
    names = [n for n, t in enumerate(near) if t.kind == "name"]
    if names:
        n = names[-1]
        if (n == 0 or near[n - 1].kind != "name") and _cut(text, near[n].start):
            return "" if shortened(near[n], text, vocabulary) else near[n].text
        between = text[near[n - 1].end : near[n].start] if n else "?"
        if n and near[n - 1].cue("modifier") and _ASIDE.fullmatch(between):
            return text[near[n - 1].start : near[n].end]
        return _qualified(near, n, text, vocabulary) or narrowed(
            near[n], near[n + 1 :], text, vocabulary
        )
    for n, token in enumerate(near):
        if not token.cue("noun"):
            continue
        modified = n > 0 and near[n - 1].cue("modifier") and token.start - near[n - 1].end < 20
        of = _OF.match(text, token.end)
        dated = of is not None and any(t.kind == "when" and t.start == of.end() for t in near)
        apart = (of and not dated) or _does(token, near[n + 1 :], text) != ""
        apart = apart or _kind_of(token, near[:n], text, vocabulary)
        if modified or apart or not generic(token.text, vocabulary, codes):
            return text[near[n - 1].start if modified else token.start : token.end]
    return _new(near, text, span, vocabulary)


def _kind_of(noun: Token, before: Sequence[Token], text: str, vocabulary: Vocabulary) -> bool:
    """English: a word that nothing explains before a bare noun: microblogging users."""
    match = _BEFORE.search(text, max(0, noun.start - 24), noun.start)
    if match is None or match["word"] in vocabulary.neutral or match["word"] in vocabulary.general:
        return False
    told = bool(before) and before[-1].end > match.start("word")
    verb = match["word"].endswith(("ed", "ing", "ly")) and match.start("word") > 0
    return not (told or verb or match["word"] in _PLAINLY)


def _qualified(near: Sequence[Token], n: int, text: str, vocabulary: Vocabulary) -> str:
    """English: a name of one word with one before it that nothing explains: gaming netizens."""
    name = near[n]
    match = _BEFORE.search(text, max(0, name.start - 24), name.start)
    if match is None or " " in name.text or match["word"] in vocabulary.neutral:
        return ""
    told = n > 0 and near[n - 1].end > match.start("word")
    verb = match["word"].endswith(("ed", "ing")) or match["word"] in _PLAINLY
    return "" if told or verb else text[match.start("word") : name.end]


def shortened(token: Token, text: str, vocabulary: Vocabulary) -> Token | None:
    """English: the first name of two that share their last words: mobile and fixed-line users."""
    match = _cut(text, token.start)
    if match is None or not match["first"]:
        return None
    first, words = match["first"], token.text.split(" ")
    for n in range(1, len(words)):
        name = " ".join((first, *words[n:]))
        word = vocabulary.index.get(name)
        if word is not None and word.namings:
            start = match.start("first")
            return Token(start, start + len(first), "name", name, word)
    return None


def _cut(text: str, start: int) -> re.Match[str] | None:
    """Words before a name that are short for another one, or narrow it."""
    if not text.endswith(_ENDS_CUT, max(0, start - 9), start):
        return None
    return _CUT.search(text, max(0, start - 40), start)


def _new(near: Sequence[Token], text: str, span: tuple[int, int], vocabulary: Vocabulary) -> str:
    """English: a subject in words that nothing explains, before the verb of its clause."""
    verb = next((t for t in near if t.cue("up", "down", "level", "reach", "net_up")), None)
    if verb is None or verb.text in ("of", "at", "with", "more", "total", "a total of"):
        return ""
    place, words = span[0], []
    for token in (*near[: near.index(verb)], verb):
        words += [
            w for w in _LETTERS.findall(text, place, token.start) if w not in vocabulary.neutral
        ]
        place = max(place, token.end)
    words = [w for w in words if len(w) > 2 and not w.endswith(("ly", "ing", "ed"))]
    return " ".join(words)


def _does(token: Token, after: Sequence[Token], text: str) -> str:
    """English: the words, where those are told of who do something: users relying on PCs."""
    doing = _DOING.match(text, token.end)
    told = doing and any(t.start < doing.end() and doing.start() < t.end for t in after)
    return text[token.start : doing.end()] if doing and not told else ""


def narrowed(token: Token, after: Sequence[Token], text: str, vocabulary: Vocabulary) -> str:
    """English: the words, where a phrase that nothing explains narrows what goes before it.

    Revenue from overseas markets is another subject than revenue; revenue from January on is not.
    """
    match = _NARROWING.match(text, token.end)
    aged = AGED.match(text, token.end)
    if aged or text.endswith("non-", 0, token.start):
        return text[token.start : aged.end() if aged else token.end]
    if match is None:
        return _does(token, after, text)
    if match["word"] in vocabulary.general:
        kind = _KIND.match(text, match.end())
        return text[token.start : kind.end()] if kind else ""
    if _MONEY.match(text, match.start("word")):
        return ""  # revenue of CNY 471.9 billion
    for other in after:
        explains = other.kind != "cue" or not other.word.cues <= _OPEN
        if explains and match.start("word") <= other.start < match.end():
            return ""
    return text[token.start : match.end()]


def _chinese(
    near: Sequence[Token],
    text: str,
    span: tuple[int, int],
    vocabulary: Vocabulary,
    codes: Sequence[str],
) -> str:
    names = [t for t in near if t.kind == "name"]
    last = names[-1] if names else None
    if last is not None and text[last.start - 1] in "上的m兆sg":
        speed = _OF_SPEED.search(text, max(0, last.start - 14), last.start)
        if speed is not None:
            return text[speed.start() : last.end]
    for begin, end, noun in _runs(near, names, text, span, vocabulary):
        words = text[begin:end]
        if last is None:
            ends = text[end : span[1]] in ("", "的")  # 其中设在农村的12.1万处
            bare = _TAIL.sub("", words)
            alone = vocabulary.index.get(words)
            new = (ends and alone is not None and "modifier" in alone.cues) or (
                not generic(bare, vocabulary, codes)
                if noun
                else _begins(begin, span[0], near, words) or (ends and len(words) > 3)
            )
            if new:
                return words
        elif end == last.start:
            if (
                words.endswith("非")
                or _SPEED.search(text, max(0, begin - 8), begin)
                or _OTHER_G.search(words)
                or any(
                    t.cue("modifier") and t.start >= begin and _PEOPLE.fullmatch(text, t.end, end)
                    for t in near
                )
            ):
                return text[begin : last.end]
        elif begin == last.end and (noun or (end == span[1] and len(words) > 2)):
            return text[last.start : end]
        elif begin > last.end and len(words) > 1 and text.startswith("的比例", end):
            return text[last.start : end]  # 网民使用线上支付的比例
        elif begin > last.end and noun and not generic(words, vocabulary, codes):
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


def _begins(begin: int, start: int, near: Sequence[Token], words: str) -> bool:
    """Do words begin a clause, but for places and periods?"""
    least = 2
    for token in near:
        if token.start != start or token.kind not in ("place", "when"):
            break
        start, least = token.end, 4
    return begin == start and len(words) >= least


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
    for n, token in enumerate(near):
        start_of = token.start
        if start_of > place and (free := _CHINESE.search(text, place, start_of)):
            extend(free.start(), start_of, False)
        if token.end - start_of == 1 and _inside(
            token, text, runs[-1][1] if runs else -1, near[n + 1].start if near[n + 1 :] else stop
        ):
            extend(start_of, token.end, False)
        elif token.kind == "cue" and token.word.cues <= _OPEN:
            after_name = start_of == start or any(n.end == start_of for n in names)
            if not (token.cue("tail") and after_name and not _another(token, names, vocabulary)):
                extend(start_of, token.end, token.cue("noun", "tail"))
        place = max(place, token.end)
    if free := _CHINESE.search(text, place, stop):
        extend(free.start(), stop, False)
    return runs
