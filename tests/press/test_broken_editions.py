"""Each broken edition gives one error with file and place or remedy, exit 2; the book stays."""

from pathlib import Path

import pytest

from bluebook.cli import main
from bluebook.press.template import new
from tests.press.broken import CASES as FIRST
from tests.press.broken import Break
from tests.press.hostile import FINE, MORE

CASES = FIRST + MORE


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = new(tmp_path_factory.mktemp("good") / "edition")
    assert main(["build", str(root)]) == 0
    return root


def _copy(built: Path, to: Path) -> Path:
    import shutil

    shutil.copytree(built, to, symlinks=True)
    return to


def _book(root: Path) -> dict[str, bytes]:
    book = root / "book"
    if not book.is_symlink():
        return {}
    return {str(p.relative_to(book)): p.read_bytes() for p in book.rglob("*") if p.is_file()}


def test_there_are_many_and_each_has_a_name() -> None:
    assert len(CASES) >= 150 and len({name for name, _, _ in CASES}) == len(CASES)


@pytest.mark.parametrize(("spoil", "words"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_broken(
    spoil: Break,
    words: list[str],
    built: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    root = _copy(built, tmp_path / "edition")
    if words == ["book"]:
        (root / "book").unlink()
    before = _book(root)
    spoil(root)
    code = main(["build", str(root)])
    captured = capsys.readouterr()
    assert code == 2, captured
    assert captured.err.count("bluebook: ") == 1 and "remedy:" in captured.err, captured.err
    assert "Traceback" not in captured.err
    for word in words:
        assert word in captured.err, (word, captured.err)
    assert _book(root) == before, "the last good book is untouched"


@pytest.mark.parametrize("change", [c[1] for c in FINE], ids=[c[0] for c in FINE])
def test_forgiven(change: Break, built: Path, tmp_path: Path) -> None:
    root = _copy(built, tmp_path / "edition")
    change(root)
    assert main(["build", str(root)]) == 0
    assert (root / "book" / "site" / "index.html").is_file()
