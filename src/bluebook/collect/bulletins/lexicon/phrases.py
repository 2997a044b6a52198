"""English noun phrases as the words they hold: subscribers of fixed telephone services.

The names of a catalogue are forms, and no list has all of them. Here a name is the words that are
left when articles, links and words that say nothing are taken away and spellings are made one; a
phrase of a text that holds the same words means the same. What the name of an industry would add
may stand apart from it: "the postal industry … its business revenue".
"""

from __future__ import annotations

import re
from functools import lru_cache

from bluebook.collect.bulletins.lexicon.segments import STRANGE, Run, Segments
from bluebook.collect.bulletins.lexicon.trades import Trades
from bluebook.collect.bulletins.lexicon.words import LETTERS, WORD, remembered, stem
from bluebook.model.catalogue import Catalogue

_SENT = r"(?:transmitted|transferred|carried|transported|consumed|used|downloaded|exchanged|generated|sent|made|placed|originat(?:ed|ing))"
OVER = (
    r"(?:over|on|across|via|through|by|in|with|using|from)"
    r"(?= (?:the |all |its |their |china's |chinese )*(?:mobile|cellular|wireless|handset|smartphone|fixed|landline|[2-6]g|lte)s?\b)"
)
# What may stand between a thing and what is done with it: parcels were handled by …
_DONE = re.compile(
    r" (?:that )?(?:(?:were|was|are|is|being) )?(?:handled|delivered|processed|involved|sent|shipped"
    r"|generated|earned|provided|brought|operated|living|residing|who lives?|that live|lived|live|resided?)"
    r"(?= (?:by|in|via|through|from)\b)"
    # … or between people and what they go online with, which is no verb to be kept
    r"|(?: (?:who|that|have|had|has|are|were|now|also|can|regularly|currently"
    r"|(?:access|us|surf|brows|connect|go)(?:es|e|ed|ing)?(?: to)?|went|gone|gets?|got|getting|logg(?:ed|ing) (?:on|in)(?:to| to)?))+"
    r"(?= (?:access to |it )?(?:online|(?:the )?(?:internet|web)|(?:their |the |an? )?(?:(?:mobile|cell|smart|hand)[a-z ]{2,20}|phones?)"
    r" (?:to (?:access|go|get|surf|browse|get|connect)|for (?:internet|online|web))"
    r"|(?:through|via|by|with|on|from) (?:their |the |a )?(?:(?:mobile|cell|smart|hand)[a-z ]{0,8}(?:phone|set|device)|phone)s?)\b)"
    r"| (?:are|were|was|came|come)(?= (?:in|from) (?:the )?(?:rural|urban|countryside)\b)"
    # … or between what goes over networks and those
    rf"| (?:that )?(?:(?:were|was|are|is|being) )?{_SENT} {OVER}"
)
# Data that goes over networks is their traffic; the words are as long.
_CARRIED = re.compile(rf"\bdata (?:that )?(?:(?:were|was|are|is|being) )?{_SENT} {OVER}")
# The Chinese who do something are people; the word is as long.
_CHINESE = re.compile(
    r"chinese(?=(?: (?:now|already|also|can|have|had|regularly))* (?:are |were |who |used? |using|access|surf|go|went|online|living))"
)
_NARROWED = ("service ", "services ", "segment ", "field ")
# What may narrow them right before: security services, but while services.
_NARROWS = re.compile(
    r"(?<![a-z])(?!(?:while|whereas|but|as|when|where|saw|said|with|made|had|were|was|is|are|although|though|since|because|if|than|also|telecoms?) )[a-z][a-z-]*\"? $"
)
# What the others are named with is one of them: smart meters and other …
_OTHERS = re.compile(r"[a-z0-9 -]*? (?:and|or) (?:all |the |some )?other (?=[a-z0-9-]+ )")
_EMPTY, _SAYS, _BEGINS, _ENDS = 1, 2, 4, 8
_PRINTED = re.compile(
    r"(?P<before>[\"'(\[]*+)\.?(?P<words>[a-z0-9]+(?:[-/][a-z0-9]+)*)(?:'s?)?(?P<after>[.,;:!?)\"'\]]*)"
)
# What a name before it is called for short.
_ABBREVIATED = re.compile(
    r"\((?:ftt[xhbo](?:/[a-z0])?|iptv|iot|idc|sms|mms|m2m|[ax]?dsl|isps?|vpn|ai|arpu|td-scdma|lte|phs|pas|wlan|mvnos?|cdma|gsm)\)(?= )"
)

# "online" that says what kind of thing follows: users of online financial services.
_ONLINE = re.compile(r"(?: [a-z]+)? online$")
_KIND = re.compile(
    r" (?!(?:in|by|at|on|as|of|to|from|via|through|with|for|and|or|while|who|that|which|this|last|per|than"
    r"|was|were|is|are|has|had|have|will|would|rose|grew|fell|hit|stood|came|year|up|down)\b)"
    r"[a-z-]+(?<!ed)(?<!ing)\b"
)

_PIECES_AND = re.compile(r"(?<=ion )(?P<unit>pieces|items|units),? and (?:the )?(?=[a-z])")
_GLUED = re.compile(r":(?=\d)")  # broadband:5.46 hundred million

_PHONE = re.compile(r"(?:mobile|cell|smart)? ?phones?\b|handset")  # with which people go online
_PARTS = frozenset(("a", "an", "the"))  # after "with": another thing is told
LONGEST = 40  # characters of a word of a name; eight such are the longest run


class Phrases:
    """Finds the English names of a catalogue in a text, by their words."""

    def __init__(self, words: Trades) -> None:
        self.words, self._segments = words, Segments(words)
        self._kinds, self._held = remembered(self._kind), remembered(self._holds)

    def runs(self, text: str) -> list[tuple[list[tuple[int, int]], Run]]:
        """The places of neighbouring words that names are made of, and what they hold."""
        found: list[tuple[list[tuple[int, int]], Run]] = []
        first = last = -1  # where the words begin and end
        worth = False  # is any of them more than an article or a link?
        place = done = 0  # of a word; where the verb between a thing and its doer ends
        text = _GLUED.sub(" ", text) if ":" in text else text
        parted = "with a" in text or "with the " in text or "  " in text
        if "(" in text and _ABBREVIATED.search(text):
            text, parted = _ABBREVIATED.sub(_blank, text), True
        printed = text.replace("\n", " ").split(" ")
        for word, known in zip(printed, map(self._kinds, printed), strict=True):
            kind, start, place = known, place, place + len(word) + 1
            if not kind and first < 0:
                continue
            if parted:
                if not word and first >= 0:
                    continue  # fiber (FTTH/O) ports
                if word in _PARTS and text.endswith("with ", 0, start):
                    kind *= _PHONE.match(text, place) is not None
                    # 5G users with a penetration rate of: two things are said
            if first >= 0 and (not kind or kind & _BEGINS) and start >= done:
                verb = None
                if (
                    not kind
                    and word in self.words.doing
                    and (worth or text.startswith("chinese", first))
                ):
                    verb = _DONE.match(text, last)
                if verb is None:
                    if worth:
                        found += self._told(text, first, last)
                    first, worth = -1, False
                else:
                    done = verb.end()
            if kind:
                first = start if first < 0 else first
                last = place - 1
                worth = worth or kind & _SAYS > 0
                if kind & _ENDS:
                    if worth:
                        found += self._told(text, first, last)
                    first, worth = -1, False
        if worth:
            found += self._told(text, first, last)
        return found

    def first(self, text: str) -> str:
        """The first indicator that the first such words of a text name, if any."""
        runs = self.runs(text)
        return runs[0][1].parts[0].code if runs and runs[0][1].parts else ""

    def _kind(self, printed: str) -> int:
        """What a word as it is printed may be in a name; 0 where it is none."""
        if len(printed) > LONGEST or printed in self.words.apart:
            return 0
        match = _PRINTED.fullmatch(printed)
        words = WORD.findall(match["words"]) if match else []
        stems = [*map(stem, words)]
        if not (match and words and self.words.known.issuperset(stems)):
            return 0
        if not all(map(LETTERS.match, words)):
            return 0
        says = any(w not in self.words.empty or w in self.words.carriers for w in stems)
        kind = _SAYS if says else _EMPTY
        return kind + _BEGINS * bool(match["before"]) + _ENDS * bool(match["after"])

    def _told(self, text: str, first: int, last: int) -> list[tuple[list[tuple[int, int]], Run]]:
        """What the words between two places hold, if anything."""
        if last - first > 8 * LONGEST:
            return []
        if (pieces := _PIECES_AND.match(text, first, last)) is not None:
            # 50.9 billion pieces and international business 1.4 billion
            counted = self._told(text, first, pieces.end("unit"))
            return counted + self._told(text, pieces.end(), last)
        key = text[first:last]
        if "other " in key and (others := _OTHERS.match(key)) is not None:
            first += others.end()  # M2M and other IoT connections
            key = key[others.end() :]
        if key.endswith(" online") and _KIND.match(text, last):
            key = _ONLINE.sub("", key)
        at, run = self._held(key)
        narrowed = key.startswith(_NARROWED) and _NARROWS.search(text, 0, first) is not None
        if narrowed and run.topic is not None:
            run = Run(topic=STRANGE)  # the information technology service industry
        elif narrowed or not (run.parts or run.sectors or run.short or run.busy or run.paid):
            return []  # security services revenue
        return [([(first + a, first + b) for a, b in at], run)]

    def _holds(self, said: str) -> tuple[list[tuple[int, int]], Run]:
        """The places of the words of a run that say something by themselves, and what they hold."""
        said = _CHINESE.sub("people ", said) if "chinese" in said else said
        said = _CARRIED.sub(_traffic, said) if "data " in said else said
        if not self.words.doing.isdisjoint(said.split(" ")):
            said = _DONE.sub(_blank, said)
        at = [m.span() for m in WORD.finditer(said)]
        return at, self._segments.hold(tuple([said[a:b] for a, b in at]))


def _traffic(match: re.Match[str]) -> str:
    return "data traffic".ljust(len(match[0]))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


@lru_cache(maxsize=8)
def phrases(catalogue: Catalogue) -> Phrases:
    """The English names of a catalogue as words, made once."""
    return Phrases(Trades(catalogue))
