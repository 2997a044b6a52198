"""A sample of editions spoilt at random; benchmarks/fuzz_editions.py takes as many as one likes."""

import shutil
from pathlib import Path

import pytest

from bluebook.cli import main
from bluebook.press.shelf import Shelf
from tests.press import mutations


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = mutations.edition(tmp_path_factory.mktemp("good") / "edition")
    assert main(["build", str(root)]) == 0
    return root


@pytest.mark.parametrize("seed", range(50_000, 50_040))
def test_a_book_or_one_error(
    seed: int, built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "edition"
    shutil.copytree(built, root, symlinks=True)
    what = mutations.spoil(root, seed)
    code = main(["build", str(root)])
    told = capsys.readouterr().err
    assert code in (0, 2), (what, told)
    if code == 2:
        assert told.count("bluebook: ") == 1 and "remedy: " in told, (what, told)
    assert Shelf(root / ".bluebook", root / "book").whole(), what
