"""How an English sentence begins that goes on about what the one before was about.

"It", "this", "the figure", "twelve months earlier the share had been", "in the first eight months
of the year it edged up": what it tells is of what was spoken of, at a time of its own or not.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from bluebook.collect.bulletins.amounts.hedges import HEDGED
from bluebook.collect.bulletins.english import reported
from bluebook.collect.bulletins.text.hints import ENGLISH
from bluebook.collect.bulletins.times.forms_en import MONTH

_QUOTE = r"[\"' ]*"
_N = r"[\d.,]+(?: ?[mbtr]+illion| ?[mb]l?n)?"
_SCALED = r"[\d.,]+ ?(?:[mb]illion|[mb]l?n)"
# A year ago, it was …
_TIME_AGO = (
    r"(?:(?:a|half a|one) (?:year|quarter|month)|(?:three|six|twelve|12) months"
    r"|(?:two|three|four|five|ten) years) (?:ago|earlier|before|back|previously)"
)
_AGO = rf"(?:(?:and |but )?{_TIME_AGO},? )?"
# In other words, there were …
_SAID = (
    r"(?:(?:in other words|put (?:another way|differently)|that is(?: to say)?|on that basis),? )?"
)
_MANY = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d\d?)"
_OF_A_TIME = (
    r"(?:(?:(?:annual|yearly|year-on-year|year-ago|year-earlier|previous|prior|earlier|comparable|corresponding|preceding|year-to-date|cumulative)(?: (?:year|month|quarter)'s)?"
    rf"|{_MANY}-month|(?:first|second|third|fourth)[ -](?:half|quarter)|full[ -]year|half[ -]year(?:ly)?|{MONTH}(?:'s)?|20\d\d) )?"
)
_FIGURE = r"(?:figure|number|tally|sum|count|haul|takings|growth|total|rate|pace|increase|volume|amount|percentage|level)"
_SHARE = r"(?:share|proportion|ratio)"
_MOVE = r"(?:decrease|decline|drop|fall|rise|gain|jump|surge|slowdown|trend|change|expansion)"
_THEM = r"(?:the total|the whole|this number|them|these|those)"
# The same of the country around a place: the national average was 70.4 percent.
_OF_ALL = r"the (?:national|nationwide|country's|nation's|provincial) (?:average|mean|figure|level)(?! of| for| in)"
_GOES_ON = re.compile(
    rf"{_QUOTE}{_SAID}{_AGO}(?:it|this|that|they|the (?:rest|remaining|remainder|balance)|the {_OF_A_TIME}{_FIGURE}|the {_SHARE}(?! of)|(?:the|this) {_MOVE}(?! in| of)|{_OF_ALL}|of (?:which|the|them|these|those)"
    rf"|[\d.,]+(?: ?[mbtr]+illion| ?%| per ?cent)? of {_THEM}"
    r"|(?:its|their) (?:share|proportion|percentage|growth|penetration|total|(?:user |subscriber )?number|ranks)\b"
    r"|among|which|up|down|and|compared|an increase|a rise|representing|accounting|showing|marking|growth)\b"
)
# The same of how many there are, behind whom nothing is named: just 13.1 million are left; there
# are now 10.1 such stations for every 10,000 people.
_STILL = r"(?:now |still |only |just |about |some )"
_EVERY = r"(?:per|(?:for |to )?(?:every|each)) (?:100|1,?000|10,000|ten thousand|(?:a )?hundred)\b"
_SUCH = r"such [a-z]+(?: [a-z]+)?(?=[,.;]| (?:a year|half a|one year|six months|in|at|by)\b)"
_ARE_LEFT = re.compile(
    rf"{_QUOTE}{_SAID}(?:and |but )?"
    rf"(?:there (?:are|were) (?:{_STILL}+{_SCALED}(?=[,.;(]| (?:at|by|as|in|left|now|of them)\b| {_SUCH})|{_STILL}*{_N} (?:such [a-z]+ (?:[a-z]+ )?|of (?:them|these|those) )?{_EVERY})"
    rf"|(?:on average,? )?(?:for )?{_EVERY} (?:people|persons|residents|inhabitants) (?:(?:now|already) )*(?:shared?|ha[ds]|have|there (?:are|were)) {HEDGED}{_N} (?:of (?:them|these|those)|such [a-z]+)\b"
    rf"|{_STILL}*{_SCALED} (?:(?:are|were|was|still|now) )*(?:left|remain|remained)\b)"
)
_LEFT = ENGLISH.group("left", "remain", "there are ", "there were ", "every 10", "each 10")
# In this business, the enterprises realized …
_THIS_FIELD = re.compile(
    r"\b(?:in|from|of|with) (?:this|these|such) (?:business(?:es)?|fields?|segments?|areas?|sectors?|services?)\b"
)
_THIS = ENGLISH.group(" this ", " these ", " such ")
# The same after a word that joins, and a date: but in the first half of 2011, the number rose; in
# February, when few worked, it was 2.71 billion; a year earlier there were 1.2 million.
_DATED = r"(?:back )?(?:in|by|during|as of|at|until|for|since|on) [^,;]{3,40}?(?:, (?:when|as|while|after|before|which) [^,;]{3,80})?"
_FIGURES = r"(?: [a-z]+){0,2} (?:[a-z]{2,3} ?)?[$¥]?\d[\d.,]*+(?: [mb]illion| [mb]l?n)?+"
_MOVED = ("rose", "grew", "fell", "dropped", "increased", "decreased", "declined", "climbed", "jumped", "surged", "soared", "edged",
          "inched", "crept", "slipped", "dipped", "slid", "expanded", "shrank", "gained", "doubled", "more than doubled", "nearly doubled")  # fmt: skip
_STOOD = ("was", "had been", "stood", "came to", "amounted", "totaled", "totalled", "reached", "hit", "numbered")  # fmt: skip
_NUMBER_WENT = re.compile(
    rf"{_QUOTE}(?:(?:but|and|however|yet|meanwhile|then|(?:by|in) (?:comparison|contrast)),? )?"
    rf"(?:{_AGO}(?:according to [^,;]{{3,90}}, )?(?:{_DATED},? )?"
    r"(?:on [a-z -]{3,24} average,? )?"
    r"(?:the|this|that) (?:figure|number|total|tally|share|proportion|ratio|percentage|growth(?: rate)?|increase|rise)(?! rate| of| in| for| who| that)\b"
    rf"|(?:{_TIME_AGO}|{_DATED}),? "
    rf"(?:(?:it|they) (?:had )?(?:{'|'.join(_STOOD)}){_FIGURES}|(?:it|they) (?:had |has |have )?(?:{'|'.join(_MOVED)})(?: [a-z]+){{0,2}}{_FIGURES}"
    rf"|there (?:were|had been){_FIGURES}(?! [a-z]{{3}}))"
    r")"
)
_WENT = ENGLISH.group(
    *(f"{the} {figure}" for the in ("the", "this", "that")
      for figure in ("figure", "number", "total", "tally", "share", "proportion", "ratio", "percentage", "growth", "increase", "rise")),
    *(f"{it} {was}" for it in ("it", "they") for was in (*_MOVED, *_STOOD, "had", "has", "have")),
    "there were", "there had",
)  # fmt: skip
# After a semicolon, a figure goes on about what was told: RMB113.6bn, +5.2%; 15.4% of total.
_BARE = re.compile(
    r" *(?:(?:now|or|about|only|just|nearly|up|down) )*[+-]?\d[\d.,]*(?: ?%| per ?cent| points?\b)"
)
# Paragraphs that go on about what the one before ended with.
_OPENS = re.compile(
    rf"{_QUOTE}(?:the (?:number|figure|total) (?:(?:in|for|during|by|as of) [^,;:]{{3,36}}? )?(?:marked|marks|registered|registers|represent\w*|was|is|rose|grew|fell|dropped|increased|decreased|declined)"
    r"|(?:an?|the|this) (?:increase|rise|decrease|drop|decline) (?:of|was)"
    rf"|(?:it|this|that) (?:compare[sd] (?:with|to)|(?:was|is|represent\w*|marked|marks)(?:,? however,?)? (?:up|down|lower|higher|fewer|less|more|above|below|an?|{HEDGED}{_N}(?: ?%| per ?cent)? (?:more|fewer|less|higher|lower|up|down)\b)) ?|(?:up|down) (?:by )?\d"
    r"|(?:it|this|that) (?:translat|equal|equat|work|correspond|is (?:equal|equivalent))[a-z]* (?:to|in|out)? ?"
    r"|(?:the|this) (?:growth rate|growth pace|pace of growth|rate of growth|growth) (?:was|is) )"
)

_CORRECTS = re.compile(
    rf"{_QUOTE}\(?(?:editor's note: )?(?:this (?:version|story|article|report|item) )?(?:has been )?(?:correct(?:s|ed|ing|ion:)|clarif(?:ies|ied|ication:)|amends)\b"
)


def goes_on(text: str, sought: Collection[int], *, opening: bool) -> bool:
    """Does a sentence, which may be the first of its paragraph, tell more of what was spoken of?"""
    if (_OPENS if opening else _GOES_ON).match(text):
        return True
    if _THIS in sought and _THIS_FIELD.search(text):
        return True
    if reported.SAID in sought and reported.goes_on(text):
        return True
    return _LEFT in sought and _ARE_LEFT.match(text) is not None


def went(text: str, sought: Collection[int]) -> bool:
    """Does a sentence tell what was spoken of at a time of its own?"""
    return _WENT in sought and _NUMBER_WENT.match(text) is not None


def bare(text: str) -> bool:
    """Does a clause behind a semicolon begin with a figure?"""
    return _BARE.match(text) is not None


def corrects(text: str) -> bool:
    """Is a sentence a note of what another version had wrong: (Corrects number of users to …)?"""
    return _CORRECTS.match(text) is not None
