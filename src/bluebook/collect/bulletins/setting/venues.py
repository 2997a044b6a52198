"""English: where something is said or held, of which no figure is: told a press conference in Chengdu."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.model.catalogue import Catalogue

NEAR = 100  # characters before a place that may say what is held there
_EVENTS = (
    "conference", "meeting", "forum", "expo", "exhibition", "exposition", "fair", "summit", "congress",
    "convention", "symposium", "seminar", "briefing", "ceremony", "speech", "interview", "session",
    "headquarters", "workshop", "hearing", "reporters", "journalists", "event", "trade show", "roundtable",
    "gathering", "dialogue", "talks", "office", "keynote", "lecture", "visit", "tour", "trip",
)  # fmt: skip
_SAYS = (
    "said", "says", "saying", "told", "announced", "released", "published", "issued", "unveiled", "launched", "held",
    "opened", "convened", "hosted", "inaugurated", "speaking", "spoke", "gathered", "met", "disclosed",
    "revealed", "took place", "taking place", "kicked off", "concluded", "staged", "speak",
)  # fmt: skip
_BASED = ("headquartered", "based", "seated")
# Where the place is, before its name: in the eastern city of, in Wuzhen, in central China's.
_WHERE = (
    r"(?:the )?(?:[a-z-]*(?:north|south|east|west|central|coastal|port|capital|inland|scenic|host)[a-z-]* )?"
    r"(?:(?:city|province|region|town|municipality|resort) of )?(?:[a-z]+(?: [a-z]+)?, )?"
)
_DAY = r"(?:(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|here|earlier (?:today|this week|in the day)|last (?:week|night)|this week)"
_WHEN = (
    rf"{_DAY}|on (?:the )?[0-3]?\d(?:st|nd|rd|th)?(?: (?:of )?[a-z]{{3,9}})?"
    r"|on [a-z]{3,9}\.? [0-3]?\d(?:st|nd|rd|th)?(?!\d)|last month|this month|jointly|recently|that day"
)
_THING = r"(?:the|its|this|an?) (?:[a-z0-9-]+ ){0,3}(?:report|data|statistics|figures|paper|results|statement|speech)"
_BUSY = r"(?!(?:that|which|said|says|saw|shows?|showed|while|and|as|to|of|from|in|had|has|have|was|were|are|is|users|subscribers|people|residents|stations|revenue|volume|number)\b)"
_HELD = re.compile(
    rf"\b(?:{'|'.join(_EVENTS)})(?: {_BUSY}[a-z0-9'-]+){{0,6}} (?:in|at|to|of) {_WHERE}$"
    rf"|\b(?:{'|'.join(_BASED)}) (?:in|at) {_WHERE}$"
)
_SAID = re.compile(
    rf"\b(?:{'|'.join(_SAYS)})(?: (?:{_WHEN}|{_THING}|reporters|journalists|the (?:media|press)|a speech))*,? in {_WHERE}$"
)
_IN = re.compile(rf" in {_WHERE}$")
# What follows such a place: in Beijing on Thursday.
_ON = re.compile(
    rf"(?: (?:province|municipality|city))?(?:,[a-z ]{{3,24}},)? (?:{_DAY}|on (?:the )?[0-3]?\d(?:st|nd|rd|th)\b"
    r"|on (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? [0-3]?\d(?:st|nd|rd|th)?(?! ?\d))\b"
)
_DASHED = re.compile(
    r"-based\b(?! (?:couriers|carriers|operators|firms|companies|enterprises|users|subscribers))"
)
# Whose seat it is, of which no figure is: an analyst at a Shanghai brokerage.
_FIRM = re.compile(
    r"(?: [a-z-]+){0,2} (?:brokerage|brokers?|consultanc(?:y|ies)|consultants?|analysts?|banks?|securities|research|think[ -]tanks?"
    r"|universit(?:y|ies)|law firms?|investors?|fund|advisers|advisory|newspaper|daily|morning post|times|bureau chief|lab|laboratory|academ(?:y|ic|ics))\b"
)
# A capital that stands for who rules there: at Beijing's behest.
_RULES = re.compile(
    r"(?:'s? (?:[a-z-]+ ){0,2}(?:behest|call|urging|orders?|requests?|push|campaign|policy|policies|drive|demands?|ban|crackdown|instructions?|directives?|pressure|plans?|ambitions?|goals?|targets?|efforts?)"
    r"| (?:wants|wanted|ordered|has ordered|urged|has urged|told|has told|hopes|pushed|mandated|demanded|vowed|pledged))\b"
)
_LISTED = re.compile(r"(?:,? and |, )$")
# Between a place and the one it lies in, or that lies in it: Wuhan, capital of Hubei; east China's Jiangsu.
_AROUND = re.compile(
    r"(?:'s|,)?(?: (?:in|of|a|the|capital|city|province|municipality|central|southern|northern)){0,5} "
)
_EST = re.compile(r"est\b|most|leading|top|other|no\.")
# Among whom somebody is the first of all: the highest proportion nationwide, the most in China.
_AMONG = re.compile(
    r"\b(?:the |one of the |china's )(?:(?:(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))[ -])?"
    r"(?:high|low|larg|bigg|fast|slow|great|small|strong|weak|few|long|dens|busi|quick|wid|b)est|the most|the best|the worst|the leading|the top)"
    r"(?: [a-z0-9-]+){0,6}? (?:(?:in|of|across|among|within|throughout) )?(?:the )?(?:whole |entire )?$"
    r"|\b(?:than|as) (?:in )?(?:any|every|all|most)(?: of the)? other (?:[a-z-]+ ){1,4}(?:in|of|across) (?:the )?$"
    r"|\bno\. ?\d+(?: [a-z0-9-]+){0,4}? (?:in|of|across|among|within) (?:the )?$"
)
_CITIES = ("Beijing", "Tianjin", "Shanghai", "Chongqing")  # that are provinces too
REGIONS = ("CN-NM", "CN-GX", "CN-XZ", "CN-NX", "CN-XJ")  # provinces that are called so

Places = Iterable[tuple[int, int, str]]


def venues(text: str, places: Places, catalogue: Catalogue, told: Collection[int] = ()) -> set[int]:
    """Where places begin that are those of events or speakers.

    `places` are given by their ends and codes, in order; `told` are the beginnings of figures and
    of names of indicators, which do not stand between an event and its place.
    """
    found: set[int] = set()
    last: tuple[int, int, str] | None = None
    for place in places:
        start, _, code = place
        if last is not None and _related(code, last[2], catalogue):
            between = text[last[1] : start]
            if _AROUND.fullmatch(between) is not None:
                found.add(start)
                last = place
                continue
        last = place if _venue(text, place, catalogue, told) else None
        if last is not None:
            found.add(start)
    return found


def without_venues(text: str, tokens: list[Token], catalogue: Catalogue) -> list[Token]:
    """The tokens of a sentence without such places."""
    if not any(t.kind == "place" for t in tokens):
        return tokens
    tokens = [t for t in tokens if t.kind != "place" or not _compares(text, t, catalogue)]
    told = [t.start for t in tokens if t.kind in ("name", "number")]
    places = [(t.start, t.end, t.word.territory) for t in tokens if t.kind == "place"]
    found = venues(text, places, catalogue, told)
    return [t for t in tokens if t.start not in found or t.kind != "place"] if found else tokens


def _compares(text: str, place: Token, catalogue: Catalogue) -> bool:
    """Is it the country among whose places one is the first?"""
    if catalogue.territory(place.word.territory).parent or place.text.endswith("'s"):
        return False
    if text.startswith("'s", place.end) or not _EST.search(
        text, max(0, place.start - 70), place.start
    ):
        return False
    return _AMONG.search(text, max(0, place.start - 90), place.start) is not None


def city(code: str, catalogue: Catalogue) -> bool:
    """Is it a city, or a province that is one?"""
    one = catalogue.territory(code)
    return one.level == "city" or one.name.get("en") in _CITIES


def _related(one: str, other: str, catalogue: Catalogue) -> bool:
    """Does one of two places lie in the other, or is one a region of their country?"""
    if "region" in (catalogue.territory(one).level, catalogue.territory(other).level):
        return True
    return one in catalogue.above(other) or other in catalogue.above(one)


def _venue(
    text: str, place: tuple[int, int, str], catalogue: Catalogue, told: Collection[int]
) -> bool:
    start, end, code = place
    begin = max(0, start - NEAR)
    if code == "CN-BJ" and _RULES.match(text, end):
        return True
    if _DASHED.match(text, end) or (
        text.endswith((" a ", " an ", "at the ", "with ", "from "), 0, start)
        and _FIRM.match(text, end)
    ):
        return True
    if not any(word in text[begin:start] for word in (" in ", " at ", " to ", " of ")):
        return False
    if _held(text, begin, start, told):
        return True
    if _LISTED.match(text, end):
        return False  # the report said in Beijing and Shanghai …
    if _ON.match(text, end) and _IN.search(text, begin, start):
        return True
    return city(code, catalogue) and _SAID.search(text, begin, start) is not None


def _held(text: str, begin: int, start: int, told: Collection[int]) -> bool:
    """Does an event, or where somebody is based, stand before a place, and no figure between?"""
    match = _HELD.search(text, begin, start)
    return match is not None and not any(match.start() < at < start for at in told)
