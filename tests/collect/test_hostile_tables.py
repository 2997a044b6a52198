"""Damaged, hostile and mistaken tables: one error each, with its place and remedy, and soon."""

# ruff: noqa: E501 (one case, one line)

import gzip
import io
import struct
import time
import zipfile
import zlib
from pathlib import Path

import pytest

from bluebook.collect import collect_source
from bluebook.errors import BluebookError
from tests.collect.editions import HEAD, edition
from tests.collect.test_workbooks import line, ods, xlsx

GOOD = "revenue,CN,2020,1,亿元\n"
CSV, XLSX, ODS = 'file = "tables/t.csv"', 'file = "tables/t.xlsx"', 'file = "tables/t.ods"'
WIDE = (
    CSV + '\nwide = ["y"]\nexpression = "revenue"\nterritory = "CN"\nperiod = "{y}"\nunit = "元"\n'
)


def bundle(**parts: bytes) -> bytes:
    """A workbook with some parts replaced or added."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(xlsx())) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        named = {name.replace("__", "/") + ".xml": data for name, data in parts.items()}
        for name in old.namelist():
            new.writestr(name, named.pop(name, None) or old.read(name))
        for name, data in named.items():
            new.writestr(name, data)
    return out.getvalue()


def lying() -> bytes:
    """A part whose entry says 100 bytes and whose data unpack to 200 million."""
    pack = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = pack.compress(b"0" * 200_000_000) + pack.flush()
    crc = zlib.crc32(b"0" * 100)
    name = b"xl/sharedStrings.xml"
    head = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0, crc, len(packed), 100, len(name), 0)
    local = b"PK\x03\x04" + head + name + packed
    central = (
        b"PK\x01\x02" + struct.pack("<H", 20) + head + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    )
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + end


def sheet(cells: str, before: str = "") -> bytes:
    xml = f'{before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></worksheet>'
    return bundle(xl__worksheets__sheet1=xml.encode())


ENTITIES = "<!DOCTYPE x [" + "".join(
    f'<!ENTITY e{i + 1} "{f"&e{i};" * 10}">' if i else '<!ENTITY e1 "aaaaaaaaaa">' for i in range(10)
) + "]>"  # fmt: skip

CASES: list[tuple[str, str, dict[str, str | bytes], list[str]]] = [
    # text
    ("empty", CSV, {"t.csv": ""}, ["t.csv", "empty"]),
    ("blank lines", CSV, {"t.csv": "\n\n \n"}, ["t.csv", "empty"]),
    ("GB18030", CSV, {"t.csv": (HEAD + GOOD).encode("gb18030")}, ["t.csv:2", 'encoding = "gb18030"']),
    ("UTF-16", CSV, {"t.csv": (HEAD + GOOD).encode("utf-16")}, ["t.csv:1", 'encoding = "utf-16"']),
    ("wrong encoding declared", CSV + '\nencoding = "utf-16"', {"t.csv": b"abc"}, ["t.csv", "UTF-16"]),
    ("no such encoding", CSV + '\nencoding = "utf-9"', {"t.csv": HEAD}, ["t.csv", "utf-9"]),
    ("NUL", CSV, {"t.csv": HEAD.encode() + b"revenue,CN,2020,1\0,x\n"}, ["t.csv:2", "NUL"]),
    ("binary", CSV, {"t.csv": bytes(range(1, 256)) * 40}, ["t.csv"]),
    ("ragged", CSV, {"t.csv": HEAD + GOOD + "revenue,CN,2020,1,亿元,more,x\n"}, ["t.csv:3", "7 cells", "5"]),
    ("open quote", CSV, {"t.csv": HEAD + '"revenue,CN,2020,1,亿元\n' * 3}, ["t.csv"]),
    ("a field without end", CSV, {"t.csv": HEAD + "a" * 200_000 + ",\n" + '"b"c",d,e,f,g,h\n'}, ["t.csv"]),
    ("duplicate heads", CSV, {"t.csv": HEAD.replace("unit", "value") + GOOD}, ["t.csv:1", "two columns", "D and E"]),
    ("a million columns", CSV, {"t.csv": "," * 1_000_000}, ["t.csv", "1,000,001"]),
    ("a number of 10,000 digits", CSV, {"t.csv": HEAD + f"revenue,CN,2020,{'9' * 10_000},元\n"}, ["t.csv:2:D2", "10,000"]),
    ("short gzip", 'file = "tables/t.csv.gz"', {"t.csv.gz": gzip.compress(HEAD.encode())[:-9]}, ["t.csv.gz", "gzip"]),
    ("gzip bomb", 'file = "tables/t.csv.gz"', {"t.csv.gz": gzip.compress(b"0" * 60_000_000)}, ["t.csv.gz", "unpacks"]),
    ("kind unknown", 'file = "tables/t.doc"', {"t.doc": b"x"}, ["t.doc", ".ods"]),
    ("not Parquet", 'file = "tables/t.parquet"', {"t.parquet": b"PAR1nonsense"}, ["t.parquet"]),
    # what rows say
    ("two units", CSV, {"t.csv": HEAD + "revenue,CN,2020,1,万户\n"}, ["t.csv:2:E2", "CNY", "subscribers"]),
    ("points for percent", CSV, {"t.csv": HEAD + "yoy(revenue),CN,2020,1,个百分点\n"}, ["t.csv:2:E2", "%", "pp"]),
    ("level in percent", CSV, {"t.csv": HEAD + "revenue,CN,2020,1,%\n"}, ["t.csv:2", "CNY", "%"]),
    ("unknown unit", CSV, {"t.csv": HEAD + "revenue,CN,2020,1,貫\n"}, ["t.csv:2", "貫"]),
    ("unknown place", CSV, {"t.csv": HEAD + "revenue,CN-GX9,2020,1,元\n"}, ["t.csv:2:B2", "CN-GX9"]),
    ("unknown period", CSV, {"t.csv": HEAD + "revenue,CN,soon,1,元\n"}, ["t.csv:2:C2", "soon"]),
    ("unknown source", CSV, {"t.csv": HEAD.replace("\n", ",source\n") + "revenue,CN,2020,1,元,nobody\n"}, ["t.csv:2:F2", "nobody"]),
    ("no value", CSV, {"t.csv": HEAD + "revenue,CN,2020,,元\n"}, ["t.csv:2:D2", "not a number"]),
    ("line after a cell of two lines", CSV, {"t.csv": HEAD.replace("\n", ",note\n") + 'revenue,CN,2020,1,元,"a\nb"\nrevenue,CN,2020,x,元,\n'}, ["t.csv:4:D3"]),
    ("decimal comma unannounced", CSV, {"t.csv": HEAD + 'revenue,CN,2020,"1,36",元\n'}, ["t.csv:2:D2", "1,36"]),
    ("point where commas are", CSV + '\ndecimal = ","', {"t.csv": HEAD + "revenue,CN,2020,1.5,元\n"}, ["t.csv:2:D2", "comma"]),
    # mappings
    ("unknown key", CSV + "\nhedaer = 2", {"t.csv": HEAD}, ["sources.toml:9", "hedaer"]),
    ("wrong type", CSV + '\nheader = "two"', {"t.csv": HEAD}, ["sources.toml:9", "header"]),
    ("row 0.5", CSV + "\nheader = [0.5]", {"t.csv": HEAD}, ["sources.toml:9", "header"]),
    ("no file key", 'sheet = "x"', {}, ["sources.toml:7", "file"]),
    ("no such file", 'file = "tables/u.csv"', {}, ["sources.toml:8", "u.csv"]),
    ("no file fits", 'file = "tables/*.csv"', {}, ["sources.toml:8", "*.csv"]),
    ("outside", 'file = "../../../etc/passwd"', {}, ["sources.toml:8", "outside"]),
    ("outside by pattern", 'file = "../../*"', {}, ["sources.toml:8", "outside"]),
    ("outside by root", 'file = "/etc/*"', {}, ["sources.toml:8", "outside"]),
    ("head off by a row", CSV + "\nheader = 2", {"t.csv": HEAD + GOOD}, ["t.csv:2", "row 2 reads: revenue, CN"]),
    ("head beyond the end", CSV + "\nheader = 9", {"t.csv": HEAD + GOOD}, ["t.csv:9", "reads: nothing"]),
    ("unknown column", CSV, {"t.csv": HEAD.replace("\n", ",colour\n") + GOOD}, ["t.csv:1:F1", "'colour'"]),
    ("no columns of values", WIDE + 'values = "^19"', {"t.csv": "a,2020\nb,1\n"}, ["t.csv:1", "no column of values"]),
    ("bad pattern", WIDE + 'values = "(["', {"t.csv": "a,2020\nb,1\n"}, ["t.csv", "(["]),
    ("look-around", WIDE + "until = '(?=a)'", {"t.csv": "a,2020\nb,1\n"}, ["t.csv", "(?=a)"]),
    ("not in the map", CSV + "\n[s.tables.map.territory]\nCN = \"CN\"", {"t.csv": HEAD + GOOD.replace("CN", "CH")}, ["t.csv:2:B2", "'CH'"]),
    ("map of nothing", CSV + "\n[s.tables.map.teritory]\nCN = \"CN\"", {"t.csv": HEAD + GOOD}, ["t.csv", "teritory"]),
    ("name does not fit", CSV + '\nname = "(?P<y>[0-9]+)"', {"t.csv": HEAD}, ["t.csv", "name"]),
    ("wide without rows", CSV + '\nwide = ["a", "b"]', {"t.csv": HEAD}, ["sources.toml:9", "wide"]),
    ("sum of shares", CSV + '\naggregate = "sum"', {"t.csv": HEAD + "yoy(revenue),CN,2020,1,%\n"}, ["t.csv:2", "add up"]),
    ("sum of bounds", CSV + '\naggregate = "sum"', {"t.csv": HEAD.replace("\n", ",bound\n") + "revenue,CN,2020,1,元,over\n"}, ["t.csv", "bound"]),
    # workbooks
    ("no zip", XLSX, {"t.xlsx": b"not a zip"}, ["t.xlsx", "save it as"]),
    ("no workbook", XLSX, {"t.xlsx": ods(line("a"))}, ["t.xlsx", "not a workbook"]),
    ("no spreadsheet", ODS, {"t.ods": xlsx()}, ["t.ods", "not a spreadsheet"]),
    ("no xls", 'file = "tables/t.xls"', {"t.xls": xlsx()}, ["t.xls", "cannot be read"]),
    ("cut off", XLSX, {"t.xlsx": xlsx()[:2000]}, ["t.xlsx", "cannot be opened"]),
    ("zip bomb", XLSX, {"t.xlsx": bundle(xl__media__a=b"0" * 60_000_000)}, ["t.xlsx", "unpacks"]),
    ("a lying entry", XLSX, {"t.xlsx": lying()}, ["t.xlsx"]),
    ("entity bomb", XLSX, {"t.xlsx": sheet("", ENTITIES)}, ["t.xlsx", "document type"]),
    ("damaged XML", XLSX, {"t.xlsx": sheet("<row><c></row>")}, ["t.xlsx", "damaged"]),
    ("far cell", XLSX, {"t.xlsx": sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')}, ["t.xlsx", "1,048,576 rows"]),
    ("empty sheet", XLSX, {"t.xlsx": sheet("")}, ["t.xlsx", "nothing"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("mapping", "files", "words"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_one_error(
    mapping: str, files: dict[str, str | bytes], words: list[str], tmp_path: Path
) -> None:
    made = edition(tmp_path, mapping, files)
    started = time.monotonic()
    with pytest.raises(BluebookError) as caught:
        collect_source(made, "s")
    text = str(caught.value)
    assert caught.value.file and caught.value.remedy and len(text) < 1500, text
    for word in words:
        assert word in text, (word, text)
    assert time.monotonic() - started < 20


def test_a_link_out_of_the_edition(tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text(HEAD + GOOD, "utf-8")
    made = edition(tmp_path / "e", 'file = "tables/*.csv"', {})
    (made.folder / "sources" / "tables" / "t.csv").symlink_to(secret)
    with pytest.raises(BluebookError, match="outside"):
        collect_source(made, "s")
