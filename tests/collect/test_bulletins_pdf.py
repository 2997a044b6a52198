# ruff: noqa: E501
"""PDF: columns, tables, heads and feet, notes, broken words. What is read is what the text says."""

import zlib
from functools import cache

import pytest
import typst

from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.reader import Reader
from bluebook.collect.documents import Document, extract_bytes
from bluebook.errors import BluebookError

ZH = (
    "2020年，电信业务收入累计完成1.36万亿元，比上年增长3.6%，增速比上年提高2.9个百分点。按照上年不变价计算的电信业务总量1.5万亿元，同比增长20.6%。",
    "固定数据及互联网业务实现收入2601亿元，在电信业务收入中占比由上年的17.4%提升至17.8%，拉动电信业务收入增长1.2个百分点。",
    "移动互联网接入流量消费达1656亿GB，比上年增长35.7%。移动短信业务量同比下降8.4%，降幅较上年收窄5.6个百分点。",
    "截至2020年12月末，固定互联网宽带接入用户总数达4.84亿户，比上年末净增3427万户。其中，光纤接入用户4.54亿户，占固定互联网宽带接入用户总数的93.9%。",
    "移动电话普及率为113.9部/百人，比上年末回落0.5部/百人。完成固定语音和移动语音业务收入224亿元和1155亿元，比上年分别下降2.9%和4.4%，在电信业务收入中总占比9.6%。",
)
EN = (
    "In 2020, telecom revenue rose 3.6 percent year on year to 1.36 trillion yuan. Fixed communications revenue reached 467.3 billion yuan, accounting for 34.5% of telecom revenue.",
    "The country had built nearly 3.22 million 5G base stations by the end of October 2023, accounting for 28.1 percent of all its mobile base stations.",
    "Cloud computing and big data revenue increased by 35.5 percent and 42.2 percent respectively. By the end of 2020, mobile phone subscribers stood at 1.594 billion, a net decrease of 7.28 million from the end of the previous year.",
    "By the end of June 2020, 5G base stations in Guangdong reached over 78,000, up 3.6% year-on-year. Internet penetration was 70.4%, 5.9 percentage points higher than a year earlier.",
    "Telecommunications administrations everywhere emphasise interconnectedness, and internationalisation of infrastructure is considered indispensable throughout.",
)
HEADS = {"zh": "通信业统计公报", "en": "Statistical bulletin of 2020"}
FURNITURE = (
    '#set page(width: 180mm, height: 130mm, margin: 18mm, header: [#text(size: 8pt)[{head} #h(1fr) 2020]],'
    ' footer: context align(center, text(size: 8pt)[— #counter(page).display() —]))\n'
    '#set text(size: 10pt, lang: "{language}", font: ("Libertinus Serif", "Noto Sans CJK SC"), hyphenate: true)\n'
    "#set par(justify: true, first-line-indent: {indent})\n"
)  # fmt: skip
TABLE = """#table(columns: (auto, auto, auto, auto), [指标名称], [单位], [本月末到达], [比上年末净增],
  [固定电话用户], [万户], [18191], [−913], [移动电话用户], [万户], [159407], [−728])
"""


@cache
def pdf(body: str) -> bytes:
    from bluebook.publish.pdf import _fonts

    made = typst.compile(body.encode(), font_paths=_fonts())
    assert isinstance(made, bytes)
    return made


def styled(body: str, language: str) -> bytes:
    indent = "(amount: 2em, all: true)" if language == "zh" else "0pt"
    head = FURNITURE.format(head=HEADS[language], language=language, indent=indent)
    return pdf(head + body)


def read(document: Document, language: str) -> list[tuple[object, ...]]:
    claims = Reader(catalogue_of(), language, "s").read(document.text, "CN", "2020")
    for claim in claims:
        assert claim.start is not None and document.text[claim.start : claim.end].strip()
    return [(c.expression, c.territory, c.period, c.value, c.half_width, c.bound) for c in claims]


def plain(paragraphs: tuple[str, ...], language: str) -> list[tuple[object, ...]]:
    return read(Document(name="s", text="\n\n".join(paragraphs)), language)


BOTH = pytest.mark.parametrize(("language", "paragraphs"), [("zh", ZH), ("en", EN)])


@BOTH
@pytest.mark.parametrize("columns", [1, 2, 3])
def test_columns_are_read_one_after_the_other(
    language: str, paragraphs: tuple[str, ...], columns: int
) -> None:
    text = "\n\n".join((*paragraphs, *paragraphs[:-1])).replace("%", "\\%")
    page = styled(f"#columns({columns})[{text}]", language)
    document = extract_bytes(page, "a.pdf")
    assert read(document, language) == plain((*paragraphs, *paragraphs[:-1]), language)
    assert HEADS[language] not in document.text
    assert "— 1" not in document.text
    assert document.place(0) == "page 1"


@BOTH
def test_a_title_across_the_columns_comes_first(language: str, paragraphs: tuple[str, ...]) -> None:
    text = "\n\n".join((*paragraphs, *paragraphs)).replace("%", "\\%")
    title = "#align(center, text(size: 18pt)[TITLE 通信业])\n"
    document = extract_bytes(styled(f"{title}#columns(2)[{text}]", language), "a.pdf")
    assert document.text.index("TITLE") < document.text.index(paragraphs[0][:2])
    assert read(document, language) == plain((*paragraphs, *paragraphs), language)


def test_marks_of_notes_are_no_digits() -> None:
    for language, text, code in (
        ("zh", "移动电话用户总数达15.94#footnote[含物联网。]亿户，比上年增长3.6#super[2]%。", "mobile_subs"),
        ("en", "In 2020, mobile phone subscribers reached 1.594#footnote[With machines.] billion.", "mobile_subs"),
    ):  # fmt: skip
        document = extract_bytes(styled(text.replace("%", "\\%"), language), "a.pdf")
        assert read(document, language)[0][0:4:3] == (code, 1.594e9)
        note = "含物联网" if language == "zh" else "With machines"
        assert document.text.rstrip().splitlines()[-1].endswith((f"{note}。", f"{note}."))


def test_a_paragraph_goes_on_over_the_page() -> None:
    for language, paragraphs in (("zh", ZH), ("en", EN)):
        joint = ("" if language == "zh" else " ").join(paragraphs[:4])
        text = f"{joint}#footnote[Note.]".replace("%", "\\%")
        small = "#set page(height: 62mm, margin: 12mm, width: 80mm, header: none)\n"
        document = extract_bytes(styled(small + text, language), "a.pdf")
        assert len({name for _, name in document.places}) > 2
        assert read(document, language) == plain((joint,), language)


def test_words_broken_by_a_hyphen_are_whole_again() -> None:
    narrow = "#set page(width: 60mm, height: 200mm, margin: 10mm, header: none)\n"
    text = f"{EN[4]} Growth was 3.6% year-on-year and year-on-year again.".replace("%", "\\%")
    document = extract_bytes(styled(narrow + text, "en"), "a.pdf")
    for word in ("interconnectedness", "internationalisation", "indispensable", "year-on-year"):
        assert word in document.text


@pytest.mark.parametrize(
    "stroke",
    ["0.5pt + black", "none", "(x, y) => (top: 0.5pt, bottom: 0.5pt)"],
)
def test_tables_keep_their_cells(stroke: str) -> None:
    table = TABLE.replace("#table(", f"#table(inset: (x: 9pt, y: 5pt), stroke: {stroke}, ")
    document = extract_bytes(
        styled(f"{ZH[0]}\n\n{table}\n{ZH[2]}".replace("%", "\\%"), "zh"), "a.pdf"
    )
    rows = [
        line.replace(" ", "").split("\t") for line in document.text.splitlines() if "\t" in line
    ]
    assert rows == [
        ["指标名称", "单位", "本月末到达", "比上年末净增"],
        ["固定电话用户", "万户", "18191", "−913"],
        ["移动电话用户", "万户", "159407", "−728"],
    ]


def test_cells_that_break_or_span_stay_whole() -> None:
    table = """#table(columns: (18mm, 14mm, 20mm, 20mm),
      table.cell(rowspan: 2)[指标名称], table.cell(rowspan: 2)[单位], table.cell(colspan: 2)[移动电话],
      [本月末到达], [比上年末净增], [固定互联网宽带接入用户], [万户], [48355], [3427])
    """
    text = extract_bytes(styled(table, "zh"), "a.pdf").text
    rows = [line.replace(" ", "").split("\t") for line in text.splitlines() if "\t" in line]
    assert rows == [
        ["指标名称", "单位", "移动电话", "移动电话"],
        ["指标名称", "单位", "本月末到达", "比上年末净增"],
        ["固定互联网宽带接入用户", "万户", "48355", "3427"],
    ]


def minimal(stream: bytes, filters: str = "") -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]"
        b"/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>"
        b"endobj\n4 0 obj<</Length " + str(len(stream)).encode() + filters.encode() + b">>stream\n"
        + stream + b"\nendstream endobj\ntrailer<</Root 1 0 R>>"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.4 nothing", "damaged"),
        (pdf("text")[:900], "damaged|no text"),
        (minimal(b""), "no text layer"),
        (minimal(zlib.compress(zlib.compress(b"0 " * 60_000_000)), "/Filter[/FlateDecode/FlateDecode]"), "damaged|no text"),
    ],
    ids=["nothing", "cut off", "no text", "bomb"],
)  # fmt: skip
def test_a_pdf_that_cannot_be_read_says_why(data: bytes, message: str) -> None:
    with pytest.raises(BluebookError, match=message):
        extract_bytes(data, "a.pdf")
