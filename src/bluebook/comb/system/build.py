"""Claims, rules and time as statements over columns, and the components they fall into."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from bluebook.comb.breaks import link_statements
from bluebook.comb.system.early import Print, Series, quoted_late, said_early
from bluebook.comb.system.identities import rule_statements, time_statements
from bluebook.comb.system.register import Register, Rung, Terms, canonical, make
from bluebook.comb.system.statement import Component, Reading, Row, Statement
from bluebook.comb.witness import Witness, joint_cost, said
from bluebook.language.meaning import canonical_period
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim
from bluebook.model.interval import Interval
from bluebook.model.period import Period

RESTATED = 0.02  # by how much the base of a growth rate may have been restated, of itself
RESTATING = 2.0  # the cost of reading a growth rate so
RATIO = 1.7
GROWTH = 2.7  # growth is often told on a comparable basis
RATIOS = ("yoy(", "share(", "pp(", "pull(", "contribution(", "cagr(")
RETELLING = 0.8
RETOLD = 10  # months after the period's end
SUPERSEDED = 1.5  # how much likelier the earlier of two prints is the one to go
EARLY = 1.5  # how much likelier an early count under a later date is the one to go
NEAR = 0.05  # two prints no further apart may be from before and after a revision
MANY = 100  # prints of one figure beyond which none is taken for a revision
BELIEVED = 500.0  # the cost of a claim that somebody decided to believe
LEAST = 0.5  # no claim is set aside for less
COARSE = 100  # units of the last digit below which a level is taken as printed
GREATEST = 1e200


Figure = tuple[str, str, str]  # canonical expression, territory, canonical period


def figure(claim: Claim, catalogue: Catalogue) -> Figure:
    """What a claim is about."""
    expression, text = canonical(claim.expression or "")
    period = canonical_period(expression, Period.parse(claim.period), catalogue)
    return text, claim.territory, str(period)


def claim_statements(
    claims: Sequence[Claim],
    register: Register,
    witnesses: Mapping[str, Witness],
    believed: Collection[str] = (),
) -> list[Statement]:
    """One statement for all claims that say the same of the same figure."""
    about: dict[Figure, dict[Interval, list[Claim]]] = defaultdict(dict)
    for claim in claims:
        about[figure(claim, register.catalogue)].setdefault(claim.interval, []).append(claim)
    out = []
    early = Early(claims, register, witnesses)
    for what, intervals in sorted(about.items()):
        term = register.terms(what[0], what[1])
        if term is None:
            continue
        at = (what[1], Period.parse(what[2]))
        dated = {i: _latest(same, witnesses) for i, same in intervals.items()}
        for interval, same in sorted(intervals.items()):
            same.sort(key=lambda claim: claim.id)
            cost = joint_cost([c.source for c in same], witnesses)
            cost -= discount(what[0], at[1], dated[interval])
            if _superseded(interval, dated):
                cost -= SUPERSEDED
            if 1 < len(intervals) <= MANY and early.among(what, same[0], intervals.values()):
                cost -= EARLY
            if believed and any(c.id in believed for c in same):
                cost = BELIEVED
            one = make(
                register,
                term,
                at,
                interval,
                ladder(same[0], what[0], interval, max(cost, LEAST)),
                expression=what[0],
                value=same[0].value,
                claims=[c.id for c in same],
                shape=register.terms.shape(what[0], what[1]),
            )
            if one is not None:
                out.append(one)
    return out


class Early:
    """Which prints of a stock are counts of a date before the one they are printed under."""

    def __init__(
        self, claims: Iterable[Claim], register: Register, witnesses: Mapping[str, Witness]
    ) -> None:
        self.series, self.register, self.witnesses = Series(claims), register, witnesses

    def among(self, what: Figure, claim: Claim, others: Iterable[Sequence[Claim]]) -> bool:
        """Is this claim an early count, given the other prints of the same figure?"""
        if "(" in what[0] or not self.register.stock(what[0]):
            return False
        period = Period.parse(what[2])
        mine = self._print(claim)
        if said_early(mine.said, period):
            return True
        before = self.series.of(what[0], what[1])
        return any(quoted_late(mine, self._print(same[0]), period, before) for same in others)

    def _print(self, claim: Claim) -> Print:
        return Print(claim.value, said(claim.source, claim.said, self.witnesses))


def _latest(same: Iterable[Claim], witnesses: Mapping[str, Witness]) -> str:
    return max(said(claim.source, claim.said, witnesses) for claim in same)


def _superseded(mine: Interval, dated: Mapping[Interval, str]) -> bool:
    """Is there a later print of the figure that is slightly different?"""
    if len(dated) == 1 or len(dated) > MANY:
        return False
    size = max(abs(mine.lower), abs(mine.upper))
    return any(
        dated[mine][:7] < date[:7]
        and 0 < max(mine.lower - other.upper, other.lower - mine.upper) <= NEAR * size < GREATEST
        for other, date in dated.items()
    )


def ladder(claim: Claim, text: str, interval: Interval, cost: float) -> list[Rung]:
    """Generous readings: cut off or rounded further; a growth rate on a restated base."""
    if claim.bound or not claim.half_width:
        return [(cost, interval)]
    wide = 2 * claim.half_width if "(" in text else generous(claim.value, claim.half_width)
    cut = Interval.around(claim.value, wide)
    if "(" not in text and abs(claim.value) < COARSE * 2 * claim.half_width:
        # One unit more or less of so coarse a level is no small thing: it may have been cut off.
        away = interval.upper if claim.value >= 0 else interval.lower
        further = Interval.around(away, claim.half_width)
        cut = Interval(min(interval.lower, further.lower), max(interval.upper, further.upper))
    if not text.startswith("yoy("):
        return [(cost, cut)]
    far = wide + RESTATED * abs(100 + claim.value)
    return [(RESTATING, cut), (max(cost - RESTATING, 0.1), Interval.around(claim.value, far))]


def generous(value: float, half_width: float) -> float:
    """Half the width a figure may have been given with: cut off instead of rounded, or rounded
    to the last digit that is not one of two or more zeros (600,000 may be 570,000)."""
    digits = round(abs(value) / (2 * half_width))
    zeros = 0
    while digits and digits % 10 == 0:
        digits, zeros = digits // 10, zeros + 1
    return half_width * (10.0**zeros if zeros >= 2 else 2.0)


def discount(text: str, period: Period, claim_date: str) -> float:
    """How much likelier than a level a ratio is to rest on another scope or base, growth above
    all, and a figure told of a period long past to have been revised since."""
    retold = bool(claim_date) and claim_date[:4].isdigit() and (
        int(claim_date[:4]) * 12 + int(claim_date[5:7] or 1) - 1 > period.last + RETOLD
    )  # fmt: skip
    ratio = GROWTH if text.startswith("yoy(") else RATIO if text.startswith(RATIOS) else 0.0
    return ratio + (RETELLING if retold else 0.0)


def sane(claim: Claim) -> bool:
    """Is the claim a number that can be worked with?"""
    return abs(claim.value) < GREATEST and 0 <= claim.half_width < GREATEST


def statements(
    claims: Sequence[Claim],
    catalogue: Catalogue,
    witnesses: Mapping[str, Witness],
    believed: Collection[str] = (),
    terms: Terms | None = None,
) -> tuple[Register, list[Statement]]:
    """All that is said, by claims, rules and time, over one register of columns."""
    register = Register(catalogue, terms)
    usable = [c for c in claims if c.is_fact and sane(c)]
    found = claim_statements(usable, register, witnesses, believed)
    time = time_statements(register)
    rules = rule_statements(register)
    if rules:  # rules bring columns, and columns sums over time
        time = time_statements(register)
    return register, [*found, *rules, *time, *link_statements(register)]


def components(
    claims: Sequence[Claim],
    catalogue: Catalogue,
    witnesses: Mapping[str, Witness],
    believed: Collection[str] = (),
    terms: Terms | None = None,
) -> list[Component]:
    """The parts of the system that share no column; each is solved for itself.

    `believed` are claims that a decision holds to be true, `terms` expansions kept from systems
    of the same indicators and territories.
    """
    register, found = statements(claims, catalogue, witnesses, believed, terms)
    group = list(range(len(register.columns)))

    def find(x: int) -> int:
        while group[x] != x:
            group[x] = group[group[x]]
            x = group[x]
        return x

    for one in found:
        first, *rest = one.columns
        for other in rest:
            a, b = find(first), find(other)
            group[max(a, b)] = min(a, b)
    members: dict[int, list[int]] = defaultdict(list)
    for number in range(len(group)):
        members[find(number)].append(number)
    about: dict[int, list[Statement]] = defaultdict(list)
    for one in found:
        about[find(one.columns[0])].append(one)
    return [_component(register, members[k], about[k]) for k in members]


def _component(register: Register, numbers: list[int], about: list[Statement]) -> Component:
    """A component with columns renumbered in an order that does not depend on the input's."""
    numbers = sorted(numbers, key=lambda n: register.columns[n])
    local = {number: k for k, number in enumerate(numbers)}

    def moved(row: Row) -> Row:
        return row._replace(columns=tuple(local[j] for j in row.columns))

    def reading(one: Reading) -> Reading:
        return one._replace(rows=tuple(map(moved, one.rows)))

    return Component(
        tuple(register.columns[n] for n in numbers),
        tuple(register.floor(n) for n in numbers),
        tuple(
            one._replace(
                level=tuple((at, local[n]) for at, n in one.level),
                strict=tuple(map(moved, one.strict)),
                readings=tuple(map(reading, one.readings)),
            )
            for one in sorted(about, key=_order)
        ),
    )


def _order(one: Statement) -> tuple[bool, Figure, str, Interval]:
    return bool(one.rule), (one.expression, one.territory, one.period), one.rule, one.printed
