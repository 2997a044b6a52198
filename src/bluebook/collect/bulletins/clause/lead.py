"""What stands before a number, sorted: its subject, what it is compared with, the manner of saying."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.times.when import When

MOVES = frozenset(("up", "down", "flat", "net_up", "net_down", "narrow"))
VERBS = MOVES | {"reach", "level"}
# What follows a place where a report was filed, which is not what it is about.
FILED = re.compile(
    r"(?:时间|卫视|电视台|大学|会展中心|国际会议中心|[日晚晨早商时]报|(?:都市|青年|特区|经济|证券|工人|农民|法制|科技|邮电)报|新?网(?:讯|消息|记者)|新闻网|新闻客户端|在线(?:讯|消息|记者)|电台|广播)|\s*(?:\d{4}年)?(?:[\d一二三四五六七八九十]+月)?[\d一二三四五六七八九十]+日[电讯]|[电讯](?![信子话])|,? (?:\[[a-z]+\],? )?[a-z]{3,9}\.? \d+(?:st|nd|rd|th)?,? ?(?:\d{4},? ?)?\("
    r"|,? \d+(?:st|nd|rd|th)? [a-z]{3,9}\.?,? ?(?:\d{4},? ?)?(?:\(|--|$|\n)|\s?(?:-|--|\()"
    r"|,? [a-z]{3,9}\.? \d+(?:st|nd|rd|th)?,? ?(?:\d{4})? ?[:-]|, ?\("
    r"|, [a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4} ?\n"
)
# What a capital does that is the government, and no place.
GOVERNS = re.compile(
    r" (?:wants|wanted|hopes|hoped|vows|vowed|pledges|pledged|seeks|sought|intends|insists|argues|urges|urged|ordered|decided|promises|promised)\b"
)
# English words between a word of comparison and what is compared with: than that of the east.
THIN = frozenset(("of", "at", "with", "number", "total", "total number", "was", "were", "in"))
# Words between "than" and the period it compares with: than the growth rate registered in May.
SEEN = frozenset(
    [
        "registered",
        "recorded",
        "posted",
        "seen",
        "reported",
        "logged",
        "counted",
        "growth rate",
        "growth pace",
        "the growth",
        "the growth rate",
        "growth",
        "growth in",
        "growth of",
    ]
)


class About(msgspec.Struct, frozen=True, gc=False):
    """What is being spoken of: the indicators, and the country that the text is about."""

    codes: Sequence[str] = ()
    home: str = ""


class Lead(msgspec.Struct, eq=False):
    """The parts of a gap.

    `near` cues stand in the same clause as the number, `far` ones in earlier clauses; `verbs` are
    the near verbs in order.
    `subjects` are names the number may be of, `close` whether the last of them stands in the
    number's own clause, `joined` those that stand in one list at the end; `wholes` and `within`
    what it is a part of; `basis` and `prior` the period it is compared with and the one it
    belongs to where that is not the current one. `sets` are the periods and places that the text
    turns to. `unknown` holds words of a subject that the catalogue does not know; `rival` says
    that it is compared with something else than a period.
    """

    near: set[str] = set()
    far: set[str] = set()
    verbs: list[str] = []
    subjects: list[Token] = []
    close: bool = False
    joined: list[Token] = []
    wholes: list[Token] = []
    within: str = ""
    basis: When | None = None
    bases: list[When] = []
    prior: When | None = None
    sets: list[Token] = []
    unknown: str = ""
    short: str = ""  # a part by the first of its words, where its whole has the last
    parted: str = ""  # the place whose parts a list of shares adds up to
    described: Token | None = None  # English: a part that is said with its whole
    rival: bool = False
    against: bool = False  # the number is the earlier figure that the next is compared with
    bound: str = ""
    named: bool = False  # a name follows the number at once
    hundred: bool = False  # of every 100 persons
    of: bool = False  # English: "of" follows the number
    starting: bool = False  # the number is the first of "from … to …"
    entity: str = ""  # a company, or the world: the number is not the text's own territory's
    far_basis: bool = False  # the basis stands in an earlier clause …
    far_verb: bool = False  # … which has a verb of its own

    def has(self, *kinds: str) -> bool:
        return not self.near.isdisjoint(kinds)
