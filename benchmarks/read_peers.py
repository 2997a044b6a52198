"""The reader of bulletins beside quantulum3 and Microsoft's recognizers-text, on the same text.

    python benchmarks/read_peers.py [MEGABYTES ...]      (default 1 5 50)

Speed on number-dense text (the digests of the example editions, repeated with other digits) and
on plain text (this project's documentation); recall of plain numbers with their units, against
the sentences marked by hand in tests/collect/test_bulletins.py; growth of time and memory. The
peers find numbers and units only: what is measured (which indicator, of where, of when) is ours
alone. They run in an environment of their own (.venv/peers-read, made on the first run). Seconds
are of the processor.
"""

from __future__ import annotations

import json
import random
import re
import resource
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).parents[1]
PEERS = ROOT / ".venv" / "peers-read"
SAMPLE = 20_000  # bytes for the peers, which are slow
SCALES = {
    "万亿": 12,
    "亿": 8,
    "千万": 7,
    "万": 4,
    "trillion": 12,
    "billion": 9,
    "million": 6,
    "": 0,
}
_PLAIN = re.compile(
    r"(-?\d[\d,]*(?:\.\d+)?)\s?(万亿|亿|千万|万|trillion|billion|million)?(.*)", re.DOTALL
)
WORKER = r"""
import json, sys, time, warnings
warnings.simplefilter("ignore")
name, language = sys.argv[1:3]
texts = json.load(sys.stdin)
if name == "quantulum3":
    from quantulum3 import parser
    def spans(text):
        return [(*q.span, q.value) for q in parser.parse(text)]
else:
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension
    from recognizers_text import Culture
    culture = Culture.English if language == "en" else Culture.Chinese
    def spans(text):
        found = []
        for one in (recognize_number, recognize_percentage, recognize_currency, recognize_dimension):
            for r in one(text, culture):
                value = str((r.resolution or {}).get("value", "")).rstrip("%")
                found.append((r.start, r.end + 1, float(value) if value else None))
        return found
spans(texts[0][:60])
start = time.process_time()
found = [spans(text) for text in texts]
json.dump([time.process_time() - start, found], sys.stdout)
"""


def varied(text: str, pick: random.Random) -> str:
    """The text with other digits, years as they are."""

    def other(match: re.Match[str]) -> str:
        if re.fullmatch(r"(?:19|20)\d\d", match[0]):
            return match[0]
        return "".join(c if c == "." else str(pick.randrange(1, 10)) for c in match[0])

    return re.sub(r"\d+\.\d+|\d\d+", other, text)


def dense(language: str, size: int) -> str:
    """Number-dense text of so many bytes."""
    pages = [p.read_text("utf-8") for p in sorted(ROOT.glob("examples/*/sources/digests/*.md"))]
    pages = [p for p in pages if bool(re.search("[\u4e00-\u9fff]", p)) == (language == "zh")]
    return _repeated("\n\n".join(pages), size)


def plain(language: str, size: int) -> str:
    """Text with few numbers."""
    folder = "docs/*.md" if language == "en" else "examples/*/chapters/zh/*.md"
    pages = [p.read_text("utf-8") for p in sorted(ROOT.glob(folder))]
    prose = re.sub(r"`[^`]*`|\{[^}]*\}|\d|^[|#:].*$", "", "\n\n".join(pages), flags=re.MULTILINE)
    return _repeated(prose, size)


def _repeated(text: str, size: int) -> str:
    pick = random.Random(1)
    out, length = [], 0
    while length < size:
        out.append(varied(text, pick))
        length += len(out[-1].encode()) + 2
    return "\n\n".join(out).encode()[:size].decode("utf-8", "ignore")


def marks(language: str) -> list[tuple[str, list[tuple[str, Decimal]]]]:
    """Sentences, and the plain numbers with units in them: as printed, and their value."""
    sys.path.insert(0, str(ROOT))
    from tests.collect import test_bulletins

    rows = test_bulletins.ROWS if language == "zh" else test_bulletins.ENGLISH
    found = []
    for text, *told in rows.values():
        wanted = []
        for row in told:
            printed = row.split(" | ")[0]
            match = _PLAIN.fullmatch(printed)
            if match and (match[2] or match[3]) and not re.search(r"[\d一-龥]\d", match[3]):
                value = Decimal(match[1].replace(",", "")).scaleb(SCALES[match[2] or ""])
                wanted.append((printed, value))
        found.append((text, wanted))
    return found


def ours(texts: list[str], language: str) -> tuple[float, list[list[tuple[int, int, float]]]]:
    """Our numbers: their places and values, without what they say."""
    from bluebook.collect.bulletins.clause.tokens import scan
    from bluebook.collect.bulletins.command import catalogue_of
    from bluebook.collect.bulletins.lexicon.vocabulary import vocabulary
    from bluebook.collect.bulletins.text.script import plain as written

    words = vocabulary(catalogue_of(), language)
    out = []
    start = time.process_time()
    for text in texts:
        form = written(text)
        found = [t.quantity for t in scan(form.text.lower(), words) if t.quantity]
        out.append([(*form.place(q.start, q.end), float(q.value)) for q in found])
    return time.process_time() - start, out


def reading(text: str, language: str) -> float:
    """Seconds that reading a text into claims takes."""
    from bluebook.collect.bulletins.command import catalogue_of
    from bluebook.collect.bulletins.reader import Reader

    reader = Reader(catalogue_of(), None, "x")
    reader.read("2020年，电信业务收入1.36万亿元。", "CN", "2020")  # words are made ready once
    reader.read("In 2020, telecom revenue was 1.36 trillion yuan.", "CN", "2020")
    start = time.process_time()
    reader.read(text, "CN", "2020")
    return time.process_time() - start


def peer(
    name: str, language: str, texts: list[str]
) -> tuple[float, list[list[tuple[int, int, float]]]]:
    done = subprocess.run(
        [PEERS / "bin" / "python", "-c", WORKER, name, language], input=json.dumps(texts),
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    seconds, found = json.loads(done.stdout)
    return seconds, found


def recall(found: list[list[tuple[int, int, float]]], language: str) -> tuple[int, int, int]:
    """Marks; those whose value was found at their place; those whose place is exact as well."""
    total = right = exact = 0
    for (text, wanted), spans in zip(marks(language), found, strict=True):
        place = 0
        for printed, value in wanted:
            place = text.index(printed, place)
            end = place + len(printed)
            hits = [
                s for s in spans
                if s[0] < end and place < s[1] and s[2] is not None
                and abs(s[2] - float(value)) <= 1e-9 * abs(float(value))
            ]  # fmt: skip
            total += 1
            right += bool(hits)
            exact += any(text[s[0] : s[1]].strip() == printed for s in hits)
            place = end
    return total, right, exact


def made() -> bool:
    """Make the peers' environment; False where that is not possible."""
    python = PEERS / "bin" / "python"
    if not python.exists():
        try:
            subprocess.run([sys.executable, "-m", "venv", PEERS], check=True)
            pip = [
                python,
                "-m",
                "pip",
                "install",
                "-q",
                "-r",
                ROOT / "benchmarks/requirements-read.txt",
            ]
            subprocess.run(pip, check=True, stderr=subprocess.DEVNULL)
        except (subprocess.CalledProcessError, OSError):
            return False
    return True


def grown(size: float, kind: str, language: str) -> None:
    """Read so many megabytes and print seconds and the memory held at most; run on its own."""
    text = (dense if kind == "dense" else plain)(language, int(size * 1e6))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds = reading(text, language)
    print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before]))


def main() -> int:
    if sys.argv[1:2] == ["--one"]:
        grown(float(sys.argv[2]), sys.argv[3], sys.argv[4])
        return 0
    sizes = [float(a) for a in sys.argv[1:]] or [1, 5, 50]
    peers = ("quantulum3", "recognizers-text") if made() else ()
    for language in ("zh", "en"):
        print(f"\n{language}: number-dense text, MB/s of CPU")
        texts = [dense(language, 1_000_000)]
        print(f"  bluebook, to claims              {1 / reading(texts[0], language):8.2f}")
        print(
            f"  bluebook, numbers and units only {1 / ours(texts[0].splitlines(), language)[0]:8.2f}"
        )
        sample = dense(language, SAMPLE).splitlines()
        for name in peers:
            if (name, language) != ("quantulum3", "zh"):  # English only
                seconds = peer(name, language, sample)[0]
                print(f"  {name:32} {SAMPLE / 1e6 / seconds:8.4f}")
        print(
            f"  bluebook, to claims, plain text  {1 / reading(plain(language, 1_000_000), language):8.2f}"
        )
        sentences = [text for text, _ in marks(language)]
        print("  recall of plain numbers with units: value right, and place exact as well")
        runs = [("bluebook", ours(sentences, language)[1])]
        runs += [(n, peer(n, language, sentences)[1]) for n in peers]
        for name, found in runs:
            total, right, exact = recall(found, language)
            print(f"  {name:32} {right / total:8.2f} {exact / total:6.2f}   of {total} marks")
    print("\ngrowth, to claims (each size in a process of its own)")
    for kind, language in (("dense", "zh"), ("dense", "en"), ("plain", "en")):
        for size in sizes:
            one = [sys.executable, __file__, "--one", str(size), kind, language]
            done = subprocess.run(one, capture_output=True, text=True, check=True)
            seconds, memory = json.loads(done.stdout)
            print(
                f"  {kind} {language} {size:5g} MB {seconds:8.1f} s  {size / seconds:6.2f} MB/s  +{memory:6.0f} MB"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
