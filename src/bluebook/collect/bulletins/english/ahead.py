"""English: the subject that stands further on in a number's clause, where its form says so."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.amounts.hedges import HEDGE
from bluebook.collect.bulletins.amounts.numbers import Quantity
from bluebook.collect.bulletins.clause.context import Context, Subject
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.strangers_en import narrowed
from bluebook.collect.bulletins.clause.subjects import Subjects
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.rating import Rating

_WHICH = ("of which", "of whom", "of them", "of those", "of these", "out of which")
_OF_IT = re.compile(r"(?:%|per ?cent) of (?:(?:the|all|its|total) )*$")
_ENDS = re.compile(r"\s*(?:[,.;)]|$|and (?:an? |up |down ))")
_FRONTED = re.compile(
    rf"[\"' ]*(?:from|against|versus|(?:when |as )?compared (?:with|to)|having (?:stood|been) at|after (?:standing at|having)|up|down|rising|increasing|growing|climbing|surging|falling|dropping|at|with|{HEDGE})\b"
)
_HAVING = ("", "having", "after", "after having")  # stood at 536 million
_MADE = re.compile(
    r" (?:(?:were|was|have been|had been|are|being) )?(?:newly )?(?:built|installed|deployed|constructed|laid|set up|erected|added|commissioned|(?:put|brought) (?:in|into) (?:service|use|operation))\b"
)
_PARTING = re.compile(r"[\"' ]*(?:out )?(?:of|among) ")


class Ahead(Rating):
    """Finds the subjects further on in the clauses of the numbers of one sentence."""

    def __init__(self, row: Row, subjects: Subjects, context: Context) -> None:
        super().__init__(row, subjects, context)
        self.parting = _PARTING.match(row.text) is not None  # "Of the total, …"
        self.taken: set[int] = set()  # where names begin that numbers before them are of
        self.used: Token | None = None  # "of which" after the number it tells of

    def ahead(
        self, found: Lead, gap: list[Token], last: Token, after: list[Token], q: Quantity
    ) -> Subject | None:
        """The subject named further on in the clause, where its form says that one must be."""
        measure = self.teller.measure(q)
        level = measure == "level"
        if q.kind == "fraction" and after and after[0].kind == "name":
            found.wholes.append(after[0])  # four out of five mobile users were 4G users
            after = after[1:]
        whole = bool(found.wholes) and not found.has("part", "share", "level", "reach")
        whole = whole and not _ENDS.match(self.text, last.end)  # …, 34.5% of revenue.
        opening = self.text[: gap[0].start if gap else last.start].strip(" \"'")
        opens = opening in _HAVING
        fronted = opens and _FRONTED.match(self.text) is not None
        within = self.parting and level and not found.verbs and "from" not in found.near
        must = "ofwhich" in found.near or (whole and measure == "percent") or within
        must = (level and self._which(last, after)) or must
        must = must or self._does(after)
        if not (must or fronted or measure == "rank") or (level and self._made(last, after)):
            return None
        for n, token in enumerate(after):
            if token.kind == "name" and _OF_IT.search(self.text, 0, token.start):
                continue  # 309 million, or 31.3 percent of the online population, …
            if token.kind == "name":
                if (
                    must
                    and "does" not in token.cues
                    and narrowed(token, after[n + 1 :], self.text, self.vocabulary)
                ):
                    break
                self.taken.add(token.start)
                return self.subjects.named(token)
            aside = token.kind == "number" and self._aside(token)
            if token.mark(";") or (token.kind == "number" and not aside):
                break
        return Subject(None, found.unknown or self.subjects.words(found)) if must else None

    def _made(self, last: Token, after: list[Token]) -> bool:
        """Are they some that were built or added in a time: of which 544,000 were built in 2020?"""
        if not _MADE.match(self.text, last.end):
            return False
        told = next((t for t in after if t.when is not None or t.kind in ("number", "mark")), None)
        return told is not None and told.when is not None and not told.when.end

    def _aside(self, number: Token) -> bool:
        """Does a number say the one before it otherwise: 35.2 million, or 74.8 percent, were on 4G?"""
        return self.text.endswith((" or ", "i.e. ", "that is "), 0, number.start)

    def _does(self, after: list[Token]) -> bool:
        """Is it said right after a number, or after its aside, what those do whom it counts?"""
        for token in after[:9]:
            if "does" in token.cues:
                return True
            if token.kind == "number" and not self._aside(token):
                return False
        return False

    def _which(self, last: Token, after: list[Token]) -> bool:
        """Does "of which" follow a number that it tells of: 211 million (16%), of which were …?"""
        which = next((t for t in after[:2] if not t.mark(",")), None)
        if which is None or which.text not in _WHICH or which is after[-1]:
            return False
        if after[0].mark(",") and last.end >= which.start - 4:
            return False
        self.used = which
        subject = self.context.subject
        self.context.parent = subject.expression if subject else None
        return True
