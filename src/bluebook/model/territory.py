"""Territories: ISO 3166 codes and an edition's own, each in at most one larger one."""

from __future__ import annotations

import msgspec


class Territory(msgspec.Struct, frozen=True):
    """A place that statistics are about.

    `parent` is the code of the larger territory that its parts add up to, or "".
    """

    code: str
    name: dict[str, str]
    parent: str = ""
    synonyms: dict[str, list[str]] = {}
    level: str = ""  # country | region | province | city | … : what `among=` and `over=` name
