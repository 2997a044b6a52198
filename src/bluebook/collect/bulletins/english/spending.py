"""English: what operators put into their networks: the carriers spent 340 billion yuan last year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bluebook.collect.bulletins.amounts.hedges import HEDGES
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.doings import name
from bluebook.collect.bulletins.lexicon.trades import Trades
from bluebook.collect.bulletins.lexicon.words import WORD
from bluebook.collect.bulletins.text.hints import ENGLISH

SPENT = ENGLISH.group(
    "invest",
    "spen",
    "pour",
    "plough",
    "plow",
    "pump",
    " put ",
    "funnel",
    "channel",
    "inject",
    "splash",
    "devot",
    "shell",
)
INVESTMENT = ("investment",)
_SPENT = re.compile(
    r"\b(?:operators|carriers|telcos|(?:telecom|telecoms|telecommunications?|communications?) (?:companies|firms|enterprises|providers|giants|sector|industry))\b"
    r"(?: and china tower)?(?: (?:in|of) (?:the )?[a-z]+(?: (?:province|city))?)?(?: (?:have|has|had|also|together|jointly|last year|this year"
    r"|will|would|plan(?:s|ned)? to|intend(?:s|ed)? to|are to|is to|expect(?:s|ed)? to|aim(?:s|ed)? to|are expected to))*"
    r" (?P<verb>invest(?:ed|s|ing)?|spen[dt]s?|spending|pour(?:ed|s|ing)?|plough(?:ed|s)?|plow(?:ed|s)?|pump(?:ed|s|ing)?|put|puts|funnell?ed|channell?ed|injected|splashed out|devoted|shelled out)"
    rf"{HEDGES} $"
)
# On what, if it is said; when is not what.
_ON = re.compile(
    r"(?: \([^()]{1,40}\))?,? (?:(?:in|during) (?:20\d\d|the (?:year|period|quarter|[a-z]+ (?:quarter|half|months|[a-z]+ months))) |last year |this year )?"
    r"(?:in|into|on|for|to (?:build|expand|upgrade|construct|improve)) (?!(?:the )?(?:20\d\d|january|february|march|april|may|june|july|august|[a-z]+ber"
    r"|first|second|third|fourth|last|past|year|total|all|period|same|half|quarter|three|six|nine)\b)"
    r"(?:(?:the|their|its|building|expanding|upgrading|constructing|new|local|[a-z]+'s|construction of|building of|expansion of) )*"
    r"(?P<what>[a-z0-9][a-z0-9&-]*(?: (?!in|last|this|during|by|as|at|and|to|over|from|which|that|up|down)[a-z0-9-]+){0,3})"
)
_NETWORKS = frozenset(
    ("network", "fixed", "asset", "infrastructure", "construction", "telecom", "communication", "project", "facility", "upgrade")
)  # fmt: skip


def spending(text: str, tokens: Sequence[Token], words: Trades) -> Iterator[Token]:
    """The names of what operators put into networks, in the place of the verb."""
    every = words.joined(("asset", "fixed"), INVESTMENT)
    for number in tokens:
        q = number.quantity
        if q is None or not every or not words.counts(every, q.unit):
            continue
        spent = _SPENT.search(text, max(0, number.start - 160), number.start)
        if spent is None:
            continue
        on = _ON.match(text, number.end)
        if on is None and spent["verb"].startswith("put"):
            continue
        said = words.bag(WORD.findall(on["what"])) if on else ()
        kind = tuple(w for w in said if w not in _NETWORKS)
        yield name(text, *spent.span("verb"), words.joined(kind, INVESTMENT) if kind else every)
