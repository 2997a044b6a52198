"""English: those of a whole who do something: of all netizens, 557 million went online by phone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluebook.collect.bulletins.amounts.hedges import HEDGE
from bluebook.collect.bulletins.clause.context import Subject
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.lexicon.phrases import phrases
from bluebook.collect.bulletins.lexicon.vocabulary import Word
from bluebook.collect.bulletins.lexicon.words import WORD, namings
from bluebook.language.expression import Call, Name

if TYPE_CHECKING:
    from bluebook.collect.bulletins.english.after import After

_OF_WHICH = re.compile(
    r"\b(?:of|among) (?:whom|which|them|these|those)"
    rf"(?:,? (?:{HEDGE}))* ?$"
)
# What people do, right after how many they are.
_DO = re.compile(
    r"(?: of (?:the |all |china's |its )*[a-z' ]{3,24})?(?: people| users| chinese| netizens| citizens| individuals)?(?:,? (?:or|that is|i\.e\.|\()[^,;()]{1,48}[,)]?|, [\d.]+(?:%| per ?cent),)?"
    r" (?P<what>(?:(?:will|would) (?:be|have moved|have switched) (?:on|using|to)|(?:are |were |have |had )?(?:access|us|surf|connect|go|went|liv"
    r"|(?:are|were|was|came|come) (?:in|from) (?:urban|rural|the countryside)"
    r"|(?<= of (?:them|whom) )(?:in|from) (?:urban|rural|(?:the )?(?:countryside|villages|cities|towns))))[^,;.:()]*)"
)
_OF_TOTAL = re.compile(
    r" of (?:(?:the|this|that) (?:total|whole|sum|number)|them|these|those)\b(?! (?:for|per|to) (?:every|each|10))| of (?:that|it|this)(?=[,.;)]|$)"
)
# A part of them, by what they do: 940 million, with 932 million going online by phone.
_WITH = re.compile(rf",? with (?:{HEDGE} )*$")
_ELSE = re.compile(
    r" (?:people |users |of them )?(?:playing|watching|shopping|buying|reading|ordering|paying|listening|streaming|booking|taking|studying|learning|working|trading|banking|gaming|chatting|posting|making use)\b"
)
_THAT_IS = re.compile(r",? (?:or|that is|i\.e\.) [\d.]+ ?(?:%|per ?cent) of (?:all )?[a-z]")
_CHINESE = re.compile(r" (?:chinese|citizens|individuals)" + _THAT_IS.pattern)
_OF_ALL = re.compile(r" of (?:the|this|that) (?:total|whole|sum)\b")
_SETTLED = re.compile(r"(?:(?:are|were|was|came|come) )?(?:in|from) ")

# What a percentage of those spoken of use: fibre users made up 93 percent, and 12 percent used 5G.
_SUBSCRIBE = re.compile(
    r" (?:(?:were|are|was|is|have|had|now|already|also) )*(?:(?:subscribed|signed up|subscribing) (?:to|for)|used|using|on|opted for|chose|had|enjoyed)"
    r" (?:(?:the|an?) )?(?P<what>[a-z0-9][a-z0-9-]*(?: [a-z-]+)?)"
)
_NAMED = re.compile(r" of them(?: ?\(|,|;|\.|$)")


def of_total(text: str, number: Token) -> bool:
    """Is a number one of some of all that was spoken of: 312 million of the total?"""
    if number.quantity is not None and number.quantity.unit.startswith("per "):
        return False  # every 10,000 people shared 30.9 of them
    if _NAMED.match(text, number.end) and text.endswith((", ", " - "), 0, number.start):
        return False  # it was inter-city parcels, 33.98 billion of them, that …
    return _OF_TOTAL.match(text, number.end) is not None


def _whole(after: After) -> str:
    """What the share last spoken of was one of: 986 million, 99.7% of netizens; … of the total."""
    match after.context.inner:
        case Call("share", _, (("of", Name() as whole),)):
            return after.catalogue.indicator(whole.code).name.get("en", "").lower()
    return ""


def who_do(after: After, found: Lead, gap: list[Token], number: Token) -> Subject | None:
    """Those of a whole who do what the words right after a number say; None where none say it."""
    text, context = after.text, after.context
    clause = _DO.match(text, number.end)
    beside: object = "with" in text and _WITH.search(text, max(0, number.start - 40), number.start)
    if beside and (other := _ELSE.match(text, number.end)):
        return Subject(None, other[0])
    if clause is None or number.quantity is None:
        return None
    beside = clause["what"].partition(" ")[0].endswith("ing") and beside
    of_all = found.wholes[-1].text if found.wholes and found.of else ""
    settled = _SETTLED.match(clause["what"]) is not None  # 2.1 million were in rural areas
    if settled and context.manner == "change":
        return Subject(None, clause["what"])  # added 73 million users; 40 percent came from …
    which = _OF_WHICH.search(text, max(0, number.start - 40), number.start)
    part = which or of_total(text, number)
    people = number.quantity.unit in ("people", "persons") and _THAT_IS.match(text, number.end)
    people = people or _CHINESE.match(text, number.end)
    if not (after.parting or of_all or settled or part or people or beside):
        return None
    named = of_all or next((t.text for t in reversed(gap) if t.kind == "name"), "")
    beside = found.near <= {"with", "part"} and context.manner == "share"  # another part of it
    named = named or (_whole(after) if beside or _OF_ALL.match(text, number.end) else "")
    whole = named or (context.subject.words if context.subject else "people" if people else "")
    known = phrases(after.catalogue)
    said = f"{whole} {clause['what']}"
    code = known.first(said) if whole else ""
    if not code or code == known.words.code(known.words.bag(WORD.findall(whole))):
        return Subject(None, said) if (settled or beside) and whole else None
    if after.teller.measure(number.quantity) != "level":
        found.near.add("part")
        after.people.add(number.start)
    token = Token(number.end, number.end, "name", said, Word(namings=namings(code)))
    return after.subjects.named(token)


def subscribe(after: After, found: Lead, number: Token) -> Subject | None:
    """Those of whom a share is told behind another: …, and 12 percent used 5G."""
    text, context = after.text, after.context
    if found.subjects or context.manner != "share" or not found.near <= {"with", "target"}:
        return None
    match = _SUBSCRIBE.match(text, number.end)
    if match is None:
        return None
    found.near.add("part")
    start, words = match.start("what"), match["what"]
    names = (t for t in after.row.tokens if t.kind == "name" and t.word.namings)
    if name := next((t for t in names if number.end < t.start <= start < t.end), None):
        after.taken.add(name.start)
        return after.subjects.named(name)
    known = phrases(after.catalogue).words
    code = known.joined((words.split()[0],), ("user",))
    return Subject(Name(code) if code else None, words)
