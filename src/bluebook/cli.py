"""The commands: argument parsing and printing only."""

from __future__ import annotations

import argparse
import errno
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bluebook.errors import BluebookError

if TYPE_CHECKING:
    from bluebook.press.build import Press

FINE, SHORT, WRONG = 0, 1, 2
BOUND = 6  # facts asked for at once whose binding claims are shown


def main(arguments: list[str] | None = None) -> int:
    """Run a command; returns 0 fine, 1 the data fall short, 2 wrong use or unreadable input."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
        return code
    except BluebookError as error:
        print(f"bluebook: {error}", file=sys.stderr)
        return WRONG
    except BrokenPipeError:
        sys.stderr.close()
        return FINE
    except KeyboardInterrupt:
        print("bluebook: stopped; the last good book is untouched", file=sys.stderr)
        return 130
    except RecursionError:
        print("bluebook: the input is nested too deeply\n  remedy: flatten it", file=sys.stderr)
        return WRONG
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        remedy = "make room on the disk" if full else "check the path and its rights"
        print(f"bluebook: {place}{error.strerror or error}\n  remedy: {remedy}", file=sys.stderr)
        return WRONG


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bluebook",
        description="From returns and bulletins to a book whose every number is traced.",
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(
        name: str, run: Callable[[argparse.Namespace], int], text: str, edition: bool = True
    ) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=text, description=text)
        sub.set_defaults(run=run)
        if edition:
            sub.add_argument("edition", metavar="EDITION", help="an edition folder")
            sub.add_argument("--json", action="store_true", help="print JSON, one object a line")
        return sub

    new = command("new", _new, "make a new edition from a template", edition=False)
    new.add_argument("folder", metavar="DIR")
    read = command("read", _read, "claims in bulletins: text, Markdown, HTML, Word or PDF", False)
    read.add_argument("files", nargs="+", metavar="FILE", help="a file, or - for standard input")
    read.add_argument("--lang", choices=("zh", "en"), help="default: found out for each file")
    read.add_argument("--edition", metavar="EDITION", help="read with this edition's catalogue")
    read.add_argument(
        "--catalogue",
        metavar="NAME",
        action="append",
        help="a built-in catalogue (default communications); may be repeated",
    )
    read.add_argument(
        "--territory", default="", help="what the text is about where it does not say"
    )
    read.add_argument("--period", default="", help="when, where it does not say")
    read.add_argument("--json", action="store_true", help="print JSON, one claim a line")
    read.add_argument("--unknown", action="store_true", help="list unknown subjects by frequency")
    read.add_argument("--learn", action="store_true", help="propose catalogue entries for them")
    read.add_argument(
        "--extracted",
        metavar="FILE",
        help="write the text read, to which offsets refer; of several files, into a folder",
    )
    read.add_argument("--html", metavar="FILE", help="write a page that shows text and claims")
    collect = command("collect", _collect, "all sources -> claims")
    collect.add_argument(
        "--propose",
        nargs="*",
        metavar="FILE",
        help="print entries of sources.toml: for these files, or for all that none names or reads",
    )
    check = command("check", _check, "disagreements, and the least set of claims explaining them")
    check.add_argument("--html", metavar="FILE", help="write the report a statistician works from")
    check.add_argument("--as-of", default="", metavar="DATE", help="as it stood then")
    check.add_argument("--breaks", action="store_true", help="breaks in series, with their links")
    check.add_argument(
        "--revisions", action="store_true", help="figures revised since first printed"
    )
    check.add_argument("--rules", action="store_true", help="diagnose the catalogue's rules")
    check.add_argument("--outliers", action="store_true", help="growth that stands out")
    command("comb", _comb, "claims -> facts, with bounds")
    facts = command("facts", _facts, "ask for facts and derived expressions")
    facts.add_argument("query", nargs="*", metavar="EXPR[@TERRITORY,PERIOD]")
    facts.add_argument("--as-of", default="", metavar="DATE", help="the account as it stood then")
    command("outlook", _outlook, "projections with their backtests, and plan targets")
    build = command("build", _build, "the book in all forms; only what changed is made again")
    build.add_argument("--to", metavar="DIR", help="where the book is put (default EDITION/book)")
    trace = command("trace", _trace, "a printed number back to its origins")
    trace.add_argument("ref", metavar="REF", help="a figure's id, or EXPR@TERRITORY,PERIOD")
    serve = command("serve", _serve, "the site while you write: rebuilds and reloads on saving")
    serve.add_argument("--port", type=int, default=8000)
    return parser


def _press(options: argparse.Namespace) -> Press:
    from bluebook.press.build import Press
    from bluebook.press.progress import progress

    return Press(options.edition, note=progress())


def _lines(rows: Iterable[Any]) -> None:
    """Print objects as JSON Lines; unbounded ends of intervals are null."""
    from bluebook.press.words import plain

    for row in rows:
        print(json.dumps(plain(row), ensure_ascii=False, allow_nan=False))


def _new(options: argparse.Namespace) -> int:
    from bluebook.press.template import new

    folder = new(Path(options.folder))
    print(
        f"made {folder}\nnext: bluebook build {folder}\n"
        f"then: set title, territory and period in {folder}/edition.toml, drop your tables and "
        f"bulletins into {folder}/sources, and let their entries be proposed:\n"
        f"      bluebook collect {folder} --propose"
    )
    return FINE


def _read(options: argparse.Namespace) -> int:
    from bluebook.collect.bulletins import command

    if options.edition:
        from bluebook.edition import Edition

        catalogue = Edition(options.edition).catalogue
    else:
        catalogue = command.catalogue_of(options.catalogue or ["communications"])
    found = command.read_files(
        options.files, catalogue,
        language=options.lang, territory=options.territory, period=options.period,
    )  # fmt: skip
    claims = [claim for one in found for claim in one.claims]
    if options.extracted:
        command.write_texts(found, Path(options.extracted))
    if options.html:
        Path(options.html).write_text(command.to_html(found, catalogue, options.lang), "utf-8")
    if options.learn:
        print(command.learn(claims, catalogue))
    elif options.unknown:
        for one in command.unknown(claims, catalogue):
            print(f"{one.times:5}  {one.subject}  ({one.unit})  {one.example}")
    elif options.json:
        _lines(claims)
    else:
        from bluebook.press.words import read_lines

        print("\n".join(read_lines(claims)))
    return FINE


def _collect(options: argparse.Namespace) -> int:
    from bluebook.press import words

    press = _press(options)
    if options.propose is not None:
        proposals = press.propose(options.propose)
        _lines(proposals) if options.json else print(words.proposals_text(proposals))
        return FINE if all(one.figures for one in proposals) else SHORT
    claims = press.claims()
    if options.json:
        _lines(claims)
    else:
        print(words.claims_table(claims))
    if left := press.uncited():
        print(words.uncited_lines(press, left), file=sys.stderr)
    return FINE


def _check(options: argparse.Namespace) -> int:
    press = _press(options)
    found = press.check(options.as_of)
    if options.html:
        Path(options.html).write_text(press.report(options.as_of), "utf-8")
    from bluebook.press import words

    if options.rules:
        rules = press.diagnose()
        _lines(rules) if options.json else print(words.rules_table(rules))
    elif options.breaks:
        breaks = press.breaks(options.as_of)
        _lines(breaks) if options.json else print(words.breaks_table(breaks))
    elif options.revisions:
        revised = press.revisions(options.as_of)
        _lines(revised) if options.json else print(words.revisions_table(revised))
    elif options.outliers:
        outliers = press.outliers()
        _lines(outliers) if options.json else print(words.outliers_table(press, outliers))
    elif options.json:
        _lines(found)
    else:
        print(words.disagreements(press, found))
    return SHORT if any(d.severity == "error" for d in found) else FINE


def _comb(options: argparse.Namespace) -> int:
    press = _press(options)
    facts = press.comb()
    if options.json:
        _lines(facts)
    else:
        from bluebook.press.words import facts_table

        print(facts_table(press, facts))
    return FINE


def _facts(options: argparse.Namespace) -> int:
    press = _press(options)
    facts = press.facts(*options.query, as_of=options.as_of)
    if options.json:
        _lines(facts)
    else:
        from bluebook.press.words import binding_lines, facts_table

        print(facts_table(press, facts))
        if options.query and len(facts) <= BOUND:
            print("\n".join(binding_lines(press, press.binding(facts, options.as_of))))
    return FINE


def _outlook(options: argparse.Namespace) -> int:
    press = _press(options)
    outlook = press.outlook()
    if options.json:
        _lines([outlook])
    else:
        from bluebook.press.words import outlook_table

        print(outlook_table(press, outlook))
    return FINE


def _build(options: argparse.Namespace) -> int:
    from bluebook.press.build import build
    from bluebook.press.progress import progress

    summary = build(options.edition, options.to, progress())
    for warning in summary["warnings"]:
        print(f"warning: {warning}", file=sys.stderr)
    if options.json:
        _lines([summary])
    else:
        state = f"{len(summary['made'])} steps made" if summary["made"] else "nothing had changed"
        print(
            f"{summary['book']}: {summary['files']} files, {summary['figures']} printed numbers, "
            f"{len(summary['warnings'])} warnings; {state}"
        )
    return FINE


def _trace(options: argparse.Namespace) -> int:
    press = _press(options)
    tree = press.trace(options.ref)
    if options.json:
        _lines([tree])
    else:
        from bluebook.press.words import tree_lines

        print("\n".join(tree_lines(press, tree)))
    return FINE


def _serve(options: argparse.Namespace) -> int:
    from bluebook.press.build import build
    from bluebook.serve import run

    run(Path(options.edition), lambda: build(options.edition), options.port)
    return FINE
