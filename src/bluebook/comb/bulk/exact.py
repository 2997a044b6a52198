"""The exact search over a few claims at a time, side by side on all cores.

`python -m bluebook.comb.bulk.exact` is a worker: it reads messages from standard input and answers
on standard output. A message is its length in four bytes, then MessagePack; the first one holds the
catalogue and the sources, each other one some claims. The answer is their disagreements.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import IO, Any

import msgspec

from bluebook.comb.account import Disagreement
from bluebook.comb.bulk.habits import Habits
from bluebook.comb.system.register import Terms
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
    believed: list[str] = []
    habits: Habits = Habits()


class Exact:
    """Searches groups of claims for the least-cost explanation of their conflicts."""

    def __init__(
        self,
        catalogue: Catalogue,
        sources: Mapping[str, Witness],
        believed: Collection[str] = (),
    ) -> None:
        told = {name: Told(s.reliability, s.copy_of, s.date) for name, s in sources.items()}
        self.setting = Setting(catalogue, told, sorted(believed))
        self.rules = [(rule, _codes(rule.rule)) for rule in catalogue.rules]
        self.terms = Terms(catalogue)
        self.workers: list[_Worker] = []

    def __enter__(self) -> Exact:
        return self

    def __exit__(self, *_: object) -> None:
        """Workers end with their work."""
        for worker in self.workers:
            worker.close()
        self.workers = []

    def __call__(self, claims: Sequence[Claim]) -> list[Disagreement]:
        """Disagreements among these claims."""
        from bluebook.comb.explain.disagreements import disagreements
        from bluebook.comb.reconcile.solve import solve
        from bluebook.comb.system.build import components

        codes = {code for claim in claims for code in names(parse(claim.expression or ""))}
        rules = tuple(rule for rule, used in self.rules if used & codes)
        near = msgspec.structs.replace(self.setting.catalogue, rules=rules)
        sources, believed = self.setting.sources, self.setting.believed
        parts = components(claims, near, sources, believed, self.terms)
        parts = [self.setting.habits.of(part) for part in parts]
        solved = [(part, solve(part, bounds=False)) for part in parts]
        return disagreements(claims, near, sources, solved)

    def all(self, groups: Sequence[Sequence[Claim]]) -> list[list[Disagreement]]:
        """The same for many groups, in their order."""
        wanted = min(os.cpu_count() or 1, len(groups) // FEW)
        if wanted < 2 and not self.workers:
            return [self(group) for group in groups]
        if not self.workers:
            setting = msgspec.msgpack.encode(self.setting)
            self.workers = [_Worker(setting) for _ in range(wanted)]
        return _shared(self.workers, groups)


def _codes(rule: str) -> set[str]:
    relation = parse_rule(rule)
    return names(relation.left) | names(relation.right)


class _Worker:
    """A process that searches one group after another."""

    def __init__(self, setting: bytes) -> None:
        command = [sys.executable, "-m", "bluebook.comb.bulk.exact"]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe)
        self._send(setting)

    def _send(self, message: bytes) -> None:
        assert self.process.stdin
        _write(self.process.stdin, message)

    def search(self, claims: Sequence[Claim]) -> list[Disagreement]:
        """Disagreements among these claims."""
        assert self.process.stdout
        self._send(msgspec.msgpack.encode(list(claims)))
        return msgspec.msgpack.decode(_read(self.process.stdout), type=list[Disagreement])

    def close(self) -> None:
        """End the process."""
        self.process.kill()
        with self.process:
            pass


def _shared(
    workers: Sequence[_Worker], groups: Sequence[Sequence[Claim]]
) -> list[list[Disagreement]]:
    """What workers find in groups, each taking the next as it finishes the last."""
    found: list[list[Disagreement]] = [[] for _ in groups]
    todo = iter(range(len(groups)))  # `next` on it is one step, so threads may share it

    def serve(worker: _Worker) -> None:
        for number in todo:
            found[number] = worker.search(groups[number])

    with ThreadPoolExecutor(len(workers)) as threads:
        for done in [threads.submit(serve, worker) for worker in workers]:
            done.result()
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
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)  # a search makes many small objects, and few in circles
    setting = msgspec.msgpack.decode(_read(source), type=Setting)
    exact = Exact(setting.catalogue, setting.sources, setting.believed)
    exact.setting = setting
    while True:
        try:
            claims: Any = msgspec.msgpack.decode(_read(source), type=list[Claim])
        except EOFError:
            return
        _write(sink, msgspec.msgpack.encode(exact(claims)))


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
