"""The desk a chapter is written at: what may be asked, and what has been written so far."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any

import msgspec

from bluebook.comb.account import Account
from bluebook.edition import Edition, Source
from bluebook.errors import BluebookError
from bluebook.foresee.outlook import Outlook
from bluebook.language.expression import parse
from bluebook.language.meaning import Query, is_stock, query, split_query
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim
from bluebook.model.fact import Fact
from bluebook.model.period import Period
from bluebook.write import document as d
from bluebook.write import lint
from bluebook.write.numbers import AS_IS, Known, Printer, Style
from bluebook.write.words import WORDS

LABEL = re.compile(r"[\w.-]{1,200}")

Svg = Callable[[dict[str, Any]], str]


class Wanted(msgspec.Struct, frozen=True):
    """A label that was referred to, and the line."""

    label: str
    line: int


class Draft(msgspec.Struct, frozen=True):
    """A chapter before cross references and numbers of sources are known."""

    file: str
    chapter: d.Chapter
    figures: tuple[d.Figure, ...]
    labels: dict[str, str]
    lines: dict[str, int]
    wanted: tuple[Wanted, ...]
    cited: tuple[str, ...]
    behind: tuple[str, ...]  # sources of the figures' origins, cited or not
    warnings: tuple[str, ...]


class Desk:
    """All a directive or role may use. One desk a chapter; nothing on it outlives the chapter."""

    def __init__(
        self,
        edition: Edition,
        account: Account,
        outlook: Outlook,
        language: str,
        *,
        file: str,
        slug: str,
        number: int,
        svg: Svg,
    ) -> None:
        self.edition, self.account, self.outlook = edition, account, outlook
        self.language, self.file, self.slug, self.number = language, file, slug, number
        self.svg = svg
        self.words = WORDS[language]
        self.printer = Printer(account.catalogue, language)
        self.territory, self.period = edition.book.territory, edition.book.period
        self.place = slug
        self.figures: list[d.Figure] = []
        self.labels: dict[str, str] = {}
        self.lines: dict[str, int] = {}
        self.wanted: list[Wanted] = []
        self.cited: dict[str, None] = {}
        self.behind: set[str] = set()
        self.warnings: list[str] = []
        self._counts: dict[str, int] = {}
        self._stated: dict[tuple[str, str, str, str], Known] = {}

    @cached_property
    def names_with_digits(self) -> re.Pattern[str]:
        return lint.names_with_digits(self.catalogue, self.language)

    # Asking --------------------------------------------------------------------------------

    @property
    def catalogue(self) -> Catalogue:
        return self.account.catalogue

    @property
    def sources(self) -> Mapping[str, Source]:
        return self.edition.sources

    def query(self, text: str, territory: str = "", period: str = "") -> Query:
        """`EXPR@TERRITORY,PERIOD` with the chapter's defaults."""
        return query(text, self.catalogue, territory or self.territory, period or self.period)

    def split(self, text: str) -> tuple[str, str, str]:
        """The same in its parts, with the chapter's defaults filled in."""
        expression, territory, period = split_query(text)
        return expression, territory or self.territory, period or self.period

    def ask(self, text: str, territory: str = "", period: str = "") -> Fact | None:
        return self.account.ask(self.query(text, territory, period))

    def need(self, text: str) -> Fact:
        return self.account.need(self.query(text))

    def is_stock(self, expression: str) -> bool:
        return is_stock(parse(expression), self.catalogue)

    def known(self, fact: Fact) -> Known:
        """How sources print this very figure: their finest half unit, or that they bound it."""
        key = (fact.expression, fact.territory, fact.period, fact.status)
        if key not in self._stated:
            self._stated[key] = self._known(fact)
        return self._stated[key]

    def _known(self, fact: Fact) -> Known:
        at = Period.parse(fact.period).last
        own = [
            claim
            for claim in map(self.account.claims.get, fact.claims)
            if claim is not None
            and claim.expression == fact.expression
            and claim.territory == fact.territory
            and Period.parse(claim.period).last == at
        ]
        exact = [c for c in own if c.bound in ("", "about")]
        if exact:
            best = min(exact, key=lambda c: (c.half_width, abs(c.value - fact.value)))
            return Known(best.half_width, best.bound, value=best.value)
        bounds = [c for c in own if c.bound]
        if bounds:
            return Known(min(c.half_width for c in bounds), bounds[0].bound)
        return Known()

    # Names ---------------------------------------------------------------------------------

    def name(self, code: str) -> str:
        """The name of an indicator or a territory in the chapter's language."""
        catalogue = self.catalogue
        found = catalogue.indicators.get(code) or catalogue.territories.get(code)
        if found is None:
            catalogue.indicator(code) if code.islower() else catalogue.territory(code)
            raise AssertionError(code)
        return self.translated(found.name, code)

    def translated(self, names: Mapping[str, str], code: str) -> str:
        """The chapter's language of a name; another (with a warning) where it is missing."""
        if self.language in names:
            return names[self.language]
        self.warn(f"{code} has no name in {self.language!r}", None)
        return next(iter(names.values()), code)

    # Writing -------------------------------------------------------------------------------

    def put(self, fact: Fact, style: Style = AS_IS, known: Known | None = None) -> d.Printed:
        """Print a fact here; it becomes a figure of the book. An imputed one carries a mark."""
        text = self.printer.print(fact, style, self.known(fact) if known is None else known)
        return self.figure(text + self.words["imputed"] if fact.method else text, fact)

    def figure(self, text: str, fact: Fact) -> d.Printed:
        """Register a printed text as a figure."""
        if not fact.claims:
            raise BluebookError(
                f"{fact.expression}@{fact.territory},{fact.period} has no origin",
                "a figure is printed only where a source backs it; add the source",
            )
        number = len(self.figures) + 1
        made = d.Figure(
            id=f"{self.language}.{self.slug}.{number}",
            place=self.place,
            text=text,
            expression=fact.expression,
            territory=fact.territory,
            period=fact.period,
            value=float(fact.value),
            lower=float(fact.lower),
            upper=float(fact.upper),
            unit=fact.unit,
            status=fact.status,
            origins=fact.claims,
        )
        self.figures.append(made)
        known = map(self.account.claims.get, fact.claims)
        self.behind.update(c.source for c in known if c and c.source in self.sources)
        return d.Printed(text, made.id)

    def claimed(self, claim: Claim, style: Style = AS_IS) -> d.Printed:
        """Print what one source says, whether or not the account believes it."""
        low, high = claim.interval
        fact = Fact(
            expression=claim.expression or claim.subject,
            territory=claim.territory,
            period=claim.period,
            value=claim.value,
            lower=low,
            upper=high,
            unit=claim.unit,
            status="D",
            claims=(claim.id,),
        )
        return self.put(fact, style, Known(claim.half_width, claim.bound))

    def cite(self, source: str) -> d.Cite:
        """A citation; its number is filled in when the whole book is known."""
        if source not in self.sources:
            import difflib

            near = difflib.get_close_matches(source, list(self.sources), 3)
            raise BluebookError(
                f"unknown source {source!r}",
                f"did you mean {', '.join(near)}?" if near else "cite it in sources/sources.toml",
            )
        self.cited.setdefault(source)
        return d.Cite(source, 0)

    def cites(self, facts: Iterable[Fact]) -> tuple[d.Cite, ...]:
        """The sources behind facts, in order of appearance."""
        found: dict[str, None] = {}
        for fact in facts:
            for claim in map(self.account.claims.get, fact.claims):
                if claim is not None and claim.source in self.sources:
                    found.setdefault(claim.source)
        return tuple(self.cite(source) for source in found)

    def refer(self, label: str, line: int) -> d.Refer:
        self.wanted.append(Wanted(label, line))
        return d.Refer("", label)

    def count(self, what: str) -> int:
        """The next number of this kind in the chapter."""
        self._counts[what] = self._counts.get(what, 0) + 1
        return self._counts[what]

    def label(self, label: str, text: str, line: int) -> str:
        """Enter a label that cross references may name."""
        if not LABEL.fullmatch(label):
            raise BluebookError(
                f"{label!r} is not a label", "write letters, digits, - and _, such as tab-revenue",
                file=self.file, line=line,
            )  # fmt: skip
        if label in self.labels:
            raise BluebookError(
                f"the label {label!r} stands twice", "give each its own", file=self.file, line=line
            )
        self.labels[label], self.lines[label] = text, line
        return label

    def numbered(self, kind: str, label: str, line: int) -> tuple[str, str]:
        """Label and number of the next table or figure; sets the place of its figures."""
        n = self.count(kind)
        number = f"{self.number}-{n}" if self.number else str(n)
        self.place = f"{self.slug}/{kind}-{number}"
        label = label or f"{kind}-{self.slug}-{n}"
        said = number if self.language == "zh" else number.replace("-", ".")
        return self.label(label, self.words[kind].format(n=said), line), said

    def warn(self, text: str, line: int | None) -> None:
        place = self.file if line is None else f"{self.file}:{line}"
        message = f"{place}: {text}"
        if message not in self.warnings:
            self.warnings.append(message)
