"""Damage is refused, not guessed: claims that cannot be trusted are marked, with the reason.

A page may have lost its decimal points or digits, been rewritten by a machine or broken by a
wrong decoding; a value may contradict its own sentence. The claims stay, and say `suspect`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from bluebook.collect.bulletins.script import plain
from bluebook.collect.bulletins.vocabulary import vocabulary
from bluebook.language.expression import Call, Expression, Name, parse, show
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim

BROKEN = "the text is broken (wrong decoding)"
SPUN = "the wording was changed by a machine"
DECIMALS = "the page has lost its decimal points"
DIGITS = "digits are missing before the number"
IMPOSSIBLE = "the value is impossible"
CONTRADICTED = "its own sentence contradicts it"
GROSS = 0.25  # two printed figures that differ by a quarter are not a matter of scope or rounding
_BROKEN = re.compile("\ufffd|锟斤拷|[\ue000-\uf8ff]|Ã[\x80-\xbf]|â€|ï¼|ã€|鐢典俊|宸ヤ笟")
_SPLIT = re.compile(r"[0-9０-９][  \u3000]$")


def examine(claims: list[Claim], text: str, catalogue: Catalogue) -> list[Claim]:
    """The claims of one text, the doubtful ones marked."""
    reasons: dict[int, str] = {}
    by_sentence: dict[str, list[int]] = defaultdict(list)
    for n, claim in enumerate(claims):
        by_sentence[claim.text].append(n)
        reason = _alone(claim, text)
        if reason:
            reasons[n] = reason
    for sentence in by_sentence.values():
        for n in _contradictions([(n, claims[n]) for n in sentence]):
            reasons.setdefault(n, CONTRADICTED)
    everywhere = _page(claims, text, reasons, catalogue)
    return [
        msgspec.structs.replace(claim, suspect=everywhere or reasons[n])
        if not claim.suspect and (everywhere or n in reasons)
        else claim
        for n, claim in enumerate(claims)
    ]


def _alone(claim: Claim, text: str) -> str:
    """What is wrong with a claim by itself."""
    assert claim.start is not None
    if _SPLIT.search(text, max(0, claim.start - 2), claim.start):
        return DIGITS
    if _BROKEN.search(claim.text):
        return BROKEN
    if claim.expression is None:
        return ""
    if claim.expression.startswith("share(") and not -0.001 <= claim.value <= 100.001:
        return IMPOSSIBLE
    if claim.expression.startswith(("pp(share(", "change(share(")) and abs(claim.value) > 100:
        return IMPOSSIBLE
    if claim.expression.startswith("yoy(") and claim.value <= -100:
        return IMPOSSIBLE
    if claim.unit == "percent" and claim.value > 100 and "(" not in claim.expression:
        return IMPOSSIBLE
    return ""


def _page(claims: list[Claim], text: str, reasons: dict[int, str], catalogue: Catalogue) -> str:
    """What is wrong with the page as a whole."""
    if len(_BROKEN.findall(text[:200_000])) >= 3:
        return BROKEN
    folded = plain(text[:200_000]).text.lower()
    spun = {folded[s:e] for s, e, w in vocabulary(catalogue, "zh").find(folded) if "spun" in w.cues}
    if len(spun) >= 2:
        return SPUN
    percents = [c for c in claims if c.unit in ("percent", "points")]
    whole = [c for c in percents if c.half_width >= 0.5]
    impossible = sum(reason == IMPOSSIBLE for reason in reasons.values())
    if impossible and len(whole) == len(percents) >= 3:
        return DECIMALS
    return ""


def _contradictions(claims: list[tuple[int, Claim]]) -> Iterator[int]:
    """Claims of one sentence that cannot be true together, by far."""
    known: dict[tuple[str, str, str], tuple[int, Claim]] = {}
    for n, claim in claims:
        if claim.expression is not None and not claim.bound:
            known.setdefault((claim.expression, claim.territory, claim.period), (n, claim))
    for (text, territory, period), (n, claim) in known.items():
        expression = parse(text)
        match expression:
            case Call("share", (Name(part),), (("of", Name(whole)),)):
                a, b = (known.get((c, territory, period)) for c in (part, whole))
                if a and b and b[1].value and _apart(claim.value, 100 * a[1].value / b[1].value):
                    yield from (n, a[0], b[0])
            case Call("yoy", (x,), ()):
                level, change = (
                    known.get((_shown(e), territory, period)) for e in (x, Call("change", (x,)))
                )
                if (
                    level
                    and change
                    and level[1].value != change[1].value
                    and period.endswith("-12")
                ):
                    before = level[1].value - change[1].value
                    if _apart(claim.value, 100 * change[1].value / before, slack=0.5):
                        yield from (n, level[0], change[0])
            case _:
                pass


def _apart(a: float, b: float, slack: float = 0.0) -> bool:
    return abs(a - b) > max(GROSS * max(abs(a), abs(b)), slack)


def _shown(expression: Expression | str) -> str:
    return show(expression)
