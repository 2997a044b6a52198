"""What is planned or forecast in a sentence: which of its numbers, as what, and for when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bluebook.collect.bulletins.chinese.saying import Chinese
from bluebook.collect.bulletins.clause.lead import VERBS, Lead
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.sentence.ahead import Ahead
from bluebook.model.period import Period

# What is to come, of which a sentence may name no time.
_TO_COME = re.compile(r"力争|争取|有望|预计(?!数)|(?:计划|拟)(?=[再新建投])")
# English: times to come of which nobody says when they are.
_SOME_TIME = re.compile(
    r"\b(?:(?:end|close) of (?:the|this) decade|(?:the )?decade's end"
    r"|(?:in|over|within|during) the (?:(?:next|coming) )?(?:few |several |coming |following |two |three |four |five |ten )*(?:years|months|decade)(?: (?:to come|ahead))?"
    r"|before long|eventually|ultimately|in (?:the )?(?:near |medium |long |longer )?(?:future|term)|sooner or later|one day|some day|at its peak)\b"
)
_THE_PLANNED = re.compile(
    r"\b(?:planned|targeted|expected|projected|forecast|predicted|anticipated|(?:target|goal|plan|forecast) of) $"
)
_AT_PRESENT = re.compile(
    r"(?: [a-z]+)? (?:at present|now|currently|today|so far|to date|already)\b"
)
# What was aimed at is told behind it: the 150 million that the government had set as its goal.
_HAD_SET = re.compile(
    r"(?: [a-z]+)?,? (?:that |which )?(?:(?:it|they|the [a-z]+|[a-z]+|the [a-z]+ [a-z]+) )?(?:had |has |have |was |were )?(?:been |originally |initially |earlier )*"
    r"(?P<how>set|planned|targeted|hoped for|aimed for|promised|told to|pledged|expected|forecast|projected|predicted)\b(?! to)"
)
_FORECAST = frozenset(("expected", "forecast", "projected", "predicted"))
# Verbs that tell what came, behind which no plan holds: is due to reach 2 billion, while users rose.
_CAME = re.compile(
    r"(?:was|were|had|rose|grew|fell|shrank|slid|lost|shed|held|stood at|came to|came in at|made up|took up"
    r"|[a-z]+(?<!expect)(?<!forecast)(?<!plann)(?<!target)(?<!project)(?<!predict)(?<!estimat)ed(?: (?:up|down|to|from))?)"
)
# What was aimed at came, or not; what a colon goes on with is what came.
_MET = re.compile(
    r"\b(?:missed|met|beat|reached|hit|exceeded|surpassed|achieved|fulfilled|attained)(?: [a-z']+){0,4} (?:target|goal|plan|forecast)s?\b[^:]{0,40}:"
)
_PLAN = re.compile(r"规划|行动计划|实施方案|发展目标")  # of which a title tells
_AIMS = re.compile(r"[^,;:。]{0,12}目标(?:任务)?(?:是|为)?[:,]")  # with which a paragraph begins
PLANS = frozenset(("target", "forecast"))
_FLAGS = PLANS | {"preliminary"}


class Planning(Ahead):
    """Tells the plans and forecasts of one sentence."""

    chinese: Chinese
    after: tuple[Period, bool]  # the period that the sentence leaves behind
    turned: dict[int, tuple[Period, bool, bool]]

    def _plans(self) -> None:
        """Where the sentence speaks of what is planned or forecast."""
        self.status = ""
        self.plan_from = len(self.text)
        self.plans: list[tuple[int, str]] = []  # each with its status
        flags: set[str] = set()
        reached = self.chinese.reached() if self.language == "zh" else 0
        for token in self.tokens if self.told & _FLAGS else ():
            kinds = token.cues & _FLAGS
            if not kinds:
                continue
            flags |= kinds
            if kinds & PLANS and token.start >= reached and not self._aim(token):
                status = "target" if "target" in kinds else "forecast"
                self.plans.append((token.start, status))
                if token.start < self.plan_from:
                    self.status, self.plan_from = status, token.start
        if self.language == "zh" and self.context.planned is not None:
            self._planned_before()
        self.vague = self.language == "zh" and self.status != "" and self._vague()
        self.preliminary = "preliminary" in flags

    def _aim(self, token: Token) -> bool:
        """Is 目标 what the number before it was: 完成150万公里目标?"""
        if self.language != "zh":
            return False
        numbers = (t for t in reversed(self.tokens) if t.kind == "number" and t.end <= token.start)
        before = next(numbers, None)
        return before is not None and self.chinese.aim(before) >= token.end

    def _planned_before(self) -> None:
        """Chinese: the clauses of a plan are planned together, and what is 其中 of it."""
        context, planned = self.context, self.context.planned
        goes_on = context.earlier.endswith(";") or self.text.startswith("其中") or context.aims
        again = self.status != "" and not self._told_before(self.plan_from)
        if planned and (again or (goes_on and not self.status)) and "when" not in self.row.kinds:
            self.plan_from = self.plan_from if again else 0
            self.status, context.period, context.at_end = planned
        else:
            context.planned = None

    def _vague(self) -> bool:
        """Chinese: is something to come of which nobody says when, after a period that is over?"""
        context = self.context
        if context.issued is None or context.period.last >= context.issued.first:
            return False
        after = (t for t in self.tokens if t.kind == "number" and t.start > self.plan_from)
        first = next((t.start for t in after), 0)
        whens = [t for t in self.tokens if t.when is not None]
        if any(t.start < first for t in whens) or not _TO_COME.match(self.text, self.plan_from):
            return False
        ends = any(t.when and t.when.relative == "0y" for t in whens)
        if ends and not self._told_before(self.plan_from):  # 计划新建…,到年底总数达到…
            context.period, context.at_end = Period.year_of(context.issued.year), False
            return False
        return True

    def _coming(self, period: Period) -> bool:
        """Chinese: is a period after the issue, or after those of a plan's page: 到2025年,…达到…?"""
        context = self.context
        if context.issued is not None:
            return period.first > context.issued.last
        page = context.standing[0] if context.standing else None
        title = context.head.split("\n", 1)[0]
        return (
            page is not None and period.first > page.last + 12 and _PLAN.search(title) is not None
        )

    def _planned_as(self, number: Token) -> str:
        """English: is a number a target or a forecast, by the last word of a plan before it?"""
        if had := self._had_set(number):
            return "forecast" if had in _FORECAST else "target"
        place, status = next((p for p in reversed(self.plans) if p[0] < number.start), (-1, ""))
        if status and ":" in self.text and _MET.search(self.text, 0, number.start):
            return ""
        now = _AT_PRESENT.match(self.text, number.end) is not None
        return "" if now or (status and self._came(place, number.start)) else status

    def _had_set(self, number: Token) -> str:
        """English: how what a number tells had been aimed at: the 150 million that had been planned."""
        if not self.text.endswith(" the ", 0, number.start):
            return ""
        had = _HAD_SET.match(self.text, number.end)
        return had["how"] if had is not None else ""

    def _of_else(self, number: Token, told: Sequence[Decimal]) -> bool:
        """English: is what was aimed at of something else than what levels were `told` of?

        Rose by 20 million to 170 million, exceeding the planned 12 million.
        """
        the_planned = _THE_PLANNED.search(self.text, 0, number.start) is not None
        if not (the_planned or self._had_set(number)):
            return False
        q = number.quantity
        return q is None or not told or not told[-1] / 3 < q.value < 3 * told[-1]

    def _came(self, start: int, stop: int) -> bool:
        """English: does a verb between two places tell what came about?"""
        first = self.row.first(start) + 1
        between = self.tokens[first : self.row.first(stop)]
        return any(
            t.kind == "cue" and t.cue(*VERBS) and not t.cue(*PLANS) and _CAME.fullmatch(t.text)
            for t in between
        )

    def _given_up(self, number: Token, found: Lead) -> bool:
        """English: is a number a target that was left for another: lifted from 30 million to 50 million?"""
        dated = found.prior is not None or any(
            t.when and t.start > number.start for t in found.sets
        )
        return found.starting and not dated and self._planned_as(number) != ""

    def _sometime(self, number: Token, found: Lead) -> bool:
        """English: is a number one to come of which nobody says when?

        What the sentence before planned and dated is planned for the same time here.
        """
        if not self.plans or found.prior is not None:
            return False
        context = self.context
        dated = bool(self.turned)
        if not self._planned_as(number):
            if context.planned is not None and not dated:
                context.period, context.at_end = self.after  # 150 million at present
            return False
        if not dated and _SOME_TIME.search(self.text):
            return True
        issued = context.issued
        if dated or issued is None or context.period.last >= issued.first:
            return False
        if context.planned is None:
            return True
        _, context.period, context.at_end = context.planned
        return False

    def _plans_on(self) -> None:
        """Remember what is planned for when, for the clauses and sentences that plan on."""
        context = self.context
        if self.language == "zh":
            context.aims = context.aims or _AIMS.match(self.text) is not None
            if self.status and context.period != self.after[0]:
                context.planned = self.status, context.period, context.at_end
        elif "number" in self.row.kinds or (self.status and self.turned):
            issued = context.issued
            ahead = issued is not None and context.period.last >= issued.first
            planned = self.status, context.period, context.at_end
            context.planned = planned if self.status and ahead else None
