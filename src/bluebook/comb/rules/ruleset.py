"""Rules against one another: which cannot hold together, which the others imply, what they leave.

After validatetools (de Jonge and van der Loo 2018): `is_infeasible`, `detect_infeasible_rules`,
`detect_redundant_rules`, `detect_boundary_num`. Only rules that are linear between indicators at
one place and time take part. Conditions are taken as met.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from bluebook.comb.system.program import Frame, Program
from bluebook.comb.system.propagate import Box
from bluebook.comb.system.register import Register
from bluebook.comb.system.statement import Row
from bluebook.language.arithmetic import Difference, Term, Where, levels
from bluebook.language.expression import show
from bluebook.language.linear import Form, ratio
from bluebook.language.meaning import check_rule
from bluebook.model.catalogue import Catalogue, Rule
from bluebook.model.interval import Interval

INF = float("inf")
TINY = 1e-7


class RuleSet:
    """The linear rules of a catalogue, by their text as written."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.register = Register(catalogue)
        self.code: dict[str, int] = {}
        self.rows: dict[str, list[Row]] = {}
        for rule in catalogue.rules:
            if rows := list(self._rows(rule)):
                self.rows.setdefault(rule.written, []).extend(rows)
        self.names = list(self.code)
        signed = [catalogue.indicator(code).signed for code in self.names]
        self.floors = [-INF if one else 0.0 for one in signed]

    def _rows(self, rule: Rule) -> Iterator[Row]:
        """The rows of a rule that is linear and stays at one place and time."""
        if "sum(" in rule.rule or "rank(" in rule.rule:
            return
        relation = check_rule(rule.rule, self.catalogue)
        left = self.register.terms(show(relation.left), "")
        right = self.register.terms(show(relation.right), "")
        if left is None or right is None:
            return
        gap, other = self._linear(Difference(left, right)), self._linear(right)
        if gap is None or other is None:
            return
        sides = (1.0, -1.0) if relation.sign == "=" else (1.0,)
        for side in sides:  # side * (left - right) <= tolerance * right
            form = {k: side * c for k, c in gap.items()}
            for k, c in other.items():
                form[k] = form.get(k, 0.0) - rule.tolerance * c
            constant = form.pop(None, 0.0)
            columns = [self.code.setdefault(k.code, len(self.code)) for k in form if k is not None]
            yield Row(tuple(columns), tuple(form.values()), -INF, -constant)

    def _linear(self, term: Term) -> Form | None:
        form = ratio(term)
        if form is None or set(form.denominator) != {None}:
            return None
        if any(level.where != Where() for level in levels(term)):
            return None
        base = form.denominator[None]
        return {k: c / base for k, c in form.numerator.items()}

    @cached_property
    def contradiction(self) -> tuple[str, ...]:
        """Rules that cannot hold together, none of which can be left out; () where all can.

        The deletion filter (Chinneck and Dravnieks 1991).
        """
        if self._feasible(self.rows):
            return ()
        kept = list(self.rows)
        for rule in list(self.rows):
            rest = [other for other in kept if other != rule]
            if not self._feasible(rest):
                kept = rest
        return tuple(kept)

    def redundant(self, rule: str) -> bool:
        """Do the other rules leave no way to break this one?"""
        mine = self.rows.get(rule, [])
        others = self._without(rule)
        return bool(mine) and all(
            self._most(row, others) <= row.upper + TINY * max(1.0, abs(row.upper)) for row in mine
        )

    @cached_property
    def ranges(self) -> Mapping[str, Interval]:
        """What all rules together leave to each indicator."""
        if self.contradiction:
            return {}
        rows = self._without("")
        return {
            name: Interval(
                max(self._least({j: 1.0}, rows), self.floors[j]), -self._least({j: -1.0}, rows)
            )
            for j, name in enumerate(self.names)
        }

    def forces_zero(self, rule: str) -> tuple[str, ...]:
        """Indicators of a rule that all rules together leave nothing but zero."""
        used = {self.names[j] for row in self.rows.get(rule, ()) for j in row.columns}
        return tuple(
            name for name in self.names
            if name in used and name in self.ranges and abs(self.ranges[name].lower) < TINY
            and abs(self.ranges[name].upper) < TINY
        )  # fmt: skip

    def _without(self, rule: str) -> list[Row]:
        return [row for name, rows in self.rows.items() if name != rule for row in rows]

    def _feasible(self, rules: Collection[str]) -> bool:
        return self._program([row for name in rules for row in self.rows[name]]).conflict() is None

    def _most(self, row: Row, rows: list[Row]) -> float:
        form = {j: -c for j, c in zip(row.columns, row.coefficients, strict=True)}
        return -self._least(form, rows)

    def _least(self, form: dict[int, float], rows: list[Row]) -> float:
        return self._program(rows).least(form).bound

    def _program(self, rows: list[Row]) -> Program:
        box = Box(self.floors, [INF] * len(self.floors))
        return Program(rows, box.lower, box.upper, Frame(box, rows))
