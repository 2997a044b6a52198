"""The rules themselves diagnosed: contradictory, redundant, never tested, broken, loose.

After validatetools (de Jonge and van der Loo): a rule set is infeasible where it leaves an
indicator nothing but zero, and a rule is redundant where the others imply it. What the figures
say of a rule is counted from its instances.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from bluebook.comb.account import Disagreement
from bluebook.comb.build import claim_statements, sane
from bluebook.comb.identities import rule_statements
from bluebook.comb.propagate import Box
from bluebook.comb.register import Register
from bluebook.comb.statement import Row
from bluebook.comb.witness import Witness
from bluebook.language.arithmetic import Difference, Level, Where, levels
from bluebook.language.expression import show
from bluebook.language.linear import ratio
from bluebook.language.meaning import check_rule
from bluebook.model.catalogue import Catalogue, Rule
from bluebook.model.claim import Claim

INF = float("inf")
TINY = 1e-7


class Diagnosis(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a rule.

    `tested` counts the places and periods at which it says something of known figures, `broken`
    the disagreements that name it. `redundant`: the other rules imply it. `forces_zero` are
    indicators that the rules together leave nothing but zero.
    """

    rule: str
    tested: int = 0
    broken: int = 0
    redundant: bool = False
    forces_zero: tuple[str, ...] = ()

    @property
    def verdict(self) -> str:
        """contradictory | redundant | never tested | often broken | sound"""
        if self.forces_zero:
            return "contradictory"
        if self.redundant:
            return "redundant"
        if not self.tested:
            return "never tested"
        return "often broken" if self.broken * 10 > self.tested else "sound"


def diagnose(
    claims: Sequence[Claim],
    catalogue: Catalogue,
    witnesses: Mapping[str, Witness],
    disagreements: Iterable[Disagreement] = (),
) -> list[Diagnosis]:
    """Each rule of a catalogue, in its order, against itself and against the claims."""
    register = Register(catalogue)
    claim_statements([c for c in claims if c.is_fact and sane(c)], register, witnesses)
    tested: dict[str, int] = {}
    for one in rule_statements(register):
        count = len(one.strict) if one.strict else 1
        tested[one.rule] = tested.get(one.rule, 0) + count
    broken: dict[str, int] = {}
    for told in disagreements:
        for name in told.rules:
            broken[name] = broken.get(name, 0) + (told.severity != "note")
    shape = _Shape(catalogue)
    return [
        Diagnosis(
            rule=rule.rule,
            tested=tested.get(rule.rule, 0),
            broken=broken.get(rule.rule, 0),
            redundant=shape.redundant(rule),
            forces_zero=shape.forces_zero(rule),
        )
        for rule in catalogue.rules
    ]


class _Shape:
    """The linear rules between indicators at one place and time, as rows over codes in [0, 1]."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.register = Register(catalogue)
        self.code: dict[str, int] = {}
        self.rows: dict[str, Row] = {}
        for rule in catalogue.rules:
            row = self._row(rule)
            if row is not None:
                self.rows[rule.rule] = row
        self.names = list(self.code)

    def _row(self, rule: Rule) -> Row | None:
        """The rule's row where it is linear and stays at one place and time."""
        if "sum(" in rule.rule or "rank(" in rule.rule:
            return None
        relation = check_rule(rule.rule, self.register.catalogue)
        left = self.register.terms(show(relation.left), "")
        right = self.register.terms(show(relation.right), "")
        if left is None or right is None:
            return None
        term = Difference(left, right)
        form = ratio(term)
        if form is None or set(form.denominator) != {None} or None in form.numerator:
            return None
        if any(level.where != Where() for level in levels(term)):
            return None
        columns, weights = [], []
        for level, c in form.numerator.items():
            assert isinstance(level, Level)
            columns.append(self.code.setdefault(level.code, len(self.code)))
            weights.append(c)
        slack = rule.tolerance * max(map(abs, weights))
        return Row(tuple(columns), tuple(weights), -slack if relation.sign == "=" else -INF, slack)

    def redundant(self, rule: Rule) -> bool:
        """Do the other rules leave no way to break this one?"""
        row = self.rows.get(rule.rule)
        if row is None:
            return False
        others = [other for name, other in self.rows.items() if name != rule.rule]
        form = dict(zip(row.columns, row.coefficients, strict=True))
        most = -self._least({j: -c for j, c in form.items()}, others)
        least = self._least(form, others) if row.lower > -INF else INF
        return most <= row.upper + TINY and least >= row.lower - TINY

    def forces_zero(self, rule: Rule) -> tuple[str, ...]:
        """Indicators of a rule that all rules together leave nothing but zero."""
        row = self.rows.get(rule.rule)
        if row is None:
            return ()
        rows = list(self.rows.values())
        return tuple(self.names[j] for j in row.columns if -self._least({j: -1.0}, rows) < TINY)

    def _least(self, form: dict[int, float], rows: Sequence[Row]) -> float:
        from bluebook.comb.program import Frame, Program

        n = len(self.code)
        box = Box([0.0] * n, [1.0] * n)
        return Program(rows, box.lower, box.upper, Frame(box, rows)).least(form).bound
