"""Ways to break an edition: a name, what is done to a good one, the file that the error names.

A case is (name, break it, words that the error must hold). The good edition is the template of
`bluebook new` with one workbook more.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from bluebook.press.template import TEMPLATE

Break = Callable[[Path], None]


def put(path: str, content: str | bytes | Callable[[], bytes]) -> Break:
    def do(root: Path) -> None:
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        data = content() if callable(content) else content
        target.write_bytes(data.encode() if isinstance(data, str) else data)

    return do


def swap(path: str, old: str, new: str) -> Break:
    def do(root: Path) -> None:
        target = root / path
        text = target.read_text("utf-8")
        assert old in text, (path, old)
        target.write_text(text.replace(old, new, 1), "utf-8")

    return do


def add(path: str, text: str) -> Break:
    def do(root: Path) -> None:
        target = root / path
        before = target.read_text("utf-8") if target.exists() else ""
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(before + text, "utf-8")

    return do


def drop(path: str) -> Break:
    return lambda root: (root / path).unlink()


def both(*breaks: Break) -> Break:
    def do(root: Path) -> None:
        for one in breaks:
            one(root)

    return do


def sheet(rows: list[list[object]], **formulas: str) -> Callable[[], bytes]:
    return lambda: _sheet(rows, formulas)


def _sheet(rows: list[list[object]], formulas: dict[str, str]) -> bytes:
    """A workbook; `formulas` maps cells to formulas without a cached value."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "Data"
    for row in rows:
        page.append(row)
    for cell, formula in formulas.items():
        page[cell] = formula
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def bomb() -> bytes:
    """A small xlsx that unpacks to very much."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", "<Types/>")
        z.writestr("xl/workbook.xml", "<workbook/>")
        z.writestr("xl/worksheets/sheet1.xml", b"0" * 600_000_000)
    return out.getvalue()


E_, S, T, D = (
    "edition.toml",
    "sources/sources.toml",
    "sources/tables/figures.csv",
    "chapters/zh/01-year.md",
)
C = "catalogue/own.yaml"
HEAD = "expression,territory,period,value,unit\n"
MAPPED = """
[book]
title = {zh = "表", en = "Table"}
publisher = {zh = "局", en = "Office"}
date = 2021-01-01
"""


def row(text: str) -> Break:
    return put(T, HEAD + text + "\n")


AT = len((TEMPLATE / D).read_text("utf-8").splitlines()) + 2  # the line that a chapter goes on at


def chapter(text: str) -> Break:
    return add(D, "\n" + text + "\n")


CASES: list[tuple[str, Break, list[str]]] = [
    # the folder and edition.toml
    ("no edition.toml", drop(E_), ["edition.toml", "bluebook new"]),
    ("TOML broken", swap(E_, "[edition]", "[edition"), [E_, ":2"]),
    ("TOML with a key twice", add(E_, 'period = "2020"\n'), [E_, ":"]),
    ("unknown key", add(E_, 'colour = "red"\n'), [E_, "colour"]),
    ("missing key", swap(E_, 'territory = "CN"', ""), [E_, "territory"]),
    ("wrong type", swap(E_, 'period    = "2020"', "period = 2020"), [E_, "period"]),
    ("unknown language", swap(E_, '["zh", "en"]', '["zh", "fr"]'), [E_, "fr"]),
    ("title missing in a language", swap(E_, '{zh = "我的蓝皮书(2020)", en = "My Blue Book 2020"}',
                                         '{zh = "我的蓝皮书"}'), [E_, "title", "en"]),
    ("wrong date", swap(E_, "2021-05-17", "2021-13-17"), [E_, ":"]),
    ("unknown territory", swap(E_, 'territory = "CN"', 'territory = "QQ"'), ["QQ"]),
    ("wrong period", swap(E_, 'period    = "2020"', 'period = "20-20"'), ["20-20"]),
    ("unknown catalogue", add(E_, 'catalogue = ["fishery"]\n'), [E_, "fishery"]),
    ("edition.toml in GB18030", put(E_, '[edition]\ntitle = {zh = "蓝皮书"}'.encode("gb18030")),
     [E_, ":2", "UTF-8"]),
    ("values by no known method", add(E_, '\n[combing]\nvalues = "median"\n'), [E_, "median"]),
    ("edition.toml is huge", put(E_, b"#" * 21_000_000), [E_, "bytes"]),
    ("map outside the edition", add(E_, '\n[maps.p]\nfile = "../../../etc/passwd"\nkey = "id"\ncodes = {}\n'
                                    ) , ["outside"]),
    ("map file missing", both(add(E_, '\n[maps.p]\nfile = "b.json"\nkey = "id"\ncodes = {}\n'),
     chapter(":::{map} M\n:map: p\n:of: telecom_revenue\n:period: 2020\n:::")), ["b.json"]),
    # sources
    ("no sources.toml", drop(S), ["sources.toml"]),
    ("source without title", add(S, "\n[x]\ndate = 2020-01-01\n"), [S, "title"]),
    ("unknown reliability", swap(S, 'reliability = "repost"\ndigest', 'reliability = "rumour"\ndigest'), [S, "rumour"]),
    ("copy of nothing", swap(S, 'digest      =', 'copy_of = "none"\ndigest      ='), [S, "none"]),
    ("wrong source id", add(S, MAPPED.replace("[book]", '["a b"]')), [S, "a b"]),
    ("digest missing", drop("sources/digests/bulletin.md"), ["bulletin.md"]),
    ("digest outside", swap(S, "digests/bulletin.md", "../../../../etc/hostname"), ["outside"]),
    ("table missing", drop(T), ["figures.csv"]),
    ("table outside", swap(S, "tables/figures.csv", "../../../etc/passwd"), ["outside"]),
    ("unknown mapping key", swap(S, 'file = "tables/figures.csv"', 'file = "tables/figures.csv"\nhedaer = 1'), [S, "hedaer"]),
    ("table of unknown kind", both(swap(S, "figures.csv", "figures.doc"), put("sources/tables/figures.doc", b"x")), ["figures.doc"]),
    # the long form
    ("unknown indicator", row("telekom_revenue,CN,2020,1,亿元"), [T, ":2", "telecom_revenue"]),
    ("not an expression", row("income from (fishing,CN,2020,1,亿元"), [T, ":2"]),
    ("unknown operator", row("growth(telecom_revenue),CN,2020,1,%"), [T, ":2", "growth"]),
    ("unknown place", row("telecom_revenue,CN-QQ,2020,1,亿元"), [T, ":2", "CN-QQ"]),
    ("wrong period in a row", row("telecom_revenue,CN,2020-13,1,亿元"), [T, ":2", "2020-13"]),
    ("not a number", row("telecom_revenue,CN,2020,about a lot,亿元"), [T, ":2"]),
    ("unknown unit", row("telecom_revenue,CN,2020,1,parsecs"), [T, ":2", "parsecs"]),
    ("unit of another kind", row("telecom_revenue,CN,2020,1,万户"), [T, ":2", "CNY", "subscribers"]),
    ("percent for a level", row("telecom_revenue,CN,2020,1,%"), [T, ":2"]),
    ("level for a growth", row("yoy(telecom_revenue),CN,2020,1,亿元"), [T, ":2"]),
    ("a number of ten thousand digits", row("telecom_revenue,CN,2020," + "9" * 10_000 + ",亿元"), [T, ":2"]),
    ("a number beyond all", row("telecom_revenue,CN,2020,1e400,亿元"), [T, ":2"]),
    ("NaN", row("telecom_revenue,CN,2020,nan,亿元"), [T, ":2"]),
    ("unknown bound", put(T, "expression,territory,period,value,unit,bound\ntelecom_revenue,CN,2020,1,亿元,roughly\n"), [T, ":2", "roughly"]),
    ("unknown status", put(T, "expression,territory,period,value,unit,status\ntelecom_revenue,CN,2020,1,亿元,rumour\n"), [T, ":2", "rumour"]),
    ("unknown source in a row", put(T, "expression,territory,period,value,unit,source\ntelecom_revenue,CN,2020,1,亿元,nobody\n"), [T, ":2", "nobody"]),
    ("column missing", put(T, "expression,territory,value,unit\ntelecom_revenue,CN,1,亿元\n"), [T, "period"]),
    ("column twice", put(T, "expression,territory,period,value,value,unit\ntelecom_revenue,CN,2020,1,2,亿元\n"), [T, "value"]),
    ("CSV in GB18030", put(T, (HEAD + "telecom_revenue,CN,2020,1,亿元\n").encode("gb18030")), [T, "UTF-8"]),
    ("CSV in UTF-16", put(T, (HEAD + "telecom_revenue,CN,2020,1,亿元\n").encode("utf-16")), [T, "UTF-"]),
    ("CSV with NUL", put(T, HEAD.encode() + b"telecom_revenue,CN,2020,1\0,\n"), [T]),
    ("empty CSV", put(T, ""), [T]),
    ("ragged CSV", put(T, HEAD + "telecom_revenue,CN,2020,1,亿元,,,,,,,extra\n"), [T, ":2"]),
    # workbooks
    ("not a workbook", both(swap(S, "figures.csv", "f.xlsx"), put("sources/tables/f.xlsx", b"no zip")), ["f.xlsx"]),
    ("zip bomb", both(swap(S, "figures.csv", "f.xlsx"), put("sources/tables/f.xlsx", bomb)), ["f.xlsx"]),
    ("formula cell without a value", both(swap(S, "figures.csv", "f.xlsx"), put("sources/tables/f.xlsx", sheet(
        [["expression", "territory", "period", "value", "unit"], ["telecom_revenue", "CN", "2020", None, "亿元"]], D2="=1+1"))), ["f.xlsx", "D2"]),
    ("sheet missing", both(swap(S, 'file = "tables/figures.csv"', 'file = "tables/f.xlsx"\nsheet = "Nope"'),
        put("sources/tables/f.xlsx", sheet([["expression"]]))), ["f.xlsx", "Nope"]),
    ("mapping off by a row", both(swap(S, 'file = "tables/figures.csv"', 'file = "tables/f.xlsx"\nheader = 2'),
        put("sources/tables/f.xlsx", sheet([["expression", "territory", "period", "value", "unit"], ["telecom_revenue", "CN", "2020", "1", "亿元"]]))), ["f.xlsx", "telecom_revenue"]),
    # the catalogue
    ("YAML broken", put(C, "indicators: [\n"), [C, ":"]),
    ("YAML with an alias", put(C, "indicators: &a {}\nunits: *a\n"), [C, "alias"]),
    ("unknown section", put(C, "indicator: {}\n"), [C, "indicator"]),
    ("unknown key of an indicator", put(C, "indicators:\n  a: {name: {zh: 甲, en: a}, unit: CNY, kind: flow, colour: red}\n"), [C, ":2", "colour"]),
    ("indicator of an unknown unit", put(C, "indicators:\n  a: {name: {zh: 甲, en: a}, unit: dollars, kind: flow}\n"), [C, ":2", "dollars"]),
    ("indicator of an unknown kind", put(C, "indicators:\n  a: {name: {zh: 甲, en: a}, unit: CNY, kind: heap}\n"), [C, ":2", "heap"]),
    ("formula in a circle", put(C, "indicators:\n  a: {name: {zh: 甲, en: a}, unit: CNY, kind: flow, formula: b}\n  b: {name: {zh: 乙, en: b}, unit: CNY, kind: flow, formula: a}\n"), [C, ":2", "circle"]),
    ("rule of two units", put(C, "rules:\n  - {rule: telecom_revenue = mobile_subs, name: {zh: 甲, en: a}}\n"), [C, ":2", "CNY", "subscribers"]),
    ("rule that is none", put(C, "rules:\n  - {rule: telecom_revenue + 1, name: {zh: 甲, en: a}}\n"), [C, ":2"]),
    ("unknown parent", put(C, "territories:\n  XX-1: {name: {zh: 甲, en: a}, parent: XX}\n"), [C, ":2", "XX"]),
    # chapters
    ("no chapters in a language", drop("chapters/en/01-year.md"), ["chapters/en"]),
    ("chapter without a title", swap(D, "# 这一年", "这一年"), [D, ":1"]),
    ("expression that does not parse", chapter("共{n}`telecom revenue`。"), [D, f":{AT}"]),
    ("expression of unknown name", chapter("共{n}`telecom_revenu`。"), [D, "telecom_revenue"]),
    ("expression without facts", chapter("共{n}`telecom_revenue@CN,1999`。"), [D, "1999"]),
    ("sum of two units", chapter("共{n}`telecom_revenue + mobile_subs`。"), [D, "CNY", "subscribers"]),
    ("unknown option", chapter("共{n}`telecom_revenue | colour red`。"), [D, "colour"]),
    ("scale of another unit", chapter("共{n}`telecom_revenue | in 万户`。"), [D]),
    ("unknown role", chapter("共{number}`telecom_revenue`。"), [D, "number"]),
    ("unknown directive", chapter(":::{graph} A\n:::"), [D, "graph"]),
    ("unknown directive option", chapter(":::{table} A\n:rows: telecom_revenue\n:columns: x\n:colour: red\n:::"), [D, "colour"]),
    ("unknown kind of chart", chapter(":::{chart} A\n:kind: pie\n:of: telecom_revenue\n:::"), [D, "pie"]),
    ("directive not closed", chapter(":::{table} A\n:rows: telecom_revenue"), [D]),
    ("label twice", chapter(":::{table} A\n:label: tab-revenue\n:rows: telecom_revenue\n:columns: x\n:::"), [D, "tab-revenue"]),
    ("reference to nothing", chapter("见{ref}`fig-nothing`。"), [D, "fig-nothing"]),
    ("citation of nothing", chapter("见{cite}`nobody`。"), [D, "nobody"]),
    ("unknown map", chapter(":::{map} M\n:map: moon\n:of: telecom_revenue\n:::"), [D, "moon"]),
    ("chapter in GB18030", put(D, "# 标题\n\n正文\n".encode("gb18030")), [D, "UTF-8"]),
    # outlook and targets
    ("outlook of unknown series", put("outlook.toml", '[series.a]\nexpression = "nothing"\n'), ["outlook.toml", ":1", "nothing"]),
    ("outlook with an unknown model", put("outlook.toml", '[series.a]\nexpression = "telecom_revenue"\nmodel = "magic"\n'), ["outlook.toml", "magic"]),
    ("outlook of a hundred years", put("outlook.toml", '[series.a]\nexpression = "telecom_revenue"\nhorizon = 1200\n'), ["outlook.toml", "1200"]),
    ("target of unknown source", put("targets.toml", '[[target]]\nexpression = "telecom_revenue"\nterritory = "CN"\nperiod = "2025"\nvalue = "1"\nunit = "亿元"\nsource = "nobody"\n'), ["targets.toml", "nobody"]),
    ("target of another unit", put("targets.toml", '[[target]]\nexpression = "telecom_revenue"\nterritory = "CN"\nperiod = "2025"\nvalue = "1"\nunit = "万户"\nsource = "bulletin"\n'), ["targets.toml", "CNY"]),
    # where the book goes
    ("something else stands at book", put("book/mine.txt", "mine"), ["book"]),
]  # fmt: skip
