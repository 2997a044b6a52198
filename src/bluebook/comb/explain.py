"""Disagreements as a statistician reads them: what, against what, why, and the proposal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bluebook.comb.account import Disagreement
from bluebook.comb.classify import kind_of
from bluebook.comb.identities import TIME
from bluebook.comb.judge import implied, likely
from bluebook.comb.localise import Core
from bluebook.comb.mechanism import Guess
from bluebook.comb.solve import Finding, Solution
from bluebook.comb.statement import Component, Statement
from bluebook.comb.witness import Witness
from bluebook.comb.words import both, number, place, printed, subject
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim
from bluebook.model.interval import Interval

SEVERITY = {
    "error": "error", "unsettled": "warning", "rule": "warning",
    "revision": "note", "definition": "note", "rounding": "note",
}  # fmt: skip
ORDER = ("error", "warning", "note")
SHOWN = 6  # figures named in a message


class Explainer:
    """Turns the findings of solved components into disagreements."""

    def __init__(
        self,
        claims: Sequence[Claim],
        catalogue: Catalogue,
        witnesses: Mapping[str, Witness],
    ) -> None:
        self.claims = {claim.id: claim for claim in claims}
        self.catalogue, self.witnesses = catalogue, witnesses

    def component(self, component: Component, solution: Solution) -> Iterator[Disagreement]:
        """The disagreements of one component."""
        for finding in solution.findings:
            ways = [dict(way) for way, _ in finding.ways]
            if not ways[0]:
                yield self._mild(component, finding)
                continue
            always = {s for s in ways[0] if all(s in way for way in ways)}
            for s in sorted(always):
                yield self._settled(component, finding, s, ways[0][s])
            rest = [{s: d for s, d in way.items() if s not in always} for way in ways]
            if len(ways) > 1:
                yield self._tied(component, finding, rest)

    def _mild(self, component: Component, finding: Finding) -> Disagreement:
        """Consistent but not to the last printed digit."""
        inside = self._of(component, finding.conflicts)
        over_time = any(one.rule == TIME for one in inside)
        named = self._named(inside)
        return Disagreement(
            kind="revision" if over_time else "rounding",
            severity="note",
            message=both(
                lambda la: (
                    f"{'、'.join(named(la))}：{'累计数与各期数之和略有出入，各期数可能已修订' if over_time else '按所印位数不能同时成立，差在尾数取舍'}。"
                    if la == "zh"
                    else f"{'; '.join(named(la))}: "
                    + (
                        "the months do not quite add up to the cumulative figure; "
                        "they may have been revised since."
                        if over_time
                        else "not consistent to the last printed digit: a matter of rounding."
                    )
                )
            ),
            claims=self._ids(inside),
            rules=self._rules(inside),
        )

    def _settled(
        self, component: Component, finding: Finding, s: int, depth: int
    ) -> Disagreement:
        """One statement is set aside (or read on another base)."""
        one = component.statements[s]
        cores = [core for core in finding.conflicts if s in {t for t, _ in core}]
        inside = self._of(component, cores)
        where = implied(component, cores, s, [t for t, _ in finding.ways[0][0] if t != s])
        dropped = depth >= len(one.readings)
        found = likely(component, cores, s) if dropped and one.claims else []
        kind = kind_of(one, inside, found, dropped, self.claims, self.witnesses, where)
        aside = one.claims if dropped else ()
        return Disagreement(
            kind=kind,
            severity=SEVERITY[kind],
            message=both(
                lambda la: self._message(component, cores, one, inside, where, found, kind, la)
            ),
            claims=self._ids(inside),
            set_aside=aside,
            proposed={
                c: (found[0].value, found[0].words("en")) for c in one.claims if found
            } if kind == "error" else {},
            rules=self._rules(inside),
        )  # fmt: skip

    def _tied(
        self, component: Component, finding: Finding, ways: Sequence[Mapping[int, int]]
    ) -> Disagreement:
        """Several explanations are as good as one another: both sides are shown."""
        touched = {s for way in ways for s in way}
        cores = [core for core in finding.conflicts if touched & {t for t, _ in core}]
        inside = self._of(component, cores)
        named = self._named(inside)
        return Disagreement(
            kind="unsettled",
            severity="warning",
            message=both(
                lambda la: (
                    f"{'、'.join(named(la))}：不能同时成立，现有证据不能断定孰是，两说并列。"
                    if la == "zh"
                    else f"{'; '.join(named(la))}: these cannot all be true, and nothing here "
                    "settles which is wrong; both sides are kept and shown."
                )
            ),
            claims=self._ids(inside),
            ties=tuple(
                tuple(c for s in sorted(way) for c in component.statements[s].claims)
                for way in ways
            ),
            rules=self._rules(inside),
        )

    def _message(
        self,
        component: Component,
        cores: Sequence[Core],
        one: Statement,
        inside: Sequence[Statement],
        where: Interval,
        found: Sequence[Guess],
        kind: str,
        la: str,
    ) -> str:
        others = self._named([t for t in inside if t is not one])(la)
        against = ("、" if la == "zh" else "; ").join(others)
        sum_shown = self._arithmetic(component, one)
        name = self._name(one, la)
        half = one.printed.width / 2 if one.printed.width < float("inf") else 0.5
        ends = "" if where.width == float("inf") else self._range(where, half)
        if la == "zh":
            parts = [f"{name}，与{against}不能同时成立" if against else f"{name}，与其余数字不符"]
            parts += [f"{sum_shown}"] if sum_shown else []
            parts += [f"其余数字要求在{ends}"] if ends else []
            parts += [_VERDICT[kind][0]]
            if found and kind == "error":
                parts += [f"可能应为{number(found[0].value, half)}（{found[0].words('zh')}）"]
            return "；".join(parts) + "。"
        parts = [
            f"{name} cannot stand beside {against}" if against
            else f"{name} does not fit the other figures"
        ]  # fmt: skip
        parts += [f"{sum_shown}"] if sum_shown else []
        parts += [f"the others put it at {ends}"] if ends else []
        parts += [_VERDICT[kind][1]]
        if found and kind == "error":
            parts += [f"likely {number(found[0].value, half)} ({found[0].words('en')})"]
        return "; ".join(parts) + "."

    @staticmethod
    def _range(where: Interval, half: float) -> str:
        low, high = number(where.lower, half), number(where.upper, half)
        return low if low == high else f"{low}–{high}"

    def _arithmetic(self, component: Component, one: Statement) -> str:
        """`98,613 − 61,625 = 36,988` where a sum of figures that were said gives this one."""
        if len(one.level) != 1:
            return ""
        mine = one.columns[0]
        said = {t.columns[0]: t for t in component.statements if t.claims and len(t.level) == 1}
        for rule in (t for t in component.statements if t.rule and mine in t.columns):
            row = (rule.strict or rule.readings[0].rows or (None,))[0]
            if row is None or mine not in row.columns:
                continue
            parts = dict(zip(row.columns, row.coefficients, strict=True))
            sign = -parts.pop(mine)
            if any(abs(abs(c) - 1) > 0.01 or j not in said for j, c in parts.items()):
                continue
            if rule.printed.width == float("inf"):
                continue
            terms = sorted(
                ((c * sign > 0, said[j]) for j, c in parts.items()), key=lambda term: not term[0]
            )
            half = max(t.printed.width / 2 for _, t in terms)
            total = sum(t.value if plus else -t.value for plus, t in terms)
            text = "".join(
                (" + " if plus else " − ") + number(t.value, half) for plus, t in terms
            )
            return f"{text.removeprefix(' + ').strip()} = {number(total, half)}"
        return ""

    # Names ------------------------------------------------------------------------------------

    def _of(self, component: Component, cores: Iterable[Core]) -> list[Statement]:
        return [component.statements[s] for s in sorted({s for core in cores for s, _ in core})]

    def _ids(self, inside: Iterable[Statement]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(c for one in inside for c in one.claims))

    def _rules(self, inside: Iterable[Statement]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.expression for one in inside if one.rule))

    def _named(self, inside: Iterable[Statement]) -> _Names:
        return _Names(self, [one for one in inside if one.claims])

    def _name(self, one: Statement, la: str) -> str:
        """A statement in words: what, where, when, how much, who."""
        if not one.claims:
            return one.expression
        claim = self.claims[one.claims[0]]
        who = "、".join(dict.fromkeys(self.claims[c].source for c in one.claims[:3]))
        what = subject(one.expression, self.catalogue, la)
        where = place(one.territory, self.catalogue, la)
        figure = printed(claim, self.catalogue, la)
        if la == "zh":
            return f"{where}{what}（{one.period}）{figure}（{who}）"
        return f"{what}, {where}, {one.period}: {figure} ({who})"


class _Names:
    def __init__(self, explainer: Explainer, inside: list[Statement]) -> None:
        self.explainer, self.inside = explainer, inside

    def __call__(self, la: str) -> list[str]:
        names = [self.explainer._name(one, la) for one in self.inside[:SHOWN]]
        more = len(self.inside) - SHOWN
        if more > 0:
            names.append(f"另{more}项" if la == "zh" else f"and {more} more")
        return names


_VERDICT = {
    "error": ("判其有误，不予采用", "it is judged wrong and set aside"),
    "revision": ("属前后修订，采用较近的数字", "a revision: the later figure is taken"),
    "definition": (
        "属口径或可比基数不同，不用于推算水平",
        "another scope or base: it is not used to derive levels",
    ),
    "rule": ("关系式在此不成立", "the relation does not hold here"),
    "rounding": ("属尾数取舍", "a matter of rounding"),
    "unsettled": ("未能断定", "not settled"),
}


def disagreements(
    claims: Sequence[Claim],
    catalogue: Catalogue,
    witnesses: Mapping[str, Witness],
    solved: Iterable[tuple[Component, Solution]],
) -> list[Disagreement]:
    """All disagreements, the gravest first, in a fixed order."""
    explainer = Explainer(claims, catalogue, witnesses)
    found = [one for part, solution in solved for one in explainer.component(part, solution)]
    return sorted(found, key=lambda one: (ORDER.index(one.severity), one.claims, one.set_aside))
