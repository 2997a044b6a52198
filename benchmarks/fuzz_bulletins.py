"""Random and mutated texts, pages and documents against the reader of bulletins.

    python benchmarks/fuzz_bulletins.py [TEXTS] [FILES] [SEED]

Prints how many were read, the slowest, and the memory used; exits 1 on a crash, a hang over two
seconds or growth over 500 MB.
"""

from __future__ import annotations

import contextlib
import io
import random
import resource
import sys
import time
import zipfile
from collections.abc import Iterator

from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.reader import Reader
from bluebook.collect.documents import extract_bytes
from bluebook.errors import BluebookError

SEEDS = (
    "2020年，电信业务收入累计完成1.36万亿元，比上年增长3.6%，增速比上年提高2.9个百分点。",
    "截至5月末，东、中、西部和东北地区5G用户分别达4.92亿、2.7亿、2.97亿、0.78亿户，占比由上年的15.3%提升至62.3%。",
    "移动电话用户总数达15.94亿户（上年末1亿零6千户），全年净减728万户；其中，4G用户居全国第1位，是上年的2.3倍。",
    "By the end of May 2020, the number of 5G base stations in Guangdong reached over 78,000, up 3.6% year on year.",
    "Revenue rose 8.1 percent to over 1.35 trillion yuan (about 212 billion U.S. dollars), accounting for a third of it.",
    "指标名称\t单位\t本月末到达\t比上年末净增\n移动电话用户\t万户\t159407\t-728\n",
)
BITS = (
    "0", "9" * 40, "9" * 10_000, ".", ",", "%", "％", "亿", "万亿", "個百分點", "(" * 50, ")" * 50, "（", "、", "和",
    "占", "其中", "分别", "同比", "上年末", "2020年", "1—5月", "增长", "下降", "5G基站", "GB/户·月", "\n", "\n\n", "\t", "|",
    "\u200b", "\ufffd", "\U0001f600", "é", "&nbsp;", "<p>", "</div>", "﷐", "ﬁ", "İ", "ß", "翻一番", "1/10", "四分之三", "第1位",
    "三百二十万", "两成五", "respectively", "million", "year on year", "in Guangdong", "－", "１２３", "\x00", "\r",
)  # fmt: skip
SECONDS = 2.0
GROWTH = 500


def mutated(pick: random.Random) -> str:
    """A seed with pieces cut, doubled, swapped and strewn in."""
    text = pick.choice(SEEDS) * pick.choice((1, 1, 1, 3))
    for _ in range(pick.randint(1, 12)):
        a, b = sorted(pick.randrange(len(text) + 1) for _ in range(2))
        kind = pick.randrange(5)
        if kind == 0:
            text = text[:a] + text[min(b, a + 8) :]
        elif kind == 1:
            text = text[:a] + pick.choice(BITS) + text[a:]
        elif kind == 2:
            text = text[:a] + text[a:b] * 2 + text[b:]
        elif kind == 3:
            text = text[:a] + chr(pick.randrange(0x20, 0xFFFF)) + text[a + 1 :]
        else:
            text = text[:a] + pick.choice(SEEDS) + text[a:]
    return text[:40_000].encode("utf-8", "replace").decode()


def file(pick: random.Random) -> tuple[bytes, str]:
    """A web page, a Word document or a text, mutated as text or as bytes."""
    text = mutated(pick)
    kind = pick.choice(("html", "docx", "txt", "pdf"))
    if kind == "html":
        nest = pick.choice((0, 1, 60, 3_000))
        page = "<div>" * nest + f"<p>{text}</p><table><tr><td>{text[:80]}</td></tr></table>"
        data = page.encode(pick.choice(("utf-8", "gb18030", "utf-16")), "replace")
    elif kind == "docx":
        body = text.replace("&", "&amp;").replace("<", "&lt;").replace("\x00", "")
        bomb = '<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa">]>' if pick.random() < 0.1 else ""
        xml = (
            f'<?xml version="1.0"?>{bomb}<w:document xmlns:w="http://schemas.openxmlformats.org/'
            f'wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{body}</w:t></w:r></w:p></w:body></w:document>'
        )
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("word/document.xml", xml.encode("utf-8", "replace"))
        data = buffer.getvalue()
    elif kind == "pdf":
        stream = f"BT /F1 12 Tf ({text[:200].encode('ascii', 'replace').decode()}) Tj ET".encode()
        data = (
            b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]"
            b"/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj\n4 0 obj<</Length "
            + str(len(stream)).encode() + b">>stream\n" + stream + b"\nendstream endobj\ntrailer<</Root 1 0 R>>"
        )  # fmt: skip
    else:
        data = text.encode(pick.choice(("utf-8", "gb18030", "big5", "utf-16")), "replace")
    if pick.random() < 0.5 and data:
        raw = bytearray(data)
        for _ in range(pick.randint(1, 20)):
            raw[pick.randrange(len(raw))] = pick.randrange(256)
        data = bytes(raw)
    return data, f"x.{kind}"


def memory() -> float:
    """Megabytes held at most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def timed(work: Iterator[object]) -> tuple[int, float]:
    """How many pieces of work were done, and the longest one took."""
    count, slowest, start = 0, 0.0, time.perf_counter()
    for _ in work:
        now = time.perf_counter()
        slowest, start, count = max(slowest, now - start), now, count + 1
    return count, slowest


def main() -> int:
    given = [int(a) for a in sys.argv[1:4]]
    texts, files, seed = given + [10_000, 500, 1][len(given) :]
    pick = random.Random(seed)
    catalogue = catalogue_of()
    reader = Reader(catalogue, None, "fuzz")
    reader.read(SEEDS[0], "CN", "2020")
    before = memory()

    def read_texts() -> Iterator[object]:
        for _ in range(texts):
            text = mutated(pick)
            for claim in reader.read(text, "CN", pick.choice(("2020", "2020-05", ""))):
                assert claim.start is not None and claim.end is not None
                assert 0 <= claim.start < claim.end <= len(text)
            yield None

    def read_files() -> Iterator[object]:
        for _ in range(files):
            data, name = file(pick)
            with contextlib.suppress(BluebookError):
                reader.read(extract_bytes(data, name).text, "CN", "2020")
            yield None

    failed = False
    for what, work in (("texts", read_texts()), ("files", read_files())):
        count, slowest = timed(work)
        growth = memory() - before
        print(
            f"{what}: {count} read, slowest {slowest:.3f} s, memory +{growth:.0f} MB, seed {seed}"
        )
        failed = failed or slowest > SECONDS or growth > GROWTH
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
