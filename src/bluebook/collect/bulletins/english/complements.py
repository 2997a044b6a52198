"""English: what a noun phrase holds besides what it names: who sent it, what it includes, or leaves out.

"SMS messages sent by Irish mobile users", "SIM cards in service, not counting machine-to-machine
cards", "the postal industry including China Post's letters" name messages, cards, the postal
industry. A sentence is left here without such complements, so that its names stand by their verbs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bluebook.collect.bulletins.text.hints import ENGLISH
from bluebook.collect.bulletins.text.script import Plain

_VERB = (
    r"(?:(?:has|have|had|is|are|was|were|will|would|could|should|may|can|rose|fell|grew|went|came|stood|dropped|climbed|jumped|hit|edged|dipped|slid|slipped"
    r"|surged|soared|shrank|sank|gained|lost|made|took|saw|earned|generated|posted|recorded|realized|achieved|brought|handled|delivered|numbered|amounted|totall?ed|reached"
    r"|increased|decreased|declined|expanded|exceeded|topped|passed|surpassed|crossed|accounted|represented|contributed|remained|approached|advanced|account|reach|total|exceed)\b)"
)
# Whom a name that counts what people have leaves out anyhow: machines.
_MACHINES = (
    r"(?:(?:the|all|any|its|those|cards|sims|lines|connections|subscriptions|used|for|of|in) )*"
    r"(?:m2m|mtom|m-to-m|machines?|machine-to-machine|machine to machine|iot|internet[ -]of[ -]things|telemetry|cellular iot|data-only)\b[^,;:()\d]{0,40}?"
)
_BUT = r"(?:but |though |and )?(?:excluding|not counting|not including|without counting|without|exclusive of|net of|less|minus|except(?: for)?|leaving out|leaving aside|other than|apart from|aside from|which exclude[sd]?|that exclude[sd]?)"
_COUNTED = r"(?:cards?|sims?|lines?|subscri(?:bers?|ptions?)|connections?|users?|customers?|accounts?|accesses|phones?|clients?|services|in (?:service|use|operation|circulation))"
_EXCLUDED = re.compile(
    rf"(?<=[a-z]) ?(?:, ?{_BUT} {_MACHINES}(?:,(?= )|(?= ?[.;)]|$))|\({_BUT} {_MACHINES}\)|(?<= ){_BUT} {_MACHINES}(?= {_VERB}|[.;,)]|$))"
    rf"|^[\"' ]*{_BUT} {_MACHINES},"
)
_INCLUDED = re.compile(
    rf"(?<=[a-z])(?!,? \w+ [^,;:()]{{0,40}}\b(?:m2m|mtom|machine|iot|internet of things|data cards?|phs|xiaolingtong))(?:, (?:including|which includes?|counting) (?:[^,;:()\d]|\b[2-6]g\b){{3,80}},(?= {_VERB})|,? including (?:[^,;:()\d]|\b[2-6]g\b){{3,60}}(?= {_VERB}))"
)
# Who sent messages is not what is counted; over which network calls were made is.
_SENT = re.compile(
    r"(?:messages?|texts?|sms|mms|letters?|parcels?|packages?|items|pieces|mail)(?P<by>(?: (?:that )?(?:were |was )?(?:sent|exchanged|posted|mailed))? by"
    r"(?: [a-z'-]+){0,3}? (?:users|subscribers|people|customers|consumers|chinese|residents|operators|networks|companies))"
    rf"(?= {_VERB}|[,.;:]|$| (?:in|during|over|last|this|between|from)\b)"
)
_CALLED = re.compile(
    r"(?:calls?|minutes|traffic)(?: (?:that )?(?:were |was )?(?:made|placed|originated|generated|initiated))? by(?P<who>(?: [a-z'-]+){0,2}?)"
    r" (?:mobile|cellular|wireless|fixed(?:[- ]line)?|landline)(?: (?:tele)?phone)?(?P<users> (?:users|subscribers|customers|owners))\b"
)
# The number of a share: (0728.HK), (NYSE: CHL).
_TICKER = re.compile(r" \((?:[a-z]{2,7}: ?)?[0-9a-z]{2,6}[.:][a-z]{1,3}\)")
# Words as they are called: "Little Smart", "emerging"; not what a plan is called.
_CALLED_SO = re.compile(
    r"(?P<open>\")[a-z.][a-z-]*(?: [a-z-]+){0,2}(?P<close>\")"
    r"(?! (?:[a-z]+ )?(?:strategy|campaign|initiative|plan|project|program(?:me)?|action|policy|drive)\b)"
)
# Where names are registered: domain names ending in .cn, registrations under the .cn domain.
_REGISTERED = re.compile(
    r"(?<=names|mains|tions)(?P<under> (?:that )?(?:are |were )?(?:registered |registering )?(?:under|ending (?:in|with)|that end (?:in|with)|with(?: the)? (?:ending|suffix|extension)|using|in|on|at)(?: (?:the|china's|country's|national|country|country[- ]code|top[- ]level|chinese|own))*)"
    r" [\"']?\.[a-z]{2,3}\b(?P<rest>[\"']?(?: (?:country[- ]code|national|top[- ]level|suffix|zone|ending|extension|domain(?! names)))*)"
)
# What else stands under it: sites under the .cn domain.
_UNDER = re.compile(
    r"(?:under|within|in|on|using)(?: the)? [\"']?\.[a-z]{2,3}\b(?P<rest>[\"']?(?: (?:country[- ]code|national|top[- ]level))* domain)(?! names)\b"
)
_LINKED = re.compile(
    r"\b(?:(?:smart|mobile|cell) )?(?P<thing>(?:handsets?|phones?|terminals?|devices?|smartphones?|things)) ?(?P<linked>(?:that (?:are|were) )?(?:connected|linked|hooked up|attached) to (?:the |its |their |china's )?(?:[a-z0-9]+ )?networks?)\b"
)
_ABLE = re.compile(
    r"(?<=ports)(?:(?: that (?:are|were))? (?:capable of|able to|that can|which can|ready to|equipped to)(?: (?:providing|delivering|offering|supporting|handling|carrying|running|provide|deliver|offer|support|handle|carry|run))?|,? (?:supporting|offering|delivering|providing))(?: the)? (?:gigabit|1,?000 ?(?:m|mbps))(?:[- ][a-z]+)?(?: (?:network|access|broadband))?(?: (?:services?|speeds?|networks?|access|connections?|service capabilit(?:y|ies)|capabilit(?:y|ies)))?\b"
)
_END = re.compile(r"\bend[- ]to[- ]end (?=fib|ftt|opt)")
_ALONE = re.compile(
    rf"(?<=[a-z]) (?:alone|by themselves|on their own|by itself)(?= {_VERB})|(?:(?<=services)|(?<=accounts)|(?<=iptions)|(?<=ections)|(?<=lines)) in (?:service|operation|use|circulation)\b"
)
# The share of the eight largest is the index of concentration.
_EIGHT = re.compile(
    r"\b(?:combined |total |joint )?(?:market )?share (?:of|held by|taken by|controlled by) (?:the |china's |country's |nation's )*"
    r"(?:top |largest |biggest |leading )?eight (?:top |largest |biggest |leading |main |major )?(?:express |courier |delivery |parcel |express delivery )?(?:brands|firms|companies|players|couriers|operators|enterprises)\b"
)
_WORDS = {
    "eight": ENGLISH.group(" eight "),
    "alone": ENGLISH.group(" in service", " in operation", " in use", " in circulation", " alone", "themselves", "their own", "itself"),
    "end": ENGLISH.group("end-to-end ", "end to end "),
    "excluded": ENGLISH.group(
        "excluding", "net of ", "less ", "minus ", "counting", "including", "without", "exclusive", "except", "leaving", "other than", " from", "exclude"
    ),
    "included": ENGLISH.group("including", "includes", "counting"),
    "by": ENGLISH.group(" by "),
    "quoted": ENGLISH.group('"'),
    "ticker": ENGLISH.group(".hk)", ".n)", ".o)", ".ss)", ".sz)", ".l)", ".ns)", "(nyse", "(nasdaq", "(hkse"),
    "domain": ENGLISH.group(*(f"{quote}.{top}" for quote in ("", "'", '"') for top in ("cn", "com", "net", "org"))),
    "linked": ENGLISH.group("networ"),
    "able": ENGLISH.group("gigabit", "1,000", "1000"),
}  # fmt: skip

_ANY = frozenset(_WORDS.values())


def bare(written: Plain) -> Plain:
    """A sentence without the complements of its noun phrases."""
    hints = ENGLISH.found(written.text)
    if hints.isdisjoint(_ANY):
        return written
    for kind, rule in _RULES.items():
        if _WORDS[kind] in hints:
            for start, end, words in sorted(rule(written.text), reverse=True):
                written = written.without(start, end, words)
    return written


Cuts = Iterator[tuple[int, int, str]]  # from where to where, and what stands there instead


def _excluded(text: str) -> Cuts:
    """SIM cards in service, not counting machine-to-machine cards, stood at …"""
    for m in _EXCLUDED.finditer(text):
        if any(word in text for word in ("revenue", "income", "yuan", "rmb")):
            continue
        counted = re.search(rf"\b{_COUNTED} ?$", text[max(0, m.start() - 40) : m.start()])
        fronted = m.start() == 0 and re.match(rf"[^,;:]{{3,60}}\b{_COUNTED}\b", text[m.end() :])
        if counted or fronted:
            yield *m.span(), ""


def _included(text: str) -> Cuts:
    """The postal industry including China Post's letters and newspapers had …"""
    yield from ((*m.span(), "") for m in _INCLUDED.finditer(text))


def _by(text: str) -> Cuts:
    """SMS messages sent by Irish mobile users; calls made by mobile users."""
    yield from ((*m.span("by"), "") for m in _SENT.finditer(text))
    for m in _CALLED.finditer(text):
        yield *m.span("users"), ""
        yield *m.span("who"), ""


def _quoted(text: str) -> Cuts:
    """Users of "Little Smart"; "emerging" businesses."""
    for m in _CALLED_SO.finditer(text):
        yield m.start("open"), m.end("open"), ""
        yield m.start("close"), m.end("close"), ""


def _ticker(text: str) -> Cuts:
    yield from ((*m.span(), "") for m in _TICKER.finditer(text))


def _domain(text: str) -> Cuts:
    """Domain names ending in .cn: domain names of .cn."""
    for m in _REGISTERED.finditer(text):
        yield *m.span("under"), " of"
        yield *m.span("rest"), ""
    if not _REGISTERED.search(text):
        yield from ((*m.span("rest"), "") for m in _UNDER.finditer(text))


def _linked(text: str) -> Cuts:
    """5G handsets connected to the network: handset connections."""
    yield from (
        (*m.span(), "things connected" if m["thing"] == "things" else "terminal connections")
        for m in _LINKED.finditer(text)
    )


def _able(text: str) -> Cuts:
    """Ports capable of delivering gigabit service: ports with it."""
    yield from ((*m.span(), " with gigabit capability") for m in _ABLE.finditer(text))


def _end(text: str) -> Cuts:
    """End-to-end fibre is fibre."""
    yield from ((*m.span(), "") for m in _END.finditer(text))


def _alone(text: str) -> Cuts:
    """Mobile phone services alone grew."""
    yield from ((*m.span(), "") for m in _ALONE.finditer(text))


def _eight(text: str) -> Cuts:
    """The market share of the eight biggest brands was 76.7."""
    yield from ((*m.span(), "concentration index") for m in _EIGHT.finditer(text))


_RULES: dict[str, Callable[[str], Cuts]] = {
    "eight": _eight,
    "alone": _alone,
    "end": _end,
    "ticker": _ticker,
    "quoted": _quoted,
    "domain": _domain,
    "excluded": _excluded,
    "included": _included,
    "by": _by,
    "linked": _linked,
    "able": _able,
}
