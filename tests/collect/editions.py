"""Small editions made on the fly: a catalogue, one source, and the files a test puts in."""

from collections.abc import Mapping
from pathlib import Path

from bluebook.edition import Edition

CATALOGUE = """
units:
  reais: {dimension: BRL, name: {en: reais}, terms: {en: {"R$": 1}}}
indicators:
  revenue: {name: {zh: 业务收入, en: Revenue}, unit: CNY, kind: flow}
  subs: {name: {zh: 用户, en: Subscribers}, unit: subscribers, kind: stock}
  score: {name: {zh: 得分, en: Score}, unit: index, kind: average}
  fee: {name: {en: Fee}, unit: reais, kind: flow}
  dou: {name: {en: DOU}, unit: GB_per_user_month, kind: average}
"""
BOOK = """
[edition]
title = {en = "Test"}
publisher = {en = "Test"}
territory = "CN"
period = "2020"
languages = ["en"]
issued = 2021-01-01
catalogue = []
"""
SOURCE = """
[s]
title = {en = "Source"}
publisher = {en = "Office"}
date = 2021-01-22

[other]
title = {en = "Other"}
publisher = {en = "Office"}
date = 2020-06-30
"""
HEAD = "expression,territory,period,value,unit\n"


def edition(
    root: Path, mapping: str, files: Mapping[str, str | bytes], catalogue: str = CATALOGUE
) -> Edition:
    """An edition whose source `s` has one table with this mapping (TOML)."""
    tables = root / "sources" / "tables"
    tables.mkdir(parents=True)
    (root / "catalogue").mkdir()
    (root / "edition.toml").write_text(BOOK, "utf-8")
    (root / "catalogue" / "own.yaml").write_text(catalogue, "utf-8")
    head, other = SOURCE.split("\n\n")
    text = f"{head}\n\n[[s.tables]]\n{mapping}\n\n{other}"
    (root / "sources" / "sources.toml").write_text(text, "utf-8")
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (tables / name).write_bytes(data)
    return Edition(root)
