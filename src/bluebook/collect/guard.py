"""Files from outside: bounded in size before anything reads them."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from pathlib import Path
from typing import IO

from bluebook.errors import BluebookError

MAX_FILE = 100_000_000
MAX_UNPACKED = 400_000_000
MAX_RATIO = 150  # of unpacked to packed, once the unpacked is large
LARGE = 20_000_000
MAX_PARTS = 5_000
MAX_COLUMNS = 16_384
MAX_CELLS = 60_000_000  # of a table as text
MAX_SHEET_CELLS = 8_000_000  # of a sheet of a workbook


def file_bytes(path: Path) -> bytes:
    """A file's bytes; those inside of a .gz."""
    size = path.stat().st_size
    if size > MAX_FILE:
        raise BluebookError(f"file of {size:,} bytes", f"keep it under {MAX_FILE:,} bytes")
    if path.suffix != ".gz":
        return path.read_bytes()
    try:
        with gzip.open(path) as packed:
            return _bounded(packed, size)
    except (OSError, EOFError, zlib.error):
        raise BluebookError("the file is not whole gzip data", "pack it again") from None


def _bounded(stream: IO[bytes] | gzip.GzipFile, packed: int) -> bytes:
    """All of a stream, unless it grows beyond measure."""
    out, length = [], 0
    while chunk := stream.read(1 << 20):
        length += len(chunk)
        _check_growth(length, packed)
        out.append(chunk)
    return b"".join(out)


def _check_growth(unpacked: int, packed: int) -> None:
    if unpacked > MAX_UNPACKED or (unpacked > LARGE and unpacked > MAX_RATIO * packed):
        raise BluebookError(
            f"the file of {packed:,} bytes unpacks to more than {unpacked - 1:,}",
            f"keep it under {MAX_UNPACKED:,}, and packed no tighter than {MAX_RATIO} to 1",
        )


def unzip(path: Path, wanted: tuple[str, ...]) -> dict[str, bytes]:
    """The parts of a zip file whose names end in one of `wanted`, each whole and checked.

    What a part's entry claims is not believed: its data may not be longer than it says.
    """
    data = file_bytes(path)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as bundle:
            parts = bundle.infolist()
            if len(parts) > MAX_PARTS:
                raise BluebookError(f"a workbook of {len(parts):,} parts", "save it anew")
            _check_growth(sum(part.file_size for part in parts), len(data))
            return {p.filename: bundle.read(p) for p in parts if p.filename.endswith(wanted)}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        why = "it has a password" if "encrypted" in str(error) else "it is not what its name says"
        raise BluebookError(
            f"the workbook cannot be opened: {why}", "open it and save it as .xlsx or .ods"
        ) from None


def rezip(parts: dict[str, bytes]) -> io.BytesIO:
    """The checked parts as a zip file without packing, so that it holds nothing else."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as bundle:
        for name, content in parts.items():
            bundle.writestr(name, content)
    out.seek(0)
    return out
