"""English: a change and its percentage told together, of which what follows both is said once.

An increase of 500,000 (1.9%) since the first quarter; 342,000, or 1.0 percent, fewer than a year
previously; down 1.9 billion minutes (15.4%) year on year.
"""

from __future__ import annotations

from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.onesentence import OneSentence
from bluebook.collect.bulletins.times.when import When
from bluebook.language.expression import Call
from bluebook.model.period import Period

_TIMED = frozenset(("from", "cmp", "since", "over", "yoy", "mom", "qoq", "half", "year"))
_COMPARES = ("up", "down", "cmp", "yoy", "mom", "since", "from", "growth")


class Together(OneSentence):
    """Finds what is said of two numbers of one sentence behind the second of them."""

    def tail(self, number: Token) -> list[Token]:
        """What follows two numbers, for one of them behind which it does not stand at once."""
        tokens, n = self.row.tokens, self.row.first(number.start)
        measure = number.quantity and self.teller.measure(number.quantity)
        if measure == "level":
            ends = self._second(tokens, n)
        elif measure == "percent":
            ends = self._after(tokens, n)
        else:
            return []
        if not n < ends < len(tokens) or tokens[ends].start - tokens[ends - 1].end > 1:
            return []
        compares = tokens[ends].cue(*_COMPARES) or tokens[ends].when is not None
        return self.row.tail(ends) if compares else []

    def changes(self, found: Lead, number: Token, gap: list[Token]) -> None:
        """A change told beside growth, or growth beside a change: down 5.4%, or 145 billion minutes."""
        q, manner = number.quantity, self.context.manner
        measure = self.teller.measure(q) if q is not None else ""
        last = gap[-1] if gap else None
        if last is None or self.text.startswith((" of ", "%"), number.end):
            return
        if measure == "level" and manner == "growth" and last.cue("or"):
            found.near.add("net_up")
        elif measure == "percent" and manner == "change" and last.mark("(") and self._same(found):
            found.near |= {"or", "part"}  # rose by 2.1 million (7 percent)
        both = found.near >= {"or", "part"} and not found.has("cmp", "from", "since", "yoy", "mom")
        if both and manner == "change" and measure == "percent":
            found.basis = found.basis or self._since()

    def _same(self, found: Lead) -> bool:
        """Does nothing but a time stand beside a percentage: down 22 million (1.1%) from May?"""
        return found.near <= _TIMED and not (found.subjects or found.wholes)

    def _since(self) -> When | None:
        """Since when the change was that a percentage says otherwise."""
        match self.context.said:
            case Call("change_since", (_, str(since))):
                base = Period.parse(since)
            case Call("change", (_,)):
                base = self.context.period.year_end_before()
            case _:
                return None
        return When(base.year, base.first % 12, base.first % 12 + base.months - 1, True)

    def _second(self, tokens: list[Token], n: int) -> int:
        """Where what follows a level and its percentage begins, 0 where there is none."""
        opens = n + 1 < len(tokens) and tokens[n + 1].mark("(")
        at = n + 1
        while at < len(tokens) and (tokens[at].mark(",(") or "or" in tokens[at].cues):
            at += 1
        joined = opens or (at > n + 1 and "or" in tokens[at - 1].cues)
        if not joined or at >= len(tokens) or not self._percent(tokens[at]):
            return 0
        closed = at + 1 < len(tokens) and tokens[at + 1].mark(")" if opens else ",")
        if not closed and not tokens[n + 1].cue("or"):
            return 0  # 28.3 billion, or 9% fewer than
        return at + 2 if closed else at + 1

    def _after(self, tokens: list[Token], n: int) -> int:
        """Where what follows a percentage and the mark behind it begins, 0 where there is none."""
        if n < 2 or n + 1 >= len(tokens):
            return 0
        bracketed = tokens[n - 1].mark("(") and tokens[n + 1].mark(")")
        set_off = "or" in tokens[n - 1].cues and tokens[n + 1].mark(",")
        before = tokens[n - 3 if set_off and tokens[n - 2].mark(",") else n - 2]
        return n + 2 if (bracketed or set_off) and before.kind == "number" else 0

    def _percent(self, token: Token) -> bool:
        q = token.quantity
        return q is not None and not q.signed and self.teller.measure(q) == "percent"
