"""The roles of a chapter, one small function each: {n} {g} {cite} {ref} {lit} {name}."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from bluebook.errors import BluebookError
from bluebook.language.meaning import query
from bluebook.write import document as d
from bluebook.write.numbers import read_style
from bluebook.write.phrases import said
from bluebook.write.words import lower_first

if TYPE_CHECKING:
    from bluebook.write.desk import Desk

Role = Callable[["Desk", str, int], Sequence[d.Inline]]


def _parts(content: str) -> tuple[str, str]:
    """`EXPR | options`; the bar may be escaped for a table."""
    expression, _, options = content.replace("\\|", "|").partition("|")
    return expression.strip(), options.strip()


def number(desk: Desk, content: str, line: int) -> Sequence[d.Inline]:
    """{n}`EXPR@T,P | options`: the number with its unit."""
    expression, options = _parts(content)
    style = read_style(options)
    return [desk.put(desk.need(expression), style)]


def growth(desk: Desk, content: str, line: int) -> Sequence[d.Inline]:
    """{g}`EXPR@T,P | options`: the number in the words of its operator."""
    expression, options = _parts(content)
    asked = query(expression, desk.catalogue, desk.territory, desk.period)
    return said(desk, asked, desk.account.need(asked), read_style(options))


def cite(desk: Desk, content: str, line: int) -> Sequence[d.Inline]:
    """{cite}`id` or {cite}`id, id`: numbers of sources."""
    return [desk.cite(part.strip()) for part in content.split(",")]


def refer(desk: Desk, content: str, line: int) -> Sequence[d.Inline]:
    """{ref}`label`: a cross reference."""
    return [desk.refer(content, line)]


def literal(desk: Desk, content: str, line: int) -> Sequence[d.Inline]:
    """{lit}`text`: digits that are no statistic."""
    return [d.Text(content)]


def name(desk: Desk, content: str, line: int) -> Sequence[d.Inline]:
    """{name}`CODE` or {name}`CODE | lower`: the name of an indicator or territory."""
    code, option = _parts(content)
    if option not in ("", "lower"):
        raise BluebookError(f"unknown option {option!r}", "the option of {name} is: lower")
    found = desk.name(code)
    return [d.Text(lower_first(found) if option else found)]


ROLES: dict[str, Role] = {
    "n": number, "g": growth, "cite": cite, "ref": refer, "lit": literal, "name": name,
}  # fmt: skip


def role(name: str) -> Role:
    """The role of this name; BluebookError lists the known ones."""
    try:
        return ROLES[name]
    except KeyError:
        known = ", ".join(f"{{{r}}}" for r in ROLES)
        raise BluebookError(f"unknown role {{{name}}}", f"the roles are: {known}") from None
