"""Builds: incremental equals clean, only what depends is made again, killed builds harm nothing."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bluebook.press.build import build
from bluebook.press.shelf import Shelf
from bluebook.press.template import new


def _files(root: Path) -> dict[str, bytes]:
    book = root / "book"
    return {
        str(p.relative_to(book)): p.read_bytes()
        for p in sorted(book.rglob("*"))
        if p.is_file() and p.name != ".manifest.json"
    }


def _clean(root: Path, to: Path) -> dict[str, bytes]:
    """The book of a copy of the edition that has no memory."""
    shutil.copytree(root, to, ignore=shutil.ignore_patterns("book", ".bluebook"))
    build(to)
    return _files(to)


def _swap(path: str, old: str, more: str) -> Callable[[Path], None]:
    def do(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, more, 1), "utf-8")

    return do


ZH, EN = "chapters/zh/01-year.md", "chapters/en/01-year.md"
EDITS: list[tuple[str, Callable[[Path], None], list[str], list[str]]] = [
    # what is done, steps that must be made again, steps that must not
    ("a sentence", _swap(ZH, "年末固定宽带", "到年末,固定宽带"),
     ["chapter zh/01-year.md", "pdf zh"], ["comb", "chapter en/01-year.md", "pdf en", "workbook"]),
    ("a source's sentence", _swap("sources/digests/bulletin.md", "4673亿元", "4674亿元"),
     ["collect bulletin", "comb", "pdf zh", "pdf en"], ["collect table"]),
    ("a source's title",
     _swap("sources/sources.toml", "Statistical bulletin of", "The bulletin of"),
     ["pdf en"], []),
    ("a name in the catalogue", lambda root: (
        (root / "catalogue").mkdir(),
        (root / "catalogue" / "own.yaml").write_text(
            "indicators:\n  telecom_revenue:\n    name: {zh: 电信收入, en: Revenue of telecoms}\n"
            "    unit: CNY\n    kind: flow\n", "utf-8"))[0],
     ["catalogue", "pdf zh", "pdf en"], []),
    ("the title of the book", _swap("edition.toml", "My Blue Book 2020", "Our Blue Book 2020"),
     ["pdf en"], []),
    ("a chapter taken away and another put", lambda root: (
        (root / ZH).rename(root / "chapters/zh/02-year.md"),
        (root / EN).rename(root / "chapters/en/02-year.md"),
        (root / "chapters/zh/01-before.md").write_text("# 前一章\n\n只有文字。\n", "utf-8"),
        (root / "chapters/en/01-before.md").write_text("# Before\n\nText alone.\n", "utf-8"))[0],
     ["pdf zh", "pdf en"], ["comb"]),
]  # fmt: skip


def test_incremental_equals_clean_byte_for_byte(tmp_path: Path) -> None:
    root = new(tmp_path / "edition")
    assert build(root)["made"]
    assert build(root)["made"] == []
    for n, (what, edit, again, kept) in enumerate(EDITS):
        edit(root)
        made = build(root)["made"]
        assert set(again) <= set(made), (what, made)
        assert not set(kept) & set(made), (what, made)
        assert _files(root) == _clean(root, tmp_path / f"clean-{n}"), what


def test_a_lost_memory_changes_nothing(tmp_path: Path) -> None:
    root = new(tmp_path / "edition")
    build(root)
    before = _files(root)
    shutil.rmtree(root / ".bluebook" / "memory")
    (root / ".bluebook" / "stamp.json").unlink()
    build(root)
    assert _files(root) == before


def test_another_folder(tmp_path: Path) -> None:
    root = new(tmp_path / "edition")
    summary = build(root, tmp_path / "out")
    assert (tmp_path / "out" / "site" / "index.html").is_file()
    assert summary["book"] == str(tmp_path / "out") and not (root / "book").exists()


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_kill_at_any_moment_of_a_build(tmp_path: Path) -> None:
    root = new(tmp_path / "edition")
    build(root)
    shelf = Shelf(root / ".bluebook", root / "book")
    versions = [_files(root)]
    for n in range(8):
        before = "In 2020 the nation" if n == 0 else f"In 2020 (draft {n - 1}) the nation"
        _swap(EN, before, f"In 2020 (draft {n}) the nation")(root)
        command = [sys.executable, "-m", "bluebook", "build", str(root)]
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        time.sleep(0.15 + 0.12 * n)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert shelf.whole()
        now = _files(root)
        if now not in versions:
            assert f"draft {n}".encode() in now["site/en/year.html"]
            versions.append(now)
    build(root)
    assert b"draft 7" in _files(root)["site/en/year.html"]
