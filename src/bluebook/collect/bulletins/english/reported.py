"""English: who says so, before what goes on about the thing just told.

An analyst predicted that the figure would hit 47 million; the bureau expects growth of 8 percent;
the ministry said the number was still rising, by 3 percent.
"""

from __future__ import annotations

import re

from bluebook.collect.bulletins.text.hints import ENGLISH

_EXPECTS = r"(?:expect|forecast|predict|project|estimate|anticipate|foresee|see|reckon|put|target|envisage|plan|aim|assume)(?:e?[ds])?"
_SAYS = r"(?:sa(?:id|ys?)|show(?:s|ed)?|not(?:es|ed)|add(?:s|ed)|told [a-z ]{3,20}?|believe[sd]?|thinks?|thought|hopes?|announced|reported)"
_COMES = r"(?:would|will|could|may|might|should|is (?:likely|expected|set|due) to|to)"
_MOVES = r"(?:reach|hit|exceed|top|surpass|pass|total|number|rise|grow|climb|increase|fall|drop|decline|decrease|slow|double|triple|come to|amount to|stand at|be)"
_FIGURE = (
    r"(?:the|this|that|its|their) (?:(?:annual|yearly|full-year|overall|final|year-end) )*"
    r"(?:figure|number|total|tally|growth(?: rate)?|pace|rate|proportion|share|penetration)(?! of| in| for| who| that)"
)
_WHOSE = r"(?:this year's|next year's|the year's|the full-year|the annual|the year-end|the final|the) (?:total|figure|number|tally|volume)"
_GROWTH = (
    r"(?:an? )?(?:[a-z-]+ )?(?:growth|increase|rise|gain|decline|drop|decrease|fall|expansion) of"
)
# Who says so: the bureau expects …, Li Ning, an analyst with the company, predicted that …
_WHO = r"[\"' ]*(?:(?:and|but|however|looking ahead|for 20\d\d|in 20\d\d),? )?[^;:.0-9]{2,90}?"
# What they set themselves: the government has set itself the goal of 80,000.
_SETS = re.compile(
    rf"{_WHO}\b(?:set|sets|raised|lifted|cut|lowered|fixed) (?:itself |themselves |its |their |an? |the |new |full-year |annual )*(?:goal|target)s? (?:of|at|to|for)\b"
)
_GOES_ON = re.compile(
    rf"{_WHO}\b(?:{_EXPECTS}|{_SAYS}) (?:also )?(?:that )?(?:{_FIGURE}\b|(?:it|they|them) {_COMES} {_MOVES}\b|{_GROWTH} )"
)
# What is aimed at, for when: for 2026 its forecast is 5.68 billion; the target for next year is …
_AIM = re.compile(
    r"[\"' ]*(?:(?:for|by|in) [^,;:]{3,30},? )?(?:the|its|their|(?:this|next|the) year's) (?:[a-z-]+ )?"
    r"(?:forecast|target|goal|projection|estimate|aim)s? (?:for [^,;:]{3,30} )?(?:is|was|are|were|stands?|stood|has been|had been|calls?)\b"
)
# By what it is told or aimed at: according to the ministry (MIIT), …; under the plan to 2020, …
BY_WHAT = re.compile(
    r"[\"' ]*(?:according to [^,;]{3,90}|(?:under|in|by|as part of|based on|in line with) [^,;]{0,60}\b(?:plan|target|goal|program|programme|blueprint|outlook|guideline|strategy|roadmap)s?\b[^,;]{0,40}), "
)
WHO = re.compile(rf"{_WHO}\b(?:{_EXPECTS}|{_SAYS}) (?:also )?(?:that )?")
TOTALS = re.compile(rf"[^,;.:0-9]{{0,40}}\b{_EXPECTS} (?:that )?{_WHOSE}\b")
SAID = ENGLISH.group(
    "expect", "forecast", "predict", "project", "estimate", "anticipate", "foresee", "see", "reckon", "put",
    "target", "envisage", "plan", "aim", "assume", "sa", "show", "note", "add", "told", "believe", "think",
    "thought", "hope", "announced", "reported", "goal",
)  # fmt: skip


def goes_on(text: str) -> bool:
    """Does a sentence begin with who says what goes on about the number before it?"""
    forms = (_GOES_ON, _AIM, _SETS)
    return any(form.match(text) is not None for form in forms)
