"""Disagreements as a statistician reads them: what, against what, why, and the proposal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bluebook.comb.account import SEVERITY, Disagreement
from bluebook.comb.explain.arithmetic import Arithmetic, arithmetic
from bluebook.comb.explain.classify import Evidence, kind_of, stated_on, tie_of
from bluebook.comb.explain.proposal import about, figure, otherwise, prints, proposal, stands
from bluebook.comb.explain.slight import slip
from bluebook.comb.explain.systematic import explain_systematic
from bluebook.comb.explain.verdicts import MAY_BE, MILD, PARTS, STANDS, TIED, VERDICT
from bluebook.comb.localise.judge import likely
from bluebook.comb.localise.mechanism import Guess
from bluebook.comb.localise.search import Core
from bluebook.comb.reconcile.solve import Finding, Solution
from bluebook.comb.system.early import Print, Series, quoted_late, said_early
from bluebook.comb.system.identities import TIME
from bluebook.comb.system.statement import Component, Statement
from bluebook.comb.witness import Witness
from bluebook.comb.words import both, number, place, printed, subject
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim
from bluebook.model.interval import INF, Interval
from bluebook.model.period import Period

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
        self.rules = {rule.rule: rule for rule in catalogue.rules}
        self.series = Series(claims)

    def component(self, component: Component, solution: Solution) -> Iterator[Disagreement]:
        """The disagreements of one component."""
        aside = {s for finding in solution.findings for s in finding.set_aside}
        slight = [one.conflicts[0] for one in solution.findings if not one.ways[0][0]]
        for finding in solution.findings:
            ways = [dict(way) for way, _ in finding.ways]
            if not ways[0]:
                yield self._mild(component, finding, slight)
                continue
            always = {s for s in ways[0] if all(s in way for way in ways)}
            for s in sorted(always):
                yield self._settled(component, finding, (s, ways[0][s]), aside)
            rest = [{s: d for s, d in way.items() if s not in always} for way in ways]
            if len(ways) > 1:
                yield self._tied(component, finding, rest)

    def _mild(self, component: Component, finding: Finding, slight: Sequence[Core]) -> Disagreement:
        """Consistent but not to the last printed digit; `slight` are all conflicts of the kind."""
        inside = self._of(component, finding.conflicts)
        kind = "revision" if any(one.rule == TIME for one in inside) else "rounding"
        message, proposed = self._say(MILD[kind], inside), dict[str, tuple[float, str]]()
        core = finding.conflicts[0]
        found = slip(component, core, [other for other in slight if other != core])
        if found is not None:
            one, guess = found
            inside.sort(key=lambda other: other is not one)
            proposed = dict.fromkeys(one.claims, (guess.value, guess.words("en")))
            half = one.printed.width / 2
            for language, words in message.items():
                name, value = self._name(one, language), number(guess.value, half)
                may = MAY_BE[language].format(name, value, guess.words(language))
                message[language] = words + may
        return Disagreement(
            kind=kind,
            severity="note",
            message=message,
            claims=self._ids(inside),
            proposed=proposed,
            rules=self._rules(inside),
        )

    def _settled(
        self,
        component: Component,
        finding: Finding,
        step: tuple[int, int],
        aside: set[int],
    ) -> Disagreement:
        """One statement is set aside (or read on another base)."""
        s, depth = step
        one = component.statements[s]
        cores = [core for core in finding.conflicts if s in {t for t, _ in core}]
        inside = self._of(component, cores)
        inside += about(component, one) if one.bent else []
        sum_of = arithmetic(component, one, aside)
        beside = [*prints(component, one), *(sum_of.terms if sum_of else ())]
        inside += [t for t in beside if t not in inside]
        where = Interval(*finding.where[s])
        dropped = depth >= len(one.readings)
        found = likely(component, one, where, aside) if dropped and one.claims else []
        dates = {t: self._dates(t) for t in [one, *inside]}
        evidence = max((guess.bonus for guess in found if guess.kind), default=0.0)
        seen = Evidence(dates, where, evidence, dropped, *self._early(component, one))
        kind = kind_of(one, seen, self.catalogue)
        likeliest = proposal(one, where, found, kind)
        case = _Case(one, inside, where, found, kind, sum_of)
        return Disagreement(
            kind=kind,
            severity=self.rules[one.rule].grave if one.rule in self.rules else SEVERITY[kind],
            message=both(lambda language: self._message(case, language)),
            claims=self._ids([one, *inside]),
            set_aside=one.claims if dropped and not stands(one, kind) else (),
            proposed=dict.fromkeys(one.claims, likeliest) if likeliest else {},
            rules=self._rules(inside),
            cost=round(finding.ways[0][1], 3),
            otherwise=otherwise(component, finding, s),
            proven=finding.proven,
            gap=round(finding.gap, 3),
        )

    def _tied(
        self, component: Component, finding: Finding, ways: Sequence[Mapping[int, int]]
    ) -> Disagreement:
        """Several explanations are as good as one another: both sides are shown."""
        touched = {s for way in ways for s in way}
        cores = [core for core in finding.conflicts if touched & {t for t, _ in core}]
        inside = self._of(component, cores)
        sides = [component.statements[s] for way in ways for s in way]
        kind = "unsettled"
        if all(len(way) == 1 for way in ways) and len({figure(one) for one in sides}) == 1:
            kind = tie_of([(one, self._dates(one)) for one in sides], self.catalogue)
        return Disagreement(
            kind="definition" if kind == "denominator" else kind,
            severity="note" if kind == "revision" else "warning",
            message=self._say(TIED[kind], inside),
            claims=self._ids(inside),
            ties=tuple(
                tuple(c for s in sorted(way) for c in component.statements[s].claims)
                for way in ways
            ),
            rules=self._rules(inside),
            cost=round(finding.ways[0][1], 3),
            proven=finding.proven,
            gap=round(finding.gap, 3),
        )

    def _early(self, component: Component, one: Statement) -> tuple[bool, bool]:
        """Was it said before its period had ended; is it an earlier count quoted late?"""
        if len(one.level) != 1 or not one.claims or not self._stock(component, one):
            return False, False
        period = Period.parse(one.period)
        told = [t for t in component.statements if t.claims and t.level == one.level]
        before = self.series.of(one.expression, one.territory)
        mine = self._print(one)
        return said_early(mine.said, period), any(
            quoted_late(mine, self._print(t), period, before) for t in told if t is not one
        )

    def _print(self, one: Statement) -> Print:
        return Print(one.value, max(self._dates(one), default=""))

    def _dates(self, one: Statement) -> list[str]:
        return stated_on([self.claims[c] for c in one.claims], self.witnesses)

    def _stock(self, component: Component, one: Statement) -> bool:
        code = component.columns[one.columns[0]].code
        return one.expression == code and self.catalogue.indicator(code).kind == "stock"

    def _message(self, case: _Case, language: str) -> str:
        """What does not fit, against what, the sum that shows it, the verdict, the proposal."""
        one, zh = case.one, language == "zh"
        name = self._name(one, language)
        against = self._names([t for t in case.inside if t is not one], language)
        half = one.printed.width / 2 if one.printed.width < INF else 0.5
        head, alone, others, likely_be = PARTS[language]
        parts = [head.format(name, against) if against else alone.format(name)]
        if case.sum is not None:
            parts.append(case.sum.text)
        if case.where.width < INF and one.claims:
            parts.append(others.format(self._range(case.where, half)))
        verdict = VERDICT[case.kind]
        if one.claims and stands(one, case.kind):
            verdict = STANDS.get(case.kind, verdict)
        parts.append(verdict[0 if zh else 1])
        if case.found and case.kind == "error":
            best = case.found[0]
            parts.append(likely_be.format(number(best.value, half), best.words(language)))
        return ("；" if zh else "; ").join(parts) + ("。" if zh else ".")

    def _say(self, template: tuple[str, str], inside: Sequence[Statement]) -> dict[str, str]:
        named = {la: self._names(inside, la) for la in ("zh", "en")}
        return {"zh": template[0].format(named["zh"]), "en": template[1].format(named["en"])}

    @staticmethod
    def _range(where: Interval, half: float) -> str:
        low, high = number(where.lower, half), number(where.upper, half)
        return low if low == high else f"{low}–{high}"

    # Names ------------------------------------------------------------------------------------

    def _of(self, component: Component, cores: Iterable[Core]) -> list[Statement]:
        return [component.statements[s] for s in sorted({s for core in cores for s, _ in core})]

    def _ids(self, inside: Iterable[Statement]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(c for one in inside for c in one.claims))

    def _rules(self, inside: Iterable[Statement]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.expression for one in inside if one.rule))

    def _names(self, inside: Iterable[Statement], language: str) -> str:
        """The claims among statements in words (the rules, where there are none), the first few."""
        inside = list(inside)
        said = [one for one in inside if one.claims] or inside
        names = [self._name(one, language) for one in said[:SHOWN]]
        if (more := len(said) - SHOWN) > 0:
            names.append(f"另{more}项" if language == "zh" else f"{more} more")
        return ("、" if language == "zh" else "; ").join(names)

    def _rule(self, one: Statement, la: str) -> str:
        """A rule at one place and period, by its message or its name."""
        rule = self.rules.get(one.rule)
        if rule is None:
            return one.expression
        said = rule.message.get(la) or rule.name.get(la) or rule.written
        where = place(one.territory, self.catalogue, la)
        if la == "zh":
            return f"{said}（{rule.written}；{where}，{one.period}）"
        return f"{said} ({rule.written}; {where}, {one.period})"

    def _name(self, one: Statement, la: str) -> str:
        """A statement in words: what, where, when, how much, who."""
        if not one.claims:
            return self._rule(one, la)
        claim = self.claims[one.claims[0]]
        who = "、".join(dict.fromkeys(self.claims[c].source for c in one.claims[:3]))
        what = subject(one.expression, self.catalogue, la)
        where = place(one.territory, self.catalogue, la)
        figure = printed(claim, self.catalogue, la)
        if la == "zh":
            return f"{where}{what}（{one.period}）{figure}（{who}）"
        return f"{what}, {where}, {one.period}: {figure} ({who})"


class _Case(NamedTuple):
    """One statement that does not fit, with all that its message needs."""

    one: Statement
    inside: list[Statement]
    where: Interval
    found: list[Guess]
    kind: str
    sum: Arithmetic | None


def disagreements(
    claims: Sequence[Claim],
    catalogue: Catalogue,
    witnesses: Mapping[str, Witness],
    solved: Iterable[tuple[Component, Solution]],
    told: Iterable[Disagreement] = (),
) -> list[Disagreement]:
    """All disagreements of solved components but those of claims that were told of before."""
    explainer = Explainer(claims, catalogue, witnesses)
    found = [one for part, solution in solved for one in explainer.component(part, solution)]
    changes = {c for one in told for c in one.claims if one.kind in ("revision", "definition")}
    found = [one for one in found if not (one.claims and one.claims[0] in changes and _bent(
        explainer.claims[one.claims[0]]))]  # fmt: skip
    return explain_systematic(found, explainer.claims, catalogue)


def _bent(claim: Claim) -> bool:
    return (claim.expression or "").startswith("pp(")


def ordered(found: Iterable[Disagreement]) -> tuple[Disagreement, ...]:
    """The gravest first, in a fixed order."""
    return tuple(
        sorted(found, key=lambda one: (ORDER.index(one.severity), one.claims, one.set_aside))
    )
