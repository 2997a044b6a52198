"""The heads over the columns of a table that lost its form: in one row, or in two levels."""

from __future__ import annotations

import re
from itertools import pairwise

from bluebook.collect.bulletins.tables.heads import Heads, Told
from bluebook.collect.bulletins.tables.rows import HEADING

# Heads over the labels, not over figures.
_LABEL = re.compile(
    r"(?:主要|统计|经济)?(?:指标(?:名称)?|名称|项目(?:名称)?|地区|省份|省[、区市]+|省\(区、?市\)|省、自治区、直辖市|区域|(?:计量|计算)?单位|年份|时间"
    r"|年度|月份|城市|市州|市[、区县]+|序号|编号|分类|类别|类型|业务种类)"
    r"|(?:(?:(?:main|key) )?(?:indicators?|items?)(?: names?)?|names? of (?:the )?(?:indicators?|items?)"
    r"|particulars|econom(?:y|ies)|(?:service )?providers?|categor(?:y|ies)|(?:access )?(?:mode|type|technology)|description|countr(?:y|ies)|cit(?:y|ies)"
    r"|carriers?|operators?|units?|provinces?|regions?|areas?|rank(?:ing)?|years?|months?|quarters?|periods?|no\.)"
)
_WORDS = re.compile(r"[^\s()]+(?: ?\([^()]*\))?")  # total (wireless + wireline)
# Two heads that ran together: 比去年同期增长(%)累计.
_GLUED = re.compile(r"(?<=\))(?=累计|当月|本月|增长|同比)|(?<=当月)(?=累计)|(?<=累计)(?=当月)")

_OPENS = ("(", "[", "%", "±")  # what goes on about a head: (million)


def heads_over(texts: list[str], width: int, heads: Heads) -> tuple[int, list[list[str]]] | None:
    """How many of the texts before a first label are heads, and the rows of heads they make."""
    if texts and (parted := _parted(texts[-1], width)):
        return 1, [parted]
    marked = [n for n, text in enumerate(texts) if is_label(text)]
    start = next((n for n in reversed(marked) if n - 1 not in marked), None)
    if start is None:
        return _unnamed(texts, width, heads)
    named = texts[start:]
    for cut in (named, [p for text in named for p in _GLUED.split(text)]):
        over = [text for text in cut if not is_label(text)]
        while over:
            rows = _levels(over, width, heads)
            if rows is not None:
                return len(named), rows
            if not HEADING.match(over[-1]):
                break
            over.pop()  # a heading of the first rows
    return None


def _unnamed(texts: list[str], width: int, heads: Heads) -> tuple[int, list[list[str]]] | None:
    """The last texts as heads, where none stands over the labels; some go on in brackets."""
    for many in range(width, min(len(texts), 2 * width) + 1):
        if texts[-many].startswith(_OPENS):
            continue
        last = _mended(texts[-many:], heads)
        if len(last) == width:
            return (many, [last]) if all(tells(heads.tell(t)) for t in last) else None
    return None


def _parted(text: str, width: int) -> list[str]:
    """English heads behind that of the labels, which one space parts: particulars wireless total."""
    first, *rest = _WORDS.findall(text)[: width + 2] or [""]
    return rest if text.isascii() and len(rest) == width > 1 and is_label(first) else []


# English texts that the next line goes on with.
OPEN = re.compile(
    r"(?:[a-z]-|[,&/]|(?:^|[ -])(?:of|at|and|for|in|by|to|with|the|on|from|or|per|using|since|over))$"
)


def is_label(text: str) -> bool:
    """Does a head stand over labels, not over figures: 指标, 单位?"""
    return (
        _LABEL.fullmatch(re.sub(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])", "", text)) is not None
    )


def _levels(over: list[str], width: int, heads: Heads) -> list[list[str]] | None:
    """Heads in one row, or in two: the groups first and then their columns, or each with its own."""
    if len(over) == width:
        return [over]
    if len(over) < width:
        return None
    broken = _mended(over, heads)
    if len(broken) == width:
        return [broken]
    half = width // 2
    if len(over) == width + 1 and over[:half] == over[half + 1 :] and not width % 2:
        group = over[half]  # accumulated, this month, increase over …, accumulated, this month
        return [[*over[:half], *[group] * half], [*over[:half], *over[half + 1 :]]]
    groups = len(over) - width
    size, rest = divmod(width, groups)
    if rest or size < 2 or HEADING.match(over[-1]):
        return None
    first, leaves = over[:groups], over[groups:]
    dated = groups == 1 and any(heads.tell(t).when for t in leaves) and heads.tell(first[0]).when
    if leaves[:size] * groups == leaves and len(set(leaves)) == size and not dated:
        return [[text for text in first for _ in range(size)], leaves]
    blocks = [over[n : n + size + 1] for n in range(0, len(over), size + 1)]
    if groups > 1 and all(block[1:] == blocks[0][1:] for block in blocks):
        return [
            [block[0] for block in blocks for _ in range(size)],
            [text for block in blocks for text in block[1:]],
        ]
    return None


def _mended(over: list[str], heads: Heads) -> list[str]:
    """Heads that went over two lines made one: 比上年同期 and 累计增长(%)."""
    mended: list[str] = []
    for text in over:
        joins = mended and _goes_on(heads.tell(mended[-1]), heads.tell(text))
        if mended and OPEN.search(mended[-1]):
            mended[-1] += f" {text}"  # accumulated from, january to october
        elif joins or (mended and text.startswith(_OPENS)):
            mended[-1] += text
        else:
            mended.append(text)
    return mended


def _goes_on(first: Told, second: Told) -> bool:
    """Are two heads one: 比上年同期 and 累计增长(%), 比上年末 and 新增?"""
    since = "since" in first.measures and bool(second.measures & {"net", "growth"})
    return _kind(first) == _kind(second) or (since and _kind(second)[:3] == _kind(first)[:3])


def _kind(told: Told) -> tuple[object, ...]:
    """What a head is at first sight."""
    first = next(
        (m for m in _KINDS if m in told.measures), "growth" if told.when and told.when.same else ""
    )
    return told.subject, told.place, told.when if not first else None, first


_KINDS = ("since", "net", "growth", "month", "share", "points", "rank", "level")


def tells(told: Told) -> bool:
    """Does a head tell something, and nothing that is not known?"""
    known = told.subject or told.place or told.when or told.measures or told.units
    return bool(known) and not told.unknown


def headed(texts: list[str], heads: Heads) -> bool:
    """Do two texts side by side tell of a level and of what it is compared with: 期末到达, 比上年末净增?"""
    told = [heads.tell(text) for text in texts]
    return any(
        (a.measures or a.when) and not compares(a) and compares(b) and not (a.subject or b.subject)
        for a, b in pairwise(told)
    )


def compares(told: Told) -> bool:
    """Does a head tell of growth or of what was added?"""
    return not told.measures.isdisjoint(("growth", "net", "since"))
