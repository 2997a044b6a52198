"""What a disagreement says, in Chinese and in English: the parts of a message, and the verdicts."""

from __future__ import annotations

PARTS = {
    "zh": (
        "{0}，与{1}不能同时成立",
        "{0}，与其余数字不符",
        "其余数字要求在{0}",
        "可能应为{0}（{1}）",
    ),
    "en": (
        "{0} cannot stand beside {1}",
        "{0} does not fit the other figures",
        "the others put it at {0}",
        "likely {0} ({1})",
    ),
}
MILD = {
    "revision": (
        "{0}：累计数与各期数之和略有出入，各期数可能已修订。",
        "{0}: the months do not quite add up to the cumulative figure; they may have been revised.",
    ),
    "rounding": (
        "{0}：按所印位数不能同时成立，差在尾数取舍。",
        "{0}: not consistent to the last printed digit: a matter of rounding.",
    ),
}
MAY_BE = {
    "zh": "或是笔误：{0}可能应为{1}（{2}）。",
    "en": " Or a slip of the pen: {0} may be {1} ({2}).",
}
TIED = {
    "unsettled": (
        "{0}：不能同时成立，现有证据不能断定孰是，两说并列。",
        "{0}: these cannot all be true, and nothing here settles which is wrong; "
        "both sides are kept and shown.",
    ),
    "definition": (
        "{0}：相差悬殊，且不像笔误，所计当非一物（口径或范围不同），两说并列。",
        "{0}: too far apart for one count and no slip of the pen leads from one to the other: "
        "they count different things (another definition or scope); both are shown.",
    ),
    "denominator": (
        "{0}：分母口径不同（如不同年份或普查前后的人口），两说并列。",
        "{0}: the denominators differ (another year's population, or that before a census); both "
        "are shown.",
    ),
    "revision": (
        "{0}：同一数字先后公布不同，后者为修订；相关水平数与两者均可相合，并列。",
        "{0}: the figure was printed again with another value later: a revision; the levels "
        "settle neither, and both are shown.",
    ),
}
STANDS = {
    "definition": (
        "属口径或可比基数不同，照登，不用于推算水平",
        "another scope or base: printed as published, not used to derive levels",
    ),
    "revision": (
        "属基数修订，照登，不用于推算水平",
        "the base was revised: printed as published, not used to derive levels",
    ),
}
VERDICT = {
    "error": ("判其有误，不予采用", "it is judged wrong and set aside"),
    "date": (
        "是较早时点的数，冠以较晚日期，不予采用",
        "an earlier count under a later date, set aside",
    ),
    "revision": ("属前后修订，采用较近的数字", "a revision: the later figure is taken"),
    "rule": ("关系式在此不成立", "the relation does not hold here"),
    "definition": (
        "分子或分母的口径不同，关系式在此不用",
        "numerator or denominator are of another definition; the relation is not used here",
    ),
    "price base": (
        "价格基期不同，水平不能跨年相比，增速照登",
        "the price base moves: levels of different years do not compare; the growth stands",
    ),
}
