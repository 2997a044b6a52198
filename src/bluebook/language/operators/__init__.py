"""The operators of the language: one file each, found by their `OPERATOR`.

An operator says how it expands into arithmetic, what unit it gives, and how it is said and
read in Chinese and English. Everything else about it is derived (see `language.arithmetic`).
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from bluebook.errors import BluebookError
from bluebook.language.operators.base import Expander, Operator, Phrase

__all__ = ["Expander", "Operator", "Phrase", "operator", "operators"]


@cache
def operators() -> dict[str, Operator]:
    """All operators by name."""
    found: list[Operator] = [
        import_module(f"{__name__}.{module.name}").OPERATOR
        for module in pkgutil.iter_modules(__path__)
        if module.name != "base"
    ]
    return {operator.name: operator for operator in found}


def operator(name: str) -> Operator:
    """The operator of this name; BluebookError lists the known ones."""
    try:
        return operators()[name]
    except KeyError:
        known = ", ".join(sorted(operators()))
        raise BluebookError(f"unknown operator {name!r}", f"the operators are: {known}") from None
