"""English: what a text goes back to after a part of it was told beside it.

The number of telephone subscribers, including 287 million on fixed lines, came to 1.24 billion;
96 percent of them used mobile phones. The number of users rose by 20 million.
"""

from __future__ import annotations

import re

from bluebook.collect.bulletins.clause.context import Context, Subject
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.subjects import Subjects
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.onesentence import OneSentence
from bluebook.collect.bulletins.english.parts import DOES
from bluebook.collect.bulletins.text.hints import ENGLISH
from bluebook.language.expression import Call, Name

_INSIDE = re.compile(
    r"(?:,|\(| -) (?:including|included|of which|of whom|of them|among them|among which|with|comprising)(?: (?:[a-z-]+ ){0,3})$|"
    r"(?:,|\(| -) (?:including|comprising|with) $"
)
# One of which _INSIDE holds.
_PARTS = ENGLISH.group(
    *(f"{mark} {word}" for mark in (",", "(", " -")
      for word in ("includ", "of which", "of whom", "of them", "among them", "among which", "with", "comprising"))
)  # fmt: skip


class Returning(OneSentence):
    """Tells what the numbers of one sentence leave to be spoken of."""

    def __init__(self, row: Row, subjects: Subjects, context: Context) -> None:
        super().__init__(row, subjects, context)
        self.may = _PARTS in row.sought and any(
            "," in t.text or "(" in t.text for t in row.tokens if t.kind == "mark"
        )
        self.doing = False

    def inserted(self, number: Token) -> Subject | None:
        """What a sentence is about that tells a part between commas before it tells the whole."""
        if not self.may or not _INSIDE.search(self.text, 0, number.start):
            return None
        tokens, n = self.row.tokens, self.row.first(number.start)
        before, after = tokens[:n], tokens[n + 1 :]
        if any(t.kind == "number" for t in before):
            return None
        closes = next((i for i, t in enumerate(after) if t.kind in ("mark", "number")), -1)
        goes_on = (
            after[closes + 1 : closes + 2] if closes >= 0 and after[closes].mark(",)-") else []
        )
        if not goes_on or not goes_on[0].cue("reach", "level", "up", "down"):
            return None
        if goes_on[0].start - after[closes].end > 1 or goes_on[0].text.endswith("ing"):
            return None
        name = next((t for t in before if t.kind == "name"), None)
        return self.subjects.named(name) if name is not None else None

    def told(self, found: Lead) -> None:
        """A number has been told: was it of a part that is named by what it does?"""
        self.doing = found.described is not None and found.described.cues >= DOES

    @property
    def whole(self) -> Subject | None:
        """The whole of which the last number was the share of such a part."""
        match self.context.inner:
            case Call("share", _, (("of", Name() as whole),)) if self.doing:
                return Subject(whole, "the whole")
        return None

    def ends(self) -> None:
        """A sentence is over: what it told shares of is what it was about."""
        self.context.subject = self.whole or self.context.subject
