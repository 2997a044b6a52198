"""Plans: targets that disagree, and completion rates that take a stock for a flow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from bluebook.comb.account import Account, Disagreement
from bluebook.comb.system.build import Figure, figure, sane
from bluebook.comb.system.register import canonical
from bluebook.comb.words import both, number, place, printed, subject
from bluebook.language.expression import Call, Expression, Name
from bluebook.language.relation import parse_rule
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim
from bluebook.model.interval import Interval
from bluebook.model.period import Period

MANY = 100  # targets of one figure that are compared


def explain_plans(account: Account) -> list[Disagreement]:
    """What the plan figures and completion rates among an account's claims do not agree on."""
    targets: dict[Figure, list[Claim]] = defaultdict(list)
    rates: list[Claim] = []
    for claim in sorted(account.claims.values(), key=lambda c: c.id):
        if claim.expression is None or claim.suspect or not sane(claim):
            continue
        if claim.status == "target":
            targets[figure(claim, account.catalogue)].append(claim)
        elif claim.is_fact and claim.expression.startswith("completion("):
            rates.append(claim)
    out = [one for key in sorted(targets) for one in _differ(targets[key], account.catalogue)]
    return out + [one for rate in rates for one in _rate(rate, targets, account)]


def _differ(same: list[Claim], catalogue: Catalogue) -> Iterator[Disagreement]:
    """Targets of one figure that cannot be the same."""
    sides: list[list[Claim]] = []
    for claim in same[:MANY]:
        for side in sides:
            if not side[0].interval.meet(claim.interval).empty:
                side.append(claim)
                break
        else:
            sides.append([claim])
    if len(sides) < 2:
        return

    def message(language: str) -> str:
        first = same[0]
        what = subject(first.expression or "", catalogue, language)
        where = place(first.territory, catalogue, language)
        told = [
            f"{printed(side[0], catalogue, language)}"
            f" ({'、'.join(dict.fromkeys(c.source for c in side))})"
            for side in sides
        ]
        if language == "zh":
            return f"{where}{what}{first.period}的计划数：{'、'.join(told)}。计划不同，各自照登。"
        return (
            f"Targets of {what}, {where}, {first.period}: {'; '.join(told)}. "
            "Different plans, each is kept."
        )

    yield Disagreement(
        kind="target",
        severity="note",
        message=both(message),
        claims=tuple(claim.id for claim in same),
        ties=tuple(tuple(claim.id for claim in side) for side in sides),
    )


class _Reached(NamedTuple):
    """What may have been set against a target: the flow, or the stock that it adds to."""

    value: float
    interval: Interval
    claims: tuple[str, ...]


def _rate(
    rate: Claim, targets: dict[Figure, list[Claim]], account: Account
) -> Iterator[Disagreement]:
    """A completion rate that no target and flow give, but a target and the stock do."""
    expression, _ = canonical(rate.expression or "")
    assert isinstance(expression, Call)
    (planned,) = expression.arguments
    if not isinstance(planned, Name):
        return
    period = Period.parse(rate.period)
    year = Period.year_of(period.year)
    plans = [
        claim
        for at in dict.fromkeys((period, year))
        for claim in targets.get((planned.code, rate.territory, str(at)), [])
    ]
    flow = _level(account, planned.code, rate.territory, period)
    if not plans or (flow and any(_gives(rate, flow, plan) for plan in plans)):
        return
    for code in _stocks(planned.code, account.catalogue):
        stock = _level(account, code, rate.territory, period.at_end)
        start = _level(account, code, rate.territory, period.year_end_before())
        for plan in plans:
            if stock and _gives(rate, stock, plan):
                yield _explained(rate, code, plan, (stock, start), account.catalogue)
                return


def _level(account: Account, code: str, territory: str, period: Period) -> _Reached | None:
    fact = account.levels.get((code, territory, str(period)))
    return _Reached(fact.value, fact.interval, fact.claims) if fact else None


def _gives(rate: Claim, reached: _Reached, plan: Claim) -> bool:
    if plan.value <= 0:
        return False
    worked = 100 * reached.value / plan.value
    return rate.interval.contains(worked) or abs(worked - rate.value) <= 2 * rate.half_width


def _stocks(flow: str, catalogue: Catalogue) -> list[str]:
    """Stocks to which a flow adds, by the catalogue's rules: change(stock) = ytd(flow)."""

    def inner(side: Expression, operator: str) -> str:
        if isinstance(side, Call) and side.operator == operator:
            argument = side.arguments[0]
            return argument.code if isinstance(argument, Name) else ""
        return ""

    rules = [parse_rule(rule.rule) for rule in catalogue.rules]
    return [
        stock
        for rule in rules
        if inner(rule.right, "ytd") == flow and (stock := inner(rule.left, "change"))
    ]


def _explained(
    rate: Claim,
    stock: str,
    plan: Claim,
    reached: tuple[_Reached, _Reached | None],
    catalogue: Catalogue,
) -> Disagreement:
    end, start = reached
    value = 100 * (end.value - start.value) / plan.value if start else None

    def message(language: str) -> str:
        zh = language == "zh"
        what, where = (
            subject(stock, catalogue, language),
            place(rate.territory, catalogue, language),
        )
        over = f"{number(end.value)} / {number(plan.value)} = {number(rate.value)} %"
        text = (
            f"{where}{rate.period}计划完成率{number(rate.value)}%（{rate.source}）：{over}，"
            f"是以{what}期末总数除以新增计划"
            if zh
            else f"Completion of the plan, {where}, {rate.period}, {number(rate.value)} % "
            f"({rate.source}): {over}, the whole stock ({what}) over a plan for new ones"
        )
        if start and value is not None:
            new = f"({number(end.value)} − {number(start.value)}) / {number(plan.value)}"
            text += f"{'；按新增计为' if zh else '; on what was new'} {new} = {number(value)} %"
        return text + ("。" if zh else ".")

    ids = (rate.id, *end.claims, *(start.claims if start else ()), plan.id)
    return Disagreement(
        kind="definition",
        severity="note",
        message=both(message),
        claims=tuple(dict.fromkeys(ids)),
        proposed={rate.id: (round(value, 1), "new ones over the plan")} if value else {},
    )
