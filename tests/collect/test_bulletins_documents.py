# ruff: noqa: E501
"""Files of prose: encodings, web pages, Word, PDF; and what `bluebook read` makes of them."""

import io
import zipfile
from pathlib import Path

import pytest

from bluebook.collect.bulletins.command import (
    catalogue_of,
    learn,
    read_files,
    to_html,
    unknown,
    write_texts,
)
from bluebook.collect.documents import decode, extract_bytes
from bluebook.errors import BluebookError
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim
from tests.collect.word import W, paragraph, word

TEXT = "2020年，电信业务收入累计完成1.36万亿元，比上年增长3.6%。移动电话用户总数达15.94亿户。"
TRADITIONAL = "2020年,電信業務收入累計完成1.36萬億元,比上年增長3.6%。行動電話用戶總數達15.94億戶。"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return catalogue_of()


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"]
)
def test_encodings_are_found(codec: str) -> None:
    assert decode(TEXT.encode(codec)) == TEXT


def test_big5_is_told_from_gb18030() -> None:
    assert decode(TRADITIONAL.encode("big5")) == TRADITIONAL
    assert decode(TRADITIONAL.encode("gb18030")) == TRADITIONAL


def test_an_article_is_found_among_menus(catalogue: Catalogue) -> None:
    page = """<html><head><meta charset="gb2312"><title>2020年通信业统计公报_工信部</title>
    <script>var x = "移动电话用户99亿户";</script></head><body>
    <div class="nav"><a href="/">首页</a><a href="/x">移动电话用户88亿户</a></div>
    <div id="content"><h1>2020年通信业统计公报</h1><p>2020年，<b>电信业务收入</b>累计完成
    1.36万亿元，比上年增长3.6%。</p><p>移动电话用户总数达15.94亿户。</p>
    <table><tr><th>指标名称</th><th>单位</th><th>本月末到达</th><th>比上年末净增</th></tr>
    <tr><td>固定电话用户</td><td>万户</td><td>18191</td><td>-913</td></tr></table></div>
    <div class="related"><p>相关阅读：5G基站总数达77万个，同比增长300%，这是另一篇文章。</p></div>
    <div class="footer">版权所有 2020</div></body></html>"""
    document = extract_bytes(page.encode("gb18030"), "page.html")
    assert "首页" not in document.text
    assert "99亿" not in document.text
    assert "另一篇" not in document.text
    assert _read(document.text, catalogue) == [
        ("telecom_revenue", 1.36e12),
        ("yoy(telecom_revenue)", 3.6),
        ("mobile_subs", 1.594e9),
        ("fixed_line_subs", 181.91e6),
        ("change(fixed_line_subs)", -9.13e6),
    ]


def _read(text: str, catalogue: Catalogue) -> list[tuple[str | None, float]]:
    from bluebook.collect.bulletins import read

    found = read(text, catalogue=catalogue, language=None, territory="", period="", source="s")
    return [(c.expression, c.value) for c in found]


def test_word_keeps_paragraphs_and_tables(tmp_path: Path, catalogue: Catalogue) -> None:
    table = "".join(
        f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>"
        for row in (("指标名称", "单位", "本月末到达"), ("IPTV用户", "万户", "31500"))
    )
    body = paragraph("2020年12月末通信业主要指标") + paragraph("移动电话用户总数达15.94亿户。")
    path = tmp_path / "a.docx"
    path.write_bytes(word(body + f"<w:tbl>{table}</w:tbl>"))
    (found,) = read_files([path], catalogue)
    assert [(c.expression, c.value, c.period) for c in found.claims] == [
        ("mobile_subs", 1.594e9, "2020-12"),
        ("iptv_subs", 315e6, "2020-12"),
    ]
    assert found.claims[0].locator == "paragraph 2"
    assert found.claims[0].source == "a.docx"


def test_pdf_keeps_pages(tmp_path: Path, catalogue: Catalogue) -> None:
    import typst

    source = tmp_path / "a.typ"
    source.write_text(
        '#set page(header: [Statistical bulletin], numbering: "1")\n'
        "By the end of 2020, mobile phone subscribers reached 1.594 billion.\n#pagebreak()\n"
        "In 2020, telecom revenue rose 3.6 percent to 1.36 trillion yuan.\n",
        "utf-8",
    )
    path = tmp_path / "a.pdf"
    path.write_bytes(typst.compile(str(source)))
    (found,) = read_files([path], catalogue, language="en")
    assert [(c.expression, c.locator) for c in found.claims] == [
        ("mobile_subs", "page 1"),
        ("yoy(telecom_revenue)", "page 2"),
        ("telecom_revenue", "page 2"),
    ]


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"PK\x03\x04broken", "a.docx", "broken Word"),
        (b"%PDF-1.4 nothing", "a.pdf", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", "old Word"),
        (b"\x00\x01\x02\x03" * 100 + b"\xff" * 900, "a.txt", "not a text"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, name: str, message: str) -> None:
    with pytest.raises(BluebookError, match=message):
        extract_bytes(data, name)


def test_a_file_that_is_not_there(catalogue: Catalogue) -> None:
    with pytest.raises(BluebookError, match="cannot read"):
        read_files(["/nowhere/a.txt"], catalogue)


def test_entities_in_a_word_document_are_not_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        xml = f'{bomb}<w:document xmlns:w="{W}"><w:body>{paragraph("&b;")}</w:body></w:document>'
        package.writestr("word/document.xml", xml)
    assert "aaaa" not in extract_bytes(buffer.getvalue(), "a.docx").text


def test_standard_input(monkeypatch: pytest.MonkeyPatch, catalogue: Catalogue) -> None:
    class Stdin:
        buffer = io.BytesIO(TEXT.encode("gb18030"))

    monkeypatch.setattr("sys.stdin", Stdin())
    (found,) = read_files(["-"], catalogue)
    assert len(found.claims) == 3


def test_a_page_shows_what_each_number_means(tmp_path: Path, catalogue: Catalogue) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        TEXT + "<b>快递业务收入8795亿元</b>，光纤接入用户占固定互联网宽带接入用户总数的345%。"
        "力争到2021年底5G基站达到128万个。",
        "utf-8",
    )
    (found,) = read_files([path], catalogue)
    page = to_html([found], catalogue)
    assert ">1.36万亿元</a>" in page
    assert "<b>电信业务收入</b><br>中国 · 2020年<br>1.355 – 1.365万亿元" in page
    assert "<b>电信业务收入比上年同期增长</b><br>中国 · 2020年<br>3.55 – 3.65%" in page
    assert "&lt;b&gt;快递业务收入" in page
    for kind, count in (("level", 2), ("growth", 1), ("unknown", 1), ("suspect", 1), ("plan", 1)):
        assert page.count(f'class="mark {kind}"') == count
    assert "<script" not in page
    english = to_html([found, found], catalogue, "en")
    assert "growth of Telecom" in english
    assert english.count("<section") == 2
    assert english.count("<html") == 1


def test_unknown_subjects_are_counted_and_proposed(tmp_path: Path, catalogue: Catalogue) -> None:
    import yaml

    path = tmp_path / "a.txt"
    path.write_text(
        "2020年，快递业务收入8795亿元，同比增长17.3%。快递业务收入占比不详。\n", "utf-8"
    )
    (found,) = read_files([path], catalogue)
    (subject,) = unknown(found.claims)
    assert (subject.subject, subject.times, subject.unit) == ("快递业务收入", 2, "CNY")
    proposed = yaml.safe_load(learn(found.claims, catalogue))["indicators"]["proposed_1"]
    assert (proposed["name"]["zh"], proposed["unit"], proposed["kind"]) == (
        "快递业务收入",
        "CNY",
        "flow",
    )


def test_rules_of_any_form_are_no_hindrance(catalogue: Catalogue) -> None:
    """A rule may be a range or hold under a condition; sums are taken from those that are sums."""
    import msgspec

    from bluebook.collect.bulletins.lexicon.sums import Sum, sums

    more = [
        msgspec.structs.replace(catalogue.rules[0], rule=text)
        for text in ("arpu in [20, 120]", "dou = mobile_subs + iptv_subs unless year == 2020")
    ]
    wider = msgspec.structs.replace(catalogue, rules=(*catalogue.rules, *more))
    assert sums(wider) == sums(catalogue)
    assert Sum(("mobile_subs_5g",), "mobile_subs", False) in sums(catalogue)
    assert _read(TEXT, wider) == _read(TEXT, catalogue)


def test_a_word_document_is_read_as_it_stands_after_its_changes(catalogue: Catalogue) -> None:
    def run(text: str, properties: str = "") -> str:
        return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"

    box = f"<w:txbxContent>{paragraph('5G基站71.8万个。')}</w:txbxContent>"
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    body = (
        "<w:p>" + run("2020年，电信业务收入")
        + "<w:del><w:r><w:delText>1.35</w:delText></w:r></w:del><w:ins>" + run("1.36") + "</w:ins>"
        + "<w:moveFrom>" + run("99") + "</w:moveFrom>" + run("1", '<w:vertAlign w:val="superscript"/>')
        + run("万亿元，") + run("比上年增长9%，", "<w:vanish/>") + run("比上年增长3.6%。")
        + f"<w:r>{both}</w:r></w:p>"
        + f"<w:sdt><w:sdtContent>{paragraph('移动电话用户总数达15.94亿户。')}</w:sdtContent></w:sdt>"
    )  # fmt: skip
    document = extract_bytes(word(body), "a.docx")
    assert _read(document.text, catalogue) == [
        ("telecom_revenue", 1.36e12),
        ("yoy(telecom_revenue)", 3.6),
        ("base_stations_5g", 718e3),
        ("mobile_subs", 1.594e9),
    ]
    assert document.place(document.text.index("移动电话")) == "paragraph 3"


def test_notes_of_a_word_document_come_last() -> None:
    buffer = io.BytesIO(word(paragraph("正文。")))
    with zipfile.ZipFile(buffer, "a") as package:
        note = f'<w:footnote w:type="separator">{paragraph("-")}</w:footnote>'
        note += f'<w:footnote w:id="1">{paragraph("注释。")}</w:footnote>'
        package.writestr("word/footnotes.xml", f'<w:footnotes xmlns:w="{W}">{note}</w:footnotes>')
    assert extract_bytes(buffer.getvalue(), "a.docx").text == "正文。\n\n注释。"


def test_a_word_document_that_unpacks_beyond_measure_is_refused() -> None:
    with pytest.raises(BluebookError, match="too large"):
        extract_bytes(word(f"<w:p>{' ' * 30_000_000}</w:p>"), "a.docx")


PARTS = (
    "2020年，电信业务收入累计完成1.36万亿元，比上年增长3.6%。",
    "移动电话用户总数达15.94亿户，占电话用户的89.8%。",
)


@pytest.mark.parametrize(
    "frame",
    [
        "<table><tr><td><a href='/'>首页</a> | <a>新闻</a></td></tr><tr><td><table><tr><td>{0}</td></tr></table></td></tr></table>",
        "<table width=100%><tr><td class='left'><ul><li><a>菜单一</a><li><a>菜单二</a></ul></td><td>{0}</td><td>右栏</td></tr></table>",
        "<div class='share-box hot'><div class=content>{0}</div></div>",
        "<div id=main>{0}<div class='ad'><p>广告：本店移动电话用户套餐99亿元起，快来抢购，机会难得不要错过。</p></div></div><div style='display:none'>隐藏的移动电话用户99亿户，请不要读出来。</div>",
        "<main><article><header>标题</header>{0}</article><aside>相关：移动电话用户99亿户，这里是另一篇文章的摘要。</aside></main>",
    ],
    ids=["tables as frames", "columns of a frame", "named like a menu", "adverts and hidden text", "of our days"],
)  # fmt: skip
@pytest.mark.parametrize("mark", ["<p>{}</p>", "{}<br><br>", "<div><span>{}</span></div>"])
def test_the_article_is_found_in_any_frame(frame: str, mark: str, catalogue: Catalogue) -> None:
    inner = "".join(mark.format(part) for part in PARTS)
    page = f"<html><head><title>公报</title></head><body>{frame.format(inner)}</body></html>"
    text = extract_bytes(page.encode(), "a.html").text
    assert "99亿" not in text
    assert _read(text, catalogue) == _read("\n".join(PARTS), catalogue)


def test_extracted_texts_are_those_that_offsets_refer_to(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    for name in ("a.txt", "b.html"):
        (tmp_path / name).write_text(f"<p>{TEXT}</p>\n\n<p>x</p>", "utf-8")
    found = read_files([tmp_path / "a.txt", tmp_path / "b.html"], catalogue)
    write_texts(found, tmp_path / "out")
    write_texts(found[1:], tmp_path / "one.txt")
    assert (tmp_path / "one.txt").read_text("utf-8") == found[1].document.text
    for one in found:
        text = (tmp_path / "out" / f"{one.document.name}.txt").read_text("utf-8")
        assert [text[c.start : c.end] for c in one.claims] == ["1.36万亿元", "3.6%", "15.94亿户"]


def test_what_is_proposed_is_not_known_by_another_ending(catalogue: Catalogue) -> None:
    import yaml
    from msgspec.structs import replace

    claim = extract_claim("快递业务收入8795亿元。", catalogue)
    subjects = ("移动电话用户总数", "移动电话用户", "移动电话用户总量规模", "parcel revenue")
    claims = [replace(claim, subject=subject) for subject in subjects]
    assert {one.subject for one in unknown(claims, catalogue)} == set(subjects[2:])
    proposed = yaml.safe_load(learn(claims, catalogue))["indicators"].values()
    assert [list(one["name"]) for one in proposed] == [["en"], ["zh"]]
    assert "like mobile_subs" in next(
        iter(one["note"]["zh"] for one in proposed if "zh" in one["note"])
    )


def extract_claim(text: str, catalogue: Catalogue) -> Claim:
    from bluebook.collect.bulletins import read

    (claim,) = read(
        text, catalogue=catalogue, language="zh", territory="CN", period="2020", source="s"
    )
    return claim
