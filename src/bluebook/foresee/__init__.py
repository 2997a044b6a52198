"""What comes next: projections that carry their backtest, and plan targets with their progress.

`outlook.toml` of an edition names the series:

    [series.revenue]
    name = {zh = "电信业务收入", en = "Telecom revenue"}
    expression = "telecom_revenue"
    territory = "CN"
    until = "2020-12"     # the last month used; later figures are shown as what came
    horizon = 12          # months ahead
    model = "theta"       # theta | ets | ces | naive
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from bluebook.errors import BluebookError
from bluebook.foresee.outlook import Outlook as Outlook
from bluebook.language.expression import parse
from bluebook.language.meaning import Query, dimension
from bluebook.model.period import Period

if TYPE_CHECKING:
    from bluebook.comb.account import Account
    from bluebook.edition import Edition

MODELS = ("theta", "ets", "ces", "naive")


class Series(msgspec.Struct, forbid_unknown_fields=True):
    """One [series.NAME] of outlook.toml."""

    expression: str
    name: dict[str, str] = {}
    territory: str = ""
    until: str = ""
    horizon: int = 12
    model: str = "theta"


class Plan(msgspec.Struct, forbid_unknown_fields=True):
    """outlook.toml."""

    series: dict[str, Series] = {}


def foresee(edition: Edition, account: Account) -> Outlook:
    """The outlook of an edition; BluebookError names file and line of a wrong series."""
    from bluebook.files import line_of, read_toml
    from bluebook.foresee.forecast import project
    from bluebook.foresee.targets import progress

    path = edition.folder / "outlook.toml"
    plan = read_toml(path, Plan) if path.is_file() else Plan()
    found = {}
    for name, series in plan.series.items():
        try:
            if series.model not in MODELS:
                raise BluebookError(
                    f"unknown model {series.model!r}", f"one of {', '.join(MODELS)}"
                )
            if not 1 <= series.horizon <= 36:
                raise BluebookError(f"horizon of {series.horizon} months", "from 1 to 36 months")
            expression = parse(series.expression)
            dimension(expression, account.catalogue)
            territory = series.territory or edition.book.territory
            account.catalogue.territory(territory)
            until = Period.parse(series.until or edition.book.period).at_end
        except BluebookError as error:
            raise error.at(file=path, line=line_of(path, f"[series.{name}]")) from None
        names = series.name or dict.fromkeys(edition.book.languages, series.expression)
        asked = Query(expression, territory, until)
        found[name] = project(account, asked, names, series.horizon, series.model)
    return Outlook(found, progress(edition, account))
