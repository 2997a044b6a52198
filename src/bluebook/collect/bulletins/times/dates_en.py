"""Periods as English writes them: the first five months of 2020, Q3, end-June, from 2012 to 2021."""

from __future__ import annotations

import re
from typing import Any

from bluebook.collect.bulletins.text.hints import Hints
from bluebook.collect.bulletins.times.forms_en import (
    ABBR,
    COUNT,
    MONTH,
    NTH,
    PERIOD,
    RUNS,
    count,
    month_of,
)
from bluebook.collect.bulletins.times.when import YEAR, When

_GROUPS = dict.fromkeys(PERIOD.groupindex)
MANY = 4_096  # mentions that are remembered
_met: dict[tuple[str, str | None, bool, bool], When | None] = {}
# Months that may be other words, and what stands before them where they are none.
_OTHER_WORDS = ("may", "march", "mar", "sat", "sun", "dec", "jan")
# Before what is measured, or a name that is blotted out: as March parcel volume jumps.
_OF_MARCH = re.compile(
    r"(?: [a-z0-9-]+){0,2} (?:\0|(?:volumes?|revenues?|traffic|users|subscribers|subscriptions|deliveries|parcels|figures|numbers|data)\b)"
)
# A month of which is told: March alone saw …, May's volume, March was busy, with …
_SUBJECTS = ("may", "march")
_DOES = re.compile(
    r"(?:'s| (?:alone )?(?:saw|added|witnessed|brought|contributed|accounted|recorded|registered|set|was (?:the|an?|no|particularly|especially|also|another|busy|strong|weak|good)))\b"
)
_BEGUN = (", ", "and ", "but ", "while ", "month of ", '" ', "; ", ". ")
_MARCH = When(None, 2, 2)
_BEFORE_MONTH = re.compile(
    r"\b(?:in|of|by|since|from|for|to|through|until|during|end|as of|than|on|ending|vs\.?|versus|against)[ -]$"
)
# One of which a mention without a digit holds.
SPOKEN = Hints("quarter", "half", "month", *ABBR)
# A day, whose numbers are no figures.
DAY = re.compile(
    rf"(?<![a-z\d])(?:{MONTH} [0-3]?\d(?:st|nd|rd|th)?|[0-3]?\d(?:st|nd|rd|th)?(?: of)? {MONTH}),? 20\d\d(?![\d.,%]\d)"
)
# How a mention begins: a quick look before the careful one.
_AFTER_THE = (
    "f", "h", "j", "q", "y", *"0123456789", "ap", "au", "co", "de", "ei", "el", "in", "la", "ma", "mi",
    "mo", "ni", "no", "oc", "op", "pr", "sa", "se", "si", "te", "th", "tw",
)  # fmt: skip
BEGINNINGS = Hints(
    *ABBR, "between 1", "between 2", "corresponding ", "final ", "first", "fourth", "from ", "half",
    "comparable ", "equivalent ", "year-end ", "year end ", "last ", "mid", "opening ", "preceding ", "previous ", "prior ", "year-ago ", "year-earlier ", "quarter", "same ", "second", "third", *(f"{the} {c}" for the in ("the", "its", "their") for c in _AFTER_THE),
    "19", "1st ", "20", "2nd ", "3rd ", "4th ",
    "in eight ", "in eleven ", "in five ", "in four ", "in nine ", "in seven ", "in six ", "in ten ", "in three ",
    *(f"{w}{mark}{n}" for w in ("fy", "ye") for mark in ("", " ", "-") for n in range(10)),
    *(f"year {w} " for w in ("to", "through", "ended", "ending", "until", "period")), "2m", "3m", "4m", "5m", "6m", "7m", "8m", "9m", "10m", "11m", "12m",
    "1h", "1q", "2h", "2q", "3q", "4q", "h1", "h2", "h3", "h4", "q1", "q2", "q3", "q4",
)  # fmt: skip
_FISCAL = re.compile(
    r"/\d\d|(?:,? |\b[^.;:()\d]{1,60}? )(?:of|in|for) (?:the )?"
    r"(?:\d{4}[/-]\d\d|(?:\d{4} )?(?:fiscal|financial)|fy ?'?\d)"
)
_IN_A_ROW = re.compile(r" (?:in a row|running|straight|in succession|on the trot)\b")
_END_EN = re.compile(
    r"(?:\bend[- ](?:of[- ])?(?:the )?|\bas of (?:the end of )?|\bas at |\bby |\buntil |\bup to |\blate )$"
)
# How what _END_EN and END_OF find may end.
_ENDING = ("end ", "end-", "of ", "of-", "the ", "at ", "by ", "until ", "to ", "late ")
ENDING_OF = ("end ", "end-", "of ", "the ", "year ")
_BY = ("by ", "as of ", "until ", "as at ")
END_OF = re.compile(
    r"\b(?:(?:by )?(?:the )?end[- ](?:of )?(?:the )?|(?:the )?(?:whole|full|entire) year (?:of )?)$"
)
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|of|by|from|than|since|during|over|for|year|until|to|end|late|between|and|with|throughout|through|as of|calendar|fiscal|until|against|versus|vs|ended|ends|ending|closed|closes|closing|finished)[ -]|\()$|^$|[.,;:] $"
)

# After a year that a report is of: communique on the 2014 national economic development.
_COMMUNIQUE = re.compile(
    r" (?:[a-z]+ ){0,8}?(?:communiqu[eé]|(?:statistical|development) bulletin)\b"
)
_YEARLY = re.compile(
    r" (?:national|economic|annual|statistical|targets?|goals?|forecasts?|projections?|figures?|levels?|totals?|tally|peak|record|quota)\b(?! census)"
)
_PAPER = re.compile(
    r"(?:'s)? (?:report|survey|study|edition|issue|statement|announcement|meeting)\b"
)
_DAY_TO_DAY = re.compile(
    rf"{MONTH} (?P<a>[0-3]?\d)(?:st|nd|rd|th)?(?:,? {YEAR})? ?(?:-|to|through|until) ?"
    rf"(?:{MONTH} )?(?P<b>[0-3]?\d)(?:st|nd|rd|th)?(?![\d,.]*\d)"
)
_SPAN = re.compile(r"\d(?:st|nd|rd|th)? ?(?:-|to|through|until)")  # which it holds


def of_days(text: str) -> bool:
    """English: does a text in lower case speak of days that are no whole months, Jan. 28 to Feb. 4?"""
    if _SPAN.search(text) is None:
        return False
    return any(int(m["a"]) > 1 or int(m["b"]) < 28 for m in _DAY_TO_DAY.finditer(text))


AFTER_DAY = tuple(f"{end} " for end in ("st", "nd", "rd", "th", *"0123456789"))
DAY_BEFORE = re.compile(r"(?<![\d.])[0-3]?\d(?:st|nd|rd|th)? $")
_OF_DAY = re.compile(
    r"[a-z]\.? [0-3]?\d(?:st|nd|rd|th)?(?!\d)|(?<!\d)[0-3]?\d(?:st|nd|rd|th)? [a-z]{3}"
)


def of_a_day(text: str, start: int, end: int) -> bool:
    """English: is a period told as a day, 31 July or July 31?"""
    before = DAY_BEFORE.search(text[max(0, start - 6) : start])
    return before is not None or _OF_DAY.search(text, start, end) is not None


# What comes out last month, or came out in March, is of an earlier time.
_CAME_OUT = re.compile(
    r"\b(?:published|released|issued|announced|unveiled|disclosed|publici[sz]ed|made public)"
    r"(?: (?:late|early|earlier|back|in|at|on|online|here|only))* $"
)
# When somebody said so: CNNIC said last month, …
_SAID = re.compile(r"\b(?:said|says|wrote|told reporters)(?: (?:late|early|earlier|back|in))* $")
_SO = re.compile(r"[,.;]|$| that\b")
_OUT = ("ed ", "ed in ", "late ", "early ", "earlier ", "lic ", "lic in ", "here ", "online ", "late in ", "early in ", "said ", "said in ", "says ", "wrote ", "ers ", "ers in ")  # fmt: skip


def came_out(text: str, start: int, end: int) -> bool:
    """English: is a period at this place of a text that in which something was published or said?"""
    begin = max(0, start - 40)
    if not text.endswith(_OUT, begin, start):
        return False
    if _SAID.search(text, begin, start):
        return _SO.match(text, end) is not None
    return _CAME_OUT.search(text, begin, start) is not None


def period(match: re.Match[str], text: str, before: str) -> When | None:
    """What a match of PERIOD behind some words means, None where it is no period.

    The same words, in the same form, mean the same.
    """
    if before.endswith(AFTER_DAY):
        before = DAY_BEFORE.sub("", before)
    by = before.endswith(_BY)
    end = before.endswith(_ENDING) and (
        before.endswith("end of ") or (_END_EN.search(before) is not None and before[-3:] != "by ")
    )
    form = match.lastgroup
    if form == "yo":
        named = (
            end
            or match["of"] is not None
            or match.start() == 0
            or _BEFORE_YEAR.search(before) is not None
        )
        named = named or (before.endswith("the ") and _YEARLY.match(text, match.end()) is not None)
        if not named and not _COMMUNIQUE.match(text, match.end()):
            return None
    elif form == "m":  # a month alone
        if _PAPER.match(text, match.end()):
            return None  # according to its January report
        labelled = before.endswith("(") and text.startswith(":", match.end())  # (May: 78.1%)
        does = match["m"] in _SUBJECTS and _DOES.match(text, match.end()) is not None
        does = does and (not before.strip() or before.endswith(_BEGUN))
        does = does or before.endswith(" month was ")
        if match["m"] in _OTHER_WORDS and not (labelled or does or _BEFORE_MONTH.search(before)):
            return (
                None if match["m"] != "march" or not _OF_MARCH.match(text, match.end()) else _MARCH
            )
    elif form in ("part", "yp") and _IN_A_ROW.match(text, match.end()):
        return None  # down for the third quarter in a row
    elif form in ("part", "yp") and _FISCAL.match(text, match.end()):
        return None  # the second quarter of the 2014/15 financial year
    told = match[0], form, end, by
    if told not in _met:
        if len(_met) >= MANY:
            _met.clear()
        _met[told] = _told(_GROUPS | match.groupdict(), end, by)
    return _met[told]


def _quarter(year: str | None, last: int) -> When | None:
    """The quarter that ends with a month: the March 2019 quarter."""
    return When(int(year) if year else None, last - 2, last) if last % 3 == 2 else None


def _told(g: dict[str, Any], end: bool, by: bool) -> When | None:
    """What the groups of a match mean; `end`, `by`: what stands before it makes it a date."""
    if g["yo"]:
        return When(int(g["yo"]), 0, 11, end or by)
    if g["m0"]:
        first, last = month_of(g["m0"]) - 1, month_of(g["m1"]) - 1
        ranges = first <= last if g["next"] is None else first + 1 == last  # January, February
        return When(int(g["y"]) if g["y"] else None, first, last, end) if ranges else None
    if run := g["run"] or g["runs"]:
        last = month_of(g["mr"]) - 1
        first = last + 1 - (RUNS.get(run[:4]) or COUNT.get(run) or int(run))
        known = first >= 0 or (g["runs"] and g["yr"]) or last - first == 11  # a year to September
        return When(int(g["yr"]) if g["yr"] else None, first, last) if known else None
    if g["late"]:
        return When(int(g["yl"]), 12 - (COUNT.get(g["late"]) or int(g["late"])), 11)
    if g["many"]:
        many = count(g["many"]) * (3 if g["four"] else 1)
        known = 1 < many <= 12 and (g["all"] or many > 3)
        return When(None, 0, many - 1, counted=True) if known else None
    if g["nm"]:  # 5M24
        return When(int(g["yv"] or f"20{g['yu']}"), 0, int(g["nm"]) - 1)
    if g["whole"]:  # FY23, at YE2012
        ended = int(g["yw2"] or f"20{g['yx']}")
        return When(ended, 0, 11, g["whole"] == "ye")
    if g["mk"]:
        last = month_of(g["mk"]) - 1
        return _quarter(g["yk"] or g["yk2"], last)
    if year := g["yend"] or g["yende"]:
        return When(int(year), 11, 11, True)  # the 2022 year-end level
    if g["yh"]:
        return When(int(g["yh"]), 5, 5, True)
    if g["mf"]:
        first = 12 * int(g["yi"]) + month_of(g["mf"]) - 1
        last = 12 * int(g["yj"]) + month_of(g["mt"]) - 1
        return When(first // 12, first % 12, first % 12 + last - first) if first < last else None
    if g["nth"]:
        year = int(g["yp"]) if g["yp"] else None
        size = 3 if g["part"] == "quarter" else 6
        if g["nth"] == "last" and year is None and size == 3:
            return None  # last quarter: the one before
        n = 12 // size if g["nth"] in ("last", "final") else NTH[g["nth"]]
        return When(year, (n - 1) * size, n * size - 1, end) if n * size <= 12 else None
    if g["single"]:
        return When(int(g["yc"]) if g["yc"] else None, 0, 0, end)
    if g["count"]:
        n = count(g["count"])
        months = 3 * n if g["what"] == "quarters" else n
        return (
            When(int(g["yc"]) if g["yc"] else None, 0, months - 1, end)
            if 1 <= months <= 12
            else None
        )
    if q := g["q"] or g["qz"] or (g["nq"] and g["nq"][::-1]):
        size, n = (3 if q[0] == "q" else 6), int(q[1])
        y = g["yq"] or g["yz"] or g["yw"] or (g["yn"] and f"20{g['yn']}")
        return (
            When(int(y) if y else None, (n - 1) * size, n * size - 1, end)
            if n * size <= 12
            else None
        )
    if g["mb"]:
        month = month_of(g["mb"]) - 1
        return When(None, month, month, end, relative="-1y")  # than in the previous June
    if g["m"]:
        if g["yy"]:  # March-17
            g["ym"] = f"20{g['yy']}"
        month = month_of(g["m"]) - 1
        end = end or by or (g["d"] is not None and int(g["d"]) >= 28)
        return When(int(g["ym"]) if g["ym"] else None, month, month, end)
    if g["yt"]:
        start, stop = int(g["yf"] or g["yg"]), int(g["yt"])
        return When(start, 0, 12 * (stop - start) + 11) if 0 < stop - start <= 60 else None
    if g["ys"]:
        return When(int(g["ys"]), 0, 11, same=True)  # the same period of 2021
    if g["ago"] is not None:
        return When(None, -1, -1, relative="-1y", same=True)  # the year-ago quarter
    if g["yd"]:
        return When(int(g["yd"]), int(g["md"]) - 1, int(g["md"]) - 1)  # (2013.06)
    if g["ya"]:
        start = int(g["ya"])
        stop = int(g["yb"]) if len(g["yb"]) == 4 else start // 100 * 100 + int(g["yb"])
        return When(start, 0, 12 * (stop - start) + 11, end) if 0 < stop - start <= 60 else None
    return None
