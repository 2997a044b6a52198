"""What the printing of a page's numbers tells of damage, whatever they say.

A number that begins or ends with its point has lost a digit: a clean page has hardly one, where
it was cut for its layout. A page that prints points in some lines, and long numbers without any in
others, has lost points in those.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from bluebook.collect.bulletins.text.hints import figures

_SCALE = (
    r"%|percent(?!a)|per cent|个?百分点|percentage points?|万|亿|million|billion|trillion|[mb]l?n\b"
)
# None that is a bound: whole ones are usual there, 超过39%.
_NUMBER = re.compile(
    r"(?P<printed>[0-9.](?:(?<=[0-9])|(?=[0-9]))(?<![0-9.,/~-].)(?<![0-9] .)(?<![超过近约逾].)[0-9]*(?:,[0-9]{3})*(?:\.[0-9]+)?\.?)[ -]?"
    rf"(?P<scale>{_SCALE})(?P<about>左右|上下|多|or so|or more)?"
)
# Groups of three that are broken, 1,36,402; a speed without its first digit, 00Mbps.
_BROKEN = re.compile(
    r"[0-9](?<![0-9.,].)(?:[0-9]{0,2}(?:,[0-9]{3})*,[0-9]{1,2}"
    rf"(?:(?:,[0-9]{{3}})+(?![0-9])|(?= ?(?:{_SCALE})))|(?<=0)(?<![:/-].)[0-9]+ ?m(?:bps|b/s))"
)
_SHORT = re.compile(r",[0-9]{1,2}(?![0-9])")  # which a broken group is
# How much a whole number of 0, 1, 2 … digits speaks for a lost point, by its scale.
_PERCENT, _CHINESE, _ENGLISH = (0, 0, 0.5, 2), (0, 0, 0.3, 0.3, 0.5, 1.5), (0, 0, 0.3, 0.3, 2.5)
_WEIGHTS = {"%": _PERCENT, "percent": _PERCENT, "per cent": _PERCENT, "万": _CHINESE, "亿": _CHINESE,
            "百分点": (0, 0, 2), "个百分点": (0, 0, 2), "percentage points": (0, 0, 2)}  # fmt: skip
LONGEST = 3  # digits without a point or a comma before any but 万 and 亿: not 1359 billion
_YEAR = re.compile(r"(?:19|20)\d\d$")  # in 2020 million-dollar …
ENOUGH = 2
FEW = 25  # one torn number among so few tells as much
USUAL = 6  # points are usual where one number in so many has one


class Printing(NamedTuple):
    """`torn`: numbers visibly lost digits; `uneven`: some lines lost their points."""

    torn: bool
    uneven: bool


def printing(lines: Iterable[str]) -> Printing:
    """What the lines of a page, in plain form and lower case, tell."""
    torn, uneven = 0, False
    pointed, rough = Counter[str](), Counter[str]()  # numbers with decimals, and whole ones
    longest = Counter[str]()  # digits before a point
    weight: dict[str, float] = defaultdict(float)  # of whole numbers in lines that have no point
    for line in lines:
        if not figures(line):
            continue
        if _SHORT.search(line) or "mb" in line:
            torn += len(_BROKEN.findall(line))
        whole: list[tuple[str, int]] = []
        pointless = True
        for digits, scale, about in _NUMBER.findall(line):
            length = len(digits)
            if _YEAR.match(digits.rstrip(".")):
                continue  # since December 2021. %
            if digits[0] == "." or digits[-1] == ".":
                torn += 1
            elif digits[0] == "0" and length > 1 and digits[1] != ".":
                torn += 1  # 05%
            elif "." in digits:
                pointed[scale] += 1
                pointless = False
                longest[scale] = max(longest[scale], digits.index("."))
            elif "," in digits:
                continue
            elif length > LONGEST and scale not in "万亿":
                uneven = True
            elif digits[-1] != "0" and not about:
                whole.append((scale, length))
        for scale, length in whole:
            rough[scale] += 1
            if pointless:
                weights = _WEIGHTS.get(scale, _ENGLISH)
                weight[scale] += weights[min(length, len(weights) - 1)]
    usual = [scale for scale, times in pointed.items() if USUAL * times >= rough[scale]]
    usual = [s for s in usual if s in _WEIGHTS or longest[s] >= LONGEST]  # 418 beside 7.25 million
    seen = pointed.total() + rough.total() + torn
    return Printing(
        torn >= ENOUGH or 0 < seen <= FEW * torn,
        uneven or sum(weight[scale] for scale in usual) > ENOUGH,
    )
