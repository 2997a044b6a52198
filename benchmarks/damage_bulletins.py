"""Clean pages damaged in known ways: how many wrong values are caught, and false alarms on clean ones.

    python benchmarks/damage_bulletins.py FOLDER

FOLDER holds pages as text, `*.txt`. A page is read as it is, then damaged and read again. A claim
of the damaged page that the clean one does not hold is wrong; it should carry `suspect`.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.reader import Reader
from bluebook.model.claim import Claim

SPUN = {"业务": "事务", "基础": "根底", "完成": "完结", "接近": "挨近", "运行": "运转", "规模": "规划", "发展": "开展",
        "同比": "同期相比", "增长": "增添", "达到": "抵达"}  # fmt: skip


def some_digits(text: str, pick: random.Random) -> str:
    """Two numbers of five lose one digit."""

    def less(match: re.Match[str]) -> str:
        number = match[0]
        if re.fullmatch(r"(?:19|20)\d\d", number) or pick.random() > 0.4:
            return number
        place = pick.randrange(len(number))
        return number[:place] + number[place + 1 :]

    return re.sub(r"\d[\d.]*\d", less, text)


def spun(text: str, pick: random.Random) -> str:
    for word, other in SPUN.items():
        text = text.replace(word, other)
    return text


def _half(text: str, pick: random.Random) -> str:
    lines = text.split("\n")
    return "\n".join(
        re.sub(r"(\d)\.(\d)", r"\1\2", line) if pick.random() < 0.5 else line for line in lines
    )


DAMAGE: dict[str, Callable[[str, random.Random], str]] = {
    "decimal points lost": lambda text, _: re.sub(r"(\d)\.(\d)", r"\1\2", text),
    "points are spaces": lambda text, _: re.sub(r"(\d)\.(\d)", r"\1 \2", text),
    "digits before points lost": lambda text, _: re.sub(r"(?<![\d.])\d+(?=\.\d)", "", text),
    "GB 18030 as Latin-1": lambda text, _: text.encode("gb18030", "replace").decode("latin-1"),
    "UTF-8 as GB 18030": lambda text, _: text.encode().decode("gb18030", "replace"),
    "UTF-8 as cp1252": lambda text, _: text.encode().decode("cp1252", "replace"),
    "words spun": spun,
    "points lost in half the lines": _half,
    "some digits lost": some_digits,
}


def key(claim: Claim) -> tuple[object, ...]:
    return claim.expression, claim.territory, claim.period, round(claim.value, 6)


def main() -> int:
    if len(sys.argv) < 2:
        print("give a folder of pages as text; nothing was measured")
        return 0
    catalogue = catalogue_of()
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    clean = Counter[str]()
    for path in sorted(Path(sys.argv[1]).glob("*.txt")):
        text = path.read_text("utf-8")
        reader = Reader(catalogue, None, path.stem)
        claims = [c for c in reader.read(text, "CN", "2020") if c.expression]
        clean.update(claims=len(claims), suspect=sum(bool(c.suspect) for c in claims))
        truth = {key(c) for c in claims}
        for name, damage in DAMAGE.items():
            bad = damage(text, random.Random(path.stem))
            if bad == text:
                continue
            found = [c for c in reader.read(bad, "CN", "2020") if c.expression]
            wrong = [c for c in found if key(c) not in truth]
            tally[name].update(
                pages=1,
                read=len(found),
                wrong=len(wrong),
                caught=sum(bool(c.suspect) for c in wrong),
            )
    print(f"clean pages: {clean['claims']} claims, {clean['suspect']} of them suspect")
    for name, n in tally.items():
        share = f"{n['caught'] / n['wrong']:.2f}" if n["wrong"] else "none wrong"
        print(
            f"{name:30} {n['pages']:3} pages {n['read']:5} read {n['wrong']:5} wrong, caught {share}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
