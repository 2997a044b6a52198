"""What can go wrong around a build: the disk, the clock, another build, a folder that is none."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bluebook.cli import main
from bluebook.press import shelf
from bluebook.press.build import build
from bluebook.press.template import new

CHAPTER = "chapters/en/01-year.md"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = new(tmp_path_factory.mktemp("good") / "edition")
    build(root)
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "edition", symlinks=True)
    return tmp_path / "edition"


def _edit(root: Path, text: str = "One more sentence.") -> None:
    with (root / CHAPTER).open("a") as chapter:
        chapter.write(f"\n{text}\n")


def _page(root: Path) -> str:
    return (root / "book" / "site" / "en" / "year.html").read_text("utf-8")


def _refused(capsys: pytest.CaptureFixture[str], *command: str | Path) -> str:
    capsys.readouterr()
    assert main([str(word) for word in command]) == 2
    told = capsys.readouterr().err
    assert told.count("bluebook: ") == 1 and "remedy:" in told
    return told


def test_a_file_is_no_edition(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("build", "collect", "comb", "check", "facts", "outlook"):
        assert "edition.toml" in _refused(capsys, command, root / "edition.toml")


@pytest.mark.parametrize("to", ["sources/out", "chapters", "boundaries/x", "../edition", "."])
def test_the_book_is_not_put_among_its_sources(
    root: Path, to: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {p: p.stat().st_mtime_ns for p in root.rglob("*") if ".bluebook" not in p.parts}
    _refused(capsys, "build", root, "--to", root / to)
    after = {p: p.stat().st_mtime_ns for p in root.rglob("*") if ".bluebook" not in p.parts}
    assert after == before


@pytest.mark.parametrize("room", [0, 1, 3, 5, 7])
def test_a_full_disk_leaves_the_last_book(
    root: Path, room: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _edit(root)
    before, write, written = _page(root), Path.write_bytes, [0]

    def full(path: Path, data: bytes) -> int:
        if written[0] == room:
            raise OSError(errno.ENOSPC, "No space left on device")
        written[0] += 1
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    assert "room" in _refused(capsys, "build", root)
    assert _page(root) == before
    monkeypatch.undo()
    assert main(["build", str(root)]) == 0
    assert "One more sentence" in _page(root)


@pytest.mark.parametrize("step", ["rename", "symlink_to", "replace"])
def test_stopped_in_the_middle_of_the_switch(
    root: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _edit(root)
    before, real = _page(root), getattr(Path, step)

    def stop(path: Path, *rest: object, **more: object) -> object:
        if ".draft" in path.name or path.name.startswith(".book."):
            raise KeyboardInterrupt
        return real(path, *rest, **more)

    monkeypatch.setattr(Path, step, stop)
    assert main(["build", str(root)]) == 130
    assert _page(root) == before
    monkeypatch.undo()
    assert main(["build", str(root)]) == 0
    assert "One more sentence" in _page(root)
    assert len(list((root / ".bluebook" / "books").iterdir())) == 1
    assert not list(root.glob(".book.*"))


def test_builds_at_the_same_time(root: Path) -> None:
    """Each either builds a whole book or says that another is at work."""
    for n in range(3):
        _edit(root, f"Sentence {n}.")
        command = [sys.executable, "-m", "bluebook", "build", str(root)]
        runs = [
            subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
            for _ in range(3)
        ]
        ends = [(run.communicate()[1], run.returncode) for run in runs]
        assert any(code == 0 for _, code in ends)
        for told, code in ends:
            assert code == 0 or (code == 2 and "another build" in told), told
        assert f"Sentence {n}." in _page(root)
        assert shelf.Shelf(root / ".bluebook", root / "book").whole()


def _back(path: Path) -> None:
    """The time of change is what it was: a restored file, a clock that was set."""
    path.touch()
    os.utime(path, ns=(1, 1))


@pytest.mark.parametrize("clock", [_back, lambda p: os.utime(p, (4e9, 4e9))], ids=["old", "future"])
def test_no_clock_hides_a_change(root: Path, clock: Callable[[Path], None]) -> None:
    path = root / CHAPTER
    clock(path)
    build(root)
    text = path.read_text("utf-8")
    path.write_text(text.replace("In 2020", "In_2020"), "utf-8")  # of the same length
    clock(path)
    build(root)
    assert "In_2020" in _page(root)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _edit(root)
    (root / ".bluebook").chmod(0o500)
    try:
        assert "rights" in _refused(capsys, "build", root)
    finally:
        (root / ".bluebook").chmod(0o700)
