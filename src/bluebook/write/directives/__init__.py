"""The directives of a chapter: one file each, found by their `DIRECTIVES`."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from bluebook.errors import BluebookError
from bluebook.write.directive import Definition


@cache
def directives() -> dict[str, Definition]:
    """All directives by name."""
    modules = (import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__))
    return {found.name: found for module in modules for found in module.DIRECTIVES}


def directive(name: str) -> Definition:
    """The directive of this name; BluebookError lists the known ones."""
    try:
        return directives()[name]
    except KeyError:
        known = ", ".join(f"{{{n}}}" for n in sorted(directives()))
        raise BluebookError(
            f"unknown directive {{{name}}}", f"the directives are: {known}"
        ) from None
