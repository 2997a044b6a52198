"""Damage is refused, not guessed: claims that cannot be trusted are marked, with the reason.

A page may have lost its decimal points or digits, been rewritten by a machine or broken by a
wrong decoding; a value may contradict its own sentence. The claims stay, and say `suspect`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from bluebook.collect.bulletins.doubt.contradictions import Checked, blamed, checked
from bluebook.collect.bulletins.doubt.printing import printing
from bluebook.collect.bulletins.lexicon.vocabulary import vocabulary
from bluebook.collect.bulletins.text.hints import holds
from bluebook.collect.bulletins.text.script import chinese
from bluebook.collect.bulletins.text.writing import Writing
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim

BROKEN = "the text is broken (wrong decoding)"
SPUN = "the wording was changed by a machine"
DECIMALS = "the page has lost its decimal points"
POINTS = "lines of the page have lost their decimal points"
POINT = "the number has lost its decimal point"
DIGITS = "digits are missing"
IMPOSSIBLE = "the value is impossible"
CONTRADICTED = "the text contradicts it"
PERCENTS = "the page has lost its percent signs"
UNRELIABLE = "the page contradicts itself"
# What numbers are safe on a page that is damaged in part: those with a point, those with a unit.
_SOME = {
    POINTS: re.compile(r"[0-9０-９][.．][0-9０-９]"),
    PERCENTS: re.compile(r"[^0-9０-９.,，．\s]"),
}
LOOKED_AT = 200_000  # characters of a page that are searched for damage
_BROKEN = re.compile(
    "\ufffd|锟斤拷|[\ue000-\uf8ff]|Ã[\x80-\xbf]|â€|ï¼|ã€|鐢典俊|宸ヤ笟|[äåæçèé][\x80-\xbf]{2}"
    "|鈥|锛|銆|¡[\xa4-\xb1]|£[¬¨©º»]|\u0080|â[‚ˆ„]|[0-9][À-ÖØ-öø-ÿ][0-9]"
)
_BREAKING = frozenset("\ufffd锟鐢宸鈥锛銆\u0080¡£")  # one of which _BROKEN holds, or of these:
_BREAKING |= {chr(n) for n in (*range(0xE000, 0xF900), *range(0xC0, 0x100))}
# A rate without its sign: 半年增长7.4; 占比为52.7。
_BARE_RATE = re.compile(
    r"(?:增长率?|增幅|增速|下降|占比|比重|普及率|所占比例)[为达到约]{0,3}\d{1,3}\.\d{1,2}(?=[,;。、)]|$)",
    re.MULTILINE,
)
_TORN = re.compile(r"\d(?<![\d,]\d)\d{0,2},\d{4,}(?!\d)")  # 6,8868
_DECIMAL = re.compile(r"\.(?<=\d\.)\d")
_OF_RATE = re.compile(r'(?:pp|change|change_since)\((?P<rate>yoy\([a-z0-9_]+\))(?:, "[^"]*")?\)')
FAR = 10  # points: changes of rates are smaller
_SPACES = (" ", "\u3000", "\xa0")
_RANGES = tuple("-–~")
_COMPARED = tuple("<>≥≤")
_POINTS = (".", "．")
_BEFORE = ("", "-", *_SPACES, *_POINTS)  # what may stand before a number that has lost digits
MAX_PEOPLE = 1e10  # no country's count of people, subscribers or things they hold is larger
_PEOPLE = frozenset(("persons", "subscribers", "households"))


def examine(claims: list[Claim], writing: Writing, catalogue: Catalogue) -> None:
    """Mark the doubtful ones of the claims of one text, in place."""
    if not claims:
        return
    text = writing.text
    reasons: dict[int, str] = {}
    odd = writing.chars & _BREAKING
    sentence, broken = "", False
    for n, claim in enumerate(claims):
        if odd and claim.text is not sentence:
            sentence = claim.text
            broken = _BROKEN.search(sentence) is not None
        reason = _printed(claim, text) or _alone(claim) or (BROKEN if broken else "")
        if reason:
            reasons[n] = reason
    for n in _far_points(claims):
        reasons.setdefault(n, POINT)
    found = checked(claims, text, catalogue)
    for n in blamed(found):
        reasons.setdefault(n, CONTRADICTED)
    lines = text[:LOOKED_AT].split("\n") if odd else ()
    if sum(len(_BROKEN.findall(line)) for line in lines if holds(line, odd)) >= 3:
        page = BROKEN
    else:
        page = _page(claims, writing.lines(0, LOOKED_AT), reasons, found, catalogue)
    safe = _SOME.get(page)
    for n, claim in enumerate(claims) if page else ():
        if not (safe and safe.search(text, claim.start or 0, claim.end or 0)):
            reasons[n] = page
    for n, reason in reasons.items():
        if not claims[n].suspect:
            claims[n] = msgspec.structs.replace(claims[n], suspect=reason)


def _printed(claim: Claim, text: str) -> str:
    """What is wrong with a number as it stands in the text."""
    start, end = claim.start or 0, claim.end or 0
    if text[start - 1 : start] not in _BEFORE and text[start] not in "0０":
        return ""
    if text[start] in "0０" and text[start + 1 : start + 2].isdecimal():
        return POINT  # 05%
    before, earlier = text[start - 1 : start], text[start - 2 : start - 1]
    if before in _POINTS:
        return "" if earlier.isdecimal() else DIGITS
    if before == "-" and earlier.isdecimal():
        return DIGITS  # 8785975-6.2万户
    if before in _SPACES and earlier.isdecimal():
        alone = start
        while alone > 1 and (text[alone - 1].isdecimal() or text[alone - 1] in _SPACES):
            alone -= 1
        if text[alone - 1 : alone] in _RANGES or text[alone - 2 : alone - 1] in _COMPARED:
            return ""  # of an age: 20-29 29.7%, > 50 10.6%
        groups = text[alone:start].split()
        if len(groups) == 1 and len(groups[0]) <= 3 and not text[end - 1].isdecimal():
            return DIGITS  # 8 36亿
    return ""


def _alone(claim: Claim) -> str:
    """What is wrong with a claim by itself."""
    written, value = claim.expression, claim.value
    if written is None:
        return ""
    if "(" not in written:
        wrong = value == 0 or (claim.unit == "percent" and value > 100)
    else:
        wrong = (
            (written.startswith("share(") and not -0.001 <= value <= 100.001)
            or (written.startswith("yoy(") and value <= -100)
            or (written.startswith(("pp(share(", "change(share(")) and abs(value) > 100)
        )
    wrong = wrong or (claim.unit in _PEOPLE and abs(value) > MAX_PEOPLE)
    return IMPOSSIBLE if wrong else ""


def _page(
    claims: Sequence[Claim],
    lines: Sequence[str],
    reasons: dict[int, str],
    found: Checked,
    catalogue: Catalogue,
) -> str:
    """What is wrong with a page as a whole, of which the lines are given as they are looked at."""
    folded = "\n".join(lines)
    if chinese(folded):
        words = vocabulary(catalogue, "zh")
        if len(words.spun.found(folded)) >= 2:  # may stand within others
            found_in = words.find(folded)
            if len({folded[s:e] for s, e, word in found_in if "spun" in word.cues}) >= 2:
                return SPUN
    if len(set(_BARE_RATE.findall(folded))) >= 3:
        return PERCENTS
    printed = printing(lines)
    if printed.torn:
        return DIGITS
    told = list(reasons.values())
    moved = sum(check.shifted for check in found.failed)
    if moved >= 2 or told.count(POINT) >= 2 or _pointless(claims, folded, told):
        return DECIMALS
    if printed.uneven:
        return POINTS
    if told.count(DIGITS) >= 2 and 10 * told.count(DIGITS) >= len(claims):
        return DIGITS
    wrong = {frozenset(check.claims) for check in found.failed}
    most = Counter(n for pair in wrong for n in pair).most_common(1)
    if len(wrong) >= 4 and 2 * len(wrong) >= found.many and most[0][1] < len(wrong) - 1:
        return UNRELIABLE
    return ""


def _pointless(claims: Sequence[Claim], folded: str, told: Sequence[str]) -> bool:
    """Has a page no decimal points where others have them?"""
    rates = [c for c in claims if c.unit in ("percent", "points")]
    if len(rates) < 3 or any(c.half_width < 0.5 for c in rates):
        return False
    points = sorted(abs(c.value) for c in rates if c.unit == "points")
    far = len(points) >= 2 and points[len(points) // 2] >= FAR
    torn = IMPOSSIBLE in told or POINT in told or _TORN.search(folded) is not None
    return far or torn or (len(rates) >= 6 and not _DECIMAL.search(folded))


def _far_points(claims: Sequence[Claim]) -> list[int]:
    """Points printed whole and large, on a page that prints others with decimals."""
    points = [n for n, c in enumerate(claims) if c.unit == "points" and c.expression]
    if all(claims[n].half_width >= 0.5 for n in points):
        return []
    exact = {
        (c.expression, c.territory, c.period): abs(c.value) for c in claims if c.half_width < 0.5
    }

    def fits(claim: Claim) -> bool:
        """Is it no more than the exact growth that it changed: 29.7%, 15 points more?"""
        rate = _OF_RATE.fullmatch(claim.expression or "")
        at = (rate["rate"] if rate else "", claim.territory, claim.period)
        return abs(claim.value) <= exact.get(at, 0)

    far = [n for n in points if claims[n].half_width >= 0.5 and abs(claims[n].value) >= FAR]
    return [n for n in far if not fits(claims[n])]
