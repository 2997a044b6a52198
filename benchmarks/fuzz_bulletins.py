"""Random and mutated texts, pages and documents against the reader of bulletins.

    python benchmarks/fuzz_bulletins.py [TEXTS] [FILES] [--seed N] [--state FILE]

Each case is made from the seed and its number, so that any one can be made again. With --state
the run goes on where it stopped. Prints how many were read, the slowest, and the memory used;
exits 1 on a crash, on more than two seconds (of the processor, children included) for one case,
or on growth over 500 MB.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import resource
import signal
import sys
import time
import traceback
import zipfile
import zlib
from functools import cache
from pathlib import Path

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
    "指标名称\t单位\t本月末到达\t比上年末净增\n移动电话用户\t万户\t159407\t-728\n4G用户\t万户\t128876.7\t1\n",
    "Province | Mobile subscribers (10,000) | Growth (%)\nBeijing | 3906.5 | -2.9\nGuangdong | 15500 | 2\n",
    "电信业务收入\n亿元\n13564\n3.6\n1136\n移动短信业务量\n亿条\n1780\n-8.4\n150\n",
)
BITS = (
    "0", "9" * 40, "9" * 10_000, ".", ",", "%", "％", "亿", "万亿", "個百分點", "(" * 50, ")" * 50, "（", "、", "和",
    "占", "其中", "分别", "同比", "上年末", "2020年", "1—5月", "增长", "下降", "5G基站", "GB/户·月", "\n", "\n\n", "\t", "|",
    "\u200b", "\ufffd", "\U0001f600", "é", "&nbsp;", "<p>", "</div>", "﷐", "ﬁ", "İ", "ß", "翻一番", "1/10", "四分之三", "第1位",
    "三百二十万", "两成五", "respectively", "million", "year on year", "in Guangdong", "－", "１２３", "\x00", "\r", "||", "\t\t\t",
    "单位：万户", "(2020)", "±%", "-", " ", "\xa0", "\x0b", "Ã©", "锟斤拷", "8 36億", "05%",
)  # fmt: skip
PAGES = Path(__file__).parents[1] / "tests" / "data" / "pages"
PIECE = 300  # characters of a page at most, cut where a line ends
OVER_AND_OVER, LONG = 0.005, 4_000  # how often a few characters are repeated, to how many
SECONDS = 2.0
GROWTH = 500
STEP = 1_000  # cases between two writings of the state
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@cache
def pieces() -> tuple[str, ...]:
    """Lines that stand together in the pages of our own (tests/data/pages)."""
    found = []
    for page in sorted(PAGES.glob("*/text/*.txt")):
        piece = ""
        for line in page.read_text("utf-8").splitlines(keepends=True):
            if piece and len(piece) + len(line) > PIECE:
                found.append(piece)
                piece = ""
            piece += line
        found.append(piece)
    return tuple(found)


def mutated(pick: random.Random) -> str:
    """A seed, or a piece of a page, with pieces cut, doubled, swapped and strewn in."""
    seeds = SEEDS if pick.random() < 0.5 else pieces()
    text = pick.choice(seeds) * pick.choice((1, 1, 1, 3))
    for _ in range(pick.randint(1, 8)):
        a, b = sorted(pick.randrange(len(text) + 1) for _ in range(2))
        kind = pick.randrange(6)
        if kind == 0:
            text = text[:a] + text[min(b, a + 8) :]
        elif kind == 1:
            text = text[:a] + pick.choice(BITS) + text[a:]
        elif kind == 2:
            text = text[:a] + text[a:b] * 2 + text[b:]
        elif kind == 3:
            text = text[:a] + chr(pick.randrange(0x20, 0xFFFF)) + text[a + 1 :]
        elif kind == 4:
            text = text[:a] + pick.choice(seeds)[:60] + text[a:]
        else:
            text = "".join(chr(pick.randrange(1, 0x3000)) for _ in range(40)) + text[a:b]
    if pick.random() < OVER_AND_OVER:
        a = pick.randrange(len(text) + 1)
        text = (text[a : a + pick.randint(1, 12)] + pick.choice((" ", "", "5 "))) * 1_000
        text = text[:LONG] + pick.choice(seeds)
    return text[:40_000].encode("utf-8", "replace").decode()


@cache
def pdfs() -> tuple[bytes, ...]:
    """Real documents to be damaged: one and two columns, a table."""
    import typst

    body = SEEDS[3] + "\n\n" + SEEDS[4].replace("$", "")
    table = "#table(columns: 3, [Province], [Users], [Growth], [Beijing], [3906.5], [2.9])\n"
    sources = (body, f"#columns(2)[{body} {body}\n\n{body}]", table + body)
    return tuple(typst.compile(s.replace("%", "\\%").encode()) for s in sources)  # type: ignore[misc]


def pdf(pick: random.Random, text: str) -> bytes:
    """A document of a page, or one that was real; sometimes a bomb."""
    kind = pick.randrange(5)
    if kind < 3:
        return pick.choice(pdfs())
    filters = b""
    stream = f"BT /F1 12 Tf ({text[:200].encode('ascii', 'replace').decode()}) Tj ET".encode()
    if kind == 3 and pick.random() < 0.2:
        stream = zlib.compress(b"BT (1) Tj ET " * pick.choice((10, 1_000, 200_000)))
        filters = b"/Filter/FlateDecode"
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]"
        b"/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1"
        b" 5 0 R>>>>>>endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n4 0 obj<</Length "
        + str(len(stream)).encode() + filters + b">>stream\n" + stream + b"\nendstream endobj\ntrailer<</Root 1 0 R>>"
    )  # fmt: skip


def html(pick: random.Random, text: str) -> bytes:
    nest = pick.choice((0, 1, 60, 3_000))
    span = pick.choice(("1", "2", "999999999", "-1", "x"))
    page = (
        pick.choice(("<div>", "<table><tr><td>", "<ul><li>", "<b>")) * nest
        + f"<p>{text}</p><table><tr><th colspan={span}>{text[:40]}<td rowspan={span}>1<tr><td>{text[:80]}</td></tr>"
        + f"</table>&amp;&#{pick.randrange(200_000)};&{'a' * pick.choice((1, 5, 5_000))};<!--{text[:9]}"
    )
    return page.encode(pick.choice(("utf-8", "gb18030", "utf-16", "big5")), "replace")


def docx(pick: random.Random, text: str) -> bytes:
    body = text.replace("&", "&amp;").replace("<", "&lt;").replace("\x00", "")
    entity = '<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY c "&a;&a;&a;&a;&a;">]>'
    bomb = entity if pick.random() < 0.1 else ""
    run = f"<w:r><w:t>{body}{'&c;' * bool(bomb)}</w:t></w:r>"
    nest = pick.choice((0, 0, 5, 300, 3_000))
    cell = f"<w:tc><w:tcPr><w:gridSpan w:val='{pick.choice(('1', '99999999', 'x'))}'/><w:vMerge/></w:tcPr><w:p>{run}</w:p></w:tc>"
    fill = " " * pick.choice((0, 0, 0, 0, 0, 0, 0, 30_000_000))
    xml = (
        f'<?xml version="1.0"?>{bomb}<w:document xmlns:w="{WORD}"><w:body>{fill}<w:p>{run}</w:p>'
        f"{'<w:sdt><w:sdtContent>' * nest}<w:tbl><w:tr>{cell * 2}</w:tr></w:tbl>{'</w:sdtContent></w:sdt>' * nest}"
        "</w:body></w:document>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", xml.encode("utf-8", "replace"))
    return buffer.getvalue()


def file(pick: random.Random) -> tuple[bytes, str]:
    """A web page, a Word document, a PDF or a text, mutated as text or as bytes."""
    text = mutated(pick)
    kind = pick.choice(("html", "docx", "txt", "pdf"))
    if kind == "txt":
        data = text.encode(pick.choice(("utf-8", "gb18030", "big5", "utf-16")), "replace")
    else:
        data = {"html": html, "docx": docx, "pdf": pdf}[kind](pick, text)
    if pick.random() < 0.6 and data:
        raw = bytearray(data)
        for _ in range(pick.randint(1, 20)):
            raw[pick.randrange(len(raw))] = pick.randrange(256)
        if pick.random() < 0.2:
            del raw[pick.randrange(len(raw)) :]
        data = bytes(raw)
    return data, f"x.{kind}"


class Case:
    """Reads one case after the other."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.reader = Reader(catalogue_of(), None, "fuzz")

    def text(self, number: int) -> None:
        pick = random.Random(f"{self.seed} text {number}")
        text = mutated(pick)
        for claim in self.reader.read(text, "CN", pick.choice(("2020", "2020-05", ""))):
            assert claim.start is not None and claim.end is not None
            assert 0 <= claim.start < claim.end <= len(text)

    def file(self, number: int) -> None:
        data, name = file(random.Random(f"{self.seed} file {number}"))
        try:
            text = extract_bytes(data, name).text
        except BluebookError:
            return
        self.reader.read(text[:2_000_000], "CN", "2020")


def spent() -> float:
    """Seconds of the processor that this process and its children have used."""
    own, children = (
        resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def memory() -> float:
    """Megabytes that this process, or a child, has held at most so far."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(w).ru_maxrss for w in who) / 1024


def _hang(signum: int, frame: object) -> None:
    raise TimeoutError("no end after two minutes")


def run(kind: str, count: int, case: Case, state: dict[str, float], keep: Path | None) -> bool:
    """Read the cases that are still to do; True where all went well."""
    read, before = getattr(case, kind), memory()
    done, slow, grown = f"{kind}s", f"slowest {kind}", f"growth {kind}s"
    well = True
    begun = time.time()
    for number in range(int(state.get(done, 0)), count):
        start = spent()
        signal.alarm(120)
        try:
            read(number)
        except Exception:
            well = False
            state["crashes"] = state.get("crashes", 0) + 1
            print(f"CRASH: {kind} {number} of seed {case.seed}")
            traceback.print_exc(limit=4, file=sys.stdout)
        signal.alarm(0)
        took = spent() - start
        if took > SECONDS:
            print(f"SLOW: {kind} {number} of seed {case.seed}: {took:.1f} s")
        state[slow] = max(state.get(slow, 0), took)
        state[grown] = max(state.get(grown, 0), memory() - before)
        state[done] = number + 1
        state["crashes"] = state.get("crashes", 0)
        if keep and (number + 1) % STEP == 0:
            keep.write_text(json.dumps(state), "utf-8")
    if keep:
        keep.write_text(json.dumps(state), "utf-8")
    print(
        f"{done}: {int(state.get(done, 0)):,} read, {int(state.get('crashes', 0))} crashes so far, slowest"
        f" {state.get(slow, 0):.2f} s of CPU, memory +{state.get(grown, 0):.0f} MB, seed {case.seed},"
        f" {time.time() - begun:.0f} s",
        flush=True,
    )
    return well and state.get(slow, 0) <= SECONDS and state.get(grown, 0) <= GROWTH


def main() -> int:
    parser = argparse.ArgumentParser(description="Fuzz the reader of bulletins.")
    parser.add_argument("texts", nargs="?", type=int, default=10_000)
    parser.add_argument("files", nargs="?", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--state", type=Path, help="a file that remembers how far the run is")
    given = parser.parse_args()
    signal.signal(signal.SIGALRM, _hang)
    case = Case(given.seed)
    case.reader.read(SEEDS[0], "CN", "2020")
    case.reader.read(SEEDS[3], "CN", "2020")
    state: dict[str, float] = {}
    if given.state and given.state.is_file():
        state = json.loads(given.state.read_text("utf-8"))
    well = [
        run(kind, n, case, state, given.state)
        for kind, n in (("text", given.texts), ("file", given.files))
    ]
    return int(not all(well))


if __name__ == "__main__":
    sys.exit(main())
