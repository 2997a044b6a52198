"""Tables to claims: the long form, and what mappings say."""

import gzip
import io
from pathlib import Path

from bluebook.collect import collect_source, files, frame
from bluebook.model.claim import Claim
from tests.collect.editions import HEAD, edition

LONG = 'file = "tables/t.csv"'


def read(root: Path, mapping: str, **tables: str | bytes) -> list[Claim]:
    named = {name.replace("_", "."): content for name, content in tables.items()}
    return collect_source(edition(root, mapping, named), "s")


def brief(claims: list[Claim]) -> list[tuple[str | None, str, str, float, str]]:
    return [(c.expression, c.territory, c.period, c.value, c.locator) for c in claims]


# The long form ----------------------------------------------------------------------------


def test_long_form(tmp_path: Path) -> None:
    head = "expression,territory,period,value,unit,bound,half_width,status,source,locator,note\n"
    rows = (
        "revenue,CN,2020,1.36,万亿元,,,,,p. 3,\n"
        "\n"
        "yoy( revenue ),CN,2020,9.40,%,over,,preliminary,other,,seen twice\n"
        '"share(subs, within=""CN"")",CN-GD,2020,10,%,,0.02,,,"a, b",\n'
    )
    first, second, third = read(tmp_path, LONG, t_csv=head + rows)
    assert (first.value, first.half_width, first.unit) == (1.36e12, 5e9, "CNY")
    assert (first.source, first.said, first.text) == ("s", "2021-01-22", "1.36 万亿元")
    assert (first.file, first.locator) == ("sources/tables/t.csv", "D2")
    assert first.note == "p. 3" and first.id.startswith("s:")
    assert second.expression == "yoy(revenue)" and second.half_width == 0.005
    assert (second.source, second.said) == ("other", "2020-06-30")
    assert (second.bound, second.status, second.locator) == ("over", "preliminary", "D4")
    assert third.half_width == 0.02 and third.note == "a, b"
    assert third.period == "2020-12", "a share of a stock is dated by its month"


def test_names_for_codes(tmp_path: Path) -> None:
    claims = read(tmp_path, LONG, t_csv=HEAD + "业务收入,广东省,2020年1-5月,5,亿元\n")
    assert brief(claims) == [("revenue", "CN-GD", "2020-01/2020-05", 5e8, "D2")]


def test_packed_and_encoded(tmp_path: Path) -> None:
    text = (HEAD + "revenue,CN,2020,1,亿元\n").replace(",", ";")
    mapping = 'file = "tables/t.csv.gz"\nencoding = "gb18030"\ndelimiter = ";"'
    claims = collect_source(
        edition(tmp_path, mapping, {"t.csv.gz": gzip.compress(text.encode("gb18030"))}), "s"
    )
    assert brief(claims) == [("revenue", "CN", "2020", 1e8, "D2")]


def test_files_of_a_source(tmp_path: Path) -> None:
    made = edition(tmp_path, 'file = "tables/*.csv"', {"b.csv": HEAD, "a.csv": HEAD, "c.md": ""})
    assert [p.name for p in files(made, "s")] == ["a.csv", "b.csv"]
    assert files(made, "other") == [] and collect_source(made, "s") == []
    assert frame(made, "other").is_empty()


def test_both_readers_of_csv_agree(tmp_path: Path) -> None:
    """A title longer than the head sends the text to the patient reader."""
    body = 'revenue,CN,2020,"1,000",亿元\n\n"rev\nenue",CN,2020,2,亿元\n'.replace(
        "rev\nenue", "revenue"
    )
    plain = read(tmp_path / "a", LONG, t_csv=HEAD + body)
    titled = read(
        tmp_path / "b", LONG + "\nheader = 2", t_csv="a,title,of,many,cells,yes\n" + HEAD + body
    )
    assert [c.value for c in plain] == [c.value for c in titled] == [1e11, 2e8]
    assert [c.locator for c in plain] == ["D2", "D4"] and titled[0].locator == "D3"


# Mappings ---------------------------------------------------------------------------------

WIDE = """file = "tables/t.csv"
header = [2, 3]
name = '(?P<nothing>)t'
cells = {year = "A1"}
wide = ["what", "month"]
values = "月$"
dimensions = {}
note = "{Kind}"
territory = "{Region}"
expression = "{what}"
period = "{year}{month}"
unit = "万户"
fill = ["Region"]
skip = {Region = "^Total"}
until = "^Source"
missing = ["-"]
[s.tables.map.what]
Subscribers = "subs"
Added = "change(subs)"
"""
WIDE_CSV = """2020年,,,,
Region,,Subscribers,,Added
,Kind,1月,2月,2月
广东,a,10,11,1
,b,12,-,2
Total,,22,11,3
Source: nobody,,,,
junk,,x,y,z
"""


def test_wide_with_two_rows_of_heads(tmp_path: Path) -> None:
    claims = read(tmp_path, WIDE, t_csv=WIDE_CSV)
    assert brief(claims) == [
        ("subs", "CN-GD", "2020-01", 1e5, "C4"),
        ("subs", "CN-GD", "2020-01", 1.2e5, "C5"),
        ("subs", "CN-GD", "2020-02", 1.1e5, "D4"),
        ("change(subs)", "CN-GD", "2020-02", 1e4, "E4"),
        ("change(subs)", "CN-GD", "2020-02", 2e4, "E5"),
    ]


def test_decimal_comma_precision_and_a_word_for_false(tmp_path: Path) -> None:
    mapping = """file = "tables/t.csv"
delimiter = ";"
decimal = ","
expression = "fee"
territory = "CN"
period = "{mês}"
unit = "R$"
value = "valor"
precision = 0.5
[s.tables.map.period]
"jan/13" = "2013-01"
"total" = false
"""
    claims = read(tmp_path, mapping, t_csv="mês;valor\njan/13;1.234,56\ntotal;9\n")
    assert brief(claims) == [("fee", "CN", "2013-01", 1234.56, "B2")]
    assert claims[0].half_width == 0.5 and claims[0].unit == "reais"


def test_no_head(tmp_path: Path) -> None:
    mapping = (
        LONG
        + '\nheader = 0\nnames = ["territory", "value"]\n'
        + 'expression = "revenue"\nperiod = "2020"\nunit = "元"'
    )
    assert brief(read(tmp_path, mapping, t_csv="CN,1\nCN-GD,2\n")) == [
        ("revenue", "CN", "2020", 1, "B1"),
        ("revenue", "CN-GD", "2020", 2, "B2"),
    ]


def test_values_by_letters_and_by_pattern(tmp_path: Path) -> None:
    base = (
        LONG
        + '\nwide = ["y"]\nexpression = "revenue"\nterritory = "{place}"\n'
        + 'period = "{y}"\nunit = "元"\n'
    )
    text = "place,remark,2019,2020\nCN,n/a,1,2\n"
    for n, values in enumerate(("C:D", "^20")):
        claims = read(tmp_path / str(n), f'{base}values = "{values}"', t_csv=text)
        assert [(c.period, c.value) for c in claims] == [("2019", 1), ("2020", 2)]


def test_parts_and_sums(tmp_path: Path) -> None:
    rows = f"company,{HEAD}A,subs,CN,2020-12,10,万户\nB,subs,CN,2020-12,5,万户\n"
    parts = read(tmp_path / "a", LONG + '\ndimensions = {company = "{company}"}', t_csv=rows)
    assert [c.subject for c in parts] == ["subs[company=A]", "subs[company=B]"]
    assert all(c.expression is None and not c.is_fact for c in parts)
    made = edition(
        tmp_path / "b", LONG + '\nterritory = "{territory}"\naggregate = "sum"', {"t.csv": rows}
    )
    (total,) = collect_source(made, "s")
    assert (total.expression, total.value, total.half_width) == ("subs", 150_000, 10_000)
    assert total.locator == "E2:E3" and total.text == "Σ E2:E3 (n = 2)"


def test_parquet(tmp_path: Path) -> None:
    import polars as pl

    out = io.BytesIO()
    pl.DataFrame(
        {
            "expression": ["revenue"],
            "territory": ["CN"],
            "period": [2020],
            "value": [1.5e16],
            "unit": ["元"],
        }
    ).write_parquet(out)
    claims = read(tmp_path, 'file = "tables/t.parquet"', t_parquet=out.getvalue())
    assert (
        brief(claims) == [("revenue", "CN", "2020", 1.5e16, "D2")] and claims[0].half_width == 0.5
    )
