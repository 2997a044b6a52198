"""English: so many who use a thing are its users: 70 million people subscribed to 4G services."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.doings import MANY, name
from bluebook.collect.bulletins.lexicon.trades import Trades
from bluebook.collect.bulletins.lexicon.words import EITHER, WORD
from bluebook.collect.bulletins.text.hints import ENGLISH

_PEOPLE = (
    r"(?:people|persons|users|households|families|homes|subscribers|subscriptions|customers|clients"
    r"|chinese|consumers|netizens|individuals|residents|accounts|lines|viewers)"
)
# Of whom: of them; of the country's 570 million broadband customers.
_OF = (
    r"of (?:(?:them|these|those|whom|which)\b|(?:(?:the|all|its|their|china's|country's|nation's|city's|province's) )*"
    rf"(?:(?P<whole>[\d.,]+) [mb]illion )?(?:[a-z][a-z-]* ){{0,4}}?{_PEOPLE}\b)"
)
_USE = re.compile(
    rf" ?(?:(?P<who>(?:[a-z][a-z-]* ){{0,3}}?{_PEOPLE})\b(?:, [a-z ]{{3,32}},)? ?)?(?:{_OF} )?"
    r"(?:(?:who|that|were|are|is|was|have|has|had|been|already|now|currently|also) )*"
    r"(?:(?P<net>(?:surf|access|connect|log|going|go|went|gone|get|got|getting)(?:s|es|ed|ing|ged|ging)?"
    r"(?: (?:on|in))?(?: ?to)?(?: online| (?:the |their )?(?:internet|web|broadband))?(?: (?:through|via|over|by|with|on)))"
    r"|(?:ha(?:d|ve|s|ving)|enjoy(?:ed|ing)?|with|g[oe]t)(?: [a-z]+)? (?:access|connections?|subscriptions?) to"
    r"|(?P<fast>had|have|has|having|enjoy(?:ed|ing)?|with|got|at)"
    r"|use[ds]?|using|(?:(?:active|live|registered|connected|running) )?on|take|takes|took|taking|(?P<pays>subscrib(?:e|es|ed|ing) (?:to|for)|sign(?:ed|ing) up (?:for|to))"
    r"|(?:mov|switch|migrat|upgrad|shift)(?:ed|ing) (?:from [a-z0-9 -]{1,20} )?to|watch(?:ed|ing)?|chose|choosing|opt(?:ed|ing) for|bought|adopted|owned"
    r"|(?:ran|run|running) (?:over|on)|(?:connected|served|reached|provided) (?:by|via|through|over|to|with|using)) "
    r"(?:(?:the|a|an|its|their|some|at least|more than|over) )*"
    r"(?P<what>[\"']?[a-z0-9][a-z0-9,.\"'/ -]{0,60}?)"
    r"(?= ?(?:,(?!\d)|[;:()]|\.(?!\d)|$)| (?:by|at|as|in|and|while|whereas|but|up|down|or|last|this|during|nationwide|on|than|with"
    r"|before|accounting|representing|compared|against|from|a (?:year|month))\b)"
)
# Before a number of which others are a part: two-thirds of the country's 1.42 billion users.
_WHOLE = re.compile(r"\bof (?:(?:the|all|its|their|those|[a-z]+'s) )+$")
# What those use who do something else with it, unless they subscribe to it.
ANYTHING = frozenset(("mobile", "phone", "internet", "network", "broadband"))
_OF_G = re.compile(r"(?P<g>[2-5])\.5g\b")  # 4.5G is a kind of 4G
_USED = ENGLISH.group(
    " use", " had ", " have ", " using", " on ", " take", " took", " taking", " subscrib", " sign", " moved", " moving", " switched", " migrat",
    " upgrad", " shift", " watch", " chose", " choosing", " opt", " bought", " adopted", " owned", " ran ", " run", " connect",
    " consum", " through ", " burn", " download", " generated ", " served", " reached by", " provided", " surf", " access", " mbps", "mbps", "mb/s", "mbit/s", "megabits",
)  # fmt: skip


def users_of(text: str, tokens: Sequence[Token], words: Trades) -> Iterator[Token]:
    """The names of those who use a thing, in the place of what is said of them."""
    if _USED not in ENGLISH.found(text):
        return
    for number in tokens:
        q = number.quantity
        if q is None or q.scale < MANY:
            continue
        if _WHOLE.search(text, max(0, number.start - 40), number.start):
            continue
        end = number.end - len(q.unit) if number.text.endswith(q.unit) else number.end
        match = _USE.match(text, end)
        if match is None:
            continue
        start, stop = match.span("what")
        at = _speed(tokens, start)
        code = at.word.namings[0].code if at else ""
        if at:
            stop = at.end
        else:
            said = words.bag(WORD.findall(_OF_G.sub(r"\g<g>g", match["what"])))
            if match["net"]:
                said = tuple({*said, "internet"})
            sure = match["pays"] or not ANYTHING.issuperset(said)
            sure = sure and not (match["fast"] and ANYTHING.intersection(said))
            code = words.joined(said, (words.has,)) if sure else ""
            code = code if _may(words, match["who"] or "", code) else ""
        stop = stop if match["whole"] is None else match.start("whole")
        if code and EITHER not in code:
            yield name(text, end + text.startswith(" ", end), stop, code)


def _may(words: Trades, who: str, code: str) -> bool:
    """May people who are called so be users of a thing: mobile users of 5G, no business customers?"""
    if " " not in who:
        return True
    whole = words.code(words.bag(WORD.findall(who)))
    return code == whole or words.within(code, whole)


def _speed(tokens: Sequence[Token], start: int) -> Token | None:
    """What those are who have so fast a line: an access speed of 1,000 Mbps and above."""
    for token in tokens:
        if token.start >= start + 40 or (token.kind == "number" and token.start > start):
            break
        if token.kind == "name" and start <= token.start:
            one = len({n.code for n in token.word.namings}) == 1
            return token if one and "mbps" in token.text else None
    return None
