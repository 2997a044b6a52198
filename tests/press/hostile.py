"""More ways to break an edition: what hostile hands, and clumsy ones, put into the folder."""

from __future__ import annotations

import datetime
import gzip
import io
import os
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.press.broken import (
    AT,
    E_,
    HEAD,
    Break,
    C,
    D,
    S,
    T,
    add,
    both,
    chapter,
    put,
    row,
    sheet,
    swap,
)  # fmt: skip

FORM = ["expression", "territory", "period", "value", "unit"]
ROW = ["telecom_revenue", "CN", "2020", "1", "亿元"]
XLS = Path(__file__).parent.parent / "collect" / "data" / "figures.xls"
BULLETIN = "sources/digests/bulletin.md"


def table(name: str, data: bytes | Callable[[], bytes], more: str = "") -> Break:
    """The edition's table is this file instead."""
    old = 'file = "tables/figures.csv"'
    return both(
        swap(S, old, f'file = "tables/{name}"\n{more}'), put(f"sources/tables/{name}", data)
    )


def mapped(key: str) -> Break:
    """One key more in the mapping of the edition's table."""
    return swap(S, 'file = "tables/figures.csv"', f'file = "tables/figures.csv"\n{key}')


def link(path: str, to: str) -> Break:
    def do(root: Path) -> None:
        (root / path).unlink(missing_ok=True)
        (root / path).symlink_to(to)

    return do


def pipe(path: str) -> Break:
    def do(root: Path) -> None:
        (root / path).unlink()
        os.mkfifo(root / path)

    return do


def named(path: bytes) -> Break:
    """A file whose name is no UTF-8."""
    return lambda root: Path(os.fsdecode(bytes(root) + b"/" + path)).write_text("# A\n")


def zipped(changes: dict[str, Callable[[bytes], bytes]]) -> Callable[[], bytes]:
    """A good workbook, some of its parts changed."""

    def make() -> bytes:
        out = io.BytesIO()
        old = zipfile.ZipFile(io.BytesIO(sheet([FORM, ROW])()))
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bundle:
            for name in old.namelist():
                bundle.writestr(name, changes.get(name, bytes)(old.read(name)))
        return out.getvalue()

    return make


def entity(part: bytes) -> bytes:
    evil = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><worksheet'
    return part.replace(b"<worksheet", evil, 1)


def far(part: bytes) -> bytes:
    """A stray cell at the very end of the sheet."""
    stray = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return part.replace(b"</sheetData>", stray)


ODS = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="Data"><table:table-row table:number-rows-repeated="1048576">
<table:table-cell table:number-columns-repeated="16384" office:value-type="string">
<text:p>x</text:p></table:table-cell></table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>"""


def ods() -> bytes:
    """A small sheet that repeats one cell seventeen thousand million times."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        z.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        z.writestr("content.xml", ODS)
    return out.getvalue()


def parquet(value: Any, rows: int = 1) -> Callable[[], bytes]:
    """The long form as Parquet with this value; many rows take few bytes."""

    def make() -> bytes:
        import polars as pl

        out = io.BytesIO()
        given = dict(zip(FORM, ["telecom_revenue", "CN", "2020", value, "亿元"], strict=True))
        frame = pl.DataFrame({key: [one] for key, one in given.items()})
        pl.concat([frame] * rows).write_parquet(out)
        return out.getvalue()

    return make


MAP = '\n[maps.p]\nfile = "boundaries/b.json"\nkey = "id"\ncodes = {"1" = "CN-BJ"}\n'
SQUARE = (
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"1"},'
    '"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]}'
)


def boundaries(content: str) -> Break:
    """A map of one province drawn from this file."""
    return both(
        add(T, "telecom_revenue,CN-BJ,2020,500,亿元,,,\n"), add(E_, MAP),
        put("boundaries/b.json", content),
        chapter(":::{map} M\n:map: p\n:of: telecom_revenue\n:period: 2020\n:::"),
    )  # fmt: skip


TARGET = '[[target]]\nexpression = "telecom_revenue"\nterritory = "CN"\nperiod = "2025"\n'


def target(rest: str) -> Break:
    return put("targets.toml", TARGET + 'value = "1"\n' + rest)


def shadow(path: str) -> Break:
    """A file where a folder was."""

    def do(root: Path) -> None:
        import shutil

        shutil.rmtree(root / path)
        (root / path).write_text("x")

    return do


OWN = "{name: {zh: 甲, en: a}, unit: CNY, kind: flow%s}"


def indicators(*codes: str) -> str:
    return "indicators:\n" + "".join(f"  {code}: {OWN % ''}\n" for code in codes)


MORE: list[tuple[str, Break, list[str]]] = [
    # the folder: links, pipes, names
    ("chapter is a link out", link(D, "/etc/hostname"), [D, "leads out"]),
    ("chapter is an endless device", link(D, "/dev/zero"), [D, "leads out"]),
    ("sources.toml is a link out", link(S, "/etc/hostname"), [S, "leads out"]),
    ("catalogue file is a link out", both(put(C, ""), link(C, "/etc/hostname")), [C, "leads out"]),
    ("boundaries are a link out", link("boundaries", "/"), ["boundaries", "leads out"]),
    ("link that leads to itself", link(T, "figures.csv"), [T, "nowhere"]),
    ("link that leads nowhere", link("chapters/zh/02-b.md", "gone.md"), ["02-b.md", "nowhere"]),
    ("chapter is a pipe", pipe(D), [D, "neither"]),
    ("table is a pipe", pipe(T), [T, "neither"]),
    ("name that is no UTF-8", named(b"chapters/zh/02-\xff.md"), ["02-", "UTF-8"]),
    ("chapters are a file", shadow("chapters"), ["chapters/zh"]),
    ("sources are a file", shadow("sources"), ["sources/sources.toml"]),
    # edition.toml
    ("no language", swap(E_, '["zh", "en"]', "[]"), [E_, "language"]),
    ("a language twice", swap(E_, '["zh", "en"]', '["zh", "zh"]'), [E_, "twice"]),
    ("empty title", swap(E_, '"My Blue Book 2020"', '"  "'), [E_, ":3", "title", "en"]),
    ("control character in a title", swap(E_, "My Blue", "My\\u0000Blue"), [E_, ":3", "U+0000"]),
    ("date and time", swap(E_, "2021-05-17", "2021-05-17T10:00:00Z"), [E_, "issued"]),
    # sources.toml
    ("wrong date in the second source", swap(S, "2020-02-27", "2020"), [S, ":20", "table.date"]),
    ("address that runs a script", swap(S, '"http://www.dvbcn.com/p/120289.html"', '"javascript:alert(1)"'), [S, "address", "http"]),
    ("copy of itself", swap(S, "digest      =", 'copy_of = "bulletin"\ndigest      ='), [S, "circle"]),
    ("copies in a circle", both(swap(S, "digest      =", 'copy_of = "table"\ndigest      ='),
     swap(S, "[[table.tables]]", 'copy_of = "bulletin"\n[[table.tables]]')), [S, "bulletin -> table -> bulletin"]),
    ("language that is not read", swap(S, 'language    = "zh"', 'language = "fr"'), [S, "fr"]),
    ("territory nobody knows", swap(S, 'territory   = "CN"', 'territory = "QQ"'), [S, "QQ"]),
    ("period that is none", swap(S, 'period      = "2020"', 'period = "20-20"'), [S, "20-20"]),
    ("file misspelt", swap(S, "figures.csv", "figure.csv"), [S, "there is figures.csv"]),
    ("file name with NUL", swap(S, "figures.csv", "a\\u0000.csv"), [S, "U+0000"]),
    ("pattern that is none", swap(S, "tables/figures.csv", "a***b/x"), [S, "a***b"]),
    ("file name too long", swap(S, "figures.csv", "a" * 5000 + ".csv"), ["too long"]),
    # tables
    ("semicolons for commas", put(T, HEAD.replace(",", ";")), [T, 'delimiter = ";"']),
    ("half width below zero", put(T, HEAD.strip() + ",half_width\ntelecom_revenue,CN,2018,1,亿元,-5\n"), [T, ":2:F2", "half width"]),
    ("half width beyond all", put(T, HEAD.strip() + ",half_width\ntelecom_revenue,CN,2018,1,亿元,1e999\n"), [T, ":2:F2"]),
    ("growth of 1e308 %", row("yoy(telecom_revenue),CN,2020,1e308,%"), [T, ":2", "1e308"]),
    ("level of 1e300 trillions", row("telecom_revenue,CN,2020,1e300,万亿元"), [T, ":2", "1e300"]),
    ("precision that is no number", mapped("precision = nan"), [S, "precision"]),
    ("precision beyond all", mapped("precision = inf"), [S, "precision"]),
    ("header far below the table", mapped("header = 1000000000"), [T, "header"]),
    ("encoding that is none", mapped('encoding = "hex"'), [T, "hex"]),
    ("column of a million cells", put(T, "," * 1_000_000), [T, "cells"]),
    ("cell of ten million characters", put(T, "x" * 10_000_000), [T, ":1"]),
    ("quote that is not closed", put(T, HEAD + '"telecom_revenue,CN,2018,1,亿元\n'), [T, ":2"]),
    ("gzip bomb", table("f.csv.gz", lambda: gzip.compress(b"a," * 100_000_000)), ["f.csv.gz", "unpacks"]),
    ("gzip that is none", table("f.csv.gz", b"no gzip"), ["f.csv.gz"]),
    # workbooks and Parquet
    ("external entity", table("f.xlsx", zipped({"xl/worksheets/sheet1.xml": entity})), ["f.xlsx", "document type"]),
    ("stray cell at the end", table("f.xlsx", zipped({"xl/worksheets/sheet1.xml": far})), ["f.xlsx", "cells"]),
    ("workbook cut off", table("f.xlsx", lambda: sheet([FORM, ROW])()[:2000]), ["f.xlsx"]),
    ("page of HTML named .xlsx", table("f.xlsx", b"<html><table></table></html>"), ["f.xlsx"]),
    (".xls cut off", table("f.xls", lambda: XLS.read_bytes()[:3000]), ["f.xls"]),
    (".xlsx named .xls", table("f.xls", sheet([FORM, ROW])), ["f.xls"]),
    ("ods bomb", table("f.ods", ods), ["f.ods", "rows"]),
    ("date for a value", table("f.xlsx", sheet([FORM, [*ROW[:3], datetime.date(2020, 12, 1), "亿元"]])), ["f.xlsx", "Data!D2"]),
    ("merged heads off by one", table("f.xlsx", sheet([["Title"], ["telecom_revenue", None], ["2019", "2020"], [1, 2]]),
     'header = [1, 2]\nwide = ["what", "year"]\nterritory = "CN"\nexpression = "{what}"\nperiod = "{year}"\nunit = "亿元"\n'), ["f.xlsx", "Title"]),
    ("map of a field nobody uses", table("f.xlsx", sheet([FORM, ROW]), '[table.tables.map.colour]\n"a" = "b"\n'), ["f.xlsx", "colour"]),
    ("pattern that does not end", table("f.xlsx", sheet([FORM, ROW]), 'until = "("\n'), ["'('"]),
    ("Parquet of lists", table("f.parquet", parquet([1])), ["f.parquet", "value"]),
    ("Parquet of bytes", table("f.parquet", parquet(b"1")), ["f.parquet", "value"]),
    ("Parquet cut off", table("f.parquet", b"PAR1 junk PAR1"), ["f.parquet"]),
    # the catalogue
    ("circle over two files", both(put("catalogue/a.yaml", f"indicators:\n  aa: {OWN % ', formula: bb'}\n"),
     put("catalogue/b.yaml", f"indicators:\n  bb: {OWN % ', formula: aa'}\n")), ["a.yaml", "aa -> bb -> aa"]),
    ("key twice", put(C, indicators("aa", "aa")), [C, ":3", "twice"]),
    ("YAML that runs a program", put(C, "indicators: !!python/object/apply:os.system [id]\n"), [C, ":1"]),
    ("code with a space", put(C, indicators("a b")), [C, ":2", "a b"]),
    ("code that is an operator", put(C, indicators("yoy")), [C, ":2", "yoy"]),
    ("territories in a circle", put(C, "territories:\n  X1: {name: {zh: 甲, en: a}, parent: X2}\n  X2: {name: {zh: 乙, en: b}, parent: X1}\n"), [C, ":2", "circle"]),
    # chapters
    ("control character", chapter("ab\x1bcd"), [D, f":{AT}", "U+001B"]),
    ("control character in a digest", add(BULLETIN, "\n移动\0电话\n"), [BULLETIN, ":7", "U+0000"]),
    ("box not closed", chapter(":::{note}\nabc"), [D, f":{AT}", "closed"]),
    ("boxes closed in the wrong order", chapter("::::{note}\n:::{note}\n::::\n:::"), [D, f":{AT}"]),
    ("option misspelt", chapter(":::{table} A\n:row: telecom_revenue\n:columns: x\n:::"), [D, f":{AT + 1}", "row"]),
    ("option twice", chapter(":::{table} A\n:rows: telecom_revenue\n:rows: telecom_revenue\n:columns: x\n:::"), [D, f":{AT + 2}", "twice"]),
    ("label with a space", chapter(":::{table} A\n:label: a b\n:rows: telecom_revenue\n:columns: x\n:::"), [D, "a b"]),
    ("two chapters of one name", put("chapters/zh/02-year.md", "# 二\n\n字\n"), ["02-year.md", "year"]),
    ("second title", chapter("# 二"), [D, f":{AT}", "title"]),
    ("picture of another file", chapter("![a](../../../etc/hostname)"), [D, f":{AT}", "etc/hostname"]),
    ("quotations five thousand deep", chapter(">" * 5000 + "x"), [D, "deep"]),
    ("power tower", chapter("共{n}`9**9**9**9`。"), [D, f":{AT}"]),
    ("program for an expression", chapter("共{n}`__import__('os')`。"), [D, f":{AT}", "__import__"]),
    ("number without a source", chapter("共{n}`5`。"), [D, f":{AT}", "origin"]),
    ("rank among nothing", chapter("居{n}`rank(telecom_revenue, among=\"moons\")`。"), [D, f":{AT}", "moons"]),
    ("run of 120,000 months", chapter(":::{chart} A\n:kind: line\n:of: telecom_revenue\n:periods: 0001-01..9999-12\n:::"), [D, "600"]),
    # boundaries
    ("boundaries that are no JSON", boundaries("{"), ["b.json", "GeoJSON"]),
    ("boundaries nested a hundred thousand deep", boundaries("[" * 100_000), ["b.json"]),
    ("boundaries without a number", boundaries(SQUARE.replace("[1,0]", "[NaN,0]")), ["b.json", "degrees"]),
    ("boundaries in metres", boundaries(SQUARE.replace("[1,0]", "[500000,0]")), ["b.json", "degrees"]),
    ("boundaries of points", boundaries(SQUARE.replace("Polygon", "Point")), ["b.json", "polygons"]),
    ("boundaries under another key", boundaries(SQUARE.replace('"id"', '"name"')), ["b.json", "id"]),
    ("boundaries of 21 MB", boundaries(" " * 21_000_000), ["b.json", "bytes"]),
    # targets and decisions
    ("target in a list", put("targets.toml", "target = [{" + TARGET[11:].replace("\n", ", ") + 'value = "1", unit = "亿元", source = "bulletin"}]\n'), ["targets.toml", "[[target]]"]),
    ("target of an unknown unit", target('unit = "parsecs"\nsource = "bulletin"\n'), ["targets.toml", ":1", "parsecs"]),
    ("second target without a value", target(f'unit = "亿元"\nsource = "bulletin"\n{TARGET}'), ["targets.toml", ":8", "value"]),
    ("decision with a key nobody knows", put("decisions.toml", "[[decision]]\ncolour = 1\n"), ["decisions.toml", ":2", "colour"]),
    ("decision of no kind", put("decisions.toml", '[[decision]]\nclaims = ["a"]\nverdict = "perhaps"\nwho = "L"\nwhen = 2021-01-01\nwhy = "w"\n'), ["decisions.toml", "perhaps"]),
]  # fmt: skip

# What clumsy hands do that needs no word: the book is built.
FINE: list[tuple[str, Break]] = [
    ("byte order marks", lambda root: [p.write_bytes(b"\xef\xbb\xbf" + p.read_bytes()) for p in (root / E_, root / S, root / D, root / T)].clear()),
    ("line ends of Windows", lambda root: [p.write_bytes(p.read_bytes().replace(b"\n", b"\r\n")) for p in (root / E_, root / S, root / D, root / T)].clear()),
    ("name in another normal form", both(swap(S, "figures.csv", "caf\u00e9.csv"), put("sources/tables/cafe\u0301.csv", HEAD))),
    ("lock of an editor", link("chapters/zh/.#01-year.md", "me@host.1")),
    ("companion of a Mac", put("chapters/zh/._01-year.md", b"\x00\x05\x16\x07")),
    ("lock of a spreadsheet", both(swap(S, "figures.csv", "*.csv"), put("sources/tables/~$figures.csv", b"\0"))),
    ("link that is not read", link("notes.txt", "nowhere")),
    ("Parquet of decimals", table("f.parquet", parquet(Decimal("13564.1")))),
    ("a date for a period", table("f.xlsx", sheet([FORM, ["broadband_subs", "CN", datetime.date(2018, 12, 1), "4.07", "亿户"]]))),
    ("the serial of a date", table("f.xlsx", sheet([FORM, ["broadband_subs", "CN", 43435, "4.07", "亿户"]]))),
    ("chapters named like pages of the site", both(*(put(f"chapters/{lang}/0{n}-{name}.md", f"# {name}\n\nA.\n") for lang in ("zh", "en") for n, name in enumerate(("index", "all-sources", "origins-year"), 2)))),
    ("cache taken away", lambda root: __import__("shutil").rmtree(root / ".bluebook")),
    ("cache spoilt", lambda root: [p.write_bytes(b"x" * 40) for p in (root / ".bluebook").rglob("*") if p.is_file()].clear()),
]  # fmt: skip
