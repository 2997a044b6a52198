"""The exact search over a few claims at a time, side by side on all cores.

`python -m bluebook.comb.exact` is a worker: it reads messages from standard input and answers on
standard output. A message is its length in four bytes, then MessagePack; the first one holds the
catalogue and the sources, each other one some claims. The answer is their disagreements.
"""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from datetime import date
from typing import IO, Any

import msgspec

from bluebook.comb.account import Disagreement
from bluebook.comb.witness import Witness
from bluebook.language.expression import names, parse
from bluebook.language.relation import parse_rule
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim

FEW = 12  # groups of claims for which no worker is started


class Told(msgspec.Struct, frozen=True):
    """A source as a worker hears of it."""

    reliability: str
    copy_of: str
    date: date


class Setting(msgspec.Struct, frozen=True):
    """What every search needs."""

    catalogue: Catalogue
    sources: dict[str, Told]


class Exact:
    """Searches groups of claims for the least-cost explanation of their conflicts."""

    def __init__(self, catalogue: Catalogue, sources: Mapping[str, Witness]) -> None:
        told = {name: Told(s.reliability, s.copy_of, s.date) for name, s in sources.items()}
        self.setting = Setting(catalogue, told)
        self.rules = [(rule, _codes(rule.rule)) for rule in catalogue.rules]

    def __call__(self, claims: Sequence[Claim]) -> list[Disagreement]:
        """Disagreements among these claims."""
        from bluebook.comb.build import components
        from bluebook.comb.explain import disagreements
        from bluebook.comb.solve import solve

        codes = {code for claim in claims for code in names(parse(claim.expression or ""))}
        rules = tuple(rule for rule, used in self.rules if used & codes)
        near = msgspec.structs.replace(self.setting.catalogue, rules=rules)
        sources = self.setting.sources
        solved = [(part, solve(part, bounds=False)) for part in components(claims, near, sources)]
        return disagreements(claims, near, sources, solved)

    def all(self, groups: Sequence[Sequence[Claim]]) -> list[list[Disagreement]]:
        """The same for many groups, in their order."""
        workers = min(os.cpu_count() or 1, len(groups) // FEW)
        if workers < 2:
            return [self(group) for group in groups]
        return _Workers(self.setting, workers).all(groups)


def _codes(rule: str) -> set[str]:
    relation = parse_rule(rule)
    return names(relation.left) | names(relation.right)


class _Workers:
    """Processes that take the next group as they finish the last."""

    def __init__(self, setting: Setting, count: int) -> None:
        self.setting, self.count = msgspec.msgpack.encode(setting), count

    def all(self, groups: Sequence[Sequence[Claim]]) -> list[list[Disagreement]]:
        found: list[list[Disagreement]] = [[] for _ in groups]
        todo: queue.SimpleQueue[int] = queue.SimpleQueue()
        for number in range(len(groups)):
            todo.put(number)
        failed: list[BaseException] = []

        def serve() -> None:
            command = [sys.executable, "-m", "bluebook.comb.exact"]
            pipe = subprocess.PIPE
            with subprocess.Popen(command, stdin=pipe, stdout=pipe) as worker:
                assert worker.stdin and worker.stdout
                try:
                    _write(worker.stdin, self.setting)
                    while True:
                        try:
                            number = todo.get_nowait()
                        except queue.Empty:
                            break
                        _write(worker.stdin, msgspec.msgpack.encode(list(groups[number])))
                        answer = _read(worker.stdout)
                        found[number] = msgspec.msgpack.decode(answer, type=list[Disagreement])
                    worker.stdin.close()
                except BaseException as error:
                    failed.append(error)
                    worker.kill()

        threads = [threading.Thread(target=serve) for _ in range(self.count)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if failed:
            raise failed[0]
        return found


def _write(pipe: IO[bytes], message: bytes) -> None:
    pipe.write(len(message).to_bytes(4, "big") + message)
    pipe.flush()


def _read(pipe: IO[bytes]) -> bytes:
    head = pipe.read(4)
    body = pipe.read(int.from_bytes(head, "big"))
    if len(head) < 4 or len(body) < int.from_bytes(head, "big"):
        raise EOFError("a worker of the exact search ended before its work")
    return body


def main(source: IO[bytes], sink: IO[bytes]) -> None:
    """A worker's life: the setting, then groups of claims until there are no more."""
    setting = msgspec.msgpack.decode(_read(source), type=Setting)
    exact = Exact(setting.catalogue, setting.sources)
    while True:
        try:
            claims: Any = msgspec.msgpack.decode(_read(source), type=list[Claim])
        except EOFError:
            return
        _write(sink, msgspec.msgpack.encode(exact(claims)))


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
