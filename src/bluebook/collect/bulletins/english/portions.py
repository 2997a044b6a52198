"""English: parts by a few words before their percentages of a whole that is named.

4G made up 80.8 percent of mobile subscribers, 3G 2.6 percent and 2G 16.6 percent; handsets were
responsible for 94.5 percent of data traffic; people living in the countryside account for 31
percent of netizens. A part is words that are a name with what is measured of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bluebook.collect.bulletins.amounts.hedges import HEDGES
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.doings import name
from bluebook.collect.bulletins.english.parts import PERCENT, code_of
from bluebook.collect.bulletins.english.settled import LIVING
from bluebook.collect.bulletins.lexicon.trades import Trades
from bluebook.collect.bulletins.lexicon.words import WORD, Bag
from bluebook.collect.bulletins.text.hints import ENGLISH

_VERB = (
    r"(?: (?:now|then|already|also|still|alone|together|have|had|has))*"
    r" (?:account(?:s|ed|ing)? for|ma(?:kes?|king|de) up|represent(?:s|ed|ing)?|t(?:akes?|ook|aking)(?: up)?|constitut(?:es?|ed|ing)"
    r"|compris(?:es?|ed|ing)|form(?:s|ed)|contribut(?:es?|ed|ing)|(?:is|are|was|were|being) responsible for|reach(?:es|ed|ing)|serv(?:es|ed|ing)"
    r"|generat(?:es|ed|ing)|brought in|bring(?:s|ing)? in|provid(?:es|ed|ing)|deliver(?:s|ed|ing)?)"
)
_WORDS = r"(?!and |while |of |that |those )[a-z0-9][a-z0-9/&-]*(?: (?!and |while |but )[a-z0-9/&-]+){0,6}?"
_BEGINS = r"(?:^[\"' ]*|[,;:] |\b(?:and|while|with|but|whereas|where|that) )(?:(?:the|its) )?"
# What has so large a part, before the number.
_HAS = re.compile(rf"{_BEGINS}(?P<what>{_WORDS}){_VERB}{HEDGES} $")
# Another in a list, with its number alone: …, 3G 2.6 percent and 2G the remaining 16.6 percent.
_ITEM = re.compile(
    rf"(?:, (?:and |while |with )?|; |\band |\bwhile )(?:the )?(?P<what>{_WORDS})(?:{_VERB})?(?: at| with| for| the (?:rest|remaining|other))*{HEDGES} $"
)
_OF = re.compile(
    r" of (?:(?:the|all|its|their|china's|country's|nation's|national|total|overall|number|of) )*$"
)
# People by where they live.
_LIVING = re.compile(
    r"(?:(?:people|those|users|residents|citizens) )?(?:(?:living|who lived?|residing|based) )?in (?:the )?(?P<in>rural|urban|countryside|villages|cities|towns)(?: (?:areas|regions))?"
    r"|(?P<where>rural|urban)(?: (?:people|residents|dwellers|inhabitants|users|areas))?|(?P<who>villagers)"
)
_FIRMS = re.compile(r"\b(?:firms|companies|enterprises|operators|players|brands)$")
_SHARED = ENGLISH.group(
    "account", "made up", "make up", "makes up", "making up", "represent", " took ", "takes", "taking", "take up", "constitut",
    "compris", "form", "contribut", "responsible for", "reache", "served", "serves", "generat", "brought in", "bring", "provid", "deliver",
)  # fmt: skip
FAR = 90  # characters of a part with its verb


def portions(text: str, tokens: Sequence[Token], words: Trades) -> Iterator[Token]:
    """The names of parts before percentages, in the place of the words that say them."""
    if _SHARED not in ENGLISH.found(text):
        return
    whole, last = "", -1
    for n, number in enumerate(tokens):
        q = number.quantity
        if q is None or q.unit not in PERCENT:
            continue
        begin = max(0, number.start - FAR, last)
        of = _whole(text, number, tokens[n + 1 : n + 4])
        has = _HAS.search(text, begin, number.start)
        if has is not None and (
            _FIRMS.search(has["what"])
            or _cued(tokens, has.span("what"))
            or any(t.start < has.start("what") < t.end for t in tokens if t.kind == "name")
        ):
            continue  # …; in the midst of a name: 3G and 4G users together
        if has is not None:
            named = _named(tokens, has.span("what"))
            whole = of or words.above(code_of(named[-1]) if named else "")
            code = words.part(_bag(words, has["what"]), whole)
            if made := _part(text, has.span("what"), code, named, words):
                yield made
        elif whole and not of and (item := _ITEM.search(text, begin, number.start)):
            named = _named(tokens, item.span("what"))
            code = words.part(_bag(words, item["what"]), whole)
            if made := _part(text, item.span("what"), code, named, words):
                yield made
            elif not (code or named or _cued(tokens, item.span("what"))):
                yield name(
                    text, *item.span("what"), ""
                )  # another's part: ADSL customers 0.5 percent
        last = number.end
        if of:
            last = next(t.end for t in tokens[n + 1 :] if t.kind == "name")


def _whole(text: str, number: Token, after: Sequence[Token]) -> str:
    """What a percentage is of that a name right behind it tells."""
    for token in after:
        if token.kind == "name":
            return code_of(token) if _OF.fullmatch(text, number.end, token.start) else ""
        if token.kind in ("number", "mark"):
            break
    return ""


def _named(tokens: Sequence[Token], place: tuple[int, int]) -> list[Token]:
    """The tokens, other than cues, that stand in the words of a part."""
    start, end = place
    return [t for t in tokens if t.start < end and start < t.end and t.kind != "cue"]


def _cued(tokens: Sequence[Token], place: tuple[int, int]) -> bool:
    """Does a cue stand in some words that says something else than a thing: a company, a verb?"""
    start, end = place
    cues = [t for t in tokens if t.start < end and start < t.end and t.kind == "cue"]
    return any(not t.cue("noun", "modifier") for t in cues)


def _bag(words: Trades, said: str) -> Bag:
    """The words of a part that say something, or where those live who are one."""
    living = _LIVING.fullmatch(said)
    if living is None:
        return words.bag(WORD.findall(said))
    where = living["in"] or living["where"] or living["who"]
    return (LIVING.get(where, where),)


def _part(
    text: str, place: tuple[int, int], code: str, named: Sequence[Token], words: Trades
) -> Token | None:
    """The name of a part in a place, unless what stands there tells as much."""
    if not code or any(t.kind != "name" or code_of(t) == code for t in named):
        return None
    if any(words.within(code_of(t), code) for t in named):
        return None
    return name(text, *place, code)
