"""The press: what may be asked of an edition, and its book.

press = Press("guangdong-2020")
press.claims(); press.comb(); press.facts("yoy(telecom_revenue)@CN"); press.build()
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bluebook.edition import ROOMS, Edition
from bluebook.errors import BluebookError
from bluebook.press import stamp
from bluebook.press.memory import Result
from bluebook.press.shelf import Shelf, alone
from bluebook.press.steps import Steps

if TYPE_CHECKING:
    from bluebook.collect.propose import Entry
    from bluebook.comb.account import Account, Disagreement
    from bluebook.comb.binding import Bind
    from bluebook.comb.breaks import Link, ProposedBreak
    from bluebook.comb.rules.diagnosis import Diagnosis
    from bluebook.comb.rules.outliers import Outlier
    from bluebook.comb.vintage import Bias, Revision
    from bluebook.model.fact import Fact
    from bluebook.write.document import Book

MANY = 4  # chapters to write before a second process is worth its start


def build(
    edition: str | Path, to: str | Path | None = None, note: Callable[[str], None] = lambda s: None
) -> dict[str, Any]:
    """Build an edition's book; where nothing was touched since the last build, say so at once.

    Returns `book` (the folder), `files`, `figures` (printed numbers), `warnings`, `made` (steps).
    """
    folder = Edition(edition).folder
    workshop = folder / ".bluebook"
    target = _target(folder, to)
    now = stamp.state(folder)
    last = stamp.unchanged(workshop, target, now)
    if last is not None and Shelf(workshop, target).whole():
        return last | {"made": []}
    return Press(edition, note=note).build(to)


def _target(folder: Path, to: str | Path | None) -> Path:
    """Where the book is put: not among what it is made of."""
    target = Path(to).absolute() if to else folder / "book"
    inside = target.parent.resolve() / target.name
    if inside.is_relative_to(folder) and set(inside.relative_to(folder).parts[:1]) & set(ROOMS):
        raise BluebookError(
            f"{target} is among the edition's own files", "build --to a folder of its own"
        )
    return target


class Press(Steps):
    """An edition at work: what may be asked of it, and its book."""

    # Questions -------------------------------------------------------------------------------

    def uncited(self) -> list[Path]:
        """Files below sources/ that no entry of sources.toml names."""
        from bluebook.collect.propose import uncited

        return uncited(self.edition)

    def propose(self, files: Sequence[str | Path] = ()) -> list[Entry]:
        """Entries of sources.toml for files; by default for all that no entry names or reads."""
        from bluebook.collect.propose import propose

        return propose(self.edition, files)

    def check(self, as_of: str = "") -> list[Disagreement]:
        """Disagreements among the claims, or among those made by an ISO date."""
        return list(self.stood(as_of).disagreements)

    def report(self, as_of: str = "") -> str:
        """The disagreements as a page that a statistician works from."""
        from datetime import date as day

        from bluebook.comb.report import html

        language = self.edition.book.languages[0]
        return html(
            self.stood(as_of), self.edition.sources, language, day.today().isoformat(),
            decisions=self.decisions, outliers=self.outliers(), rules=self.diagnose(),
        )  # fmt: skip

    def diagnose(self) -> list[Diagnosis]:
        """The catalogue's rules against one another and against the facts."""
        from bluebook.comb.rules.diagnosis import diagnose

        return diagnose(self.account())

    def breaks(self, as_of: str = "") -> list[Link | ProposedBreak]:
        """The links across declared breaks, then the breaks that the figures suggest."""
        from bluebook.comb.breaks import links, proposals

        account = self.stood(as_of)
        return [*links(account), *proposals(account)]

    def revisions(self, as_of: str = "") -> list[Revision | Bias]:
        """Figures revised since they were first printed, then the test of first prints."""
        from bluebook.comb.vintage import bias, revisions_of

        found = revisions_of(self.stood(as_of), self.edition.sources)
        return [*found, *bias(found)]

    def outliers(self) -> list[Outlier]:
        """Growth that stands out among territories of one level."""
        from bluebook.comb.rules.outliers import outliers

        return outliers(self.account())

    def comb(self) -> list[Fact]:
        """All facts: levels, and other expressions that some claim states."""
        account = self.account()
        return [*account.levels.values(), *account.stated.values(), *account.targets.values()]

    def facts(self, *queries: str, as_of: str = "") -> list[Fact]:
        """Facts of the queries `EXPR@TERRITORY,PERIOD`; all facts where none is given.

        A query without a period gives every period known of it. `as_of`, an ISO date, gives the
        account as it stood then, from what had been said by that day.
        """
        from bluebook.press.ask import ask

        account = self.stood(as_of)
        if queries:
            return ask(account, self.edition, queries)
        return [*account.levels.values(), *account.stated.values(), *account.targets.values()]

    def binding(self, facts: Sequence[Fact], as_of: str = "") -> list[Bind]:
        """The claims that bind the levels behind facts."""
        from bluebook.comb.binding import bind
        from bluebook.comb.decide import named
        from bluebook.language.expression import parse
        from bluebook.language.meaning import Query
        from bluebook.model.period import Period

        asked = [Query(parse(f.expression), f.territory, Period.parse(f.period)) for f in facts]
        rejected = named(self.decisions, "reject")
        return bind(self.stood(as_of), self.edition.sources, asked, rejected)

    def stood(self, date: str = "") -> Account:
        """The account of the claims made by a date; of all claims without one."""
        from datetime import date as day

        from bluebook.comb import comb
        from bluebook.comb.vintage import as_of

        if not date:
            return self.account()
        try:
            day.fromisoformat(date)
        except ValueError:
            raise BluebookError(f"{date!r} is not a date", "write 2021-05-17") from None
        sources = self.edition.sources
        heard = as_of(self.claims(), date, sources)
        method = self.edition.configuration.combing.values
        return comb(heard, self.edition.catalogue, sources, self.decisions, method=method)

    # The book -------------------------------------------------------------------------------

    def _stale(self) -> list[str]:
        """Decisions that name claims which are no longer there."""
        from bluebook.comb.decide import stale

        return [
            f"decisions.toml: the decision on {', '.join(one.claims)} names a claim that is gone"
            for one in stale(self.decisions, self.account().claims)
        ]

    def book(self, language: str) -> Result[Book]:
        """The document tree of one language."""
        from bluebook.press.chapters import book

        return book(self, language)

    def trace(self, ref: str) -> dict[str, Any]:
        """The tree of a printed figure's id or of a query."""
        from bluebook.press.ask import trace

        return trace(self, ref)

    def build(self, to: str | Path | None = None) -> dict[str, Any]:
        """Make the book and put it in place in one step; returns the summary (see `build`)."""
        from bluebook.press.chapters import missing
        from bluebook.press.outputs import outputs
        from bluebook.press.worker import hands

        folder = self.edition.folder
        target = _target(folder, to)
        shelf = Shelf(self.workshop, target)
        with alone(self.workshop):
            shelf.check()
            now = stamp.state(folder)
            large = not self.combed() or missing(self) > MANY
            with hands(folder, self.comb_key if large else None) as self.helped:
                books, files = outputs(self)
            shelf.put(files)
            summary: dict[str, Any] = {
                "book": str(target),
                "files": len(files),
                "figures": sum(len(b.value.figures) for b in books.values()),
                "warnings": [w for b in books.values() for w in b.value.warnings] + self._stale(),
            }
            stamp.leave(self.workshop, target, now, summary)
            self.memory.forget()
        return summary | {"made": self.memory.made}
