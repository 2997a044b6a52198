"""Files of prose to text: plain text, Markdown, HTML, Word and PDF, in any usual encoding.

Everything read is bounded in size, and nothing outside the file is fetched.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from operator import itemgetter
from pathlib import Path

import msgspec

from bluebook.errors import BluebookError

MAX_BYTES = 60_000_000
MAX_TEXT = 60_000_000
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严龙飞"
    "億萬戶電業務較達總數據網寬頻長動國際區東個為與們這會發開關來時說學現實機應見進運經產過點線後還從兩體當樣條無問題計變義軍衛"
)


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """The extracted text of a file. `places` are (start, name) of its pages, in order."""

    name: str
    text: str
    places: tuple[tuple[int, str], ...] = ()

    def place(self, start: int) -> str:
        """The page that a character is on, "" where the file has none."""
        n = bisect_right(self.places, start, key=itemgetter(0))
        return self.places[n - 1][1] if n else ""


def extract(path: Path) -> Document:
    """The text of a file; BluebookError where it cannot be read."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise BluebookError(
                f"file of {size:,} bytes", f"keep it under {MAX_BYTES:,}", file=path
            )
        data = path.read_bytes()
    except OSError as error:
        raise BluebookError(
            f"cannot read the file: {error.strerror}", "check the path", file=path
        ) from None
    try:
        return extract_bytes(data, path.name)
    except BluebookError as error:
        raise error.at(file=path) from None


def extract_bytes(data: bytes, name: str) -> Document:
    """The text of a file's content. Its kind is told by its first bytes, then by its name."""
    reader = _kind(data, name)
    document = reader(data, name)
    if len(document.text) > MAX_TEXT:
        raise BluebookError(f"text of {len(document.text):,} characters", "split the file")
    return document


def _kind(data: bytes, name: str) -> Callable[[bytes, str], Document]:
    start = data[:2048].lstrip().lower()
    if data[:5] == b"%PDF-":
        return _pdf
    if data[:4] == b"PK\x03\x04":
        return _docx
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise BluebookError("an old Word file (.doc)", "save it as .docx or PDF")
    if data[:5] == b"{\\rtf":
        raise BluebookError("an RTF file", "save it as .docx or PDF")
    suffix = Path(name).suffix.lower()
    if suffix in (".html", ".htm", ".shtml", ".xhtml") or re.search(
        rb"<(?:!doctype html|html|head|body|meta|div|table|p)[\s>]", start
    ):
        return _html
    return _plain


def decode(data: bytes, declared: str = "") -> str:
    """Text of unknown encoding: byte order mark, declaration, UTF-8, then the likeliest."""
    for mark, codec in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(codec, "replace")
    zeros = data[:4000].count(0)
    if zeros > len(data[:4000]) // 8:
        even = data[:4000:2].count(0)
        return data.decode("utf-16-be" if 2 * even > zeros else "utf-16-le", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4 and error.start > 64:  # cut off inside a character
            return data.decode("utf-8", "replace")
    likely = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs"}
    codecs = dict.fromkeys([likely.get(declared.lower(), ""), "gb18030", "big5hkscs"])
    scored = [(_score(data, codec), codec) for codec in codecs if codec]
    best, codec = max(scored)
    if best > 0.3:
        return data.decode(codec, "replace")
    from charset_normalizer import from_bytes

    found = from_bytes(data[:200_000]).best()
    return data.decode(found.encoding if found else "utf-8", "replace")


def _score(data: bytes, codec: str) -> float:
    """The share of common characters among the Chinese ones, were this the encoding."""
    text = data[:20_000].decode(codec, "ignore")
    wide = [c for c in text if "\u3400" <= c <= "\u9fff" or c > "\uf000"]
    lost = len(data[:20_000]) - len(text.encode(codec, "ignore"))
    return sum(c in _COMMON for c in wide) / (len(wide) + lost) if wide else 0.0


def _plain(data: bytes, name: str) -> Document:
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text[:1000]:
        raise BluebookError("not a text file", "give .txt, .md, .html, .docx or .pdf")
    if name.lower().endswith((".md", ".markdown")):
        from bluebook.collect.digests import extracted

        text = extracted(text)
    return Document(name=name, text=text)


def _html(data: bytes, name: str) -> Document:
    from bluebook.collect.webpage import article

    declared = re.search(rb"charset\s*=\s*[\"']?\s*([\w-]+)", data[:4000])
    return Document(name=name, text=article(decode(data, declared[1].decode() if declared else "")))


def _docx(data: bytes, name: str) -> Document:
    from bluebook.collect.word import paragraphs

    found = paragraphs(data)
    places, start = [], 0
    for n, text in enumerate(found, 1):
        places.append((start, f"paragraph {n}"))
        start += len(text) + 2
    return Document(name=name, text="\n\n".join(found), places=tuple(places))


def _pdf(data: bytes, name: str) -> Document:
    from bluebook.collect.pages import pages

    places, start, out = [], 0, []
    for part in pages(data):
        start += len(part.glue)
        places.append((start, f"page {part.page}"))
        out += [part.glue, part.text]
        start += len(part.text)
    return Document(name=name, text="".join(out), places=tuple(places))
