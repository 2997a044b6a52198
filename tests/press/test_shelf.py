"""The shelf: the last whole book stays until the next whole book is there."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bluebook.errors import BluebookError
from bluebook.press.shelf import Shelf, alone


def _shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / ".bluebook", tmp_path / "book")


def test_put_and_put_again(tmp_path: Path) -> None:
    shelf = _shelf(tmp_path)
    assert shelf.put({"a.txt": b"1", "site/b.txt": b"2"})
    assert not shelf.put({"a.txt": b"1", "site/b.txt": b"2"})
    before = (tmp_path / "book" / "a.txt").stat().st_ino
    assert shelf.put({"a.txt": b"1", "site/b.txt": b"3"})
    assert (tmp_path / "book" / "site" / "b.txt").read_bytes() == b"3"
    assert (tmp_path / "book" / "a.txt").stat().st_ino == before, "unchanged files are linked"
    assert len(list(shelf.books.iterdir())) == 1, "older books are cleared away"


def test_a_missing_file_is_put_back(tmp_path: Path) -> None:
    shelf = _shelf(tmp_path)
    shelf.put({"a.txt": b"1"})
    (tmp_path / "book" / "a.txt").unlink()
    assert not shelf.whole()
    assert shelf.put({"a.txt": b"1"}) and shelf.whole()


def test_what_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    with pytest.raises(BluebookError, match="not made by"):
        _shelf(tmp_path).check()


def test_another_folder(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "edition" / ".bluebook", tmp_path / "out")
    shelf.put({"a": b"1"})
    assert (tmp_path / "out" / "a").read_bytes() == b"1"


def test_one_build_at_a_time(tmp_path: Path) -> None:
    with alone(tmp_path), pytest.raises(BluebookError, match="another build"), alone(tmp_path):
        pass


WRITER = """
import sys
from pathlib import Path
from bluebook.press.shelf import Shelf
root = Path(sys.argv[1])
shelf = Shelf(root / ".bluebook", root / "book")
print("ready", flush=True)
n = 0
while True:
    n += 1
    shelf.put({f"{i}.txt": str(n).encode() * 1000 for i in range(40)})
"""


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_kill_at_any_moment_leaves_a_whole_book(tmp_path: Path) -> None:
    _shelf(tmp_path).put({f"{i}.txt": b"0" * 1000 for i in range(40)})
    for round_ in range(12):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE
        )
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(0.003 * round_)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        book = tmp_path / "book"
        contents = {(book / f"{i}.txt").read_bytes() for i in range(40)}
        assert len(contents) == 1, "files of one build only"
        assert _shelf(tmp_path).whole()
    _shelf(tmp_path).put({"a": b"1"})
    assert (tmp_path / "book" / "a").read_bytes() == b"1"
