"""English: what goes abroad is told with what goes to Hong Kong, Macao and Taiwan, in many words.

"International and Hong Kong, Macao and Taiwan deliveries", "international services and those
connecting …", "cross-border deliveries, which include parcels to …" are one thing. Here a sentence
is left with the first of its words, so that its names are those of any thing: international
deliveries.
"""

from __future__ import annotations

import re

from bluebook.collect.bulletins.english.complements import bare
from bluebook.collect.bulletins.english.printed import unprinted
from bluebook.collect.bulletins.text.script import Plain

_OURS = r"(?:hong ?kong|h\.?k\.?|maca[ou]|taiwan)"
_ALL = rf"{_OURS}(?:(?: ?[,/&] ?(?:and )?|,? and | or ){_OURS}){{2}}(?: (?:regions?|sars?))?"
_ABROAD = r"\b(?:international|overseas|abroad|cross-?border|foreign)\b"
_LINKS = (
    r"(?: ?[,/&(]|,? (?:(?:and|or|including|as well as|along with|plus|which|covering)\b|incl\b\.?))"
    r"(?: ?(?:and|or|which|includ(?:e|es|ed|ing)|that|those|with|to|from|for|of|between|in|connecting"
    r"|involving|handled|sent|moving|bound|destined|headed|going|the|mainland china|[a-z]{6,}s)\b)*[ ,/&]*"
)
_AFTER = re.compile(rf"{_ABROAD}(?: (?!and\b|or\b)[a-z]+){{0,3}}?(?P<told>{_LINKS}{_ALL}\)?)")
_BEFORE = re.compile(rf"\b(?P<told>{_ALL}(?: ?/ ?|,? and (?:the )?|, ?| & )){_ABROAD}")


# Where in a source a figure stands: 1.07 billion (the Report, p. 25) were online.
_SOURCE = re.compile(
    r" \((?:[^()]{0,60}\b(?:p|pp|page|pages|table|fig|figure|chart|annex|para|footnote|exhibit|section|sec|slide)\b\.? ?\d[^()]{0,20}"
    r"|(?:sources?|see|cf)[:.]? [^()]{1,60})\)"
)
# What is set off by dashes and tells no figure: 94 percent - a little less - of fixed users.
_DASHED = re.compile(r" (?P<told>--? [^-,;:()\d]{3,90} --? )(?=[a-z0-9])")
# Cards for machine-to-machine communication are M2M cards.
_MACHINES = re.compile(
    r"\b(?:active )?(?:sims?|sim cards|cards|lines|connections|subscriptions)(?: (?:that are|which are))?(?: used| intended)? (?:for|in) "
    r"(?:machine[- ]to[- ]machine|m2m)(?: (?:communications?|services?|applications?|purposes))?\b"
)
_GOES_ON = re.compile(r"(?:of|in|per|who|that|for|at|from|to)\b")
_QUOTED = re.compile(r"['\"](?:netizens?|internet users|\.?cn)['\"]")
_NET = re.compile(
    r"(?<=(?:ing|use|sed|ess|urf|fed) the )net(?=[,.;)]| (?:via|through|by|with|on|in|at|from|using|and|or|every|each|last|this)\b|$)"
)


def usual(written: Plain) -> Plain:
    """A sentence in its usual words: what goes abroad is one thing, the net is the web.

    Without brackets that only say where it is said.
    """
    written = unprinted(written)
    if " the net" in written.text:
        written = written._replace(text=_NET.sub("web", written.text))
    if "m2m" in written.text or "machine" in written.text:
        while (cards := _MACHINES.search(written.text)) is not None:
            start, end = cards.span()
            head = f"{written.text[:start]}m2m sims"
            written = written._replace(text=f"{head}{written.text[len(head) :]}")
            written = written.without(len(head), end)
    while "(" in written.text and (source := _SOURCE.search(written.text)) is not None:
        written = written.without(*source.span())
    while " - " in written.text and (aside := _DASHED.search(written.text)) is not None:
        start, end = aside.span("told")
        goes_on = _GOES_ON.match(written.text, end) is not None
        written = written.without(start if goes_on else start + 1, end)
        if not goes_on:
            text = f"{written.text[: start - 1]}, {written.text[start + 1 :]}"
            written = written._replace(text=text)
    marked = "'" in written.text or '"' in written.text
    while marked and (quoted := _QUOTED.search(written.text)) is not None:
        for place in (quoted.end() - 1, quoted.start()):
            written = written.without(place, place + 1)
    return shortened(bare(written))


def shortened(written: Plain) -> Plain:
    """A sentence without Hong Kong, Macao and Taiwan, where they are told with what is abroad."""
    text = written.text
    if "taiwan" not in text:
        return written
    match = _AFTER.search(text) or _BEFORE.search(text)
    if match is None:
        return written
    start, end = match.span("told")
    if text[start:end].startswith(",") and text[end : end + 1] == ",":
        end += 1  # deliveries, which include …, increased
    return shortened(written.without(start, end))
