"""How long a book takes: bluebook beside Sphinx, and pandoc with WeasyPrint.

    python benchmarks/press_peers.py [EDITION]

All set the same chapters and pictures in both languages. Bluebook works everything out from the
sources (claims, facts, text, charts, workbook, data files); the others get the text with the
numbers typed in and the pictures drawn. They run in an environment of their own (.venv/peers,
made on the first run from benchmarks/requirements.txt). Every time is the best of RUNS; a cold
run starts without any cache. A peer that fails on the text is named so. Behind the seconds by the
clock stand those of the processors, which other work on the machine disturbs less; below them,
how many times as long each peer takes.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import press_export

ROOT = Path(__file__).resolve().parent.parent
PEERS = ROOT / ".venv" / "peers"
RUNS = 3
Times = list[tuple[float, float] | None]  # by clock and processors: cold, a sentence, nothing, help
HEADS = ("cold", "sentence", "nothing", "--help")
CONF = """
project, language, extensions = {title!r}, {language!r}, ["myst_parser", "atsphinx.typst"]
root_doc, suppress_warnings, typst_font_paths = "index", ["myst"], [{font!r}]
typst_documents = [
    {{"entrypoint": "index", "filename": "book", "title": {title!r}, "font": {family!r}}}
]
"""
FAMILY = {"zh": "Noto Serif SC", "en": "Source Serif 4"}
CSS = '@font-face {{ font-family: N; src: url("{font}") }} body {{ font-family: N, serif }}'


def run(*command: str | Path, cwd: Path | None = None) -> None:
    done = subprocess.run(
        [str(c) for c in command], capture_output=True, text=True, cwd=cwd,
        env=os.environ | {"PATH": f"{PEERS / 'bin'}:{os.environ['PATH']}"},
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))}\n{done.stderr[-2000:]}")


def best(
    work: Callable[[], None], before: Callable[[], None] = lambda: None
) -> tuple[float, float]:
    """The least seconds by the clock, and the least of the processors, of RUNS."""
    clock, busy = [], []
    for _ in range(RUNS):
        before()
        start, used = time.perf_counter(), processors()
        work()
        clock.append(time.perf_counter() - start)
        busy.append(processors() - used)
    return min(clock), min(busy)


def processors() -> float:
    """Seconds that the processes started from here have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def environment() -> Path:
    """The peers' environment, made where it is not there."""
    python = PEERS / "bin" / "python"
    if not python.exists():
        run(sys.executable, "-m", "venv", PEERS)
        requirements = ROOT / "benchmarks" / "requirements.txt"
        run(python, "-m", "pip", "install", "-q", "-r", requirements)
    return python


def touch(path: Path, count: list[int]) -> None:
    """Change one sentence of a chapter."""
    text = path.read_text("utf-8")
    count[0] += 1
    path.write_text(
        text.replace("\n\n", f"\n\nOne more sentence ({'x' * count[0]}).\n\n", 1), "utf-8"
    )


def ours(edition: Path, work: Path) -> Times:
    copy = work / "edition"
    shutil.copytree(edition, copy, ignore=shutil.ignore_patterns(".bluebook", "book"))
    press = Path(sys.executable).with_name("bluebook")
    chapter, count = sorted((copy / "chapters" / "en").glob("*.md"))[1], [0]

    def clear() -> None:
        shutil.rmtree(copy / ".bluebook", ignore_errors=True)
        (copy / "book").unlink(missing_ok=True)

    return [
        best(lambda: run(press, "build", copy), clear),
        best(lambda: run(press, "build", copy), lambda: touch(chapter, count)),
        best(lambda: run(press, "build", copy)),
        best(lambda: run(press, "--help")),
    ]


def sphinx(python: Path, work: Path, builder: str, result: str) -> Times:
    def build() -> None:
        for language in ("zh", "en"):
            folder = work / "md" / language
            out = work / f"sphinx-{builder}" / language
            run(python, "-m", "sphinx", "-q", "-b", builder, folder, out)
            if not (out / result).is_file():
                raise RuntimeError(f"Sphinx made no {result}")

    chapter, count = sorted((work / "md" / "en").glob("0*.md"))[1], [0]
    gone = work / f"sphinx-{builder}"
    return [
        best(build, lambda: shutil.rmtree(gone, ignore_errors=True)),
        best(build, lambda: touch(chapter, count)),
        best(build),
        best(lambda: run(python, "-m", "sphinx", "--help")),
    ]


def pandoc(python: Path, work: Path, fonts: dict[str, Path]) -> Times:
    code = "import pypandoc; print(pypandoc.get_pandoc_path())"
    binary = subprocess.run([python, "-c", code], capture_output=True, text=True).stdout.strip()

    def build() -> None:
        for language in ("zh", "en"):
            folder = work / "md" / language
            files = sorted(p.name for p in folder.glob("[0-9]*.md"))
            (folder / "style.css").write_text(CSS.format(font=fonts[language]))
            common = [binary, *files, "--toc", "-s", "-f", "markdown", "-M", f"title={language}"]
            run(*common, "--css", "style.css", "--pdf-engine", PEERS / "bin" / "weasyprint",
                "-o", work / f"pandoc.{language}.pdf", cwd=folder)  # fmt: skip
            run(*common, "-o", work / f"pandoc.{language}.html", cwd=folder)

    return [
        best(build), best(build), best(build), best(lambda: run(binary, "--help")),
    ]  # fmt: skip


def main(edition: Path) -> None:
    import fontpkg_source_serif_4
    import pylopdf_fonts_zh_cn

    from bluebook.press.build import Press

    latin = Path(fontpkg_source_serif_4.__file__).parent / "files"
    fonts = {
        "zh": Path(pylopdf_fonts_zh_cn.__file__).with_name("NotoSerifSC-Regular.otf"),
        "en": next(latin.glob("SourceSerif4[[]*")),
    }
    python = environment()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        rows: list[tuple[str, Times]] = [
            ("bluebook: PDF, site, workbook, data", ours(edition, work))
        ]
        press = Press(work / "edition")
        for language in ("zh", "en"):
            book, folder = press.book(language).value, work / "md" / language
            files = press_export.export(book, folder)
            toc = "\n".join(path.stem for path in files)
            (folder / "index.md").write_text(f"# {book.title}\n\n```{{toctree}}\n{toc}\n```\n")
            conf = CONF.format(
                title=book.title, language="zh_CN" if language == "zh" else "en",
                font=str(fonts[language].parent), family=FAMILY[language],
            )  # fmt: skip
            (folder / "conf.py").write_text(conf)
        for name, measure in {
            "Sphinx: HTML": lambda: sphinx(python, work, "html", "index.html"),
            "Sphinx: PDF by Typst": lambda: sphinx(python, work, "typstpdf", "book.pdf"),
            "pandoc: PDF by WeasyPrint, HTML": lambda: pandoc(python, work, fonts),
        }.items():
            try:
                rows.append((name, measure()))
            except RuntimeError as error:
                rows.append((f"{name}: fails", [None] * 4))
                print(error, file=sys.stderr)
    show(f"seconds (of processors), best of {RUNS}", HEADS)
    for label, times in rows:
        show(label, [f"{t[0]:.2f} ({t[1]:.2f})" if t else "-" for t in times])
    show("times as long as bluebook, by the clock", HEADS)
    for label, times in rows[1:]:
        pairs = zip(times, rows[0][1], strict=True)
        show(label, [f"{t[0] / own[0]:.1f}" if t and own else "-" for t, own in pairs])


def show(label: str, cells: Sequence[str]) -> None:
    print(f"{label:40}" + "".join(f"{cell:>15}" for cell in cells))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "examples" / "guangdong-2020")
