"""English: parts of what the text has just told, which it takes up by a word: 51.8 percent of that.

Mobile services made up 51.8 percent of that; mobile broadband represented 580,406 of these; of
this, postal services realized 9.86 billion yuan and telecommunication services 41.38 billion;
users sent 133.1 billion of them. What "that" is was named before, and the part is named by words
that are a name with the head of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bluebook.collect.bulletins.amounts.hedges import HEDGES
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.doings import name
from bluebook.collect.bulletins.english.parts import PERCENT, code_of
from bluebook.collect.bulletins.english.taken_up import at_prices, placed
from bluebook.collect.bulletins.lexicon.trades import Trades
from bluebook.collect.bulletins.lexicon.vocabulary import Vocabulary
from bluebook.collect.bulletins.lexicon.words import EITHER, WORD
from bluebook.collect.bulletins.text.hints import ENGLISH

_SUM = r"(?:number|total|sum|amount|figure|revenue|income|volume)"
_THAT = rf"(?:(?:that|this|the latter) {_SUM}|that|this|it|the latter)"
_THEM = r"(?:them|these|those)"
_END = r"(?=[,.;:)]|$| (?:in|by|at|as|and|from|but|while|during|last|this|up|down|compared|against|versus|a year)\b)"
_OF_THAT = re.compile(rf" of (?P<that>{_THAT}){_END}")
_OF_THEM = re.compile(rf" of (?P<them>{_THEM}){_END}")
# Of this, postal services realized …
_OPENS = re.compile(rf"[\"' ]*(?:(?:out )?of|within) (?:{_THAT}|the {_SUM}|{_THEM}),? ")
_VERB = (
    r"(?:(?:now|then|already|also|still|alone|together|have|had|has) )*"
    r"(?:account(?:s|ed|ing)? for|ma(?:k(?:es?|ing)|de)(?: up)?|represent(?:s|ed|ing)?|t(?:akes?|ook|aking)(?: up)?|constitut(?:es?|ed|ing)"
    r"|compris(?:es?|ed|ing)|form(?:s|ed)?|contribut(?:es?|ed|ing)|suppl(?:y|ies|ied)|provid(?:es?|ed)|generat(?:es?|ed)|earn(?:s|ed)?"
    r"|brought in|reali[sz]ed|achieved|recorded|completed|yielded|delivered|reached|totall?ed|amounted to|came to|numbered|stood at|was|were|is|are|had|has|with|at)"
)
# What a number is of, that stands before it with its verb, or without one in a list.
_PART = re.compile(
    r"(?:^|[,;:(] ?|\b(?:and|while|with|but|whereas) )(?:(?:the|revenue from|income from) )*"
    rf"(?P<part>(?!and |while |of |that |those )[a-z0-9][a-z0-9/&'-]*(?: (?!and |while )[a-z0-9/&'-]+){{0,4}}?)(?: of)?(?P<verb>,? {_VERB})?(?: for)?"
    rf"{HEDGES} ?(?:rmb|cny|us\$|[$¥])? ?$"
)
_FILLS = re.compile(
    r"(?: (?:services?|business(?:es)?|segment|sector|users?|subscribers?|subscriptions?|customers?|lines?|connections?|revenues?|income|parcels?|items?))*"
)
# Who has or does what is counted, all of it: Chinese users sent 133.1 billion of them.
_ALL_DO = re.compile(
    r"\b(?:(?:chinese|china|people|users|consumers|subscribers|couriers|operators|carriers|they|we|the country|there|residents) )"
    r"(?:(?:now|then|already|also|still|only|just|together) )*(?:(?:have|has|had|were|are) (?:been )?)?"
    rf"(?:sent|handled|delivered|processed|exchanged|made|built|installed|used)?{HEDGES} ?$"
)
_REFERS = ENGLISH.group(
    *(f"of {it}" for it in ("that", "this", "it", "the latter", "them", "these", "those")),
    *(
        f"of the {it}"
        for it in (
            "total",
            "sum",
            "amount",
            "figure",
            "number",
            "latter",
            "base",
            "customer base",
            "user base",
            "subscriber base",
            "whole base",
        )
    ),
    *(f"within {it}" for it in ("that", "this", "it", "the total")),
)
_NOUN = frozenset(("noun",))
NEAR = 90  # characters of a part with its verb


def referred(text: str, tokens: list[Token], spoken: str, words: Trades) -> list[Token]:
    """The tokens of a sentence with the names of parts of what is spoken of, and of it."""
    if _REFERS not in ENGLISH.found(text) or not spoken or EITHER in spoken:
        return tokens
    made = list(_made(text, tokens, spoken, words))
    return placed(tokens, [at_prices(t, words.priced) for t in made]) if made else tokens


def begun(text: str, tokens: list[Token], words: Vocabulary) -> list[Token]:
    """The tokens of a sentence that begins with a bare noun for what was spoken of: consumption."""
    place = words.taking_up.begun(text)
    if place is None or any(t.start < place[1] and place[0] < t.end for t in tokens):
        return tokens
    return placed(tokens, [Token(*place, "cue", text[slice(*place)], cues=_NOUN)])


def _made(text: str, tokens: Sequence[Token], spoken: str, words: Trades) -> Iterator[Token]:
    opens = _OPENS.match(text)
    for n, number in enumerate(tokens):
        if number.quantity is None or number.quantity.kind == "rank":
            continue
        that, them = _OF_THAT.match(text, number.end), _OF_THEM.match(text, number.end)
        if them and _all(text, tokens[n:], them.end(), number):
            yield name(text, *them.span("them"), spoken)
        if not (that or them or opens):
            continue
        part = _said(text, opens.end() if opens and not (that or them) else 0, number.start)
        if part and not (part.verb or opens):
            part = None
        before = "" if opens else _before(tokens, part.start if part else number.start)
        whole = before or spoken
        found = _part(text, tokens, part, whole, words) if part else None
        if found is not None:
            yield found
        elif (
            part
            and that
            and number.quantity.unit in PERCENT
            and _another(tokens, part, whole, words)
        ):
            yield name(text, part.start, part.end, "")
        if that and number.quantity.unit in PERCENT:
            yield name(text, *that.span("that"), whole)


class Said(NamedTuple):
    """Where the words stand that a part is named by, and whether a verb follows them."""

    start: int
    end: int
    verb: bool


def _said(text: str, start: int, end: int) -> Said | None:
    """What stands before a number that may be a part, with its verb or in a list."""
    start = max(start, end - NEAR)
    match = _PART.search(text[start:end])
    if match is None:
        return None
    return Said(start + match.start("part"), start + match.end("part"), bool(match["verb"]))


def _before(tokens: Sequence[Token], place: int) -> str:
    """What the last name before a place stands for, if it is one thing."""
    last = next((t for t in reversed(tokens) if t.kind == "name" and t.end <= place), None)
    return code_of(last) if last is not None else ""


def _part(
    text: str, tokens: Sequence[Token], said: Said, whole: str, words: Trades
) -> Token | None:
    """The part of a whole that some words name: all of them, but for what they end with."""
    start, end = said.start, said.end
    for token in tokens:
        if token.kind == "name" and token.start == start and words.within(code_of(token), whole):
            return None  # which has its name
        if token.cue("entity") and token.start < end and start < token.end:
            return None
    own = words.main(whole)
    heads = tuple(w for w in own if words.alike.get(w, w) in words.heads)
    bags = [words.bag(WORD.findall(text[start:end]))]
    if (fills := _fill(text, start, end)) < end:
        bags.append(words.bag(WORD.findall(text[start:fills])))
    for bag in bags:
        for rest in (heads, own) if bag and not words.weakly(bag) else ():
            code = words.joined(bag, rest)
            if code and EITHER not in code and _inside(code, whole, words):
                return name(text, start, end, code)
    return None


def _fill(text: str, start: int, end: int) -> int:
    """Where words begin that say nothing of which part it is, to the end."""
    at = text.find(" ", start, end)
    while at >= 0 and not _FILLS.fullmatch(text, at, end):
        at = text.find(" ", at + 1, end)
    return at if at >= 0 else end


def _inside(code: str, whole: str, words: Trades) -> bool:
    """Is an indicator a part of another, or one of two industries that are told together?"""
    return words.within(code, whole) or {*words.main(code)} < {*words.main(whole)}


def _another(tokens: Sequence[Token], part: Said, whole: str, words: Trades) -> bool:
    """Does a name that is no part of the whole stand where the part does?"""
    named = [t for t in tokens if t.kind == "name" and t.start < part.end and part.start < t.end]
    return bool(named) and not any(words.within(code_of(t), whole) for t in named)


def _all(text: str, after: Sequence[Token], end: int, number: Token) -> bool:
    """Are so many all of them: users sent 133.1 billion of them from January to April?"""
    if _ALL_DO.search(text, max(0, number.start - NEAR), number.start) is None:
        return False
    then = next((t for t in after if t.start >= end and not t.cue("level", "from")), None)
    return then is None or then.kind in ("when", "mark")
