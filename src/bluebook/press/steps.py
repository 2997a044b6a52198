"""The steps of an edition in the order of the data, each remembered between runs."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from bluebook.edition import Edition
from bluebook.press.memory import Memory, Result, code, digest

if TYPE_CHECKING:
    from bluebook.comb.account import Account
    from bluebook.comb.decide import Decision
    from bluebook.comb.reconcile.impute import Request
    from bluebook.foresee.outlook import Outlook
    from bluebook.model.catalogue import Catalogue
    from bluebook.model.claim import Claim


class Steps:
    """Catalogue, claims, account and outlook of an edition; each is made when it is asked for."""

    def __init__(
        self, edition: str | Path | Edition, *, note: Callable[[str], None] = lambda s: None
    ) -> None:
        self.edition = edition if isinstance(edition, Edition) else Edition(edition)
        self.workshop = self.edition.folder / ".bluebook"
        self.memory = Memory(self.workshop / "memory", note)
        self._digests: dict[tuple[str, ...], str] = {}
        self.helped: Callable[[], bool] = lambda: False  # is a second process at work?

    # What the steps depend on ---------------------------------------------------------------

    def digest_of(self, *patterns: str) -> str:
        """A digest of the names and contents of files of the edition, read once a build."""
        if patterns not in self._digests:
            self._digests[patterns] = self._digest(patterns)
        return self._digests[patterns]

    def _digest(self, patterns: tuple[str, ...]) -> str:
        parts: list[bytes | str] = []
        for pattern in patterns:
            for path in sorted(self.edition.folder.glob(pattern)):
                if path.is_file():
                    parts += [str(path.relative_to(self.edition.folder)), path.read_bytes()]
        return digest(*parts)

    @cached_property
    def _catalogue(self) -> Result[Catalogue]:
        from bluebook.model.catalogue import Catalogue

        result: Result[Catalogue] = self.memory.recall(
            "catalogue",
            [self.digest_of("catalogue/*.yaml"), ",".join(self.edition.book.catalogue)],
            lambda: self.edition.catalogue,
            Catalogue,
        )
        self.edition.__dict__["catalogue"] = result.value
        return result

    # Claims, facts, outlook -----------------------------------------------------------------

    @cached_property
    def _claims(self) -> list[Result[list[Claim]]]:
        """The claims of each source, and of targets.toml."""
        from bluebook.collect import collect_source, files
        from bluebook.collect.targets import collect_targets
        from bluebook.model.claim import Claim

        catalogue = self._catalogue.digest
        sources = self.digest_of("sources/sources.toml")
        head = [self.digest_of("edition.toml"), catalogue, sources]
        results: list[Result[list[Claim]]] = []
        for name in self.edition.sources:
            paths = files(self.edition, name)
            if paths:
                content = digest(*(p.read_bytes() for p in paths))
                results.append(
                    self.memory.recall(
                        f"collect {name}", [name, *head, content],
                        partial(collect_source, self.edition, name), list[Claim],
                    )
                )  # fmt: skip
        results.append(
            self.memory.recall(
                "collect targets", ["targets", *head, self.digest_of("targets.toml")],
                lambda: collect_targets(self.edition), list[Claim],
            )
        )  # fmt: skip
        return results

    def claims(self) -> list[Claim]:
        """All claims of the edition, in the order of sources.toml."""
        return [claim for result in self._claims for claim in result.value]

    @property
    def _comb_inputs(self) -> list[str]:
        return [
            self._catalogue.digest,
            *(r.digest for r in self._claims),
            self.digest_of("sources/sources.toml", "decisions.toml", "imputations.toml"),
            self.edition.configuration.combing.values,
        ]

    @cached_property
    def decisions(self) -> list[Decision]:
        """What a statistician decided on disagreements (decisions.toml)."""
        from bluebook.comb.decide import read_decisions

        return read_decisions(self.edition.folder / "decisions.toml")

    @cached_property
    def imputations(self) -> list[Request]:
        """Figures that are to be filled in between known ones (imputations.toml)."""
        from bluebook.comb.reconcile.impute import read_requests

        return read_requests(self.edition.folder / "imputations.toml")

    @property
    def comb_key(self) -> str:
        """What the account is made of, the code included."""
        return digest(code(), *self._comb_inputs)

    def combed(self) -> bool:
        """Is the account of these claims in the memory?"""
        return self.memory.known("comb", self._comb_inputs)

    @cached_property
    def _account(self) -> Result[Account]:
        from bluebook.comb import comb
        from bluebook.comb.account import Account

        return self.memory.recall(
            "comb",
            self._comb_inputs,
            lambda: comb(
                self.claims(),
                self.edition.catalogue,
                self.edition.sources,
                self.decisions,
                self.imputations,
                self.edition.configuration.combing.values,
            ),
            Account,
        )

    @property
    def account_digest(self) -> str:
        return self._account.digest

    def account(self) -> Account:
        """The account of the edition: facts, bounds, disagreements."""
        return self._account.value

    @cached_property
    def _outlook(self) -> Result[Outlook]:
        from bluebook.foresee import Outlook, foresee
        from bluebook.press.worker import wait

        inputs = [self._account.digest, self.digest_of("outlook.toml", "targets.toml")]
        wait(lambda: self.memory.known("outlook", inputs), self.helped)
        return self.memory.recall(
            "outlook", inputs, lambda: foresee(self.edition, self.account()), Outlook
        )

    @property
    def outlook_digest(self) -> str:
        return self._outlook.digest

    def outlook(self) -> Outlook:
        """Projections with their backtests, and plan targets with their progress."""
        return self._outlook.value
