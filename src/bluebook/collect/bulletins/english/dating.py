"""English: the periods that stand after a number: when it was, what it is compared with."""

from __future__ import annotations

import re

from msgspec.structs import replace

from bluebook.collect.bulletins.clause.joining import JOIN
from bluebook.collect.bulletins.clause.lead import SEEN, THIN, Lead
from bluebook.collect.bulletins.clause.row import TURN
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.onward import Onward
from bluebook.collect.bulletins.times.dates_en import of_a_day
from bluebook.collect.bulletins.times.when import When

_THE = re.compile(r" (?:the |its |their )?")
_SET_OFF = re.compile(r", (?:(?:by|at|in|as of|during) )?(?:the )?")
_THEN = re.compile(r",? when (?!comp)")


def upon(text: str, when: Token) -> bool:
    """Does "on" stand before a period that is no day: on the previous quarter, on June 2011?"""
    return text.endswith(" on ", 0, when.start) and not of_a_day(text, when.start, when.end)


class Dating(Onward):
    """Tells the times of the numbers of one English sentence."""

    against = False  # is the number what the one before is compared with?

    def _than_number(self, tail: list[Token]) -> When | None:
        """The time of the figure that a number is compared with: 1.6% fewer than the 20.57 million of
        a year earlier."""
        if not tail or not tail[-1].text.endswith("than"):
            return None
        if not any(t.cue("up", "down") for t in tail):
            return None
        after = self.row.following(tail[-1])[:4]
        if (
            not after
            or after[0].kind != "number"
            or not _THE.fullmatch(self.text, tail[-1].end, after[0].start)
        ):
            return None
        then = next((t for t in after[1:] if t.text not in THIN and t.text not in SEEN), None)
        return then.when if then is not None else None

    def _dated(self, found: Lead, token: Token, before: Token, based: Token | None) -> Token | None:
        """A period after a number: what it is compared with, or when it was; the last base."""
        when = token.when
        assert when is not None
        if before.text == "over" and self._covers(when, token):
            if not when.counted and not when.relative:
                found.sets.append(token)
            return based  # rose 3% over the six months; by 43 million over the first four months
        if before.cue("cmp", "from", "since") or self._upon(found, token, when):
            found.basis = when
            return token
        if based is not None and based.when is not None:
            if JOIN.fullmatch(self.text, based.end, token.start):
                found.bases.append(when)  # the first quarter and the whole year of 2018
                return token
            ago = when.relative == "-1y" and when.first < 0 and based.when.year is None
            if ago and self.text[based.end : token.start] in (" ", " of "):
                found.basis = replace(based.when, relative="-1y")  # Q1 last year
                return None
        if (
            "from" in found.near
            or self.against
            or (when.relative.startswith("-") and not when.loose)
        ):
            found.prior = when
        else:
            found.sets.append(token)
        return None

    def _upon(self, found: Lead, token: Token, when: When) -> bool:
        """Does a rate compare with a period before: a decrease of 0.3% on the previous quarter, and
        of 1.5% on June 2011?"""
        if when.loose or not upon(self.text, token):
            return False
        if found.has("up", "down"):
            return when.relative.startswith("-") or when.year is not None
        again = self.context.manner == "growth" and found.near <= {"with", "level"}
        return again and not found.subjects

    def _covers(self, when: When, token: Token) -> bool:
        """Is a period what a number rose over, and not one that it is compared with?"""
        if when.counted:
            return True
        if when.first < 0 or when.end or when.same or when.first == when.last:
            return False
        after = self.row.following(token)[:1]
        if after and after[0].when and after[0].when.relative.startswith("-"):
            return False  # over the first quarter of last year
        now = self.context.period
        span = when.resolve(now)
        return span.last >= now.last and span.months < 12

    def _of_month(self, found: Lead) -> bool:
        """Is it a month, or a quarter, of which is spoken?"""
        whens = [t.when for t in found.sets if t.when is not None and t.when.first >= 0]
        span = whens[-1].resolve(self.context.period) if whens else self.context.period
        return span.months == (3 if "qoq" in found.near and span.months > 1 else 1)

    def _then(self, number: Token) -> When | None:
        """The time that a number is of: up from 2009, when it was 233 million."""
        for token in reversed(self.row.tokens[: self.row.first(number.start)]):
            if token.kind == "number":
                return None
            if token.when is not None:
                return token.when if _THEN.match(self.text, token.end) else None
        return None

    def _reached(self, found: Lead, last: Token) -> Token | None:
        """The date of the level that a move went to: rose by 11.3 million to 212 million in September."""
        after = self.row.following(last)[:5]
        if len(after) < 3 or not after[0].cue("reach") or after[1].kind != "number":
            return None
        moves = found.has("up", "down", "net_up", "net_down") and not found.has("yoy", "from")
        if not moves or found.starting:
            return None
        then = next((t for t in after[2:] if t.text not in THIN), None)
        dated = then is not None and then.when is not None and not then.when.end
        return then if dated and then and then.when and not then.when.relative else None

    def _trailing(self, found: Lead, last: Token) -> None:
        """A date that ends a number's own clause: 71 billion were sent in February."""
        if found.prior or found.basis or any(t.kind == "when" for t in found.sets):
            return
        if (reached := self._reached(found, last)) is not None:
            found.sets.append(reached)
            return
        before, after = last, self.row.following(last)
        planned = found.has("target", "forecast")
        if [t.kind for t in after[:3]] == ["mark", "when", "mark"] and _SET_OFF.fullmatch(
            self.text, last.end, after[1].start
        ):
            found.sets.append(after[1])  # 6m of them, by March 2014, were on 4G
            return
        for token in after:
            if token.kind in ("number", "mark") or token.cue(
                "cmp", "from", "since", "with", "reach", "ofwhich"
            ):
                return
            planned = planned or token.cue("target", "forecast")
            own = token.when is not None and token.when.relative in ("", "0m")
            if own or (planned and token.when and token.when.relative == "0y"):
                found.sets.append(token)
                return
            if TURN.search(self.text, before.end, token.start):
                return
            before = token
