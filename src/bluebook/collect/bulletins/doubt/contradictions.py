"""Claims of one text that cannot be true together, by far.

Figures near each other repeat one another: a part, its whole and its share; a level, its change
and its growth; parts and their sum. Scope and rounding make them differ a little. Where they
differ by a quarter, digits or meanings were lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bluebook.collect.bulletins.lexicon.sums import Sum, sums
from bluebook.language.expression import Call, Expression, Name, parse, show
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim
from bluebook.model.period import Period

GROSS = 0.25  # two printed figures that differ by a quarter are not a matter of scope or rounding
Key = tuple[str, str, str]  # expression, territory, period


class Check(NamedTuple):
    """Claims (by their number) that say something of one another, and whether they agree.

    `shifted`: they would, were a decimal point moved. `again`: one figure said twice; what is
    said later and otherwise is mostly of something else that was not understood.
    """

    claims: tuple[int, ...]
    agree: bool
    shifted: bool = False
    again: bool = False


class Checked(NamedTuple):
    """How many checks there are, which fail, and (a byte a claim) which claims others bear out."""

    many: int
    failed: list[Check]
    borne_out: bytearray


def checked(claims: Sequence[Claim], text: str, catalogue: Catalogue) -> Checked:
    """All that the claims of a text say of one another."""
    many, failed, borne_out = 0, [], bytearray(len(claims))
    for check in _checks(claims, text, catalogue):
        many += 1
        if not check.agree:
            failed.append(check)
        else:
            for n in check.claims[:2] if check.again else check.claims:
                borne_out[n] = True
    return Checked(many, failed, borne_out)


def _checks(claims: Sequence[Claim], text: str, catalogue: Catalogue) -> Iterator[Check]:
    page: dict[Key, int] = {}
    for n, claim in enumerate(claims):
        if claim.expression is not None and not claim.bound and not claim.status:
            key = claim.expression, claim.territory, claim.period
            first = page.setdefault(key, n)
            if first != n and "(" not in claim.expression:
                yield _again(first, n, claims)
    for group in _paragraphs(claims, text):
        here: dict[Key, int] = {}
        for n in group:
            claim = claims[n]
            if claim.expression is None or claim.bound or claim.status:
                continue
            key = claim.expression, claim.territory, claim.period
            first = here.setdefault(key, n)
            told = "(" not in claim.expression and page[key] == first
            if first != n and claims[first].text == claim.text and not told:
                yield _again(first, n, claims)
        for key, n in here.items():
            if key[0].startswith(("share(", "yoy(", "pp(share(", "pull(")):
                yield from _relative(key, n, claims, here)
    yield from _sums(claims, page, catalogue)


def blamed(found: Checked) -> set[int]:
    """The claims that contradict others, without those that others bear out."""
    bad: set[int] = set()
    for check in found.failed:
        doubted = check.claims[1:] if check.again and not check.shifted else check.claims
        bad.update([n for n in doubted if not found.borne_out[n]] or doubted)
    return bad


def apart(a: float, b: float, slack: float = 0.0) -> bool:
    """Do two figures differ by far?"""
    return abs(a - b) > max(GROSS * max(abs(a), abs(b)), slack)


def shifted(a: float, b: float) -> bool:
    """Are two figures the same but for the place of the decimal point?"""
    if a * b <= 0:
        return False
    ratio = max(a / b, b / a)
    return any(abs(ratio / power - 1) < 0.03 for power in (10, 100, 1000))


def _compared(claims: tuple[int, ...], a: float, b: float, slack: float = 0.0) -> Check:
    far = apart(a, b, slack)
    return Check(claims, not far, far and shifted(a, b))


def _again(first: int, n: int, claims: Sequence[Claim]) -> Check:
    """What is said again, with the growth that follows it: both are of one subject."""
    growth = f"yoy({claims[n].expression})"
    after = n + 1
    while after < len(claims) and claims[after].expression == growth:
        if claims[after].text != claims[n].text:
            break
        after += 1
    said = _compared((first, n), claims[first].value, claims[n].value)
    return said._replace(claims=(first, *range(n, after)), again=True)


def _paragraphs(claims: Sequence[Claim], text: str) -> Iterator[list[int]]:
    """Claims (by number) of one sentence or one line of text."""
    group: list[int] = []
    for n, claim in enumerate(claims):
        if group:
            before = claims[group[-1]]
            start, end = before.end or 0, claim.start or 0
            if before.text != claim.text and (end < start or "\n" in text[start:end]):
                yield group
                group = []
        group.append(n)
    if group:
        yield group


def _relative(key: Key, n: int, claims: Sequence[Claim], here: dict[Key, int]) -> Iterator[Check]:
    """A share beside part and whole; growth beside level and change; a pull beside its parts."""
    written, territory, period = key
    value = claims[n].value

    def at(expression: Expression, when: str = period) -> int | None:
        return here.get((show(expression), territory, when))

    match parse(written):
        case Call("share", (Name() as part,), (("of", Name() as whole),)):
            a, b = at(part), at(whole)
            if a is not None and b is not None and claims[b].value:
                share = 100 * claims[a].value / claims[b].value
                yield _compared((n, a, b), value, share, claims[n].half_width)
        case Call("pp", (Call("share") as share_,), ()):
            a = at(share_)
            if a is not None and not -0.5 <= claims[a].value - value <= 100.5:
                yield Check((n, a), False)
        case Call("yoy", (x,), ()) if not isinstance(x, str) and (level := at(x)) is not None:
            change = at(Call("change", (x,))) if period.endswith("-12") else None
            before = at(x, str(Period.parse(period).lag(1))) if change is None else None
            if change is not None:
                start = claims[level].value - claims[change].value
                if start > 0:
                    growth = 100 * claims[change].value / start
                    yield _compared((n, level, change), value, growth, 0.5)
            elif before is not None and claims[before].value > 0:
                growth = 100 * (claims[level].value / claims[before].value - 1)
                yield Check((n, level, before), abs(value - growth) < max(5, GROSS * abs(growth)))
        case Call("pull", (x,), (("of", whole),)):
            a, b = at(Call("share", (x,), (("of", whole),))), at(Call("yoy", (x,)))
            if a is not None and b is not None:
                growth = claims[b].value
                pull = claims[a].value * growth / (100 + growth) if growth > -100 else value
                yield _compared((n, a, b), value, pull, 0.5 + 0.25 * abs(pull))
        case _:
            pass


def _sums(claims: Sequence[Claim], page: dict[Key, int], catalogue: Catalogue) -> Iterator[Check]:
    """Parts are no larger than their whole, wherever on the page the two stand."""
    levels: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for (written, territory, period), n in page.items():
        if "(" not in written:
            levels[territory, period][written] = n
    rules = _rules(catalogue)
    for known in levels.values():
        if len(known) < 2:
            continue
        for code in known:
            for rule in rules.get(code, ()):
                parts = [known[part] for part in rule.parts if part in known]
                if not parts:
                    continue
                total = sum(claims[n].value for n in parts)
                whole = claims[known[code]].value
                full = rule.equal and len(parts) == len(rule.parts)
                if full:
                    yield _compared((*parts, known[code]), total, whole)
                elif total > (1 + GROSS) * whole:  # a part below its whole bears nothing out
                    yield Check((*parts, known[code]), False)


@lru_cache(maxsize=8)
def _rules(catalogue: Catalogue) -> dict[str, list[Sum]]:
    """The sums of a catalogue by their wholes, made once."""
    rules: dict[str, list[Sum]] = defaultdict(list)
    for rule in sums(catalogue):
        rules[rule.whole].append(rule)
    return rules
