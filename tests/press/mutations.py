"""Whole editions, spoilt at random: what a slip of the hand, or malice, may do to any file."""

from __future__ import annotations

import random
from pathlib import Path

from bluebook.press.template import new
from tests.press.broken import HEAD, sheet
from tests.press.hostile import FORM, MAP, SQUARE, TARGET

BITS = (
    "", "\n", "\n\n", "\t", " ", "\r\n", "\0", "\x1b", "\ufeff", "\u202e", "\ud7ff", "é", "İ", "ﬁ", "🀄",
    "0", "-1", "9" * 40, "1e308", "nan", "inf", "%", "亿元", "万户", "parsecs", "1/0", "..", "../../x", "/",
    "[", "]", "[[", "{", "}", "(", ")", "`", "```", ":::", "::::{note}\n", ":::{table} A\n", "#", "# ", "- ", ">", "|",
    "'", '"', '"""', "=", ":", ",", ";", "&a", "*a", "!!x", "@", "@CN,1999", "yoy(", "share(x, of=", "lag(", "sum(",
    "telecom_revenue", "mobile_subs", "CN-GD", "2020-13", "0000", "null", "true", "<script>", "javascript:x", "$x$",
    "{n}``", "{n}`x`", "{ref}`y`", "{cite}`z`", "=1+1", "#REF!",
)  # fmt: skip
TEXT = {".toml", ".yaml", ".md", ".csv", ".json"}
MONTHS = "".join(
    f"telecom_revenue,CN,{year}-{month:02},{1000 + 40 * month + 9 * (year - 2016)},亿元\n"
    for year in range(2016, 2020)
    for month in range(1, 13)
)
CHAPTER = """
:::{chart} A
:kind: level-growth
:of: telecom_revenue
:growth: yoy(telecom_revenue)
:periods: 2019..2020
:::

:::{chart} B
:kind: line
:of: telecom_revenue
:periods: 2016-01..2019-12
:::

:::{map} C
:map: p
:of: telecom_revenue
:period: 2020
:::

:::{facts}
:of: telecom_revenue
:::

:::{outlook} a
:::
"""


def edition(root: Path) -> Path:
    """A small edition that has every kind of file."""
    new(root)
    for path, text in {
        "sources/tables/months.csv": HEAD + MONTHS + "telecom_revenue,CN-BJ,2020,500,亿元\n",
        "boundaries/b.json": SQUARE,
        "targets.toml": TARGET + 'value = "2"\nunit = "万亿元"\nsource = "bulletin"\n',
        "outlook.toml": '[series.a]\nexpression = "telecom_revenue"\nterritory = "CN"\n',
        "catalogue/own.yaml": "indicators:\n  own: {name: {zh: 甲, en: a}, unit: CNY, kind: flow}\n"
        "rules:\n  - {rule: telecom_revenue >= own, name: {zh: 乙, en: b}}\n",
        "decisions.toml": '[[decision]]\nclaims = ["a"]\nverdict = "both"\nwho = "L"\n'
        'when = 2021-01-01\nwhy = "w"\n',
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    row = ["own", "CN", "2020", "1", "亿元"]
    (root / "sources" / "tables" / "f.xlsx").write_bytes(sheet([FORM, row])())
    for path, more in {
        "edition.toml": MAP,
        "sources/sources.toml": '\n[[table.tables]]\nfile = "tables/months.csv"\n'
        '\n[[table.tables]]\nfile = "tables/f.xlsx"\nsheet = "Data"\n',
        "chapters/zh/01-year.md": CHAPTER,
        "chapters/en/01-year.md": CHAPTER,
    }.items():
        (root / path).write_text((root / path).read_text("utf-8") + more, "utf-8")
    return root


def spoil(root: Path, seed: int) -> str:
    """Change one to three files of an edition at random; says what was done."""
    dice = random.Random(seed)
    told = []
    for _ in range(dice.choice((1, 1, 2, 3))):
        files = [p for p in sorted(root.rglob("*")) if p.is_file() and not _aside(p, root)]
        path = dice.choice(files)
        told.append(str(path.relative_to(root)))
        if dice.random() < 0.04:
            path.unlink()
        elif path.suffix in TEXT and dice.random() < 0.95:
            data = path.read_bytes().decode("utf-8", "replace")
            for _ in range(dice.choice((1, 1, 1, 2, 5))):
                data = _text(data, dice)
            path.write_bytes(data.encode("utf-8", "surrogatepass"))
        else:
            path.write_bytes(_bytes(path.read_bytes(), dice))
    return f"seed {seed}: {', '.join(told)}"


def _aside(path: Path, root: Path) -> bool:
    return path.relative_to(root).parts[0] in (".bluebook", "book")


def _text(text: str, dice: random.Random) -> str:
    """A bit put in, cut, doubled, or exchanged; a line moved."""
    at = dice.randrange(len(text) + 1)
    end = min(len(text), at + dice.choice((1, 1, 2, 5, 20, 200)))
    lines = text.split("\n")
    n, m = dice.randrange(len(lines)), dice.randrange(len(lines))
    match dice.randrange(6):
        case 0:
            return text[:at] + dice.choice(BITS) + text[at:]
        case 1:
            return text[:at] + text[end:]
        case 2:
            return text[:end] + text[at:]
        case 3:
            return text[:at] + dice.choice(BITS) + text[end:]
        case 4:
            lines[n], lines[m] = lines[m], lines[n]
            return "\n".join(lines)
        case _:
            return "\n".join([*lines[:n], dice.choice(BITS) + lines[m], *lines[n:]])


def _bytes(data: bytes, dice: random.Random) -> bytes:
    """Bytes turned, or the end cut off."""
    if dice.random() < 0.3:
        return data[: dice.randrange(len(data) + 1)]
    changed = bytearray(data)
    for _ in range(dice.choice((1, 3, 30))):
        if changed:
            changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)
