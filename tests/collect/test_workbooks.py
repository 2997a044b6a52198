"""XLSX, ODS and XLS workbooks: cells, sheets, formulas, what is hidden."""

import datetime
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bluebook.collect import collect_source
from bluebook.errors import BluebookError
from bluebook.model.claim import Claim
from tests.collect.editions import edition

XLS = Path(__file__).parent / "data" / "figures.xls"
ROW = ["expression", "territory", "period", "value", "unit"]


def xlsx(change: Callable[..., None] = lambda book, page: None, computed: bool = False) -> bytes:
    """A workbook with one sheet in long form; `computed` saves D3 with a formula and its value."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "Data"
    page.append(ROW)
    page.append(["revenue", "CN", datetime.date(2020, 12, 1), 13564.5, "亿元"])
    page.append(["subs", "CN", 2020, "15.94", "亿户"])
    change(book, page)
    out = io.BytesIO()
    book.save(out)
    return _with_value(out.getvalue()) if computed else out.getvalue()


def _with_value(data: bytes) -> bytes:
    """The value of the formula in D3, as a spreadsheet program would have left it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name).replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>")
            part = part.replace(b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>")
            new.writestr(name, part)
    return out.getvalue()


def formula(book: object, page: dict[str, object]) -> None:
    page["D3"] = "=1+1"


def hide_row(book: object, page: object) -> None:
    page.row_dimensions[3].hidden = True  # type: ignore[attr-defined]


def hide_column(book: object, page: object) -> None:
    page.column_dimensions["D"].hidden = True  # type: ignore[attr-defined]


def error_cell(book: object, page: dict[str, object]) -> None:
    page["D3"] = "#REF!"
    page["D3"].data_type = "e"  # type: ignore[attr-defined]


def second_sheet(book: object, page: object) -> None:
    other = book.create_sheet("More")  # type: ignore[attr-defined]
    other.append(ROW)
    other.append(["subs", "CN-GD", "2020", 1, "亿户"])


def hidden_sheet(book: object, page: object) -> None:
    second_sheet(book, page)
    book["More"].sheet_state = "hidden"  # type: ignore[index]


def read(root: Path, data: bytes, mapping: str = "", name: str = "t.xlsx") -> list[Claim]:
    return collect_source(edition(root, f'file = "tables/{name}"\n{mapping}', {name: data}), "s")


def test_cells_of_a_workbook(tmp_path: Path) -> None:
    first, second = read(tmp_path, xlsx())
    assert (first.period, first.value, first.half_width) == ("2020-12", 1.35645e12, 5e6)
    assert first.locator == "Data!D2" and first.text == "13564.5 亿元"
    assert (second.period, second.value, second.locator) == ("2020-12", 1.594e9, "Data!D3")


def test_an_old_workbook(tmp_path: Path) -> None:
    first, second = read(tmp_path, XLS.read_bytes(), name="t.xls")
    assert (first.period, first.value, first.locator) == ("2020-12", 1.35645e12, "Figures!D2")
    assert (second.period, second.value) == ("2020-12", 1.594e9)


def test_an_old_workbook_that_reaches_too_far(tmp_path: Path) -> None:
    data = XLS.read_bytes()
    at = data.index(b"\x7e\x02\x0a\x00") + 4  # the year 2020 of C3, now in row and column 65,536
    far = data[:at] + b"\xff\xff\xff\xff" + data[at + 4 :]
    with pytest.raises(BluebookError, match="cannot be read"):
        read(tmp_path, far, name="t.xls")


@pytest.mark.parametrize(
    ("sheet", "places"),
    [("", ["Data"]), ("More", ["More"]), ("*", ["Data", "More"]), ("M.*", ["More"])],
)
def test_sheets(sheet: str, places: list[str], tmp_path: Path) -> None:
    claims = read(tmp_path, xlsx(second_sheet), f'sheet = "{sheet}"')
    assert list(dict.fromkeys(c.locator.partition("!")[0] for c in claims)) == places


def test_a_computed_value_is_marked(tmp_path: Path) -> None:
    _, second = read(tmp_path, xlsx(formula, computed=True))
    assert second.value == 2e8 and second.note == "computed in the workbook"


@pytest.mark.parametrize(
    ("change", "mapping", "words"),
    [
        (formula, "", ["Data!D3", "=1+1", "save it"]),
        (error_cell, "", ["Data!D3", "#REF!", "missing"]),
        (hide_row, "", ["Data!D3", "row", "hidden"]),
        (hide_column, "", ["Data!D2", "column", "hidden"]),
        (hidden_sheet, 'sheet = "*"', ["More", "hidden"]),
        (second_sheet, 'sheet = "Nope"', ["Nope", "Data, More"]),
    ],
)
def test_what_a_workbook_may_hide(
    change: Callable[..., None], mapping: str, words: list[str], tmp_path: Path
) -> None:
    with pytest.raises(BluebookError) as caught:
        read(tmp_path, xlsx(change), mapping)
    for word in ["t.xlsx", "remedy", *words]:
        assert word in str(caught.value)


@pytest.mark.parametrize(
    ("change", "mapping", "left"),
    [
        (hide_row, 'hidden = "skip"', 1),
        (hide_row, 'hidden = "read"', 2),
        (hide_column, 'hidden = "skip"', 0),
        (error_cell, 'missing = ["#REF!"]', 1),
        (hidden_sheet, 'sheet = "*"\nhidden = "skip"', 2),
        (hidden_sheet, 'sheet = "*"\nhidden = "read"', 3),
        (hidden_sheet, "", 2),
    ],
)
def test_what_a_mapping_decides(
    change: Callable[..., None], mapping: str, left: int, tmp_path: Path
) -> None:
    assert len(read(tmp_path, xlsx(change), mapping)) == left


ODS = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">
<office:body><office:spreadsheet><table:table table:name="One"><table:table-column/>%s</table:table>
</office:spreadsheet></office:body></office:document-content>"""


def ods(*rows: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as bundle:
        bundle.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        bundle.writestr(
            "META-INF/manifest.xml",
            '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        bundle.writestr("content.xml", ODS % "".join(rows))
    return out.getvalue()


def line(*cells: str, **attributes: str) -> str:
    held = " ".join(f'table:{k}="{v}"' for k, v in attributes.items())
    made = "".join(
        c if c.startswith("<") else
        f'<table:table-cell office:value-type="string"><text:p>{c}</text:p></table:table-cell>'
        for c in cells
    )  # fmt: skip
    return f"<table:table-row {held}>{made}</table:table-row>"


SAID = ("revenue", "CN", "2020")


CELL = "<table:table-cell %s/>"
BROKEN = """<table:table-cell table:formula="of:=1/0" office:value-type="string"
 calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>"""


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (CELL % 'office:value-type="float" office:value="1.5"', 1.5e8),
        (CELL % 'table:formula="of:=1+1" office:value-type="float" office:value="2"', 2e8),
        (CELL % 'table:formula="of:=1+1"', "=1+1"),
        (BROKEN, "#DIV/0!"),
    ],
)
def test_cells_of_an_open_document(cell: str, found: float | str, tmp_path: Path) -> None:
    data = ods(line(*ROW), line(*SAID, cell, "亿元"))
    if isinstance(found, float):
        (claim,) = read(tmp_path, data, name="t.ods")
        assert (claim.value, claim.locator) == (found, "One!D2")
        assert bool(claim.note) == ("formula" in cell)
    else:
        with pytest.raises(BluebookError, match="One!D2") as caught:
            read(tmp_path, data, name="t.ods")
        assert found in str(caught.value)


def test_hidden_rows_of_an_open_document(tmp_path: Path) -> None:
    data = ods(line(*ROW), line(*SAID, "1", "亿元"), line(*SAID, "2", "亿元", visibility="filter"))
    with pytest.raises(BluebookError, match="One!D3"):
        read(tmp_path / "a", data, name="t.ods")
    assert len(read(tmp_path / "b", data, 'hidden = "skip"', name="t.ods")) == 1


def test_repeated_cells_that_reach_too_far(tmp_path: Path) -> None:
    wide = (
        '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" '
        'office:value="1"/>'
    )
    data = ods(
        line(*ROW),
        f'<table:table-row table:number-rows-repeated="1048576">{wide}</table:table-row>',
    )
    with pytest.raises(BluebookError, match="a sheet of"):
        read(tmp_path, data, name="t.ods")
