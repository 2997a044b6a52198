"""English: names told by what is said of an industry or of people: who earned, added, reached, used.

Courier services earned … yuan; broadband added 1.9 million; express delivery reached 51 billion
pieces; 676 million people use 5G phones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bluebook.collect.bulletins.amounts.hedges import HEDGE, HEDGES
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.lexicon.trades import Trades
from bluebook.collect.bulletins.lexicon.vocabulary import Word
from bluebook.collect.bulletins.lexicon.words import Bag, namings

_EARNS = re.compile(
    r"(?: (?:of|in) (?:the )?[a-z]{3,14}(?: (?:province|city))?)?"
    r"(?: (?:as a whole|overall|nationwide|together))?(?: \([^()]{1,80}\))?(?:, each [^;]{8,120},)? (?:(?:also|together|have|has|had) )*(?:generated|created|earned|raked in|contributed|brought in|took in|pulled in|booked|pocketed|collected|grossed|cashed in|netted|reaped|earning|generating|netting|raking in|bringing in|taking in|booking|reaping)"
    rf"(?: (?:{HEDGE}|revenues?|of))* "
)
_FROM_MAIN = re.compile(
    r"(?: \([^()]{1,40}\))? (?:from|with|in) (?:(?:its|their|the) )?(?:main|core|principal|major|prime) (?:telecom |telecommunications )?(?:business(?:es)?|services|operations)\b"
)
_ALSO = re.compile(
    r"(?:,|and|while) (?:also )?(?P<verb>earned|generated|raked in|took in|pulled in|booked|pocketed|collected|grossed|cashed in|earning|generating|raking in|taking in|booking|pulling in|bringing in|netting|grossing)"
    rf"{HEDGES} "
)
_SHARES = re.compile(
    r" (?:(?:now|also|still|alone) )*(?:account(?:ing|ed|s)? for|mak(?:e|es|ing) up|made up|represent(?:s|ed|ing)?|t(?:akes?|aking|ook) up|constitut(?:es?|ed|ing))\b"
    rf"|(?:'s)? share (?:(?:of|in) [a-z -]{{3,40}} )?(?:thus |then |also )*(?:was|is|rose|fell|grew|stood|climbed|increased|declined|dropped|reached|hit|exceeded|came|went)\b"
    rf"| (?:taking|holding|having|had|has|with) (?:a |an )?{HEDGES} ?[\d.]+ ?(?:%|per ?cent) share\b"
)
_IN_WHAT = re.compile(
    r" (?:in|of|worth of) (?!the |20|q\d|h\d|[a-z]+ber|january|february|march|april|may|june|july|august|total)"
)
# Express delivery reached 51 billion pieces.
_REACHED = re.compile(
    r"(?: nationwide)? (?:(?:has|have|had|also|already) )*"
    r"(?:reached|totaled|totalled|hit|exceeded|topped|surpassed|amounted to|stood at|came to|rose to|grew to|climbed to|was|were)"
    rf"{HEDGES} "
)
# What a part is worth of what is earned: voice brought in 79 billion yuan of it, cloud 20 billion.
_WORTH = re.compile(
    r",? (?:(?:alone|together|now|still|also|was|were|is|are|has|had|have) )*"
    r"(?:(?:worth|getting|got|receiving|received|absorbing|absorbed|bringing in|taking in|making up|making|representing|taking up|generating|earning|contributing|accounting for|delivering|yielding|providing|brought in|took in|pulled in|made|made up|makes? up|makes|represent(?:s|ed)|t(?:akes?|ook) up|generated|earned|contributed|accounted for|delivered|yielded|provided"
    r"|came to|came in at|rose to|grew to|fell to|reached|hit|stood at|amounted to|totall?ed)"
    rf"{HEDGES} )?"
    r"|: | for (?P<for>)"  # post accounted for 4.3 billion yuan, and telecommunications for 40.8
)
# How a part of what is earned goes: with fixed data up 9.7 percent, and cloud grew 23.6 percent.
_GOES = re.compile(
    r" (?:(?:services?|business(?:es)?|segment) )?(?:(?:was|were|also|together|has|have|had|even|only) )*"
)
_BY = re.compile(rf"(?: (?:by|another|a further))?{HEDGES} ")
_MANAGED = re.compile(r"(?:managing|managed|posting|posted)\b")
_OF_MONEY = re.compile(
    r" of (?:[a-z'-]+ ){0,5}(?:revenue|income|earnings|takings|sales)\b| of what (?:[a-z'-]+ ){1,4}(?:earn|earned|took in)\b"
)
_BEGINS = re.compile(r"(?:^|[,;:.)]|\b(?:and|while|but|which|whereas|with))[-*• ]*(?:the )?$")
_OF_WHAT = re.compile(
    r" (?:in|of|worth of) (?!the (?:total|sum)\b|it\b|that\b|this\b|which\b|them\b|revenue|income|20|q\d|h\d|[a-z]+ber|january|february|march|april|may|june|july|august)"
)
_PERCENT = ("%", "percent", "per cent", "pct")
LONGEST_MOVE = 60  # characters of a verb before its number
MANY = 5  # powers of ten of what is counted in users
_GAINS = re.compile(
    r" (?:(?:has|have|had|also|further|services?|then) )*"
    r"(?:added|adds|gained|gains|rose|grew|increased|climbed|jumped|expanded|up|fell|declined|dropped|decreased|lost|shed|slid|shrank)"
    rf"(?: (?:by|a net|net|{HEDGE}|a little|slightly))* "
)
_HAS = re.compile(
    r"(?: in (?:the )?[a-z]{4,}(?: [a-z]{4,})?)? (?:(?:now|already|also) )?(?:(?:ended|ends|closed|closes|finished) (?:the )?[a-z0-9]{4,}(?: (?:20\d\d|of 20\d\d|quarter|half))? with|had|has|have|boasts?|boasted|counts?|counted|claimed|serves?|served"
    r"|(?:is|are|was|were|being)(?: now| already)? (?:used|watched|taken|enjoyed|adopted|chosen|bought|subscribed to) by)"
    rf"{HEDGES} "
)
# For the cellular internet of things, there were 2.12 billion terminals.
_THERE = re.compile(rf",? there (?:are|were|had been|have been)(?: now| already)?{HEDGES} ")
# Where a time ended: IPTV ended June at 281 million.
ENDED = r"(?:end|clos|finish)(?:ed|es|ing|s) (?:[a-z0-9-]+ ){1,4}?(?:at|with|on)"
# Fixed broadband services rose to 189 million: so many have them.
_SERVED = re.compile(
    r"(?: in (?:operation|service|use))? (?:(?:has|have|had|also|already|now) )*"
    r"(?:(?:[a-z]{3,9}ed|rose|grew|fell|slid|shrank|sank|leapt|crept)(?: up| down)?(?: [a-z0-9.,]+ ?(?:%|per ?cent))? to"
    r"|reached|totaled|totalled|hit|exceeded|topped|surpassed|amounted to|stood at|came to|numbered|was|were"
    rf"|{ENDED})"
    rf"{HEDGES} "
)
# Nothing says what the number counts.
_ALONE = re.compile(
    r"[.,;)](?!\d)|$| (?:and|while|by|at|in|during|last|this|up|down|from|as|after|against|compared)\b(?! the world)"
)
_USERS = re.compile(
    r" ?(?:(?:active|paying|registered) )?(?:users|subscribers|customers|subscriptions|accounts|households|people|contracts|accesses|connections|lines)\b"
)


# What may stand between a short name and its figure.
_FIGURE = re.compile(
    r"(?P<colon> ?[:?])?(?: (?:(?:has|have|had|also|already) )*(?:included|includes|took|takes|taking|getting|got|received|receiving|absorbed|absorbing|numbered|reached|reaches|were|was"
    rf"|stood at|totaled|totalled|amounted to|came to|arrived|arrived at|hit|with|at|{ENDED}))?"
    rf"{HEDGES} ?"
)


_PERCENT = ("%", "percent", "per cent", "pct")
_OF_USERS = frozenset(("users", "subscribers", "customers", "households", "people", "lines", "connections", "contracts"))  # fmt: skip


class Doings:
    """What is done in one sentence by those that its names are short for."""

    def __init__(self, text: str, tokens: Sequence[Token], words: Trades) -> None:
        self.text = text
        self.tokens = tokens
        self.words = words

    def earns(self, done: int, doer: Bag) -> str:
        """What an industry that ends at a place earns there: courier services earned … yuan."""
        verb = _EARNS.match(self.text, done)
        code = self.words.joined(doer, (self.words.earned,)) if verb else ""
        if not (code and verb and self._amount(verb.end(), code)):
            return ""
        number = self._number(verb.end())
        main = number and _FROM_MAIN.match(self.text, number.end)
        return self.words.joined(doer, ("main", self.words.earned)) if main else code

    def earned_too(self, done: int, doer: Bag) -> Iterator[Token]:
        """What an industry earned besides: it handled … parcels, and earned … yuan."""
        for also in _ALSO.finditer(self.text, done):
            code = self.words.joined(doer, (self.words.earned,))
            if code and self._amount(also.end(), code):
                yield name(self.text, also.start("verb"), also.end("verb"), code)

    def worth(self, start: int, end: int, code: str, *, money: bool, had: bool = False) -> bool:
        """Is a part told by what it is worth: voice 79 billion yuan, mobile 73 percent of the total?

        `money`: revenue is being spoken of; `had`: people have it, who may have grown as well.
        """
        if money and self._moves(end):
            # revenue rose …, with fixed data and internet up 9.7 percent
            return not had or _BEGINS.search(self.text, 0, start) is not None
        verb = _WORTH.match(self.text, end)
        number = self._number(end)
        q = number.quantity if number is not None else None
        if verb is None or number is None or q is None or not _BEGINS.search(self.text, 0, start):
            return False
        if not verb.end() - 1 <= number.start <= verb.end():
            return False
        if verb["for"] is not None and " accounted for " not in self.text[:start]:
            return False
        if self.words.counts(code, q.unit):
            return not _OF_WHAT.match(self.text, number.end)
        said = verb[0].strip()
        return (
            (money or _OF_MONEY.match(self.text, number.end) is not None)
            and q.unit in _PERCENT
            and (q.signed if not said else said != ":")
        )

    def _moves(self, end: int) -> bool:
        """Is growth told right after a place, whatever the verb: voice sank 8.2 percent?"""
        number, goes = self._number(end), _GOES.match(self.text, end)
        if number is None or number.quantity is None or number.quantity.unit not in _PERCENT:
            return False
        if goes is None or number.start - end > LONGEST_MOVE:
            return False
        verb = next((t for t in self.tokens if t.start == goes.end() and t.cue("up", "down")), None)
        managed = _MANAGED.match(self.text, goes.end())
        stop = verb.end if verb else managed.end() if managed else -1
        return stop > 0 and _BY.fullmatch(self.text, stop, number.start) is not None

    def reaches(self, start: int, code: str) -> bool:
        """Does so much follow that what was done is meant: express delivery reached … pieces?"""
        verb = _REACHED.match(self.text, start)
        return verb is not None and self._amount(verb.end(), code)

    def shares(self, start: int) -> bool:
        """Does it follow how large a part is: accounting for …?"""
        return _SHARES.match(self.text, start) is not None

    def begins(self, start: int) -> bool:
        """Does a clause begin at a place?"""
        return _BEGINS.search(self.text, 0, start) is not None

    def gains(self, start: int, code: str, *, money: bool, opens: bool) -> bool:
        """Do so many follow that they can only be users: broadband added 1.9 million?

        `money`: it is spoken of, so that 281 million alone may be one; the name `opens` a clause.
        """
        if _SHARES.match(self.text, start):
            return True
        if any("entity" in t.cues and t.start < start <= t.end for t in self.tokens):
            return False  # China Mobile had 17 million users
        has = _HAS.match(self.text, start) or _THERE.match(self.text, start)
        has = (
            has or (opens and _SERVED.match(self.text, start)) or None
        )  # cellular IoT hit 2.27 billion connections
        verb = has or _GAINS.match(self.text, start)
        number = self._number(start)
        q = number.quantity if number is not None else None
        if verb is None or number is None or q is None or number.start > verb.end() + 2:
            return False
        if has:  # fixed broadband had 300 million users
            users = q.unit in _OF_USERS or _USERS.match(self.text, number.end) is not None
            if (
                opens
                and not (money or q.unit)
                and q.scale > MANY
                and _ALONE.match(self.text, number.end)
            ):
                return True  # IPTV ended June at 281 million, up 5 percent
            return users or (q.unit != "" and self.words.counts(code, q.unit))
        return (not q.unit and q.value >= 10**MANY) or self.words.counts(code, q.unit)

    def served(self, start: int, end: int) -> bool:
        """Do words for a service say of how many they are: fixed broadband services rose to 189 million?"""
        verb = _SERVED.match(self.text, end)
        number = self._number(verb.end() - 1) if verb else None
        if verb is None or number is None or number.start > verb.end():
            number = next(
                (t for t in self.tokens if t.kind == "number" and t.end == start - 1), None
            )
        q = number.quantity if number is not None else None
        if number is None or q is None or q.kind != "number" or q.scale < MANY - 1:
            return False
        return not q.unit and not _IN_WHAT.match(self.text, number.end)

    def follows(self, start: int, code: str, before: Sequence[str]) -> int:
        """Where a number ends that follows a short name and only its figure can be: IPTV: 300 million; 0 if none.

        Behind a colon, or, where its kin is named before it, at once or after a verb: of phone
        users …, 4G took 26 million.
        """
        said = _FIGURE.match(self.text, start)
        number = self._number(start)
        q = number.quantity if number is not None else None
        if said is None or number is None or q is None or number.start != said.end():
            return 0
        if not said["colon"] and not any(self.words.akin(code, other) for other in before):
            return 0
        if q.unit:
            return number.end if self.words.counts(code, q.unit) else 0
        after = next((t for t in self.tokens if t.start >= number.end), None)
        others = after is not None and after.start - number.end < 3 and self._others(after)
        return number.end if q.scale >= MANY - 1 and not others else 0

    def _others(self, noun: Token) -> bool:
        """Is a word that follows a number what it counts, and no users or connections?"""
        people = self.words.people(self.words.bag((noun.text,)))
        return noun.kind != "mark" and noun.cue("noun", "modifier") and not people

    def counts(self, start: int, code: str) -> bool:
        """Is the first number after a place one in the units of an indicator?"""
        number = self._number(start)
        q = number.quantity if number is not None else None
        return q is not None and q.unit != "" and self.words.counts(code, q.unit)

    def uncounted(self, start: int, end: int, code: str) -> bool:
        """Is a thing that is measured in a unit only counted, before or after its name?"""
        before = next((t for t in reversed(self.tokens) if t.end <= start), None)
        number = before if before is not None and before.kind == "number" else None
        number = number or self._number(end)
        q = number.quantity if number is not None else None
        return q is not None and q.scale >= MANY - 1 and not self.words.counts(code, q.unit)

    def _number(self, start: int) -> Token | None:
        return next((t for t in self.tokens if t.kind == "number" and t.end > start), None)

    def _amount(self, start: int, code: str) -> bool:
        """Does an amount in the units of an indicator follow, and nothing that says of what else?"""
        number = self._number(start)
        if number is None or number.quantity is None or number.start > start + 3:
            return False
        known = self.words.counts(code, number.quantity.unit)
        return known and not _IN_WHAT.match(self.text, number.end)


def name(text: str, start: int, end: int, code: str) -> Token:
    """A name as a token; one that stands for nothing where `code` is ""."""
    words = text[start:end].rstrip()
    return Token(start, start + len(words), "name", words, Word(namings=namings(code)))
