"""Bulletins: prose becomes claims.

claims = read(text, catalogue=catalogue, language="zh", territory="CN", period="2020", source="mb")
"""

from __future__ import annotations

from bluebook.collect.bulletins.reader import Reader, read

__all__ = ["Reader", "read"]
