"""A directive as it stands in a chapter, and the reading of its options."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bluebook.errors import BluebookError
from bluebook.model.catalogue import Catalogue
from bluebook.model.period import Period
from bluebook.write import document as d

if TYPE_CHECKING:
    from bluebook.write.desk import Desk
    from bluebook.write.reader import Reader

_HEAD = re.compile(r"\{([\w-]+)\}\s*(.*)")
_OPTION = re.compile(r":([\w-]+):(?:\s+(.*)|\s*)$")
_RANGE = re.compile(r"(.+?)\s*\.\.\s*(.+)")


class Option(NamedTuple):
    """The value of a `:key: value` line, and the line."""

    value: str
    line: int


class Directive(NamedTuple):
    """`:::{name} title`, its `:key: value` lines, and the text below them."""

    name: str
    title: str
    options: dict[str, Option]
    body: str
    line: int
    body_line: int

    def get(self, key: str, default: str = "") -> str:
        found = self.options.get(key)
        return found.value if found else default

    def need(self, key: str) -> str:
        """An option that must be given."""
        value = self.get(key)
        if not value:
            raise BluebookError(f"{{{self.name}}} needs :{key}:", f"add a line :{key}: …")
        return value

    def line_of(self, key: str) -> int:
        found = self.options.get(key)
        return found.line if found else self.line

    def check(self, known: Collection[str]) -> None:
        """An option that the directive does not have is an error on its line."""
        for key, option in self.options.items():
            if key not in known:
                names = ", ".join(f":{k}:" for k in known) or "none"
                raise BluebookError(
                    f"{{{self.name}}} has no option :{key}:", f"options: {names}", line=option.line
                )

    def items(self, key: str) -> list[str]:
        """A list: separated by `;`, or by commas outside brackets where there is no `;`."""
        return split_list(self.get(key))

    def whole(self, key: str) -> int | None:
        """A whole number from 1 to 999."""
        text = self.get(key)
        if not text:
            return None
        if not re.fullmatch(r"[1-9]\d{0,2}", text):
            raise BluebookError(
                f":{key}: is {text!r}", "write a whole number", line=self.line_of(key)
            )
        return int(text)

    def periods(self, key: str = "periods") -> list[str]:
        """`2019, 2020`, `2015..2020`, `2020-01..2020-12`; canonical."""
        try:
            return [str(p) for text in self.items(key) for p in periods(text)]
        except BluebookError as error:
            raise error.at(line=self.line_of(key)) from None


class Definition(NamedTuple):
    """A directive of the book: its name, its options, and how it is written."""

    name: str
    options: tuple[str, ...]
    write: Callable[[Desk, Reader, Directive], Sequence[d.Block]]


def read(info: str, content: str, line: int) -> Directive:
    """A directive from the head and the content of its fence."""
    match = _HEAD.match(info.strip())
    if not match:
        raise BluebookError(
            f"a fence without a directive: ':::{info}'", "write :::{table} Title", line=line
        )
    options: dict[str, Option] = {}
    lines = content.split("\n")
    at = 0
    while at < len(lines) and (found := _OPTION.match(lines[at])):
        if found[1] in options:
            raise BluebookError(
                f":{found[1]}: stands twice", "keep one of them", line=line + at + 1
            )
        options[found[1]] = Option((found[2] or "").strip(), line + at + 1)
        at += 1
    while at < len(lines) and not lines[at].strip():
        at += 1
    body = "\n".join(lines[at:]).rstrip()
    return Directive(match[1], match[2].strip(), options, body, line, line + at + 1)


def split_list(text: str) -> list[str]:
    """Split at `;`, or at commas outside brackets and quotes where there is no `;`.

    >>> split_list("level, share(x, of=y), x@CN,2020")
    ['level', 'share(x, of=y)', 'x@CN,2020']
    """
    separator = ";" if ";" in text else ","
    parts, depth, quoted, start = [], 0, False, 0
    for n, char in enumerate(text):
        if char == '"':
            quoted = not quoted
        elif not quoted and char in "()":
            depth += 1 if char == "(" else -1
        elif char == separator and not quoted and (depth == 0 or separator == ";"):
            parts.append(text[start:n])
            start = n + 1
    parts.append(text[start:])
    out: list[str] = []
    for part in filter(None, map(str.strip, parts)):
        if out and part[0].isdigit() and re.search(r"@[\w-]+$", out[-1]):
            out[-1] += f",{part}"  # EXPR@TERRITORY,PERIOD
        else:
            out.append(part)
    return out


def periods(text: str) -> list[Period]:
    """A period or a run of periods of one length."""
    match = _RANGE.fullmatch(text.strip())
    if not match:
        return [Period.parse(text)]
    first, last = Period.parse(match[1]), Period.parse(match[2])
    if first.months != last.months or first.first > last.first:
        raise BluebookError(f"{text!r} is not a run of periods", "write 2015..2020")
    step = first.months
    count = (last.first - first.first) // step
    if count > 600:
        raise BluebookError(f"{text!r} has {count} periods", "at most 600")
    return [first.shift(step * n) for n in range(count + 1)]


def territories(items: Sequence[str], catalogue: Catalogue, within: str) -> list[str]:
    """Codes as given; the name of a level (`province`, `city`) stands for all of it."""
    levels = {t.level for t in catalogue.territories.values() if t.level}
    out: list[str] = []
    for item in items:
        if item in levels:
            own = catalogue.territory(within).level != item and catalogue.children(within, item)
            top = [within, *catalogue.above(within)][-1]
            found = own or catalogue.children(top, item)
            if not found:
                raise BluebookError(f"{within} has no parts of level {item!r}", "name territories")
            out += found
        else:
            out.append(catalogue.territory(item).code)
    return out


def headed(item: str) -> tuple[str, str]:
    """`EXPR = heading`: the expression and the heading (options of operators also hold `=`).

    >>> headed("share(x, of=y) = 占比"), headed("share(x, of=y)")
    (('share(x, of=y)', '占比'), ('share(x, of=y)', ''))
    """
    depth, quoted = 0, False
    for n, char in enumerate(item):
        if char == '"':
            quoted = not quoted
        elif not quoted and char in "()":
            depth += 1 if char == "(" else -1
        elif char == "=" and depth == 0 and not quoted:
            return item[:n].strip(), item[n + 1 :].strip()
    return item.strip(), ""
