"""The gap before a number: `lead` sorts its tokens; nothing is decided here about the number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bluebook.collect.bulletins.amounts.hedges import HEDGES
from bluebook.collect.bulletins.clause.joining import joined
from bluebook.collect.bulletins.clause.lead import MOVES, About, Lead
from bluebook.collect.bulletins.clause.sorter import Sorter, meant
from bluebook.collect.bulletins.clause.strangers import foreign, stranger
from bluebook.collect.bulletins.clause.strangers_en import CORE, goes_on
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.lexicon.vocabulary import Vocabulary
from bluebook.collect.bulletins.text.hints import holds

_MEASURED = re.compile("..(?:收入|用户|流量|业务量|投资额?|普及率)数?$")
_PERCENT = re.compile(r"[\d.]+%")
# A base of prices is no period.
_THAN = ("lower", "higher")
_APPOSED = re.compile(
    r", (?:the (?:world|country|nation|china|largest|biggest|state)|one of the|which is)[^,.;:]{4,90},"
)
_WORLD = re.compile(
    r"[\"' ]*(?:globally|worldwide|internationally|(?:across|around|in|throughout) the world|从?全球|全世界)"
)
_BY_DOING = re.compile(
    r"\bby (?:handling|delivering|processing|collecting|transporting|sending|earning|generating|reaching|adding)"
    rf"{HEDGES} ?$"
)
_BY = re.compile(r" (?:and |this time )?by (?:about |nearly |over |some |around |almost )?")
# What a number is times as much as: almost twice the figure of 5.4 recorded a year earlier.
TIMES = (" times the ", " double the ", " twice the ", " triple the ")
_TIMES = re.compile(
    r" (?:times|double|twice|triple) the (?:(?:figure|number|level|rate|total|share|ratio) (?:of )?)?$"
)
BOUNDS = ("up to", "over", "nearly", "about")
# How it goes, before the figure itself: text messages keep falling: 28.3 billion.
# Fell below 10 billion, rose past 1.2 billion: where it got to.
_OUTNUMBER = re.compile(
    r"\b(?:outnumber|outstrip|overt[ao]k|surpass|exceed)[a-z]* [^,;:]{3,60} by $"
)
_PAST = ("below ", "above ", "under ", "past ", "beyond ")
_WENT_PAST = re.compile(
    r"\b(?:f[ae]ll(?:ing|s|en)?|drop(?:ped|ping|s)?|slip(?:ped|ping|s)?|slid(?:ing|es)?|dipp?(?:ed|ing|s)?|sank|sunk|rose|ris(?:e|es|en|ing)|climb(?:ed|ing|s)?"
    r"|jump(?:ed|ing|s)?|surg(?:ed|ing|es)|soar(?:ed|ing|s)?|gr[eo]w(?:n|ing|s)?|edg(?:ed|ing|es)|shr[aiu]nk(?:ing|s)?|decline[sd]?|declining|went|gone) (?:(?:back|further|to|well|just|up|down) ){0,2}(?:below|above|under|past|beyond) $"
)
_LABEL = re.compile(
    r"\b(?:increase|decrease|rise|growth|drop|decline|fall|gain|loss|additions?|adds|change|up|down): $"
)
_RATE = re.compile(r"[\d.]+ ?(?:%|per ?cent)")
_WORD = re.compile(r"[\u4e00-\u9fffa-z0-9]")


def lead(
    gap: Sequence[Token],
    text: str,
    span: tuple[int, int],
    vocabulary: Vocabulary,
    about: About,
) -> Lead:
    """Sort a gap that lies in a span of the text."""
    begin, stop = span
    if gap and gap[-1].text == "," and _BY.fullmatch(text, gap[-1].end, stop):
        gap = gap[:-1]  # lines kept falling, by 3 percent
    english = vocabulary.language == "en"
    near = _clause(gap, english=english)
    sorter = Sorter(text, stop, vocabulary, about)
    found = sorter.sort(gap, near)
    if sorter.far_wholes and not found.close and "share" in found.far:
        found.wholes = sorter.far_wholes
    if found.subjects and found.close and found.has("contribution", "share"):
        start = found.subjects[-1].start
        if "对" in text[max(0, start - 4) : start]:
            found.wholes.append(found.subjects.pop())
    if "pull" in found.near and found.wholes and not found.close:
        percent = "yoy" in found.near and _PERCENT.match(text, stop) is not None
        if percent or (found.basis is not None and not found.far_basis):
            # 推动农村地区互联网普及率较上年末提升: what grew, not what it was part of
            found.subjects.append(found.wholes.pop())
            found.near.discard("pull")
            found.close = True
    lifted = english and found.wholes and not found.close and found.verbs[-1:] == ["reach"]
    if lifted and found.has("pull", "drag"):
        found.subjects.append(found.wholes.pop())  # lifting the penetration rate to 46.4 percent
        found.near -= {"pull", "drag"}
        found.close = True
    if found.far_basis and (found.has("yoy", "mom") or found.far_verb):
        found.basis = None
    last = gap[-2:]
    if english:
        _in_english(found, text, span, last)
    if found.subjects:
        found.joined = joined(found.subjects, text, vocabulary)
    if last and last[-1].kind != "name":
        found.bound = _bound(last, text, stop)
        begins = "from" in last[0].cues or "from" in last[-1].cues
        found.starting = begins and last[-1].kind != "when"
    if "entity" in found.near or "entity" in found.far:
        found.entity = foreign(_named(gap, text), text)
        if not english and found.subjects and not (found.close or found.entity):
            found.entity = foreign(_before(gap, found.subjects[-1]), text)
    start = gap[near - 1].end if near else min(begin, stop)
    codes = (found.subjects and meant(found.subjects)) or about.codes
    found.unknown = stranger(gap[near:], text, (start, stop), vocabulary, codes)
    if english and found.unknown.startswith(CORE):
        found.rival = True
    if not english and begin == 0 and not (found.unknown or found.subjects):
        found.unknown = _opening(gap[:near], text, vocabulary, codes)
    users = vocabulary.index.get(f"{found.unknown}用户") if found.unknown and not english else None
    if found.unknown and not english and "part" in found.near and not (users and users.plain):
        found.rival = found.rival or not (found.wholes or found.within)  # a part of what?
    return found


def _in_english(found: Lead, text: str, span: tuple[int, int], last: Sequence[Token]) -> None:
    """What English words before a number make of what stands there."""
    begin, stop = span
    if found.verbs[-1:] == ["reach"] or found.verbs[-2:] == ["reach", "level"]:
        found.near -= {"net_up", "net_down"}  # 7.32 million were added to reach 143.92 million
    if not found.near.isdisjoint(MOVES) and _doing(text, begin, stop):
        found.near, found.verbs = found.near - MOVES, []
    if text.endswith("by ", begin, stop) and _OUTNUMBER.search(text, begin, stop):
        found.rival = True
    if text.endswith(_PAST, begin, stop) and _WENT_PAST.search(text, begin, stop):
        found.near, found.verbs = found.near - MOVES | {"reach"}, ["reach"]
    goes = text.endswith(": ", begin, stop) and _LABEL.search(text, begin, stop) is None
    if goes and not _RATE.match(text, stop):
        found.near, found.verbs = found.near - MOVES | {"level"}, []
    if times_as_many(text, begin, stop):
        found.near, found.verbs = (
            (found.near - MOVES) | {"from"},
            [],
        )  # three times the 13.97 million
    if last and last[-1].text == "than" and last[0].text in _THAN:
        found.rival = True  # lower than the 17.6% of all the world
    if begin and goes_on(text, begin):
        found.subjects, found.close = [], False  # …, went to fixed lines and was 8 percent more


def times_as_many(text: str, begin: int, stop: int) -> bool:
    """Is what follows a figure of which another is so many times as much?"""
    known = holds(text, TIMES) and text.rfind(" the ", begin, stop) >= 0
    return known and _TIMES.search(text, max(begin, stop - 32), stop) is not None


def _opening(gap: Sequence[Token], text: str, vocabulary: Vocabulary, codes: Sequence[str]) -> str:
    """Words of a subject with which a sentence opens: 数据通信收入仍增长最快,同比增长29%."""
    end = next((n for n, t in enumerate(gap) if t.mark(",;:(")), None)
    if end is None:
        return ""
    words = stranger(gap[:end], text, (0, gap[end].start), vocabulary, codes)
    opens = words and text.find(words) <= 1  # 数 of 数据 may be a word
    return words if opens and _MEASURED.search(words) else ""


def turns(gap: Sequence[Token], text: str, stop: int, vocabulary: Vocabulary, about: About) -> Lead:
    """Sort a gap that no number follows: what periods and places does it turn to?"""
    near = _clause(gap, english=vocabulary.language == "en")
    return Sorter(text, stop, vocabulary, about).sort(gap, near)


def _doing(text: str, begin: int, stop: int) -> bool:
    """Does a number say by how much was done: expanded by handling more than 160 billion parcels?"""
    said = text.find("by ", begin, stop) >= 0
    return said and _BY_DOING.search(text, begin, stop) is not None


def _clause(gap: Sequence[Token], *, english: bool) -> int:
    """Where the clause of what follows a gap begins in it."""
    near = last = len(gap)
    for token in reversed(gap):
        ends = token.kind == "mark" and token.text in ",;:("
        if ends and not (near == last and token.text == ":"):  # …用户分别有:1264.8万户
            break
        near -= 1
    if english and last > near + 2 and "with" in [t.text for t in gap[near + 1 : -1]]:
        return _with(gap, near)
    return near


def _with(gap: Sequence[Token], near: int) -> int:
    """Where "with" begins what is told beside a move: advanced its network with users exceeding …"""
    for n in range(len(gap) - 2, near, -1):
        if gap[n].text == "with" and any(t.cue("up", "down") for t in gap[near:n]):
            return n if any(t.kind == "name" for t in gap[n:]) else near
    return near


def _named(gap: Sequence[Token], text: str) -> Sequence[Token]:
    """The tokens of a gap that may name the company, or the world, that what follows is of."""
    clause = len(gap) - bool(gap and gap[-1].mark(":"))
    if len(gap) > 2 and gap[-1].mark("(") and gap[-2].text == "的" and gap[-3].cue("entity"):
        return gap[-3:-2]  # 几乎全是中国移动的(1394万户)
    while clause and (not gap[clause - 1].mark(",;(") or _set_off(gap, clause - 1, text)):
        clause -= 1
    return gap[clause:]


def _before(gap: Sequence[Token], subject: Token) -> Sequence[Token]:
    """What stands before a name in its clause: 关中地区 before 业务量占比最大,达到92.5%."""
    stop = next((n for n, t in enumerate(gap) if t is subject), 0)
    begin = stop
    while begin and not gap[begin - 1].mark(",;(:"):
        begin -= 1
    return gap[begin:stop]


def _set_off(gap: Sequence[Token], n: int, text: str) -> bool:
    """Does a comma stand in an apposition, or after the world at the beginning: Globally, …?"""
    worldly = n == 1 and "entity" in gap[0].cues and _WORLD.match(text) is not None
    return _apposed(gap[n], text) or worldly


def _apposed(comma: Token, text: str) -> bool:
    """Does a comma begin or end what a company is called besides: X, the largest operator, …?"""
    if _APPOSED.match(text, comma.start):
        return True
    before = text.rfind(",", 0, comma.start)
    match = _APPOSED.match(text, before) if before >= 0 else None
    return match is not None and match.end() == comma.end


def _bound(last: Sequence[Token], text: str, stop: int) -> str:
    """超过, nearly … directly before the number."""
    for token in reversed(last):
        if token.kind != "cue" or (token.end < stop and _WORD.search(text, token.end, stop)):
            return ""
        if not token.cues.isdisjoint(BOUNDS):
            return next(kind for kind in BOUNDS if kind in token.cues)
        stop = token.start
    return ""
